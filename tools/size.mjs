// The bytes that a host loads: a table, and the end of the build where they are too many.
//   node tools/size.mjs          of dist/
//   node tools/size.mjs --what   and what takes them, from a build that keeps the functions' names
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** What the three may take together, compressed. */
const BUDGET = 165_000;

const dist = process.env.TRUNK_STAGING_DIR ?? "dist";
const root = fileURLToPath(new URL("../", import.meta.url));
const number = (value) => value.toLocaleString("en").padStart(9);

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

function table() {
  let total = 0;
  console.log(`${"file".padEnd(24)}    bytes   brotli`);
  for (const name of ["alesco-proposals.wasm", "alesco-proposals.js", "alesco-proposals.css"]) {
    const bytes = readFileSync(`${dist}/${name}`);
    const compressed = brotli(bytes);
    total += compressed;
    console.log(`${name.padEnd(24)}${number(bytes.length)}${number(compressed)}`);
  }
  console.log(`${"together".padEnd(33)}${number(total)} of ${number(BUDGET).trim()}`);
  if (total > BUDGET) {
    console.error("That is too much for a host: `make size` says what takes it.");
    process.exitCode = 1;
  }
}

/** The room or crate that a function belongs to. */
function owner(name) {
  if (/^data|^elem/.test(name)) return "(data)";
  if (name.includes("drop_in_place")) return "(dropping values)";
  const [, crate] = name.match(/^<*&?(?:mut |dyn )*\(?([a-z_0-9]+)(?:\[[0-9a-f]+\])?::/) ?? [, "(other)"];
  const [, room] = name.match(/alesco_proposals(?:\[[0-9a-f]+\])?::([a-z_]+)/) ?? [];
  if (crate === "alesco_proposals") return `our ${room}`;
  return room ? `${crate}, for our ${room}` : crate;
}

function what() {
  const run = (command, ...args) =>
    execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 });
  const folder = "target/size";
  mkdirSync(root + folder, { recursive: true });
  const target = ["--target", "wasm32-unknown-unknown"];
  run("cargo", "build", "--release", "--locked", ...target, "--config", 'profile.release.strip="none"');
  const built = "target/wasm32-unknown-unknown/release/alesco-proposals.wasm";
  run("wasm-bindgen", "--target", "web", "--keep-debug", "--out-dir", folder, built);
  const named = `${folder}/named.wasm`;
  const flags = readFileSync(`${root}tools/wasm-opt.flags`, "utf8").match(/^--enable.*$/gm);
  run("wasm-opt", "-Oz", "-g", ...flags, `${folder}/alesco-proposals_bg.wasm`, "-o", named);
  const items = run("twiggy", "top", "-n", "100000", "-f", "json", named);
  const sums = new Map();
  const functions = JSON.parse(items).filter(({ name }) => !/custom section|subsection/.test(name));
  for (const { name, shallow_size } of functions) {
    sums.set(owner(name), (sums.get(owner(name)) ?? 0) + shallow_size);
  }
  const show = (title, rows) => {
    console.log(`\n${title}`);
    for (const [name, bytes] of rows) console.log(`${number(bytes)}  ${name.slice(0, 110)}`);
  };
  const plain = (name) => name.replace(/\[[0-9a-f]{16}\]/g, "");
  show("Bytes of the module, by room and crate", [...sums].sort((a, b) => b[1] - a[1]).slice(0, 40));
  show("The largest functions", functions.slice(0, 40).map((item) => [plain(item.name), item.shallow_size]));
}

table();
if (process.argv.includes("--what")) what();

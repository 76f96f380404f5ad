// The bytes that a page loads: a table for each module, and a failed build where they exceed the budget.
//   node tools/size.mjs [FOLDER]   of dist/embed/, or of a folder with the same files
//   node tools/size.mjs --what     and what takes them in the list module, from a build that keeps function names
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/**
 * Bytes that the files of a module may take together, with brotli 11. docs/performance.md says why.
 * The same source takes up to 330 bytes more on one machine than on another: two names in a module, of its build and of cargo's folder, change what
 * brotli makes of the rest.
 */
const BUDGETS = { "alesco-proposals": 178_500, "alesco-browser": 284_500, "alesco-document": 129_000 };

const folder = process.argv.slice(2).find((argument) => !argument.startsWith("-")) ?? "dist/embed";
const root = fileURLToPath(new URL("../", import.meta.url));
const number = (value) => value.toLocaleString("en").padStart(9);

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

function table(module, budget) {
  let total = 0;
  console.log(`\n${"file".padEnd(24)}    bytes   brotli`);
  for (const extension of ["wasm", "js", "css"]) {
    const name = `${module}.${extension}`;
    const path = resolve(root, folder, name);
    // The document module has no stylesheet.
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    const compressed = brotli(bytes);
    total += compressed;
    console.log(`${name.padEnd(24)}${number(bytes.length)}${number(compressed)}`);
  }
  console.log(`${"together".padEnd(33)}${number(total)} of ${number(budget).trim()}`);
  if (total > budget) {
    console.error(`${module} is over its budget: \`make size\` lists what takes the bytes.`);
    process.exitCode = 1;
  }
}

/** Returns the module of the project, or the crate, that a function belongs to. */
function owner(name) {
  if (/^data|^elem/.test(name)) return "(data)";
  if (name.includes("drop_in_place")) return "(dropping values)";
  const [, crate] = name.match(/^<*&?(?:mut |dyn )*\(?([a-z_0-9]+)(?:\[[0-9a-f]+\])?::/) ?? [, "(other)"];
  const [, module] = name.match(/alesco_proposals(?:\[[0-9a-f]+\])?::([a-z_]+)/) ?? [];
  if (crate === "alesco_proposals") return `own ${module}`;
  return module ? `${crate}, for own ${module}` : crate;
}

function what() {
  const run = (command, ...args) =>
    execFileSync(command, args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"], maxBuffer: 1 << 28 });
  const out = "target/size";
  mkdirSync(root + out, { recursive: true });
  const target = ["--target", "wasm32-unknown-unknown"];
  run("cargo", "build", "--release", "--locked", "--bin", "alesco-proposals", ...target, "--config", 'profile.release.strip="none"');
  const built = "target/wasm32-unknown-unknown/release/alesco-proposals.wasm";
  run("wasm-bindgen", "--target", "web", "--keep-debug", "--out-dir", out, built);
  const named = `${out}/named.wasm`;
  const flags = readFileSync(`${root}tools/wasm-opt.flags`, "utf8").match(/^--enable.*$/gm);
  run("wasm-opt", "-Oz", "-g", ...flags, `${out}/alesco-proposals_bg.wasm`, "-o", named);
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
  show("Bytes of the list module, by own module and crate", [...sums].sort((a, b) => b[1] - a[1]).slice(0, 40));
  show("The largest functions", functions.slice(0, 40).map((item) => [plain(item.name), item.shallow_size]));
}

for (const [module, budget] of Object.entries(BUDGETS)) table(module, budget);
if (process.argv.includes("--what")) what();

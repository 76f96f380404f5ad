// Prints the licences of the crates in the modules, which ask to be passed on with them: tools/bundle puts the text into
// dist/. Equal texts stand once, below the names of all crates that come with them.
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { crates } from "./crates.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const LICENSE_FILE = /^(licen[cs]e|copying|copyright|notice|unlicense)/i;
const LINE = "-".repeat(80);

/** Returns the texts that a crate comes with, in the order of their files' names. */
function textsOf(crate) {
  const folder = dirname(crate.manifest_path);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && LICENSE_FILE.test(entry.name));
  return files.map(({ name }) => name).sort().map((name) => readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim());
}

const linked = crates(root);
const name = ({ name, version }) => `${name} ${version}`;
const holders = new Map();
for (const crate of linked) {
  for (const text of textsOf(crate)) holders.set(text, [...(holders.get(text) ?? []), name(crate)]);
}
const list = linked.map((crate) => `${name(crate)}: ${crate.license}${crate.repository ? `, ${crate.repository}` : ""}\n`);
const texts = [...holders].map(([text, names]) => `${LINE}\n${names.join(", ")}\n${LINE}\n\n${text}\n\n`);
process.stdout.write(`The WebAssembly modules contain Rust's standard library (MIT OR Apache-2.0, https://github.com/rust-lang/rust) and these
crates. Below are the texts that the crates come with; those without a text have the licence that is named here.

${list.join("")}
${texts.join("")}`);

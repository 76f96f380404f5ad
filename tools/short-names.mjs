// Gives short names to what module and glue have between them. Most of wasm-bindgen's carry hashes, which no
// compression makes smaller, once in either file: 3.7 kB for every reader.
//   node tools/short-names.mjs glue.js module.wasm
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { FEATURES } from "./features.mjs";

const [glue, module] = process.argv.slice(2);
const NAME = /\b(?:__wbg_\w+_[0-9a-f]{16}|__wbindgen_\w+|__externref_\w+|wasm_bindgen_\w+)\b/g;

const code = readFileSync(glue, "utf8");
const names = [...new Set(code.match(NAME))].sort();
const short = new Map(names.map((name, index) => [name, `_${index.toString(36)}`]));
const shorten = (text) => text.replace(NAME, (name) => short.get(name) ?? name);

const run = (...args) => execFileSync("wasm-opt", [...FEATURES, "--quiet", ...args]);
const text = `${module}.wat`;
run(module, "-S", "-o", text);
writeFileSync(text, shorten(readFileSync(text, "utf8")));
run(text, "-o", module);
rmSync(text);
writeFileSync(glue, shorten(code));

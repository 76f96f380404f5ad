// Writes the name of its build into a wasm file, and prints it: the JavaScript beside it has the same name, and so notices
// a file of another build. The name is a hash of what the file contains.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const [path] = process.argv.slice(2);
const wasm = readFileSync(path);
const build = `build-${createHash("sha256").update(wasm).digest("hex").slice(0, 16)}`;

// An empty custom section is: 0, the length of the rest, the length of its name, its name. Lengths below 128 are one byte.
const name = Buffer.from(build);
writeFileSync(path, Buffer.concat([wasm, Buffer.from([0, name.length + 1, name.length]), name]));
console.log(build);

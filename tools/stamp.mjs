// Writes the name of its build into a wasm file, and prints it: the JavaScript beside it has the same name, and so notices
// a file of another build. The name is a hash of what the file contains.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const SECTION = "alesco-build";

const [path] = process.argv.slice(2);
const wasm = readFileSync(path);
const build = createHash("sha256").update(wasm).digest("hex").slice(0, 16);

// A custom section is: 0, the length of the rest, the length of its name, its name, and any bytes. All lengths are below
// 128, so each is one byte.
const content = Buffer.concat([Buffer.from([SECTION.length]), Buffer.from(SECTION + build)]);
writeFileSync(path, Buffer.concat([wasm, Buffer.from([0, content.length]), content]));
console.log(build);

// The program as it is built, and its sizes.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { file } from "./servers.mjs";

/** Where the site has the program. */
export const FOLDER = "/alesco/";

const TYPES = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const NAMES = ["alesco-proposals.wasm", "alesco-proposals.js", "alesco-proposals.css", "page.css", "proposals.json"];

/** What is in `dist/`, as the site serves it, by its path, and each file's sizes in bytes. */
export function dist() {
  const files = {};
  const sizes = {};
  for (const name of NAMES) {
    const body = readFileSync(new URL(`../../dist/${name}`, import.meta.url));
    files[FOLDER + name] = file(TYPES[extname(name)], body);
    sizes[name] = { bytes: body.length, brotli: files[FOLDER + name].sent.length };
  }
  return { files, sizes };
}

// The program as it is built, and its sizes.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { file } from "./servers.mjs";

/** Where the site has the program. */
export const FOLDER = "/alesco-proposals/";

const TYPES = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
/** The files that are measured, and where the build leaves them. */
const FILES = {
  "alesco-proposals.wasm": "embed/alesco-proposals.wasm",
  "alesco-proposals.js": "embed/alesco-proposals.js",
  "alesco-proposals.css": "embed/alesco-proposals.css",
  "alesco-browser.wasm": "embed/alesco-browser.wasm",
  "alesco-browser.js": "embed/alesco-browser.js",
  "alesco-browser.css": "embed/alesco-browser.css",
  "alesco-document.wasm": "embed/alesco-document.wasm",
  "alesco-document.js": "embed/alesco-document.js",
  "page.css": "standalone/page.css",
  "proposals.json": "standalone/demo-proposals.json",
};

/** What is in `dist/`, as the site serves it, by its path, and each file's sizes in bytes. */
export function dist() {
  const files = {};
  const sizes = {};
  for (const [name, path] of Object.entries(FILES)) {
    const body = readFileSync(new URL(`../../dist/${path}`, import.meta.url));
    files[FOLDER + name] = file(TYPES[extname(name)], body);
    sizes[name] = { bytes: body.length, brotli: files[FOLDER + name].sent.length };
  }
  return { files, sizes };
}

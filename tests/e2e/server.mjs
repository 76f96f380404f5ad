// Serves dist/, and host pages beside it, as a static host would, with the policy that almalinux.org prepares.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { DEMONSTRATION, EMBED, FOLDER, OTHER, PORT, PRERENDERED } from "./address.mjs";
import { PAGE_HTML, SNAPSHOT_FIXTURE } from "./data.mjs";

const directory = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = (part) => [directory(`../../dist/${part}/`), directory("../../dist/")].find(existsSync);
/** Folders by the path under which they are served. */
const FOLDERS = {
  [FOLDER]: dist("standalone"),
  [PRERENDERED]: dist("standalone"),
  [DEMONSTRATION]: dist("standalone"),
  [EMBED]: dist("embed"),
  "/hosts/": directory("hosts/"),
  "/bootstrap/": directory("../../node_modules/bootstrap/dist/css/"),
};
const TYPES = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' https://avatars.githubusercontent.com",
  "connect-src 'self' https://api.github.com",
].join("; ");

/** The standalone page's prerendered cards, with their snapshot. */
const CARDS = /<section [^]*<\/script>\n?/;

/** What is served in place of a file: tests have data of their own, so that the demonstration's may change. */
const REPLACED = {
  // All that most tests see comes from the module.
  [FOLDER]: (html) => html.replace(CARDS, ""),
  [PRERENDERED]: async (html) => {
    const cards = await readFile(PAGE_HTML, "utf8");
    return html.replace(CARDS, () => cards);
  },
};
const isSnapshot = (path) => path.endsWith("proposals.json") && !path.startsWith(DEMONSTRATION);

createServer(async (request, response) => {
  const { pathname: path, searchParams } = new URL(request.url, "http://localhost");
  // For a host that loads the widget from another origin.
  const policy = searchParams.has("elsewhere") ? POLICY.replaceAll("'self'", `http://${OTHER}`) : POLICY;
  const send = (body, extension) => {
    response.writeHead(200, {
      "content-type": TYPES[extension] ?? "application/octet-stream",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
    });
    response.end(body);
  };
  try {
    if (isSnapshot(path)) return send(await readFile(SNAPSHOT_FIXTURE), ".json");
    const folder = Object.keys(FOLDERS).find((folder) => path.startsWith(folder));
    if (!folder) throw new Error("outside");
    const file = normalize(path.slice(folder.length) || "index.html");
    if (file.startsWith("..")) throw new Error("outside");
    const content = await readFile(join(FOLDERS[folder], file));
    send((await REPLACED[path]?.(content.toString())) ?? content, extname(file));
  } catch {
    response.writeHead(404).end();
  }
}).listen(PORT, "127.0.0.1");

// Serves dist/, and host pages beside it, as a static host would, with the policy that almalinux.org prepares.
import { createServer } from "node:http";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { EMBED, FOLDER, OTHER, PORT, PRERENDERED } from "./address.mjs";

const directory = (path) => fileURLToPath(new URL(path, import.meta.url));
const dist = (part) => [directory(`../../dist/${part}/`), directory("../../dist/")].find(existsSync);
/** Folders by the path under which they are served. */
const FOLDERS = {
  [FOLDER]: dist("standalone"),
  [PRERENDERED]: dist("standalone"),
  [EMBED]: dist("embed"),
  "/snapshot/": directory("../../snapshot/"),
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

/** Removes the prerendered cards, so that all that most tests see comes from the module. PRERENDERED keeps them. */
const withoutCards = (html) => html.replace(/<section [^]*<\/script>\n?/, "");

createServer(async (request, response) => {
  const { pathname: path, searchParams } = new URL(request.url, "http://localhost");
  // For a host that loads the widget from another origin.
  const policy = searchParams.has("elsewhere") ? POLICY.replaceAll("'self'", `http://${OTHER}`) : POLICY;
  try {
    const folder = Object.keys(FOLDERS).find((folder) => path.startsWith(folder));
    if (!folder) throw new Error("outside");
    const file = normalize(path.slice(folder.length) || "index.html");
    if (file.startsWith("..")) throw new Error("outside");
    const content = await readFile(join(FOLDERS[folder], file));
    const body = path === FOLDER ? withoutCards(content.toString()) : content;
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "access-control-allow-origin": "*",
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(PORT, "127.0.0.1");

// Serves dist/standalone/ under two folders, dist/embed/ under /alesco/, and pages of hosts beside them, as a static host would, with the
// policy that almalinux.org prepares.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { FOLDER, OTHER, PORT, PRERENDERED } from "./address.mjs";

const directory = (path) => fileURLToPath(new URL(path, import.meta.url));
const STANDALONE = directory("../../dist/standalone/");
const EMBED = directory("../../dist/embed/");
/** What lies under which address. `/alesco/` is the one that README's snippet names. */
const FOLDERS = {
  [FOLDER]: STANDALONE,
  [PRERENDERED]: STANDALONE,
  "/alesco/": EMBED,
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

/** The standalone page without the cards that its build puts into it: what most tests want, for all they see comes
 * from the module then. The page as it is lies under PRERENDERED. */
const withoutCards = (html) => html.replace(/<section [^]*<\/section>/, "");

createServer(async (request, response) => {
  const { pathname: path, searchParams } = new URL(request.url, "http://localhost");
  // The policy of a host that has the widget lie elsewhere.
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

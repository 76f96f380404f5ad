// Serves dist/, and host pages beside it, as a static host would, with the policy that almalinux.org prepares.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { DEMONSTRATION, EMBED, FOLDER, OTHER, PORT, PRERENDERED } from "./address.mjs";
import { PAGE_HTML, SNAPSHOT_FIXTURE } from "./data.mjs";

const directory = (path) => fileURLToPath(new URL(path, import.meta.url));
/** Folders by the path under which they are served. */
const FOLDERS = {
  [FOLDER]: directory("../../dist/standalone/"),
  [PRERENDERED]: directory("../../dist/standalone/"),
  [DEMONSTRATION]: directory("../../dist/standalone/"),
  [EMBED]: directory("../../dist/embed/"),
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

/** Replaces the cards of the standalone page. */
function replaceCards(html, cards) {
  if (!CARDS.test(html)) throw new Error("dist/standalone/index.html has no prerendered cards");
  return html.replace(CARDS, () => cards);
}

/** What is served in place of a file: tests have data of their own, so that the demonstration's may change. */
const REPLACED = {
  // All that most tests see comes from the module.
  [FOLDER]: (html) => replaceCards(html, ""),
  [PRERENDERED]: async (html) => replaceCards(html, await readFile(PAGE_HTML, "utf8")),
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
  const notFound = () => response.writeHead(404).end();
  try {
    if (isSnapshot(path)) return send(await readFile(SNAPSHOT_FIXTURE), ".json");
    const folder = Object.keys(FOLDERS).find((folder) => path.startsWith(folder));
    if (!folder) return notFound();
    const file = normalize(path.slice(folder.length) || "index.html");
    if (file.startsWith("..")) return notFound();
    const content = await readFile(join(FOLDERS[folder], file));
    send((await REPLACED[path]?.(content.toString())) ?? content, extname(file));
  } catch (error) {
    if (["ENOENT", "EISDIR"].includes(error.code)) return notFound();
    console.error(error);
    response.writeHead(500).end();
  }
}).listen(PORT, "127.0.0.1");

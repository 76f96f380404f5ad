// dist/, and host pages beside it, as a static host serves them, with the policy that almalinux.org prepares.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { DEMONSTRATION, EMBED, FOLDER, OTHER, PRERENDERED } from "./address.mjs";
import { PAGE_HTML, SNAPSHOT_FIXTURE } from "./data.mjs";
import { GITHUB } from "./github.mjs";

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
const policy = (connect) => [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  // The pages' icons. The widget has no images.
  "img-src 'self'",
  `connect-src 'self' ${connect}`,
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

/** The content of the file at a path, or `undefined` if there is none. */
async function contentAt(path) {
  if (isSnapshot(path)) return readFile(SNAPSHOT_FIXTURE);
  const folder = Object.keys(FOLDERS).find((folder) => path.startsWith(folder));
  const file = folder && normalize(path.slice(folder.length) || "index.html");
  if (!file || file.startsWith("..")) return undefined;
  try {
    const content = await readFile(join(FOLDERS[folder], file));
    return (await REPLACED[path]?.(content.toString())) ?? content;
  } catch (error) {
    if (["ENOENT", "EISDIR"].includes(error.code)) return undefined;
    throw error;
  }
}

/**
 * Returns a server that does not listen yet. `connect` returns the origin of the API. `edit` may replace what is served: it gets
 * the URL, and the content or `undefined`. `more` returns what is added to a page's policy.
 */
export function createSite({ connect = () => GITHUB.url, edit = (url, content) => content, more = () => "" } = {}) {
  return createServer(async (request, response) => {
    try {
      const url = new URL(request.url, "http://localhost");
      const content = await edit(url, await contentAt(url.pathname));
      if (content === undefined) return response.writeHead(404).end();
      const extension = url.pathname.endsWith("/") ? ".html" : extname(url.pathname);
      // For a host that loads the widget from another origin.
      const own = policy(connect());
      const headers = {
        "content-type": TYPES[extension] ?? "application/octet-stream",
        "content-security-policy": url.searchParams.has("elsewhere") ? own.replaceAll("'self'", `http://${OTHER}`) : own + more(url),
        "x-content-type-options": "nosniff",
        "access-control-allow-origin": "*",
      };
      return response.writeHead(200, headers).end(content);
    } catch (error) {
      console.error(error);
      return response.writeHead(500).end();
    }
  });
}

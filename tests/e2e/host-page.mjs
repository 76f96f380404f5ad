// Host pages, in hosts/, with the widget in them or without.
import { readFileSync } from "node:fs";
import { HOST } from "./address.mjs";
import { mockGitHub } from "./github.mjs";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** What README tells hosts to paste: `head`, which goes there, and `container`. */
export const SNIPPET = (() => {
  const [, html] = README.match(/^```html\n(.*?)^```/ms);
  const loading = /<link\b[^>]*>|<script\b[^>]*><\/script>/g;
  return { head: html.match(loading).join("\n"), container: html.replace(loading, "").trim() };
})();

/** The same without the preload of the list, for a widget that asks for something else. */
export const WITHOUT_PRELOAD = SNIPPET.head.replace(/<link rel="preload" href="https:.*/, "");

/** The same for the browser module, with all views. */
export const BROWSER_HEAD = WITHOUT_PRELOAD.replaceAll(/alesco-proposals\.(js|wasm|css)/g, "alesco-browser.$1");

/** The container that almalinux.org has today; the pages in hosts/ have one as well. */
const CONTAINER = /<div id="alesco-prs"[^>]*>.*<\/div>/;
/** Elements that become widgets. */
export const MOUNT = ":is([data-alesco-proposals], #alesco-prs)";
/** What a container holds before the widget. */
export const FALLBACK = "Loading open proposals...";
/** The sheet with the cards that the site's own script draws today. */
export const SITE_CARDS = '<link rel="stylesheet" href="almalinux-cards.css">';

/** What a host page may load of Bootstrap. */
const BOOTSTRAP = '<link rel="stylesheet" href="/bootstrap/bootstrap.min.css">';
export const REBOOT = '<link rel="stylesheet" href="/bootstrap/bootstrap-reboot.min.css">';

/**
 * Opens a page in hosts/, with GitHub's answers. What may differ from the file:
 * - `head`: replaces its slot for the snippet; empty leaves the widget out
 * - `container`: replaces its container
 * - `bootstrap`: replaces Bootstrap
 * - `css`: a last sheet of the host's
 * - `edit`: anything else, html to html
 * - `query`, `hash`: those parts of the address, with `?` and `#`
 * - `until`: Playwright's `waitUntil`
 *
 * Returns the requests to GitHub.
 */
export async function openHost(page, name, options = {}, answers = {}) {
  const preloadIsWrong = /data-(show|stage|outcome|repo|api)=/.test(options.container);
  const { head = preloadIsWrong ? WITHOUT_PRELOAD : SNIPPET.head, container, bootstrap = BOOTSTRAP, css, edit = (html) => html, query = "", hash = "", until = "load" } = options;
  const requests = await mockGitHub(page, answers);
  if (css) await page.route("**/hosts/last.css", (route) => route.fulfill({ contentType: "text/css", body: css }));
  await page.route((url) => url.pathname === `/hosts/${name}`, async (route) => {
    const response = await route.fetch();
    const last = css ? '<link rel="stylesheet" href="last.css">' : "";
    const html = (await response.text())
      .replace("<!-- head -->", () => `${head}\n${last}`)
      .replace(BOOTSTRAP, bootstrap)
      .replace(CONTAINER, (own) => container ?? own);
    await route.fulfill({ response, body: edit(html) });
  });
  await page.goto(`http://${HOST}/hosts/${name}${query}${hash}`, { waitUntil: until });
  return requests;
}

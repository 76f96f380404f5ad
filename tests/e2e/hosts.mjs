// Pages of hosts, in hosts/, with the widget in them or without.
import { readFileSync } from "node:fs";
import { HOST } from "./address.mjs";
import { github } from "./github.mjs";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** What README tells hosts to paste: `head`, which goes there, and `container`. */
export const SNIPPET = (() => {
  const [, html] = README.match(/^```html\n(.*?)^```/ms);
  const loading = /<link\b[^>]*>|<script\b[^>]*><\/script>/g;
  return { head: html.match(loading).join("\n"), container: html.replace(loading, "").trim() };
})();

/** The same without the request to GitHub, for a widget that asks something else. */
export const WITHOUT_REQUEST = SNIPPET.head.replace(/<link rel="preload" href="https:.*/, "");

/** The container that almalinux.org has today; the pages of hosts/ have one as well. */
const CONTAINER = /<div id="alesco-prs"[^>]*>.*<\/div>/;
export const MOUNT = "[data-alesco-proposals], #alesco-prs";
/** The sheet with the cards that the site draws by itself today. */
export const OWN_CARDS = '<link rel="stylesheet" href="almalinux-cards.css">';

/** What a host's page may load of Bootstrap. */
const BOOTSTRAP = '<link rel="stylesheet" href="/bootstrap/bootstrap.min.css">';
export const REBOOT = '<link rel="stylesheet" href="/bootstrap/bootstrap-reboot.min.css">';

/**
 * Opens a page of hosts/, with GitHub's answers. What may differ from the file:
 * - `head`: what stands in place of its slot; nothing leaves the widget out
 * - `container`: what stands in place of its container
 * - `bootstrap`: what stands in place of Bootstrap
 * - `css`: a last sheet of the host's
 * - `edit`: anything else, html to html
 * - `hash`: the part of the page that is shown first
 * - `until`: how far the page has to have come in
 */
export async function openHost(page, name, options = {}, answers = {}) {
  const asksElse = /data-(show|stage|outcome|repo|api)=/.test(options.container);
  const { head = asksElse ? WITHOUT_REQUEST : SNIPPET.head, container, bootstrap = BOOTSTRAP, css, edit = (html) => html, hash = "", until = "load" } = options;
  const asked = await github(page, answers);
  if (css) await page.route("**/hosts/last.css", (route) => route.fulfill({ contentType: "text/css", body: css }));
  await page.route(`**/hosts/${name}`, async (route) => {
    const response = await route.fetch();
    const last = css ? '<link rel="stylesheet" href="last.css">' : "";
    const html = (await response.text())
      .replace("<!-- head -->", () => `${head}\n${last}`)
      .replace(BOOTSTRAP, bootstrap)
      .replace(CONTAINER, (own) => container ?? own);
    await route.fulfill({ response, body: edit(html) });
  });
  await page.goto(`http://${HOST}/hosts/${name}${hash}`, { waitUntil: until });
  return asked;
}

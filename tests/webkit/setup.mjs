// What every test in WebKit uses: a browser, a site, GitHub's API as a server, and where things are on the page.
import { after, before, test as nodeTest } from "node:test";
import { readFileSync } from "node:fs";
import assert from "node:assert/strict";
import { FOLDER } from "../e2e/address.mjs";
import { REPOSITORY, startApi } from "../e2e/api-server.mjs";
import { NOW } from "../e2e/fixtures.mjs";
import { SNIPPET } from "../e2e/host-page.mjs";
import { GITHUB } from "../e2e/github.mjs";
import { createSite } from "../e2e/site.mjs";
import { Browser } from "./webdriver.mjs";

const WATCH = readFileSync(new URL("watch.js", import.meta.url), "utf8");
export const AXE = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

/** A page without a widget. */
const EMPTY = '<!doctype html><html lang="en"><head><title>Empty</title><link rel="icon" href="data:,"></head><body></body></html>';

/** A page with a frame, for a window of GTK cannot be narrower than its toolbar. */
const NARROW = "/narrow/";
const frame = (width, address) => `${EMPTY.replace("</body></html>", "")}<iframe width="${width}" height="800" src="${address}"></iframe></body></html>`;

/** The widgets' container in the pages of tests/e2e/hosts/. */
const CONTAINER = /<div id="alesco-prs"[^>]*>.*<\/div>/;

/**
 * Starts a browser with these options of its command line, the site and the API before the file's tests, and ends them
 * after. Returns `page`, which has all of them, `browser`, and `test`, which runs each test from an empty storage.
 */
export function setUp(...options) {
  const page = new Page();
  before(() => page.start(options));
  after(() => page.stop());
  const test = (name, run) =>
    nodeTest(name, async () => {
      await page.reset();
      await run();
      const unexpected = (await page.problems()).filter((text) => !page.expected.some((pattern) => pattern.test(text)));
      assert.deepEqual(unexpected, []);
    });
  return { page, browser: page.browser, test };
}

class Page {
  browser = new Browser();
  version = 0;

  async start(options) {
    this.clock = NOW.getTime() - Date.now();
    this.site = createSite({ connect: () => this.api.url, edit: (url, content) => this.serve(url, content), more: ({ pathname }) => (pathname === NARROW ? "; frame-src 'self'" : "") });
    await new Promise((resolve) => this.site.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${this.site.address().port}`;
    this.edits = {};
    this.expected = [];
    await this.browser.start(...options);
  }

  async stop() {
    await this.browser.close();
    this.site.closeAllConnections();
    this.site.close();
    await this.api?.down();
  }

  /** Serves what a test has put in the place of a file, and notes what is requested. */
  async serve(url, content) {
    this.requested.push(url.pathname + url.search);
    if (url.pathname === "/watch.js") return WATCH;
    if (url.pathname === "/empty/") return EMPTY;
    if (url.pathname === NARROW) return frame(url.searchParams.get("width"), url.searchParams.get("address"));
    const edit = this.edits[url.pathname];
    const isText = !url.pathname.endsWith(".wasm");
    const edited = edit ? await edit(isText ? content?.toString() : content) : content;
    const isHtml = url.pathname.endsWith("/") || url.pathname.endsWith(".html");
    if (!isHtml || edited === undefined) return edited;
    return edited.toString().replace(/<head>/, `$&<script src="/watch.js" data-shift="${this.clock}"></script>`);
  }

  /**
   * Forgets what the test before has left: its storage, pages and responses. WebKit keeps responses in memory, so the API
   * and the files of the module get other addresses.
   */
  async reset() {
    await this.api?.down();
    this.api = await startApi();
    this.version += 1;
    this.requested = [];
    this.edits = {};
    this.expected = [];
    await this.browser.goto(`${this.origin}/empty/`);
    await this.browser.run(() => localStorage.clear());
    this.requested.length = 0;
  }

  problems() {
    return this.browser.run(() => globalThis.problems ?? []);
  }

  /** Opens the standalone page with this API. `attributes` are added to its widget, which has no snapshot otherwise. */
  async openStandalone(query = "", attributes = "") {
    this.edits[FOLDER] = (html) => html.replace(/data-snapshot="[^"]*"/, `data-api="${this.api.url}" ${attributes}`);
    await this.browser.goto(this.origin + FOLDER + query);
  }

  /**
   * Makes a host page of tests/e2e/hosts/ with the snippet of the README, which asks this API. `container` replaces the
   * widget's, `edit` changes the rest of the HTML. Returns its address.
   */
  hostPage(name = "almalinux.html", { container = "<div data-alesco-proposals></div>", head = SNIPPET.head, edit = (html) => html, path = `/hosts/${name}` } = {}) {
    const withApi = container.replaceAll("data-alesco-proposals", `data-alesco-proposals data-api="${this.api.url}"`);
    const source = readFileSync(new URL(`../e2e/hosts/${name}`, import.meta.url), "utf8");
    this.edits[path] = () =>
      edit(source.replace("<!-- head -->", () => head.replaceAll(GITHUB.url, this.api.url).replaceAll(/\?v=[\d.]+/g, `?v=${this.version}`)).replace(CONTAINER, () => withApi));
    return this.origin + path;
  }

  async openHost(name, options) {
    await this.browser.goto(this.hostPage(name, options));
  }

  /** Opens an address in a frame of this width, and goes into the frame. */
  async openNarrow(address, width) {
    await this.browser.goto(`${this.origin}${NARROW}?${new URLSearchParams({ width, address })}`);
    await this.browser.enterFrame("iframe");
  }

  /** Waits until the cards are these, in this order. */
  expectCards(numbers) {
    return this.browser.waitForValue(numbers, () => [...document.querySelectorAll("article.al-rfc-card")].map((card) => Number(card.dataset.proposal)));
  }

  /** Waits until the widget shows data of this source. */
  expectSource(source) {
    return this.browser.waitForValue(source, () => document.querySelector("section.alesco-proposals")?.dataset.source);
  }

  /** Waits until the documents are read. Each makes its card anew, and that of #16 comes last. */
  expectDocuments() {
    return this.browser.waitForValue("0008", () => document.querySelector('[data-proposal="16"]').dataset.rfc);
  }

  /** Waits until no request is under way: whoever asks holds a lock for as long. */
  waitUntilIdle() {
    return this.browser.run((key) => navigator.locks?.request(key, () => {}), `alesco-proposals ${this.api.url}${REPOSITORY}`);
  }

  /** Waits until an element has this text. */
  expectText(selector, text) {
    return this.browser.waitFor((selector, text) => document.querySelector(selector)?.textContent.replace(/[\u2066-\u2069]/g, "").includes(text), selector, text);
  }

  /** Waits until an element's property has this value. */
  expectProperty(selector, name, value) {
    return this.browser.waitForValue(value, (selector, name) => document.querySelector(selector)?.[name] ?? null, selector, name);
  }

  /** Waits until the address has exactly this query. */
  expectQuery(query) {
    return this.browser.waitForValue(query, () => location.search);
  }

  /** Waits until the API has received exactly these requests. */
  async expectRequests(paths) {
    const end = Date.now() + 20_000;
    while (this.api.received.length < paths.length && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(this.api.received, paths);
  }

  /** What axe finds wrong, each with where. */
  async axeViolations() {
    await this.browser.runSource(AXE);
    const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await this.browser.run((options) => axe.run(options), { runOnly: { type: "tag", values } });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
  }
}

// Pages with prerendered HTML: what the snapshot builder writes from the tests' snapshot.
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { startApi } from "./api-server.mjs";
import { OUT, ROOT, SNAPSHOT_FIXTURE } from "./data.mjs";
import { ISSUES, headers } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { expect, nextFrames, root } from "./page.mjs";

/** The attribute of a widget's section that is prerendered and not live yet. */
export const PRERENDERED_ATTRIBUTE = "data-prerendered";

/** The arguments of cargo that run the snapshot builder. */
const BUILDER = ["run", "--quiet", "--locked", "--features", "snapshot-cli", "--bin", "snapshot", "--"];

/** Playwright's global setup: runs the snapshot builder, as a site's build does. */
export default async function prerender() {
  const snapshot = JSON.parse(readFileSync(SNAPSHOT_FIXTURE));
  const [one] = snapshot.proposals;
  const many = Array.from({ length: MANY }, (_, at) => ({ ...one, number: 100 + MANY - at, title: `Proposal ${at}`, stage: "submitted" }));
  build(OUT, snapshot, "all");
  build(`${OUT}/page`, snapshot, "en", "browser");
  build(`${OUT}/many`, { ...snapshot, proposals: many }, "en");
  await buildPages();
}

/** Writes the static pages of the recorded responses. */
async function buildPages() {
  const api = await startApi();
  api.list = (response) => {
    const { pathname } = new URL(response.req.url, api.url);
    const json = pathname.endsWith("/issues") ? ISSUES : /\/(events|timeline)$/.test(pathname) ? [] : {};
    response.writeHead(200, headers()).end(JSON.stringify(json));
  };
  const out = `${OUT}/pages`;
  rmSync(out, { recursive: true, force: true });
  const options = ["--repo", "AlmaLinux/ALESCo", "--api", api.url, "--web", "https://github.com", "--minutes", "none", "--langs", "none", "--pages", "https://example.org/alesco/", "--out", out];
  // Asynchronous, because the API's server runs in this process.
  await promisify(execFile)("cargo", [...BUILDER, ...options], { cwd: ROOT });
  await api.down();
}

/** The static page of a proposal. */
export const staticPage = (number) => readFileSync(`${OUT}/pages/proposals/${number}.html`, "utf8");

function build(out, snapshot, languages, view = "list") {
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/proposals.json`, JSON.stringify(snapshot));
  const options = ["--offline", "--langs", languages, "--view", view, "--out", out];
  execFileSync("cargo", [...BUILDER, ...options], { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
}

/** The prerendered HTML in a language. */
export const prerenderedHtml = (code) => readFileSync(`${OUT}/proposals.${code}.html`, "utf8");

/** More proposals than a list shows at first. */
export const MANY = 60;
/** The prerendered HTML of so many, and their snapshot. */
export const prerenderedMany = () => readFileSync(`${OUT}/many/proposals.en.html`, "utf8");
export const snapshotOfMany = () => JSON.parse(readFileSync(`${OUT}/many/proposals.json`));

/** Makes the module wait, in whatever page loads it, until the returned function is called. */
export async function holdModule(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/alesco-*.wasm*", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/**
 * Opens a host page with prerendered HTML, whose module waits. Returns the requests to GitHub, and `go`, which lets the
 * module start.
 */
export async function openPrerendered(page, { code = "en", attributes = "", html = prerenderedHtml(code), edit } = {}, answers = {}) {
  const go = await holdModule(page);
  const container = `<div data-alesco-proposals ${attributes}>\n${html}</div>`;
  const inLanguage = (page) => page.replace('<html lang="en"', `<html lang="${code}"`);
  const requests = await openHost(page, "almalinux.html", { container, edit: (html) => inLanguage(edit?.(html) ?? html) }, answers);
  await expectPrerendered(page);
  return { requests, go };
}

/** Expects that the prerendered HTML is there still. */
export const expectPrerendered = (page) => expect(root(page)).toHaveAttribute(PRERENDERED_ATTRIBUTE, "");

/** Waits until the live view has replaced the prerendered HTML, and is painted. */
export async function expectLiveView(page) {
  await expect(root(page)).not.toHaveAttribute(PRERENDERED_ATTRIBUTE);
  await nextFrames(page);
}

/** Name, class, box in the document and text of every element of the cards and their headings. */
export const boxes = (page) =>
  page.evaluate(() => {
    const elements = [...document.querySelectorAll("section.alesco-proposals :is(h1, h2, article, article *):not(.alesco-label-swatch, .alesco-label-swatch *)")];
    return elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, element.className, x, y + scrollY, width, height, element.textContent];
    });
  });

/** Records how the live view replaces the prerendered HTML. */
export const watchExchange = (page) =>
  page.evaluate(() => {
    window.exchange = { steps: 0, fewestCards: Infinity };
    const mount = document.querySelector("[data-alesco-proposals]");
    const isElement = ({ nodeType }) => nodeType === Node.ELEMENT_NODE;
    // All that changes before the browser paints again comes in one call.
    const observer = new MutationObserver((records) => {
      const nodes = records.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
      if (nodes.some(isElement)) window.exchange.steps += 1;
    });
    for (const element of [mount, mount.querySelector("section")]) observer.observe(element, { childList: true });
    const countCards = () => {
      const cards = [...mount.querySelectorAll("article")].filter((card) => card.checkVisibility());
      window.exchange.fewestCards = Math.min(window.exchange.fewestCards, cards.length);
      requestAnimationFrame(countCards);
    };
    requestAnimationFrame(countCards);
  });

/** In how many steps the prerendered HTML was replaced, and the fewest cards that any frame has shown. */
export const exchange = (page) => page.evaluate(() => window.exchange);

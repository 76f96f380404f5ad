// Pages that come with cards: the builder's fragments of the snapshot in this repository.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { HOST } from "./address.mjs";
import { openHost } from "./hosts.mjs";
import { expect, root } from "./page.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const OUT = `${ROOT}target/fragments`;

/** Before the first test: writes the fragments, as a site's build does. */
export default function writeAll() {
  const known = JSON.parse(readFileSync(`${ROOT}snapshot/proposals.json`));
  const [one] = known.proposals;
  const many = Array.from({ length: MANY }, (_, at) => ({ ...one, number: 100 + MANY - at, title: `Proposal ${at}`, stage: "submitted" }));
  write(OUT, known, "all");
  write(`${OUT}/many`, { ...known, proposals: many }, "en");
}

function write(out, snapshot, languages) {
  mkdirSync(out, { recursive: true });
  writeFileSync(`${out}/proposals.json`, JSON.stringify(snapshot));
  const program = ["run", "--quiet", "--locked", "--features", "builder", "--bin", "snapshot", "--"];
  const order = ["--offline", "--langs", languages, "--out", out];
  execFileSync("cargo", [...program, ...order], { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
}

/** The fragment in a language. */
export const fragment = (code) => readFileSync(`${OUT}/proposals.${code}.html`, "utf8");

/** More proposals than are drawn at once, and than stand on one shelf. */
export const MANY = 45;
export const fragmentOfMany = () => readFileSync(`${OUT}/many/proposals.en.html`, "utf8");
export const snapshotOfMany = () => JSON.parse(readFileSync(`${OUT}/many/proposals.json`));

/** The cards of the fragment, in their order. */
export const CARDS = [16, 18, 17];

/** Lets the module wait, whatever page asks for it, until the returned function is called. */
export async function holdModule(page) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route("**/alesco-proposals.wasm*", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Opens a host's page that came with cards, and whose module waits; `go` lets it start. */
export async function openWithCards(page, { code = "en", attributes = "", html = fragment(code), edit } = {}, answers = {}) {
  const go = await holdModule(page);
  const container = `<div data-alesco-proposals ${attributes}>\n${html}</div>`;
  const inLanguage = (page) => page.replace('<html lang="en"', `<html lang="${code}"`);
  const asked = await openHost(page, "almalinux.html", { container, edit: (html) => inLanguage(edit?.(html) ?? html) }, answers);
  await expect(root(page)).toHaveAttribute("data-fragment", "");
  return { asked, go };
}

/** Waits until the module has taken the cards over, and its first frames are seen. */
export async function expectTakenOver(page) {
  await expect(root(page)).not.toHaveAttribute("data-fragment", "");
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}

/** Where everything is that a reader sees of the cards, and marks it, so that `sameElements` knows it again. */
export const places = (page) =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll("section.alesco-proposals :is(h1, h2, article, article *):not(.alesco-paint, .alesco-paint *)")];
    return seen.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, element.className, x, y + scrollY, width, height, element.textContent];
    });
  });

/** Gives every element of the cards a number that only the element itself has. */
export const mark = (page) =>
  page.evaluate(() => {
    window.marked = [...document.querySelectorAll("section.alesco-proposals, section.alesco-proposals :is(article, article *):not(.alesco-paint, .alesco-paint *)")];
  });

/** How many of those are not on the page any more. */
export const lost = (page) => page.evaluate(() => window.marked.filter((element) => !element.isConnected).length);

/** Sums up from now on how much of the page moves by itself. */
export const watchShifts = (page) =>
  page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const shift of list.getEntries()) {
        window.shifts.push({ value: shift.value, of: shift.sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? "gone").slice(0, 100)) });
      }
    }).observe({ type: "layout-shift" });
  });

export const shifts = (page) => page.evaluate(() => window.shifts);

export const STANDALONE = `http://${HOST}/prerendered/`;

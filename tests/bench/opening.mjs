// How long it takes from a click on a card's title to the text of the proposal, at full speed: #18 of the demonstration,
// of 28 kB. Once from the texts of the site, and once from GitHub, which answers at once. opening.js says what is measured
// in the page.
import { readFileSync } from "node:fs";
import { FOLDER } from "./dist.mjs";
import { listPage } from "./keystrokes.mjs";
import { watchOpening } from "./opening.js";
import { file, startSite } from "./servers.mjs";

const NUMBER = 18;

/** How often it is opened. */
const TIMES = 9;

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));
const issues = JSON.parse(read("tests/demo/issues.json"));
const files = JSON.parse(read("tests/fixtures/pull-files.json"));
const SNAPSHOT = file("application/json", read("snapshot/proposals.json"));
const TEXT = String(read(`snapshot/texts/${NUMBER}.json`));

/** Where the text comes from: an attribute of the page, and the end of the address of the response that has the text. */
const SOURCES = {
  "the site": { attribute: 'data-texts="/texts"', address: `/texts/${NUMBER}.json` },
  GitHub: { attribute: "", address: `/pulls/${NUMBER}/files?per_page=100` },
};

async function open(browser, origin, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.addInitScript(watchOpening, address);
  await page.goto(origin);
  await page.locator("section[data-source=live]").waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator(`article[data-proposal="${NUMBER}"] .al-rfc-title a`).click();
  const times = await page.evaluate(() => window.opening);
  await context.close();
  return times;
}

export async function measureOpening(browser, api, program, say) {
  const site = await startSite(program);
  api.serve({ issues, files });
  // A text is of one repository: here of the one that the API on loopback has.
  const text = file("application/json", TEXT.replaceAll("https://github.com/AlmaLinux", `${api.origin}/AlmaLinux`));
  const results = [];
  for (const [source, { attribute, address }] of Object.entries(SOURCES)) {
    site.serve({
      "/": listPage(`data-api="${api.origin}" data-snapshot="/data.json" ${attribute}`),
      "/data.json": SNAPSHOT,
      [SOURCES["the site"].address]: text,
    });
    const runs = [];
    for (let time = 1; time <= TIMES; time += 1) runs.push(await open(browser, site.origin, address));
    const isAsked = api.asked.some((url) => url.endsWith(SOURCES.GitHub.address));
    if (isAsked !== (source === "GitHub")) throw new Error(`The text does not come from ${source}`);
    results.push({ source, runs });
    say(`   from ${source}: ${runs.length} times`);
  }
  site.close();
  return results;
}

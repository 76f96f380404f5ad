// How long a key in the search takes to show, with few and with many proposals, at full speed.
//
// The keys are real ones, typed one after the other: a word that narrows the list step by step, and
// its deletion, which widens it again. keys.js says what is measured in the page, and why so.
import { FOLDER } from "./dist.mjs";
import { watchKeys } from "./keys.js";
import { issues, snapshot } from "./proposals.mjs";
import { file, startSite } from "./servers.mjs";

const WORD = "podman";
const KEYS = [...WORD, ...[...WORD].map(() => "Backspace")];

/** GitHub's list ends after ten pages of a hundred; more proposals than that come as a snapshot. */
const MOST_LISTED = 1000;

/** How many proposals, and how often the word is typed and deleted. */
const SIZES = [
  { size: 100, times: 3 },
  { size: 1000, times: 3 },
  { size: 10_000, times: 1 },
];

/** A list that is complete and has not changed for so long is at rest. In milliseconds. */
const QUIET = 1000;

/** What takes longer is broken. In milliseconds. */
const TIMEOUT = 120_000;

/** The whole page, with these attributes on its mount. */
export const listPage = (attributes) => file("text/html; charset=utf-8", `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Proposals</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${FOLDER}page.css">
<link rel="stylesheet" href="${FOLDER}alesco-browser.css">
<script async type="module" src="${FOLDER}alesco-browser.js"></script>
<body><main data-alesco-proposals data-view="browser" data-show="all" ${attributes}></main></body>
</html>`);

/** Serves so many proposals: as GitHub's list, or as a snapshot while GitHub refuses. */
function serve(site, api, size) {
  if (size <= MOST_LISTED) {
    // With so few requests left, no documents are asked for: nothing changes while keys are typed.
    api.serve({ issues: issues(size), left: 20 });
    return site.serve({ "/": listPage(`data-api="${api.origin}"`) });
  }
  api.serve({ limited: true });
  const address = `/${size}.json`;
  site.serve({
    "/": listPage(`data-api="${api.origin}" data-snapshot="${address}"`),
    [address]: file("application/json", snapshot(size), { packed: false }),
  });
}

/** The most cards that are shown at first. */
const SHOWN = 50;

/** Waits until all proposals are counted, the first cards are there, and nothing changes any more. Returns for how long nothing did, in milliseconds. */
export async function settled(page, size) {
  const complete = ([size, shown]) => {
    const said = document.querySelector(".alesco-proposals [role=status]")?.textContent ?? "";
    return Number(said.replace(/\D/g, "")) === size && document.querySelectorAll("article").length === shown;
  };
  await page.waitForFunction(complete, [size, Math.min(size, SHOWN)], { polling: 100, timeout: TIMEOUT });
  const rest = (quiet) =>
    new Promise((resolve) => {
      let timer = setTimeout(resolve, quiet);
      new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(resolve, quiet);
      }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
    });
  await page.evaluate(rest, QUIET);
  return QUIET;
}

async function type(page, times) {
  const search = page.locator("input[type=search][name=q]");
  const strokes = [];
  await search.focus();
  for (let time = 1; time <= times; time += 1) {
    for (const key of KEYS) {
      await page.evaluate(() => window.nextKey());
      await page.keyboard.press(key);
      const stroke = await page.evaluate(() => window.key);
      strokes.push({ time, key, text: await search.inputValue(), ...stroke });
    }
  }
  return strokes;
}

export async function measureKeystrokes(browser, api, program, say) {
  const site = await startSite(program);
  const results = [];
  for (const { size, times } of SIZES) {
    serve(site, api, size);
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(site.origin);
    await settled(page, size);
    await page.evaluate(watchKeys);
    const strokes = await type(page, times);
    await context.close();
    results.push({ size, source: size <= MOST_LISTED ? "GitHub's list" : "snapshot", strokes });
    say(`   ${size} proposals: ${strokes.length} keys`);
  }
  site.close();
  return results;
}

// How long it takes from the data to the first cards and to all of them, and what memory they take, with few and
// with many proposals, at full speed.
//
// The data is a snapshot, while GitHub refuses: one answer that has them all. arrival.js says what is measured in
// the page.
import { watchArrival } from "./arrival.js";
import { listPage, settled } from "./keystrokes.mjs";
import { snapshot } from "./proposals.mjs";
import { file, startSite } from "./servers.mjs";

const SIZES = [100, 1000, 10_000];

/** How often each is loaded. */
const TIMES = 3;

const ADDRESS = "/data.json";

/** What the page takes, after a collection of what nobody needs any more. In bytes; and how many nodes it has. */
async function memory(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  const metric = (name) => metrics.find((metric) => metric.name === name)?.value;
  const wasm = await page.evaluate(() => window.wasmMemory());
  return { heap: metric("JSHeapUsedSize"), wasm, nodes: metric("Nodes") };
}

async function load(browser, origin, size) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const page = await context.newPage();
  await page.addInitScript(watchArrival, ADDRESS);
  await page.goto(origin);
  const arrival = await page.evaluate(() => window.arrival);
  const before = Date.now();
  const quiet = await settled(page, size);
  const whole = Date.now() - before - quiet;
  const run = { ...arrival, whole, ...(await memory(page)) };
  await context.close();
  return run;
}

export async function measureArrival(browser, api, program, say) {
  const site = await startSite(program);
  api.serve({ limited: true });
  const results = [];
  for (const size of SIZES) {
    site.serve({
      "/": listPage(`data-api="${api.origin}" data-snapshot="${ADDRESS}"`),
      [ADDRESS]: file("application/json", snapshot(size), { packed: false }),
    });
    const runs = [];
    for (let time = 1; time <= TIMES; time += 1) runs.push(await load(browser, site.origin, size));
    results.push({ size, runs });
    say(`   ${size} proposals: ${runs.length} times`);
  }
  site.close();
  return results;
}

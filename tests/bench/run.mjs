// Measures dist/, shows the results, and leaves them in test-results/bench.json.
//   node tests/bench/run.mjs [--rounds 5] [--only first-card|arrival|keystrokes|opening]
import { chromium } from "@playwright/test";
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { CHROMIUM } from "../e2e/engines.mjs";
import { measureArrival } from "./arrival.mjs";
import { dist } from "./dist.mjs";
import { CONDITIONS, SHARED_EQUALLY, byPriority, measureFirstCard } from "./first-card.mjs";
import { measureKeystrokes } from "./keystrokes.mjs";
import { startLine } from "./line.mjs";
import { measureOpening } from "./opening.mjs";
import { arrivalTable, firstCardTable, keysTable, keystrokesTable, openingTable, sizesTable, timelineTable } from "./report.mjs";
import { startApi } from "./servers.mjs";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "5" }, only: { type: "string" } },
});
const rounds = Number(values.rounds);
if (!(rounds >= 1)) throw new Error(`--rounds ${values.rounds}: a number from 1 on`);
const wanted = (part) => !values.only || values.only === part;

const say = (text) => console.log(text);
const headline = (text) => say(`\n== ${text}`);

const line = wanted("first-card") && (await startLine(CONDITIONS));
// The browser that visitors have, not the tests' headless shell.
const launchOptions = { ...CHROMIUM.launchOptions, executablePath: process.env.CHROMIUM || "/usr/bin/chromium" };
const args = [...launchOptions.args, ...(line ? [`--ignore-certificate-errors-spki-list=${line.key}`] : [])];
const browser = await chromium.launch({ ...launchOptions, args });
const api = await startApi();
const { files, sizes } = dist();
const machine = {
  cpu: cpus()[0].model,
  cores: cpus().length,
  chromium: browser.version(),
  node: process.version,
  load: loadavg().map((load) => Number(load.toFixed(2))),
};
const results = { date: new Date().toISOString(), machine, sizes };

say(`${machine.cpu}, ${machine.cores} cores, Chromium ${machine.chromium}`);
if (machine.load[0] > machine.cores / 2) {
  say(`!! The machine is busy (load ${machine.load[0]}): times will be too long.`);
}
headline("Sizes");
say(sizesTable(sizes));

if (wanted("first-card")) {
  const { downKbits, upKbits, latencyMs, cpuSlowdown, apiDelayMs } = CONDITIONS;
  headline("The first card");
  say(
    `   ${downKbits} kbit/s down, ${upKbits} up, ${latencyMs} ms latency, processor ${cpuSlowdown} times slower, ` +
      `GitHub after ${apiDelayMs} ms`,
  );
  const lines = [SHARED_EQUALLY, byPriority(line)];
  results.firstCard = { conditions: CONDITIONS, rounds, lines: [] };
  for (const { title, ...network } of lines) {
    headline(`The first card: ${title}`);
    const { contenders, faults } = await measureFirstCard(browser, network, files, rounds, say);
    results.firstCard.lines.push({ title, contenders, faults });
    say(`\n${firstCardTable(contenders)}`);
    say(`\n${timelineTable("there after, median ms", "there", contenders)}`);
    say(`\n${timelineTable("where the time goes, median ms", "steps", contenders)}`);
    for (const fault of faults) say(`!! ${fault}`);
    if (faults.length === 0) say("\nEvery preload was taken: its address was requested once, and the browser has no complaint.");
    else process.exitCode = 1;
  }
}

if (wanted("arrival")) {
  headline("From the data to the cards");
  results.arrival = await measureArrival(browser, api, files, say);
  say(`\n${arrivalTable(results.arrival)}`);
}

if (wanted("keystrokes")) {
  headline("A key in the search");
  results.keystrokes = await measureKeystrokes(browser, api, files, say);
  say(`\n${keystrokesTable(results.keystrokes)}`);
  say(`\n${keysTable(results.keystrokes.at(-1))}`);
}

if (wanted("opening")) {
  headline("A proposal is opened");
  results.opening = await measureOpening(browser, api, files, say);
  say(`\n${openingTable(results.opening)}`);
}

await browser.close();
api.close();
mkdirSync("test-results", { recursive: true });
writeFileSync("test-results/bench.json", `${JSON.stringify(results, null, 1)}\n`);
say("\n== test-results/bench.json has every run");

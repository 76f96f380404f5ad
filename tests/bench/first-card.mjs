// How long until the first card is painted, on a slow line and a slow processor, by several
// contenders in turn.
//
// The processor's throttle slows the page's main thread; a module is compiled on other threads, at full speed.
// Every load has a browser context of its own, so nothing is cached, unless an earlier visit is part of
// what is measured.
import { CONTENDERS } from "./contenders.mjs";
import { hostFiles, hostPage, PORTRAITS } from "./host.mjs";
import { median } from "./report.mjs";
import { startApi, startSite } from "./servers.mjs";
import { timeline } from "./timeline.mjs";
import { watch } from "./watch.js";

export const CONDITIONS = { downKbits: 1600, upKbits: 750, latencyMs: 150, cpuSlowdown: 4, apiDelayMs: 300 };

/** The list's own cards: places for those that are on their way do not count. */
const CARD = ".al-rfc-card:not(.alesco-skeleton)";

/** No card by then means that something is broken. */
const TIMEOUT = 60_000;

/** Chromium complains about a preload that nobody took three seconds after the page has loaded. */
const COMPLAINT = 4_000;

/**
 * The line as the browser emulates it, under HTTP/1.1, of which it opens six connections to each origin. The
 * latency is added to each request, and a connection costs nothing. All that is under way has an equal
 * share, whatever its priority.
 */
export const SHARED_EQUALLY = {
  title: "HTTP/1.1, every request with an equal share of the line",
  slow: (session) =>
    session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: CONDITIONS.latencyMs,
      downloadThroughput: (CONDITIONS.downKbits * 1000) / 8,
      uploadThroughput: (CONDITIONS.upKbits * 1000) / 8,
    }),
  fast: () => {},
};

/** A `line` of line.mjs: what the browser calls urgent comes first, and a connection and its TLS take their time. */
export const byPriority = (line) => ({
  title: "HTTP/2 over TLS, what is urgent first",
  listen: line.listen,
  slow: () => line.slow(true),
  fast: () => line.slow(false),
});

/** Opens the page, and resolves to when the first card was painted and what led up to it. */
async function firstCard(page, site, until = CARD) {
  await page.addInitScript(watch, until);
  await page.goto(site.origin, { waitUntil: "commit" });
  const late = new Promise((_, reject) => setTimeout(reject, TIMEOUT, new Error("no card within a minute")).unref());
  return Promise.race([page.evaluate(() => window.firstCard), late]);
}

/** What the page asks for early, by the addresses in its head. */
function preloads(head, site) {
  const links = head.matchAll(/<link rel="(?:modulepreload|preload)"[^>]* href="([^"]+)"/g);
  return [...links].map(([, href]) => new URL(href.replaceAll("&amp;", "&"), site.origin).href);
}

/** Lets all contenders run over such a line. */
export async function measureFirstCard(browser, { listen, slow, fast }, program, rounds, say) {
  const site = await startSite({ ...hostFiles(), ...program }, listen);
  const api = await startApi(listen);
  const context = () => browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB" });
  const faults = new Set();

  const serve = ({ parts, api: answers }, more) => {
    const place = parts({ api: api.origin });
    site.serve({ "/": hostPage(place) });
    api.serve({ delay: CONDITIONS.apiDelayMs, ...answers, ...more });
    return preloads(place.head ?? "", site);
  };

  const check = (contender, early) => {
    for (const address of early) {
      const times = [...site.asked, ...api.asked].filter((asked) => asked === address).length;
      if (times !== 1) faults.add(`${contender.title}: ${address} is preloaded and was requested ${times} times`);
    }
  };

  /** One load at full speed to its end: is the page whole, and does the browser find fault with it? */
  const inspect = async (contender) => {
    const early = serve(contender);
    fast();
    const own = await context();
    const page = await own.newPage();
    page.on("console", (message) => {
      if (/preload/.test(message.text())) faults.add(`${contender.title}: ${message.text()}`);
    });
    await firstCard(page, site, contender.until);
    await page.waitForLoadState("load");
    if (early.length > 0) await page.waitForTimeout(COMPLAINT);
    check(contender, early);
    const whole = await page.evaluate(() => [...document.images].filter((image) => image.naturalWidth > 0).length);
    if (whole !== PORTRAITS) faults.add(`${contender.title}: ${whole} of ${PORTRAITS} pictures could be shown`);
    await page.screenshot({ path: `test-results/bench-${CONTENDERS.indexOf(contender) + 1}.png`, fullPage: true });
    await own.close();
  };

  const load = async (contender) => {
    const own = await context();
    fast();
    if (contender.visits === 2) {
      // An answer of the earlier visit is out of date by the time of the later one.
      serve(contender, { delay: 0, maxAge: 0 });
      const page = await own.newPage();
      await firstCard(page, site);
      await page.waitForLoadState("load");
      await page.close();
    }
    const early = serve(contender);
    const page = await own.newPage();
    const session = await own.newCDPSession(page);
    await session.send("Network.enable");
    await slow(session);
    await session.send("Emulation.setCPUThrottlingRate", { rate: CONDITIONS.cpuSlowdown });
    const run = await firstCard(page, site, contender.until);
    run.pictures = site.asked.filter((address) => address.includes("/portraits/")).length;
    if (!contender.visits) check(contender, early);
    await own.close();
    return run;
  };

  for (const contender of CONTENDERS) await inspect(contender);
  const runs = CONTENDERS.map(() => []);
  for (let round = 1; round <= rounds; round += 1) {
    for (const [index, contender] of CONTENDERS.entries()) runs[index].push(await load(contender));
    const times = CONTENDERS.map(({ key }, index) => `(${key}) ${Math.round(runs[index].at(-1).painted)}`);
    say(`   round ${round} of ${rounds}: ${times.join(", ")}`);
  }
  site.close();
  api.close();

  const medians = runs.map((own) => median(own.map(({ painted }) => painted)));
  const contenders = CONTENDERS.map(({ key, title, against = CONTENDERS[0].key }, index) => {
    const other = CONTENDERS.findIndex((contender) => contender.key === against);
    const times = runs[index].map(({ painted }) => painted);
    return {
      key,
      title,
      painted: medians[index],
      least: Math.min(...times),
      most: Math.max(...times),
      against,
      ratio: medians[index] / medians[other],
      pictures: median(runs[index].map(({ pictures }) => pictures)),
      timeline: timeline(runs[index], site, api),
      runs: runs[index],
    };
  });
  return { contenders, faults: [...faults] };
}

// A page that is open for long: refreshed, changed by scripts, hidden, offline, with widgets that are added and removed. It must
// not accumulate listeners, elements, timers, requests or memory.
import { FILES, MINUTE, NOW, OPEN_CARDS, OPEN_ISSUES, SECOND, headers } from "./fixtures.mjs";
import { GITHUB } from "./github.mjs";
import { FALLBACK, WITHOUT_PRELOAD, openHost } from "./host-page.mjs";
import { setVisible, waitUntilIdle } from "./mock-api.mjs";
import { FAILED_REQUEST, expect, expectCards, expectLoaded, freshness, test } from "./page.mjs";
import { t } from "./texts.mjs";

test.use({ repeatsRequests: true });
test.setTimeout(300_000);

const CONTAINER = `<div id="alesco-prs" class="mt-4">${FALLBACK}</div>`;

/** Notes the module's memory, and counts timers and requests that have not ended. */
function watch() {
  const construct = (Instance, args) => {
    const instance = new Instance(...args);
    window.wasmMemory = instance.exports.memory;
    return instance;
  };
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct });
  const timers = new Set();
  for (const [start, stop, isOnce] of [["setInterval", "clearInterval", false], ["setTimeout", "clearTimeout", true]]) {
    const own = { start: window[start], stop: window[stop] };
    window[start] = (callback, ...args) => {
      const id = own.start(() => {
        if (isOnce) timers.delete(id);
        callback();
      }, ...args);
      timers.add(id);
      return id;
    };
    window[stop] = (id) => {
      timers.delete(id);
      own.stop(id);
    };
  }
  let requests = 0;
  const { fetch } = window;
  window.fetch = (...args) => {
    requests += 1;
    return fetch(...args).finally(() => (requests -= 1));
  };
  window.held = () => ({ timers: timers.size, requests, wasm: window.wasmMemory.buffer.byteLength });
}

test("after 200 refreshes, 50 morphs, 50 mounts and much else the page holds what it held before", async ({ page, context, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await page.addInitScript(watch);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  let edition = 0;
  let minutes = 0;
  const list = () => {
    edition += 1;
    // Titles change, so that each refresh has something to do. Changes come back, so that nothing grows by itself.
    const issues = OPEN_ISSUES.map((issue, at) => ({ ...issue, title: `${issue.title} ${(edition + at) % 2}` }));
    return { headers: headers(), json: issues };
  };
  await openHost(page, "almalinux.html", { head: WITHOUT_PRELOAD, container: CONTAINER }, { list, files: (number) => ({ headers: headers(), json: FILES[number] }) });
  await expectLoaded(page);

  const refreshes = async (count) => {
    // A minute goes by, as it does on a page that is open for long.
    minutes += 1;
    await page.clock.setFixedTime(NOW.getTime() + minutes * MINUTE);
    // In one call: each call of Playwright leaves something in the page's heap.
    await page.evaluate(async ([name, count]) => {
      const title = () => document.querySelector("#alesco-prs article .al-rfc-title").textContent;
      const button = () => [...document.querySelectorAll("#alesco-prs button")].find((button) => button.textContent.includes(name));
      for (let round = 0; round < count; round++) {
        const before = title();
        button().click();
        do await new Promise((resolve) => requestAnimationFrame(resolve));
        while (title() === before || window.held().requests > 0);
      }
    }, [t("refresh"), count]);
  };
  const morphs = async (count) => {
    for (let round = 0; round < count; round++) {
      await page.locator("#alesco-prs").evaluate((element, html) => (element.outerHTML = html), CONTAINER);
      await expect(page.locator("#alesco-prs article")).toHaveCount(OPEN_CARDS.length);
    }
  };
  const mounts = async (count) => {
    for (let round = 0; round < count; round++) {
      await page.evaluate(() => {
        const widget = document.createElement("div");
        widget.dataset.alescoProposals = "";
        widget.id = "second";
        document.querySelector("main, body").append(widget);
      });
      await expect(page.locator("#second article")).toHaveCount(OPEN_CARDS.length);
      await page.evaluate(() => document.getElementById("second").remove());
    }
  };
  const hideAndShow = async (count) => {
    for (let round = 0; round < count; round++) {
      await setVisible(page, false);
      await setVisible(page, true);
    }
  };
  const offlineAndBack = async (count) => {
    for (let round = 0; round < count; round++) {
      await context.setOffline(true);
      await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
      await context.setOffline(false);
      await expect(freshness(page)).not.toHaveAttribute("data-trouble");
    }
  };

  const collectGarbage = async () => {
    for (let times = 0; times < 3; times++) await devtools.send("HeapProfiler.collectGarbage");
  };

  /** What the page holds after the garbage collector has run. */
  const measure = async () => {
    await expectCards(page, OPEN_CARDS);
    await expect.poll(() => page.evaluate(() => window.held().requests)).toBe(0);
    await waitUntilIdle(page, GITHUB);
    // A Web Lock is released, and what waits for it ends, a moment after saving.
    await page.waitForTimeout(SECOND / 2);
    await collectGarbage();
    const { metrics } = await devtools.send("Performance.getMetrics");
    const value = (name) => metrics.find((metric) => metric.name === name).value;
    const held = await page.evaluate(() => window.held());
    return { listeners: value("JSEventListeners"), nodes: value("Nodes"), heap: value("JSHeapUsedSize"), ...held };
  };

  const rounds = async (count) => {
    for (let round = 0; round < count; round++) {
      await refreshes(8);
      await morphs(2);
      await mounts(2);
      await hideAndShow(2);
      if (round % 5 === 0) await offlineAndBack(2);
      // What a removed listener holds in wasm memory is free when its closure is collected.
      await collectGarbage();
    }
  };

  // Everything has run before it counts: code is compiled, buffers have their size.
  await rounds(10);
  const before = await measure();
  await rounds(25);
  const after = await measure();
  expect(after.requests).toBe(0);
  // What is lower is no fault: the browser collects what is free when it likes.
  const growth = Object.fromEntries(Object.entries(after).map(([name, value]) => [name, value / Math.max(before[name], 1)]));
  for (const name of ["listeners", "nodes", "timers", "heap", "wasm"]) expect(growth[name], `${name}: ${before[name]}, then ${after[name]}`).toBeLessThanOrEqual(1.05);
});

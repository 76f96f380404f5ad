// Widgets are mounted and unmounted with their elements, and a page is never worse than without them.
import { EMBED, HOST, OTHER } from "./address.mjs";
import { OPEN_CARDS, RATE_LIMITED, deferred } from "./fixtures.mjs";
import { listRequests, mockGitHub } from "./github.mjs";
import { FALLBACK, MOUNT, WITHOUT_PRELOAD, openHost } from "./host-page.mjs";
import { FAILED_REQUEST, alert, card, expect, expectCards, expectMounted, filtersButton, openFilters, root, test } from "./page.mjs";
import { CONSOLE, line, t } from "./texts.mjs";

test("the fallback stays until there are cards", async ({ page }) => {
  const list = deferred();
  await openHost(page, "almalinux.html", {}, { list: () => list.promise });
  await expectMounted(page.locator(MOUNT));
  await expect(page.locator(MOUNT)).toHaveText(FALLBACK);
  await expect(root(page)).toHaveCount(0);
  list.resolve();
  await expectCards(page, OPEN_CARDS);
  await expect(page.getByText(FALLBACK)).toHaveCount(0);
});

test("an error panel replaces the fallback", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await openHost(page, "almalinux.html", {}, { list: () => RATE_LIMITED });
  await expect(alert(page)).toContainText(t("rateLimitedTitle"));
  await expect(page.getByText(FALLBACK)).toHaveCount(0);
});

test("an element without a fallback shows a skeleton until there are cards", async ({ page }) => {
  const list = deferred();
  await openHost(page, "almalinux.html", { container: "<div data-alesco-proposals></div>" }, { list: () => list.promise });
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  list.resolve();
  await expectCards(page, OPEN_CARDS);
});

const WASM = "**/alesco-proposals.wasm*";
const MODULE = "**/alesco-proposals.js*";
/** Ways in which the module cannot start. */
const BROKEN = {
  "the wasm is blocked": [WASM, (route) => route.abort("blockedbyclient")],
  "the wasm is not found": [WASM, (route) => route.fulfill({ status: 404, body: "" })],
  "the wasm is HTML": [WASM, (route) => route.fulfill({ contentType: "application/wasm", body: "<!doctype html>" })],
  "the module is blocked": [MODULE, (route) => route.abort("blockedbyclient")],
  "the module has the wrong type": [MODULE, (route) => route.fulfill({ contentType: "text/plain", body: "start()" })],
};

for (const [name, [url, handler]] of Object.entries(BROKEN)) {
  test(`the fallback stays when ${name}`, async ({ page, expectedConsole }) => {
    expectedConsole.push(line(CONSOLE.moduleFailed), FAILED_REQUEST, /MIME type/, /preload/, /WebAssembly/);
    await page.route(url, handler);
    const warning = page.waitForEvent("console");
    await openHost(page, "almalinux.html");
    await warning;
    await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
    await expect(root(page)).toHaveCount(0);
  });
}

test("the fallback stays in a browser without WebAssembly", async ({ page, expectedConsole }) => {
  expectedConsole.push(line(CONSOLE.moduleFailed), /preload/);
  await page.addInitScript(() => delete window.WebAssembly);
  const warning = page.waitForEvent("console");
  await openHost(page, "almalinux.html");
  await warning;
  await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
});

test("the module starts when the wasm has a wrong content type", async ({ page, expectedConsole }) => {
  expectedConsole.push(/MIME type|instantiateStreaming/, /preload/);
  await page.route(WASM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await openHost(page, "almalinux.html");
  await expectCards(page, OPEN_CARDS);
});

test("loading the module again does not mount a widget twice", async ({ page }) => {
  const again = `<script type="module" src="${EMBED}alesco-proposals.js?again"></script>`;
  const edit = (html) => html.replace("</head>", `${again}${again}</head>`);
  const requests = await openHost(page, "almalinux.html", { edit });
  await expectCards(page, OPEN_CARDS);
  await expect(root(page)).toHaveCount(1);
  expect(listRequests(requests)).toHaveLength(1);
});

test("an element that is added later becomes a widget and shares the loaded data", async ({ page }) => {
  const requests = await openHost(page, "almalinux.html");
  await expectCards(page, OPEN_CARDS);
  await page.evaluate(() => {
    const later = document.createElement("div");
    later.dataset.alescoProposals = "";
    later.dataset.stage = "submitted";
    later.textContent = "Later";
    document.querySelector("main, body").append(later);
  });
  await expect(card(page, 18)).toHaveCount(2);
  await expect(page.getByText("Later", { exact: true })).toHaveCount(0);
  expect(listRequests(requests)).toHaveLength(1);
});

for (const [name, tells] of Object.entries({ "tells when it is idle": true, "does not tell when it is idle": false })) {
  test(`an element with data-start="idle" waits until the page has loaded, in a browser that ${name}`, async ({ page }) => {
    if (!tells) await page.addInitScript(() => delete window.requestIdleCallback);
    const image = deferred();
    await page.route("**/late.png", async (route) => {
      await image.promise;
      await route.fulfill({ contentType: "image/png", body: "" });
    });
    const container = `<div id="waiting" data-alesco-proposals data-start="idle">Later</div><div id="released" data-alesco-proposals data-start="idle">Later</div><div id="other" data-alesco-proposals></div><img src="/late.png" alt="">`;
    await openHost(page, "almalinux.html", { container, until: "commit" });
    await expect(card(page.locator("#other"), 18)).toHaveCount(1);
    await page.evaluate(() => document.querySelector("#released").removeAttribute("data-start"));
    await expect(card(page.locator("#released"), 18)).toHaveCount(1);
    await expect(page.locator("#waiting")).toHaveText("Later");
    expect(await page.evaluate(() => "requestIdleCallback" in window)).toBe(tells);
    image.resolve();
    await expect(card(page.locator("#waiting"), 18)).toHaveCount(1);
    // Nothing is left to wait for.
    await page.evaluate(() => document.querySelector("#other").insertAdjacentHTML("afterend", `<div id="last" data-alesco-proposals data-start="idle"></div>`));
    await expect(card(page.locator("#last"), 18)).toHaveCount(1);
  });
}

test.describe("with a removed element", () => {
  test.use({ repeatsRequests: true });

  test("removing an element unmounts its widget, aborts its requests and restores the fallback; adding it mounts a new one", async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    const responses = ["hang"];
    // A preload would be the host's own request.
    const requests = await openHost(page, "almalinux.html", { head: WITHOUT_PRELOAD }, { list: () => responses.shift() });
    await expect.poll(() => listRequests(requests).length).toBe(1);
    const aborted = page.waitForEvent("requestfailed");
    await page.evaluate((mount) => {
      window.removed = document.querySelector(mount);
      window.parentOfRemoved = window.removed.parentElement;
      window.removed.remove();
    }, MOUNT);
    expect((await aborted).url()).toMatch(/\/issues\?/);
    expect(await page.evaluate(() => [window.removed.textContent.trim(), Symbol.for("alesco-proposals.mounted") in window.removed])).toEqual([FALLBACK, false]);
    await page.evaluate(() => window.parentOfRemoved.append(window.removed));
    await expectCards(page, OPEN_CARDS);
    await page.evaluate(() => window.removed.remove());
    expect(await page.evaluate(() => window.removed.textContent.trim())).toBe(FALLBACK);
  });
});

test.describe("with a removed element and a changed address", () => {
  test.use({ repeatsRequests: true });

  test("an element that is removed in the same task as a popstate event is unmounted, and another one can be mounted", async ({ page }) => {
    await openHost(page, "almalinux.html", { container: '<div data-alesco-proposals data-url="query"></div>' });
    await expectCards(page, OPEN_CARDS);
    await page.evaluate((mount) => {
      history.pushState(null, "", "?q=kernel");
      document.querySelector(mount).remove();
      dispatchEvent(new PopStateEvent("popstate"));
    }, MOUNT);
    await expect(root(page)).toHaveCount(0);
    // A panic would have ended the module.
    await page.evaluate(() => {
      const later = document.createElement("div");
      later.dataset.alescoProposals = "";
      document.body.append(later);
    });
    await expectCards(page, OPEN_CARDS);
  });
});

test("a widget that is moved within the page keeps its state", async ({ page }) => {
  const requests = await openHost(page, "almalinux.html");
  await expectCards(page, OPEN_CARDS);
  await openFilters(page);
  await page.evaluate((mount) => document.body.prepend(document.querySelector(mount)), MOUNT);
  await expectCards(page, OPEN_CARDS);
  await expect(filtersButton(page)).toHaveAttribute("aria-expanded", "true");
  expect(listRequests(requests)).toHaveLength(1);
});

test("an unmounted widget leaves no listener and no timer behind", async ({ page }) => {
  await page.addInitScript(() => {
    window.listening = 0;
    window.timers = new Set();
    // Firefox's driver listens, too.
    const isOfModule = () => new Error().stack.includes("alesco-proposals");
    for (const target of [window, document]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = function (...args) {
        // A listener for one event removes itself.
        if (!args[2]?.once && isOfModule()) window.listening++;
        return addEventListener.apply(this, args);
      };
      target.removeEventListener = function (...args) {
        if (isOfModule()) window.listening--;
        return removeEventListener.apply(this, args);
      };
    }
    const { setInterval: start, clearInterval: stop } = window;
    window.setInterval = (...args) => {
      const timer = start(...args);
      window.timers.add(timer);
      return timer;
    };
    window.clearInterval = (timer) => {
      window.timers.delete(timer);
      stop(timer);
    };
  });
  const container = '<div data-alesco-proposals data-url="query"></div>';
  await openHost(page, "almalinux.html", { container });
  await expectCards(page, OPEN_CARDS);
  const count = () => page.evaluate(() => [window.listening, window.timers.size]);
  const [listeners, timers] = await count();
  expect(listeners).toBeGreaterThan(0);
  expect(timers).toBeGreaterThan(0);
  await page.evaluate((mount) => document.querySelector(mount).remove(), MOUNT);
  await expect.poll(count).toEqual([0, 0]);
});

test("the module can be loaded from another origin, and loads its wasm from there", async ({ page, expectedConsole }) => {
  // This page's policy allows style sheets and icons of the other origin only.
  expectedConsole.push(/violates the following .*directive: .(style|img)-src/);
  const from = `http://${OTHER}${EMBED}`;
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await mockGitHub(page);
  await page.goto(`http://${HOST}/hosts/wiki.html?elsewhere`);
  await page.evaluate((from) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = `${from}alesco-proposals.js?v=7`;
    document.head.append(script);
  }, from);
  await expectCards(page, OPEN_CARDS);
  expect(loaded).toContain(`${from}alesco-proposals.wasm?v=7`);
});

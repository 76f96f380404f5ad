// The widget comes and goes with its element, and never leaves a page worse than it was.
import { HOST, OTHER } from "./address.mjs";
import { LIMITED, github } from "./github.mjs";
import { MOUNT, WITHOUT_REQUEST, openHost } from "./hosts.mjs";
import { FAILED_REQUEST, card, expect, expectCards, root, test } from "./page.mjs";

const FALLBACK = "Loading open proposals...";
const LIST = /\/issues\?/;
const lists = (asked) => asked.filter((address) => LIST.test(address));

/** An answer that comes when it is told to. */
function held() {
  let answer;
  const asked = new Promise((resolve) => (answer = resolve));
  return { list: () => asked, answer: (value) => answer(value) };
}

test("what was inside stays until the cards are there", async ({ page }) => {
  const { list, answer } = held();
  await openHost(page, "almalinux.html", {}, { list });
  await expect(page.locator("[data-alesco-mounted]")).toHaveText(FALLBACK);
  await expect(root(page)).toHaveCount(0);
  answer(undefined);
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByText(FALLBACK)).toHaveCount(0);
});

test("what was inside stays until a message is there", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await openHost(page, "almalinux.html", {}, { list: () => LIMITED });
  await expect(page.getByRole("alert")).toContainText("limit for your network is used up");
  await expect(page.getByText(FALLBACK)).toHaveCount(0);
});

test("an empty element shows the places of cards meanwhile", async ({ page }) => {
  const { list, answer } = held();
  await openHost(page, "almalinux.html", { container: "<div data-alesco-proposals></div>" }, { list });
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  answer(undefined);
  await expectCards(page, [16, 18, 17]);
});

const WASM = "**/alesco-proposals.wasm*";
const MODULE = "**/alesco-proposals.js*";
const broken = {
  "wasm is blocked": [WASM, (route) => route.abort("blockedbyclient")],
  "wasm is not found": [WASM, (route) => route.fulfill({ status: 404, body: "" })],
  "wasm is no wasm": [WASM, (route) => route.fulfill({ contentType: "application/wasm", body: "<!doctype html>" })],
  "the module is blocked": [MODULE, (route) => route.abort("blockedbyclient")],
  "the module has the wrong type": [MODULE, (route) => route.fulfill({ contentType: "text/plain", body: "start()" })],
};

for (const [name, [address, answer]] of Object.entries(broken)) {
  test(`${name}: the page is as it was`, async ({ page, expectedConsole }) => {
    expectedConsole.push(/could not start/, FAILED_REQUEST, /MIME type/, /preload/, /WebAssembly/);
    await page.route(address, answer);
    const said = page.waitForEvent("console");
    await openHost(page, "almalinux.html");
    await said;
    await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
    await expect(root(page)).toHaveCount(0);
  });
}

test("a browser without WebAssembly: the page is as it was", async ({ page, expectedConsole }) => {
  expectedConsole.push(/could not start/, /preload/);
  await page.addInitScript(() => delete window.WebAssembly);
  const said = page.waitForEvent("console");
  await openHost(page, "almalinux.html");
  await said;
  await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
});

test("wasm of the wrong type is read all the same", async ({ page, expectedConsole }) => {
  expectedConsole.push(/MIME type|instantiateStreaming/, /preload/);
  await page.route(WASM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await openHost(page, "almalinux.html");
  await expectCards(page, [16, 18, 17]);
});

test("twice the script, once the widget", async ({ page }) => {
  const again = '<script type="module" src="/alesco/alesco-proposals.js?again"></script>';
  const edit = (html) => html.replace("</head>", `${again}${again}</head>`);
  const asked = await openHost(page, "almalinux.html", { edit });
  await expectCards(page, [16, 18, 17]);
  await expect(root(page)).toHaveCount(1);
  expect(lists(asked)).toHaveLength(1);
});

test("an element that is added later becomes a widget, and shares what is there", async ({ page }) => {
  const asked = await openHost(page, "almalinux.html");
  await expectCards(page, [16, 18, 17]);
  await page.evaluate(() => {
    const later = document.createElement("div");
    later.dataset.alescoProposals = "";
    later.dataset.stage = "submitted";
    later.textContent = "Later";
    document.querySelector("main, body").append(later);
  });
  await expect(card(page, 18)).toHaveCount(2);
  await expect(page.getByText("Later", { exact: true })).toHaveCount(0);
  expect(lists(asked)).toHaveLength(1);
});

test.describe("an element that is removed", () => {
  test.use({ asksAgain: true });

  test("takes its widget along, and its requests; added again, it starts anew", async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    let answers = 0;
    // A preload would be the host's own request.
    const asked = await openHost(page, "almalinux.html", { head: WITHOUT_REQUEST }, { list: () => (answers++ === 0 ? "hang" : undefined) });
    await expect.poll(() => lists(asked).length).toBe(1);
    const aborted = page.waitForEvent("requestfailed");
    await page.evaluate((mount) => {
      window.kept = document.querySelector(mount);
      window.place = window.kept.parentElement;
      window.kept.remove();
    }, MOUNT);
    expect((await aborted).url()).toMatch(LIST);
    expect(await page.evaluate(() => [window.kept.textContent.trim(), window.kept.hasAttribute("data-alesco-mounted")])).toEqual([FALLBACK, false]);
    await page.evaluate(() => window.place.append(window.kept));
    await expectCards(page, [16, 18, 17]);
    await page.evaluate(() => window.kept.remove());
    expect(await page.evaluate(() => window.kept.textContent.trim())).toBe(FALLBACK);
  });
});

test.describe("in the midst of a change", () => {
  test.use({ asksAgain: true });

  test("an element that is removed takes its widget along", async ({ page }) => {
    await openHost(page, "almalinux.html", { container: '<div data-alesco-proposals data-url="query"></div>' });
    await expectCards(page, [16, 18, 17]);
    await page.evaluate((mount) => {
      history.pushState(null, "", "?q=kernel");
      document.querySelector(mount).remove();
      dispatchEvent(new PopStateEvent("popstate"));
    }, MOUNT);
    await expect(root(page)).toHaveCount(0);
    // It is still able to start: an error would have ended the module.
    await page.evaluate(() => {
      const later = document.createElement("div");
      later.dataset.alescoProposals = "";
      document.body.append(later);
    });
    await expectCards(page, [16, 18, 17]);
  });
});

test("an element that is moved stays the widget that it is", async ({ page }) => {
  const asked = await openHost(page, "almalinux.html");
  await expectCards(page, [16, 18, 17]);
  await page.getByRole("button", { name: "Filter" }).click();
  await page.evaluate((mount) => document.body.prepend(document.querySelector(mount)), MOUNT);
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByRole("button", { name: "Filter" })).toHaveAttribute("aria-expanded", "true");
  expect(lists(asked)).toHaveLength(1);
});

test("a widget that is gone leaves no listener and no timer behind", async ({ page }) => {
  await page.addInitScript(() => {
    window.listening = 0;
    window.timers = new Set();
    for (const target of [window, document]) {
      const { addEventListener, removeEventListener } = target;
      target.addEventListener = function (...args) {
        // What listens once is gone with its event.
        if (!args[2]?.once) window.listening++;
        return addEventListener.apply(this, args);
      };
      target.removeEventListener = function (...args) {
        window.listening--;
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
  await expectCards(page, [16, 18, 17]);
  const count = () => page.evaluate(() => [window.listening, window.timers.size]);
  expect(await count()).toEqual([6, 1]);
  await page.evaluate((mount) => document.querySelector(mount).remove(), MOUNT);
  await expect.poll(count).toEqual([0, 0]);
});

test("it starts itself from another origin, with what lies beside it", async ({ page, expectedConsole }) => {
  // The host's own sheets are not of that origin.
  expectedConsole.push(/violates the following Content Security Policy directive: "style-src/);
  const from = `http://${OTHER}/some/folder`;
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  await github(page);
  await page.goto(`http://${HOST}/hosts/wiki.html?elsewhere`);
  await page.evaluate((from) => {
    const script = document.createElement("script");
    script.type = "module";
    script.src = `${from}/alesco-proposals.js?v=7`;
    document.head.append(script);
  }, from);
  await expectCards(page, [16, 18, 17]);
  expect(loaded).toContain(`${from}/alesco-proposals.wasm?v=7`);
});

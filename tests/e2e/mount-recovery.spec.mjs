// Host pages change the DOM under a widget: they clone it, restore it from a string, empty it, morph it. It becomes a live
// widget again, and leaves nothing behind.
import { FILES, OPEN_CARDS, headers } from "./fixtures.mjs";
import { FALLBACK, MOUNT, openHost } from "./host-page.mjs";
import { FAILED_REQUEST, expect, expectCards, expectLoaded, expectMounted, freshness, root, test } from "./page.mjs";
import { openPrerendered, prerenderedHtml, expectLiveView } from "./prerendered.mjs";
import { startsWith, t } from "./texts.mjs";

test.use({ repeatsRequests: true });

const CONTAINER = `<div id="alesco-prs" class="mt-4">${FALLBACK}</div>`;
const submitted = (scope) => scope.getByRole("checkbox", { name: startsWith("submitted") });

async function openLoaded(page, container = CONTAINER) {
  const requests = await openHost(page, "almalinux.html", { container });
  await expectLoaded(page);
  return requests;
}

/** Expects one widget in this scope, whose filter works. */
async function expectAlive(page, scope = page) {
  await expect(scope.locator("section.alesco-proposals")).toHaveCount(1);
  await expect(scope.locator("article")).toHaveCount(OPEN_CARDS.length);
  await submitted(scope).check();
  await expect(scope.locator("article")).toHaveCount(2);
  await submitted(scope).uncheck();
  await expect(scope.locator("article")).toHaveCount(OPEN_CARDS.length);
}

test("a cloned widget becomes a widget of its own, and the original one stays", async ({ page }) => {
  await openLoaded(page);
  await page.evaluate((mount) => {
    const original = document.querySelector(mount);
    const clone = original.cloneNode(true);
    clone.removeAttribute("id");
    clone.setAttribute("data-alesco-proposals", "");
    clone.dataset.copy = "";
    original.after(clone);
  }, MOUNT);
  await expectAlive(page, page.locator("[data-copy]"));
  await expectAlive(page, page.locator("#alesco-prs"));
  await submitted(page.locator("[data-copy]")).check();
  await expect(page.locator("[data-copy] article")).toHaveCount(2);
  await expect(page.locator("#alesco-prs article")).toHaveCount(OPEN_CARDS.length);
});

test("a widget in a cloned parent becomes a widget when the clone replaces it", async ({ page }) => {
  await openLoaded(page);
  await page.evaluate((mount) => {
    const parent = document.querySelector(mount).parentElement;
    parent.replaceWith(parent.cloneNode(true));
  }, MOUNT);
  await expectAlive(page);
});

test("a widget that is restored from a saved HTML string becomes a widget again", async ({ page }) => {
  await openLoaded(page);
  await submitted(page).check();
  await expectCards(page, [18, 17]);
  await page.evaluate(() => {
    const main = document.querySelector("main");
    window.saved = main.innerHTML;
    main.innerHTML = "<p>Another page</p>";
  });
  await expect(root(page)).toHaveCount(0);
  await page.evaluate(() => (document.querySelector("main").innerHTML = window.saved));
  await expect(submitted(page)).toBeVisible();
  // Its filters begin anew.
  await expectCards(page, OPEN_CARDS);
  await expect(submitted(page)).not.toBeChecked();
  await expectAlive(page);
});

test("a saved HTML string with a widget becomes a widget on a page that had none", async ({ page }) => {
  await openLoaded(page);
  const saved = await page.locator("#alesco-prs").evaluate((element) => element.outerHTML);
  await openHost(page, "almalinux.html", { container: "<p id=place></p>" });
  await page.locator("#place").evaluate((element, html) => (element.outerHTML = html), saved);
  // Until the module has started, the saved HTML has as many cards, and checkboxes that do nothing.
  await expectMounted(page.locator("#alesco-prs"));
  await expectAlive(page);
});

/** How a host page empties the container. */
const EMPTYING = {
  "replaceChildren()": (element) => element.replaceChildren(),
  'innerHTML = ""': (element) => (element.innerHTML = ""),
  "removing the section": (element) => element.querySelector("section").remove(),
  "other content": (element) => (element.innerHTML = "<p>Something else</p>"),
  "its own fallback": (element) => (element.innerHTML = "Loading open proposals..."),
};

for (const [name, empty] of Object.entries(EMPTYING)) {
  test(`a container that the host page empties by ${name} has a live widget again`, async ({ page }) => {
    await openLoaded(page);
    await page.locator("#alesco-prs").evaluate(empty);
    await expectAlive(page);
    await expect(page.locator("#alesco-prs")).not.toContainText("Something else");
    await expect(freshness(page)).toBeVisible();
  });
}

test("a container that is emptied while the list loads has a live widget when it is loaded", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  const responses = ["hang"];
  await openHost(page, "almalinux.html", { container: "<div data-alesco-proposals></div>" }, { list: () => responses.shift() });
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  // Whoever holds the lock waits for the preload that hangs, and no other widget of the page does so again.
  await expect.poll(() => page.evaluate(() => navigator.locks.query().then(({ held }) => held.length))).toBe(1);
  await page.locator("[data-alesco-proposals]").evaluate((element) => element.replaceChildren());
  await expectAlive(page);
});

test("prerendered HTML that the host page sets again becomes a live widget again", async ({ page }) => {
  const { go } = await openPrerendered(page);
  go();
  await expectLiveView(page);
  await expect(root(page)).toHaveAttribute("data-source", "live");
  await page.locator("[data-alesco-proposals]").evaluate((element, html) => (element.innerHTML = html), prerenderedHtml("en"));
  await expectLiveView(page);
  await expectAlive(page);
});

/** Counts what a page has registered and not released: listeners, observers, timers and requests. */
const countResources = () => {
  const active = { listeners: 0, observers: 0, timers: 0, requests: 0 };
  window.activeResources = () => ({ ...active });
  for (const target of [window, document]) {
    const { addEventListener, removeEventListener } = target;
    const added = new Map();
    const keyOf = (type, options) => `${type} ${typeof options === "object" ? Boolean(options?.capture) : Boolean(options)}`;
    target.addEventListener = function (type, listener, options) {
      const keys = added.get(listener) ?? added.set(listener, new Set()).get(listener);
      if (!options?.once && !keys.has(keyOf(type, options))) {
        keys.add(keyOf(type, options));
        active.listeners += 1;
      }
      return addEventListener.call(this, type, listener, options);
    };
    target.removeEventListener = function (type, listener, options) {
      if (added.get(listener)?.delete(keyOf(type, options))) active.listeners -= 1;
      return removeEventListener.call(this, type, listener, options);
    };
  }
  const Observer = window.MutationObserver;
  window.MutationObserver = class extends Observer {
    observe(...args) {
      if (!this.isActive) active.observers += 1;
      this.isActive = true;
      super.observe(...args);
    }
    disconnect() {
      if (this.isActive) active.observers -= 1;
      this.isActive = false;
      super.disconnect();
    }
  };
  for (const [start, stop, isOnce] of [["setInterval", "clearInterval", false], ["setTimeout", "clearTimeout", true]]) {
    const own = { start: window[start], stop: window[stop] };
    const running = new Set();
    window[start] = (callback, ...args) => {
      const id = own.start(() => {
        if (isOnce && running.delete(id)) active.timers -= 1;
        callback();
      }, ...args);
      running.add(id);
      active.timers += 1;
      return id;
    };
    window[stop] = (id) => {
      if (running.delete(id)) active.timers -= 1;
      own.stop(id);
    };
  }
  const { fetch } = window;
  window.fetch = (...args) => {
    active.requests += 1;
    return fetch(...args).finally(() => (active.requests -= 1));
  };
};

const resources = (page) => page.evaluate(() => window.activeResources());

/** Waits until no more of anything is active than before. Timers of a moment ago may have ended since. */
const expectNoMore = (page, before) =>
  expect.poll(async () => Object.entries(await resources(page)).filter(([name, count]) => count > before[name])).toEqual([]);

/** Ways of a morphing library to bring the container to the host page's own HTML. */
const MORPHS = {
  "replaces its children": (element, html) => {
    const other = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    element.replaceChildren(...other.childNodes);
  },
  "replaces it": (element, html) => (element.outerHTML = html),
  "removes its attributes and children": (element, html) => {
    const other = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    for (const { name } of [...element.attributes]) if (!other.hasAttribute(name)) element.removeAttribute(name);
    element.replaceChildren(...other.childNodes);
  },
};

for (const [name, morph] of Object.entries(MORPHS)) {
  test(`50 morphs, each of which ${name}, leave one live widget and as many listeners, observers, timers and requests as one`, async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await page.addInitScript(countResources);
    const requests = await openHost(page, "almalinux.html", { container: CONTAINER }, { files: (number) => ({ headers: headers(), json: FILES[number] }) });
    await expectLoaded(page);
    await expect.poll(async () => (await resources(page)).requests).toBe(0);
    // Playwright's own script has listeners and an observer once it looks for an element.
    await page.locator("#alesco-prs").evaluate(() => {});
    const before = await resources(page);
    const count = requests.length;
    for (let round = 0; round < 50; round++) {
      await page.locator("#alesco-prs").evaluate(morph, CONTAINER);
      await expect(page.locator("#alesco-prs article")).toHaveCount(OPEN_CARDS.length);
    }
    await expect(root(page)).toHaveCount(1);
    await expectNoMore(page, before);
    // The saved copy is young.
    expect(requests.length - count).toBeLessThanOrEqual(1);
    await expectAlive(page);
  });
}

test("attributes that a morph removes from a live widget do not stop it", async ({ page }) => {
  await openLoaded(page);
  await page.locator("#alesco-prs").evaluate((element) => {
    for (const { name } of [...element.attributes]) if (name !== "id") element.removeAttribute(name);
  });
  await expectAlive(page);
  await expect(page.getByRole("button", { name: t("refresh") })).toBeEnabled();
});

test("removing a widget 50 times leaves no listener, observer, timer or request of it", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await page.addInitScript(countResources);
  await openLoaded(page);
  const remove = () => page.evaluate((mount) => (window.removed = document.querySelector(mount)).remove(), MOUNT);
  const { listeners } = await resources(page);
  await remove();
  // Firefox's driver has listeners in the page, too.
  await expect.poll(async () => (await resources(page)).listeners).toBeLessThan(listeners);
  const without = await resources(page);
  for (let round = 0; round < 50; round++) {
    await page.evaluate(() => document.querySelector("main").append(window.removed));
    await expect(page.locator("#alesco-prs article")).toHaveCount(OPEN_CARDS.length);
    await remove();
  }
  await expectNoMore(page, without);
});

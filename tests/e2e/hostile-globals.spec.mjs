// Globals that the host page or the browser has broken: Web Locks, fetch, Intl, Prototype.js, storage.
import { FIRST_VISIT, expectRequests, expectSource, freezeClock, storageKey, test as apiTest, visit } from "./mock-api.mjs";
import { OPEN_CARDS } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { openBrowser, openList } from "./locales.mjs";
import { alert, card, expect, expectCards, freshness, root, test } from "./page.mjs";
import { startsWith, t } from "./texts.mjs";

/**
 * Web Locks as in a sandboxed frame, or with blocked storage. Each function runs before the page's own scripts: in Firefox also
 * in the empty page before it, which has no locks.
 */
const LOCKS = {
  "reject": () => window.LockManager && (LockManager.prototype.request = () => Promise.reject(new DOMException("Denied", "SecurityError"))),
  "throw": () => window.LockManager && (LockManager.prototype.request = () => { throw new DOMException("Denied", "SecurityError"); }),
  "reject an abortable request": () => {
    if (!window.LockManager) return;
    const { request } = LockManager.prototype;
    LockManager.prototype.request = function (name, options, ...rest) {
      if (options?.signal) return Promise.reject(new DOMException("Denied", "InvalidStateError"));
      return request.call(this, name, options, ...rest);
    };
  },
};

for (const [name, breakLocks] of Object.entries(LOCKS)) {
  apiTest(`when Web Locks ${name} the list is requested at once, without a lock`, async ({ page, api }) => {
    await page.addInitScript(breakLocks);
    // The clock stands still, so nothing can wait.
    await freezeClock(page);
    await visit(page, api);
    await expect.poll(() => api.requests).toEqual(FIRST_VISIT);
    await expectSource(page, "live", t("liveNow"));
    await expectCards(page, OPEN_CARDS);
  });
}

/** Wrappers of fetch that fail for GitHub's addresses. */
const FETCHES = {
  "rejects with a string": () => {
    const { fetch } = window;
    window.fetch = (request, ...rest) => (String(request?.url ?? request).includes("github") ? Promise.reject("no") : fetch(request, ...rest));
  },
  "rejects with undefined": () => {
    const { fetch } = window;
    window.fetch = (request, ...rest) => (String(request?.url ?? request).includes("github") ? Promise.reject() : fetch(request, ...rest));
  },
  "throws": () => {
    const { fetch } = window;
    window.fetch = (request, ...rest) => {
      if (String(request?.url ?? request).includes("github")) throw new TypeError("wrapped");
      return fetch(request, ...rest);
    };
  },
  "resolves to undefined": () => {
    const { fetch } = window;
    window.fetch = (request, ...rest) => (String(request?.url ?? request).includes("github") ? Promise.resolve() : fetch(request, ...rest));
  },
  "resolves to an object that is no Response": () => {
    const { fetch } = window;
    window.fetch = (request, ...rest) => (String(request?.url ?? request).includes("github") ? Promise.resolve({ ok: true, status: 200, json: async () => [] }) : fetch(request, ...rest));
  },
};

for (const [name, wrap] of Object.entries(FETCHES)) {
  test(`with a wrapped fetch that ${name} an error panel is shown`, async ({ page }) => {
    await page.addInitScript(wrap);
    await openHost(page, "almalinux.html", { container: '<div id="alesco-prs" data-show="all"></div>' });
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(alert(page).getByRole("link")).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pulls");
    await expect(freshness(page)).toHaveAttribute("data-trouble", /offline|malformed/);
  });
}

test("with a wrapped fetch that resolves to a Response of another frame the cards are shown", async ({ page }) => {
  await page.addInitScript(() => {
    if (window !== top) return;
    const { fetch } = window;
    window.fetch = async (request, ...rest) => {
      const response = await fetch(request, ...rest);
      if (!String(request?.url ?? request).includes("github")) return response;
      const frame = document.body.appendChild(document.createElement("iframe"));
      return new frame.contentWindow.Response(await response.text(), { status: response.status, headers: [...response.headers] });
    };
  });
  await openList(page, "en", 'data-show="all"');
  await expect(card(page, 18)).toBeVisible();
  await expect(root(page)).toHaveAttribute("data-source", "live");
});

/** Ways in which Intl is broken, or misses a part. */
const INTLS = {
  "no time zone": () => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...resolvedOptions.call(this), timeZone: undefined };
    };
  },
  "resolvedOptions() that throws": () => (Intl.DateTimeFormat.prototype.resolvedOptions = () => { throw new RangeError("no zone"); }),
  "an invalid time zone": () => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    Intl.DateTimeFormat.prototype.resolvedOptions = function () {
      return { ...resolvedOptions.call(this), timeZone: "Etc/Unknown" };
    };
  },
  "no RelativeTimeFormat": () => delete Intl.RelativeTimeFormat,
  "no PluralRules": () => delete Intl.PluralRules,
  "no NumberFormat": () => delete Intl.NumberFormat,
  "a DateTimeFormat that throws": () => (Intl.DateTimeFormat = function () { throw new RangeError("no locale"); }),
  "no Intl": () => delete window.Intl,
};

for (const [name, breakIntl] of Object.entries(INTLS)) {
  for (const lang of ["en", "de"]) {
    test(`with ${name} a widget in ${lang} shows its cards, and filters`, async ({ page }) => {
      await page.addInitScript(breakIntl);
      await openBrowser(page, lang);
      await expectCards(page, OPEN_CARDS);
      await expect(root(page)).toHaveAttribute("data-source", "live");
      await expect(card(page, 18).locator("time").first()).not.toHaveText("");
      await page.locator("input[name=stage][value=submitted]").check();
      await expectCards(page, [18, 17]);
    });
  }
}

/** `toJSON` of Prototype 1.6, which JSON.stringify calls: it makes a string of every array. */
const PROTOTYPE = () => {
  Array.prototype.toJSON = function () {
    return `[${Array.from(this, (item) => JSON.stringify(item)).join(", ")}]`;
  };
  String.prototype.toJSON = function () {
    return `"${this}"`;
  };
};

apiTest("with Prototype.js on the page the saved copy is readable on the next visit", async ({ page, api }) => {
  await page.addInitScript(PROTOTYPE);
  await freezeClock(page);
  await visit(page, api);
  await expectRequests(page, api, FIRST_VISIT);
  await expectSource(page, "live", t("liveNow"));
  const { proposals } = JSON.parse(await page.evaluate((key) => localStorage.getItem(key), storageKey(api)));
  expect(proposals.map(({ number }) => number).sort((a, b) => a - b)).toEqual([16, 17, 18]);
  await page.reload();
  await expectSource(page, "saved", t("savedNow"));
  await expectCards(page, OPEN_CARDS);
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  await expectRequests(page, api, FIRST_VISIT);
});

test("with enumerable additions to Object.prototype and Array.prototype the widget works", async ({ page }) => {
  await page.addInitScript(() => {
    Object.prototype.extend = () => {};
    Array.prototype.each = () => {};
    Array.prototype.remove = () => {};
  });
  await openList(page, "en", 'data-show="all"');
  await expect(card(page, 18)).toBeVisible();
  await page.getByRole("checkbox", { name: startsWith("submitted") }).check();
  await expectCards(page, [18, 17]);
});

test("with a crypto, performance or queueMicrotask that the page has removed the widget works", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["crypto", "performance", "requestIdleCallback", "queueMicrotask", "BroadcastChannel", "scheduler"]) {
      Object.defineProperty(window, name, { value: undefined, configurable: true });
    }
  });
  await openHost(page, "almalinux.html");
  await expectCards(page, OPEN_CARDS);
  await page.getByRole("checkbox", { name: startsWith("submitted") }).check();
  await expectCards(page, [18, 17]);
});

// Tabs and widgets share requests; a widget that is removed aborts its own.
import { HOUR, MINUTE, OPEN_CARDS, OPEN_ISSUES, RATE_LIMITED, SECOND, deferred } from "./fixtures.mjs";
import { DOCUMENT_REQUESTS, FIRST_VISIT, HANGING, LIST_REQUEST, advance, expectRequests, expectSource, freezeClock, openWithoutWidget, refreshButton, storageKey, test, visit, visitAndLoad, waitUntilIdle } from "./mock-api.mjs";
import { FAILED_REQUEST, alert, card, expect, expectCards, freshness, root } from "./page.mjs";
import { beginning, t } from "./texts.mjs";

const FAILED = { status: 503, body: "" };
const hang = HANGING["before the headers"];
const renamed = OPEN_ISSUES.map((item) => ({ ...item, title: `${item.title}!` }));

/** Opens another tab with the standalone page. */
async function openTab(context) {
  const tab = await context.newPage();
  await tab.goto("");
  return tab;
}

test("of two tabs that are opened together one makes the requests, and both show the cards", async ({ page, context, api }) => {
  const { promise, resolve } = deferred();
  api.list = (response) => promise.then(() => response.writeHead(200, { "access-control-allow-origin": "*" }).end(JSON.stringify(OPEN_ISSUES)));
  await freezeClock(page);
  await visit(page, api);
  await expect.poll(() => api.requests).toEqual([LIST_REQUEST]);
  const other = await openTab(context);
  await expect(root(other)).toHaveAttribute("data-state", "loading");
  resolve();
  for (const tab of [page, other]) {
    await expectCards(tab, OPEN_CARDS);
    await expect(card(tab, 16)).toHaveAttribute("data-rfc", "0008");
  }
  await expectSource(page, "live", t("liveNow"));
  await expectSource(other, "saved", t("savedNow"));
  await expectRequests(other, api, FIRST_VISIT);
});

test("a second tab makes no request while the first one's cards are less than five minutes old", async ({ page, context, api }) => {
  await visitAndLoad(page, api);
  await page.clock.fastForward(4 * MINUTE);
  const other = await openTab(context);
  await expectCards(other, OPEN_CARDS);
  await expectSource(other, "saved", t("saved", { age: "4 minutes ago" }));
  await expectRequests(other, api, FIRST_VISIT);
});

test("a second tab refreshes cards that are five minutes old, also those of the first tab", async ({ page, context, api }) => {
  await visitAndLoad(page, api);
  await page.clock.fastForward(5 * MINUTE);
  api.list = { json: renamed };
  const other = await openTab(context);
  await expectSource(other, "live", t("liveNow"));
  await expectSource(page, "saved", t("savedNow"));
  for (const tab of [page, other]) await expect(card(tab, 16).getByRole("link")).toHaveText(/!$/);
  await expectRequests(other, api, [...FIRST_VISIT, LIST_REQUEST]);
});

test("two tabs that are open for an hour refresh as often as one", async ({ page, context, api }) => {
  await visitAndLoad(page, api);
  const other = await openTab(context);
  await expectCards(other, OPEN_CARDS);
  const expected = [...FIRST_VISIT];
  const isNew = new RegExp(`${t("liveNow")}|${t("savedNow")}`);
  for (let round = 0; round < 6; round++) {
    await advance(page, api, 10 * MINUTE - 1);
    expect(api.requests).toEqual(expected);
    await advance(page, api, SECOND + 1);
    expected.push(LIST_REQUEST);
    await expectRequests(other, api, expected);
    for (const tab of [page, other]) await expect(freshness(tab)).toContainText(isNew);
  }
});

test("when the rate limit ends one of two tabs makes the requests, and both show the cards", async ({ page, context, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  api.list = RATE_LIMITED;
  await freezeClock(page);
  await visit(page, api);
  await expectRequests(page, api, [LIST_REQUEST]);
  const other = await openTab(context);
  await expect(freshness(other)).toHaveAttribute("data-trouble", "rate-limited");
  // The second tab has asked itself: tabs do not share that the limit is used up.
  await advance(page, api, 30 * MINUTE - 1);
  await expectRequests(other, api, [LIST_REQUEST, LIST_REQUEST]);
  api.list = undefined;
  await page.clock.fastForward(SECOND + 1);
  for (const tab of [page, other]) await expectCards(tab, OPEN_CARDS);
  await expectRequests(other, api, [LIST_REQUEST, LIST_REQUEST, ...FIRST_VISIT]);
});

test("when the tab that waits for GitHub is closed the other one makes the requests", async ({ page, context, api }) => {
  api.list = hang;
  await freezeClock(page);
  await visit(page, api);
  await expect.poll(() => api.requests).toEqual([LIST_REQUEST]);
  const other = await openTab(context);
  await expect(root(other)).toHaveAttribute("data-state", "loading");
  api.list = undefined;
  await page.goto("about:blank");
  await expectCards(other, OPEN_CARDS);
  await expectRequests(other, api, [LIST_REQUEST, ...FIRST_VISIT]);
});

test("a tab waits 15 seconds for a lock that another tab does not release", async ({ page, context, api }) => {
  await freezeClock(page);
  await openWithoutWidget(page);
  await page.evaluate((key) => navigator.locks.request(key, () => new Promise(() => {})) && undefined, storageKey(api));
  const other = await context.newPage();
  await visit(other, api);
  await expect(root(other)).toHaveAttribute("data-state", "loading");
  await other.clock.fastForward(15 * SECOND - 1);
  expect(api.requests).toEqual([]);
  await other.clock.fastForward(1);
  await expectCards(other, OPEN_CARDS);
  await expect.poll(() => api.requests).toEqual(FIRST_VISIT);
});

test("without Web Locks a tab shows what the other one has loaded", async ({ page, context, api }) => {
  await context.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
  await freezeClock(page);
  await visit(page, api);
  await expect.poll(() => api.requests).toEqual(FIRST_VISIT);
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  const other = await openTab(context);
  await expectSource(other, "saved", t("savedNow"));
  await page.clock.fastForward(6 * MINUTE);
  api.list = { json: renamed };
  await refreshButton(page).click();
  await expectSource(page, "live", t("liveNow"));
  await expect(card(other, 16).getByRole("link")).toHaveText(/!$/);
  await expectSource(other, "saved", t("savedNow"));
  expect(api.requests).toEqual([...FIRST_VISIT, LIST_REQUEST]);
});

const twoWidgets = (api) => (html) => {
  const widget = `<div data-alesco-proposals data-api="${api.url}"></div>`;
  return html.replace(/<main.*<\/main>/s, `${widget}${widget}`);
};

test("two widgets of a page share their requests", async ({ page, api }) => {
  await freezeClock(page);
  await visit(page, api, "", twoWidgets(api));
  await expectRequests(page, api, FIRST_VISIT);
  await expect(root(page)).toHaveCount(2);
  for (const widget of await root(page).all()) {
    await expect(widget).toHaveAttribute("data-state", "ready");
    await expect(freshness(widget)).toContainText(t("liveNow"));
  }
  await expectCards(page, [...OPEN_CARDS, ...OPEN_CARDS]);
});

const FAILURES = [
  { name: "the server fails", response: FAILED, reason: t("serverReason", { status: 503 }), minutes: 1 },
  { name: "the rate limit is used up", response: RATE_LIMITED, reason: t("rateLimitedReason"), minutes: 30 },
];

for (const { name, response, reason, minutes } of FAILURES) {
  test(`when ${name} two widgets say so, and recover by one request`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    api.list = response;
    await freezeClock(page);
    await visit(page, api, "", twoWidgets(api));
    await expectRequests(page, api, [LIST_REQUEST]);
    await expect(root(page)).toHaveCount(2);
    for (const widget of await root(page).all()) {
      await expect(widget).toHaveAttribute("data-state", "failed");
      await expect(alert(widget)).toContainText(beginning("nextAttempt"));
    }
    api.list = undefined;
    await advance(page, api, minutes * MINUTE + SECOND);
    await expectRequests(page, api, [LIST_REQUEST, ...FIRST_VISIT]);
    await expectCards(page, [...OPEN_CARDS, ...OPEN_CARDS]);
  });

  test(`when ${name} two widgets keep their live cards, and request the list once`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await freezeClock(page, -10 * MINUTE - SECOND);
    await visit(page, api, "", twoWidgets(api));
    await expectRequests(page, api, FIRST_VISIT);
    api.list = response;
    await advance(page, api, 10 * MINUTE + SECOND);
    await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
    await expect(root(page)).toHaveCount(2);
    for (const widget of await root(page).all()) {
      await expect(freshness(widget)).toContainText(t("withReason", { status: t("live", { age: "10 minutes ago" }), error: reason }));
    }
    await expectCards(page, [...OPEN_CARDS, ...OPEN_CARDS]);
    api.list = undefined;
    await advance(page, api, minutes * MINUTE + SECOND);
    await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST, LIST_REQUEST]);
  });
}

const remove = (page) =>
  page.evaluate(() => {
    window.removed = document.querySelector("[data-alesco-proposals]");
    window.removed.remove();
  });
const putBack = (page) => page.evaluate(() => document.body.append(window.removed));

/** What the removed widget waits for, and what is requested before and after. `isSaved`: a young copy is there then. */
const WAITS = {
  "the list": { list: hang, before: [LIST_REQUEST], after: FIRST_VISIT },
  "the rest of the list": { list: HANGING["in the body"], before: [LIST_REQUEST], after: FIRST_VISIT },
  "a document": { files: hang, before: [LIST_REQUEST, DOCUMENT_REQUESTS[0]], after: FIRST_VISIT, isSaved: true },
};

for (const [name, { before, after, isSaved, ...responses }] of Object.entries(WAITS)) {
  test(`a widget that is removed while it waits for ${name} aborts its request, makes no other, and releases the lock`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    Object.assign(api, responses);
    await freezeClock(page);
    await visit(page, api);
    await expect.poll(() => api.requests).toEqual(before);
    await expect.poll(() => api.arrived).toBe(before.length);
    await remove(page);
    await expect.poll(() => api.aborted).toBe(1);
    await waitUntilIdle(page, api);
    if (!isSaved) await advance(page, api, HOUR);
    expect(api.requests).toEqual(before);
    Object.assign(api, { list: undefined, files: undefined });
    await putBack(page);
    await expectCards(page, OPEN_CARDS);
    if (isSaved) await advance(page, api, 10 * MINUTE + SECOND);
    await expectRequests(page, api, [...before, ...after]);
    await expectSource(page, "live", t("liveNow"));
  });
}

test("a widget that is removed during a refresh shows the saved copy when it is put back, and requests the list anew", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visitAndLoad(page, api);
  await page.clock.fastForward(6 * MINUTE);
  api.list = hang;
  await refreshButton(page).click();
  await expect.poll(() => api.requests).toEqual([...FIRST_VISIT, LIST_REQUEST]);
  await expect.poll(() => api.arrived).toBe(FIRST_VISIT.length + 1);
  await remove(page);
  await expect.poll(() => api.aborted).toBe(1);
  await waitUntilIdle(page, api);
  await putBack(page);
  await expect.poll(() => api.requests).toEqual([...FIRST_VISIT, LIST_REQUEST, LIST_REQUEST]);
  await expectSource(page, "saved", t("saved", { age: "6 minutes ago" }));
  await expectCards(page, OPEN_CARDS);
});

test("a widget that is removed while it waits for the lock does not take it", async ({ page, context, api }) => {
  await freezeClock(page);
  await openWithoutWidget(page);
  await page.evaluate((key) => navigator.locks.request(key, () => new Promise((resolve) => (window.release = resolve))) && undefined, storageKey(api));
  const other = await context.newPage();
  await visit(other, api);
  await expect(root(other)).toHaveAttribute("data-state", "loading");
  await remove(other);
  await page.evaluate(() => window.release());
  await waitUntilIdle(other, api);
  await other.clock.fastForward(HOUR);
  expect(api.requests).toEqual([]);
  await putBack(other);
  await expectRequests(other, api, FIRST_VISIT);
  await expectCards(other, OPEN_CARDS);
});

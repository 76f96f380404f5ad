// What happens when the tab goes to the background and comes back, and when the network does.
import { HOUR, MINUTE, OPEN_CARDS, RATE_LIMITED, SECOND } from "./fixtures.mjs";
import { DOCUMENT_REQUESTS, FIRST_VISIT, LIST_REQUEST, advance, expectRequests, expectSource, freezeClock, lostConnection, refreshButton, setVisible, test, visit, visitAndLoad } from "./mock-api.mjs";
import { FAILED_REQUEST, alert, expect, expectCards, freshness, root } from "./page.mjs";
import { t } from "./texts.mjs";

const FAILED = { status: 503, body: "" };
const tenMinutesOld = (reason) => t("withReason", { status: t("live", { age: "10 minutes ago" }), error: reason });

test("a tab that is opened in the background makes no request until it is visible", async ({ page, api }) => {
  await page.addInitScript(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
  await freezeClock(page);
  await visit(page, api);
  await expect(root(page)).toHaveCount(1);
  await advance(page, api, HOUR);
  expect(api.requests).toEqual([]);
  await setVisible(page, true);
  await expectRequests(page, api, FIRST_VISIT);
  await expectSource(page, "live", t("liveNow"));
});

/** The state in which the tab goes to the background, and after how many minutes the next request is due. */
const STATES = [
  { name: "live cards", minutes: 10, source: "live" },
  { name: "a failing server", response: FAILED, minutes: 1 },
  { name: "the rate limit used up", response: RATE_LIMITED, minutes: 30 },
  { name: "a sign-in page in between", response: { body: "<!doctype html>" }, minutes: 10 },
  { name: "a repository that is not found", response: { status: 404, json: {} } },
];

for (const { name, response, minutes, source } of STATES) {
  async function loadAndHide(page, api) {
    api.list = response;
    await freezeClock(page);
    await visit(page, api);
    const requests = source ? FIRST_VISIT : [LIST_REQUEST];
    await expectRequests(page, api, requests);
    await expect(root(page)).toHaveAttribute("data-state", source ? "ready" : "failed");
    await setVisible(page, false);
    return requests;
  }

  test(`with ${name} an hour in the background takes no request, and the return ${minutes ? "one for the list" : "none"}`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    const before = await loadAndHide(page, api);
    for (let minute = 0; minute < 60; minute += 5) await advance(page, api, 5 * MINUTE);
    expect(api.requests).toEqual(before);
    api.list = undefined;
    await setVisible(page, true);
    const due = minutes ? [LIST_REQUEST, ...(source ? [] : DOCUMENT_REQUESTS)] : [];
    await expectRequests(page, api, [...before, ...due]);
    if (due.length) await expectSource(page, "live", t("liveNow"));
    else await expect(root(page)).toHaveAttribute("data-state", "failed");
  });

  if (!minutes) continue;
  test(`with ${name} a return before the next request is due does not hasten it`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    const before = await loadAndHide(page, api);
    for (let times = 0; times < 20; times++) {
      await setVisible(page, true);
      await setVisible(page, false);
    }
    await advance(page, api, (minutes * MINUTE) / 2);
    await setVisible(page, true);
    await advance(page, api, (minutes * MINUTE) / 2 - 1);
    expect(api.requests).toEqual(before);
    api.list = undefined;
    await advance(page, api, SECOND + 1);
    await expectRequests(page, api, [...before, LIST_REQUEST, ...(source ? [] : DOCUMENT_REQUESTS)]);
  });
}

test("without a network live cards stay, and the list is requested as soon as it is back", async ({ page, context, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visitAndLoad(page, api);
  await context.setOffline(true);
  await advance(page, api, 10 * MINUTE + SECOND);
  await expectSource(page, "live", tenMinutesOld(t("offlineReason")), "offline");
  await expectCards(page, OPEN_CARDS);
  await expect(alert(page)).toBeHidden();
  await advance(page, api, 30 * SECOND);
  await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
  await context.setOffline(false);
  await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST, LIST_REQUEST]);
  await expectSource(page, "live", t("liveNow"));
});

test("without a network from a cold start the list is requested as soon as it is back", async ({ page, context, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  api.list = lostConnection;
  await freezeClock(page);
  await visit(page, api);
  await expectRequests(page, api, [LIST_REQUEST]);
  await expect(root(page)).toHaveAttribute("data-state", "failed");
  await context.setOffline(true);
  await advance(page, api, MINUTE + SECOND);
  await expectRequests(page, api, [LIST_REQUEST, LIST_REQUEST]);
  await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
  await expect(root(page)).toHaveAttribute("data-state", "failed");
  api.list = undefined;
  await context.setOffline(false);
  await expectRequests(page, api, [LIST_REQUEST, LIST_REQUEST, ...FIRST_VISIT]);
  await expectSource(page, "live", t("liveNow"));
});

test("a network that is back while the tab is in the background is used on return", async ({ page, context, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await visitAndLoad(page, api);
  await context.setOffline(true);
  await refreshButton(page).click();
  await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
  await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
  await setVisible(page, false);
  await context.setOffline(false);
  await advance(page, api, HOUR);
  await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
  await setVisible(page, true);
  await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST, LIST_REQUEST]);
  await expectSource(page, "live", t("liveNow"));
});

for (const [name, response] of Object.entries({ "nothing has failed": undefined, "the rate limit is used up": RATE_LIMITED, "GitHub fails": FAILED })) {
  test(`the return of the network takes no request while ${name}`, async ({ page, context, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await visitAndLoad(page, api);
    api.list = response;
    await advance(page, api, 6 * MINUTE);
    const before = response ? [...FIRST_VISIT, LIST_REQUEST] : FIRST_VISIT;
    if (response) await refreshButton(page).click();
    await expectRequests(page, api, before);
    await context.setOffline(true);
    await context.setOffline(false);
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expectRequests(page, api, before);
    await expectCards(page, OPEN_CARDS);
  });
}

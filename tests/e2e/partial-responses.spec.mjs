// Responses that are usable although something is wrong with them; and documents and pages that fail after the list.
import { MINUTE, OPEN_CARDS, OPEN_ISSUES, RATE_LIMITED, SECOND, headers } from "./fixtures.mjs";
import { DOCUMENT_REQUESTS, FIRST_VISIT, HANGING, LIST_REQUEST, advance, expectRequests, expectSource, freezeClock, lostConnection, refreshButton, test, visit, visitAndLoad } from "./mock-api.mjs";
import { FAILED_REQUEST, card, expect, expectCards, freshness, root } from "./page.mjs";
import { CONSOLE, line, t } from "./texts.mjs";

const REDIRECTED = "/repositories/1/issues?page=1&per_page=100";
const longBody = (item) => ({ ...item, body: "Much is to be said about the kernel. ".repeat(50_000) });
const [first, ...others] = OPEN_ISSUES;
const notices = (page) => page.locator(".alesco-notice");

const RESPONSES = [
  { name: "a wrong content type", response: { headers: headers(55, { "content-type": "text/plain" }), json: OPEN_ISSUES } },
  { name: "a redirect to the repository's id", response: { status: 301, headers: headers(55, { location: REDIRECTED }), body: "" }, requests: [LIST_REQUEST, REDIRECTED] },
  { name: "an unreadable item", response: { json: [first, { title: "No number", pull_request: {} }, ...others] }, notice: t("unreadableEntries", { count: 1 }), console: CONSOLE.unreadableItem(2, "it has no number") },
  { name: "a number in place of an item", response: { json: [7, ...OPEN_ISSUES] }, notice: t("unreadableEntries", { count: 1 }), console: CONSOLE.unreadableItem(1) },
  { name: "5 MB of proposals", response: { json: OPEN_ISSUES.map(longBody) } },
  { name: "no header that a page may read", response: { headers: { "access-control-allow-origin": "*" }, json: OPEN_ISSUES } },
  { name: "a next page on another host", response: { headers: headers(55, { link: '<https://elsewhere.example/2>; rel="next"' }), json: OPEN_ISSUES }, notice: t("partial") },
];

for (const { name, response, requests = [LIST_REQUEST], notice, console } of RESPONSES) {
  async function expectOutcome(page) {
    await expectSource(page, "live", t("liveNow"));
    await expectCards(page, OPEN_CARDS);
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    if (notice) await expect(notices(page)).toContainText(notice);
    else await expect(notices(page)).toHaveCount(0);
  }

  test(`of a list with ${name} all that is readable is shown, from a cold start`, async ({ page, api, expectedConsole }) => {
    if (console) expectedConsole.push(line(console));
    api.list = response;
    await freezeClock(page);
    await visit(page, api);
    await expectRequests(page, api, [...requests, ...DOCUMENT_REQUESTS]);
    await expectOutcome(page);
  });

  test(`of a list with ${name} all that is readable is shown, with live cards`, async ({ page, api, expectedConsole }) => {
    if (console) expectedConsole.push(line(console));
    await visitAndLoad(page, api);
    await advance(page, api, 6 * MINUTE);
    api.list = response;
    await refreshButton(page).click();
    await expectRequests(page, api, [...FIRST_VISIT, ...requests]);
    await expectOutcome(page);
  });
}

/**
 * `ends`: the other documents would fail likewise, and are not requested. `until`: the end of the rate limit. `isFinal`:
 * the documents are requested again only after their pull requests changed.
 */
const DOCUMENT_FAULTS = [
  { name: "the rate limit is used up", response: RATE_LIMITED, ends: true, until: "10:00" },
  { name: "a secondary rate limit applies", response: { status: 403, headers: headers(40, { "retry-after": "1200" }), json: {} }, ends: true, until: "09:50" },
  { name: "the connection is lost", response: lostConnection, ends: true },
  { name: "no response comes", response: HANGING["before the headers"], ends: true, timeout: 15 * SECOND },
  { name: "the body hangs", response: HANGING["in the body"], ends: true, timeout: 15 * SECOND },
  { name: "GitHub fails", response: { status: 500, body: "" } },
  { name: "the files are not found", response: { status: 404, json: {} }, isFinal: true },
  { name: "the response is HTML", response: { body: "<!doctype html>" } },
];

for (const { name, response, ends, until, isFinal, timeout = 0 } of DOCUMENT_FAULTS) {
  test(`when ${name} after the list, its cards are shown and missing documents are counted`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    api.files = response;
    await freezeClock(page);
    await visit(page, api);
    const before = [LIST_REQUEST, ...(ends ? DOCUMENT_REQUESTS.slice(0, 1) : DOCUMENT_REQUESTS)];
    await expect.poll(() => api.requests.length).toBe(before.length);
    await advance(page, api, timeout);
    await expectSource(page, "live", t("liveNow"));
    await expectCards(page, OPEN_CARDS);
    await expect(notices(page)).toContainText(t("missingDocuments", { count: 3 }));
    await expectRecovery(page, api, before, timeout);
  });

  test(`when ${name} after a refresh, changed cards keep what is known of their documents`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await freezeClock(page, -10 * MINUTE - SECOND);
    await visit(page, api);
    await expectRequests(page, api, FIRST_VISIT);
    api.files = response;
    api.list = { json: OPEN_ISSUES.map((item) => ({ ...item, title: `${item.title}!`, updated_at: "2026-09-02T09:00:00Z" })) };
    await page.clock.fastForward(10 * MINUTE + SECOND);
    const before = [...FIRST_VISIT, LIST_REQUEST, ...(ends ? DOCUMENT_REQUESTS.slice(0, 1) : DOCUMENT_REQUESTS)];
    await expect.poll(() => api.requests.length).toBe(before.length);
    await advance(page, api, timeout);
    await expectSource(page, "live", t("liveNow"));
    await expect(card(page, 16).getByRole("link")).toHaveText(/!$/);
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    await expect(notices(page)).toContainText(t("missingDocuments", { count: 3 }));
    await expectRecovery(page, api, before, timeout);
  });

  /** Expects that the next refresh reads the documents, that a rate limit delays it, and that a final failure stays. */
  async function expectRecovery(page, api, before, timeout) {
    await advance(page, api, 10 * MINUTE - timeout - 1);
    expect(api.requests).toEqual(before);
    if (until) {
      await advance(page, api, 1 + SECOND);
      const age = t("live", { age: "10 minutes ago" });
      await expectSource(page, "live", t("withReason", { status: age, error: t("rateLimitedReason") }), "rate-limited");
      await expect(freshness(page)).toContainText(t("nextAttempt", { time: until }));
      const left = until === "10:00" ? 20 : 10;
      await advance(page, api, left * MINUTE - SECOND - 1);
      expect(api.requests).toEqual(before);
    }
    api.files = undefined;
    await advance(page, api, 1 + SECOND);
    if (isFinal) {
      await expectRequests(page, api, [...before, LIST_REQUEST]);
      await expect(notices(page)).toContainText(t("missingDocuments", { count: 3 }));
      before = [...before, LIST_REQUEST];
      api.list = { json: OPEN_ISSUES.map((item) => ({ ...item, updated_at: "2026-09-02T09:20:00Z" })) };
      await advance(page, api, 10 * MINUTE + SECOND);
    }
    await expectRequests(page, api, [...before, ...FIRST_VISIT]);
    await expectSource(page, "live", t("liveNow"));
    await expect(notices(page)).toHaveCount(0);
    await expect(freshness(page)).not.toHaveAttribute("data-trouble");
  }
}

/** `documents`: those that are requested all the same. */
const PAGE_FAULTS = [
  { name: "the rate limit is used up", response: RATE_LIMITED, trouble: "rate-limited", reason: t("rateLimitedReason"), documents: [] },
  { name: "the connection is lost", response: lostConnection, trouble: "offline", reason: t("offlineReason"), documents: [] },
  { name: "GitHub fails", response: { status: 502, body: "" }, trouble: "server", reason: t("serverReason", { status: 502 }), documents: DOCUMENT_REQUESTS.slice(0, 2) },
];

for (const { name, response, trouble, reason, documents } of PAGE_FAULTS) {
  const SECOND_PAGE = "/repositories/1/issues?page=2&per_page=100";
  const firstPage = (api) => ({ headers: headers(55, { link: `<${api.url}${SECOND_PAGE}>; rel="next"` }), json: OPEN_ISSUES.slice(0, 2) });

  test(`when ${name} after the first page, its cards are shown as a part of the list`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    Object.assign(api, { list: firstPage(api), more: response });
    await freezeClock(page);
    await visit(page, api);
    await expectRequests(page, api, [LIST_REQUEST, SECOND_PAGE, ...documents]);
    await expectSource(page, "live", t("withReason", { status: t("liveNow"), error: reason }), trouble);
    await expectCards(page, [18, 17]);
    await expect(page.locator(".alesco-notices")).toContainText(t("partial"));
  });

  test(`when ${name} after the first page of a refresh, all live cards stay`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await visitAndLoad(page, api);
    Object.assign(api, { list: firstPage(api), more: response });
    await advance(page, api, 10 * MINUTE + SECOND);
    await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST, SECOND_PAGE]);
    await expectSource(page, "live", t("withReason", { status: t("live", { age: "10 minutes ago" }), error: reason }), trouble);
    await expectCards(page, OPEN_CARDS);
    await expect(notices(page)).toHaveCount(0);
  });
}

test("with 20 requests left in the hour no document is read", async ({ page, api }) => {
  api.list = { headers: headers(20), json: OPEN_ISSUES };
  await freezeClock(page);
  await visit(page, api);
  await expectRequests(page, api, [LIST_REQUEST]);
  await expectCards(page, OPEN_CARDS);
  await expect(notices(page)).toContainText(t("missingDocuments", { count: 3 }));
  await expect(root(page)).toHaveAttribute("data-state", "ready");
});

test("with 21 requests left in the hour one document is read", async ({ page, api }) => {
  api.list = { headers: headers(21), json: OPEN_ISSUES };
  api.files = { headers: headers(20), json: [] };
  await freezeClock(page);
  await visit(page, api);
  await expectRequests(page, api, [LIST_REQUEST, DOCUMENT_REQUESTS[0]]);
  await expectCards(page, OPEN_CARDS);
  await expect(notices(page)).toContainText(t("missingDocuments", { count: 2 }));
});

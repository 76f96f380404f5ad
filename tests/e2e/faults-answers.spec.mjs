// Answers that are of use although something is wrong with them; and documents that do not come.
import {
  ALL, CARDS, DOCUMENTS, HANGS, LIST, MINUTE, OPEN, SECOND,
  expect, expectAsked, expectSource, pass, standStill, test, visit,
} from "./faulty.mjs";
import { LIMITED, headers } from "./github.mjs";
import { FAILED_REQUEST, card, expectCards, freshness, root } from "./page.mjs";

const MOVED = "/repositories/1/issues?page=1&per_page=100";
const long = (item) => ({ ...item, body: "Much is to be said about the kernel. ".repeat(50_000) });
const [first, ...others] = OPEN;

const ANSWERS = [
  { name: "wrong content type", answer: { headers: headers(55, { "content-type": "text/plain" }), json: OPEN } },
  { name: "301 to where the repository is now", answer: { status: 301, headers: headers(55, { location: MOVED }), body: "" }, lists: [LIST, MOVED] },
  { name: "one bad item among good ones", answer: { json: [first, { title: "No number", pull_request: {} }, ...others] }, notice: "1 entry could not be read.", said: /item 2 of a page could not be read: it has no number/ },
  { name: "a number in place of an item", answer: { json: [7, ...OPEN] }, notice: "1 entry could not be read.", said: /item 1 of a page could not be read/ },
  { name: "5 MB of proposals", answer: { json: OPEN.map(long) } },
  { name: "no header that a page may read", answer: { headers: { "access-control-allow-origin": "*" }, json: OPEN } },
  { name: "a next page elsewhere", answer: { headers: headers(55, { link: '<https://elsewhere.example/2>; rel="next"' }), json: OPEN }, notice: "only a part of the list" },
];

for (const { name, answer, lists = [LIST], notice, said } of ANSWERS) {
  async function expectOutcome(page) {
    await expectSource(page, "live", "Live, just now");
    await expectCards(page, CARDS);
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    if (notice) await expect(page.locator(".alesco-notice")).toContainText(notice);
    else await expect(page.locator(".alesco-notice")).toHaveCount(0);
  }

  test(`${name}, from a cold start: what can be read shows`, async ({ page, api, expectedConsole }) => {
    if (said) expectedConsole.push(said);
    api.list = answer;
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, [...lists, ...DOCUMENTS]);
    await expectOutcome(page);
  });

  test(`${name}, with live cards: what can be read shows`, async ({ page, api, expectedConsole }) => {
    if (said) expectedConsole.push(said);
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, ALL);
    await pass(page, api, 6 * MINUTE);
    api.list = answer;
    await page.getByRole("button", { name: "Refresh" }).click();
    await expectAsked(page, api, [...ALL, ...lists]);
    await expectOutcome(page);
  });
}

/** How a document fails, and whether the next one would fail likewise, so that it is not asked for. */
const DOCUMENT_FAULTS = [
  { name: "the limit is used up", answer: LIMITED, ends: true, until: "10:00" },
  { name: "a secondary limit", answer: { status: 403, headers: headers(40, { "retry-after": "1200" }), json: {} }, ends: true, until: "09:50" },
  { name: "the connection is lost", answer: (response) => response.destroy(), ends: true },
  { name: "nothing comes", answer: HANGS["before the headers"], ends: true, patience: 15 * SECOND },
  { name: "the body ends halfway", answer: HANGS["in the body"], ends: true, patience: 15 * SECOND },
  { name: "GitHub fails", answer: { status: 500, body: "" } },
  { name: "there is none", answer: { status: 404, json: {} } },
  { name: "HTML comes", answer: { body: "<!doctype html>" } },
];

const unread = (count) => (count === 1 ? "1 document could not be read" : `${count} documents could not be read`);

for (const { name, answer, ends, until, patience = 0 } of DOCUMENT_FAULTS) {
  test(`between list and documents ${name}: the cards show, and what is missing is said`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    api.files = answer;
    await standStill(page);
    await visit(page, api);
    const once = [LIST, ...(ends ? DOCUMENTS.slice(0, 1) : DOCUMENTS)];
    await expect.poll(() => api.asked.length).toBe(once.length);
    await pass(page, api, patience);
    await expectSource(page, "live", "Live, just now");
    await expectCards(page, CARDS);
    await expect(page.locator(".alesco-notice")).toContainText(unread(3));
    await expectHealed(page, api, once, patience);
  });

  test(`between list and documents ${name}, with live cards: a changed one keeps what is known of it`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await standStill(page, -10 * MINUTE - SECOND);
    await visit(page, api);
    await expectAsked(page, api, ALL);
    api.files = answer;
    api.list = { json: OPEN.map((item) => ({ ...item, title: `${item.title}!`, updated_at: "2026-09-02T09:00:00Z" })) };
    await page.clock.fastForward(10 * MINUTE + SECOND);
    const once = [...ALL, LIST, ...(ends ? DOCUMENTS.slice(0, 1) : DOCUMENTS)];
    await expect.poll(() => api.asked.length).toBe(once.length);
    await pass(page, api, patience);
    await expectSource(page, "live", "Live, just now");
    await expect(card(page, 16).getByRole("link")).toHaveText(/!$/);
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    await expect(page.locator(".alesco-notice")).toContainText(unread(3));
    await expectHealed(page, api, once, patience);
  });

  /** At the next refresh all is well; after the limit, not before. */
  async function expectHealed(page, api, once, patience) {
    await pass(page, api, 10 * MINUTE - patience - 1);
    expect(api.asked).toEqual(once);
    if (until) {
      await pass(page, api, 1 + SECOND);
      await expectSource(page, "live", `Live, 10 minutes ago: GitHub’s limit for your network is used up until ${until}`, "rate-limited");
      const left = until === "10:00" ? 20 : 10;
      await pass(page, api, left * MINUTE - SECOND - 1);
      expect(api.asked).toEqual(once);
    }
    api.files = undefined;
    await pass(page, api, 1 + SECOND);
    await expectAsked(page, api, [...once, ...ALL]);
    await expectSource(page, "live", "Live, just now");
    await expect(page.locator(".alesco-notice")).toHaveCount(0);
    await expect(freshness(page)).not.toHaveAttribute("data-trouble");
  }
}

/** How the second page fails, and what is asked of the documents all the same. */
const PAGE_FAULTS = [
  { name: "the limit is used up", answer: LIMITED, trouble: "rate-limited", documents: [] },
  { name: "the connection is lost", answer: (response) => response.destroy(), trouble: "offline", documents: [] },
  { name: "GitHub fails", answer: { status: 502, body: "" }, trouble: "server", documents: DOCUMENTS.slice(0, 2) },
];

for (const { name, answer, trouble, documents } of PAGE_FAULTS) {
  const SECOND_PAGE = "/repositories/1/issues?page=2&per_page=100";
  const firstPage = (api) => ({ headers: headers(55, { link: `<${api.url}${SECOND_PAGE}>; rel="next"` }), json: OPEN.slice(0, 2) });

  test(`between two pages ${name}: the first shows, and that it is a part`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    Object.assign(api, { list: firstPage(api), more: answer });
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, [LIST, SECOND_PAGE, ...documents]);
    await expectSource(page, "live", "Live, just now: GitHub", trouble);
    await expectCards(page, [18, 17]);
    await expect(page.locator(".alesco-notices")).toContainText("only a part of the list");
  });

  test(`between two pages ${name}, with live cards: all of them stay`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, ALL);
    Object.assign(api, { list: firstPage(api), more: answer });
    await pass(page, api, 10 * MINUTE + SECOND);
    await expectAsked(page, api, [...ALL, LIST, SECOND_PAGE]);
    await expectSource(page, "live", "Live, 10 minutes ago: GitHub", trouble);
    await expectCards(page, CARDS);
    await expect(page.locator(".alesco-notice")).toHaveCount(0);
  });
}

test("with 20 requests left in the hour, documents are left alone", async ({ page, api }) => {
  api.list = { headers: headers(20), json: OPEN };
  await standStill(page);
  await visit(page, api);
  await expectAsked(page, api, [LIST]);
  await expectCards(page, CARDS);
  await expect(page.locator(".alesco-notice")).toContainText(unread(3));
  await expect(root(page)).toHaveAttribute("data-state", "ready");
});

test("with 21 left, one is read", async ({ page, api }) => {
  api.list = { headers: headers(21), json: OPEN };
  api.files = { headers: headers(20), json: [] };
  await standStill(page);
  await visit(page, api);
  await expectAsked(page, api, [LIST, DOCUMENTS[0]]);
  await expect(page.locator(".alesco-notice")).toContainText(unread(2));
});

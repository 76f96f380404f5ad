// Every way in which an answer can fail, from a cold start and with cards on the screen: never blank,
// never stuck, true about its source, and not one request more than is allowed.
import { HOST } from "./address.mjs";
import {
  ALL, CARDS, DAY, HANGS, HOUR, LIST, MINUTE, OPEN, SECOND,
  cut, expect, expectAsked, expectSource, pass, standStill, test, visit,
} from "./faulty.mjs";
import { NOW, headers } from "./github.mjs";
import { FAILED_REQUEST, expectCards, freshness, root } from "./page.mjs";

const alert = (page) => page.getByRole("alert");

// What each trouble says, and after how many minutes GitHub is asked again without the reader's doing.
const OFFLINE = { trouble: "offline", says: "GitHub cannot be reached", wait: 1 };
const TIMEOUT = { trouble: "timeout", says: "did not answer", wait: 1, patience: 15 * SECOND };
const NOT_FOUND = { trouble: "not-found", says: /GitHub (shows no|does not show the) repository/ };
const MALFORMED = { trouble: "malformed", says: "answer could not be understood", wait: 10 };
const limited = (wait) => ({ trouble: "rate-limited", says: "limit for your network is used up", wait });
const refused = (status) => ({ trouble: "server", says: `answered with error ${status}`, answer: { status, json: { message: "no" } } });
const failed = (status) => ({ ...refused(status), wait: 1, answer: { status, body: "" } });

const html = { ...headers(), "content-type": "text/html" };
const { "access-control-allow-origin": _, ...unshared } = headers();
const over = (status, reset, more) => ({
  status,
  headers: headers(0, { "x-ratelimit-reset": String((NOW.getTime() + reset) / SECOND), ...more }),
  json: { message: "API rate limit exceeded" },
});
const moved = (to, more = headers()) => ({ status: 301, headers: { ...more, location: to }, body: "" });
const elsewhere = "/repositories/1/issues?page=1&per_page=100";

const FAULTS = [
  { name: "connection refused", ...OFFLINE, begin: (api) => api.down(), end: (api) => api.up(), saved: true },
  { name: "no such name in DNS", ...OFFLINE, begin: (api, page) => page.route(`${api.url}/**`, (route) => route.abort("namenotresolved")), end: (api, page) => page.unroute(`${api.url}/**`) },
  { name: "CORS missing", ...OFFLINE, answer: { headers: unshared, json: OPEN } },
  { name: "cut body", ...OFFLINE, answer: cut },
  { name: "closed without an answer", ...OFFLINE, answer: (response) => response.destroy() },
  { name: "301 to a sign-in page", ...OFFLINE, answer: moved(`http://${HOST}/elsewhere`, unshared) },
  { name: "hang before the headers", ...TIMEOUT, answer: HANGS["before the headers"], saved: true },
  { name: "hang in the body", ...TIMEOUT, answer: HANGS["in the body"], begins: true },
  { name: "empty body", ...MALFORMED, answer: { body: "" } },
  { name: "204", ...MALFORMED, answer: { status: 204, body: "" } },
  { name: "HTML with 200", ...MALFORMED, answer: { headers: html, body: "<!doctype html><title>Sign in</title>" }, saved: true },
  { name: "5 MB of something else", ...MALFORMED, answer: { headers: html, body: "<p>".repeat(1_700_000) } },
  { name: "half of the JSON", ...MALFORMED, answer: { body: JSON.stringify(OPEN).slice(0, -100) } },
  { name: "an object in place of the list", ...MALFORMED, answer: { json: { items: OPEN } } },
  { name: "null in place of the list", ...MALFORMED, answer: { json: null } },
  { name: "100 bad items", ...MALFORMED, answer: { json: Array.from({ length: 100 }, () => ({ pull_request: {} })) }, said: /item \d+ of a page could not be read/ },
  { name: "301 to nowhere", ...refused(301) },
  { name: "401", ...refused(401) },
  { name: "403 without limit headers", ...refused(403), saved: true },
  { name: "422", ...refused(422) },
  { name: "451", ...refused(451) },
  { name: "500", ...failed(500) },
  { name: "502", ...failed(502), saved: true },
  { name: "503", ...failed(503) },
  { name: "504", ...failed(504) },
  { name: "404", ...NOT_FOUND, answer: { status: 404, json: {} }, saved: true },
  { name: "410", ...NOT_FOUND, answer: { status: 410, json: {} } },
  { name: "403 with limit headers", ...limited(30), answer: over(403, 30 * MINUTE), saved: true },
  { name: "429 with limit headers", ...limited(30), answer: over(429, 30 * MINUTE) },
  { name: "429 with retry-after", ...limited(2), answer: { status: 429, headers: headers(40, { "retry-after": "120" }), json: {} } },
  { name: "403 with retry-after", ...limited(2), answer: { status: 403, headers: headers(40, { "retry-after": "120" }), json: {} } },
  { name: "429 and nothing more", ...limited(1), answer: { status: 429, headers: headers(40), json: {} } },
  { name: "reset time in the past", ...limited(60), answer: over(403, -HOUR) },
  { name: "reset time a year ahead", ...limited(60), answer: over(403, 365 * DAY) },
  { name: "reset time that is none", ...limited(60), answer: over(403, 0, { "x-ratelimit-reset": "soon" }) },
  // The API's time is right, the reader's is not.
  { name: "a clock a day behind", ...limited(60), answer: over(403, DAY + 30 * MINUTE) },
  { name: "a clock a day ahead", ...limited(60), answer: over(403, -DAY + 30 * MINUTE) },
];

/** What the reader saw before the fault, with what was asked for it. Each fault takes place at half past nine. */
const STARTS = {
  "from a cold start": {
    async begin(page, api, fault) {
      await standStill(page);
      await strike(page, api, fault);
      await visit(page, api);
    },
    asked: [],
  },
  "with live cards": {
    async begin(page, api, fault) {
      await standStill(page, -6 * MINUTE);
      await visit(page, api);
      await expectAsked(page, api, ALL);
      await pass(page, api, 6 * MINUTE);
      await strike(page, api, fault);
      await page.getByRole("button", { name: "Refresh" }).click();
    },
    asked: ALL,
    source: "live",
    age: "Live, 6 minutes ago: GitHub",
  },
  "with a saved copy": {
    async begin(page, api, fault) {
      await standStill(page, -3 * HOUR);
      await visit(page, api);
      await expectAsked(page, api, ALL);
      await page.goto("about:blank");
      await page.clock.fastForward(3 * HOUR);
      await strike(page, api, fault);
      await page.goto("");
    },
    asked: ALL,
    source: "saved",
    age: "Saved copy, 3 hours old: GitHub",
  },
};

async function strike(page, api, { begin, answer }) {
  api.list = answer;
  await begin?.(api, page);
}

const clock = (minutes) => new Date(NOW.getTime() + minutes * MINUTE).toISOString().slice(11, 16);

for (const fault of FAULTS) {
  for (const [start, { begin, asked, source, age }] of Object.entries(STARTS)) {
    if (start === "with a saved copy" && !fault.saved) continue;

    test(`${fault.name}, ${start}`, async ({ page, api, expectedConsole }) => {
      const { trouble, says, patience = 0, wait, end, said } = fault;
      expectedConsole.push(FAILED_REQUEST, ...(said ? [said] : []));
      await begin(page, api, fault);
      const once = [...asked, LIST];
      await expect.poll(() => api.asked.length).toBe(once.length);
      if (fault.begins) await expect.poll(() => api.begun).toBe(once.length);
      await pass(page, api, patience);
      await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);

      // Cards with their age and the reason, or a message with a way out.
      if (source) {
        await expectSource(page, source, age, trouble);
        await expectCards(page, CARDS);
        await expect(alert(page)).toHaveCount(0);
      } else {
        await expect(root(page)).toHaveAttribute("data-state", "failed");
        await expect(root(page)).not.toHaveAttribute("data-source");
        await expect(alert(page).getByRole("link")).toHaveAttribute("href", `${api.url}/AlmaLinux/ALESCo/pulls`);
      }
      const words = source ? freshness(page) : alert(page);
      await expect(words).toContainText(says);
      if (wait) await expect(words).toContainText(`This page asks again by itself at ${clock(wait + patience / MINUTE)}.`);
      else await expect(words).not.toContainText("by itself");

      // The way out: not before GitHub allows it, and at once where it does not help to wait.
      const button = page.getByRole("button", { name: source ? "Refresh" : "Try again" });
      if (trouble === "rate-limited") await button.click({ force: true });
      await pass(page, api, (wait ?? 60) * MINUTE - 1);
      expect(api.asked).toEqual(once);
      api.list = undefined;
      await end?.(api, page);
      if (wait) await pass(page, api, 1 + SECOND);
      else await button.click();
      await expectAsked(page, api, source ? [...once, LIST] : [...once, ...ALL]);
      await expectSource(page, "live", "Live, just now");
      await expectCards(page, CARDS);
    });
  }
}

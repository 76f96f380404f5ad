// Every way in which the list's response can fail, from a cold start and with cards on the screen: the page is never blank
// and never stuck, it is right about its source, and it makes no request more than is allowed.
import { HOST } from "./address.mjs";
import { DAY, HOUR, MINUTE, NOW, OPEN_CARDS, OPEN_ISSUES, SECOND, headers } from "./fixtures.mjs";
import { FIRST_VISIT, HANGING, LIST_REQUEST, advance, expectRequests, expectSource, freezeClock, lostConnection, refreshButton, test, truncatedBody, visit, visitAndLoad } from "./mock-api.mjs";
import { FAILED_REQUEST, alert, expect, expectCards, freshness, root } from "./page.mjs";
import { CONSOLE, anyOf, beginning, line, t } from "./texts.mjs";

/** `reason` is in the status line, `title` in the error panel; `wait` is in minutes until the next automatic attempt. */
const OFFLINE = { trouble: "offline", reason: t("offlineReason"), title: t("offlineTitle"), wait: 1 };
const TIMEOUT = { trouble: "timeout", reason: t("timeoutReason"), title: t("timeoutTitle"), wait: 1, timeout: 15 * SECOND };
const NOT_FOUND = { trouble: "not-found", reason: t("notFoundReason"), title: anyOf("notFoundTitle") };
const MALFORMED = { trouble: "malformed", reason: t("malformedReason"), title: t("malformedTitle"), wait: 10 };
const limited = (wait) => ({ trouble: "rate-limited", reason: beginning("rateLimitedReason"), title: t("rateLimitedTitle"), wait });
const refused = (status) => ({
  trouble: "server",
  reason: t("serverReason", { status }),
  title: t("serverTitle", { status }),
  response: { status, json: { message: "no" } },
});
const failed = (status) => ({ ...refused(status), wait: 1, response: { status, body: "" } });

const html = { ...headers(), "content-type": "text/html" };
const { "access-control-allow-origin": _, ...withoutCors } = headers();
const overLimit = (status, reset, more) => ({
  status,
  headers: headers(0, { "x-ratelimit-reset": String((NOW.getTime() + reset) / SECOND), ...more }),
  json: { message: "API rate limit exceeded" },
});
const moved = (location, more = headers()) => ({ status: 301, headers: { ...more, location }, body: "" });

/**
 * `begin` and `end` make it fail and work again where `response` does not do. `saved`: it is tried with a saved copy,
 * too. `started`: the response has begun before the test goes on.
 */
const FAULTS = [
  { name: "connection refused", ...OFFLINE, begin: (api) => api.down(), end: (api) => api.up(), saved: true },
  { name: "no such name in DNS", ...OFFLINE, begin: (api, page) => page.route(`${api.url}/**`, (route) => route.abort("namenotresolved")), end: (api, page) => page.unroute(`${api.url}/**`) },
  { name: "no CORS headers", ...OFFLINE, response: { headers: withoutCors, json: OPEN_ISSUES } },
  { name: "truncated body", ...OFFLINE, response: truncatedBody },
  { name: "connection closed without a response", ...OFFLINE, response: lostConnection },
  { name: "301 to a sign-in page", ...OFFLINE, response: moved(`http://${HOST}/elsewhere`, withoutCors) },
  { name: "hang before the headers", ...TIMEOUT, response: HANGING["before the headers"], saved: true },
  { name: "hang in the body", ...TIMEOUT, response: HANGING["in the body"], started: true },
  { name: "empty body", ...MALFORMED, response: { body: "" } },
  { name: "204", ...MALFORMED, response: { status: 204, body: "" } },
  { name: "HTML with 200", ...MALFORMED, response: { headers: html, body: "<!doctype html><title>Sign in</title>" }, saved: true },
  { name: "5 MB of HTML", ...MALFORMED, response: { headers: html, body: "<p>".repeat(1_700_000) } },
  { name: "truncated JSON", ...MALFORMED, response: { body: JSON.stringify(OPEN_ISSUES).slice(0, -100) } },
  { name: "an object in place of the list", ...MALFORMED, response: { json: { items: OPEN_ISSUES } } },
  { name: "null in place of the list", ...MALFORMED, response: { json: null } },
  { name: "100 unreadable items", ...MALFORMED, response: { json: Array.from({ length: 100 }, () => ({ pull_request: {} })) }, console: new RegExp(CONSOLE.unreadableItem("\\d+")) },
  { name: "301 without a location", ...refused(301) },
  { name: "401", ...refused(401) },
  { name: "403 without rate-limit headers", ...refused(403), saved: true },
  { name: "422", ...refused(422) },
  { name: "451", ...refused(451) },
  { name: "500", ...failed(500) },
  { name: "502", ...failed(502), saved: true },
  { name: "503", ...failed(503) },
  { name: "504", ...failed(504) },
  { name: "404", ...NOT_FOUND, response: { status: 404, json: {} }, saved: true },
  { name: "410", ...NOT_FOUND, response: { status: 410, json: {} } },
  { name: "403 with rate-limit headers", ...limited(30), response: overLimit(403, 30 * MINUTE), saved: true },
  { name: "429 with rate-limit headers", ...limited(30), response: overLimit(429, 30 * MINUTE) },
  { name: "429 with retry-after", ...limited(2), response: { status: 429, headers: headers(40, { "retry-after": "120" }), json: {} } },
  { name: "403 with retry-after", ...limited(2), response: { status: 403, headers: headers(40, { "retry-after": "120" }), json: {} } },
  { name: "429 without rate-limit headers", ...limited(1), response: { status: 429, headers: headers(40), json: {} } },
  { name: "reset time in the past", ...limited(60), response: overLimit(403, -HOUR) },
  { name: "reset time a year ahead", ...limited(60), response: overLimit(403, 365 * DAY) },
  { name: "invalid reset time", ...limited(60), response: overLimit(403, 0, { "x-ratelimit-reset": "soon" }) },
  // The browser's clock is wrong, the API's is right.
  { name: "rate limit with a clock a day behind", ...limited(60), response: overLimit(403, DAY + 30 * MINUTE) },
  { name: "rate limit with a clock a day ahead", ...limited(60), response: overLimit(403, -DAY + 30 * MINUTE) },
];

/** What is on the screen before the fault, and which requests were made for it. Every fault begins at 09:30. */
const STARTS = {
  "from a cold start": {
    async begin(page, api, fault) {
      await freezeClock(page);
      await strike(page, api, fault);
      await visit(page, api);
    },
    requests: [],
  },
  "with live cards": {
    async begin(page, api, fault) {
      await visitAndLoad(page, api, -6 * MINUTE);
      await advance(page, api, 6 * MINUTE);
      await strike(page, api, fault);
      await refreshButton(page).click();
    },
    requests: FIRST_VISIT,
    source: "live",
    age: t("live", { age: "6 minutes ago" }),
  },
  "with a saved copy": {
    async begin(page, api, fault) {
      await visitAndLoad(page, api, -3 * HOUR);
      await page.goto("about:blank");
      await page.clock.fastForward(3 * HOUR);
      await strike(page, api, fault);
      await page.goto("");
    },
    requests: FIRST_VISIT,
    source: "saved",
    age: t("saved", { age: "3 hours ago" }),
  },
};

async function strike(page, api, { begin, response }) {
  api.list = response;
  await begin?.(api, page);
}

const clockAfter = (minutes) => new Date(NOW.getTime() + minutes * MINUTE).toISOString().slice(11, 16);

for (const fault of FAULTS) {
  for (const [start, { begin, requests, source, age }] of Object.entries(STARTS)) {
    if (start === "with a saved copy" && !fault.saved) continue;

    test(`after ${fault.name} ${start} the page says why and recovers`, async ({ page, api, expectedConsole }) => {
      const { trouble, reason, title, timeout = 0, wait, end } = fault;
      expectedConsole.push(FAILED_REQUEST, ...(fault.console ? [fault.console] : []));
      await begin(page, api, fault);
      const before = [...requests, LIST_REQUEST];
      await expect.poll(() => api.requests.length).toBe(before.length);
      if (fault.started) await expect.poll(() => api.responses).toBe(before.length);
      await advance(page, api, timeout);
      await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);

      // Cards with their age and the reason, or an error panel with a link.
      if (source) {
        await expectSource(page, source, t("withReason", { status: age, error: reason }), trouble);
        await expectCards(page, OPEN_CARDS);
        await expect(alert(page)).toBeHidden();
      } else {
        await expect(root(page)).toHaveAttribute("data-state", "failed");
        await expect(root(page)).not.toHaveAttribute("data-source");
        await expect(alert(page).getByRole("link")).toHaveAttribute("href", `${api.url}/AlmaLinux/ALESCo/pulls`);
      }
      const place = source ? freshness(page) : alert(page);
      await expect(place).toContainText(source ? reason : title);
      if (wait) await expect(place).toContainText(t("nextAttempt", { time: clockAfter(wait + timeout / MINUTE) }));
      else await expect(place).not.toContainText(beginning("nextAttempt"));

      // No request before GitHub allows one; at once where waiting does not help.
      const button = page.getByRole("button", { name: source ? t("refresh") : t("tryAgain") });
      if (trouble === "rate-limited") await button.click({ force: true });
      await advance(page, api, (wait ?? 60) * MINUTE - 1);
      expect(api.requests).toEqual(before);
      api.list = undefined;
      await end?.(api, page);
      if (wait) await advance(page, api, 1 + SECOND);
      else await button.click();
      await expectRequests(page, api, source ? [...before, LIST_REQUEST] : [...before, ...FIRST_VISIT]);
      await expectSource(page, "live", t("liveNow"));
      await expectCards(page, OPEN_CARDS);
    });
  }
}

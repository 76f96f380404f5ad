// The history of one proposal on the standalone page: from the snapshot, and from GitHub on demand.
import { DEMONSTRATION } from "./address.mjs";
import { RATE_LIMITED, headers } from "./fixtures.mjs";
import { expectSettled } from "./mock-api.mjs";
import { FAILED_REQUEST, axeViolations, expect, open, test } from "./page.mjs";
import { t } from "./texts.mjs";

test.use({ repeatsRequests: true });

const commit = (day) => ({ event: "committed", sha: `${day}`, message: `Change ${day}`, author: { name: "Anna" }, committer: { date: `2026-08-2${day}T00:00:00Z` }, html_url: "https://github.com/c" });
const EVENTS = [
  ...[1, 2, 3, 4].map(commit),
  { event: "labeled", created_at: "2026-08-25T00:00:00Z", actor: { login: "anna" }, label: { name: "kernel" } },
  { event: "cross-referenced", created_at: "2026-08-26T00:00:00Z", actor: { login: "anna" }, source: { issue: { title: "<b>Other</b>", html_url: "javascript:alert(1)" } } },
  { event: "closed", created_at: "2026-08-27T00:00:00Z", actor: { login: "anna" } },
  { event: "reopened", created_at: "2026-08-28T00:00:00Z", actor: { login: "anna" } },
];

const timeline = (page) => page.locator("[data-timeline]");
const entries = (page) => timeline(page).locator("> li[data-event]");
const names = (page) => entries(page).evaluateAll((items) => items.filter((item) => item.checkVisibility()).map((item) => item.dataset.event));
const section = (page) => page.locator("section.alesco-timeline");

/** Waits until the text and the list are there: the list may make the view and its buttons anew. */
async function expectViewSettled(page) {
  await expect(page.locator("[data-document]")).toBeVisible();
  await expectSettled(page);
}

async function loadHistory(page) {
  await expectViewSettled(page);
  await section(page).getByRole("button", { name: t("loadHistory") }).click();
}

test("the timeline has what the snapshot knows, in the order of time, without a request", async ({ page }) => {
  const requests = await open(page, `${DEMONSTRATION}?proposal=9`);
  await expect(entries(page).first()).toHaveAttribute("data-event", "opened");
  await expect.poll(() => names(page)).toContain("discussed");
  await expectViewSettled(page);
  const found = await names(page);
  expect(["merged", "closed"]).toContain(found.at(-1));
  const days = await entries(page).evaluateAll((items) => items.map((item) => item.dataset.at.slice(0, 10)));
  expect(days).toEqual([...days].sort());
  expect(requests.filter((path) => path.includes("timeline"))).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
});

test("votes have their figures and the sentence of the minutes, which the date links to", async ({ page }) => {
  await open(page, `${DEMONSTRATION}?proposal=10`);
  const voted = timeline(page).locator("li[data-event=voted]").first();
  await expect(voted.locator("q")).not.toBeEmpty();
  await expect(voted.locator(".alesco-figures")).toHaveText("4 to 1");
  await expect(voted.getByRole("link").first()).toHaveAttribute("href", /meeting-minutes\/\d{4}-\d{2}-\d{2}/);
});

test("the whole history is one request, and quiet events in a row are folded", async ({ page }) => {
  const requests = await open(page, "?proposal=18", { timeline: () => ({ headers: headers(), json: EVENTS }) });
  await loadHistory(page);
  await expect(timeline(page).locator("li[data-event=labelled]")).toBeVisible();
  expect(requests.filter((path) => path.includes("timeline"))).toEqual(["/repos/AlmaLinux/ALESCo/issues/18/timeline?per_page=100"]);
  await expect(section(page).getByRole("button", { name: t("loadHistory") })).toHaveCount(0);
  const before = await names(page);
  expect(before).not.toContain("pushed");
  const fold = timeline(page).getByRole("button");
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  expect((await names(page)).filter((name) => name === "pushed")).toHaveLength(4);
  const reference = timeline(page).locator("li[data-event=referenced]");
  await expect(reference).toContainText("<b>Other</b>");
  await expect(reference.locator("a, b")).toHaveCount(0);
});

test("decisions only leaves votes and what closed or reopened the pull request", async ({ page }) => {
  await open(page, "?proposal=18", { timeline: () => ({ headers: headers(), json: EVENTS }) });
  await loadHistory(page);
  await expect(timeline(page).locator("li[data-event=labelled]")).toBeVisible();
  const all = await names(page);
  await section(page).getByLabel(t("decisionsOnly")).check();
  await expect(timeline(page).locator("li[data-event=labelled]")).toBeHidden();
  const left = await names(page);
  expect(left.filter((name) => name === "closed" || name === "reopened")).toEqual(["closed", "reopened"]);
  expect(left).not.toContain("opened");
  await section(page).getByLabel(t("decisionsOnly")).uncheck();
  expect(await names(page)).toEqual(all);
});

test("a history that cannot be loaded says why, leaves the timeline, and can be tried again", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  let failing = true;
  await open(page, "?proposal=18", { timeline: () => (failing ? { status: 503, headers: headers(), body: "" } : { headers: headers(), json: EVENTS }) });
  await expectViewSettled(page);
  const before = await entries(page).count();
  await loadHistory(page);
  await expect(section(page)).toContainText(t("historyFailed"));
  await expect(section(page)).toContainText(t("serverTitle", { status: 503 }));
  expect(await entries(page).count()).toBe(before);
  failing = false;
  await section(page).getByRole("button", { name: t("tryAgain") }).click();
  await expect(timeline(page).locator("li[data-event=labelled]")).toBeVisible();
});

test("over the rate limit the history says when it ends", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await open(page, "?proposal=18", { timeline: () => RATE_LIMITED });
  await loadHistory(page);
  await expect(section(page)).toContainText(t("limitEnds", { time: "10:00" }));
});

test("the last twenty requests are left to others", async ({ page }) => {
  const requests = await open(page, "?proposal=18", { remaining: 20 });
  await expect.poll(() => requests.length).toBeGreaterThan(1);
  await loadHistory(page);
  await expect(section(page)).toContainText(t("fewRequestsLeft"));
  expect(requests.filter((path) => path.includes("timeline"))).toEqual([]);
});

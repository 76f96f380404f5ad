// Errors in front of a visitor: the panel, the status line, the buttons, and what stays usable.
import { HOST } from "./address.mjs";
import { NOW, OPEN_CARDS, RATE_LIMITED, deferred, headers } from "./fixtures.mjs";
import { GITHUB, listRequests, mockGitHub } from "./github.mjs";
import { freezeClock, waitUntilIdle } from "./mock-api.mjs";
import { FAILED_REQUEST, NO_SNAPSHOT, NO_SNAPSHOT_CONSOLE, SNAPSHOT_FILE, alert, expect, expectCards, freshness, open, root, status, test } from "./page.mjs";
import { NO_SCRIPT, startsWith, t } from "./texts.mjs";

test.use({ repeatsRequests: true });

const FAULTS = [
  { name: "there is no connection", response: "abort", trouble: "offline", title: t("offlineTitle"), hint: "offlineHint", next: "09:31" },
  { name: "GitHub responds with 403", response: { status: 403, headers: headers(40), json: {} }, trouble: "server", title: t("serverTitle", { status: 403 }), hint: "refusedHint" },
  { name: "GitHub responds with 404", response: { status: 404, headers: headers(), json: {} }, trouble: "not-found", title: t("notFoundTitle", { repository: "AlmaLinux/ALESCo" }), hint: "notFoundHint" },
  { name: "GitHub responds with 500", response: { status: 500, headers: headers(), body: "" }, trouble: "server", title: t("serverTitle", { status: 500 }), hint: "serverHint", next: "09:31" },
  { name: "the response is no JSON", response: { headers: headers(), body: "<!doctype html>" }, trouble: "malformed", title: t("malformedTitle"), hint: "malformedHint", next: "09:40" },
  { name: "the response is an object", response: { headers: headers(), json: { a: 1 } }, trouble: "malformed", title: t("malformedTitle"), hint: "malformedHint", next: "09:40" },
  { name: "the response has no CORS header for the page", response: { status: 200, headers: { "access-control-allow-origin": "https://elsewhere.example" }, json: [] }, trouble: "offline", title: t("offlineTitle"), hint: "offlineHint", next: "09:31" },
];

for (const { name, response, trouble, title, hint, next } of FAULTS) {
  test(`when ${name} and there are no cards a panel names the error, and Try again loads them`, async ({ page, expectedConsole }) => {
    expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
    let works = false;
    await open(page, "", { snapshot: NO_SNAPSHOT, list: () => (works ? undefined : response) });
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
    await expect(alert(page)).toContainText(title);
    await expect(alert(page).getByRole("link")).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pulls");
    works = true;
    await alert(page).getByRole("button", { name: t("tryAgain") }).click();
    await expectCards(page, OPEN_CARDS);
    await expect(alert(page)).toBeHidden();
    await expect(status(page)).toBeFocused();
    await expect(freshness(page)).not.toHaveAttribute("data-trouble");
  });

  test(`when ${name} the snapshot is shown, with its date, the reason and what follows`, async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await open(page, "", { list: () => response });
    await expectCards(page, OPEN_CARDS);
    await expect(root(page)).toHaveAttribute("data-source", "snapshot");
    await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
    const age = t("snapshot", { day: "Sep 1, 2026" });
    await expect(freshness(page)).toContainText(t("withReason", { status: age, error: trouble === "not-found" ? t("notFoundReason") : title }));
    await expect(freshness(page)).toContainText(t(hint));
    if (next) await expect(freshness(page)).toContainText(t("nextAttempt", { time: next }));
    await expect(alert(page)).toBeHidden();
  });
}

test("a request without a response fails after 15 seconds", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  // A running clock could pass the limit before the request on a slow machine.
  await freezeClock(page);
  const requests = await open(page, "", { snapshot: NO_SNAPSHOT, list: () => "hang" });
  await expect.poll(() => requests.length).toBe(1);
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  await page.clock.runFor(14_000);
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  await page.clock.runFor(2_000);
  await expect(root(page)).toHaveAttribute("data-state", "failed");
  await expect(alert(page)).toContainText(t("timeoutTitle"));
});

test("when the rate limit is used up the panel says until when, and the list is requested once then", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  await page.clock.install({ time: NOW });
  let works = false;
  const requests = await open(page, "", { snapshot: NO_SNAPSHOT, list: () => (works ? undefined : RATE_LIMITED) });
  await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  await expect(alert(page)).toContainText(t("nextAttempt", { time: "10:00" }));
  await expect(alert(page).getByRole("button", { name: t("tryAgain") })).toBeDisabled();
  works = true;
  await page.clock.fastForward("29:00");
  await waitUntilIdle(page, GITHUB);
  expect(requests).toHaveLength(1);
  await page.clock.fastForward("02:00");
  await expectCards(page, OPEN_CARDS);
  expect(listRequests(requests)).toHaveLength(2);
});

test("when the rate limit is used up the snapshot is shown, with its date and until when", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await open(page, "?show=all", { list: () => RATE_LIMITED });
  await expect(status(page)).toHaveText(t("proposals", { count: 16 }));
  await expect(freshness(page)).toContainText(t("snapshot", { day: "Sep 1, 2026" }));
  await expect(freshness(page)).toContainText(t("nextAttempt", { time: "10:00" }));
});

test("a failing refresh keeps the live cards", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  let fails = false;
  await open(page, "", { list: () => (fails ? "abort" : undefined) });
  await expect(freshness(page)).toContainText(t("liveNow"));
  fails = true;
  await page.getByRole("button", { name: t("refresh") }).click();
  await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
  await expectCards(page, OPEN_CARDS);
  await expect(root(page)).toHaveAttribute("data-source", "live");
});

test("without JavaScript the standalone page says what it needs, and links to GitHub", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("");
  await expect(page.getByText(NO_SCRIPT.needs)).toBeVisible();
  await expect(page.getByRole("link", { name: NO_SCRIPT.link })).toBeVisible();
  await context.close();
});

test("the API of data-api is requested, and its site is linked", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  await page.route("**/folder/", async (route) => {
    const html = (await (await route.fetch()).text()).replace('data-view="browser"', `data-view="browser" data-api="http://${HOST}/api/v3"`);
    await route.fulfill({ contentType: "text/html", body: html });
  });
  await page.route("**/api/v3/**", (route) =>
    route.fulfill({ json: route.request().url().includes("/files") ? [] : [{ number: 1, title: "RFC: x", pull_request: {} }] }));
  await page.route(SNAPSHOT_FILE, (route) => route.fulfill(NO_SNAPSHOT));
  const requests = await mockGitHub(page);
  await page.goto("");
  await expectCards(page, [1]);
  await page.locator("article a").click();
  await expect(page.locator(`a[href="http://${HOST}/AlmaLinux/ALESCo/pull/1"]`).first()).toBeVisible();
  expect(requests).toEqual([]);
});

test("while decided proposals load, and when that fails, the page does not say that there are none", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  const decided = deferred();
  await open(page, "", { snapshot: NO_SNAPSHOT, list: (url) => (url.searchParams.get("state") === "all" ? decided.promise : undefined) });
  await expect(freshness(page)).toContainText(t("liveNow"));
  await page.getByRole("radio", { name: t("decided") }).check();
  await expect(status(page)).toHaveText(t("loading"));
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  await expect(page.getByRole("checkbox", { name: startsWith("closed") }).locator("..").locator(".alesco-count")).toHaveText("");
  decided.resolve("abort");
  await expect(root(page)).toHaveAttribute("data-state", "failed");
  await expect(page.getByText(t("decidedFailed"))).toBeVisible();
  await expect(alert(page)).toContainText(t("offlineTitle"));
  await page.getByRole("radio", { name: t("open") }).check();
  await expectCards(page, OPEN_CARDS);
});

test("decided proposals of the snapshot are shown at once, with its date", async ({ page }) => {
  await open(page, "", { list: (url) => (url.searchParams.get("state") === "all" ? "hang" : undefined) });
  await expect(freshness(page)).toContainText(t("liveNow"));
  await page.getByRole("radio", { name: t("decided") }).check();
  await expect(status(page)).toHaveText(t("proposals", { count: 13 }));
  await expect(freshness(page)).toContainText(t("snapshot", { day: "Sep 1, 2026" }));
  await page.getByRole("radio", { name: t("open") }).check();
  await expect(freshness(page)).toContainText(t("liveNow"));
  await expectCards(page, OPEN_CARDS);
});

test("typing a search makes no request while GitHub is unreachable", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  const requests = await open(page, "", { list: () => "abort" });
  await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
  await page.getByRole("searchbox").pressSequentially("kernel");
  await expectCards(page, [18]);
  await waitUntilIdle(page, GITHUB);
  expect(requests).toHaveLength(1);
});

test("when the rate limit is used up Refresh is disabled", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await open(page, "", { list: () => RATE_LIMITED });
  await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  await expect(page.getByRole("button", { name: t("refresh") })).toHaveAttribute("aria-disabled", "true");
});

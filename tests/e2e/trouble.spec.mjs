import { HOST } from "./address.mjs";
import { LIMITED, NOW, github, headers } from "./github.mjs";
import { FAILED_REQUEST, NO_SNAPSHOT, NO_SNAPSHOT_SAID, expect, expectCards, freshness, open, root, test } from "./page.mjs";

test.use({ asksAgain: true });

const alert = (page) => page.getByRole("alert");

const FAULTS = [
  { name: "no connection", answer: "abort", trouble: "offline", says: "GitHub cannot be reached." },
  { name: "403", answer: { status: 403, headers: headers(40), json: {} }, trouble: "server", says: "error 403", outlook: "Waiting does not help" },
  { name: "404", answer: { status: 404, headers: headers(), json: {} }, trouble: "not-found", says: "shows no repository AlmaLinux/ALESCo" },
  { name: "500", answer: { status: 500, headers: headers(), body: "" }, trouble: "server", says: "error 500" },
  { name: "not JSON", answer: { headers: headers(), body: "<!doctype html>" }, trouble: "malformed", says: "could not be understood" },
  { name: "JSON of another shape", answer: { headers: headers(), json: { a: 1 } }, trouble: "malformed", says: "could not be understood" },
  { name: "CORS missing", answer: { status: 200, headers: { "access-control-allow-origin": "https://elsewhere.example" }, json: [] }, trouble: "offline", says: "GitHub cannot be reached." },
];

const OUTLOOK = {
  offline: "This page asks again by itself at 09:31.",
  server: "Such errors mostly pass. This page asks again by itself at 09:31.",
  "not-found": "It may have moved, or may not be public any more.",
  malformed: "A sign-in page or a proxy of the network may have answered instead. This page asks again by itself at 09:40.",
};

for (const { name, answer, trouble, says, outlook = OUTLOOK[trouble] } of FAULTS) {
  test(`${name}, with nothing to show: says so, and tries again`, async ({ page, expectedConsole }) => {
    expectedConsole.push(...NO_SNAPSHOT_SAID);
    let works = false;
    await open(page, "", { snapshot: NO_SNAPSHOT, list: () => (works ? undefined : answer) });
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
    await expect(alert(page)).toContainText(says);
    await expect(alert(page).getByRole("link")).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pulls");
    works = true;
    await alert(page).getByRole("button", { name: "Try again" }).click();
    await expectCards(page, [16, 18, 17]);
    await expect(alert(page)).toHaveCount(0);
    await expect(page.getByRole("status")).toBeFocused();
    await expect(freshness(page)).not.toHaveAttribute("data-trouble");
  });

  test(`${name}: the snapshot shows, with its date and the reason`, async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await open(page, "", { list: () => answer });
    await expectCards(page, [16, 18, 17]);
    await expect(root(page)).toHaveAttribute("data-source", "snapshot");
    await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
    await expect(freshness(page)).toContainText(/Snapshot of Sep 1, 2026: GitHub/);
    await expect(freshness(page)).toContainText(outlook);
    await expect(alert(page)).toHaveCount(0);
  });
}

test("an answer that never comes ends after 15 seconds", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  await page.clock.install({ time: NOW });
  // Else the clock goes on, and a slow machine is over the limit before it is asked.
  await page.clock.pauseAt(NOW.getTime() + 1_000);
  const asked = await open(page, "", { snapshot: NO_SNAPSHOT, list: () => "hang" });
  await expect.poll(() => asked.length).toBe(1);
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  await page.clock.runFor(14_000);
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  await page.clock.runFor(2_000);
  await expect(root(page)).toHaveAttribute("data-state", "failed");
  await expect(alert(page)).toContainText("did not answer within 15 seconds");
});

test("over the limit: says until when, waits, and then asks once by itself", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  await page.clock.install({ time: NOW });
  let works = false;
  const asked = await open(page, "", { snapshot: NO_SNAPSHOT, list: () => (works ? undefined : LIMITED) });
  await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  await expect(alert(page)).toContainText("This page asks again by itself at 10:00.");
  await expect(alert(page).getByRole("button", { name: "Try again" })).toBeDisabled();
  works = true;
  await page.clock.fastForward("29:00");
  expect(asked).toHaveLength(1);
  await page.clock.fastForward("02:00");
  await expectCards(page, [16, 18, 17]);
  expect(asked.filter((address) => address.includes("/issues"))).toHaveLength(2);
});

test("over the limit with a snapshot: everything shows, with its age and until when", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await open(page, "?show=all", { list: () => LIMITED });
  await expect(page.getByRole("status")).toHaveText("16 proposals");
  await expect(freshness(page)).toHaveText(/Snapshot of Sep 1, 2026: .*limit for your network is used up until 10:00/);
});

test("a failing refresh removes nothing", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  let fails = false;
  await open(page, "", { list: () => (fails ? "abort" : undefined) });
  await expect(freshness(page)).toContainText("Live, just now");
  fails = true;
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
  await expectCards(page, [16, 18, 17]);
  await expect(root(page)).toHaveAttribute("data-source", "live");
});

test("without JavaScript the page says what it needs and links to GitHub", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("");
  await expect(page.getByText("needs JavaScript and WebAssembly")).toBeVisible();
  await expect(page.getByRole("link", { name: "the proposals on GitHub" })).toBeVisible();
  await context.close();
});

test("a data-api elsewhere is asked, and its pages are linked", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  await page.route("**/folder/", async (route) => {
    const html = (await (await route.fetch()).text()).replace('data-view="browser"', `data-view="browser" data-api="http://${HOST}/api/v3"`);
    await route.fulfill({ contentType: "text/html", body: html });
  });
  await page.route("**/api/v3/**", (route) =>
    route.fulfill({ json: route.request().url().includes("/files") ? [] : [{ number: 1, title: "RFC: x", pull_request: {} }] }));
  await page.route("**/proposals.json", (route) => route.fulfill(NO_SNAPSHOT));
  const asked = await github(page);
  await page.goto("");
  await expectCards(page, [1]);
  await expect(page.locator("article a")).toHaveAttribute("href", `http://${HOST}/AlmaLinux/ALESCo/pull/1`);
  expect(asked).toEqual([]);
});

test("while decided ones are on their way, and when they fail, nobody says that there are none", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  let fail;
  const decided = new Promise((resolve) => (fail = resolve));
  await open(page, "", { snapshot: NO_SNAPSHOT, list: (url) => (url.searchParams.get("state") === "all" ? decided.then(() => "abort") : undefined) });
  await expect(freshness(page)).toContainText("Live, just now");
  await page.getByRole("radio", { name: "Decided" }).check();
  await expect(page.getByRole("status")).toHaveText("Loading proposals…");
  await expect(root(page)).toHaveAttribute("data-state", "loading");
  await expect(page.getByRole("checkbox", { name: /^Closed/ }).locator("..").locator(".alesco-count")).toHaveText("");
  fail();
  await expect(root(page)).toHaveAttribute("data-state", "failed");
  await expect(page.getByText("The decided proposals could not be loaded.")).toBeVisible();
  await expect(alert(page)).toContainText("GitHub cannot be reached.");
  await page.getByRole("radio", { name: "Open" }).check();
  await expectCards(page, [16, 18, 17]);
});

test("decided ones of the snapshot are there at once, with their age", async ({ page }) => {
  await open(page, "", { list: (url) => (url.searchParams.get("state") === "all" ? "hang" : undefined) });
  await expect(freshness(page)).toContainText("Live, just now");
  await page.getByRole("radio", { name: "Decided" }).check();
  await expect(page.getByRole("status")).toHaveText("13 proposals");
  await expect(freshness(page)).toContainText("Snapshot of Sep 1, 2026");
  await page.getByRole("radio", { name: "Open" }).check();
  await expect(freshness(page)).toContainText("Live, just now");
  await expectCards(page, [16, 18, 17]);
});

test("while GitHub cannot be reached, letters in the search ask nothing of it", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  const asked = await open(page, "", { list: () => "abort" });
  await expect(freshness(page)).toHaveAttribute("data-trouble", "offline");
  await page.getByRole("searchbox").pressSequentially("kernel");
  await expectCards(page, [18]);
  expect(asked).toHaveLength(1);
});

test("over the limit, Refresh says that it is of no use", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await open(page, "", { list: () => LIMITED });
  await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  await expect(page.getByRole("button", { name: "Refresh" })).toHaveAttribute("aria-disabled", "true");
});

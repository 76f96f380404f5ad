// Invalid and missing snapshots, and what is shown instead.
import { HOUR, MINUTE, OPEN_CARDS, RATE_LIMITED, SECOND } from "./fixtures.mjs";
import { FIRST_VISIT, HANGING, LIST_REQUEST, advance, expectRequests, expectSource, freezeClock, test, visit, visitAndLoad } from "./mock-api.mjs";
import { FAILED_REQUEST, SNAPSHOT_FILE, alert, expect, expectCards, root } from "./page.mjs";
import { CONSOLE, line, t } from "./texts.mjs";

const FAILED = { status: 503, body: "" };
const WITH_SNAPSHOT = 'data-snapshot="demo-proposals.json"';
const record = { number: 18, title: "A title of the snapshot’s", stage: "submitted" };
const snapshot = { schema: 2, repository: "AlmaLinux/ALESCo", made_at: "2026-09-01T00:00:00Z", proposals: [record] };

const SNAPSHOTS = [
  { name: "is not found", response: { status: 404, body: "" }, reason: "not-found" },
  { name: "cannot be fetched", response: "abort", reason: "offline" },
  { name: "is a server error", response: { status: 500, body: "" }, reason: "server" },
  { name: "is empty", response: { body: "" }, reason: "it is not JSON" },
  { name: "is HTML", response: { body: "<!doctype html>" }, reason: "it is not JSON" },
  { name: "is truncated", response: { body: JSON.stringify(snapshot).slice(0, -20) }, reason: "it is not JSON" },
  { name: "has no schema", response: { json: { ...snapshot, schema: undefined } }, reason: "it has no schema" },
  { name: "has a newer schema", response: { json: { ...snapshot, schema: 4 } }, reason: "its schema is 4, and this version reads schemas up to 3" },
  { name: "is of another repository", response: { json: { ...snapshot, repository: "AlmaLinux/other" } }, reason: 'it is a snapshot of "AlmaLinux/other"' },
  { name: "has null for its proposals", response: { json: { ...snapshot, proposals: null } }, reason: "none of its proposals can be read" },
  { name: "has an object for its proposals", response: { json: { ...snapshot, proposals: { 18: record } } }, reason: "none of its proposals can be read" },
  { name: "has no proposal that can be read", response: { json: { ...snapshot, proposals: [null, { number: 18 }] } }, reason: "none of its proposals can be read" },
  { name: "is null", response: { body: "null" }, reason: "it has no schema" },
  { name: "has no date", response: { json: { ...snapshot, made_at: null } }, reason: "its made_at is not a time" },
];

for (const { name, response, reason } of SNAPSHOTS) {
  /** Serves this snapshot. The returned function expects that the console has named it once. */
  async function serve(page, expectedConsole) {
    const warning = CONSOLE.snapshotInvalid(reason);
    const warnings = [];
    expectedConsole.push(FAILED_REQUEST, line(CONSOLE.snapshotInvalid("")));
    page.on("console", (message) => warnings.push(...(message.text().includes(warning) ? [warning] : [])));
    await page.route(SNAPSHOT_FILE, (route) => (response === "abort" ? route.abort() : route.fulfill(response)));
    return () => expect.poll(() => warnings).toEqual([warning]);
  }

  test(`when the snapshot ${name} GitHub's response is shown`, async ({ page, api, expectedConsole }) => {
    const expectWarning = await serve(page, expectedConsole);
    await freezeClock(page);
    await visit(page, api, WITH_SNAPSHOT);
    await expectRequests(page, api, FIRST_VISIT);
    await expectSource(page, "live", t("liveNow"));
    await expectWarning();
  });

  test(`when the snapshot ${name} and the rate limit is used up an error panel is shown`, async ({ page, api, expectedConsole }) => {
    const expectWarning = await serve(page, expectedConsole);
    api.list = RATE_LIMITED;
    await freezeClock(page);
    await visit(page, api, WITH_SNAPSHOT);
    await expectRequests(page, api, [LIST_REQUEST]);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(root(page)).not.toHaveAttribute("data-source");
    await expect(alert(page)).toContainText(t("rateLimitedTitle"));
    await expectWarning();
  });

  test(`when the snapshot ${name} and GitHub fails the saved copy stays`, async ({ page, api, expectedConsole }) => {
    const expectWarning = await serve(page, expectedConsole);
    await visitAndLoad(page, api, -3 * HOUR);
    await page.goto("about:blank");
    await page.clock.fastForward(3 * HOUR);
    api.list = FAILED;
    await visit(page, api, WITH_SNAPSHOT);
    await expectRequests(page, api, [...FIRST_VISIT, LIST_REQUEST]);
    const age = t("saved", { age: "3 hours ago" });
    await expectSource(page, "saved", t("withReason", { status: age, error: t("serverReason", { status: 503 }) }), "server");
    await expectCards(page, OPEN_CARDS);
    await expectWarning();
  });
}

for (const [name, hang] of Object.entries(HANGING)) {
  async function serveHanging(page, api) {
    // The API's server takes the place of the site's, which cannot hang.
    api.more = hang;
    await page.route(SNAPSHOT_FILE, (route) => route.continue({ url: `${api.url}/proposals.json` }));
    await freezeClock(page);
  }

  test(`while the snapshot hangs ${name} GitHub's list is shown, and documents are read after 15 seconds`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(line(CONSOLE.snapshotInvalid("timeout")));
    await serveHanging(page, api);
    await visit(page, api, WITH_SNAPSHOT);
    await expect.poll(() => api.requests).toEqual([LIST_REQUEST]);
    await expectSource(page, "live", t("liveNow"));
    await expectCards(page, OPEN_CARDS);
    await page.clock.fastForward(15 * SECOND);
    await expectRequests(page, api, FIRST_VISIT);
  });

  test(`when the snapshot hangs ${name} and GitHub fails an error panel is shown after 15 seconds`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST, line(CONSOLE.snapshotInvalid("timeout")));
    await serveHanging(page, api);
    api.list = FAILED;
    await visit(page, api, WITH_SNAPSHOT);
    await expectRequests(page, api, [LIST_REQUEST]);
    await page.clock.fastForward(15 * SECOND);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(alert(page)).toContainText(t("serverTitle", { status: 503 }));
  });
}

test("a snapshot is shown while GitHub does not respond, with the reason, and live cards replace it", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await page.route(SNAPSHOT_FILE, (route) => route.fulfill({ json: snapshot }));
  api.list = HANGING["before the headers"];
  await freezeClock(page);
  await visit(page, api, WITH_SNAPSHOT);
  const age = t("snapshot", { day: "Sep 1, 2026" });
  await expectSource(page, "snapshot", age);
  await expect.poll(() => api.requests).toEqual([LIST_REQUEST]);
  await page.clock.fastForward(15 * SECOND);
  await expectSource(page, "snapshot", t("withReason", { status: age, error: t("timeoutReason") }), "timeout");
  api.list = undefined;
  await advance(page, api, MINUTE + SECOND);
  await expectRequests(page, api, [LIST_REQUEST, ...FIRST_VISIT]);
  await expectSource(page, "live", t("liveNow"));
  await expectCards(page, OPEN_CARDS);
});

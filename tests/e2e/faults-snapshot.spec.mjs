// Snapshots that are of no use, and what is shown in their place.
import {
  ALL, CARDS, HANGS, HOUR, LIST, MINUTE, SECOND,
  expect, expectAsked, expectSource, pass, standStill, test, visit,
} from "./faulty.mjs";
import { LIMITED } from "./github.mjs";
import { FAILED_REQUEST, expectCards, root } from "./page.mjs";

const FAILED = { status: 503, body: "" };
const WITH_SNAPSHOT = 'data-snapshot="proposals.json"';
const record = { number: 18, title: "The snapshot’s own words", stage: "submitted" };
const snapshot = { schema: 2, repository: "AlmaLinux/ALESCo", made_at: "2026-09-01T00:00:00Z", proposals: [record] };

const SNAPSHOTS = [
  { name: "missing", answer: { status: 404, body: "" }, says: "not-found" },
  { name: "out of reach", answer: "abort", says: "offline" },
  { name: "an error of the host", answer: { status: 500, body: "" }, says: "server" },
  { name: "empty", answer: { body: "" }, says: "it has no schema" },
  { name: "HTML", answer: { body: "<!doctype html>" }, says: "it has no schema" },
  { name: "half", answer: { body: JSON.stringify(snapshot).slice(0, -20) }, says: "it has no schema" },
  { name: "of no version", answer: { json: { ...snapshot, schema: undefined } }, says: "it has no schema" },
  { name: "newer than understood", answer: { json: { ...snapshot, schema: 3 } }, says: "its schema is 3, and this program reads up to 2" },
  { name: "of another repository", answer: { json: { ...snapshot, repository: "AlmaLinux/other" } }, says: "made of AlmaLinux/other" },
  { name: "of no time", answer: { json: { ...snapshot, made_at: null } }, says: "made_at is no time" },
];

for (const { name, answer, says } of SNAPSHOTS) {
  /** Opens the page with this snapshot, and tells how often it is asked for. */
  async function begin(page, expectedConsole) {
    const said = `the snapshot is of no use: ${says}`;
    const heard = [];
    expectedConsole.push(FAILED_REQUEST, /the snapshot is of no use: /);
    page.on("console", (message) => heard.push(...(message.text().includes(said) ? [said] : [])));
    await page.route("**/proposals.json", (route) => (answer === "abort" ? route.abort() : route.fulfill(answer)));
    return () => expect.poll(() => heard).toEqual([said]);
  }

  test(`a snapshot that is ${name}, from a cold start: GitHub’s answer shows`, async ({ page, api, expectedConsole }) => {
    const expectSaid = await begin(page, expectedConsole);
    await standStill(page);
    await visit(page, api, WITH_SNAPSHOT);
    await expectAsked(page, api, ALL);
    await expectSource(page, "live", "Live, just now");
    await expectSaid();
  });

  test(`a snapshot that is ${name}, from a cold start with the limit used up: a message with a way out`, async ({ page, api, expectedConsole }) => {
    const expectSaid = await begin(page, expectedConsole);
    api.list = LIMITED;
    await standStill(page);
    await visit(page, api, WITH_SNAPSHOT);
    await expectAsked(page, api, [LIST]);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(root(page)).not.toHaveAttribute("data-source");
    await expect(page.getByRole("alert")).toContainText("limit for your network is used up");
    await expectSaid();
  });

  test(`a snapshot that is ${name}, with a saved copy and a server that fails: the copy stays`, async ({ page, api, expectedConsole }) => {
    const expectSaid = await begin(page, expectedConsole);
    await standStill(page, -3 * HOUR);
    await visit(page, api);
    await expectAsked(page, api, ALL);
    await page.goto("about:blank");
    await page.clock.fastForward(3 * HOUR);
    api.list = FAILED;
    await visit(page, api, WITH_SNAPSHOT);
    await expectAsked(page, api, [...ALL, LIST]);
    await expectSource(page, "saved", "Saved copy, 3 hours old: GitHub", "server");
    await expectCards(page, CARDS);
    await expectSaid();
  });
}

for (const [name, hangs] of Object.entries(HANGS)) {
  const begin = async (page, api) => {
    // In place of the site, which cannot hang.
    api.more = hangs;
    await page.route("**/proposals.json", (route) => route.continue({ url: `${api.url}/proposals.json` }));
    await standStill(page);
  };

  test(`a snapshot that hangs ${name}, from a cold start: GitHub’s answer shows at once, and documents after 15 seconds`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(/the snapshot is of no use: timeout/);
    await begin(page, api);
    await visit(page, api, WITH_SNAPSHOT);
    await expect.poll(() => api.asked).toEqual([LIST]);
    await expectSource(page, "live", "Live, just now");
    await expectCards(page, CARDS);
    await page.clock.fastForward(15 * SECOND);
    await expectAsked(page, api, ALL);
  });

  test(`a snapshot that hangs ${name}, from a cold start with a server that fails: is not waited for longer than 15 seconds`, async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST, /the snapshot is of no use: timeout/);
    await begin(page, api);
    api.list = FAILED;
    await visit(page, api, WITH_SNAPSHOT);
    await expectAsked(page, api, [LIST]);
    await page.clock.fastForward(15 * SECOND);
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    await expect(page.getByRole("alert")).toContainText("error 503");
  });
}

test("a snapshot shows before GitHub has answered, and then in its place, with the reason", async ({ page, api, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await page.route("**/proposals.json", (route) => route.fulfill({ json: snapshot }));
  api.list = HANGS["before the headers"];
  await standStill(page);
  await visit(page, api, WITH_SNAPSHOT);
  await expectSource(page, "snapshot", "Snapshot of Sep 1, 2026");
  await expect.poll(() => api.asked).toEqual([LIST]);
  await page.clock.fastForward(15 * SECOND);
  await expectSource(page, "snapshot", "Snapshot of Sep 1, 2026: GitHub did not answer in time", "timeout");
  api.list = undefined;
  await pass(page, api, MINUTE + SECOND);
  await expectAsked(page, api, [LIST, ...ALL]);
  await expectSource(page, "live", "Live, just now");
  await expectCards(page, CARDS);
});

// Relative times: calendar days in the visitor's zone, never in the future, and dates without a time are the same everywhere.
import { readFileSync } from "node:fs";
import { SNAPSHOT } from "./address.mjs";
import { HOUR, ISSUES, MINUTE, NOW, headers } from "./fixtures.mjs";
import { openList } from "./locales.mjs";
import { FAILED_REQUEST, card, expect, freshness, open, root, test } from "./page.mjs";
import { beginning, t } from "./texts.mjs";

const at = (milliseconds) => new Date(NOW.getTime() + milliseconds).toISOString();

const JUST_NOW = /^(just )?now$/i;

/** Opens a list of one proposal that was opened at this time. */
async function openWith(page, createdAt, attributes = "", change = {}) {
  const issue = { ...ISSUES[0], number: 1, created_at: createdAt, updated_at: createdAt, ...change };
  await openList(page, "en", attributes, { issues: [issue], files: () => ({ headers: headers(), json: [] }) });
  return card(page, 1).locator("time").first();
}

/**
 * The age of a proposal by the time at which it was opened. What was opened within the last 24 hours, but not today, may
 * be given in hours.
 */
const AGES = [
  { zone: "UTC", opened: "2026-09-02T09:30:00Z", age: JUST_NOW },
  { zone: "UTC", opened: "2026-09-02T09:05:00Z", age: "25 minutes ago" },
  { zone: "UTC", opened: "2026-09-02T00:10:00Z", age: "9 hours ago" },
  { zone: "UTC", opened: "2026-09-01T23:50:00Z", age: /^(yesterday|(9|10) hours ago)$/ },
  { zone: "UTC", opened: "2026-09-01T00:10:00Z", age: "yesterday" },
  // 33 hours and 40 minutes ago, and 57 hours ago.
  { zone: "UTC", opened: "2026-08-31T23:50:00Z", age: "2 days ago" },
  { zone: "UTC", opened: "2026-08-31T00:30:00Z", age: "2 days ago" },
  // 47 hours ago.
  { zone: "UTC", opened: "2026-08-31T10:30:00Z", age: "2 days ago" },
  { zone: "UTC", opened: "2026-08-30T23:59:00Z", age: "3 days ago" },
  // 21:30 on 2 September in Auckland, 22:30 on 1 September in Pago Pago.
  { zone: "Pacific/Auckland", opened: "2026-08-31T12:30:00Z", age: "yesterday" },
  { zone: "Pacific/Auckland", opened: "2026-08-31T11:30:00Z", age: "2 days ago" },
  { zone: "Pacific/Pago_Pago", opened: "2026-08-31T11:30:00Z", age: "yesterday" },
  { zone: "Pacific/Pago_Pago", opened: "2026-08-31T10:30:00Z", age: "2 days ago" },
  // The clock goes forward an hour in the night between.
  { zone: "Europe/Berlin", now: "2026-03-29T06:00:00Z", opened: "2026-03-28T05:00:00Z", age: "yesterday" },
  { zone: "Europe/Berlin", now: "2026-03-30T06:00:00Z", opened: "2026-03-28T22:30:00Z", age: "2 days ago" },
];

for (const { zone, now = NOW.toISOString(), opened, age } of AGES) {
  test.describe(() => {
    test.use({ timezoneId: zone });

    test(`in ${zone} at ${now} what was opened at ${opened} reads "${age}"`, async ({ page }) => {
      await page.clock.setFixedTime(now);
      await expect(await openWith(page, opened)).toHaveText(age);
    });
  });
}

for (const [name, ahead] of [["10 minutes", 10 * MINUTE], ["4 hours", 4 * HOUR], ["3 days", 72 * HOUR]]) {
  test(`with a clock that is ${name} behind a new proposal was opened just now, not in the future`, async ({ page }) => {
    const time = await openWith(page, at(ahead));
    await expect(time).toHaveText(JUST_NOW);
    await expect(card(page, 1)).not.toContainText(/\bin \d/);
    await expect(freshness(page)).toContainText(t("liveNow"));
  });
}

test("with a clock that is hours behind a snapshot of later is not in the future", async ({ page }) => {
  const snapshot = { schema: 2, repository: "AlmaLinux/ALESCo", made_at: at(4 * HOUR), proposals: [{ number: 18, title: "x", stage: "submitted", opened_at: at(3 * HOUR), updated_at: at(3 * HOUR) }] };
  await page.route(`**${SNAPSHOT}`, (route) => route.fulfill({ json: snapshot }));
  await openList(page, "en", `data-snapshot="${SNAPSHOT}"`, { list: () => "hang" });
  await expect(card(page, 18)).toBeVisible();
  await expect(card(page, 18)).not.toContainText(/\bin \d|tomorrow/);
  await expect(freshness(page)).not.toContainText(/\bin \d|tomorrow/);
});

/** The demonstration's snapshot: the minutes of 13 August 2026 have a note on #18. */
const DEMO = JSON.parse(readFileSync(new URL("../../snapshot/proposals.json", import.meta.url), "utf8"));

/** UTC+13 in September, and UTC-11. */
for (const zone of ["Pacific/Tongatapu", "Pacific/Pago_Pago", "UTC"]) {
  test.describe(() => {
    test.use({ timezoneId: zone });

    test(`in ${zone} a next meeting that is a date without a time is on that day`, async ({ page }) => {
      await openWith(page, "2026-08-01T00:00:00Z", 'data-next-meeting="2026-09-10"', { labels: ["vote at next meeting"] });
      const expected = new RegExp(`${beginning("decisionExpected")}Thu(rsday)?\\b`);
      await expect(card(page, 1)).toContainText(expected);
    });

    test.describe(() => {
      // The view of a proposal reads the files that the list has read.
      test.use({ repeatsRequests: true });

      test(`in ${zone} minutes of a day are of that day, in a card and in the view of a proposal`, async ({ page, expectedConsole }) => {
        expectedConsole.push(FAILED_REQUEST);
        await open(page, "", { snapshot: { json: DEMO }, list: () => ({ status: 500, body: "" }) });
        await expect(root(page)).toHaveAttribute("data-source", "snapshot");
        await expect(card(page, 18).locator("[data-last-discussed] a")).toHaveText("Aug 13, 2026");
        await card(page, 18).locator(".al-rfc-title a").click();
        const view = page.locator("article[data-proposal-view]");
        await expect(view.locator('[data-minutes] li[data-date="2026-08-13"] > a')).toHaveText("Aug 13, 2026");
        await expect(view.locator('[data-timeline] li[data-at^="2026-08-13"] > a')).toHaveText("Aug 13, 2026");
      });
    });
  });
}

test("a time is marked up with its date and time, in the visitor's zone", async ({ page }) => {
  const time = await openWith(page, "2026-08-31T10:30:00Z");
  await expect(time).toHaveAttribute("datetime", "2026-08-31T10:30:00Z");
  await expect(time).toHaveAttribute("title", /31 August 2026.*10:30|August 31, 2026.*10:30/);
});

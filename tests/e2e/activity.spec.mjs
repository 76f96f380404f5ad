// Whose turn a proposal is, and what changed since this browser opened it.
import { readFileSync } from "node:fs";
import { GITHUB } from "./github.mjs";
import { HOUR, ISSUES, NOW, headers } from "./fixtures.mjs";
import { storageKey } from "./mock-api.mjs";
import { FAILED_REQUEST, activeFilters, axeViolations, card, choice, expect, expectCards, open, openFilters, root, status, test, withAttributes } from "./page.mjs";
import { t } from "./texts.mjs";

// The view of a proposal reads the files that the list has read.
test.use({ repeatsRequests: true });

const view = (page) => page.locator("article[data-proposal-view]");
const text = (page) => view(page).locator("[data-document]");
const heading = (page, name) => text(page).getByRole("heading", { name });

test.describe("whose turn", () => {
  const DEMO = JSON.parse(readFileSync(new URL("../../snapshot/proposals.json", import.meta.url), "utf8"));
  const event = (event, at, actor, subject) => ({ at, event, actor, ...(subject && { subject }) });
  const EVENTS = {
    18: [event("commented", "2026-08-15T10:00:00Z", "mia")],
    17: [event("review-requested", "2026-07-02T16:00:00Z", "mia", "almaboard")],
  };

  /** The demonstration's snapshot, in which a member commented on 18, and asked the board about 17. */
  function snapshot(change = () => {}) {
    const file = structuredClone(DEMO);
    file.proposals.find(({ number }) => number === 18).comments = 1;
    for (const [number, events] of Object.entries(EVENTS)) {
      const { proposals } = file.records;
      const known = proposals.find((record) => record.number === Number(number));
      if (known) known.events = events;
      else proposals.push({ number: Number(number), events });
    }
    change(file);
    return { json: file };
  }

  const OFFLINE = { list: () => ({ status: 500, body: "" }) };
  const ATTRIBUTES = { "data-members": "mia,max", "data-board": "almaboard" };

  async function openWithEvents(page, expectedConsole, address, attributes = ATTRIBUTES, change = undefined) {
    expectedConsole.push(FAILED_REQUEST);
    await withAttributes(page, attributes);
    await open(page, address, { snapshot: snapshot(change), ...OFFLINE });
    await expect(root(page)).toHaveAttribute("data-source", "snapshot");
  }

  test("cards have it as an attribute, and a filter finds them by it", async ({ page, expectedConsole }) => {
    await openWithEvents(page, expectedConsole, "");
    await expect(card(page, 18)).toHaveAttribute("data-turn", "author");
    await expect(card(page, 17)).toHaveAttribute("data-turn", "board");
    await expect(card(page, 16)).toHaveAttribute("data-turn", "committee");
    await openFilters(page);
    await choice(page, "turn", "author").check();
    await expectCards(page, [18]);
    await expect(page).toHaveURL(/\?turn=author$/);
    await choice(page, "turn", "board").check();
    await expect(status(page)).toContainText("2");
    await expect(page).toHaveURL(/\?turn=author,board$/);
    await page.goBack();
    await expectCards(page, [18]);
    await activeFilters(page).getByRole("button").first().click();
    await expect(status(page)).toHaveText(t("proposals", { count: 3 }));
  });

  test("the open proposal and the agenda say it with its reason", async ({ page, expectedConsole }) => {
    const said = t("whoseTurn", { party: t("author"), reason: t("eventBy", { name: "mia", event: t("commented"), day: "Aug 15, 2026" }) });
    await openWithEvents(page, expectedConsole, "?proposal=18");
    await expect(view(page).locator("[data-turn=author]")).toHaveText(said);
    await page.goto("?view=meeting");
    const entry = page.locator('section[data-meeting] li[data-proposal="18"]');
    await expect(entry.locator("[data-turn=author]")).toHaveText(said);
    await expect(entry.locator(".alesco-reasons")).toContainText(t("eventBy", { name: "mia", event: t("commented"), day: "Aug 15, 2026" }));
    expect(await axeViolations(page)).toEqual([]);
  });

  test("a merge conflict that the snapshot knows is a reason", async ({ page, expectedConsole }) => {
    const withConflict = (file) => (file.records.proposals.find(({ number }) => number === 16).conflict = true);
    await openWithEvents(page, expectedConsole, "?proposal=16", ATTRIBUTES, withConflict);
    await expect(view(page).locator("[data-turn=author]")).toHaveText(t("whoseTurn", { party: t("author"), reason: t("mergeConflict") }));
  });

  test("nothing is said where members and board are not known", async ({ page, expectedConsole }) => {
    await openWithEvents(page, expectedConsole, "", {});
    await expect(card(page, 18)).not.toHaveAttribute("data-turn");
    await expect(page.locator("input[name=turn]")).toHaveCount(0);
  });

  test("an unknown value in the address is said, and the others hold", async ({ page, expectedConsole }) => {
    await openWithEvents(page, expectedConsole, "?turn=me,board");
    await expectCards(page, [17]);
    await expect(root(page)).toContainText(t("unknownParameter", { key: "turn", value: "me" }));
  });
});

test.describe("since the last visit", () => {
  const SECTIONS = ["---", "RFC: 0000", "Status: Draft", "---", "", "## Abstract", "", "The same.", "", "## Motivation", "", "Before.", "", "## Design", "", "The same, too."];
  const file = (lines) => [{ filename: "rfcs/0000-kernel.md", status: "added", additions: lines.length, patch: [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join("\n") }];
  const BEFORE = SECTIONS;
  const AFTER = SECTIONS.map((line) => line.replace("Before.", "After."));
  const VISITS = storageKey(GITHUB).replace("alesco-proposals ", "alesco-proposals visits ");
  /** When what was saved is no longer taken for current. */
  const LATER = new Date(NOW.getTime() + HOUR);
  const stored = (page) => page.evaluate((key) => localStorage.getItem(key), VISITS);

  /** GitHub's answers, which `edit` changes. */
  function answers() {
    const state = { lines: BEFORE, updatedAt: undefined };
    const item = (issue) => (issue.number === 18 && state.updatedAt ? { ...issue, updated_at: state.updatedAt } : issue);
    return {
      edit: (lines = AFTER) => Object.assign(state, { lines, updatedAt: "2026-09-02T08:00:00Z" }),
      list: () => ({ headers: headers(), json: ISSUES.filter((issue) => issue.state === "open").map(item) }),
      files: (number) => (number === 18 ? { headers: headers(), json: file(state.lines) } : undefined),
    };
  }

  test("a card and the changed section are marked until it is opened again", async ({ page }) => {
    const { edit, ...github } = answers();
    await open(page, "?proposal=18", github);
    await expect(heading(page, "Motivation")).toBeVisible();
    await expect(text(page).locator(".alesco-changed")).toHaveCount(0);
    await expect.poll(() => stored(page)).toMatch(/^18 \d+( \d+)+$/);
    // A list that came after the edit would make it a part of this visit.
    await expect(root(page)).toHaveAttribute("data-source", "live");
    edit();
    await page.clock.setFixedTime(LATER);
    await page.goto("?changed=visit");
    await expectCards(page, [18]);
    await expect(card(page, 18)).toHaveAttribute("data-changed", /\bvisit\b/);
    await expect(card(page, 18)).toContainText(t("changedSinceVisit"));
    await card(page, 18).getByRole("link").first().click();
    await expect(heading(page, "Motivation").locator(".alesco-changed")).toHaveText(t("changedSection"));
    await expect(text(page).locator(".alesco-changed")).toHaveCount(1);
    expect(await axeViolations(page)).toEqual([]);
    await view(page).getByRole("link", { name: t("allProposals") }).click();
    await expect(status(page)).toContainText("0");
    await page.goto("?show=open");
    await expect(card(page, 18)).not.toHaveAttribute("data-changed", /\bvisit\b/);
    await expect(card(page, 18)).not.toContainText(t("changedSinceVisit"));
  });

  test("a changed header is marked", async ({ page }) => {
    const { edit, ...github } = answers();
    await open(page, "?proposal=18", github);
    await expect.poll(() => stored(page)).not.toBeNull();
    await expect(root(page)).toHaveAttribute("data-source", "live");
    edit(BEFORE.map((line) => line.replace("Draft", "FCP")));
    await page.clock.setFixedTime(LATER);
    await page.goto("?proposal=18&show=all");
    await expect(text(page).getByRole("definition").filter({ hasText: "FCP" })).toBeVisible();
    await expect(text(page).locator(".alesco-changed")).toHaveText([t("changedSection")]);
    await expect(text(page).locator("p.alesco-changed + dl")).toHaveCount(1);
  });

  test("what was never opened is not marked, and nothing is stored before a text is read", async ({ page }) => {
    const { edit, ...github } = answers();
    edit();
    await open(page, "", github);
    await expect(card(page, 18)).toHaveAttribute("data-changed", "14d");
    await openFilters(page);
    await expect(page.getByRole("button", { name: t("forgetVisits") })).toHaveCount(0);
    expect(await stored(page)).toBeNull();
  });

  test("one button forgets all visits", async ({ page }) => {
    const { edit, ...github } = answers();
    await open(page, "?proposal=18", github);
    await expect.poll(() => stored(page)).not.toBeNull();
    await expect(root(page)).toHaveAttribute("data-source", "live");
    edit();
    await page.clock.setFixedTime(LATER);
    await page.goto("?show=all");
    await expect(card(page, 18)).toContainText(t("changedSinceVisit"));
    await openFilters(page);
    await page.getByRole("button", { name: t("forgetVisits") }).press("Enter");
    await expect(card(page, 18)).not.toContainText(t("changedSinceVisit"));
    await expect(status(page)).toBeFocused();
    await expect(page.getByRole("button", { name: t("forgetVisits") })).toHaveCount(0);
    expect(await stored(page)).toBeNull();
  });

  test("a tab keeps the visits of another", async ({ page }) => {
    const { edit: _, ...github } = answers();
    await open(page, "", github);
    await expect(card(page, 18)).toBeVisible();
    await page.evaluate(([key]) => localStorage.setItem(key, "16 1780000000 5"), [VISITS]);
    await card(page, 18).getByRole("link").first().click();
    await expect.poll(() => stored(page)).toMatch(/^16 1780000000 5\n18 /);
  });
});

// The standalone page as its build writes it: its cards have the evidence of the committee's minutes, before live data
// and after it.
import { readFileSync } from "node:fs";
import { DEMONSTRATION } from "./address.mjs";
import { ROOT } from "./data.mjs";
import { mockGitHub } from "./github.mjs";
import { RATE_LIMITED } from "./fixtures.mjs";
import { card, expect, freshness, root, test } from "./page.mjs";
import { t } from "./texts.mjs";

const { proposals, records } = JSON.parse(readFileSync(`${ROOT}snapshot/proposals.json`));
// #16 has a label in the recorded answers, so its stage opens nothing.
const noted = records.proposals.find(({ number, notes }) => notes && number === 18);
const newest = noted.notes.at(-1);

test("an open proposal shows what the minutes say of it, from the snapshot and with live data", async ({ page }) => {
  await mockGitHub(page);
  await page.goto(DEMONSTRATION);
  await expect(root(page)).toHaveAttribute("data-source", "live");
  const shown = card(page, noted.number);
  await expect(shown.locator("[data-last-discussed]")).toContainText(String(Number(newest.date.slice(8))));
  await shown.locator("summary").click();
  await expect(shown).toContainText(newest.sentence);
  const minutes = shown.locator(`.alesco-evidence a[href*="${newest.date}"]`).first();
  await expect(minutes).toHaveAttribute("href", `https://wiki.almalinux.org/alesco/meeting-minutes/${newest.date}.html`);
});

test("the number of closed proposals is known from the snapshot, and stays beside a live list of open ones", async ({ page }) => {
  const requests = await mockGitHub(page);
  await page.goto(DEMONSTRATION);
  await expect(root(page)).toHaveAttribute("data-source", "live");
  expect(requests.some((url) => url.includes("state=all"))).toBe(false);
  const closed = page.locator('.alesco-option:has(input[name=stage][value=closed]) .alesco-count');
  await expect(closed).toHaveText(String(proposals.filter(({ stage }) => stage === "closed").length));
});

test("a superseded proposal names the one that replaces it", async ({ page }) => {
  await mockGitHub(page);
  await page.goto(`${DEMONSTRATION}?show=all`);
  await expect(root(page)).toHaveAttribute("data-source", "live");
  const replaced = records.proposals.find(({ replaced_by: by }) => by);
  await expect(card(page, replaced.number)).toHaveAttribute("data-outcome", "superseded");
  await expect(card(page, replaced.number)).toHaveAttribute("data-outcome-from", /^(minutes|document)$/);
});

/** What the card of each proposal says while GitHub refuses: stage or outcome, its source, and the evidence in words. */
const EVIDENCE = [
  [2, "accepted", "merge", [t("knownByMerge")]],
  [3, "accepted", "minutes", ["Outcome: RFC accepted unanimously.", t("minutesOf", { day: "May 14, 2025" }), t("unanimous")]],
  [4, "rejected", "minutes", ["All attending ALESCo members voted to decline to implement the proposal", t("minutesOf", { day: "Apr 16, 2025" })]],
  [5, "merged", "merge", [t("knownByMerge"), t("notAnRfc")]],
  [6, "accepted", "minutes", ["All attending ALESCo members voted to approve the proposal", t("minutesOf", { day: "May 28, 2025" }), t("unanimous")]],
  [8, "accepted", "minutes", ["Outcome: RFC accepted unanimously.", t("minutesOf", { day: "May 14, 2025" })]],
  [9, "accepted", "merge", [t("knownByMerge"), t("partlyAccepted"), "“Kitten” branch only", t("contradiction"), "Vote punted until proof of concept is built"]],
  [10, "accepted", "minutes", [t("minutesOf", { day: "May 28, 2025" }), "4 to 1"]],
  [15, "superseded", "minutes", [t("minutesOf", { day: "Aug 13, 2026" }), "replaced by #18"]],
  [16, "discussion", "number", [t("numberAssigned")]],
  [17, "submitted", "none", [t("notAnRfc")]],
  [18, "discussion", "discussed", [t("minutesOf", { day: "Aug 13, 2026" }), "replaces #15"]],
];

for (const [number, value, source, words] of EVIDENCE) {
  test(`with GitHub refusing, #${number} is ${value} by ${source}, with its evidence in words`, async ({ page, expectedConsole }) => {
    expectedConsole.push(/403/);
    await mockGitHub(page, { list: () => RATE_LIMITED });
    await page.goto(`${DEMONSTRATION}?show=all`);
    // The prerendered cards do not know of it.
    await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
    await expect(root(page)).toHaveAttribute("data-source", "snapshot");
    const shown = card(page, number);
    const kind = (await shown.getAttribute("data-stage")) === "closed" ? "outcome" : "stage";
    await expect(shown).toHaveAttribute(`data-${kind}`, value);
    await expect(shown).toHaveAttribute(`data-${kind}-from`, source);
    // All other words stand outside of the disclosure.
    const summary = shown.locator("summary").first();
    if (await summary.count()) await summary.click();
    for (const word of words) await expect(shown.getByText(word).first()).toBeVisible();
  });
}

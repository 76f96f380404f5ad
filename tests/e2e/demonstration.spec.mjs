// The standalone page as its build writes it: its cards have the evidence of the committee's minutes, before live data
// and after it.
import { readFileSync } from "node:fs";
import { DEMONSTRATION } from "./address.mjs";
import { ROOT } from "./data.mjs";
import { mockGitHub } from "./github.mjs";
import { card, expect, root, test } from "./page.mjs";

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

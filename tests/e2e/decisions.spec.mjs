// Every decision of the committee, on the standalone page with the demonstration's data.
import { readFileSync } from "node:fs";
import { DEMONSTRATION } from "./address.mjs";
import { mockGitHub } from "./github.mjs";
import { axeViolations, expect, open, root, test } from "./page.mjs";
import { t } from "./texts.mjs";

const OFFLINE = { list: () => ({ status: 500, body: "" }) };
const items = (page) => page.locator("ol[data-decisions] > li[data-date]:not([hidden])");

async function openDecisions(page, expectedConsole, address = "?view=decisions") {
  expectedConsole.push(/Failed to load resource/);
  await mockGitHub(page, OFFLINE);
  await page.goto(`${DEMONSTRATION}${address}`);
  await expect(items(page)).not.toHaveCount(0);
}

const dates = (page) => items(page).evaluateAll((list) => list.map((item) => item.dataset.date));

test("all decisions are listed, the newest meeting first, with links to the minutes", async ({ page, expectedConsole }) => {
  await openDecisions(page, expectedConsole);
  const found = await dates(page);
  expect(found.length).toBe(26);
  expect(found).toEqual([...found].sort().reverse());
  await expect(items(page).first().getByRole("link").last()).toHaveAttribute("href", "https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html");
  await expect(items(page).filter({ hasText: "gVNIC" }).getByRole("link", { name: "bug 622" })).toHaveAttribute("href", "https://bugs.almalinux.org/view.php?id=622");
});

test("words and a year narrow them, and an empty result says so", async ({ page, expectedConsole }) => {
  await openDecisions(page, expectedConsole);
  const search = root(page).getByRole("searchbox", { name: t("searchDecisions") });
  await search.fill("RFC approved");
  await expect.poll(() => dates(page)).toEqual(["2025-05-28", "2025-05-28"]);
  await expect(search).toBeFocused();
  await root(page).getByLabel(t("year")).selectOption("2026");
  await expect(root(page).getByText(t("noDecisions"))).toBeVisible();
  await search.fill("");
  await expect.poll(async () => new Set((await dates(page)).map((date) => date.slice(0, 4)))).toEqual(new Set(["2026"]));
});

test("there is no choice of a SIG where no decision has one", async ({ page, expectedConsole }) => {
  await openDecisions(page, expectedConsole);
  await expect(root(page).getByLabel(t("year"))).toBeVisible();
  await expect(root(page).locator("select[name=decision-sig]")).toHaveCount(0);
});

test("a SIG narrows them to those about its proposals", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Failed to load resource/);
  // The minutes of 2 April 2025 link to #5.
  const file = JSON.parse(readFileSync(new URL("../../snapshot/proposals.json", import.meta.url), "utf8"));
  file.proposals.find(({ number }) => number === 5).sigs = [{ slug: "core", name: "Core", evidence: "label" }];
  await open(page, "?view=decisions", { snapshot: { json: file }, ...OFFLINE });
  await root(page).locator("select[name=decision-sig]").selectOption({ label: "Core" });
  await expect.poll(() => dates(page)).toEqual(["2025-04-02"]);
  await root(page).locator("select[name=decision-sig]").selectOption("");
  await expect.poll(async () => (await dates(page)).length).toBe(26);
});

test("a day's link leads to its first decision that is shown", async ({ page, expectedConsole }) => {
  await openDecisions(page, expectedConsole);
  await root(page).getByRole("searchbox", { name: t("searchDecisions") }).fill("frame pointers");
  await expect.poll(() => dates(page)).toEqual(["2024-07-24"]);
  await items(page).locator('a[href="#2024-07-24"]').click();
  await expect(items(page)).toBeFocused();
});

test("an address leads to a day, and so does its link", async ({ page, expectedConsole }) => {
  await openDecisions(page, expectedConsole, "?view=decisions#2025-05-28");
  await expect(items(page).filter({ hasText: "CRB" })).toBeInViewport();
  await page.locator('a[href="#2024-07-24"]').first().click();
  await expect(page).toHaveURL(/\?view=decisions#2024-07-24$/);
  await expect(page.locator('li[data-date="2024-07-24"]').first()).toBeFocused();
});

test("what is shown is copied as Markdown, and saved as JSON and CSV", async ({ page, context, expectedConsole }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDecisions(page, expectedConsole);
  await root(page).getByLabel(t("year")).selectOption("2025");
  await page.locator("button[data-copy=markdown]").click();
  await expect(root(page).getByText(t("copied"))).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^# Decisions\n\n## \[2025-08-20\]\(https:\/\/wiki\.almalinux\.org\/alesco\/meeting-minutes\/2025-08-20\.html\)\n\n- New ALESCo Chair/);
  const saved = async (format) => {
    const download = page.waitForEvent("download");
    await root(page).getByRole("button", { name: t("downloadAs", { format }) }).click();
    return readFileSync(await (await download).path(), "utf8");
  };
  const shown = await items(page).count();
  expect(JSON.parse(await saved("JSON")).length).toBe(shown);
  expect((await saved("CSV")).split("\r\n").length).toBe(shown + 2);
});

test("a page without minutes says so", async ({ page, expectedConsole }) => {
  expectedConsole.push(/snapshot could not be used|Failed to load resource/);
  await open(page, "?view=decisions", { snapshot: { status: 404, body: "" } });
  await expect(root(page).getByText(t("noMinutes"))).toBeVisible();
});

test("axe finds nothing", async ({ page, expectedConsole }) => {
  await openDecisions(page, expectedConsole);
  expect(await axeViolations(page)).toEqual([]);
});

// What a list in a host's page offers.
import { FILES, ISSUES, headers } from "./github.mjs";
import { openHost } from "./hosts.mjs";
import { card, expect, expectCards, numbers, test } from "./page.mjs";

const container = (attributes) => `<div id="alesco-prs" ${attributes}><p>Loading open proposals...</p></div>`;
const list = (page, attributes, answers) => openHost(page, "almalinux.html", { container: container(attributes) }, answers);

const search = (page) => page.getByRole("searchbox", { name: "Search proposals" });

test("stages are a row of toggles with counts, what is decided next first", async ({ page }) => {
  await list(page, "");
  await expectCards(page, [16, 18, 17]);
  const stages = page.getByRole("group", { name: "Stage" }).getByRole("checkbox");
  await expect(stages).toHaveCount(4);
  const names = ["Vote at Next Meeting: 0", "Accepted for Discussion: 1", "Submitted: 2", "Closed"];
  for (const [index, name] of names.entries()) await expect(stages.nth(index)).toHaveAccessibleName(name);
  await page.getByRole("checkbox", { name: "Submitted: 2" }).check();
  await expectCards(page, [18, 17]);
  await page.getByRole("checkbox", { name: "Submitted: 2" }).uncheck();
  await expectCards(page, [16, 18, 17]);
});

test("SIG and tag are behind one disclosure that says how much is chosen", async ({ page }) => {
  await list(page, "");
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByRole("group", { name: "SIG" })).toBeHidden();
  const disclosure = page.getByRole("button", { name: "Filter" });
  await disclosure.click();
  await expect(page.getByRole("group", { name: "Tag", exact: true })).toBeVisible();
  await page.getByRole("group", { name: "SIG" }).getByRole("checkbox", { name: /AltArch/ }).check();
  await expectCards(page, [18]);
  await expect(page.getByRole("button", { name: "Filter (1)" })).toHaveAttribute("aria-expanded", "true");
});

test("there is no search for a handful", async ({ page }) => {
  await list(page, "");
  await expectCards(page, [16, 18, 17]);
  await expect(search(page)).toHaveCount(0);
});

test("there is a search when there are more than a handful", async ({ page }) => {
  await list(page, 'data-show="all"');
  await search(page).fill("kernel");
  await expect.poll(async () => (await numbers(page)).length).toBeLessThan(16);
  await expect(search(page)).toBeFocused();
});

test("data-controls=none: no controls at all", async ({ page }) => {
  await list(page, 'data-controls="none" data-sig="altarch"');
  await expectCards(page, [18]);
  await expect(page.locator("#alesco-prs").locator("input, select, fieldset")).toHaveCount(0);
});

test("a filter that the host presets is said, and can be taken back", async ({ page }) => {
  await list(page, 'data-sig="altarch"');
  await expectCards(page, [18]);
  await expect(page.getByText("Narrowed to")).toBeVisible();
  await page.getByRole("button", { name: "Remove AltArch" }).click();
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByText("Narrowed to")).toHaveCount(0);
});

test("data-limit keeps cards back until they are asked for", async ({ page }) => {
  await list(page, 'data-limit="2"');
  await expectCards(page, [16, 18]);
  await expect(page.getByRole("status")).toHaveText("3 proposals");
  await page.getByRole("button", { name: "Show 1 more" }).press("Enter");
  await expectCards(page, [16, 18, 17]);
  await expect(card(page, 17).getByRole("link")).toBeFocused();
  await expect(page.getByRole("button", { name: /^Show/ })).toHaveCount(0);
});

test("data-browser is the way to all of them", async ({ page }) => {
  await list(page, 'data-browser="/alesco/proposals/"');
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByRole("link", { name: "Browse all proposals" })).toHaveAttribute("href", "/alesco/proposals/");
});

test("no address that runs is linked to", async ({ page, expectedConsole }) => {
  expectedConsole.push(/data-browser="javascript:alert\(1\)" is not valid and was ignored. Allowed: the URL of a page/);
  await list(page, 'data-browser="javascript:alert(1)"');
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByRole("link", { name: "Browse all proposals" })).toHaveCount(0);
});

test("cards that did not change are not drawn again", async ({ page }) => {
  const many = ISSUES.map((issue) => ({ ...issue, state: "open" }));
  await list(page, "", { issues: many });
  // The last document to come is that of the lowest number.
  await expect(card(page, 2)).toHaveAttribute("data-rfc", "0001");
  await page.evaluate(() => {
    window.changed = new Set();
    const note = (records) => {
      for (const { target } of records) {
        const element = target.nodeType === 1 ? target : target.parentElement;
        window.changed.add(element.closest("article")?.dataset.proposal ?? "none");
      }
    };
    const observer = new MutationObserver(note);
    const options = { subtree: true, childList: true, attributes: true, characterData: true };
    for (const card of document.querySelectorAll("article")) observer.observe(card, options);
  });
  await search(page).pressSequentially("kernel");
  await expect.poll(async () => (await numbers(page)).length).toBeLessThan(16);
  await search(page).fill("");
  await expect.poll(async () => (await numbers(page)).length).toBe(16);
  expect(await page.evaluate(() => [...window.changed])).toEqual([]);
});

test.describe("a refresh", () => {
  test.use({ asksAgain: true });

  test("that brings another order leaves the focus where it is", async ({ page }) => {
    let answers = 0;
    const later = ISSUES.map((issue) => (issue.number === 17 ? { ...issue, updated_at: "2026-09-02T09:00:00Z" } : issue));
    const open = (issues) => ({ headers: headers(), json: issues.filter((issue) => issue.state === "open") });
    await list(page, "", { list: () => open(answers++ === 0 ? ISSUES : later) });
    await expectCards(page, [16, 18, 17]);
    const link = card(page, 18).getByRole("link");
    await link.focus();
    // Not pressed as a reader would, who would take the focus there.
    await page.getByRole("button", { name: "Refresh" }).evaluate((button) => button.click());
    await expectCards(page, [16, 17, 18]);
    await expect(link).toBeFocused();
  });
});

test("a document that comes leaves the focus on what a card shows already", async ({ page }) => {
  let answer;
  const asked = new Promise((resolve) => (answer = resolve));
  const issues = ISSUES.map((issue) => (issue.number === 18 ? { ...issue, body: "The Core SIG does it." } : issue));
  await list(page, "", { issues, files: (number) => (number === 18 ? asked : undefined) });
  await expectCards(page, [16, 18, 17]);
  const sig = card(page, 18).getByRole("button", { name: "Core" });
  await sig.focus();
  answer({ headers: headers(), json: FILES[15] });
  await expect(card(page, 18)).toHaveAttribute("data-rfc", "0007");
  await expect(sig).toBeFocused();
});

// What a list in a host page offers.
import { readFileSync } from "node:fs";
import { SNAPSHOT } from "./address.mjs";
import { ROOT } from "./data.mjs";
import { FILES, ISSUES, OPEN_CARDS, deferred, headers, listResponse, withLabel } from "./fixtures.mjs";
import { FALLBACK, openHost } from "./host-page.mjs";
import { activeFilters, card, cardCount, choice, expect, expectCards, expectDocuments, expectLoaded, status, test } from "./page.mjs";
import { CONSOLE, anyOf, line, t } from "./texts.mjs";

const container = (attributes) => `<div id="alesco-prs" ${attributes}><p>${FALLBACK}</p></div>`;
const openList = (page, attributes, answers) => openHost(page, "almalinux.html", { container: container(attributes) }, answers);

/** Opens a list whose snapshot knows that #18 replaces #15. */
async function openRelated(page, attributes) {
  const json = JSON.parse(readFileSync(`${ROOT}snapshot/proposals.json`, "utf8"));
  await page.route(`**${SNAPSHOT}`, (route) => route.fulfill({ json }));
  await openList(page, `data-show="all" data-snapshot="${SNAPSHOT}" ${attributes}`, { list: () => "hang" });
}

const search = (page) => page.getByRole("searchbox", { name: t("search") });

test("stages are toggles with counts, the nearest to a decision first", async ({ page }) => {
  await openList(page, "");
  await expectCards(page, OPEN_CARDS);
  const stages = page.getByRole("group", { name: t("stage") }).getByRole("checkbox");
  await expect(stages).toHaveCount(4);
  const counted = (stage, count) => t("stageCount", { stage: t(stage), count });
  const names = [counted("vote", 0), counted("discussion", 1), counted("submitted", 2), t("closed")];
  for (const [index, name] of names.entries()) await expect(stages.nth(index)).toHaveAccessibleName(name);
  await page.getByRole("checkbox", { name: counted("submitted", 2) }).check();
  await expectCards(page, [18, 17]);
  await page.getByRole("checkbox", { name: counted("submitted", 2) }).uncheck();
  await expectCards(page, OPEN_CARDS);
});

test("SIGs and tags are behind one button with the number of active filters", async ({ page }) => {
  await openList(page, "", { issues: ISSUES.map((issue) => withLabel(issue, "kernel")) });
  await expectLoaded(page);
  await expect(page.getByRole("group", { name: t("sig") })).toBeHidden();
  const disclosure = page.getByRole("button", { name: t("filters") });
  await disclosure.click();
  await expect(page.getByRole("group", { name: t("tag"), exact: true })).toBeVisible();
  await page.getByRole("group", { name: t("sig") }).getByRole("checkbox", { name: /AltArch/ }).check();
  await expectCards(page, [18]);
  await expect(page.getByRole("button", { name: t("filtersCount", { count: 1 }) })).toHaveAttribute("aria-expanded", "true");
});

test("a list of three proposals has no search", async ({ page }) => {
  await openList(page, "");
  await expectCards(page, OPEN_CARDS);
  await expect(search(page)).toHaveCount(0);
});

test("a list of 16 proposals has a search, which keeps the focus", async ({ page }) => {
  await openList(page, 'data-show="all"');
  await search(page).fill("kernel");
  await expect.poll(() => cardCount(page)).toBeLessThan(16);
  await expect(search(page)).toBeFocused();
});

test("data-controls=none leaves no controls", async ({ page }) => {
  await openList(page, 'data-controls="none" data-sig="altarch"');
  await expectCards(page, [18]);
  await expect(page.locator("#alesco-prs").locator("input, select, fieldset")).toHaveCount(0);
});

test("a filter that the host presets is shown and can be removed", async ({ page }) => {
  await openList(page, 'data-sig="altarch"');
  await expectCards(page, [18]);
  await expect(activeFilters(page)).toContainText(t("activeFilters"));
  await expect(activeFilters(page)).toBeVisible();
  await page.getByRole("button", { name: t("removeFilter", { part: "AltArch" }) }).click();
  await expectCards(page, OPEN_CARDS);
  await expect(activeFilters(page)).toBeHidden();
});

test("data-limit shows the first cards, and the button the others, with the focus on the first of them", async ({ page }) => {
  await openList(page, 'data-limit="2"');
  await expectCards(page, [16, 18]);
  await expect(status(page)).toHaveText(t("proposals", { count: 3 }));
  await page.getByRole("button", { name: t("showMore", { count: 1 }) }).press("Enter");
  await expectCards(page, OPEN_CARDS);
  await expect(card(page, 17).getByRole("link")).toBeFocused();
  await expect(page.getByRole("button", { name: anyOf("showMore") })).toBeHidden();
});

test("data-browser is the link to all proposals, and titles and relations lead to it", async ({ page }) => {
  await openRelated(page, 'data-browser="/alesco/proposals/?lang=de#top"');
  await expect(page.getByRole("link", { name: t("browseAll") })).toHaveAttribute("href", "/alesco/proposals/?lang=de#top");
  await expect(card(page, 15).getByRole("link").first()).toHaveAttribute("href", "/alesco/proposals/?lang=de&proposal=15#top");
  await expect(card(page, 15).locator("[data-relation] a")).toHaveAttribute("href", "/alesco/proposals/?lang=de&proposal=18#top");
});

test("without data-browser titles and relations lead to GitHub", async ({ page }) => {
  await openRelated(page, "");
  await expect(card(page, 15).getByRole("link").first()).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pull/15");
  await expect(card(page, 15).locator("[data-relation] a")).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pull/18");
});

test("a javascript: URL in data-browser is not linked, and named in the console", async ({ page, expectedConsole }) => {
  expectedConsole.push(line(CONSOLE.invalidAttribute("data-browser", "javascript:alert(1)", "the URL of a page")));
  const warning = page.waitForEvent("console");
  await openList(page, 'data-browser="javascript:alert(1)"');
  await expectCards(page, OPEN_CARDS);
  await warning;
  await expect(page.getByRole("link", { name: t("browseAll") })).toHaveCount(0);
});

test("filtering changes nothing inside the cards that stay", async ({ page }) => {
  const many = ISSUES.map((issue) => ({ ...issue, state: "open" }));
  await openList(page, "", { issues: many });
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
    window.cards = new Map([...document.querySelectorAll("article")].map((card) => [card.dataset.proposal, card]));
  });
  await search(page).pressSequentially("kernel");
  const stayed = [15, 18];
  await expectCards(page, stayed);
  await search(page).fill("");
  await expect.poll(() => cardCount(page)).toBe(16);
  expect(await page.evaluate(() => [...window.changed])).toEqual([]);
  const isKept = (number) => card(page, number).evaluate((card) => window.cards.get(card.dataset.proposal) === card);
  for (const number of stayed) expect(await isKept(number), `card ${number}`).toBe(true);
});

test.describe("with a refresh", () => {
  test.use({ repeatsRequests: true });

  test("a refresh that changes the order keeps the focus on its card", async ({ page }) => {
    const later = ISSUES.map((issue) => (issue.number === 17 ? { ...issue, updated_at: "2026-09-02T09:00:00Z" } : issue));
    const responses = [listResponse(), listResponse(later)];
    await openList(page, "", { list: () => responses.shift() });
    await expectCards(page, OPEN_CARDS);
    const link = card(page, 18).getByRole("link");
    await link.focus();
    // A real click would move the focus.
    await page.getByRole("button", { name: t("refresh") }).evaluate((button) => button.click());
    await expectCards(page, [16, 17, 18]);
    await expect(link).toBeFocused();
  });
});

test("a document that arrives keeps the focus on a SIG of its card", async ({ page }) => {
  const document = deferred();
  const issues = ISSUES.map((issue) => (issue.number === 18 ? { ...issue, body: "The Core SIG does it." } : issue));
  await openList(page, "", { issues, files: (number) => (number === 18 ? document.promise : undefined) });
  await expectCards(page, OPEN_CARDS);
  const sig = card(page, 18).getByRole("button", { name: "Core" });
  await sig.focus();
  document.resolve({ headers: headers(), json: FILES[15] });
  await expect(card(page, 18)).toHaveAttribute("data-rfc", "0007");
  await expect(sig).toBeFocused();
});

test.describe("after a visit to GitHub", () => {
  test.use({ repeatsRequests: true, allowedNavigations: [/^https:\/\/github\.com\/AlmaLinux\/ALESCo\/pull\/18$/] });

  test("Back restores the search and the filters of a list", async ({ page }) => {
    await page.route("https://github.com/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>GitHub</title>" }));
    await openList(page, 'data-url="query" data-show="all"');
    await expect.poll(() => cardCount(page)).toBe(16);
    await expectDocuments(page);
    await page.getByRole("button", { name: t("filters") }).click();
    await search(page).fill("kernel");
    await choice(page, "sig", "altarch").check();
    await expectCards(page, [18]);
    await expect(page).toHaveURL(/sig=altarch&q=kernel$/);
    await card(page, 18).getByRole("heading").getByRole("link").click();
    await expect(page).toHaveTitle("GitHub");
    await page.goBack();
    await expectCards(page, [18]);
    await expect(page).toHaveURL(/sig=altarch&q=kernel$/);
    await expect(search(page)).toHaveValue("kernel");
    await expect(choice(page, "sig", "altarch")).toBeChecked();
  });
});

// Browser translation, highlighters and normalize() replace text nodes under the widget: it works on, and a text that
// changes has no part of the old one.
import { ISSUES, OPEN_CARDS, listResponse } from "./fixtures.mjs";
import { openBrowser, openList } from "./locales.mjs";
import { freezeClock } from "./mock-api.mjs";
import { card, expect, expectCards, expectLoaded, freshness, open, root, status, test } from "./page.mjs";
import { t } from "./texts.mjs";

test.use({ repeatsRequests: true });

/** What replaces the text nodes of a widget. Each function runs on its section. */
const REPLACEMENTS = {
  // As the translation of Chromium does.
  "wrapped in <font> elements": (section) => {
    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest("script, option")) nodes.push(texts.currentNode);
    for (const node of nodes) {
      const [outer, inner] = [document.createElement("font"), document.createElement("font")];
      inner.textContent = `[${node.data}]`;
      outer.append(inner);
      node.replaceWith(outer);
    }
  },
  // As mark.js does.
  "split by <mark> elements": (section) => {
    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (texts.nextNode()) if (texts.currentNode.data.trim().length > 3 && !texts.currentNode.parentElement.closest("script, option")) nodes.push(texts.currentNode);
    for (const node of nodes) {
      const rest = node.splitText(1);
      const mark = document.createElement("mark");
      const end = rest.splitText(1);
      mark.append(rest);
      end.before(mark);
    }
  },
  "merged by normalize()": (section) => section.normalize(),
  "replaced by equal text nodes": (section) => {
    const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (texts.nextNode()) nodes.push(texts.currentNode);
    for (const node of nodes) node.replaceWith(document.createTextNode(node.data));
  },
};

const VIEWS = {
  list: (page, answers) => openList(page, "en", "", answers),
  browser: (page, answers) => openBrowser(page, "en", "", answers),
};

for (const [view, openView] of Object.entries(VIEWS)) {
  for (const [name, replace] of Object.entries(REPLACEMENTS)) {
    test(`in a ${view} whose text nodes are ${name}, filters and a refresh change the texts, and nothing throws`, async ({ page }) => {
      const changed = ISSUES.map((issue) => (issue.number === 17 ? { ...issue, title: "RFC: Another title", comments: 9, updated_at: "2026-09-02T09:00:00Z" } : issue));
      const responses = [listResponse(), listResponse(changed)];
      await openView(page, { list: () => responses.shift() });
      await expectLoaded(page);
      await expect(freshness(page)).toContainText(t("liveNow"));
      await root(page).evaluate(replace);
      // What throws is a page error, and fails every test.
      const stage = page.locator("input[name=stage][value=submitted]");
      await stage.check();
      await expectCards(page, [18, 17]);
      await expect(status(page)).toHaveText(t("proposalsShown", { shown: 2, count: 3 }));
      await stage.uncheck();
      await expectCards(page, OPEN_CARDS);
      await expect(status(page)).toHaveText(t("proposals", { count: 3 }));
      await page.locator(".alesco-freshness button").click();
      await expectCards(page, [16, 17, 18]);
      await expect(card(page, 17).getByRole("link")).toHaveText("Another title");
      await expect(card(page, 17)).toContainText(t("comments", { count: 9 }));
      await expect(freshness(page)).toContainText(t("changed", { count: 1 }));
    });
  }
}

test("after a translation a filter's count is right in elements that are made anew", async ({ page }) => {
  await open(page);
  await expectCards(page, OPEN_CARDS);
  await expect(freshness(page)).toContainText(t("liveNow"));
  await root(page).evaluate(REPLACEMENTS["wrapped in <font> elements"]);
  await page.locator("input[name=sig][value=altarch]").check();
  await expectCards(page, [18]);
  await expect(page.getByRole("button", { name: t("removeFilter", { part: "AltArch" }) })).toBeVisible();
  await page.getByRole("button", { name: t("removeFilter", { part: "AltArch" }) }).click();
  await expectCards(page, OPEN_CARDS);
});

test("after a translation the filters that are left have their own names", async ({ page }) => {
  await open(page, "?sig=altarch&stage=submitted");
  await expectCards(page, [18]);
  await expect(freshness(page)).toContainText(t("liveNow"));
  const filters = page.locator(".alesco-filter-chip bdi");
  await expect(filters).toHaveCount(2);
  const names = await filters.allTextContents();
  await root(page).evaluate(REPLACEMENTS["wrapped in <font> elements"]);
  await expect(page.locator(".alesco-filter-chip bdi > font")).toHaveCount(2);
  await page.locator(".alesco-filter-chip").first().click();
  await expect(filters).toHaveText([names[1]]);
});

test("a translation of a text that stays the same stays", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await freezeClock(page);
  await open(page, "?sig=altarch&sort=nonsense");
  await expectCards(page, [18]);
  await expect(freshness(page)).toContainText(t("liveNow"));
  await root(page).evaluate(REPLACEMENTS["wrapped in <font> elements"]);
  const translated = page.locator(".alesco-filter-chip bdi > font, .alesco-notice > font");
  await expect(translated).toHaveCount(2);
  // Neither an action nor another time changes these texts.
  await page.locator(".alesco-disclosure").click();
  await page.clock.fastForward("02:00");
  await expect(freshness(page)).toContainText("2 minutes ago");
  await expect(translated).toHaveCount(2);
});

// Several widgets on a page: each has its own settings, filters and ids.
import { ALL_CARDS, OPEN_CARDS } from "./fixtures.mjs";
import { listRequests } from "./github.mjs";
import { BROWSER_HEAD, WITHOUT_PRELOAD, openHost } from "./host-page.mjs";
import { axeViolations, expect, expectDocuments, openFilters, test } from "./page.mjs";
import { startsWith, t } from "./texts.mjs";

const widget = (page, id) => page.locator(`#${id} section.alesco-proposals`);
const numbersIn = (page, id) =>
  page.evaluate((id) => [...document.querySelectorAll(`#${id} article`)].map((card) => Number(card.dataset.proposal)), id);
const expectCardsIn = (page, id, expected) => expect.poll(() => numbersIn(page, id)).toEqual(expected);

const TWO_LISTS = `
  <div id="first" data-alesco-proposals data-limit="2" data-heading="4" data-controls="none" data-lang="de"></div>
  <div id="second" data-alesco-proposals data-show="all" data-sort="number" data-browser="/alesco/"></div>`;

test("two lists have their own limit, heading level, controls, language, sort and filter, and share one list request", async ({ page }) => {
  const requests = await openHost(page, "almalinux.html", { container: TWO_LISTS });
  await expectCardsIn(page, "first", OPEN_CARDS.slice(0, 2));
  await expectCardsIn(page, "second", [...ALL_CARDS].sort((a, b) => b - a));
  await expect(widget(page, "first")).toHaveAttribute("lang", "de");
  await expect(widget(page, "second")).toHaveAttribute("lang", "en");
  await expect(widget(page, "first").getByRole("heading", { level: 4 })).toHaveCount(2);
  await expect(widget(page, "second").getByRole("heading", { level: 3 })).toHaveCount(ALL_CARDS.length);
  await expect(widget(page, "first").locator("input, select")).toHaveCount(0);
  await expect(widget(page, "second").getByRole("searchbox")).toHaveCount(1);
  await expect(widget(page, "second").getByRole("link", { name: t("browseAll") })).toHaveCount(1);
  await expect(widget(page, "first").getByRole("link", { name: t("browseAll", {}, "de") })).toHaveCount(0);
  expect(listRequests(requests)).toHaveLength(1);
});

test.describe("with a refresh", () => {
  test.use({ repeatsRequests: true });

  for (const [name, end] of Object.entries({
    "is removed": (page) => page.evaluate(() => document.getElementById("second").remove()),
    "is narrowed to open proposals": (page) => page.evaluate(() => {
      const [list] = document.querySelectorAll("#second");
      list.dataset.show = "open";
      list.replaceWith(list.cloneNode());
    }),
  })) {
    test(`when the one list of all proposals ${name}, a refresh requests open ones only`, async ({ page }) => {
      const container = '<div id="first" data-alesco-proposals></div><div id="second" data-alesco-proposals data-show="all"></div>';
      const requests = await openHost(page, "almalinux.html", { head: WITHOUT_PRELOAD, container });
      await expectCardsIn(page, "first", OPEN_CARDS);
      await expectCardsIn(page, "second", ALL_CARDS);
      await expectDocuments(page.locator("#first"));
      expect(listRequests(requests).at(-1)).toContain("state=all");
      await end(page);
      await expect(page.locator("#second article")).toHaveCount(name === "is removed" ? 0 : OPEN_CARDS.length);
      const before = listRequests(requests).length;
      await widget(page, "first").getByRole("button", { name: t("refresh") }).click();
      await expect.poll(() => listRequests(requests).slice(before)).toEqual([expect.stringContaining("state=open")]);
      await expectCardsIn(page, "first", OPEN_CARDS);
    });
  }
});

test("a filter, a search and Show more in one list leave another one as it is", async ({ page }) => {
  const container = '<div id="first" data-alesco-proposals data-show="all" data-limit="3"></div><div id="second" data-alesco-proposals data-show="all" data-limit="3"></div>';
  await openHost(page, "almalinux.html", { container });
  for (const id of ["first", "second"]) {
    await expectCardsIn(page, id, ALL_CARDS.slice(0, 3));
    // Documents change the cards, and move what is below them from under the pointer.
    await expectDocuments(widget(page, id));
  }
  const second = widget(page, "second");
  await second.getByRole("button", { name: t("showMore", { count: 13 }) }).click();
  await expectCardsIn(page, "second", ALL_CARDS);
  await second.getByRole("checkbox", { name: startsWith("submitted") }).check();
  await expectCardsIn(page, "second", [18, 17]);
  await second.getByRole("searchbox").fill("kernel");
  await expectCardsIn(page, "second", [18]);
  await expectCardsIn(page, "first", ALL_CARDS.slice(0, 3));
  await expect(widget(page, "first").getByRole("checkbox", { name: startsWith("submitted") })).not.toBeChecked();
  await expect(widget(page, "first").getByRole("searchbox")).toHaveValue("");
});

test("the radio buttons of two standalone views are separate groups", async ({ page }) => {
  const container = '<div id="first" data-alesco-proposals data-view="browser" data-url="off"></div><div id="second" data-alesco-proposals data-view="browser" data-url="off" data-show="all"></div>';
  await openHost(page, "almalinux.html", { head: BROWSER_HEAD, container });
  await expectCardsIn(page, "first", OPEN_CARDS);
  await expectCardsIn(page, "second", ALL_CARDS);
  for (const id of ["first", "second"]) await expectDocuments(widget(page, id));
  // The columns of this host page are narrow.
  for (const id of ["first", "second"]) await openFilters(widget(page, id));
  await widget(page, "first").getByRole("radio", { name: t("all") }).check();
  await expectCardsIn(page, "first", ALL_CARDS);
  await expect(widget(page, "second").getByRole("radio", { name: t("all") })).toBeChecked();
  await widget(page, "second").getByRole("radio", { name: t("open") }).check();
  await expectCardsIn(page, "second", OPEN_CARDS);
  await expect(widget(page, "first").getByRole("radio", { name: t("all") })).toBeChecked();
});

test("the ids of two widgets differ, and labels and tooltips belong to their own widget", async ({ page }) => {
  const container = '<div id="first" data-alesco-proposals data-show="all"></div><div id="second" data-alesco-proposals data-show="all"></div>';
  await openHost(page, "almalinux.html", { container });
  for (const id of ["first", "second"]) {
    await expectCardsIn(page, id, ALL_CARDS);
    await expectDocuments(widget(page, id));
  }
  const { count, repeated, foreign } = await page.evaluate(() => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const references = [...document.querySelectorAll(".alesco-proposals :is([for], [aria-describedby], [aria-labelledby], [aria-controls])")];
    const targets = (element) => ["for", "aria-describedby", "aria-labelledby", "aria-controls"].flatMap((name) => element.getAttribute(name)?.split(" ") ?? []);
    const isForeign = (element) => targets(element).some((id) => document.getElementById(id)?.closest(".alesco-proposals") !== element.closest(".alesco-proposals"));
    return { count: references.length, repeated: ids.filter((id, at) => ids.indexOf(id) !== at), foreign: references.filter(isForeign).map((element) => element.outerHTML) };
  });
  expect(count).toBeGreaterThanOrEqual(4);
  expect(repeated).toEqual([]);
  expect(foreign).toEqual([]);
  expect(await axeViolations(page)).toEqual([]);
});

test("the address keeps the filter of the one widget with data-url=query, and another one ignores it", async ({ page }) => {
  const container = '<div id="first" data-alesco-proposals data-show="all" data-url="query"></div><div id="second" data-alesco-proposals data-show="all"></div>';
  await openHost(page, "almalinux.html", { container, query: "?stage=submitted&page=3" });
  await expectCardsIn(page, "first", [18, 17]);
  await expectCardsIn(page, "second", ALL_CARDS);
  await expectDocuments(widget(page, "second"));
  await widget(page, "second").getByRole("checkbox", { name: startsWith("discussion") }).check();
  await expectCardsIn(page, "second", [16]);
  await expect(page).toHaveURL(/\?stage=submitted&page=3$/);
  await widget(page, "first").getByRole("checkbox", { name: startsWith("submitted") }).uncheck();
  await expectCardsIn(page, "first", ALL_CARDS);
  await expect(page).toHaveURL(/\?page=3$/);
});

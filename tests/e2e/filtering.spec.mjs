// Filters, search and sort of the standalone page, and their parameters in its address.
import { ISSUES, OPEN_CARDS, headers, withLabel } from "./fixtures.mjs";
import { GITHUB } from "./github.mjs";
import { openBrowser } from "./locales.mjs";
import { waitUntilIdle } from "./mock-api.mjs";
import { activeFilters, card, choice, expect, expectCards, open, root, status, test } from "./page.mjs";
import { anyOf, startsWith, t } from "./texts.mjs";

const count = (page, name, value) => page.locator("label", { has: choice(page, name, value) }).locator(".alesco-count");

test("facets are combined by AND, values of a facet by OR, and counts follow the other facets", async ({ page }) => {
  await open(page, "", { issues: ISSUES.map((issue) => (issue.number === 16 ? withLabel(issue, "good first read") : issue)) });
  await expect(count(page, "sig", "altarch")).toHaveText("1");
  await expect(count(page, "sig", "none")).toHaveText("2");
  await expect(count(page, "tag", "good first read")).toHaveText("1");
  // The stage has a filter of its own.
  await expect(choice(page, "tag", "accepted for discussion")).toHaveCount(0);
  await choice(page, "sig", "altarch").check();
  await expectCards(page, [18]);
  await expect(status(page)).toHaveText(t("proposalsShown", { shown: 1, count: 3 }));
  await expect(count(page, "sig", "none")).toHaveText("2");
  await expect(count(page, "tag", "good first read")).toHaveText("0");
  await expect(count(page, "stage", "discussion")).toHaveText("0");
  await choice(page, "sig", "none").check();
  await expectCards(page, OPEN_CARDS);
  await choice(page, "tag", "good first read").check();
  await expectCards(page, [16]);
  await expect(page).toHaveURL(/\?sig=altarch,none&tag=good\+first\+read$/);
});

test("stages filter, and the stage closed loads decided proposals by one request", async ({ page }) => {
  const requests = await open(page);
  await expectCards(page, OPEN_CARDS);
  // The snapshot knows how many there are.
  await expect(count(page, "stage", "closed")).toHaveText("13");
  await page.getByRole("checkbox", { name: startsWith("discussion") }).check();
  await expectCards(page, [16]);
  await page.getByRole("checkbox", { name: startsWith("discussion") }).uncheck();
  await page.getByRole("checkbox", { name: startsWith("closed") }).check();
  await expect(status(page)).toHaveText(t("proposals", { count: 13 }));
  await expect(page).toHaveURL(/\?stage=closed$/);
  const requestsOfAll = () => requests.filter((path) => path.includes("state=all"));
  await expect.poll(() => requestsOfAll().length).toBe(1);
  await choice(page, "outcome", "unrecorded").check();
  await expectCards(page, [15, 4]);
  await waitUntilIdle(page, GITHUB);
  expect(requestsOfAll()).toHaveLength(1);
});

test("the radio buttons show open, decided or all proposals", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("radio", { name: t("open") })).toBeChecked();
  await page.getByRole("radio", { name: t("decided") }).check();
  await expect(status(page)).toHaveText(t("proposals", { count: 13 }));
  await expect(page).toHaveURL(/\?show=decided$/);
  await page.getByRole("radio", { name: t("all") }).check();
  await expect(status(page)).toHaveText(t("proposals", { count: 16 }));
  await page.getByRole("radio", { name: t("open") }).check();
  await expectCards(page, OPEN_CARDS);
  await expect(page).toHaveURL(/folder\/$/);
});

test("the search filters while it is typed, and is one step in the history", async ({ page }) => {
  await open(page);
  const search = page.getByRole("searchbox", { name: t("search") });
  await search.pressSequentially("sécure BOOT");
  await expectCards(page, [18]);
  await expect(page).toHaveURL(/\?q=s%C3%A9cure\+BOOT$/);
  await page.goBack();
  await expect(search).toHaveValue("");
  await expectCards(page, OPEN_CARDS);
  await page.goForward();
  await expect(search).toHaveValue("sécure BOOT");
  await expectCards(page, [18]);
  await page.goBack();
  await expect(search).toHaveValue("");
  await search.pressSequentially("x");
  await expect(page).toHaveURL(/\?q=x$/);
  await page.goBack();
  await expect(search).toHaveValue("");
  for (const [text, expected] of [["#17", [17]], ["rfc 8", [16]], ["0008", [16]], ["18", [18]], ["jonathanspw", [17]]]) {
    await search.fill(text);
    await expectCards(page, expected);
  }
});

test("sorting by number removes the groups of stages, and is a step in the history", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: t("sort") }).selectOption("number");
  await expectCards(page, [18, 17, 16]);
  await expect(page.locator(".alesco-group-name:visible")).toHaveCount(0);
  await expect(page).toHaveURL(/\?sort=number$/);
  await page.goBack();
  await expectCards(page, OPEN_CARDS);
  await expect(page.locator(".alesco-group-name:visible")).toHaveText([t("discussion"), t("submitted")]);
});

test("active filters are listed, and removed one by one or all together", async ({ page }) => {
  await open(page, "?sig=altarch&q=kernel");
  await expect(status(page)).toHaveText(t("proposalsShown", { shown: 1, count: 3 }));
  await page.getByRole("button", { name: t("removeFilter", { part: t("searchFilter", { words: "kernel" }) }) }).click();
  await expect(page).toHaveURL(/\?sig=altarch$/);
  await expect(status(page)).toBeFocused();
  await page.getByRole("button", { name: t("clear") }).click();
  await expectCards(page, OPEN_CARDS);
  await expect(activeFilters(page)).toBeHidden();
  await expect(status(page)).toBeFocused();
});

test("an empty result has a button that clears the filters", async ({ page }) => {
  await open(page, "?q=nothing like this");
  await expect(root(page)).toHaveAttribute("data-state", "empty");
  await expect(status(page)).toHaveText(t("proposalsShown", { shown: 0, count: 3 }));
  await page.getByRole("button", { name: t("clearFilters") }).click();
  await expectCards(page, OPEN_CARDS);
});

test("back and forward undo and redo filters", async ({ page }) => {
  await open(page);
  await expectCards(page, OPEN_CARDS);
  await choice(page, "sig", "altarch").check();
  await expect(page).toHaveURL(/\?sig=altarch$/);
  await choice(page, "stage", "submitted").check();
  await expect(page).toHaveURL(/\?stage=submitted&sig=altarch$/);
  await expectCards(page, [18]);
  await page.goBack();
  await expect(choice(page, "stage", "submitted")).not.toBeChecked();
  await expect(choice(page, "sig", "altarch")).toBeChecked();
  await page.goBack();
  await expectCards(page, OPEN_CARDS);
  await page.goForward();
  await expectCards(page, [18]);
});

test("all parameters of the address are applied, and other parameters stay", async ({ page }) => {
  await open(page, "?utm=a%20b%2Cc&flag&stage=submitted,discussion&sig=altarch,none&show=all&sort=number&q=a");
  await expectCards(page, [18, 17, 16]);
  await expect(page.getByRole("searchbox")).toHaveValue("a");
  await choice(page, "sig", "none").uncheck();
  await expectCards(page, [18]);
  await expect(page).toHaveURL(/&sig=altarch&/);
  const parameters = new URL(page.url()).searchParams;
  expect(Object.fromEntries(parameters)).toEqual({
    utm: "a b,c", flag: "", stage: "submitted,discussion", sig: "altarch", show: "all", sort: "number", q: "a",
  });
  expect(page.url()).toContain("?utm=a%20b%2Cc&flag&show=all");
});

test("keys and values in the address may be percent-encoded", async ({ page }) => {
  await open(page, "?%73tage=vot%65,disc%75ssion&%73%69g=none&so%72t=number&%70roposal%73=1");
  await expectCards(page, [16]);
  await expect(choice(page, "sig", "none")).toBeChecked();
  await choice(page, "sig", "none").uncheck();
  await expectCards(page, [16]);
  // The host's own parameter stays as it is, and none of the widget's is left in another form.
  await expect.poll(() => new URL(page.url()).search).toBe("?%70roposal%73=1&stage=vote,discussion&sort=number");
});

/** A title, and searches that find it, in any case, with or without accents. */
const SPELLINGS = {
  "Mirrors in İstanbul": ["istanbul", "ISTANBUL", "İSTANBUL", "ıstanbul"],
  "Die Straße nach Gießen": ["strasse", "STRASSE", "Straße", "giessen"],
  "Ελληνικές ΡΥΘΜΙΣΕΙΣ": ["ρυθμίσεις", "ΕΛΛΗΝΙΚΕΣ"],
  "Crème brûlée": ["creme BRULEE", "crème"],
  "ﬁle ＳＩＧ": ["FILE", "sig"],
};

for (const lang of ["en", "tr", "de"]) {
  test(`in a page in ${lang} a search ignores case and accents of all scripts`, async ({ page }) => {
    const titles = Object.keys(SPELLINGS);
    const issues = titles.map((title, index) => ({ ...ISSUES[0], number: index + 1, title, body: "", labels: [] }));
    const answers = { issues: [...issues, { ...ISSUES[0], number: 99, title: "Another", body: "", labels: [] }], files: () => ({ headers: headers(), json: [] }) };
    await openBrowser(page, lang, "", answers);
    await expect(page.locator("article.al-rfc-card")).toHaveCount(titles.length + 1);
    for (const [index, searches] of Object.values(SPELLINGS).entries()) {
      for (const search of searches) {
        await page.getByRole("searchbox").fill(search);
        await expectCards(page, [index + 1]);
      }
    }
  });
}

test("unknown values in the address are ignored and named", async ({ page }) => {
  await open(page, "?stage=foo,discussion&sort=random&show=%F0%9F%A6%80&tag=%00&sig=,,&q=%");
  await expect(page.getByText(t("unknownParameter", { key: "stage", value: "foo" }))).toBeVisible();
  await expect(page.getByText(t("unknownParameter", { key: "sort", value: "random" }))).toBeVisible();
  await expect(page.getByText(t("unknownParameter", { key: "show", value: "🦀" }))).toBeVisible();
  await page.getByRole("button", { name: t("clear") }).click();
  await expectCards(page, OPEN_CARDS);
  await expect(page.getByText(anyOf("unknownParameter"))).toHaveCount(0);
});

test("a SIG or tag in the address that no proposal has is named", async ({ page }) => {
  await open(page, "?sig=nosuch&tag=neither");
  await expect(page.getByText(t("unknownName", { name: "nosuch" }))).toBeVisible();
  await expect(page.getByText(t("unknownName", { name: "neither" }))).toBeVisible();
  await expect(root(page)).toHaveAttribute("data-state", "empty");
  await page.getByRole("button", { name: t("clearFilters") }).click();
  await expectCards(page, OPEN_CARDS);
});

test("a focused card keeps the focus while a filter removes others", async ({ page }) => {
  await open(page);
  await expectCards(page, OPEN_CARDS);
  const title = card(page, 18).getByRole("link");
  await title.focus();
  await page.evaluate(() => document.querySelector('input[name=sig][value=altarch]').click());
  await expectCards(page, [18]);
  await expect(title).toBeFocused();
});

test("filters can be set, searched and cleared by keyboard", async ({ page }) => {
  await open(page);
  await expectCards(page, OPEN_CARDS);
  const focused = () => page.evaluate(() => `${document.activeElement.name ?? ""}=${document.activeElement.value ?? ""}`);
  const tabTo = async (target) => {
    for (let stops = 0; stops < 40; stops += 1) {
      if ((await focused()) === target) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`${target} cannot be reached`);
  };
  await tabTo("stage=submitted");
  await page.keyboard.press("Space");
  await expectCards(page, [18, 17]);
  await tabTo("q=");
  await page.keyboard.type("boot");
  await expectCards(page, [18]);
  await tabTo("sig=altarch");
  await page.keyboard.press("Space");
  await expect(choice(page, "sig", "altarch")).toBeChecked();
  await expect(choice(page, "sig", "altarch")).toBeFocused();
  await tabTo("sort=stage");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: t("removeFilter", { part: t("submitted") }) })).toBeFocused();
  await page.getByRole("button", { name: t("clear") }).focus();
  await page.keyboard.press("Enter");
  await expectCards(page, OPEN_CARDS);
  // The button is gone, so the focus moves.
  await expect(status(page)).toBeFocused();
  await card(page, 18).getByRole("button", { name: "AltArch" }).focus();
  await expect(page.getByRole("tooltip", { name: /board ports/ }).or(page.getByText("The AltArch SIG owns"))).toBeVisible();
});

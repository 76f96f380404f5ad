// Hostile styles of host pages, right-to-left pages, large text, forced colours and print: all is readable and usable.
import { OPEN_CARDS } from "./fixtures.mjs";
import { SITE_CARDS, openHost } from "./host-page.mjs";
import { misplaced, overflow } from "./layout.mjs";
import { card, expect, expectCards, expectLoaded, open, openFilters, root, test } from "./page.mjs";
import { t } from "./texts.mjs";

async function openLoaded(page, options, name = "almalinux.html") {
  await openHost(page, name, options);
  await expectLoaded(page);
}

/** Expects that each card has all its texts, in order, and that the cards are one below the other. */
async function expectReadable(page, code = "en") {
  const byline = (number, author) => t("byline", { number, author }, code);
  await expect(root(page)).toBeVisible();
  for (const [number, parts] of [
    [16, ["Adding proposal for github org management", t("discussion", {}, code), "RFC 0008", byline(16, "bennyvasquez")]],
    [18, ["Build and Secure Boot-Sign", t("submitted", {}, code), "Build System", "AltArch", byline(18, "ramereth")]],
    [17, ["Add new member procedure document", t("submitted", {}, code), t("notAnRfc", {}, code), byline(17, "jonathanspw")]],
  ]) {
    const text = await card(page, number).evaluate((element) => element.innerText);
    const offsets = parts.map((part) => text.replace(/\s+/g, " ").indexOf(part));
    expect(offsets, text).not.toContain(-1);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  }
  const tops = await page.locator("article").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
}

/** Expects that the keyboard reaches filters and links, that the focus is visible, and that a filter works. */
async function expectOperable(page, code = "en") {
  const title = card(page, 16).getByRole("link");
  await expect(title).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pull/16");
  const stage = page.getByRole("checkbox", { name: new RegExp(`^${t("submitted", {}, code)}`) });
  await stage.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(stage).toBeFocused();
  const ring = await stage.evaluate((input) => getComputedStyle(input.closest("label")).outlineStyle);
  expect(ring).toBe("solid");
  await page.keyboard.press("Space");
  await expectCards(page, [18, 17]);
  await page.keyboard.press("Space");
  await expectCards(page, OPEN_CARDS);
  await title.focus();
  await page.keyboard.press("Tab");
  const next = card(page, 18).getByRole("link");
  await expect(next).toBeFocused();
  expect(await next.evaluate((link) => getComputedStyle(link).outlineStyle)).toBe("solid");
}

const SHEETS = {
  "* { all: unset }": "* { all: unset }",
  "* { all: unset }, and no rule for cards": "* { all: unset } .al-rfc-card, .al-rfc-card * { all: unset }",
  "margins and paddings gone": "*, ::before, ::after { margin: 0; padding: 0; border: 0; outline: 0; list-style: none }",
  "box-sizing: content-box": "*, ::before, ::after { box-sizing: content-box }",
  "box-sizing: border-box": "*, ::before, ::after { box-sizing: border-box }",
  "opinionated element styles": `
    h3 { font: italic 40px/1 serif; margin: 30px } ul { margin: 40px; padding: 40px }
    li { list-style: square } p { margin: 2em; line-height: 3 } label { display: block; float: left }
    a { display: inline-block; text-decoration: line-through } button { border-radius: 0; width: auto; float: right }
    fieldset { border: 3px solid; padding: 20px } legend { float: left; width: 100% } input, select { margin: 10px }
    section, article, form { display: block; margin: 0; padding: 0 }`,
};

for (const [name, css] of Object.entries(SHEETS)) {
  for (const [host, widths] of [["almalinux.html", [1280, 375]], ["wiki.html", [535, 320]]]) {
    test(`under ${name} the widget in ${host} is readable, in place and operable at ${widths.join(" and ")} pixels`, async ({ page }) => {
      const overflowAt = async (width) => {
        await page.setViewportSize({ width, height: 800 });
        return overflow(page);
      };
      await openHost(page, host, { css, head: "" });
      const before = [await overflowAt(widths[0]), await overflowAt(widths[1])];
      await openLoaded(page, { css }, host);
      for (const [index, width] of widths.entries()) {
        expect(await overflowAt(width), `at ${width} pixels`).toBeLessThanOrEqual(before[index]);
        await expectReadable(page);
        expect(await misplaced(page), `at ${width} pixels`).toEqual([]);
        await expectOperable(page);
      }
    });
  }
}

for (const width of [1280, 535, 375]) {
  test(`in a right-to-left page at ${width} pixels the widget is mirrored, readable and operable`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const edit = (html) => html.replace('<html lang="en">', '<html lang="he" dir="rtl">').replace("bootstrap.min", "bootstrap.rtl.min");
    await openLoaded(page, { edit });
    await expectReadable(page, "he");
    expect(await misplaced(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    const boxes = await card(page, 18).evaluate((element) =>
      [element, ...[".al-rfc-title a", ".alesco-pill", ".alesco-steps", ".alesco-badge-row"].map((part) => element.querySelector(part))]
        .map((part) => part.getBoundingClientRect().toJSON()));
    const [whole, title, pill, steps, facts] = boxes;
    for (const { right } of [title, pill]) expect(whole.right - right).toBeCloseTo(21, 0);
    expect(steps.right).toBeLessThan(pill.left);
    expect(facts.right).toBeLessThanOrEqual(width === 1280 ? steps.left : whole.right);
    // The pull request's number is to the right of its author.
    const meta = await card(page, 18).locator(".al-rfc-meta").evaluate((line) => {
      const range = document.createRange();
      const box = (node) => (range.selectNodeContents(node), range.getBoundingClientRect());
      return [box(line.querySelector("span")).right, box(line.querySelector("bdi")).right, line.getBoundingClientRect().right - box(line).right];
    });
    expect(meta[0]).toBeGreaterThan(meta[1]);
    expect(meta[2]).toBeLessThan(60);
    await expectOperable(page, "he");
  });

  test(`with text at 200 % and ${width} pixels the widget is readable, in place and operable`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openLoaded(page, { css: "html { font-size: 200% }", edit: (html) => html.replace(SITE_CARDS, "") });
    await expectReadable(page);
    expect(await misplaced(page)).toEqual([]);
    await expect(card(page, 16).locator(".al-rfc-title")).toHaveCSS("font-size", "34px");
    await expect(card(page, 16).locator(".alesco-pill")).toHaveCSS("line-height", "40px");
    await openFilters(page);
    expect(await misplaced(page)).toEqual([]);
    await expectOperable(page);
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`with forced ${colorScheme} colours borders, steps and dots are visible`, { tag: "@forced" }, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await openLoaded(page, {});
    const background = colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(0, 0, 0)";
    await expect(page.locator("body")).toHaveCSS("background-color", background);
    await expect(card(page, 16).locator(".alesco-pill")).toHaveCSS("outline-style", "solid");
    const foreground = colorScheme === "light" ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
    const steps = card(page, 16).locator(".alesco-step");
    for (const reached of [steps.nth(0), steps.nth(1)]) await expect(reached).toHaveCSS("background-color", "rgb(14, 138, 22)");
    await expect(steps.nth(2)).toHaveCSS("border-top-color", foreground);
    await expect(card(page, 16)).toHaveCSS("border-top-color", foreground);
    const dot = page.locator('.alesco-stage[data-stage="discussion"]').evaluate((name) => getComputedStyle(name, "::before").backgroundColor);
    expect(await dot).toBe("rgb(14, 138, 22)");
    await expectOperable(page);
  });
}

for (const name of ["almalinux.html", "wiki.html"]) {
  test(`a printed ${name} has whole cards, dark on white, without controls`, async ({ page }) => {
    await openLoaded(page, {}, name);
    const controls = root(page).locator(":is(input, select, button:not(.alesco-sig)):visible");
    await expect(controls).not.toHaveCount(0);
    await page.emulateMedia({ media: "print" });
    await expect(controls).toHaveCount(0);
    await expect(root(page)).toHaveCSS("background-color", "rgb(255, 255, 255)");
    for (const number of OPEN_CARDS) {
      await expect(card(page, number)).toHaveCSS("break-inside", "avoid");
      await expect(card(page, number).getByRole("link")).toHaveCSS("color", "rgb(0, 0, 0)");
      await expect(card(page, number).locator(".al-rfc-meta")).toHaveCSS("color", "rgb(0, 0, 0)");
      await expect(card(page, number).locator(".alesco-pill")).toHaveCSS("print-color-adjust", "exact");
    }
    await expect(card(page, 16).locator(".alesco-pill")).toHaveCSS("color", "rgb(255, 255, 255)");
    await expectReadable(page);
    expect(await misplaced(page)).toEqual([]);
    const freshness = await page.locator(".alesco-freshness").boundingBox();
    const last = await card(page, 17).boundingBox();
    expect(freshness.y).toBeGreaterThanOrEqual(last.y + last.height);
    expect((await page.pdf({ format: "A5" })).length).toBeGreaterThan(1000);
  });
}

test("the standalone page in dark colours is printed dark on white", async ({ page }) => {
  await open(page, "?stage=submitted");
  await expectCards(page, [18, 17]);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(root(page)).toHaveCSS("background-color", "rgb(255, 255, 255)");
  for (const part of [".alesco-page-header", ".alesco-page-footer"]) await expect(page.locator(part)).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(244, 247, 250)");
  await expect(page.locator(".alesco-active-filters")).toHaveText(new RegExp(t("submitted")));
});

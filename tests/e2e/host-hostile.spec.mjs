// Hosts that mean no good, and readers who want it otherwise: nothing breaks, all can be read and used.
import { OWN_CARDS, openHost } from "./hosts.mjs";
import { catalogue } from "./languages.mjs";
import { misplaced, overflow } from "./layout.mjs";
import { card, expect, expectCards, open, root, test } from "./page.mjs";

const NUMBERS = [16, 18, 17];

async function openSettled(page, options, name = "almalinux.html") {
  await openHost(page, name, options);
  await expectCards(page, NUMBERS);
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  await expect(card(page, 18).locator("[data-sig]")).toHaveCount(2);
}

const english = (message) => message;
const hebrew = (message) => catalogue("he")[message];

/** That cards say all they have to, in order. */
async function expectReadable(page, say = english) {
  const by = (number, author) => say("#{number} by {author}").replace("{number}", number).replace("{author}", author);
  await expect(root(page)).toBeVisible();
  for (const [number, parts] of [
    [16, ["Adding proposal for github org management", say("Accepted for Discussion"), "RFC 0008", by(16, "bennyvasquez")]],
    [18, ["Build and Secure Boot-Sign", say("Submitted"), "Build System", "AltArch", by(18, "ramereth")]],
    [17, ["Add new member procedure document", say("Submitted"), say("Not an RFC"), by(17, "jonathanspw")]],
  ]) {
    const text = await card(page, number).evaluate((element) => element.innerText);
    const places = parts.map((part) => text.replace(/\s+/g, " ").indexOf(part));
    expect(places, text).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
  const tops = await page.locator("article").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
}

/** That the keyboard reaches what there is, sees where it is, and narrows the list. */
async function expectOperable(page, say = english) {
  const title = card(page, 16).getByRole("link");
  await expect(title).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pull/16");
  const stage = page.getByRole("checkbox", { name: new RegExp(`^${say("Submitted")}`) });
  await stage.focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(stage).toBeFocused();
  const ring = await stage.evaluate((input) => getComputedStyle(input.closest("label")).outlineStyle);
  expect(ring).toBe("solid");
  await page.keyboard.press("Space");
  await expectCards(page, [18, 17]);
  await page.keyboard.press("Space");
  await expectCards(page, NUMBERS);
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
  "elements with a will of their own": `
    h3 { font: italic 40px/1 serif; margin: 30px } ul { margin: 40px; padding: 40px }
    li { list-style: square } p { margin: 2em; line-height: 3 } label { display: block; float: left }
    a { display: inline-block; text-decoration: line-through } button { border-radius: 0; width: auto; float: right }
    fieldset { border: 3px solid; padding: 20px } legend { float: left; width: 100% } input, select { margin: 10px }
    section, article, form { display: block; margin: 0; padding: 0 }`,
};

for (const [name, css] of Object.entries(SHEETS)) {
  for (const [host, width] of [["almalinux.html", 1280], ["almalinux.html", 375], ["wiki.html", 535], ["wiki.html", 320]]) {
    test(`${name}, ${host} at ${width} pixels: everything is there, in its place, and works`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openHost(page, host, { css, head: "" });
      const before = await overflow(page);
      await openSettled(page, { css }, host);
      await expectReadable(page);
      expect(await misplaced(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(before);
      await expectOperable(page);
    });
  }
}

for (const width of [1280, 535, 375]) {
  test(`right to left, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const edit = (html) => html.replace('<html lang="en">', '<html lang="he" dir="rtl">').replace("bootstrap.min", "bootstrap.rtl.min");
    await openSettled(page, { edit });
    await expectReadable(page, hebrew);
    expect(await misplaced(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    const boxes = await card(page, 18).evaluate((element) =>
      [element, ...[".al-rfc-title a", ".alesco-pill", ".alesco-steps", ".alesco-facts"].map((part) => element.querySelector(part))]
        .map((part) => part.getBoundingClientRect().toJSON()));
    const [whole, title, pill, steps, facts] = boxes;
    for (const { right } of [title, pill]) expect(whole.right - right).toBeCloseTo(21, 0);
    expect(steps.right).toBeLessThan(pill.left);
    expect(facts.right).toBeLessThanOrEqual(width === 1280 ? steps.left : whole.right);
    // The number of the pull request is on the right, and its author to the left of it.
    const meta = await card(page, 18).locator(".al-rfc-meta").evaluate((line) => {
      const range = document.createRange();
      const box = (node) => (range.selectNodeContents(node), range.getBoundingClientRect());
      return [box(line.querySelector("span")).right, box(line.querySelector("bdi")).right, line.getBoundingClientRect().right - box(line).right];
    });
    expect(meta[0]).toBeGreaterThan(meta[1]);
    expect(meta[2]).toBeLessThan(60);
    await expectOperable(page, hebrew);
  });

  test(`text at 200 %, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openSettled(page, { css: "html { font-size: 200% }", edit: (html) => html.replace(OWN_CARDS, "") });
    await expectReadable(page);
    expect(await misplaced(page)).toEqual([]);
    await expect(card(page, 16).locator(".al-rfc-title")).toHaveCSS("font-size", "34px");
    await expect(card(page, 16).locator(".alesco-pill")).toHaveCSS("line-height", "40px");
    await page.getByRole("button", { name: /^Filter/ }).click();
    expect(await misplaced(page)).toEqual([]);
    await expectOperable(page);
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`colours of the reader's choice, ${colorScheme}: frames and bars show`, async ({ page }) => {
    await page.emulateMedia({ forcedColors: "active", colorScheme });
    await openSettled(page, {});
    const paper = colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(0, 0, 0)";
    await expect(page.locator("body")).toHaveCSS("background-color", paper);
    await expect(card(page, 16).locator(".alesco-pill")).toHaveCSS("outline-style", "solid");
    const ink = colorScheme === "light" ? "rgb(0, 0, 0)" : "rgb(255, 255, 255)";
    const steps = card(page, 16).locator(".alesco-step");
    for (const reached of [steps.nth(0), steps.nth(1)]) await expect(reached).toHaveCSS("background-color", "rgb(14, 138, 22)");
    await expect(steps.nth(2)).toHaveCSS("border-top-color", ink);
    await expect(card(page, 16)).toHaveCSS("border-top-color", ink);
    const dot = page.locator('.alesco-stage[data-stage="discussion"]').evaluate((name) => getComputedStyle(name, "::before").backgroundColor);
    expect(await dot).toBe("rgb(14, 138, 22)");
    await expectOperable(page);
  });
}

for (const name of ["almalinux.html", "wiki.html"]) {
  test(`${name} on paper: cards in one piece, dark on white, without controls`, async ({ page }) => {
    await openSettled(page, {}, name);
    await page.emulateMedia({ media: "print" });
    for (const control of ["input", "select", "button:not(.alesco-sig)"]) {
      for (const one of await root(page).locator(control).all()) await expect(one).toBeHidden();
    }
    await expect(root(page)).toHaveCSS("background-color", "rgb(255, 255, 255)");
    for (const number of NUMBERS) {
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

test("the whole page on paper, of a reader who likes it dark: dark on white", async ({ page }) => {
  await open(page, "?stage=submitted");
  await expectCards(page, [18, 17]);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(root(page)).toHaveCSS("background-color", "rgb(255, 255, 255)");
  for (const part of [".alesco-masthead", ".alesco-about"]) await expect(page.locator(part)).toHaveCSS("background-color", "rgb(255, 255, 255)");
  await expect(page.getByRole("heading", { level: 1 })).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(244, 247, 250)");
  await expect(page.locator(".alesco-narrowed")).toHaveText(/Submitted/);
});

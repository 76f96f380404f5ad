// The shortcut `/` of the search leaves keys alone that are typed elsewhere.
import { ALL_CARDS, OPEN_CARDS } from "./fixtures.mjs";
import { BROWSER_HEAD, openHost } from "./host-page.mjs";
import { expect, expectCards, nextFrames, open, root, test } from "./page.mjs";

const search = (page) => root(page).locator("input[name=q]");

/** Expects that the search does not have the focus, once the timer has run in which a key moves it. */
async function expectSearchNotFocused(page) {
  await nextFrames(page);
  await expect(search(page)).not.toBeFocused();
}

const BROWSER = '<div id="alesco-prs" data-view="browser" data-url="off"></div>';

/** Places for text that are no field of the document: html, how to focus it, and its text. */
const EDITABLE = {
  "an input in an open shadow root": { mode: "open", html: '<input id="field">' },
  "an input in a closed shadow root": { mode: "closed", html: '<input id="field">' },
  "a textarea in an open shadow root": { mode: "open", html: '<textarea id="field"></textarea>' },
  "contenteditable in an open shadow root": { mode: "open", html: '<div id="field" contenteditable></div>' },
};

for (const [name, { mode, html }] of Object.entries(EDITABLE)) {
  test(`a slash is typed into ${name}, which keeps the focus`, async ({ page }) => {
    await open(page);
    await expectCards(page, OPEN_CARDS);
    await page.evaluate(([mode, html]) => {
      const host = document.createElement("x-field");
      document.body.append(host);
      const shadow = host.attachShadow({ mode });
      shadow.innerHTML = html;
      window.field = shadow.querySelector("#field");
      window.field.focus();
    }, [mode, html]);
    await page.keyboard.type("a/b");
    expect(await page.evaluate(() => window.field.value ?? window.field.textContent)).toBe("a/b");
    await expectSearchNotFocused(page);
    expect(await page.evaluate(() => document.activeElement.localName)).toBe("x-field");
  });
}

for (const attribute of ["contenteditable", 'contenteditable="plaintext-only"', 'role="textbox" contenteditable="true"']) {
  test(`a slash is typed into an element with ${attribute}, and into its descendants`, async ({ page }) => {
    await open(page);
    await expectCards(page, OPEN_CARDS);
    await page.evaluate((attribute) => document.body.insertAdjacentHTML("beforeend", `<div id="field" ${attribute}><b>x</b></div>`), attribute);
    await page.locator("#field").click();
    await page.keyboard.press("End");
    await page.keyboard.type("/y");
    await expect(page.locator("#field")).toHaveText("x/y");
    await expectSearchNotFocused(page);
  });
}

test("a slash is typed where the whole document is in design mode", async ({ page }) => {
  await openHost(page, "almalinux.html", { head: BROWSER_HEAD, container: BROWSER });
  await expectCards(page, OPEN_CARDS);
  await page.evaluate(() => (document.designMode = "on"));
  await page.locator("h1").first().click();
  await page.keyboard.press("End");
  await page.keyboard.type("/");
  await expect(page.locator("h1").first()).toHaveText("ALESCo/");
});

test("with data-controls=none a slash is not handled at all", async ({ page }) => {
  const container = '<div id="alesco-prs" data-view="browser" data-url="off" data-controls="none" data-show="all"></div>';
  await openHost(page, "almalinux.html", { head: BROWSER_HEAD, container });
  await expectCards(page, ALL_CARDS);
  await page.evaluate(() => document.addEventListener("keydown", (event) => (window.handled = event.defaultPrevented)));
  await page.locator("h1").first().click();
  await page.keyboard.press("/");
  expect(await page.evaluate(() => window.handled)).toBe(false);
  await nextFrames(page);
  expect(await page.evaluate(() => document.activeElement.localName)).toBe("body");
});

test("a slash that the host page has handled does not move the focus", async ({ page }) => {
  await openHost(page, "almalinux.html", { head: BROWSER_HEAD, container: BROWSER });
  await expectCards(page, OPEN_CARDS);
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await search(page).blur();
  await page.evaluate(() => document.addEventListener("keydown", (event) => event.key === "/" && event.preventDefault(), true));
  await page.keyboard.press("/");
  await expectSearchNotFocused(page);
});

for (const modifier of ["Control", "Alt", "Meta"]) {
  test(`${modifier} with a slash does not move the focus`, async ({ page }) => {
    await open(page);
    await expectCards(page, OPEN_CARDS);
    await page.keyboard.press(`${modifier}+/`);
    await expectSearchNotFocused(page);
  });
}

test("a slash moves the focus to the search from the page, a link or a checkbox, and is not typed", async ({ page }) => {
  await open(page);
  await expectCards(page, OPEN_CARDS);
  for (const place of ["body", "article a", "input[type=checkbox]"]) {
    await page.locator(place).first().evaluate((element) => (element === document.body ? document.activeElement.blur() : element.focus()));
    await page.keyboard.press("/");
    await expect(search(page)).toBeFocused();
    await expect(search(page)).toHaveValue("");
  }
});

// The widget leaves the host page as it is: its focus, scroll position, layout and globals.
import { OPEN_CARDS, deferred } from "./fixtures.mjs";
import { FALLBACK, MOUNT, SNIPPET, openHost } from "./host-page.mjs";
import { layoutShift, overflow, recordLayoutShifts } from "./layout.mjs";
import { axeViolations, expect, expectCards, expectLoaded, expectMounted, nextFrames, root, test } from "./page.mjs";

const SIZES = [[1280, 800], [375, 800]];

/** GitHub's answers that come only when the page has been painted with the widget, and without them. */
function afterPaint(page) {
  const painted = async () => {
    await expectMounted(page.locator(MOUNT));
    await nextFrames(page);
  };
  return { list: painted, files: painted };
}

for (const [width, height] of SIZES) {
  test(`README's snippet shows the open proposals under the site's policy, at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openHost(page, "almalinux.html");
    await expectLoaded(page);
    expect(await overflow(page)).toBe(0);
    const column = await root(page).evaluate((element) => element.getBoundingClientRect().width);
    expect(Math.round(column)).toBe(width === 1280 ? 534 : 351);
    expect(await axeViolations(page)).toEqual([]);
  });

  for (const name of ["almalinux.html", "wiki.html"]) {
    for (const hash of ["", "#proposals"]) test(`nothing shifts in ${name}${hash} at ${width} pixels when GitHub responds after the first paint`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await recordLayoutShifts(page);
      await openHost(page, name, { hash }, afterPaint(page));
      await expectLoaded(page);
      expect(await layoutShift(page)).toBeLessThanOrEqual(0.02);
    });
  }
}

test("the container of README's snippet becomes a widget", async ({ page }) => {
  await openHost(page, "almalinux.html", { container: SNIPPET.container });
  await expectCards(page, OPEN_CARDS);
  await expect(page.getByText(FALLBACK)).toHaveCount(0);
});

test("the widget adds no global and changes nothing around its container", async ({ page }) => {
  const state = () =>
    page.evaluate((mount) => {
      const body = document.body.cloneNode(true);
      body.querySelector(mount).remove();
      return { names: Object.getOwnPropertyNames(window).sort(), body: body.outerHTML, title: document.title, address: location.href, history: history.length };
    }, MOUNT);
  const attributes = () => page.evaluate(() => [...document.documentElement.attributes].map(({ name, value }) => [name, value]));
  await openHost(page, "almalinux.html", { head: "" });
  const before = [await state(), await attributes()];
  // Opened anew, so that the tab's history is as long.
  await openHost(page, "almalinux.html");
  await expectLoaded(page);
  const after = [await state(), await attributes()];
  expect(after[0].history - before[0].history).toBeLessThanOrEqual(1);
  before[0].history = after[0].history;
  expect(after).toEqual(before);
});

test("the widget neither moves the focus nor scrolls while it loads", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 600 });
  // Otherwise Bootstrap scrolls smoothly to what is focused.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.addInitScript(() => {
    window.calls = [];
    const watch = (owner, name) => {
      const own = owner[name];
      owner[name] = function (...args) {
        window.calls.push(name);
        return own.apply(this, args);
      };
    };
    for (const name of ["scroll", "scrollTo", "scrollBy"]) {
      watch(window, name);
      watch(Element.prototype, name);
    }
    for (const name of ["scrollIntoView", "scrollIntoViewIfNeeded"]) watch(Element.prototype, name);
    for (const name of ["focus", "blur"]) watch(HTMLElement.prototype, name);
    document.addEventListener("focusin", () => window.calls.push("focusin"));
  });
  const list = deferred();
  await openHost(page, "almalinux.html", {}, { list: () => list.promise });
  await expectMounted(page.locator(MOUNT));
  await expect(page.locator(MOUNT)).toContainText(FALLBACK);
  await page.getByLabel("The newsletter").focus();
  const focusAndPosition = () =>
    page.evaluate(() => [document.activeElement.id, Math.round(document.activeElement.getBoundingClientRect().y)]);
  const before = await focusAndPosition();
  // What moved the focus here has been noticed.
  expect(await page.evaluate(() => window.calls.splice(0))).toContain("focusin");
  list.resolve();
  await expectLoaded(page);
  expect(await focusAndPosition()).toEqual(before);
  expect(await page.evaluate(() => window.calls)).toEqual([]);
});

test("a page at its top stays there while the widget loads", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 600 });
  await openHost(page, "almalinux.html", {}, afterPaint(page));
  await expectLoaded(page);
  expect(await page.evaluate(() => [scrollX, scrollY, document.activeElement.tagName])).toEqual([0, 0, "BODY"]);
});

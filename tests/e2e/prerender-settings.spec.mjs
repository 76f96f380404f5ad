// Attributes that differ from those of the prerendered HTML: the attributes apply at once, without a jump of the page.
import { OPEN_CARDS } from "./fixtures.mjs";
import { layoutShifts, watchLayoutShifts } from "./layout.mjs";
import { card, expect, expectCards, nextFrames, root, test } from "./page.mjs";
import { MANY, expectLiveView, expectPrerendered, openPrerendered, prerenderedMany, watchExchange, exchange } from "./prerendered.mjs";
import { anyOf, t } from "./texts.mjs";

const HANGING = { list: () => "hang" };

/** Collects the widget's console lines from now on. */
function watchConsole(page) {
  const lines = [];
  page.on("console", (message) => lines.push(message.text()));
  return lines;
}

for (const level of [2, 4, 6]) {
  test(`data-heading="${level}" applies to prerendered headings of level 3 at once, without a shift, and one console line says so`, async ({ page, expectedConsole }) => {
    expectedConsole.push(/data-heading/);
    const lines = watchConsole(page);
    const { go } = await openPrerendered(page, { attributes: `data-heading="${level}"` }, HANGING);
    await expect(root(page).getByRole("heading", { level: 3 })).toHaveCount(OPEN_CARDS.length);
    await watchLayoutShifts(page);
    await watchExchange(page);
    go();
    await expectLiveView(page);
    await expect(root(page).getByRole("heading", { level })).toHaveCount(OPEN_CARDS.length);
    await expect(root(page).getByRole("heading")).toHaveCount(OPEN_CARDS.length);
    expect(await layoutShifts(page)).toEqual([]);
    expect((await exchange(page)).steps).toBe(1);
    expect(lines.filter((text) => text.includes("data-heading"))).toHaveLength(1);
  });
}

test("data-limit applies to more prerendered cards at once, and one console line says so", async ({ page, expectedConsole }) => {
  expectedConsole.push(/data-limit/);
  const lines = watchConsole(page);
  const { go } = await openPrerendered(page, { attributes: 'data-limit="2"' }, HANGING);
  await expectCards(page, OPEN_CARDS);
  await watchExchange(page);
  go();
  await expectLiveView(page);
  await expectCards(page, OPEN_CARDS.slice(0, 2));
  await expect(page.getByRole("button", { name: t("showMore", { count: 1 }) })).toBeVisible();
  expect(await exchange(page)).toEqual({ steps: 1, fewestCards: 2 });
  expect(lines.filter((text) => text.includes("data-limit"))).toHaveLength(1);
});

test("data-limit below the prerendered cards does not move what the visitor sees", async ({ page, expectedConsole }) => {
  expectedConsole.push(/data-limit/);
  await page.setViewportSize({ width: 535, height: 600 });
  await page.emulateMedia({ reducedMotion: "reduce" });
  const { go } = await openPrerendered(page, { html: prerenderedMany(), attributes: 'data-limit="20"' }, HANGING);
  const tenth = page.getByRole("article").nth(9);
  const number = await tenth.getAttribute("data-proposal");
  await tenth.evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  // Cards that come into the window get their heights.
  await nextFrames(page);
  const before = await card(page, number).boundingBox();
  await expectPrerendered(page);
  go();
  await expectLiveView(page);
  await expect(page.getByRole("article")).toHaveCount(20);
  // The browser scrolls by whole pixels.
  expect(Math.abs((await card(page, number).boundingBox()).y - before.y)).toBeLessThan(1);
  await expect(page.getByRole("button", { name: anyOf("showMore") })).toBeVisible();
});

test("settings that equal those of the prerendered HTML take no console line", async ({ page }) => {
  const lines = watchConsole(page);
  const { go } = await openPrerendered(page, { attributes: 'data-heading="3"', html: prerenderedMany() }, HANGING);
  go();
  await expectLiveView(page);
  await expect(page.getByRole("article")).toHaveCount(Math.min(MANY, 50));
  expect(lines).toEqual([]);
});

test("with data-lang, no date keeps the wording of the prerendered language", async ({ page }) => {
  const { go } = await openPrerendered(page, { attributes: 'data-lang="ar"' }, HANGING);
  const english = await page.locator("article time").allTextContents();
  expect(english.length).toBeGreaterThan(OPEN_CARDS.length);
  go();
  await expectLiveView(page);
  await expect(root(page)).toHaveAttribute("lang", "ar");
  const arabic = await page.locator("article time").allTextContents();
  expect(arabic).toHaveLength(english.length);
  expect(arabic.filter((text) => english.includes(text))).toEqual([]);
});

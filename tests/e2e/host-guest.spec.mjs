// The widget is a good guest: it leaves the page, its focus, its scroll and its layout as they were.
import { FILES, ISSUES, headers } from "./github.mjs";
import { MOUNT, SNIPPET, openHost } from "./hosts.mjs";
import { overflow } from "./layout.mjs";
import { card, expect, expectCards, faults, root, test } from "./page.mjs";

const SIZES = [[1280, 800], [375, 800]];

/** GitHub's answers, as late as they are over a slow line. */
const late = async (answer) => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  return answer;
};
const LATE = {
  list: () => late({ headers: headers(), json: ISSUES.filter((item) => item.state === "open") }),
  files: (number) => late({ headers: headers(), json: FILES[number] }),
};

/** Waits until all that will come has come. */
async function settled(page) {
  await expectCards(page, [16, 18, 17]);
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  await expect(card(page, 18).locator("[data-sig]")).toHaveCount(2);
}

for (const [width, height] of SIZES) {
  test(`the snippet of README shows the open proposals at ${width} pixels, under the policy`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openHost(page, "almalinux.html");
    await settled(page);
    expect(await overflow(page)).toBe(0);
    const column = await root(page).evaluate((element) => element.getBoundingClientRect().width);
    expect(Math.round(column)).toBe(width === 1280 ? 534 : 351);
    expect(await faults(page)).toEqual([]);
  });

  for (const name of ["almalinux.html", "wiki.html"]) {
    for (const hash of ["", "#proposals"]) test(`${name}${hash} at ${width} pixels: nothing shifts, though GitHub takes its time`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
      });
      await openHost(page, name, { hash }, LATE);
      await settled(page);
      const shift = await page.evaluate(async () => {
        // What moved is reported some frames after it did.
        await new Promise((resolve) => setTimeout(resolve, 300));
        return window.shifts.reduce((sum, entry) => sum + entry.value, 0);
      });
      expect(shift).toBeLessThanOrEqual(0.02);
    });
  }
}

test("the container of README's snippet becomes a widget", async ({ page }) => {
  await openHost(page, "almalinux.html", { container: SNIPPET.container });
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByText("Loading open proposals")).toHaveCount(0);
});

test("window has the same names, and the page around the container is the same", async ({ page }) => {
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
  await settled(page);
  const after = [await state(), await attributes()];
  expect(after[0].history - before[0].history).toBeLessThanOrEqual(1);
  before[0].history = after[0].history;
  expect(after).toEqual(before);
});

test("focus and scroll stay where they are", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 600 });
  // Without, Bootstrap has the page glide to what is focused.
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
  let answer;
  const asked = new Promise((resolve) => (answer = resolve));
  await openHost(page, "almalinux.html", {}, { list: () => asked });
  await expect(page.locator("[data-alesco-mounted]")).toContainText("Loading open proposals");
  await page.getByLabel("The newsletter").focus();
  const place = () =>
    page.evaluate(() => [document.activeElement.id, Math.round(document.activeElement.getBoundingClientRect().y)]);
  const before = await place();
  await page.evaluate(() => (window.calls = []));
  answer(undefined);
  await settled(page);
  expect(await place()).toEqual(before);
  expect(await page.evaluate(() => window.calls)).toEqual([]);
});

test("a page that is at its top stays there", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 600 });
  await openHost(page, "almalinux.html", {}, LATE);
  await settled(page);
  expect(await page.evaluate(() => [scrollX, scrollY, document.activeElement.tagName])).toEqual([0, 0, "BODY"]);
});

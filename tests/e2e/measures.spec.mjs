// What the other tests measure with finds something on a page that is spoiled, and nothing before.
import { openHost } from "./host-page.mjs";
import { cutOff, layoutShift, layoutShifts, misplaced, overflow, recordLayoutShifts, watchLayoutShifts } from "./layout.mjs";
import { axeViolations, card, expect, expectDocuments, expectLoaded, open, root, test } from "./page.mjs";

test("overflow is by how much the page is wider than its window", async ({ page }) => {
  await openHost(page, "almalinux.html");
  await expectLoaded(page);
  expect(await overflow(page)).toBe(0);
  await page.evaluate(() => {
    const wide = document.createElement("p");
    wide.style.width = `${document.documentElement.clientWidth + 100}px`;
    wide.style.position = "absolute";
    wide.style.left = "0";
    wide.textContent = "Wide";
    document.body.append(wide);
  });
  expect(await overflow(page)).toBe(100);
});

test("misplaced are a card that sticks out, and a text that is over another", async ({ page }) => {
  await openHost(page, "almalinux.html");
  await expectLoaded(page);
  expect(await misplaced(page)).toEqual([]);
  const meta = card(page, 18).locator(".al-rfc-meta");
  await meta.evaluate((line) => {
    const title = line.closest("article").querySelector(".al-rfc-title a");
    line.style.transform = `translateY(${title.getBoundingClientRect().top - line.getBoundingClientRect().top}px)`;
  });
  expect(await misplaced(page)).toContainEqual(expect.stringMatching(/^over: .*Build and Secure Boot-Sign/));
  await meta.evaluate((line) => (line.style.transform = ""));
  expect(await misplaced(page)).toEqual([]);
  await card(page, 16).evaluate((element) => (element.style.transform = "translateX(-600px)"));
  expect(await misplaced(page)).toContainEqual(expect.stringMatching(/^out: article.*github org management/));
});

test("cut off are texts that are wider than their pill, their field or their select", async ({ page }) => {
  await open(page, "?show=all");
  await expect(card(page, 16)).toBeVisible();
  // A card that is built anew would not have the styles below.
  await expect(root(page)).toHaveAttribute("data-source", "live");
  await expectDocuments(page);
  expect(await cutOff(page)).toEqual([]);
  await page.locator(".alesco-proposals").evaluate((widget) => {
    for (const part of ["article .alesco-pill", "input[type=search]", "select"]) {
      Object.assign(widget.querySelector(part).style, { boxSizing: "border-box", display: "block", minWidth: "0", width: "60px", whiteSpace: "nowrap" });
    }
  });
  const found = await cutOff(page);
  for (const part of ["span.alesco-pill", "input", "select"]) expect(found).toContainEqual(expect.stringMatching(`^${part}`));
});

test("layout shifts are noticed from the page's first frame, and from a later moment", async ({ page }) => {
  await recordLayoutShifts(page);
  await openHost(page, "almalinux.html");
  await expectLoaded(page);
  expect(await layoutShift(page)).toBeLessThan(0.02);
  const shiftDown = () => page.evaluate(() => {
    const above = document.createElement("div");
    above.style.height = "200px";
    document.body.prepend(above);
  });
  await shiftDown();
  await expect.poll(() => layoutShift(page)).toBeGreaterThan(0.02);
  await watchLayoutShifts(page);
  expect(await layoutShifts(page)).toEqual([]);
  await shiftDown();
  await expect.poll(() => layoutShifts(page)).not.toEqual([]);
});

test("axe finds an image without a text", async ({ page }) => {
  await openHost(page, "almalinux.html");
  await expectLoaded(page);
  expect(await axeViolations(page)).toEqual([]);
  await page.evaluate(() => document.querySelector(".alesco-proposals").append(document.createElement("img")));
  expect(await axeViolations(page)).toContainEqual(expect.stringMatching(/^image-alt: /));
});

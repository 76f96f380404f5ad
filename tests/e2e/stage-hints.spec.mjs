// The hints of the stages on the standalone page, in all languages: no word of them is broken.
import { openBrowser } from "./locales.mjs";
import { expect, nextFrames, test } from "./page.mjs";
import { LAID_OUT } from "./texts.mjs";

/** The words of the stages' hints that are on more than one line, or reach beyond their box. */
const brokenWords = (page) =>
  page.evaluate(() => {
    const hints = [...document.querySelectorAll(".alesco-stages .alesco-hint")];
    return hints.flatMap((hint) => {
      const box = hint.closest("label").getBoundingClientRect();
      const text = hint.firstChild;
      return [...text.data.matchAll(/[^\s\-/]+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        const { left, right } = range.getBoundingClientRect();
        return lines.size > 1 || left < box.left || right > box.right ? [word] : [];
      });
    });
  });

/** These are written without spaces, and may break between any two characters. */
const SPACELESS = ["ja", "zh-hans"];

for (const code of LAID_OUT.filter((code) => !SPACELESS.includes(code))) {
  test(`in ${code} the words of the stages' hints are whole from 320 to 375 pixels`, async ({ page }) => {
    await openBrowser(page, code);
    await expect(page.locator(".alesco-stages .alesco-hint").first()).toBeVisible();
    // Where a browser has the language's rules, it may hyphenate.
    await page.evaluate(() => document.querySelectorAll(".alesco-hint").forEach((hint) => (hint.style.hyphens = "manual")));
    for (const width of [320, 350, 360, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await nextFrames(page);
      expect(await brokenWords(page), `at ${width} pixels`).toEqual([]);
    }
  });
}

// A WebKit whose visitor asks for dark colours.
import assert from "node:assert/strict";
import { OPEN_CARDS } from "../e2e/fixtures.mjs";
import { setUp } from "./setup.mjs";

const { page, browser, test } = setUp("--dark-mode");

/** The brightness of a colour, from 0 to 255. */
const brightness = (colour) => {
  const [red, green, blue] = colour.match(/[\d.]+/g).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
};
const colours = (selector) =>
  browser.run((selector) => {
    const { color, backgroundColor } = getComputedStyle(document.querySelector(selector));
    return [color, backgroundColor];
  }, selector);

test("the standalone page has light text on a dark page", async () => {
  await page.openStandalone();
  await page.expectCards(OPEN_CARDS);
  assert.ok(await browser.run(() => matchMedia("(prefers-color-scheme: dark)").matches));
  assert.ok(brightness((await colours("body"))[1]) < 80);
  assert.ok(brightness((await colours("section.alesco-proposals"))[0]) > 150);
});

test("axe finds nothing on the dark standalone page", async () => {
  await page.openStandalone("?show=all&sig=altarch,none");
  await browser.waitFor(() => document.querySelector("article.al-rfc-card"));
  assert.deepEqual(await page.axeViolations(), []);
});

test("a list in a light host page without color-scheme stays light", async () => {
  await page.openHost("wiki.html");
  await page.expectCards(OPEN_CARDS);
  assert.ok(brightness((await colours("section.alesco-proposals"))[0]) < 120);
  assert.deepEqual((await page.axeViolations()).filter((text) => text.includes("alesco")), []);
});

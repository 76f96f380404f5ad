// How a list fits into host pages: popups on dark pages, pills of one height, no empty room.
import { ISSUES, RATE_LIMITED, withLabel } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { FAILED_REQUEST, alert, card, expect, expectLoaded, freshness, openFilters, root, test } from "./page.mjs";
import { expectLiveView, openPrerendered, prerenderedHtml } from "./prerendered.mjs";
import { openState } from "./states.mjs";

/** The contrast of an element's text on its background, both opaque, as WCAG defines it. */
const contrast = (locator) =>
  locator.evaluate((element) => {
    const luminance = (color) => {
      const context = new OffscreenCanvas(1, 1).getContext("2d");
      context.fillStyle = color;
      context.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const { color, backgroundColor } = getComputedStyle(element);
    const [darker, lighter] = [luminance(color), luminance(backgroundColor)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  });

const PAGES = {
  "a light page": "body { background: #fff; color: #222 }",
  "a dark page without color-scheme": "body, .page { background: #111; color: #ddd }",
  "a dark page that colours all texts": "body, .page { background: #0e3b5c; color: #fefefe } p, span, div, bdi { color: #fefefe }",
  "a light page that colours all texts": "body, .page { background: #fff; color: #333 } p, span, div, bdi { color: #555 }",
};

for (const [name, css] of Object.entries(PAGES)) {
  test(`in ${name} a tooltip is readable`, async ({ page }) => {
    await openHost(page, "wiki.html", { css, container: "<div data-alesco-proposals></div>" });
    const mention = card(page, 18).locator(".alesco-mention").first();
    await mention.getByRole("button").focus();
    const tooltip = mention.getByRole("tooltip");
    await expect(tooltip).toBeVisible();
    expect(await contrast(tooltip)).toBeGreaterThan(4.5);
    // Also where the site has a colour for the elements in it.
    const inside = tooltip.locator("*").first();
    if (await inside.count()) await expect(inside).toHaveCSS("color", await tooltip.evaluate((element) => getComputedStyle(element).color));
  });
}

test("a checkbox has the colour of the page's text, so it is seen on a dark page without color-scheme", async ({ page }) => {
  await openHost(page, "wiki.html", { css: PAGES["a dark page without color-scheme"], container: "<div data-alesco-proposals></div>" });
  // Documents bring checkboxes that come first.
  await expectLoaded(page);
  await openFilters(page);
  const checkbox = page.locator(".alesco-facets input[type=checkbox]").first();
  const colours = () => checkbox.evaluate((box) => [getComputedStyle(box).borderTopColor, getComputedStyle(box, "::before").backgroundColor, getComputedStyle(box).backgroundColor]);
  await checkbox.check();
  await expect.poll(colours).toEqual(["rgb(221, 221, 221)", "rgb(221, 221, 221)", "rgba(0, 0, 0, 0)"]);
  await expect(checkbox).toHaveCSS("width", "16px");
});

/** A card with a label, as the builder writes it. */
const LABEL = '<span class="al-rfc-label" data-tag="kernel" data-text-color="white"><svg class="alesco-label-swatch" aria-hidden="true"><rect width="100%" height="100%" fill="#5319e7"></rect></svg>kernel</span>';

for (const border of ["1px", "1px solid", "3px double red"]) {
  test(`under a site's .al-rfc-label { border: ${border} } a label is as high as the stage, before the live view and in it`, async ({ page }) => {
    const heights = async () => {
      const label = page.locator("section .al-rfc-label").first();
      const pill = page.locator("section .alesco-pill[data-from=label], section .alesco-pill").first();
      return [(await label.boundingBox()).height, (await pill.boundingBox()).height];
    };
    const html = prerenderedHtml("en").replace('<div class="alesco-badge-row">', `$&${LABEL}`);
    const edit = (text) => text.replace("</head>", '<link rel="stylesheet" href="last.css"></head>');
    await page.route("**/hosts/last.css", (route) => route.fulfill({ contentType: "text/css", body: `.al-rfc-label { border: ${border} }` }));
    const { go } = await openPrerendered(page, { html, edit }, { issues: ISSUES.map((issue) => withLabel(issue, "kernel")) });
    expect(await heights()).toEqual([24, 24]);
    go();
    await expectLiveView(page);
    await expect(root(page)).toHaveAttribute("data-source", "live");
    await expect(page.locator("section .al-rfc-label").first()).toHaveText("kernel");
    expect(await heights()).toEqual([24, 24]);
  });
}

/** The height of a widget's element that nothing in it fills. */
const emptyHeight = (page) =>
  page.locator("[data-alesco-proposals]").evaluate((element) => {
    const { bottom } = element.getBoundingClientRect();
    return Math.round(bottom - Math.max(...[...element.querySelectorAll("section *")].map((part) => part.getBoundingClientRect().bottom)));
  });

for (const width of [1280, 375]) {
  test(`a list that could not be loaded takes no more room than what it says, at ${width} pixels`, async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await page.setViewportSize({ width, height: 800 });
    await openHost(page, "wiki.html", { container: "<div data-alesco-proposals></div>" }, { list: () => RATE_LIMITED });
    await expect(alert(page)).toBeVisible();
    await expect(root(page)).toHaveAttribute("data-state", "failed");
    expect(await emptyHeight(page)).toBeLessThanOrEqual(1);
  });
}

for (const lang of ["en", "ar"]) {
  test(`in ${lang} the help below a status line begins where its dot does`, async ({ page, expectedConsole }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await openState(page, expectedConsole, "limited", { view: "list", lang });
    const spans = freshness(page).locator(":scope > span:not(:empty):not(.alesco-sr-only)");
    // The dot begins the first one.
    const starts = await spans.evaluateAll((all) => all.map((span) => {
      const { left, right, top } = span.getBoundingClientRect();
      return { top, start: getComputedStyle(span).direction === "rtl" ? right : left };
    }));
    const [dot, help] = [starts[0], starts.at(-1)];
    expect(help.top).toBeGreaterThan(dot.top);
    expect(Math.abs(help.start - dot.start)).toBeLessThan(1);
  });
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  for (const [name, content] of Object.entries({ "prerendered cards take": prerenderedHtml("en"), "a link takes": "<p><a href='#'>GitHub</a></p>" })) {
    test(`${name} no more room than needed`, async ({ page }) => {
      await openHost(page, "wiki.html", { container: `<div data-alesco-proposals>${content}</div>` });
      const element = page.locator("[data-alesco-proposals]");
      const last = await element.locator(":scope > :not(script)").last().boundingBox();
      const whole = await element.boundingBox();
      expect(whole.y + whole.height - last.y - last.height).toBeLessThanOrEqual(17);
    });
  }
});

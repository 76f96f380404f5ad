// The widget's styles do not affect the host page, resets do not affect the widget, and in the site's page it looks like
// the site's own.
import { ISSUES } from "./fixtures.mjs";
import { GITHUB } from "./github.mjs";
import { BROWSER_HEAD, MOUNT, REBOOT, SITE_CARDS, openHost } from "./host-page.mjs";
import { waitUntilIdle } from "./mock-api.mjs";
import { axeViolations, card, expect, expectDocuments, expectLoaded, nextFrames, openFilters, root, test } from "./page.mjs";
import { t } from "./texts.mjs";

/** Every computed property of elements and of their pseudo-elements. */
async function styles(page, { of, without = "none" }) {
  // As text, because Firefox's driver takes minutes for that many values.
  const json = await page.evaluate(([of, without]) => {
    const all = [...document.querySelectorAll(of)].filter((element) => !element.closest(without));
    return JSON.stringify(all.flatMap((element, at) => {
      const parts = [null, "::before", "::after", element.placeholder && "::placeholder"].filter((part) => part !== undefined);
      return parts.flatMap((part) => {
        const style = getComputedStyle(element, part);
        if (part?.length < 9 && style.content === "none") return [];
        const values = Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)]));
        return [{ name: `${at} ${element.localName}.${element.className}${part ?? ""}`, values }];
      });
    }));
  }, [of, without]);
  return JSON.parse(json);
}

/** What differs between two results of `styles`, one line each, at most 60. */
function differences(one, other, ignored = /^$/) {
  const names = (all) => all.map((element) => element.name);
  expect(names(other)).toEqual(names(one));
  const lines = one.flatMap(({ name, values }, at) => {
    const now = other[at].values;
    const properties = Object.keys({ ...values, ...now }).filter((property) => values[property] !== now[property]);
    return properties.filter((property) => !ignored.test(property)).map((property) => `${name} ${property}: ${values[property]} / ${now[property]}`);
  });
  return lines.slice(0, 60);
}

/**
 * The styles of the host's own elements, without layout: elements around the widget are as high as it makes them, but
 * with `display: none` their computed values are those of the rules.
 */
async function hostStyles(page) {
  await page.evaluate(() => (document.documentElement.style.display = "none"));
  return styles(page, { of: "html, body, body *", without: MOUNT });
}

// Most tests open a page twice, to compare.
test.use({ repeatsRequests: true });

const HOSTS = {
  "the site's page with Bootstrap": ["almalinux.html", {}],
  "the site's page with Bootstrap's reboot": ["almalinux.html", { bootstrap: REBOOT }],
  "the site's page without Bootstrap": ["almalinux.html", { bootstrap: "" }],
  "the site's page without rules for its cards": ["almalinux.html", { edit: (html) => html.replace(SITE_CARDS, "") }],
  "the wiki": ["wiki.html", {}],
};

for (const [host, [name, options]] of Object.entries(HOSTS)) {
  test(`the widget changes no style of ${host}`, async ({ page }) => {
    await openHost(page, name, { ...options, head: "" });
    const before = await hostStyles(page);
    expect(before.length).toBeGreaterThan(30);
    await openHost(page, name, options);
    await expectLoaded(page);
    expect(differences(before, await hostStyles(page))).toEqual([]);
  });
}

/** Issues with a card for each stage, a draft and a label. */
const VARIED = ISSUES.map((issue) =>
  issue.number === 17
    ? { ...issue, draft: true, labels: [{ name: "vote at next meeting", color: "fbca04" }, { name: "kernel", color: "5319e7" }] }
    : issue);

/** What Bootstrap sets on the body or above, and all that is in it inherits. */
const INHERITED = /^(-webkit-tap-highlight-color|text-size-adjust|--bs-.*)$/;

const expectSigs = (page) => expect(card(page, 18).locator("[data-sig]")).toHaveCount(2);

/** Widgets, each with what to wait for. */
const WIDGETS = {
  "a list": ['<div id="alesco-prs" data-show="all"></div>', expectDocuments],
  "a filtered list": ['<div id="alesco-prs" data-stage="submitted" data-q="a"></div>', expectSigs],
  "an empty list": ['<div id="alesco-prs" data-q="nothing"></div>', (page) => expect(page.locator(".alesco-empty")).toBeVisible()],
  "the standalone view": ['<div data-alesco-proposals data-view="browser" data-stage="submitted" data-show="all"></div>', expectSigs],
};

/** What VitePress's default theme sets for controls and lists. */
const VITEPRESS = `
  button, input, optgroup, select, textarea { border: 0; padding: 0 }
  ul, ol { margin: 16px 0; padding-left: 1.25rem }
  li + li { margin-top: 8px }
  li > ol, li > ul { margin: 8px 0 0 }
  summary { margin: 16px 0 }`;

/** What hosts set for elements, none of which the widget takes. */
const RESETS = {
  "Bootstrap's reboot": { bootstrap: REBOOT },
  "VitePress's controls and lists": { css: VITEPRESS },
};

const CASES = Object.keys(WIDGETS).flatMap((kind) => Object.keys(RESETS).map((reset) => [kind, reset]));
for (const [kind, reset] of CASES) {
  test(`${kind} looks the same with ${reset} and without`, async ({ page }) => {
    const [container, loaded] = WIDGETS[kind];
    const head = container.includes('data-view="browser"') ? BROWSER_HEAD : undefined;
    const widget = async (host) => {
      const edit = (html) => html.replace(SITE_CARDS, "");
      await openHost(page, "almalinux.html", { head, container, edit, bootstrap: "", ...host }, { issues: VARIED });
      await expect(root(page)).toHaveAttribute("data-source", "live");
      await loaded(page);
      // Facets are of all documents, also of those whose cards are not shown.
      await waitUntilIdle(page, GITHUB);
      await nextFrames(page);
      await openFilters(page);
      await page.evaluate(() => {
        document.activeElement.blur();
        // Which cards are laid out depends on the height of the host page above them.
        for (const item of document.querySelectorAll(".alesco-cards > li")) item.style.contentVisibility = "visible";
      });
      return styles(page, { of: ".alesco-proposals, .alesco-proposals *" });
    };
    const plain = await widget({});
    await page.evaluate(() => localStorage.clear());
    const changed = await widget(RESETS[reset]);
    expect(plain.length).toBeGreaterThan(50);
    expect(differences(plain, changed, INHERITED)).toEqual([]);
  });
}

const read = (locator, names) =>
  locator.evaluate((element, names) => Object.fromEntries(names.map((name) => [name, getComputedStyle(element)[name]])), names);

const PILL = ["backgroundColor", "color", "borderRadius", "borderTopWidth", "fontSize", "lineHeight", "fontWeight", "padding", "height"];

test("stage pills and labels look like those of the site", async ({ page }) => {
  await openHost(page, "almalinux.html", { container: '<div id="alesco-prs" data-show="all"></div>' }, { issues: VARIED });
  await expect(card(page, 17)).toHaveAttribute("data-stage", "vote");
  await expectDocuments(page);
  for (const stage of ["submitted", "discussion", "vote", "closed"]) {
    const own = await read(page.locator(`.site-${stage}`).first(), PILL);
    // The site's pill of a closed proposal has the color of an accepted one.
    const outcome = stage === "closed" ? "[data-outcome=merged]" : "";
    const pills = page.locator(`article .alesco-pill[data-stage=${stage}]${outcome}`);
    expect(await read(pills.first(), PILL)).toEqual(own);
  }
  const labels = ["borderRadius", "fontSize", "lineHeight", "fontWeight", "padding", "height"];
  const label = await read(card(page, 17).locator(".al-rfc-label"), labels);
  expect(label).toEqual(await read(page.locator("#decided .al-rfc-label"), labels));
});

const CARD = {
  "": ["backgroundColor", "borderTopColor", "borderTopWidth", "borderRadius", "padding"],
  ".al-rfc-title": ["fontFamily", "fontSize", "fontWeight", "lineHeight", "color"],
  ".al-rfc-title a": ["color", "fontWeight", "textDecorationLine"],
  ".al-rfc-meta": ["fontFamily", "fontSize", "color"],
};

/** The styles of a card that are compared. */
const look = async (locator) =>
  Promise.all(Object.entries(CARD).map(async ([part, names]) => [part, await read(part ? locator.locator(part) : locator, names)]));

test("cards look like those of the site's own script", async ({ page }) => {
  await openHost(page, "almalinux.html");
  await expectLoaded(page);
  const own = page.locator("#decided .al-rfc-card").first();
  expect(await look(card(page, 16))).toEqual(await look(own));
  const border = async (locator) => {
    await locator.hover();
    return read(locator, ["borderTopColor"]);
  };
  expect(await border(card(page, 16))).toEqual(await border(own));
});

test("without the site's rules for cards they look almost the same", async ({ page }) => {
  const looks = [];
  for (const edit of [(html) => html, (html) => html.replace(SITE_CARDS, "")]) {
    await openHost(page, "almalinux.html", { edit });
    await expectLoaded(page);
    looks.push(await look(card(page, 16)));
  }
  const [own, ours] = looks.map(Object.fromEntries);
  const channels = (colour) => page.evaluate((colour) => {
    const canvas = document.createElement("canvas").getContext("2d");
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    // A canvas loses precision of translucent colours, so the parts of `color(…)` are read from its text.
    return colour.startsWith("color(") ? colour.match(/[\d.]+/g).map((part, at) => part * (at < 3 ? 255 : 1)) : [...colour.match(/[\d.]+/g).map(Number), 1].slice(0, 4);
  }, colour);
  for (const [part, name] of [["", "backgroundColor"], ["", "borderTopColor"], [".al-rfc-title a", "color"]]) {
    const [expected, actual] = [await channels(own[part][name]), await channels(ours[part][name])];
    actual.forEach((value, at) => expect(Math.abs(value - expected[at])).toBeLessThanOrEqual(at < 3 ? 1.5 : 0.005));
    ours[part][name] = own[part][name];
  }
  // The site's grey has too little contrast on white, so the widget's is stronger.
  delete own[".al-rfc-meta"].color;
  delete ours[".al-rfc-meta"].color;
  expect(ours).toEqual(own);
});

test("a host's rules and custom properties override the widget's", async ({ page }) => {
  const css = `
    .al-rfc-card { padding: 3px; border: 2px dotted rgb(1, 2, 3); border-radius: 1px; background: rgb(4, 5, 6); }
    .alesco-pill, .alesco-button { background: rgb(7, 8, 9); }
    .al-rfc-meta { color: rgb(10, 11, 12); font-size: 20px; }
    .alesco-freshness { display: none; }
    .alesco-proposals { --alesco-title: 30px; --alesco-gap: 40px; --alesco-field-radius: 3px; }
    #alesco-prs { --alesco-room: 2000px; }`;
  await openHost(page, "almalinux.html", { css });
  await expectLoaded(page);
  const shown = card(page, 16);
  expect(await read(shown, ["padding", "borderTop", "borderRadius", "backgroundColor"])).toEqual({
    padding: "3px", borderTop: "2px dotted rgb(1, 2, 3)", borderRadius: "1px", backgroundColor: "rgb(4, 5, 6)",
  });
  await expect(shown.locator(".alesco-pill")).toHaveCSS("background-color", "rgb(7, 8, 9)");
  await expect(shown.locator(".al-rfc-meta")).toHaveCSS("color", "rgb(10, 11, 12)");
  await expect(shown.locator(".al-rfc-meta")).toHaveCSS("font-size", "20px");
  await expect(page.locator(".alesco-freshness")).toBeHidden();
  await expect(shown.locator(".al-rfc-title")).toHaveCSS("font-size", "30px");
  await expect(page.locator(".alesco-cards").first()).toHaveCSS("row-gap", "40px");
  await expect(page.getByRole("button", { name: t("filters") })).toHaveCSS("border-top-left-radius", "3px");
  await expect(page.locator("#alesco-prs")).toHaveCSS("height", "2000px");
});

test("every rule of the style sheet is in the cascade layer alesco", async ({ page }) => {
  await openHost(page, "almalinux.html");
  const rules = await page.evaluate(() => {
    const sheet = [...document.styleSheets].find((sheet) => sheet.href.includes("alesco-proposals.css"));
    return [...sheet.cssRules].map((rule) => `${rule.constructor.name} ${rule.name ?? rule.nameList}`);
  });
  expect(new Set(rules)).toEqual(new Set(["CSSLayerBlockRule alesco"]));
});

for (const width of [1280, 535, 375]) {
  test(`axe finds nothing in the wiki at ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openHost(page, "wiki.html");
    await expectLoaded(page);
    await openFilters(page);
    expect(await axeViolations(page)).toEqual([]);
  });
}

test("the whole page is readable in a dark host page whose links, headings and facts are light", async ({ page }) => {
  const container = '<div id="alesco-prs" data-view="browser" data-url="off" data-show="all"></div>';
  const css = "h1, h2, h3, h4, h5, h6 { color: #fefefe }";
  await openHost(page, "almalinux.html", { head: BROWSER_HEAD, container, css }, { issues: VARIED });
  await expectDocuments(page);
  const contrast = async () => (await axeViolations(page)).filter((violation) => violation.startsWith("color-contrast"));
  expect(await contrast()).toEqual([]);
  await card(page, 18).getByRole("link").first().click();
  await expect(page.locator("[data-document]")).toBeVisible();
  expect(await contrast()).toEqual([]);
});

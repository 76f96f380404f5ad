// The module may be there before the page is: it takes what is whole and waits for the rest.
import { CARDS, fragment } from "./fragments.mjs";
import { MOUNT, SNIPPET, WITHOUT_REQUEST, openHost } from "./hosts.mjs";
import { expect, expectCards, test } from "./page.mjs";

/** A script of the host's, before which the page's parser stops until `go` is called. */
async function slowScript(page) {
  let go;
  const gone = new Promise((resolve) => (go = resolve));
  await page.route("**/hosts/slow.js", async (route) => {
    await gone;
    await route.fulfill({ contentType: "text/javascript", body: "" });
  });
  return { script: '<script src="slow.js"></script>', go };
}

const isComingIn = (page) => page.evaluate(() => document.readyState === "loading");

/** A widget that the parser has left, before the one that a test is about: the module has looked once it is there. */
const FIRST = '<div id="first" data-alesco-proposals data-limit="1"></div>';
const second = (page) => page.locator(`:is(${MOUNT}):not(#first)`);

/** Opens such a page, and waits until the module has looked at it. */
async function openUntilStopped(page, options) {
  await openHost(page, "almalinux.html", { ...options, until: "commit" });
  await expect(page.locator("#first")).toHaveAttribute("data-alesco-mounted");
  expect(await isComingIn(page)).toBe(true);
  await expect(second(page)).not.toHaveAttribute("data-alesco-mounted");
}

test("a script of the host's that does not come holds back no card", async ({ page }) => {
  const { script } = await slowScript(page);
  await openHost(page, "almalinux.html", { edit: (html) => html.replace("</footer>", `</footer>${script}`), until: "commit" });
  await expectCards(page, CARDS);
  expect(await isComingIn(page)).toBe(true);
});

test("cards of which only some have come in are taken over when all have", async ({ page }) => {
  const { script, go } = await slowScript(page);
  let cards = 0;
  const html = fragment("en").replace(/<\/article>/g, (end) => (++cards === 2 ? `${end}${script}` : end));
  await openUntilStopped(page, { container: `${FIRST}<div data-alesco-proposals>${html}</div>` });
  const root = second(page).locator(".alesco-proposals");
  await expect(root.locator("article")).toHaveCount(2);
  // Others put things into the page meanwhile, even right behind the element.
  await second(page).evaluate((element) => {
    element.after(document.createElement("aside"));
    document.body.append(document.createElement("aside"));
  });
  await expect(root).toHaveAttribute("data-fragment", "");
  await expect(second(page)).not.toHaveAttribute("data-alesco-mounted");
  go();
  await expect(root).not.toHaveAttribute("data-fragment");
  await expect(root.locator("article")).toHaveCount(CARDS.length);
  await expect(root).toHaveCount(1);
});

test("an element that ends the page becomes a widget once that has come in, whatever is deferred", async ({ page }) => {
  const { script, go } = await slowScript(page);
  await page.route("**/hosts/never.js", () => {});
  const edit = (html) => html
    .replace("</head>", '<script defer src="never.js"></script></head>')
    .replace(/<footer[^]*/, `<div data-alesco-proposals>${script}</div>`);
  await openUntilStopped(page, { container: FIRST, edit });
  go();
  await expect(second(page).locator("article")).toHaveCount(CARDS.length);
});

const preloadsAll = SNIPPET.head.replace("state=open", "state=all");
const BOTH = (script) => `${FIRST}${script}<div data-alesco-proposals data-show="all"></div>`;
const lists = (asked) => asked.filter((address) => address.includes("/issues?"));

test("widgets share what the page has preloaded for all of them, though the second comes late", async ({ page }) => {
  const { script, go } = await slowScript(page);
  const asked = await openHost(page, "almalinux.html", { head: preloadsAll, container: BOTH(script), until: "commit" });
  await expect(page.locator("#first article")).toHaveCount(1);
  go();
  await expect(second(page).locator("article")).toHaveCount(16);
  expect(lists(asked)).toHaveLength(1);
});

test("where nothing is preloaded, GitHub is asked when all widgets have come in, once", async ({ page }) => {
  const { script, go } = await slowScript(page);
  const asked = await openHost(page, "almalinux.html", { head: WITHOUT_REQUEST, container: BOTH(script), until: "commit" });
  await expect(page.locator("#first")).toHaveAttribute("data-alesco-mounted");
  expect(lists(asked)).toEqual([]);
  go();
  await expect(second(page).locator("article")).toHaveCount(16);
  expect(lists(asked)).toHaveLength(1);
});

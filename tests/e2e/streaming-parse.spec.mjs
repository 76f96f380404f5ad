// The module may start while the page is still being parsed: it mounts elements that are parsed, and waits for others.
import { OPEN_CARDS, deferred } from "./fixtures.mjs";
import { GITHUB, listRequests } from "./github.mjs";
import { MOUNT, SNIPPET, WITHOUT_PRELOAD, openHost } from "./host-page.mjs";
import { waitUntilIdle } from "./mock-api.mjs";
import { expect, expectCards, expectMounted, isMounted, nextFrames, test } from "./page.mjs";
import { PRERENDERED_ATTRIBUTE, prerenderedHtml } from "./prerendered.mjs";

/** A script at which the page's parser stops until `go` is called. */
async function blockingScript(page) {
  const { promise, resolve: go } = deferred();
  await page.route("**/hosts/slow.js", async (route) => {
    await promise;
    await route.fulfill({ contentType: "text/javascript", body: "" });
  });
  return { script: '<script src="slow.js"></script>', go };
}

const isLoading = (page) => page.evaluate(() => document.readyState === "loading");

/** A widget before the one that a test is about. When it is mounted, the module has seen all that is parsed. */
const FIRST = '<div id="first" data-alesco-proposals data-limit="1"></div>';
const second = (page) => page.locator(`:is(${MOUNT}):not(#first)`);

/** Opens such a page, and waits until the module has mounted the first widget, and not the second. */
async function openPartly(page, options) {
  await openHost(page, "almalinux.html", { ...options, until: "commit" });
  await expectMounted(page.locator("#first"));
  expect(await isLoading(page)).toBe(true);
  expect(await isMounted(second(page))).toBe(false);
}

test("cards appear while a script of the host page does not load", async ({ page }) => {
  const { script } = await blockingScript(page);
  await openHost(page, "almalinux.html", { edit: (html) => html.replace("</footer>", `</footer>${script}`), until: "commit" });
  await expectCards(page, OPEN_CARDS);
  expect(await isLoading(page)).toBe(true);
});

test("prerendered HTML is replaced only when all of it is parsed", async ({ page }) => {
  const { script, go } = await blockingScript(page);
  let cards = 0;
  const html = prerenderedHtml("en").replace(/<\/article>/g, (end) => (++cards === 2 ? `${end}${script}` : end));
  await openPartly(page, { container: `${FIRST}<div data-alesco-proposals>${html}</div>` });
  const root = second(page).locator(".alesco-proposals");
  await expect(root.locator("article")).toHaveCount(2);
  // Other scripts may insert elements meanwhile, even right behind this one.
  await second(page).evaluate((element) => {
    element.after(document.createElement("aside"));
    document.body.append(document.createElement("aside"));
  });
  // Where there is prerendered HTML the module looks for elements after a frame.
  await nextFrames(page);
  await expect(root).toHaveAttribute(PRERENDERED_ATTRIBUTE, "");
  expect(await isMounted(second(page))).toBe(false);
  go();
  await expect(root).not.toHaveAttribute(PRERENDERED_ATTRIBUTE);
  await expect(root.locator("article")).toHaveCount(OPEN_CARDS.length);
  await expect(root).toHaveCount(1);
});

test("the last element of the page becomes a widget when the page is parsed, though a deferred script does not load", async ({ page }) => {
  const { script, go } = await blockingScript(page);
  await page.route("**/hosts/never.js", () => {});
  const edit = (html) => html
    .replace("</head>", '<script defer src="never.js"></script></head>')
    .replace(/<footer[^]*/, `<div data-alesco-proposals>${script}</div>`);
  await openPartly(page, { container: FIRST, edit });
  go();
  await expect(second(page).locator("article")).toHaveCount(OPEN_CARDS.length);
});

const preloadsAll = SNIPPET.head.replace("state=open", "state=all");
const BOTH = (script) => `${FIRST}${script}<div data-alesco-proposals data-show="all"></div>`;

test("a widget that is parsed late shares the list that the page has preloaded", async ({ page }) => {
  const { script, go } = await blockingScript(page);
  const requests = await openHost(page, "almalinux.html", { head: preloadsAll, container: BOTH(script), until: "commit" });
  await expect(page.locator("#first article")).toHaveCount(1);
  go();
  await expect(second(page).locator("article")).toHaveCount(16);
  expect(listRequests(requests)).toHaveLength(1);
});

test("without a preload the list is requested once, when all widgets are parsed", async ({ page }) => {
  const { script, go } = await blockingScript(page);
  const requests = await openHost(page, "almalinux.html", { head: WITHOUT_PRELOAD, container: BOTH(script), until: "commit" });
  await expectMounted(page.locator("#first"));
  // A request would hold the lock.
  await waitUntilIdle(page, GITHUB);
  expect(listRequests(requests)).toEqual([]);
  go();
  await expect(second(page).locator("article")).toHaveCount(16);
  expect(listRequests(requests)).toHaveLength(1);
});

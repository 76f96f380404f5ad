// The module may be there before the page is: it takes what is whole and waits for the rest.
import { CARDS, fragment } from "./fragments.mjs";
import { MOUNT, openHost } from "./hosts.mjs";
import { expect, expectCards, root, test } from "./page.mjs";

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

/** Opens such a page, and waits long enough for a module that does not wait. */
async function openUntilStopped(page, options) {
  const module = page.waitForEvent("requestfinished", (request) => request.url().includes(".wasm"));
  await openHost(page, "almalinux.html", { ...options, until: "commit" });
  await module;
  await page.waitForTimeout(1000);
  expect(await isComingIn(page)).toBe(true);
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
  const container = `<div data-alesco-proposals>${html}</div>`;
  await openUntilStopped(page, { container });
  await expect(page.locator("article")).toHaveCount(2);
  await expect(page.locator(MOUNT)).not.toHaveAttribute("data-alesco-mounted");
  await expect(root(page)).toHaveAttribute("data-fragment", "");
  go();
  await expect(root(page)).not.toHaveAttribute("data-fragment");
  await expectCards(page, CARDS);
  await expect(root(page)).toHaveCount(1);
});

test("an element that ends the page becomes a widget once that is whole", async ({ page }) => {
  const { script, go } = await slowScript(page);
  const edit = (html) => html.replace(/<footer[^]*/, `<div data-alesco-proposals>${script}</div>`);
  await openUntilStopped(page, { container: "", edit });
  await expect(page.locator(MOUNT)).not.toHaveAttribute("data-alesco-mounted");
  go();
  await expectCards(page, CARDS);
});

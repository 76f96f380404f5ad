// The wasm file: loaded once, and of the version of the JavaScript beside it.
import { OPEN_CARDS } from "./fixtures.mjs";
import { BROWSER_HEAD, FALLBACK, SNIPPET, WITHOUT_PRELOAD, openHost } from "./host-page.mjs";
import { expect, expectCards, open, root, test } from "./page.mjs";
import { CONSOLE, line, t } from "./texts.mjs";

const WASM = /\.wasm/;
const isWasm = (url) => WASM.test(url.pathname);

/** Collects the addresses of the wasm files that the page requests. */
function watchWasm(page) {
  const urls = [];
  page.on("request", (request) => WASM.test(request.url()) && urls.push(request.url()));
  return urls;
}

test("the snippet's preload and the module load the wasm once", async ({ page }) => {
  const urls = watchWasm(page);
  await openHost(page, "almalinux.html");
  await expectCards(page, OPEN_CARDS);
  expect(urls).toHaveLength(1);
});

test("the standalone page loads its wasm once", async ({ page }) => {
  const urls = watchWasm(page);
  await open(page);
  await expectCards(page, OPEN_CARDS);
  expect(urls).toHaveLength(1);
});

/**
 * Answers with the wasm of another build, so many times, or while `isServed` of the returned object is true. The name of the
 * build stands at the file's end.
 */
async function serveOtherBuild(page, times, address = isWasm) {
  const other = { isServed: true, requests: 0 };
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    other.requests += 1;
    if (other.isServed && times-- > 0) body.write("0123456789abcdef", body.length - 16);
    await route.fulfill({ response, body });
  });
  return other;
}

/**
 * What a host page has for each module: `head`, `headWithoutList` and `container`. Chromium has a console line of its own for
 * a list that is preloaded, and that no module has taken three seconds after the page.
 */
const MODULES = {
  "the list module": { head: SNIPPET.head, headWithoutList: WITHOUT_PRELOAD, container: `<div id="alesco-prs">${FALLBACK}</div>` },
  "the browser module": { head: BROWSER_HEAD, headWithoutList: BROWSER_HEAD, container: `<div id="alesco-prs" data-view="browser">${FALLBACK}</div>` },
};

for (const [name, { head, headWithoutList, container }] of Object.entries(MODULES)) {
  test(`${name}, when it gets a wasm of another build, requests it once more, and starts`, async ({ page }) => {
    await serveOtherBuild(page, 1);
    await openHost(page, "almalinux.html", { head, container });
    await expectCards(page, OPEN_CARDS);
  });

  test(`where the wasm of ${name} stays of another build, the fallback stays, and the console says so`, async ({ page, expectedConsole }) => {
    expectedConsole.push(line(CONSOLE.moduleFailed));
    await serveOtherBuild(page, Infinity);
    const message = page.waitForEvent("console");
    await openHost(page, "almalinux.html", { head: headWithoutList, container });
    expect((await message).text()).toContain("are of different versions");
    await expect(page.locator("#alesco-prs")).toHaveText(FALLBACK);
    await expect(root(page)).toHaveCount(0);
  });
}

const isDocumentWasm = (url) => url.pathname.endsWith("/alesco-document.wasm");
const view = (page) => page.locator("article[data-proposal-view]");
const heading = (page) => view(page).getByRole("heading", { name: "Abstract" });

/** Answers with a document module whose function for reading is this one, while `isServed` of the returned object is true. */
async function serveOtherDocumentModule(page, read) {
  const other = { isServed: true };
  const body = `export const load = async () => ${read};`;
  await page.route("**/alesco-document.js*", (route) => (other.isServed ? route.fulfill({ contentType: "text/javascript", body }) : route.fallback()));
  return other;
}

test.describe("the document module", () => {
  // The view of a proposal reads the files that the list has read.
  test.use({ repeatsRequests: true });

  test("when it gets a wasm of another build, requests it once more, and the text is shown", async ({ page }) => {
    const other = await serveOtherBuild(page, 1, isDocumentWasm);
    await open(page, "?proposal=18");
    await expect(heading(page)).toBeVisible();
    expect(other.requests).toBe(2);
  });

  test("where its wasm stays of another build, the page says so, and can try again", async ({ page }) => {
    const other = await serveOtherBuild(page, Infinity, isDocumentWasm);
    await open(page, "?proposal=18");
    await expect(view(page)).toContainText(t("moduleFailed"));
    other.isServed = false;
    await view(page).getByRole("button", { name: t("tryAgain") }).click();
    await expect(heading(page)).toBeVisible();
  });

  for (const [answer, read] of Object.entries({
    "does not understand the request": "() => undefined",
    "answers in another form": `() => '{"Document":{"text":"of another version"}}'`,
    "ends by a panic": '() => { throw new WebAssembly.RuntimeError("unreachable"); }',
  })) {
    test(`where it is of another version and ${answer}, the page says so, and can try again`, async ({ page }) => {
      const other = await serveOtherDocumentModule(page, read);
      await open(page, "?proposal=18");
      await expect(view(page)).toContainText(t("moduleFailed"));
      other.isServed = false;
      await view(page).getByRole("button", { name: t("tryAgain") }).click();
      await expect(heading(page)).toBeVisible();
    });
  }
});

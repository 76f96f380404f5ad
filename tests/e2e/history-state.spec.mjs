// The host page's history: its state objects, its entries and its hash are kept.
import { OPEN_CARDS } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { choice, expect, expectCards, test } from "./page.mjs";
import { startsWith, t } from "./texts.mjs";

const container = '<div id="alesco-prs" data-url="query" data-show="open"></div>';

/** The state of a router such as Vue's, which breaks when an entry loses it. */
const ROUTER_STATE = { back: null, current: "/proposals", forward: null, position: 3, replaced: true, scroll: { left: 0, top: 40 } };

/** Opens a page whose router has a state in the history. */
async function openWithRouter(page) {
  await page.addInitScript((state) => history.state ?? history.replaceState(state, ""), ROUTER_STATE);
  await openHost(page, "almalinux.html", { container, hash: "#proposals" });
  await expectCards(page, OPEN_CARDS);
}

const historyState = (page) => page.evaluate(() => history.state);
const submitted = (page) => page.getByRole("checkbox", { name: startsWith("submitted") });

test("mounting a widget neither adds nor replaces a history entry", async ({ page }) => {
  await page.addInitScript((state) => {
    history.replaceState(state, "");
    window.calls = [];
    for (const name of ["pushState", "replaceState"]) {
      const own = history[name];
      history[name] = function (...args) {
        window.calls.push(name);
        return own.apply(this, args);
      };
    }
  }, ROUTER_STATE);
  await openHost(page, "almalinux.html", { container });
  await expectCards(page, OPEN_CARDS);
  expect(await page.evaluate(() => window.calls)).toEqual([]);
  expect(await historyState(page)).toEqual(ROUTER_STATE);
  // A filter's call is noticed.
  await submitted(page).check();
  await expect.poll(() => page.evaluate(() => window.calls)).toEqual(["pushState"]);
});

test("a filter's new history entry keeps the state of the host's router", async ({ page }) => {
  await openWithRouter(page);
  await submitted(page).check();
  await expect(page).toHaveURL(/\?stage=submitted#proposals$/);
  expect(await historyState(page)).toMatchObject(ROUTER_STATE);
  await page.goBack();
  await expect(page).toHaveURL(/almalinux\.html#proposals$/);
  await expectCards(page, OPEN_CARDS);
  expect(await historyState(page)).toMatchObject(ROUTER_STATE);
});

test("a search that replaces its history entry keeps the state of the host's router", async ({ page }) => {
  await page.addInitScript((state) => history.state ?? history.replaceState(state, ""), ROUTER_STATE);
  await openHost(page, "almalinux.html", { container: container.replace("open", "all") });
  const search = page.getByRole("searchbox", { name: t("search") });
  await search.pressSequentially("kernel");
  await expect(page).toHaveURL(/q=kernel/);
  expect(await historyState(page)).toMatchObject(ROUTER_STATE);
});

test("keys that the host adds to history.state later are kept by the next filter", async ({ page }) => {
  await openWithRouter(page);
  await submitted(page).check();
  await expect(page).toHaveURL(/stage=submitted/);
  await page.evaluate(() => history.replaceState({ ...history.state, scroll: { left: 0, top: 99 }, own: 1 }, ""));
  await page.getByRole("checkbox", { name: startsWith("discussion") }).check();
  await expect(page).toHaveURL(/stage=submitted,discussion/);
  expect(await historyState(page)).toMatchObject({ ...ROUTER_STATE, scroll: { left: 0, top: 99 }, own: 1 });
});

test("an entry of the host's that changes the address is followed by the filter, and its state stays", async ({ page }) => {
  await openWithRouter(page);
  await page.evaluate((state) => {
    history.pushState({ ...state, position: 4 }, "", "?stage=discussion#proposals");
    dispatchEvent(new PopStateEvent("popstate", { state: history.state }));
  }, ROUTER_STATE);
  await expectCards(page, [16]);
  await expect(choice(page, "stage", "discussion")).toBeChecked();
  expect(await historyState(page)).toEqual({ ...ROUTER_STATE, position: 4 });
});

for (const [name, state] of [["a number", 7], ["an array", [1, 2]], ["a string", "state"]]) {
  test(`${name} as history.state neither breaks a filter nor is lost on the way back`, async ({ page }) => {
    await page.addInitScript((state) => history.state ?? history.replaceState(state, ""), state);
    await openHost(page, "almalinux.html", { container });
    await expectCards(page, OPEN_CARDS);
    await submitted(page).check();
    await expectCards(page, [18, 17]);
    await expect(page).toHaveURL(/stage=submitted/);
    await page.goBack();
    await expectCards(page, OPEN_CARDS);
    expect(await historyState(page)).toEqual(state);
  });
}

// The links from one proposal to others, the title of the window, and the copied link.
import { DEMONSTRATION } from "./address.mjs";
import { OPEN_CARDS } from "./fixtures.mjs";
import { BROWSER_HEAD, openHost } from "./host-page.mjs";
import { expectSettled } from "./mock-api.mjs";
import { card, expect, expectCards, open, root, test } from "./page.mjs";
import { t } from "./texts.mjs";

test.use({ repeatsRequests: true });

// The open proposals in the order of their cards: 16, 18, 17.
const view = (page) => page.locator("article[data-proposal-view]");
const link = (page, name) => view(page).getByRole("link", { name: t(name) });
const expectOpen = (page, number) => expect(view(page)).toHaveAttribute("data-proposal-view", String(number));

/** Waits until nothing more arrives: another list may build the view anew, and a click meanwhile would be lost. */
async function expectViewSettled(page) {
  await expectSettled(page);
  await expect(view(page).getByText(t("loadingText"))).toHaveCount(0);
}

test("next and previous lead through the list, and end at its ends", async ({ page }) => {
  await open(page, "?proposal=16");
  await expect(link(page, "nextProposal")).toHaveAttribute("href", /\?proposal=18$/);
  await expect(link(page, "previousProposal")).toHaveCount(0);
  await expectViewSettled(page);
  await link(page, "nextProposal").click();
  await expectOpen(page, 18);
  await expect(view(page).getByRole("heading", { level: 2 })).toBeFocused();
  await expectViewSettled(page);
  await link(page, "nextProposal").click();
  await expectOpen(page, 17);
  await expect(link(page, "nextProposal")).toHaveCount(0);
  await expectViewSettled(page);
  await link(page, "previousProposal").click();
  await expectOpen(page, 18);
  await page.goBack();
  await expectOpen(page, 17);
});

test("next and previous keep to the filters, and a proposal that they exclude has no neighbours", async ({ page }) => {
  await open(page, "?sort=number");
  await expectCards(page, [18, 17, 16]);
  await expectViewSettled(page);
  await card(page, 18).getByRole("link").first().click();
  await expectOpen(page, 18);
  await expectViewSettled(page);
  await link(page, "nextProposal").click();
  await expectOpen(page, 17);
  await expect(page).toHaveURL(/\?sort=number&proposal=17$/);
  await page.goto("?sig=altarch&proposal=16");
  await expectOpen(page, 16);
  await expect(view(page).getByRole("heading", { level: 2 })).toBeVisible();
  await expect(link(page, "nextProposal")).toHaveCount(0);
  await expect(link(page, "previousProposal")).toHaveCount(0);
});

test("the keys j and k do the same, but not with a modifier and not in a field", async ({ page }) => {
  await open(page, "?proposal=16");
  await expect(link(page, "nextProposal")).toBeVisible();
  await page.keyboard.press("k");
  await page.keyboard.press("Control+j");
  await expectOpen(page, 16);
  await page.keyboard.press("j");
  await expectOpen(page, 18);
  await page.keyboard.press("k");
  await expectOpen(page, 16);
  await expectViewSettled(page);
  await link(page, "allProposals").click();
  await root(page).locator("input[name=q]").pressSequentially("jk");
  await expect(root(page).locator("input[name=q]")).toHaveValue("jk");
  await expect(view(page)).toHaveCount(0);
});

test("in a host page with a heading of its own the keys j and k are the page's, and the view's heading is below it", async ({ page }) => {
  const container = '<div id="alesco-prs" data-view="browser" data-url="query"></div>';
  await openHost(page, "almalinux.html", { head: BROWSER_HEAD, container, query: "?proposal=16" });
  await expect(link(page, "nextProposal")).toBeVisible();
  await page.evaluate(() => document.addEventListener("keydown", (event) => (window.handled = event.defaultPrevented)));
  await page.keyboard.press("j");
  expect(await page.evaluate(() => window.handled)).toBe(false);
  await expectOpen(page, 16);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ALESCo");
  await expect(root(page).getByRole("heading", { level: 2 }).first()).toHaveText(t("pageTitle"));
  await link(page, "nextProposal").click();
  await expectOpen(page, 18);
});

test("the window has the title of the proposal, and the page's own title with the list", async ({ page }) => {
  await open(page, "?proposal=9");
  await expect(page).toHaveTitle("Enable Btrfs as a tech preview \u00b7 ALESCo Proposals");
  await expectViewSettled(page);
  await link(page, "allProposals").click();
  await expect(page).toHaveTitle("ALESCo Proposals");
});

test("the copied link has no filters, and the page says that it is copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "?sort=number&proposal=18");
  await expectOpen(page, 18);
  await expectViewSettled(page);
  await view(page).getByRole("button", { name: t("copyLink") }).click();
  await expect(view(page)).toContainText(t("copied"));
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(copied).search).toBe("?proposal=18");
});

test("where the browser has no clipboard the page shows the link to copy by hand", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await open(page, "?proposal=18");
  await expectOpen(page, 18);
  await expectViewSettled(page);
  await view(page).getByRole("button", { name: t("copyLink") }).click();
  await expect(view(page).getByLabel(t("copyFailed"))).toHaveValue(/\/\?proposal=18$/);
});

test("related proposals lead to each other in place", async ({ page }) => {
  await open(page, `${DEMONSTRATION}?proposal=18`);
  const relation = (kind) => view(page).locator(`[data-relation=${kind}] a`);
  await expect(relation("supersedes")).toBeVisible();
  await expectViewSettled(page);
  await relation("supersedes").click();
  await expectOpen(page, 15);
  await expect(page).toHaveURL(/\?proposal=15$/);
  await expect(relation("superseded-by")).toHaveAttribute("href", /\?proposal=18$/);
});

test("a click that opens a tab, a window or a menu is left to the browser", async ({ page }) => {
  await open(page);
  await expectCards(page, OPEN_CARDS);
  const link = card(page, 18).getByRole("link").first();
  await expect(link).toHaveAttribute("href", /\?proposal=18$/);
  const isLeft = (event) =>
    link.evaluate((link, event) => {
      let left;
      const stop = (event) => {
        left = !event.defaultPrevented;
        event.preventDefault();
      };
      document.addEventListener("click", stop, { once: true });
      link.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...event }));
      return left;
    }, event);
  for (const event of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }]) {
    expect(await isLeft(event), JSON.stringify(event)).toBe(true);
  }
  await expect(view(page)).toHaveCount(0);
  expect(await isLeft({})).toBe(false);
  await expectOpen(page, 18);
});

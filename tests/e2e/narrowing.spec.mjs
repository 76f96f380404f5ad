import { card, expect, expectCards, open, root, test } from "./page.mjs";

const choice = (page, name, value) => page.locator(`input[type=checkbox][name="${name}"][value="${value}"]`);
const count = (page, name, value) => page.locator("label", { has: choice(page, name, value) }).locator(".alesco-count");
const status = (page) => page.getByRole("status");

test("each facet narrows, several of a kind widen, and counts follow the others", async ({ page }) => {
  await open(page);
  await expect(count(page, "sig", "altarch")).toHaveText("1");
  await expect(count(page, "sig", "none")).toHaveText("2");
  await choice(page, "sig", "altarch").check();
  await expectCards(page, [18]);
  await expect(status(page)).toHaveText("1 of 3 proposals");
  await expect(count(page, "sig", "none")).toHaveText("2");
  await expect(count(page, "tag", "accepted for discussion")).toHaveText("0");
  await expect(count(page, "stage", "discussion")).toHaveText("0");
  await choice(page, "sig", "none").check();
  await expectCards(page, [16, 18, 17]);
  await choice(page, "tag", "accepted for discussion").check();
  await expectCards(page, [16]);
  await expect(page).toHaveURL(/\?sig=altarch,none&tag=accepted\+for\+discussion$/);
});

test("the lifecycle is the navigation, and asks for decided ones when they are wanted", async ({ page }) => {
  const asked = await open(page);
  await expectCards(page, [16, 18, 17]);
  await expect(count(page, "stage", "closed")).toHaveText("");
  await page.getByRole("checkbox", { name: /Accepted for Discussion/ }).check();
  await expectCards(page, [16]);
  await page.getByRole("checkbox", { name: /Accepted for Discussion/ }).uncheck();
  await page.getByRole("checkbox", { name: /^Closed/ }).check();
  await expect(status(page)).toHaveText("13 proposals");
  await expect(page).toHaveURL(/\?stage=closed$/);
  expect(asked.filter((address) => address.includes("state=all"))).toHaveLength(1);
  await choice(page, "outcome", "unrecorded").check();
  await expectCards(page, [15, 4]);
});

test("open, decided or all", async ({ page }) => {
  await open(page);
  await expect(page.getByRole("radio", { name: "Open" })).toBeChecked();
  await page.getByRole("radio", { name: "Decided" }).check();
  await expect(status(page)).toHaveText("13 proposals");
  await expect(page).toHaveURL(/\?show=decided$/);
  await page.getByRole("radio", { name: "All" }).check();
  await expect(status(page)).toHaveText("16 proposals");
  await page.getByRole("radio", { name: "Open" }).check();
  await expectCards(page, [16, 18, 17]);
  await expect(page).toHaveURL(/folder\/$/);
});

test("search as you type, in one step back", async ({ page }) => {
  await open(page);
  const search = page.getByRole("searchbox", { name: "Search proposals" });
  await search.pressSequentially("sécure BOOT");
  await expectCards(page, [18]);
  await expect(page).toHaveURL(/\?q=s%C3%A9cure\+BOOT$/);
  await page.goBack();
  await expect(search).toHaveValue("");
  await expectCards(page, [16, 18, 17]);
  await page.goForward();
  await expect(search).toHaveValue("sécure BOOT");
  await expectCards(page, [18]);
  await page.goBack();
  await search.pressSequentially("x");
  await page.goBack();
  await expect(search).toHaveValue("");
  for (const [text, expected] of [["#17", [17]], ["rfc 8", [16]], ["0008", [16]], ["18", [18]], ["jonathanspw", [17]]]) {
    await search.fill(text);
    await expectCards(page, expected);
  }
});

test("sort", async ({ page }) => {
  await open(page);
  await page.getByRole("combobox", { name: "Sort" }).selectOption("number");
  await expectCards(page, [18, 17, 16]);
  await expect(page.locator(".alesco-group-name")).toHaveCount(0);
  await expect(page).toHaveURL(/\?sort=number$/);
  await page.goBack();
  await expectCards(page, [16, 18, 17]);
  await expect(page.locator(".alesco-group-name")).toHaveText(["Accepted for Discussion", "Submitted"]);
});

test("a line says what is narrowed, takes it back piece by piece, or whole", async ({ page }) => {
  await open(page, "?sig=altarch&q=kernel");
  await expect(status(page)).toHaveText("1 of 3 proposals");
  await page.getByRole("button", { name: "Remove “kernel”" }).click();
  await expect(page).toHaveURL(/\?sig=altarch$/);
  await expect(status(page)).toBeFocused();
  await page.getByRole("button", { name: "Clear" }).click();
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByText("Narrowed to")).toHaveCount(0);
  await expect(status(page)).toBeFocused();
});

test("an empty result says so and offers to clear", async ({ page }) => {
  await open(page, "?q=nothing like this");
  await expect(root(page)).toHaveAttribute("data-state", "empty");
  await expect(status(page)).toHaveText("0 of 3 proposals");
  await page.getByRole("button", { name: "Show all of them" }).click();
  await expectCards(page, [16, 18, 17]);
});

test("back and forward go through the facets", async ({ page }) => {
  await open(page);
  await expectCards(page, [16, 18, 17]);
  await choice(page, "sig", "altarch").check();
  await choice(page, "stage", "submitted").check();
  await expectCards(page, [18]);
  await page.goBack();
  await expect(choice(page, "stage", "submitted")).not.toBeChecked();
  await expect(choice(page, "sig", "altarch")).toBeChecked();
  await page.goBack();
  await expectCards(page, [16, 18, 17]);
  await page.goForward();
  await expectCards(page, [18]);
});

test("a whole address is one view, and the host's own keys stay", async ({ page }) => {
  await open(page, "?utm=a%20b%2Cc&flag&stage=submitted,discussion&sig=altarch,none&show=all&sort=number&q=a");
  await expectCards(page, [18, 17, 16]);
  await choice(page, "sig", "none").uncheck();
  await expectCards(page, [18]);
  const parameters = new URL(page.url()).searchParams;
  expect(Object.fromEntries(parameters)).toEqual({
    utm: "a b,c", flag: "", stage: "submitted,discussion", sig: "altarch", show: "all", sort: "number", q: "a",
  });
  expect(page.url()).toContain("?utm=a%20b%2Cc&flag&show=all");
});

test("hand-edited nonsense is survived and said", async ({ page }) => {
  await open(page, "?stage=foo,discussion&sort=random&show=%F0%9F%A6%80&tag=%00&sig=,,&q=%");
  await expect(page.getByText("The address asks for stage “foo”, which does not exist. It is ignored.")).toBeVisible();
  await expect(page.getByText("The address asks for sort “random”")).toBeVisible();
  await expect(page.getByText("The address asks for show “🦀”")).toBeVisible();
  await page.getByRole("button", { name: "Clear" }).click();
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByText("The address asks")).toHaveCount(0);
});

test("a SIG or tag that no proposal has is said", async ({ page }) => {
  await open(page, "?sig=nosuch&tag=neither");
  await expect(page.getByText("No proposal has the SIG or tag “nosuch”.")).toBeVisible();
  await expect(page.getByText("No proposal has the SIG or tag “neither”.")).toBeVisible();
  await expect(root(page)).toHaveAttribute("data-state", "empty");
  await page.getByRole("button", { name: "Show all of them" }).click();
  await expectCards(page, [16, 18, 17]);
});

test("a card keeps its focus while the list around it changes", async ({ page }) => {
  await open(page);
  await expectCards(page, [16, 18, 17]);
  const title = card(page, 18).getByRole("link");
  await title.focus();
  await page.evaluate(() => document.querySelector('input[name=sig][value=altarch]').click());
  await expectCards(page, [18]);
  await expect(title).toBeFocused();
});

test("by keyboard alone: find, narrow, take back", async ({ page }) => {
  await open(page);
  await expectCards(page, [16, 18, 17]);
  const focused = () => page.evaluate(() => `${document.activeElement.name ?? ""}=${document.activeElement.value ?? ""}`);
  const tabTo = async (wanted) => {
    for (let stops = 0; stops < 40; stops += 1) {
      if ((await focused()) === wanted) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`${wanted} cannot be reached`);
  };
  await tabTo("stage=submitted");
  await page.keyboard.press("Space");
  await expectCards(page, [18, 17]);
  await tabTo("q=");
  await page.keyboard.type("boot");
  await expectCards(page, [18]);
  await tabTo("sig=altarch");
  await page.keyboard.press("Space");
  await expect(choice(page, "sig", "altarch")).toBeChecked();
  await expect(choice(page, "sig", "altarch")).toBeFocused();
  await tabTo("sort=stage");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Remove Submitted" })).toBeFocused();
  await page.getByRole("button", { name: "Clear" }).focus();
  await page.keyboard.press("Enter");
  await expectCards(page, [16, 18, 17]);
  // The button went, and focus moves on by itself.
  await expect(status(page)).toBeFocused();
  await card(page, 18).getByRole("button", { name: "AltArch" }).focus();
  await expect(page.getByRole("tooltip", { name: /board ports/ }).or(page.getByText("The AltArch SIG owns"))).toBeVisible();
});

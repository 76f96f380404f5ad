// A page that came with cards, where no script runs.
import { PRERENDERED } from "./address.mjs";
import { CARDS, fragment } from "./fragments.mjs";
import { openHost } from "./hosts.mjs";
import { catalogue } from "./languages.mjs";
import { card, expect, freshness, root, test } from "./page.mjs";

test.use({ javaScriptEnabled: false });

for (const [code, direction] of [["en", "ltr"], ["it", "ltr"], ["ar", "rtl"]]) {
  test(`${code}: stages, SIGs, links and age are read by role`, async ({ page }) => {
    const said = catalogue(code);
    const word = (message) => said[message] ?? message;
    const container = `<div data-alesco-proposals>${fragment(code)}</div>`;
    await openHost(page, "almalinux.html", { container, edit: (html) => html.replace('<html lang="en"', `<html lang="${code}"`) });
    await expect(root(page)).toHaveAttribute("dir", direction);
    const list = page.locator(".alesco-proposals").getByRole("list").filter({ has: page.getByRole("article") });
    await expect(list.getByRole("article")).toHaveCount(CARDS.length);
    const kernel = list.getByRole("article").filter({ hasText: "Mainline-Based Alternative Kernel" });
    await expect(kernel.getByRole("heading", { level: 3 })).toHaveText("Build and Secure Boot-Sign a Mainline-Based Alternative Kernel");
    await expect(kernel.getByRole("link")).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pull/18");
    await expect(kernel.getByText(word("Submitted"), { exact: true })).toBeVisible();
    await expect(kernel.getByRole("img")).toBeVisible();
    await expect(kernel.getByText("AltArch", { exact: true })).toBeVisible();
    await expect(kernel.locator("time").first()).toBeVisible();
    await expect(list.getByRole("article").filter({ hasText: "RFC 0008" })).toHaveCount(1);
    const day = new Intl.DateTimeFormat(code, { dateStyle: "medium", timeZone: "UTC" }).format(new Date("2026-09-01"));
    await expect(freshness(page)).toContainText(word("Snapshot of {day}").replace("{day}", day));
    // What needs the module is not there, and keeps no room.
    await expect(page.locator(".alesco-proposals").getByRole("checkbox")).toHaveCount(0);
    await expect(page.locator(".alesco-proposals").getByRole("button", { name: word("Refresh") })).toHaveCount(0);
    await expect(page.locator(".alesco-controls")).toBeHidden();
  });
}

test("labels have GitHub's colours", async ({ page }) => {
  const labelled = fragment("en").replace('<div class="alesco-facts">', '$&<span class="al-rfc-label" data-tag="x" data-ink="#000"><svg class="alesco-paint" aria-hidden="true"><rect width="100%" height="100%" fill="#fbca04"></rect></svg>x</span>');
  await openHost(page, "almalinux.html", { container: `<div data-alesco-proposals>${labelled}</div>` });
  const label = page.locator(".al-rfc-label").first();
  await expect(label).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(label.locator("rect")).toHaveCSS("fill", "rgb(251, 202, 4)");
});

test("the whole page has its cards, and says what it needs", async ({ page }) => {
  await page.goto(PRERENDERED);
  expect((await page.getByRole("article").all()).length).toBe(CARDS.length);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ALESCo Proposals");
  await expect(page.getByRole("heading", { level: 2, name: "Accepted for Discussion" })).toBeVisible();
  await expect(card(page, 18).getByRole("link")).toBeVisible();
  await expect(page.getByText("this page needs JavaScript and WebAssembly")).toBeVisible();
  await expect(page.getByRole("link", { name: "the proposals on GitHub" })).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pulls");
  await expect(page.getByRole("searchbox")).toHaveCount(0);
});

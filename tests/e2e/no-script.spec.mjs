// Prerendered HTML where no script runs.
import { PRERENDERED } from "./address.mjs";
import { OPEN_CARDS } from "./fixtures.mjs";
import { openHost } from "./host-page.mjs";
import { card, expect, freshness, root, test } from "./page.mjs";
import { prerenderedHtml } from "./prerendered.mjs";
import { NO_SCRIPT, t } from "./texts.mjs";

test.use({ javaScriptEnabled: false });

for (const [code, direction] of [["en", "ltr"], ["it", "ltr"], ["ar", "rtl"]]) {
  test(`prerendered HTML in ${code} has stages, SIGs, links and its age, and no controls`, async ({ page }) => {
    const container = `<div data-alesco-proposals>${prerenderedHtml(code)}</div>`;
    await openHost(page, "almalinux.html", { container, edit: (html) => html.replace('<html lang="en"', `<html lang="${code}"`) });
    await expect(root(page)).toHaveAttribute("dir", direction);
    const list = page.locator(".alesco-proposals").getByRole("list").filter({ has: page.getByRole("article") });
    await expect(list.getByRole("article")).toHaveCount(OPEN_CARDS.length);
    const kernel = list.getByRole("article").filter({ hasText: "Mainline-Based Alternative Kernel" });
    await expect(kernel.getByRole("heading", { level: 3 })).toHaveText("Build and Secure Boot-Sign a Mainline-Based Alternative Kernel");
    await expect(kernel.getByRole("link")).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pull/18");
    await expect(kernel.getByText(t("submitted", {}, code), { exact: true })).toBeVisible();
    await expect(kernel.getByRole("img")).toBeVisible();
    await expect(kernel.getByText("AltArch", { exact: true })).toBeVisible();
    await expect(kernel.locator("time").first()).toBeVisible();
    await expect(list.getByRole("article").filter({ hasText: t("rfc", { number: "0008" }) })).toHaveCount(1);
    const day = new Intl.DateTimeFormat(code, { dateStyle: "medium", timeZone: "UTC" }).format(new Date("2026-09-01"));
    await expect(freshness(page)).toContainText(t("snapshot", { day }, code));
    // What needs the module is not there, and takes no space.
    await expect(page.locator(".alesco-proposals").getByRole("checkbox")).toHaveCount(0);
    await expect(page.locator(".alesco-proposals").getByRole("button", { name: t("refresh", {}, code) })).toHaveCount(0);
    await expect(page.locator(".alesco-controls")).toBeHidden();
  });
}

test("labels in prerendered HTML have GitHub's colours", async ({ page }) => {
  const labelled = prerenderedHtml("en").replace('<div class="alesco-badge-row">', '$&<span class="al-rfc-label" data-tag="x" data-text-color="black"><svg class="alesco-label-swatch" aria-hidden="true"><rect width="100%" height="100%" fill="#fbca04"></rect></svg>x</span>');
  await openHost(page, "almalinux.html", { container: `<div data-alesco-proposals>${labelled}</div>` });
  const label = page.locator(".al-rfc-label").first();
  await expect(label).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(label.locator("rect")).toHaveCSS("fill", "rgb(251, 202, 4)");
});

test("the prerendered standalone page has its cards, says what it needs, and links to GitHub", async ({ page }) => {
  await page.goto(PRERENDERED);
  await expect(page.getByRole("article")).toHaveCount(OPEN_CARDS.length);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("pageTitle"));
  await expect(page.getByRole("heading", { level: 2, name: t("discussion") })).toBeVisible();
  await expect(card(page, 18).getByRole("link")).toBeVisible();
  await expect(page.getByText(NO_SCRIPT.needs)).toBeVisible();
  await expect(page.getByRole("link", { name: NO_SCRIPT.link })).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pulls");
  await expect(page.getByRole("searchbox")).toHaveCount(0);
});

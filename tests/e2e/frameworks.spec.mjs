// Vue 2, Vue 3 and React render the element of a widget on the server, hydrate it late, and later render it again, move it
// and remove it. Nothing throws, and there is one live widget.
import { OPEN_CARDS } from "./fixtures.mjs";
import { application, openApplication } from "./frameworks.mjs";
import { expect, expectMounted, root, test } from "./page.mjs";
import { prerenderedHtml, PRERENDERED_ATTRIBUTE } from "./prerendered.mjs";
import { startsWith } from "./texts.mjs";

/** Prerendered cards, or elements that the framework compares with those of the page. */
const CONTENTS = { "prerendered cards": prerenderedHtml("en"), "elements of the framework": undefined };

const submitted = (page) => application(page).getByRole("checkbox", { name: startsWith("submitted") });
const cards = (page) => application(page).locator("article");
const click = (page, name) => application(page).locator(`#${name}`).click();

/** Expects one widget in the application, with a filter that works. */
async function expectAlive(page) {
  await expect(root(application(page))).toHaveCount(1);
  await expect(root(application(page))).not.toHaveAttribute(PRERENDERED_ATTRIBUTE);
  await expectMounted(application(page).locator("[data-alesco-proposals]"));
  await submitted(page).check();
  await expect(cards(page)).toHaveCount(2);
  await submitted(page).uncheck();
  await expect(cards(page)).toHaveCount(OPEN_CARDS.length);
}

/** Expects that the application and the widget live together. */
async function expectTogether(page) {
  await expectAlive(page);
  await submitted(page).check();
  for (const clicks of [1, 2]) {
    await click(page, "click");
    await expect(application(page).locator("#clicks")).toHaveText(`${clicks} clicks`);
  }
  // The framework has not rendered the widget anew.
  await expect(submitted(page)).toBeChecked();
  await submitted(page).uncheck();
  for (const repeat of [1, 2]) {
    await click(page, "move");
    await expectAlive(page);
    await click(page, "toggle");
    await expect(root(application(page))).toHaveCount(0);
    await click(page, "click");
    await expect(application(page).locator("#clicks")).toHaveText(`${2 + repeat} clicks`);
    await click(page, "toggle");
    await expectAlive(page);
  }
}

for (const name of ["vue2", "vue3", "react"]) {
  for (const [content, html] of Object.entries(CONTENTS)) {
    test(`in ${name} ${content} with data-start="manual" become a widget when the component is mounted, which is rendered, moved and removed`, async ({ page }) => {
      const hydrate = await openApplication(page, name, { html, start: "manual" });
      await expect(submitted(page)).toHaveCount(0);
      await expect(application(page).getByRole("link").first()).toBeVisible();
      await hydrate();
      await expectTogether(page);
    });
  }
}

for (const name of ["vue2", "vue3", "react"]) {
  test(`in ${name} elements of the framework with data-start="idle" become a widget after the script that hydrates the page`, async ({ page }) => {
    const hydrate = await openApplication(page, name, { start: "idle" });
    await expect(submitted(page)).toHaveCount(0);
    await hydrate();
    await expectTogether(page);
  });
}

for (const name of ["vue3", "react"]) {
  test(`in ${name} prerendered cards that are a widget before the page is hydrated stay one`, async ({ page }) => {
    const hydrate = await openApplication(page, name, { html: prerenderedHtml("en") });
    await expectAlive(page);
    await hydrate();
    await expectTogether(page);
  });
}

for (const [content, html] of Object.entries(CONTENTS)) {
  test(`in vue2 ${content} become a widget after the page is hydrated, without any attribute`, async ({ page }) => {
    const hydrate = await openApplication(page, "vue2", { html });
    await expect(submitted(page)).toHaveCount(0);
    await hydrate();
    await expectTogether(page);
  });
}

// What the views of a proposal, the meeting and the decisions have in common: axe, widths, paper, and the keyboard alone.
import { readFileSync } from "node:fs";
import { overflow } from "./layout.mjs";
import { openBrowser } from "./locales.mjs";
import { axeViolations, expect, root, test, withAttributes } from "./page.mjs";

const SNAPSHOT = JSON.parse(readFileSync(new URL("../../snapshot/proposals.json", import.meta.url), "utf8"));
SNAPSHOT.records.next_meeting = "2026-09-10T16:00:00Z";

const view = (page) => root(page).locator("section.alesco-view, article.alesco-proposal");

/** Each view with its address, and what has to be there. */
const VIEWS = {
  meeting: ["?view=meeting&since=2026-07-02", (page) => view(page).locator("ol[data-agenda] > li")],
  decisions: ["?view=decisions", (page) => view(page).locator("ol[data-decisions] > li")],
  proposal: ["?proposal=18", (page) => view(page).locator("[data-document] h3")],
};

async function openView(page, expectedConsole, name, lang = "en") {
  const [address, items] = VIEWS[name];
  expectedConsole.push(/Failed to load resource/);
  await openBrowser(page, lang, address, { snapshot: { json: SNAPSHOT }, list: () => ({ status: 500, body: "" }) });
  await expect(items(page)).not.toHaveCount(0);
  for (const summary of await view(page).locator("details.alesco-agenda > summary").all()) await summary.click();
}

for (const name of Object.keys(VIEWS)) {
  test(`axe finds nothing in the ${name} in light, dark and forced colours`, { tag: "@colours" }, async ({ page, colours, expectedConsole }) => {
    await openView(page, expectedConsole, name);
    expect(colours.length).toBeGreaterThan(0);
    for (const media of colours) {
      await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
      // With forced colours axe reads those that they replace.
      const without = media.forcedColors ? ["color-contrast"] : [];
      expect(await axeViolations(page, { without }), JSON.stringify(media)).toEqual([]);
    }
  });

  test(`axe finds nothing in the ${name} in Arabic, which goes from right to left`, async ({ page, expectedConsole }) => {
    await openView(page, expectedConsole, name, "ar");
    await expect(root(page)).toHaveAttribute("lang", "ar");
    await expect(view(page)).toHaveCSS("direction", "rtl");
    expect(await axeViolations(page)).toEqual([]);
  });

  for (const lang of ["en", "ar", "de"]) {
    test(`the ${name} in ${lang} does not scroll sideways at 320 to 1280 pixels`, async ({ page, expectedConsole }) => {
      await openView(page, expectedConsole, name, lang);
      for (const width of [1280, 535, 375, 320]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await overflow(page), `at ${width} pixels`).toBe(0);
      }
    });
  }

  test(`Tab reaches all links and controls of the ${name}, in document order`, async ({ page, expectedConsole }) => {
    await openView(page, expectedConsole, name);
    const targets = 'a[href], button, input, select, summary, [tabindex="0"]';
    const all = await view(page).locator(targets).locator("visible=true").count();
    expect(all).toBeGreaterThan(10);
    // Links may stand before the heading that has the focus at first.
    await view(page).evaluate((view) => {
      view.tabIndex = -1;
      view.focus();
    });
    const reached = [];
    for (let stops = 0; stops < 2 * all; stops += 1) {
      await page.keyboard.press("Tab");
      const at = await view(page).evaluate(
        (view, targets) => (view.contains(document.activeElement) ? [...view.querySelectorAll(targets)].indexOf(document.activeElement) : -1),
        targets,
      );
      if (at >= 0) reached.push(at);
      else if (reached.length > 0) break;
    }
    expect(reached).toEqual([...reached].sort((a, b) => a - b));
    expect(new Set(reached).size).toBe(all);
  });
}

test("on paper decisions have two columns, and no controls", async ({ page, expectedConsole }) => {
  await openView(page, expectedConsole, "decisions");
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 700, height: 1000 });
  await expect(view(page).locator("select, input, button").locator("visible=true")).toHaveCount(0);
  const rows = await VIEWS.decisions[1](page).evaluateAll((all) => all.map((row) => getComputedStyle(row).gridTemplateColumns.split(" ").length));
  expect(rows).toHaveLength(26);
  expect(new Set(rows)).toEqual(new Set([2]));
});

test("an entry of the agenda that was submitted says for how long", async ({ page, expectedConsole }) => {
  await openView(page, expectedConsole, "meeting");
  const entry = view(page).locator('li[data-proposal="17"]');
  await expect(entry.locator(".alesco-pill")).toHaveAttribute("data-stage", "submitted");
  await expect(entry.locator("[data-stage-since]")).toBeVisible();
});

test("a next meeting of the page that is over does not hide that of the snapshot", async ({ page, expectedConsole }) => {
  await withAttributes(page, { "data-next-meeting": "2026-08-27T16:00:00Z" });
  await openView(page, expectedConsole, "meeting");
  await expect(view(page).locator("time").first()).toHaveAttribute("datetime", SNAPSHOT.records.next_meeting);
});

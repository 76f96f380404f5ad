// Everything by keyboard, in a natural order, and the focus is seen and never lost.
import { FILES, ISSUES, headers } from "./github.mjs";
import { openHost } from "./hosts.mjs";
import { openList } from "./languages.mjs";
import { card, expect, expectCards, open, test } from "./page.mjs";

const search = (page) => page.getByRole("searchbox", { name: "Search proposals" });
const status = (page) => page.getByRole("status");
const choice = (page, name, value) => page.locator(`input[type=checkbox][name="${name}"][value="${value}"]`);

/** Presses Tab until this has the focus. */
async function tabTo(page, wanted, key = "Tab") {
  for (let stops = 0; stops < 60; stops += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${wanted} cannot be reached`);
}

/** Whether the focus is on something within the widget. */
const isHeld = (page) => page.evaluate(() => Boolean(document.activeElement.closest("section.alesco-proposals")));

test.describe("a session", () => {
  // Whoever comes back asks again.
  test.use({ asksAgain: true, opens: [/^https:\/\/github\.com\/AlmaLinux\/ALESCo\/pull\/18$/] });

  test("find, narrow, open, go back", async ({ page }) => {
    await page.route("https://github.com/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>GitHub</title>" }));
    await open(page);
    await expectCards(page, [16, 18, 17]);
    await page.keyboard.press("/");
    await expect(search(page)).toBeFocused();
    await page.keyboard.type("nothing");
    await expectCards(page, []);
    await page.keyboard.press("Escape");
    await expectCards(page, [16, 18, 17]);
    await expect(search(page)).toHaveValue("");
    await expect(search(page)).toBeFocused();
    await page.keyboard.type("kernel");
    await expectCards(page, [18]);
    await tabTo(page, choice(page, "sig", "altarch"));
    await page.keyboard.press("Space");
    await expect(choice(page, "sig", "altarch")).toBeChecked();
    await tabTo(page, card(page, 18).getByRole("link"));
    await page.keyboard.press("Enter");
    await expect(page).toHaveTitle("GitHub");
    await page.goBack();
    await expect(page).toHaveURL(/\?sig=altarch&q=kernel$/);
    await expectCards(page, [18]);
    await expect(search(page)).toHaveValue("kernel");
    await tabTo(page, page.getByRole("button", { name: "Clear" }));
    await page.keyboard.press("Enter");
    await expectCards(page, [16, 18, 17]);
    await expect(status(page)).toBeFocused();
  });
});

test("what can be pressed is reached in the order in which it is read", async ({ page }) => {
  await open(page, "?sig=altarch");
  await expectCards(page, [18]);
  const places = [];
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => [...document.querySelectorAll("a, button, input, select")].indexOf(document.activeElement));
    if (at < 0) break;
    places.push(at);
  }
  expect(places.length).toBeGreaterThan(15);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test("a slash is a slash in a field, and finds nothing in a list", async ({ page }) => {
  await open(page);
  await expectCards(page, [16, 18, 17]);
  await search(page).focus();
  await page.keyboard.type("a/b");
  await expect(search(page)).toHaveValue("a/b");
  await page.keyboard.press("Escape");
  const sort = page.getByRole("combobox", { name: "Sort" });
  await sort.focus();
  await page.keyboard.press("/");
  await expect(sort).toBeFocused();
  await page.keyboard.press("Control+/");
  await expect(sort).toBeFocused();
  await choice(page, "stage", "submitted").focus();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue("");

  await openList(page, "en", 'data-show="all"');
  await expect(search(page)).toBeVisible();
  const link = card(page, 16).getByRole("link");
  await link.focus();
  await page.keyboard.press("/");
  await expect(link).toBeFocused();
  await page.getByLabel("The newsletter").focus();
  await page.keyboard.type("/");
  await expect(page.getByLabel("The newsletter")).toHaveValue("/");
});

test("Escape hides the sentence about a SIG, while the focus stays", async ({ page }) => {
  await open(page);
  const sig = card(page, 18).getByRole("button", { name: "AltArch" });
  const sentence = page.getByRole("tooltip").filter({ hasText: "The AltArch SIG owns" });
  await expect(sentence).toBeHidden();
  await tabTo(page, sig);
  await expect(sentence).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sentence).toBeHidden();
  await expect(sig).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(sig).toBeFocused();
  await expect(sentence).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(sentence).toBeHidden();
  // The pointer may go into the sentence, and Escape hides it then, too, wherever the focus is.
  await sig.hover();
  await expect(sentence).toBeVisible();
  await sentence.hover();
  await expect(sentence).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sentence).toBeHidden();
});

test("Escape hides the sentences about two SIGs, each until its own is left", async ({ page }) => {
  await open(page);
  const sig = (name) => card(page, 18).getByRole("button", { name });
  const sentence = (text) => page.getByRole("tooltip").filter({ hasText: text });
  const [focused, pointedAt] = [sentence("The AltArch SIG owns"), sentence("Build System SIG prepares")];
  await sig("AltArch").focus();
  await sig("Build System").hover();
  await expect(focused).toBeVisible();
  await expect(pointedAt).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(focused).toBeHidden();
  await expect(pointedAt).toBeHidden();
  await page.mouse.move(0, 0);
  await sig("Build System").hover();
  await expect(pointedAt).toBeVisible();
  await expect(focused).toBeHidden();
});

test("a disclosure that closes keeps the focus", async ({ page }) => {
  await openList(page, "en");
  await expectCards(page, [16, 18, 17]);
  const disclosure = page.getByRole("button", { name: /^Filter/ });
  await tabTo(page, disclosure);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate(() => document.activeElement.name)).toMatch(/sig|tag|q/);
  await tabTo(page, choice(page, "sig", "altarch"));
  await page.keyboard.press("Space");
  await expectCards(page, [18]);
  await expect(choice(page, "sig", "altarch")).toBeFocused();
  await tabTo(page, disclosure, "Shift+Tab");
  await page.keyboard.press("Space");
  await expect(disclosure).toHaveAttribute("aria-expanded", "false");
  await expect(page.getByRole("group", { name: "SIG" })).toBeHidden();
  await expect(disclosure).toBeFocused();
});

/** Choices that are gone with what is taken back, by the address that has them. */
const GOING = {
  "an outcome, where no other decided proposal is wanted": ["?outcome=accepted", "outcome", "accepted"],
  "a SIG that no proposal has": ["?sig=nosuch", "sig", "nosuch"],
  "a tag that no proposal has": ["?tag=nosuch", "tag", "nosuch"],
};

for (const [name, [address, key, value]] of Object.entries(GOING)) {
  test(`focus is not lost with ${name}`, async ({ page }) => {
    await open(page, address);
    await choice(page, key, value).focus();
    await page.keyboard.press("Space");
    await expectCards(page, [16, 18, 17]);
    await expect.poll(() => isHeld(page)).toBe(true);
  });
}

test("nor with the controls that go with what they do", async ({ page }) => {
  await open(page, "?q=kernel&stage=submitted");
  await expectCards(page, [18]);
  for (const name of ["Remove Submitted", "Remove “kernel”"]) {
    await page.getByRole("button", { name }).press("Enter");
    await expect(page.getByRole("button", { name })).toHaveCount(0);
    await expect(status(page)).toBeFocused();
  }
  await search(page).fill("nothing like this");
  await page.getByRole("button", { name: "Show all of them" }).press("Enter");
  await expectCards(page, [16, 18, 17]);
  await expect(status(page)).toBeFocused();
});

test.describe("a card that goes", () => {
  test.use({ asksAgain: true });

  test("with a refresh leaves the focus where it was in the list", async ({ page }) => {
    let answers = 0;
    const open = (issues) => ({ headers: headers(), json: issues.filter((issue) => issue.state === "open") });
    const later = ISSUES.filter((issue) => issue.number !== 18);
    await openList(page, "en", "", { list: () => open(answers++ === 0 ? ISSUES : later), files: (number) => ({ headers: headers(), json: FILES[number] }) });
    await expectCards(page, [16, 18, 17]);
    await card(page, 18).getByRole("link").focus();
    await page.getByRole("button", { name: "Refresh" }).evaluate((button) => button.click());
    await expectCards(page, [16, 17]);
    await page.keyboard.press("Tab");
    await expect(card(page, 17).getByRole("link")).toBeFocused();
  });
});

/** The contrast of the ring around what has the focus with what is behind it; 0 where there is none. */
const ring = (page) =>
  page.evaluate(() => {
    const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const paint = (colour) => {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
    };
    const luminance = () => {
      const [r, g, b] = [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3).map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const focused = document.activeElement;
    // An input that is not seen has its ring around its label.
    const ringed = getComputedStyle(focused).opacity === "0" ? focused.closest("label") : focused;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(ringed);
    if (outlineStyle !== "solid" || parseFloat(outlineWidth) < 2) return 0;
    paint("canvas");
    const around = [];
    for (let parent = ringed.parentElement; parent; parent = parent.parentElement) around.unshift(getComputedStyle(parent).backgroundColor);
    around.forEach(paint);
    const behind = luminance();
    paint(outlineColor);
    const [dark, light] = [behind, luminance()].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  });

const PAPER = ".site-band { background: #fff; color: #222 } .site-band a { color: #0b57d0 }";
const container = '<div id="alesco-prs" data-q="kernel" data-stage="submitted" data-browser="/alesco/"></div>';
const PLACES = {
  "the whole page": (page) => open(page, "?stage=submitted&q=kernel"),
  "a list in a dark page": (page) => openHost(page, "almalinux.html", { container }),
  "a list on white": (page) => openHost(page, "almalinux.html", { container, css: PAPER }),
};

for (const [name, go] of Object.entries(PLACES)) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the focus is seen on everything that has it: ${name}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await go(page);
      await expectCards(page, [18]);
      const disclosure = page.getByRole("button", { name: /^Filter/ });
      if (await disclosure.isVisible()) await disclosure.press("Enter");
      await choice(page, "stage", "discussion").focus();
      const seen = [];
      while (await isHeld(page)) {
        const what = await page.evaluate(() => `${document.activeElement.localName} ${document.activeElement.name ?? ""} ${document.activeElement.textContent}`);
        seen.push([what, await ring(page)]);
        await page.keyboard.press("Tab");
      }
      expect(seen.length).toBeGreaterThan(10);
      expect(seen.filter(([, contrast]) => contrast < 3)).toEqual([]);
    });
  }
}

// The module takes over the cards that the page came with.
import { PRERENDERED } from "./address.mjs";
import { ISSUES, OPEN_CARDS as CARDS, RATE_LIMITED as LIMITED } from "./fixtures.mjs";
import { mockGitHub as github } from "./github.mjs";
import { layoutShifts as shifts, watchLayoutShifts as watchShifts } from "./layout.mjs";
import { FAILED_REQUEST, card, expect, expectCards, freshness, root, test } from "./page.mjs";
import { MANY, boxes as places, countLostElements as lost, expectLiveView as expectTakenOver, holdModule, openPrerendered as openWithCards, prerenderedHtml as fragment, prerenderedMany as fragmentOfMany, rememberElements as mark, snapshotOfMany } from "./prerendered.mjs";
import { LANGUAGES } from "./texts.mjs";

const HANGS = { list: () => "hang" };
const KEY = "alesco-proposals https://api.github.com/repos/AlmaLinux/ALESCo";

/** Opens the standalone page as its build makes it. */
async function openStandalone(page, answers) {
  const go = await holdModule(page);
  const asked = await github(page, answers);
  await page.goto(PRERENDERED);
  return { requests: asked, go };
}

/** Waits until nothing is asked any more: whoever asks holds a lock for as long. */
const settled = (page) => page.evaluate((key) => navigator.locks.request(key, () => {}), KEY);

/** What a reader sees without scrolling, except for what needs the module. */
const pictureOf = (page) => page.screenshot({ mask: [page.locator(".alesco-controls, .alesco-filters, .alesco-sort, .alesco-freshness")] });

/** A letter has more pixels; the corner of a frame may be drawn anew with fewer that differ. */
const LETTER = 20;

/** How many pixels of two pictures differ. */
const differing = (page, ...pictures) =>
  page.evaluate(async (pictures) => {
    const pixels = async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      return new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
    };
    const [before, after] = await Promise.all(pictures.map(pixels));
    return before.length === after.length ? before.filter((pixel, at) => pixel !== after[at]).length : Infinity;
  }, pictures.map((picture) => picture.toString("base64")));

const PAGES = {
  "a list": openWithCards,
  "the whole page": (page, _, answers) => openStandalone(page, answers),
};

for (const [name, open] of Object.entries(PAGES)) {
  for (const width of [1280, 535, 375]) {
    test(`${name}, ${width} pixels wide: the same cards at the same places`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const { go } = await open(page, {}, HANGS);
      await expectCards(page, CARDS);
      const before = await places(page);
      const picture = await pictureOf(page);
      await mark(page);
      await watchShifts(page);
      go();
      await expectTakenOver(page);
      expect(await places(page)).toEqual(before);
      expect(await lost(page)).toBe(0);
      expect(await shifts(page)).toEqual([]);
      expect(await differing(page, picture, await pictureOf(page))).toBeLessThan(LETTER);
      await expect(freshness(page)).toHaveAttribute("data-source", "snapshot");
    });

    test(`${name}, ${width} pixels wide: live data replaces what has changed, and nothing else moves`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const { go } = await open(page, {});
      await mark(page);
      await watchShifts(page);
      go();
      await expect(root(page)).toHaveAttribute("data-source", "live");
      expect(await shifts(page)).toEqual([]);
    });
  }
}

test("focus, a selection, the scroll and a link that is being pressed stay", async ({ page }) => {
  await page.setViewportSize({ width: 535, height: 400 });
  const { go } = await openWithCards(page, {}, HANGS);
  const link = card(page, 17).getByRole("link");
  await link.focus();
  await page.evaluate(() => {
    const words = document.querySelector('[data-proposal="16"] h3 a').firstChild;
    getSelection().setBaseAndExtent(words, 7, words, 15);
    scrollBy(0, 37);
    document.addEventListener("click", (event) => {
      event.preventDefault();
      window.clicked = event.target.closest("a")?.textContent;
    });
  });
  const before = await page.evaluate(() => [scrollY, String(getSelection())]);
  expect(before[1]).toBe("proposal");
  const other = card(page, 18).getByRole("link");
  await other.hover();
  await page.evaluate(() => document.addEventListener("mousedown", (event) => event.preventDefault()));
  await page.mouse.down();
  const scrolled = await page.evaluate(() => scrollY);
  go();
  await expectTakenOver(page);
  await page.mouse.up();
  expect(await page.evaluate(() => window.clicked)).toMatch(/^Build and Secure Boot-Sign/);
  await expect(link).toBeFocused();
  expect(await page.evaluate(() => [scrollY, String(getSelection())])).toEqual([scrolled, "proposal"]);
});

test("many cards are all taken over at once, and go where GitHub has others", async ({ page }) => {
  const older = fragmentOfMany();
  const { go } = await openWithCards(page, { html: older }, { issues: ISSUES });
  const cards = () => page.getByRole("article");
  await expect(cards()).toHaveCount(MANY);
  const last = cards().last().getByRole("link");
  await last.focus();
  await mark(page);
  let release;
  await page.route("https://api.github.com/**", (route) => new Promise((resolve) => (release = resolve)).then(() => route.fallback()));
  go();
  await expectTakenOver(page);
  await expect(cards()).toHaveCount(MANY);
  expect(await lost(page)).toBe(0);
  await expect(last).toBeFocused();
  await expect.poll(() => release !== undefined).toBe(true);
  release();
  await expectCards(page, CARDS);
});

for (const code of LANGUAGES) {
  test(`${code}: the module says what the fragment says`, async ({ page }) => {
    await page.setViewportSize({ width: 535, height: 900 });
    const { go } = await openWithCards(page, { code }, HANGS);
    const words = () => page.evaluate(() => [...document.querySelectorAll(".al-rfc-card, .alesco-result")].map((element) => element.innerText));
    const before = [await words(), await places(page)];
    await watchShifts(page);
    go();
    await expectTakenOver(page);
    expect([await words(), await places(page)]).toEqual(before);
    expect(await shifts(page)).toEqual([]);
  });
}

test("the controls appear in their room, and work", async ({ page }) => {
  const { go } = await openWithCards(page);
  const box = page.getByRole("checkbox", { name: /^Submitted/ });
  await expect(box).toHaveCount(0);
  go();
  await expectTakenOver(page);
  await box.check();
  await expectCards(page, [18, 17]);
  await expect(card(page, 18)).toContainText("opened Aug 3, 2026");
});

test("the snapshot that came with the page is not asked for", async ({ page, context }) => {
  const addresses = [];
  context.on("request", (request) => addresses.push(request.url()));
  const { go } = await openWithCards(page, { attributes: 'data-snapshot="/alesco/proposals.json"' });
  go();
  await expect(root(page)).toHaveAttribute("data-source", "live");
  expect(addresses.filter((address) => address.includes("proposals.json"))).toEqual([]);
});

test("what the list has that is live takes its place, and cards that stay keep their elements", async ({ page }) => {
  const issues = ISSUES.filter(({ number }) => number !== 17).map((item) => (item.number === 18 ? { ...item, title: "Another title", updated_at: "2026-09-02T09:00:00Z" } : item));
  const { go } = await openWithCards(page, {}, { issues });
  await mark(page);
  go();
  await expectCards(page, [16, 18]);
  await expect(card(page, 18).getByRole("link")).toHaveText("Another title");
  expect(await page.evaluate(() => window.remembered.filter((element) => element.matches("[data-proposal='16'], [data-proposal='16'] *") && !element.isConnected).length)).toBe(0);
});

test.describe("a saved copy", () => {
  test.use({ repeatsRequests: true });
  const title = (html) => html.replaceAll("github org management", "something old");

  async function visitBefore(page) {
    const { go } = await openWithCards(page);
    go();
    await expect(root(page)).toHaveAttribute("data-source", "live");
    await expect.poll(() => page.evaluate((key) => localStorage.getItem(key) !== null, KEY)).toBe(true);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }

  test("that is younger wins, and the cards that are in both stay", async ({ page }) => {
    await visitBefore(page);
    const { go } = await openWithCards(page, { html: title(fragment("en")) }, HANGS);
    await expect(card(page, 16)).toContainText("something old");
    await mark(page);
    go();
    await expectTakenOver(page);
    await expect(root(page)).toHaveAttribute("data-source", "saved");
    await expect(card(page, 16)).toContainText("github org management");
    expect(await lost(page)).toBe(0);
  });

  /** Keeps this as if of an earlier visit. */
  const keep = (page, copy) => page.addInitScript(([key, text]) => localStorage.setItem(key, text), [KEY, JSON.stringify({ ...copy, made_at: "2026-09-02T09:29:00Z" })]);

  test("in another order, with one more and one less: all others keep their elements, and focus", async ({ page }) => {
    const copy = snapshotOfMany();
    const [first, second, ...others] = copy.proposals;
    const last = others.at(-1);
    last.updated_at = "2026-09-02T09:00:00Z";
    const added = { ...second, number: 999, title: "One more" };
    await keep(page, { ...copy, proposals: [added, first, ...others] });
    const { go } = await openWithCards(page, { html: fragmentOfMany() }, HANGS);
    const middle = card(page, others[20].number).getByRole("link");
    await middle.focus();
    await mark(page);
    const parts = await card(page, second.number).evaluate((card) => 1 + card.querySelectorAll("*").length);
    go();
    await expectTakenOver(page);
    await expectCards(page, [last.number, 999, first.number, ...others.slice(0, -1).map(({ number }) => number)]);
    // The card that went, and the time of a change that was another one.
    expect(await lost(page)).toBe(parts + 1);
    await expect(middle).toBeFocused();
  });

  test("with a stage that the page had not: the groups of the others stay", async ({ page }) => {
    const copy = JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(fragment("en"))[1]);
    await keep(page, { ...copy, proposals: [{ ...copy.proposals[0], number: 999, title: "For the vote", stage: "vote" }, ...copy.proposals] });
    const { go } = await openStandalone(page, HANGS);
    await mark(page);
    go();
    await expectTakenOver(page);
    await expectCards(page, [999, ...CARDS]);
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText("Vote at Next Meeting");
    expect(await lost(page)).toBe(0);
  });

  test("that is older loses", async ({ page }) => {
    await visitBefore(page);
    const younger = fragment("en").replace('"made_at":"2026-09-01', '"made_at":"2026-09-02');
    await page.evaluate((key) => localStorage.setItem(key, localStorage.getItem(key).replace('"made_at":"2026-09-02', '"made_at":"2026-08-30')), KEY);
    const { go } = await openWithCards(page, { html: younger }, HANGS);
    go();
    await expectTakenOver(page);
    await expect(root(page)).toHaveAttribute("data-source", "snapshot");
  });
});

const USELESS = {
  "of a newer schema": [(html) => html.replace('"schema":2', '"schema":3'), /its schema is 3, and this program reads up to 2/],
  "of another repository": [(html) => html.replace('"repository":"AlmaLinux/ALESCo"', '"repository":"other/place"'), /made of other\/place/],
  "whose data is damaged": [(html) => html.replace('{"', '{'), /it has no schema/],
  "without data": [(html) => html.replace(/<script type="application\/json"[^]*<\/script>/, ""), undefined],
};

for (const [what, [edit, said]] of Object.entries(USELESS)) {
  test(`a fragment ${what} stays until there is something better`, async ({ page, expectedConsole }) => {
    if (said) expectedConsole.push(said);
    let answer;
    const answered = new Promise((resolve) => (answer = resolve));
    const { requests: asked, go } = await openWithCards(page, { html: edit(fragment("en")) }, { list: () => answered });
    const before = await places(page);
    go();
    await expect.poll(() => asked.length).toBe(1);
    await expectCards(page, CARDS);
    expect(await places(page)).toEqual(before);
    await expect(root(page)).toHaveAttribute("data-fragment", "");
    answer();
    await expect(root(page)).toHaveAttribute("data-source", "live");
    await expectCards(page, CARDS);
  });

  test(`a fragment ${what} stays while GitHub refuses`, async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST, ...(said ? [said] : []));
    const { requests: asked, go } = await openWithCards(page, { html: edit(fragment("en")) }, { list: () => LIMITED });
    go();
    await expect.poll(() => asked.length).toBe(1);
    await settled(page);
    await expectCards(page, CARDS);
    await expect(root(page)).toHaveAttribute("data-fragment", "");
    await expect(freshness(page)).toContainText("Snapshot of Sep 1, 2026");
  });
}

/** Holds every frame back until the returned function is called; how many are awaited is `window.frames`. */
async function holdFrames(page) {
  await page.addInitScript(() => {
    const { requestAnimationFrame } = window;
    window.frames = [];
    window.requestAnimationFrame = (call) => window.frames.push(call);
    window.paint = () => {
      window.requestAnimationFrame = requestAnimationFrame;
      window.frames.forEach((call) => requestAnimationFrame(call));
    };
  });
  return () => page.evaluate(() => window.paint());
}

test("the cards are painted before the module begins", async ({ page }) => {
  const paint = await holdFrames(page);
  const { requests: asked, go } = await openWithCards(page);
  go();
  await expect.poll(() => page.evaluate(() => window.frames.length)).toBe(1);
  await expect(root(page)).toHaveAttribute("data-fragment", "");
  expect(asked).toEqual([]);
  await paint();
  await expectTakenOver(page);
});

test("in the background, where nothing is painted, they are taken over at once", async ({ page }) => {
  await holdFrames(page);
  await page.addInitScript(() => Object.defineProperty(document, "hidden", { get: () => true }));
  const { go } = await openWithCards(page);
  go();
  await expect(root(page)).not.toHaveAttribute("data-fragment", "");
  await expectCards(page, CARDS);
});

test("with GitHub refusing, the cards stay and the line under them says why", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  const { go } = await openWithCards(page, {}, { list: () => LIMITED });
  await mark(page);
  go();
  await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  await expect(freshness(page)).toContainText("Snapshot of Sep 1, 2026: GitHub’s limit for your network is used up");
  await expectCards(page, CARDS);
  expect(await lost(page)).toBe(0);
});

test.describe("an element that is taken out", () => {
  // It starts anew, and may have asked before it was taken out.
  test.use({ repeatsRequests: true });

  test("has the host's cards again, and they are taken over once more", async ({ page }) => {
    const { go } = await openWithCards(page, {}, HANGS);
    const html = await page.locator("[data-alesco-proposals]").innerHTML();
    go();
    await expectTakenOver(page);
    const back = await page.evaluate(async () => {
      const element = document.querySelector("[data-alesco-proposals]");
      const parent = element.parentElement;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      const html = element.innerHTML;
      parent.append(element);
      return html;
    });
    expect(back).toBe(html);
    await expectTakenOver(page);
    await expectCards(page, CARDS);
  });
});

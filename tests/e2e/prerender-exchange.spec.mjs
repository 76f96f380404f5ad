// The live view replaces prerendered HTML in one step: same boxes, same focus, same scroll position, at a moment when the
// visitor does not notice.
import { PRERENDERED, SNAPSHOT } from "./address.mjs";
import { ISSUES, OPEN_CARDS, RATE_LIMITED, deferred } from "./fixtures.mjs";
import { GITHUB, mockGitHub } from "./github.mjs";
import { layoutShifts, watchLayoutShifts } from "./layout.mjs";
import { storageKey, waitUntilIdle } from "./mock-api.mjs";
import { FAILED_REQUEST, alert, card, expect, expectCards, freshness, nextFrames, root, test } from "./page.mjs";
import { MANY, boxes, exchange, expectLiveView, expectPrerendered, holdModule, openPrerendered, prerenderedHtml, prerenderedMany, snapshotOfMany, watchExchange } from "./prerendered.mjs";
import { LAID_OUT, line, startsWith, t } from "./texts.mjs";

const HANGING = { list: () => "hang" };
const KEY = storageKey(GITHUB);
/** How many cards a list shows at first. */
const FIRST_PART = 50;

/** Opens the standalone page as its build writes it. */
async function openStandalone(page, answers) {
  const go = await holdModule(page);
  const requests = await mockGitHub(page, answers);
  await page.goto(PRERENDERED);
  await expectPrerendered(page);
  return { requests, go };
}

/** Waits until the module has started, and has had frames in which to replace the prerendered HTML. */
async function expectStarted(page, requests) {
  await expect.poll(() => requests.length).toBe(1);
  await nextFrames(page);
}

/** A picture of the window without what differs: controls, filters and the status line. */
const screenshot = (page) => page.screenshot({ mask: [page.locator(".alesco-controls, .alesco-filters, .alesco-sort, .alesco-freshness")] });

/** A letter has more pixels than this; antialiased corners may differ by fewer. */
const LETTER = 20;

/** How many pixels of two pictures differ. */
const differingPixels = (page, ...pictures) =>
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
  "a list": openPrerendered,
  "the standalone page": (page, _, answers) => openStandalone(page, answers),
};

for (const [name, open] of Object.entries(PAGES)) {
  for (const width of [1280, 535, 375]) {
    test(`the live view of ${name} looks like its prerendered HTML, and replaces it in one step, at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const { go } = await open(page, {}, HANGING);
      await expectCards(page, OPEN_CARDS);
      const before = await boxes(page);
      const picture = await screenshot(page);
      await watchExchange(page);
      await watchLayoutShifts(page);
      go();
      await expectLiveView(page);
      expect(await boxes(page)).toEqual(before);
      expect(await exchange(page)).toEqual({ steps: 1, fewestCards: OPEN_CARDS.length });
      expect(await layoutShifts(page)).toEqual([]);
      expect(await differingPixels(page, picture, await screenshot(page))).toBeLessThan(LETTER);
      await expect(freshness(page)).toHaveAttribute("data-source", "snapshot");
    });

    test(`nothing shifts when live data follows the prerendered HTML of ${name}, at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const { go } = await open(page, {});
      await watchExchange(page);
      await watchLayoutShifts(page);
      go();
      await expect(root(page)).toHaveAttribute("data-source", "live");
      expect(await layoutShifts(page)).toEqual([]);
      expect((await exchange(page)).fewestCards).toBe(OPEN_CARDS.length);
    });
  }
}

test("the live view has the focus, its ring and the scroll position of the prerendered HTML", async ({ page }) => {
  await page.setViewportSize({ width: 535, height: 400 });
  const { go } = await openPrerendered(page, {}, HANGING);
  // Bootstrap's smooth scrolling would go on for a while.
  await page.evaluate(() => (document.documentElement.style.scrollBehavior = "auto"));
  const link = card(page, 17).getByRole("link");
  await card(page, 18).getByRole("link").focus();
  // By the keyboard, so that there is a ring.
  await page.keyboard.press("Tab");
  await link.focus();
  await page.evaluate(() => scrollBy(0, 37));
  const state = () => page.evaluate(() => [scrollX, scrollY, document.activeElement.matches(":focus-visible")]);
  const before = await state();
  expect(before[2]).toBe(true);
  go();
  await expectLiveView(page);
  await expect(link).toBeFocused();
  expect(await state()).toEqual(before);
});

test("a selection and a focus outside the widget stay when the live view replaces prerendered HTML", async ({ page }) => {
  const { go } = await openPrerendered(page, {}, HANGING);
  const field = page.getByLabel("The newsletter");
  await field.fill("somebody");
  await field.evaluate((element) => element.setSelectionRange(2, 5));
  const state = () => page.evaluate(() => [document.activeElement.id, document.activeElement.selectionStart, document.activeElement.selectionEnd]);
  const before = await state();
  go();
  await expectLiveView(page);
  expect(await state()).toEqual(before);
});

test("the live view waits while a pointer is down on prerendered HTML, so that a click reaches its link", async ({ page }) => {
  const { requests, go } = await openPrerendered(page, {}, HANGING);
  await page.evaluate(() => {
    document.addEventListener("click", (event) => {
      event.preventDefault();
      window.clicked = event.target.closest("a")?.textContent;
    });
  });
  await card(page, 18).getByRole("link").hover();
  await page.mouse.down();
  go();
  await expectStarted(page, requests);
  await expectPrerendered(page);
  await page.mouse.up();
  expect(await page.evaluate(() => window.clicked)).toMatch(/^Build and Secure Boot-Sign/);
  await expectLiveView(page);
  await expect(card(page, 18).getByRole("link")).toBeVisible();
});

test("the live view waits while text of prerendered HTML is selected", async ({ page }) => {
  const { requests, go } = await openPrerendered(page, {}, HANGING);
  await page.evaluate(() => {
    const text = document.querySelector('[data-proposal="16"] h3 a').firstChild;
    getSelection().setBaseAndExtent(text, 7, text, 15);
  });
  const selection = () => page.evaluate(() => String(getSelection()));
  expect(await selection()).toBe("proposal");
  go();
  await expectStarted(page, requests);
  await expectPrerendered(page);
  expect(await selection()).toBe("proposal");
  await page.evaluate(() => getSelection().removeAllRanges());
  await expectLiveView(page);
});

test("the live view waits while an input method composes in prerendered HTML", async ({ page }) => {
  const { requests, go } = await openStandalone(page, HANGING);
  // The search is inert, but a host may change that.
  const search = page.locator("input[name=q]");
  await search.evaluate((field) => field.closest("[inert]")?.removeAttribute("inert"));
  await search.focus();
  // Keeps the prerendered HTML until the module listens.
  await page.evaluate(() => document.addEventListener("mousedown", (event) => event.preventDefault()));
  await card(page, 18).getByRole("link").hover();
  await page.mouse.down();
  go();
  await expectStarted(page, requests);
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await page.evaluate(() => document.addEventListener("click", (event) => event.preventDefault()));
  await page.mouse.up();
  await nextFrames(page);
  await expectPrerendered(page);
  await expect(search).toHaveValue("に");
  await session.send("Input.insertText", { text: "日" });
  await expectLiveView(page);
});

test("of many prerendered cards the live view has the first 50, the focus among them, and live data replaces them", async ({ page }) => {
  const list = deferred();
  const { go } = await openPrerendered(page, { html: prerenderedMany() }, { issues: ISSUES, list: () => list.promise });
  const cards = page.getByRole("article");
  await expect(cards).toHaveCount(FIRST_PART);
  const last = cards.last().getByRole("link");
  await last.focus();
  await watchExchange(page);
  const title = await last.textContent();
  go();
  await expectLiveView(page);
  await expect(cards).toHaveCount(FIRST_PART);
  expect(await exchange(page)).toEqual({ steps: 1, fewestCards: FIRST_PART });
  await expect(last).toBeFocused();
  await expect(last).toHaveText(title);
  await expect(page.getByRole("button", { name: t("showMore", { count: MANY - FIRST_PART }) })).toBeVisible();
  list.resolve();
  await expectCards(page, OPEN_CARDS);
});

for (const code of LAID_OUT) {
  test(`in ${code} the live view has the texts and boxes of the prerendered HTML`, async ({ page }) => {
    await page.setViewportSize({ width: 535, height: 900 });
    const { go } = await openPrerendered(page, { code }, HANGING);
    const texts = () => page.evaluate(() => [...document.querySelectorAll(".al-rfc-card, .alesco-result")].map((element) => element.innerText));
    const before = [await texts(), await boxes(page)];
    await watchLayoutShifts(page);
    go();
    await expectLiveView(page);
    expect([await texts(), await boxes(page)]).toEqual(before);
    expect(await layoutShifts(page)).toEqual([]);
  });
}

test("the controls of the live view work, and prerendered dates stay dates", async ({ page }) => {
  const { go } = await openPrerendered(page);
  const box = page.getByRole("checkbox", { name: startsWith("submitted") });
  await expect(box).toHaveCount(0);
  go();
  await expectLiveView(page);
  await box.check();
  await expectCards(page, [18, 17]);
  await expect(card(page, 18)).toContainText(t("opened", { age: "Aug 3, 2026" }));
});

test("with prerendered HTML the snapshot is not requested", async ({ page, context }) => {
  const addresses = [];
  context.on("request", (request) => addresses.push(request.url()));
  const { go } = await openPrerendered(page, { attributes: `data-snapshot="${SNAPSHOT}"` });
  go();
  await expect(root(page)).toHaveAttribute("data-source", "live");
  expect(addresses.filter((address) => address.includes("proposals.json"))).toEqual([]);
});

test("live data changes the cards that have changed, and keeps the elements of the others", async ({ page }) => {
  const issues = ISSUES.filter(({ number }) => number !== 17).map((item) => (item.number === 18 ? { ...item, title: "Another title", updated_at: "2026-09-02T09:00:00Z" } : item));
  const list = deferred();
  const { go } = await openPrerendered(page, {}, { issues, list: () => list.promise });
  go();
  await expectLiveView(page);
  const count = await page.evaluate(() => (window.unchanged = [...document.querySelectorAll("[data-proposal='16'], [data-proposal='16'] *")]).length);
  expect(count).toBeGreaterThan(10);
  list.resolve();
  await expectCards(page, [16, 18]);
  await expect(card(page, 18).getByRole("link")).toHaveText("Another title");
  expect(await page.evaluate(() => window.unchanged.filter((element) => !element.isConnected).length)).toBe(0);
});

test.describe("with a saved copy", () => {
  test.use({ repeatsRequests: true });
  const withOldTitle = (html) => html.replaceAll("github org management", "something old");

  async function visitBefore(page) {
    const { go } = await openPrerendered(page);
    go();
    await expect(root(page)).toHaveAttribute("data-source", "live");
    await expect.poll(() => page.evaluate((key) => localStorage.getItem(key) !== null, KEY)).toBe(true);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }

  test("a saved copy that is younger than the prerendered HTML is shown, without a shift", async ({ page }) => {
    await visitBefore(page);
    const { go } = await openPrerendered(page, { html: withOldTitle(prerenderedHtml("en")) }, HANGING);
    await expect(card(page, 16)).toContainText("something old");
    await watchExchange(page);
    await watchLayoutShifts(page);
    go();
    await expectLiveView(page);
    await expect(root(page)).toHaveAttribute("data-source", "saved");
    await expect(card(page, 16)).toContainText("github org management");
    expect(await exchange(page)).toEqual({ steps: 1, fewestCards: OPEN_CARDS.length });
    expect(await layoutShifts(page)).toEqual([]);
  });

  /** Stores a copy of a minute ago. */
  const storeCopy = (page, copy) => page.addInitScript(([key, text]) => origin !== "null" && localStorage.setItem(key, text), [KEY, JSON.stringify({ ...copy, made_at: "2026-09-02T09:29:00Z" })]);

  test("a saved copy in another order, with one card more and one less, keeps the focus on its card", async ({ page }) => {
    const copy = snapshotOfMany();
    const [first, second, ...others] = copy.proposals;
    const last = others.at(-1);
    last.updated_at = "2026-09-02T09:00:00Z";
    const added = { ...second, number: 999, title: "One more" };
    await storeCopy(page, { ...copy, proposals: [added, first, ...others] });
    const { go } = await openPrerendered(page, { html: prerenderedMany() }, HANGING);
    const middle = card(page, others[20].number).getByRole("link");
    await middle.focus();
    await watchExchange(page);
    go();
    await expectLiveView(page);
    const sorted = [last.number, 999, first.number, ...others.slice(0, -1).map(({ number }) => number)];
    await expectCards(page, sorted.slice(0, FIRST_PART));
    expect(await exchange(page)).toEqual({ steps: 1, fewestCards: FIRST_PART });
    await expect(middle).toBeFocused();
  });

  test("a saved copy with a stage that the prerendered HTML lacks has its group first, and keeps the focus on its card", async ({ page }) => {
    const copy = JSON.parse(/<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(prerenderedHtml("en"))[1]);
    await storeCopy(page, { ...copy, proposals: [{ ...copy.proposals[0], number: 999, title: "For the vote", labels: [{ name: "vote at next meeting", color: "fbca04" }] }, ...copy.proposals] });
    const { go } = await openStandalone(page, HANGING);
    const link = card(page, 18).getByRole("link");
    await link.focus();
    await watchExchange(page);
    go();
    await expectLiveView(page);
    await expectCards(page, [999, ...OPEN_CARDS]);
    await expect(page.getByRole("heading", { level: 2 }).first()).toHaveText(t("vote"));
    expect((await exchange(page)).steps).toBe(1);
    await expect(link).toBeFocused();
  });

  test("a saved copy that is older than the prerendered HTML is not shown", async ({ page }) => {
    await visitBefore(page);
    const younger = prerenderedHtml("en").replace('"made_at":"2026-09-01', '"made_at":"2026-09-02');
    await page.evaluate((key) => localStorage.setItem(key, localStorage.getItem(key).replace('"made_at":"2026-09-02', '"made_at":"2026-08-30')), KEY);
    const { go } = await openPrerendered(page, { html: younger }, HANGING);
    go();
    await expectLiveView(page);
    await expect(root(page)).toHaveAttribute("data-source", "snapshot");
  });
});

/** Prerendered HTML whose snapshot is invalid, and what the console says of it. */
const INVALID = {
  "of a newer schema": [(html) => html.replace(/"schema":\d/, '"schema":4'), "its schema is 4, and this version reads schemas up to 3"],
  "of another repository": [(html) => html.replace('"repository":"AlmaLinux/ALESCo"', '"repository":"other/place"'), "it is a snapshot of \"other/place\""],
  "with damaged data": [(html) => html.replace('{"', '{'), "it is not JSON"],
  "without data": [(html) => html.replace(/<script type="application\/json"[^]*<\/script>/, ""), undefined],
};

/** Waits for a line in the console. */
const expectLine = (page, text) => page.waitForEvent("console", (message) => message.text().includes(text));

for (const [name, [edit, reason]] of Object.entries(INVALID)) {
  test(`prerendered HTML ${name} stays until the list is loaded`, async ({ page, expectedConsole }) => {
    if (reason) expectedConsole.push(line(reason));
    const warned = reason && expectLine(page, reason);
    const list = deferred();
    const { requests, go } = await openPrerendered(page, { html: edit(prerenderedHtml("en")) }, { list: () => list.promise });
    const before = await boxes(page);
    go();
    await expectStarted(page, requests);
    await expectCards(page, OPEN_CARDS);
    expect(await boxes(page)).toEqual(before);
    await expectPrerendered(page);
    list.resolve();
    await expect(root(page)).toHaveAttribute("data-source", "live");
    await expectCards(page, OPEN_CARDS);
    await warned;
  });

  test(`prerendered HTML ${name} stays while the rate limit is used up`, async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST, ...(reason ? [line(reason)] : []));
    const warned = reason && expectLine(page, reason);
    const { requests, go } = await openPrerendered(page, { html: edit(prerenderedHtml("en")) }, { list: () => RATE_LIMITED });
    go();
    await expect.poll(() => requests.length).toBe(1);
    await waitUntilIdle(page, GITHUB);
    await expectCards(page, OPEN_CARDS);
    await expectPrerendered(page);
    await expect(freshness(page)).toContainText(t("snapshot", { day: "Sep 1, 2026" }));
    await warned;
  });
}

/** Holds every animation frame until the returned function is called; the callbacks are in `window.callbacks`. */
async function holdFrames(page) {
  await page.addInitScript(() => {
    const { requestAnimationFrame } = window;
    window.callbacks = [];
    window.requestAnimationFrame = (callback) => window.callbacks.push(callback);
    window.releaseFrames = () => {
      window.requestAnimationFrame = requestAnimationFrame;
      window.callbacks.forEach((callback) => requestAnimationFrame(callback));
    };
  });
  return () => page.evaluate(() => window.releaseFrames());
}

test("prerendered HTML is painted before the module does its work", async ({ page }) => {
  const releaseFrames = await holdFrames(page);
  const { requests, go } = await openPrerendered(page);
  go();
  await expect.poll(() => page.evaluate(() => window.callbacks.length)).toBeGreaterThan(0);
  await expectPrerendered(page);
  expect(requests).toEqual([]);
  await releaseFrames();
  await expectLiveView(page);
});

test("in a background tab, where nothing is painted, the live view replaces prerendered HTML at once", async ({ page }) => {
  await holdFrames(page);
  await page.addInitScript(() => Object.defineProperty(document, "hidden", { get: () => true }));
  const { go } = await openPrerendered(page);
  go();
  await expect(page.getByRole("checkbox", { name: startsWith("submitted") })).toHaveCount(1);
  await expectCards(page, OPEN_CARDS);
});

test("when the rate limit is used up the prerendered cards stay, and the status line says why", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  const { go } = await openPrerendered(page, {}, { list: () => RATE_LIMITED });
  const cards = async () => (await boxes(page)).filter(([, , , , , , text]) => text);
  const before = await cards();
  go();
  await expect(freshness(page)).toHaveAttribute("data-trouble", "rate-limited");
  const age = t("snapshot", { day: "Sep 1, 2026" });
  await expect(freshness(page)).toContainText(t("withReason", { status: age, error: t("rateLimitedReason") }));
  await expectCards(page, OPEN_CARDS);
  expect(await cards()).toEqual(before);
  await expect(alert(page)).toBeHidden();
});

test.describe("with a removed element", () => {
  // A new widget repeats the request of the removed one.
  test.use({ repeatsRequests: true });

  test("a removed element has its prerendered HTML again, and is replaced once more when it is put back", async ({ page }) => {
    const { go } = await openPrerendered(page, {}, HANGING);
    const html = await page.locator("[data-alesco-proposals]").innerHTML();
    go();
    await expectLiveView(page);
    const restored = await page.evaluate(async () => {
      const element = document.querySelector("[data-alesco-proposals]");
      const parent = element.parentElement;
      element.remove();
      await new Promise((resolve) => setTimeout(resolve));
      const html = element.innerHTML;
      parent.append(element);
      return html;
    });
    expect(restored).toBe(html);
    await expectLiveView(page);
    await expectCards(page, OPEN_CARDS);
  });
});

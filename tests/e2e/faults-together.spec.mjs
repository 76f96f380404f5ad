// Tabs and widgets share what is asked; an element that goes takes its request along.
import {
  ALL, CARDS, DOCUMENTS, HANGS, HOUR, LIST, MINUTE, OPEN, SECOND,
  expect, expectAsked, expectSource, key, openEmpty, pass, settled, standStill, test, visit, refresh,
} from "./faulty.mjs";
import { LIMITED } from "./github.mjs";
import { FAILED_REQUEST, card, expectCards, freshness, root } from "./page.mjs";

const FAILED = { status: 503, body: "" };
const hangs = HANGS["before the headers"];
const renamed = OPEN.map((item) => ({ ...item, title: `${item.title}!` }));

/** An answer that comes when it is told to. */
function held(json) {
  let tell;
  const told = new Promise((resolve) => (tell = resolve));
  return { answer: (response) => told.then(() => response.writeHead(200, { "access-control-allow-origin": "*" }).end(JSON.stringify(json))), tell };
}

async function visitWell(page, api) {
  await standStill(page);
  await visit(page, api);
  await expectAsked(page, api, ALL);
  await expectSource(page, "live", "Live, just now");
}

/** Another tab with the same page. */
async function openTab(context) {
  const tab = await context.newPage();
  await tab.goto("");
  return tab;
}

test.describe("two tabs", () => {
  test("opened together from a cold start: one asks, both show", async ({ page, context, api }) => {
    const { answer, tell } = held(OPEN);
    api.list = answer;
    await standStill(page);
    await visit(page, api);
    await expect.poll(() => api.asked).toEqual([LIST]);
    const other = await openTab(context);
    await expect(root(other)).toHaveAttribute("data-state", "loading");
    tell();
    for (const tab of [page, other]) {
      await expectCards(tab, CARDS);
      await expect(card(tab, 16)).toHaveAttribute("data-rfc", "0008");
    }
    await expectSource(page, "live", "Live, just now");
    await expectSource(other, "saved", "Saved copy, just made");
    await expectAsked(other, api, ALL);
  });

  test("the second opened while the first has live cards: asks nothing, as long as they are young", async ({ page, context, api }) => {
    await visitWell(page, api);
    await page.clock.fastForward(4 * MINUTE);
    const other = await openTab(context);
    await expectCards(other, CARDS);
    await expectSource(other, "saved", "Saved copy, 4 minutes old");
    await expectAsked(other, api, ALL);
  });

  test("the second opened when the first one's are no longer young: asks, and tells the first", async ({ page, context, api }) => {
    await visitWell(page, api);
    await page.clock.fastForward(5 * MINUTE);
    api.list = { json: renamed };
    const other = await openTab(context);
    await expectSource(other, "live", "Live, just now");
    await expectSource(page, "saved", "Saved copy, just made");
    for (const tab of [page, other]) await expect(card(tab, 16).getByRole("link")).toHaveText(/!$/);
    await expectAsked(other, api, [...ALL, LIST]);
  });

  test("left open for an hour: refresh as often as one", async ({ page, context, api }) => {
    await visitWell(page, api);
    const other = await openTab(context);
    await expectCards(other, CARDS);
    const expected = [...ALL];
    for (let round = 0; round < 6; round++) {
      await pass(page, api, 10 * MINUTE - 1);
      expect(api.asked).toEqual(expected);
      await pass(page, api, SECOND + 1);
      expected.push(LIST);
      await expectAsked(other, api, expected);
      for (const tab of [page, other]) await expect(freshness(tab)).toContainText(/just (now|made)/);
    }
  });

  test("over the limit: when it ends, one asks and both show", async ({ page, context, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    api.list = LIMITED;
    await standStill(page);
    await visit(page, api);
    await expectAsked(page, api, [LIST]);
    const other = await openTab(context);
    await expect(freshness(other)).toHaveAttribute("data-trouble", "rate-limited");
    // It cannot know of the limit before it has asked.
    await pass(page, api, 30 * MINUTE - 1);
    await expectAsked(other, api, [LIST, LIST]);
    api.list = undefined;
    await page.clock.fastForward(SECOND + 1);
    for (const tab of [page, other]) await expectCards(tab, CARDS);
    await expectAsked(other, api, [LIST, LIST, ...ALL]);
  });

  test("the one that asks is closed: the other asks in its place", async ({ page, context, api }) => {
    api.list = hangs;
    await standStill(page);
    await visit(page, api);
    await expect.poll(() => api.asked).toEqual([LIST]);
    const other = await openTab(context);
    await expect(root(other)).toHaveAttribute("data-state", "loading");
    api.list = undefined;
    await page.goto("about:blank");
    await expectCards(other, CARDS);
    await expectAsked(other, api, [LIST, ...ALL]);
  });

  test("the one whose turn it is sleeps: the other waits for 15 seconds, and asks", async ({ page, context, api }) => {
    await standStill(page);
    await openEmpty(page);
    await page.evaluate((key) => navigator.locks.request(key, () => new Promise(() => {})) && undefined, key(api));
    const other = await context.newPage();
    await visit(other, api);
    await expect(root(other)).toHaveAttribute("data-state", "loading");
    await other.clock.fastForward(15 * SECOND - 1);
    expect(api.asked).toEqual([]);
    await other.clock.fastForward(1);
    await expectCards(other, CARDS);
    await expect.poll(() => api.asked).toEqual(ALL);
  });

  test("without Web Locks: what one has got the other shows", async ({ page, context, api }) => {
    await context.addInitScript(() => Object.defineProperty(navigator, "locks", { value: undefined }));
    await standStill(page);
    await visit(page, api);
    await expect.poll(() => api.asked).toEqual(ALL);
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    const other = await openTab(context);
    await expectSource(other, "saved", "Saved copy, just made");
    await page.clock.fastForward(6 * MINUTE);
    api.list = { json: renamed };
    await refresh(page).click();
    await expectSource(page, "live", "Live, just now");
    await expect(card(other, 16).getByRole("link")).toHaveText(/!$/);
    await expectSource(other, "saved", "Saved copy, just made");
    expect(api.asked).toEqual([...ALL, LIST]);
  });
});

test.describe("two widgets", () => {
  const widgets = (api) => (html) => {
    const widget = `<div data-alesco-proposals data-api="${api.url}"></div>`;
    return html.replace(/<main.*<\/main>/s, `${widget}${widget}`);
  };

  test("from a cold start: one request for both", async ({ page, api }) => {
    await standStill(page);
    await visit(page, api, "", widgets(api));
    await expectAsked(page, api, ALL);
    for (const widget of await root(page).all()) {
      await expect(widget).toHaveAttribute("data-state", "ready");
      await expect(widget.locator(".alesco-freshness")).toContainText("Live, just now");
    }
    await expectCards(page, [...CARDS, ...CARDS]);
  });

  for (const [name, answer, minutes] of [["a server that fails", FAILED, 1], ["the limit used up", LIMITED, 30]]) {
    test(`from a cold start with ${name}: both say so, and are healed by one request`, async ({ page, api, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      api.list = answer;
      await standStill(page);
      await visit(page, api, "", widgets(api));
      await expectAsked(page, api, [LIST]);
      for (const widget of await root(page).all()) {
        await expect(widget).toHaveAttribute("data-state", "failed");
        await expect(widget.getByRole("alert")).toContainText("asks again by itself");
      }
      api.list = undefined;
      await pass(page, api, minutes * MINUTE + SECOND);
      await expectAsked(page, api, [LIST, ...ALL]);
      await expectCards(page, [...CARDS, ...CARDS]);
    });

    test(`with live cards and ${name}: both keep them, and ask once`, async ({ page, api, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      await standStill(page, -10 * MINUTE - SECOND);
      await visit(page, api, "", widgets(api));
      await expectAsked(page, api, ALL);
      api.list = answer;
      await pass(page, api, 10 * MINUTE + SECOND);
      await expectAsked(page, api, [...ALL, LIST]);
      for (const widget of await root(page).all()) {
        await expect(widget.locator(".alesco-freshness")).toContainText("Live, 10 minutes ago: GitHub");
      }
      await expectCards(page, [...CARDS, ...CARDS]);
      api.list = undefined;
      await pass(page, api, minutes * MINUTE + SECOND);
      await expectAsked(page, api, [...ALL, LIST, LIST]);
    });
  }
});

test.describe("an element that is taken out", () => {
  const remove = (page) =>
    page.evaluate(() => {
      window.kept = document.querySelector("[data-alesco-proposals]");
      window.kept.remove();
    });
  const putBack = (page) => page.evaluate(() => document.body.append(window.kept));

  /** What it waits for. */
  const WAITS = {
    "for the list": { list: hangs, asked: [LIST], again: ALL },
    "for the rest of the list": { list: HANGS["in the body"], asked: [LIST], again: ALL },
    "for a document": { files: hangs, asked: [LIST, DOCUMENTS[0]], again: DOCUMENTS, young: true },
  };

  for (const [name, { asked, again, young, ...answers }] of Object.entries(WAITS)) {
    test(`while it waits ${name}, from a cold start: asks no more, and lets others`, async ({ page, api, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST);
      Object.assign(api, answers);
      await standStill(page);
      await visit(page, api);
      await expect.poll(() => api.asked).toEqual(asked);
      await remove(page);
      await expect.poll(() => api.abandoned).toBe(1);
      // Another one may have its turn at once.
      await settled(page, api);
      if (!young) await pass(page, api, HOUR);
      expect(api.asked).toEqual(asked);
      Object.assign(api, { list: undefined, files: undefined });
      await putBack(page);
      await expectCards(page, CARDS);
      if (young) await pass(page, api, 10 * MINUTE + SECOND);
      await expectAsked(page, api, [...asked, ...(young ? ALL : again)]);
      await expectSource(page, "live", "Live, just now");
    });
  }

  test("while it waits for a refresh, with live cards: comes back with the saved copy, and asks anew", async ({ page, api, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    await visitWell(page, api);
    await page.clock.fastForward(6 * MINUTE);
    api.list = hangs;
    await refresh(page).click();
    await expect.poll(() => api.asked).toEqual([...ALL, LIST]);
    await remove(page);
    await expect.poll(() => api.abandoned).toBe(1);
    await settled(page, api);
    await putBack(page);
    await expect.poll(() => api.asked).toEqual([...ALL, LIST, LIST]);
    await expectSource(page, "saved", "Saved copy, 6 minutes old");
    await expectCards(page, CARDS);
  });

  test("while it waits for its turn: does not take it", async ({ page, context, api }) => {
    await standStill(page);
    await openEmpty(page);
    await page.evaluate((key) => navigator.locks.request(key, () => new Promise((resolve) => (window.end = resolve))) && undefined, key(api));
    const other = await context.newPage();
    await visit(other, api);
    await expect(root(other)).toHaveAttribute("data-state", "loading");
    await remove(other);
    await page.evaluate(() => window.end());
    await settled(other, api);
    await other.clock.fastForward(HOUR);
    expect(api.asked).toEqual([]);
    await putBack(other);
    await expectAsked(other, api, ALL);
    await expectCards(other, CARDS);
  });
});

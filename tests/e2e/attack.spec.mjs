// Whatever GitHub's people, a copy or an address say: it is text. Nothing of it runs, nothing breaks the page,
// and every link leads to GitHub.
import { ATTACKS, COPY, ITEMS, files } from "./attacks.mjs";
import { LIMITED, headers } from "./github.mjs";
import { openHost } from "./hosts.mjs";
import { overflow } from "./layout.mjs";
import { FAILED_REQUEST, NO_SNAPSHOT, card, expect, expectCards, freshness, open, root, test } from "./page.mjs";

const KEY = "alesco-proposals https://api.github.com/repos/AlmaLinux/ALESCo";
const WIDTHS = [375, 1280];

/** The links of the standalone page's foot, which are the program's own. */
const OWN_LINKS = [
  "https://chat.almalinux.org/almalinux/channels/alesco",
  "https://events.almalinux.org/category/7/",
  "https://wiki.almalinux.org/alesco/meeting-minutes.html",
];

const LIVE = { issues: ITEMS, files: (number) => ({ headers: headers(), json: files(number) }) };
const LIMIT = { list: () => LIMITED };

/** Where the texts come from. */
const SOURCES = {
  live: { answers: LIVE, snapshot: NO_SNAPSHOT },
  saved: { answers: LIMIT, snapshot: NO_SNAPSHOT, saved: JSON.stringify(COPY) },
  snapshot: { answers: LIMIT, snapshot: { json: COPY } },
};

const LAYOUTS = {
  list: (page, { answers, snapshot }) => {
    const container = '<div data-alesco-proposals data-show="all" data-snapshot="proposals.json"></div>';
    return page.route("**/proposals.json", (route) => route.fulfill(snapshot)).then(() => openHost(page, "almalinux.html", { container }, answers));
  },
  browser: (page, { answers, snapshot }) => open(page, "?show=all", { snapshot, ...answers }),
};

/** The widget holds nothing that a text has made, and no link but its own. */
async function expectHarmless(page) {
  const found = await root(page).evaluate((root) => {
    const all = [root, ...root.querySelectorAll("*")];
    const KNOWN = /^(SECTION|HEADER|H[123]|P|FORM|DIV|UL|OL|LI|SPAN|A|ARTICLE|BDI|TIME|BUTTON|LABEL|INPUT|SELECT|OPTION|FIELDSET|LEGEND|STRONG|I|B|FOOTER|NAV|PROGRESS|DETAILS|SUMMARY)$/;
    return {
      ran: window.ran,
      elements: all.map((element) => element.tagName).filter((name) => !KNOWN.test(name)),
      handlers: all.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^src|^action|^formaction|[^a-z-]/.test(name)),
      links: [...root.querySelectorAll("a")].map((link) => link.href),
    };
  });
  const strange = found.links.filter((link) => !link.startsWith("https://github.com/AlmaLinux/ALESCo/") && link !== "https://github.com/AlmaLinux/ALESCo#readme");
  expect({ ...found, links: strange.filter((link) => !OWN_LINKS.includes(link)) }).toEqual({ ran: undefined, elements: [], handlers: [], links: [] });
}

/** At every width the widget fits into the page, and what is in it into the widget. */
async function expectInPlace(page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `the page at ${width}`).toBe(0);
    expect(await root(page).evaluate(beside), `beside the widget at ${width}`).toEqual([]);
  }
}

/** What of an element is to be seen to its right or left. */
function beside(root) {
  const place = root.getBoundingClientRect();
  const isOut = ({ left, right }) => left < place.left - 1 || right > place.right + 1;
  const clips = (element) => getComputedStyle(element).overflowX !== "visible";
  const isClipped = (element) => clips(element) || (element !== root && isClipped(element.parentElement));
  const isDrawn = (element) => element.getClientRects().length > 0;
  const out = [...root.querySelectorAll("*")].filter((element) => isDrawn(element) && isOut(element.getBoundingClientRect()) && !isClipped(element));
  return out.map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`);
}

for (const [source, given] of Object.entries(SOURCES)) {
  for (const [layout, begin] of Object.entries(LAYOUTS)) {
    test(`${source}, in the ${layout}: is shown as it is, runs nothing, and stays in its place`, async ({ page, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST, /the snapshot is of no use/);
      if (given.saved) await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [KEY, given.saved]);
      const asked = await begin(page, given);
      await expect(page.locator("article.al-rfc-card")).toHaveCount(ATTACKS.length);
      await expect(root(page)).toHaveAttribute("data-source", source);
      if (source === "live") await expect.poll(() => asked.filter((address) => address.endsWith("/files")).length).toBe(ITEMS.filter((item) => item.state === "open").length);
      await expect(card(page, 1)).toHaveAttribute("data-rfc", "0008");

      for (const { number, text } of ATTACKS) {
        const own = await card(page, number).evaluate((card) => ({
          title: card.querySelector("h3 a").textContent,
          href: card.querySelector("h3 a").href,
          author: card.querySelector(".al-rfc-meta bdi").textContent,
          tags: [...card.querySelectorAll("[data-tag]")].map((tag) => [tag.dataset.tag, tag.textContent]),
        }));
        const shown = text.toWellFormed();
        expect(own).toMatchObject({ title: shown, author: shown, href: `https://github.com/AlmaLinux/ALESCo/pull/${number}` });
        expect(own.tags).toContainEqual([shown, shown]);
      }
      await expectHarmless(page);
      await expectInPlace(page);
    });

    test(`${source}, in the ${layout}: filters by it, points at it, and nothing happens`, async ({ page, expectedConsole }) => {
      expectedConsole.push(FAILED_REQUEST, /the snapshot is of no use/);
      if (given.saved) await page.addInitScript(([key, text]) => localStorage.setItem(key, text), [KEY, given.saved]);
      await begin(page, given);
      await expect(page.locator("article.al-rfc-card")).toHaveCount(ATTACKS.length);
      await expect(card(page, 1)).toHaveAttribute("data-rfc", "0008");
      if (layout === "list") await page.getByRole("button", { name: "Filter", exact: true }).click();

      // The evidence of what is only mentioned, one after the other.
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const wider = await page.locator(".alesco-mention button").evaluateAll((buttons) =>
          buttons.map((button) => {
            button.focus();
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          }));
        expect(Math.max(...wider), `evidence at ${width}`).toBe(0);
      }
      // Every tag and SIG is chosen, and so becomes part of the words above the cards, and of the address.
      await page.locator("input[name=tag], input[name=sig]").evaluateAll((boxes) => boxes.filter((box) => !box.checked).forEach((box) => box.click()));
      await expect(page.locator(".alesco-narrowed")).toContainText("window.ran=6");
      await expectHarmless(page);
      await expectInPlace(page);
      for (const { text } of ATTACKS.slice(0, 8)) {
        await page.getByRole("searchbox").first().fill(text);
        await expectHarmless(page);
      }
    });
  }
}

test("an address: is text as well", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST, /the snapshot is of no use/);
  const pairs = ATTACKS.slice(0, 9).flatMap(({ text }) => ["q", "tag", "sig", "stage", "sort"].map((key) => [key, text.slice(0, 300)]));
  await open(page, `?show=all&${new URLSearchParams(pairs)}`, { snapshot: NO_SNAPSHOT, ...LIVE });
  await expect(freshness(page)).toContainText("Live, just now");
  await expect(page.locator(".alesco-notices")).toContainText("window.ran=6");
  await expectHarmless(page);
  await expectInPlace(page);
});

test("what turns the direction turns nothing beside it", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST, /the snapshot is of no use/);
  const plain = { ...ITEMS[0], number: 1, title: "plain", user: { login: "plain" }, labels: ["plain"], body: "" };
  const turned = { ...plain, number: 3, title: "\u202Eplain", user: { login: "\u202Eplain" }, labels: ["\u202Eplain"] };
  await open(page, "?stage=submitted,%E2%80%AEplain", { snapshot: NO_SNAPSHOT, issues: [plain, turned], files: () => ({ headers: headers(), json: [] }) });
  await expectCards(page, [3, 1]);
  // Where the parts of a line stand, from the card's edge.
  const places = (number) =>
    card(page, number).evaluate((card) => {
      const edge = card.getBoundingClientRect().left;
      const parts = card.querySelectorAll(".al-rfc-meta > span, .al-rfc-meta bdi, .alesco-marks > *, .alesco-facts > *");
      return [...parts].map((part) => Math.round(part.getBoundingClientRect().left - edge));
    });
  expect(await places(3)).toEqual(await places(1));
  // The counts of a filter's values stand one below the other.
  const counts = page.locator(".alesco-facet", { hasText: "Tag" }).locator(".alesco-count");
  await expect(counts).toHaveCount(2);
  const [one, other] = await counts.evaluateAll((counts) => counts.map((count) => Math.round(count.getBoundingClientRect().right)));
  expect(other).toBe(one);
  // A sentence goes on as it began.
  const goesOn = page.locator(".alesco-notice").evaluate((notice) => {
    const left = (word) => {
      const texts = document.createTreeWalker(notice, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() && !texts.currentNode.data.includes(word));
      const range = document.createRange();
      range.setStart(texts.currentNode, texts.currentNode.data.indexOf(word));
      range.setEnd(texts.currentNode, range.startOffset + word.length);
      return range.getBoundingClientRect().left;
    };
    return left("does") < left("exist");
  });
  expect(await goesOn).toBe(true);
});

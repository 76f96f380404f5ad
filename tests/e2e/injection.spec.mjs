// Text from GitHub, a snapshot, a saved copy or the address is never markup: nothing runs, nothing breaks the page, and
// every link leads to GitHub, or to a proposal on the same page.
import { FOLDER } from "./address.mjs";
import { sampled } from "./engines.mjs";
import { RATE_LIMITED, headers } from "./fixtures.mjs";
import { GITHUB } from "./github.mjs";
import { openHost } from "./host-page.mjs";
import { CONTROLS, COPY, ITEMS, PAYLOADS, files, shown } from "./injection-payloads.mjs";
import { overflow } from "./layout.mjs";
import { storageKey } from "./mock-api.mjs";
import { FAILED_REQUEST, NO_SNAPSHOT, SNAPSHOT_FILE, card, expect, expectCards, freshness, open, openFilters, root, test } from "./page.mjs";
import { CONSOLE, line, t } from "./texts.mjs";

const KEY = storageKey(GITHUB);
const WIDTHS = [375, 1280];

/** Links in the standalone page's footer. */
const FOOTER_LINKS = [
  "https://chat.almalinux.org/almalinux/channels/alesco",
  "https://events.almalinux.org/category/7/",
  "https://wiki.almalinux.org/alesco/meeting-minutes.html",
];

const LIVE = { issues: ITEMS, files: (number) => ({ headers: headers(), json: files(number) }) };
const LIMIT = { list: () => RATE_LIMITED };
/** What the console may say of the missing snapshot and the failing list. */
const EXPECTED_CONSOLE = [FAILED_REQUEST, line(CONSOLE.snapshotInvalid(""))];

/** The texts' sources. */
const SOURCES = {
  live: { answers: LIVE, snapshot: NO_SNAPSHOT },
  saved: { answers: LIMIT, snapshot: NO_SNAPSHOT, saved: JSON.stringify(COPY) },
  snapshot: { answers: LIMIT, snapshot: { json: COPY } },
};

const LAYOUTS = {
  list: (page, { answers, snapshot }) => {
    const container = '<div data-alesco-proposals data-show="all" data-snapshot="proposals.json"></div>';
    return page.route(SNAPSHOT_FILE, (route) => route.fulfill(snapshot)).then(() => openHost(page, "almalinux.html", { container }, answers));
  },
  browser: (page, { answers, snapshot }) => open(page, "?show=all", { snapshot, ...answers }),
};

/** Elements that load or run something, and links that do. The program makes none of them, in no view. */
const ACTIVE = 'a[href^="javascript:" i], a[href^="data:" i], img, script, iframe, style, base';

/** Payloads whose documents are opened, and a part of each. */
const DOCUMENTS = { "markup": "window.ran=3", "a javascript: URL": "window.ran=6", "a data: URL": "window.ran=17", "Markdown": "there" };

/** The minutes that a snapshot names. */
const MINUTES = "https://wiki.almalinux.org/alesco/meeting-minutes/2026-08-13.html";

/** Expects that the widget has no element, attribute or link that a text has made. */
async function expectHarmless(page) {
  const found = await root(page).evaluate((root) => {
    const opensProposal = ({ href, hash }) => {
      const { origin, pathname, searchParams } = new URL(href);
      return origin === location.origin && pathname === location.pathname && !hash && /^\d+$/.test(searchParams.get("proposal"));
    };
    const opensView = (link) => {
      const { origin, pathname, searchParams, hash } = new URL(link.href);
      const view = searchParams.get("view");
      const isOwn = origin === location.origin && pathname === location.pathname && !hash;
      return isOwn && link.closest(".alesco-places, .alesco-back") && [null, "meeting", "decisions"].includes(view);
    };
    const leadsToDay = ({ className, search, hash }) => className === "alesco-permalink" && search === "?view=decisions" && /^#\d{4}-\d\d-\d\d$/.test(hash);
    const all = [root, ...root.querySelectorAll("*")];
    const KNOWN = /^(SECTION|HEADER|H[1234]|P|FORM|DIV|UL|OL|LI|SPAN|A|ARTICLE|BDI|TIME|BUTTON|LABEL|INPUT|SELECT|OPTION|FIELDSET|LEGEND|STRONG|I|B|FOOTER|NAV|PROGRESS|DETAILS|SUMMARY|Q|TEXTAREA)$/;
    return {
      ran: window.ran,
      elements: all.map((element) => element.tagName).filter((name) => !KNOWN.test(name)),
      handlers: all.flatMap((element) => element.getAttributeNames()).filter((name) => /^on|^src|^action|^formaction|[^a-z-]/.test(name)),
      links: [...root.querySelectorAll("a[href]")].filter((link) => !opensProposal(link) && !opensView(link) && !leadsToDay(link)).map((link) => link.href),
    };
  });
  const foreign = found.links.filter((link) => !link.startsWith("https://github.com/AlmaLinux/ALESCo/") && link !== "https://github.com/AlmaLinux/ALESCo#readme");
  expect({ ...found, links: foreign.filter((link) => ![...FOOTER_LINKS, MINUTES].includes(link)) }).toEqual({ ran: undefined, elements: [], handlers: [], links: [] });
}

/** Expects that the page does not scroll sideways, and that nothing sticks out of the widget. */
async function expectContained(page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflow(page), `the page at ${width}`).toBe(0);
    expect(await root(page).evaluate(stickingOut), `outside the widget at ${width}`).toEqual([]);
  }
}

/** Visible descendants that stick out of an element to its right or left. */
function stickingOut(root) {
  const place = root.getBoundingClientRect();
  const isOut = ({ left, right }) => left < place.left - 1 || right > place.right + 1;
  const clips = (element) => getComputedStyle(element).overflowX !== "visible";
  const isClipped = (element) => clips(element) || (element !== root && isClipped(element.parentElement));
  const hasBox = (element) => element.getClientRects().length > 0;
  const out = [...root.querySelectorAll("*")].filter((element) => hasBox(element) && isOut(element.getBoundingClientRect()) && !isClipped(element));
  return out.map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`);
}

for (const source of sampled(Object.keys(SOURCES), ["live"])) {
  const given = SOURCES[source];
  for (const [layout, begin] of Object.entries(LAYOUTS)) {
    test(`hostile texts of a ${source} source are shown as text in the ${layout}`, async ({ page, expectedConsole }) => {
      expectedConsole.push(...EXPECTED_CONSOLE);
      if (given.saved) await page.addInitScript(([key, text]) => origin !== "null" && localStorage.setItem(key, text), [KEY, given.saved]);
      const requests = await begin(page, given);
      await expect(page.locator("article.al-rfc-card")).toHaveCount(PAYLOADS.length);
      await expect(root(page)).toHaveAttribute("data-source", source);
      if (source === "live") await expect.poll(() => requests.filter((path) => path.includes("/files?")).length).toBe(ITEMS.filter((item) => item.state === "open").length);
      await expect(card(page, 1)).toHaveAttribute("data-rfc", "0008");

      for (const { number, text } of PAYLOADS) {
        const own = await card(page, number).evaluate((card) => ({
          title: card.querySelector("h3 a").textContent,
          href: card.querySelector("h3 a").href,
          author: card.querySelector(".al-rfc-meta bdi").textContent,
          tags: [...card.querySelectorAll("[data-tag]")].map((tag) => [tag.dataset.tag, tag.textContent]),
        }));
        const href = layout === "list" ? `https://github.com/AlmaLinux/ALESCo/pull/${number}` : `${page.url()}&proposal=${number}`;
        expect(own).toMatchObject({ title: shown(text), author: shown(text), href });
        expect(own.tags).toContainEqual([shown(text), shown(text)]);
      }
      await expectHarmless(page);
      await expectContained(page);
    });

    test(`hostile texts of a ${source} source stay text as filters and tooltips in the ${layout}`, async ({ page, expectedConsole }) => {
      expectedConsole.push(...EXPECTED_CONSOLE);
      if (given.saved) await page.addInitScript(([key, text]) => origin !== "null" && localStorage.setItem(key, text), [KEY, given.saved]);
      await begin(page, given);
      await expect(page.locator("article.al-rfc-card")).toHaveCount(PAYLOADS.length);
      await expect(card(page, 1)).toHaveAttribute("data-rfc", "0008");
      await openFilters(page);

      // The tooltip of each mentioned SIG.
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        const overflows = await page.locator(".alesco-mention button").evaluateAll((buttons) =>
          buttons.map((button) => {
            button.focus();
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth - clientWidth;
          }));
        expect(Math.max(...overflows), `tooltips at ${width}`).toBe(0);
      }
      // With every tag and SIG checked, all are active filters, and in the address.
      await page.locator("input[name=tag], input[name=sig]").evaluateAll((boxes) => boxes.filter((box) => !box.checked).forEach((box) => box.click()));
      await expect(page.locator(".alesco-active-filters")).toContainText("window.ran=6");
      await expectHarmless(page);
      await expectContained(page);
      for (const { text } of PAYLOADS.slice(0, 9)) {
        await page.getByRole("searchbox").first().fill(text);
        await expectHarmless(page);
      }
    });
  }
}

/** A policy under which no text can become a script or markup, in any way. */
const TRUSTED_TYPES = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; trusted-types 'none'">`;
const withTrustedTypes = (html) => html.replace("<head>", `<head>${TRUSTED_TYPES}`);

/** The views of the standalone page, and what is in each of them. */
const VIEWS = {
  ...Object.fromEntries(PAYLOADS.map(({ name, number }) => [`a proposal with ${name}`, { address: `?proposal=${number}`, ready: "ol[data-timeline] > li[data-event=labelled]" }])),
  "the meeting": { address: "?view=meeting&since=2026-08-13", ready: "[data-meeting] li[data-proposal]" },
  "the decisions": { address: "?view=decisions", ready: "[data-decisions] > li" },
};

for (const [name, { address, ready }] of Object.entries(VIEWS)) {
  test(`hostile texts are shown as text in the view of ${name}, under Trusted Types`, async ({ page, expectedConsole }) => {
    expectedConsole.push(...EXPECTED_CONSOLE);
    await page.addInitScript(() => {
      window.violations = [];
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.violations.push(`${violatedDirective} ${blockedURI}`));
    });
    await page.route((url) => url.pathname === FOLDER, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withTrustedTypes(await response.text()) });
    });
    await open(page, address, { snapshot: { json: COPY }, ...LIMIT, files: () => RATE_LIMITED });
    await expect(page.locator(ready).first()).toBeVisible();
    await page.locator("[aria-expanded=false]").evaluateAll((buttons) => buttons.forEach((button) => button.click()));
    await page.locator("details").evaluateAll((all) => all.forEach((details) => (details.open = true)));
    expect(await page.evaluate(() => window.violations)).toEqual([]);
    await expectHarmless(page);
    await expectContained(page);
  });
}

const STRICT = {
  list: (page) => openHost(page, "almalinux.html", { container: '<div data-alesco-proposals data-show="all"></div>', edit: withTrustedTypes }, LIVE),
  browser: async (page) => {
    await page.route((url) => url.pathname === FOLDER, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: withTrustedTypes(await response.text()) });
    });
    return open(page, "?show=all", { snapshot: NO_SNAPSHOT, ...LIVE });
  },
};

test.describe("under Trusted Types", () => {
  // The view of a proposal reads the files that the list has read.
  test.use({ repeatsRequests: true });

  for (const [layout, begin] of Object.entries(STRICT)) {
    test(`hostile texts in the ${layout} violate no policy`, async ({ page, expectedConsole }) => {
      expectedConsole.push(...EXPECTED_CONSOLE);
      await page.addInitScript(() => {
        window.violations = [];
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.violations.push(`${violatedDirective} ${blockedURI}`));
      });
      await begin(page);
      await expect(page.locator("article.al-rfc-card")).toHaveCount(PAYLOADS.length);
      await expect(card(page, 1)).toHaveAttribute("data-rfc", "0008");
      await openFilters(page);
      await page.locator("input[name=tag], input[name=sig]").evaluateAll((boxes) => boxes.filter((box) => !box.checked).forEach((box) => box.click()));
      await page.getByRole("searchbox").first().fill("<b>");
      if (layout === "browser") {
        await page.getByRole("searchbox").first().fill("");
        for (const { name, number } of PAYLOADS.filter(({ name }) => name in DOCUMENTS)) {
          await card(page, number).locator("h3 a").click();
          await expect(page.locator(`[data-proposal-view="${number}"] [data-document]`)).toContainText("The Cloud SIG says");
          await expect(page.locator(`[data-proposal-view="${number}"] [data-document]`)).toContainText(DOCUMENTS[name]);
          await expect(root(page).locator(ACTIVE), name).toHaveCount(0);
          await page.locator(".alesco-back").click();
          await expect(page.locator("article.al-rfc-card")).toHaveCount(PAYLOADS.length);
        }
      }
      expect(await page.evaluate(() => [window.violations, window.ran])).toEqual([[], undefined]);
      // The policy is in force.
      expectedConsole.push(/TrustedHTML|injection sink/);
      const refused = await page.evaluate(() => {
        try {
          document.body.innerHTML = "";
        } catch (error) {
          return error.name;
        }
      });
      expect(refused).toBe("TypeError");
      await expect.poll(() => page.evaluate(() => window.violations.length)).toBe(1);
    });
  }
});

test.describe(() => {
  // The view of a proposal reads the files that the list has read.
  test.use({ repeatsRequests: true });

  test("control characters are replaced in every text of a card and a document, also if they are written as entities", async ({ page, expectedConsole }) => {
    expectedConsole.push(...EXPECTED_CONSOLE);
    const turned = "\u202Egnp.exe\u2066\u0007";
    const text = `# RFC: ${turned}\n\n* **Status:** FCP ${turned}\n\n## ${turned}\n\n&#x202e;${turned} [link&#x2067;](https://example.org/&#x202e; "${turned}&#x2066;") \`${turned}\`\n\n\`\`\` a&#x202e;\n${turned}\n\`\`\`\n`;
    const patch = text.split("\n").map((line) => `+${line}`).join("\n");
    const issue = { ...ITEMS[0], number: 1, title: turned, user: { login: turned }, labels: [turned], body: `SIG: ${turned}` };
    const file = { filename: `rfcs/0000-${turned}.md`, status: "added", additions: 9, patch: `@@ -0,0 +1,${text.split("\n").length} @@\n${patch}` };
    await open(page, `?proposal=1&tag=${encodeURIComponent(turned)}`, { snapshot: NO_SNAPSHOT, issues: [issue], files: () => ({ headers: headers(), json: [file] }) });
    await expect(page.locator("[data-document]")).toContainText("\uFFFDgnp.exe\uFFFD\uFFFD");
    expect((await root(page).evaluate((root) => root.outerHTML)).match(CONTROLS)).toBeNull();
    await page.locator(".alesco-back").click();
    await expect(card(page, 1)).toContainText("\uFFFDgnp.exe\uFFFD\uFFFD");
    // Isolates around a value are the program's own.
    const html = await root(page).evaluate((root) => root.outerHTML);
    expect(html.replace(/\u2068[^\u2068\u2069]*\u2069/g, "").match(CONTROLS)).toBeNull();
  });
});

test("half a character in a response is shown as a replacement character", async ({ page, expectedConsole }) => {
  expectedConsole.push(...EXPECTED_CONSOLE);
  await open(page, "", { snapshot: NO_SNAPSHOT, issues: [{ ...ITEMS[0], title: "RFC: a\ud800b" }] });
  await expect(page.locator("article .al-rfc-title")).toHaveText("a\ufffdb");
  await expectHarmless(page);
});

test("hostile texts in the address are shown as text", async ({ page, expectedConsole }) => {
  expectedConsole.push(...EXPECTED_CONSOLE);
  const pairs = PAYLOADS.slice(0, 10).flatMap(({ text }) => ["q", "tag", "sig", "stage", "sort"].map((key) => [key, text.slice(0, 300)]));
  await open(page, `?show=all&${new URLSearchParams(pairs)}`, { snapshot: NO_SNAPSHOT, ...LIVE });
  await expect(freshness(page)).toContainText(t("liveNow"));
  await expect(page.locator(".alesco-notices")).toContainText("window.ran=6");
  await expectHarmless(page);
  await expectContained(page);
});

/** A text between two marks that have no width, and the direction of Hebrew. */
const MARKED = "\u200Fplain\u200F";

test("a right-to-left override in a text does not affect what is beside it", async ({ page, expectedConsole }) => {
  expectedConsole.push(...EXPECTED_CONSOLE);
  // A control character is shown as U+FFFD. The other label has the same letters, and the same width.
  const plain = { ...ITEMS[0], number: 1, title: "\uFFFDplain", user: { login: "\uFFFDplain" }, labels: ["\uFFFDnialp"], body: "" };
  const turned = { ...plain, number: 3, title: "\u202Eplain", user: { login: "\u202Eplain" }, labels: ["\u202Eplain"] };
  // U+200F is shown as it is. It has no width, and would turn what follows it: of the author, the number of comments, for
  // without times that comes next.
  const unmarked = { ...plain, number: 5, title: "plain", user: { login: "plain" }, labels: ["plain"], created_at: null, updated_at: null };
  const marked = { ...unmarked, number: 7, title: MARKED, user: { login: MARKED }, labels: [MARKED] };
  const issues = [plain, turned, unmarked, marked];
  await open(page, "?stage=submitted,%E2%80%AEplain&sort=number", { snapshot: NO_SNAPSHOT, issues, files: () => ({ headers: headers(), json: [] }) });
  await expectCards(page, [7, 5, 3, 1]);
  // The badge comes with the files of each. They are not read without the time of the last change.
  for (const number of [3, 1]) await expect(card(page, number)).toContainText(t("notAnRfc"));
  // Distances of a card's parts and texts from its edge. Within a part, a text may have moved.
  const offsets = (number) =>
    card(page, number).evaluate((card) => {
      const edge = card.getBoundingClientRect().left;
      const parts = [...card.querySelectorAll(".al-rfc-title a, .al-rfc-meta > span, .al-rfc-meta bdi, .alesco-badges > *, .alesco-badge-row > *")];
      const texts = document.createTreeWalker(card, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(texts.currentNode);
        parts.push(range);
      }
      return parts.map((part) => part.getBoundingClientRect()).map(({ left, right }) => [Math.round(left - edge), Math.round(right - edge)]);
    });
  expect(await offsets(3)).toEqual(await offsets(1));
  expect(await offsets(7)).toEqual(await offsets(5));
  // Each text has the direction of its own first letter, here that of the mark.
  for (const part of [".al-rfc-title a", ".al-rfc-meta bdi", ".al-rfc-label"]) {
    await expect(card(page, 7).locator(part)).toHaveCSS("direction", "rtl");
    await expect(card(page, 5).locator(part)).toHaveCSS("direction", "ltr");
  }
  // The counts of a facet are aligned.
  const counts = page.locator(".alesco-facet", { hasText: t("tag") }).locator(".alesco-count");
  await expect(counts).toHaveCount(issues.length);
  const ends = await counts.evaluateAll((counts) => counts.map((count) => Math.round(count.getBoundingClientRect().right)));
  expect(new Set(ends).size, ends.join()).toBe(1);
  // The rest of a notice follows to the right.
  const isLeftToRight = page.locator(".alesco-notice").evaluate((notice, words) => {
    const left = (word) => {
      const texts = document.createTreeWalker(notice, NodeFilter.SHOW_TEXT);
      while (texts.nextNode() && !texts.currentNode.data.includes(word));
      const range = document.createRange();
      range.setStart(texts.currentNode, texts.currentNode.data.indexOf(word));
      range.setEnd(texts.currentNode, range.startOffset + word.length);
      return range.getBoundingClientRect().left;
    };
    return left(words[0]) < left(words[1]);
  }, t("unknownParameter").split("{value}")[1].match(/\p{L}+/gu));
  expect(await isLeftToRight).toBe(true);
});

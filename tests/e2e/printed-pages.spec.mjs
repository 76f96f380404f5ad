// What Firefox prints, page by page. Its PDFs have their texts as they are, so they can be read here; Chromium's have not.
import { inflateSync, constants } from "node:zlib";
import { DEMONSTRATION } from "./address.mjs";
import { OPEN_CARDS } from "./fixtures.mjs";
import { mockGitHub } from "./github.mjs";
import { openHost } from "./host-page.mjs";
import { expect, expectCards, expectDocuments, open, test } from "./page.mjs";
import { t } from "./texts.mjs";

/** The text of each page, without spaces, in the order in which it is drawn. */
function printedPages(pdf) {
  const source = pdf.toString("latin1");
  const streams = [...source.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].map((match) => {
    const data = pdf.subarray(match.index + match[0].length);
    return inflateSync(data, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
  });
  // cairo begins the drawing of each page by turning its axis.
  const drawings = streams.filter((stream) => /^1 0 0 -1 0 /.test(stream));
  return drawings.map((drawing) => [...drawing.matchAll(/\(((?:\\.|[^\\)])*)\)/g)].map(([, text]) => text.replace(/\\(.)/g, "$1")).join("").replaceAll(" ", ""));
}

const without = (text) => text.replace(/\s/g, "");

/** The pages that have a text. */
const pagesWith = (pages, text) => pages.flatMap((page, at) => (page.includes(without(text)) ? [at] : []));

const VIEWS = {
  "the standalone page": (page) => open(page),
  "a list": (page) => openHost(page, "wiki.html"),
};

/** Sizes of paper in centimetres, which Firefox's driver takes for the inches that it is given. */
const PAPERS = { A4: { width: "21in", height: "29.7in" }, A5: { width: "14.8in", height: "21in" } };

/** A title and a word of the last line of each open card. */
const CARDS = [["Adding proposal for github org", "#16"], ["Build and Secure Boot-Sign", "#18"], ["Add new member procedure", "#17"]];

test("the agenda is printed on one page", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Failed to load resource/);
  await mockGitHub(page, { list: () => ({ status: 500, body: "" }) });
  await page.goto(`${DEMONSTRATION}?view=meeting`);
  await expect(page.locator("ol[data-agenda] > li")).toHaveCount(3);
  await expect.poll(() => page.locator("select[name=since] option").count()).toBeGreaterThan(2);
  const pages = printedPages(await page.pdf(PAPERS.A4));
  for (const [title] of CARDS) expect(pagesWith(pages, title), title).toEqual([0]);
  expect(pages).toHaveLength(1);
});

for (const [name, open] of Object.entries(VIEWS)) {
  for (const [paper, size] of Object.entries(PAPERS)) {
    test(`${name} is printed on ${paper} from its first page on, with whole cards`, async ({ page }) => {
      await open(page);
      await expectCards(page, OPEN_CARDS);
      await expectDocuments(page);
      const pages = printedPages(await page.pdf(size));
      const [first] = pages;
      if (name === "the standalone page") expect(first).toContain(without(t("pageTitle")));
      expect(first).toContain(without(CARDS[0][0]));
      for (const [title, number] of CARDS) {
        expect(pagesWith(pages, title), title).toHaveLength(1);
        expect(pagesWith(pages, number)).toEqual(pagesWith(pages, title));
      }
    });
  }
}

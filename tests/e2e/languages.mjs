// The catalogues in locales/, pages in their languages, and what of a page is left in English.
import { readFileSync, readdirSync } from "node:fs";
import { FOLDER } from "./address.mjs";
import { openHost } from "./hosts.mjs";
import { open } from "./page.mjs";

const FOLDER_OF_CATALOGUES = new URL("../../locales/", import.meta.url);

export const catalogue = (code) => JSON.parse(readFileSync(new URL(`${code}.json`, FOLDER_OF_CATALOGUES), "utf8"));

/** The codes of the languages, which are the names of their catalogues. */
export const LANGUAGES = readdirSync(FOLDER_OF_CATALOGUES)
  .filter((name) => name !== "context.json")
  .map((name) => name.replace(/\.json$/, ""))
  .sort();

/** A message of a language, with its places filled. */
export const say = (code, message, places = {}) =>
  Object.entries(places).reduce((text, [name, value]) => text.replace(`{${name}}`, value), catalogue(code)[message]);

/** Sets the page's language as the site does: it gives `ar` and `he` their direction, and forgets `fa`. */
export const speaking = (tag) => (html) =>
  html.replace('<html lang="en">', `<html${tag ? ` lang="${tag}"` : ""}${["ar", "he"].includes(tag) ? ' dir="rtl"' : ""}>`);

/** A host's page in a language, with one widget of these attributes. */
export const openList = (page, tag, attributes = "", answers = {}) =>
  openHost(page, "almalinux.html", { container: `<div id="alesco-prs" ${attributes}></div>`, edit: speaking(tag) }, answers);

/** The standalone page in a language. */
export async function openBrowser(page, tag, address = "", answers = {}) {
  const pages = (url) => url.pathname === FOLDER;
  await page.route(pages, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: speaking(tag)(await response.text()) });
  });
  return open(page, address, answers);
}

/** What people or GitHub wrote: it is in the language that they wrote it in. */
const WRITTEN = [
  ".al-rfc-title a",
  ".al-rfc-label",
  ".alesco-sig",
  ".alesco-evidence",
  ".al-rfc-meta bdi",
  ":is(label:has(input[name=sig]:not([value=none])), label:has(input[name=tag])) .alesco-choice-name",
].join();

/** The English messages that this language says otherwise, as patterns of what would be read. */
function english(code) {
  const translated = catalogue(code);
  const same = new Set(Object.values(translated));
  // What consists of places and marks is of no language.
  const isWords = (text) => /\p{L}/u.test(text.replace(/\{\w+\}/g, ""));
  const texts = Object.values(catalogue("en")).filter((text) => isWords(text) && !same.has(text));
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return texts.map((text) => `^${text.split(/\{\w+\}/).map(escape).join(".+")}$`);
}

/** What is said in English in widgets of another language: texts, names and hints. */
export const leftInEnglish = (page, code) =>
  page.locator("section.alesco-proposals").evaluateAll(
    (widgets, { written, patterns }) => {
      const said = new Set();
      const add = (text) => said.add(text.replace(/[\s\u2068\u2069]+/g, " ").trim());
      for (const widget of widgets) {
        const copy = widget.cloneNode(true);
        for (const element of copy.querySelectorAll(written)) element.textContent = "…";
        for (const element of copy.querySelectorAll("*")) {
          add(element.textContent);
          for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) add(node.data);
          for (const name of ["aria-label", "placeholder", "title", "alt"]) add(element.getAttribute(name) ?? "");
        }
      }
      return [...said].filter((text) => patterns.some((pattern) => new RegExp(pattern, "u").test(text)));
    },
    { written: WRITTEN, patterns: english(code) },
  );

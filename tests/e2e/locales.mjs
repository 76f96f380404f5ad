// Pages in the site's languages, and texts that are left in English.
import { FOLDER } from "./address.mjs";
import { openHost } from "./host-page.mjs";
import { open } from "./page.mjs";
import { catalogue } from "./texts.mjs";

/** Sets the page's language as the site does: it gives `ar` and `he` their direction, and forgets `fa`. */
export const withLang = (tag) => (html) =>
  html.replace('<html lang="en">', `<html${tag ? ` lang="${tag}"` : ""}${["ar", "he"].includes(tag) ? ' dir="rtl"' : ""}>`);

/** Opens a host page in a language, with one widget of these attributes. */
export const openList = (page, tag, attributes = "", answers = {}) =>
  openHost(page, "almalinux.html", { container: `<div id="alesco-prs" ${attributes}></div>`, edit: withLang(tag) }, answers);

/** Opens the standalone page in a language. */
export async function openBrowser(page, tag, address = "", answers = {}) {
  // The page as it is is in English.
  if (tag === "en") return open(page, address, answers);
  await page.route((url) => url.pathname === FOLDER, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withLang(tag)(await response.text()) });
  });
  return open(page, address, answers);
}

/** What people or GitHub wrote: it is in the language that they wrote it in. */
const USER_TEXT = [
  ".al-rfc-title a",
  ".al-rfc-label",
  ".alesco-sig",
  ".alesco-tooltip",
  ".al-rfc-meta bdi",
  ":is(label:has(input[name=sig]:not([value=none])), label:has(input[name=tag])) .alesco-option-name",
].join();

/** Patterns of the English messages that this language translates otherwise. */
function englishPatterns(code) {
  const same = new Set(Object.values(catalogue(code)));
  // Placeholders, punctuation and a short word, such as "to", may stand in a text of any language.
  const hasWords = (text) => text.replace(/\{\w+\}/g, "").match(/\p{L}/gu)?.length > (text.includes("{") ? 5 : 0);
  const texts = Object.values(catalogue("en")).filter((text) => hasWords(text) && !same.has(text));
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return texts.map((text) => `^${text.split(/\{\w+\}/).map(escape).join(".+")}$`);
}

/** Texts, names and tooltips that are in English in widgets of another language. */
export const untranslatedTexts = (page, code) =>
  page.locator("section.alesco-proposals").evaluateAll(
    (widgets, { userText, patterns }) => {
      const texts = new Set();
      const add = (text) => texts.add(text.replace(/[\s\u2068\u2069]+/g, " ").trim());
      for (const widget of widgets) {
        const copy = widget.cloneNode(true);
        for (const element of copy.querySelectorAll(userText)) element.textContent = "…";
        for (const element of copy.querySelectorAll("*")) {
          add(element.textContent);
          for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) add(node.data);
          for (const name of ["aria-label", "placeholder", "title", "alt"]) add(element.getAttribute(name) ?? "");
        }
      }
      return [...texts].filter((text) => patterns.some((pattern) => new RegExp(pattern, "u").test(text)));
    },
    { userText: USER_TEXT, patterns: englishPatterns(code) },
  );

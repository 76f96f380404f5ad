// The catalogues in locales/: complete, with the same placeholders, in the plural forms and with the quotation
// marks of their languages. Each message has a context for translators in locales/context.json.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const LANGUAGES = read("src/i18n/locale.rs").match(/LANGUAGES: \[&str; \d+\] = \[([^\]]*)\]/)[1].match(/[a-z-]+/g);
const ENGLISH = JSON.parse(read("locales/en.json"));
const CONTEXT = JSON.parse(read("locales/context.json"));
const PLURAL = /_(zero|one|two|few|many|other)$/;
const stem = (key) => key.replace(PLURAL, "");
const isPlural = (key) => PLURAL.test(key);
const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
const TAGS = { pt: "pt-PT", "pt-br": "pt-BR", "zh-hans": "zh-Hans" };

/** Messages that consist of names and placeholders ("*"), or are the same word in these languages. */
const SAME = {
  SIG: "*",
  "RFC {number}": "*",
  "{stage}: {count}": "*",
  "{error} {status}.": "*",
  "“{words}”": "*",
  "{event}, {day}": "*",
  "{name}: {event}, {day}": "*",
  Discussion: ["fr"],
  Vote: ["fr"],
  Decisions: ["ca"],
  "{count} decisions": ["ca"],
};

/** The quotation marks of each language, as pairs around a placeholder. */
const QUOTES = {
  "“ ”": ["da", "en", "ko", "pt-br", "tr", "zh-hans"],
  "„ “": ["cs", "de", "lt", "sk"],
  "„ ”": ["hu", "lv", "pl"],
  "” ”": ["fi", "he", "sv"],
  "« »": ["ar", "ca", "el", "es", "fa", "fr", "it", "pt", "ru", "uk"],
  "「 」": ["ja"],
};

/** The string literals of the modules that hold the messages. */
function messages() {
  const found = new Set();
  for (const file of ["messages", "format", "status", "evidence", "activity", "meeting", "reading", "timeline"]) {
    const code = read(`src/i18n/${file}.rs`).replace(/^\s*\/\/.*$|#\[cfg.*\]$/gm, "");
    for (const [, literal] of code.matchAll(/"((?:[^"\\]|\\.)*)"/g)) found.add(literal);
  }
  return found;
}

test("the files are those of the languages", () => {
  const files = readdirSync(new URL("../../locales", import.meta.url)).map((name) => name.replace(/\.json$/, ""));
  assert.deepEqual(files.sort(), [...LANGUAGES, "context"].sort());
});

test("every message has a context for translators, and every context a message", () => {
  assert.deepEqual(Object.keys(CONTEXT).sort(), [...new Set(Object.keys(ENGLISH).map(stem))].sort());
});

test("every context is a sentence of its own", () => {
  const contexts = Object.values(CONTEXT);
  assert.deepEqual(contexts.filter((text) => !/^\p{Lu}.*\.$/u.test(text)), []);
  assert.equal(new Set(contexts).size, contexts.length);
});

test("no two messages differ only in their final punctuation", () => {
  const bare = Object.keys(CONTEXT).map((message) => message.replace(/[.…:]+$/, ""));
  assert.deepEqual(bare.filter((text, index) => bare.indexOf(text) !== index), []);
});

test("English is the same as its keys", () => {
  for (const [key, text] of Object.entries(ENGLISH)) {
    if (!key.endsWith("_one")) assert.equal(text, stem(key));
  }
});

test("the program uses every message of the catalogue, and no other", () => {
  const said = messages();
  const known = new Set(Object.keys(ENGLISH).map(stem));
  const singular = Object.entries(ENGLISH).filter(([key]) => key.endsWith("_one")).map(([, text]) => text);
  const filled = new Set(Object.keys(ENGLISH).flatMap(places));
  const others = [...filled].flatMap((place) => [place, place.slice(1, -1)]);
  const allowed = new Set([...known, ...singular, ...others, "ghost", "", " "]);
  assert.deepEqual([...said].filter((text) => !allowed.has(text)), []);
  assert.deepEqual([...known].filter((key) => !said.has(key)), []);
});

for (const language of LANGUAGES) {
  const catalogue = JSON.parse(read(`locales/${language}.json`));
  const categories = new Intl.PluralRules(TAGS[language] ?? language).resolvedOptions().pluralCategories;

  test(`${language} has every message, in every plural form that it needs, and no other`, () => {
    const expected = new Set(
      Object.keys(ENGLISH).flatMap((key) => (isPlural(key) ? categories.map((category) => `${stem(key)}_${category}`) : key)),
    );
    assert.deepEqual(Object.keys(catalogue).sort(), [...expected].sort());
  });

  test(`${language} has the same placeholders`, () => {
    for (const [key, text] of Object.entries(catalogue)) {
      const expected = places(stem(key));
      // A word for none, one or two may stand for the number.
      const mayLack = /_(zero|one|two)$/.test(key) ? expected.filter((place) => place !== "{count}") : expected;
      const found = places(text);
      const right = [expected, mayLack].some((wanted) => wanted.join() === found.join());
      assert.ok(right, `${key}: ${text}`);
      assert.ok(text.trim() === text && text !== "", `${key}: no space around it`);
    }
  });

  test(`${language} has its own quotation marks, and no straight ones`, () => {
    const [open, close] = Object.keys(QUOTES).find((pair) => QUOTES[pair].includes(language)).split(" ");
    for (const [key, text] of Object.entries(catalogue)) {
      const quoted = [...key.matchAll(/“\{(\w+)\}”/g)].map(([, place]) => place);
      for (const place of quoted) assert.match(text, new RegExp(`${open}\u00a0?\\{${place}\\}\u00a0?${close}`), key);
      assert.doesNotMatch(text, /["']/, key);
    }
  });

  test(`${language} ends an error over a snapshot with one full stop, whatever its dates end with`, () => {
    const dates = new Intl.DateTimeFormat(TAGS[language] ?? language, { dateStyle: "medium", timeZone: "UTC" });
    const status = catalogue["Showing a snapshot from {day}"].replace("{day}", dates.format(Date.UTC(2026, 8, 1)));
    assert.doesNotMatch(catalogue["{error} {status}."].replace("{status}", status), /[.。]{2}/);
  });

  if (language !== "en") {
    test(`${language} has no English left but names`, () => {
      const left = Object.entries(catalogue).filter(([key, text]) => text === (ENGLISH[key] ?? stem(key)));
      const unexpected = left.filter(([key]) => SAME[stem(key)] !== "*" && !SAME[stem(key)]?.includes(language));
      assert.deepEqual(unexpected, []);
    });
  }
}

for (const [language, terms] of Object.entries(JSON.parse(read("tests/i18n/site-translations.json")))) {
  test(`${language} has the terms of the site's own translation`, () => {
    const catalogue = JSON.parse(read(`locales/${language}.json`));
    for (const [english, word] of Object.entries(terms)) assert.equal(catalogue[english], word);
  });
}

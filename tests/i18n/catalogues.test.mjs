// The catalogues in locales/: whole, with the same places, in the plural forms of their languages, and
// nothing said that is not in them.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const LANGUAGES = read("src/i18n/locale.rs").match(/LANGUAGES: \[&str; \d+\] = \[([^\]]*)\]/)[1].match(/[a-z-]+/g);
const ENGLISH = JSON.parse(read("locales/en.json"));
const PLURAL = /_(zero|one|two|few|many|other)$/;
const stem = (key) => key.replace(PLURAL, "");
const isPlural = (key) => PLURAL.test(key);
const places = (text) => (text.match(/\{\w+\}/g) ?? []).sort();
const TAGS = { pt: "pt-PT", "pt-br": "pt-BR", "zh-hans": "zh-Hans" };

/** Messages that are names, or the same word in these languages. */
const SAME = {
  SIG: "*",
  "RFC {number}": "*",
  "{stage}: {count}": "*",
  "{age}: {reason}": "*",
  "“{words}”": "*",
  Discussion: ["fr"],
  Vote: ["fr"],
  Filter: ["de", "da", "sv"],
  "Filter ({count})": ["de", "da", "sv"],
  "Live, {age}": ["de", "da", "sv"],
  Tag: ["da", "it", "pl", "sv"],
};

/** The texts of the code that are messages: every literal of the words but places and codes. */
function messages() {
  const found = new Set();
  for (const file of ["messages", "format"]) {
    const code = read(`src/i18n/${file}.rs`).replace(/^\s*\/\/.*$/gm, "");
    for (const [, literal] of code.matchAll(/"((?:[^"\\]|\\.)*)"/g)) found.add(literal);
  }
  return found;
}

test("the files are those of the languages", () => {
  const files = readdirSync(new URL("../../locales", import.meta.url)).map((name) => name.replace(/\.json$/, ""));
  assert.deepEqual(files.sort(), [...LANGUAGES].sort());
});

test("English says what its keys say", () => {
  for (const [key, text] of Object.entries(ENGLISH)) {
    if (!key.endsWith("_one")) assert.equal(text, stem(key));
  }
});

test("the code says what is in the catalogue, and the catalogue what the code says", () => {
  const said = messages();
  const known = new Set(Object.keys(ENGLISH).map(stem));
  const singular = Object.entries(ENGLISH).filter(([key]) => key.endsWith("_one")).map(([, text]) => text);
  const others = new Set(Object.keys(ENGLISH).flatMap(places).map((place) => place.slice(1, -1)));
  const allowed = new Set([...known, ...singular, ...others, "{age}", "{author}", "{reason}", "ghost", "", " "]);
  assert.deepEqual([...said].filter((text) => !allowed.has(text)), []);
  assert.deepEqual([...known].filter((key) => !said.has(key)), []);
});

for (const language of LANGUAGES) {
  const catalogue = JSON.parse(read(`locales/${language}.json`));
  const categories = new Intl.PluralRules(TAGS[language] ?? language).resolvedOptions().pluralCategories;

  test(`${language}: every message, in every plural form that it needs, and no other`, () => {
    const expected = new Set(
      Object.keys(ENGLISH).flatMap((key) => (isPlural(key) ? categories.map((category) => `${stem(key)}_${category}`) : key)),
    );
    assert.deepEqual(Object.keys(catalogue).sort(), [...expected].sort());
  });

  test(`${language}: the same places`, () => {
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

  if (language !== "en") {
    test(`${language}: no English left but names`, () => {
      const left = Object.entries(catalogue).filter(([key, text]) => text === (ENGLISH[key] ?? stem(key)));
      const unexpected = left.filter(([key]) => SAME[stem(key)] !== "*" && !SAME[stem(key)]?.includes(language));
      assert.deepEqual(unexpected, []);
    });

    test(`${language}: the site's own words are kept`, () => {
      const site = JSON.parse(read("tests/i18n/site-translations.json"))[language] ?? {};
      for (const [english, word] of Object.entries(site)) {
        if (english in catalogue) assert.equal(catalogue[english], word);
      }
    });
  }
}

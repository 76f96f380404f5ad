// What `make build` leaves in dist/.
import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path, encoding) => readFileSync(root + path, encoding);

/** Returns the paths of the files below a folder, sorted. */
function filesIn(folder) {
  const entries = readdirSync(root + folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(root + folder, join(parentPath, name))).sort();
}

const LANGUAGES = read("src/i18n/locale.rs", "utf8").match(/LANGUAGES: \[&str; \d+\] = \[([^\]]*)\]/)[1].match(/[a-z-]+/g);
// English is in the modules.
const LOCALES = LANGUAGES.filter((language) => language !== "en").map((language) => `locales/${language}.json`);
const BROWSER = ["alesco-browser.css", "alesco-browser.js", "alesco-browser.wasm", "alesco-document.js", "alesco-document.wasm"];
const LIST = ["alesco-proposals.css", "alesco-proposals.js", "alesco-proposals.wasm"];
const LICENSES = ["LICENSE", "LICENSES-OF-CRATES.txt"];
const EMBED = [...LIST, ...BROWSER, ...LOCALES, ...LICENSES].sort();
const TEXTS = Object.keys(JSON.parse(read("tests/fixtures/pull-files.json", "utf8"))).map((number) => `demo-texts/${number}.json`);
const STANDALONE = [...BROWSER, ...LOCALES, ...LICENSES, ...TEXTS, "demo-proposals.json", "icon.svg", "index.html", "page.css"].sort();

test("dist/embed/ has modules, stylesheets, translations and licences, and neither HTML nor data", () => {
  assert.deepEqual(filesIn("dist/embed/"), EMBED);
});

test("dist/standalone/ has the page, what it loads, and its demonstration data", () => {
  assert.deepEqual(filesIn("dist/standalone/"), STANDALONE);
});

test("a file that is in both folders is the same in both", () => {
  const different = EMBED.filter((name) => STANDALONE.includes(name)).filter((name) => !read(`dist/embed/${name}`).equals(read(`dist/standalone/${name}`)));
  assert.deepEqual(different, []);
});

test("what the standalone page names is beside it, under a relative address", () => {
  const html = read("dist/standalone/index.html", "utf8");
  const [head] = html.split("</head>");
  const named = [...head.matchAll(/ (?:href|src)="([^"]+)"/g), ...html.matchAll(/ data-(?:snapshot|texts)="([^"]+)"/g)].map(([, address]) => address);
  assert.ok(named.length >= 6, `${named}`);
  assert.deepEqual(named.filter((address) => !existsSync(`${root}dist/standalone/${address}`)), []);
});

test("the standalone page comes with cards", () => {
  const cards = read("dist/standalone/index.html", "utf8").match(/<article [^>]*al-rfc-card/g) ?? [];
  assert.ok(cards.length > 0);
});

test("the crates in the modules are named with their licences, and those that only build them are not", () => {
  const text = read("dist/embed/LICENSES-OF-CRATES.txt", "utf8");
  assert.match(text, /^leptos \d\S+: MIT, https:\/\/github.com\/leptos-rs\/leptos$/m);
  assert.match(text, /^serde \d\S+: MIT OR Apache-2.0, /m);
  assert.match(text, /Permission is hereby granted, free of charge/);
  assert.match(text, /UNICODE LICENSE V3/);
  assert.doesNotMatch(text, /^(serde_derive|wasm-bindgen-macro|ureq|proptest) \d/m);
});

test("no file names a folder of the machine that built it", () => {
  const folders = [homedir(), root.slice(0, -1), process.env.CARGO_HOME, process.env.RUSTUP_HOME].filter((folder) => folder?.length > 1);
  const naming = ["embed", "standalone"].flatMap((folder) => filesIn(`dist/${folder}/`).map((name) => `dist/${folder}/${name}`)).filter((path) => {
    const bytes = read(path);
    return folders.some((folder) => bytes.includes(`${folder}/`));
  });
  assert.deepEqual(naming, []);
});

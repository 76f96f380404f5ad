// The recipe for Hugo, followed on a small site in three languages, and built by Hugo.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { builderFiles, cardNumbers } from "./cards.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const page = (more, text) => `---\ntitle: Proposals\n${more}---\n${text}\n`;
const WITH_LIST = page("alesco: true\n", "{{< alesco-proposals >}}");

/** The builder writes no Swahili, and the modules have no translation into it. */
const SITE = {
  "config.toml": `baseURL = "https://site.example/docs/"
    disableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap"]
    [languages.en]\n[languages.pt-BR]\n[languages.sw]`,
  "layouts/_default/single.html": `<html lang="{{ site.Language.Lang }}"><head>{{ partial "alesco/head.html" . }}</head><body>{{ .Content }}</body></html>`,
  "content/list.en.md": WITH_LIST,
  "content/list.pt-br.md": WITH_LIST,
  "content/list.sw.md": WITH_LIST,
  // A page of the site's own, whose address the files must not take.
  "content/alesco.en.md": page("", "The page of the site"),
};

/** What a release has, as far as the recipe looks at it. */
const FILES = {
  "static/alesco-proposals/alesco-proposals.js": "script\n",
  "static/alesco-proposals/alesco-proposals.css": "styles\n",
  // As in a wasm file, bytes that are not UTF-8.
  "static/alesco-proposals/alesco-proposals.wasm": Buffer.from([0, 97, 115, 109, 255, 254, 128]),
  "static/alesco-proposals/locales/pt-br.json": "{}",
};

/** What `make snapshot` writes, as far as the recipe looks at it. */
const SNAPSHOT = {
  "assets/alesco-proposals/proposals.json": "{}",
  "assets/alesco-proposals/proposals.en.html": "<section>English cards</section>",
  "assets/alesco-proposals/proposals.pt-br.html": "<section>Cartões</section>",
};

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "recipe-"))));
after(() => rmSync(folder, { recursive: true }));

/** Builds a site of these files with Hugo; returns its folder, its pages by path, and the warnings. */
function build(name, files) {
  const site = join(folder, name);
  cpSync(`${root}recipes/hugo/layouts`, join(site, "layouts"), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
  const { status, stdout, stderr } = spawnSync("hugo", ["--minify"], { cwd: site, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const read = (path) => readFileSync(join(site, "public", path, "index.html"), "utf8");
  const warnings = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("WARN"));
  return { public: join(site, "public"), read, warnings };
}

const sri = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;
/** Returns the attributes of the elements in the head that load something, without quotes. */
const loaded = (html) => [...html.split("</head>")[0].matchAll(/<(?:link|script) ([^>]*)>/g)].map(([, attributes]) => attributes.replaceAll('"', ""));
const version = (html) => html.match(/alesco-proposals\.js\?v=([0-9a-f]{12})/)[1];

test("the head of a page with a list loads the files, with their version and their integrity values", () => {
  const html = build("head", { ...SITE, ...FILES }).read("list");
  const v = version(html);
  const [js, css] = ["js", "css"].map((extension) => sri(FILES[`static/alesco-proposals/alesco-proposals.${extension}`]));
  assert.deepEqual(loaded(html), [
    "rel=preload href=https://api.github.com/repos/AlmaLinux/ALESCo/issues?state=open&amp;per_page=100 as=fetch crossorigin",
    `rel=preload href=/docs/alesco-proposals/alesco-proposals.wasm?v=${v} as=fetch type=application/wasm`,
    `rel=modulepreload href=/docs/alesco-proposals/alesco-proposals.js?v=${v} integrity=${js}`,
    `rel=stylesheet href=/docs/alesco-proposals/alesco-proposals.css?v=${v} integrity=${css}`,
    `async type=module src=/docs/alesco-proposals/alesco-proposals.js?v=${v} integrity=${js}`,
  ]);
});

test("with prerendered cards the head does not preload the list", () => {
  const preloads = (files) => loaded(build(`preloads-${Object.keys(files).length}`, { ...SITE, ...FILES, ...files }).read("list")).filter((attributes) => attributes.includes("api.github.com"));
  assert.deepEqual([preloads({}).length, preloads(SNAPSHOT).length], [1, 0]);
});

test("the head loads what README's snippet loads", () => {
  const [snippet] = readFileSync(`${root}README.md`, "utf8").match(/<link rel="preload"[^]*?<\/script>/);
  const bare = (attributes) => attributes.replace(/ integrity=\S+/, "").replaceAll("/docs/", "/").replace(/v=[0-9a-f.]+/, "v=");
  const html = build("snippet", { ...SITE, ...FILES }).read("list");
  assert.deepEqual(loaded(html).map(bare), loaded(snippet).map(bare));
});

test("a translation is preloaded in its language alone", () => {
  const { read } = build("translation", { ...SITE, ...FILES });
  const translations = (path) => loaded(read(path)).filter((attributes) => attributes.includes("/locales/"));
  const html = read("pt-br/list");
  assert.deepEqual(translations("pt-br/list"), [`rel=preload href=/docs/alesco-proposals/locales/pt-br.json?v=${version(html)} as=fetch`]);
  assert.deepEqual([translations("list"), translations("sw/list")], [[], []]);
});

test("the version changes with each of the files, and is the same in all languages", () => {
  const pages = build("version", { ...SITE, ...FILES });
  const versions = [version(pages.read("list"))];
  assert.equal(version(pages.read("sw/list")), versions[0]);
  Object.keys(FILES).forEach((changed, at) => {
    versions.push(version(build(`version-${at}`, { ...SITE, ...FILES, [changed]: "changed" }).read("list")));
  });
  assert.equal(new Set(versions).size, 1 + Object.keys(FILES).length);
});

test("each language has its cards and the snapshot's address, and one without cards has English ones", () => {
  const { read, warnings } = build("whole", { ...SITE, ...FILES, ...SNAPSHOT });
  for (const [path, cards] of [["list", "English cards"], ["pt-br/list", "Cartões"], ["sw/list", "English cards"]]) {
    assert.match(read(path), new RegExp(`<div data-alesco-proposals data-snapshot="?/docs/alesco-proposals/proposals.json"?>\\s*<section>${cards}</section>`), path);
  }
  assert.deepEqual(warnings, []);
});

test("the builder's cards are on the minified pages, with their texts and the mark that the module looks for", () => {
  const files = builderFiles(["en", "pt-br"]);
  const assets = Object.fromEntries(Object.entries(files).map(([name, content]) => [`assets/alesco-proposals/${name}`, content]));
  const { read, public: published } = build("builder", { ...SITE, ...FILES, ...assets });
  for (const [path, code] of [["list", "en"], ["pt-br/list", "pt-br"], ["sw/list", "en"]]) {
    const [html, cards] = [read(path), files[`proposals.${code}.html`]];
    const title = cards.match(/<h3[^>]*>.*?<a [^>]*>([^<]+)<\/a>/)[1];
    assert.deepEqual(cardNumbers(html), cardNumbers(cards), path);
    assert.ok(cardNumbers(html).length >= 3, path);
    assert.match(html, new RegExp(`<section lang="?${code}"? [^>]*\\bdata-prerendered\\b`), path);
    assert.ok(html.includes(title), `${path}: ${title}`);
  }
  assert.deepEqual(JSON.parse(readFileSync(join(published, "alesco-proposals/proposals.json"))), JSON.parse(files["proposals.json"]));
});

test("before the first snapshot each language has a link", () => {
  const { read } = build("new", { ...SITE, ...FILES });
  for (const path of ["list", "pt-br/list", "sw/list"]) {
    assert.match(read(path), /<div data-alesco-proposals>\s*<p><a href="?https:\/\/github.com\/AlmaLinux\/ALESCo\/pulls"?>/, path);
  }
});

test("the site keeps its own page beside the copied files, and none of the builder's HTML is a page", () => {
  const site = build("beside", { ...SITE, ...FILES, ...SNAPSHOT });
  assert.match(site.read("alesco"), /The page of the site/);
  assert.deepEqual(readdirSync(join(site.public, "alesco")), ["index.html"]);
  assert.ok(existsSync(join(site.public, "alesco-proposals/alesco-proposals.js")));
  const files = readdirSync(site.public, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, name }) => join(parentPath, name).slice(site.public.length + 1));
  const copied = Object.keys(FILES).map((path) => path.slice("static/".length));
  assert.deepEqual(names.filter((name) => !name.endsWith("index.html")).sort(), [...copied, "alesco-proposals/proposals.json"].sort());
});

test("a feed is published and named in the head, if there is one, and the digest is not published", () => {
  const feed = { "assets/alesco-proposals/feed.xml": "<feed/>", "assets/alesco-proposals/digest.md": "Digest" };
  const site = build("feed", { ...SITE, ...FILES, ...SNAPSHOT, ...feed });
  const link = "rel=alternate type=application/atom+xml title=ALESCo proposals href=https://site.example/docs/alesco-proposals/feed.xml";
  assert.equal(loaded(site.read("list")).at(-1), link);
  assert.ok(existsSync(join(site.public, "alesco-proposals/feed.xml")));
  assert.ok(!existsSync(join(site.public, "alesco-proposals/digest.md")));
});

test("the front matter of the recipe keeps the list out of summaries", () => {
  const [frontMatter] = readFileSync(`${root}recipes/hugo/README.md`, "utf8").match(/(?<=```yaml\n)[^]*?(?= *```)/);
  const files = {
    "layouts/_default/summaries.html": "{{ range site.RegularPages }}<p>{{ .Summary }}</p>{{ end }}",
    "content/list.en.md": page(frontMatter.replaceAll(/^ +/gm, ""), "{{< alesco-proposals >}}"),
    "content/summaries.en.md": page("layout: summaries\n", ""),
  };
  const { read } = build("summaries", { ...SITE, ...FILES, ...SNAPSHOT, ...files });
  assert.match(read("list"), /English cards/);
  assert.match(read("summaries"), /The proposals before ALESCo\./);
  assert.doesNotMatch(read("summaries"), /data-alesco-proposals|English cards/);
});

test("a page without a list loads nothing", () => {
  assert.deepEqual(loaded(build("other", { ...SITE, ...FILES }).read("alesco")), []);
});

test("without the files a page has the link and loads nothing, and a warning names it", () => {
  const { read, warnings } = build("empty", SITE);
  assert.deepEqual(loaded(read("list")), []);
  assert.match(read("list"), /See the proposals on GitHub/);
  assert.equal(warnings.filter((warning) => /static\/alesco-proposals\/alesco-proposals\.js is missing/.test(warning)).length, 3, warnings.join("\n"));
});

test("a page whose front matter lacks the mark has the link, and a warning names it", () => {
  const { read, warnings } = build("unmarked", { ...SITE, ...FILES, "content/other.en.md": page("", "{{< alesco-proposals >}}") });
  assert.deepEqual(loaded(read("other")), []);
  assert.match(read("other"), /See the proposals on GitHub/);
  assert.equal(warnings.length, 1, warnings.join("\n"));
  assert.match(warnings[0], / \/docs\/other\/ has a list, and no `alesco = true`/);
});

test("a shortcode with parameters, which it does not take, has the list, and a warning names it", () => {
  const text = page("alesco: true\n", '{{< alesco-proposals data-stage="vote" >}}');
  const { read, warnings } = build("parameters", { ...SITE, ...FILES, ...SNAPSHOT, "content/other.en.md": text });
  assert.match(read("other"), /<div data-alesco-proposals/);
  assert.equal(warnings.length, 1, warnings.join("\n"));
  assert.match(warnings[0], / the shortcode of \/docs\/other\/ has parameters/);
});

// The recipe for Hugo in docs/embedding.md, followed on a small site in three languages, and built by Hugo.
import { before, after, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [, partial] = readFileSync(`${root}docs/embedding.md`, "utf8").match(/^```go-html-template\n(.*?)^```/ms);

/** The builder writes no Swahili. */
const SITE = {
  "config.toml": `baseURL = "https://site.example/"
    disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
    [languages.en]\n[languages.pt-BR]\n[languages.sw]`,
  "layouts/index.html": '<html lang="{{ site.Language.Lang }}"><body>{{ partial "alesco-proposals.html" . }}</body></html>',
  "layouts/_default/single.html": "<html><body>{{ .Content }}</body></html>",
  "layouts/partials/alesco-proposals.html": partial,
  "content/alesco.md": "---\ntitle: ALESCo\n---\nThe page of the site",
};

/** What `make snapshot` writes, as far as the recipe looks at it. */
const SNAPSHOT = {
  "assets/alesco/proposals.json": "{}",
  "assets/alesco/proposals.en.html": "<section>English cards</section>",
  "assets/alesco/proposals.pt-br.html": "<section>Cartões</section>",
};

let folder;
before(() => (folder = mkdtempSync(join(tmpdir(), "recipe-"))));
after(() => rmSync(folder, { recursive: true }));

/** Builds a site of these files with Hugo; returns the folder with its pages. */
function build(name, files) {
  const site = join(folder, name);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
  cpSync(`${root}dist/embed`, join(site, "static/alesco"), { recursive: true });
  execFileSync("hugo", ["--quiet", "--minify"], { cwd: site });
  return join(site, "public");
}

const page = (pages, path) => readFileSync(join(pages, path, "index.html"), "utf8");

test("each language has its cards and the snapshot's address, and one without cards has English ones", () => {
  const pages = build("whole", { ...SITE, ...SNAPSHOT });
  for (const [path, cards] of [["", "English cards"], ["pt-br", "Cartões"], ["sw", "English cards"]]) {
    assert.match(page(pages, path), new RegExp(`<div data-alesco-proposals data-snapshot="?/alesco/proposals.json"?>\\s*<section>${cards}</section>`), path);
  }
});

test("the site keeps its own page beside the copied files, and none of the builder's HTML is a page", () => {
  const pages = build("beside", { ...SITE, ...SNAPSHOT });
  assert.match(page(pages, "alesco"), /The page of the site/);
  assert.ok(existsSync(join(pages, "alesco/alesco-proposals.js")));
  const html = readdirSync(pages, { recursive: true }).filter((path) => String(path).endsWith(".html"));
  assert.deepEqual(html.filter((path) => !path.endsWith("index.html")), []);
});

test("before the first snapshot each language has a link", () => {
  const pages = build("new", SITE);
  for (const path of ["", "pt-br", "sw"]) assert.match(page(pages, path), /<div data-alesco-proposals><p><a href="?https:\/\/github.com\/AlmaLinux\/ALESCo\/pulls"?>/, path);
});

// The recipe for Hugo in a browser: the integrity values hold, and what is preloaded is used. ../hugo.test.mjs looks at the HTML.
import { after, before, test } from "node:test";
import { blocks, build, checkLists, remove } from "./site.mjs";

const [head, list] = blocks("hugo", "go-html-template");

let folder;
before(() => {
  folder = build({
    recipe: "hugo",
    files: {
      "config.toml": 'baseURL = "https://site.example/wiki/"\ndisableKinds = ["section", "taxonomy", "term", "RSS", "sitemap"]',
      "layouts/index.html": `<html lang="en"><head><link rel="icon" href="data:,">${head}</head><body><a href="list/">The list</a></body></html>`,
      "layouts/_default/single.html": `<html lang="en"><head><link rel="icon" href="data:,">${head}</head><body><a href="../">The start</a>{{ .Content }}</body></html>`,
      "content/list.md": `---\nalesco: true\n---\n${list}`,
    },
    copied: ["layouts"],
    embed: "static/alesco",
    command: ["hugo", "--minify", "--quiet"],
  });
});
after(() => remove(folder));

test("a list on a Hugo site comes with its page, and goes with it", () => checkLists(`${folder}/public`, "/wiki/", { asked: 1 }));

// The recipe for Hugo in a browser: the integrity values hold, and what is preloaded is used. ../hugo.test.mjs looks at the HTML.
import { after, test } from "node:test";
import { builderFiles } from "../cards.mjs";
import { blocks, build, checkLists, remove } from "./site.mjs";

const [head, list] = blocks("hugo", "go-html-template");

const site = (more) =>
  build({
    recipe: "hugo",
    files: {
      "config.toml": 'baseURL = "https://site.example/wiki/"\ndisableKinds = ["section", "taxonomy", "term", "RSS", "sitemap"]',
      "layouts/index.html": `<html lang="en"><head><link rel="icon" href="data:,">${head}</head><body><a href="list/">The list</a></body></html>`,
      "layouts/_default/single.html": `<html lang="en"><head><link rel="icon" href="data:,">${head}</head><body><a href="../">The start</a>{{ .Content }}</body></html>`,
      "content/list.md": `---\nalesco: true\n---\n${list}`,
      ...more,
    },
    copied: ["layouts"],
    embed: "static/alesco-proposals",
    command: ["hugo", "--minify", "--quiet"],
  });

const folders = [];
after(() => folders.forEach(remove));

for (const [name, cards] of [["a list", false], ["a list with prerendered cards", true]]) {
  test(`${name} on a Hugo site comes with its page, and goes with it`, async () => {
    const files = cards ? Object.entries(builderFiles(["en"])).map(([file, content]) => [`assets/alesco-proposals/${file}`, content]) : [];
    const folder = site(Object.fromEntries(files));
    folders.push(folder);
    await checkLists(`${folder}/public`, "/wiki/", { asked: cards ? 0 : 1, cards });
  });
}

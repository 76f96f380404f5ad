// The recipe for VuePress 1, followed on a site of two pages, without and with prerendered cards.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { builderFiles } from "../cards.mjs";
import { blocks, build, checkLists, install, remove } from "./site.mjs";

const [list] = blocks("vuepress-1", "md");

const folders = [];
after(() => folders.forEach(remove));

async function check(cards) {
  const folder = build({
    recipe: "vuepress-1",
    modules: install("vuepress", "1.9.10"),
    files: {
      "package.json": "{}",
      ".vuepress/config.js": 'module.exports = { base: "/wiki/" };',
      "README.md": "# Start\n\n[The list](./list.md)\n",
      "list.md": `[The start](./README.md)\n\n${list}`,
      "de.md": `---\nlang: de-DE\n---\n${list}`,
      "nl.md": `---\nlang: nl\n---\n${list}`,
      ...Object.fromEntries(Object.entries(cards).map(([name, content]) => [`.vuepress/alesco-proposals/${name}`, content])),
    },
    copied: [".vuepress"],
    embed: ".vuepress/public/alesco-proposals",
    command: ["node_modules/.bin/vuepress", "build", "."],
    // For webpack 4 on Node 17 and newer.
    env: { NODE_OPTIONS: "--openssl-legacy-provider" },
  });
  folders.push(folder);
  await checkLists(`${folder}/.vuepress/dist`, "/wiki/", { asked: 0, cards: Object.keys(cards).length > 0 });
  return (page) => readFileSync(`${folder}/.vuepress/dist/${page}.html`, "utf8");
}

test("a list on a VuePress 1 site comes with its page, and goes with it", () => check({}));

test("a list with prerendered cards on a VuePress 1 site comes with its page, and goes with it", async () => {
  const html = await check(builderFiles(["en", "de"]));
  assert.match(html("list"), /<section lang="en"/);
  assert.match(html("de"), /<section lang="de"/, "the page's language");
  assert.match(html("nl"), /<section lang="en"/, "English, where the page's language has no cards");
});

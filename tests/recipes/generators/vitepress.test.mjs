// The recipe for VitePress, followed on a site of two pages, without and with prerendered cards.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { builderFiles } from "../cards.mjs";
import { blocks, build, checkLists, install, remove } from "./site.mjs";

const [list, preload] = blocks("vitepress", "md");

const folders = [];
after(() => folders.forEach(remove));

async function check(cards) {
  const folder = build({
    recipe: "vitepress",
    modules: install("vitepress", "1.6.4"),
    files: {
      "package.json": '{ "type": "module" }',
      ".vitepress/config.mjs": 'export default { base: "/wiki/", locales: { root: { lang: "en-US" }, de: { lang: "de-DE" }, nl: { lang: "nl" } } };',
      "index.md": "# Start\n\n[The list](./list.md)\n",
      "list.md": `${preload}\n[The start](./index.md)\n\n${list}`,
      // In a folder, the path of the import begins with `../`.
      "de/list.md": list.replace('"./', '"../'),
      "nl/list.md": list.replace('"./', '"../'),
      ...Object.fromEntries(Object.entries(cards).map(([name, content]) => [`.vitepress/alesco-proposals/${name}`, content])),
    },
    copied: [".vitepress"],
    embed: "public/alesco-proposals",
    command: ["node_modules/.bin/vitepress", "build"],
  });
  folders.push(folder);
  await checkLists(`${folder}/.vitepress/dist`, "/wiki/", { asked: 1, cards: Object.keys(cards).length > 0 });
  return (page) => readFileSync(`${folder}/.vitepress/dist/${page}.html`, "utf8");
}

test("a list on a VitePress site comes with its page, and goes with it", () => check({}));

test("a list with prerendered cards on a VitePress site comes with its page, and goes with it", async () => {
  const html = await check(builderFiles(["en", "de"]));
  assert.match(html("list"), /<section lang="en"/);
  assert.match(html("de/list"), /<section lang="de"/, "the page's language");
  assert.match(html("nl/list"), /<section lang="en"/, "English, where the page's language has no cards");
});

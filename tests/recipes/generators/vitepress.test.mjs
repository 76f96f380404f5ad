// The recipe for VitePress, followed on a site of two pages.
import { after, before, test } from "node:test";
import { blocks, build, checkLists, install, remove } from "./site.mjs";

const [theme] = blocks("vitepress", "js");
const [list, frontMatter] = blocks("vitepress", "md");

let folder;
before(() => {
  folder = build({
    recipe: "vitepress",
    modules: install("vitepress", "1.6.4"),
    files: {
      "package.json": '{ "type": "module" }',
      ".vitepress/config.mjs": 'export default { base: "/wiki/" };',
      ".vitepress/theme/index.js": theme,
      "index.md": "# Start\n\n[The list](./list.md)\n",
      "list.md": `${frontMatter}\n# Proposals\n\n[The start](./index.md)\n\n${list}`,
    },
    copied: [".vitepress/theme/AlescoProposals.vue"],
    embed: "public/alesco-proposals",
    command: ["node_modules/.bin/vitepress", "build"],
  });
});
after(() => remove(folder));

test("a list on a VitePress site comes with its page, and goes with it", () => checkLists(`${folder}/.vitepress/dist`, "/wiki/", { asked: 1 }));

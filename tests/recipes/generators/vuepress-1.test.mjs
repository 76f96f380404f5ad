// The recipe for VuePress 1, followed on a site of two pages.
import { after, before, test } from "node:test";
import { blocks, build, checkLists, install, remove } from "./site.mjs";

const [list] = blocks("vuepress-1", "md");

let folder;
before(() => {
  folder = build({
    recipe: "vuepress-1",
    modules: install("vuepress", "1.9.10"),
    files: {
      "package.json": "{}",
      ".vuepress/config.js": 'module.exports = { base: "/wiki/" };',
      "README.md": "# Start\n\n[The list](./list.md)\n",
      "list.md": `# Proposals\n\n[The start](./README.md)\n\n${list}`,
    },
    copied: [".vuepress/components/AlescoProposals.vue"],
    embed: ".vuepress/public/alesco-proposals",
    command: ["node_modules/.bin/vuepress", "build", "."],
    // For webpack 4 on Node 17 and newer.
    env: { NODE_OPTIONS: "--openssl-legacy-provider" },
  });
});
after(() => remove(folder));

test("a list on a VuePress 1 site comes with its page, and goes with it", () => checkLists(`${folder}/.vuepress/dist`, "/wiki/", { asked: 0 }));

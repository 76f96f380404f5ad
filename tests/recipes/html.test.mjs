// The recipe for plain HTML: its command on its element.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { builderFiles, cardNumbers } from "./cards.mjs";

const recipe = readFileSync(fileURLToPath(new URL("../../recipes/html/README.md", import.meta.url)), "utf8");
const block = (language) => recipe.match(new RegExp(`^ +\`\`\`${language}\\n([^]*?)^ +\`\`\``, "m"))[1].replaceAll(/^   /gm, "");

/** Makes a site of the recipe's template, with `cards` as its snapshot's HTML unless they are missing, and runs `check`. */
function onSite(cards, check) {
  const folder = mkdtempSync(join(tmpdir(), "recipe-"));
  const build = () => execFileSync("sh", ["-c", block("sh")], { cwd: folder, stdio: "ignore" });
  try {
    mkdirSync(join(folder, "snapshot"));
    writeFileSync(join(folder, "index.html"), `<p>Before & after</p>\n${block("html")}<p>\\1</p>\n`);
    if (cards !== undefined) writeFileSync(join(folder, "snapshot/proposals.en.html"), cards);
    check(build, join(folder, "public/index.html"), join(folder, "index.html"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the cards take the place of the comment, and nothing else of the page changes", () => {
  onSite("<section>cards & more</section>\n", (build, page) => {
    build();
    const expected = "<p>Before & after</p>\n<div data-alesco-proposals>\n<section>cards & more</section>\n</div>\n<p>\\1</p>\n";
    assert.equal(readFileSync(page, "utf8"), expected);
  });
});

test("the builder's cards are put in byte by byte", () => {
  const cards = builderFiles(["en"])["proposals.en.html"];
  assert.ok(cardNumbers(cards).length >= 3);
  onSite(cards, (build, page) => {
    build();
    const expected = `<p>Before & after</p>\n<div data-alesco-proposals>\n${cards}</div>\n<p>\\1</p>\n`;
    assert.equal(readFileSync(page, "utf8"), expected);
  });
});

for (const [name, edit] of [["missing", ""], ["not alone on its line", "<div data-alesco-proposals><!-- proposals --></div>"]]) {
  test(`the build fails and writes no page where the comment is ${name}`, () => {
    onSite("<section>cards</section>\n", (build, page, template) => {
      writeFileSync(template, `<p>Before</p>\n${edit}\n`);
      assert.throws(build);
      assert.equal(existsSync(page), false);
    });
  });
}

for (const [name, cards] of [["missing", undefined], ["empty", ""]]) {
  test(`the build fails and writes no page where the HTML is ${name}`, () => {
    onSite(cards, (build, page) => {
      assert.throws(build);
      assert.equal(existsSync(page), false);
    });
  });
}

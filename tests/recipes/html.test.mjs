// The recipe for plain HTML: its command on its element.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const recipe = readFileSync(fileURLToPath(new URL("../../recipes/html/README.md", import.meta.url)), "utf8");
const block = (language) => recipe.match(new RegExp(`^ +\`\`\`${language}\\n([^]*?)^ +\`\`\``, "m"))[1].replaceAll(/^   /gm, "");

test("the cards take the place of the comment, and nothing else of the page changes", () => {
  const folder = mkdtempSync(join(tmpdir(), "recipe-"));
  try {
    for (const name of ["snapshot", "public"]) mkdirSync(join(folder, name));
    writeFileSync(join(folder, "page.html"), `<p>Before & after</p>\n${block("html")}<p>\\1</p>\n`);
    writeFileSync(join(folder, "snapshot/proposals.en.html"), "<section>cards & more</section>\n");
    execFileSync("sh", ["-c", block("sh")], { cwd: folder });
    const html = readFileSync(join(folder, "public/page.html"), "utf8");
    assert.equal(html, "<p>Before & after</p>\n<div data-alesco-proposals>\n<section>cards & more</section>\n</div>\n<p>\\1</p>\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

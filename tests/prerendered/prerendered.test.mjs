// Prerendered HTML, as the snapshot builder writes it: valid in every language, and small. tests/snapshot/ checks its content.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const root = fileURLToPath(new URL("../../", import.meta.url));
const LANGUAGES = readFileSync(`${root}src/i18n/locale.rs`, "utf8")
  .match(/LANGUAGES: \[&str; \d+\] = \[([^\]]*)\]/)[1]
  .match(/[a-z-]+/g);

/** What a list may take, compressed: with the 16 proposals that are known. */
const MOST = 6_000;

const RULES = {
  extends: ["html-validate:recommended"],
  rules: {
    // The filters are never sent anywhere.
    "wcag/h32": "off",
    // A list without bullets is none to VoiceOver, unless it says so.
    "no-redundant-role": ["error", { exclude: ["list"] }],
  },
};

const KNOWN = JSON.parse(readFileSync(`${root}snapshot/proposals.json`, "utf8"));

/** Enough for a search, and all that a card can have. */
const CROWDED = {
  ...KNOWN,
  problems: [{ item: 9, reason: "it has no number" }],
  proposals: KNOWN.proposals.slice(0, 7).map((proposal, at) => ({
    ...proposal,
    stage: ["vote", "discussion", "submitted"][at % 3],
    draft: at % 2 === 1 || undefined,
    labels: [
      { name: "vote at next meeting", color: "fbca04" },
      { name: 'a "quoted" <b>name</b> & more', description: "it’s <i>one</i>", color: "5319e7" },
      { name: "قديم", color: "fef2c0" },
    ],
    sigs: [{ slug: "core", name: "Core", evidence: at % 2 ? "label" : "mention", sentence: "The Core SIG & others." }],
    comments: at,
    thumbs_up: at,
  })),
};

const folders = [KNOWN, CROWDED].map((snapshot) => [mkdtempSync(join(tmpdir(), "alesco-prerendered-")), snapshot]);
const read = (code, at = 0) => readFileSync(join(folders[at][0], `proposals.${code}.html`));

before(() => {
  const program = ["run", "--quiet", "--locked", "--features", "snapshot-cli", "--bin", "snapshot", "--"];
  for (const [folder, snapshot] of folders) {
    writeFileSync(join(folder, "proposals.json"), JSON.stringify(snapshot));
    execFileSync("cargo", [...program, "--offline", "--out", folder], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
  }
});

after(() => folders.forEach(([folder]) => rmSync(folder, { recursive: true })));

for (const code of LANGUAGES) {
  test(`${code}: valid HTML`, async () => {
    const validator = new HtmlValidate(new StaticConfigLoader({ root: true, ...RULES }));
    for (const at of folders.keys()) {
      const body = `<body><div data-alesco-proposals>${read(code, at)}</div></body>`;
      const page = `<!DOCTYPE html>\n<html lang="en"><head><title>ALESCo</title></head>${body}</html>`;
      const { results } = await validator.validateString(page);
      assert.deepEqual(results.flatMap(({ messages }) => messages.map((m) => `${m.column}: ${m.ruleId}: ${m.message}`)), []);
    }
  });
}

test("the validator sees what is wrong", async () => {
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, ...RULES }));
  for (const wrong of ["<p><div></div></p>", "<ul><p>x</p></ul>", '<i id="a"></i><b id="a"></b>', '<p style="color: red">x</p>']) {
    assert.ok(!(await validator.validateString(wrong)).valid, wrong);
  }
});

test(`no list takes more than ${MOST} bytes`, () => {
  const weigh = (bytes) => {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return brotliCompressSync(bytes, { params }).length;
  };
  const sizes = LANGUAGES.map((code) => [code, read(code).length, weigh(read(code))]).sort((a, b) => a[2] - b[2]);
  for (const [code, bytes, compressed] of sizes) console.log(`# ${code}: ${bytes} bytes, ${compressed} with brotli`);
  assert.deepEqual(sizes.filter(([, , compressed]) => compressed > MOST), []);
});

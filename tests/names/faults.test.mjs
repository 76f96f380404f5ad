// The table of known faults names tests that exist.
import { test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const table = readFileSync(`${root}tests/faults.md`, "utf8");
const rows = [...table.matchAll(/^\| (\d+) \| .*? \| (.*) \|$/gm)].map(([, number, tests]) => ({ number: Number(number), tests }));

/** True if a file has a test of this name. */
function hasTest(file, name) {
  if (!existsSync(root + file)) return false;
  const source = readFileSync(root + file, "utf8");
  if (file.endsWith(".rs")) return new RegExp(`#\\[test\\]\\n\\s*fn ${name}\\(`).test(source);
  // `test(` or a test with other fixtures, such as `apiTest(`.
  return ['"', "'", "`"].some((quote) => source.includes(`est(${quote}${name}${quote}`));
}

test("every fault has a row", () => {
  const numbers = [...Array(63).keys()].map((at) => at + 1);
  assert.deepEqual(rows.map(({ number }) => number), numbers);
});

for (const { number, tests } of rows) {
  test(`the tests of fault ${number} exist`, () => {
    const missing = [];
    let count = 0;
    for (const part of tests.split("; ")) {
      const [file, ...names] = [...part.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
      missing.push(...names.filter((name) => !hasTest(file, name)).map((name) => `${file}: ${name}`));
      count += names.length;
    }
    assert.ok(count > 0);
    assert.deepEqual(missing, []);
  });
}

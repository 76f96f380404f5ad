// The section of CHANGELOG.md that comes with a release.
import { test } from "node:test";
import assert from "node:assert/strict";
import { changesOf } from "../../tools/release/changes.mjs";

const CHANGELOG = `# Changelog

## Unreleased

Not yet.

## 1.1.0 (2026-11-27)

### New

- A list.

## 1.0.0

The first.

## 0.9.0 before the rewrite

Old.
`;

/** Version, whether it is released, and the section's text. */
const FOUND = [
  ["1.0.0", true, "The first.\n"],
  ["1.1.0", true, "### New\n\n- A list.\n"],
  ["1.1.0", false, "### New\n\n- A list.\n"],
  ["1.2.0", false, "Not yet.\n"],
  // Its heading names more than the version and the day.
  ["0.9.0", false, "Not yet.\n"],
];

for (const [version, released, text] of FOUND) {
  test(`the changes of ${version}${released ? ", released," : ""} begin with ${JSON.stringify(text.split("\n")[0])}`, () => {
    assert.equal(changesOf(CHANGELOG, version, { released }), text);
  });
}

test("a released version without a section of its own is refused", () => {
  for (const version of ["1.2.0", "0.9.0", "1.0"]) {
    assert.throws(() => changesOf(CHANGELOG, version, { released: true }), { message: `CHANGELOG.md has no section "## ${version}"` });
  }
});

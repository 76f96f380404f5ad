// Names that the project has replaced by standard ones. Each is unambiguous: no other meaning of it occurs.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A replaced name, and the one to use. */
const REPLACED = {
  "[Ss]hel(f|ves)": "chunk",
  "[Cc]urtains?": "hidden items",
  "[Cc]ouriers?": "effect runner, FeedEffects, UiEffects",
  "[Tt]ongues?": "LocaleFormat, language",
  OnItsWay: "InFlight",
  SharedFeed: "FeedHandle",
  IS_FRAGMENT: "is_prerender",
  "data-(fragment|ink|alesco-mounted)": "data-prerendered, data-text-color",
  "alesco-(unseen|marks|facts|narrowed|place|evidence-box|about|paint|choice)": "see the class names in style/",
  "Trouble|Silence|Refusal|Malformed|Misuse": "FeedError, TransportError, ApiError, DecodeError, InvalidAttribute",
  "Listing|Searchable|Histories": "PullRequest, SearchEntry, RepositoryEvents",
  "word\\(\\)": "as_str()",
  "folded_name|known_as_rfc|is_no_rfc": "normalize_label, with_rfc, is_not_rfc",
  "LONGEST_WAIT|SHORTEST_WAIT|MOST_PAGES|HANDFUL|PATIENCE|PROPAGATION": "MAX_…, MIN_…, …_THRESHOLD, …_TIMEOUT_MS",
};

const files = execFileSync("git", ["ls-files", "src", "style", "tests", "tools", "docs", "*.md", "index.html"], { cwd: root, encoding: "utf8" })
  .trim()
  .split("\n")
  .filter((file) => /\.(rs|mjs|js|css|md|html)$/.test(file) || file.startsWith("tools/"))
  // The list itself, what has changed, and other people's texts.
  .filter((file) => !/^(tests\/names|tests\/fixtures|CHANGELOG|docs\/decisions)/.test(file));

test("there are files to look at", () => assert.ok(files.length > 100, `${files.length} files`));

for (const [name, standard] of Object.entries(REPLACED)) {
  test(`nothing is called ${name}, but ${standard}`, () => {
    const pattern = new RegExp(`(?<![\\w-])(${name})(?![\\w-])`);
    const found = files.filter((file) => pattern.test(readFileSync(root + file, "utf8")));
    assert.deepEqual(found, []);
  });
}

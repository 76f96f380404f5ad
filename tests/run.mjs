// Runs every suite, and sums them up in one closing line. Each step shows its own output as it goes. With the name of an
// engine it builds, and runs the tests in that engine alone.
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { LIMITS } from "./e2e/firefox-limits.mjs";

const ENGINES = ["chromium", "firefox", "webkit"];
const WASM = ["--target", "wasm32-unknown-unknown"];

const [engine = "all"] = process.argv.slice(2);
if (![...ENGINES, "all"].includes(engine)) throw new Error(`There is no engine "${engine}": ${ENGINES.join(", ")} or all`);
const engines = engine === "all" ? ENGINES : [engine];

/** `limited` counts the tests that cannot run in an engine. */
const total = { passed: 0, failed: 0, limited: 0 };
/** Each step with its seconds, and the number of its tests. */
const steps = [];
/** A line for each step or test that failed, so that the end of a log says what to look for. */
const failures = [];

/** Runs a command to its end; resolves to whether it succeeded, and what it printed. */
function run(command, args, environment) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ...environment } });
    child.stdout.on("data", (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on("error", () => resolve({ success: false, output }));
    child.on("close", (code) => resolve({ success: code === 0, output }));
  });
}

async function step(title, command, args, count, environment = {}) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  const { success, output } = await run(command, args, environment);
  const { passed, failed, limited = 0, names = [] } = count?.(output) ?? { passed: 0, failed: 0 };
  const isEmpty = Boolean(count) && passed + failed === 0;
  if (isEmpty) console.error("No test has run.");
  if (!success || isEmpty || failed > 0) failures.push(...(names.length > 0 ? names : ["no test to blame"]).map((name) => `${title}: ${name}`));
  steps.push({ title, seconds: Math.round((performance.now() - started) / 1000), tests: count ? passed + failed : "" });
  total.passed += passed;
  total.limited += limited;
  // A step that fails without a test to blame, such as a lint or a build, is a failure too, and so is one without tests.
  total.failed += success && !isEmpty ? failed : Math.max(failed, 1);
  return success;
}

/** The sums of `cargo test`'s lines, one for each binary. An ignored test is a failed one. */
function nativeTests(output) {
  const results = [...output.matchAll(/^test result: .*? (\d+) passed; (\d+) failed; (\d+) ignored/gm)];
  const sum = (group) => results.reduce((sum, result) => sum + Number(result[group]), 0);
  const names = [...output.matchAll(/^test (.*) \.\.\. (?:FAILED|ignored)/gm)].map(([, name]) => name);
  return { passed: sum(1), failed: sum(2) + sum(3), names };
}

/** The sums of Node's test runner. What it skips or leaves to be done has failed. */
function nodeTests(output) {
  const sum = (kind) => Number(output.match(new RegExp(`^# ${kind} (\\d+)$`, "m"))?.[1] ?? 0);
  const names = [...output.matchAll(/^ *(?:not ok|ok(?=.* # (?:SKIP|TODO))) \d+ - (.*)$/gm)].map(([, name]) => name);
  return { passed: sum("pass"), failed: ["fail", "cancelled", "skipped", "todo"].map(sum).reduce((a, b) => a + b), names };
}

/** All tests of Playwright's report, in files and in the groups in them, each with its title and its file. */
const playwrightTests = (suite) => [
  ...(suite.specs ?? []).flatMap(({ title, file, tests }) => tests.map((test) => ({ ...test, title, file }))),
  ...(suite.suites ?? []).flatMap(playwrightTests),
];

/** Returns the file and title of a test of Playwright's report, and the first line of its error. */
function playwrightFailure({ file, title, results }) {
  const message = results.find(({ error }) => error)?.error.message ?? "";
  return `${file}: ${title}: ${stripVTControlCharacters(message).split("\n", 1)[0]}`;
}

/**
 * Playwright's own statistics. A flaky or a skipped test is a failed one, unless firefox-limits.mjs says why it cannot run
 * in Firefox. A limit that applies to no test is a failure, too.
 */
function browserTests(engine) {
  try {
    const report = JSON.parse(readFileSync(`test-results/${engine}.json`, "utf8"));
    const { expected, unexpected, flaky, skipped } = report.stats;
    const limits = engine === "firefox" ? new Set(LIMITS.map(({ reason }) => reason)) : new Set();
    const tests = playwrightTests(report);
    const reasons = tests.filter(({ status }) => status === "skipped").map(({ annotations }) => annotations[0]?.description);
    const limited = reasons.filter((reason) => limits.has(reason)).length;
    const names = tests.filter(({ status }) => status === "unexpected" || status === "flaky").map(playwrightFailure);
    const unused = [...limits].filter((reason) => !reasons.includes(reason));
    for (const reason of unused) console.error(`No test has this limit any more: ${reason}`);
    return { passed: expected, failed: unexpected + flaky + (skipped - limited) + unused.length, limited, names };
  } catch (error) {
    console.error(`The browser tests left no report: ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

/** The arguments of Node that run the tests in a folder. Node 22 takes no folder. */
function testsIn(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".test.mjs")).map((name) => folder + name);
  // Without a file Node would look for tests everywhere.
  if (files.length === 0) throw new Error(`${folder} has no tests`);
  return ["--test", "--test-reporter=tap", ...files];
}

rmSync("test-results", { recursive: true, force: true });
if (engine === "all") {
  await step("Formatting", "cargo", ["fmt", "--check"]);
  await step("Lints, native", "cargo", ["clippy", "--all-targets", "--locked", "--", "-D", "warnings"]);
  await step("Lints, the snapshot's builder", "cargo", ["clippy", "--all-targets", "--features", "snapshot-cli", "--locked", "--", "-D", "warnings"]);
  await step("Lints, list module", "cargo", ["clippy", ...WASM, "--locked", "--", "-D", "warnings"]);
  await step("Lints, browser module", "cargo", ["clippy", ...WASM, "--features", "browser", "--locked", "--", "-D", "warnings"]);
  await step("Native tests, with the snapshot's builder", "cargo", ["test", "--features", "snapshot-cli", "--locked"], nativeTests);
  await step("Translations", "node", testsIn("tests/i18n/"), nodeTests);
  await step("Prerendered HTML", "node", testsIn("tests/prerendered/"), nodeTests);
  await step("The schema of snapshots", "node", testsIn("tests/schema/"), nodeTests);
  await step("Releases", "node", testsIn("tests/release/"), nodeTests);
  await step("Workflows", "node", testsIn("tests/workflows/"), nodeTests);
  await step("Recipes", "node", testsIn("tests/recipes/"), nodeTests);
  await step("Names", "node", testsIn("tests/names/"), nodeTests);
}
// As `make build` does it.
const flags = { CARGO_ENCODED_RUSTFLAGS: execFileSync("tools/remap-paths", { encoding: "utf8" }) };
const built = await step("Building in release", "trunk", ["build", "--release", "--locked"], undefined, flags);
if (engine === "all" && built) await step("What a build leaves", "node", testsIn("tests/dist/"), nodeTests);
for (const engine of built ? engines : []) {
  const title = `Browser tests in ${engine}`;
  if (engine === "webkit") await step(title, "node", testsIn("tests/webkit/"), nodeTests);
  else {
    const args = ["test", "--config", "tests/e2e/playwright.config.mjs"];
    await step(title, "node_modules/.bin/playwright", args, () => browserTests(engine), { ENGINE: engine });
  }
}

console.log("\n== Seconds and tests of each step");
for (const { seconds, tests, title } of steps) console.log(`${String(seconds).padStart(6)} ${String(tests).padStart(6)}  ${title}`);
if (failures.length > 0) console.log(`\n== Failed\n${failures.join("\n")}`);
const limited = total.limited > 0 ? `, ${total.limited} not possible in Firefox (tests/e2e/firefox-limits.mjs says why)` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${limited}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

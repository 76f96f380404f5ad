// Runs every suite, and sums them up in one closing line. Each step shows its own output as it goes.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync, rmSync } from "node:fs";

const BROWSER_REPORT = "test-results/browser.json";
const WASM = ["--target", "wasm32-unknown-unknown"];

const total = { passed: 0, failed: 0 };
/** Each step with its seconds. */
const times = [];

/** Runs a command to its end; resolves to whether it succeeded, and what it printed. */
function run(command, args) {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
    child.stdout.on("data", (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on("error", () => resolve({ success: false, output }));
    child.on("close", (code) => resolve({ success: code === 0, output }));
  });
}

async function step(title, command, args, count) {
  console.log(`\n== ${title}`);
  const started = performance.now();
  const { success, output } = await run(command, args);
  times.push([title, Math.round((performance.now() - started) / 1000)]);
  const { passed, failed } = count?.(output) ?? { passed: 0, failed: 0 };
  const isEmpty = Boolean(count) && passed + failed === 0;
  if (isEmpty) console.error("No test has run.");
  total.passed += passed;
  // A step that fails without a test to blame, such as a lint or a build, is a failure too, and so is one without tests.
  total.failed += success && !isEmpty ? failed : Math.max(failed, 1);
  return success;
}

/** The sums of `cargo test`'s lines, one for each binary. An ignored test is a failed one. */
function nativeTests(output) {
  const results = [...output.matchAll(/^test result: .*? (\d+) passed; (\d+) failed; (\d+) ignored/gm)];
  const sum = (group) => results.reduce((sum, result) => sum + Number(result[group]), 0);
  return { passed: sum(1), failed: sum(2) + sum(3) };
}

/** The sums of Node's test runner. What it skips or leaves to be done has failed. */
function nodeTests(output) {
  const sum = (kind) => Number(output.match(new RegExp(`^# ${kind} (\\d+)$`, "m"))?.[1] ?? 0);
  return { passed: sum("pass"), failed: ["fail", "cancelled", "skipped", "todo"].map(sum).reduce((a, b) => a + b) };
}

/** Playwright's own statistics. A flaky or a skipped test is a failed one. */
function browserTests() {
  try {
    const { stats } = JSON.parse(readFileSync(BROWSER_REPORT, "utf8"));
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
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
await step("Recipes", "node", testsIn("tests/recipes/"), nodeTests);
await step("Workflows", "node", testsIn("tests/workflows/"), nodeTests);
await step("Names", "node", testsIn("tests/names/"), nodeTests);
const built = await step("Building in release", "trunk", ["build", "--release", "--locked"]);
if (built) {
  await step("What a build leaves", "node", testsIn("tests/dist/"), nodeTests);
  const config = ["--config", "tests/e2e/playwright.config.mjs"];
  await step("Browser tests", "node_modules/.bin/playwright", ["test", ...config], browserTests);
}

console.log("\n== Seconds that each step took");
for (const [title, seconds] of times) console.log(`${String(seconds).padStart(6)}  ${title}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

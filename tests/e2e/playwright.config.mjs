import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";
import { FOLDER, HOST } from "./address.mjs";

const asRoot = process.getuid?.() === 0;

/** The headless shell runs the same engine in half the time, for it draws no windows. */
const BROWSERS = ["chromium-headless-shell", "chromium"];
const FOLDERS = process.env.PATH.split(delimiter);
const onPath = BROWSERS.flatMap((name) => FOLDERS.map((folder) => join(folder, name))).find((path) => existsSync(path));

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "./prerendered.mjs",
  fullyParallel: true,
  // Tests wait more than they compute.
  workers: availableParallelism() + 1,
  // A busy machine may be ten times as slow as an idle one.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "../../test-results/browser.json" }]],
  use: {
    baseURL: `http://${HOST}${FOLDER}`,
    locale: "en-GB",
    timezoneId: "UTC",
    launchOptions: {
      executablePath: process.env.CHROMIUM || onPath,
      args: [
        ...(asRoot ? ["--no-sandbox"] : []),
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  webServer: {
    command: "node server.mjs",
    url: `http://${HOST}${FOLDER}`,
    reuseExistingServer: false,
  },
});

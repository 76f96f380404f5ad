import { defineConfig } from "@playwright/test";
import { FOLDER, HOST } from "./address.mjs";
import { ENGINE, PROJECTS, WORKERS } from "./engines.mjs";

export default defineConfig({
  testDir: ".",
  outputDir: `../../test-results/${ENGINE}`,
  globalSetup: "./prerendered.mjs",
  fullyParallel: true,
  workers: WORKERS,
  // A busy machine may be ten times as slow as an idle one.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: `../../test-results/${ENGINE}.json` }]],
  projects: PROJECTS[ENGINE],
  use: {
    baseURL: `http://${HOST}${FOLDER}`,
    locale: "en-GB",
    timezoneId: "UTC",
  },
  webServer: {
    command: "node server.mjs",
    url: `http://${HOST}${FOLDER}`,
    reuseExistingServer: false,
  },
});

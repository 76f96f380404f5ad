import { defineConfig } from "@playwright/test";
import { FOLDER, HOST } from "./address.mjs";

const asRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "./fragments.mjs",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "../../test-results/browser.json" }]],
  use: {
    baseURL: `http://${HOST}${FOLDER}`,
    locale: "en-GB",
    timezoneId: "UTC",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
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

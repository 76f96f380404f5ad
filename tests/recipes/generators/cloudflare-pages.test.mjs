// The recipe for Cloudflare Pages, served by its own tool.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { build, install, remove } from "./site.mjs";

const PORT = 8791;
const FOR_GOOD = "public, max-age=31536000, immutable";

let folder;
let server;
before(async () => {
  folder = build({
    recipe: "cloudflare-pages",
    modules: install("wrangler", "4.86.0"),
    files: { "public/index.html": "<p>Start</p>", "public/alesco-proposals/index.html": "<p>List</p>", "public/alesco-proposals/proposals.json": "{}", "public/alesco-proposals/feed.xml": "<feed/>" },
    copied: ["_headers"],
    embed: "public/alesco-proposals",
    command: ["mv", "_headers", "public/_headers"],
  });
  const options = ["--port", PORT, "--ip", "127.0.0.1", "--compatibility-date", "2026-05-01"];
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CI: "1", HOME: folder };
  server = spawn("node_modules/.bin/wrangler", ["pages", "dev", "public", ...options.map(String)], { cwd: folder, env, stdio: ["ignore", "pipe", "inherit"], detached: true });
  await new Promise((resolve, reject) => {
    server.stdout.on("data", (text) => String(text).includes("Ready on") && resolve());
    server.on("exit", (code) => reject(new Error(`wrangler ended with ${code}`)));
  });
});
after(() => {
  server.removeAllListeners("exit");
  // With the server that wrangler has started.
  process.kill(-server.pid, "SIGKILL");
  server.stdout.destroy();
  remove(folder);
});

const CASES = {
  "alesco-proposals/alesco-proposals.js?v=1": FOR_GOOD,
  "alesco-proposals/alesco-proposals.wasm?v=1": FOR_GOOD,
  "alesco-proposals/alesco-proposals.css?v=1": FOR_GOOD,
  "alesco-proposals/locales/de.json?v=1": FOR_GOOD,
  "alesco-proposals/proposals.json": "public, max-age=300",
  "alesco-proposals/": "public, max-age=0, must-revalidate",
  "alesco-proposals/feed.xml": "public, max-age=0, must-revalidate",
};

for (const [path, expected] of Object.entries(CASES)) {
  test(`${path} is cached as the recipe says`, async () => {
    const response = await fetch(`http://127.0.0.1:${PORT}/${path}`);
    assert.deepEqual([response.status, response.headers.get("cache-control")], [200, expected]);
  });
}

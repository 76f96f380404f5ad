// A post of a Discourse forum, with the policy of Discourse 3.3 and later and the widget's files on another origin, as
// docs/embedding.md says.
// Sources: https://meta.discourse.org/t/104243 and lib/content_security_policy/default.rb of discourse/discourse.
import { EMBED, HOST, OTHER } from "./address.mjs";
import { ENGINE } from "./engines.mjs";
import { mockGitHub } from "./github.mjs";
import { axeViolations, expect, expectLoaded, test } from "./page.mjs";

// Chromium does not count a page that a route answers as local, so its requests to this machine need a permission.
test.use({ permissions: ENGINE === "chromium" ? ["local-network-access"] : [] });

const FILES = `http://${OTHER}${EMBED}`;
const WAITING = "The list is loading.";

/** The policy, with these values of the setting `content_security_policy_script_src`. */
const policy = (...settings) =>
  ["base-uri 'self'", "object-src 'none'", `script-src ${["'nonce-forum'", "'strict-dynamic'", ...settings].join(" ")}`, `worker-src 'self' http://${HOST}/assets/ http://${HOST}/javascripts/ http://${HOST}/plugins/`, "frame-ancestors 'self'", "manifest-src 'self'"].join("; ");

async function openPost(page, contentSecurityPolicy) {
  await mockGitHub(page);
  await page.route("**/t/proposals/1", (route) =>
    route.fulfill({
      headers: { "content-type": "text/html", "content-security-policy": contentSecurityPolicy },
      body: `<!doctype html><html lang="en"><title>Proposals</title><link rel="icon" href="data:,">
        <meta name="viewport" content="width=device-width">
        <link rel="stylesheet" href="${FILES}alesco-proposals.css">
        <script nonce="forum" type="module" crossorigin src="${FILES}alesco-proposals.js?v=7"></script>
        <main><h1>Proposals</h1><div class="cooked"><h2>Open</h2><div data-alesco-proposals>${WAITING}</div></div></main></html>`,
    }));
  await page.goto(`http://${HOST}/t/proposals/1`);
}

test("with 'wasm-unsafe-eval' in the forum's setting a post has the cards, and nothing breaks the policy", async ({ page }) => {
  await openPost(page, policy("'wasm-unsafe-eval'"));
  await expectLoaded(page);
  await page.locator("input[type=checkbox][name=stage]").first().check();
  expect(await axeViolations(page)).toEqual([]);
});

test("without it the post keeps its text, and the console names the policy", async ({ page, expectedConsole }) => {
  const said = [];
  expectedConsole.push(/wasm|WebAssembly|Content Security Policy/i);
  page.on("console", (message) => said.push(message.text()));
  await openPost(page, policy());
  await expect.poll(() => said.join("\n")).toMatch(/Content Security Policy|unsafe-eval|blocked by CSP/);
  await expect(page.locator(".cooked")).toContainText(WAITING);
});

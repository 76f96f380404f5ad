// A site that is made by following a recipe to the letter, built by its generator, and opened in Chromium.
import { chromium } from "@playwright/test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, extname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { CHROMIUM } from "../../e2e/engines.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const ISSUES = readFileSync(`${root}tests/fixtures/issues.json`, "utf8");
const TYPES = { ".css": "text/css", ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

/** Returns the fenced blocks of a language in a recipe's README.md, without the indentation of a list. */
export function blocks(recipe, language) {
  const text = readFileSync(`${root}recipes/${recipe}/README.md`, "utf8");
  return [...text.matchAll(new RegExp(`^( *)\`\`\`${language}\\n([^]*?)^\\1\`\`\``, "gm"))].map(([, indent, code]) => code.replaceAll(new RegExp(`^${indent}`, "gm"), ""));
}

/** Installs an npm package into .tools/recipes/, unless it is there; returns its node_modules. */
export function install(name, version) {
  const folder = `${root}.tools/recipes/${name}-${version}`;
  if (!existsSync(`${folder}/installed`)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/package.json`, "{}");
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", `${name}@${version}`], { cwd: folder, stdio: "inherit" });
    writeFileSync(`${folder}/installed`, "");
  }
  return `${folder}/node_modules`;
}

/**
 * Builds a site in a new folder. `files` are the files of the site by path, `copied` files or folders of the recipe, `command`
 * the generator's with its arguments, `embed` where dist/embed/ goes, `modules` the generator's node_modules, if it has some.
 * Returns the folder.
 */
export function build({ recipe, files, copied, embed, command: [program, ...args], modules, env = {} }) {
  const folder = mkdtempSync(join(tmpdir(), "recipe-"));
  if (modules) symlinkSync(modules, `${folder}/node_modules`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const path of copied) cpSync(`${root}recipes/${recipe}/${path}`, join(folder, path), { recursive: true });
  cpSync(`${root}dist/embed`, join(folder, embed), { recursive: true });
  execFileSync(program, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, ...env } });
  return folder;
}

/** Serves a folder under `base`; returns the address and a function that ends the server. */
async function serve(folder, base) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const path = join(folder, pathname.slice(base.length - 1));
    const file = [path, `${path}.html`, join(path, "index.html")].find((candidate) => extname(candidate) && existsSync(candidate));
    if (!pathname.startsWith(base) || !file) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}${base}`, close: () => server.close() };
}

const isStyled = () => getComputedStyle(document.querySelector("section.alesco-proposals")).containerType === "inline-size";

/**
 * Opens the built site in Chromium, with GitHub's recorded list, and checks that lists come and go with their pages. `asked` is
 * how often GitHub is asked by a page that is loaded again at once: once if it has a preload, else not at all. `cards` says
 * whether there are prerendered ones; else there is a link.
 */
export async function checkLists(folder, base, { asked, cards: hasCards = false }) {
  const browser = await chromium.launch(CHROMIUM.launchOptions);
  const site = await serve(folder, base);
  try {
    const page = await browser.newPage({ locale: "en-GB" });
    const errors = [];
    const requests = [];
    page.on("pageerror", (error) => errors.push(error.message));
    // A busy machine may need longer than the browser expects. Whether a preload is used, the number of requests says.
    const isExpected = (message) => /was preloaded using link preload but not used within a few seconds/.test(message.text());
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && !isExpected(message) && errors.push(message.text()));
    page.on("request", (request) => requests.push(new URL(request.url())));
    const json = { contentType: "application/json", headers: { "access-control-allow-origin": "*" } };
    await page.route("https://api.github.com/**", (route) => route.fulfill({ ...json, body: route.request().url().includes("/issues?") ? ISSUES : "[]" }));
    // No frame may show cards without the stylesheet, however late that comes.
    await page.route("**/alesco-proposals.css*", async (route) => {
      await wait(300);
      await route.continue();
    });
    await page.addInitScript(() => {
      (function look() {
        const section = document.querySelector("section.alesco-proposals");
        if (section?.checkVisibility() && getComputedStyle(section).containerType !== "inline-size") console.error("cards without the stylesheet");
        requestAnimationFrame(look);
      })();
    });
    const cards = page.locator("section.alesco-proposals:not([data-prerendered]) article.al-rfc-card");
    const files = () => requests.filter(({ pathname }) => pathname.startsWith(`${base}alesco-proposals/`)).map(({ pathname }) => pathname.split("/").at(-1)).sort();

    await page.goto(site.address);
    await page.getByRole("link", { name: "The list" }).waitFor();
    assert.deepEqual(files(), [], "a page without a list loads none of the files");
    await page.getByRole("link", { name: "The list" }).click();
    await cards.first().waitFor();
    assert.deepEqual(files(), ["alesco-proposals.css", "alesco-proposals.js", "alesco-proposals.wasm"]);
    assert.equal(await page.locator("section.alesco-proposals").count(), 1);
    await page.waitForFunction(isStyled);

    await page.getByRole("link", { name: "The start" }).click();
    await page.getByRole("link", { name: "The list" }).waitFor();
    assert.equal(await page.locator("section.alesco-proposals").count(), 0, "the list goes with its page");
    await page.goBack();
    await cards.first().waitFor();

    requests.length = 0;
    await page.reload();
    await cards.first().waitFor();
    assert.equal(await page.locator("section.alesco-proposals").count(), 1, "the list comes when its page is the first one");
    assert.equal(requests.filter(({ pathname }) => pathname.endsWith("/issues")).length, asked, "requests of the list");
    assert.deepEqual(errors, []);

    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(`${site.address}list`);
    assert.equal(await plain.getByRole("link", { name: "See the proposals on GitHub" }).count(), hasCards ? 0 : 1, "a link without scripts");
    assert.equal((await plain.locator("article.al-rfc-card").count()) > 0, hasCards, "cards without scripts");
    if (hasCards) assert.ok(await plain.evaluate(isStyled), "the stylesheet applies without scripts");
  } finally {
    await browser.close();
    site.close();
  }
}

/** Removes a folder that `build` has made. */
export const remove = (folder) => rmSync(folder, { recursive: true, force: true });

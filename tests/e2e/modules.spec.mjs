// Two modules: the list module shows lists, the browser module shows everything.
import { readdirSync } from "node:fs";
import { ROOT } from "./data.mjs";
import { OPEN_CARDS } from "./fixtures.mjs";
import { BROWSER_HEAD, FALLBACK, SNIPPET, WITHOUT_PRELOAD, openHost } from "./host-page.mjs";
import { expect, expectCards, freshness, root, test } from "./page.mjs";
import { CONSOLE, line, startsWith, t } from "./texts.mjs";

const BROWSER = '<div id="alesco-prs" data-view="browser"></div>';

/** Collects console lines that name the browser module. */
function watchConsole(page) {
  const lines = [];
  page.on("console", (message) => lines.push(...(message.text().includes(CONSOLE.browserModule) ? [message] : [])));
  return lines;
}

test("the list module shows data-view=browser as a list, and one console line names the module to load", async ({ page, expectedConsole }) => {
  expectedConsole.push(line(CONSOLE.browserModule));
  const lines = watchConsole(page);
  await openHost(page, "almalinux.html", { container: BROWSER });
  await expectCards(page, OPEN_CARDS);
  await expect(root(page)).toHaveAttribute("data-view", "list");
  await expect(page.getByRole("checkbox", { name: startsWith("submitted") })).toBeVisible();
  await expect(freshness(page)).toContainText(t("liveNow"));
  expect(lines.map((message) => message.type())).toEqual(["warning"]);
  expect(lines[0].text()).toContain("data-view");
});

test("the list module names the module to load once for each element with data-view=browser", async ({ page, expectedConsole }) => {
  expectedConsole.push(line(CONSOLE.browserModule));
  const lines = watchConsole(page);
  await openHost(page, "almalinux.html", { container: `${BROWSER}<div data-alesco-proposals></div>` });
  await expect(root(page)).toHaveCount(2);
  await expectCards(page, [...OPEN_CARDS, ...OPEN_CARDS]);
  expect(lines).toHaveLength(1);
});

test("the browser module shows the standalone view and lists on one page", async ({ page }) => {
  const container = `${BROWSER}<div data-alesco-proposals></div>`;
  await openHost(page, "almalinux.html", { head: BROWSER_HEAD, container });
  await expectCards(page, [...OPEN_CARDS, ...OPEN_CARDS]);
  await expect(root(page).nth(0)).toHaveAttribute("data-view", "browser");
  await expect(root(page).nth(1)).toHaveAttribute("data-view", "list");
  await expect(root(page).nth(0).getByRole("combobox", { name: t("sort") })).toBeVisible();
});

test("with both modules on a page every element becomes one widget", async ({ page }) => {
  const head = `${WITHOUT_PRELOAD}${BROWSER_HEAD.match(/<script[^>]*><\/script>/)[0]}`;
  await openHost(page, "almalinux.html", { head, container: `<div id="alesco-prs">${FALLBACK}</div>` });
  await expectCards(page, OPEN_CARDS);
  await expect(root(page)).toHaveCount(1);
  await expect(freshness(page)).toContainText(t("liveNow"));
});

test("the list module loads no file of the other modules", async ({ page }) => {
  const addresses = [];
  page.on("request", (request) => addresses.push(request.url()));
  await openHost(page, "almalinux.html", { head: SNIPPET.head });
  await expectCards(page, OPEN_CARDS);
  expect(addresses.filter((address) => address.includes("alesco-proposals.wasm"))).not.toEqual([]);
  expect(addresses.filter((address) => /alesco-(browser|document)/.test(address))).toEqual([]);
});

test("the folder for host pages has no HTML and no data, and the standalone page's data has a name that no site gives its own", () => {
  const files = (folder) => readdirSync(`${ROOT}dist/${folder}`, { recursive: true }).map(String);
  const isTranslation = (name) => name.startsWith("locales");
  expect(files("embed").filter((name) => /\.(html|json)$/.test(name) && !isTranslation(name))).toEqual([]);
  const data = files("standalone").filter((name) => name.endsWith(".json") && !isTranslation(name));
  expect(data.filter((name) => name !== "demo-proposals.json" && !name.startsWith("demo-texts/"))).toEqual([]);
});

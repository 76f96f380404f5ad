// The texts of proposals that a site has beside its snapshot: `data-texts`.
import { readFileSync } from "node:fs";

import { expectSettled } from "./mock-api.mjs";
import { FAILED_REQUEST, TEXT_FILES, axeViolations, card, expect, nextFrames, open, root, test } from "./page.mjs";
import { ISSUES, deferred, headers, listResponse } from "./fixtures.mjs";
import { t } from "./texts.mjs";

const TEXT = JSON.parse(readFileSync(new URL("../../snapshot/texts/18.json", import.meta.url), "utf8")).Document;
const UPDATED = ISSUES.find(({ number }) => number === 18).updated_at;
const SECOND = 1000;
const file = (text) => ({ json: { Document: text } });
const asOf = (time) => ({ ...TEXT, site_copy: { ...TEXT.site_copy, as_of: Date.parse(time) / SECOND } });
const texts = (number) => (number === 18 ? file(asOf(UPDATED)) : undefined);

const NEWER = ["# RFC: Newer", "", "## Newer section", "", "Text."];
const newer = () => ({
  headers: headers(),
  json: [{ filename: "rfcs/0000-kernel.md", status: "added", additions: NEWER.length, patch: [`@@ -0,0 +1,${NEWER.length} @@`, ...NEWER.map((line) => `+${line}`)].join("\n") }],
});

const view = (page) => page.locator("article[data-proposal-view]");
const text = (page) => view(page).locator("[data-document]");
const heading = (page, name) => text(page).getByRole("heading", { name, exact: true });
const ofFiles = (requests) => requests.filter((path) => path.includes("/pulls/18/"));

const visits = (page) => page.evaluate(() => localStorage.getItem("alesco-proposals visits https://api.github.com/repos/AlmaLinux/ALESCo"));

/** The widget asks for the same files, whether a site has texts or not. */
test.use({ repeatsRequests: true });

test("a text of the site takes no request to GitHub, and no document module", async ({ page }) => {
  const modules = [];
  page.on("request", (request) => modules.push(...(request.url().includes("alesco-document") ? [request.url()] : [])));
  const requests = await open(page, "?proposal=18#motivation", { texts });
  await expect(heading(page, "Motivation")).toBeInViewport();
  await expect(view(page).locator("[data-contents]")).toBeVisible();
  await expect(root(page)).toHaveAttribute("data-source", "live");
  expect([ofFiles(requests), modules]).toEqual([[], []]);
  expect(await axeViolations(page)).toEqual([]);
});

test("what stands around a text stays when the text arrives", async ({ page }) => {
  const arrives = deferred();
  await open(page, "?show=all", { texts });
  await page.route(TEXT_FILES, (route) => arrives.promise.then(() => route.fulfill(texts(18))));
  await expect(root(page)).toHaveAttribute("data-source", "live");
  await expectSettled(page);
  await card(page, 18).getByRole("link").first().click();
  await expect(view(page).getByText(t("loadingText"))).toBeVisible();
  const button = view(page).getByRole("button", { name: t("copyLink") });
  await button.evaluate((element) => element.addEventListener("click", () => (window.isClicked = true)));
  await button.hover();
  await page.mouse.down();
  arrives.resolve();
  await expect(text(page)).toBeVisible();
  await page.mouse.up();
  expect(await page.evaluate(() => window.isClicked)).toBe(true);
});

test("a text of an earlier time is shown, and replaced by that of GitHub once the list says that the proposal has changed", async ({ page }) => {
  const list = deferred();
  const requests = await open(page, "?proposal=18", { texts, list: () => list.promise, files: newer });
  await expect(heading(page, "Motivation")).toBeVisible();
  await nextFrames(page);
  expect(ofFiles(requests)).toEqual([]);
  list.resolve(listResponse(ISSUES.map((issue) => ({ ...issue, updated_at: "2026-08-31T09:00:00Z" }))));
  await expect(heading(page, "Newer section")).toBeVisible();
  await expect(heading(page, "Motivation")).toHaveCount(0);
});

test("if GitHub does not give the newer text, the earlier one stays, and the page says so", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  let failing = true;
  const files = (number) => (number !== 18 ? undefined : failing ? { status: 503, headers: headers(), body: "" } : newer());
  await open(page, "?proposal=18", { texts: (number) => (number === 18 ? file(asOf("2026-01-01T00:00:00Z")) : undefined), files });
  await expect(view(page)).toContainText(t("textOutdated"));
  await expect(view(page)).toContainText(t("serverTitle", { status: 503 }));
  await expect(heading(page, "Motivation")).toBeVisible();
  const { top } = await text(page).evaluate((element) => element.getBoundingClientRect());
  const notice = await view(page).locator(".alesco-error").evaluate((element) => element.getBoundingClientRect());
  expect(notice.top - top, "it stands above the text").toBeLessThan(50);
  expect(await visits(page), "what has changed since was not read").toEqual(null);
  expect(await axeViolations(page)).toEqual([]);
  failing = false;
  await view(page).getByRole("button", { name: t("tryAgain") }).click();
  await expect(heading(page, "Newer section")).toBeVisible();
  await expect(view(page)).not.toContainText(t("textOutdated"));
  await expect.poll(() => visits(page)).toMatch(/^18 /);
});

test("the last requests of an hour are not spent on a newer text unless the visitor asks for it", async ({ page }) => {
  const list = deferred();
  const requests = await open(page, "?proposal=18", {
    texts: () => file(asOf("2026-01-01T00:00:00Z")),
    files: (number) => (number === 18 ? newer() : undefined),
    list: () => list.promise,
  });
  await expect(heading(page, "Motivation")).toBeVisible();
  await expect(root(page)).toHaveAttribute("data-source", "snapshot");
  await nextFrames(page);
  expect(ofFiles(requests), "while it is not known how many are left").toEqual([]);
  list.resolve({ ...listResponse(), headers: headers(10) });
  await expect(view(page)).toContainText(t("fewRequestsLeft"));
  expect(ofFiles(requests)).toEqual([]);
  await view(page).getByRole("button", { name: t("tryAgain") }).click();
  await expect(heading(page, "Newer section")).toBeVisible();
});

for (const [what, response] of Object.entries({
  "is missing": { status: 404, body: "" },
  "is cut off": { body: JSON.stringify({ Document: TEXT }).slice(0, 1000) },
  "is of another repository": file({ ...TEXT, site_copy: { ...TEXT.site_copy, repository_url: "https://github.com/other/repository" } }),
  "is of another proposal": file({ ...TEXT, site_copy: { ...TEXT.site_copy, number: 16 } }),
  "says that there is none": { json: "Nothing" },
  "is of another version": file({ ...TEXT, body: [["Unknown"]] }),
})) {
  test(`where a text of the site ${what}, GitHub is asked`, async ({ page, expectedConsole }) => {
    if (response.status === 404) expectedConsole.push(FAILED_REQUEST);
    await open(page, "?proposal=18", { texts: () => response, files: (number) => (number === 18 ? newer() : undefined) });
    await expect(heading(page, "Newer section")).toBeVisible();
  });
}

test("a text of the site has no link that runs code", async ({ page }) => {
  const links = ["javascript:alert(1)", " Java\nScript:alert(1)", "data:text/html,x", "vbscript:x", "https://example.org/", "#motivation", "mailto:a@example.org", "matrix:r/almalinux:example.org", "irc://irc.example.org/almalinux", "tel:+1"];
  const body = links.flatMap((url) => [{ Start: ["A", [["Href", url]]] }, { Text: "link" }, "End"]);
  const shape = TEXT.body.find((token) => token.Start);
  expect(shape.Start, "the form of the file").toHaveLength(2);
  await open(page, "?proposal=18", { texts: () => file({ ...asOf(UPDATED), body }) });
  await expect(text(page).getByText("link")).toHaveCount(links.length);
  const hrefs = await text(page).locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(hrefs.slice(0, links.length)).toEqual([null, null, null, null, ...links.slice(4)]);
});

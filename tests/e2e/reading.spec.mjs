// One proposal, read in place on the standalone page.
import { FILES, ISSUES, OPEN_CARDS, RATE_LIMITED, deferred, headers, listResponse } from "./fixtures.mjs";
import { FAILED_REQUEST, NO_SNAPSHOT, NO_SNAPSHOT_CONSOLE, axeViolations, card, expect, expectCards, expectLoaded, nextFrames, open, root, status, test, withAttributes } from "./page.mjs";
import { BROWSER_HEAD, openHost } from "./host-page.mjs";
import { t } from "./texts.mjs";

// The list reads a part of the same files.
test.use({ repeatsRequests: true });

const MARKDOWN = [
  "# RFC: A kernel",
  "",
  "* **RFC Number:** `XXXX` (assigned later)",
  "* **Status:** Draft",
  "",
  "## Abstract",
  "",
  "See #15, [the code](src/kernel.c) and <b onclick=alert(1)>this</b>. [Never](javascript:alert(1)).",
  "",
  "| a | b |",
  "| --- | --: |",
  "| 1 | 2 |",
  "",
  "```sh",
  "make test",
  "```",
  "",
  "## Motivation",
  "",
  ...Array.from({ length: 60 }, (_, line) => `Paragraph ${line}.\n`),
  "![A picture](https://example.org/picture.png)",
  "",
  "### Details",
  "",
  "- [x] done",
].join("\n");

/** The response with the files of a pull request that adds a document. */
function added(filename, markdown) {
  const lines = markdown.split("\n");
  const patch = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join("\n");
  return { headers: { "access-control-allow-origin": "*" }, json: [{ filename, status: "added", additions: lines.length, patch }] };
}

const files = () => added("rfcs/0000-kernel.md", MARKDOWN);
const answers = { files: (number) => (number === 18 ? files() : undefined) };

const view = (page) => page.locator("article[data-proposal-view]");
const text = (page) => view(page).locator("[data-document]");
const heading = (page, name) => text(page).getByRole("heading", { name });

test("the other documents of a pull request are named, with links to GitHub", async ({ page }) => {
  const two = () => ({ ...files(), json: [...files().json, { filename: "notes/more.md", status: "added", additions: 1, patch: "@@ -0,0 +1 @@\n+more" }] });
  await open(page, "?proposal=18", { files: (number) => (number === 18 ? two() : undefined) });
  await expect(text(page)).toContainText(t("otherDocuments"));
  await expect(text(page).getByRole("link", { name: "notes/more.md" })).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/blob/refs/pull/18/head/notes/more.md");
});

test("a document whose header and file name have different RFC numbers says so", async ({ page }) => {
  const named = (filename, header) => {
    const lines = MARKDOWN.replace("`XXXX` (assigned later)", header).split("\n");
    const patch = [`@@ -0,0 +1,${lines.length} @@`, ...lines.map((line) => `+${line}`)].join("\n");
    return { ...files(), json: [{ filename, status: "added", additions: lines.length, patch }] };
  };
  const answer = { 18: named("rfcs/0064-kernel.md", "0065"), 16: named("rfcs/0064-kernel.md", "0064") };
  await open(page, "?proposal=18", { files: (number) => answer[number] });
  await expect(text(page)).toContainText(t("numberConflict", { header: "0065", file: "0064" }));
  await page.goto("?proposal=16");
  await expect(heading(page, "Abstract")).toBeVisible();
  await expect(text(page)).not.toContainText(t("numberConflict", { header: "0064", file: "0064" }));
});

test("a card's title opens the proposal, with the focus on its heading, and back returns to the card", async ({ page }) => {
  await open(page, "?sig=altarch", answers);
  await card(page, 18).getByRole("link").first().click();
  await expect(page).toHaveURL(/\?sig=altarch&proposal=18$/);
  await expect(view(page)).toHaveAttribute("data-proposal-view", "18");
  await expect(view(page).getByRole("heading", { level: 2 })).toBeFocused();
  await expect(card(page, 18)).toBeHidden();
  await page.goBack();
  await expect(view(page)).toHaveCount(0);
  await expectCards(page, [18]);
  await expect(card(page, 18).getByRole("link").first()).toBeFocused();
  await page.goForward();
  await expect(heading(page, "Abstract")).toBeVisible();
  await expect(view(page).getByRole("heading", { level: 2 })).toBeFocused();
  await view(page).getByRole("link", { name: t("allProposals") }).click();
  await expect(page).toHaveURL(/\?sig=altarch$/);
  await expect(card(page, 18).getByRole("link").first()).toBeFocused();
});

test("the text is shown element by element, and nothing of it is markup, a script or a foreign image", async ({ page }) => {
  await open(page, "?proposal=18", answers);
  await expect(heading(page, "Abstract")).toBeVisible();
  await expect(text(page).locator("dt").first()).toHaveText("RFC Number");
  await expect(text(page).getByRole("link", { name: "#15" })).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/issues/15");
  await expect(text(page).getByRole("link", { name: "the code" })).toHaveAttribute("href", /^https:\/\/github\.com\/AlmaLinux\/ALESCo\/blob\/.*\/rfcs\/src\/kernel\.c$/);
  await expect(text(page).getByText("<b onclick=alert(1)>")).toBeVisible();
  await expect(text(page).locator("b, img, script, [onclick], a[href^='javascript']")).toHaveCount(0);
  await expect(text(page).getByRole("link", { name: "A picture" })).toHaveAttribute("href", "https://example.org/picture.png");
  await expect(text(page).locator("td").last()).toHaveText("2");
  await expect(text(page).locator("pre")).toHaveText("make test\n");
  await expect(view(page).getByText(t("numberUnassigned"))).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test("the URL's fragment and the contents list lead to a section", async ({ page }) => {
  await open(page, "?proposal=18#details", answers);
  await expect(heading(page, "Details")).toBeInViewport();
  await view(page).locator("[data-contents] a", { hasText: "Abstract" }).click();
  await expect(page).toHaveURL(/#abstract$/);
  await expect(heading(page, "Abstract")).toBeInViewport();
});

test("a text that cannot be loaded says why and can be tried again", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Failed to load resource/);
  let failing = true;
  await open(page, "?proposal=18", { files: (number) => (number === 18 && !failing ? files() : { status: 503, headers: headers(), body: "" }) });
  await expect(view(page).getByText(t("textFailed"))).toBeVisible();
  await expect(view(page).getByRole("link", { name: t("readOnGitHub") })).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pull/18/files");
  failing = false;
  await view(page).getByRole("button", { name: t("tryAgain") }).click();
  await expect(heading(page, "Abstract")).toBeVisible();
});

test("a text that GitHub does not have says that, and nothing of the repository", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Failed to load resource/);
  await open(page, "?proposal=18", { files: (number) => (number === 18 ? { status: 404, headers: headers(), body: "{}" } : undefined) });
  await expect(view(page)).toContainText(`${t("textFailed")} ${t("notFound")}`);
});

test("an alert has its name", async ({ page }) => {
  const body = "> [!WARNING]\n> Not yet.";
  const issues = ISSUES.map((issue) => (issue.number === 18 ? { ...issue, body } : issue));
  await open(page, "?proposal=18", { issues, files: (number) => (number === 18 ? { headers: headers(), json: [] } : undefined) });
  await expect(text(page).locator("blockquote")).toHaveText("WarningNot yet.");
});

test("the list has the focus where it does not have the proposal that was open", async ({ page }) => {
  await open(page, "?proposal=9");
  await expect(view(page).getByRole("heading", { level: 2 })).toBeVisible();
  await view(page).getByRole("link", { name: t("allProposals") }).click();
  await expectCards(page, OPEN_CARDS);
  await expect(status(page)).toBeFocused();
});

test("over the rate limit the page says when it ends, and requests no text before", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Failed to load resource/);
  const requests = await open(page, "?proposal=18", { files: () => RATE_LIMITED });
  await expect(view(page)).toContainText(t("limitEnds", { time: "10:00" }));
  // The list is a request of its own, and may come later.
  await expect(root(page)).toHaveAttribute("data-source", "live");
  const before = requests.length;
  await view(page).getByRole("button", { name: t("tryAgain") }).click();
  await expect(view(page).getByRole("heading", { level: 2 })).toBeFocused();
  await expect(view(page)).toContainText(t("limitEnds", { time: "10:00" }));
  expect(requests).toHaveLength(before);
});

test("while the text is awaited the page says so, and a pull request without a document says that", async ({ page }) => {
  const { promise, resolve } = deferred();
  const issues = ISSUES.map((issue) => ({ ...issue, body: "" }));
  await open(page, "?proposal=18", { issues, files: (number) => (number === 18 ? promise : undefined) });
  await expect(view(page).getByText(t("loadingText"))).toBeVisible();
  const { height } = await view(page).getByText(t("loadingText")).boundingBox();
  // Lines stand for the text.
  expect(height).toBeGreaterThan(300);
  resolve({ headers: { "access-control-allow-origin": "*" }, json: [] });
  await expect(view(page).getByText(t("noDocument"))).toBeVisible();
});

test("a footnote leads back to the first reference to it", async ({ page }) => {
  const lines = ["# RFC: A kernel", "", "A claim[^1], repeated[^1].", "", ...Array.from({ length: 60 }, (_, line) => `Paragraph ${line}.\n`), "[^1]: The proof."];
  await open(page, "?proposal=18", { files: (number) => (number === 18 ? added("rfcs/0000-kernel.md", lines.join("\n")) : undefined) });
  const note = text(page).getByRole("listitem").filter({ hasText: "The proof." });
  const reference = text(page).locator("sup").first();
  await reference.getByRole("link").click();
  await expect(note).toBeFocused();
  await note.getByRole("link").click();
  await expect(reference).toBeFocused();
  await expect(reference).toBeInViewport();
  await page.goBack();
  await expect(note).toBeFocused();
});

test("the contents list leads to sections where the URL has no filters", async ({ page }) => {
  await withAttributes(page, { "data-url": "off" });
  await open(page, "", answers);
  await card(page, 18).getByRole("link").first().click();
  await view(page).locator("[data-contents] a", { hasText: "Details" }).click();
  await expect(heading(page, "Details")).toBeFocused();
  await expect(heading(page, "Details")).toBeInViewport();
});

test("a number that is none opens the list, and one that is not in the list says so", async ({ page }) => {
  await open(page, "?proposal=x");
  await expectCards(page, OPEN_CARDS);
  await page.goto("?proposal=999");
  await expect(view(page)).toHaveText(new RegExp(t("noSuchProposal", { number: 999 })));
});

test("authors are a facet of the standalone page", async ({ page }) => {
  await open(page);
  await page.locator("input[name=author][value=ramereth]").check();
  await expectCards(page, [18]);
  await expect(page).toHaveURL(/\?author=ramereth$/);
});

test("the URL's fragment leads to its section if the text arrives before the list", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  const list = deferred();
  let hasText = false;
  const answer = (number) => {
    hasText = true;
    return answers.files(number);
  };
  await open(page, "?proposal=18#details", { files: answer, snapshot: NO_SNAPSHOT, list: () => list.promise });
  await expect.poll(() => hasText).toBe(true);
  await nextFrames(page);
  list.resolve();
  await expect(heading(page, "Details")).toBeInViewport();
});

test("a link to a closed proposal opens it, though the list has only open ones", async ({ page }) => {
  const requests = await open(page, "?proposal=9");
  await expect(view(page).getByRole("heading", { level: 2 })).toHaveText("Enable Btrfs as a tech preview");
  await expect(view(page).getByText(t("noDocument")).or(text(page))).toBeVisible();
  // What is above comes from the snapshot, and may come before the list is requested.
  await expect(root(page)).toHaveAttribute("data-source", "live");
  expect(requests.filter((path) => path.includes("/issues?"))).toEqual(["/repos/AlmaLinux/ALESCo/issues?state=all&per_page=100"]);
});

test("where the list fails the view says why, and can try again", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  let failing = true;
  await open(page, "?proposal=18", { ...answers, snapshot: NO_SNAPSHOT, list: () => (failing ? { status: 503, body: "" } : undefined) });
  await expect(view(page)).toContainText(t("serverTitle", { status: 503 }));
  await expect(view(page)).not.toContainText(t("noSuchProposal", { number: 18 }));
  failing = false;
  await view(page).getByRole("button", { name: t("tryAgain") }).click();
  await expect(heading(page, "Abstract")).toBeVisible();
});

test("no id stands twice in the page, and a section has the focus once it is gone to", async ({ page }) => {
  await open(page, "?proposal=18", answers);
  await expect(heading(page, "Abstract")).toBeVisible();
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  await view(page).locator("[data-contents] a", { hasText: "Details" }).click();
  await expect(heading(page, "Details")).toBeFocused();
});

test("the fragment goes with the proposal whose section it names", async ({ page }) => {
  await open(page, "?proposal=18#details", answers);
  await expect(heading(page, "Details")).toBeInViewport();
  await view(page).getByRole("link", { name: t("allProposals") }).click();
  await expect(page).toHaveURL(/\/some\/folder\/$/);
  await expectCards(page, OPEN_CARDS);
});

test("an open contents list stays open when the proposal changes", async ({ page }) => {
  const list = deferred();
  // On wider screens the list is always open.
  await page.setViewportSize({ width: 375, height: 800 });
  await open(page, "?proposal=18", { ...answers, list: () => list.promise });
  await expect(heading(page, "Abstract")).toBeVisible();
  const contents = view(page).locator("[data-contents] details");
  await contents.locator("summary").click();
  await expect(contents).toHaveAttribute("open", "");
  list.resolve(listResponse(ISSUES.map((issue) => ({ ...issue, comments: 77, updated_at: "2026-09-02T09:00:00Z" }))));
  await expect(view(page)).toContainText(t("comments", { count: 77 }));
  await expect(contents).toHaveAttribute("open", "");
});

/** Watches the requests for the files of the document module. */
function watchModule(page) {
  const addresses = [];
  page.on("request", (request) => addresses.push(...(request.url().includes("alesco-document") ? [request.url().replace(/^.*\//, "")] : [])));
  return addresses;
}

test("the document module is loaded once, when a proposal is opened", async ({ page }) => {
  const addresses = watchModule(page);
  await open(page, "", answers);
  await expectLoaded(page);
  expect(addresses).toEqual([]);
  await card(page, 18).getByRole("link").first().click();
  await expect(heading(page, "Abstract")).toBeVisible();
  expect(addresses.sort()).toEqual(["alesco-document.js", "alesco-document.wasm"]);
  await page.goBack();
  await card(page, 16).getByRole("link").first().click();
  await expect(heading(page, "Abstract")).toBeVisible();
  expect(addresses).toHaveLength(2);
});

test("in a host page the document module has the version of the browser module", async ({ page }) => {
  const addresses = watchModule(page);
  await openHost(page, "almalinux.html", { head: BROWSER_HEAD, container: '<div id="alesco-prs" data-view="browser"></div>', query: "?proposal=18" }, answers);
  await expect(heading(page, "Abstract")).toBeVisible();
  const version = BROWSER_HEAD.match(/alesco-browser\.js(\?v=[^"]+)"/)[1];
  expect(addresses.sort()).toEqual([`alesco-document.js${version}`, `alesco-document.wasm${version}`]);
});

for (const file of ["alesco-document.js", "alesco-document.wasm"]) {
  test(`without ${file} the page says that the text could not be loaded, and can try again`, async ({ page, expectedConsole }) => {
    expectedConsole.push(FAILED_REQUEST);
    let failing = true;
    await page.route(`**/${file}`, (route) => (failing ? route.abort() : route.fallback()));
    await open(page, "?proposal=18", answers);
    await expect(view(page)).toContainText(t("textFailed"));
    await expect(view(page)).toContainText(t("moduleFailed"));
    failing = false;
    await view(page).getByRole("button", { name: t("tryAgain") }).click();
    await expect(heading(page, "Abstract")).toBeVisible();
  });
}

test("a pull request with more than a hundred files is read to its third page", async ({ page }) => {
  const url = (number) => `https://api.github.com/repos/AlmaLinux/ALESCo/pulls/18/files?per_page=100&page=${number}`;
  const link = (number) => ({ "access-control-allow-origin": "*", "access-control-expose-headers": "link", link: `<${url(number)}>; rel="next"` });
  const pages = { 1: { headers: link(2), json: [] }, 2: { headers: link(3), json: [] }, 3: { ...files(), headers: link(4) } };
  const requests = await open(page, "?proposal=18", { files: (number, at) => (number === 18 ? pages[at] : undefined) });
  await expect(heading(page, "Abstract")).toBeVisible();
  expect(requests.filter((path) => path.includes("page=4"))).toEqual([]);
});

test("of a document that is changed the page shows the lines that are added and removed", async ({ page }) => {
  const patch = "@@ -1,2 +1,2 @@\n # RFC: A kernel\n-* **Status:** Draft\n+* **Status:** <b>Accepted</b>";
  const changed = { ...files(), json: [{ filename: "rfcs/0002-kernel.md", status: "modified", additions: 1, patch }] };
  await open(page, "?proposal=18", { files: (number) => (number === 18 ? changed : undefined) });
  await expect(text(page)).toContainText(t("changedDocument"));
  await expect(text(page).locator("ins")).toHaveText("+ * **Status:** <b>Accepted</b>\n");
  await expect(text(page).locator("del")).toHaveText("\u2212 * **Status:** Draft\n");
  await expect(text(page).locator("b")).toHaveCount(0);
  await expect(text(page).getByRole("link", { name: t("readOnGitHub") })).toHaveAttribute("href", /\/pull\/18\/files$/);
  expect(await axeViolations(page)).toEqual([]);
});

test("without a document the page shows the description, which takes one more request", async ({ page }) => {
  const body = "## Why\n\nBecause of <script>this</script>.";
  const issues = ISSUES.map((issue) => (issue.number === 18 ? { ...issue, body } : issue));
  const empty = { headers: headers(), json: [] };
  const requests = await open(page, "?proposal=18", { issues, files: (number) => (number === 18 ? empty : undefined) });
  await expect(text(page)).toContainText(t("description"));
  await expect(heading(page, "Why")).toBeVisible();
  await expect(text(page)).toContainText("<script>");
  await expect(text(page).locator("script")).toHaveCount(0);
  expect(requests.filter((path) => path.endsWith("/issues/18"))).toHaveLength(1);
});

test("of a decided proposal the page says that the header's status no longer fits, and nothing of the template", async ({ page }) => {
  const closed = { ...ISSUES[0], state: "closed", closed_at: "2026-08-20T12:00:00Z", labels: [{ name: "rejected", color: "b60205", description: null }] };
  await open(page, "?proposal=18", { ...answers, issues: [closed, ...ISSUES.slice(1)] });
  await expect(view(page).getByText(t("statusConflict", { status: "Draft" }))).toBeVisible();
  await expect(view(page).getByText(t("numberUnassigned"))).toHaveCount(0);
});

test("at the end of the page the contents list marks the last section", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, "?proposal=18", answers);
  await expect(heading(page, "Details")).toBeVisible();
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(view(page).locator("[data-contents] [aria-current]")).toHaveText("Details");
});

test("the contents list marks the section that is read", async ({ page }) => {
  await open(page, "?proposal=18", answers);
  await expect(heading(page, "Abstract")).toBeVisible();
  const current = view(page).locator("[data-contents] [aria-current]");
  await heading(page, "Motivation").evaluate((element) => element.scrollIntoView());
  await expect(current).toHaveText("Motivation");
  await heading(page, "Details").evaluate((element) => element.scrollIntoView({ block: "start" }));
  await page.mouse.wheel(0, 5000);
  // A wheel's scrolling begins later, and would go on after that of the script.
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight - scrollY)).toBeLessThan(2);
  await expect(current).not.toHaveText("Abstract");
  await page.evaluate(() => scrollTo(0, 0));
  await expect(current).toHaveCount(0);
});

const blob = (body) => ({ headers: headers(), body });

/** Opens a proposal whose document is too large for the list of files. */
async function openLarge(page, address, body) {
  const large = { headers: headers(), json: [{ filename: "rfcs/0000-kernel.md", status: "added", additions: 9999, sha: "abc123" }] };
  const media = [];
  const requests = await open(page, address, {
    files: (number) => (number === 18 ? large : undefined),
    document: (file, accept) => {
      media.push(`${file} ${accept}`);
      return body;
    },
  });
  return { requests, media };
}

test("a document that GitHub leaves out of the files takes one more request, as it is", async ({ page }) => {
  const { requests, media } = await openLarge(page, "?proposal=18", blob(MARKDOWN));
  await expect(heading(page, "Abstract")).toBeVisible();
  expect(media).toEqual(["abc123 application/vnd.github.raw+json"]);
  expect(requests.filter((path) => path.includes("/blobs/"))).toEqual(["/repos/AlmaLinux/ALESCo/git/blobs/abc123"]);
});

test("where that fails the page says why and can try again", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  const answer = { status: 503, headers: headers(), body: "" };
  await openLarge(page, "?proposal=18", answer);
  await expect(view(page).getByText(t("textFailed"))).toBeVisible();
  Object.assign(answer, { status: 200, body: MARKDOWN });
  await view(page).getByRole("button", { name: t("tryAgain") }).click();
  await expect(heading(page, "Abstract")).toBeVisible();
});

test("a document of a megabyte is shown in parts, whole, and the page can be used meanwhile", async ({ page }) => {
  const section = (number) => `## Section ${number}\n\n${`Words of section ${number}. `.repeat(80)}\n\n- one\n- two\n\n`;
  const sections = Array.from({ length: 600 }, (_, number) => section(number));
  const body = `# RFC: A kernel\n\n${sections.join("")}`;
  expect(body.length).toBeGreaterThan(1_000_000);
  // The number of headings in the page, at each frame in which it is another one.
  await page.addInitScript(() => {
    window.counts = [];
    const count = () => {
      const found = document.querySelectorAll("[data-document] h3").length;
      if (window.counts.at(-1) !== found) window.counts.push(found);
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  });
  await openLarge(page, "?proposal=18#section-599", blob(body));
  await expect(heading(page, "Section 599")).toBeInViewport();
  await expect(text(page).locator("h3")).toHaveCount(600);
  await expect(text(page).locator("li")).toHaveCount(1200);
  await expect.poll(() => page.evaluate(() => window.counts.at(-1))).toBe(600);
  const counts = await page.evaluate(() => window.counts);
  expect(counts.length).toBeGreaterThan(4);
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
});

const ADDED_BY_3 = "rfcs/0003-enable-kvm-on-almaLinux-9-on-ppc64le.md";

test("a merged proposal has the text of the default branch, with a link to that which was merged", async ({ page }) => {
  const files = [];
  await open(page, "?proposal=3", {
    document: (file) => {
      files.push(file);
      return blob(MARKDOWN.replace("Abstract", "Today's abstract"));
    },
  });
  await expect(heading(page, "Today's abstract")).toBeVisible();
  expect(files).toEqual([ADDED_BY_3]);
  await expect(text(page)).toContainText(t("onDefaultBranch"));
  await expect(text(page).getByRole("link", { name: t("seeMerged") })).toHaveAttribute("href", `https://github.com/AlmaLinux/ALESCo/blob/refs/pull/3/head/${ADDED_BY_3}`);
  await expect(text(page).getByRole("link", { name: t("readOnGitHub") })).toHaveAttribute("href", `https://github.com/AlmaLinux/ALESCo/blob/HEAD/${ADDED_BY_3}`);
  await expect(text(page).getByRole("link", { name: "the code" })).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/blob/HEAD/rfcs/src/kernel.c");
  expect(await axeViolations(page)).toEqual([]);
});

test("where the default branch does not have it, it is the text that was merged, and the page says so", async ({ page, expectedConsole }) => {
  expectedConsole.push(FAILED_REQUEST);
  await open(page, "?proposal=3", { document: () => ({ status: 404, headers: headers(), body: "" }) });
  await expect(text(page)).toContainText(t("asMerged"));
  await expect(text(page)).toContainText("ppc64le");
  await expect(text(page).getByRole("link", { name: t("seeCurrent") })).toHaveAttribute("href", `https://github.com/AlmaLinux/ALESCo/blob/HEAD/${ADDED_BY_3}`);
});

test("the last requests of an hour are not spent on the text of the default branch", async ({ page }) => {
  const requests = await open(page, "?proposal=3", { remaining: 19 });
  await expect(text(page)).toContainText(t("asMerged"));
  expect(requests.filter((path) => path.includes("/contents/"))).toEqual([]);
});

test("the changes of a document stand under the headings of their sections", async ({ page }) => {
  const patch = "@@ -3 +3 @@\n-Old reasons.\n+New reasons.\n@@ -11,3 +11 @@\n-## Gone\n-\n-Old text.\n+Last <b>words</b>.";
  const changed = { headers: headers(), json: [{ filename: "rfcs/0002-kernel.md", status: "modified", additions: 2, sha: "abc123", patch }] };
  const body = "## Motivation\n\nNew reasons.\n\n## Between\n\nSame.\n\n## End\n\nLast <b>words</b>.\n";
  await open(page, "?proposal=18#end", { files: (number) => (number === 18 ? changed : undefined), document: () => blob(body) });
  await expect(text(page)).toContainText(t("changedDocument"));
  await expect(text(page).getByRole("heading")).toHaveText(["Motivation", "Gone", "End"]);
  await expect(text(page).locator("ins")).toHaveText(["+ New reasons.\n", "+ Last <b>words</b>.\n"]);
  await expect(text(page).locator("del").first()).toHaveText("\u2212 Old reasons.\n");
  await expect(view(page).locator("[data-contents] a")).toHaveText(["Motivation", "Gone", "End"]);
  await expect(heading(page, "End")).toBeFocused();
  expect(await axeViolations(page)).toEqual([]);
});

test("a merged proposal whose text comes before the list has the text of the default branch, too", async ({ page, expectedConsole }) => {
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  const list = deferred();
  let hasFiles = false;
  const files = () => void (hasFiles = true);
  await open(page, "?proposal=3", { files, snapshot: NO_SNAPSHOT, list: () => list.promise, document: () => blob(MARKDOWN) });
  await expect.poll(() => hasFiles).toBe(true);
  await nextFrames(page);
  list.resolve({ headers: headers(), json: ISSUES });
  await expect(text(page)).toContainText(t("onDefaultBranch"));
  await expect(heading(page, "Abstract")).toBeVisible();
});

test("a refresh keeps the place in a long text", async ({ page }) => {
  let issues = ISSUES;
  const sections = Array.from({ length: 400 }, (_, number) => `## Section ${number}\n\nWords.\n\n- one\n- two\n\n`);
  const large = { headers: headers(), json: [{ filename: "rfcs/0000-kernel.md", status: "added", additions: 9999, sha: "abc123" }] };
  await open(page, "?proposal=18#section-399", { list: () => listResponse(issues), files: (number) => (number === 18 ? large : undefined), document: () => blob(sections.join("")) });
  await expect(heading(page, "Section 399")).toBeFocused();
  await expect(root(page)).toHaveAttribute("data-source", "live");
  // While documents arrive a refresh would do nothing.
  await expect(root(page).locator(".alesco-freshness button")).toHaveAttribute("aria-disabled", "false");
  const before = await page.evaluate(() => scrollY);
  issues = ISSUES.map((issue) => ({ ...issue, comments: 77, updated_at: "2026-09-02T09:00:00Z" }));
  // A visitor's click would move the focus; a refresh that is due does not.
  await page.evaluate(() => document.querySelector(".alesco-freshness button").click());
  await expect(view(page)).toContainText(t("comments", { count: 77 }));
  await nextFrames(page);
  await expect(heading(page, "Section 399")).toBeFocused();
  expect(Math.abs((await page.evaluate(() => scrollY)) - before)).toBeLessThan(100);
});

// What cards say, and which requests that takes.
import { ALL_CARDS, FILES, ISSUES, OPEN_CARDS, deferred, headers } from "./fixtures.mjs";
import { GITHUB } from "./github.mjs";
import { layoutShift, recordLayoutShifts } from "./layout.mjs";
import { waitUntilIdle } from "./mock-api.mjs";
import { NO_SNAPSHOT, NO_SNAPSHOT_CONSOLE, SNAPSHOT_FILE, card, expect, expectCards, expectDocuments, freshness, open, openLive, root, status, test, withAttributes } from "./page.mjs";
import { CONSOLE, beginning, line, t } from "./texts.mjs";

const LIST = "/repos/AlmaLinux/ALESCo/issues";

test("open proposals are sorted by stage, the nearest to a decision first, and take one list request", async ({ page, expectedConsole }) => {
  const requests = await openLive(page, expectedConsole);
  await expectCards(page, OPEN_CARDS);
  await expect(card(page, 16)).toHaveAttribute("data-stage", "discussion");
  await expect(card(page, 18)).toHaveAttribute("data-stage", "submitted");
  await expect(card(page, 17)).toHaveAttribute("data-stage", "submitted");
  await expect(root(page)).toHaveAttribute("data-state", "ready");
  await expect(root(page)).toHaveAttribute("data-source", "live");
  await expect(freshness(page)).toContainText(t("liveNow"));
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  expect(requests).toEqual([
    `${LIST}?state=open&per_page=100`,
    "/repos/AlmaLinux/ALESCo/pulls/18/files?per_page=100",
    "/repos/AlmaLinux/ALESCo/pulls/17/files?per_page=100",
    "/repos/AlmaLinux/ALESCo/pulls/16/files?per_page=100",
  ]);
});

test("a document that the snapshot holds is not requested", async ({ page }) => {
  const requests = await open(page);
  await expect(freshness(page)).toContainText(t("liveNow"));
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  await expect(card(page, 18).locator('[data-sig="altarch"]')).toBeVisible();
  await waitUntilIdle(page, GITHUB);
  expect(requests).toEqual([`${LIST}?state=open&per_page=100`]);
});

test("documents of a snapshot that arrives after the list are in the saved copy", async ({ page }) => {
  const snapshot = deferred();
  await page.route(SNAPSHOT_FILE, async (route) => {
    await snapshot.promise;
    await route.continue();
  });
  await open(page);
  await expect(freshness(page)).toContainText(t("liveNow"));
  snapshot.resolve();
  await expect(card(page, 18).locator('[data-sig="altarch"]')).toBeVisible();
  await page.reload();
  await expect(freshness(page)).toContainText(t("savedNow"));
  await expect(card(page, 18).locator('[data-sig="altarch"]')).toBeVisible();
});

test("?show=all shows all proposals with their outcomes, by one list request", async ({ page, expectedConsole }) => {
  const requests = await openLive(page, expectedConsole, "?show=all");
  await expectCards(page, ALL_CARDS);
  await expect(status(page)).toHaveText(t("proposals", { count: 16 }));
  const outcomes = {
    accepted: [2, 3, 6, 8, 9, 10],
    merged: [5, 11, 12, 13, 14],
    unrecorded: [4, 15],
  };
  for (const [outcome, numbers] of Object.entries(outcomes)) {
    for (const number of numbers) await expect(card(page, number)).toHaveAttribute("data-outcome", outcome);
  }
  await expect(card(page, 15)).toContainText(t("outcomeUnknown"));
  await expect(card(page, 12)).toContainText(t("merged"));
  await expect(card(page, 9)).toContainText(t("accepted"));
  expect(requests.filter((path) => path.startsWith(LIST))).toEqual([`${LIST}?state=all&per_page=100`]);
});

test("?sig=altarch shows #18 once its document is read, and no SIG of another project", async ({ page, expectedConsole }) => {
  const documents = deferred();
  await openLive(page, expectedConsole, "?sig=altarch", { files: () => documents.promise });
  await expect(root(page)).toHaveAttribute("data-state", "empty");
  await expect(page.getByText(t("noMatch"))).toBeVisible();
  documents.resolve();
  await expectCards(page, [18]);
  const sig = card(page, 18).locator('[data-sig="altarch"]');
  await expect(sig).toHaveAccessibleDescription(t("mentioned", { sentence: "The AltArch SIG owns the board ports." }));
  await expect(page.locator('input[name=sig][value="hyperscale"]')).toHaveCount(0);
  await expect(page.getByText("Hyperscale")).toHaveCount(0);
});

test("?tag=accepted for discussion shows #16, whose stage pill carries the label", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "?tag=accepted for discussion");
  await expectCards(page, [16]);
  await expect(card(page, 16).locator('[data-tag="accepted for discussion"]')).toHaveText(t("discussion"));
});

test("a card has title, link, stage, labels, SIG, author, dates and counts", async ({ page, expectedConsole }) => {
  const issue = {
    ...ISSUES[0],
    title: "RFC: Ship <b>bold</b> things",
    user: null,
    draft: true,
    comments: 14,
    reactions: { "+1": 1 },
    labels: [
      { name: "vote at next meeting", color: "fbca04", description: null },
      { name: "sig/cloud", color: "ffffff", description: "The Cloud SIG" },
      { name: "kernel", color: "5319e7", description: null },
      "plain",
    ],
  };
  await openLive(page, expectedConsole, "", { issues: [issue] });
  const shown = card(page, 18);
  const title = shown.getByRole("link");
  await expect(title).toHaveText("Ship <b>bold</b> things");
  await expect(title).toHaveAttribute("href", /\/some\/folder\/\?proposal=18$/);
  await expect(shown).toHaveAttribute("data-stage", "vote");
  await expect(shown.getByRole("img", { name: t("step", { step: 3, steps: 3 }) })).toBeVisible();
  const texts = [t("vote"), t("draft"), t("byline", { number: 18, author: "ghost" }), t("comments", { count: 14 }), t("thumbsUp", { count: 1 }), "Cloud", "plain"];
  for (const text of texts) await expect(shown).toContainText(text);
  await expect(shown.getByText(beginning("opened")).locator("time")).toHaveText("1 month ago");
  await expect(shown.getByText(beginning("opened")).locator("time")).toHaveAttribute("title", /3 August 2026.*17:30|August 3, 2026.*5:30/);
  await expect(shown.getByText(beginning("updated")).locator("time")).toHaveAttribute("datetime", "2026-08-16T19:05:00Z");
  await expect(shown.locator('.al-rfc-label[data-tag="kernel"]')).toHaveCSS("background-color", "rgb(83, 25, 231)");
  await expect(shown.locator('.al-rfc-label[data-tag="kernel"]')).toHaveCSS("color", "rgb(255, 255, 255)");
  await expect(shown.locator('.al-rfc-label[data-tag="plain"]')).toHaveCSS("color", "rgb(0, 0, 0)");
  // The SIG and the stage stand for their labels.
  await expect(shown.locator('[data-tag="sig/cloud"]')).toHaveCount(0);
  await expect(shown.locator('[data-sig="cloud"]')).toHaveText("Cloud");
  await expect(shown.locator('.al-rfc-label[data-tag="vote at next meeting"]')).toHaveCount(0);
  await expect(shown.locator('[data-tag="vote at next meeting"]')).toHaveText(t("vote"));
});

test("a pull request that is no RFC is listed, and says that it is none", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole);
  await expect(card(page, 17)).toContainText(t("notAnRfc"));
  await expect(card(page, 18)).not.toContainText(t("notAnRfc"));
});

test("an unreadable item is counted and named in the console, and the others are listed", async ({ page, expectedConsole }) => {
  const warning = line(CONSOLE.unreadableItem(2, "it has no title"));
  expectedConsole.push(warning);
  const warned = page.waitForEvent("console", (message) => warning.test(message.text()));
  await openLive(page, expectedConsole, "", { issues: [ISSUES[0], { number: 3, state: "open" }, ISSUES[2]] });
  await expectCards(page, [16, 18]);
  await expect(page.getByText(t("unreadableEntries", { count: 1 }))).toBeVisible();
  await warned;
});

test("documents are not requested when few requests are left", async ({ page, expectedConsole }) => {
  const requests = await openLive(page, expectedConsole, "", { remaining: 20 });
  await expectCards(page, OPEN_CARDS);
  await expect(page.getByText(t("missingDocuments", { count: 3 }))).toBeVisible();
  expect(requests).toHaveLength(1);
});

test("a long list loads page by page, with a progress bar", async ({ page, expectedConsole }) => {
  const second = deferred();
  const next = "https://api.github.com/repositories/1/issues?page=2&per_page=100";
  expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
  await page.route(SNAPSHOT_FILE, (route) => route.fulfill(NO_SNAPSHOT));
  await page.route("https://api.github.com/**", async (route) => {
    const url = route.request().url();
    if (url.includes("/files")) return route.fulfill({ headers: headers(), json: [] });
    if (url === next) {
      await second.promise;
      return route.fulfill({ headers: headers(), json: ISSUES.slice(1, 3) });
    }
    const link = `<${next}>; rel="next", <${next}>; rel="last"`;
    return route.fulfill({ headers: headers(55, { link }), json: ISSUES.slice(0, 1) });
  });
  await page.goto("");
  await expectCards(page, [18]);
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", "1");
  await expect(page.getByRole("progressbar")).toHaveAttribute("max", "2");
  second.resolve();
  await expectCards(page, OPEN_CARDS);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

for (const width of [320, 375, 535, 1280]) {
  test(`at ${width} pixels cards keep their boxes when their documents arrive`, async ({ page, expectedConsole }) => {
    const documents = deferred();
    await page.setViewportSize({ width, height: 900 });
    await openLive(page, expectedConsole, "", {
      files: (number) => documents.promise.then(() => ({ headers: headers(), json: FILES[number] })),
    });
    await expectCards(page, OPEN_CARDS);
    const boxes = () => page.locator("article").evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON()));
    const before = await boxes();
    await expect(card(page, 16).getByText(t("rfc", { number: "0008" }))).toHaveCount(0);
    documents.resolve();
    await expectDocuments(page);
    expect(await boxes()).toEqual(before);
  });
}

for (const [width, height] of [[375, 800], [1280, 720], [1280, 1600]]) {
  for (const snapshot of [undefined, NO_SNAPSHOT]) {
    const before = snapshot ? "the skeleton" : "the snapshot";
    test(`at ${width} by ${height} pixels nothing shifts when live cards replace ${before}`, async ({ page, expectedConsole }) => {
      if (snapshot) expectedConsole.push(...NO_SNAPSHOT_CONSOLE);
      const list = deferred();
      await page.setViewportSize({ width, height });
      await recordLayoutShifts(page);
      await open(page, "", { snapshot, list: () => list.promise });
      await expect(root(page)).toHaveAttribute("data-state", snapshot ? "loading" : "ready");
      list.resolve();
      await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
      await expect(freshness(page)).toContainText(t("liveNow"));
      expect(await layoutShift(page)).toBeLessThan(0.02);
    });
  }
}

test("no card says that it is no RFC before its document is read", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "", { remaining: 20 });
  await expectCards(page, OPEN_CARDS);
  await expect(page.getByText(t("missingDocuments", { count: 3 }))).toBeVisible();
  await expect(page.getByText(t("notAnRfc"))).toHaveCount(0);
});

/** Opens the page with #18 before a vote, and this next meeting. */
async function openBeforeVote(page, expectedConsole, meeting) {
  const issue = { ...ISSUES[0], labels: ["vote at next meeting"] };
  await withAttributes(page, { "data-next-meeting": meeting });
  await openLive(page, expectedConsole, "", { issues: [issue, ISSUES[1]] });
}

test("data-next-meeting is named on the cards of the stage vote", async ({ page, expectedConsole }) => {
  await openBeforeVote(page, expectedConsole, "2026-09-10T16:00:00Z");
  await expect(card(page, 18)).toContainText(t("decisionExpected", { day: "Thu" }));
  await expect(card(page, 17)).not.toContainText(beginning("decisionExpected"));
});

test("a meeting that has begun is not named as coming on a card", async ({ page, expectedConsole }) => {
  await openBeforeVote(page, expectedConsole, "2026-09-02T09:00:00Z");
  await expect(card(page, 18)).toHaveAttribute("data-stage", "vote");
  await expect(card(page, 18).locator(".alesco-decision")).toBeHidden();
});

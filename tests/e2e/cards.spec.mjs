import { FILES, ISSUES, headers } from "./github.mjs";
import { NO_SNAPSHOT, NO_SNAPSHOT_SAID, card, expect, expectCards, freshness, open, openLive, root, test } from "./page.mjs";

const LIST = "/repos/AlmaLinux/ALESCo/issues";

test("shows the open proposals, nearest to a decision first, by one list request", async ({ page, expectedConsole }) => {
  const asked = await openLive(page, expectedConsole);
  await expectCards(page, [16, 18, 17]);
  await expect(card(page, 16)).toHaveAttribute("data-stage", "discussion");
  await expect(card(page, 18)).toHaveAttribute("data-stage", "submitted");
  await expect(card(page, 17)).toHaveAttribute("data-stage", "submitted");
  await expect(root(page)).toHaveAttribute("data-state", "ready");
  await expect(root(page)).toHaveAttribute("data-source", "live");
  await expect(freshness(page)).toContainText("Live, just now");
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  expect(asked).toEqual([
    `${LIST}?state=open&per_page=100`,
    "/repos/AlmaLinux/ALESCo/pulls/18/files",
    "/repos/AlmaLinux/ALESCo/pulls/17/files",
    "/repos/AlmaLinux/ALESCo/pulls/16/files",
  ]);
});

test("a document that the snapshot has is not asked for", async ({ page }) => {
  const asked = await open(page);
  await expect(freshness(page)).toContainText("Live, just now");
  await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
  await expect(card(page, 18).locator('[data-sig="altarch"]')).toBeVisible();
  expect(asked).toEqual([`${LIST}?state=open&per_page=100`]);
});

test("documents that the snapshot brings after the list are there on the next visit", async ({ page }) => {
  let release;
  const listed = new Promise((resolve) => (release = resolve));
  await page.route("**/proposals.json", async (route) => {
    await listed;
    await route.continue();
  });
  await open(page);
  await expect(freshness(page)).toContainText("Live, just now");
  release();
  await expect(card(page, 18).locator('[data-sig="altarch"]')).toBeVisible();
  await page.reload();
  await expect(freshness(page)).toContainText("Saved copy, just made");
  await expect(card(page, 18).locator('[data-sig="altarch"]')).toBeVisible();
});

test("?show=all shows all of them with their outcomes, by one list request", async ({ page, expectedConsole }) => {
  const asked = await openLive(page, expectedConsole, "?show=all");
  await expectCards(page, [16, 18, 17, 15, 14, 9, 6, 10, 13, 12, 11, 3, 8, 4, 5, 2]);
  await expect(page.getByRole("status")).toHaveText("16 proposals");
  const outcomes = {
    accepted: [2, 3, 6, 8, 9, 10],
    merged: [5, 11, 12, 13, 14],
    unrecorded: [4, 15],
  };
  for (const [outcome, numbers] of Object.entries(outcomes)) {
    for (const number of numbers) await expect(card(page, number)).toHaveAttribute("data-outcome", outcome);
  }
  await expect(card(page, 15)).toContainText("Outcome not recorded");
  await expect(card(page, 12)).toContainText("Merged");
  await expect(card(page, 9)).toContainText("Accepted");
  expect(asked.filter((address) => address.startsWith(LIST))).toEqual([`${LIST}?state=all&per_page=100`]);
});

test("?sig=altarch shows #18 once its document is read, for its own mention alone", async ({ page, expectedConsole }) => {
  let release;
  const read = new Promise((resolve) => (release = resolve));
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  await page.route("**/proposals.json", (route) => route.fulfill({ status: 404 }));
  await page.route("https://api.github.com/**", async (route) => {
    const number = route.request().url().match(/pulls\/(\d+)/)?.[1];
    if (!number) return route.fulfill({ headers: headers(), json: ISSUES.filter((item) => item.state === "open") });
    await read;
    return route.fulfill({ headers: headers(), json: FILES[number] });
  });
  await page.goto("?sig=altarch");
  await expect(root(page)).toHaveAttribute("data-state", "empty");
  await expect(page.getByText("No proposal matches all of this.")).toBeVisible();
  release();
  await expectCards(page, [18]);
  const mark = card(page, 18).locator('[data-sig="altarch"]');
  await expect(mark).toHaveAccessibleDescription("Mentioned: “The AltArch SIG owns the board ports.”");
  await expect(page.locator('input[name=sig][value="hyperscale"]')).toHaveCount(0);
  await expect(page.getByText("Hyperscale")).toHaveCount(0);
});

test("?tag=accepted for discussion shows #16, whose pill carries the label", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "?tag=accepted for discussion");
  await expectCards(page, [16]);
  await expect(card(page, 16).locator('[data-tag="accepted for discussion"]')).toHaveText("Accepted for Discussion");
});

test("a card says what, where it stands, who and when", async ({ page, expectedConsole }) => {
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
  await expect(title).toHaveAttribute("href", "https://github.com/AlmaLinux/ALESCo/pull/18");
  await expect(shown).toHaveAttribute("data-stage", "vote");
  await expect(shown.getByRole("img", { name: "Step 3 of 3" })).toBeVisible();
  for (const text of ["Vote at Next Meeting", "Draft", "by ghost", "14 comments", "1 thumbs-up", "Cloud", "plain"]) {
    await expect(shown).toContainText(text);
  }
  await expect(shown.getByText("opened").locator("time")).toHaveText("29 days ago");
  await expect(shown.getByText("opened").locator("time")).toHaveAttribute("title", /3 August 2026.*17:30|August 3, 2026.*5:30/);
  await expect(shown.getByText("updated").locator("time")).toHaveAttribute("datetime", "2026-08-16T19:05:00Z");
  await expect(shown.locator('.al-rfc-label[data-tag="kernel"]')).toHaveCSS("background-color", "rgb(83, 25, 231)");
  await expect(shown.locator('.al-rfc-label[data-tag="kernel"]')).toHaveCSS("color", "rgb(255, 255, 255)");
  await expect(shown.locator('.al-rfc-label[data-tag="sig/cloud"]')).toHaveCSS("color", "rgb(0, 0, 0)");
  await expect(shown.locator('.al-rfc-label[data-tag="vote at next meeting"]')).toHaveCount(0);
  await expect(shown.locator('[data-tag="vote at next meeting"]')).toHaveText("Vote at Next Meeting");
});

test("what is no RFC is listed and told apart", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole);
  await expect(card(page, 17)).toContainText("Not an RFC");
  await expect(card(page, 18)).not.toContainText("Not an RFC");
});

test("one unreadable item is counted and reported, the others show", async ({ page, expectedConsole }) => {
  expectedConsole.push(/item 2 of a page could not be read: it has no title/);
  await openLive(page, expectedConsole, "", { issues: [ISSUES[0], { number: 3, state: "open" }, ISSUES[2]] });
  await expectCards(page, [16, 18]);
  await expect(page.getByText("1 entry could not be read.")).toBeVisible();
});

test("documents are left alone when little of the limit is left", async ({ page, expectedConsole }) => {
  const asked = await openLive(page, expectedConsole, "", { left: 20 });
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByText("3 documents could not be read")).toBeVisible();
  expect(asked).toHaveLength(1);
});

test("long lists come page by page, with a progress bar", async ({ page, expectedConsole }) => {
  let release;
  const second = new Promise((resolve) => (release = resolve));
  const next = "https://api.github.com/repositories/1/issues?page=2&per_page=100";
  expectedConsole.push(...NO_SNAPSHOT_SAID);
  await page.route("**/proposals.json", (route) => route.fulfill({ status: 404 }));
  await page.route("https://api.github.com/**", async (route) => {
    const url = route.request().url();
    if (url.includes("/files")) return route.fulfill({ headers: headers(), json: [] });
    if (url === next) {
      await second;
      return route.fulfill({ headers: headers(), json: ISSUES.slice(1, 3) });
    }
    const link = `<${next}>; rel="next", <${next}>; rel="last"`;
    return route.fulfill({ headers: headers(55, { link }), json: ISSUES.slice(0, 1) });
  });
  await page.goto("");
  await expectCards(page, [18]);
  await expect(page.getByRole("progressbar")).toHaveAttribute("value", "1");
  await expect(page.getByRole("progressbar")).toHaveAttribute("max", "2");
  release();
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByRole("progressbar")).toHaveCount(0);
});

for (const width of [320, 375, 535, 1280]) {
  test(`at ${width} pixels cards do not jump when their documents arrive`, async ({ page, expectedConsole }) => {
    let release;
    const listed = new Promise((resolve) => (release = resolve));
    await page.setViewportSize({ width, height: 900 });
    await openLive(page, expectedConsole, "", {
      files: (number) => listed.then(() => ({ headers: headers(), json: FILES[number] })),
    });
    await expectCards(page, [16, 18, 17]);
    const places = () => page.locator("article").evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON()));
    const before = await places();
    await expect(card(page, 16).getByText("RFC 0008")).toHaveCount(0);
    release();
    await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
    await expect(card(page, 18).locator("[data-sig]")).toHaveCount(2);
    expect(await places()).toEqual(before);
  });
}

for (const [width, height] of [[375, 800], [1280, 720], [1280, 1600]]) {
  for (const snapshot of [undefined, NO_SNAPSHOT]) {
    const before = snapshot ? "the skeleton" : "the snapshot";
    test(`at ${width} by ${height} pixels nothing shifts from ${before} to the live cards`, async ({ page, expectedConsole }) => {
      if (snapshot) expectedConsole.push(...NO_SNAPSHOT_SAID);
      let answer;
      const asked = new Promise((resolve) => (answer = resolve));
      await page.setViewportSize({ width, height });
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => window.shifts.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
      });
      await open(page, "", { snapshot, list: () => asked });
      await expect(root(page)).toHaveAttribute("data-state", snapshot ? "loading" : "ready");
      answer(undefined);
      await expect(card(page, 16)).toHaveAttribute("data-rfc", "0008");
      await expect(freshness(page)).toContainText("Live, just now");
      const shift = await page.evaluate(async () => {
        // What moved is reported some frames after it did.
        await new Promise((resolve) => setTimeout(resolve, 300));
        return window.shifts.reduce((sum, entry) => sum + entry.value, 0);
      });
      expect(shift).toBeLessThan(0.02);
    });
  }
}

test("nobody is told that a proposal is no RFC before its document is read", async ({ page, expectedConsole }) => {
  await openLive(page, expectedConsole, "", { left: 20 });
  await expectCards(page, [16, 18, 17]);
  await expect(page.getByText("Not an RFC")).toHaveCount(0);
});

test("the next meeting is on the card that it will vote on", async ({ page, expectedConsole }) => {
  const issue = { ...ISSUES[0], labels: ["vote at next meeting"] };
  await page.route("**/folder/", async (route) => {
    const response = await route.fetch();
    const html = (await response.text()).replace('data-view="browser"', 'data-view="browser" data-next-meeting="2026-09-10T16:00:00Z"');
    await route.fulfill({ response, body: html });
  });
  await openLive(page, expectedConsole, "", { issues: [issue, ISSUES[1]] });
  await expect(card(page, 18)).toContainText("Decision expected Thu");
  await expect(card(page, 17)).not.toContainText("Decision expected");
});

// The agenda of the next meeting, on the standalone page with the demonstration's data.
import { readFileSync } from "node:fs";
import { DEMONSTRATION } from "./address.mjs";
import { mockGitHub } from "./github.mjs";
import { axeViolations, card, expect, open, root, test, withAttributes } from "./page.mjs";
import { t } from "./texts.mjs";

// The recorded answers of GitHub are older than the demonstration's data, which is what these tests are about.
const OFFLINE = { list: () => ({ status: 500, body: "" }) };

const view = (page) => page.locator("section[data-meeting]");
const section = (page, name) => view(page).locator(`ol[data-agenda=${name}]`);
const entry = (page, number) => view(page).locator(`li[data-proposal="${number}"]`);

async function openMeeting(page, expectedConsole, address = "?view=meeting") {
  expectedConsole.push(/Failed to load resource/);
  await mockGitHub(page, OFFLINE);
  await page.goto(`${DEMONSTRATION}${address}`);
  await expect(view(page)).toBeVisible();
  // The days of all meetings come with the snapshot's file, and build the view anew: a click meanwhile would be lost.
  await expect.poll(() => view(page).locator("option").count()).toBeGreaterThan(2);
}

const numbers = (page, name) => section(page, name).locator("> li").evaluateAll((items) => items.map((item) => Number(item.dataset.proposal)));

test("since 16 July number 18 is new, and 16 and 17 are folded as unchanged", async ({ page, expectedConsole }) => {
  await openMeeting(page, expectedConsole, "?view=meeting&since=2026-07-16");
  await expect(entry(page, 18)).toContainText(t("discussedOn", { day: "Aug 13, 2026" }));
  expect(await numbers(page, "new")).toEqual([18]);
  expect(await numbers(page, "unchanged")).toEqual([16, 17]);
  await expect(entry(page, 16)).toBeHidden();
  await view(page).locator("summary", { hasText: t("unchanged") }).click();
  await expect(entry(page, 16)).toContainText(t("noChangeSince", { day: "Jun 4, 2026" }));
  await expect(entry(page, 17)).toContainText(t("notAnRfc"));
  await expect(section(page, "closed")).toHaveCount(0);
});

test("another day is chosen, is in the address, and the back button returns to the last meeting", async ({ page, expectedConsole }) => {
  await openMeeting(page, expectedConsole);
  await expect(section(page, "changed")).toHaveCount(1);
  await view(page).getByLabel(t("changesSince")).selectOption("2026-07-02");
  await expect(page).toHaveURL(/\?view=meeting&since=2026-07-02$/);
  await expect(section(page, "closed").locator("> li")).toHaveAttribute("data-proposal", "15");
  await expect(entry(page, 15)).toContainText(t("replacedBy", { proposal: "#18" }));
  await page.goBack();
  await expect(section(page, "closed")).toHaveCount(0);
  await expect(view(page).getByLabel(t("changesSince"))).toHaveValue("2026-08-13");
});

test("the navigation leads to the three places, and says which is open", async ({ page, expectedConsole }) => {
  await openMeeting(page, expectedConsole);
  const place = (name) => root(page).getByRole("navigation").getByRole("link", { name: t(name), exact: true });
  await expect(place("navMeeting")).toHaveAttribute("aria-current", "page");
  await place("navDecisions").click();
  await expect(page).toHaveURL(/\?view=decisions$/);
  await expect(root(page).getByRole("heading", { level: 2, name: t("navDecisions") })).toBeFocused();
  await place("navProposals").click();
  await expect(card(page, 18)).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(view(page)).toBeVisible();
});

test("an entry opens its proposal by keyboard", async ({ page, expectedConsole }) => {
  await openMeeting(page, expectedConsole);
  await entry(page, 18).getByRole("link").first().press("Enter");
  await expect(page).toHaveURL(/\?proposal=18$/);
  await expect(page.locator('article[data-proposal-view="18"]')).toBeVisible();
});

test("the agenda is copied as minutes to fill in, and as text", async ({ page, context, expectedConsole }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openMeeting(page, expectedConsole, "?view=meeting&since=2026-07-16");
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await view(page).locator("button[data-copy=markdown]").click();
  await expect(view(page).getByText(t("copied"))).toBeVisible();
  const newest = readFileSync(new URL("../fixtures/minutes/2026-08-13.md", import.meta.url), "utf8");
  const headings = (text) => text.split("\n").filter((line) => /^##/.test(line));
  expect(headings(await clipboard())).toEqual(headings(newest));
  expect(await clipboard()).toContain("Discussed [RFC: Adding proposal for github org management](https://github.com/AlmaLinux/ALESCo/pull/16)\n\n- No change since the last meeting.\n");
  await view(page).locator("button[data-copy=text]").click();
  await expect.poll(clipboard).toContain(`- #16 Adding proposal for github org management: ${t("noChangeSince", { day: "Jun 4, 2026" })}`);
});

test("an entry has the figures of the votes on it that minutes record", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Failed to load resource/);
  const file = JSON.parse(readFileSync(new URL("../../snapshot/proposals.json", import.meta.url), "utf8"));
  const votes = [{ for: 2, abstain: 1, against: 2 }, { unanimous: true }];
  const notes = votes.map((vote, at) => ({ date: `2026-06-0${at + 1}`, kind: "discussed", vote }));
  file.records.proposals.find(({ number }) => number === 16).notes = notes;
  await open(page, "?view=meeting&since=2025-05-14", { snapshot: { json: file }, ...OFFLINE });
  const minutes = (day) => t("minutesOf", { day: `Jun ${day}, 2026` });
  const figures = [`${minutes(1)} · ${t("voteFigures", { for: 2, against: 2 })}`, `${minutes(2)} · ${t("unanimous")}`];
  await expect(entry(page, 16).locator(".alesco-reasons > li")).toContainText(figures);
  // The vote that decided a closed one stands beside its outcome.
  await expect(entry(page, 10)).toContainText(t("voteFigures", { for: 4, against: 1 }));
});

test("a text that the browser does not copy is shown instead", async ({ page, expectedConsole }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await openMeeting(page, expectedConsole);
  await view(page).locator("button[data-copy=markdown]").click();
  await expect(view(page).getByLabel(t("copyFailed"))).toHaveValue(/^# ALESCo Meeting Minutes \(DATE\)/);
});

for (const [name, value] of [["is none", "soon"], ["is yet to come", "2026-09-30"]]) {
  test(`a day that ${name} is ignored and said`, async ({ page, expectedConsole }) => {
    await openMeeting(page, expectedConsole, `?view=meeting&since=${value}`);
    await expect(view(page).getByText(t("unknownParameter", { key: "since", value }))).toBeVisible();
    await expect(view(page).getByLabel(t("changesSince"))).toHaveValue("2026-08-13");
  });
}

test("the draft has the committee's day, which is not always that of Greenwich", async ({ page, expectedConsole }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await withAttributes(page, { "data-next-meeting": "2026-09-11T00:30:00Z" });
  await openMeeting(page, expectedConsole);
  await view(page).locator("button[data-copy=markdown]").click();
  await expect(view(page).getByLabel(t("copyFailed"))).toHaveValue(/^# ALESCo Meeting Minutes \(2026-09-10\)/);
});

for (const [name, value] of [["missing", undefined], ["past", "2026-08-27T16:00:00Z"], ["begun", "2026-09-02T09:00:00Z"], ["nonsense", "soon"]]) {
  test(`a next meeting that is ${name} is not announced as coming`, async ({ page, expectedConsole }) => {
    expectedConsole.push(/data-next-meeting/);
    await withAttributes(page, { "data-next-meeting": value });
    await openMeeting(page, expectedConsole);
    await expect(view(page).getByText(t("meetingUnknown"))).toBeVisible();
    await expect(view(page).getByRole("button", { name: t("addToCalendar") })).toHaveCount(0);
  });
}

test("the next meeting has the visitor's time and the committee's, and can be saved for a calendar", async ({ page, expectedConsole }) => {
  await withAttributes(page, { "data-next-meeting": "2026-09-10T16:00:00Z" });
  await openMeeting(page, expectedConsole);
  await expect(view(page).locator("time").first()).toHaveAttribute("datetime", "2026-09-10T16:00:00Z");
  await expect(view(page).locator("time").first()).toContainText("16:00");
  await expect(view(page).locator("time").first()).toContainText(/12:00 (EDT|GMT-4)/);
  const download = page.waitForEvent("download");
  await view(page).getByRole("button", { name: t("addToCalendar") }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain("\r\nDTSTART:20260910T160000Z\r\n");
});

test("the snapshot names the next meeting where the page does not", async ({ page, expectedConsole }) => {
  const file = JSON.parse(readFileSync(new URL("../../snapshot/proposals.json", import.meta.url), "utf8"));
  file.records.next_meeting = "2026-09-10T16:00:00Z";
  expectedConsole.push(/Failed to load resource/);
  await open(page, "?view=meeting", { snapshot: { json: file }, ...OFFLINE });
  await expect(view(page).locator("time").first()).toHaveAttribute("datetime", "2026-09-10T16:00:00Z");
});

test("what a vote needs is said once the members are known, as unofficial", async ({ page, expectedConsole }) => {
  await withAttributes(page, { "data-members": "a,b,c,d,e" });
  await openMeeting(page, expectedConsole);
  await expect(view(page).getByText(t("quorum", { members: 5, quorum: 4 }))).toBeVisible();
});

test("axe finds nothing, unfolded or not", async ({ page, expectedConsole }) => {
  await openMeeting(page, expectedConsole, "?view=meeting&since=2026-07-02");
  await view(page).locator("details.alesco-agenda > summary").click();
  await expect(entry(page, 16)).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

test("on paper everything is unfolded and there are no controls", async ({ page, expectedConsole }) => {
  await openMeeting(page, expectedConsole);
  await page.emulateMedia({ media: "print" });
  await expect(entry(page, 16)).toBeVisible();
  await expect(view(page).locator("select, button[data-copy]").locator("visible=true")).toHaveCount(0);
  await expect(root(page).getByRole("navigation").locator("visible=true")).toHaveCount(0);
});

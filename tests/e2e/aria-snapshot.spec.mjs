// The whole accessibility tree of the main states.
import { expect, expectLoaded, freshness, root, test } from "./page.mjs";
import { openState } from "./states.mjs";
import { beginning, t } from "./texts.mjs";

/** The text of an age, which is followed by a `time`. */
const opened = beginning("opened").trim();
const updated = beginning("updated").trim();

const CARDS = {
  16: `
  - listitem:
    - article:
      - heading "Adding proposal for github org management" [level=3]:
        - link "Adding proposal for github org management":
          - /url: https://github.com/AlmaLinux/ALESCo/pull/16
      - text: ${t("discussion")}
      - img "${t("step", { step: 2, steps: 3 })}"
      - text: ${t("rfc", { number: "0008" })}
      - paragraph:
        - text: "${t("byline", { number: 16, author: "bennyvasquez" })} · ${opened}"
        - time: 4 months ago
        - text: · ${updated}
        - time: 3 months ago`,
  18: `
  - listitem:
    - article:
      - heading "Build and Secure Boot-Sign a Mainline-Based Alternative Kernel" [level=3]:
        - link "Build and Secure Boot-Sign a Mainline-Based Alternative Kernel":
          - /url: https://github.com/AlmaLinux/ALESCo/pull/18
      - text: ${t("submitted")}
      - img "${t("step", { step: 1, steps: 3 })}"
      - button "Build System"
      - button "AltArch"
      - paragraph:
        - text: "${t("byline", { number: 18, author: "ramereth" })} · ${opened}"
        - time: 1 month ago
        - text: · ${updated}
        - time: 17 days ago`,
  17: `
  - listitem:
    - article:
      - heading "Add new member procedure document" [level=3]:
        - link "Add new member procedure document":
          - /url: https://github.com/AlmaLinux/ALESCo/pull/17
      - text: ${t("submitted")}
      - img "${t("step", { step: 1, steps: 3 })}"
      - text: ${t("notAnRfc")}
      - paragraph:
        - text: "${t("byline", { number: 17, author: "jonathanspw" })} · ${opened}"
        - time: 3 months ago
        - text: · ${updated}
        - time: 2 months ago
        - text: · ${t("comments", { count: 2 })}`,
};

const listStages = (counts) => `
- group "${t("stage")}":
  - text: ${t("stage")}
  - list:
    - listitem:
      - 'checkbox "${t("vote")}${counts[0]}"'
    - listitem:
      - 'checkbox "${t("discussion")}${counts[1]}"'
    - listitem:
      - 'checkbox "${t("submitted")}${counts[2]}"'
    - listitem:
      - ${counts[3] ? `'checkbox "${t("closed")}${counts[3]}"'` : `checkbox "${t("closed")}"`}`;

const pageTop = (counts) => `
- heading "${t("pageTitle")}" [level=1]
- paragraph: ${t("pageLead")}
- navigation "${t("pageTitle")}":
  - list:
    - listitem:
      - link "${t("navProposals")}"
    - listitem:
      - link "${t("navMeeting")}"
    - listitem:
      - link "${t("navDecisions")}"
- group "${t("stage")}":
  - text: ${t("stage")}
  - list:
    - listitem:
      - checkbox "${t("submitted")}${counts[0]} ${t("submittedHint")}"
    - listitem:
      - checkbox "${t("discussion")}${counts[1]} ${t("discussionHint")}"
    - listitem:
      - checkbox "${t("vote")}${counts[2]} ${t("voteHint")}"
    - listitem:
      - checkbox "${t("closed")}${counts[3]} ${t("closedHint")}"
- text: ${t("search")}
- searchbox "${t("search")}"
- group "${t("show")}":
  - radio "${t("open")}" [checked]
  - radio "${t("decided")}"
  - radio "${t("all")}"`;

const facets = (counts) => `
- group "${t("sig")}":
  - text: ${t("sig")}
  - list:
    - listitem:
      - checkbox "AltArch ${counts[0]}"
    - listitem:
      - checkbox "Build System ${counts[1]}"
    - listitem:
      - checkbox "${t("noSig")} ${counts[2]}"
- group "${t("author")}":
  - text: ${t("author")}
  - list:
    - listitem:
      - checkbox "bennyvasquez ${counts[3]}"
    - listitem:
      - checkbox "jonathanspw ${counts[4]}"
    - listitem:
      - checkbox "ramereth ${counts[5]}"`;

const LIVE = `
- paragraph:
  - text: ${t("liveNow")}
  - button "${t("refresh")}"`;

const SORT = `
- text: ${t("sort")}
- combobox "${t("sort")}":
  - option "${t("sortByStage")}" [selected]
  - option "${t("sortByUpdate")}"
  - option "${t("sortByAge")}"
  - option "${t("sortByComments")}"
  - option "${t("sortByNumber")}"`;

const PAGE_END = `
- heading "${t("committee")}" [level=2]
- paragraph: ${t("committeeText")}
- heading "${t("lifecycle")}" [level=2]
- paragraph: ${t("lifecycleText")}
- navigation "${t("moreLinks")}":
  - heading "${t("takePart")}" [level=2]
  - list:
    - listitem:
      - 'link "${t("linkProcess")}"'
    - listitem:
      - 'link "${t("linkPropose")}"'
    - listitem:
      - 'link "${t("linkChat")}"'
    - listitem:
      - 'link "${t("linkMeetings")}"'
    - listitem:
      - 'link "${t("linkMinutes")}"'`;

const FAILED = `
- paragraph:
  - strong: ${t("offlineTitle")}
  - text: ${t("offlineHint")} ${t("nextAttempt", { time: "09:31" })}
- paragraph: ${t("offlineTitle")}
- paragraph:
  - button "${t("tryAgain")}"
  - link "${t("onGitHub")}":
    - /url: https://github.com/AlmaLinux/ALESCo/pulls
- status`;

/** The tree from the widget's section on, by state and view. */
const TREES = {
  "ready, list": `
${listStages([": 0", ": 1", ": 2", ": 13"])}
- button "${t("filters")}"
- status: ${t("proposals", { count: 3 })}
- list:${CARDS[16]}${CARDS[18]}${CARDS[17]}
${LIVE}`,
  "ready, browser": `
${pageTop([" 2", " 1", " 0", " 13"])}
${facets([1, 1, 2, 1, 1, 1])}
- status: ${t("proposals", { count: 3 })}
${LIVE}
${SORT}
- heading "${t("discussion")}" [level=2]
- list:${CARDS[16]}
- heading "${t("submitted")}" [level=2]
- list:${CARDS[18]}${CARDS[17]}
${PAGE_END}`,
  "empty, browser": `
${pageTop([" 0", " 0", " 0", " 0"])}
${facets([0, 0, 0, 0, 0, 0])}
- paragraph: '${t("unknownParameter", { key: "sort", value: "foo" })}'
- status: ${t("proposalsShown", { shown: 0, count: 3 })}
${LIVE}
${SORT}
- text: ${t("activeFilters")}
- list:
  - listitem:
    - button "${t("removeFilter", { part: t("searchFilter", { words: "nothing" }) })}"
- paragraph: ${t("noMatch")}
- button "${t("clearFilters")}"
${PAGE_END}`,
  "failed, list": `
${listStages(["", "", "", ""])}
- button "${t("filters")}"
${FAILED}
- paragraph: ${t("loadFailed")}`,
  "failed, browser": `
${pageTop(["", "", "", ""])}
${FAILED}
- paragraph: ${t("loadFailed")}
${SORT}
${PAGE_END}`,
};

for (const [name, tree] of Object.entries(TREES)) {
  test(`the accessibility tree of the state "${name}" is complete and in order`, async ({ page, expectedConsole }) => {
    const [state, view] = name.split(", ");
    await openState(page, expectedConsole, state, { view });
    if (state !== "failed") await expect(freshness(page)).toHaveAttribute("data-source", "live");
    if (state === "ready") await expectLoaded(page);
    // In the browser view a title opens the proposal in place.
    const inView = view === "list" ? tree : tree.replaceAll(/(\/url: )https:\S+\/pull\/(\d+)$/gm, `$1${page.url()}?proposal=$2`);
    await expect(root(page)).toMatchAriaSnapshot(`- /children: equal\n${inView.replace(/^\n+/gm, "")}`);
  });
}

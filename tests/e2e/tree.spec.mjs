// The accessibility tree of the main states, whole: what is read, as what, and in which order.
import { card, expect, expectCards, freshness, root, test } from "./page.mjs";
import { openState } from "./states.mjs";

const CARDS = {
  16: `
  - listitem:
    - article:
      - heading "Adding proposal for github org management" [level=3]:
        - link "Adding proposal for github org management":
          - /url: https://github.com/AlmaLinux/ALESCo/pull/16
      - text: Accepted for Discussion
      - img "Step 2 of 3"
      - text: RFC 0008
      - paragraph:
        - text: "#16 by bennyvasquez · opened"
        - time: 4 months ago
        - text: · updated
        - time: 2 months ago`,
  18: `
  - listitem:
    - article:
      - heading "Build and Secure Boot-Sign a Mainline-Based Alternative Kernel" [level=3]:
        - link "Build and Secure Boot-Sign a Mainline-Based Alternative Kernel":
          - /url: https://github.com/AlmaLinux/ALESCo/pull/18
      - text: Submitted
      - img "Step 1 of 3"
      - button "Build System"
      - button "AltArch"
      - paragraph:
        - text: "#18 by ramereth · opened"
        - time: 29 days ago
        - text: · updated
        - time: 16 days ago`,
  17: `
  - listitem:
    - article:
      - heading "Add new member procedure document" [level=3]:
        - link "Add new member procedure document":
          - /url: https://github.com/AlmaLinux/ALESCo/pull/17
      - text: Submitted
      - img "Step 1 of 3"
      - text: Not an RFC
      - paragraph:
        - text: "#17 by jonathanspw · opened"
        - time: 3 months ago
        - text: · updated
        - time: 2 months ago
        - text: · 2 comments`,
};

const listStages = (counts) => `
- group "Stage":
  - text: Stage
  - list:
    - listitem:
      - 'checkbox "Vote at Next Meeting${counts[0]}"'
    - listitem:
      - 'checkbox "Accepted for Discussion${counts[1]}"'
    - listitem:
      - 'checkbox "Submitted${counts[2]}"'
    - listitem:
      - checkbox "Closed"`;

const pageTop = (counts) => `
- heading "ALESCo Proposals" [level=1]
- paragraph: /What the AlmaLinux Engineering Steering Committee is deciding/
- group "Stage":
  - text: Stage
  - list:
    - listitem:
      - checkbox "Submitted${counts[0]} checked for form"
    - listitem:
      - checkbox "Accepted for Discussion${counts[1]} in the open"
    - listitem:
      - checkbox "Vote at Next Meeting${counts[2]} a decision is near"
    - listitem:
      - checkbox "Closed decided"
- text: Search proposals
- searchbox "Search proposals"
- group "Show":
  - radio "Open" [checked]
  - radio "Decided"
  - radio "All"`;

const facets = (counts) => `
- group "SIG":
  - text: SIG
  - list:
    - listitem:
      - checkbox "AltArch ${counts[0]}"
    - listitem:
      - checkbox "Build System ${counts[1]}"
    - listitem:
      - checkbox "No SIG ${counts[2]}"
- group "Tag":
  - text: Tag
  - list:
    - listitem:
      - checkbox "accepted for discussion ${counts[3]}"`;

const LIVE = `
- paragraph:
  - text: Live, just now
  - button "Refresh"`;

const SORT = `
- text: Sort
- combobox "Sort":
  - option "Nearest to a decision" [selected]
  - option "Latest change"
  - option "Newest"
  - option "Most comments"
  - option "Number"`;

const PAGE_END = `
- heading "The committee" [level=2]
- paragraph: /Anyone may propose one/
- heading "How a proposal moves" [level=2]
- paragraph: /The outcome closes it/
- navigation "More about ALESCo":
  - heading "Take part" [level=2]
  - list:
    - listitem:
      - link "The process, and the RFCs themselves"
    - listitem:
      - link "Open a proposal"
    - listitem:
      - 'link "Talk to the committee: the alesco channel"'
    - listitem:
      - 'link "Meetings: every other Thursday"'
    - listitem:
      - link "Minutes of the meetings"`;

const FAILED = `
- alert:
  - paragraph:
    - strong: GitHub cannot be reached.
    - text: Check the connection, and whether something in between blocks the request. This page asks again by itself at 09:31.
  - paragraph:
    - button "Try again"
    - link "See the proposals on GitHub":
      - /url: https://github.com/AlmaLinux/ALESCo/pulls
- status`;

/** By state and layout: the tree, from the widget's section on. */
const TREES = {
  "ready, list": `
${listStages([": 0", ": 1", ": 2"])}
- button "Filter"
- status: 3 proposals
- list:${CARDS[16]}${CARDS[18]}${CARDS[17]}
${LIVE}`,
  "ready, browser": `
${pageTop([" 2", " 1", " 0"])}
${facets([1, 1, 2, 1])}
- status: 3 proposals
${LIVE}
${SORT}
- heading "Accepted for Discussion" [level=2]
- list:${CARDS[16]}
- heading "Submitted" [level=2]
- list:${CARDS[18]}${CARDS[17]}
${PAGE_END}`,
  "empty, browser": `
${pageTop([" 0", " 0", " 0"])}
${facets([0, 0, 0, 0])}
- paragraph: The address asks for sort “foo”, which does not exist. It is ignored.
- status: 0 of 3 proposals
${LIVE}
${SORT}
- text: Narrowed to
- list:
  - listitem:
    - button "Remove “nothing”"
- button "Clear"
- paragraph: No proposal matches all of this.
- button "Show all of them"
${PAGE_END}`,
  "failed, list": `
${listStages(["", "", ""])}
- button "Filter"
${FAILED}
- paragraph: Nothing could be loaded.`,
  "failed, browser": `
${pageTop(["", "", ""])}
${FAILED}
- paragraph: Nothing could be loaded.
${SORT}
${PAGE_END}`,
};

for (const [name, tree] of Object.entries(TREES)) {
  test(name, async ({ page, expectedConsole }) => {
    const [state, view] = name.split(", ");
    await openState(page, expectedConsole, state, { view });
    if (state !== "failed") await expect(freshness(page)).toHaveAttribute("data-source", "live");
    if (state === "ready") {
      await expectCards(page, [16, 18, 17]);
      await expect(card(page, 18).locator("[data-sig]")).toHaveCount(2);
    }
    await expect(root(page)).toMatchAriaSnapshot(`- /children: equal\n${tree.replace(/^\n+/gm, "")}`);
  });
}

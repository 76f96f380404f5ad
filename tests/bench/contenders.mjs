// Who brings the first card to the screen, and under which circumstances. One entry each:
// - `key`, `title`: its names in the results
// - `parts(place)`: what it puts into the host's page, as `head`, `body` (where the list is to be)
//   and `after` (at the end of the section), with `place.api` the API's address
// - `api`: how GitHub answers, where it is not after 300 ms (see servers.mjs)
// - `visits`: 2 if an earlier visit, at full speed, comes before the one that is measured. Both are in one
//   window as private ones are: what the browser keeps, it keeps in memory
// - `until`: what is waited for, as a selector, where it is not just any card
// - `against`: the key of the one that it is compared with, where that is not the first
import { readFileSync } from "node:fs";
import { FOLDER } from "./dist.mjs";
import prerender, { prerenderedHtml } from "../e2e/prerendered.mjs";
import { snippet, snippetWithCards } from "./snippet.mjs";

const TODAY = readFileSync(new URL("today.js", import.meta.url), "utf8");
const LOADING = '<p id="alesco-prs-status" class="text-muted">Loading open proposals...</p>';
const today = ({ api }) => ({
  body: `<div id="alesco-prs" class="mt-4">${LOADING}</div>`,
  after: `<script>${TODAY.replace("{api}", api)}</script>`,
});

prerender();
const withCards = ({ api }) => snippetWithCards({ api, cards: prerenderedHtml("en") });

export const CONTENDERS = [
  {
    key: "a",
    title: "today's inline script",
    parts: today,
  },
  {
    key: "a'",
    title: "the same, second visit",
    parts: today,
    visits: 2,
  },
  {
    key: "b",
    title: "the snippet, first visit",
    parts: snippet,
  },
  {
    key: "c",
    title: "the snippet, second visit",
    parts: snippet,
    visits: 2,
    against: "a'",
  },
  {
    key: "c'",
    title: "the snippet with a snapshot, first visit, GitHub after 3 s",
    parts: ({ api }) => snippet({ api, snapshot: `${FOLDER}proposals.json` }),
    api: { delay: 3000 },
  },
  {
    key: "c''",
    title: "the same without the snapshot's preload",
    parts: ({ api }) => snippet({ api, snapshot: `${FOLDER}proposals.json`, preloaded: false }),
    api: { delay: 3000 },
  },
  {
    key: "d",
    title: "the snippet with cards in it, first visit",
    parts: withCards,
  },
  {
    key: "d'",
    title: "the same, until the module has taken them over",
    parts: withCards,
    until: ".alesco-proposals:not([data-prerendered]) .al-rfc-card",
  },
  {
    key: "e",
    title: "the snippet with cards in it, second visit",
    parts: withCards,
    visits: 2,
    against: "a'",
  },
];

// A stand-in for GitHub's API: the recorded answers in ../fixtures, and its faults.
import { readFileSync } from "node:fs";

const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

export const ISSUES = fixture("issues.json");
export const FILES = fixture("files.json");

/** The moment at which the tests take place, unless they say otherwise. */
export const NOW = new Date("2026-09-02T09:30:00Z");

const EXPOSED = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Link, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset",
};

/** Headers as GitHub sends them to a page, with `left` requests left in this hour. */
export const headers = (left = 55, more = {}) => ({
  ...EXPOSED,
  "content-type": "application/json; charset=utf-8",
  "x-ratelimit-remaining": String(left),
  "x-ratelimit-reset": String(Math.floor(NOW.getTime() / 1000) + 1800),
  ...more,
});

/** An answer to the limit being used up, until ten in the morning. */
export const LIMITED = { status: 403, headers: headers(0), json: { message: "API rate limit exceeded" } };

/**
 * Answers the page's requests to GitHub. `list` and `files` take over with a Playwright answer,
 * "abort" or "hang"; without, the fixtures are served. Returns the addresses asked for, in order.
 */
export async function github(page, { issues = ISSUES, list, files, left = 55 } = {}) {
  const asked = [];
  await page.route("https://api.github.com/**", async (route) => {
    const url = new URL(route.request().url());
    asked.push(url.pathname + url.search);
    const number = url.pathname.match(/\/pulls\/(\d+)\/files$/)?.[1];
    const wanted = issues.filter((item) => url.searchParams.get("state") === "all" || item.state === "open");
    const answer = number
      ? ((await files?.(Number(number))) ?? { headers: headers(left), json: FILES[number] ?? [] })
      : ((await list?.(url, asked.length)) ?? { headers: headers(left), json: wanted });
    if (answer === "hang") return;
    if (answer === "abort") return route.abort("connectionrefused");
    return route.fulfill(answer);
  });
  return asked;
}

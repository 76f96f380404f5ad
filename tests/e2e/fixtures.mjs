// GitHub's recorded answers, the proposals in them, and the moment at which the tests take place.
import { readFileSync } from "node:fs";

const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));

/** Answer of `GET /repos/AlmaLinux/ALESCo/issues?state=all`. */
export const ISSUES = fixture("issues.json");
export const OPEN_ISSUES = ISSUES.filter((issue) => issue.state === "open");
/** An issue with one label more. The recorded ones have labels of stages only. */
export const withLabel = (issue, name) => ({ ...issue, labels: [...issue.labels, { name, color: "5319e7" }] });
/** Answers of `GET /repos/AlmaLinux/ALESCo/pulls/N/files`, by N. */
export const FILES = fixture("files.json");

/** Numbers of the open proposals, and of all, in the order in which their cards are by default. */
export const OPEN_CARDS = [16, 18, 17];
export const ALL_CARDS = [16, 18, 17, 15, 14, 9, 6, 10, 13, 12, 11, 3, 8, 4, 5, 2];

/** The browser's time, unless a test says otherwise. */
export const NOW = new Date("2026-09-02T09:30:00Z");

/** In milliseconds. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "ETag, Link, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset",
};

/** GitHub's response headers, with `remaining` requests left in this hour. The limit is reset at 10:00. */
export const headers = (remaining = 55, more = {}) => ({
  ...CORS,
  "content-type": "application/json; charset=utf-8",
  "x-ratelimit-remaining": String(remaining),
  "x-ratelimit-reset": String(Math.floor(NOW.getTime() / SECOND) + 1800),
  ...more,
});

/** The response when the limit is used up, until 10:00. */
export const RATE_LIMITED = { status: 403, headers: headers(0), json: { message: "API rate limit exceeded" } };

/** The list of open proposals as a response. */
export const listResponse = (issues = ISSUES) => ({ headers: headers(), json: issues.filter((issue) => issue.state === "open") });

/** A promise, and the function that resolves it. */
export function deferred() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

// The two origins that a visitor's browser talks to, on loopback: the site, and GitHub's API.
// Real servers, since what Playwright's routes answer is exempt from the emulated network.
import { createServer } from "node:http";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { FILES, ISSUES, headers } from "../e2e/fixtures.mjs";

/** Compresses as a CDN does with what it keeps; once for each file, before anything is measured. */
export const brotli = (body) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** A file as the site sends it. What does not shrink, or is too much to wait for, goes as it is. */
export function file(type, body, { packed = true, maxAge = 600 } = {}) {
  const sent = packed ? brotli(body) : Buffer.from(body);
  return {
    sent,
    headers: {
      "content-type": type,
      "content-length": sent.length,
      "cache-control": maxAge ? `public, max-age=${maxAge}` : "no-cache",
      "x-content-type-options": "nosniff",
      ...(packed && { "content-encoding": "br", vary: "accept-encoding" }),
    },
  };
}

/** A server on loopback, without TLS, as most of what is measured needs it. */
async function plain(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}

/**
 * The site. `files` are there for good, `serve(more)` adds those of a page, and forgets what was
 * asked for until then. `asked` are the addresses, in order.
 */
export async function startSite(files, listen = plain) {
  const site = { asked: [], page: {} };
  site.serve = (page) => Object.assign(site, { page, asked: [] });
  const server = await listen((request, response) => {
    site.asked.push(site.origin + request.url);
    const { pathname } = new URL(request.url, site.origin);
    const found = site.page[pathname] ?? files[pathname];
    if (!found) return response.writeHead(404).end();
    response.writeHead(200, found.headers).end(found.sent);
  });
  return Object.assign(site, server);
}

const PER_PAGE = 100;

/**
 * GitHub's API. `serve` says how it answers from now on:
 * - `issues`: the list, of which a page is a hundred; `left`: requests left in this hour
 * - `files`: those of each pull request, by its number
 * - `delay`: milliseconds until an answer begins
 * - `limited`: every answer is that the limit is used up
 * - `maxAge`: for how many seconds the browser may keep an answer; GitHub says 60
 */
export async function startApi(listen = plain) {
  const api = { asked: [], answers: {} };
  api.serve = ({ issues = ISSUES, files = FILES, left = 55, delay = 0, limited = false, maxAge = 60 } = {}) =>
    Object.assign(api, { asked: [], answers: { issues, files, left, delay, limited, maxAge } });
  api.serve();

  const server = await listen((request, response) => {
    const { issues, files, left, delay, limited, maxAge } = api.answers;
    const url = new URL(request.url, api.origin);
    api.asked.push(url.href);
    const more = {
      "x-ratelimit-reset": String(Math.floor(Date.now() / 1000) + 1800),
      "cache-control": `public, max-age=${maxAge}`,
      "content-encoding": "gzip",
      // For the breakdown alone: without, a page sees no more of this answer than its end.
      "timing-allow-origin": "*",
    };
    const answer = limited ? { status: 403, body: { message: "API rate limit exceeded" } } : find(url, issues, files);
    if (answer.link) more.link = answer.link;
    const body = gzipSync(JSON.stringify(answer.body));
    setTimeout(() => {
      response.writeHead(answer.status, headers(limited ? 0 : left, more)).end(body);
    }, delay);
  });
  return Object.assign(api, server);
}

/** What GitHub's items are full of: addresses, of users and repositories. Names as GitHub has them. */
const OF_A_REPOSITORY = (
  "archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads " +
  "events forks git_commits git_refs git_tags hooks issue_comment issue_events issues keys labels languages merges " +
  "milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees"
).split(" ");

/** An item as large as GitHub's is on average: 5.6 kB in `/issues`, 20 kB in `/pulls`, before compression. */
function filled(item, size) {
  const full = { ...item };
  for (let at = 0, length = JSON.stringify(item).length; length < size; at += 1) {
    const name = OF_A_REPOSITORY[at % OF_A_REPOSITORY.length];
    const owner = `owner-${item.number}-${Math.floor(at / OF_A_REPOSITORY.length)}`;
    const [key, value] = [`${owner}_${name}_url`, `https://api.github.com/repos/${owner}/ALESCo/${name}{/${name}_id}`];
    full[key] = value;
    length += key.length + value.length + 6;
  }
  return full;
}

function find(url, issues, files) {
  const number = url.pathname.match(/\/pulls\/(\d+)\/files$/)?.[1];
  if (number) return { status: 200, body: files[number] ?? [] };
  const size = url.pathname.endsWith("/issues") ? 5_600 : 20_000;
  if (!/\/(issues|pulls)$/.test(url.pathname)) return { status: 404, body: { message: "Not Found" } };
  const wanted = issues.filter((item) => url.searchParams.get("state") === "all" || item.state === "open");
  const page = Number(url.searchParams.get("page") ?? 1);
  const pages = Math.ceil(wanted.length / PER_PAGE);
  const body = wanted.slice((page - 1) * PER_PAGE, page * PER_PAGE).map((item) => filled(item, size));
  if (page >= pages) return { status: 200, body };
  const to = (target, rel) => {
    const address = new URL(url);
    address.searchParams.set("page", target);
    return `<${address}>; rel="${rel}"`;
  };
  return { status: 200, body, link: `${to(page + 1, "next")}, ${to(pages, "last")}` };
}

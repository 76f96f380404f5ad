// An API on a wire of its own, which fails as networks and servers do; and a page that asks it, with a
// clock that stands still.
import { createServer } from "node:http";
import { FILES, ISSUES, NOW, headers } from "./github.mjs";
import { test as base, expect, freshness, root } from "./page.mjs";

const REPOSITORY = "/repos/AlmaLinux/ALESCo";
/** The requests, as the API sees them. */
export const LIST = `${REPOSITORY}/issues?state=open&per_page=100`;
export const DOCUMENTS = [18, 17, 16].map((number) => `${REPOSITORY}/pulls/${number}/files`);
/** All that a first visit asks. */
export const ALL = [LIST, ...DOCUMENTS];

export const CARDS = [16, 18, 17];
export const OPEN = ISSUES.filter((item) => item.state === "open");

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What an answer does not come back from. */
export const HANGS = {
  "before the headers": () => {},
  "in the body": (response) => response.writeHead(200, headers()).write('[{"number": 1,'),
};

/** An answer that ends before it has said as much as it promised. */
export function cut(response) {
  response.writeHead(200, headers(55, { "content-length": "5000" })).write('[{"number": 1,', () => response.destroy());
}

function send(response, { status = 200, headers: named = headers(), json, body = JSON.stringify(json) }) {
  response.writeHead(status, named).end(body);
}

/**
 * `list`, `more` (what the list's answer may lead to) and `files` take over with an answer, or with a function that
 * does something else to the response.
 */
async function start() {
  const api = { list: undefined, more: undefined, files: undefined, asked: [], begun: 0, abandoned: 0 };
  const server = createServer((request, response) => {
    response.on("close", () => (api.abandoned += response.writableFinished ? 0 : 1));
    const url = new URL(request.url, api.url);
    const number = url.pathname.match(/\/pulls\/(\d+)\/files$/)?.[1];
    const wanted = url.searchParams.get("state") === "all" ? ISSUES : OPEN;
    const given = number ? api.files : url.pathname.startsWith(REPOSITORY) ? api.list : api.more;
    const answer = given ?? { json: number ? (FILES[number] ?? []) : wanted };
    if (typeof answer === "function") answer(response);
    else send(response, answer);
  });
  const listen = (port) => new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  await listen(0);
  const { port } = server.address();
  api.url = `http://127.0.0.1:${port}`;
  api.up = () => listen(port);
  api.down = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return api;
}

export const test = base.extend({
  asksAgain: true,
  // A page that a route answers is not known to be local itself, so what it may ask of this machine has to be said.
  permissions: ["local-network-access"],

  /** The API. `asked` is what the browser asks of it, whether that arrives or not; `begun` counts the answers
   * of which it has the headers, `abandoned` those whose end it did not wait for, or did not get. */
  api: async ({ context }, use) => {
    const api = await start();
    context.on("request", (request) => {
      if (request.url().startsWith(api.url)) api.asked.push(request.url().slice(api.url.length));
    });
    context.on("response", (response) => (api.begun += response.url().startsWith(api.url) ? 1 : 0));
    await use(api);
    await api.down();
  },
});

/** Lets the time stand still, so many milliseconds from the moment at which the tests take place. */
export async function standStill(page, from = 0) {
  const time = NOW.getTime() + from;
  await page.clock.install({ time: time - MINUTE });
  await page.clock.pauseAt(time);
}

/**
 * Opens the standalone page, at a time that stands still. `attributes` are its widget's beside the API's
 * address; by default it has no snapshot, so that all it shows comes from GitHub.
 */
export async function visit(page, api, attributes = "", edit = (html) => html) {
  await page.context().route("**/folder/", async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"].replace("https://api.github.com", api.url);
    const html = (await response.text()).replace('data-snapshot="proposals.json"', `data-api="${api.url}" ${attributes}`);
    await route.fulfill({ headers: { ...response.headers(), "content-security-policy": policy }, body: edit(html) });
  });
  await page.goto("");
}

/** Opens a page of the same site without a widget. */
export async function openEmpty(page) {
  await page.route("**/empty", (route) => route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }));
  await page.goto("empty");
}

/** Under this name the browser keeps a copy, and tabs take turns. */
export const key = (api) => `alesco-proposals ${api.url}${REPOSITORY}`;

/** Waits until nothing is asked any more: whoever asks holds a lock for as long. */
export const settled = (page, api) => page.evaluate((key) => navigator.locks.request(key, () => {}), key(api));

/** Lets time pass, and whatever is asked thereupon be answered. */
export async function pass(page, api, milliseconds) {
  await page.clock.fastForward(milliseconds);
  await settled(page, api);
}

/** Brings the page into sight, or out of it. */
export const see = (page, seen) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, !seen);

/** Waits until that has been asked, neither more nor less. */
export async function expectAsked(page, api, expected) {
  await expect.poll(() => api.asked.length).toBeGreaterThanOrEqual(expected.length);
  await settled(page, api);
  expect(api.asked).toEqual(expected);
}

/** Waits until the screen shows cards from this source, and says so. */
export async function expectSource(page, source, says, trouble) {
  await expect(root(page)).toHaveAttribute("data-source", source);
  await expect(root(page)).toHaveAttribute("data-state", "ready");
  await expect(freshness(page)).toHaveAttribute("data-source", source);
  if (trouble) await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
  else await expect(freshness(page)).not.toHaveAttribute("data-trouble");
  await expect(freshness(page)).toContainText(says);
}

export { expect };

/** Opens the page, and waits until it has all. */
export async function visitWell(page, api) {
  await standStill(page);
  await visit(page, api);
  await expectAsked(page, api, ALL);
  await expectSource(page, "live", "Live, just now");
}

/** The button that asks GitHub now. */
export const refresh = (page) => page.getByRole("button", { name: "Refresh" });

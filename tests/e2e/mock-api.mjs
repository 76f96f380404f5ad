// Pages that ask a server in the place of GitHub's API, and whose clock stands still.
import { FIRST_VISIT, REPOSITORY, startApi } from "./api-server.mjs";
import { ENGINE } from "./engines.mjs";
import { MINUTE, NOW, headers } from "./fixtures.mjs";
import { GITHUB } from "./github.mjs";
import { test as base, expect, freshness, root } from "./page.mjs";
import { t } from "./texts.mjs";

export { DOCUMENT_REQUESTS, FIRST_VISIT, LIST_REQUEST } from "./api-server.mjs";

/** Responses that never end. */
export const HANGING = {
  "before the headers": () => {},
  "in the body": (response) => response.writeHead(200, headers()).write('[{"number": 1,'),
};

/** A response that ends before it has sent as much as its content-length says. */
export function truncatedBody(response) {
  response.writeHead(200, headers(55, { "content-length": "5000" })).write('[{"number": 1,', () => response.destroy());
}

/** A response that ends without headers. */
export const lostConnection = (response) => response.destroy();

export const test = base.extend({
  repeatsRequests: true,
  // Chromium does not count a page that a route answers as local, so its requests to this machine need a permission.
  // Other engines do not know it.
  permissions: ENGINE === "chromium" ? ["local-network-access"] : [],

  /**
   * The API. `requests` are the paths that the browser asks for, whether they arrive or not; `arrived` counts those that
   * did; `responses` counts those of which it has the headers, `aborted` those whose end it did not wait for, or did not
   * get.
   */
  api: async ({ context }, use) => {
    const api = await startApi();
    context.on("request", (request) => {
      if (request.url().startsWith(api.url)) api.requests.push(request.url().slice(api.url.length));
    });
    context.on("response", (response) => (api.responses += response.url().startsWith(api.url) ? 1 : 0));
    await use(api);
    await api.down();
  },
});

/** Stops the browser's clock at `offset` milliseconds from NOW. */
export async function freezeClock(page, offset = 0) {
  const time = NOW.getTime() + offset;
  await page.clock.install({ time: time - MINUTE });
  await page.clock.pauseAt(time);
}

/**
 * Opens the standalone page with this API. `attributes` are added to its widget. It has no snapshot, unless they name
 * one, so that all it shows comes from the API. `edit` changes the page's HTML.
 */
export async function visit(page, api, attributes = "", edit = (html) => html) {
  await page.context().route(/\/folder\/(\?|$)/, async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"].replace("https://api.github.com", api.url);
    const html = (await response.text()).replace(/data-snapshot="[^"]*"/, `data-api="${api.url}" ${attributes}`);
    await route.fulfill({ headers: { ...response.headers(), "content-security-policy": policy }, body: edit(html) });
  });
  await page.goto("");
}

/** Opens the standalone page, and waits until it has requested all that a first visit does. */
export async function visitAndLoad(page, api, offset = 0) {
  await freezeClock(page, offset);
  await visit(page, api);
  await expectRequests(page, api, FIRST_VISIT);
  await expectSource(page, "live", t("liveNow"));
}

/** Opens a page of the same origin without a widget. */
export async function openWithoutWidget(page) {
  await page.route("**/empty", (route) => route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }));
  await page.goto("empty");
}

/** The name of the saved copy in localStorage, and of the lock that tabs hold while they ask. */
export const storageKey = (api) => `alesco-proposals ${api.url}${REPOSITORY}`;

/** Waits until no request is under way: whoever asks holds a lock for as long. */
export const waitUntilIdle = (page, api) => page.evaluate((key) => navigator.locks.request(key, () => {}), storageKey(api));

/**
 * Waits until the page shows GitHub's list and requests nothing more. What arrives may build an element anew that has the
 * focus, or on which the pointer is.
 */
export async function expectSettled(page) {
  await expect(root(page)).toHaveAttribute("data-source", "live");
  await waitUntilIdle(page, GITHUB);
}

/** Moves the clock on, and waits until all requests that follow are answered. */
export async function advance(page, api, milliseconds) {
  await page.clock.fastForward(milliseconds);
  await waitUntilIdle(page, api);
}

/** Brings the tab to the foreground, or into the background. */
export const setVisible = (page, visible) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    Object.defineProperty(document, "visibilityState", { value: hidden ? "hidden" : "visible", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, !visible);

/** Waits until exactly these requests have been made. */
export async function expectRequests(page, api, expected) {
  await expect.poll(() => api.requests.length).toBeGreaterThanOrEqual(expected.length);
  await waitUntilIdle(page, api);
  expect(api.requests).toEqual(expected);
}

/** Waits until the page shows cards from this source, with this text in the status line, and this trouble or none. */
export async function expectSource(page, source, text, trouble) {
  await expect(root(page)).toHaveAttribute("data-source", source);
  await expect(root(page)).toHaveAttribute("data-state", "ready");
  await expect(freshness(page)).toHaveAttribute("data-source", source);
  if (trouble) await expect(freshness(page)).toHaveAttribute("data-trouble", trouble);
  else await expect(freshness(page)).not.toHaveAttribute("data-trouble");
  await expect(freshness(page)).toContainText(text);
}

/** The button that asks GitHub now. */
export const refreshButton = (page) => page.getByRole("button", { name: t("refresh") });

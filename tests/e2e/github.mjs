// GitHub's API as routes of the browser: quick, and enough where the network itself does not matter. mock-api.mjs has a
// server that fails as networks do.
import { FILES, ISSUES, headers } from "./fixtures.mjs";

/** Where the API is. */
export const GITHUB = { url: "https://api.github.com" };

/** The text of a file by its hash or its path, as far as a pull request has it in full. */
function textOf(file) {
  const found = Object.values(FILES).flat().find(({ filename, sha }) => [filename, sha].includes(decodeURIComponent(file)));
  const lines = (found?.patch ?? "").split("\n").filter((line) => /^[+ ]/.test(line));
  return lines.map((line) => `${line.slice(1)}\n`).join("");
}

/**
 * Answers the page's requests to GitHub with the fixtures. `list`, `files`, `timeline` and `document` may return a Playwright response instead,
 * "abort" or "hang". Returns the requested paths, in order.
 */
export async function mockGitHub(page, { issues = ISSUES, list, files, timeline, document, remaining = 55 } = {}) {
  const requests = [];
  await page.route(`${GITHUB.url}/**`, async (route) => {
    const url = new URL(route.request().url());
    requests.push(url.pathname + url.search);
    const number = url.pathname.match(/\/pulls\/(\d+)\/files$/)?.[1];
    const ofIssue = url.pathname.match(/\/issues\/(\d+)$/)?.[1];
    const ofTimeline = url.pathname.match(/\/issues\/(\d+)\/timeline$/)?.[1];
    const listed = issues.filter((issue) => url.searchParams.get("state") === "all" || issue.state === "open");
    const ofFile = url.pathname.match(/\/(?:git\/blobs|contents)\/(.+)$/)?.[1];
    const response = ofFile
      ? ((await document?.(decodeURIComponent(ofFile), route.request().headers().accept)) ?? { headers: headers(remaining), body: textOf(ofFile) })
      : ofTimeline
      ? ((await timeline?.(Number(ofTimeline))) ?? { headers: headers(remaining), json: [] })
      : ofIssue
      ? { headers: headers(remaining), json: issues.find((issue) => issue.number === Number(ofIssue)) }
      : number
      ? ((await files?.(Number(number), Number(url.searchParams.get("page") ?? 1))) ?? { headers: headers(remaining), json: FILES[number] ?? [] })
      : ((await list?.(url, requests.length)) ?? { headers: headers(remaining), json: listed });
    if (response === "hang") return;
    if (response === "abort") return route.abort("connectionrefused");
    return route.fulfill(response);
  });
  return requests;
}

/** Those of the requested paths that are of the list. */
export const listRequests = (requests) => requests.filter((path) => path.includes("/issues?"));

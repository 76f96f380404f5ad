// GitHub's API as a server of its own, which can fail as networks and servers do.
import { createServer } from "node:http";
import { FILES, ISSUES, OPEN_ISSUES, headers } from "./fixtures.mjs";

/** The repository's path. */
export const REPOSITORY = "/repos/AlmaLinux/ALESCo";

export const LIST_REQUEST = `${REPOSITORY}/issues?state=open&per_page=100`;
export const DOCUMENT_REQUESTS = [18, 17, 16].map((number) => `${REPOSITORY}/pulls/${number}/files?per_page=100`);
/** All requests of a first visit. */
export const FIRST_VISIT = [LIST_REQUEST, ...DOCUMENT_REQUESTS];

function send(response, { status = 200, headers: given = headers(), json, body = JSON.stringify(json) }) {
  response.writeHead(status, given).end(body);
}

/**
 * Starts the server. `list`, `files` and `more` (other paths, such as a second page) replace the fixtures by a response,
 * or by a function that does something else to Node's response. `received` are the paths of the requests that arrived, in
 * order; `arrived` counts them; `aborted` counts those whose end the browser did not wait for, or did not get.
 */
export async function startApi() {
  const api = { list: undefined, more: undefined, files: undefined, requests: [], received: [], responses: 0, arrived: 0, aborted: 0 };
  const server = createServer((request, response) => {
    api.arrived += 1;
    api.received.push(request.url);
    response.on("close", () => (api.aborted += response.writableFinished ? 0 : 1));
    const url = new URL(request.url, api.url);
    const number = url.pathname.match(/\/pulls\/(\d+)\/files$/)?.[1];
    const listed = url.searchParams.get("state") === "all" ? ISSUES : OPEN_ISSUES;
    const replaced = number ? api.files : url.pathname.startsWith(REPOSITORY) ? api.list : api.more;
    const answer = replaced ?? { json: number ? (FILES[number] ?? []) : listed };
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

// What a host pastes into its page: one part into the head, one where the list is to be.
import { FOLDER } from "./dist.mjs";

/** The two parts, for a site that has the program in its folder. `snapshot` is an address, or none. */
export function snippet({ api, snapshot }) {
  const attributes = snapshot ? ` data-snapshot="${snapshot}"` : "";
  const early = snapshot ? `<link rel="preload" as="fetch" crossorigin href="${snapshot}">` : "";
  return {
    head: `
      <link rel="modulepreload" href="${FOLDER}alesco-proposals.js">
      <link rel="preload" as="fetch" type="application/wasm" crossorigin href="${FOLDER}alesco-proposals.wasm">
      <link rel="preload" as="fetch" crossorigin href="${api}/repos/AlmaLinux/ALESCo/issues?state=open&amp;per_page=100">
      ${early}
      <link rel="stylesheet" href="${FOLDER}alesco-proposals.css">
      <script type="module" src="${FOLDER}alesco-proposals.js"></script>`,
    body: `<div id="alesco-prs" class="mt-4" data-api="${api}"${attributes}><p>Loading open proposals...</p></div>`,
  };
}

// What a host pastes into its page, from README: one part into the head, one where the list is to be.
import { SNIPPET, WITHOUT_PRELOAD } from "../e2e/host-page.mjs";

/** The two parts, with this API in GitHub's place. `snapshot` is an address, or none. It is preloaded unless `preloaded` is false. */
export function snippet({ api, snapshot, preloaded = true }) {
  const attributes = snapshot ? ` data-snapshot="${snapshot}"` : "";
  const early = snapshot && preloaded ? `<link rel="preload" as="fetch" crossorigin href="${snapshot}">` : "";
  return {
    head: SNIPPET.head.replace("https://api.github.com", api) + early,
    body: SNIPPET.container.replace("data-alesco-proposals", `id="alesco-prs" class="mt-4" data-api="${api}"${attributes}`),
  };
}

/** The same with cards in it: without the preload of the list, and the cards in the place of the words. */
export function snippetWithCards({ api, cards }) {
  const { body } = snippet({ api });
  return { head: WITHOUT_PRELOAD, body: body.replace(/<p>.*<\/p>/s, () => cards) };
}

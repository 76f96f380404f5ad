// Runs in the page: measures what a key does.

/**
 * Times, from the dispatch of the `input` event:
 * - `script`: until the next frame begins; what remains until `next` is style, layout and paint
 * - `next`: until that frame is done, which is the first task after its requestAnimationFrame
 * - `rest`: the same for the last frame that changed anything, if the list goes on changing
 *
 * Event Timing would say when a frame was presented, but in steps of 8 ms, for events of 16 ms and more
 * alone, and never for a later frame. What is not in these times is the compositor's work.
 *
 * A proposal that is shown before and after should keep its card as it is. So it is counted whose element
 * was exchanged for another, moved (taken out of the page and put in again), or changed inside.
 */
export function watchKeys() {
  /** A list that never comes to rest is not waited for. In milliseconds. */
  const LONGEST = 10_000;

  const cards = () => new Map([...document.querySelectorAll("article")].map((card) => [card.dataset.proposal, card]));

  window.nextKey = () => {
    const before = cards();
    window.key = new Promise((resolve) => {
      addEventListener("input", () => measure(before, resolve), { capture: true, once: true });
    });
  };

  function measure(before, resolve) {
    const started = performance.now();
    const records = [];
    const observer = new MutationObserver((more) => more.forEach((record) => records.push(record)));
    observer.observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
    const times = {};
    let seen = 0;

    const frame = () =>
      requestAnimationFrame(() => {
        times.script ??= performance.now() - started;
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const passed = performance.now() - started;
          times.next ??= passed;
          const changed = records.length > seen;
          if (changed || !times.rest) times.rest = passed;
          seen = records.length;
          if (changed && passed < LONGEST) return frame();
          observer.disconnect();
          resolve({ ...times, ...difference(before, cards(), records) });
        };
        port2.postMessage(null);
      });
    frame();
  }

  /** How many cards are shown, came, went, and of those that stay: what happened to them. */
  function difference(before, after, records) {
    const was = new Set(before.values());
    const is = new Set(after.values());
    const stays = (card) => was.has(card) && is.has(card);
    const exchanged = [...after].filter(([number, card]) => before.has(number) && before.get(number) !== card);
    const moved = new Set();
    const changed = new Set();
    for (const { target, addedNodes } of records) {
      const card = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest("article");
      if (card && stays(card)) changed.add(card);
      for (const node of addedNodes) {
        if (node.nodeType !== Node.ELEMENT_NODE) continue;
        for (const card of [node, ...node.querySelectorAll("article")]) if (stays(card)) moved.add(card);
      }
    }
    return {
      shown: is.size,
      made: [...is].filter((card) => !was.has(card)).length,
      removed: [...was].filter((card) => !is.has(card)).length,
      exchanged: exchanged.length,
      moved: moved.size,
      changed: changed.size,
    };
  }
}

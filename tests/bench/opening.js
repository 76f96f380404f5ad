// Runs in the page before anything else: measures how a proposal opens.

/**
 * Resolves `window.opening` once the text of the opened proposal is painted, in milliseconds:
 * - `shown`: from the click to the text in the page
 * - `painted`: from the click until that frame is done
 * - `rendered`: from the end of the response whose address ends with `address`, to the text in the page
 * - `laidOut`: from there until that frame is done
 */
export function watchOpening(address) {
  let clicked;
  addEventListener("click", ({ timeStamp }) => (clicked ??= timeStamp), { capture: true });

  window.opening = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("[data-document] p")) return;
      observer.disconnect();
      const shown = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const painted = performance.now();
          const { responseEnd } = performance.getEntriesByType("resource").find(({ name }) => name.endsWith(address));
          resolve({ shown: shown - clicked, painted: painted - clicked, rendered: shown - responseEnd, laidOut: painted - shown });
        };
        port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

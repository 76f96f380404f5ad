// Runs in the page before anything of it. The browser brings it, so it costs no time on the line.

/**
 * Notes when the first element that `selector` selects is painted, and what led up to it, all in
 * milliseconds since the navigation began. A frame is painted by the time of the first task after
 * its requestAnimationFrame: style, layout and paint belong to the task that calls it. While
 * stylesheets hold the first paint back, there is no such frame.
 */
export function watch(selector) {
  const marks = {};
  const compile = WebAssembly.compileStreaming;
  WebAssembly.compileStreaming = async (...given) => {
    const made = await compile.apply(WebAssembly, given);
    marks.compiled = performance.now();
    return made;
  };

  const resources = () =>
    performance.getEntriesByType("resource").map(({ name, initiatorType, startTime, responseStart, responseEnd, transferSize }) => ({
      name,
      initiatorType,
      startTime,
      responseStart,
      responseEnd,
      transferSize,
    }));

  window.firstCard = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      marks.made = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          marks.painted = performance.now();
          const [page] = performance.getEntriesByType("navigation");
          resolve({ ...marks, page: page.responseEnd, resources: resources() });
        };
        port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

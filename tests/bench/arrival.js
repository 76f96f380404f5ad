// Runs in the page before anything else: measures what becomes of the data that arrives.

/**
 * Resolves `window.arrival` once the first cards are painted, with times from the end of the answer at
 * `address`, which has the data:
 * - `made`: until the first card is in the page
 * - `painted`: until that frame is done
 * - `longest`: of the tasks in between, the longest
 * All in milliseconds. `window.wasmMemory()` is what the module has taken, in bytes.
 */
export function watchArrival(address) {
  const memories = [];
  const construct = (Instance, args) => {
    const instance = new Instance(...args);
    memories.push(instance.exports.memory);
    return instance;
  };
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct });
  window.wasmMemory = () => memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0);

  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: "longtask", buffered: true });

  window.arrival = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector("article")) return;
      observer.disconnect();
      const made = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const painted = performance.now();
          // What observers are told of tasks comes later.
          setTimeout(() => {
            const [answer] = performance.getEntriesByName(new URL(address, location.href).href);
            const came = answer?.responseEnd;
            const within = tasks.filter(({ startTime, duration }) => startTime + duration > came && startTime < painted);
            const longest = Math.max(0, ...within.map(({ duration }) => duration));
            resolve({ made: made - came, painted: painted - came, longest });
          }, 200);
        };
        port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

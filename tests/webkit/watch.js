// Runs first in every page of the tests: moves the clock to the tests' time, and notes what goes wrong.
{
  const { dataset } = document.currentScript;
  const RealDate = Date;
  let shift = Number(dataset.shift);
  globalThis.Date = class extends RealDate {
    constructor(...parts) {
      if (parts.length > 0) super(...parts);
      else super(RealDate.now() + shift);
    }
    static now() {
      return RealDate.now() + shift;
    }
  };
  /** Moves the clock on, and tells the page as a browser does when its tab is shown again. */
  globalThis.advanceClock = (milliseconds) => {
    shift += milliseconds;
    document.dispatchEvent(new Event("visibilitychange"));
  };
  globalThis.problems = [];
  for (const level of ["warn", "error"]) console[level] = (...parts) => problems.push(parts.map(String).join(" "));
  addEventListener("error", ({ message }) => message && problems.push(message));
  addEventListener("unhandledrejection", ({ reason }) => problems.push(String(reason)));
  addEventListener("pageshow", ({ persisted }) => (globalThis.fromPageCache = persisted));
}

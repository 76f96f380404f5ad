// What a contender's runs amount to: when its first card came, and what it had waited for until then.
import { basename } from "node:path";
import { FOLDER } from "./dist.mjs";
import { median } from "./report.mjs";

/** The names under which addresses stand in the results. */
function named({ name }) {
  const { pathname } = new URL(name);
  return /\/(issues|pulls)$/.test(pathname) ? "GitHub's list" : basename(pathname);
}

/**
 * One load. `there`: when each thing was, in milliseconds since the navigation began. `steps`: how long
 * each took, one after the other. A module is compiled while it comes in, so compiling takes what is
 * left of it once all is there.
 */
function account({ page, resources, compiled, made, painted }, site, api) {
  const own = ({ name }) => name.startsWith(site.origin + FOLDER) || name.startsWith(api.origin);
  const theirs = ({ name }) => name === `${site.origin}/site.css`;
  const came = resources.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= made);
  const ends = came.filter((resource) => own(resource) || theirs(resource));
  // Of cards that come with the page, nothing is fetched.
  const fetched = Math.max(page, ...came.filter(own).map(({ responseEnd }) => responseEnd));
  const hasRun = compiled <= made;
  const ready = hasRun ? Math.max(fetched, compiled) : fetched;
  return {
    there: { "the page": page, ...Object.fromEntries(ends.map((resource) => [named(resource), resource.responseEnd])) },
    steps: {
      "fetching": fetched,
      "compiling": hasRun ? ready - fetched : undefined,
      "running, until the card is made": made - ready,
      "layout and paint": painted - made,
    },
  };
}

/** Medians of several loads; what did not come in all of them before the card is left out. */
export function timeline(runs, site, api) {
  const all = runs.map((run) => account(run, site, api));
  const medians = (part) => {
    const names = Object.keys(all[0][part]).filter((name) => all.every((run) => run[part][name] !== undefined));
    return Object.fromEntries(names.map((name) => [name, median(all.map((run) => run[part][name]))]));
  };
  return { there: medians("there"), steps: medians("steps") };
}

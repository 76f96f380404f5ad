// The engines in which Playwright runs the tests. WebKit has tests of its own, in tests/webkit/.
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";

/** The engine of this run. */
export const ENGINE = process.env.ENGINE || "chromium";

const asRoot = process.getuid?.() === 0;
const FOLDERS = process.env.PATH.split(delimiter);

/** The path of the first of these programs that is installed. */
const onPath = (...names) => names.flatMap((name) => FOLDERS.map((folder) => join(folder, name))).find((path) => existsSync(path));

/** Chromium without windows. */
export const CHROMIUM = {
  browserName: "chromium",
  launchOptions: {
    // The headless shell runs the same engine in half the time, for it draws no windows.
    executablePath: process.env.CHROMIUM || onPath("chromium-headless-shell", "chromium"),
    args: [
      ...(asRoot ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  },
};

/** A Firefox with these preferences, as distributions have it: driven by WebDriver BiDi, not patched. */
const firefox = (preferences = {}) => ({
  browserName: "firefox",
  channel: "moz-firefox",
  launchOptions: {
    executablePath: process.env.FIREFOX || onPath("firefox-esr", "firefox"),
    firefoxUserPrefs: {
      // Playwright cannot follow a page that comes back from the page cache.
      "browser.sessionhistory.max_total_viewers": 0,
      // Otherwise "/" opens the search in the page.
      "accessibility.typeaheadfind.manual": false,
      "ui.useOverlayScrollbars": 1,
      ...preferences,
    },
  },
});

/** Dark colours, as the visitor's system may ask for. */
const DARK = { "layout.css.prefers-color-scheme.content-override": 0, "ui.systemUsesDarkTheme": 1 };
/** Colours that the visitor has chosen replace those of pages. */
const FORCED = { "browser.display.document_color_use": 2 };

/** Colours that a page can be shown in, as Playwright's `emulateMedia` names them. */
const COLOURS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  forced: { forcedColors: "active" },
};

/**
 * The files that run in Firefox, which takes three times as long as Chromium for a test: those of the view, of the host page
 * and of the browser's own features. The others test how responses are read, ordered and worded, with the same code in each
 * engine.
 */
const IN_FIREFOX = [
  "a11y", "activity", "announcements", "aria-snapshot", "axe", "cards", "decisions", "discourse",
  "embedded-look", "embedding", "filtering", "frameworks", "history-state", "host-side-effects", "host-styles",
  "hostile-css", "hostile-globals", "ime", "injection", "keyboard", "list-view", "locales", "meeting", "modules",
  "mount-recovery", "mounting", "multi-tab", "neighbors", "no-script", "prerender-exchange", "prerender-settings",
  "print", "printed-pages", "reading", "relative-times", "several-widgets", "shortcut", "show-more", "site-texts",
  "sources", "stage-hints", "storage", "streaming-parse", "timeline", "translated-page", "views", "visibility", "wasm-file",
].map((name) => `**/${name}.spec.mjs`);

/** Returns `inFirefox` in Firefox, to save time, and `all` in other engines. */
export const sampled = (all, inFirefox) => (ENGINE === "firefox" ? inFirefox : all);

/** The file that runs in Firefox alone, because it reads what Firefox prints. */
const NOT_IN_CHROMIUM = "**/printed-pages.spec.mjs";

/**
 * Playwright's projects, by engine. `colours` are those that a test can choose from. Firefox has those of its preferences,
 * so it is started for each: tests that say `@dark` or `@forced` need them, tests that say `@colours` run with all.
 */
export const PROJECTS = {
  chromium: [{ name: "chromium", testIgnore: NOT_IN_CHROMIUM, use: { ...CHROMIUM, colours: Object.values(COLOURS) } }],
  firefox: [
    { name: "firefox", testMatch: IN_FIREFOX, grepInvert: /@dark|@forced/, use: { ...firefox(), colours: [COLOURS.light] } },
    { name: "firefox-dark", testMatch: IN_FIREFOX, grep: /@dark|@colours/, use: { ...firefox(DARK), colours: [COLOURS.dark] } },
    { name: "firefox-forced", testMatch: IN_FIREFOX, grep: /@forced|@colours/, use: { ...firefox(FORCED), colours: [COLOURS.forced] } },
  ],
};

/** Tests wait more than they compute. */
export const WORKERS = availableParallelism() + 1;

// The tests that cannot run in Firefox, each with the reason. They are counted in the closing line of the run.

const NO_SCRIPTING = "The driver cannot turn scripts off.";
const MOTION = "The driver cannot ask for reduced motion.";
const TOUCH = "The driver cannot emulate a touch screen.";
const PRINT_STYLES = "The driver cannot show a page as it is printed.";
const PROTOCOL = "Only Chromium's protocol has the command.";
const FORCED_DARK = "The preference that forces colours has light ones.";
const HISTORY = "The driver loses a page whose history a script changes before the page is there.";
const DOWNLOADS = "The driver saves no file, of any link.";
const NO_REPORT = "The driver reports neither the browser's own console lines about a script, nor a request that is aborted.";

/** By the file and, unless all of the file's tests are meant, a pattern of the title. */
export const LIMITS = [
  { file: "no-script.spec.mjs", reason: NO_SCRIPTING },
  { file: "a11y.spec.mjs", title: /^every touch target/, reason: TOUCH },
  { file: "a11y.spec.mjs", title: /^with prefers-/, reason: PROTOCOL },
  { file: "a11y.spec.mjs", title: /^nothing is animated/, reason: MOTION },
  { file: "history-state.spec.mjs", reason: HISTORY },
  { file: "host-side-effects.spec.mjs", title: /neither moves the focus nor scrolls/, reason: MOTION },
  { file: "decisions.spec.mjs", title: /saved as JSON and CSV$/, reason: DOWNLOADS },
  { file: "meeting.spec.mjs", title: /can be saved for a calendar$/, reason: DOWNLOADS },
  { file: "meeting.spec.mjs", title: /^on paper/, reason: PRINT_STYLES },
  { file: "views.spec.mjs", title: /^on paper/, reason: PRINT_STYLES },
  { file: "embedded-look.spec.mjs", title: /no more room than needed/, reason: NO_SCRIPTING },
  { file: "hostile-css.spec.mjs", title: /^with forced dark colours/, reason: FORCED_DARK },
  { file: "hostile-css.spec.mjs", title: /printed/, reason: PRINT_STYLES },
  { file: "ime.spec.mjs", title: /text that an input method composes/, reason: PROTOCOL },
  { file: "mounting.spec.mjs", title: /the module (is blocked|has the wrong type)$/, reason: NO_REPORT },
  { file: "mounting.spec.mjs", title: /^removing an element unmounts/, reason: NO_REPORT },
  { file: "prerender-settings.spec.mjs", title: /^data-limit below/, reason: MOTION },
  { file: "print.spec.mjs", reason: PRINT_STYLES },
  { file: "sources.spec.mjs", title: /^a list request is aborted/, reason: NO_REPORT },
  { file: "prerender-exchange.spec.mjs", title: /while an input method composes/, reason: PROTOCOL },
];

/** The reason why a test, of Playwright's TestInfo, cannot run in Firefox; `undefined` where it can. */
export function firefoxLimit({ file, title }) {
  return LIMITS.find((limit) => file.endsWith(`/${limit.file}`) && (limit.title ?? /^/).test(title))?.reason;
}

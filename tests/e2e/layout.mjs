// Where things are on the page: what sticks out, overlaps, is cut off, or moves by itself.

/** Lays out all cards, also those that the browser leaves out because they are far from the window. */
const layOutAll = (page) =>
  page.evaluate(() => {
    if (window.isAllLaidOut) return;
    window.isAllLaidOut = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { content-visibility: visible !important }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });

const evaluateAll = async (page, measure) => {
  await layOutAll(page);
  return page.evaluate(measure);
};

/** How far the page is wider than its window. */
export const overflow = (page) =>
  evaluateAll(page, () => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Parts of the widget that stick out of its container, texts and controls that overlap, and content out of its frame. */
export const misplaced = (page) =>
  evaluateAll(page, () => {
    const widget = document.querySelector(".alesco-proposals");
    const name = (element) => `${element.localName}.${element.className}`;
    const shown = [...widget.querySelectorAll("*")].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".alesco-sr-only") && element.getClientRects().length);
    const { left, right } = widget.parentElement.parentElement.getBoundingClientRect();
    const out = shown.filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
    });
    const controls = "input[type=search], select, button";
    const leaves = shown.filter((element) =>
      element.matches(controls) || (!element.children.length && element.textContent.trim() && !element.closest(`${controls}, option`)));
    const boxes = leaves.flatMap((leaf) => {
      if (leaf.matches(controls)) return [{ leaf, box: leaf.getBoundingClientRect() }];
      const range = document.createRange();
      range.selectNodeContents(leaf);
      return [...range.getClientRects()].map((box) => ({ leaf, box }));
    });
    const over = boxes.filter(({ leaf, box }, at) =>
      boxes.slice(at + 1).some((other) => {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        return other.leaf !== leaf && across > 1 && down > 0.3 * Math.min(box.height, other.box.height);
      }));
    // The content of what has a frame stays within its padding.
    const framed = [...widget.querySelectorAll(".al-rfc-card, .alesco-option, .alesco-filter-chip, .alesco-button, .alesco-error")];
    const near = framed.flatMap((frame) => {
      const { left, right } = frame.getBoundingClientRect();
      const { paddingLeft, paddingRight } = getComputedStyle(frame);
      return [...frame.querySelectorAll("*")].filter((element) => {
        const box = element.getBoundingClientRect();
        const isOut = box.left < left + parseFloat(paddingLeft) - 1 || box.right > right - parseFloat(paddingRight) + 2;
        return shown.includes(element) && !element.matches("input") && box.width > 0 && isOut;
      });
    });
    const outside = [...out, ...near].map((element) => `out: ${name(element)}: ${element.textContent}`);
    return [...outside, ...over.map(({ leaf }) => `over: ${name(leaf)}: ${leaf.textContent}`)];
  });

/** Texts that are wider or higher than their element: of buttons, toggles, pills, legends, counts, and in fields. */
export const cutOff = (page) =>
  evaluateAll(page, () => {
    const canvas = document.createElement("canvas").getContext("2d");
    const innerWidth = (element) => {
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      return element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    };
    // A field's scrollWidth does not include its placeholder.
    const textWidth = (text, style) => {
      canvas.font = style.font;
      return canvas.measureText(text).width;
    };
    // Of the cross that clears a search, and of the arrow of a select.
    const ICON = 17;
    const fits = (element) => {
      if (element.matches("input")) return textWidth(element.placeholder, getComputedStyle(element, "::placeholder")) <= innerWidth(element) - ICON;
      if (element.matches("select")) return textWidth(element.selectedOptions[0].text, getComputedStyle(element)) <= innerWidth(element) - ICON;
      return element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1;
    };
    const parts = "button, .alesco-option, .alesco-toggle, .alesco-pill, .al-rfc-label, .alesco-badge, .alesco-sig, legend, h2, h3, .al-rfc-meta, .alesco-freshness, .alesco-decision, select, input[type=search]";
    return [...document.querySelector(".alesco-proposals").querySelectorAll(parts)]
      .filter((element) => element.checkVisibility() && !element.closest(".alesco-sr-only") && element.clientWidth > 0)
      .filter((element) => !fits(element))
      .map((element) => `${element.localName}.${element.className}: ${element.textContent || element.placeholder}`);
  });

/** Records layout shifts of the pages that are loaded from now on, from their first frame. */
export const recordLayoutShifts = (page) => page.addInitScript(observeLayoutShifts);

/** Records layout shifts of the present page from now on. */
export const watchLayoutShifts = (page) => page.evaluate(observeLayoutShifts);

function observeLayoutShifts() {
  const shifts = [];
  const note = (entries) => {
    for (const { value, sources } of entries) {
      shifts.push({ value, of: sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? "gone").slice(0, 100)) });
    }
  };
  const isLoading = document.readyState === "loading";
  const observer = new PerformanceObserver((list) => note(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: isLoading });
  // The shifts of a frame are queued when it is painted.
  window.layoutShifts = async () => {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    note(observer.takeRecords());
    return shifts;
  };
}

/** The recorded layout shifts, each with what moved. */
export const layoutShifts = (page) => page.evaluate(() => window.layoutShifts());

/** The sum of the recorded layout shifts. */
export const layoutShift = async (page) => (await layoutShifts(page)).reduce((sum, { value }) => sum + value, 0);

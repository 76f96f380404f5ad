// Where things are on the page: what sticks out, lies over something else, or is cut off.

/** How far the page is wider than its window. */
export const overflow = (page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Parts of the widget that stick out of its place in the page, and words and controls that lie over others. */
export const misplaced = (page) =>
  page.evaluate(() => {
    const widget = document.querySelector(".alesco-proposals");
    const name = (element) => `${element.localName}.${element.className}`;
    const shown = [...widget.querySelectorAll("*")].filter(
      (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".alesco-unseen") && element.getClientRects().length);
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
    // What has a frame keeps its distance from it.
    const framed = [...widget.querySelectorAll(".al-rfc-card, .alesco-choice, .alesco-part, .alesco-button, .alesco-trouble")];
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

/** Words that their element has no room for: of buttons, toggles, pills, legends, counts, and in fields. */
export const cutOff = (page) =>
  page.evaluate(() => {
    const brush = document.createElement("canvas").getContext("2d");
    const room = (element) => {
      const { paddingLeft, paddingRight } = getComputedStyle(element);
      return element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    };
    /** How wide words in a field are, which it does not say of itself. */
    const width = (words, style) => {
      brush.font = style.font;
      return brush.measureText(words).width;
    };
    // In a search there is a cross as well, to clear it; beside the choice of a select an arrow.
    const CROSS = 17;
    const fits = (element) => {
      if (element.matches("input")) return width(element.placeholder, getComputedStyle(element, "::placeholder")) <= room(element) - CROSS;
      if (element.matches("select")) return width(element.selectedOptions[0].text, getComputedStyle(element)) <= room(element) - CROSS;
      return element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1;
    };
    const parts = "button, .alesco-choice, .alesco-toggle, .alesco-pill, .al-rfc-label, .alesco-note, .alesco-sig, legend, h2, h3, .al-rfc-meta, .alesco-freshness, .alesco-decision, select, input[type=search]";
    return [...document.querySelector(".alesco-proposals").querySelectorAll(parts)]
      .filter((element) => element.checkVisibility() && !element.closest(".alesco-unseen") && element.clientWidth > 0)
      .filter((element) => !fits(element))
      .map((element) => `${element.localName}.${element.className}: ${element.textContent || element.placeholder}`);
  });

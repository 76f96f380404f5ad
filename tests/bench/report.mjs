// What was measured, as tables for a reader.

export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const ms = (value) => (value === undefined || Number.isNaN(value) ? "-" : String(Math.round(value)));

/** Rows under their heads, the first column to the left, the others to the right. */
export function table(heads, rows) {
  const cells = [heads, ...rows].map((row) => row.map(String));
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    row.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[0]))).join("  ").trimEnd();
  const [head, ...body] = cells.map(line);
  return [head, widths.map((width) => "-".repeat(width)).join("  "), ...body].join("\n");
}

export function sizesTable(sizes) {
  const rows = Object.entries(sizes).map(([name, { bytes, brotli }]) => [name, bytes, brotli]);
  return table(["file", "bytes", "brotli"], rows);
}

/** Medians, how far the runs lie apart, and how many times the median of the one that it is compared with that is. */
export function firstCardTable(contenders) {
  const rows = contenders.map(({ key, title, painted, least, most, against, ratio, pictures }) => [
    `(${key}) ${title}`,
    ms(painted),
    `${ms(least)}-${ms(most)}`,
    ratio.toFixed(2),
    `(${against})`,
    pictures,
  ]);
  return table(["first card painted", "median ms", "least-most", "ratio", "to", "pictures asked for"], rows);
}

/** When each thing was there, or how long each step took: one row each, a column for each contender. */
export function timelineTable(title, part, contenders) {
  const own = contenders.map(({ timeline }) => Object.keys(timeline[part]));
  // The longest one first: it has most of them in their order.
  const names = [...new Set(own.toSorted((a, b) => b.length - a.length).flat())];
  const rows = names.map((name) => [name, ...contenders.map(({ timeline }) => ms(timeline[part][name]))]);
  return table([title, ...contenders.map(({ key }) => `(${key})`)], rows);
}

/** For each size, typing and deleting apart: the one narrows, the other widens. */
export function keystrokesTable(results) {
  const deletes = ({ key }) => key === "Backspace";
  const times = ["next", "rest"];
  const cards = ["made", "removed", "exchanged", "moved", "changed"];
  const row = (name, strokes) => {
    const all = (what) => strokes.map((stroke) => stroke[what]);
    const most = (what) => Math.max(...all(what));
    const two = times.flatMap((time) => [ms(median(all(time))), ms(most(time))]);
    return [name, strokes.length, ...two, ...cards.map(most)];
  };
  const rows = results.flatMap(({ size, strokes }) => [
    row(`${size}, typing`, strokes.filter((stroke) => !deletes(stroke))),
    row(`${size}, deleting`, strokes.filter(deletes)),
  ]);
  return table(["proposals", "keys", "next frame, ms", "worst", "at rest, ms", "worst", ...cards], rows);
}

/** Every key of the first time that the word was typed, with the most proposals. */
export function keysTable({ size, strokes }) {
  const once = strokes.filter(({ time }) => time === 1);
  const heads = [`of ${size}`, "shown", "script, ms", "layout, ms", "made", "removed", "moved"];
  const rows = once.map(({ text, shown, script, next, made, removed, moved }) =>
    [`"${text}"`, shown, ms(script), ms(next - script), made, removed, moved]);
  return table(heads, rows);
}

/** Medians for each source of the text, and the longest run: from the click, and from the response that has the text. */
export function openingTable(results) {
  const times = ["shown", "painted", "rendered", "laidOut"];
  const rows = results.flatMap(({ source, runs }) => {
    const row = (what, choose) => [`from ${source}, ${what}`, ...times.map((time) => choose(runs.map((run) => run[time])).toFixed(1))];
    return [row("median", median), row("longest", (all) => Math.max(...all))];
  });
  return table(["text of #18, ms", "click to text", "click to painted", "response to text", "text to painted"], rows);
}

/** Medians for each size: from the data to the cards, and what they take. */
export function arrivalTable(results) {
  const FRAME = 1000 / 60;
  const MB = 1_000_000;
  const rows = results.map(({ size, runs }) => {
    const middle = (what) => median(runs.map((run) => run[what]));
    const frames = Math.ceil(middle("painted") / FRAME);
    const times = ["painted", "longest", "whole"].map((what) => ms(middle(what)));
    const sizes = ["heap", "wasm"].map((what) => (middle(what) / MB).toFixed(1));
    return [size, times[0], frames, times[1], times[2], ...sizes, middle("nodes")];
  });
  const heads = ["proposals", "first card, ms", "frames", "longest task", "all cards, ms", "JS, MB", "wasm, MB", "nodes"];
  return table(heads, rows);
}

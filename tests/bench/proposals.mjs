// As many proposals as are wanted, made of the recorded ones: the same texts under varied titles, labels,
// authors, stages and times. The same number gives the same list every time.
import { readFileSync } from "node:fs";

const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
/** What GitHub answered, and what `make snapshot` makes of it. */
const REAL = read("../fixtures/snapshot-1.json");
const SNAPSHOT = read("../../snapshot/proposals.json");

const VERBS = ["Adopt", "Build", "Document", "Drop", "Move to", "Package", "Review", "Ship", "Try", "Update"];
const SUBJECTS = [
  "pod networking", "policy modules", "port forwarding", "package signing", "kernel live patches", "Secure Boot keys",
  "the Btrfs preview", "x86_64_v2 rebuilds", "image builders", "the RISC-V bring-up", "desktop spins", "audit rules",
  "the errata feed", "mirror checks", "the podcast feed", "GPU drivers",
];
const RARE = ["Podman quadlets", "Podman machine images"];
const PLACES = ["for AlmaLinux 10", "for AlmaLinux 9", "in Kitten", "on ppc64le", "on aarch64", "in EPEL"];
const AUTHORS = ["ash", "birch", "cedar", "elm", "hazel", "juniper", "maple", "rowan"];
const LABELS = [
  { name: "accepted for discussion", color: "0e8a16", description: null },
  { name: "vote at next meeting", color: "fbca04", description: null },
  { name: "kernel", color: "5319e7", description: "About the kernel" },
  { name: "sig/cloud", color: "ffffff", description: null },
  { name: "sig/core", color: "1d76db", description: null },
  { name: "security", color: "b60205", description: null },
  { name: "infrastructure", color: "c5def5", description: null },
];

/** Numbers that look like chance and are the same every time (xorshift). */
function chance(seed) {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const DAY = 86_400_000;
const isoTime = (days) => new Date(Date.parse(REAL.made_at) - days * DAY).toISOString().replace(".000Z", "Z");

/** `count` items as `GET /repos/{owner}/{repo}/issues` returns them, newest first. */
export function issues(count) {
  const draw = chance(20260901);
  const one = (list) => list[draw(list.length)];
  return Array.from({ length: count }, (_, index) => {
    const model = one(REAL.issues);
    const open = draw(3) === 0;
    const created = Math.floor((index / count) * 2000) + 1;
    const decided = isoTime(created * 0.5);
    return {
      ...model,
      number: count - index,
      title: `${draw(5) === 0 ? "" : "RFC: "}${one(VERBS)} ${one(draw(50) === 0 ? RARE : SUBJECTS)} ${one(PLACES)}`,
      user: { login: one(AUTHORS) },
      labels: LABELS.filter((label, place) => draw(4) === 0 && (open || place > 1)),
      state: open ? "open" : "closed",
      comments: draw(30),
      created_at: isoTime(created),
      updated_at: isoTime(draw(created)),
      closed_at: open ? null : decided,
      pull_request: { merged_at: open || draw(3) === 0 ? null : decided },
    };
  });
}

const STAGES = { "accepted for discussion": "discussion", "vote at next meeting": "vote" };

const SIGS = {
  "sig/cloud": { slug: "cloud", name: "Cloud", evidence: "label" },
  "sig/core": { slug: "core", name: "Core", evidence: "label" },
};

const outcome = (isRfc, { merged_at: merged }) => (merged ? (isRfc ? "accepted" : "merged") : "unrecorded");
const labelled = ({ name, color, description }) => ({ name, ...(description && { description }), color });

/** A snapshot of so many proposals as `make snapshot` writes it, each with what was read of a real document. */
export function snapshot(count) {
  const documents = SNAPSHOT.proposals.map(({ document }) => document);
  const proposals = issues(count).map((issue, index) => {
    const { number, title, user, labels, state, comments, created_at, updated_at, closed_at, pull_request } = issue;
    const stages = labels.map(({ name }) => STAGES[name]).filter(Boolean);
    const sigs = labels.flatMap(({ name }) => SIGS[name] ?? []);
    const isRfc = title.startsWith("RFC: ");
    return {
      number,
      title: title.replace(/^RFC: /, ""),
      author: user.login,
      ...(state === "open"
        ? { stage: stages.at(-1) ?? "submitted" }
        : { stage: "closed", outcome: outcome(isRfc, pull_request), closed_at }),
      ...(isRfc && { is_rfc: true }),
      ...(sigs.length > 0 && { sigs }),
      ...(labels.length > 0 && { labels: labels.map(labelled) }),
      opened_at: created_at,
      updated_at,
      comments,
      thumbs_up: 0,
      document: { ...documents[index % documents.length], read_after: updated_at },
    };
  });
  return JSON.stringify({ ...SNAPSHOT, proposals });
}

// What the snapshot builder writes of the demonstration's snapshot, for the sites that the recipes make.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Runs the builder for these languages. Returns the content of each file by its name. */
export function builderFiles(languages) {
  const folder = mkdtempSync(join(tmpdir(), "cards-"));
  try {
    cpSync(`${root}snapshot/proposals.json`, join(folder, "proposals.json"));
    const program = ["run", "--quiet", "--locked", "--features", "snapshot-cli", "--bin", "snapshot", "--"];
    execFileSync("cargo", [...program, "--offline", "--langs", languages.join(","), "--out", folder], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
    const names = ["proposals.json", ...languages.map((code) => `proposals.${code}.html`)];
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The numbers of the cards in HTML, in their order. */
export const cardNumbers = (html) => [...html.matchAll(/<article\b[^>]*\bdata-proposal="?(\d+)/g)].map(([, number]) => Number(number));

// The crates that the modules are made of, from cargo's own data. Those of the snapshot builder are not among them.
import { execFileSync } from "node:child_process";

/** The modules' crates: what the browser module has, the document module and the list module have at most. */
const OF_MODULES = ["--locked", "--features", "browser"];
const TARGET = "wasm32-unknown-unknown";

/**
 * Returns cargo's packages that are in the modules, by name and version, without this project's. A macro crate runs in the compiler,
 * so neither it nor what it depends on is among them.
 */
export function crates(root) {
  // What cargo says on its way is shown if it fails.
  const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });
  const linked = ["--target", TARGET, "--edges", "normal,no-proc-macro"];
  const tree = run("cargo", "tree", ...OF_MODULES, ...linked, "--prefix", "none", "--format", "{p}");
  const labels = new Set([...tree.matchAll(/^(\S+) v(\S+)/gm)].map(([, name, version]) => `${name} ${version}`));
  const { packages, resolve } = JSON.parse(run("cargo", "metadata", "--format-version", "1", ...OF_MODULES, "--filter-platform", TARGET));
  const label = ({ name, version }) => `${name} ${version}`;
  return packages
    .filter((item) => labels.has(label(item)) && item.id !== resolve.root)
    .sort((a, b) => (label(a) < label(b) ? -1 : 1));
}

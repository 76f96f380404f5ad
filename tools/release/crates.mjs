// The crates that the modules are made of, from cargo's own data. Those of the snapshot builder are not among them.
import { execFileSync } from "node:child_process";

/** The modules' crates: what the browser module has, the document module and the list module have at most. */
const OF_MODULES = ["--locked", "--features", "browser"];
const TARGET = "wasm32-unknown-unknown";

/**
 * Returns cargo's packages that the modules and their build need, by name and version, this project's among them, and the ids
 * of each one's dependencies. `isLinked` is true for what is in the modules: a macro crate runs in the compiler, so neither it nor
 * what it depends on is.
 */
export function crates(root) {
  // What cargo says on its way is shown if it fails.
  const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: "pipe" });
  const namesOf = (edges) => {
    const tree = run("cargo", "tree", ...OF_MODULES, "--target", TARGET, "--edges", edges, "--prefix", "none", "--format", "{p}");
    return new Set([...tree.matchAll(/^(\S+) v(\S+)/gm)].map(([, name, version]) => `${name} ${version}`));
  };
  const linked = namesOf("normal,no-proc-macro");
  const needed = namesOf("normal,build");
  // Of the platforms whose crates tools/setup has downloaded.
  const [, host] = run("rustc", "-vV").match(/^host: (.+)$/m);
  const platforms = ["--filter-platform", TARGET, "--filter-platform", host];
  const { packages, resolve } = JSON.parse(run("cargo", "metadata", "--format-version", "1", ...OF_MODULES, ...platforms));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  // Not for tests.
  const dependencies = (id) => nodes.get(id).deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind !== "dev")).map(({ pkg }) => pkg);
  const label = ({ name, version }) => `${name} ${version}`;
  return packages
    .filter((item) => needed.has(label(item)))
    .sort((a, b) => (label(a) < label(b) ? -1 : 1))
    .map((item) => ({
      ...item,
      isOwn: item.id === resolve.root,
      isLinked: linked.has(label(item)),
      dependencies: dependencies(item.id),
    }));
}

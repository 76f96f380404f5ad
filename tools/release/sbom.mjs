// The software bill of materials: the crates that the modules are made of, as CycloneDX 1.6, from cargo's own data. The
// snapshot builder is not part of a release, so its crates are not listed.
// cargo-cyclonedx is not used: it takes minutes to compile, and lists the builder's crates and those of other platforms, too.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The modules' crates: what the browser module has, the document module and the list module have at most. */
const OF_MODULES = ["--locked", "--features", "browser"];
const TARGET = "wasm32-unknown-unknown";

/** Returns the bill of materials. `time` is in seconds. */
export function sbom(root, time) {
  const cargo = (...args) => execFileSync("cargo", [...args, ...OF_MODULES], { cwd: root, encoding: "utf8", maxBuffer: 1 << 28 });
  // Of the platforms whose crates tools/setup has downloaded.
  const [, host] = execFileSync("rustc", ["-vV"], { cwd: root, encoding: "utf8" }).match(/^host: (.+)$/m);
  const metadata = JSON.parse(cargo("metadata", "--format-version", "1", "--filter-platform", TARGET, "--filter-platform", host));
  const rust = readFileSync(`${root}rust-toolchain.toml`, "utf8").match(/^channel = "(.+)"$/m)[1];
  const checksums = checksumsOf(readFileSync(`${root}Cargo.lock`, "utf8"));
  // A macro crate runs in the compiler: neither it nor what it depends on is in the modules.
  const linked = cratesOf(cargo, "normal,no-proc-macro");
  const all = cratesOf(cargo, "normal,build");
  const own = metadata.packages.find(({ id }) => id === metadata.resolve.root);
  const packages = metadata.packages.filter((item) => all.has(label(item))).sort((a, b) => compare(purl(a), purl(b)));

  const component = (item) => {
    const { name, version, license, repository, authors, description } = item;
    const checksum = checksums.get(label(item));
    return {
      type: "library",
      "bom-ref": purl(item),
      ...(authors.length > 0 && { authors: authors.map((author) => ({ name: author })) }),
      name,
      version,
      ...(description && { description: description.trim() }),
      // "excluded": takes part in the build, and is not in the modules.
      scope: linked.has(label(item)) ? "required" : "excluded",
      ...(checksum && { hashes: [{ alg: "SHA-256", content: checksum }] }),
      ...(license && { licenses: [{ expression: license.replace(/\s*\/\s*/g, " OR ") }] }),
      purl: purl(item),
      ...(repository && { externalReferences: [{ type: "vcs", url: repository }] }),
    };
  };
  const standardLibrary = {
    type: "library",
    "bom-ref": `pkg:generic/rust-std@${rust}`,
    name: "rust-std",
    version: rust,
    description: "Rust's standard library",
    scope: "required",
    licenses: [{ expression: "MIT OR Apache-2.0" }],
    purl: `pkg:generic/rust-std@${rust}`,
    externalReferences: [{ type: "vcs", url: "https://github.com/rust-lang/rust" }],
  };
  const { name, version, license, description } = own;
  const references = new Map(packages.map((item) => [item.id, purl(item)]));
  const dependencies = metadata.resolve.nodes
    .filter(({ id }) => references.has(id))
    .map((node) => ({ ref: references.get(node.id), dependsOn: edges(node).map((id) => references.get(id)).filter(Boolean).sort() }))
    .sort((a, b) => compare(a.ref, b.ref));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: new Date(time * 1000).toISOString(),
      component: {
        type: "application",
        "bom-ref": purl(own),
        name,
        version,
        description,
        licenses: [{ license: { id: license } }],
        purl: purl(own),
      },
    },
    components: [...packages.filter((item) => item !== own).map(component), standardLibrary],
    dependencies: [...dependencies, { ref: standardLibrary["bom-ref"], dependsOn: [] }],
  };
}

const compare = (a, b) => (a < b ? -1 : Number(a > b));

const label = ({ name, version }) => `${name} ${version}`;

/** Returns the package URL of a crate. */
const purl = ({ name, version }) => `pkg:cargo/${name}@${encodeURIComponent(version)}`;

/** Returns the ids of what a crate depends on for use or for building, not for tests. */
const edges = (node) => node.deps.filter(({ dep_kinds }) => dep_kinds.some(({ kind }) => kind !== "dev")).map(({ pkg }) => pkg);

/** Returns names and versions of the crates that are reached over dependencies of these kinds. */
function cratesOf(cargo, kinds) {
  const tree = cargo("tree", "--target", TARGET, "--edges", kinds, "--prefix", "none", "--format", "{p}");
  return new Set([...tree.matchAll(/^(\S+) v(\S+)/gm)].map(([, name, version]) => label({ name, version })));
}

/** Returns the SHA-256 of each crate's archive, by name and version. */
function checksumsOf(lock) {
  const entries = lock.matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "([0-9a-f]{64})"$/gm);
  return new Map([...entries].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}

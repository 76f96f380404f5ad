// The software bill of materials: the crates that the modules are made of, as CycloneDX 1.6.
// cargo-cyclonedx (0.5.9) is not used: it names the folder of the clone, so that two clones of a commit have different lists, lists
// procedural macros as parts of the modules, and takes minutes to compile.
import { readFileSync } from "node:fs";
import { crates } from "./crates.mjs";

/** Returns the bill of materials. `time` is in seconds. */
export function sbom(root, time) {
  const rust = readFileSync(`${root}rust-toolchain.toml`, "utf8").match(/^channel = "(.+)"$/m)[1];
  const checksums = checksumsOf(readFileSync(`${root}Cargo.lock`, "utf8"));
  const all = crates(root);
  const references = new Map(all.map((item) => [item.id, purl(item)]));
  const own = all.find(({ isOwn }) => isOwn);

  const component = (item) => {
    const { name, version, license, repository, authors, description } = item;
    const checksum = checksums.get(`${name} ${version}`);
    return {
      type: "library",
      "bom-ref": purl(item),
      ...(authors.length > 0 && { authors: authors.map((author) => ({ name: author })) }),
      name,
      version,
      ...(description && { description: description.trim() }),
      // "excluded": takes part in the build, and is not in the modules.
      scope: item.isLinked ? "required" : "excluded",
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
  const dependencies = all.map((item) => ({
    ref: purl(item),
    dependsOn: item.dependencies.map((id) => references.get(id)).filter(Boolean).sort(),
  }));
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: {
      timestamp: new Date(time * 1000).toISOString(),
      component: {
        type: "application",
        "bom-ref": purl(own),
        name: own.name,
        version: own.version,
        description: own.description,
        licenses: [{ license: { id: own.license } }],
        purl: purl(own),
      },
    },
    components: [...all.filter(({ isOwn }) => !isOwn).map(component), standardLibrary],
    dependencies: [...dependencies, { ref: standardLibrary["bom-ref"], dependsOn: [] }],
  };
}

/** Returns the package URL of a crate. */
const purl = ({ name, version }) => `pkg:cargo/${name}@${encodeURIComponent(version)}`;

/** Returns the SHA-256 of each crate's archive, by name and version. */
function checksumsOf(lock) {
  const entries = lock.matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "([0-9a-f]{64})"$/gm);
  return new Map([...entries].map(([, name, version, checksum]) => [`${name} ${version}`, checksum]));
}

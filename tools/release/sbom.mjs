// The software bill of materials, as cargo-cyclonedx writes it.

/** Throws if a crate of a bill has no licence or no checksum. */
export function checkCrates({ components }) {
  const incomplete = components.filter(({ licenses, hashes }) => !licenses?.length || !hashes?.length).map(({ name }) => name);
  if (incomplete.length > 0) throw new Error(`The bill of materials has no licence or checksum of ${incomplete.join(", ")}`);
}

/**
 * Returns the bill of `text` without the folder of the clone, so that two clones of a commit have the same bill. Cargo's name of
 * the crate has the folder: the crate's package URL takes its place. In that, the address of the sources is left out, `file://.`.
 */
export function withoutFolder(text) {
  const { "bom-ref": name, purl } = JSON.parse(text).metadata.component;
  const [url] = purl.split("?");
  return JSON.parse(text, (_, value) => (typeof value === "string" ? value.replaceAll(name, url).replaceAll(purl, url) : value));
}

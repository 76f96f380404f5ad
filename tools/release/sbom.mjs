// The software bill of materials, as cargo-cyclonedx writes it.

/**
 * Returns the bill of `text` without the folder of the clone, so that two clones of a commit have the same bill. Cargo's name of
 * the crate has the folder: the crate's package URL takes its place. In that, the address of the sources is left out, `file://.`.
 */
export function withoutFolder(text) {
  const { "bom-ref": name, purl } = JSON.parse(text).metadata.component;
  const [url] = purl.split("?");
  return JSON.parse(text, (_, value) => (typeof value === "string" ? value.replaceAll(name, url).replaceAll(purl, url) : value));
}

// The section of a version in CHANGELOG.md.

/**
 * Returns the text below the heading `## VERSION` or `## VERSION (DATE)`, up to the next heading of its level. Where there
 * is none, and the version is not `released`, that is the text below `## Unreleased`.
 */
export function changesOf(changelog, version, { released }) {
  const sections = changelog.split(/^## /m).slice(1).map((section) => {
    const [heading] = section.split("\n", 1);
    return { heading, text: `${section.slice(heading.length).trim()}\n` };
  });
  const isOfVersion = ({ heading }) => heading === version || heading.startsWith(`${version} (`);
  const found = sections.find(isOfVersion) ?? (released ? undefined : sections.find(({ heading }) => heading === "Unreleased"));
  if (!found) throw new Error(`CHANGELOG.md has no section "## ${version}"`);
  return found.text;
}

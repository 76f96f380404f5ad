//! Numbers of footnotes: by the order of the first references to them, as on GitHub.

use std::collections::BTreeMap;

use super::tree::{Block, Footnote, Inline};

/// Collects the references to footnotes and their definitions.
#[derive(Default)]
pub(super) struct Footnotes {
    /// The index in `referred` of each label that is referred to.
    indices: BTreeMap<String, usize>,
    /// The footnotes in the order of the first references to them, each without content until the end.
    referred: Vec<Footnote>,
    definitions: Vec<(String, Vec<Block>)>,
}

impl Footnotes {
    /// Returns a reference to the footnote of this label.
    pub(super) fn refer(&mut self, label: &str) -> Inline {
        let index = *self.indices.entry(label.to_lowercase()).or_insert(self.referred.len());
        if index == self.referred.len() {
            self.referred.push(Footnote { references: 0, blocks: Vec::new() });
        }
        let references = self.referred.get_mut(index).map(|footnote| &mut footnote.references);
        let occurrence = references.map_or(1, |count| {
            *count += 1;
            *count
        });
        Inline::FootnoteReference { number: index + 1, occurrence }
    }

    /// Adds a definition.
    pub(super) fn define(&mut self, label: &str, blocks: Vec<Block>) {
        self.definitions.push((label.to_lowercase(), blocks));
    }

    /// Returns the footnotes by number, then those that nothing refers to. Of two definitions of one label the
    /// first is referred to.
    pub(super) fn into_list(mut self) -> Vec<Footnote> {
        let mut others = Vec::new();
        for (label, blocks) in self.definitions {
            // Removed, so that the second definition is not found.
            match self.indices.remove(&label).and_then(|index| self.referred.get_mut(index)) {
                Some(footnote) => footnote.blocks = blocks,
                None => others.push(Footnote { references: 0, blocks }),
            }
        }
        self.referred.extend(others);
        self.referred
    }
}

//! The repository's labels, most of which the interface calls tags, and their colors.

use super::{Outcome, Stage, normalize_label, sig};

/// A label of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its name, as GitHub has it.
    pub name: String,
    /// Its description; empty if there is none.
    pub description: String,
    /// Its color; gray if GitHub has none.
    pub color: Color,
}

impl Label {
    /// True if it is a tag: it names neither a SIG nor a stage or outcome. Those have filters of their own.
    pub fn is_tag(&self) -> bool {
        let name = normalize_label(&self.name);
        let is_stage = Stage::ALL.iter().any(|stage| stage.label() == Some(name.as_str()));
        let is_outcome = Outcome::LABELLED.iter().any(|outcome| outcome.as_str() == name);
        !is_stage && !is_outcome && sig::from_label(self).is_none()
    }
}

/// An opaque sRGB color, `0xRRGGBB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(u32);

impl Default for Color {
    /// Returns the gray that GitHub gives to a label without a color.
    fn default() -> Self {
        Color(0xededed)
    }
}

impl Color {
    /// Parses six hexadecimal digits without `#`, the only form that GitHub's API uses.
    pub fn from_hex(digits: &str) -> Option<Self> {
        let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        plain.then(|| u32::from_str_radix(digits, 16).ok().map(Color)).flatten()
    }

    /// Returns the color in CSS, as `#rrggbb`.
    pub fn css(self) -> String {
        format!("#{:06x}", self.0)
    }

    /// True if text on it has to be black. White is preferred while its contrast is at least 4.5 (WCAG 2.2 AA);
    /// where it is less, that of black is 4.5 or more.
    pub fn wants_black_text(self) -> bool {
        self.luminance() > 0.1812
    }

    /// Returns the relative luminance of WCAG 2.2, from 0 to 1, to within 0.002. A cubic polynomial replaces the
    /// power of 2.4, whose code would be the larger part of this module; a test compares the two.
    fn luminance(self) -> f32 {
        let channel = |shift: u32| {
            let value = ((self.0 >> shift) & 0xff) as f32 / 255.0;
            value * (value * (value * 0.305_306 + 0.682_171_1) + 0.012_522_88)
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }
}

//! The repository's labels, which readers know as tags, and their colors.

/// A label of the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its name, as GitHub has it.
    pub name: String,
    /// What it stands for; empty if GitHub has nothing.
    pub description: String,
    /// Its color; grey where GitHub has none that can be read.
    pub color: Color,
}

/// An opaque sRGB color, `0xRRGGBB`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(u32);

impl Default for Color {
    /// GitHub's own color for a label without one.
    fn default() -> Self {
        Color(0xededed)
    }
}

impl Color {
    /// Six hexadecimal digits without `#`, the only form that GitHub's API uses.
    pub fn from_hex(digits: &str) -> Option<Self> {
        let plain = digits.len() == 6 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        plain.then(|| u32::from_str_radix(digits, 16).ok().map(Color)).flatten()
    }

    /// The color as CSS writes it.
    pub fn css(self) -> String {
        format!("#{:06x}", self.0)
    }

    /// Whether text on it is black. White is preferred as long as its contrast is at least the 4.5
    /// of WCAG 2.2 AA; where it is not, that of black is 4.5 or more.
    pub fn wants_black_text(self) -> bool {
        self.luminance() > 0.1812
    }

    /// Relative luminance from 0 to 1, as WCAG 2.2 defines it, to 0.002. Its power of 2.4 would be code for
    /// every reader; this cubic comes close enough, see the test.
    fn luminance(self) -> f32 {
        let channel = |shift: u32| {
            let value = ((self.0 >> shift) & 0xff) as f32 / 255.0;
            value * (value * (value * 0.305_306 + 0.682_171_1) + 0.012_522_88)
        };
        0.2126 * channel(16) + 0.7152 * channel(8) + 0.0722 * channel(0)
    }
}

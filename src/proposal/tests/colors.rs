use super::*;
use proptest::prelude::*;

#[test]
fn only_six_digits_are_a_color() {
    assert_eq!(Color::from_hex("0E8a16").map(Color::css).as_deref(), Some("#0e8a16"));
    for wrong in ["", "fff", "#0e8a16", "0e8a1", "0e8a167", "+e8a16", "gggggg", "ああ"] {
        assert_eq!(Color::from_hex(wrong), None, "{wrong}");
    }
}

/// Returns the contrast of WCAG 2.2, by its exact formula.
fn contrast_with(text: f64, digits: &str) -> f64 {
    let channel = |at: usize| {
        let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).unwrap()) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
    let (light, dark) = if text > luminance { (text, luminance) } else { (luminance, text) };
    (light + 0.05) / (dark + 0.05)
}

proptest! {
    #[test]
    fn text_on_any_color_has_a_contrast_of_at_least_4_5(digits in "[0-9a-f]{6}") {
        let color = Color::from_hex(&digits).unwrap();
        let text = if color.wants_black_text() { 0.0 } else { 1.0 };
        prop_assert!(contrast_with(text, &digits) >= 4.5);
    }
}

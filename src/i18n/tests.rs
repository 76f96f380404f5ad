use super::messages::{REFRESH, TRY_AGAIN};
use super::*;
use crate::feed::FeedError;
use crate::proposal::DateOrTime;

/// A format whose results a test can recognize.
struct Marked;

impl LocaleFormat for Marked {
    fn plural(&self, count: usize) -> String {
        let category = if count == 1 { "one" } else { "many" };
        category.to_owned()
    }

    fn number(&self, value: usize) -> String {
        value.to_string()
    }

    fn relative_time(&self, _: Time, _: Time) -> String {
        "long ago".to_owned()
    }

    fn duration(&self, time: Time, now: Time) -> Option<String> {
        (time != now).then(|| "3 hours".to_owned())
    }

    fn long_datetime(&self, _: Time) -> String {
        "exactly then".to_owned()
    }

    fn day(&self, _: Time) -> String {
        "that day".to_owned()
    }

    fn short_date(&self, _: DateOrTime) -> String {
        "Thursday".to_owned()
    }

    fn time(&self, _: Time) -> String {
        "14:20".to_owned()
    }

    fn time_in_zone(&self, _: Time, _: &str) -> String {
        "08:20 EDT".to_owned()
    }
}

fn catalog(language: &str, json: &str) -> Catalog {
    Catalog::parse(Language::from_tag(language).unwrap(), json, Box::new(Marked)).unwrap()
}

fn english() -> Catalog {
    Catalog::english(Box::new(Marked))
}

mod messages {
    use super::*;

    #[test]
    fn missing_translations_are_english() {
        let italian = catalog("it", r#"{"Try again": "Riprova"}"#);
        assert_eq!(italian.get(TRY_AGAIN), "Riprova");
        assert_eq!(italian.get(REFRESH), "Refresh");
        assert_eq!(italian.remove_filter("x"), "Remove x");
        assert_eq!(italian.result_count(2, 2), "2 proposals");
    }

    #[test]
    fn placeholders_may_be_in_any_order() {
        let turkish =
            catalog("tr", r#"{"{shown} of {count} proposals_many": "{count} öneriden {shown} tanesi"}"#);
        assert_eq!(turkish.result_count(2, 16), "16 öneriden 2 tanesi");
        let turkish = catalog("tr", r#"{"opened {age}": "{age} açıldı", "RFC {number}": "a {b"}"#);
        assert_eq!(turkish.event_parts(TimelineEvent::Opened), (String::new(), " açıldı".to_owned()));
        assert_eq!(
            turkish.rfc(crate::proposal::RfcNumber::new(8).unwrap()),
            "a ",
            "a broken translation loses its placeholder"
        );
    }

    #[test]
    fn the_plural_form_depends_on_the_number() {
        let json = r#"{"{count} comments_one": "один: {count}", "{count} comments_many": "много: {count}"}"#;
        let russian = catalog("ru", json);
        assert_eq!([russian.comments(1), russian.comments(5)], ["один: 1", "много: 5"]);
        assert_eq!([english().comments(1), english().comments(5)], ["1 comment", "5 comments"]);
    }

    #[test]
    fn a_value_with_braces_is_not_a_placeholder() {
        assert_eq!(
            english().unknown("{value}", "{key}"),
            "The page address contains an unknown value for {value}: “{key}”. It was ignored."
        );
    }

    #[test]
    fn values_of_the_opposite_direction_are_isolated() {
        assert_eq!(english().remove_filter("קרנל"), "Remove \u{2068}קרנל\u{2069}");
        assert_eq!(english().remove_filter("a\u{202e}b\u{2069}"), "Remove a\u{fffd}b\u{fffd}");
        let hebrew = catalog("he", r#"{"Remove {part}": "להסיר את {part}"}"#);
        assert_eq!(hebrew.remove_filter("kernel"), "להסיר את \u{2068}kernel\u{2069}");
    }

    #[test]
    fn the_status_says_source_age_and_error() {
        let (then, now) = (Time::default(), Time::default() + chrono::TimeDelta::hours(3));
        let english = english();
        assert_eq!(english.live(then, then), "Last updated just now");
        assert_eq!(english.live(then, now), "Last updated long ago");
        assert_eq!(english.saved(then, now), "Showing a copy saved long ago");
        assert_eq!(english.saved(then, then), "Showing a copy saved just now");
        assert_eq!(english.snapshot_of(then), "Showing a snapshot from that day");
        assert_eq!(
            english.status_with_error("Showing a copy saved yesterday", FeedError::RateLimited(then)),
            "GitHub’s request limit for your network has been reached. Showing a copy saved yesterday."
        );
        assert_eq!(english.error_hint(FeedError::RateLimited(then), Some(then)), "Next attempt at 14:20.");
        assert_eq!(
            english.error_hint(FeedError::Status(502), Some(then)),
            "This is usually temporary. Next attempt at 14:20."
        );
        assert_eq!(
            english.error_hint(FeedError::Status(422), None),
            "Trying again is unlikely to help. Please contact the site’s maintainers."
        );
    }
}

mod languages {
    use super::*;

    #[test]
    fn tags_of_any_form_give_the_language() {
        let check = |tag: &str, code: Option<&str>| {
            assert_eq!(Language::from_tag(tag).map(Language::code), code, "{tag}");
        };
        LANGUAGES.into_iter().for_each(|code| check(code, Some(code)));
        for (tag, code) in [
            ("pt_BR", "pt-br"),
            ("PT-br", "pt-br"),
            ("pt-BR-x-old", "pt-br"),
            ("pt-AO", "pt"),
            ("de-AT", "de"),
            ("DE_ch", "de"),
            ("zh", "zh-hans"),
            ("zh-CN", "zh-hans"),
            ("zh_Hans_SG", "zh-hans"),
            (" fa-IR ", "fa"),
            ("zh-Hans-HK", "zh-hans"),
            ("zh_Hans_TW", "zh-hans"),
            ("pt-PT", "pt"),
            ("en_US", "en"),
            ("nb", "da"),
            ("no_NO", "da"),
            ("gl-ES", "es"),
            ("iw_IL", "he"),
            ("gsw-CH", "de"),
        ] {
            check(tag, Some(code));
        }
        for tag in ["", "nl", "zh-TW", "zh-Hant-HK", "x", "english", "-", "zh_hk", "zh-Hant-CN", "nn"] {
            check(tag, None);
        }
    }

    #[test]
    fn the_first_supported_language_is_chosen() {
        let check = |tags: &[&str], code: &str| {
            assert_eq!(negotiate(tags.iter().map(|tag| (*tag).to_owned())).code(), code, "{tags:?}");
        };
        check(&["nl", "de-DE", "en"], "de");
        check(&["en", "de"], "en");
        check(&["nl"], "en");
        check(&[], "en");
    }
}

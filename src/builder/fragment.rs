//! A snapshot as HTML: what the widget would show, by the widget's own components, for a page in
//! which nothing has run yet.

use leptos::prelude::*;

use super::tongue::Icu;
use super::{Failure, catalogues};
use crate::feed::{self, Event, Origin, Request, State};
use crate::github::{Answer, Repository};
use crate::json::{Value, native};
use crate::proposal::Time;
use crate::settings::{Layout, Settings};
use crate::view;
use crate::widget::Widget;
use crate::words::{Language, Words};

/// The first widget of a page has this number, and the elements of a fragment have its ids.
const FIRST: u32 = 1;

/// The fragment of the snapshot in `file`, which was made at `made_at`, in this layout and language. The same snapshot
/// gives the same text.
///
/// # Errors
/// [`Failure::Language`] where the language cannot be written.
pub fn fragment(
    file: &Value,
    made_at: Time,
    repository: &Repository,
    layout: Layout,
    language: Language,
) -> Result<String, Failure> {
    let owner = Owner::new();
    let html = owner.with(|| {
        let (feed, _) = signal(shown(file, made_at, repository));
        let given = |name: &str| (name == "data-repo").then(|| repository.name.clone());
        let settings = Settings { layout, gives_days: true, ..Settings::read(given).0 };
        let words = words(language)?;
        let widget = Widget::new(FIRST, settings, feed, repository.clone(), words);
        Ok(format!("{}\n", view::fragment(widget, data(file)).to_html()))
    });
    owner.cleanup();
    html
}

/// What a feed shows that got the snapshot, at the time when it was made, and nothing since.
fn shown(file: &Value, made_at: Time, repository: &Repository) -> State {
    let origin = Origin { repository: repository.clone(), has_snapshot: true };
    let answer = Answer { status: 200, body: file.clone(), ..Answer::default() };
    let event = Event::Answered(Request::Snapshot, Ok(answer));
    feed::next(State::default(), event, &origin, made_at).0
}

/// The words stay as long as the program, which is not long.
fn words(language: Language) -> Result<&'static Words, Failure> {
    let unknown = || Failure::Language { code: language.code() };
    let tongue = Icu::new(language).ok_or_else(unknown)?;
    let catalogue = catalogues::of(language).ok_or_else(unknown)?;
    Ok(Box::leak(Box::new(Words::new(language, native::read(catalogue), Box::new(tongue)))))
}

/// The file as JSON that is the same in HTML: there is nothing in it that could end its element.
fn data(file: &Value) -> String {
    let mut json = String::new();
    for c in native::write_line(file).chars() {
        match c {
            // Of JSON's own signs it is none, so it stands within a string.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => json.push(c),
        }
    }
    json
}

//! One static page for each proposal: a complete HTML document without scripts, around the components of the browser.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use super::{FIRST_WIDGET, PLATFORM, feed_from_snapshot, relative_url};
use crate::config::Config;
use crate::github::Repository;
use crate::i18n::{Catalog, messages};
use crate::proposal::{Proposal, Time};
use crate::query::route::Route;
use crate::reading::{Attribute, LinkTarget, Location, OpenDocument, ProposalText, Token, blocks_text};
use crate::ui::{DateStyle, Platform, UiState, WidgetContext, static_proposal};

/// How many characters a description has at most. Search engines and previews of links cut it even earlier.
const DESCRIPTION_LENGTH: usize = 300;

/// The native side of what differs in a browser: of a page in which no script ever runs.
const STATIC_PLATFORM: Platform = Platform { is_static_page: true, url_with: linked_url, ..PLATFORM };

/// The documents of proposals by their numbers; `None` for a proposal that has none.
pub type Texts = BTreeMap<u32, Option<Arc<OpenDocument>>>;

/// The addresses that stand in the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageUrls {
    /// That of the standalone page, without a fragment.
    pub standalone: String,
    /// That of the folder in which the pages are published, with a slash at its end.
    pub folder: String,
}

impl PageUrls {
    /// Returns the address of a proposal's page.
    pub fn page(&self, number: u32) -> String {
        format!("{}{}", self.folder, file_name(number))
    }

    /// Returns the address of the standalone page with these parameters, which need no escaping.
    fn standalone_with(&self, params: &[(&'static str, String)]) -> String {
        let separator = if self.standalone.contains('?') { "&" } else { "?" };
        match params {
            [] => self.standalone.clone(),
            params => relative_url(params).replacen('?', &format!("{}{separator}", self.standalone), 1),
        }
    }

    /// Returns the address of a proposal on the standalone page.
    fn live_page(&self, number: u32) -> String {
        self.standalone_with(&Route::Proposal(number).encode())
    }
}

/// Returns the name of the file that is a proposal's page.
pub fn file_name(number: u32) -> String {
    format!("{number}.html")
}

/// What the pages are made of, beside the snapshot.
pub struct ProposalPages<'a> {
    /// The repository of the proposals.
    pub repository: &'a Repository,
    /// The proposals that have a page. Links lead to these pages; to other proposals, to the standalone page.
    pub links: Arc<PageLinks>,
    /// The address of the site's feed, if it has one.
    pub feed: Option<&'a str>,
    /// The documents. Each proposal that is here gets a page.
    pub texts: &'a Texts,
}

/// The proposals that have a static page. In Leptos's context, because a [`Platform`] holds functions alone.
#[derive(Debug)]
pub struct PageLinks {
    /// The addresses of the pages.
    pub urls: PageUrls,
    /// The numbers of the proposals.
    pub numbers: BTreeSet<u32>,
}

impl PageLinks {
    /// Returns the number of the proposal to which these parameters lead, if it has a page.
    pub(super) fn number(&self, params: &[(&'static str, String)]) -> Option<u32> {
        match Route::parse(params).0 {
            Route::Proposal(number) if self.numbers.contains(&number) => Some(number),
            _ => None,
        }
    }
}

/// Returns the address of the page of a proposal, for a link from another page, or else that of a view of the standalone page.
fn linked_url(params: &[(&'static str, String)]) -> String {
    let Some(links) = use_context::<Arc<PageLinks>>() else { return relative_url(params) };
    links.number(params).map_or_else(|| links.urls.standalone_with(params), file_name)
}

impl ProposalPages<'_> {
    /// Renders the pages of the proposals in the snapshot `json`, which was made at `made_at`, each with its number. Equal
    /// arguments give equal HTML.
    pub fn render(&self, json: &str, made_at: Time, catalog: Arc<Catalog>) -> Vec<(u32, String)> {
        let owner = Owner::new();
        let pages = owner.with(|| {
            provide_context(Arc::clone(&self.links));
            let (feed, _) = signal(feed_from_snapshot(json, made_at, self.repository));
            let attribute = |name: &str| match name {
                "data-repo" => Some(self.repository.name.clone()),
                "data-view" => Some("browser".to_owned()),
                // The pages before and behind one are those of all proposals.
                "data-show" => Some("all".to_owned()),
                _ => None,
            };
            let config = Config::from_attributes(attribute).0;
            let (ui, set_ui) = signal(UiState::new(&config, catalog));
            let dispatch = UnsyncCallback::new(|_| ());
            let config = (config, DateStyle::Absolute);
            let repository = self.repository.clone();
            let ctx =
                WidgetContext::new(FIRST_WIDGET, config, repository, feed, ui, STATIC_PLATFORM, dispatch);
            let page = |(&number, document): (&u32, &Option<Arc<OpenDocument>>)| {
                set_ui.update(|ui| ui.view.route = Route::Proposal(number));
                let proposal = ctx.proposal(number)?;
                let owner = Owner::new();
                let html = owner.with(|| self.page(ctx, &proposal, document.as_deref()));
                owner.cleanup();
                Some((number, html))
            };
            self.texts.iter().filter_map(page).collect()
        });
        owner.cleanup();
        pages
    }

    fn page(&self, ctx: WidgetContext, proposal: &Arc<Proposal>, document: Option<&OpenDocument>) -> String {
        let document = document.map(|document| Arc::new(self.with_static_links(ctx, document)));
        let language = ctx.catalog().language;
        let description = description(proposal, self.repository);
        let live_page = self.links.urls.live_page(proposal.number);
        // The address of this page, not of the live one: search engines and previews of links take what is there without
        // scripts.
        let url = self.links.urls.page(proposal.number);
        let feed = self.feed.map(|feed| {
            let name = ctx.tr(messages::PAGE_TITLE);
            view! { <link rel="alternate" type="application/atom+xml" title=name href=feed.to_owned() /> }
        });
        let html = view! {
            <html lang=language.tag() dir=if language.is_right_to_left() { "rtl" } else { "ltr" }>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="color-scheme" content="dark light" />
                    <title>{format!("{} \u{b7} {}", proposal.title, ctx.tr(messages::PAGE_TITLE))}</title>
                    <meta name="description" content=description.clone() />
                    <link rel="canonical" href=url.clone() />
                    {feed}
                    {open_graph("og:type", "article".to_owned())}
                    {open_graph("og:title", proposal.title.clone())}
                    {open_graph("og:description", description)}
                    {open_graph("og:url", url)}
                    {open_graph("og:site_name", ctx.tr(messages::PAGE_TITLE).into_owned())}
                    <link rel="icon" href="../icon.svg" type="image/svg+xml" />
                    <link rel="stylesheet" href="../page.css" />
                    <link rel="stylesheet" href="../alesco-browser.css" />
                </head>
                <body>
                    <main>
                        {static_proposal(ctx, proposal, document)}
                        <p class="noscript-note">
                            "A copy for browsers without JavaScript, from when the site was last updated. "
                            <a href=live_page>"The live page"</a>
                            " shows the proposal as it is on GitHub now."
                        </p>
                    </main>
                </body>
            </html>
        };
        // `<!>` marks where texts meet, for Leptos's hydration.
        format!("<!doctype html>\n{}\n", html.to_html().replace("<!>", ""))
    }

    /// Returns a document whose links to its sections lead to their ids, and whose links to proposals lead to their pages.
    fn with_static_links(&self, ctx: WidgetContext, document: &OpenDocument) -> OpenDocument {
        let mut document = document.clone();
        let repository = location(self.repository);
        for token in document.contents.iter_mut().chain(&mut document.body) {
            let Token::Start(_, attributes) = token else { continue };
            for (_, href) in attributes.iter_mut().filter(|(name, _)| *name == Attribute::Href) {
                match repository.resolve(href) {
                    Some(LinkTarget::Anchor(anchor)) => *href = format!("#{}", ctx.section_id(&anchor)),
                    Some(LinkTarget::Issue { number, .. }) => {
                        let number = u32::try_from(number).ok().filter(|it| self.links.numbers.contains(it));
                        *href = number.map_or_else(|| std::mem::take(href), file_name);
                    }
                    _ => {}
                }
            }
        }
        document
    }
}

/// Renders what a preview of a link shows, by the Open Graph protocol, <https://ogp.me/>.
fn open_graph(property: &'static str, content: String) -> impl IntoView {
    leptos::html::meta().attr("property", property).content(content)
}

/// Returns the document's abstract, or else the proposal's title, as one line without markup.
fn description(proposal: &Proposal, repository: &Repository) -> String {
    let summary = blocks_text(&ProposalText::parse(&proposal.summary, &location(repository)).blocks);
    let text = if summary.trim().is_empty() { &proposal.title } else { &summary };
    shortened(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the first words of a text.
fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(DESCRIPTION_LENGTH) else { return text.to_owned() };
    let start = text.get(..end).unwrap_or_default();
    let words = start.rsplit_once(' ').map_or(start, |(words, _)| words);
    format!("{words}\u{2026}")
}

/// Returns where links lead that are complete already.
fn location(repository: &Repository) -> Location {
    Location { repository_url: repository.web_url(), reference: String::new(), path: String::new() }
}

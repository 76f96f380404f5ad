//! Groups the blocks of the minutes into topics: one opening, and the points below it.

mod opening;

use super::blocks::{Block, Shape};
use super::statement::{Role, Statement};
pub(super) use opening::Opening;

/// What was talked about between two openings.
#[derive(Debug, Default)]
pub(super) struct Topic {
    /// What names the proposal; `None` if nothing does in a form that is understood.
    pub(super) opening: Option<Opening>,
    /// Paragraphs, without the sentence that opens the topic.
    pub(super) texts: Vec<Statement>,
    /// List items.
    pub(super) points: Vec<Statement>,
    /// True if a heading that begins with "RFC" stands above: then all items below it are about one proposal.
    has_rfc_heading: bool,
    reach: Reach,
}

/// Which of the items that follow belong to a topic.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Reach {
    /// All of them.
    #[default]
    Lists,
    /// Those that stand below the item at this depth, which opens the topic.
    Below(usize),
}

impl Topic {
    /// Returns the paragraphs and the points. A point below "Outcome:" or "Actions:" has that role.
    pub(super) fn statements(&self) -> impl Iterator<Item = (&Statement, Role)> {
        let mut around: Vec<(usize, Role)> = Vec::new();
        let points = self.points.iter().map(move |point| {
            while around.pop_if(|(depth, _)| *depth >= point.depth).is_some() {}
            let inherited = around.last().map_or(Role::Point, |(_, role)| *role);
            let own = point.role();
            let role = if own == Role::Point { inherited } else { own };
            let is_passed_on = point.is_label() || role == Role::Action;
            around.push((point.depth, if is_passed_on { role } else { inherited }));
            (point, role)
        });
        self.texts.iter().map(|text| (text, text.role())).chain(points)
    }

    /// Returns the statement that stands for the topic if none gives a result: a paragraph that introduces
    /// the points, else the last of the topmost points, else the last paragraph, else the opening itself.
    pub(super) fn conclusion(&self) -> Option<&str> {
        let says_something =
            |(statement, role): &(&Statement, Role)| *role != Role::Action && statement.has_prose();
        let text = self.texts.last().filter(|text| text.has_prose());
        let points = || {
            let points = self.statements().skip(self.texts.len()).filter(says_something);
            points.map(|(point, _)| point).filter(|point| !point.is_label())
        };
        let depth = points().map(|point| point.depth).min();
        let point = points().filter(|point| Some(point.depth) == depth).last();
        let opening = || {
            let opening = self.opening.as_ref().filter(|opening| opening.has_remark);
            opening.map(|opening| opening.text.as_str())
        };
        text.filter(|text| text.is_label()).or(point).or(text).map(Statement::text).or_else(opening)
    }

    fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.points.is_empty()
    }

    /// True if `opening` may open this topic: a heading alone, which names no proposal or the same one.
    fn can_open_with(&self, opening: &Opening) -> bool {
        self.is_empty()
            && self.opening.as_ref().is_none_or(|own| own.is_heading && self.is_about_same(opening))
    }

    fn is_about_same(&self, opening: &Opening) -> bool {
        self.opening.as_ref().is_some_and(|own| own.pull_requests == opening.pull_requests)
    }

    fn open(&mut self, opening: Opening, rest: Vec<Statement>) {
        self.opening = Some(opening);
        self.texts = rest;
    }
}

/// Groups blocks into topics. Every heading and every paragraph outside of a list begins a new one, except a
/// paragraph directly below a heading, which belongs to it. An item begins one if it has the form of an
/// opening.
pub(super) fn split(blocks: &[Block], repository_url: &str) -> Vec<Topic> {
    let mut topics = Topics { list: Vec::new(), repository_url, is_below_heading: false };
    for block in blocks {
        let statements = Statement::lines(block).collect();
        match block.shape {
            Shape::Heading(_) => topics.add_heading(statements),
            Shape::Paragraph if block.depth == 0 => topics.add_paragraph(statements),
            Shape::Item => topics.add_item(block.depth, statements),
            Shape::Paragraph => topics.add_points(statements),
            Shape::Verbatim => {}
        }
        topics.is_below_heading = matches!(block.shape, Shape::Heading(_));
    }
    topics.list
}

struct Topics<'a> {
    list: Vec<Topic>,
    repository_url: &'a str,
    /// True if the last block is a heading.
    is_below_heading: bool,
}

impl Topics<'_> {
    fn add_heading(&mut self, statements: Vec<Statement>) {
        for heading in statements {
            let opening = Opening::of_heading(&heading, self.repository_url);
            let has_rfc_heading = heading.text().starts_with("RFC");
            self.list.push(Topic { opening, has_rfc_heading, ..Topic::default() });
        }
    }

    fn add_paragraph(&mut self, statements: Vec<Statement>) {
        let opened = self.opening(&statements);
        let current = self.list.last_mut().filter(|_| self.is_below_heading);
        match (opened, current) {
            (Some((opening, rest)), Some(topic)) if topic.can_open_with(&opening) => {
                topic.open(opening, rest)
            }
            (Some((opening, texts)), _) => {
                self.list.push(Topic { opening: Some(opening), texts, ..Topic::default() });
            }
            (None, Some(topic)) => topic.texts = statements,
            (None, None) => self.list.push(Topic { texts: statements, ..Topic::default() }),
        }
    }

    fn add_item(&mut self, depth: usize, statements: Vec<Statement>) {
        let Some((opening, texts)) = self.opening(&statements) else { return self.add_points(statements) };
        let reach = Reach::Below(depth);
        match self.list.last_mut().filter(|topic| topic.reach < reach) {
            Some(topic) if topic.can_open_with(&opening) => {
                topic.open(opening, texts);
                if !topic.has_rfc_heading {
                    topic.reach = reach;
                }
            }
            Some(topic) if topic.is_about_same(&opening) => topic.points.extend(statements),
            _ => self.list.push(Topic { opening: Some(opening), texts, reach, ..Topic::default() }),
        }
    }

    fn add_points(&mut self, points: Vec<Statement>) {
        let Some(first) = points.first() else { return };
        match self.list.last_mut().filter(|topic| topic.reach < Reach::Below(first.depth)) {
            Some(topic) => topic.points.extend(points),
            None => self.list.push(Topic { points, ..Topic::default() }),
        }
    }

    /// Returns the opening that the first line of a block is, and the statements that follow it.
    fn opening(&self, statements: &[Statement]) -> Option<(Opening, Vec<Statement>)> {
        let (first, others) = statements.split_first()?;
        let (opening, mut rest) = Opening::parse(first, self.repository_url)?;
        rest.extend_from_slice(others);
        Some((opening, rest))
    }
}

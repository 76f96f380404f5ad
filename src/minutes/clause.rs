//! Who does what in a clause: subjects, objects and the committee as the one who acts.
//!
//! No grammar of English, only the forms that minutes use. A form that is not among them is not found, so
//! that a doubtful clause says nothing. Each question looks at the words next to a verb; what concerns all
//! words before it is counted once, so the time is linear in the length of the clause.

use super::wording::Word;

/// Stand between a subject and its participle: "RFC *was* approved".
const AUXILIARIES: [&str; 7] = ["was", "were", "is", "are", "has", "have", "been"];
const ADVERBS: [&str; 8] =
    ["unanimously", "formally", "officially", "finally", "now", "then", "again", "also"];
/// "RFC was *discussed, voted on and* approved".
const FIRST_PARTICIPLES: [&str; 5] = ["discussed", "reviewed", "voted", "on", "and"];
const DETERMINERS: [&str; 8] = ["the", "a", "an", "this", "that", "its", "our", "new"];

/// Follow a subject that is described before its verb: "the RFC *to* build a variant was rejected".
const PREPOSITIONS: [&str; 4] = ["to", "for", "on", "about"];

/// Before a subject, make it another one: "*merge* request", "*no* RFC".
const OTHERS: [&str; 5] = ["no", "merge", "feature", "change", "other"];
/// Before a subject, make it a part of another one: "comments *on* the RFC".
const OF: [&str; 8] = ["of", "on", "to", "for", "in", "with", "about", "from"];

/// Name the committee as a whole, or can only be said of it.
const ACTORS: [&str; 14] = [
    "alesco",
    "committee",
    "members",
    "everyone",
    "everybody",
    "all",
    "we",
    "team",
    "majority",
    "it",
    "voted",
    "unanimously",
    "formally",
    "officially",
];
/// Stand among the actors: "*the* committee *has then* voted *and* approved".
const FILLERS: [&str; 15] = [
    "the",
    "on",
    "a",
    "an",
    "of",
    "and",
    "then",
    "now",
    "attending",
    "present",
    "was",
    "has",
    "have",
    "been",
    "finally",
];

// Before a verb, these make it something that did not happen now, or only in somebody's opinion.
const CONDITIONS: [&str; 10] =
    ["if", "unless", "once", "until", "when", "whether", "after", "before", "assuming", "pending"];
const NEGATIONS: [&str; 4] = ["not", "never", "no", "cannot"];
const MODALS: [&str; 7] = ["could", "should", "would", "might", "may", "can", "must"];
const OPINIONS: [&str; 14] = [
    "asks", "asked", "believes", "expects", "hope", "hopes", "like", "proposes", "proposed", "suggests",
    "think", "thinks", "want", "wants",
];
const EARLIER: [&str; 3] = ["already", "previously", "premature"];
const HEDGES: [&[&str]; 5] = [&CONDITIONS, &NEGATIONS, &MODALS, &OPINIONS, &EARLIER];

/// May follow the noun that a verb is said of. After "approved the RFC", another noun makes it something
/// else: "approved the RFC template".
const AFTER_NOUN: [&str; 24] = [
    "and",
    "as",
    "at",
    "but",
    "by",
    "for",
    "if",
    "in",
    "now",
    "on",
    "once",
    "only",
    "pending",
    "provided",
    "that",
    "to",
    "today",
    "unless",
    "until",
    "which",
    "while",
    "with",
    "initially",
    "unanimously",
];

/// A clause, and what is known of all words before a given one.
pub(super) struct Clause<'w, 'a> {
    pub(super) words: &'w [Word<'a>],
    /// The number of words at the start that may name the committee as the one who acts.
    actor_words: usize,
    /// The first of them that does.
    first_actor: Option<usize>,
    first_hedge: Option<usize>,
    /// The number of adverbs at the start.
    adverbs: usize,
}

impl<'w, 'a> Clause<'w, 'a> {
    pub(super) fn new(words: &'w [Word<'a>]) -> Self {
        let is_actor = |word: &Word| word.is_in(&ACTORS);
        let actor_words = words.iter().take_while(|word| is_actor(word) || word.is_in(&FILLERS)).count();
        Clause {
            words,
            adverbs: words.iter().take_while(|word| word.is_in(&ADVERBS)).count(),
            actor_words,
            first_actor: words.iter().take(actor_words).position(is_actor),
            first_hedge: words.iter().position(is_hedge),
        }
    }

    /// True if the word at `index` is one of `words`.
    pub(super) fn is(&self, index: usize, words: &[&str]) -> bool {
        self.words.get(index).is_some_and(|word| word.is_in(words))
    }

    /// True if there is nothing at `index`, or one of `words`.
    pub(super) fn ends_or_is(&self, index: usize, words: &[&str]) -> bool {
        index >= self.words.len() || self.is(index, words)
    }

    /// Returns where one of `verbs` stands, before any word that makes doubtful what follows.
    pub(super) fn verbs(&self, verbs: &[&str]) -> impl Iterator<Item = usize> {
        let certain = self.first_hedge.unwrap_or(self.words.len());
        (0..certain).filter(move |index| self.is(*index, verbs))
    }

    /// True if the verb at `index` is what the committee does: nobody is named before it, or the committee.
    /// "All members voted", "Unanimously approved", "Decided"; not "Andrew voted", "the closed RFC".
    pub(super) fn is_act_of_committee(&self, index: usize) -> bool {
        let names_committee = self.first_actor.is_some_and(|actor| actor < index);
        index == 0 || (index <= self.actor_words && names_committee)
    }

    /// True if one of `subjects` is the subject of the participle at `index`: "RFC was approved", "RFC
    /// approved", "the RFC to build a variant was approved".
    pub(super) fn has_subject(&self, index: usize, subjects: &[&str]) -> bool {
        let before = self.words.get(..index).unwrap_or_default();
        let is_between =
            |word: &&Word| word.is_in(&AUXILIARIES) || word.is_in(&ADVERBS) || word.is_in(&FIRST_PARTICIPLES);
        let between = before.iter().rev().take_while(is_between);
        let has_auxiliary = between.clone().any(|word| word.is_in(&AUXILIARIES));
        let Some(subject) = index.checked_sub(between.count() + 1) else { return false };
        if self.is(subject, subjects) && self.stands_alone(subject) {
            return true;
        }
        let described = self.skip(0, &DETERMINERS);
        has_auxiliary
            && described < subject
            && self.is(described, subjects)
            && self.is(described + 1, &PREPOSITIONS)
    }

    /// True if the noun at `index` is not part of another one: not in "Neal's proposal", "merge request",
    /// "comments on the RFC".
    fn stands_alone(&self, index: usize) -> bool {
        let before = self.words.get(..index).unwrap_or_default();
        let previous = before.iter().rev().find(|word| !word.is_in(&DETERMINERS));
        previous.is_none_or(|word| !(word.is_possessive() || word.is_in(&OTHERS) || word.is_in(&OF)))
    }

    /// True if one of `words` follows the word at `index`, with or without a determiner.
    pub(super) fn is_followed_by(&self, index: usize, words: &[&str]) -> bool {
        self.is(self.skip(index + 1, &DETERMINERS), words)
    }

    /// True if one of `objects` is the object of the verb at `index`: "approved the RFC", not "approved the
    /// RFC template".
    pub(super) fn has_object(&self, index: usize, objects: &[&str]) -> bool {
        let object = self.skip(index + 1, &DETERMINERS);
        self.is(object, objects) && self.ends_noun(object + 1)
    }

    /// True if the verb at `index` has no object, or one that stands for what is talked about.
    pub(super) fn has_no_other_object(&self, index: usize, objects: &[&str]) -> bool {
        self.ends_noun(self.skip(index + 1, &DETERMINERS)) || self.has_object(index, objects)
    }

    /// True if no noun goes on at `index`.
    fn ends_noun(&self, index: usize) -> bool {
        let may_follow = |word: &Word| word.url.is_some() || word.is_number() || word.is_in(&AFTER_NOUN);
        self.words.get(index).is_none_or(may_follow)
    }

    /// Returns the first index from `index` on whose word is none of `words`.
    pub(super) fn skip(&self, index: usize, words: &[&str]) -> usize {
        let rest = self.words.get(index..).unwrap_or_default();
        index + rest.iter().take_while(|word| word.is_in(words)).count()
    }

    /// True if the words at `index` name the next meeting.
    pub(super) fn is_next_meeting(&self, index: usize) -> bool {
        is_next_meeting(self.words.get(self.skip(index, &DETERMINERS)..).unwrap_or_default())
    }

    /// True if the words before `index` are nothing but adverbs.
    pub(super) fn begins_at(&self, index: usize) -> bool {
        index <= self.adverbs
    }

    /// Returns the verb that governs the infinitive at `index`: "*voted* unanimously to approve".
    pub(super) fn governing_verb(&self, index: usize) -> Option<usize> {
        let to = index.checked_sub(1).filter(|to| self.is(*to, &["to"]))?;
        let adverbs = self.words.get(..to)?.iter().rev().take_while(|word| word.is_in(&ADVERBS)).count();
        to.checked_sub(adverbs + 1)
    }
}

fn is_hedge(word: &Word<'_>) -> bool {
    word.is_negated() || HEDGES.iter().any(|words| word.is_in(words))
}

/// True if `words` name the next meeting somewhere.
pub(super) fn names_next_meeting(words: &[Word<'_>]) -> bool {
    (0..words.len()).any(|index| words.get(index..).is_some_and(is_next_meeting))
}

/// True if `words` begin with "next meeting", "next ALESCo meeting" or the like.
fn is_next_meeting(words: &[Word<'_>]) -> bool {
    let [first, rest @ ..] = words else { return false };
    first.is_in(&["next", "following"]) && rest.iter().take(2).any(|word| word.is_in(&["meeting"]))
}

//! Arbitrary JSON of keys and words that the decoders look for.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::proposal::replace_controls;

/// Words that a decoder looks for, and texts that often break programs.
const WORDS: [&str; 28] = [
    "",
    "added",
    "labeled",
    "closed",
    "reopened",
    "accepted for discussion",
    "VOTE-AT-NEXT_MEETING",
    "rejected",
    "AlmaLinux/ALESCo",
    "rfcs/0009-x.md",
    "rfcs/99999999999999999999.md",
    "RFC: x",
    "RFC 0008",
    "SIG: Core, `Cloud",
    "the HPC and AI SIG. ",
    "+# x\n+\n+* **RFC Number:** `0008`\n+\n+## Abstract\n+\n+Core SIG\n",
    "2026-09-01T00:00:00Z",
    "2026-09-01T00:00:60.5+14:00",
    "-2026-09-01",
    "mention",
    "vote",
    "d93f0b",
    "\u{0}\u{7}\u{1b}[31m",
    "\u{202e}gnp.exe\u{2069}",
    "<img src=x onerror=alert(1)><!--",
    "```\n~~~\n>",
    "👩‍👩‍👧‍👦é\u{301}ﷺ",
    "javascript:alert(1)",
];

/// The keys that the decoders look up.
const KEYS: [&str; 58] = [
    "number",
    "title",
    "body",
    "user",
    "login",
    "closed_by",
    "labels",
    "name",
    "color",
    "description",
    "state",
    "draft",
    "created_at",
    "updated_at",
    "closed_at",
    "pull_request",
    "merged_at",
    "comments",
    "reactions",
    "+1",
    "filename",
    "status",
    "patch",
    "event",
    "issue",
    "label",
    "id",
    "schema",
    "repository",
    "made_at",
    "issues",
    "files",
    "proposals",
    "problems",
    "stage",
    "outcome",
    "sigs",
    "slug",
    "evidence",
    "document",
    "read_after",
    "rfc_number",
    "opened_at",
    "history",
    "incomplete",
    "records",
    "meetings",
    "members",
    "discussions",
    "decisions",
    "replacements",
    "notes",
    "kind",
    "vote",
    "date",
    "sentence",
    "minutes_reader",
    "history_problems",
];

/// Texts as they are decoded: with their control characters replaced.
pub fn words() -> impl Strategy<Value = String> {
    raw_words().prop_map(|text| replace_controls(&text).into_owned())
}

fn raw_words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(&WORDS[..]).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => (select(&WORDS[..]), 1..200usize).prop_map(|(word, times)| word.repeat(times)),
    ]
}

pub fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        prop_oneof![0..4u64, Just(u64::from(u32::MAX) + 1), any::<u64>()].prop_map(Value::from),
        raw_words().prop_map(Value::String),
    ]
}

pub fn json() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            vec((select(&KEYS[..]).prop_map(str::to_owned), inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

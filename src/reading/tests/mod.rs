//! Tests of the module as a whole, through what it exports.

mod commonmark;
mod documents;
mod fixtures;
mod fuzz;
mod github;
mod header;
mod html;
mod links;
mod patches;
mod protocol;
mod render;
mod section_changes;
mod template;

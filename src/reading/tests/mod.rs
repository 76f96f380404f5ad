//! Tests of the module as a whole, through what it exports.

mod fixtures;
mod patches;

//! The full module: the standalone page, and lists for pages that want both.

fn main() {
    alesco_proposals::run();
}

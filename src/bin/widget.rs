//! The list module: turns every marked element of the page into a list of proposals.

fn main() {
    alesco_proposals::run();
}

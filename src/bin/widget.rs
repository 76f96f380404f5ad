//! The list module: turns every marked element of the page into a list of proposals.

#[cfg(target_arch = "wasm32")]
fn main() {
    alesco_proposals::runtime::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser. `make serve` builds and serves it.");
}

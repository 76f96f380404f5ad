//! The full module: the standalone page, and lists for pages that want both.

#[cfg(target_arch = "wasm32")]
fn main() {
    alesco_proposals::runtime::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser. `make serve` builds and serves it.");
}

//! Turns every marked element of the page into a widget.

#[cfg(target_arch = "wasm32")]
fn main() {
    alesco_proposals::widget::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `make serve` builds and serves it.");
}

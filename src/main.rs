//! Turns every marked element of the page into a widget.

#[cfg(target_arch = "wasm32")]
fn main() {
    // In a release a panic is a trap without a message.
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    alesco_proposals::widget::run();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `make serve` builds and serves it.");
}

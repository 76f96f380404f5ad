//! Turns every marked element of the page into a widget.

#[cfg(target_arch = "wasm32")]
fn main() {
    for (id, mount) in (1..).zip(alesco_proposals::browser::mounts::find()) {
        alesco_proposals::widget::mount(mount, id);
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser: `make serve` builds and serves it.");
}

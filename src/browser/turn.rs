//! One tab after the other, by the browser's Web Locks.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::http::Abort;

/// How long another tab is waited for, in milliseconds. It may be asleep.
const PATIENCE: u32 = 15_000;

/// How long a tab may not see yet what another one has saved, in milliseconds. Nothing keeps the browser's
/// storage in step with its locks.
const PROPAGATION: u32 = 100;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = scheduler, js_name = postTask)]
    fn post_task(task: &Function, options: &Object) -> Result<Promise, JsValue>;
}

/// A turn that was asked for, and may have come. Dropping it lets others have theirs.
pub struct Turn {
    /// Of the wait. One that has ended cannot be aborted.
    _wait: Abort,
    release: Rc<RefCell<Option<Function>>>,
    _grant: Closure<dyn Fn(JsValue) -> Promise>,
    _patience: Timeout,
}

/// Calls when no other tab has the turn of this name, or has had it for too long. None where the browser
/// has no locks.
pub fn take(name: &str, call: impl Fn() + 'static) -> Option<Turn> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &JsValue::from_str("request")).ok()?.dyn_into::<Function>().ok()?;
    let wait = Abort::new()?;
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("signal"), &wait.signal()).ok()?;
    let call = Rc::new(call);
    let release = Rc::new(RefCell::new(None));
    let (granted, resolve) = (Rc::clone(&call), Rc::clone(&release));
    // The lock is held until the promise is kept.
    let grant = Closure::<dyn Fn(JsValue) -> Promise>::new(move |_| {
        let held = Promise::new(&mut |kept, _| *resolve.borrow_mut() = Some(kept));
        granted();
        held
    });
    let name = JsValue::from_str(name);
    let lock = request.call3(&locks, &name, &options, grant.as_ref()).ok()?;
    // That the wait was given up is no error.
    spawn_local(async {
        let _ = JsFuture::from(lock.unchecked_into::<Promise>()).await;
    });
    Some(Turn { _wait: wait, release, _grant: grant, _patience: Timeout::new(PATIENCE, move || call()) })
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(release) = self.release.take() else { return };
        let soon = Object::new();
        let delayed = Reflect::set(&soon, &JsValue::from_str("delay"), &JsValue::from(PROPAGATION));
        // Without a scheduler it is let go at once: at worst two tabs ask for the same.
        if delayed.and_then(|_| post_task(&release, &soon)).is_err() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

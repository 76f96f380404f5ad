//! A Web Lock, so that one tab after the other asks GitHub.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::http::AbortOnDrop;

/// How long another tab may hold the lock before this one goes on without it, in milliseconds. The other
/// tab may be suspended.
const LOCK_TIMEOUT_MS: u32 = 15_000;

/// How long the lock is held after saving, in milliseconds: what is written to localStorage may reach
/// another tab after the lock does.
const STORAGE_SYNC_MS: u32 = 100;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = scheduler, js_name = postTask)]
    fn post_task(task: &Function, options: &Object) -> Result<Promise, JsValue>;
}

/// A requested or held lock. Dropping it cancels the request or releases the lock.
pub struct WebLock {
    /// Aborts a pending request; has no effect once the lock is granted.
    _request: AbortOnDrop,
    release: Rc<RefCell<Option<Function>>>,
    _grant: Closure<dyn Fn(JsValue) -> Promise>,
    _timeout: Rc<RefCell<Option<Timeout>>>,
}

/// Requests the lock of this name. Calls back when it is granted, when another tab has held it for too long, or when
/// the browser refuses locks to this page. Returns `None` where the browser has no locks.
pub fn acquire(name: &str, on_acquired: impl Fn() + 'static) -> Option<WebLock> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &JsValue::from_str("request")).ok()?.dyn_into::<Function>().ok()?;
    let abort = AbortOnDrop::new()?;
    let options = Object::new();
    Reflect::set(&options, &JsValue::from_str("signal"), &abort.signal()).ok()?;
    let on_acquired = Rc::new(on_acquired);
    let release = Rc::new(RefCell::new(None));
    let (granted, resolver) = (Rc::clone(&on_acquired), Rc::clone(&release));
    // The browser holds the lock until the promise is resolved.
    let grant = Closure::<dyn Fn(JsValue) -> Promise>::new(move |_| {
        let held = Promise::new(&mut |resolve, _| *resolver.borrow_mut() = Some(resolve));
        granted();
        held
    });
    let lock = request.call3(&locks, &JsValue::from_str(name), &options, grant.as_ref()).ok()?;
    let timed_out = Rc::clone(&on_acquired);
    let timeout = Rc::new(RefCell::new(Some(Timeout::new(LOCK_TIMEOUT_MS, move || timed_out()))));
    let (signal, pending) = (abort.signal(), Rc::downgrade(&timeout));
    spawn_local(async move {
        let refused = JsFuture::from(lock.unchecked_into::<Promise>()).await.is_err();
        // A request that was cancelled is rejected, too.
        if refused && !signal.aborted() && pending.upgrade().and_then(|timeout| timeout.take()).is_some() {
            on_acquired();
        }
    });
    Some(WebLock { _request: abort, release, _grant: grant, _timeout: timeout })
}

impl Drop for WebLock {
    fn drop(&mut self) {
        let Some(release) = self.release.take() else { return };
        let options = Object::new();
        let delay = Reflect::set(&options, &JsValue::from_str("delay"), &JsValue::from(STORAGE_SYNC_MS));
        // Without a scheduler the lock is released at once: at worst two tabs request the same.
        if delay.and_then(|_| post_task(&release, &options)).is_err() {
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

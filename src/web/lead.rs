//! One tab of many: a lock that a browser gives to one page at a time.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::window;

/// A wish to lead, or the lead. Dropping it lets the next one have it.
#[derive(Debug)]
pub struct Lead {
    wanted: Rc<Cell<bool>>,
    release: Function,
}

impl Lead {
    /// Calls `granted` once nobody else leads under this name, or `at_once`, taking the lead from whoever has it; and
    /// `lost` when somebody takes it. Where the browser has no locks, as on pages without TLS, everybody leads.
    #[must_use]
    pub fn want(name: &str, at_once: bool, granted: impl Fn() + 'static, lost: impl FnOnce() + 'static) -> Self {
        let mut release = Function::default();
        let held = Promise::new(&mut |yes, _no| release = yes);
        let wanted = Rc::new(Cell::new(true));
        let granted = Rc::new(granted);
        let locks = window().and_then(|window| Reflect::get(&window.navigator(), &"locks".into()).ok());
        let asked = locks.filter(|locks| locks.is_object()).map(|locks| {
            let (wanted, granted) = (wanted.clone(), granted.clone());
            let call = Closure::once_into_js(move || {
                if wanted.get() {
                    granted();
                }
                held
            });
            let options = Object::new();
            let _ = Reflect::set(&options, &"steal".into(), &at_once.into());
            let locks: &Locks = locks.unchecked_ref();
            locks.request(name, &options, call.unchecked_ref())
        });
        match asked {
            Some(asked) => {
                let wanted = wanted.clone();
                spawn_local(async move {
                    let Err(why) = JsFuture::from(asked).await else {
                        return;
                    };
                    let taken = Reflect::get(&why, &"name".into()).is_ok_and(|name| name == "AbortError");
                    match wanted.get() {
                        true if taken => lost(),
                        // A page without storage has no locks either.
                        true => granted(),
                        false => {}
                    }
                });
            }
            None => granted(),
        }
        Self { wanted, release }
    }
}

impl Drop for Lead {
    fn drop(&mut self) {
        self.wanted.set(false);
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}

#[wasm_bindgen]
extern "C" {
    /// `LockManager`, which web-sys counts as unstable.
    type Locks;

    #[wasm_bindgen(method)]
    fn request(this: &Locks, name: &str, options: &Object, granted: &Function) -> Promise;
}

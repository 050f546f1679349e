//! A subscription to a DOM event that ends when it is dropped.

use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// Unsubscribes on drop.
#[derive(Debug)]
pub struct Listener {
    target: EventTarget,
    kind: &'static str,
    callback: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls back on every event of this kind.
    pub fn new(target: impl Into<EventTarget>, kind: &'static str, callback: impl FnMut(Event) + 'static) -> Self {
        let target = target.into();
        let callback = Closure::<dyn FnMut(Event)>::new(callback);
        // Fails only for a target that is no EventTarget, which the type rules out.
        let _ = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
        Self { target, kind, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let function = self.callback.as_ref().unchecked_ref();
        let _ = self.target.remove_event_listener_with_callback(self.kind, function);
    }
}

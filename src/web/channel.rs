//! A doorbell between the tabs and frames of one site that have the same thing open, and words between them.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::BroadcastChannel;

use super::listener::Listener;

/// A place at the door. Rings the others, never itself. Where the browser has no `BroadcastChannel`, nobody hears.
#[derive(Debug)]
pub struct Channel(Option<BroadcastChannel>);

impl Channel {
    /// Joins those who opened the same name.
    #[must_use]
    pub fn open(name: &str) -> Self {
        Self(BroadcastChannel::new(name).ok())
    }

    /// Rings; the others hear it in a task of their own.
    pub fn ring(&self) {
        self.tell(&true.into());
    }

    /// Tells the others something; they hear a copy of it.
    pub fn tell(&self, what: &JsValue) {
        if let Some(channel) = &self.0 {
            let _ = channel.post_message(what);
        }
    }

    /// Calls back with what another one tells, until the listener is dropped or this place is left.
    #[must_use]
    pub fn on_word(&self, call: impl Fn(JsValue) + 'static) -> Option<Listener> {
        let channel = self.0.clone()?;
        Some(Listener::new(channel, "message", move |event| {
            call(Reflect::get(&event, &"data".into()).unwrap_or_default());
        }))
    }

    /// Calls back when another one rings, until the listener is dropped or this place is left.
    #[must_use]
    pub fn on_ring(&self, call: impl Fn() + 'static) -> Option<Listener> {
        let channel = self.0.clone()?;
        Some(Listener::new(channel, "message", move |_| call()))
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.0 {
            channel.close();
        }
    }
}

//! When the wasm has panicked, every board on the page is dead. Each says so, in place, instead of looking alive.

use std::cell::RefCell;

use web_sys::{CustomEvent, HtmlElement};

thread_local! {
    static HOSTS: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// A board that is told of a panic, until it is dropped.
pub(super) struct Watch(HtmlElement);

impl Watch {
    pub(super) fn new(host: HtmlElement) -> Self {
        HOSTS.with_borrow_mut(|hosts| hosts.push(host.clone()));
        Self(host)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        HOSTS.with_borrow_mut(|hosts| hosts.retain(|host| *host != self.0));
    }
}

/// Tells every shell, which knows how to say it without us. Set before the first board is drawn, because the renderer
/// puts a hook of its own where there is none.
pub(super) fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let hosts = HOSTS.try_with(|hosts| hosts.try_borrow().map(|hosts| hosts.clone()).unwrap_or_default());
        for host in hosts.unwrap_or_default() {
            if let Ok(event) = CustomEvent::new("alignment-board-panic") {
                let _ = host.dispatch_event(&event);
            }
        }
    }));
}

//! Loads a text from a URL, and when that fails says as exactly as a browser lets anybody know why.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    ReadableStreamDefaultReader, RequestCache, RequestInit, RequestMode, Response, SecurityPolicyViolationEvent, window,
};

use super::clock::next_task;
use super::listener::Listener;
use super::rare::rare;

/// Why nothing came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FetchFault {
    /// The address cannot be read as one.
    Address,
    /// The server answered with this status.
    Status(u16),
    /// The page's policy lacks the address in `connect-src`.
    Policy,
    /// The server answers, but does not allow this page to read it.
    Cors,
    /// Nothing answers at that address.
    Unreachable,
    /// The machine is offline.
    Offline,
    /// More than the limit, in bytes.
    TooLarge,
    /// The answer broke off.
    BrokenOff,
    /// The answer is not UTF-8 text.
    NotText,
}

/// What came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The text.
    pub text: String,
    /// The address it came from in the end, after redirects.
    pub url: String,
}

/// Loads `url`, at most `limit` bytes. `first` is an answer that somebody asked for already.
///
/// # Errors
/// With the most exact [`FetchFault`] that can be told.
pub async fn text(url: &str, limit: usize, first: Option<Promise>) -> Result<Fetched, FetchFault> {
    let blocked = Rc::new(Cell::new(false));
    let watch = watch_policy(url, blocked.clone());
    let mut answer = Err(JsValue::NULL);
    if let Some(first) = first {
        answer = JsFuture::from(first).await;
    }
    if answer.is_err() {
        answer = JsFuture::from(request(url, RequestMode::Cors)?).await;
    }
    let response: Response = match answer {
        Ok(response) => response.unchecked_into(),
        Err(_) => {
            // The violation is told in a task of its own.
            next_task().await;
            let fault = rare(unreached(url, blocked.get())).await;
            drop(watch);
            return Err(fault);
        }
    };
    if !response.ok() {
        return Err(FetchFault::Status(response.status()));
    }
    let bytes = body(&response, limit).await?;
    let text = String::from_utf8(bytes).map_err(|_| FetchFault::NotText)?;
    let url = response.url();
    Ok(Fetched { text, url })
}

/// `src` as an absolute address, read against the page's.
#[must_use]
pub fn absolute(src: &str) -> Option<String> {
    let base = window()?.document()?.base_uri().ok()??;
    web_sys::Url::new_with_base(src, &base).ok().map(|url| url.href())
}

fn request(url: &str, mode: RequestMode) -> Result<Promise, FetchFault> {
    let init = RequestInit::new();
    init.set_mode(mode);
    init.set_cache(RequestCache::NoCache);
    let request = web_sys::Request::new_with_str_and_init(url, &init).map_err(|_| FetchFault::Address)?;
    let window = window().ok_or(FetchFault::Unreachable)?;
    Ok(window.fetch_with_request(&request))
}

/// A refused reading and a dead server look alike to a page. Asking again without wanting to read tells them apart.
async fn unreached(url: &str, blocked: bool) -> FetchFault {
    if blocked {
        return FetchFault::Policy;
    }
    if window().is_some_and(|window| !window.navigator().on_line()) {
        return FetchFault::Offline;
    }
    let answered = match request(url, RequestMode::NoCors) {
        Ok(promise) => JsFuture::from(promise).await.is_ok(),
        Err(fault) => return fault,
    };
    if answered && !same_origin(url) {
        FetchFault::Cors
    } else {
        FetchFault::Unreachable
    }
}

fn same_origin(url: &str) -> bool {
    let origin = window().and_then(|window| window.location().origin().ok());
    web_sys::Url::new(url).is_ok_and(|url| Some(url.origin()) == origin)
}

fn watch_policy(url: &str, blocked: Rc<Cell<bool>>) -> Option<Listener> {
    let document = window()?.document()?;
    let url = url.to_owned();
    Some(Listener::new(document, "securitypolicyviolation", move |event| {
        let Ok(event) = event.dyn_into::<SecurityPolicyViolationEvent>() else {
            return;
        };
        if event.effective_directive() == "connect-src" && url.starts_with(&event.blocked_uri()) {
            blocked.set(true);
        }
    }))
}

async fn body(response: &Response, limit: usize) -> Result<Vec<u8>, FetchFault> {
    let said = response.headers().get("content-length").ok().flatten();
    if said
        .and_then(|length| length.parse::<usize>().ok())
        .is_some_and(|length| length > limit)
    {
        return Err(FetchFault::TooLarge);
    }
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else {
        return Ok(bytes);
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let chunk = JsFuture::from(reader.read()).await.map_err(|_| FetchFault::BrokenOff)?;
        let part = |name: &str| js_sys::Reflect::get(&chunk, &name.into()).unwrap_or(JsValue::UNDEFINED);
        if part("done").is_truthy() {
            return Ok(bytes);
        }
        let chunk: Uint8Array = part("value").unchecked_into();
        if bytes.len() + chunk.length() as usize > limit {
            let _ = reader.cancel();
            return Err(FetchFault::TooLarge);
        }
        bytes.extend(chunk.to_vec());
    }
}

//! One HTTP request of any kind, which can be called off.

use js_sys::{Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, Response, window};

/// What to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// `GET`, `PUT`, `PROPFIND`…
    pub method: &'static str,
    /// The whole address.
    pub url: String,
    /// Names and values.
    pub headers: Vec<(&'static str, &'static str)>,
    /// Empty when there is none.
    pub body: String,
    /// Whether the browser's cache may answer; then the SHA-256 of the body is computed, too.
    pub reuse: bool,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Came {
    /// The server answered: the status, those headers that were wanted and may be seen, the whole body, and its SHA-256
    /// where that was wanted and the browser computes it, as on pages with TLS.
    Answer(u16, Vec<(String, String)>, Vec<u8>, Option<[u8; 32]>),
    /// A redirect, which is not followed.
    Redirected,
    /// No answer, or none that this page may see.
    Nothing,
    /// The answer broke off.
    Cut,
}

/// A request that may be on its way. Dropping it calls the request off.
#[derive(Debug)]
pub struct Call(Option<AbortController>);

impl Call {
    /// A call that has not been made yet.
    #[must_use]
    pub fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// Makes it: with credentials, past the cache unless that may answer. Of the answer's headers, those in `wanted`
    /// are given.
    pub fn make(&self, asked: Asked, wanted: &'static [&'static str]) -> impl Future<Output = Came> + use<> {
        let options = Object::new();
        let set = |name: &str, value: JsValue| {
            let _ = Reflect::set(&options, &name.into(), &value);
        };
        set("method", asked.method.into());
        set("credentials", "include".into());
        set("redirect", "manual".into());
        if !asked.reuse {
            set("cache", "no-store".into());
        }
        if !asked.body.is_empty() {
            set("body", asked.body.into());
        }
        if let Some(abort) = &self.0 {
            set("signal", abort.signal().into());
        }
        if let Ok(headers) = Headers::new() {
            for (name, value) in asked.headers {
                let _ = headers.set(name, value);
            }
            set("headers", headers.into());
        }
        let digest = asked.reuse;
        let answer = window().map(|window| window.fetch_with_str_and_init(&asked.url, options.unchecked_ref()));
        async move {
            let Some(answer) = answer else {
                return Came::Nothing;
            };
            match JsFuture::from(answer).await {
                Ok(response) => read(&response.unchecked_into(), wanted, digest).await,
                Err(_) => Came::Nothing,
            }
        }
    }
}

impl Default for Call {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Call {
    fn drop(&mut self) {
        if let Some(abort) = &self.0 {
            abort.abort();
        }
    }
}

async fn read(response: &Response, wanted: &[&str], digest: bool) -> Came {
    // A redirect that is not followed shows no status.
    let status = response.status();
    if status == 0 {
        return Came::Redirected;
    }
    let headers = response.headers();
    let seen = wanted
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), headers.get(name).ok()??)));
    let seen = seen.collect();
    let Ok(body) = response.array_buffer() else {
        return Came::Cut;
    };
    let Ok(body) = JsFuture::from(body).await else {
        return Came::Cut;
    };
    let digest = if digest { sha256(&body).await } else { None };
    Came::Answer(status, seen, Uint8Array::new(&body).to_vec(), digest)
}

/// The browser's own SHA-256: ten times as fast as ours, and beside the page. Only pages with TLS have it.
async fn sha256(body: &JsValue) -> Option<[u8; 32]> {
    let crypto = Reflect::get(&window()?.into(), &"crypto".into()).ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    let digest = subtle
        .is_object()
        .then(|| subtle.unchecked_ref::<Subtle>().digest("SHA-256", body))?;
    let digest = JsFuture::from(digest).await.ok()?;
    Uint8Array::new(&digest).to_vec().try_into().ok()
}

#[wasm_bindgen]
extern "C" {
    /// `SubtleCrypto`.
    type Subtle;

    #[wasm_bindgen(method)]
    fn digest(this: &Subtle, name: &str, body: &JsValue) -> Promise;
}

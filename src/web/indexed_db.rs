//! IndexedDB as futures: the few calls that a log of records needs.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbRequestReadyState, IdbTransaction, window};

/// How long a browser may take to open a database, in milliseconds. Some never answer.
const PATIENCE_MS: i32 = 8_000;

/// Why something did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This browser has no IndexedDB, or hides it.
    Absent,
    /// It did not answer in time.
    NoAnswer,
    /// It said why, as a `DOMException` does.
    Thrown {
        /// The exception's name, such as `QuotaExceededError`.
        name: String,
        /// Its words, which differ between browsers.
        message: String,
    },
}

impl From<JsValue> for Fault {
    fn from(thrown: JsValue) -> Self {
        let part = |key: &str| {
            Reflect::get(&thrown, &key.into())
                .ok()
                .and_then(|value| value.as_string())
        };
        Self::Thrown {
            name: part("name").unwrap_or_default(),
            message: part("message").unwrap_or_default(),
        }
    }
}

/// What a transaction may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Look.
    Read,
    /// Change. All writers of a database, in whatever tab, take turns.
    Write,
}

/// A connection, closed on drop once its transactions are through. It also closes when somebody deletes the database
/// or opens it in a higher version; beginning a transaction then throws `InvalidStateError`.
#[derive(Debug)]
pub struct Database(IdbDatabase);

impl Database {
    /// Opens a database in version 1; one that is new is laid out by `create` first.
    ///
    /// # Errors
    /// With a [`Fault`] when the browser refuses, fails, or has not answered after eight seconds.
    pub async fn open(name: &str, create: fn(&IdbDatabase) -> Result<(), JsValue>) -> Result<Self, Fault> {
        let factory = window().ok_or(Fault::Absent)?.indexed_db()?.ok_or(Fault::Absent)?;
        let request = factory.open_with_u32(name, 1)?;
        let upgrade = {
            let request = request.clone();
            Closure::once_into_js(move || lay_out(&request, create))
        };
        request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
        let opened = Promise::new(&mut |yes, no| {
            listen(&request, &yes, &no);
            if let Some(window) = window() {
                let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&no, PATIENCE_MS);
            }
        });
        let opened = JsFuture::from(opened).await;
        if request.ready_state() == IdbRequestReadyState::Pending {
            // Should it answer after all, nobody waits for it any more.
            let late = request.clone();
            let close = Closure::once_into_js(move || drop(taken(&late)));
            request.set_onsuccess(Some(close.unchecked_ref()));
            return Err(Fault::NoAnswer);
        }
        opened.map_err(|_| refusal(&request))?;
        taken(&request)
    }

    /// Opens a database if there is one, and leaves no trace if there is none.
    ///
    /// # Errors
    /// As [`Database::open`].
    pub async fn open_existing(name: &str) -> Result<Option<Self>, Fault> {
        // Giving up while it is created makes it never have been; `indexedDB.databases()` is not everywhere.
        match Self::open(name, |_| Err(JsValue::NULL)).await {
            Err(Fault::Thrown { name, .. }) if name == "AbortError" => Ok(None),
            opened => opened.map(Some),
        }
    }

    /// Begins a transaction over these object stores. What it wrote is on the disk when it is [`committed`].
    ///
    /// # Errors
    /// `InvalidStateError` when the connection is closed, `NotFoundError` when there is no such object store.
    pub fn begin(&self, stores: &[&str], mode: Mode) -> Result<IdbTransaction, Fault> {
        let names: Array = stores.iter().map(|name| JsValue::from(*name)).collect();
        let mode = match mode {
            Mode::Read => "readonly",
            Mode::Write => "readwrite",
        };
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        Ok(self
            .0
            .unchecked_ref::<Connection>()
            .transaction(&names, mode, &options)?)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// A request's result.
///
/// # Errors
/// What the request failed with.
pub async fn answer(request: &IdbRequest) -> Result<JsValue, Fault> {
    let answered = Promise::new(&mut |yes, no| listen(request, &yes, &no));
    JsFuture::from(answered).await.map_err(|_| refusal(request))?;
    Ok(request.result()?)
}

/// Waits until a transaction is through.
///
/// # Errors
/// Why it was undone.
pub async fn committed(transaction: &IdbTransaction) -> Result<(), Fault> {
    let done = Promise::new(&mut |yes, no| {
        transaction.set_oncomplete(Some(&yes));
        transaction.set_onabort(Some(&no));
    });
    let undone = |_| Fault::from(transaction.error().map(JsValue::from).unwrap_or_default());
    JsFuture::from(done).await.map(drop).map_err(undone)
}

/// Lets a transaction go on when a record is refused because one like it is there already.
pub fn pass_over_duplicates(transaction: &IdbTransaction) {
    PASS_OVER.with(|handler| transaction.set_onerror(Some(handler.as_ref().unchecked_ref())));
}

thread_local! {
    // These live as long as the page: a handler that died with its future would throw into the transaction, undoing it.
    static PASS_OVER: Closure<dyn Fn(Event)> = Closure::new(|event: Event| {
        let request = event.target().map(JsCast::unchecked_into::<IdbRequest>);
        let error = request.and_then(|request| request.error().ok().flatten());
        if error.is_some_and(|error| error.name() == "ConstraintError") {
            event.prevent_default();
        }
    });
    static MAKE_WAY: Closure<dyn Fn(Event)> = Closure::new(|event: Event| {
        if let Some(database) = event.target() {
            database.unchecked_into::<IdbDatabase>().close();
        }
    });
}

fn lay_out(request: &IdbOpenDbRequest, create: fn(&IdbDatabase) -> Result<(), JsValue>) {
    let created = request.result().and_then(|database| create(&database.unchecked_into()));
    if let (Err(_), Some(transaction)) = (created, request.transaction()) {
        let _ = transaction.abort();
    }
}

/// The promise's own functions serve as handlers, so there is no closure to keep alive.
fn listen(request: &IdbRequest, yes: &Function, no: &Function) {
    request.set_onsuccess(Some(yes));
    request.set_onerror(Some(no));
}

fn taken(request: &IdbOpenDbRequest) -> Result<Database, Fault> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    MAKE_WAY.with(|handler| database.set_onversionchange(Some(handler.as_ref().unchecked_ref())));
    Ok(Database(database))
}

fn refusal(request: &IdbRequest) -> Fault {
    request
        .error()
        .ok()
        .flatten()
        .map(JsValue::from)
        .unwrap_or_default()
        .into()
}

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the `options` that web-sys counts as unstable.
    type Connection;

    #[wasm_bindgen(method, catch)]
    fn transaction(this: &Connection, stores: &Array, mode: &str, options: &Object) -> Result<IdbTransaction, JsValue>;
}

//! An event as a plain object in the browser's database.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest};

use super::page::BrokenRecord;
use crate::web::indexed_db::{Fault, answer};
use crate::wire::sealed::Sealed;

/// The field that holds a record's place in the log.
pub(super) const NUMBER: &str = "n";

/// How many records are read at once.
const PAGE: u32 = 1_000;

/// Some records of a log.
pub(super) struct Read {
    pub(super) events: Vec<Sealed>,
    pub(super) broken: Vec<BrokenRecord>,
    /// The place of the last.
    pub(super) place: u64,
}

/// Reads what comes after `place`.
pub(super) async fn read(log: &IdbObjectStore, place: u64) -> Result<Read, Fault> {
    // Only numbers: a key of another type, which we never write, would sort behind all of them and never be passed.
    let newer = IdbKeyRange::bound_with_lower_open(&(place as f64).into(), &f64::INFINITY.into(), true)?;
    let records = answer(&log.get_all_with_key_and_limit(&newer, PAGE)?).await?;
    let mut read = Read {
        events: Vec::new(),
        broken: Vec::new(),
        place,
    };
    for record in Array::from(&records).iter() {
        let record: Record = record.unchecked_into();
        read.place = record.n().as_f64().unwrap_or(0.0) as u64;
        let text = |value: JsValue| value.as_string().unwrap_or_default();
        let id = text(record.id());
        match Sealed::checked(&id, text(record.board()), text(record.by()), text(record.e())) {
            Ok(event) => read.events.push(event),
            Err(why) => read.broken.push(BrokenRecord { id, why }),
        }
    }
    Ok(read)
}

/// Asks to append an event; the request fails if its id is there already.
pub(super) fn add(log: &IdbObjectStore, event: &Sealed) -> Result<IdbRequest, Fault> {
    let record: Record = Object::new().unchecked_into();
    record.set_id(&event.id.to_string());
    record.set_board(&event.board);
    record.set_by(&event.by);
    record.set_e(&event.e);
    Ok(log.add(&record)?)
}

#[wasm_bindgen]
extern "C" {
    type Record;

    #[wasm_bindgen(method, getter, structural)]
    fn n(this: &Record) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn id(this: &Record) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn board(this: &Record) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn by(this: &Record) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn e(this: &Record) -> JsValue;

    #[wasm_bindgen(method, setter, structural)]
    fn set_id(this: &Record, id: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_board(this: &Record, board: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_by(this: &Record, by: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_e(this: &Record, e: &str);
}

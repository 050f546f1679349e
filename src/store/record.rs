//! An event, or many of them, as a plain object in the browser's database.

use std::cell::RefCell;

use js_sys::{Array, Object, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{IdbKeyRange, IdbObjectStore, IdbRequest};

use super::pack;
use super::page::BrokenRecord;
use crate::domain::event::EventId;
use crate::web::indexed_db::{Fault, answer};
use crate::wire::sealed::Sealed;

/// The field that holds a record's place in the log.
pub(super) const NUMBER: &str = "n";

/// How many records are fetched at once, and how many events are read of them: a record may hold many.
const PAGE: u32 = 250;
const READ: usize = 2_000;

/// Some records of a log.
pub(super) struct Read {
    pub(super) events: Vec<Sealed>,
    pub(super) broken: Vec<BrokenRecord>,
    /// The place of the last.
    pub(super) place: u64,
}

/// Records that were fetched, and how many of them were read.
#[derive(Debug)]
pub(super) struct Fetched {
    records: Array,
    read: u32,
    place: u64,
}

/// Reads what comes after `place`: what was fetched before, where that is it, else it fetches more.
pub(super) async fn read(log: &IdbObjectStore, place: u64, fetched: &RefCell<Option<Fetched>>) -> Result<Read, Fault> {
    let kept = fetched.take().filter(|it| it.place == place);
    let mut page = match kept {
        Some(kept) => kept,
        None => Fetched {
            records: fetch(log, place).await?,
            read: 0,
            place,
        },
    };
    let mut read = Read {
        events: Vec::new(),
        broken: Vec::new(),
        place,
    };
    while read.events.len() < READ && page.read < page.records.length() {
        let record: Record = page.records.get(page.read).unchecked_into();
        page.read += 1;
        page.place = record.n().as_f64().unwrap_or(0.0) as u64;
        open(&record, &mut read.events, &mut read.broken);
    }
    read.place = page.place;
    if page.read < page.records.length() {
        *fetched.borrow_mut() = Some(page);
    }
    Ok(read)
}

async fn fetch(log: &IdbObjectStore, place: u64) -> Result<Array, Fault> {
    // Only numbers: a key of another type, which we never write, would sort behind all of them and never be passed.
    let newer = IdbKeyRange::bound_with_lower_open(&(place as f64).into(), &f64::INFINITY.into(), true)?;
    let records = answer(&log.get_all_with_key_and_limit(&newer, PAGE)?).await?;
    Ok(Array::from(&records))
}

fn open(record: &Record, events: &mut Vec<Sealed>, broken: &mut Vec<BrokenRecord>) {
    let packed = record.pack();
    if packed.is_object() {
        return pack::unpack(&Uint8Array::new(&packed).to_vec(), events, broken);
    }
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    let id = text(record.id());
    match Sealed::checked(&id, text(record.board()), text(record.by()), text(record.e())) {
        Ok(event) => events.push(event),
        Err(why) => broken.push(BrokenRecord { id, why }),
    }
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

/// Asks to append many in one record.
#[inline(never)]
pub(super) fn add_many(log: &IdbObjectStore, events: &[Sealed]) -> Result<IdbRequest, Fault> {
    Ok(log.add(&many(events))?)
}

fn many(events: &[Sealed]) -> Record {
    let (name, bytes) = pack::pack(events);
    let record: Record = Object::new().unchecked_into();
    record.set_id(&name);
    record.set_pack(&Uint8Array::from(&*bytes));
    record
}

/// Gives those of some events that are there.
pub(super) async fn find(log: &IdbObjectStore, ids: &[EventId]) -> Result<Vec<Sealed>, Fault> {
    let mut found: Vec<Sealed> = Vec::new();
    alone(log, ids, &mut |_, record| {
        open(record, &mut found, &mut Vec::new());
        Ok(())
    })
    .await?;
    let mut left: Vec<_> = ids.to_vec();
    left.retain(|id| !found.iter().any(|event| event.id == *id));
    packed(log, &mut |_, events| {
        events.retain(|event| left.contains(&event.id));
        left.retain(|id| !events.iter().any(|event| event.id == *id));
        found.append(events);
        Ok(!left.is_empty())
    })
    .await?;
    Ok(found)
}

/// Takes some events away, wherever they are.
pub(super) async fn forget(log: &IdbObjectStore, ids: &[EventId]) -> Result<(), Fault> {
    alone(log, ids, &mut |log, record| {
        log.delete(&record.n())?;
        Ok(())
    })
    .await?;
    packed(log, &mut |place, events| {
        let before = events.len();
        events.retain(|event| !ids.contains(&event.id));
        if events.is_empty() {
            log.delete(place)?;
        } else if events.len() < before {
            let record = many(events);
            record.set_n(place);
            log.put(&record)?;
        }
        Ok(true)
    })
    .await
}

/// Calls with the record of each of these events that has one of its own.
async fn alone(
    log: &IdbObjectStore,
    ids: &[EventId],
    call: &mut dyn FnMut(&IdbObjectStore, &Record) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let index = log.index("id")?;
    for id in ids {
        let record: Record = answer(&index.get(&id.to_string().into())?).await?.unchecked_into();
        if record.is_object() {
            call(log, &record)?;
        }
    }
    Ok(())
}

/// What is done with a record of many, given its place and what it holds; false when no more are wanted.
type Packed<'a> = dyn FnMut(&JsValue, &mut Vec<Sealed>) -> Result<bool, Fault> + 'a;

/// Calls with each record of many, as long as that is wanted.
async fn packed(log: &IdbObjectStore, call: &mut Packed<'_>) -> Result<(), Fault> {
    let mut place = 0;
    loop {
        let records = fetch(log, place).await?;
        if records.length() == 0 {
            return Ok(());
        }
        for record in records.iter() {
            let record: Record = record.unchecked_into();
            place = record.n().as_f64().unwrap_or(0.0) as u64;
            if !record.pack().is_object() {
                continue;
            }
            let mut events = Vec::new();
            open(&record, &mut events, &mut Vec::new());
            if !call(&record.n(), &mut events)? {
                return Ok(());
            }
        }
    }
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
    #[wasm_bindgen(method, getter, structural)]
    fn pack(this: &Record) -> JsValue;

    #[wasm_bindgen(method, setter, structural)]
    fn set_n(this: &Record, n: &JsValue);
    #[wasm_bindgen(method, setter, structural)]
    fn set_id(this: &Record, id: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_board(this: &Record, board: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_by(this: &Record, by: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_e(this: &Record, e: &str);
    #[wasm_bindgen(method, setter, structural)]
    fn set_pack(this: &Record, pack: &Uint8Array);
}

//! The board's style sheet: made once a page, adopted by every board's shadow root. Adopted sheets pass a strict
//! `style-src`, and cannot leak out or in.

use std::hint::black_box;

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element};

use super::tight::{length, tight};

/// What a board needs to stand.
const FIRST: &[u8] = concat!(
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/controls.css"),
    include_str!("../../styles/board.css"),
    include_str!("../../styles/card.css"),
)
.as_bytes();

/// What comes with the second file of the program (`xtask/src/split`).
const MORE: &[u8] = concat!(
    include_str!("../../styles/pointed.css"),
    include_str!("../../styles/dialog.css"),
    include_str!("../../styles/notices.css"),
    include_str!("../../styles/pages.css"),
    include_str!("../../styles/map.css"),
    include_str!("../../styles/print.css"),
)
.as_bytes();

static TIGHT_FIRST: [u8; length(FIRST)] = tight(FIRST);
static TIGHT_MORE: [u8; length(MORE)] = tight(MORE);

thread_local! {
    static SHEET: Option<CssStyleSheet> = {
        let sheet = CssStyleSheet::new().ok();
        if let Some(sheet) = &sheet {
            // Refused only for a sheet that is not ours to write.
            let _ = sheet.replace_sync(text(&TIGHT_FIRST));
        }
        sheet
    };
}

/// Gives the shadow root that holds `wrapper` the board's styles, beside those it has.
pub(super) fn adopt(wrapper: &Element) {
    let root: JsValue = wrapper.get_root_node().into();
    SHEET.with(|sheet| {
        let Some(sheet) = sheet else { return };
        let key = JsValue::from("adoptedStyleSheets");
        let sheets = Reflect::get(&root, &key)
            .map(|old| Array::from(&old))
            .unwrap_or_default();
        if sheets.index_of(sheet, 0) < 0 {
            sheets.push(sheet);
        }
        let _ = Reflect::set(&root, &key, &sheets);
    });
}

/// Takes in what came with the second file: each board has the sheet already, and follows. Called in a way that no
/// compiler sees through, so that it stays a function of its own: the text it reads comes with it.
pub(super) fn complete() {
    black_box(come_later as fn())();
}

fn text(bytes: &'static [u8]) -> &'static str {
    str::from_utf8(bytes).unwrap_or_default()
}

fn come_later() {
    SHEET.with(|sheet| {
        if let Some(sheet) = sheet {
            let _ = sheet.replace_sync(&[text(&TIGHT_FIRST), text(&TIGHT_MORE)].concat());
        }
    });
}

//! The board's style sheet: made once a page, adopted by every board's shadow root. Adopted sheets pass a strict
//! `style-src`, and cannot leak out or in.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CssStyleSheet, Element};

const TEXT: &str = concat!(
    include_str!("../../styles/tokens.css"),
    include_str!("../../styles/controls.css"),
    include_str!("../../styles/board.css"),
    include_str!("../../styles/card.css"),
    include_str!("../../styles/dialog.css"),
    include_str!("../../styles/pages.css"),
    include_str!("../../styles/print.css"),
);

thread_local! {
    static SHEET: Option<CssStyleSheet> = {
        let sheet = CssStyleSheet::new().ok();
        if let Some(sheet) = &sheet {
            // Refused only for a sheet that is not ours to write.
            let _ = sheet.replace_sync(TEXT);
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

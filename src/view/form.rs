//! Reading a form's fields by name.

use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, SubmitEvent};

use crate::domain::goals::Text;
use crate::web::intl::parse;

/// The fields of a submitted form.
pub(super) struct Fields(FormData);

impl Fields {
    /// Takes a form's fields and keeps the browser from sending it anywhere.
    pub(super) fn of(event: &SubmitEvent) -> Option<Self> {
        event.prevent_default();
        let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
        Some(Self(FormData::new_with_form(&form).ok()?))
    }

    /// A field's text, trimmed; empty when there is none.
    pub(super) fn text(&self, name: &str) -> Text {
        self.0.get(name).as_string().unwrap_or_default().trim().into()
    }

    /// A field's number, if it holds one.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        parse(&self.text(name))
    }
}

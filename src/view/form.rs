//! Reading a form's fields by name.

use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement, SubmitEvent};

use crate::domain::goals::Text;

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

    /// A field's number. A comma counts as the decimal point it is in half of the world.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        self.text(name).replace(',', ".").parse().ok().filter(|number: &f64| number.is_finite())
    }
}

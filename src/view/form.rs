//! Forms: their last button, and reading their fields by name.

use wasm_bindgen::JsCast;
use web_sys::{Event, FormData, HtmlFormElement};

use super::el::{El, el};
use crate::domain::calendar::Day;
use crate::domain::goals::{Goals, Text};
use crate::domain::id::MemberId;
use crate::web::intl::parse;

/// A form that hands over its fields when it is submitted, and is sent nowhere.
pub(super) fn form(tag: &'static str, submit: impl Fn(&Fields) + 'static) -> El {
    el(tag).on("submit", move |event| {
        if let Some(fields) = Fields::of(&event) {
            submit(&fields);
        }
    })
}

/// A list to choose from: values and words. One is always marked, because what is marked nowhere is left to chance.
pub(super) fn choices(tag: &'static str, chosen: Option<&str>, options: Vec<(String, String)>) -> El {
    let place = options.iter().position(|(value, _)| Some(&**value) == chosen);
    let mut select = el(tag);
    for (n, (value, words)) in options.into_iter().enumerate() {
        let marked = n == place.unwrap_or(0);
        select.add(el("option").attr("value", &value).flag("selected", marked).words(words));
    }
    select
}

/// Boxes to tick, each with a field's name, words, and whether it is ticked.
pub(super) fn ticks<'a>(legend: String, boxes: impl Iterator<Item = (&'a str, &'a str, bool)>) -> El {
    let all = el("fieldset class=ticks").child(el("legend").words(legend));
    boxes.fold(all, |all, (name, words, ticked)| {
        let tick = el("input type=checkbox value=yes").attr("name", name).checked(ticked);
        all.child(el("label class=tick").child(tick).child(el("span").text(words)))
    })
}

/// A member, where the document lists them; else a name.
pub(super) fn member_field(name: &'static str, goals: &Goals, today: Day, may: impl Fn(&MemberId) -> bool) -> El {
    if !goals.lists_members() {
        let field = el("input required=required maxlength=80 autocomplete=off");
        return field.attr("name", name);
    }
    let here = goals
        .members
        .iter()
        .filter(|member| goals.is_here(&member.id, today) && may(&member.id));
    let options = here.map(|member| (member.id.to_string(), member.name.to_string()));
    choices("select required=required", None, options.collect()).attr("name", name)
}

/// The button at a form's end.
pub(super) fn submit_button(text: String) -> El {
    el("div class=dialog-foot").child(el("button type=submit class=solid").words(text))
}

/// The fields of a submitted form.
pub(super) struct Fields(FormData);

impl Fields {
    fn of(event: &Event) -> Option<Self> {
        event.prevent_default();
        let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
        Some(Self(FormData::new_with_form(&form).ok()?))
    }

    /// A field's text, trimmed; empty when there is none.
    pub(super) fn text(&self, name: &str) -> Text {
        self.0.get(name).as_string().unwrap_or_default().trim().into()
    }

    /// A field's text as it was typed: a password may begin with a space.
    pub(super) fn raw(&self, name: &str) -> String {
        self.0.get(name).as_string().unwrap_or_default()
    }

    /// A field's number, if it holds one.
    pub(super) fn number(&self, name: &str) -> Option<f64> {
        parse(&self.text(name))
    }
}

//! A name and a password for a store that has sessions of its own.

use yew::{Callback, Html};

use super::ask::Ask;
use super::dialog::dialog;
use super::el::el;
use super::form::{Fields, form, submit_button};
use super::speech::Speech;

pub(super) fn sign_in(speech: &Speech, ask: &Callback<Ask>) -> Html {
    let submit = {
        let ask = ask.clone();
        move |fields: &Fields| {
            let [name, password] = ["name", "password"].map(|field| fields.raw(field));
            ask.emit(Ask::Credentials(name, password));
        }
    };
    let name = el("input name=name required=required autocomplete=username");
    let password = el("input name=password type=password required=required autocomplete=current-password");
    let form = form("form", submit)
        .child(el("label").words(speech.get("sign-in.name")).child(name))
        .child(el("label").words(speech.get("sign-in.password")).child(password))
        .child(submit_button(speech.get("keeping.sign-in")));
    dialog(speech, speech.get("sign-in.title"), ask, form.into())
}

//! What just happened: told once to a screen reader, shown for ten seconds, with Undo where it can be undone.

use std::rc::Rc;

use yew::prelude::*;

use super::board::Ask;
use super::speech::{Speech, use_speech};
use crate::app::{Action, Denied, Happening, What};
use crate::web::clock;

/// How long Undo is offered, in milliseconds.
const SHOWN_MS: u32 = 10_000;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) happened: Option<Rc<Happening>>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn Toast(props: &Props) -> Html {
    let speech = use_speech();
    let gone = use_state_eq(|| 0);
    let serial = props.happened.as_ref().map_or(0, |happened| happened.serial);
    {
        let gone = gone.clone();
        use_effect_with(serial, move |serial| {
            let serial = *serial;
            let timer = (serial > 0).then(|| clock::after(SHOWN_MS, move || gone.set(serial)));
            move || drop(timer)
        });
    }
    let text = props.happened.as_ref().map(|happened| sentence(&speech, happened)).unwrap_or_default();
    let shown = serial > *gone && !text.is_empty();
    let undo = props.happened.as_ref().and_then(|happened| happened.undo).filter(|_| shown);
    let bad = props.happened.as_ref().is_some_and(|happened| matches!(happened.what, What::Denied(_)));
    html! {
        <div class={classes!("toast", shown.then_some("shown"), bad.then_some("bad"))} part="toast">
            <p role="status">{ if shown { text } else { String::new() } }</p>
            if let Some(event) = undo {
                <button type="button" class="link" onclick={props.ask.reform(move |_: MouseEvent| Ask::Do(Action::Undo(event)))}>
                    { speech.get("toast.undo") }
                </button>
            }
        </div>
    }
}

fn sentence(speech: &Speech, happened: &Happening) -> String {
    let title = [("title", &*happened.title)];
    match &happened.what {
        What::Done(kind) => speech.say(&format!("done.{kind}"), &title),
        What::Waits(place) => speech.say("done.waits", &[("title", &happened.title), ("n", &place.to_string())]),
        What::Is(name) => speech.say("done.is", &[("name", name)]),
        What::Denied(Denied::Stopped) => String::new(),
        What::Denied(denied) => speech.say(denied.key(), &title),
    }
}

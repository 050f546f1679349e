//! What just happened: told once to a screen reader, shown for ten seconds, with Undo where it can be undone.

use gloo_timers::callback::Timeout;
use yew::Callback;

use super::ask::Ask;
use super::el::{El, el};
use super::part::{Link, Part, Told};
use super::same::Same;
use super::speech::Speech;
use crate::app::{Action, Denied, Happening, What};
use crate::web::clock;

/// How long Undo is offered, in milliseconds.
const SHOWN_MS: u32 = 10_000;

#[derive(PartialEq)]
pub(super) struct Shown {
    pub(super) happened: Option<Same<Happening>>,
    pub(super) speech: Speech,
    pub(super) ask: Callback<Ask>,
}

#[derive(Default)]
pub(super) struct Toast {
    timer: Option<Timeout>,
    shown: bool,
}

impl Part for Toast {
    type Shown = Shown;

    fn new(_shown: &Shown) -> Self {
        Self::default()
    }

    fn changed(&mut self, shown: &Shown, old: &Shown, link: &Link) {
        if shown.happened != old.happened {
            let link = link.clone();
            self.timer = Some(clock::after(SHOWN_MS, move || link.send_message(Told::Over)));
            self.shown = true;
        }
    }

    fn told(&mut self, _shown: &Shown, _over: Told) -> bool {
        self.timer = None;
        std::mem::replace(&mut self.shown, false)
    }

    fn draw(&self, shown: &Shown, _link: &Link) -> El {
        let Shown { happened, speech, ask } = shown;
        let happened = happened.as_deref().filter(|_| self.shown);
        let text = happened.map(|happened| sentence(speech, happened)).unwrap_or_default();
        let undo = happened.and_then(|happened| happened.undo);
        let bad = happened.is_some_and(|happened| matches!(happened.what, What::Denied(_)));
        let shown = if text.is_empty() { "" } else { "shown" };
        let undo = undo.map(|event| {
            el("button type=button class=link")
                .click(ask, Ask::Do(Action::Undo(event)))
                .words(speech.get("toast.undo"))
        });
        el("div class=toast part=toast")
            .class(shown)
            .class(if bad { "bad" } else { "" })
            .child(el("p role=status").words(text))
            .maybe(undo)
    }
}

#[inline(never)]
fn sentence(speech: &Speech, happened: &Happening) -> String {
    let title = [("title", &*happened.title)];
    match &happened.what {
        What::Done(kind) => speech.say(&format!("done.{kind}"), &title),
        What::Waits(place) => speech.say("done.waits", &[("title", &happened.title), ("n", &place.to_string())]),
        What::Second(name, ms) => {
            let time = speech.time(*ms);
            speech.say(
                "done.second",
                &[("name", name), ("time", &time), ("title", &happened.title)],
            )
        }
        What::Copied => speech.get("done.copied"),
        What::NotCopied => speech.get("done.not-copied"),
        What::Is(name) => speech.say("done.is", &[("name", name)]),
        What::Denied(Denied::Stopped) => String::new(),
        What::Denied(denied) => speech.say(denied.key(), &title),
    }
}

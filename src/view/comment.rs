//! A line about anything: a question, an offer of help, a thank you.

use yew::{Callback, Html};

use super::ask::Ask;
use super::say::{Say, field, say};
use super::speech::Speech;
use super::subject::title;
use crate::app::State;
use crate::domain::event::{Body, Comment, Subject};

pub(super) fn comment(speech: &Speech, state: &State, on: &Subject, ask: &Callback<Ask>) -> Html {
    let title = title(state, on);
    let what = Say {
        heading: speech.say("comment.title", &[("title", &title)]),
        why: None,
        fields: vec![field(
            speech,
            "comment.line",
            "textarea name=line rows=2 maxlength=1000 required=required autofocus=autofocus",
        )],
        submit: "comment.submit",
        title: &title,
    };
    let on = on.clone();
    say(speech, ask, what, move |fields| {
        Some(Body::Comment(Box::new(Comment {
            on: on.clone(),
            line: fields.text("line"),
        })))
    })
}

//! Why there is no board: what happened, where, and what can be done about it.

use yew::Callback;

use super::ask::Ask;
use super::el::{El, el};
use super::speech::Speech;
use crate::app::Failure;

#[inline(never)]
pub(super) fn failure(speech: &Speech, failure: &Failure, ask: &Callback<Ask>) -> El {
    let args = failure.args();
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (what, todo) = match failure {
        Failure::Document { fault: found, .. } => (speech.fault(found), speech.say("failure.document.do", &args)),
        Failure::Fetch { .. } => (
            speech.say(failure.key(), &args),
            speech.say(&format!("{}.do", failure.key()), &args),
        ),
    };
    let retry = || {
        el("button type=button class=wash")
            .click(ask, Ask::Retry)
            .words(speech.get("failure.retry"))
    };
    el("div class=failure role=alert")
        .child(el("h1").words(speech.get("failure.title")))
        .child(el("p").words(what))
        .child(el("p class=soft").words(todo))
        .maybe(failure.may_pass().then(retry))
}

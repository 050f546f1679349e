//! Why there is no board: what happened, where, and what can be done about it.

use yew::prelude::*;

use super::board::Ask;
use super::speech::Speech;
use crate::app::Failure;

pub(super) fn failure(speech: &Speech, failure: &Failure, ask: &Callback<Ask>) -> Html {
    let args = failure.args();
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (what, todo) = match failure {
        Failure::Document { fault: found, .. } => (speech.fault(found), speech.say("failure.document.do", &args)),
        Failure::Fetch { .. } => (
            speech.say(failure.key(), &args),
            speech.say(&format!("{}.do", failure.key()), &args),
        ),
    };
    html! {
        <div class="failure" role="alert">
            <h1>{ speech.get("failure.title") }</h1>
            <p>{ what }</p>
            <p class="soft">{ todo }</p>
            if failure.may_pass() {
                <button type="button" class="wash" onclick={ask.reform(|_: MouseEvent| Ask::Retry)}>{ speech.get("failure.retry") }</button>
            }
        </div>
    }
}

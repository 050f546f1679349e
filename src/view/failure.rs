//! Why there is no board: what happened, where, and what can be done about it.

use std::rc::Rc;

use yew::prelude::*;

use super::board::Ask;
use super::faults::fault;
use super::speech::use_speech;
use crate::app::Failure;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) failure: Rc<Failure>,
    pub(super) ask: Callback<Ask>,
}

#[component]
pub(super) fn FailureNotice(props: &Props) -> Html {
    let speech = use_speech();
    let failure = &props.failure;
    let args = failure.args();
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let (what, todo) = match &**failure {
        Failure::Document { fault: found, .. } => (fault(&speech, found), speech.say("failure.document.do", &args)),
        Failure::Fetch { .. } => {
            (speech.say(failure.key(), &args), speech.say(&format!("{}.do", failure.key()), &args))
        }
    };
    html! {
        <div class="failure" role="alert">
            <h2>{ speech.get("failure.title") }</h2>
            <p>{ what }</p>
            <p class="soft">{ todo }</p>
            if failure.may_pass() {
                <button type="button" class="wash" onclick={props.ask.reform(|_: MouseEvent| Ask::Retry)}>{ speech.get("failure.retry") }</button>
            }
        </div>
    }
}

//! What is to be mended in the document: for leads, folded away, one sentence a fault.

use std::rc::Rc;

use yew::prelude::*;

use super::speech::{Speech, use_speech};
use crate::domain::fault::Fault;

/// So many are shown; whoever has more begins with these.
const MOST: usize = 50;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) faults: Rc<[Fault]>,
}

#[component]
pub(super) fn Faults(props: &Props) -> Html {
    let speech = use_speech();
    if props.faults.is_empty() {
        return Html::default();
    }
    let left_out = props.faults.iter().any(|fault| fault.left_out);
    let list = props.faults.iter().take(MOST).map(|found| html! { <li>{ fault(&speech, found) }</li> });
    html! {
        <details class="faults" part="faults" >
            <summary>{ speech.count(if left_out { "faults.left-out" } else { "faults.summary" }, props.faults.len()) }</summary>
            <ul>{ for list }</ul>
        </details>
    }
}

/// One fault in words.
pub(super) fn fault(speech: &Speech, fault: &Fault) -> String {
    let args = fault.args();
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    speech.say(fault.key(), &args)
}

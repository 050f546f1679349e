//! What is to be mended in the document: for leads, folded away, one sentence a fault.

use yew::prelude::*;

use super::speech::Speech;
use crate::domain::fault::Fault;

/// So many are shown; whoever has more begins with these.
const MOST: usize = 50;

pub(super) fn faults(speech: &Speech, faults: &[Fault]) -> Html {
    if faults.is_empty() {
        return Html::default();
    }
    let left_out = faults.iter().any(|fault| fault.left_out);
    let list = faults
        .iter()
        .take(MOST)
        .map(|found| html! { <li>{ speech.fault(found) }</li> });
    html! {
        <details class="faults" part="faults" >
            <summary>{ speech.count(if left_out { "faults.left-out" } else { "faults.summary" }, faults.len()) }</summary>
            <ul>{ for list }</ul>
        </details>
    }
}

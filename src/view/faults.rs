//! What is to be mended in the document: for leads, folded away, one sentence a fault.

use super::el::{El, el};
use super::speech::Speech;
use crate::domain::fault::Fault;

/// So many are shown; whoever has more begins with these.
const MOST: usize = 50;

pub(super) fn faults(speech: &Speech, faults: &[Fault]) -> Option<El> {
    (!faults.is_empty()).then(|| listed(speech, faults))
}

#[inline(never)]
fn listed(speech: &Speech, faults: &[Fault]) -> El {
    let left_out = faults.iter().any(|fault| fault.left_out);
    let key = if left_out { "faults.left-out" } else { "faults.summary" };
    let mut list = el("ul");
    for found in faults.iter().take(MOST) {
        list.add(el("li").words(speech.fault(found)));
    }
    let summary = el("summary").words(speech.count(key, faults.len()));
    el("details class=faults part=faults").child(summary).child(list)
}

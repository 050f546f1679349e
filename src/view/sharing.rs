//! How sharing stands, in words: a badge, what somebody must know, and all that can be said about it.

use std::rc::Rc;

use yew::Callback;

use super::ask::Ask;
use super::el::{El, el};
use super::speech::Speech;
use crate::app::{Names, Pending, Sharing, State};
use crate::domain::goals::Objective;

/// The badge's words.
#[inline(never)]
pub(super) fn badge(speech: &Speech, state: &State, sharing: &Sharing) -> String {
    let waiting = state.pending.len();
    let is = |key| sharing.trouble.as_deref() == Some(key) || sharing.writing.as_deref() == Some(key);
    if is("sync.sign-in") {
        speech.get("keeping.shared.sign-in")
    } else if sharing.offline {
        speech.count("keeping.shared.offline", waiting)
    } else if sharing.trouble.is_some() {
        speech.count("keeping.shared.apart", waiting)
    } else if is("sync.read-only") {
        speech.get("keeping.shared.read-only")
    } else if waiting > 0 {
        speech.count("keeping.shared.sending", waiting)
    } else {
        speech.get("keeping.shared")
    }
}

/// What somebody must know, and can do something about.
#[inline(never)]
pub(super) fn notices(speech: &Speech, state: &State, sharing: &Sharing, ask: &Callback<Ask>) -> Vec<El> {
    let mut notices = Vec::new();
    if state.unshared > 0 && !state.readonly() {
        let share = el("button type=button class=wash").click(ask, Ask::Share);
        notices.push(el("span").words(speech.count("notice.unshared", state.unshared)));
        notices.push(share.words(speech.get("notice.share")));
    }
    if let Some(key) = trouble(sharing).filter(|key| !passes(key)) {
        let sign_in = (key == "sync.sign-in").then(|| sign_in(speech, sharing, ask));
        notices.push(el("span").words(speech.get(key)));
        notices.extend(sign_in);
    }
    notices
}

/// How far the clock is off, where that is much.
#[inline(never)]
pub(super) fn clock(speech: &Speech, sharing: &Sharing) -> Option<String> {
    let minutes = (sharing.clock_off.unsigned_abs() + 30_000) / 60_000;
    (minutes > 0).then(|| speech.count("notice.clock", usize::try_from(minutes).unwrap_or(usize::MAX)))
}

/// The way to sign in: a form for a database, a page of its own for anything else.
pub(super) fn sign_in(speech: &Speech, sharing: &Sharing, ask: &Callback<Ask>) -> El {
    let how = if sharing.database { Ask::SignIn } else { Ask::Login };
    el("button type=button class=wash")
        .click(ask, how)
        .words(speech.get("keeping.sign-in"))
}

/// What the store guarantees, and how it stands, sentence by sentence.
pub(super) fn sentences(speech: &Speech, state: &State, sharing: &Sharing) -> Vec<String> {
    let guarantee = match (sharing.database, sharing.names) {
        (false, Names::None) => "keeping.folder",
        (false, Names::Apart) => "keeping.folder.apart",
        (false, Names::Refused) => "keeping.folder.refused",
        (false, _) => "keeping.folder.new",
        (true, Names::Names) => "keeping.database.checked",
        (true, Names::None) => "keeping.database",
        (true, _) => "keeping.database.new",
    };
    let synced = sharing.synced.map(|ms| speech.clock(ms));
    let mut said = vec![
        speech.get(guarantee),
        match synced {
            Some(time) => speech.say("keeping.synced", &[("time", &time)]),
            None => speech.get("keeping.never-synced"),
        },
    ];
    if let Some(who) = &sharing.who {
        said.push(speech.say("keeping.who", &[("name", who)]));
    }
    if sharing.offline {
        said.push(speech.get("keeping.offline"));
    } else {
        said.extend(trouble(sharing).map(|key| speech.get(key)));
    }
    let counts = [
        ("keeping.waiting", state.pending.len()),
        ("keeping.forged", sharing.faults.forged),
        ("keeping.lost", sharing.faults.lost),
    ];
    for (key, n) in counts {
        if n > 0 {
            said.push(speech.count(key, n));
        }
    }
    if !sharing.kept {
        said.push(speech.get("keeping.apart"));
    }
    said.extend(clock(speech, sharing));
    said
}

/// Why there is no sync, or no writing.
pub(super) fn trouble(sharing: &Sharing) -> Option<&str> {
    let trouble = sharing.trouble.as_deref();
    trouble.or(sharing.writing.as_deref()).filter(|_| !sharing.offline)
}

/// What passes by itself: the badge says enough.
fn passes(key: &str) -> bool {
    let passing = "unreachable timed-out cut conflict precondition locked busy server garbled unexpected";
    let key = key.strip_prefix("sync.").unwrap_or(key);
    passing.split(' ').any(|it| it == key)
}

/// What is on its way of what was done to an objective's cards.
pub(super) fn pending(state: &State, objective: &Objective) -> Rc<[Pending]> {
    match &state.pending {
        none if none.is_empty() => none.clone(),
        some => pending_in(objective, some),
    }
}

#[inline(never)]
fn pending_in(objective: &Objective, pending: &[Pending]) -> Rc<[Pending]> {
    let here = |pending: &&Pending| {
        let card = pending.initiative.as_ref();
        card.is_some_and(|id| objective.initiatives.iter().any(|initiative| initiative.id == *id))
    };
    pending.iter().filter(here).cloned().collect()
}

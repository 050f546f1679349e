//! One initiative: its title, the last words, what it moves, who has it, and the one action that fits the viewer.

use yew::{Callback, Html};

use super::advice;
use super::ask::Ask;
use super::bar::tone;
use super::cards::is_large;
use super::el::{El, el};
use super::face::face;
use super::focus::dom_id;
use super::menu::{self, Menu};
use super::part::{Link, Part, part};
use super::same::{ByValue, Same};
use super::speech::Speech;
use crate::app::Keeping;
use crate::domain::advice::Advice;
use crate::domain::board::Work;
use crate::domain::calendar::DAY_MS;
use crate::domain::card::{self as rules, Act, Pulse};
use crate::domain::goals::{Goals, Initiative, InitiativeState, Objective};
use crate::domain::id::InitiativeId;
use crate::domain::progress::Status;

#[derive(PartialEq)]
pub(super) struct Shown {
    pub(super) initiative: Same<Initiative>,
    pub(super) work: Same<Work>,
    pub(super) objective: Same<Objective>,
    pub(super) goals: Same<Goals>,
    pub(super) board: ByValue,
    /// Whether the last thing that was done here is on its way, and whether the store said that it has it.
    pub(super) pending: Option<bool>,
    /// What the viewer should know before they take it; comes later.
    pub(super) advice: Option<Same<Advice>>,
    /// In a long column: which card of how many.
    pub(super) place: Option<(usize, usize)>,
    /// Whether its action is the one solid button on the screen.
    pub(super) solid: bool,
    pub(super) speech: Speech,
    pub(super) ask: Callback<Ask>,
}

pub(super) struct Card;

impl Part for Card {
    type Shown = Shown;

    fn new(_shown: &Shown) -> Self {
        Self
    }

    fn draw(&self, shown: &Shown, _link: &Link) -> El {
        card(shown)
    }
}

fn card(shown: &Shown) -> El {
    let (speech, ask) = (&shown.speech, &shown.ask);
    let (initiative, work) = (&*shown.initiative, &*shown.work);
    let acts = acts(shown);
    let state = data_state(work);
    let size = match shown.place {
        Some(_) if is_large(work) => "large",
        Some(_) => "small",
        None => "",
    };
    let title_id = dom_id("t", initiative.id.as_str());
    let mut card = el("article part=card class=card")
        .class(state)
        .class(size)
        .attr("data-initiative", initiative.id.as_str())
        .attr("data-state", state)
        .attr("data-seats-free", &work.seats_free().to_string())
        .attr("aria-labelledby", &title_id);
    if acts.more.contains(&Act::Move) {
        card = card.attr("data-movable", "");
    }
    if let Some((n, all)) = shown.place {
        card = card
            .attr("tabindex", "0")
            .attr("aria-posinset", &n.to_string())
            .attr("aria-setsize", &all.to_string());
    }
    let title = el("button type=button class=title")
        .click(ask, Ask::Details(initiative.id.clone()))
        .text(&initiative.title);
    let first = acts.first.map(|first| button(shown, first));
    let more = (!acts.more.is_empty()).then(|| menu(shown, acts.more));
    card.child(el("h3").attr("id", &title_id).child(title))
        .maybe(last_words(speech, shown))
        .maybe(facts(speech, shown))
        .child(
            el("div class=foot")
                .maybe(who(speech, shown))
                .maybe(pulse(speech, shown))
                .child(el("span class=acts").maybe(first).html(more.unwrap_or_default())),
        )
}

fn menu(shown: &Shown, acts: Vec<Act>) -> Html {
    let (ask, id) = (shown.ask.clone(), shown.initiative.id.clone());
    part::<Menu>(
        menu::Shown {
            initiative: shown.initiative.clone(),
            acts,
            speech: shown.speech.clone(),
            act: Callback::from(move |act: Act| ask.emit(Ask::Act(act, id.clone()))),
        },
        None,
    )
}

fn acts(shown: &Shown) -> rules::Acts {
    let state = &shown.board.0;
    if state.readonly() || state.stranger.is_some() {
        return rules::Acts::default();
    }
    let viewer = state.viewer.as_ref().map(|person| &person.id);
    rules::acts(
        &shown.goals,
        &shown.objective,
        &shown.initiative,
        &shown.work,
        viewer,
        state.now,
    )
}

/// `free`: nobody has it. `held`: somebody has, seats may still be free.
fn data_state(work: &Work) -> &'static str {
    match work.state {
        InitiativeState::Done => "done",
        InitiativeState::Dropped => "dropped",
        InitiativeState::Open if work.holders().is_empty() => "free",
        InitiativeState::Open => "held",
    }
}

fn last_words(speech: &Speech, shown: &Shown) -> Option<El> {
    let learned = shown.work.finish().filter(|finish| !finish.learned.is_empty());
    if let Some(finish) = learned {
        let words = speech.say("card.learned", &[("learned", &finish.learned)]);
        return Some(el("p class=said").words(words));
    }
    let spoken = shown.work.last_spoken()?;
    let age = speech.age(spoken.event, &shown.board.0);
    let by = speech.say("card.said", &[("name", spoken.by.first_name()), ("age", &age)]);
    let words = [&spoken.check_in.line, &spoken.check_in.blocker];
    let mut said = el("p class=said");
    if let Some(words) = words.into_iter().find(|words| !words.is_empty()) {
        said = said.child(el("q").text(words)).text(" ");
    }
    Some(said.words(by))
}

/// What it moves, when it is due, what it costs: one line, and one clear fault where there is one.
fn facts(speech: &Speech, shown: &Shown) -> Option<El> {
    let (initiative, work) = (&*shown.initiative, &*shown.work);
    let moves: Vec<_> = rules::moves(&shown.objective, initiative).collect();
    let waiting = work.waiting().len();
    let way = way(shown);
    let right = advice::right(shown);
    let plain = moves.is_empty()
        && right.is_none()
        && initiative.due.is_none()
        && initiative.cost.is_none()
        && waiting == 0
        && !work.locked
        && way.is_none();
    if plain && initiative.claimable && work.state == InitiativeState::Open {
        return None;
    }
    let mut line = el("p class=facts");
    let mut fact = |class: &'static str, text: String| line.add(el("span").class(class).words(text));
    if !moves.is_empty() {
        fact("", moves.join(", "));
    }
    if let Some(due) = initiative.due.map(|due| speech.day(due)) {
        if rules::is_late(initiative, work, shown.board.0.now) {
            fact("late", speech.say("card.was-due", &[("day", &due)]));
        } else {
            fact("", due);
        }
    }
    if let Some(cost) = &initiative.cost {
        fact("", speech.money(cost));
    }
    if waiting > 0 {
        fact("", speech.count("card.waiting", waiting));
    }
    if let Some(key) = way {
        fact("way", speech.get(key));
    }
    if let Some(key) = finished(work) {
        fact("", speech.get(key));
    }
    if work.locked {
        fact("late", speech.get("card.locked"));
    }
    if !initiative.claimable {
        fact("late", speech.get("card.no-own-id"));
    }
    Some(line.maybe(right))
}

/// How far what the viewer did has come, on a board that is shared.
fn way(shown: &Shown) -> Option<&'static str> {
    match shown.pending {
        Some(false) => return Some("card.pending"),
        Some(true) => return Some("card.sent"),
        None if shown.board.0.keeping != Keeping::Shared => return None,
        None => {}
    }
    let mut holders = shown.work.holders().iter();
    let mine = holders.find(|claim| is_me(shown, &claim.by.id))?;
    (mine.event.is_some() && !mine.settled).then_some("card.provisional")
}

/// How it ended, if it did.
pub(super) fn finished(work: &Work) -> Option<&'static str> {
    match work.state {
        InitiativeState::Open => None,
        InitiativeState::Done => Some("card.done"),
        InitiativeState::Dropped => Some("card.dropped"),
    }
}

/// First names beside the faces; what nobody has says so.
fn who(speech: &Speech, shown: &Shown) -> Option<El> {
    let holders = shown.work.holders();
    if holders.is_empty() {
        let free = shown.work.state == InitiativeState::Open;
        return free.then(|| advice::free(shown));
    }
    let names: Vec<_> = holders.iter().map(|claim| claim.by.first_name()).collect();
    let names = match names.as_slice() {
        [one] => (*one).to_owned(),
        [one, two] => speech.say("card.two", &[("a", one), ("b", two)]),
        [one, rest @ ..] => speech.say("card.many", &[("a", one), ("n", &rest.len().to_string())]),
        [] => String::new(),
    };
    let mut faces = el("span class=faces");
    for claim in holders.iter().take(3) {
        faces.add(face(&claim.by, &shown.goals));
    }
    let names = el("span class=names").words(names);
    Some(el("span class=who").child(faces).child(names))
}

fn pulse(speech: &Speech, shown: &Shown) -> Option<El> {
    let work = &shown.work;
    let state = &shown.board.0;
    let (class, text) = if let Some(offer) = work.offers.last() {
        let key = if is_me(shown, &offer.to.id) {
            "card.offered-you"
        } else {
            "card.offered"
        };
        let names = [("from", offer.from.first_name()), ("to", offer.to.first_name())];
        ("pill wash", speech.say(key, &names))
    } else if let Some(place) = state.viewer.as_ref().and_then(|me| work.place_waiting(&me.id)) {
        ("pill wash", in_line(speech, shown, place))
    } else if work.state == InitiativeState::Open && !work.holders().is_empty() && work.seats_free() > 0 {
        ("room", advice::room(shown))
    } else {
        let pulse = rules::pulse(&shown.goals, work, state.now, &state.zone)?;
        let (class, text) = said(speech, &pulse);
        return Some(el("span class=pill").class(class).words(text));
    };
    Some(el("span").class(class).words(text))
}

/// How a held initiative is doing, and the class that colours it.
pub(super) fn said(speech: &Speech, pulse: &Pulse) -> (&'static str, String) {
    match pulse {
        Pulse::NeverSaid => ("none", speech.get("card.never-said")),
        Pulse::Outdated(days) => (
            "none",
            speech.count("card.no-news", usize::try_from(*days).unwrap_or(0)),
        ),
        Pulse::Said(status) => (tone(Some(*status)), speech.get(confidence_key(*status))),
    }
}

/// The viewer's place in line, and who was first where that was a near thing.
#[inline(never)]
fn in_line(speech: &Speech, shown: &Shown, place: usize) -> String {
    let me = shown.board.0.viewer.as_ref();
    match me.and_then(|me| shown.work.first(&me.id)) {
        Some((first, ms @ 1..DAY_MS)) => {
            let (time, n) = (speech.time(ms), place.to_string());
            speech.say(
                "card.first",
                &[("name", first.by.first_name()), ("time", &time), ("n", &n)],
            )
        }
        _ => speech.count("card.in-line", place),
    }
}

fn is_me(shown: &Shown, id: &crate::domain::id::MemberId) -> bool {
    shown.board.0.viewer.as_ref().is_some_and(|me| me.id == *id)
}

/// What a confidence is called on screen.
pub(super) fn confidence_key(status: Status) -> &'static str {
    match status {
        Status::OnTrack => "confidence.well",
        Status::AtRisk | Status::NoNews => "confidence.unsure",
        Status::OffTrack => "confidence.stuck",
    }
}

/// The word on an action's button, and with `.name` the sentence that names it.
pub(super) fn act_key(act: Act) -> &'static str {
    match act {
        Act::Claim => "act.claim",
        Act::Wait => "act.wait",
        Act::Leave => "act.leave",
        Act::Accept => "act.accept",
        Act::CheckIn => "act.check-in",
        Act::HandOver => "act.hand-over",
        Act::Move => "act.move",
        Act::Release => "act.release",
        Act::Finish => "act.finish",
        Act::Reopen => "act.reopen",
    }
}

/// What a button does and to what: "Claim Customer video series".
pub(super) fn act_name(speech: &Speech, act: Act, title: &str) -> String {
    speech.say(&format!("{}.name", act_key(act)), &[("title", title)])
}

fn button(shown: &Shown, act: Act) -> El {
    let class = match act {
        _ if shown.solid => "solid",
        Act::CheckIn => "quiet",
        _ => "wash",
    };
    let (speech, initiative) = (&shown.speech, &shown.initiative);
    el("button type=button")
        .class(class)
        .attr("aria-label", &act_name(speech, act, &initiative.title))
        .click(&shown.ask, Ask::Act(act, initiative.id.clone()))
        .words(speech.get(act_key(act)))
}

/// An initiative's title by its id, for dialogs.
pub(super) fn title_of(state: &crate::app::State, id: &InitiativeId) -> crate::domain::goals::Text {
    let found = state.board.as_ref().and_then(|board| board.initiative(id));
    found.map_or_else(|| "".into(), |(_, initiative, _)| initiative.title.clone())
}

/// The first card of the viewer's that waits for a check-in: it gets the one solid button on the screen.
pub(super) fn first_due(state: &crate::app::State) -> Option<InitiativeId> {
    let (board, viewer) = (state.board.as_ref()?, state.viewer.as_ref()?);
    let mut mine = board.works().filter(|(_, _, work)| work.holds(&viewer.id));
    let due = mine.find(|(_, _, work)| rules::check_in_due(board.goals(), work, state.now, &state.zone).is_some());
    due.map(|(_, initiative, _)| initiative.id.clone())
}

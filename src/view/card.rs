//! One initiative: its title, the last words, what it moves, who has it, and the one action that fits the viewer.

use std::rc::Rc;

use yew::prelude::*;

use super::bar::tone;
use super::board::{Ask, ByValue};
use super::cards::is_large;
use super::face::face;
use super::focus::dom_id;
use super::menu::Menu;
use super::speech::Speech;
use crate::domain::board::Work;
use crate::domain::card::{self as rules, Act, Pulse};
use crate::domain::goals::{Goals, Initiative, InitiativeState, Objective};
use crate::domain::id::InitiativeId;
use crate::domain::progress::Status;

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) initiative: Rc<Initiative>,
    pub(super) work: Rc<Work>,
    pub(super) objective: Rc<Objective>,
    pub(super) goals: Rc<Goals>,
    pub(super) board: ByValue,
    /// In a long column: which card of how many.
    pub(super) place: Option<(usize, usize)>,
    /// Whether its action is the one solid button on the screen.
    pub(super) solid: bool,
    pub(super) speech: Speech,
    pub(super) ask: Callback<Ask>,
}

pub(super) struct Card;

impl Component for Card {
    type Message = ();
    type Properties = Props;

    fn create(_ctx: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        card(ctx.props())
    }
}

fn card(props: &Props) -> Html {
    let speech = &props.speech;
    let (initiative, work) = (&*props.initiative, &*props.work);
    let acts = acts(props);
    let act = {
        let (ask, id) = (props.ask.clone(), initiative.id.clone());
        Callback::from(move |act: Act| ask.emit(Ask::Act(act, id.clone())))
    };
    let details = {
        let (ask, id) = (props.ask.clone(), initiative.id.clone());
        Callback::from(move |_: MouseEvent| ask.emit(Ask::Details(id.clone())))
    };
    let state = data_state(work);
    let size = props.place.map(|_| if is_large(work) { "large" } else { "small" });
    let title_id = dom_id("t", initiative.id.as_str());
    html! {
        <article part="card" class={classes!("card", state, size)} data-initiative={initiative.id.text()} data-state={state}
            data-seats-free={work.seats_free().to_string()} aria-labelledby={title_id.clone()}
            tabindex={props.place.map(|_| "0")} aria-posinset={props.place.map(|(n, _)| n.to_string())}
            aria-setsize={props.place.map(|(_, all)| all.to_string())}>
            <h3 id={title_id}><button type="button" class="title" onclick={details}>{ &*initiative.title }</button></h3>
            { last_words(speech, props) }
            { facts(speech, props) }
            <div class="foot">
                { who(speech, props) }
                { pulse(speech, props) }
                <span class="acts">
                    if let Some(first) = acts.first {
                        { button(speech, first, initiative, props.solid, act.reform(move |_: MouseEvent| first)) }
                    }
                    if !acts.more.is_empty() {
                        <Menu initiative={props.initiative.clone()} acts={acts.more} speech={speech.clone()} {act} />
                    }
                </span>
            </div>
        </article>
    }
}

fn acts(props: &Props) -> rules::Acts {
    let state = &props.board.0;
    if state.readonly() || state.stranger.is_some() {
        return rules::Acts::default();
    }
    let viewer = state.viewer.as_ref().map(|person| &person.id);
    rules::acts(
        &props.goals,
        &props.objective,
        &props.initiative,
        &props.work,
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

fn last_words(speech: &Speech, props: &Props) -> Html {
    let Some(spoken) = props.work.last_spoken() else {
        return Html::default();
    };
    let age = speech.age(spoken.event, &props.goals, props.board.0.now);
    let by = speech.say("card.said", &[("name", spoken.by.first_name()), ("age", &age)]);
    let words = [&spoken.check_in.line, &spoken.check_in.blocker];
    let words = words.into_iter().find(|words| !words.is_empty());
    html! {
        <p class="said">
            if let Some(words) = words { <q>{ &**words }</q>{ " " } }
            { by }
        </p>
    }
}

/// What it moves, when it is due, what it costs: one line, and one clear fault where there is one.
fn facts(speech: &Speech, props: &Props) -> Html {
    let (initiative, work) = (&*props.initiative, &*props.work);
    let moves: Vec<_> = rules::moves(&props.objective, initiative).collect();
    let late = rules::is_late(initiative, work, props.board.0.now);
    let due = initiative.due.map(|due| speech.day(due));
    let waiting = work.waiting().len();
    let plain = moves.is_empty() && due.is_none() && initiative.cost.is_none() && waiting == 0 && !work.locked;
    if plain && initiative.claimable && work.state == InitiativeState::Open {
        return Html::default();
    }
    html! {
        <p class="facts">
            if !moves.is_empty() { <span>{ moves.join(", ") }</span> }
            if let Some(due) = due {
                if late { <span class="late">{ speech.say("card.was-due", &[("day", &due)]) }</span> }
                else { <span>{ due }</span> }
            }
            if let Some(cost) = &initiative.cost { <span>{ speech.money(cost) }</span> }
            if waiting > 0 { <span>{ speech.count("card.waiting", waiting) }</span> }
            if let Some(key) = finished(work) { <span>{ speech.get(key) }</span> }
            if work.locked { <span class="late">{ speech.get("card.locked") }</span> }
            if !initiative.claimable { <span class="late">{ speech.get("card.no-own-id") }</span> }
        </p>
    }
}

fn finished(work: &Work) -> Option<&'static str> {
    match work.state {
        InitiativeState::Open => None,
        InitiativeState::Done => Some("card.done"),
        InitiativeState::Dropped => Some("card.dropped"),
    }
}

/// First names beside the faces; what nobody has says so.
fn who(speech: &Speech, props: &Props) -> Html {
    let holders = props.work.holders();
    if holders.is_empty() {
        if props.work.state != InitiativeState::Open {
            return Html::default();
        }
        return html! { <span class="free-to-take">{ speech.get("card.free") }</span> };
    }
    let names: Vec<_> = holders.iter().map(|claim| claim.by.first_name()).collect();
    let names = match names.as_slice() {
        [one] => (*one).to_owned(),
        [one, two] => speech.say("card.two", &[("a", one), ("b", two)]),
        [one, rest @ ..] => speech.say("card.many", &[("a", one), ("n", &rest.len().to_string())]),
        [] => String::new(),
    };
    html! {
        <span class="who">
            <span class="faces">{ for holders.iter().take(3).map(|claim| face(&claim.by, &props.goals)) }</span>
            <span class="names">{ names }</span>
        </span>
    }
}

fn pulse(speech: &Speech, props: &Props) -> Html {
    let work = &props.work;
    if let Some(offer) = work.offers.last() {
        let key = if is_me(props, &offer.to.id) {
            "card.offered-you"
        } else {
            "card.offered"
        };
        let text = speech.say(key, &[("from", offer.from.first_name()), ("to", offer.to.first_name())]);
        return html! { <span class="pill wash">{ text }</span> };
    }
    let state = &props.board.0;
    let me = state.viewer.as_ref().and_then(|me| work.place_waiting(&me.id));
    if let Some(place) = me {
        return html! { <span class="pill wash">{ speech.count("card.in-line", place) }</span> };
    }
    if work.state == InitiativeState::Open && !work.holders().is_empty() && work.seats_free() > 0 {
        return html! { <span class="room">{ speech.count("card.room", work.seats_free()) }</span> };
    }
    let Some(pulse) = rules::pulse(&props.goals, work, state.now) else {
        return Html::default();
    };
    let (class, text) = match pulse {
        Pulse::NeverSaid => ("none", speech.get("card.never-said")),
        Pulse::Outdated(days) => ("none", speech.count("card.no-news", usize::try_from(days).unwrap_or(0))),
        Pulse::Said(status) => (tone(Some(status)), speech.get(confidence_key(status))),
    };
    html! { <span class={classes!("pill", class)}>{ text }</span> }
}

fn is_me(props: &Props, id: &crate::domain::id::MemberId) -> bool {
    props.board.0.viewer.as_ref().is_some_and(|me| me.id == *id)
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
        Act::Release => "act.release",
        Act::Finish => "act.finish",
        Act::Reopen => "act.reopen",
    }
}

/// What a button does and to what: "Claim Customer video series".
pub(super) fn act_name(speech: &Speech, act: Act, title: &str) -> String {
    speech.say(&format!("{}.name", act_key(act)), &[("title", title)])
}

fn button(speech: &Speech, act: Act, initiative: &Initiative, solid: bool, onclick: Callback<MouseEvent>) -> Html {
    let class = match act {
        _ if solid => "solid",
        Act::CheckIn => "quiet",
        _ => "wash",
    };
    let name = act_name(speech, act, &initiative.title);
    html! { <button type="button" {class} aria-label={name} {onclick}>{ speech.get(act_key(act)) }</button> }
}

/// An initiative's title by its id, for dialogs.
pub(super) fn title_of(props: &crate::app::State, id: &InitiativeId) -> crate::domain::goals::Text {
    let found = props.board.as_ref().and_then(|board| board.initiative(id));
    found.map_or_else(|| "".into(), |(_, initiative, _)| initiative.title.clone())
}

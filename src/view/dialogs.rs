//! Which dialog is open.

use yew::{Callback, Html};

use super::adjust::adjust;
use super::ask::{Ask, Open};
use super::check_in::check_in;
use super::claim::claim;
use super::comment::comment;
use super::cx::seen;
use super::details::details;
use super::explain::explain;
use super::finish::finish;
use super::hand_over::hand_over;
use super::ideas::{decide, draft, feedback, pitch_form, suggest};
use super::keeping::keeping;
use super::limits::{answer, ask_first, close_objective, log_decision, propose, propose_objective, waive};
use super::map::name_it;
use super::people::{away, sheet};
use super::picker::picker;
use super::review::post;
use super::sign_in::sign_in;
use super::speech::Speech;
use super::work::{drop_it, relocate, split, vacate};
use crate::app::{Session, State};

#[inline(never)]
pub(super) fn opened(open: &Open, speech: &Speech, session: &Session, state: &State, ask: &Callback<Ask>) -> Html {
    seen(speech, session, state, ask, &|cx| match open {
        Open::Nothing => Html::default(),
        Open::Picker { .. } => picker(speech, state, ask),
        Open::Claim(id) => claim(cx, id),
        Open::CheckIn(on) => check_in(speech, state, on, ask),
        Open::HandOver(id) => hand_over(speech, state, id, ask),
        Open::Finish(id) => finish(speech, state, id, ask),
        Open::Details(id) => details(cx, id),
        Open::Keeping => keeping(speech, state, ask),
        Open::Suggest(text, link) => suggest(speech, text, link, ask),
        Open::Draft(idea) => draft(speech, state, *idea, ask),
        Open::Pitch(of) => pitch_form(speech, state, of, ask),
        Open::Feedback(pitch) => feedback(speech, state, *pitch, ask),
        Open::Decide(target, verdict) => decide(speech, state, *target, *verdict, ask),
        Open::SignIn => sign_in(speech, ask),
        Open::Comment(on) => comment(speech, state, on, ask),
        Open::Drop(id) => drop_it(cx, id),
        Open::Split(id) => split(cx, id),
        Open::Move(id) => relocate(cx, id),
        Open::Vacate(id, member) => vacate(cx, id, member),
        Open::Adjust(id) => adjust(speech, state, id, ask),
        Open::Post { review, of } => post(cx, *review, of.as_ref()),
        Open::Away => away(cx),
        Open::Constellation(title) => name_it(cx, title),
        Open::Sheet(member) => sheet(cx, member),
        Open::AskFirst(about) => ask_first(cx, about),
        Open::Answer(question) => answer(cx, *question),
        Open::LogDecision => log_decision(cx),
        Open::Waive(guardrail) => waive(cx, guardrail),
        Open::Propose(on) => propose(cx, on),
        Open::ProposeObjective => propose_objective(cx),
        Open::CloseObjective(id) => close_objective(cx, id),
        Open::Explain(number) => explain(cx, number),
    })
}

//! A claim that a limit has something to say to: why, in numbers, before it is made.

use yew::Html;

use super::ask::{Ask, Open};
use super::card::title_of;
use super::cx::Cx;
use super::dialog::dialog;
use super::el::{El, el};
use super::limits::band_words;
use super::subject;
use crate::app::{Action, Session};
use crate::domain::event::Subject;
use crate::domain::goals::{Goals, Guardrail, GuardrailKind, Money};
use crate::domain::guardrail::{Because, Effect, MayClaim, Reason};
use crate::domain::id::InitiativeId;

/// Whether a claim has to be talked about first.
#[inline(never)]
pub(super) fn needs_words(session: &Session, id: &InitiativeId) -> bool {
    match session.may_claim(id) {
        Some(MayClaim::No(_)) => true,
        Some(MayClaim::YesBut(reasons)) => reasons.iter().any(|reason| reason.effect == Effect::Warns),
        Some(MayClaim::Yes) | None => false,
    }
}

pub(super) fn claim(cx: Cx<'_>, id: &InitiativeId) -> Html {
    let title = title_of(cx.state, id);
    let viewer = cx.state.viewer.as_ref();
    let said = viewer.and_then(|viewer| cx.scene.limits().may_claim(&viewer.id, id));
    let (stopped, reasons) = match said {
        Some(MayClaim::No(reasons)) => (true, reasons),
        Some(MayClaim::YesBut(reasons)) => (false, reasons),
        Some(MayClaim::Yes) | None => (false, Vec::new()),
    };
    let why = if stopped { "claim.stopped" } else { "claim.warned" };
    let mut list = el("ul class=sheet");
    for reason in &reasons {
        if let Some(guardrail) = found(cx.goals(), reason) {
            list.add(entry(cx, id, guardrail, reason));
        }
    }
    let foot = el("div class=dialog-foot");
    let foot = if stopped {
        foot.child(cx.opens("claim.comment", &title, Open::Comment(Subject::Initiative(id.clone()))))
    } else {
        let act = Ask::Do(Action::Claim(id.clone()));
        foot.child(
            el("button type=button class=solid")
                .click(cx.ask, act)
                .words(cx.get("claim.anyway")),
        )
    };
    let body = el("div class=body")
        .child(el("p").words(cx.get(why)))
        .child(list)
        .child(foot);
    dialog(
        cx.speech,
        cx.speech.say("act.claim.name", &[("title", &title)]),
        cx.ask,
        body.into(),
    )
}

fn found<'a>(goals: &'a Goals, reason: &Reason) -> Option<&'a Guardrail> {
    goals.guardrails.iter().find(|it| it.id == reason.guardrail)
}

fn entry(cx: Cx<'_>, id: &InitiativeId, guardrail: &Guardrail, reason: &Reason) -> El {
    let entry = el("li")
        .child(el("h3").text(&guardrail.title))
        .child(el("p").words(because(cx, guardrail, &reason.because)));
    match &reason.effect {
        Effect::Waived(waiver) => {
            let title = title_of(cx.state, id);
            let args = [
                ("name", &*waiver.by.name),
                ("title", &title),
                ("reason", &waiver.reason),
            ];
            entry.child(el("p class='soft small'").words(cx.speech.say("limits.waived", &args)))
        }
        Effect::Repairs => entry.child(el("p class='soft small'").words(cx.get("claim.repairs"))),
        Effect::Warns => entry,
        Effect::Stops => entry.maybe(repairs(cx, guardrail)).maybe(waive(cx, guardrail)),
    }
}

fn because(cx: Cx<'_>, guardrail: &Guardrail, because: &Because) -> String {
    let speech = cx.speech;
    match because {
        Because::OutOfBand { band, latest } => {
            let unit = match &guardrail.kind {
                GuardrailKind::Metric { unit, .. } => unit.as_deref().unwrap_or_default(),
                _ => "",
            };
            let band = band_words(cx, *band, unit);
            let value = speech.number(latest.value);
            speech.say(
                "claim.out-of-bounds",
                &[("value", &value), ("unit", unit), ("band", &band)],
            )
        }
        Because::OverBudget { limit, used, this } => {
            let money = |amount: f64| {
                speech.money(&Money {
                    amount,
                    currency: limit.currency.clone(),
                })
            };
            let args = [
                ("used", &*money(*used)),
                ("limit", &speech.money(limit)),
                ("this", &money(*this)),
            ];
            speech.say("claim.over-budget", &args)
        }
        Because::OtherCurrency { limit, this, .. } => {
            let args = [("this", &*speech.money(this)), ("limit", &speech.money(limit))];
            speech.say("claim.other-currency", &args)
        }
        Because::OverClaims { limit, open } => {
            let args = [("limit", &*limit.to_string()), ("open", &open.to_string())];
            speech.say("claim.over-claims", &args)
        }
    }
}

/// What would set it right, to be taken instead.
fn repairs(cx: Cx<'_>, guardrail: &Guardrail) -> Option<El> {
    let mut list = el("ul class=links");
    for id in &guardrail.repaired_by {
        if let Some(title) = subject::of(cx.board, &Subject::Initiative(id.clone())) {
            let button = el("button type=button class=link").click(cx.ask, Ask::Details(id.clone()));
            list.add(el("li").child(button.text(&title)));
        }
    }
    let words = el("p class='soft small'").words(cx.get("claim.repaired-by"));
    (!guardrail.repaired_by.is_empty()).then(|| el("div").child(words).child(list))
}

/// A lead may let it pass.
fn waive(cx: Cx<'_>, guardrail: &Guardrail) -> Option<El> {
    let leads = cx.goals().is_lead(cx.actor()?, cx.state.now.today);
    leads.then(|| cx.opens("limits.waive", &guardrail.title, Open::Waive(guardrail.id.clone())))
}

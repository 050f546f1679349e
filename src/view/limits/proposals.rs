//! Proposed objectives and changes: who is for them, and what leads say.

use std::rc::Rc;

use yew::Html;

use super::guardrail::undo;
use crate::app::Action;
use crate::domain::attention::may_decide;
use crate::domain::board::{Proposal, Proposed};
use crate::domain::event::{Body, ChangeGoal, Goal, Measure, Ruling, Subject, Value};
use crate::domain::goals::{KeyResultKind, Text};
use crate::view::ask::{Ask, Open};
use crate::view::cx::Cx;
use crate::view::el::{El, el, yes_no};
use crate::view::long::long;
use crate::view::say::{Say, field, labelled, say};
use crate::view::subject;

/// What nobody has decided yet, and the way to propose an objective.
pub(super) fn proposals(cx: Cx<'_>) -> El {
    let all = cx.board.proposals();
    let open = all.iter().filter(|proposal| proposal.rulings.last().is_none());
    let rows = open.map(|proposal| row(cx, proposal)).collect();
    let list = long(cx.speech, "ul class=matters", rows);
    let add = cx.actor().map(|_| {
        el("button type=button class=quiet")
            .click(cx.ask, Ask::Open(Open::ProposeObjective))
            .words(cx.get("propose.objective"))
    });
    el("div").child(list).maybe(add)
}

fn row(cx: Cx<'_>, proposal: &Proposal) -> El {
    let title = subject::of(cx.board, &Subject::Begun(proposal.id)).unwrap_or_else(|| Text::from(""));
    let (what, why) = match &proposal.what {
        Proposed::Objective(goal) => (cx.speech.say("propose.new", &[("title", &title)]), &goal.why),
        Proposed::Change(change) => {
            let value = match &change.value {
                Value::Number(value) => cx.speech.number(*value),
                Value::Text(text) => text.to_string(),
            };
            let args = [("title", &*title), ("field", &*change.field), ("value", &*value)];
            (cx.speech.say("propose.change", &args), &change.why)
        }
    };
    let words = el("div class=words")
        .child(el("p").words(what))
        .maybe((!why.is_empty()).then(|| el("p class=said").child(el("q").text(why))))
        .child(cx.by(&proposal.by.name, proposal.id));
    let row = el("li class=matter")
        .child(words)
        .child(sign(cx, Subject::Begun(proposal.id), &title));
    if !cx.actor().is_some_and(|me| may_decide(cx.scene, proposal, me)) {
        return row;
    }
    row.child(cx.opens("pitch.accept", &title, Open::Decide(proposal.id, Ruling::Accept)))
        .child(cx.opens("pitch.park", &title, Open::Decide(proposal.id, Ruling::Park)))
}

/// "5 of 7": pressed, one of them is the viewer.
pub(super) fn sign(cx: Cx<'_>, on: Subject, title: &Text) -> El {
    let signers = cx.board.signers(&on);
    let words = match cx.board.signed(&on, cx.state.now.today) {
        (n, Some(of)) => cx
            .speech
            .say("sign.count", &[("n", &n.to_string()), ("of", &of.to_string())]),
        (n, None) => cx.speech.say("sign.some", &[("n", &n.to_string())]),
    };
    let Some(me) = cx.actor() else {
        return el("span class='soft small'").words(words);
    };
    let own = signers
        .iter()
        .find(|signer| signer.by.id == *me)
        .map(|signer| signer.event);
    let ask = match own {
        Some(event) => undo(event),
        None => Ask::Do(Action::Say(Box::new(Body::CoSign { on }), title.clone())),
    };
    let name = [&words, ": ", &**title].concat();
    el("button type=button class=chip")
        .attr("aria-pressed", yes_no(own.is_some()))
        .attr("aria-label", &name)
        .click(cx.ask, ask)
        .words(words)
}

/// Proposing another target.
pub(in crate::view) fn propose(cx: Cx<'_>, on: &Subject) -> Html {
    let title = subject::title(cx.state, on);
    let what = Say {
        heading: cx.speech.say("propose.title", &[("title", &title)]),
        why: Some("propose.why"),
        fields: vec![
            field(
                cx.speech,
                "propose.target",
                "input name=target inputmode=decimal autocomplete=off required=required autofocus=autofocus",
            ),
            field(cx.speech, "propose.reason", "textarea name=why rows=2 maxlength=1000"),
        ],
        submit: "propose.submit",
        title: &title,
    };
    let was = target(cx, on);
    let on = on.clone();
    say(cx.speech, cx.ask, what, move |fields| {
        Some(Body::ProposeChange(Rc::new(ChangeGoal {
            on: on.clone(),
            field: "target".into(),
            value: Value::Number(fields.number("target")?),
            was: was.map(Value::Number),
            why: fields.text("why"),
        })))
    })
}

fn target(cx: Cx<'_>, on: &Subject) -> Option<f64> {
    let Subject::KeyResult(id) = on else { return None };
    let mut all = cx
        .goals()
        .objectives
        .iter()
        .flat_map(|objective| &objective.key_results);
    match all.find(|key_result| key_result.id == *id)?.kind {
        KeyResultKind::Reach { target, .. } => target,
        _ => None,
    }
}

pub(in crate::view) fn propose_objective(cx: Cx<'_>) -> Html {
    let title = Text::from("");
    let number = |key, tag| labelled(cx.speech, key, el(tag));
    let what = Say {
        heading: cx.get("propose.objective"),
        why: Some("propose.objective.why"),
        fields: vec![
            field(
                cx.speech,
                "propose.objective.title",
                "input name=title maxlength=200 required=required autocomplete=off autofocus=autofocus",
            ),
            field(cx.speech, "propose.reason", "textarea name=why rows=2 maxlength=1000"),
            field(
                cx.speech,
                "propose.measure",
                "input name=measure maxlength=200 autocomplete=off",
            ),
            el("div class=pair")
                .child(number(
                    "propose.from",
                    "input name=start inputmode=decimal autocomplete=off",
                ))
                .child(number(
                    "propose.to",
                    "input name=target inputmode=decimal autocomplete=off",
                )),
        ],
        submit: "propose.submit",
        title: &title,
    };
    say(cx.speech, cx.ask, what, |fields| {
        let measure = fields.text("measure");
        let measured = (!measure.is_empty()).then(|| Measure {
            title: measure,
            unit: "".into(),
            start: fields.number("start"),
            target: fields.number("target"),
        });
        Some(Body::ProposeObjective(Rc::new(Goal {
            title: fields.text("title"),
            why: fields.text("why"),
            key_results: measured.into_iter().collect(),
        })))
    })
}

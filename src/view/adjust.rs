//! Changing an initiative: when it is due, what it says, what it costs, what it moves.

use yew::{Callback, Html};

use super::ask::Ask;
use super::el::{El, el};
use super::form::{Fields, ticks};
use super::say::{Say, labelled, say};
use super::speech::Speech;
use crate::app::State;
use crate::domain::event::{Body, Change, Facet};
use crate::domain::goals::{Initiative, Money, Objective};
use crate::domain::id::{InitiativeId, KeyResultId};
use crate::web::intl::plain;

pub(super) fn adjust(speech: &Speech, state: &State, id: &InitiativeId, ask: &Callback<Ask>) -> Html {
    let found = state.board.as_ref().and_then(|board| board.initiative(id));
    let Some((objective, initiative, _)) = found else {
        return Html::default();
    };
    let due = initiative.due.map(|due| due.to_string()).unwrap_or_default();
    let text = initiative.description.as_deref().unwrap_or_default();
    let mut fields = vec![
        labelled(speech, "adjust.due", el("input name=due type=date").value(&due)),
        labelled(
            speech,
            "adjust.description",
            el("textarea name=description rows=3 maxlength=4000").value(text),
        ),
    ];
    if let Some(cost) = &initiative.cost {
        let label = speech.say("adjust.cost", &[("currency", &cost.currency)]);
        let field = el("input name=cost inputmode=decimal autocomplete=off").value(&plain(cost.amount));
        fields.push(el("label").words(label).child(field));
    }
    if !objective.key_results.is_empty() {
        fields.push(moves(speech, objective, initiative));
    }
    let what = Say {
        heading: speech.say("adjust.title", &[("title", &initiative.title)]),
        why: Some("adjust.why"),
        fields,
        submit: "adjust.submit",
        title: &initiative.title,
    };
    let (objective, initiative) = (objective.clone(), initiative.clone());
    say(speech, ask, what, move |fields| read(&objective, &initiative, fields))
}

fn moves(speech: &Speech, objective: &Objective, initiative: &Initiative) -> El {
    let boxes = objective.key_results.iter().map(|key_result| {
        let moved = initiative.key_results.contains(&key_result.id);
        (key_result.id.as_str(), &*key_result.title, moved)
    });
    ticks(speech.get("adjust.moves"), boxes)
}

/// What is another than it was.
fn read(objective: &Objective, initiative: &Initiative, fields: &Fields) -> Option<Body> {
    let mut wanted = vec![
        Facet::Due(fields.text("due").parse().ok()),
        Facet::Description(fields.text("description")),
    ];
    if let (Some(cost), Some(amount)) = (&initiative.cost, fields.number("cost")) {
        wanted.push(Facet::Cost(Some(Money {
            amount,
            currency: cost.currency.clone(),
        })));
    }
    if !objective.key_results.is_empty() {
        let ids = objective.key_results.iter().map(|key_result| &key_result.id);
        let ticked: Vec<KeyResultId> = ids.filter(|id| !fields.text(id.as_str()).is_empty()).cloned().collect();
        wanted.push(Facet::KeyResults(ticked));
    }
    let changes = wanted.into_iter().map(|to| Change {
        was: to.of(initiative),
        to,
    });
    let changes: Vec<_> = changes.filter(|change| change.to != change.was).collect();
    (!changes.is_empty()).then(|| Body::Adjust {
        initiative: initiative.id.clone(),
        changes,
    })
}

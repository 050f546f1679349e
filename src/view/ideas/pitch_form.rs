//! Pitching: what to do, what it moves, what it takes. Also for saying a pitch anew.

use std::rc::Rc;

use yew::{Callback, Html};

use crate::app::{Action, State};
use crate::domain::board::Idea;
use crate::domain::event::{Body, EventId, Gain, Pitch};
use crate::domain::goals::{Goals, Money, Text};
use crate::domain::id::{KeyResultId, ObjectiveId};
use crate::view::ask::{Ask, PitchOf};
use crate::view::dialog::dialog;
use crate::view::el::{El, el};
use crate::view::form::{Fields, form, submit_button};
use crate::view::speech::Speech;
use crate::web::intl::plain;

/// A form for a new pitch, or for one that is said anew.
pub(in crate::view) fn pitch_form(speech: &Speech, state: &State, of: &PitchOf, ask: &Callback<Ask>) -> Html {
    let Some(board) = &state.board else {
        return Html::default();
    };
    let goals = board.goals();
    let (was, again) = match of {
        PitchOf::Pitch(id) => (board.pitch(*id).and_then(|pitch| pitch.text().cloned()), Some(*id)),
        PitchOf::Idea(id) => (board.idea(*id).map(|idea| Rc::new(of_idea(idea))), None),
        PitchOf::Gap(objective, key_result) => (Some(Rc::new(filling(objective, key_result.as_ref()))), None),
    };
    let Some(was) = was else {
        return Html::default();
    };
    let idea = was.idea;
    let submit = {
        let (ask, goals) = (ask.clone(), goals.clone());
        move |fields: &Fields| {
            let Some(text) = read(&goals, idea, fields) else {
                return;
            };
            let title = text.title.clone();
            let text = Rc::new(text);
            let body = match again {
                Some(pitch) => Body::Revise { pitch, text },
                None => Body::Pitch(text),
            };
            ask.emit(Ask::Do(Action::Say(Box::new(body), title)));
        }
    };
    let field = |key: &'static str, input: El| el("label").words(speech.get(key)).child(input);
    let number = |value: Option<f64>| value.map(plain).unwrap_or_default();
    let cost = was.cost.as_ref();
    let by = was.moves.first().and_then(|gain| gain.by);
    let numbers = el("div class=pair")
        .child(field(
            "pitch.by",
            el("input name=by inputmode=decimal autocomplete=off").value(&number(by)),
        ))
        .child(field(
            "pitch.effort",
            el("input name=effort maxlength=120 autocomplete=off").value(&was.effort),
        ));
    let money = el("div class=pair")
        .child(field(
            "details.cost",
            el("input name=cost inputmode=decimal autocomplete=off").value(&number(cost.map(|cost| cost.amount))),
        ))
        .child(field(
            "pitch.currency",
            el("input name=currency maxlength=3 pattern='[A-Za-z]{3}' autocomplete=off")
                .value(cost.map_or_else(|| goals.currency(), |cost| &cost.currency)),
        ));
    let key = if again.is_some() { "pitch.revise" } else { "ideas.pitch" };
    let form = form("form", submit)
        .child(field(
            "pitch.title",
            el("input name=title required=required maxlength=200 autocomplete=off autofocus=autofocus")
                .value(&was.title),
        ))
        .child(field("pitch.moves", moves(speech, goals, &was)))
        .child(numbers)
        .child(field(
            "pitch.first-step",
            el("input name=first maxlength=500 autocomplete=off").value(&was.first_step),
        ))
        .child(money)
        .child(field(
            "pitch.help",
            el("input name=help maxlength=500 autocomplete=off").value(&was.help),
        ))
        .child(field(
            "pitch.description",
            el("textarea name=description rows=3 maxlength=4000").value(&was.description),
        ))
        .child(submit_button(speech.get(key)));
    dialog(speech, speech.get(key), ask, form.into())
}

fn of_idea(idea: &Idea) -> Pitch {
    Pitch {
        idea: Some(idea.id),
        title: idea.text.clone(),
        ..filling(&ObjectiveId::from(""), None)
    }
}

/// Nothing but what it is to move.
fn filling(objective: &ObjectiveId, key_result: Option<&KeyResultId>) -> Pitch {
    let gain = |key_result: &KeyResultId| Gain {
        key_result: key_result.clone(),
        by: None,
    };
    Pitch {
        idea: None,
        objective: objective.clone(),
        title: Text::from(""),
        description: Text::from(""),
        moves: key_result.map(gain).into_iter().collect(),
        effort: Text::from(""),
        cost: None,
        first_step: Text::from(""),
        help: Text::from(""),
    }
}

/// One field for the objective and what it moves there: a number moves under its own objective.
fn moves(speech: &Speech, goals: &Goals, was: &Pitch) -> El {
    let chosen = goals.objectives.iter().any(|objective| objective.id == was.objective);
    let none = el("option value=''").flag("selected", !chosen);
    let mut select = el("select name=moves required=required").child(none.words(speech.get("pitch.choose")));
    for objective in &goals.objectives {
        let mut group = el("optgroup").attr("label", &objective.title);
        for key_result in &objective.key_results {
            let chosen = was.moves.first().is_some_and(|gain| gain.key_result == key_result.id);
            let value = [objective.id.as_str(), "\n", key_result.id.as_str()].concat();
            group.add(
                el("option")
                    .attr("value", &value)
                    .flag("selected", chosen)
                    .text(&key_result.title),
            );
        }
        let chosen = was.moves.is_empty() && was.objective == objective.id;
        let other = el("option")
            .attr("value", objective.id.as_str())
            .flag("selected", chosen);
        select.add(group.child(other.words(speech.get("pitch.moves-other"))));
    }
    select
}

fn read(goals: &Goals, idea: Option<EventId>, fields: &Fields) -> Option<Pitch> {
    let place = fields.text("moves");
    let (objective, key_result) = match place.split_once('\n') {
        Some((objective, key_result)) => (objective, Some(KeyResultId::from(key_result))),
        None => (&*place, None),
    };
    let objective = goals.objectives.iter().find(|it| it.id.as_str() == objective)?;
    let by = fields.number("by");
    let currency = Text::from(fields.text("currency").to_ascii_uppercase());
    Some(Pitch {
        idea,
        objective: objective.id.clone(),
        title: fields.text("title"),
        description: fields.text("description"),
        moves: key_result
            .map(|key_result| Gain { key_result, by })
            .into_iter()
            .collect(),
        effort: fields.text("effort"),
        cost: fields
            .number("cost")
            .filter(|_| currency.len() == 3)
            .map(|amount| Money { amount, currency }),
        first_step: fields.text("first"),
        help: fields.text("help"),
    })
}

//! "May I decide this?"

use crate::domain::decision::{Answer, Manner, Over, Party, Question, Right, answers};
use crate::domain::goals::{DecisionArea, Money, Text};
use crate::domain::id::{AreaId, InitiativeId, MemberId};
use crate::view::ask::{Ask, MayI, Open};
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::form::{Fields, choices, form};
use crate::view::say::labelled;
use crate::web::intl::plain;

/// The question, and the answer to the one that was asked last.
pub(super) fn may_i(cx: Cx<'_>, asked: Option<&MayI>) -> El {
    let areas = &cx.goals().decision_areas;
    if areas.is_empty() {
        return el("div");
    }
    let submit = {
        let ask = cx.ask.clone();
        move |fields: &Fields| {
            ask.emit(Ask::MayI(MayI {
                area: AreaId::from(&*fields.text("area")),
                amount: fields.number("amount"),
                initiative: None,
            }));
        }
    };
    let options = areas.iter().map(|area| (area.id.to_string(), area.title.to_string()));
    let chosen = asked.map(|asked| asked.area.as_str());
    let select = choices("select name=area", chosen, options.collect());
    let amount = asked.and_then(|asked| asked.amount).map(plain).unwrap_or_default();
    let amount = el("input name=amount inputmode=decimal autocomplete=off").value(&amount);
    let form = form("form class=may-i", submit)
        .child(el("h4").words(cx.get("may-i.title")))
        .child(labelled(cx.speech, "may-i.area", select))
        .child(labelled(cx.speech, "may-i.amount", amount))
        .child(el("button type=submit class=solid").words(cx.get("may-i.submit")));
    let answer = asked.and_then(|asked| answer(cx, asked));
    form.child(el("div class=answer role=status").maybe(answer))
}

fn answer(cx: Cx<'_>, asked: &MayI) -> Option<El> {
    let area = cx.goals().decision_areas.iter().find(|area| area.id == asked.area)?;
    let Some(viewer) = cx.state.viewer.as_ref() else {
        return Some(el("p").words(cx.get("denied.nobody")));
    };
    let amount = asked.amount.map(|amount| Money {
        amount,
        currency: currency(cx, area),
    });
    let right = right(cx, &viewer.id, area, amount.as_ref());
    Some(said(cx, &area.title, &right, MayI::clone(asked)))
}

/// What somebody may decide in an area, whatever it is for.
pub(super) fn right(cx: Cx<'_>, member: &MemberId, area: &DecisionArea, amount: Option<&Money>) -> Right {
    let question = Question {
        goals: cx.goals(),
        member,
        area,
        objective: None,
        initiative: None,
        amount,
        answers: &answers(cx.board),
        day: cx.state.now.today,
    };
    question.right()
}

/// The currency of an area's limit, else the one that the document speaks of first.
pub(super) fn currency(cx: Cx<'_>, area: &DecisionArea) -> Text {
    let limit = area.up_to.as_ref();
    limit.map_or_else(|| cx.goals().currency().into(), |limit| limit.currency.clone())
}

/// Who decides about an initiative, where it touches a decision area.
pub(in crate::view) fn about(cx: Cx<'_>, id: &InitiativeId) -> Option<El> {
    let viewer = cx.state.viewer.as_ref()?;
    let answers = answers(cx.board);
    let question = Question::about(cx.board, &viewer.id, id, None, &answers, cx.state.now.today)?;
    let asked = MayI {
        area: question.area.id.clone(),
        amount: question.amount.map(|money| money.amount),
        initiative: Some(id.clone()),
    };
    Some(el("div class=answer").child(said(cx, &question.area.title, &question.right(), asked)))
}

fn said(cx: Cx<'_>, area: &str, right: &Right, asked: MayI) -> El {
    let ask = (cx.may_act() && !matches!(right.answer, Answer::YouDecide { .. }))
        .then(|| cx.opens("may-i.ask", area, Open::AskFirst(asked)));
    el("div")
        .child(el("p").child(el("strong").words(answer_words(cx, &right.answer))))
        .child(el("p class='soft small'").words(why(cx, area, right)))
        .maybe(ask)
}

/// What it hangs on: the area's level, its limit, an earlier answer.
fn why(cx: Cx<'_>, area: &str, right: &Right) -> String {
    let speech = cx.speech;
    let mut words = speech.say(
        "may-i.why",
        &[("area", area), ("level", &(right.why.level as u8).to_string())],
    );
    let mut add = |more: String| {
        words.push(' ');
        words.push_str(&more);
    };
    match &right.why.over {
        Over::By(money) => add(speech.say("may-i.over", &[("money", &speech.money(money))])),
        Over::NotComparable => add(speech.get("may-i.other-currency")),
        Over::Within => {
            if let Some(limit) = &right.why.limit {
                add(speech.say("may-i.within", &[("money", &speech.money(limit))]));
            }
        }
    }
    if let Some(answered) = &right.why.answered {
        add(speech.say("may-i.answered", &[("name", answered.by.first_name())]));
    }
    words
}

/// "You decide, then tell Ana", said to the viewer.
pub(super) fn answer_words(cx: Cx<'_>, answer: &Answer) -> String {
    let names = |parties: &[Party]| {
        let names: Vec<String> = parties.iter().map(|party| name(cx, party)).collect();
        names.join(", ")
    };
    let (key, who, ask, tell) = match answer {
        Answer::YouDecide { ask, tell } => {
            let key = match (ask.is_empty(), tell.is_empty()) {
                (true, true) => "right.you",
                (false, true) => "right.ask-you",
                (true, false) => "right.you-tell",
                (false, false) => "right.ask-you-tell",
            };
            (key, String::new(), names(ask), names(tell))
        }
        Answer::Together { with, ask, tell } => {
            let key = match (ask.is_empty(), tell.is_empty()) {
                (true, true) => "right.together",
                (false, true) => "right.ask-together",
                (true, false) => "right.together-tell",
                (false, false) => "right.ask-together-tell",
            };
            (key, names(with), names(ask), names(tell))
        }
        Answer::TheyDecide { who, manner } => {
            let key = match manner {
                Manner::Alone => "right.they",
                Manner::Explaining => "right.they-explain",
                Manner::AskingYouFirst => "right.they-ask-you",
                Manner::TellingYou => "right.they-tell-you",
                Manner::Together => "right.they-together",
                Manner::WhenAsked => "right.ask-them",
            };
            let one_of = if *manner == Manner::Together {
                "right.and"
            } else {
                "right.or"
            };
            let names: Vec<String> = who.iter().map(|party| name(cx, party)).collect();
            (key, listed(cx, one_of, &names), String::new(), String::new())
        }
        Answer::NobodyIsNamed => ("right.nobody", String::new(), String::new(), String::new()),
    };
    cx.speech.say(key, &[("who", &who), ("ask", &ask), ("tell", &tell)])
}

/// "Ana, Ben or Cem".
fn listed(cx: Cx<'_>, key: &'static str, names: &[String]) -> String {
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => cx.speech.say(key, &[("all", &rest.join(", ")), ("last", last)]),
        _ => names.concat(),
    }
}

pub(super) fn name(cx: Cx<'_>, party: &Party) -> String {
    match party {
        Party::Member(person) => person.first_name().to_owned(),
        other => other
            .name()
            .map_or_else(|| cx.get("right.everybody"), |name| name.to_string()),
    }
}

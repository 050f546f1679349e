//! People: who has what, how much that is, who waits for what, who advises whom.

mod away;
mod sheet;

use yew::Html;

pub(super) use away::away;
pub(super) use sheet::sheet;

use super::ask::{Ask, Open};
use super::cx::Cx;
use super::el::{El, all, el};
use super::long::long;
use crate::app::Action;
use crate::domain::board::Join;
use crate::domain::event::{Body, Ruling, Subject};
use crate::domain::id::MemberId;
use crate::domain::one_to_one::{Held, claims, load};
use crate::domain::people::Person;

pub(super) fn people(cx: Cx<'_>) -> Html {
    let head = cx.head("people.title", "people.how");
    let head = head.maybe(cx.actor().map(|_| {
        el("button type=button class=quiet")
            .click(cx.ask, Ask::Open(Open::Away))
            .words(cx.get("people.be-away"))
    }));
    let waiting = cx.board.joins();
    let waiting: Vec<_> = waiting.into_iter().filter(|join| join.waits()).collect();
    let team = cx.board.team(cx.state.now.today);
    if team.is_empty() {
        return all(vec![
            head.into(),
            el("p class=empty").words(cx.get("people.none")).into(),
        ]);
    }
    let cards = team.iter().map(|person| member(cx, person)).collect();
    let cards = long(cx.speech, "div class=crew", cards);
    all(vec![
        head.into(),
        joins(cx, &waiting).map(Html::from).unwrap_or_default(),
        cards.into(),
    ])
}

fn member(cx: Cx<'_>, person: &Person) -> El {
    let listed = cx.goals().members.iter().find(|member| member.id == person.id);
    let roles = listed
        .map(|member| member.roles.join(", "))
        .filter(|roles| !roles.is_empty());
    let today = cx.state.now.today;
    let leads = listed.is_some_and(|member| member.lead.on(today));
    let mut head = el("div class=row")
        .child(cx.person(person))
        .child(el("span class=push"));
    if leads {
        head.add(el("span class='pill wash'").words(cx.get("people.lead")));
    }
    let away = is_away(cx, &person.id);
    let away = away.map(|until| {
        el("p")
            .child(el("span class='pill none'").words(cx.speech.say("people.away", &[("day", &cx.speech.day(until))])))
    });
    let card = el("article class=card")
        .attr("data-member", person.id.as_str())
        .child(el("h3").child(head))
        .maybe(roles.map(|roles| el("p class='soft small'").words(roles)))
        .maybe(away)
        .maybe(mentor(cx, person));
    let card = loads(cx, person).into_iter().fold(card, El::child);
    let held = claims(cx.scene, &person.id);
    let (waits, holds): (Vec<_>, Vec<_>) = held.iter().partition(|held| held.waiting.is_some());
    let card = match holds.is_empty() {
        true => card.child(el("p class='soft small'").words(cx.get("people.nothing"))),
        false => card.child(held_list(cx, &holds)),
    };
    let card = card.maybe((!waits.is_empty()).then(|| {
        let heading = el("p class='soft small'").words(cx.get("people.waits"));
        el("div").child(heading).child(held_list(cx, &waits))
    }));
    let sheet = cx.opens("people.sheet", &person.name, Open::Sheet(person.id.clone()));
    card.child(el("div class=foot").child(el("span class=acts").child(sheet)))
}

/// Their open claims against the limit.
fn loads(cx: Cx<'_>, person: &Person) -> Vec<El> {
    let loads = load(cx.scene, &person.id);
    let each = loads.iter().map(|load| {
        let over = load.open > load.limit;
        let words = cx.speech.say(
            "people.load",
            &[("n", &load.open.to_string()), ("limit", &load.limit.to_string())],
        );
        let full = f64::from(load.open) / f64::from(load.limit.max(1));
        let status = over.then_some(crate::domain::progress::Status::OffTrack);
        let words = el("span class=small")
            .class(if over { "bad" } else { "soft" })
            .words(words);
        el("div class=load")
            .child(words)
            .child(super::bar::bar(Some(full), None, status))
    });
    each.collect()
}

fn held_list(cx: Cx<'_>, held: &[&Held]) -> El {
    let mut list = el("ul class=claims");
    for held in held {
        let row = el("li class=row")
            .child(cx.initiative(&held.initiative, &held.title))
            .child(el("span class=push"))
            .maybe(cx.confidence(held.confidence))
            .maybe(cx.place(held.waiting));
        list.add(row);
    }
    list
}

fn mentor(cx: Cx<'_>, person: &Person) -> Option<El> {
    let listed = cx.goals().members.iter().find(|member| member.id == person.id);
    let mentor = listed.and_then(|member| cx.board.person(member.mentor.as_ref()?.as_str()));
    let members = cx.goals().members.iter();
    let mentees: Vec<_> = members
        .filter(|member| member.mentor.as_ref() == Some(&person.id))
        .map(|member| &*member.name)
        .collect();
    let mut words = Vec::new();
    if let Some(mentor) = mentor {
        words.push(cx.speech.say("people.mentor", &[("name", &mentor.name)]));
    }
    if !mentees.is_empty() {
        words.push(cx.speech.say("people.mentees", &[("names", &mentees.join(", "))]));
    }
    (!words.is_empty()).then(|| el("p class='soft small'").words(words.join(" · ")))
}

fn is_away(cx: Cx<'_>, member: &MemberId) -> Option<crate::domain::calendar::Day> {
    let aways = &cx.board.life()?.aways;
    let now = aways
        .iter()
        .filter(|away| away.by.id == *member && away.retracted.is_none() && away.covers(cx.state.now.today));
    now.map(|away| away.until).max()
}

/// Who asks to be let in.
fn joins(cx: Cx<'_>, waiting: &[&std::rc::Rc<Join>]) -> Option<El> {
    let leads = cx.actor().is_some_and(|me| cx.goals().is_lead(me, cx.state.now.today));
    let mut list = el("ul class=matters");
    for join in waiting {
        let words = cx.speech.say("for-you.let-in", &[("title", &join.name)]);
        let mut row = el("li class=matter").child(el("span class=words").words(words));
        if leads {
            let yes = Body::Decide {
                target: join.id,
                verdict: Ruling::Accept,
                reason: "".into(),
            };
            row.add(cx.does(
                "people.let-in",
                &join.name,
                Ask::Do(Action::Say(Box::new(yes), join.name.clone())),
            ));
            row.add(cx.opens("people.keep-out", &join.name, Open::Decide(join.id, Ruling::Park)));
        }
        list.add(row);
    }
    (!waiting.is_empty()).then(|| el("section class=notice").child(list))
}

/// What something of the sheet is about, as a button where there is more to see.
pub(super) fn about(cx: Cx<'_>, on: &Subject, title: &str) -> El {
    match on {
        Subject::Initiative(id) => cx.initiative(id, title),
        _ => el("strong").text(title),
    }
}

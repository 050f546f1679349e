//! Everybody in turn: what they have, what they said, and who is next.

use super::timer::{self, Timer};
use crate::app::Action;
use crate::domain::board::{Entry, Review, Said};
use crate::domain::event::{Body, CheckIn, Subject};
use crate::domain::goals::{ReviewMode, Text};
use crate::domain::one_to_one::{Held, claims};
use crate::domain::people::Person;
use crate::domain::review::{Agenda, Part, Topic, agenda};
use crate::view::ask::{Ask, Open};
use crate::view::concern::sentence;
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::part::part;

pub(super) fn round(cx: Cx<'_>, review: &Review) -> El {
    let viewer = cx.state.viewer.as_ref().map(|viewer| &viewer.id);
    let Some(agenda) = agenda(cx.scene, review.id, viewer) else {
        return el("section class=round");
    };
    let open = agenda.closed.is_none();
    let silent: Vec<_> = agenda.parts.iter().filter(|part| part.is_silent()).collect();
    let next = silent.first().filter(|_| open).map(|part| &part.member.id);
    let day = cx.speech.day(cx.scene.zone.day(review.id.stamp.ms));
    let key = if open { "review.opened" } else { "review.closed" };
    let by = cx.speech.say(key, &[("name", review.by.first_name()), ("day", &day)]);
    let left = (open && !agenda.complete)
        .then(|| el("span class='pill wash'").words(cx.speech.count("review.left", silent.len())));
    let row = el("div class=row")
        .child(el("h3").words(cx.get("review.round")))
        .child(el("span class='soft small'").words(by))
        .child(el("span class=push"))
        .maybe(left)
        .html(clock(cx, open));
    let section = el("section class=round").child(row).maybe(topics(cx, &agenda));
    agenda.parts.iter().fold(section, |section, part| {
        let turn = Turn {
            review,
            part,
            open,
            next: next == Some(&part.member.id),
        };
        section.child(turn.draw(cx))
    })
}

/// What is talked about, where the rest was read before.
fn topics(cx: Cx<'_>, agenda: &Agenda) -> Option<El> {
    if cx.goals().cadence.review_mode == ReviewMode::Live {
        return None;
    }
    let mut list = el("ul class=claims");
    for topic in &agenda.topics {
        let words =
            |key, person: &Person, words: &str| [person.first_name(), " – ", &cx.get(key), ": ", words].concat();
        list.add(el("li").words(match topic {
            Topic::Part(_) => continue,
            Topic::Stuck(concern) => sentence(cx.speech, concern),
            Topic::Blocked(person, line) => words("review.blocked", person, line),
            Topic::Noticed(person, line) => words("review.noticed", person, line),
            Topic::Silent(person) => [person.first_name(), " – ", &cx.get("review.silent")].concat(),
        }));
    }
    let heading = el("h4").words(cx.get("review.topics"));
    Some(
        el("div class='card topics'")
            .child(heading)
            .child(match agenda.topics.is_empty() {
                true => el("p class='soft small'").words(cx.get("review.no-topics")),
                false => list,
            }),
    )
}

fn clock(cx: Cx<'_>, open: bool) -> yew::Html {
    let cadence = &cx.goals().cadence;
    if !open || cadence.review_mode == ReviewMode::Before {
        return yew::Html::default();
    }
    part::<Timer>(
        timer::Shown {
            seconds: cadence.review_minutes_per_member * 60,
            speech: cx.speech.clone(),
        },
        None,
    )
}

/// One member's turn.
struct Turn<'a> {
    review: &'a Review,
    part: &'a Part,
    open: bool,
    next: bool,
}

impl Turn<'_> {
    fn draw(&self, cx: Cx<'_>) -> El {
        let Part {
            member, entry, away, ..
        } = self.part;
        let (key, tone) = match entry.as_ref().map(|entry| &entry.said) {
            Some(Said::Post(_)) => ("review.posted", "ok"),
            Some(Said::Pass) => ("review.passed", "none"),
            Some(Said::Absent) => ("review.absent", "none"),
            None if *away => ("review.away", "none"),
            None if self.next => ("review.next", "wash"),
            None => ("review.silent", "warn"),
        };
        let head = el("div class=row")
            .child(cx.person(member))
            .child(el("span class='pill push'").class(tone).words(cx.get(key)));
        let card = el("article class='card turn'")
            .class(if self.next { "next" } else { "" })
            .attr("data-member", member.id.as_str())
            .child(head);
        let card = card.maybe(self.work(cx));
        let card = match entry {
            Some(entry) => said(cx, card, entry),
            None => card,
        };
        card.maybe(self.acts(cx, entry.as_ref()))
    }

    /// What they have, and what they reported since the last review.
    fn work(&self, cx: Cx<'_>) -> Option<El> {
        let claims = claims(cx.scene, &self.part.member.id);
        let mut list = el("ul class=claims");
        let mut any = false;
        for held in claims.iter().filter(|held| held.waiting.is_none()) {
            any = true;
            list.add(self.claim(cx, held));
        }
        let elsewhere = self.part.check_ins.iter().filter(|said| {
            let held = |held: &&Held| said.on == Subject::Initiative(held.initiative.clone());
            !claims.iter().any(|it| held(&it))
        });
        for said in elsewhere {
            any = true;
            let entry = el("li").child(el("p").text(&said.title));
            list.add(entry.maybe(line(&said.check_in)));
        }
        any.then_some(list)
    }

    fn claim(&self, cx: Cx<'_>, held: &Held) -> El {
        let on = Subject::Initiative(held.initiative.clone());
        let mine = cx.actor() == Some(&self.part.member.id);
        let check_in = mine.then(|| cx.opens("act.check-in", &held.title, Open::CheckIn(on.clone())));
        let row = el("div class=row")
            .child(cx.initiative(&held.initiative, &held.title))
            .maybe(cx.confidence(held.confidence))
            .maybe(cx.due(held.due.filter(|_| held.late), true));
        let row = row.child(el("span class=push")).maybe(check_in);
        let lines = self.part.check_ins.iter().filter(|said| said.on == on);
        lines
            .filter_map(|said| line(&said.check_in))
            .fold(el("li").child(row), El::child)
    }

    fn acts(&self, cx: Cx<'_>, entry: Option<&Entry>) -> Option<El> {
        let me = cx.actor().filter(|_| self.open)?;
        let person = &self.part.member;
        let mine = *me == person.id;
        let opener = *me == self.review.by.id;
        let own_word = entry.is_some_and(|entry| entry.noted_by.is_none());
        if !mine && (!opener || own_word) {
            return None;
        }
        let review = self.review.id;
        let of = if mine {
            Text::from("")
        } else {
            person.id.as_str().into()
        };
        let name = person.first_name();
        let does = |key, body| cx.does(key, name, Ask::Do(Action::Say(Box::new(body), person.name.clone())));
        let post = Open::Post {
            review,
            of: (!mine).then(|| person.clone()),
        };
        let key = if mine { "review.say" } else { "review.note" };
        let mut say = cx.opens(key, name, post);
        if self.next {
            say = say.class("solid");
        }
        let pass = Body::ReviewPass {
            review,
            member: of.clone(),
        };
        let foot = el("div class=foot").child(el("span class=acts").child(say).child(does("review.pass", pass)).maybe(
            (!mine).then(|| {
                does(
                    "review.is-absent",
                    Body::ReviewAbsent {
                        review,
                        member: of.clone(),
                    },
                )
            }),
        ));
        Some(foot)
    }
}

/// What was said, in quotes.
fn line(check_in: &CheckIn) -> Option<El> {
    let mut words = [&check_in.line, &check_in.blocker].into_iter();
    let words = words.find(|words| !words.is_empty())?;
    Some(el("p class=said").child(el("q").text(words)))
}

fn said(cx: Cx<'_>, card: El, entry: &Entry) -> El {
    let Said::Post(post) = &entry.said else {
        return card;
    };
    let mut list = el("dl class=facts-list");
    let rows = [
        ("review.done", &post.done),
        ("review.next-week", &post.next),
        ("review.blocked", &post.blocked),
        ("review.noticed", &post.noticed),
    ];
    for (key, words) in rows.into_iter().filter(|(_, words)| !words.is_empty()) {
        list.add(el("dt").words(cx.get(key)));
        list.add(el("dd").text(words));
    }
    let noted = entry
        .noted_by
        .as_ref()
        .map(|by| el("p class='soft small'").words(cx.speech.say("review.noted", &[("name", by.first_name())])));
    card.child(list).maybe(noted)
}

//! Everybody in turn: what they have, what they said, and who is next.

use super::timer::{self, Timer};
use crate::app::Action;
use crate::domain::board::{Entry, Review, Said};
use crate::domain::event::{Body, Subject};
use crate::domain::goals::{ReviewMode, Text};
use crate::domain::one_to_one::{Sheet, one_to_one};
use crate::domain::people::Person;
use crate::domain::progress::confidence_status;
use crate::view::ask::{Ask, Open};
use crate::view::bar::tone;
use crate::view::card::confidence_key;
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::part::part;

pub(super) fn round(cx: Cx<'_>, review: &Review) -> El {
    let open = review.closed.is_none();
    let members = cx.board.team(cx.scene.zone.day(review.id.stamp.ms));
    let aways: &[_] = cx.board.life().map_or(&[], |life| &life.aways);
    let silent: Vec<_> = review.silent(&members, aways).collect();
    let next = silent.first().filter(|_| open).map(|person| person.id.clone());
    let by = cx.speech.say(
        if open { "review.opened" } else { "review.closed" },
        &[
            ("name", review.by.first_name()),
            ("day", &cx.speech.day(cx.scene.zone.day(review.id.stamp.ms))),
        ],
    );
    let left = (open && !silent.is_empty())
        .then(|| el("span class='pill wash'").words(cx.speech.count("review.left", silent.len())));
    let row = el("div class=row")
        .child(el("h3").words(cx.get("review.round")))
        .child(el("span class='soft small'").words(by))
        .child(el("span class=push"))
        .maybe(left)
        .html(clock(cx, open));
    let mut section = el("section class=round").child(row);
    for person in &members {
        let turn = Turn {
            review,
            person,
            open,
            next: next.as_ref() == Some(&person.id),
            away: aways
                .iter()
                .any(|away| away.by.id == person.id && away.retracted.is_none() && away.covers(cx.state.now.today)),
        };
        section.add(turn.draw(cx));
    }
    section
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
    person: &'a Person,
    open: bool,
    next: bool,
    away: bool,
}

impl Turn<'_> {
    fn draw(&self, cx: Cx<'_>) -> El {
        let entry = self.review.entry(&self.person.id);
        let (key, tone) = match entry.map(|entry| &entry.said) {
            Some(Said::Post(_)) => ("review.posted", "ok"),
            Some(Said::Pass) => ("review.passed", "none"),
            Some(Said::Absent) => ("review.absent", "none"),
            None if self.away => ("review.away", "none"),
            None if self.next => ("review.next", "wash"),
            None => ("review.silent", "warn"),
        };
        let head = el("div class=row")
            .child(cx.person(self.person))
            .child(el("span class='pill push'").class(tone).words(cx.get(key)));
        let since = cx.state.lately.as_ref().map(|lately| lately.since);
        let sheet = one_to_one(cx.scene, &self.person.id, since);
        let card = el("article class='card turn'")
            .class(if self.next { "next" } else { "" })
            .attr("data-member", self.person.id.as_str())
            .child(head);
        let card = sheet.iter().fold(card, |card, sheet| self.work(cx, card, sheet));
        let card = match entry {
            Some(entry) => said(cx, card, entry),
            None => card,
        };
        card.maybe(self.acts(cx, entry))
    }

    /// What they have, and what they said of it since the last review.
    fn work(&self, cx: Cx<'_>, card: El, sheet: &Sheet) -> El {
        let mut list = el("ul class=claims");
        let held = sheet.claims.iter().filter(|held| held.waiting.is_none());
        let mut any = false;
        for held in held {
            any = true;
            let title = el("button type=button class=title")
                .click(cx.ask, Ask::Details(held.initiative.clone()))
                .text(&held.title);
            let confidence = held.confidence.map(|confidence| {
                let status = confidence_status(confidence);
                el("span class=pill")
                    .class(tone(Some(status)))
                    .words(cx.get(confidence_key(status)))
            });
            let late = held.due.filter(|_| held.late).map(|due| {
                el("span class='late small'").words(cx.speech.say("card.was-due", &[("day", &cx.speech.day(due))]))
            });
            let mine = cx.actor() == Some(&self.person.id);
            let check_in = mine.then(|| {
                let on = Subject::Initiative(held.initiative.clone());
                cx.opens("act.check-in", &held.title, Open::CheckIn(on))
            });
            let row = el("div class=row").child(title).maybe(confidence).maybe(late);
            let row = row.child(el("span class=push")).maybe(check_in);
            let lines = sheet
                .said
                .iter()
                .filter(|said| matches!(&said.on, Subject::Initiative(id) if *id == held.initiative));
            let mut entry = el("li").child(row);
            for said in lines {
                let words = [&said.check_in.line, &said.check_in.blocker];
                if let Some(words) = words.into_iter().find(|words| !words.is_empty()) {
                    entry.add(el("p class=said").child(el("q").text(words)));
                }
            }
            list.add(entry);
        }
        card.maybe(any.then_some(list))
    }

    fn acts(&self, cx: Cx<'_>, entry: Option<&Entry>) -> Option<El> {
        let me = cx.actor().filter(|_| self.open)?;
        let mine = *me == self.person.id;
        let opener = *me == self.review.by.id;
        let own_word = entry.is_some_and(|entry| entry.noted_by.is_none());
        if !mine && (!opener || own_word) {
            return None;
        }
        let review = self.review.id;
        let of = if mine {
            Text::from("")
        } else {
            self.person.id.as_str().into()
        };
        let name = self.person.first_name();
        let does = |key, body| {
            cx.does(
                key,
                name,
                Ask::Do(Action::Say(Box::new(body), self.person.name.clone())),
            )
        };
        let post = Open::Post {
            review,
            of: (!mine).then(|| self.person.clone()),
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

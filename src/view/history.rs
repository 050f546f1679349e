//! What was said about an initiative, and everything that happened to it.

use super::activity::{Deed, told};
use super::ask::Ask;
use super::card::confidence_key;
use super::cx::Cx;
use super::el::{El, el};
use super::form::{Fields, form};
use crate::app::Action;
use crate::domain::board::Logged;
use crate::domain::event::{Body, CheckIn, Comment, Subject};
use crate::domain::goals::Text;
use crate::domain::progress::confidence_status;

/// The talk about it, the latest first, with a line to add.
pub(super) fn talk(cx: Cx<'_>, on: &Subject, title: &Text) -> El {
    let mut list = el("ol class=history reversed=reversed");
    let mut lines = 0;
    for logged in cx.scene.ledger.about(on).iter().rev().filter(|logged| stands(logged)) {
        let name = name(cx, logged);
        let words = match &logged.event.body {
            Body::CheckIn(check_in) => said(cx, logged, &name, check_in),
            Body::Comment(comment) => {
                let by = cx.by(&name, logged.event.id);
                el("li").child(by).child(el("p").text(&comment.line))
            }
            _ => continue,
        };
        lines += 1;
        list.add(words);
    }
    let write = cx.actor().map(|_| write(cx, on, title, lines));
    el("section")
        .child(el("h3").words(cx.get("details.said")))
        .maybe(write)
        .maybe((lines > 0).then_some(list))
}

fn said(cx: Cx<'_>, logged: &Logged, name: &str, check_in: &CheckIn) -> El {
    let age = cx.speech.age(logged.event.id, cx.state);
    let mut by = cx.speech.say("card.said", &[("name", name), ("age", &age)]);
    if let Some(confidence) = check_in.confidence {
        by.push_str(" · ");
        by.push_str(&cx.get(confidence_key(confidence_status(confidence))));
    }
    let mut entry = el("li").child(el("p class='soft small'").words(by));
    for line in [&check_in.line, &check_in.change, &check_in.blocker] {
        if !line.is_empty() {
            entry.add(el("p").text(line));
        }
    }
    entry
}

/// A line to write. Once it is there, the field is another one, and empty.
fn write(cx: Cx<'_>, on: &Subject, title: &Text, lines: usize) -> El {
    let submit = {
        let (ask, on, title) = (cx.ask.clone(), on.clone(), title.clone());
        move |fields: &Fields| {
            let line = fields.text("line");
            if !line.is_empty() {
                let on = on.clone();
                let body = Body::Comment(Box::new(Comment { on, line }));
                ask.emit(Ask::Tell(Action::Say(Box::new(body), title.clone())));
            }
        }
    };
    let field = el("input name=line maxlength=1000 autocomplete=off")
        .key(&lines.to_string())
        .attr("aria-label", &cx.get("comment.line"))
        .attr("placeholder", &cx.get("details.write"));
    form("form class=row", submit)
        .child(el("div class=grows").child(field))
        .child(el("button type=submit class=wash").words(cx.get("comment.submit")))
}

/// Everything, the latest first, folded away.
pub(super) fn happened(cx: Cx<'_>, on: &Subject) -> Option<El> {
    let all = cx.scene.ledger.about(on);
    let deeds = all
        .iter()
        .rev()
        .filter(|logged| !matches!(logged.event.body, Body::Settle(_)));
    let mut list = el("ol class=log");
    let mut day = None;
    let mut count = 0;
    for logged in deeds {
        let at = cx.scene.zone.day(logged.event.id.stamp.ms);
        if day != Some(at) {
            list.add(el("li class=day").child(el("h4").words(cx.speech.day(at))));
            day = Some(at);
        }
        count += 1;
        let deed = Deed {
            event: &logged.event,
            refused: logged.refused,
            retracted: logged.retracted,
        };
        list.add(told(cx, deed));
    }
    let summary = el("summary").words(cx.speech.count("details.happened", count));
    (count > 0).then(|| el("details class=happened").child(summary).child(list))
}

fn stands(logged: &Logged) -> bool {
    logged.refused.is_none() && !logged.retracted
}

fn name(cx: Cx<'_>, logged: &Logged) -> Text {
    let by = &logged.event.by;
    cx.board
        .person(by)
        .map_or_else(|| Text::from(&**by), |person| person.name)
}

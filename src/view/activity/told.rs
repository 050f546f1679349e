//! One event in words.

use crate::app::kind_of;
use crate::domain::board::Refusal;
use crate::domain::event::{Body, Event, Subject};
use crate::domain::goals::Text;
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::step::shows;
use crate::view::subject;

/// Something that happened, and whether it counts.
#[derive(Clone, Copy)]
pub(super) struct Deed<'a> {
    pub(super) event: &'a Event,
    pub(super) refused: Option<Refusal>,
    pub(super) retracted: bool,
}

/// Everything that is told, the latest first. What only machines say of claims is not.
pub(super) fn deeds<'a>(cx: Cx<'a>) -> Vec<Deed<'a>> {
    let ledger = cx.scene.ledger;
    let logged = ledger.logged().map(|logged| Deed {
        event: &logged.event,
        refused: logged.refused,
        retracted: logged.retracted,
    });
    let loose = ledger.loose().map(|(event, refusal)| Deed {
        event,
        refused: Some(refusal),
        retracted: false,
    });
    let mut deeds: Vec<_> = logged
        .chain(loose)
        .filter(|deed| !matches!(deed.event.body, Body::Settle(_)))
        .collect();
    deeds.sort_unstable_by_key(|deed| std::cmp::Reverse(deed.event.id));
    deeds
}

pub(super) fn told(cx: Cx<'_>, deed: Deed<'_>) -> El {
    let event = deed.event;
    let by = cx
        .board
        .person(&event.by)
        .map_or_else(|| Text::from(&*event.by), |person| person.name);
    let on = about(event);
    let title = on
        .as_ref()
        .and_then(|on| subject::of(cx.board, on))
        .unwrap_or_else(|| own(event));
    let other = other(event);
    let key = match kind_of(&event.body) {
        "" => "activity.unknown".to_owned(),
        kind => ["activity.", kind].concat(),
    };
    let words = cx
        .speech
        .say(&key, &[("name", &by), ("title", &title), ("other", &other)]);
    let clock = el("time class='soft small'").words(cx.speech.clock(event.id.stamp.ms));
    let text = match &on {
        Some(on @ Subject::Initiative(_)) => el("button type=button class=title")
            .click(cx.ask, shows(on))
            .words(words),
        _ => el("span").words(words),
    };
    let mut entry = el("li class=event").child(clock);
    let mut body = el("div").child(text);
    if let Some(quote) = quote(&event.body).filter(|quote| !quote.is_empty()) {
        body.add(el("p class=said").child(el("q").text(quote)));
    }
    if let Some(refusal) = deed.refused {
        entry = entry.class("refused");
        let why = cx.speech.say(refusal.key(), &[("title", &title)]);
        body.add(el("p class=small").words(cx.speech.say("activity.does-not-count", &[("why", &why)])));
    } else if deed.retracted {
        entry = entry.class("refused");
        body.add(el("p class=small").words(cx.get("activity.taken-back")));
    }
    entry.child(body)
}

/// What it is about: what it names, or what it began itself.
fn about(event: &Event) -> Option<Subject> {
    match &event.body {
        Body::Retract { .. } => None,
        _ => event.subject(),
    }
}

/// What an event says itself of what it began.
fn own(event: &Event) -> Text {
    match &event.body {
        Body::Constellation { title, .. } => title.clone(),
        _ => Text::from(""),
    }
}

/// Who or what else it names.
fn other(event: &Event) -> Text {
    match &event.body {
        Body::HandOver { to, .. } => to.clone(),
        Body::Vacate { member, .. } | Body::ReviewPass { member, .. } | Body::ReviewAbsent { member, .. } => {
            member.clone()
        }
        Body::TakeOver(take_over) => take_over.member.clone(),
        Body::Draft { coach, .. } => coach.clone(),
        Body::Unknown { kind, .. } => Text::from(&**kind),
        _ => Text::from(""),
    }
}

/// The words somebody put with it.
fn quote(body: &Body) -> Option<&Text> {
    match body {
        Body::CheckIn(check_in) => [&check_in.line, &check_in.blocker, &check_in.change]
            .into_iter()
            .find(|words| !words.is_empty()),
        Body::Comment(comment) => Some(&comment.line),
        Body::Release { note, .. } => Some(note),
        Body::Vacate { reason, .. }
        | Body::Move { reason, .. }
        | Body::Decide { reason, .. }
        | Body::Waive { reason, .. }
        | Body::Erase { reason, .. } => Some(reason),
        Body::Done { learned, .. } => Some(learned),
        Body::Drop { learned, reason, .. } => Some(if learned.is_empty() { reason } else { learned }),
        Body::Feedback { line, .. } => Some(line),
        Body::Answer(reply) => Some(if reply.instead.is_empty() {
            &reply.reason
        } else {
            &reply.instead
        }),
        Body::LogDecision(record) => Some(&record.why),
        Body::CloseObjective(close) => Some(&close.lesson),
        Body::ReviewPost(post) => [&post.done, &post.next, &post.blocked, &post.noticed]
            .into_iter()
            .find(|words| !words.is_empty()),
        _ => None,
    }
}

//! The minutes, and the Monday mail: what was won, what is stuck, who asks for what, what was learned.

use crate::app::Lately;
use crate::domain::attention::{Concern, Why};
use crate::domain::board::{Review, Said};
use crate::view::ask::Ask;
use crate::view::concern::sentence;
use crate::view::cx::Cx;
use crate::view::el::{El, el};

pub(super) fn mail(cx: Cx<'_>, review: Option<&Review>, concerns: &[Concern]) -> El {
    let text = text(cx, review, concerns);
    let copy = el("button type=button class=quiet")
        .click(cx.ask, Ask::Copy(text.clone()))
        .words(cx.get("mail.copy"));
    let field = el("textarea class=mail rows=12 readonly=readonly")
        .attr("aria-label", &cx.get("mail.title"))
        .value(&text);
    let row = el("div class=row")
        .child(el("h3").words(cx.get("mail.title")))
        .child(el("span class=push"))
        .child(copy);
    el("section class=minutes").child(row).child(field)
}

fn text(cx: Cx<'_>, review: Option<&Review>, concerns: &[Concern]) -> String {
    let mut mail = Mail(String::new());
    mail.line(&cx.speech.say(
        "mail.subject",
        &[
            ("title", &cx.goals().title),
            ("day", &cx.speech.day(cx.state.now.today)),
        ],
    ));
    let lately = cx.state.lately.as_deref();
    mail.part(&cx.get("mail.won"), won(cx, lately));
    mail.part(&cx.get("mail.numbers"), numbers(cx, lately));
    let of = |wanted: fn(&Why) -> bool| {
        let some = concerns.iter().filter(move |concern| wanted(&concern.why));
        some.map(|concern| sentence(cx.speech, concern)).collect::<Vec<_>>()
    };
    mail.part(
        &cx.get("mail.stuck"),
        of(|why| {
            matches!(
                why,
                Why::LowConfidence { .. } | Why::Blocked { .. } | Why::Breached { .. } | Why::Overdue { .. }
            )
        }),
    );
    mail.part(
        &cx.get("mail.asks"),
        of(|why| matches!(why, Why::HelpWanted { .. } | Why::Unanswered { .. })),
    );
    mail.part(&cx.get("mail.learned"), learned(lately));
    mail.part(
        &cx.get("mail.said"),
        review.map(|review| minutes(cx, review)).unwrap_or_default(),
    );
    mail.0
}

fn won(cx: Cx<'_>, lately: Option<&Lately>) -> Vec<String> {
    let finished = lately.map_or(&[][..], |lately| &lately.news.finished);
    let line = |ended: &crate::domain::news::Ended| {
        let names: Vec<_> = ended.holders.iter().map(|holder| holder.first_name()).collect();
        match names.is_empty() {
            true => ended.title.to_string(),
            false => cx
                .speech
                .say("mail.by", &[("title", &ended.title), ("names", &names.join(", "))]),
        }
    };
    finished.iter().map(line).collect()
}

fn numbers(cx: Cx<'_>, lately: Option<&Lately>) -> Vec<String> {
    let moved = lately.map_or(&[][..], |lately| &lately.news.moved);
    let line = |moved: &crate::domain::news::Moved| {
        let from = moved.from.map_or_else(|| "–".to_owned(), |from| cx.speech.number(from));
        let to = cx.speech.number(moved.to);
        cx.speech
            .say("news.moved", &[("title", &moved.title), ("from", &from), ("to", &to)])
    };
    moved.iter().map(line).collect()
}

fn learned(lately: Option<&Lately>) -> Vec<String> {
    let ended = lately
        .into_iter()
        .flat_map(|lately| lately.news.finished.iter().chain(&lately.news.dropped));
    let told = ended.filter(|ended| !ended.finish.learned.is_empty());
    told.map(|ended| [&*ended.title, ": ", &*ended.finish.learned].concat())
        .collect()
}

fn minutes(cx: Cx<'_>, review: &Review) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in review.minutes() {
        let name = entry.member.first_name();
        match &entry.said {
            Said::Post(post) => {
                let words = [
                    ("review.done", &post.done),
                    ("review.next-week", &post.next),
                    ("review.blocked", &post.blocked),
                    ("review.noticed", &post.noticed),
                ];
                let said = words.into_iter().filter(|(_, words)| !words.is_empty());
                let said: Vec<_> = said
                    .map(|(key, words)| [&cx.get(key), ": ", &**words].concat())
                    .collect();
                lines.push([name, " – ", &said.join(" · ")].concat());
            }
            Said::Pass => lines.push([name, " – ", &cx.get("review.passed")].concat()),
            Said::Absent => lines.push([name, " – ", &cx.get("review.absent")].concat()),
        }
    }
    lines
}

/// Plain text that any mail program takes.
struct Mail(String);

impl Mail {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn part(&mut self, heading: &str, lines: Vec<String>) {
        if lines.is_empty() {
            return;
        }
        self.line("");
        self.line(heading);
        for line in lines {
            self.line(&["- ", &line].concat());
        }
    }
}

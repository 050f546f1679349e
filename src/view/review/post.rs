//! One's part in a review, or somebody else's as whoever runs it notes it.

use std::rc::Rc;

use yew::Html;

use crate::domain::event::{Body, EventId, Post};
use crate::domain::goals::Text;
use crate::domain::people::Person;
use crate::view::cx::Cx;
use crate::view::el::el;
use crate::view::say::{Say, labelled, say};

pub(in crate::view) fn post(cx: Cx<'_>, review: EventId, of: Option<&Person>) -> Html {
    let speech = cx.speech;
    let member = of.map(|of| &of.id).or(cx.actor());
    let found = cx.board.review(review).zip(member);
    let entry = found.and_then(|(review, member)| review.entry(member));
    let was = match entry.map(|entry| &entry.said) {
        Some(crate::domain::board::Said::Post(post)) => Some(post.clone()),
        _ => None,
    };
    let field = |key: &'static str, tag: &'static str, words: fn(&Post) -> &Text| {
        let words = was.as_ref().map(|was| words(was).to_string()).unwrap_or_default();
        labelled(speech, key, el(tag).value(&words))
    };
    let name = of.or(cx.state.viewer.as_ref()).map(|person| person.name.clone());
    let title = name.unwrap_or_else(|| Text::from(""));
    let what = Say {
        heading: match of {
            Some(of) => speech.say("review.note.name", &[("title", of.first_name())]),
            None => speech.get("review.say"),
        },
        why: Some("review.attach"),
        fields: vec![
            field(
                "review.done",
                "textarea name=done rows=2 maxlength=2000 autofocus=autofocus",
                |post| &post.done,
            ),
            field("review.next-week", "textarea name=next rows=2 maxlength=2000", |post| {
                &post.next
            }),
            field(
                "review.blocked",
                "textarea name=blocked rows=1 maxlength=2000",
                |post| &post.blocked,
            ),
            field(
                "review.noticed",
                "textarea name=noticed rows=1 maxlength=2000",
                |post| &post.noticed,
            ),
        ],
        submit: "review.submit",
        title: &title,
    };
    let member: Text = of.map_or_else(|| Text::from(""), |of| of.id.as_str().into());
    say(speech, cx.ask, what, move |fields| {
        let post = Post {
            review,
            member: member.clone(),
            done: fields.text("done"),
            next: fields.text("next"),
            blocked: fields.text("blocked"),
            noticed: fields.text("noticed"),
        };
        let words = [&post.done, &post.next, &post.blocked, &post.noticed];
        let any = words.iter().any(|words| !words.is_empty());
        any.then(|| Body::ReviewPost(Rc::new(post)))
    })
}

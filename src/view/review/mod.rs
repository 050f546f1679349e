//! The weekly review: numbers and limits first, then everybody in turn, then what needs somebody, and the minutes.

mod attention;
mod mail;
mod numbers;
mod post;
mod round;
mod timer;

use yew::Html;

pub(super) use post::post;

use super::ask::Ask;
use super::cx::Cx;
use super::el::{El, all, el};
use crate::app::Action;
use crate::domain::attention::attention as concerns;
use crate::domain::board::Review;
use crate::domain::event::Body;
use crate::domain::goals::{ReviewMode, Text};

pub(super) fn review(cx: Cx<'_>) -> Html {
    let reviews = cx.board.reviews();
    let last = reviews.last().map(|review| &***review);
    let open = last.filter(|review| review.closed.is_none());
    let viewer = cx.state.viewer.as_ref().map(|viewer| &viewer.id);
    let concerns = concerns(cx.scene, viewer);
    let parts = el("div class=review").child(numbers::numbers(cx)).child(match last {
        Some(review) => round::round(cx, review),
        None => el("section class=round")
            .child(el("h3").words(cx.get("review.round")))
            .child(el("p class=none-here").words(cx.get("review.none"))),
    });
    all(vec![
        head(cx, open).into(),
        parts.into(),
        attention::attention(cx, &concerns).into(),
        mail::mail(cx, last, &concerns).into(),
    ])
}

fn head(cx: Cx<'_>, open: Option<&Review>) -> El {
    let why = match cx.goals().cadence.review_mode {
        ReviewMode::Live => "review.how",
        ReviewMode::Before => "review.how-before",
    };
    let head = cx.head("review.title", why);
    let may = cx.may_act();
    let says = |body| Ask::Do(Action::Say(Box::new(body), Text::from("")));
    head.maybe(may.then(|| {
        match open {
            None => el("button type=button class=solid")
                .click(cx.ask, says(Body::ReviewOpen))
                .words(cx.get("review.open")),
            Some(review) => el("button type=button class=quiet")
                .click(cx.ask, says(Body::ReviewClose { review: review.id }))
                .words(cx.get("review.close")),
        }
    }))
}

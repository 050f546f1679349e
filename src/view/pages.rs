//! The pages besides the board itself.

use yew::{Callback, Html};

use super::activity::{Traveller, activity};
use super::ask::{Ask, MayI};
use super::cx::seen;
use super::gallery::gallery;
use super::ideas::ideas;
use super::limits::limits;
use super::map::map;
use super::people::people;
use super::review::review;
use super::speech::Speech;
use crate::app::{Page, Session, State};
use crate::domain::event::Subject;

/// The page on which something is to be seen.
pub(super) fn shown_on(state: &State, on: &Subject) -> Page {
    let Subject::Begun(event) = on else {
        return match on {
            Subject::Guardrail(_) => Page::Limits,
            Subject::Team => Page::People,
            _ => Page::Board,
        };
    };
    match &state.board {
        Some(board) if board.join(*event).is_some() => Page::People,
        Some(board) if board.review(*event).is_some() => Page::Review,
        Some(board) if board.pitch(*event).is_some() || board.idea(*event).is_some() => Page::Ideas,
        _ => Page::Limits,
    }
}

/// What somebody looks at on a page, besides what there is.
pub(super) struct Looked<'a> {
    pub(super) may_i: Option<&'a MayI>,
    pub(super) traveller: &'a Traveller,
}

#[inline(never)]
pub(super) fn page(
    page: Page,
    speech: &Speech,
    session: &Session,
    state: &State,
    looked: &Looked<'_>,
    ask: &Callback<Ask>,
) -> Html {
    seen(speech, session, state, ask, &|cx| match page {
        Page::Board => Html::default(),
        Page::Map => map(cx),
        Page::Review => review(cx),
        Page::Ideas => ideas(cx),
        Page::People => people(cx),
        Page::Limits => limits(cx, looked.may_i),
        Page::Activity => activity(cx, looked.traveller),
        Page::Gallery => gallery(cx),
    })
}

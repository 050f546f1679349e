//! What is needed to draw a page.

use yew::Callback;

use super::ask::{Ask, Open};
use super::el::{El, el};
use super::face::face;
use super::speech::Speech;
use crate::app::State;
use crate::domain::attention::Scene;
use crate::domain::board::Board;
use crate::domain::event::EventId;
use crate::domain::goals::Goals;
use crate::domain::id::MemberId;
use crate::domain::people::Person;

/// What is needed to draw a page.
#[derive(Clone, Copy)]
pub(super) struct Cx<'a> {
    pub(super) speech: &'a Speech,
    pub(super) state: &'a State,
    pub(super) board: &'a Board,
    pub(super) scene: &'a Scene<'a>,
    pub(super) ask: &'a Callback<Ask>,
}

impl<'a> Cx<'a> {
    pub(super) fn goals(self) -> &'a Goals {
        self.board.goals()
    }

    /// Who looks, if they may act.
    pub(super) fn actor(self) -> Option<&'a MemberId> {
        let viewer = self.state.viewer.as_ref().filter(|_| !self.state.readonly())?;
        Some(&viewer.id)
    }

    /// Whether anybody may act here who says who they are.
    pub(super) fn may_act(self) -> bool {
        !self.state.readonly() && self.state.stranger.is_none()
    }

    /// A sentence without places.
    pub(super) fn get(self, key: &str) -> String {
        self.speech.get(key)
    }

    /// Who and when.
    pub(super) fn by(self, name: &str, event: EventId) -> El {
        let age = self.speech.age(event, self.state);
        let by = self.speech.say("card.said", &[("name", name), ("age", &age)]);
        el("p class='soft small'").words(by)
    }

    /// A button that opens a dialog, named by what it does and to what.
    pub(super) fn opens(self, key: &'static str, title: &str, open: Open) -> El {
        self.does(key, title, Ask::Open(open))
    }

    /// A button that asks for something, named by what it does and to what.
    pub(super) fn does(self, key: &'static str, title: &str, ask: Ask) -> El {
        let name = self.speech.say(&[key, ".name"].concat(), &[("title", title)]);
        el("button type=button class=quiet")
            .attr("aria-label", &name)
            .click(self.ask, ask)
            .words(self.get(key))
    }

    /// A page's heading, what it is for, and what can be done there.
    pub(super) fn head(self, title: &'static str, why: &'static str) -> El {
        let words = el("div")
            .child(el("h2").words(self.get(title)))
            .child(el("p class=soft").words(self.get(why)));
        el("div class=page-head").child(words)
    }

    /// A face and a name.
    pub(super) fn person(self, person: &Person) -> El {
        el("span class=who")
            .child(face(person, self.goals()))
            .child(el("span class=names").text(&person.name))
    }
}

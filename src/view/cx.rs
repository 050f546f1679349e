//! What is needed to draw a page.

use yew::{Callback, Html};

use super::ask::{Ask, Open};
use super::bar::tone;
use super::card::confidence_key;
use super::el::{El, el};
use super::face::face;
use super::speech::Speech;
use crate::app::{Session, State};
use crate::domain::attention::Scene;
use crate::domain::board::{Board, PitchState};
use crate::domain::calendar::Day;
use crate::domain::event::EventId;
use crate::domain::goals::Goals;
use crate::domain::id::{InitiativeId, MemberId};
use crate::domain::people::Person;
use crate::domain::progress::confidence_status;

/// What is needed to draw a page.
#[derive(Clone, Copy)]
pub(super) struct Cx<'a> {
    pub(super) speech: &'a Speech,
    pub(super) state: &'a State,
    pub(super) board: &'a Board,
    pub(super) scene: &'a Scene<'a>,
    pub(super) ask: &'a Callback<Ask>,
}

/// Draws what needs the board and all that is known of it; nothing before it is there.
pub(super) fn seen(
    speech: &Speech,
    session: &Session,
    state: &State,
    ask: &Callback<Ask>,
    draw: &dyn Fn(Cx<'_>) -> Html,
) -> Html {
    let mut drawn = Html::default();
    if let Some(board) = &state.board {
        session.look(&mut |scene| {
            drawn = draw(Cx {
                speech,
                state,
                board,
                scene,
                ask,
            });
        });
    }
    drawn
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

    /// An initiative's title, which opens it.
    pub(super) fn initiative(self, id: &InitiativeId, title: &str) -> El {
        el("button type=button class=title")
            .click(self.ask, Ask::Details(id.clone()))
            .text(title)
    }

    /// How sure somebody was, in words.
    pub(super) fn confidence(self, confidence: Option<u8>) -> Option<El> {
        let status = confidence_status(confidence?);
        let words = self.get(confidence_key(status));
        Some(el("span class=pill").class(tone(Some(status))).words(words))
    }

    /// When something is due, or was.
    pub(super) fn due(self, due: Option<Day>, late: bool) -> Option<El> {
        let day = self.speech.day(due?);
        Some(match late {
            true => el("span class='late small'").words(self.speech.say("card.was-due", &[("day", &day)])),
            false => el("span class='soft small'").words(day),
        })
    }

    /// Where a pitch stands.
    pub(super) fn pitched(self, state: PitchState) -> El {
        let (key, tone) = match state {
            PitchState::Open => ("pitch.open", "none"),
            PitchState::Returned => ("pitch.returned", "warn"),
            PitchState::Parked => ("pitch.parked", "none"),
            PitchState::Accepted => ("pitch.accepted", "ok"),
        };
        el("span class=pill").class(tone).words(self.get(key))
    }

    /// A place in line.
    pub(super) fn place(self, place: Option<usize>) -> Option<El> {
        let words = self.speech.say("people.place", &[("n", &place?.to_string())]);
        Some(el("span class='pill wash'").words(words))
    }

    /// A face and a name.
    pub(super) fn person(self, person: &Person) -> El {
        el("span class=who")
            .child(face(person, self.goals()))
            .child(el("span class=names").text(&person.name))
    }
}

//! Which cards to show.

use super::board::{Board, Work};
use super::goals::{Initiative, InitiativeState};
use super::id::MemberId;
use crate::letters;

/// What somebody looks for. The parts narrow each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// By state.
    pub what: What,
    /// By who holds or waits.
    pub member: Option<MemberId>,
    /// By words, all of which must occur in the title, description, tags or holders' names; case is ignored.
    pub text: String,
}

/// By state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    /// No matter.
    #[default]
    Everything,
    /// Has a free seat.
    Free,
    /// The viewer holds it, waits for it or is offered it.
    Mine,
    /// Somebody holds it.
    InProgress,
}

impl What {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Everything, Self::Free, Self::Mine, Self::InProgress];

    /// Whether an initiative in this state is meant.
    #[must_use]
    pub fn matches(self, work: &Work, viewer: Option<&MemberId>) -> bool {
        let open = work.state == InitiativeState::Open;
        match self {
            Self::Everything => true,
            Self::Free => open && work.seats_free() > 0,
            Self::InProgress => open && !work.holders().is_empty(),
            Self::Mine => viewer.is_some_and(|viewer| involves(work, viewer) || work.offer_to(viewer).is_some()),
        }
    }
}

impl Filter {
    /// Whether everything is shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a card is shown to `viewer`.
    #[must_use]
    pub fn shows(&self, initiative: &Initiative, work: &Work, viewer: Option<&MemberId>) -> bool {
        self.what.matches(work, viewer)
            && self.member.as_ref().is_none_or(|member| involves(work, member))
            && (self.text.is_empty() || says(initiative, work, &self.text))
    }
}

/// How many cards each choice of [`What`] would show.
#[must_use]
pub fn counts(board: &Board, viewer: Option<&MemberId>) -> [usize; 4] {
    let mut counts = [0; 4];
    for (_, _, work) in board.works() {
        for (count, what) in counts.iter_mut().zip(What::ALL) {
            *count += usize::from(what.matches(work, viewer));
        }
    }
    counts
}

fn involves(work: &Work, member: &MemberId) -> bool {
    work.queue.iter().any(|claim| claim.is_for(member))
}

/// Whether a card says all words of a text. Both become lower case in one go, for that may be asked of the browser, and
/// there may be ten thousand cards.
fn says(initiative: &Initiative, work: &Work, text: &str) -> bool {
    let mut all = initiative.title.to_string();
    let tags = initiative.tags.iter().map(|tag| &**tag);
    let names = work.queue.iter().map(|claim| &*claim.by.name);
    for part in initiative.description.as_deref().into_iter().chain(tags).chain(names) {
        all.push('\n');
        all.push_str(part);
    }
    all.push('\0');
    all.push_str(text);
    let all = letters::lower(&all);
    all.rsplit_once('\0')
        .is_some_and(|(said, words)| words.split_whitespace().all(|word| said.contains(word)))
}

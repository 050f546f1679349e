//! What events said of guardrails, gathered from the board.

use crate::domain::board::{Board, PitchState};
use crate::domain::event::Subject;
use crate::domain::guardrail::{Facts, Measurement, Waiver};
use crate::domain::id::InitiativeId;

/// What a board knows of its guardrails.
#[derive(Clone, Debug, Default)]
pub struct Known {
    measured: Vec<Measurement>,
    waivers: Vec<Waiver>,
    accepted: Vec<InitiativeId>,
}

impl Known {
    /// Gathers it.
    #[must_use]
    pub fn of(board: &Board) -> Self {
        let mut known = Self::default();
        for guardrail in &board.goals().guardrails {
            let Some(number) = board.number(&Subject::Guardrail(guardrail.id.clone())) else {
                continue;
            };
            for report in &number.reports {
                if let Some(value) = report.value {
                    known.measured.push(Measurement {
                        guardrail: guardrail.id.clone(),
                        event: report.id,
                        by: report.by.clone(),
                        value,
                    });
                }
            }
            known.waivers.extend(number.waivers.iter().map(|waiver| Waiver {
                guardrail: guardrail.id.clone(),
                initiative: waiver.initiative.clone(),
                event: waiver.event,
                by: waiver.by.clone(),
                reason: waiver.reason.clone(),
            }));
        }
        // By the pitch's own id, under which a document that adopts it still knows it.
        let pitches = board.pitches().into_iter();
        let accepted = pitches.filter(|pitch| pitch.state() == PitchState::Accepted);
        known
            .accepted
            .extend(accepted.map(|pitch| InitiativeId::from(pitch.id.to_string())));
        known
    }

    /// The same, as guardrails take it. What holders adjusted stands in the board's initiatives already.
    #[must_use]
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            measured: &self.measured,
            waivers: &self.waivers,
            costs: &[],
            accepted: &self.accepted,
        }
    }
}

//! Who looks, and what they can do.

use super::number::{Kind, Number};
use super::{Scene, Step};
use crate::domain::board::Work;
use crate::domain::event::Subject;
use crate::domain::goals::{Guardrail, Initiative, Objective};
use crate::domain::id::{InitiativeId, MemberId};

/// Somebody who looks at a scene; without a member somebody who has not said who they are, and is asked when they act.
pub(in crate::domain) struct Viewer<'a, 'b> {
    pub(in crate::domain) scene: &'b Scene<'a>,
    pub(in crate::domain) member: Option<&'b MemberId>,
}

impl Viewer<'_, '_> {
    /// The step, for who can act here at all.
    pub(super) fn or_show(&self, on: &Subject, step: Step) -> Step {
        match self.member {
            Some(member) if !self.scene.is_here(member) => Step::Show(on.clone()),
            _ => step,
        }
    }

    /// Whether the viewer leads an objective.
    pub(super) fn leads(&self, objective: &Objective) -> bool {
        let goals = self.scene.goals();
        self.member
            .is_some_and(|member| goals.leads(member, objective, self.scene.now.today))
    }

    /// Whether the viewer leads an objective; without one, everything.
    pub(in crate::domain) fn leads_or_all(&self, objective: Option<&Objective>) -> bool {
        let today = self.scene.now.today;
        match objective {
            Some(objective) => self.leads(objective),
            None => self
                .member
                .is_some_and(|member| self.scene.goals().is_lead(member, today)),
        }
    }

    /// Takes a free seat.
    pub(super) fn claim(&self, initiative: &InitiativeId) -> Step {
        self.or_show(
            &Subject::Initiative(initiative.clone()),
            Step::Claim(initiative.clone()),
        )
    }

    /// Changes an initiative, which its holders may do and nobody else, not even a lead: how is theirs to say.
    pub(super) fn adjust(&self, initiative: &Initiative, work: &Work) -> Step {
        let on = Subject::Initiative(initiative.id.clone());
        if self.member.is_some_and(|member| work.holds(member)) {
            self.or_show(&on, Step::Adjust(initiative.id.clone()))
        } else {
            Step::Show(on)
        }
    }

    /// Reports on an initiative, if it is the viewer's, else asks or helps.
    pub(super) fn speak(&self, initiative: &Initiative, work: &Work) -> Step {
        self.report(Subject::Initiative(initiative.id.clone()), self.has(work))
    }

    /// Whether the viewer has it or waits for it.
    pub(super) fn has(&self, work: &Work) -> bool {
        let own = |member: &MemberId| work.queue.iter().any(|claim| claim.is_for(member));
        self.member.is_some_and(own)
    }

    /// Reports a number, if it is the viewer's to report, else asks or helps.
    pub(super) fn measure(&self, number: &Number<'_>) -> Step {
        let may = match number.kind {
            Kind::KeyResult(objective, key_result) => self.owns(key_result.owner.as_ref()) || self.leads(objective),
            Kind::Guardrail(guardrail) => self.watches(guardrail),
            Kind::Star => self.leads_or_all(None),
        };
        self.report(number.on.clone(), may)
    }

    /// Reports a guardrail's number, if the viewer watches over it, else asks or helps.
    pub(super) fn watch(&self, guardrail: &Guardrail) -> Step {
        self.report(Subject::Guardrail(guardrail.id.clone()), self.watches(guardrail))
    }

    /// The owner, or whoever leads where it applies.
    fn watches(&self, guardrail: &Guardrail) -> bool {
        let (goals, today) = (self.scene.goals(), self.scene.now.today);
        self.member
            .is_some_and(|member| goals.may_watch(member, guardrail, today))
    }

    fn owns(&self, owner: Option<&MemberId>) -> bool {
        self.member.is_some() && owner == self.member
    }

    fn report(&self, on: Subject, may: bool) -> Step {
        let step = if may {
            Step::CheckIn(on.clone())
        } else {
            Step::Comment(on.clone())
        };
        self.or_show(&on, step)
    }
}

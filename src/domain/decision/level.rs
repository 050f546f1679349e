//! What a delegation level says, before anybody was asked.

use super::right::join;
use super::{Answer, Manner, Over, Party, Question};
use crate::domain::goals::DelegationLevel;
use crate::domain::id::MemberId;

impl Question<'_> {
    /// The table of the module's documentation.
    pub(super) fn by_level(&self, over: &Over) -> Answer {
        let delegates = self.delegates();
        let approvers = self.approvers();
        let delegate = self.is_in(&delegates);
        let approver = self.is_in(&approvers);
        let to_delegate = |manner| if delegate { manner } else { Manner::Alone };
        let to_approver = |manner| if approver { manner } else { Manner::Alone };
        // Who is to decide may have left; then it is for the approver, as what is over the limit is.
        if self.area.level >= DelegationLevel::Agree && (*over != Over::Within || delegates.is_empty()) {
            return self.for_approver(approvers, to_delegate(Manner::WhenAsked), vec![], vec![]);
        }
        match self.area.level {
            DelegationLevel::Tell => self.for_approver(approvers, Manner::Alone, vec![], vec![]),
            DelegationLevel::Sell => self.for_approver(approvers, to_delegate(Manner::Explaining), vec![], delegates),
            DelegationLevel::Consult => {
                self.for_approver(approvers, to_delegate(Manner::AskingYouFirst), delegates, vec![])
            }
            DelegationLevel::Agree => self.together(delegates, approvers),
            DelegationLevel::Advise if delegate && approver => self.you_decide(vec![], vec![]),
            DelegationLevel::Advise if delegate => self.you_decide(approvers, vec![]),
            DelegationLevel::Advise => they_decide(delegates, to_approver(Manner::AskingYouFirst)),
            DelegationLevel::Inquire if delegate && approver => self.you_decide(vec![], vec![]),
            DelegationLevel::Inquire if delegate => self.you_decide(vec![], approvers),
            DelegationLevel::Inquire => they_decide(delegates, to_approver(Manner::TellingYou)),
            DelegationLevel::Delegate if delegate => self.you_decide(vec![], vec![]),
            DelegationLevel::Delegate => they_decide(delegates, Manner::Alone),
        }
    }

    /// The member decides, after asking these and whom the area consults, and then tells those and whom it informs.
    pub(super) fn you_decide(&self, ask: Vec<Party>, tell: Vec<Party>) -> Answer {
        Answer::YouDecide {
            ask: self.and(ask, self.named(&self.area.consult)),
            tell: self.and(tell, self.named(&self.area.inform)),
        }
    }

    fn for_approver(&self, approvers: Vec<Party>, manner: Manner, ask: Vec<Party>, tell: Vec<Party>) -> Answer {
        if self.is_in(&approvers) {
            self.you_decide(ask, tell)
        } else {
            they_decide(approvers, manner)
        }
    }

    /// Level 4: delegates and approver, and whoever else is to join in.
    fn together(&self, delegates: Vec<Party>, approvers: Vec<Party>) -> Answer {
        let with = self.named(&self.area.with);
        let others = if self.is_in(&approvers) {
            self.and(delegates, with)
        } else if approvers.is_empty() && with.is_empty() {
            return Answer::NobodyIsNamed;
        } else if self.is_in(&delegates) {
            self.and(approvers, with)
        } else {
            let joins_in = self.is_in(&with);
            let all = self.and(self.and(delegates, approvers), with);
            if !joins_in {
                return they_decide(all, Manner::Together);
            }
            all
        };
        match self.you_decide(vec![], vec![]) {
            Answer::YouDecide { ask, tell } if !others.is_empty() => Answer::Together {
                with: others,
                ask,
                tell,
            },
            alone => alone,
        }
    }

    /// To whom the area is delegated; everybody when it names nobody.
    fn delegates(&self) -> Vec<Party> {
        if self.area.delegates.is_empty() {
            return vec![Party::Everybody];
        }
        self.named(&self.area.delegates)
    }

    /// Who decides what is not delegated: whoever is named, else the sponsor, else the leads, any of whom will do.
    fn approvers(&self) -> Vec<Party> {
        let member = |id: &MemberId| Party::member(self.goals, id, self.day);
        let sponsor = self.objective.and_then(|objective| objective.sponsor.as_ref());
        let one = self.area.approver.as_ref().and_then(member);
        if let Some(one) = one.or_else(|| sponsor.and_then(member)) {
            return vec![one];
        }
        // An id that nobody has leads only where everybody does.
        if self.goals.is_lead(&MemberId::from(""), self.day) {
            return vec![Party::Everybody];
        }
        let members = self.goals.members.iter();
        let leads = members.filter(|m| self.goals.is_lead(&m.id, self.day));
        leads.filter_map(|lead| member(&lead.id)).collect()
    }

    /// Whether the member is one of these, and here at all.
    fn is_in(&self, parties: &[Party]) -> bool {
        let known = self.goals.person(self.member.as_str());
        let here = known.is_some_and(|person| self.goals.is_here(&person.id, self.day));
        here && parties.iter().any(|party| party.includes(self.goals, self.member))
    }

    /// Two lists as one, without the member who asks.
    fn and(&self, mut list: Vec<Party>, more: Vec<Party>) -> Vec<Party> {
        join(&mut list, more);
        list.retain(|party| !matches!(party, Party::Member(person) if person.id == *self.member));
        list
    }
}

fn they_decide(who: Vec<Party>, manner: Manner) -> Answer {
    if who.is_empty() {
        return Answer::NobodyIsNamed;
    }
    Answer::TheyDecide { who, manner }
}

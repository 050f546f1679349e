//! What the answers to a question leave of it.

use super::{Answer, Answered, Manner, Party, Question, Reply};

impl Question<'_> {
    /// An answer after others have replied: who was asked need not be asked again, a yes from whoever decides lets the
    /// member decide, and who agreed need not agree again. The last reply of each counts. A no changes nothing: the
    /// decision stays whose it is.
    pub(super) fn settled(&self, answer: Answer) -> Answer {
        let replied = |party: &Party| self.last_reply(party).is_some();
        let agreed = |party: &Party| self.last_reply(party).is_some_and(|last| last.reply == Reply::Yes);
        match answer {
            Answer::YouDecide { mut ask, tell } => {
                ask.retain(|party| !replied(party));
                Answer::YouDecide { ask, tell }
            }
            Answer::Together {
                mut with,
                mut ask,
                tell,
            } => {
                with.retain(|party| !agreed(party));
                ask.retain(|party| !replied(party));
                if with.is_empty() {
                    return Answer::YouDecide { ask, tell };
                }
                Answer::Together { with, ask, tell }
            }
            Answer::TheyDecide { who, manner } => {
                let enough = match manner {
                    Manner::Together => who.iter().all(agreed),
                    _ => who.iter().any(agreed),
                };
                match self.you_decide(vec![], vec![]) {
                    Answer::YouDecide { tell, .. } if enough => Answer::YouDecide { ask: vec![], tell },
                    _ => Answer::TheyDecide { who, manner },
                }
            }
            Answer::NobodyIsNamed => Answer::NobodyIsNamed,
        }
    }

    /// The last reply by one of a party, but for the asker's own.
    fn last_reply(&self, party: &Party) -> Option<&Answered> {
        let mut replies = self.replies().rev();
        replies.find(|reply| reply.by.id != *self.member && party.includes(self.goals, &reply.by.id))
    }
}

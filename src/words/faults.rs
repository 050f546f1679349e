//! A fault of the goal document as a person reads it: where, what, what was perhaps meant, and what follows.

use super::Words;
use crate::domain::fault::{Fault, Problem};

impl Words {
    /// The whole of it, in up to four short sentences.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> String {
        let args: Vec<_> = fault
            .args()
            .into_iter()
            .map(|(name, value)| match name {
                // These two are keys of words themselves.
                "expected" | "what" => (name, self.get(&value)),
                _ => (name, value),
            })
            .collect();
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let mut text = match (fault.path.is_empty(), fault.within.is_empty()) {
            (true, _) => String::new(),
            (false, true) => self.say("fault.at", &args),
            (false, false) => self.say("fault.within", &args),
        };
        let mut add = |sentence: &str| {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(sentence);
        };
        add(&self.say(fault.key(), &args));
        if let Some(nearest) = fault.nearest() {
            add(&self.say("fault.nearest", &[("nearest", nearest)]));
        }
        if fault.locks() {
            add(&self.get("fault.locks"));
        }
        match &fault.problem {
            // These say it themselves, or nothing is left to draw.
            Problem::TooMany { .. } => {}
            _ if !fault.left_out || fault.path.is_empty() => {}
            _ if fault.whole => add(&self.get("fault.left-out.whole")),
            _ => add(&self.get("fault.left-out")),
        }
        text
    }
}

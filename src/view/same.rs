//! A shared value that is another one only if it was made anew.

use std::ops::Deref;
use std::rc::Rc;

use crate::app::State;

/// Equal to its own clones and to nothing else. What the board and its document share is never changed in place while
/// it is shown, so this tells all that comparing field by field would tell, without the code for every field.
pub(super) struct Same<T>(Rc<T>);

impl<T> Same<T> {
    pub(super) fn new(value: &Rc<T>) -> Self {
        Self(value.clone())
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Lets a state be a property without being compared part by part on each card.
#[derive(Clone, Debug)]
pub(super) struct ByValue(pub(super) Rc<State>);

impl PartialEq for ByValue {
    /// What a column sees of the state, besides its own cards and numbers.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&*self.0, &*other.0);
        a.viewer == b.viewer
            && a.known == b.known
            && a.now == b.now
            && a.zone == b.zone
            && a.options == b.options
            && a.keeping == b.keeping
    }
}

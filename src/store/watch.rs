use std::fmt;

/// A subscription; dropping it ends it.
#[must_use = "dropping it ends the subscription"]
pub struct Watch(Option<Box<dyn FnOnce()>>);

impl Watch {
    /// A subscription that `end` ends.
    pub(super) fn new(end: impl FnOnce() + 'static) -> Self {
        Self(Some(Box::new(end)))
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(end) = self.0.take() {
            end();
        }
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Watch")
    }
}

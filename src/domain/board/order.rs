//! The order of events, for lists of whatever has to do with one.

use crate::domain::event::EventId;

/// Puts a list in the order of its events. All kinds of lists share the one sort: each of its own would be 4 KB of
/// code.
pub(super) fn by_event<T>(list: &mut Vec<T>, event: impl Fn(&T) -> EventId) {
    if list.is_sorted_by_key(&event) {
        return;
    }
    let order = order((0..).zip(list.iter()).map(|(n, one)| (event(one), n)).collect());
    let mut old: Vec<_> = list.drain(..).map(Some).collect();
    list.extend(order.into_iter().filter_map(|(_, n)| old.get_mut(n)?.take()));
}

fn order(mut events: Vec<(EventId, usize)>) -> Vec<(EventId, usize)> {
    events.sort_unstable();
    events
}

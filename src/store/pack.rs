//! Many events in one record of the browser's database: a first visit to a large board is a hundred times as slow to
//! keep with a record each.
//!
//! One after the other, each as its id in 26 bytes, then board, author and body, each behind its length in 4.

use super::page::BrokenRecord;
use crate::domain::event::EventId;
use crate::domain::stamp::Stamp;
use crate::wire::sealed::{Broken, Sealed};

/// So many events that come together are kept together.
pub(super) const LEAST: usize = 20;
/// And not more, for a record is read as a whole.
pub(super) const MOST: usize = 500;

/// Some events as bytes, and the name of that record: the same events have the same. Whoever makes others that have it
/// too only makes them come from the shared store again.
pub(super) fn pack(events: &[Sealed]) -> (String, Vec<u8>) {
    let mut bytes = Vec::with_capacity(events.iter().map(size).sum());
    let mut sum = [0; 12];
    for event in events {
        let EventId { stamp, hash } = event.id;
        bytes.extend_from_slice(&stamp.ms.to_be_bytes()[2..]);
        bytes.extend_from_slice(&stamp.counter.to_be_bytes());
        bytes.extend_from_slice(&stamp.replica.to_be_bytes());
        bytes.extend_from_slice(&hash);
        for part in [&event.board, &event.by, &event.e] {
            bytes.extend_from_slice(&(part.len() as u32).to_be_bytes());
            bytes.extend_from_slice(part.as_bytes());
        }
        for (sum, byte) in sum.iter_mut().zip(hash) {
            *sum ^= byte;
        }
    }
    let mut name = events.len().to_string();
    for byte in sum {
        name.push('.');
        name.push_str(&byte.to_string());
    }
    (name, bytes)
}

/// Reads such bytes. What cannot be read ends it.
pub(super) fn unpack(bytes: &[u8], events: &mut Vec<Sealed>, broken: &mut Vec<BrokenRecord>) {
    let mut rest = bytes;
    while !rest.is_empty() {
        let Some((id, [board, by, e])) = one(&mut rest) else {
            return broken.push(BrokenRecord {
                id: String::new(),
                why: Broken::Id,
            });
        };
        match Sealed::whole(id, board, by, e) {
            Ok(event) => events.push(event),
            Err(why) => broken.push(BrokenRecord {
                id: id.to_string(),
                why,
            }),
        }
    }
}

fn one(rest: &mut &[u8]) -> Option<(EventId, [String; 3])> {
    let stamp = Stamp {
        ms: number(rest, 6)?,
        counter: number(rest, 2)? as u16,
        replica: number(rest, 4)? as u32,
    };
    let hash = take(rest, 12)?.try_into().ok()?;
    let mut text = || {
        let length = number(rest, 4)? as usize;
        String::from_utf8(take(rest, length)?.to_vec()).ok()
    };
    let parts = [text()?, text()?, text()?];
    Some((EventId { stamp, hash }, parts))
}

fn number(rest: &mut &[u8], length: usize) -> Option<u64> {
    let bytes = take(rest, length)?.iter();
    Some(bytes.fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(length)?;
    *rest = left;
    Some(taken)
}

fn size(event: &Sealed) -> usize {
    36 + event.board.len() + event.by.len() + event.e.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::stamp::Clock;

    fn events() -> Vec<Sealed> {
        let mut clock = Clock::new(7);
        let bodies = ["{}", "", "{\"größer\":\"\n\"}"];
        let sealed = bodies.map(|e| Sealed::new(clock.tick(1_790_000_000_000), "böard", "Zoë", e.to_owned()));
        sealed.into_iter().map(|it| it.expect("it can be sealed")).collect()
    }

    #[test]
    fn what_is_packed_is_unpacked_and_the_same_events_have_the_same_name() {
        let (name, bytes) = pack(&events());
        let (mut read, mut broken) = (Vec::new(), Vec::new());
        unpack(&bytes, &mut read, &mut broken);
        assert_eq!((read, broken), (events(), Vec::new()));
        assert_eq!(pack(&events()).0, name);
        assert_ne!(pack(&events()[1..]).0, name);
    }

    #[test]
    fn of_a_pack_that_was_cut_or_changed_the_whole_events_count() {
        let (_, bytes) = pack(&events());
        for end in 1..bytes.len() {
            let (mut read, mut broken) = (Vec::new(), Vec::new());
            unpack(&bytes[..end], &mut read, &mut broken);
            assert!(read.len() < 3 && events().starts_with(&read), "{end}");
        }
        let mut changed = bytes;
        changed[40] ^= 1;
        let (mut read, mut broken) = (Vec::new(), Vec::new());
        unpack(&changed, &mut read, &mut broken);
        assert_eq!((read.as_slice(), broken.len()), (&events()[1..], 1));
    }
}

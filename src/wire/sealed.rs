//! The stored form of an event: `{ id, board, by, e }`, sealed by a hash in its id.
//!
//! `e` is the body's JSON text and is never re-serialised, so the hash needs no canonical JSON.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::domain::event::EventId;
use crate::domain::stamp::Stamp;

/// The largest body, in bytes.
pub const BODY_LIMIT: usize = 8 * 1024;

/// An event as stores keep it and pass it on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// Stamp and hash.
    pub id: EventId,
    /// The board it belongs to.
    pub board: String,
    /// Its author.
    pub by: String,
    /// The body as JSON text, at most [`BODY_LIMIT`] bytes.
    pub e: String,
}

/// Why an event is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// The id is not 48 lower-case hex digits.
    Id,
    /// The hash does not fit the content: somebody changed it, or it was cut.
    Hash,
    /// The body is larger than [`BODY_LIMIT`].
    TooLarge,
    /// The board or the author contains a line feed, which ends a part of what is hashed: such an event could be read
    /// in two ways.
    LineFeed,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Id => "the id is not 48 lower-case hex digits",
            Self::Hash => "the hash does not fit the content",
            Self::TooLarge => "the body is larger than 8 KiB",
            Self::LineFeed => "the board or the author contains a line feed",
        })
    }
}

impl Sealed {
    /// Seals a body.
    ///
    /// # Errors
    /// When the body is larger than [`BODY_LIMIT`], or board or author contain a line feed.
    pub fn new(stamp: Stamp, board: &str, by: &str, e: String) -> Result<Self, Broken> {
        sealable(board, by, &e)?;
        let hash = hash(stamp, board, by, &e);
        Ok(Self {
            id: EventId { stamp, hash },
            board: board.to_owned(),
            by: by.to_owned(),
            e,
        })
    }

    /// Takes an event from outside, if it is whole.
    ///
    /// # Errors
    /// When the id is not one, the parts are not such as can be sealed, or the hash does not fit.
    pub fn checked(id: &str, board: String, by: String, e: String) -> Result<Self, Broken> {
        Self::whole(id.parse().map_err(|_| Broken::Id)?, board, by, e)
    }

    /// The same, with an id that was read already.
    ///
    /// # Errors
    /// As [`Sealed::checked`].
    pub fn whole(id: EventId, board: String, by: String, e: String) -> Result<Self, Broken> {
        sealable(&board, &by, &e)?;
        if hash(id.stamp, &board, &by, &e) != id.hash {
            return Err(Broken::Hash);
        }
        Ok(Self { id, board, by, e })
    }
}

fn sealable(board: &str, by: &str, e: &str) -> Result<(), Broken> {
    if e.len() > BODY_LIMIT {
        return Err(Broken::TooLarge);
    }
    if board.contains('\n') || by.contains('\n') {
        return Err(Broken::LineFeed);
    }
    Ok(())
}

/// The first 96 bits of SHA-256 over stamp, board, author and body, one a line.
fn hash(stamp: Stamp, board: &str, by: &str, e: &str) -> [u8; 12] {
    // In one piece, and its digits without the ways of `fmt`: this is done with every event of every board.
    let mut text = Vec::with_capacity(27 + board.len() + by.len() + e.len());
    digits(&mut text, stamp.ms, 12);
    digits(&mut text, stamp.counter.into(), 4);
    digits(&mut text, stamp.replica.into(), 8);
    for part in [board, by, e] {
        text.push(b'\n');
        text.extend_from_slice(part.as_bytes());
    }
    let digest = Sha256::digest(&text);
    let mut hash = [0; 12];
    hash.copy_from_slice(&digest[..12]);
    hash
}

fn digits(text: &mut Vec<u8>, number: u64, count: u32) {
    for place in (0..count).rev() {
        text.push(b"0123456789abcdef"[(number >> (4 * place) & 15) as usize]);
    }
}

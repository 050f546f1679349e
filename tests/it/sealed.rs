//! What can be sealed at all.

use alignment_board::domain::stamp::Stamp;
use alignment_board::wire::sealed::{Broken, Sealed};

const STAMP: Stamp = Stamp {
    ms: 1_790_000_000_000,
    counter: 0,
    replica: 7,
};

fn sealed(board: &str, by: &str, e: &str) -> Result<Sealed, Broken> {
    Sealed::new(STAMP, board, by, e.to_owned())
}

/// Board, author and body are hashed as lines. With a line feed in one of them, two events would have one hash.
#[test]
fn a_board_or_an_author_with_a_line_feed_cannot_be_sealed() {
    assert_eq!(sealed("team\nana", "x", "{}"), Err(Broken::LineFeed));
    assert_eq!(sealed("team", "ana\nx", "{}"), Err(Broken::LineFeed));
    assert!(sealed("team", "ana", "{\n}").is_ok(), "the body comes last and may");
}

#[test]
fn an_event_from_outside_with_a_line_feed_in_its_author_is_broken() {
    let id = sealed("team", "ana", "{}")
        .map(|sealed| sealed.id.to_string())
        .expect("it can be sealed");
    let outside = Sealed::checked(&id, "team".to_owned(), "ana\n".to_owned(), "{}".to_owned());
    assert_eq!(outside, Err(Broken::LineFeed));
}

//! Which cards somebody looks for.

use alignment_board::domain::filter::{Filter, What, counts};
use alignment_board::domain::goals::Initiative;

use crate::support::{Team, goals, initiative};

/// Ben holds `ugc` and offers it to Dee, Cai waits for it; `film` has two seats, one of them Cai's; `talk` is free, and
/// `old` is done.
fn team() -> Team {
    let film = Initiative {
        seats: 2,
        title: "A film".into(),
        tags: vec!["Video".into()],
        description: Some("Ten minutes".into()),
        ..initiative("film")
    };
    let all = [initiative("ugc"), film, initiative("talk"), initiative("old")];
    let mut team = Team::with(goals(all));
    team.at(1, 9).by("ben").claim("ugc");
    team.at(1, 10).by("cai").claim("ugc");
    team.at(1, 10).by("cai").claim("film");
    team.at(1, 11).by("ben").hand_over("ugc", "dee");
    team.at(1, 11).by("ben").claim("old");
    team.at(1, 12).by("ben").done("old");
    team
}

fn shown(filter: &Filter, viewer: Option<&str>) -> String {
    let team = team();
    let viewer = viewer.map(Into::into);
    let works = team.board().works();
    let shown = works.filter(|(_, initiative, work)| filter.shows(initiative, work, viewer.as_ref()));
    let ids: Vec<_> = shown.map(|(_, initiative, _)| initiative.id.to_string()).collect();
    ids.join(" ")
}

fn what(what: What, viewer: Option<&str>) -> String {
    let filter = Filter {
        what,
        ..Filter::default()
    };
    shown(&filter, viewer)
}

fn text(text: &str) -> String {
    let filter = Filter {
        text: text.into(),
        ..Filter::default()
    };
    shown(&filter, None)
}

#[test]
fn what_is_free_has_a_seat_and_what_is_in_progress_a_holder_and_both_are_open() {
    assert_eq!(what(What::Everything, None), "ugc film talk old");
    assert_eq!(what(What::Free, None), "film talk");
    assert_eq!(what(What::InProgress, None), "ugc film");
}

#[test]
fn mine_is_what_i_hold_wait_for_or_am_offered() {
    let all = [None, Some("ben"), Some("cai"), Some("dee")].map(|viewer| what(What::Mine, viewer));
    assert_eq!(all, ["", "ugc old", "ugc film", "ugc"]);
}

#[test]
fn all_words_are_looked_for_in_title_description_tags_and_names_whatever_their_case() {
    for (words, ids) in [
        ("FILM", "film"),
        ("video ten", "film"),
        ("cai", "ugc film"),
        ("cai  ben", "ugc"),
        ("video ugc", ""),
        (" ", "ugc film talk old"),
    ] {
        assert_eq!(text(words), ids, "{words}");
    }
}

#[test]
fn what_somebody_looks_for_narrows_down_and_is_counted() {
    let filter = Filter {
        what: What::Free,
        member: Some("cai".into()),
        text: "film".into(),
    };
    assert_eq!(shown(&filter, None), "film");
    assert!(!filter.is_empty() && Filter::default().is_empty());
    assert_eq!(counts(team().board(), Some(&"dee".into())), [4, 2, 1, 2]);
}

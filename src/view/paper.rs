//! A long board on paper. Of a long column only a window is drawn, so printing makes a plain sheet of all that is shown.

use gloo_timers::callback::Timeout;
use yew::{Callback, Html};

use super::arranged::Arranged;
use super::ask::Ask;
use super::card::{finished, said};
use super::cards::ALL_DRAWN;
use super::el::{El, el};
use super::speech::Speech;
use crate::app::State;
use crate::domain::board::{Board, Work};
use crate::domain::card::{is_late, pulse};
use crate::domain::goals::{Goals, Initiative, InitiativeState, Objective};
use crate::web::clock;
use crate::web::listener::Listener;

/// So many initiatives stand on a sheet that is made while the browser waits for it.
const AT_ONCE: usize = 1_000;

/// What is made for paper.
#[derive(Default)]
pub(super) struct Paper {
    /// The most initiatives on the sheet; `None` when nothing is printed.
    most: Option<usize>,
    heard: Option<[Listener; 2]>,
    printing: Option<Timeout>,
}

impl Paper {
    /// Makes a sheet whenever the browser is about to print.
    #[inline(never)]
    pub(super) fn listen(&mut self, ask: &Callback<Ask>) {
        if self.heard.is_some() {
            return;
        }
        self.heard = web_sys::window().map(|window| {
            let hear = |event, begins| {
                let ask = ask.clone();
                Listener::new(window.clone(), event, move |_| ask.emit(Ask::Paper(begins)))
            };
            [hear("beforeprint", true), hear("afterprint", false)]
        });
    }

    /// The browser begins to print, or has printed.
    pub(super) fn turn(&mut self, begins: bool) {
        self.most = begins.then(|| self.most.unwrap_or(AT_ONCE));
    }

    /// Prints, with everything on the sheet.
    #[inline(never)]
    pub(super) fn print(&mut self) {
        self.most = Some(usize::MAX);
        // Once it is drawn.
        self.printing = Some(clock::after(0, || {
            if let Some(window) = web_sys::window() {
                // Refused only where a sandbox forbids dialogs.
                let _ = window.print();
            }
        }));
    }

    /// The sheet, when it is needed: while something is printed that has long columns.
    pub(super) fn sheet(&self, speech: &Speech, state: &State, arranged: &Arranged, board: &Board) -> Option<Html> {
        self.most.and_then(|most| filled(speech, state, arranged, board, most))
    }
}

#[inline(never)]
fn filled(speech: &Speech, state: &State, arranged: &Arranged, board: &Board, most: usize) -> Option<Html> {
    let objectives = board.goals().objectives.iter();
    let columns: Vec<_> = objectives
        .map(|objective| (&**objective, rows(objective, board, state, arranged)))
        .collect();
    let is_long = |(_, cards): &(&Objective, Vec<_>)| cards.len() > ALL_DRAWN;
    columns
        .iter()
        .any(is_long)
        .then(|| sheet(speech, state, board.goals(), &columns, most).into())
}

/// The initiatives of an objective that are looked for, in their order.
fn rows<'a>(objective: &'a Objective, board: &'a Board, state: &State, arranged: &Arranged) -> Vec<Row<'a>> {
    let viewer = state.viewer.as_ref().map(|viewer| &viewer.id);
    let all = objective.initiatives.iter();
    let all = all.filter_map(|initiative| Some((&**initiative, &**board.work(&initiative.id)?)));
    let mut rows: Vec<_> = all
        .filter(|(initiative, work)| arranged.filter.shows(initiative, work, viewer))
        .collect();
    arranged.order.sort(&mut rows, |row| *row);
    rows
}

type Row<'a> = (&'a Initiative, &'a Work);

fn sheet(speech: &Speech, state: &State, goals: &Goals, columns: &[(&Objective, Vec<Row<'_>>)], most: usize) -> El {
    let mut room = most;
    let mut sheet = el("div class=paper");
    for (objective, rows) in columns.iter().filter(|(_, rows)| !rows.is_empty()) {
        let here = rows.len().min(room);
        if here == 0 {
            break;
        }
        room -= here;
        let table = rows[..here].iter().fold(el("table"), |table, shown| {
            table.child(row(speech, state, goals, *shown))
        });
        sheet = sheet.child(el("h2").text(&objective.title)).child(table);
    }
    let all: usize = columns.iter().map(|(_, rows)| rows.len()).sum();
    let missing = all.saturating_sub(most);
    sheet.maybe((missing > 0).then(|| el("p").words(speech.count("paper.missing", missing))))
}

/// What it is, who has it, how it stands, and when it is due.
fn row(speech: &Speech, state: &State, goals: &Goals, (initiative, work): Row<'_>) -> El {
    let names: Vec<_> = work.holders().iter().map(|claim| &*claim.by.name).collect();
    let who = match work.state {
        InitiativeState::Open if names.is_empty() => speech.get("card.free"),
        _ => names.join(", "),
    };
    let stands = finished(work).map(|key| speech.get(key)).or_else(|| {
        let pulse = pulse(goals, work, state.now, &state.zone)?;
        Some(said(speech, &pulse).1)
    });
    let due = initiative.due.map(|due| speech.day(due));
    let due = due.map(|day| match is_late(initiative, work, state.now) {
        true => speech.say("card.was-due", &[("day", &day)]),
        false => day,
    });
    let cell = |words: Option<String>| el("td").words(words.unwrap_or_default());
    el("tr")
        .child(el("th scope=row").text(&initiative.title))
        .child(cell(Some(who)))
        .child(cell(stands))
        .child(cell(due))
}

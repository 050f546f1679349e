//! The goals as they are shown: each column with its initiatives, wherever they come from, as they read now.

use std::rc::Rc;

use super::ledger::Ledger;
use super::work::Work;
use crate::domain::event::EventId;
use crate::domain::goals::Initiative;

/// How an initiative stands in its column.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    column: usize,
    face: Rc<Initiative>,
    place: (Option<EventId>, usize),
}

/// The same words in another place in memory are shown anew, so that the board and its goals share them.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        (self.column, self.place) == (other.column, other.place) && Rc::ptr_eq(&self.face, &other.face)
    }
}

impl Ledger {
    /// Draws all columns anew from the charter.
    pub(super) fn set_columns(&mut self) {
        let charter = self.charter.goals.clone();
        let mut columns: Vec<Vec<u32>> = vec![Vec::new(); charter.objectives.len()];
        let mut as_written = true;
        for number in 0..u32::try_from(self.logs.len()).unwrap_or(u32::MAX) {
            let column = self.board.work_at(number).and_then(|work| self.column_of(work));
            let shown = self.shown_in(number, column);
            if let Some(slot) = self.shown.get_mut(number as usize) {
                *slot = shown;
            }
            if let Some(column) = column.and_then(|column| columns.get_mut(column)) {
                column.push(number);
            }
        }
        for (objective, column) in charter.objectives.iter().zip(&mut columns) {
            self.put_in_order(column);
            let written = &objective.initiatives;
            let same = |(number, written): (&u32, &Rc<Initiative>)| {
                let shown = self.face(*number);
                shown.is_some_and(|shown| Rc::ptr_eq(shown, written) || shown == written)
            };
            as_written &= column.len() == written.len() && column.iter().zip(written).all(same);
        }
        let mut goals = charter;
        if !as_written {
            let changed = Rc::make_mut(&mut goals);
            for (objective, column) in changed.objectives.iter_mut().zip(&columns) {
                Rc::make_mut(objective).initiatives = column.iter().filter_map(|n| self.face(*n)).cloned().collect();
            }
        }
        self.board.goals = goals;
        self.board.columns = columns.into_iter().map(Rc::new).collect();
    }

    /// Shows an initiative where it stands now and as it reads now.
    pub(super) fn show(&mut self, number: u32) {
        let new = self.board.work_at(number).and_then(|work| self.column_of(work));
        let shown = self.shown_in(number, new);
        let Some(slot) = self.shown.get_mut(number as usize) else {
            return;
        };
        if *slot == shown {
            return;
        }
        let old = std::mem::replace(slot, shown.clone());
        if let Some(old) = old {
            if let Some(new) = shown
                .as_ref()
                .filter(|new| (new.column, new.place) == (old.column, old.place))
            {
                return self.renew(new.column, number, new.face.clone());
            }
            self.hide(old.column, number);
        }
        if let Some(Shown { column, face, place }) = shown {
            let at = self
                .board
                .columns
                .get(column)
                .map_or(0, |c| c.partition_point(|n| self.place(*n) < place));
            if let Some(numbers) = self.board.columns.get_mut(column) {
                Rc::make_mut(numbers).insert(at, number);
            }
            self.initiatives(column, |list| list.insert(at.min(list.len()), face));
        }
    }

    fn shown_in(&self, number: u32, column: Option<usize>) -> Option<Shown> {
        Some(Shown {
            column: column?,
            face: self.face(number)?.clone(),
            place: self.place(number),
        })
    }

    fn hide(&mut self, column: usize, number: u32) {
        let Some(at) = self.found(column, number) else { return };
        if let Some(numbers) = self.board.columns.get_mut(column) {
            Rc::make_mut(numbers).remove(at);
        }
        self.initiatives(column, |list| {
            list.remove(at);
        });
    }

    /// Shows new words in the same place.
    fn renew(&mut self, column: usize, number: u32, face: Rc<Initiative>) {
        let Some(at) = self.found(column, number) else { return };
        self.initiatives(column, |list| {
            if let Some(shown) = list.get_mut(at) {
                *shown = face;
            }
        });
    }

    fn found(&self, column: usize, number: u32) -> Option<usize> {
        self.board.columns.get(column)?.iter().position(|n| *n == number)
    }

    fn initiatives(&mut self, column: usize, change: impl FnOnce(&mut Vec<Rc<Initiative>>)) {
        if let Some(objective) = Rc::make_mut(&mut self.board.goals).objectives.get_mut(column) {
            change(&mut Rc::make_mut(objective).initiatives);
        }
    }

    /// Where it stands is mostly where it came, so little is moved.
    fn put_in_order(&self, column: &mut Vec<u32>) {
        for number in std::mem::take(column) {
            let place = self.place(number);
            let at = match column.last() {
                Some(last) if self.place(*last) > place => column.partition_point(|n| self.place(*n) < place),
                _ => column.len(),
            };
            column.insert(at, number);
        }
    }

    /// What its place in its column is sorted by; no two are the same.
    fn place(&self, number: u32) -> (Option<EventId>, usize) {
        self.board.work_at(number).map_or((None, 0), |work| work.place())
    }

    fn face(&self, number: u32) -> Option<&Rc<Initiative>> {
        self.board.work_at(number).map(|work| &work.initiative)
    }

    fn column_of(&self, work: &Work) -> Option<usize> {
        self.charter.column(&work.objective)
    }
}

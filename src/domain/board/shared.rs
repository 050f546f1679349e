//! A list whose copies share what did not change: cheap to clone, and cheap to change after that.

use std::rc::Rc;

const CHUNK: usize = 64;

/// The list, in chunks; a change copies one of them if somebody else has it too.
#[derive(Clone, Debug)]
pub(super) struct Shared<T> {
    chunks: Vec<Rc<Vec<T>>>,
    len: usize,
}

impl<T: Clone> Shared<T> {
    pub(super) fn new() -> Self {
        Self {
            chunks: Vec::new(),
            len: 0,
        }
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn push(&mut self, item: T) {
        if self.len.is_multiple_of(CHUNK) {
            self.chunks.push(Rc::new(Vec::with_capacity(CHUNK)));
        }
        if let Some(chunk) = self.chunks.last_mut() {
            Rc::make_mut(chunk).push(item);
            self.len += 1;
        }
    }

    pub(super) fn get(&self, place: usize) -> Option<&T> {
        self.chunks.get(place / CHUNK)?.get(place % CHUNK)
    }

    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        Rc::make_mut(self.chunks.get_mut(place / CHUNK)?).get_mut(place % CHUNK)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// Whether both are the same up to what `same` says of two items; chunks they share are not looked at.
    pub(super) fn same(&self, other: &Self, same: fn(&T, &T) -> bool) -> bool {
        let chunks = self.chunks.iter().zip(&other.chunks);
        self.len == other.len
            && chunks
                .into_iter()
                .all(|(a, b)| Rc::ptr_eq(a, b) || a.iter().zip(b.iter()).all(|(a, b)| same(a, b)))
    }
}

//! A map as a sorted list. For each pair of types, `BTreeMap` compiles several kilobytes of code, and this a few hundred
//! bytes; in exchange it is for few entries, or for many that come in order.

/// Entries in the order of their keys.
#[derive(Debug)]
pub(crate) struct Few<K, V>(Vec<(K, V)>);

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Clone, V: Clone> Clone for Few<K, V> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<K: Ord, V> Few<K, V> {
    /// From entries in any order. Of those with one key any stays.
    pub(crate) fn of(mut entries: Vec<(K, V)>) -> Self {
        sort(&mut entries, &mut |a, b| a.0 < b.0);
        entries.dedup_by(|a, b| a.0 == b.0);
        Self(entries)
    }

    fn place<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.0.binary_search_by(|(other, _)| other.borrow().cmp(key))
    }

    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: std::borrow::Borrow<Q>,
    {
        self.place(key).ok().map(|place| &self.0[place].1)
    }

    pub(crate) fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: std::borrow::Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(&mut self.0[place].1)
    }

    /// Puts an entry in, in place of one with that key.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.0[place].1 = value,
            Err(place) => self.0.insert(place, (key, value)),
        }
    }

    /// The value of a key, which is made if there is none.
    pub(crate) fn or_insert(&mut self, key: K, make: impl FnOnce() -> V) -> &mut V {
        let place = self.place(&key).unwrap_or_else(|place| {
            self.0.insert(place, (key, make()));
            place
        });
        &mut self.0[place].1
    }

    pub(crate) fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: std::borrow::Borrow<Q>,
    {
        let place = self.place(key).ok()?;
        Some(self.0.remove(place).1)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    pub(crate) fn retain(&mut self, mut keep: impl FnMut(&K, &mut V) -> bool) {
        self.0.retain_mut(|(key, value)| keep(key, value));
    }

    pub(crate) fn into_entries(self) -> Vec<(K, V)> {
        self.0
    }
}

/// Sorts a list by a heap: slower than the standard library's way, and a tenth of its code.
pub(crate) fn sort<T>(list: &mut [T], less: &mut dyn FnMut(&T, &T) -> bool) {
    let mut sink = |list: &mut [T], mut at: usize| {
        while let Some(child) = list.get(2 * at + 1) {
            let mut large = 2 * at + 1;
            if list.get(large + 1).is_some_and(|other| less(child, other)) {
                large += 1;
            }
            if !less(&list[at], &list[large]) {
                return;
            }
            list.swap(at, large);
            at = large;
        }
    };
    for at in (0..list.len() / 2).rev() {
        sink(list, at);
    }
    for end in (1..list.len()).rev() {
        list.swap(0, end);
        sink(&mut list[..end], 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sync::chance::Chance;

    #[test]
    fn it_is_sorted_and_finds_what_was_put_in() {
        let mut chance = Chance::new(7);
        for n in 0..60 {
            let entries: Vec<_> = (0..n).map(|_| (chance.below(40), ())).collect();
            let mut expected: Vec<_> = entries.iter().map(|(key, ())| *key).collect();
            expected.sort_unstable();
            expected.dedup();
            let mut few = Few::of(entries);
            assert!(few.iter().map(|(key, ())| *key).eq(expected.iter().copied()));
            few.insert(100, ());
            few.insert(0, ());
            assert!(expected.iter().all(|key| few.get(key).is_some()));
            assert!(few.remove(&100).is_some() && few.get(&100).is_none());
        }
    }
}

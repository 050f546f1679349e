//! A hasher for maps that are asked at every event: a multiplication a word.
//!
//! It does not resist somebody who builds collisions on purpose. So its maps are asked for ids of events that are here,
//! which end with a cryptographic hash; what anybody may choose, texts and the ids that events name, stands in trees.

use std::hash::{BuildHasherDefault, Hasher};

/// A map with it.
pub(crate) type Map<K, V> = std::collections::HashMap<K, V, BuildHasherDefault<Quick>>;

/// A set with it.
pub(super) type Set<K> = std::collections::HashSet<K, BuildHasherDefault<Quick>>;

#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Quick(u64);

impl Quick {
    fn word(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0xf135_7aea_2e62_a9c5);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let mut words = bytes.chunks_exact(8);
        for word in &mut words {
            let mut eight = [0; 8];
            eight.copy_from_slice(word);
            self.word(u64::from_le_bytes(eight));
        }
        let rest = words.remainder();
        if !rest.is_empty() {
            let mut eight = [0; 8];
            eight[..rest.len()].copy_from_slice(rest);
            self.word(u64::from_le_bytes(eight));
        }
    }

    fn write_u64(&mut self, n: u64) {
        self.word(n);
    }

    fn finish(&self) -> u64 {
        // The best bits of a product are its high ones; a map looks at the low ones first.
        self.0.rotate_left(26)
    }
}

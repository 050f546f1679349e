//! Numbers by text or event, looked up at every event.

use std::hash::Hasher;

use super::hash::Quick;
use crate::domain::event::{EventId, Subject};
use crate::domain::goals::Text;

/// Numbers by name. A name mostly stands where its hash points, or a few steps on. Anybody may choose names, so those that
/// find no place there hang in a balanced tree (an AA tree, after Arne Andersson): names whose hashes are the same make it
/// no slower than that. One for all kinds of names, for each of the standard library's would be 5 KB of code.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    nodes: Vec<Node>,
    /// Nodes by hash, or [`FREE`]; their number is a power of two.
    spots: Vec<u32>,
    root: Option<u32>,
}

/// No node stands there.
const FREE: u32 = u32::MAX;

/// How far from where its hash points a name may stand.
const STEPS: usize = 8;

#[derive(Clone, Debug)]
struct Node {
    name: Name,
    number: u32,
    level: u8,
    /// What comes before and after.
    sides: [Option<u32>; 2],
}

/// What a number is given to. The hash comes first because comparing it looks at no text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name(u64, Called);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Called {
    Text(Text),
    Event(EventId),
}

/// What is known by its text.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Initiative,
    KeyResult,
    Guardrail,
    Objective,
    Author,
}

impl Name {
    pub(super) fn new(kind: Kind, text: Text) -> Self {
        let mut hash = Quick::default();
        hash.write(text.as_bytes());
        // No two kinds have a name in common.
        Self(hash.finish() & !7 | kind as u64, Called::Text(text))
    }

    pub(super) fn event(id: EventId) -> Self {
        let [a, b, c, d, e, f, g, h, ..] = id.hash;
        Self(u64::from_le_bytes([a, b, c, d, e, f, g, h]), Called::Event(id))
    }

    /// The name of a subject that has one.
    pub(super) fn of(subject: &Subject) -> Option<Self> {
        match subject {
            Subject::Initiative(id) => Some(Self::new(Kind::Initiative, id.text())),
            Subject::KeyResult(id) => Some(Self::new(Kind::KeyResult, id.text())),
            Subject::Guardrail(id) => Some(Self::new(Kind::Guardrail, id.text())),
            Subject::Objective(id) => Some(Self::new(Kind::Objective, id.text())),
            Subject::Begun(id) => Some(Self::event(*id)),
            Subject::NorthStar | Subject::Team | Subject::Erasures => None,
        }
    }
}

const BEFORE: usize = 0;
const AFTER: usize = 1;

impl Names {
    pub(super) fn get(&self, name: &Name) -> Option<u32> {
        let node = match self.spot(name) {
            Ok(node) => Some(node),
            Err(Some(_)) => None,
            Err(None) => self.hanging(name),
        };
        self.node(node).map(|node| node.number)
    }

    /// Gives a name a number, if it has none; the number it has then.
    pub(super) fn put(&mut self, name: Name, number: u32) -> u32 {
        if let Some(known) = self.get(&name) {
            return known;
        }
        let new = u32::try_from(self.nodes.len()).unwrap_or(FREE);
        self.nodes.push(Node {
            name,
            number,
            level: 1,
            sides: [None; 2],
        });
        if self.nodes.len() * 2 > self.spots.len() {
            self.widen();
        } else {
            self.place(new);
        }
        number
    }

    /// The node of a name, or a free spot for it, if there is one near.
    fn spot(&self, name: &Name) -> Result<u32, Option<usize>> {
        let mask = self.spots.len().wrapping_sub(1);
        for step in 0..STEPS {
            let at = ((name.0 >> 3) as usize).wrapping_add(step) & mask;
            match self.spots.get(at) {
                Some(&FREE) => return Err(Some(at)),
                Some(&node) if self.nodes.get(node as usize).is_some_and(|node| node.name == *name) => return Ok(node),
                _ => {}
            }
        }
        Err(None)
    }

    /// Puts a node where it is found.
    fn place(&mut self, new: u32) {
        let spot = self.node(Some(new)).and_then(|node| self.spot(&node.name).err()?);
        match spot.and_then(|spot| self.spots.get_mut(spot)) {
            Some(spot) => *spot = new,
            None => self.root = self.hang(self.root, Some(new)),
        }
    }

    /// Places all of them anew, with more room.
    #[inline(never)]
    fn widen(&mut self) {
        self.spots = vec![FREE; (self.nodes.len() * 4).next_power_of_two()];
        self.root = None;
        for new in 0..self.nodes.len() {
            if let Some(node) = self.nodes.get_mut(new) {
                (node.level, node.sides) = (1, [None; 2]);
            }
            self.place(new as u32);
        }
    }

    /// The node of a name in the tree.
    fn hanging(&self, name: &Name) -> Option<u32> {
        let mut at = self.root;
        while let Some(node) = self.node(at) {
            let side = match name.cmp(&node.name) {
                std::cmp::Ordering::Equal => return at,
                std::cmp::Ordering::Less => BEFORE,
                std::cmp::Ordering::Greater => AFTER,
            };
            at = node.sides[side];
        }
        None
    }

    /// Hangs a new node under another; gives what stands there then.
    fn hang(&mut self, under: Option<u32>, new: Option<u32>) -> Option<u32> {
        let Some((node, name)) = self.node(under).zip(self.node(new).map(|new| &new.name)) else {
            return new;
        };
        let side = usize::from(*name > node.name);
        let below = self.hang(node.sides[side], new);
        self.join(under, side, below);
        let top = self.lift(under, BEFORE, |node, tree| tree.level(node.sides[BEFORE]) == node.level);
        let twice = |node: &Node, tree: &Self| {
            let after = tree.node(node.sides[AFTER]);
            after.is_some_and(|after| tree.level(after.sides[AFTER]) == node.level)
        };
        let lifted = self.lift(top, AFTER, twice);
        if lifted != top
            && let Some(node) = self.node_mut(lifted)
        {
            node.level += 1;
        }
        lifted
    }

    /// Turns a node and the one at its side around, if they stand wrong; gives the upper one.
    fn lift(&mut self, at: Option<u32>, side: usize, wrong: impl Fn(&Node, &Self) -> bool) -> Option<u32> {
        let Some(node) = self.node(at).filter(|node| wrong(node, self)) else {
            return at;
        };
        let up = node.sides[side];
        let between = self.node(up).and_then(|up| up.sides[1 - side]);
        self.join(at, side, between);
        self.join(up, 1 - side, at);
        up
    }

    fn join(&mut self, at: Option<u32>, side: usize, below: Option<u32>) {
        if let Some(node) = self.node_mut(at) {
            node.sides[side] = below;
        }
    }

    /// 0 where nothing hangs; so no level is that of nothing.
    fn level(&self, at: Option<u32>) -> u8 {
        self.node(at).map_or(0, |node| node.level)
    }

    fn node(&self, at: Option<u32>) -> Option<&Node> {
        self.nodes.get(at? as usize)
    }

    fn node_mut(&mut self, at: Option<u32>) -> Option<&mut Node> {
        self.nodes.get_mut(at? as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_by_its_name_and_kind_and_the_first_one_holds() {
        let mut names = Names::default();
        names.put(Name::new(Kind::Author, "ana".into()), 1);
        names.put(Name::new(Kind::Author, "ana".into()), 2);
        names.put(Name::new(Kind::Objective, "ana".into()), 3);
        names.put(Name::event(EventId::FIRST), 4);
        assert_eq!(names.get(&Name::new(Kind::Author, "ana".into())), Some(1));
        assert_eq!(names.get(&Name::new(Kind::Objective, "ana".into())), Some(3));
        assert_eq!(names.get(&Name::event(EventId::FIRST)), Some(4));
        assert_eq!(names.get(&Name::new(Kind::KeyResult, "ana".into())), None);
    }

    /// How many levels a tree of so many names has that were chosen to have one hash.
    fn depth(chosen: impl Iterator<Item = u32>) -> usize {
        let mut names = Names::default();
        let mut all = Vec::new();
        for n in chosen {
            let name = Name(7, Called::Text(format!("{n:08}").into()));
            names.put(name.clone(), n);
            all.push((name, n));
        }
        assert!(all.iter().all(|(name, n)| names.get(name) == Some(*n)));
        let below = |at: Option<u32>| names.node(at).map(|node| node.sides);
        let mut row = vec![names.root];
        let mut depth = 0;
        while row.iter().any(Option::is_some) {
            depth += 1;
            row = row.into_iter().filter_map(below).flatten().collect();
        }
        depth
    }

    #[test]
    fn a_name_is_found_wherever_it_stands() {
        for hashes in [1, 3, 40, 1_000] {
            let called = |n: u32| Name(u64::from(n % hashes) << 3, Called::Text(n.to_string().into()));
            let mut names = Names::default();
            for n in 0..1_000 {
                assert_eq!(names.get(&called(n)), None);
                assert_eq!(names.put(called(n), n), n);
                assert_eq!(names.put(called(n), n + 1), n, "the first one holds");
                assert!((0..=n).all(|known| names.get(&called(known)) == Some(known)));
            }
        }
    }

    #[test]
    fn names_with_one_hash_in_any_order_make_no_long_way() {
        // Twice the logarithm of 10,000.
        assert!(depth(0..10_000) <= 27);
        assert!(depth((0..10_000).rev()) <= 27);
        assert!(depth((0..10_000).map(|n| n * 7_919 % 10_007)) <= 27);
    }
}

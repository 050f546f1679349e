use super::super::trouble::Trouble;
use crate::wire::sealed::Broken;

/// How far an event has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Only here.
    OnDevice,
    /// The store said it has it.
    Sent,
    /// It was read back from the store.
    Confirmed,
}

/// How the sync stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Status {
    /// Own events that are not confirmed.
    pub waiting: usize,
    /// When everything was last in step, by this device's clock.
    pub synced: Option<u64>,
    /// The browser has no network.
    pub offline: bool,
    /// Why there is no sync at the moment.
    pub trouble: Option<Trouble>,
    /// Why own events are not taken at the moment, while reading works.
    pub writing: Option<Trouble>,
    /// What to add to this device's clock, in milliseconds; 0 when it is right.
    pub clock_off: i64,
    /// Who the store says is signed in.
    pub who: Option<String>,
    /// What the store does about names, as far as that is known.
    pub guard: Guard,
}

/// What is known of what a store does about the names that events bear, and from what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Guard {
    /// Nothing is in it yet, or nobody is signed in, so nobody knows.
    #[default]
    Unknown,
    /// Nothing: there are files in a folder that all write into, or the database has no design document of ours.
    None,
    /// All files are in folders of members. Whether the server lets nobody else write there was not tried.
    Apart,
    /// The same, and the server refused to take something into another's folder.
    Refused,
    /// The database has our design document, and somebody is signed in.
    Names,
}

/// Something wrong with what a store holds. Nothing of it is kept or passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// An event that is not what its id says.
    Broken {
        /// The id it claims, or where it stood.
        what: String,
        /// Why it is not kept.
        why: Broken,
    },
    /// An event in the folder of a member who is not its author.
    Forged {
        /// The folder's member.
        folder: String,
        /// Its alleged author.
        by: String,
    },
    /// A file that is not what its name says. It is fetched again.
    Unreadable {
        /// Its name.
        name: String,
    },
    /// Events that had been there are gone. Whoever has them puts them back.
    Lost {
        /// How many.
        count: usize,
    },
}

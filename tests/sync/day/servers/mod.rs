mod couch;
mod folder;

pub(crate) use self::couch::Couch;
pub(crate) use self::folder::{Folder, Rules};

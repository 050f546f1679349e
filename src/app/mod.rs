//! One board on one page: what it knows, what people ask of it, and what it tells.
//!
//! No DOM here. A [`Session`] loads the goal document, keeps the events, and hands out a [`State`], a plain value to
//! draw. Views ask through [`Session::perform`] and friends; the page listens through [`Hooks`].

mod action;
mod advised;
mod copy;
mod days;
mod erase;
mod failure;
mod hooks;
mod keep;
mod lately;
mod load;
mod looks;
mod options;
mod session;
mod share;
mod state;
mod travel;

pub use action::{Action, Denied, kind_of};
pub use advised::Advised;
pub use failure::Failure;
pub use hooks::{Change, Hooks, Notice};
pub use lately::{Lately, complete, is_complete};
pub use options::{Options, Page, Source, Theme};
pub use session::Session;
pub use share::{Faults, Names, Pending, Sharing};
pub use state::{Happening, Keeping, Phase, State, What};

//! What people see: Yew components that draw an [`crate::app::State`] and ask the [`crate::app::Session`].
//!
//! Views hold no rules: what counts, what fits whom and how far things are is the domain's to say.

mod ask;
mod bar;
mod board;
mod card;
mod cards;
mod check_in;
mod column;
mod details;
mod dialog;
mod el;
mod face;
mod failure;
mod faults;
mod finish;
mod focus;
mod form;
mod hand_over;
mod header;
mod icon;
mod ideas;
mod keeping;
mod key_results;
mod links;
mod menu;
mod nav;
mod part;
mod picker;
mod same;
mod sharing;
mod sign_in;
mod speech;
mod toast;
mod toolbar;
mod window;

pub use board::{AlignmentBoard, Props};

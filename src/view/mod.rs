//! What people see: Yew components that draw an [`crate::app::State`] and ask the [`crate::app::Session`].
//!
//! Views hold no rules: what counts, what fits whom and how far things are is the domain's to say.

mod activity;
mod adjust;
mod ask;
mod bar;
mod board;
mod card;
mod cards;
mod check_in;
mod column;
mod comment;
mod concern;
mod cx;
mod details;
mod dialog;
mod dialogs;
mod el;
mod explain;
mod face;
mod failure;
mod faults;
mod finish;
mod focus;
mod for_you;
mod form;
mod gallery;
mod hand_over;
mod header;
mod icon;
mod ideas;
mod keeping;
mod key_results;
mod limits;
mod links;
mod menu;
mod nav;
mod pages;
mod part;
mod people;
mod picker;
mod review;
mod same;
mod say;
mod sharing;
mod sign_in;
mod speech;
mod step;
mod subject;
mod toast;
mod toolbar;
mod window;

pub use board::{AlignmentBoard, Props};

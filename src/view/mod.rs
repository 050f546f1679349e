//! What people see: Yew components that draw an [`crate::app::State`] and ask the [`crate::app::Session`].
//!
//! Views hold no rules: what counts, what fits whom and how far things are is the domain's to say.

mod bar;
mod board;
mod card;
mod cards;
mod check_in;
mod column;
mod details;
mod dialog;
mod face;
mod failure;
mod faults;
mod finish;
mod focus;
mod form;
mod hand_over;
mod header;
mod icon;
mod keeping;
mod key_results;
mod menu;
mod picker;

mod speech;
mod toast;
mod toolbar;
mod window;

use yew::prelude::*;

use crate::app::Session;

/// Properties of [`AlignmentBoard`].
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct Props {
    /// The board to draw.
    pub session: Session,
}

/// The whole board, drawn from a session and its every change.
#[component]
pub fn AlignmentBoard(props: &Props) -> Html {
    html! { <board::Root session={props.session.clone()} /> }
}

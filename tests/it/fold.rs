//! What events fold into.

mod clock;
mod closing;
mod decisions;
mod document;
mod erase;
mod every_type;
mod hand_over;
mod joins;
pub(crate) mod laws;
mod numbers;
mod people;
mod pitches;
mod proposals;
mod retract;
mod reviews;
mod seats;
mod settling;
mod shape;
mod taking_over;
mod undo;
mod voices;
mod work;

//! What events fold into.

mod clock;
mod document;
mod hand_over;
mod laws;
mod numbers;
mod people;
mod retract;
mod seats;
mod undo;
mod work;

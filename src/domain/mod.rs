//! The rules of the board, and nothing else.
//!
//! Inputs in, values out: no browser, no clock, no randomness, no JSON text. The same goals, the same set of events
//! and the same moment give the same board on every machine, in whatever order the events arrived.
//!
//! Read in this order: [`id`] and [`goals`] (what leads wrote), [`stamp`] and [`event`] (what members did),
//! [`board`] (what both fold into), [`progress`] and [`cadence`] (what the board makes of the numbers), [`guardrail`]
//! and [`decision`] (what frames the work, and who decides), [`attention`], [`for_you`], [`news`],
//! [`one_to_one`] and [`review`] (what needs somebody, and what people talk about).

pub mod attention;
pub mod board;
pub mod cadence;
pub mod calendar;
pub mod card;
pub mod decision;
pub mod event;
pub mod fault;
pub mod filter;
pub mod for_you;
pub mod goals;
pub mod guardrail;
pub mod id;
pub mod nearest;
pub mod news;
pub mod one_to_one;
pub mod people;
pub mod progress;
pub mod review;
pub mod rights;
pub mod stamp;

//! One crate for all integration tests: it links once.

mod cadence;
mod card;
mod event;
mod fold;
mod goals;
mod goals_faults;
mod goals_random;
mod goals_schema;
mod golden;
mod ids;
mod json;
mod progress;
mod sealed;
mod stamp;
mod support;
mod tidy;
mod words;

//! One crate for all integration tests: it links once.

mod event;
mod fold;
mod goals;
mod goals_faults;
mod goals_random;
mod goals_schema;
mod golden;
mod ids;
mod stamp;
mod support;

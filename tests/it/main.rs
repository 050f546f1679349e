//! One crate for all integration tests: it links once.

mod advice;
mod attention;
mod cadence;
mod calendar;
mod card;
mod decision;
mod event;
mod event_types;
#[cfg(feature = "schema")]
mod events_reference;
mod filter;
mod fold;
mod for_you;
mod goals;
mod goals_faults;
mod goals_random;
mod goals_schema;
mod golden;
mod guardrail;
mod history;
mod ids;
mod json;
mod languages;
mod map;
mod news;
mod numbers_doc;
mod one_to_one;
mod order;
mod progress;
mod review;
mod sealed;
mod stamp;
mod support;
mod tidy;
mod words;

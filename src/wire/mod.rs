//! Between JSON text and the domain, in both directions.

pub mod event;
pub mod goals;
pub mod sealed;

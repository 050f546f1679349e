//! Bodies of events as JSON text.

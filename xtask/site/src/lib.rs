//! A small web server for one folder, on this machine only.
//!
//! `cargo xtask serve` shows the assembled page with it. The end-to-end tests use it with routes of their own in
//! front of the folder (a store, a slow answer, a missing file) and with extra headers (a strict policy):
//!
//! ```no_run
//! # fn main() -> std::io::Result<()> {
//! let site = site::Plan::of("target/page")
//!     .header("Content-Security-Policy", "script-src 'self' 'wasm-unsafe-eval'")
//!     .route(|request| (request.path == "/gone.json").then(|| site::Reply::text(410, "Gone.")))
//!     .start()?;
//! println!("{}", site.address("/index.html"));
//! # Ok(())
//! # }
//! ```
//!
//! The server ends when the [`Site`] is dropped. Nothing is cached by the browser, so a reload shows the last build.

mod files;
mod message;
mod mime;
mod plan;
mod running;

pub use message::{Reply, Request};
pub use plan::Plan;
pub use running::Site;

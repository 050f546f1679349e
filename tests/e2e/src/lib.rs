//! What the end-to-end tests are written with.
//!
//! A test opens a [`Stage`]: a web server with the assembled page and whatever the test puts beside it, and a browser
//! that looks at it. It then reads and presses what a person would, through a [`Board`]. Everything waits for what it
//! needs, up to a deadline, and a failure shows what the page said.
//!
//! Only names and hooks that are promised to site owners are used to find things: `part`, `data-initiative`,
//! `data-objective`, `data-state`, and the names that a screen reader says.
//!
//! ```no_run
//! let stage = e2e::Stage::open("/index.html?src=samples/marketing.json&member=ana");
//! let board = stage.board();
//! board.press("Claim Customer video series");
//! board.card("ugc").becomes("held");
//! ```
//!
//! `cargo xtask test` sets what the tests need to know, see [`Setup`].

mod axe;
mod bench;
mod board;
mod browser;
mod card;
mod devtools;
mod driver;
mod engine;
mod gate;
mod pages;
mod setup;
mod slots;
mod stage;
mod wait;

pub use axe::expect_no_barriers;
pub use bench::Bench;
pub use board::Board;
pub use browser::{Browser, Tab};
pub use card::Card;
pub use engine::Engine;
pub use fantoccini::key::Key;
pub use gate::Gate;
pub use pages::PAGES;
pub use setup::Setup;
pub use site::{Reply, Request, Site};
pub use stage::Stage;
pub use wait::PATIENCE;

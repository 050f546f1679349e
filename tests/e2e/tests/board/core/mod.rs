//! What a person comes for. These journeys run in every browser.

mod checking_in;
mod claiming;
mod handing_over;
mod keyboard;
mod showing;
mod two_files;
mod who;

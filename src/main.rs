//! The wasm that the shell loads.
fn main() {
    alignment_board::element::start();
}

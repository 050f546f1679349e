//! The bridge between the page and the board.
use wasm_bindgen::prelude::*;
use yew::prelude::*;

#[function_component]
fn Hello() -> Html {
    html! { <div part="board">{ "Hello" }</div> }
}

/// Draws a board into `root`.
#[wasm_bindgen]
pub fn mount(root: web_sys::Element) {
    yew::Renderer::<Hello>::with_root(root).render();
}

/// Called once when the wasm has loaded.
pub fn start() {}

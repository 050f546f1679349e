//! Hands a drawing to the person as a file that needs nothing else: what styles say becomes attributes.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, HtmlImageElement, Url,
    XmlSerializer, window,
};

use super::download::{blob, save_blob};

/// What of an element's style a drawing needs.
const KEPT: [&str; 12] = [
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-opacity",
    "opacity",
    "font-family",
    "font-weight",
    "font-style",
    "text-decoration",
];
/// What only a page needs.
const LEFT: [&str; 11] = [
    "class",
    "role",
    "tabindex",
    "aria-label",
    "aria-hidden",
    "aria-level",
    "aria-posinset",
    "aria-setsize",
    "focusable",
    "data-star",
    "data-place",
];
/// How many pixels of a picture there are for each unit, and how long its longer side may be.
const SHARP: f64 = 2.0;
const LARGEST: f64 = 8192.0;

/// Saves `drawing` as SVG under a name; `frame` is the part of it that is kept.
pub fn save_svg(drawing: &Element, frame: [f64; 4], name: &str) {
    let file = standalone(drawing, frame).and_then(|text| blob(&text, SVG));
    if let Some(file) = file {
        save_blob(&[name, ".svg"].concat(), &file);
    }
}

/// The same as PNG.
pub fn save_png(drawing: &Element, frame: [f64; 4], name: &str) {
    let Some(text) = standalone(drawing, frame) else {
        return;
    };
    let name = [name, ".png"].concat();
    spawn_local(async move {
        if let Ok(canvas) = painted(&text, frame).await {
            let save = Closure::once_into_js(move |file: Option<Blob>| {
                if let Some(file) = file {
                    save_blob(&name, &file);
                }
            });
            // Refused only for a canvas that shows what another origin owns.
            let _ = canvas.to_blob(save.unchecked_ref());
        }
    });
}

const SVG: &str = "image/svg+xml";

async fn painted(text: &str, [_, _, width, height]: [f64; 4]) -> Result<HtmlCanvasElement, JsValue> {
    let file = blob(text, SVG).ok_or(JsValue::UNDEFINED)?;
    let url = Url::create_object_url_with_blob(&file)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&url);
    let there = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&url)?;
    there?;
    let document = window()
        .and_then(|window| window.document())
        .ok_or(JsValue::UNDEFINED)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let sharp = SHARP.min(LARGEST / width.max(height));
    let (width, height) = (width * sharp, height * sharp);
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let paper = canvas.get_context("2d")?.ok_or(JsValue::UNDEFINED)?;
    let paper: CanvasRenderingContext2d = paper.unchecked_into();
    paper.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}

fn standalone(drawing: &Element, frame: [f64; 4]) -> Option<String> {
    let copy: Element = drawing.clone_node_with_deep(true).ok()?.unchecked_into();
    settle(drawing, &copy)?;
    let [x, y, width, height] = frame.map(|side| format!("{side:.1}"));
    copy.set_attribute("xmlns", "http://www.w3.org/2000/svg").ok()?;
    copy.set_attribute("viewBox", &[&*x, &y, &width, &height].join(" "))
        .ok()?;
    copy.set_attribute("width", &width).ok()?;
    copy.set_attribute("height", &height).ok()?;
    let behind = drawing.parent_element().and_then(|parent| style(&parent))?;
    let paper = drawing
        .owner_document()?
        .create_element_ns(Some("http://www.w3.org/2000/svg"), "rect")
        .ok()?;
    let paint = behind.get_property_value("background-color").ok()?;
    let sides = [
        ("x", &*x),
        ("y", &y),
        ("width", &width),
        ("height", &height),
        ("fill", &paint),
    ];
    for (name, value) in sides {
        paper.set_attribute(name, value).ok()?;
    }
    copy.insert_before(&paper, copy.first_child().as_ref()).ok()?;
    XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

fn style(element: &Element) -> Option<CssStyleDeclaration> {
    window()?.get_computed_style(element).ok()?
}

/// Writes what `shown` looks like into its copy, and leaves out what is not seen.
fn settle(shown: &Element, copy: &Element) -> Option<()> {
    let style = style(shown)?;
    if style.get_property_value("display").ok()? == "none" {
        copy.remove();
        return Some(());
    }
    for name in KEPT {
        let value = style.get_property_value(name).ok()?;
        if !is_usual(name, &value) {
            copy.set_attribute(name, &value).ok()?;
        }
    }
    let name = shown
        .get_attribute("aria-label")
        .filter(|_| shown.has_attribute("data-star"));
    for name in LEFT {
        copy.remove_attribute(name).ok()?;
    }
    // Both lists first: what is left out would shift the others.
    let (from, to) = (shown.children(), copy.children());
    let pairs: Vec<_> = (0..from.length())
        .filter_map(|n| Some((from.item(n)?, to.item(n)?)))
        .collect();
    for (from, to) in pairs {
        settle(&from, &to)?;
    }
    if let Some(name) = name {
        let title = shown
            .owner_document()?
            .create_element_ns(Some("http://www.w3.org/2000/svg"), "title")
            .ok()?;
        title.set_text_content(Some(&name));
        copy.insert_before(&title, copy.first_child().as_ref()).ok()?;
    }
    Some(())
}

/// What a drawing has anyway.
fn is_usual(name: &str, value: &str) -> bool {
    match name {
        "opacity" | "fill-opacity" | "stroke-opacity" => value == "1",
        "stroke" | "stroke-dasharray" => value == "none",
        "stroke-width" => value == "1px",
        "stroke-linecap" => value == "butt",
        "font-style" => value == "normal",
        "font-weight" => value == "400",
        "text-decoration" => value.starts_with("none"),
        _ => false,
    }
}

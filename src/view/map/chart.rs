//! The picture, what part of it is seen, and the buttons around it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent, ResizeObserver, WheelEvent};
use yew::NodeRef;

use super::callout::callout;
use super::camera::Camera;
use super::legend::legend;
use super::list::list;
use super::tree::{self, Tree, on_item, shared, touched};
use super::{Scene, Shown, figure};
use crate::domain::map::{Map, Point, Shape};
use crate::view::el::{El, el};
use crate::view::part::{Link, Part, Picture, Told, part};
use crate::view::same::Same;
use crate::web::picture;

pub(super) struct Chart {
    scene: Same<Scene>,
    shape: Shape,
    camera: Camera,
    /// The star that has the focus or the mouse.
    pointed: Option<usize>,
    /// The fingers on it, or the mouse that is held.
    fingers: Vec<(i32, Point)>,
    /// Whether what is held has moved so far that it is no click.
    dragged: bool,
    /// How large the picture is on the screen.
    size: (f64, f64),
    node: NodeRef,
    watch: Option<(ResizeObserver, Closure<dyn FnMut()>)>,
}

/// A picture that is less wide, in pixels, is drawn for a telephone.
const NARROW: f64 = 560.0;
/// From so many pixels on, a title can be read.
const LEGIBLE: f64 = 8.5;
/// How much nearer a button or a key goes.
const CLOSER: f64 = 1.5;
/// How far a finger may move on a click, in pixels.
const STILL: f64 = 5.0;

impl Part for Chart {
    type Shown = Shown;

    fn new(shown: &Shown) -> Self {
        let scene = scene(shown, Shape::Wide);
        Self {
            camera: Camera::new(scene.map.frame),
            scene,
            shape: Shape::Wide,
            pointed: None,
            fingers: Vec::new(),
            dragged: false,
            size: (1200.0, 700.0),
            node: NodeRef::default(),
            watch: None,
        }
    }

    fn changed(&mut self, shown: &Shown, old: &Shown, _link: &Link) {
        if shown.plan != old.plan {
            self.lay(shown);
        }
    }

    fn told(&mut self, shown: &Shown, what: Told) -> bool {
        let before = (self.camera, self.pointed, self.size);
        match what {
            Told::Focused(star) => {
                self.pointed = star;
                if let Some((_, _, placed)) = star.and_then(|n| self.scene.star(n)) {
                    self.camera = self.camera.seeing(placed.at);
                }
            }
            Told::Left => self.pointed = None,
            Told::Key(event) => self.key(&event),
            Told::Pressed(key) => self.camera = self.turned(key, false).unwrap_or(self.camera),
            Told::Touched(event) => self.touched(&event),
            Told::Kept(kind) => self.keep(shown, kind),
            Told::Moved => self.look(shown),
            _ => {}
        }
        before != (self.camera, self.pointed, self.size)
    }

    fn draw(&self, shown: &Shown, link: &Link) -> El {
        let speech = &shown.speech;
        let tree = tree::Shown {
            scene: self.scene.clone(),
            speech: speech.clone(),
            ask: shown.ask.clone(),
        };
        let sight = self.camera.sight();
        let ends = [sight.x, sight.y, sight.width, sight.height].map(figure);
        let size = 13.0 / self.scale();
        let said = self.pointed.and_then(|n| callout(&self.scene, n, sight, size, speech));
        let titles = self.scene.map.titled || self.title_size() >= LEGIBLE;
        let svg = el("svg class=chart focusable=false")
            .attr("viewBox", &ends.join(" "))
            .html(part::<Tree>(tree, None))
            .maybe(said);
        let sky = el("div class=sky role=group tabindex=0")
            .class(if titles { "titled" } else { "" })
            .class(if self.camera.near > 1.0 { "near" } else { "" })
            .attr("aria-label", &speech.get("map.name"))
            .node(&self.node)
            .tells("keydown", link, |event| Told::Key(event.unchecked_into()))
            .tells("wheel", link, scrolled)
            .tells("focusin", link, |event| Told::Focused(touched(&event)))
            .tells("focusout", link, |_| Told::Left)
            .tells("pointerover", link, Told::Touched)
            .tells("pointerdown", link, Told::Touched)
            .tells("pointermove", link, Told::Touched)
            .tells("pointerup", link, Told::Touched)
            .tells("pointercancel", link, Told::Touched)
            .tells("pointerout", link, Told::Touched)
            .child(svg);
        let button = |key, does: fn(Event) -> Told| {
            el("button type=button class=quiet")
                .tells("click", link, does)
                .words(speech.get(key))
        };
        let tools = el("div class='row map-tools'")
            .child(button("map.closer", |_| Told::Pressed("+")))
            .child(button("map.farther", |_| Told::Pressed("-")))
            .child(button("map.whole", |_| Told::Pressed("0")))
            .child(el("span class=push"))
            .child(button("map.svg", |_| Told::Kept(Picture::Svg)))
            .child(button("map.png", |_| Told::Kept(Picture::Png)));
        el("div class=map")
            .child(tools)
            .child(sky)
            .child(legend(speech))
            .child(list(&shown.plan, self.shape == Shape::Tall, speech, &shown.ask))
    }

    fn drawn(&mut self, link: &Link, _first: bool) {
        if self.watch.is_some() {
            return;
        }
        let link = link.clone();
        let look = Closure::<dyn FnMut()>::new(move || link.send_message(Told::Moved));
        if let (Ok(observer), Some(sky)) = (
            ResizeObserver::new(look.as_ref().unchecked_ref()),
            self.node.cast::<Element>(),
        ) {
            observer.observe(&sky);
            self.watch = Some((observer, look));
        }
    }

    fn gone(&mut self) {
        if let Some((observer, _)) = &self.watch {
            observer.disconnect();
        }
    }
}

fn scene(shown: &Shown, shape: Shape) -> Same<Scene> {
    shared(Scene {
        map: Map::new(&shown.plan, shape),
        plan: Rc::clone(&shown.plan),
    })
}

/// A wheel scrolls the page, and with Ctrl, as a pinch on a touchpad does, goes nearer.
fn scrolled(event: Event) -> Told {
    let wheel = event.dyn_ref::<WheelEvent>();
    if !wheel.is_some_and(|wheel| wheel.ctrl_key()) {
        return Told::Moved;
    }
    event.prevent_default();
    Told::Touched(event)
}

impl Chart {
    fn lay(&mut self, shown: &Shown) {
        self.scene = scene(shown, self.shape);
        self.camera = self.camera.over(self.scene.map.frame);
        self.pointed = None;
    }

    /// How many pixels a unit of the map is.
    fn scale(&self) -> f64 {
        let sight = self.camera.sight();
        (self.size.0 / sight.width).min(self.size.1 / sight.height).max(0.01)
    }

    /// How large a star's title is on the screen.
    fn title_size(&self) -> f64 {
        let size = self
            .scene
            .stars()
            .next()
            .map_or(0.0, |(_, _, placed)| placed.label.size);
        size * self.scale()
    }

    fn look(&mut self, shown: &Shown) {
        let Some(svg) = self.svg() else { return };
        let rect = svg.get_bounding_client_rect();
        if rect.width() <= 0.0 {
            return;
        }
        self.size = (rect.width(), rect.height());
        let shape = if rect.width() < NARROW {
            Shape::Tall
        } else {
            Shape::Wide
        };
        if shape != self.shape {
            self.shape = shape;
            self.lay(shown);
            self.camera = Camera::new(self.scene.map.frame);
        }
    }

    fn svg(&self) -> Option<Element> {
        self.node.cast::<Element>()?.query_selector("svg").ok()?
    }

    /// Where on the map a point of the window is.
    fn place(&self, point: Point) -> Point {
        let sight = self.camera.sight();
        let Some(svg) = self.svg() else { return sight.middle() };
        let rect = svg.get_bounding_client_rect();
        let scale = self.scale();
        sight.middle().plus(Point {
            x: (point.x - rect.x() - rect.width() / 2.0) / scale,
            y: (point.y - rect.y() - rect.height() / 2.0) / scale,
        })
    }

    fn key(&mut self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        let key = event.key();
        if key == "Escape" {
            self.pointed = None;
        } else if let Some(camera) = self.turned(&key, on_item(event)) {
            self.camera = camera;
            event.prevent_default();
        }
    }

    /// What a key makes of the look; arrows mean the map only while the focus is on no item of it.
    fn turned(&self, key: &str, on_item: bool) -> Option<Camera> {
        Some(match key {
            "+" | "=" => self.camera.closer(CLOSER),
            "-" => self.camera.closer(1.0 / CLOSER),
            "0" => Camera::new(self.scene.map.frame),
            _ if on_item || self.camera.near <= 1.0 => return None,
            "ArrowLeft" => self.camera.turned(-0.2, 0.0),
            "ArrowRight" => self.camera.turned(0.2, 0.0),
            "ArrowUp" => self.camera.turned(0.0, -0.2),
            "ArrowDown" => self.camera.turned(0.0, 0.2),
            _ => return None,
        })
    }

    fn touched(&mut self, event: &Event) {
        if let Some(wheel) = event.dyn_ref::<WheelEvent>() {
            let by = (1.0 - wheel.delta_y() * 0.004).clamp(0.5, 2.0);
            let around = self.place(Point {
                x: f64::from(wheel.client_x()),
                y: f64::from(wheel.client_y()),
            });
            self.camera = self.camera.nearer(by, around);
            return;
        }
        let Some(pointer) = event.dyn_ref::<PointerEvent>() else {
            return;
        };
        let (id, at) = (
            pointer.pointer_id(),
            Point {
                x: f64::from(pointer.client_x()),
                y: f64::from(pointer.client_y()),
            },
        );
        match event.type_().as_str() {
            "pointerover" => self.pointed = touched(event),
            "pointerout" => self.pointed = None,
            "pointerdown" if pointer.button() == 0 => {
                self.fingers.retain(|finger| finger.0 != id);
                self.fingers.push((id, at));
                self.dragged = false;
            }
            "pointermove" => self.drag(id, at),
            _ => self.fingers.retain(|finger| finger.0 != id),
        }
    }

    /// One finger moves what is seen, two go nearer or farther, too.
    fn drag(&mut self, id: i32, at: Point) {
        let Some(own) = self.fingers.iter().position(|finger| finger.0 == id) else {
            return;
        };
        let was = self.fingers[own].1;
        let far = |a: Point, b: Point| ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).sqrt();
        if !self.dragged {
            if far(was, at) < STILL {
                return;
            }
            self.dragged = true;
            // The click at the end of a drag is the map's, and no star's.
            let svg = self.svg().filter(|_| self.camera.near > 1.0 || self.fingers.len() > 1);
            let _ = svg.map(|svg| svg.set_pointer_capture(id));
        }
        self.fingers[own].1 = at;
        let scale = self.scale();
        let share = self.fingers.len() as f64;
        self.camera = self
            .camera
            .moved((was.x - at.x) / scale / share, (was.y - at.y) / scale / share);
        if let Some((_, other)) = self.fingers.iter().find(|finger| finger.0 != id) {
            let by = far(at, *other) / far(was, *other).max(1.0);
            let around = self.place(Point {
                x: (at.x + other.x) / 2.0,
                y: (at.y + other.y) / 2.0,
            });
            self.camera = self.camera.nearer(by, around);
        }
    }

    fn keep(&self, shown: &Shown, kind: Picture) {
        let Some(svg) = self.svg() else { return };
        let frame = self.scene.map.frame;
        let whole = [frame.x, frame.y, frame.width, frame.height];
        match kind {
            Picture::Svg => picture::save_svg(&svg, whole, &shown.title),
            Picture::Png => picture::save_png(&svg, whole, &shown.title),
        }
    }
}

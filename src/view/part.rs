//! Parts of the board that are drawn anew only when what they show has changed, and that may remember something.
//!
//! For each type of component Yew compiles a life cycle of its own, 3 to 4 KB. So all parts are one component, and what
//! tells them apart is behind a table of functions.

use std::any::Any;
use std::rc::Rc;

use gloo_timers::callback::Interval;
use web_sys::KeyboardEvent;
use yew::html::Scope;
use yew::virtual_dom::{Key, VComp};
use yew::{Component, Context, Html, Properties};

use super::el::El;
use crate::domain::card::Act;

/// What is drawn of `Shown` values, and what it remembers meanwhile.
pub(super) trait Part: 'static {
    /// What it shows. Drawn anew when it is another value.
    type Shown: PartialEq + 'static;

    /// Comes up.
    fn new(shown: &Self::Shown) -> Self;

    /// Draws.
    fn draw(&self, shown: &Self::Shown, link: &Link) -> El;

    /// Shows something else from now on.
    fn changed(&mut self, _shown: &Self::Shown, _old: &Self::Shown, _link: &Link) {}

    /// Is told something; true when it has to be drawn anew.
    fn told(&mut self, _shown: &Self::Shown, _what: Told) -> bool {
        false
    }

    /// Is in the page as drawn.
    fn drawn(&mut self, _link: &Link, _first: bool) {}

    /// Goes.
    fn gone(&mut self) {}
}

/// What a part can be told.
pub(super) enum Told {
    /// Its button was used.
    Used,
    /// A key was pressed.
    Key(KeyboardEvent),
    /// Focus went to this one of its cards, or to none.
    Focused(Option<usize>),
    /// Focus went elsewhere.
    Left,
    /// One of its entries was chosen.
    Chosen(Act),
    /// What can be seen of it changed.
    Moved,
    /// Its time is over, or a second of it.
    Over,
    /// Its clock runs.
    Started(Interval),
}

/// Tells a part something.
pub(super) type Link = Scope<Holder>;

/// A part, known by its key among its siblings.
pub(super) fn part<P: Part>(shown: P::Shown, key: Option<&str>) -> Html {
    let of = Of {
        shown: Rc::new(shown),
        same: |a, b| matches!((a.downcast_ref::<P::Shown>(), b.downcast_ref()), (Some(a), Some(b)) if a == b),
        start: |shown| {
            let shown = shown.downcast::<P::Shown>().ok()?;
            Some(Box::new(Held::<P>(P::new(&shown), shown)))
        },
    };
    VComp::new::<Holder>(Rc::new(Props { of }), key.map(Key::from)).into()
}

/// The one component.
pub(super) struct Holder(Option<Box<dyn Living>>);

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    of: Of,
}

/// A value and what part it is shown by.
#[derive(Clone)]
struct Of {
    shown: Rc<dyn Any>,
    same: fn(&dyn Any, &dyn Any) -> bool,
    start: Start,
}

/// Brings the part for a value up; nothing for a value that is another part's.
type Start = fn(Rc<dyn Any>) -> Option<Box<dyn Living>>;

impl PartialEq for Of {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&*self.shown, &*other.shown)
    }
}

impl Component for Holder {
    type Message = Told;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let of = &ctx.props().of;
        Self((of.start)(of.shown.clone()))
    }

    fn changed(&mut self, ctx: &Context<Self>, _old: &Props) -> bool {
        let of = &ctx.props().of;
        let taken = self.0.as_mut().is_some_and(|it| it.show(of.shown.clone(), ctx.link()));
        if !taken {
            self.0 = (of.start)(of.shown.clone());
        }
        true
    }

    fn update(&mut self, _ctx: &Context<Self>, what: Told) -> bool {
        self.0.as_mut().is_some_and(|it| it.told(what))
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.0.as_ref().map(|it| it.draw(ctx.link()).into()).unwrap_or_default()
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if let Some(it) = &mut self.0 {
            it.drawn(ctx.link(), first);
        }
    }

    fn destroy(&mut self, _ctx: &Context<Self>) {
        if let Some(it) = &mut self.0 {
            it.gone();
        }
    }
}

/// A [`Part`] whose type is forgotten.
trait Living {
    fn draw(&self, link: &Link) -> El;
    /// False when it is a value for another part.
    fn show(&mut self, shown: Rc<dyn Any>, link: &Link) -> bool;
    fn told(&mut self, what: Told) -> bool;
    fn drawn(&mut self, link: &Link, first: bool);
    fn gone(&mut self);
}

struct Held<P: Part>(P, Rc<P::Shown>);

impl<P: Part> Living for Held<P> {
    fn draw(&self, link: &Link) -> El {
        self.0.draw(&self.1, link)
    }

    fn show(&mut self, shown: Rc<dyn Any>, link: &Link) -> bool {
        let Ok(shown) = shown.downcast::<P::Shown>() else {
            return false;
        };
        let old = std::mem::replace(&mut self.1, shown);
        self.0.changed(&self.1, &old, link);
        true
    }

    fn told(&mut self, what: Told) -> bool {
        self.0.told(&self.1, what)
    }

    fn drawn(&mut self, link: &Link, first: bool) {
        self.0.drawn(link, first);
    }

    fn gone(&mut self) {
        self.0.gone();
    }
}

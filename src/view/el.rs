//! Elements, made at run time by a handful of functions.
//!
//! `html!` writes 300 to 500 bytes of code wherever a tag stands, 48 KB in all views; made here, a tag is a few calls.
//! Underneath it is all Yew: its tags, listeners, keys and reconciliation. What may or may not be there
//! keeps its place among its siblings, as with `html!`, so that those beside it are not made anew.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Event;
use yew::html::NodeRef;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};
use yew::{AttrValue, Callback, Html};

use super::ask::Ask;
use super::part::{Link, Told};

/// An element in the making.
pub(super) struct El(Box<Making>);

struct Making {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<Html>,
}

/// An element by its name and the attributes that never change, written as in HTML: `button type=button class='a b'`.
pub(super) fn el(tag: &'static str) -> El {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    let mut el = El(Box::new(Making {
        tag: VTag::new(AttrValue::Static(name)),
        names: Vec::new(),
        values: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
    }));
    while let Some((name, after)) = rest.split_once('=') {
        let (value, after) = match after.strip_prefix('\'') {
            Some(quoted) => quoted.split_once('\''),
            None => after.split_once(' '),
        }
        .unwrap_or((after, ""));
        el = el.put(name.trim_start(), AttrValue::Static(value));
        rest = after;
    }
    el
}

impl El {
    /// An attribute.
    #[inline(never)]
    pub(super) fn attr(self, name: &'static str, value: &str) -> Self {
        self.put(name, value.to_owned().into())
    }

    /// An attribute that is there or not.
    #[inline(never)]
    pub(super) fn maybe_attr(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// An attribute that says yes by being there.
    pub(super) fn flag(self, name: &'static str, there: bool) -> Self {
        self.maybe_attr(name, there.then_some(name))
    }

    /// One more class; none for an empty one.
    #[inline(never)]
    pub(super) fn class(mut self, class: &'static str) -> Self {
        if class.is_empty() {
            return self;
        }
        match self.0.names.iter().position(|name| *name == "class") {
            Some(at) => {
                if let Some(AttributeOrProperty::Attribute(had)) = &mut self.0.values[at] {
                    *had = [had, " ", class].concat().into();
                }
                self
            }
            None => self.put("class", AttrValue::Static(class)),
        }
    }

    /// What a field holds. A property, as with `html!`.
    pub(super) fn value(mut self, value: &str) -> Self {
        self.0.tag.set_value(AttrValue::from(value.to_owned()));
        self
    }

    /// Whether a box is ticked. A property, too.
    pub(super) fn checked(mut self, checked: bool) -> Self {
        self.0.tag.set_checked(checked);
        self
    }

    /// Tells it from its siblings, from one drawing to the next.
    pub(super) fn key(mut self, key: &str) -> Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// Lets a component find it in the page.
    #[inline(never)]
    pub(super) fn node(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// Text, which is never markup.
    #[inline(never)]
    pub(super) fn text(self, text: &str) -> Self {
        self.words(text.to_owned())
    }

    /// A sentence.
    #[inline(never)]
    pub(super) fn words(self, text: String) -> Self {
        self.html(VText::new(text).into())
    }

    /// A child.
    #[inline(never)]
    pub(super) fn child(mut self, child: El) -> Self {
        self.add(child);
        self
    }

    /// One more child.
    #[inline(never)]
    pub(super) fn add(&mut self, child: El) {
        self.0.children.push(child.into());
    }

    /// A child, or the place where it would be.
    #[inline(never)]
    pub(super) fn maybe(self, child: Option<El>) -> Self {
        self.html(child.map(Html::from).unwrap_or_default())
    }

    /// A child that is more than an element.
    #[inline(never)]
    pub(super) fn html(mut self, child: Html) -> Self {
        self.0.children.push(child);
        self
    }

    /// Asks something of the board on a click.
    #[inline(never)]
    pub(super) fn click(self, ask: &Callback<Ask>, what: Ask) -> Self {
        self.asks("click", ask, what)
    }

    /// Asks something of the board when this happens.
    pub(super) fn asks(self, event: &'static str, ask: &Callback<Ask>, what: Ask) -> Self {
        let ask = ask.clone();
        self.on(event, move |_| ask.emit(what.clone()))
    }

    /// Tells a part what has happened.
    #[inline(never)]
    pub(super) fn tells(self, event: &'static str, link: &Link, what: fn(Event) -> Told) -> Self {
        let link = link.clone();
        self.on(event, move |event| link.send_message(what(event)))
    }

    /// Listens to an event by its name.
    pub(super) fn on(self, event: &'static str, hear: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Box::new(hear))
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, hear: Box<dyn Fn(Event)>) -> Self {
        self.0.listeners.push(Some(Rc::new(On { event, hear })));
        self
    }

    #[inline(never)]
    fn put(mut self, name: &'static str, value: AttrValue) -> Self {
        self.0.names.push(name);
        self.0.values.push(Some(AttributeOrProperty::Attribute(value)));
        self
    }
}

/// What an event happened to, if it is of this kind.
pub(super) fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// A yes or no as ARIA spells it.
pub(super) fn yes_no(yes: bool) -> &'static str {
    if yes { "true" } else { "false" }
}

/// Several siblings where one is expected.
pub(super) fn all(siblings: Vec<Html>) -> Html {
    Html::VList(Rc::new(VList::from(siblings)))
}

impl From<El> for Html {
    #[inline(never)]
    fn from(El(making): El) -> Self {
        let mut making = *making;
        let tag = &mut making.tag;
        tag.attributes = Attributes::Dynamic {
            keys: lasting(making.names),
            values: making.values.into(),
        };
        tag.set_listeners(making.listeners.into());
        if let Some(children) = tag.children_mut() {
            *children = all(making.children);
        }
        Self::VTag(Rc::new(making.tag))
    }
}

thread_local! {
    /// Every list of attributes' names that an element was made with. There are as many as there are kinds of elements
    /// in the source, and Yew wants each to last: two drawings with the same list are compared value by value.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

fn lasting(names: Vec<&'static str>) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|known| {
        if let Some(known) = known.iter().find(|known| ***known == *names) {
            return *known;
        }
        let names: &'static [&'static str] = names.leak();
        known.push(names);
        names
    })
}

/// One kind of listener for all events.
struct On {
    event: &'static str,
    hear: Box<dyn Fn(Event)>,
}

impl Listener for On {
    fn kind(&self) -> ListenerKind {
        ListenerKind::other(self.event.into())
    }

    fn handle(&self, event: Event) {
        (self.hear)(event);
    }

    fn passive(&self) -> bool {
        self.event == "scroll"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(made: El, name: &str, attributes: &[(&str, &str)]) {
        let Html::VTag(tag) = made.into() else {
            unreachable!("an element is a tag")
        };
        assert_eq!(
            (tag.tag(), &*tag.attributes.iter().collect::<Vec<_>>()),
            (name, attributes)
        );
    }

    #[test]
    fn an_element_is_written_as_in_html() {
        check(el("p"), "p", &[]);
        check(
            el("svg class=bar viewBox='0 0 9 9' aria-hidden=true"),
            "svg",
            &[("class", "bar"), ("viewBox", "0 0 9 9"), ("aria-hidden", "true")],
        );
        check(
            el("img alt='' loading=lazy"),
            "img",
            &[("alt", ""), ("loading", "lazy")],
        );
    }

    #[test]
    fn classes_are_added_to_those_there_are() {
        check(el("p class=pill").class("").class("ok"), "p", &[("class", "pill ok")]);
        check(el("p").class("ok"), "p", &[("class", "ok")]);
    }

    #[test]
    fn an_attribute_that_says_yes_is_there_or_not() {
        check(
            el("option").flag("selected", true),
            "option",
            &[("selected", "selected")],
        );
        check(el("option").flag("selected", false), "option", &[]);
    }

    #[test]
    fn two_elements_with_the_same_attributes_share_the_list_of_their_names() {
        let names = || lasting(vec!["class", "id"]);
        assert!(std::ptr::eq(names(), names()));
        assert_ne!(names(), lasting(vec!["class"]));
    }

    #[test]
    fn what_is_not_there_keeps_its_place() {
        let Html::VTag(tag) = el("p").maybe(None).text("Hello").into() else {
            unreachable!("an element is a tag")
        };
        let children = tag.children().cloned().unwrap_or_default();
        assert_eq!(children, all(vec![Html::default(), VText::new("Hello").into()]));
    }
}

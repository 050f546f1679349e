//! A list that may grow long: the first of it, and more when they are asked for.

use std::rc::Rc;

use yew::Html;

use super::el::{El, el};
use super::part::{Link, Part, Told, part};
use super::speech::Speech;

/// So many are drawn at first, and so many more each time.
const STEP: usize = 200;

/// A list, by its tag, with its entries.
pub(super) fn long(speech: &Speech, list: &'static str, entries: Vec<El>) -> El {
    if entries.len() <= STEP {
        return entries.into_iter().fold(el(list), El::child);
    }
    let shown = Shown {
        list,
        entries: entries.into_iter().map(Html::from).collect(),
        speech: speech.clone(),
    };
    el("div").html(part::<Long>(shown, None))
}

struct Shown {
    list: &'static str,
    entries: Rc<[Html]>,
    speech: Speech,
}

/// Entries with the same words may do something else.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.entries, &other.entries)
    }
}

/// How many are drawn.
struct Long(usize);

impl Part for Long {
    type Shown = Shown;

    fn new(_shown: &Shown) -> Self {
        Self(STEP)
    }

    fn told(&mut self, _shown: &Shown, _what: Told) -> bool {
        self.0 += STEP;
        true
    }

    fn draw(&self, shown: &Shown, link: &Link) -> El {
        let first = shown.entries.iter().take(self.0).cloned();
        let list = first.fold(el(shown.list), El::html);
        let others = shown.entries.len().saturating_sub(self.0);
        let more = el("button type=button class=quiet").tells("click", link, |_| Told::Used);
        el("div")
            .html(list.into())
            .maybe((others > 0).then(|| more.words(shown.speech.count("for-you.more", others))))
    }
}

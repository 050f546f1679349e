//! Naming what of one's own belongs together. On the map it is a constellation of that name.

use yew::Html;

use crate::domain::event::Body;
use crate::domain::goals::Initiative;
use crate::view::ask::{Ask, Open};
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::form::ticks;
use crate::view::say::{Say, labelled, say};

/// A button for each of the viewer's constellations, and one for another.
pub(super) fn own(cx: Cx<'_>) -> Option<El> {
    let me = cx.actor()?;
    held(cx).next()?;
    let button =
        |title: &str| el("button type=button class=quiet").click(cx.ask, Ask::Open(Open::Constellation(title.into())));
    let named = cx.board.constellations(me);
    let named = named.iter().map(|named| button(&named.title).text(&named.title));
    let new = button("").words(cx.get("constellation.new"));
    Some(named.fold(el("span class=row"), El::child).child(new))
}

/// The form: its name, and which initiatives belong to it. One of the same name is replaced, and gone when it is empty.
pub(in crate::view) fn name_it(cx: Cx<'_>, title: &str) -> Html {
    let speech = cx.speech;
    let named = cx.actor().map(|me| cx.board.constellations(me)).unwrap_or_default();
    let known = named.iter().find(|named| &*named.title == title);
    let stars = held(cx).map(|initiative| {
        let ticked = known.is_some_and(|known| known.initiatives.contains(&initiative.id));
        (initiative.id.as_str(), &*initiative.title, ticked)
    });
    let name = el("input name=title maxlength=80 required=required autocomplete=off autofocus=autofocus").value(title);
    let what = Say {
        heading: speech.get("constellation.new"),
        why: None,
        fields: vec![
            labelled(speech, "sign-in.name", name),
            ticks(speech.get("constellation.stars"), stars),
        ],
        submit: "constellation.submit",
        title: &title.into(),
    };
    let mine: Vec<_> = held(cx).map(|initiative| initiative.id.clone()).collect();
    say(speech, cx.ask, what, move |fields| {
        let ticked = mine.iter().filter(|id| !fields.text(id.as_str()).is_empty());
        Some(Body::Constellation {
            title: fields.text("title"),
            initiatives: ticked.cloned().collect(),
        })
    })
}

/// What the viewer has.
fn held<'a>(cx: Cx<'a>) -> impl Iterator<Item = &'a Initiative> {
    let me = cx.actor();
    let works = cx.board.works();
    works.filter_map(move |(_, initiative, work)| work.holds(me?).then_some(&**initiative))
}

//! The one-to-one sheet, to talk about and to print. Private notes stay in this browser.

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::Html;

use super::about;
use crate::domain::attention::Scene;
use crate::domain::id::MemberId;
use crate::domain::one_to_one::{Sheet, one_to_one};
use crate::view::ask::Ask;
use crate::view::cx::Cx;
use crate::view::dialog::dialog;
use crate::view::el::{El, all, el};
use crate::web::storage;

pub(in crate::view) fn sheet(cx: Cx<'_>, member: &MemberId) -> Html {
    let scene: &Scene<'_> = cx.scene;
    let Some(sheet) = one_to_one(scene, member, None) else {
        return Html::default();
    };
    let speech = cx.speech;
    let since = speech.say("sheet.since", &[("day", &speech.day(sheet.since))]);
    let print = el("button type=button class='quiet no-print'")
        .click(cx.ask, Ask::Print)
        .words(speech.get("print"));
    let mut body = vec![
        el("div class=row")
            .child(el("p class=soft").words(since))
            .child(el("span class=push"))
            .child(print)
            .into(),
    ];
    let mut section = |key: &'static str, rows: Vec<El>| {
        if !rows.is_empty() {
            body.push(el("h3").words(speech.get(key)).into());
            body.push(rows.into_iter().fold(el("ul class=sheet"), El::child).into());
        }
    };
    section("sheet.claims", claims(cx, &sheet));
    section("sheet.trouble", trouble(cx, &sheet));
    section("sheet.said", said(cx, &sheet));
    section("sheet.pitches", pitches(cx, &sheet));
    section("sheet.decisions", decisions(cx, &sheet));
    section("sheet.learned", learned(cx, &sheet));
    body.push(notes(cx, member).into());
    let title = speech.say("people.sheet.name", &[("title", &sheet.member.name)]);
    dialog(speech, title, cx.ask, all(body))
}

fn claims(cx: Cx<'_>, sheet: &Sheet) -> Vec<El> {
    let each = sheet.claims.iter().map(|held| {
        el("li class=row")
            .child(el("span").text(&held.title))
            .child(el("span class=push"))
            .maybe(cx.due(held.due, held.late))
            .maybe(cx.confidence(held.confidence))
            .maybe(cx.place(held.waiting))
    });
    each.collect()
}

fn trouble(cx: Cx<'_>, sheet: &Sheet) -> Vec<El> {
    let own = sheet.trouble.iter().map(|trouble| {
        let names: Vec<_> = trouble.help.iter().map(|person| person.first_name()).collect();
        let help = (!names.is_empty())
            .then(|| el("p class='soft small'").words(cx.speech.say("sheet.help", &[("names", &names.join(", "))])));
        el("li")
            .child(about(cx, &trouble.on, &trouble.title))
            .child(el("p").text(&trouble.blocker))
            .maybe(help)
    });
    let asked = sheet.asked.iter().map(|matter| {
        let words = cx.speech.say("sheet.asked", &[("title", &matter.title)]);
        el("li").child(el("p").words(words))
    });
    own.chain(asked).collect()
}

fn said(cx: Cx<'_>, sheet: &Sheet) -> Vec<El> {
    let each = sheet.said.iter().rev().map(|said| {
        let check_in = &said.check_in;
        let mut entry = el("li").child(
            el("p")
                .child(about(cx, &said.on, &said.title))
                .child(el("span class='soft small'").words([" · ", &cx.speech.day(said.day)].concat())),
        );
        for line in [&check_in.line, &check_in.change, &check_in.blocker] {
            if !line.is_empty() {
                entry.add(el("p").text(line));
            }
        }
        entry
    });
    each.collect()
}

fn pitches(cx: Cx<'_>, sheet: &Sheet) -> Vec<El> {
    let each = sheet.pitches.iter().map(|pitched| {
        let reason = pitched.ruled.as_ref().filter(|ruled| !ruled.reason.is_empty());
        let reason = reason.map(|ruled| el("p class=said").child(el("q").text(&ruled.reason)));
        let row = el("div class=row")
            .child(el("span").text(&pitched.title))
            .child(el("span class=push"))
            .child(cx.pitched(pitched.state));
        el("li").child(row).maybe(reason)
    });
    each.collect()
}

fn decisions(cx: Cx<'_>, sheet: &Sheet) -> Vec<El> {
    let each = sheet.decisions.iter().map(|decided| {
        let words = cx.speech.say(decided.how.key(), &[("title", &decided.title)]);
        el("li").child(el("p").words(words))
    });
    each.collect()
}

fn learned(cx: Cx<'_>, sheet: &Sheet) -> Vec<El> {
    let each = sheet.learned.iter().map(|learned| {
        el("li")
            .child(about(cx, &learned.on, &learned.title))
            .child(el("p").text(&learned.words))
    });
    each.collect()
}

/// Nobody else ever sees them: they are no events.
fn notes(cx: Cx<'_>, member: &MemberId) -> El {
    let goals = cx.goals();
    let board = goals.id.as_deref().unwrap_or(&goals.title);
    let key = ["alignment-board:notes:", board, ":", member.as_str()].concat();
    let text = storage::get(&key).unwrap_or_default();
    let field = el("textarea name=notes rows=4").value(&text).on("input", move |event| {
        let field = event.target().and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
        if let Some(field) = field {
            storage::set(&key, &field.value());
        }
    });
    let label = el("label").words(cx.get("sheet.notes")).child(field);
    el("div class=notes")
        .child(label)
        .child(el("p class='soft small'").words(cx.get("sheet.private")))
}

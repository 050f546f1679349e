//! One guardrail: whether it is kept, its numbers, and what a breach stops.

use yew::Html;

use super::spark::spark;
use crate::app::Action;
use crate::domain::event::{Body, Subject};
use crate::domain::goals::{Band, Guardrail, GuardrailKind, OnBreach};
use crate::domain::guardrail::{Detail, Spending, Standing, State};
use crate::domain::id::{GuardrailId, InitiativeId};
use crate::domain::progress::Status;
use crate::view::ask::{Ask, Open};
use crate::view::bar::bar;
use crate::view::cx::Cx;
use crate::view::el::{El, el};
use crate::view::form::choices;
use crate::view::say::{Say, field, labelled, say};
use crate::view::subject;

/// Whether it is kept, in words, and the tone of the words.
pub(in crate::view) fn standing_words(cx: Cx<'_>, standing: &Standing) -> (String, &'static str) {
    let (key, tone) = match standing.state {
        State::Kept => ("limits.kept", "ok"),
        State::Breached => ("limits.breached", "bad"),
        State::Unknown => ("limits.unknown", "warn"),
        State::InWords => ("limits.in-words", "none"),
    };
    (cx.get(key), tone)
}

pub(super) fn guardrail(cx: Cx<'_>, guardrail: &Guardrail, standing: &Standing) -> El {
    let (words, tone) = standing_words(cx, standing);
    let head = el("div class=row")
        .child(el("h3").text(&guardrail.title))
        .child(el("span class='pill push'").class(tone).words(words));
    let card = el("article class=card")
        .attr("data-guardrail", guardrail.id.as_str())
        .child(head);
    let card = match &standing.detail {
        Detail::Metric(gauged) => {
            let unit = match &guardrail.kind {
                GuardrailKind::Metric { unit, .. } => unit.as_deref().unwrap_or_default(),
                _ => "",
            };
            let latest = gauged.latest().map(|reading| {
                let value = [&cx.speech.number(reading.value), " ", unit].concat();
                let day = reading.day.map(|day| [" · ", &cx.speech.day(day)].concat());
                el("p")
                    .child(el("strong class=figure").words(value))
                    .words(day.unwrap_or_default())
            });
            card.maybe(latest)
                .child(el("p class='soft small'").words(band_words(cx, gauged.band, unit)))
                .maybe(spark(gauged))
        }
        Detail::Budget(spending) => budget(cx, card, spending),
        Detail::Claims(claims) => {
            let limit = cx.speech.say("limits.claims", &[("limit", &claims.limit.to_string())]);
            let mut card = card.child(el("p").words(limit));
            for over in claims.over() {
                let n = over.open().to_string();
                let words = cx.speech.say("limits.over", &[("name", &over.person.name), ("n", &n)]);
                card.add(el("p class='bad small'").words(words));
            }
            card
        }
        Detail::Words => card,
    };
    card.maybe(scope(cx, guardrail))
        .maybe(effect(cx, standing))
        .maybe(waivers(cx, guardrail))
        .maybe(acts(cx, guardrail, standing))
}

pub(in crate::view) fn band_words(cx: Cx<'_>, band: Band, unit: &str) -> String {
    let number = |value: f64| cx.speech.number(value);
    let args = |min: &str, max: &str, key| cx.speech.say(key, &[("min", min), ("max", max), ("unit", unit)]);
    match (band.min, band.max) {
        (Some(min), Some(max)) => args(&number(min), &number(max), "limits.between"),
        (Some(min), None) => args(&number(min), "", "limits.least"),
        (None, Some(max)) => args("", &number(max), "limits.most"),
        (None, None) => cx.get("limits.no-band"),
    }
}

fn budget(cx: Cx<'_>, card: El, spending: &Spending) -> El {
    let money = |amount: f64| {
        cx.speech.money(&crate::domain::goals::Money {
            amount,
            currency: spending.limit.currency.clone(),
        })
    };
    let over = spending.room < 0.0;
    let words = cx.speech.say(
        if over { "limits.overspent" } else { "limits.spent" },
        &[
            ("used", &money(spending.used)),
            ("limit", &money(spending.limit.amount)),
            ("room", &money(spending.room.abs())),
        ],
    );
    let share = spending.used / spending.limit.amount.max(f64::MIN_POSITIVE);
    let mut list = el("ul class=claims");
    for counted in &spending.counted {
        let title =
            subject::of(cx.board, &Subject::Initiative(counted.initiative.clone())).unwrap_or_else(|| "".into());
        list.add(
            el("li class=row")
                .child(el("span").text(&title))
                .child(el("span class='push number'").words(money(counted.amount))),
        );
    }
    let counted = (!spending.counted.is_empty()).then(|| {
        let summary = el("summary").words(cx.speech.count("limits.counted", spending.counted.len()));
        el("details").child(summary).child(list)
    });
    let elsewhere: Vec<_> = spending.elsewhere.iter().map(|money| cx.speech.money(money)).collect();
    let elsewhere = (!elsewhere.is_empty()).then(|| {
        el("p class='soft small'").words(cx.speech.say("limits.elsewhere", &[("money", &elsewhere.join(", "))]))
    });
    card.child(el("p").words(words))
        .child(bar(Some(share), None, over.then_some(Status::OffTrack)))
        .maybe(counted)
        .maybe(elsewhere)
}

/// Under which objectives it applies, when not everywhere.
fn scope(cx: Cx<'_>, guardrail: &Guardrail) -> Option<El> {
    let titles = guardrail
        .objectives
        .iter()
        .filter_map(|id| subject::of(cx.board, &Subject::Objective(id.clone())));
    let titles: Vec<_> = titles.collect();
    (!titles.is_empty())
        .then(|| el("p class='soft small'").words(cx.speech.say("limits.scope", &[("titles", &titles.join(", "))])))
}

/// What it stops or warns about today.
fn effect(cx: Cx<'_>, standing: &Standing) -> Option<El> {
    if matches!(standing.state, State::InWords) {
        return None;
    }
    let key = match standing.on_breach {
        OnBreach::Block => "limits.blocks",
        OnBreach::Warn => "limits.warns",
    };
    let n = standing.affected.len();
    let now = (n > 0).then(|| cx.speech.count("limits.affected", n));
    let words = [&cx.get(key), " ", &now.unwrap_or_default()].concat();
    Some(el("p class=small").words(words))
}

fn waivers(cx: Cx<'_>, guardrail: &Guardrail) -> Option<El> {
    let number = cx.board.number(&Subject::Guardrail(guardrail.id.clone()))?;
    let mut list = el("ul class=history");
    for waiver in &number.waivers {
        let title = subject::of(cx.board, &Subject::Initiative(waiver.initiative.clone())).unwrap_or_else(|| "".into());
        let words = cx.speech.say(
            "limits.waived",
            &[
                ("name", waiver.by.first_name()),
                ("title", &title),
                ("reason", &waiver.reason),
            ],
        );
        list.add(el("li class=small").words(words));
    }
    (!number.waivers.is_empty()).then_some(list)
}

fn acts(cx: Cx<'_>, guardrail: &Guardrail, standing: &Standing) -> Option<El> {
    let me = cx.actor()?;
    let (goals, today) = (cx.goals(), cx.state.now.today);
    let lead = goals.leads_limit(me, guardrail, today);
    let watches = goals.may_watch(me, guardrail, today);
    let metric = matches!(standing.detail, Detail::Metric(_));
    let report = (metric && watches).then(|| {
        cx.opens(
            "limits.report",
            &guardrail.title,
            Open::CheckIn(Subject::Guardrail(guardrail.id.clone())),
        )
    });
    let waive = (lead && standing.state == State::Breached)
        .then(|| cx.opens("limits.waive", &guardrail.title, Open::Waive(guardrail.id.clone())));
    (report.is_some() || waive.is_some())
        .then(|| el("div class=foot").child(el("span class=acts").maybe(report).maybe(waive)))
}

/// A lead lets one initiative pass.
pub(in crate::view) fn waive(cx: Cx<'_>, id: &GuardrailId) -> Html {
    let title = subject::title(cx.state, &Subject::Guardrail(id.clone()));
    let all = cx.goals().initiatives();
    let options = all.map(|(_, initiative)| (initiative.id.to_string(), initiative.title.to_string()));
    let select = choices("select name=initiative required=required", None, options.collect());
    let what = Say {
        heading: cx.speech.say("limits.waive.name", &[("title", &title)]),
        why: Some("limits.waive.why"),
        fields: vec![
            labelled(cx.speech, "limits.waive.for", select),
            field(
                cx.speech,
                "decide.reason",
                "textarea name=reason rows=2 maxlength=1000 required=required",
            ),
        ],
        submit: "limits.waive.submit",
        title: &title,
    };
    let guardrail = id.clone();
    say(cx.speech, cx.ask, what, move |fields| {
        Some(Body::Waive {
            guardrail: guardrail.clone(),
            initiative: InitiativeId::from(&*fields.text("initiative")),
            reason: fields.text("reason"),
        })
    })
}

/// Takes the viewer's own word back.
pub(super) fn undo(event: crate::domain::event::EventId) -> Ask {
    Ask::Do(Action::Undo(event))
}

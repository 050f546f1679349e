//! Which cards to show: by words, by state, by who has them.

use web_sys::{Event, HtmlInputElement, HtmlSelectElement};
use yew::Callback;

use super::arranged::Arranged;
use super::ask::Ask;
use super::el::{El, el, target, yes_no};
use super::speech::Speech;
use crate::app::State;
use crate::domain::board::Board;
use crate::domain::filter::{Filter, What, counts};
use crate::domain::goals::Member;
use crate::domain::id::MemberId;
use crate::domain::order::Order;

pub(super) fn toolbar(
    speech: &Speech,
    state: &State,
    arranged: &Arranged,
    shown: usize,
    ask: &Callback<Ask>,
    board: &Board,
) -> El {
    let filter = &arranged.filter;
    let viewer = state.viewer.as_ref().map(|person| &person.id);
    let counts = counts(board, viewer);
    let search = el("input type=search autocomplete=off")
        .attr("aria-label", &speech.get("filter.search.name"))
        .attr("placeholder", &speech.count("filter.search", counts[0]))
        .value(&filter.text)
        .on(
            "input",
            with(filter, ask, |filter, event| {
                if let Some(input) = target::<HtmlInputElement>(event) {
                    filter.text = input.value();
                }
            }),
        );
    let mut chips = el("div class=chips");
    for (what, count) in What::ALL.into_iter().zip(counts) {
        let label = match what {
            What::Everything => speech.get("filter.everything"),
            What::Free => speech.count("filter.free", count),
            What::Mine => speech.count("filter.mine", count),
            What::InProgress => speech.count("filter.in-progress", count),
        };
        let wanted = Filter { what, ..filter.clone() };
        let chip = el("button type=button class=chip")
            .attr("aria-pressed", yes_no(filter.what == what))
            .click(ask, Ask::Filter(wanted));
        chips.add(chip.words(label));
    }
    let members = &board.goals().members;
    let by_member = (members.len() > 1).then(|| by_member(speech, filter, members, ask));
    let shown = (!filter.is_empty()).then(|| el("span class=shown").words(speech.count("filter.shown", shown)));
    el("div class=tools role=search part=tools")
        .child(search)
        .child(chips)
        .maybe(by_member)
        .child(order(speech, arranged.order, ask, state.lately.is_some()))
        .maybe(shown)
}

fn by_member(speech: &Speech, filter: &Filter, members: &[Member], ask: &Callback<Ask>) -> El {
    let anybody = el("option value=''")
        .flag("selected", filter.member.is_none())
        .words(speech.get("filter.anybody"));
    let mut select = el("select name=member")
        .attr("aria-label", &speech.get("filter.member.name"))
        .on(
            "change",
            with(filter, ask, |filter, event| {
                if let Some(select) = target::<HtmlSelectElement>(event) {
                    filter.member = Some(select.value()).filter(|id| !id.is_empty()).map(MemberId::from);
                }
            }),
        )
        .child(anybody);
    for member in members {
        let option = el("option")
            .attr("value", member.id.as_str())
            .flag("selected", filter.member.as_ref() == Some(&member.id));
        select.add(option.text(&member.name));
    }
    select
}

/// In which order the cards stand, folded away until wanted.
fn order(speech: &Speech, order: Order, ask: &Callback<Ask>, complete: bool) -> El {
    let key = match order {
        other if complete && other != Order::Document => order_key(other),
        _ => "order.summary",
    };
    let list = complete.then(|| orders(speech, order, ask));
    // Another order, another fold: it closes when one is chosen.
    el("details class=menu")
        .key(order.name())
        .child(el("summary class=chip").words(speech.get(key)))
        .maybe(list)
}

/// Those to choose from, once the whole program is here.
#[inline(never)]
fn orders(speech: &Speech, order: Order, ask: &Callback<Ask>) -> El {
    let mut list = el("ul class=menu-list");
    for other in Order::ALL {
        let entry = el("button type=button")
            .attr("aria-pressed", yes_no(order == other))
            .click(ask, Ask::Order(other));
        list.add(el("li").child(entry.words(speech.get(order_key(other)))));
    }
    list
}

#[inline(never)]
fn order_key(order: Order) -> &'static str {
    match order {
        Order::Document => "order.document",
        Order::Due => "order.due",
        Order::Confidence => "order.confidence",
        Order::Title => "order.title",
    }
}

/// Asks for the present filter with a change.
fn with(filter: &Filter, ask: &Callback<Ask>, change: fn(&mut Filter, &Event)) -> impl Fn(Event) + 'static {
    let (filter, ask) = (filter.clone(), ask.clone());
    move |event| {
        let mut filter = filter.clone();
        change(&mut filter, &event);
        ask.emit(Ask::Filter(filter));
    }
}

//! Which cards to show: by words, by state, by who has them.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::board::Ask;
use super::speech::Speech;
use crate::app::State;
use crate::domain::filter::{Filter, What, counts};
use crate::domain::id::MemberId;

pub(super) fn toolbar(speech: &Speech, state: &State, filter: &Filter, shown: usize, ask: &Callback<Ask>) -> Html {
    let Some(board) = &state.board else {
        return Html::default();
    };
    let viewer = state.viewer.as_ref().map(|person| &person.id);
    let counts = counts(board, viewer);
    let search = with(filter, ask, |filter, event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            filter.text = input.value();
        }
    });
    let by_member = with(filter, ask, |filter, event: Event| {
        if let Some(select) = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok())
        {
            filter.member = Some(select.value()).filter(|id| !id.is_empty()).map(MemberId::from);
        }
    });
    let chips = What::ALL.iter().zip(counts).map(|(what, count)| {
        let what = *what;
        let onclick = with(filter, ask, move |filter, _: MouseEvent| filter.what = what);
        let label = match what {
            What::Everything => speech.get("filter.everything"),
            What::Free => speech.count("filter.free", count),
            What::Mine => speech.count("filter.mine", count),
            What::InProgress => speech.count("filter.in-progress", count),
        };
        let pressed = filter.what == what;
        html! { <button type="button" class="chip" aria-pressed={pressed.to_string()} {onclick}>{ label }</button> }
    });
    let members = &board.goals().members;
    html! {
        <div class="tools" role="search" part="tools">
            <input type="search" value={filter.text.clone()} oninput={search} autocomplete="off"
                aria-label={speech.get("filter.search.name")} placeholder={speech.count("filter.search", counts[0])} />
            <div class="chips">{ for chips }</div>
            if members.len() > 1 {
                <select name="member" aria-label={speech.get("filter.member.name")} onchange={by_member}>
                    <option value="" selected={filter.member.is_none()}>{ speech.get("filter.anybody") }</option>
                    { for members.iter().map(|member| html! {
                        <option value={member.id.text()} selected={filter.member.as_ref() == Some(&member.id)}>{ &*member.name }</option>
                    }) }
                </select>
            }
            if !filter.is_empty() {
                <span class="shown">{ speech.count("filter.shown", shown) }</span>
            }
        </div>
    }
}

/// A callback that asks for the present filter with a change.
fn with<E: 'static>(filter: &Filter, ask: &Callback<Ask>, change: impl Fn(&mut Filter, E) + 'static) -> Callback<E> {
    let (filter, ask) = (filter.clone(), ask.clone());
    Callback::from(move |event: E| {
        let mut filter = filter.clone();
        change(&mut filter, event);
        ask.emit(Ask::Filter(filter));
    })
}

//! The board: takes a session's states, and turns what people do into what the session is asked.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::check_in::CheckInDialog;
use super::column::Column;
use super::details::DetailsDialog;
use super::failure::FailureNotice;
use super::faults::Faults;
use super::finish::FinishDialog;
use super::focus;
use super::hand_over::HandOverDialog;
use super::header::Header;
use super::keeping::KeepingDialog;
use super::picker::Picker;
use super::speech::Speech;
use super::toast::Toast;
use super::toolbar::Toolbar;
use crate::app::{Action, Phase, Session, State, Theme};
use crate::domain::card::{self, Act};
use crate::domain::event::Subject;
use crate::domain::filter::Filter;
use crate::domain::goals::Text;
use crate::domain::id::{InitiativeId, KeyResultId};

/// The whole board.
pub(super) struct Root {
    state: Rc<State>,
    speech: Speech,
    filter: Filter,
    open: Open,
    root: NodeRef,
    ask: Callback<Ask>,
    /// The card whose button was used: focus stays on it when the button goes.
    used: Option<InitiativeId>,
}

#[derive(Properties, PartialEq)]
pub(super) struct Props {
    pub(super) session: Session,
}

/// What a person asks of the board.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Ask {
    /// Something on a card.
    Act(Act, InitiativeId),
    /// The number of a key result.
    Measure(KeyResultId),
    /// More about a card.
    Details(InitiativeId),
    /// Say who is looking.
    Pick,
    /// Where events are kept.
    Keeping,
    /// Other cards.
    Filter(Filter),
    /// What a dialog came to.
    Do(Action),
    /// A name was picked.
    Am(Text),
    /// Close what is open.
    Close,
    /// A copy of everything, as a file.
    SaveCopy,
    /// Try loading again.
    Retry,
}

/// Which dialog is open.
#[derive(Clone, Debug, Default, PartialEq)]
enum Open {
    #[default]
    Nothing,
    Picker {
        then: Option<(Act, InitiativeId)>,
    },
    CheckIn(Subject),
    HandOver(InitiativeId),
    Finish(InitiativeId),
    Details(InitiativeId),
    Keeping,
}

pub(super) enum Msg {
    State(Rc<State>),
    Asked(Ask),
}

impl Component for Root {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let session = &ctx.props().session;
        session.watch(move |state| link.send_message(Msg::State(state)));
        let state = session.state();
        Self {
            speech: Speech::new(&state.options.lang),
            state,
            filter: Filter::default(),
            open: Open::Nothing,
            root: NodeRef::default(),
            ask: ctx.link().callback(Msg::Asked),
            used: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::State(state) => {
                if state.options.lang != self.state.options.lang {
                    self.speech = Speech::new(&state.options.lang);
                }
                self.state = state;
                true
            }
            Msg::Asked(ask) => self.asked(&ctx.props().session, ask),
        }
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let theme = match self.state.options.theme {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        html! {
            <ContextProvider<Speech> context={self.speech.clone()}>
                <div part="board" class="board" ref={self.root.clone()} data-theme={theme} tabindex="-1">
                    { self.body() }
                    { self.dialog() }
                    <Toast happened={self.state.happened.clone()} ask={self.ask.clone()} />
                </div>
            </ContextProvider<Speech>>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if let (Some(id), Some(board)) = (&self.used, self.root.cast::<Element>())
            && focus::is_lost(&board)
            && focus::to_card(&board, id.as_str())
        {
            self.used = None;
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().session.unwatch();
    }
}

impl Root {
    fn body(&self) -> Html {
        match &self.state.phase {
            Phase::Failed(failure) => html! { <FailureNotice failure={failure.clone()} ask={self.ask.clone()} /> },
            Phase::Ready => self.ready(),
            Phase::Loading => html! { <p class="loading" role="status">{ self.speech.get("board.loading") }</p> },
            Phase::Idle => html! { <p class="loading">{ self.speech.get("board.idle") }</p> },
        }
    }

    fn ready(&self) -> Html {
        let Some(board) = &self.state.board else {
            return Html::default();
        };
        let viewer = self.state.viewer.as_ref().map(|person| &person.id);
        let goals = board.goals();
        let many = goals.objectives.len() > 1;
        let solid = first_due(&self.state);
        let mut shown = 0;
        let columns: Html = goals
            .objectives
            .iter()
            .zip(&self.state.summaries)
            .map(|(objective, summary)| {
                let cards = objective.initiatives.iter().filter_map(|initiative| {
                    let work = board.work(&initiative.id)?;
                    let shows = self.filter.shows(initiative, work, viewer);
                    shows.then(|| (initiative.clone(), work.clone()))
                });
                let cards: Rc<[_]> = cards.collect();
                shown += cards.len();
                html! {
                    <Column key={objective.id.as_str()} objective={objective.clone()} summary={summary.clone()}
                        {cards} goals={goals.clone()} board={ByValue(self.state.clone())} filtered={!self.filter.is_empty()}
                        solid={solid.clone().filter(|id| objective.initiatives.iter().any(|i| i.id == *id))}
                        ask={self.ask.clone()} />
                }
            })
            .collect();
        html! {
            <>
                <Header state={self.state.clone()} ask={self.ask.clone()} />
                <Faults faults={self.state.faults.clone()} />
                if goals.objectives.is_empty() {
                    <p class="empty">{ self.speech.get("board.empty") }</p>
                } else {
                    <Toolbar state={self.state.clone()} filter={self.filter.clone()} {shown} ask={self.ask.clone()} />
                    <div class={classes!("columns", many.then_some("many"))} part="columns">{ columns }</div>
                }
            </>
        }
    }

    fn dialog(&self) -> Html {
        let (state, ask) = (self.state.clone(), self.ask.clone());
        match self.open.clone() {
            Open::Nothing => Html::default(),
            Open::Picker { .. } => html! { <Picker {state} {ask} /> },
            Open::CheckIn(on) => html! { <CheckInDialog {state} {on} {ask} /> },
            Open::HandOver(initiative) => html! { <HandOverDialog {state} {initiative} {ask} /> },
            Open::Finish(initiative) => html! { <FinishDialog {state} {initiative} {ask} /> },
            Open::Details(initiative) => html! { <DetailsDialog {state} {initiative} {ask} /> },
            Open::Keeping => html! { <KeepingDialog {state} {ask} /> },
        }
    }

    fn asked(&mut self, session: &Session, ask: Ask) -> bool {
        match ask {
            Ask::Act(act, id) => return self.act(session, act, id),
            Ask::Measure(id) => self.open = Open::CheckIn(Subject::KeyResult(id)),
            Ask::Details(id) => self.open = Open::Details(id),
            Ask::Pick => self.open = Open::Picker { then: None },
            Ask::Keeping => self.open = Open::Keeping,
            Ask::Filter(filter) => self.filter = filter,
            Ask::Do(action) => {
                self.close();
                session.ask(action);
            }
            Ask::Am(name) => {
                let then = match self.close() {
                    Open::Picker { then } => then,
                    _ => None,
                };
                if let (true, Some((act, id))) = (session.choose(&name), then) {
                    self.state = session.state();
                    return self.act(session, act, id);
                }
            }
            Ask::Close => {
                self.close();
            }
            Ask::SaveCopy => session.save_copy(),
            Ask::Retry => session.load(None),
        }
        true
    }

    fn act(&mut self, session: &Session, act: Act, id: InitiativeId) -> bool {
        let Some(viewer) = self.state.viewer.clone() else {
            self.open = Open::Picker { then: Some((act, id)) };
            return true;
        };
        self.used = Some(id.clone());
        match act {
            Act::CheckIn => self.open = Open::CheckIn(Subject::Initiative(id)),
            Act::HandOver => self.open = Open::HandOver(id),
            Act::Finish => self.open = Open::Finish(id),
            Act::Claim | Act::Wait => session.ask(Action::Claim(id)),
            Act::Release | Act::Leave => session.ask(Action::Release(id, Text::from(""))),
            Act::Reopen => session.ask(Action::Reopen(id)),
            Act::Accept => {
                let work = self.state.board.as_ref().and_then(|board| board.work(&id));
                if let Some(offer) = work.and_then(|work| work.offer_to(&viewer.id)).map(|offer| offer.event) {
                    session.ask(Action::Accept(id, offer));
                }
            }
        }
        true
    }

    fn close(&mut self) -> Open {
        std::mem::take(&mut self.open)
    }
}

/// Lets a state be a property without being compared part by part on each card.
#[derive(Clone, Debug)]
pub(super) struct ByValue(pub(super) Rc<State>);

impl PartialEq for ByValue {
    /// What a column sees of the state, besides its own cards and numbers.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&*self.0, &*other.0);
        a.viewer == b.viewer && a.now == b.now && a.options == b.options && a.keeping == b.keeping
    }
}

/// The first card of the viewer's that waits for a check-in: it gets the one solid button on the screen.
fn first_due(state: &State) -> Option<InitiativeId> {
    let (board, viewer) = (state.board.as_ref()?, state.viewer.as_ref()?);
    let mut mine = board.works().filter(|(_, _, work)| work.holds(&viewer.id));
    let due = mine.find(|(_, _, work)| card::check_in_due(board.goals(), work, state.now).is_some());
    due.map(|(_, initiative, _)| initiative.id.clone())
}

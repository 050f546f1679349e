//! The board: takes a session's states, and turns what people do into what the session is asked.

use std::rc::Rc;

use web_sys::Element;
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

use super::activity::Traveller;
use super::arranged::Arranged;
use super::ask::{Ask, MayI, Open};
use super::claim;
use super::columns::columns;
use super::dialogs::opened;
use super::el::{all, el};
use super::failure::failure;
use super::faults::faults;
use super::focus;
use super::for_you::for_you;
use super::header::header;
use super::nav::nav;
use super::pages::{self, Looked, shown_on};
use super::paper::Paper;
use super::part::part;
use super::same::Same;
use super::speech::Speech;
use super::toast::{self, Toast};
use super::work::relocated;
use crate::app::{Action, Page, Phase, Session, State, Theme};
use crate::domain::card::Act;
use crate::domain::event::Subject;
use crate::domain::goals::Text;
use crate::domain::id::InitiativeId;

/// The whole board, drawn from a session and its every change.
pub struct AlignmentBoard {
    state: Rc<State>,
    speech: Speech,
    page: Page,
    arranged: Arranged,
    open: Open,
    unfolded: bool,
    may_i: Option<MayI>,
    traveller: Traveller,
    paper: Paper,
    root: NodeRef,
    ask: Callback<Ask>,
    /// The card whose button was used: focus stays on it when the button goes.
    used: Option<InitiativeId>,
    /// The card that a dialog was about, until what was done is there: then it may stand elsewhere.
    done: Option<InitiativeId>,
}

impl std::fmt::Debug for AlignmentBoard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("AlignmentBoard")
    }
}

/// Properties of [`AlignmentBoard`].
#[derive(Properties, PartialEq, Clone, Debug)]
pub struct Props {
    /// The board to draw.
    pub session: Session,
    /// Whether it has less than 480 pixels to stand in at first.
    #[prop_or_default]
    pub narrow: bool,
}

/// Handled by [`AlignmentBoard`] itself.
#[doc(hidden)]
#[derive(Debug)]
pub struct Msg(Said);

#[derive(Debug)]
enum Said {
    State(Rc<State>),
    Asked(Ask),
    /// The page's address says something else.
    Moved,
}

impl Msg {
    /// Brings a card into sight.
    #[must_use]
    pub fn reveal(id: InitiativeId) -> Self {
        Self(Said::Asked(Ask::Reveal(id)))
    }

    /// Opens "Suggest something", with what is said already.
    #[must_use]
    pub fn suggest(idea: &str, link: &str) -> Self {
        Self(Said::Asked(Ask::Open(Open::Suggest(idea.into(), link.into()))))
    }
}

impl Component for AlignmentBoard {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link().clone();
        let session = &ctx.props().session;
        session.watch(move |state| link.send_message(Msg(Said::State(state))));
        let state = session.state();
        let address = ctx.link().clone();
        Self {
            speech: Speech::new(&state.options),
            page: state.options.page,
            state,
            arranged: Arranged::new(move || address.send_message(Msg(Said::Moved))),
            open: Open::Nothing,
            unfolded: false,
            may_i: None,
            traveller: Traveller::default(),
            paper: Paper::default(),
            root: NodeRef::default(),
            ask: ctx.link().callback(|ask| Msg(Said::Asked(ask))),
            used: None,
            done: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg.0 {
            Said::State(state) => {
                let (new, old) = (&state.options, &self.state.options);
                if new.lang != old.lang || new.words != old.words {
                    self.speech = Speech::new(new);
                }
                if state.options.page != self.state.options.page {
                    self.page = state.options.page;
                }
                let first = state.phase == Phase::Ready && self.state.phase != Phase::Ready;
                if state.happened != self.state.happened {
                    self.used = self.done.take().or(self.used.take());
                }
                self.state = state;
                if first && ctx.props().narrow {
                    self.arranged.mine_first(&self.state);
                }
                if first {
                    self.arrive(&ctx.props().session, true);
                }
                if self.page == Page::Activity {
                    self.gather(&ctx.props().session);
                }
                if self.state.lately.is_some() {
                    self.paper.listen(&self.ask);
                }
                true
            }
            Said::Asked(Ask::Filter(filter)) => {
                self.arranged.filter = filter;
                self.arranged.write();
                true
            }
            Said::Moved => {
                self.arrive(&ctx.props().session, false);
                true
            }
            Said::Asked(ask) => self.asked(&ctx.props().session, ask),
        }
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let theme = match self.state.options.theme {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        };
        let toast = toast::Shown {
            happened: self.state.happened.as_ref().map(Same::new),
            speech: self.speech.clone(),
            ask: self.ask.clone(),
        };
        el("div part=board class=board tabindex=-1")
            .node(&self.root)
            .maybe_attr("data-theme", theme)
            .maybe_attr("lang", self.speech.lang())
            .maybe_attr("dir", self.speech.dir().filter(|_| !self.state.options.has_dir))
            .html(self.body(&ctx.props().session))
            .html(self.dialog(&ctx.props().session))
            .html(part::<Toast>(toast, None))
            .into()
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if let (Some(id), Some(board)) = (&self.used, self.root.cast::<Element>())
            && focus::is_lost(&board)
            && focus::to_card(&board, id.as_str())
        {
            self.used = None;
        }
        if let Some(board) = self.root.cast::<Element>() {
            self.arranged.seek(&board);
        }
    }

    fn destroy(&mut self, ctx: &Context<Self>) {
        ctx.props().session.unwatch();
    }
}

impl AlignmentBoard {
    fn body(&self, session: &Session) -> Html {
        match &self.state.phase {
            Phase::Failed(why) => failure(&self.speech, why, &self.ask).into(),
            Phase::Ready => self.ready(session),
            Phase::Loading => el("p class=loading role=status")
                .words(self.speech.get("board.loading"))
                .into(),
            Phase::Idle => el("p class=loading").words(self.speech.get("board.idle")).into(),
        }
    }

    fn ready(&self, session: &Session) -> Html {
        let Some(board) = &self.state.board else {
            return Html::default();
        };
        let (speech, state, ask) = (&self.speech, &*self.state, &self.ask);
        let page = match self.page {
            Page::Board => all(vec![
                columns(speech, &self.state, &self.arranged, ask, board),
                self.paper
                    .sheet(speech, state, &self.arranged, board)
                    .unwrap_or_default(),
            ]),
            page => {
                let looked = Looked {
                    may_i: self.may_i.as_ref(),
                    traveller: &self.traveller,
                };
                pages::page(page, speech, session, state, &looked, ask)
            }
        };
        all(vec![
            header(speech, state, ask, board.goals()).into(),
            faults(speech, &state.faults).map(Html::from).unwrap_or_default(),
            nav(speech, self.page, state.lately.is_some(), ask).into(),
            for_you(speech, state, self.unfolded, ask)
                .map(Html::from)
                .unwrap_or_default(),
            page,
        ])
    }

    fn dialog(&self, session: &Session) -> Html {
        match self.open {
            Open::Nothing => Html::default(),
            _ => opened(&self.open, &self.speech, session, &self.state, &self.ask),
        }
    }

    #[inline(never)]
    fn asked(&mut self, session: &Session, ask: Ask) -> bool {
        match ask {
            Ask::Act(act, id) => return self.act(session, act, id),
            Ask::Measure(id) => self.open = Open::CheckIn(Subject::KeyResult(id)),
            Ask::Details(id) => self.open = Open::Details(id),
            Ask::Pick => self.open = Open::Picker { then: None },
            Ask::Keeping => self.open = Open::Keeping,
            Ask::Share => session.share_unshared(),
            Ask::Go(page) => self.go(session, page),
            Ask::Show(on) => self.go(session, shown_on(&self.state, &on)),
            Ask::Unfold => self.unfolded = !self.unfolded,
            Ask::Explain(number) => self.open = Open::Explain(number),
            Ask::MayI(may_i) => self.may_i = Some(may_i),
            Ask::Travel(traveller) => self.traveller = *traveller,
            Ask::AsOf(day) => {
                let past = (day < self.state.now.today).then(|| session.as_of(day)).flatten();
                self.traveller.past = past.map(|past| (day, past));
            }
            Ask::Copy(text) => session.copy(text),
            Ask::Print => self.paper.print(),
            Ask::Paper(begins) => self.paper.turn(begins),
            Ask::Open(open) if self.state.viewer.is_some() => self.open = open,
            Ask::Open(_) => {
                self.open = Open::Picker {
                    then: Some(Box::new(ask)),
                }
            }
            Ask::SignIn => self.open = Open::SignIn,
            Ask::Login => session.open_login(),
            Ask::Credentials(name, password) => {
                self.close();
                session.sign_in(name, password);
            }
            // Taken before: it is all that most visitors ask for.
            Ask::Filter(_) => {}
            Ask::Order(order) => {
                self.arranged.order = order;
                self.arranged.write();
            }
            Ask::MoveTo(id, objective) => {
                self.close();
                self.done = Some(id.clone());
                session.ask(relocated(&self.state, id, objective));
            }
            Ask::Tell(action) => session.ask(action),
            Ask::Known => session.know(),
            Ask::Only(objective) => self.arranged.only = objective,
            Ask::Fold(objective) => session.collapse(&objective),
            Ask::Reveal(id) => {
                self.close();
                self.page = Page::Board;
                self.arranged.want(session, &self.state, id);
            }
            Ask::CopyLink(id) => {
                self.close();
                let board = self.state.board.as_ref();
                session.copy(
                    self.arranged
                        .link(&id, board.and_then(|board| board.goals().id.as_deref())),
                );
            }
            Ask::Do(action) => {
                self.close();
                self.done = action.initiative().cloned();
                session.ask(action);
            }
            Ask::Am(name) => {
                let then = match self.close() {
                    Open::Picker { then } => then,
                    _ => None,
                };
                if let (true, Some(ask)) = (session.choose(&name), then) {
                    self.state = session.state();
                    return self.asked(session, *ask);
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

    #[inline(never)]
    fn act(&mut self, session: &Session, act: Act, id: InitiativeId) -> bool {
        let Some(viewer) = self.state.viewer.clone() else {
            let then = Some(Box::new(Ask::Act(act, id)));
            self.open = Open::Picker { then };
            return true;
        };
        self.used = Some(id.clone());
        match act {
            Act::CheckIn => self.open = Open::CheckIn(Subject::Initiative(id)),
            Act::HandOver => self.open = Open::HandOver(id),
            Act::Move => self.open = Open::Move(id),
            Act::Finish => self.open = Open::Finish(id),
            Act::Claim | Act::Wait if claim::needs_words(session, &id) => self.open = Open::Claim(id),
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

    /// Another page.
    #[inline(never)]
    fn go(&mut self, session: &Session, page: Page) {
        self.close();
        self.page = page;
        if page == Page::Activity {
            self.gather(session);
        }
    }

    /// What happened is gathered while it is looked at.
    #[inline(never)]
    fn gather(&mut self, session: &Session) {
        self.traveller.first = session.first_day();
        self.traveller.history = session.history();
    }

    /// Shows what the page's address names.
    fn arrive(&mut self, session: &Session, first: bool) {
        if let Some(id) = self.arranged.arrive(&self.state, first) {
            self.page = Page::Board;
            self.arranged.want(session, &self.state, id.clone());
            self.open = Open::Details(id);
        }
    }

    fn close(&mut self) -> Open {
        if matches!(self.open, Open::Details(_)) {
            self.arranged.left();
        }
        std::mem::take(&mut self.open)
    }
}

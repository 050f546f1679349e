//! What a board does when it is shared.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::{Share, Sharing, sharing};
use crate::app::hooks::Notice;
use crate::app::session::Session;
use crate::app::state::What;
use crate::domain::event::EventId;
use crate::domain::goals::Text;
use crate::domain::id::InitiativeId;
use crate::domain::people::Person;
use crate::store;
use crate::sync::Stage;
use crate::web::{clock, window};
use crate::wire::sealed::Sealed;

impl Session {
    pub(in crate::app) fn share(&self) -> Option<Rc<Share>> {
        self.0.core.borrow().share.clone()
    }

    /// The moment, by the shared store's clock where this device's is off.
    pub(in crate::app) fn now(&self) -> u64 {
        clock::now_ms().saturating_add_signed(self.0.core.borrow().clock_off)
    }

    /// The name that the viewer's events bear: the one the store knows, else the id in the document, else the name.
    pub(in crate::app) fn author(&self, viewer: &Person) -> Text {
        let signed_in = self.share().and_then(|share| share.who());
        let listed = || {
            let state = self.state();
            let listed = state.board.as_ref().is_some_and(|board| board.goals().lists_members());
            listed.then(|| viewer.id.as_str().into())
        };
        signed_in.or_else(listed).unwrap_or_else(|| viewer.name.clone())
    }

    /// Tells what leads took out.
    #[inline(never)]
    pub(in crate::app) fn tell_erased(&self, share: &Rc<Share>) {
        let erased = {
            let core = self.0.core.borrow();
            let ledger = core.ledger.as_ref();
            ledger.map(|ledger| ledger.erased().collect()).unwrap_or_default()
        };
        share.erase(erased);
    }

    /// Tells who is looking.
    #[inline(never)]
    pub(in crate::app) fn tell_share(&self) {
        if let (Some(share), Some(viewer)) = (self.share(), self.state().viewer.as_ref()) {
            share.member(&self.author(viewer));
        }
    }

    /// Draws what others did, and says so where the viewer's claim turned out not to be the first.
    #[inline(never)]
    pub(in crate::app) fn show_news(&self) {
        let before = self.state();
        self.show();
        let after = self.state();
        let (Some(old), Some(new), Some(me)) = (&before.board, &after.board, &before.viewer) else {
            return;
        };
        let lost = old
            .works()
            .filter(|(_, _, work)| work.holds(&me.id))
            .find_map(|(_, initiative, _)| {
                let (claim, ms) = new.work(&initiative.id)?.first(&me.id)?;
                Some((initiative.title.clone(), claim.by.first_name().into(), ms))
            });
        if let Some((title, first, ms)) = lost {
            self.happen(What::Second(first, ms), title, None);
        }
    }

    /// Takes note of how sharing stands.
    pub(super) fn shared(&self, sharing: &Sharing, waiting: &[(EventId, Stage)]) {
        let before = self.state();
        let pending = sharing::pending(waiting, |event| self.card_of(event));
        let same = before.sharing.as_deref() == Some(sharing);
        if same && *before.pending == *pending {
            return;
        }
        self.0.core.borrow_mut().clock_off = sharing.clock_off;
        let who = before.sharing.as_ref().and_then(|before| before.who.clone());
        self.update(|state| {
            state.sharing = Some(Rc::new(sharing.clone()));
            state.pending = pending.into();
        });
        if who != sharing.who {
            self.recognise();
        }
        self.tell(&Notice::Synced(&self.state()));
    }

    /// Signs in: at a database by name and password, elsewhere on a page of the store's own.
    pub fn sign_in(&self, name: String, password: String) {
        if let Some(share) = self.share() {
            share.sign_in(name, password);
        }
    }

    /// Opens the page where people sign in to the store.
    pub fn open_login(&self) {
        if let Some(share) = self.share() {
            let state = self.state();
            window::open(state.options.login.as_deref().unwrap_or(share.url()));
        }
    }

    /// Begins to share, and looks for what was done in this browser before.
    #[inline(never)]
    pub(in crate::app) fn begin_sharing(&self, share: &Rc<Share>) {
        share.start();
        let session = self.clone();
        spawn_local(async move { session.find_unshared().await });
    }

    async fn find_unshared(&self) {
        let unshared = self.unshared().await.len();
        self.update(|state| state.unshared = unshared);
    }

    /// Shares it.
    pub fn share_unshared(&self) {
        let session = self.clone();
        spawn_local(async move {
            for sealed in session.unshared().await {
                // What this device cannot keep now is offered again.
                let _ = session.keep(sealed).await;
            }
            session.find_unshared().await;
        });
    }

    async fn unshared(&self) -> Vec<Sealed> {
        let key = self.0.core.borrow().board.to_string();
        let mut kept = store::kept(&key).await;
        let core = self.0.core.borrow();
        if let Some(ledger) = core.ledger.as_ref().filter(|_| !kept.is_empty()) {
            let known = ledger.events();
            let is_known = |id: EventId| known.binary_search_by(|event| event.id.cmp(&id)).is_ok();
            kept.retain(|sealed| sealed.board == key && !is_known(sealed.id));
        }
        kept
    }

    fn card_of(&self, event: EventId) -> Option<InitiativeId> {
        let core = self.0.core.borrow();
        core.ledger.as_ref()?.home(event)?.initiative().cloned()
    }
}

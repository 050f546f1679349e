//! One browser session.

use std::collections::HashMap;
use std::future::Future;
use std::time::Duration;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::{Element, ElementRef};
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::key::Key;
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use tokio::runtime::{Builder, Runtime};

use crate::devtools::DevTools;
use crate::driver::Driver;
use crate::slots::Slot;
use crate::wait::{PATIENCE, poll};
use crate::{Engine, Setup};

/// A browser with a fresh profile, closed when dropped, also after a failure.
pub struct Browser {
    client: Client,
    runtime: Runtime,
    engine: Engine,
    // Dropped in this order, after the session was closed.
    _driver: Driver,
    _slot: Slot,
}

/// A tab of a browser.
#[derive(Clone, Debug)]
pub struct Tab(WindowHandle);

impl Browser {
    /// Starts the browser under test.
    #[must_use]
    pub fn start() -> Self {
        let setup = Setup::read();
        let slot = Slot::take();
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .unwrap_or_else(|error| panic!("No runtime: {error}"));
        let driver = Driver::start(&setup);
        let connect = async {
            ClientBuilder::new(HttpConnector::new())
                .capabilities(setup.engine.capabilities())
                .connect(&driver.address())
                .await
        };
        let client = runtime
            .block_on(connect)
            .unwrap_or_else(|error| panic!("{:?} did not start: {error}", setup.engine));
        let browser = Self {
            client,
            runtime,
            engine: setup.engine,
            _driver: driver,
            _slot: slot,
        };
        browser.resize(1280, 1000);
        browser
    }

    /// Which engine it is.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Opens an address and waits for its `load` event.
    #[track_caller]
    pub fn open(&self, address: &str) {
        self.done(&format!("open {address}"), self.client.goto(address));
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.done("reload", self.client.refresh());
    }

    /// The size of what a page has to itself, in CSS pixels, as far as this browser's window can be made as small.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.done("resize", self.client.set_window_size(width, height));
        let inner = self.script("return [innerWidth, innerHeight]", &[]);
        let frame = |n: usize, whole: u32| {
            whole.saturating_sub(inner[n].as_u64().and_then(|it| u32::try_from(it).ok()).unwrap_or(whole))
        };
        let (width, height) = (width + frame(0, width), height + frame(1, height));
        self.done("resize", self.client.set_window_size(width, height));
    }

    /// Shows pages as somebody sees them whose system says so: `[("forced-colors", "active")]`. Chromium only.
    #[track_caller]
    pub fn system_says(&self, features: &[(&str, &str)]) {
        self.done("set media features", self.client.issue_cmd(DevTools::media(features)));
    }

    /// Shows pages as they stand on paper. Chromium only.
    #[track_caller]
    pub fn prints(&self) {
        self.done("show paper", self.client.issue_cmd(DevTools::paper()));
    }

    /// Shows pages as somebody uses them who has a finger and no mouse. Chromium only.
    #[track_caller]
    pub fn is_touched(&self) {
        self.done("touch", self.client.issue_cmd(DevTools::touch()));
    }

    /// What a screen reader finds in the page, in its order: each part's role and name. Chromium only.
    #[track_caller]
    #[must_use]
    pub fn heard(&self) -> Vec<(String, String)> {
        let tree = self.done(
            "read the accessibility tree",
            self.client.issue_cmd(DevTools::accessibility()),
        );
        let nodes: Vec<_> = tree["nodes"].as_array().into_iter().flatten().collect();
        let text = |node: &Value, what: &str| node[what]["value"].as_str().unwrap_or_default().trim().to_owned();
        let by_id: HashMap<_, _> = nodes.iter().map(|node| (node["nodeId"].as_str(), *node)).collect();
        let (mut heard, mut next) = (Vec::new(), Vec::from_iter(nodes.first().copied()));
        while let Some(node) = next.pop() {
            if node["ignored"] != true {
                heard.push((text(node, "role"), text(node, "name")));
            }
            let children = node["childIds"].as_array().into_iter().flatten().rev();
            next.extend(children.filter_map(|id| by_id.get(&id.as_str())));
        }
        heard
    }

    /// What a script in the page returns.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        self.done(
            &format!("run {script}"),
            self.client.execute(script, arguments.to_vec()),
        )
    }

    /// What a script in the page hands to its last argument, a function, sooner or later.
    #[track_caller]
    pub fn script_later(&self, script: &str, arguments: &[Value]) -> Value {
        self.done(
            &format!("run {script}"),
            self.client.execute_async(script, arguments.to_vec()),
        )
    }

    /// Looks until there is something to see; fails with the page's text when the patience is over.
    #[track_caller]
    pub fn until<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        self.within(PATIENCE, what, look)
    }

    /// The same with a patience of one's own.
    #[track_caller]
    pub fn within<T>(&self, patience: Duration, what: &str, look: impl FnMut() -> Option<T>) -> T {
        match poll(patience, look) {
            Ok(seen) => seen,
            Err(waited) => panic!("Waited {waited:?} for {what}. The page says:\n{}", self.text()),
        }
    }

    /// Clicks what this script returns as soon as there is such a thing and it can be clicked.
    #[track_caller]
    pub fn click(&self, what: &str, find: impl Fn() -> Value) {
        self.use_element(what, find, async |element| element.click().await);
    }

    /// Types into what this script returns, as soon as that is possible. A line break is the Enter key.
    #[track_caller]
    pub fn type_into(&self, what: &str, text: &str, find: impl Fn() -> Value) {
        let text = text.replace('\n', &char::from(Key::Enter).to_string());
        self.use_element(what, find, async |element| element.send_keys(&text).await);
    }

    /// Presses a key, wherever the focus is.
    #[track_caller]
    pub fn key(&self, key: Key) {
        self.keys(&[key.into()]);
    }

    /// Types characters, wherever the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let keys: Vec<_> = text.chars().collect();
        self.keys(&keys);
    }

    /// Presses the second key while the first is held.
    #[track_caller]
    pub fn chord(&self, held: Key, key: Key) {
        let (held, key) = (held.into(), key.into());
        let actions = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: held });
        self.done("press keys", self.client.perform_actions(actions));
    }

    /// The tab that is looked at.
    #[track_caller]
    pub fn tab(&self) -> Tab {
        Tab(self.done("ask for the tab", self.client.window()))
    }

    /// A new tab, looked at from now on.
    #[track_caller]
    pub fn new_tab(&self) -> Tab {
        let tab = Tab(self.done("open a tab", self.client.new_window(true)).handle);
        self.look_at(&tab);
        tab
    }

    /// Closes the tab that is looked at.
    #[track_caller]
    pub fn close_tab(&self) {
        self.done("close a tab", self.client.close_window());
    }

    /// Looks at another tab.
    #[track_caller]
    pub fn look_at(&self, tab: &Tab) {
        self.done("change tabs", self.client.switch_to_window(tab.0.clone()));
    }

    /// Goes into this frame of the page.
    #[track_caller]
    pub fn enter_frame(&self, index: u16) {
        self.done("enter a frame", self.client.enter_frame(index));
    }

    /// A picture of what is seen, as PNG.
    #[track_caller]
    pub fn picture(&self) -> Vec<u8> {
        self.done("take a picture", self.client.screenshot())
    }

    /// All that can be read on the page, in shadow roots too. For messages: it never fails.
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.runtime.block_on(self.client.execute(TEXT, Vec::new()));
        match text {
            Ok(text) => text.as_str().unwrap_or_default().to_owned(),
            Err(error) => format!("(it could not be read: {error})"),
        }
    }

    #[track_caller]
    fn keys(&self, keys: &[char]) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for &value in keys {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.done("press keys", self.client.perform_actions(actions));
    }

    /// Finds something and does something to it. A board draws again whenever something changed, so what was found
    /// may be gone or covered a moment later: then it is looked for again.
    #[track_caller]
    fn use_element(&self, what: &str, find: impl Fn() -> Value, act: impl AsyncFn(&Element) -> Result<(), CmdError>) {
        let mut last = "it is not there".to_owned();
        let done = poll(PATIENCE, || {
            let element = self.element(&find())?;
            match self.runtime.block_on(act(&element)) {
                Ok(()) => Some(()),
                Err(error) if passing(&error) => {
                    last = error.to_string();
                    None
                }
                Err(error) => panic!("{what}: {error}"),
            }
        });
        if let Err(waited) = done {
            panic!("Waited {waited:?} for {what}: {last}. The page says:\n{}", self.text());
        }
    }

    fn element(&self, found: &Value) -> Option<Element> {
        let id = found.as_object()?.values().next()?.as_str()?;
        Some(Element::from_element_id(
            self.client.clone(),
            ElementRef::from(id.to_owned()),
        ))
    }

    #[track_caller]
    fn done<T>(&self, what: &str, command: impl Future<Output = Result<T, CmdError>>) -> T {
        match self.runtime.block_on(command) {
            Ok(result) => result,
            Err(error) => panic!("The browser could not {what}: {error}"),
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let client = self.client.clone();
        // A browser that does not close in time is left to its driver, which ends next.
        let _ = self
            .runtime
            .block_on(async { tokio::time::timeout(PATIENCE, client.close()).await });
    }
}

const TEXT: &str = include_str!("text.js");

/// Whether another look may help.
fn passing(error: &CmdError) -> bool {
    use ErrorStatus::{
        ElementClickIntercepted, ElementNotInteractable, MoveTargetOutOfBounds, NoSuchElement, StaleElementReference,
    };
    let CmdError::Standard(error) = error else {
        return false;
    };
    [
        ElementClickIntercepted,
        ElementNotInteractable,
        MoveTargetOutOfBounds,
        NoSuchElement,
        StaleElementReference,
    ]
    .contains(&error.error)
}

//! A board, as a person meets it.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::{Browser, Card};

/// One `<alignment-board>` of the page that is looked at.
#[derive(Clone)]
pub struct Board<'a> {
    browser: &'a Browser,
    selector: String,
}

impl<'a> Board<'a> {
    /// The first element that this selector finds.
    #[must_use]
    pub fn at(browser: &'a Browser, selector: &str) -> Self {
        Self {
            browser,
            selector: selector.to_owned(),
        }
    }

    /// Waits until the board is drawn.
    #[track_caller]
    pub fn comes_up(&self) {
        self.until(
            "the board to come up",
            "return root?.querySelector('[part=board]') ? true : null",
        );
    }

    /// What a script returns that may use `element`, `root` and the functions of `board.js`.
    #[track_caller]
    pub fn ask(&self, question: &str, arguments: &[Value]) -> Value {
        let script = format!(
            "const element = document.querySelector({selector}); const root = element?.shadowRoot;\n{HELP}\n{question}",
            selector = json!(self.selector)
        );
        self.browser.script(&script, arguments)
    }

    /// What a script returns, once that is neither `null` nor `false`.
    #[track_caller]
    pub fn until(&self, what: &str, question: &str) -> Value {
        self.browser.until(what, || match self.ask(question, &[]) {
            Value::Null | Value::Bool(false) => None,
            answer => Some(answer),
        })
    }

    /// A card by its initiative's id.
    #[must_use]
    pub fn card(&self, initiative: &str) -> Card<'a> {
        Card::new(self.clone(), initiative)
    }

    /// Waits for a button of exactly this name and clicks it.
    #[track_caller]
    pub fn press(&self, name: &str) {
        self.press_found("button", name);
    }

    /// The same for a name that begins like this and goes on with a count: "Mine 3".
    #[track_caller]
    pub fn press_like(&self, start: &str) {
        self.press_found("buttonLike", start);
    }

    /// Suggests something on the page of ideas.
    #[track_caller]
    pub fn suggest(&self, text: &str) {
        self.press("Suggest something");
        self.opens_dialog();
        self.fill("dialog[open] [name=text]", text);
        self.click("dialog[open] [type=submit]");
        self.closes_dialog();
    }

    /// Goes to a button with the Tab key, from wherever the focus is, and presses Enter.
    #[track_caller]
    pub fn enter(&self, name: &str) {
        self.offers(name);
        self.browser.until(&format!("the focus on “{name}”"), || {
            self.browser.key(Key::Tab);
            (self.focus() == name).then_some(())
        });
        self.browser.key(Key::Enter);
    }

    /// Does to a card what its button says, or what its "More" menu says where there is no such button.
    #[track_caller]
    pub fn choose(&self, action: &str, title: &str) {
        let more = format!("More for {title}");
        let visible = |name: &str| self.has_button(name).then_some(());
        self.browser.until(&format!("“{action}” or “{more}”"), || {
            visible(action).or_else(|| visible(&more))
        });
        if !self.has_button(action) {
            self.press(&more);
        }
        self.press(action);
    }

    /// Whether a button of exactly this name can be seen.
    #[track_caller]
    #[must_use]
    pub fn has_button(&self, name: &str) -> bool {
        self.ask("return button(arguments[0]) !== null", &[json!(name)]) == true
    }

    /// Waits until there is such a button.
    #[track_caller]
    pub fn offers(&self, name: &str) {
        self.browser.until(&format!("a button “{name}”"), || {
            self.has_button(name).then_some(())
        });
    }

    /// The names of all buttons that can be seen.
    #[track_caller]
    #[must_use]
    pub fn buttons(&self) -> Vec<String> {
        texts(&self.ask("return all(BUTTONS).map(nameOf)", &[]))
    }

    /// Types into the first visible field that this selector finds. A line break is the Enter key.
    #[track_caller]
    pub fn fill(&self, field: &str, text: &str) {
        let find = || self.ask("return all(arguments[0])[0] ?? null", &[json!(field)]);
        self.browser.type_into(&format!("the field {field}"), text, find);
    }

    /// Clicks the first visible thing that this selector finds.
    #[track_caller]
    pub fn click(&self, selector: &str) {
        let find = || self.ask("return all(arguments[0])[0] ?? null", &[json!(selector)]);
        self.browser.click(selector, find);
    }

    /// Chooses the radio button of this name.
    #[track_caller]
    pub fn choose_radio(&self, name: &str) {
        // The button itself may be drawn by its label, which is then what a person clicks.
        let find = || {
            self.ask(
                "const radio = root && [...root.querySelectorAll('dialog[open] input[type=radio]')]\
                 .find((it) => nameOf(it) === arguments[0]);\
                 if (!radio) return null;\
                 return radio.labels?.[0] ?? radio;",
                &[json!(name)],
            )
        };
        self.browser.click(&format!("the radio button “{name}”"), find);
        self.browser.until(&format!("“{name}” to be chosen"), || {
            (self.ask(
                "return all('input:checked').some((it) => nameOf(it) === arguments[0])",
                &[json!(name)],
            ) == true)
                .then_some(())
        });
    }

    /// Chooses the option of this text in the first visible `select` that the selector finds.
    #[track_caller]
    pub fn select(&self, selector: &str, option: &str) {
        let find = || {
            self.ask(
                "const list = all(arguments[0])[0];\
                 return list ? [...list.options].find((it) => words(it.text) === arguments[1]) ?? null : null;",
                &[json!(selector), json!(option)],
            )
        };
        self.browser
            .click(&format!("the option “{option}” of {selector}"), find);
    }

    /// All that can be read on the board.
    #[track_caller]
    #[must_use]
    pub fn text(&self) -> String {
        let text = self.ask("return root ? [...root.children].map(textOf).join(' ') : ''", &[]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Waits until this can be read somewhere on the board.
    #[track_caller]
    pub fn says(&self, words: &str) {
        self.browser.until(&format!("“{words}” on the board"), || {
            self.text().contains(words).then_some(())
        });
    }

    /// Waits until the live region tells this.
    #[track_caller]
    pub fn tells(&self, words: &str) {
        self.browser.until(&format!("the status “{words}”"), || {
            let status = self.ask("return words(root?.querySelector('[role=status]')?.textContent)", &[]);
            status
                .as_str()
                .is_some_and(|status| status.contains(words))
                .then_some(())
        });
    }

    /// What is told as a fault.
    #[track_caller]
    #[must_use]
    pub fn alerts(&self) -> Vec<String> {
        texts(&self.ask("return all('[role=alert]').map(textOf).filter((it) => it !== '')", &[]))
    }

    /// Waits for a fault and gives its words.
    #[track_caller]
    #[must_use]
    pub fn fault(&self) -> String {
        self.browser
            .until("a fault with role=alert", || self.alerts().into_iter().next())
    }

    /// The text of the open dialog.
    #[track_caller]
    #[must_use]
    pub fn dialog(&self) -> Option<String> {
        let text = self.ask(
            "const open = all('dialog[open]')[0]; return open ? textOf(open) : null",
            &[],
        );
        text.as_str().map(str::to_owned)
    }

    /// Waits for a dialog to open and gives its text.
    #[track_caller]
    pub fn opens_dialog(&self) -> String {
        self.browser.until("a dialog", || self.dialog())
    }

    /// Waits until no dialog is open.
    #[track_caller]
    pub fn closes_dialog(&self) {
        self.browser
            .until("the dialog to close", || self.dialog().is_none().then_some(()));
    }

    /// The name of what has the focus.
    #[track_caller]
    #[must_use]
    pub fn focus(&self) -> String {
        let name = self.ask("const it = focused(); return it ? nameOf(it) : ''", &[]);
        name.as_str().unwrap_or_default().to_owned()
    }

    /// The ids of the cards in the document, in order.
    #[track_caller]
    #[must_use]
    pub fn cards(&self) -> Vec<String> {
        texts(&self.ask(
            "return all('article[data-initiative]').map((it) => it.dataset.initiative)",
            &[],
        ))
    }

    /// The ids of the objectives, in order.
    #[track_caller]
    #[must_use]
    pub fn objectives(&self) -> Vec<String> {
        texts(&self.ask(
            "return all('section[data-objective]').map((it) => it.dataset.objective)",
            &[],
        ))
    }

    /// Its browser.
    #[must_use]
    pub fn browser(&self) -> &'a Browser {
        self.browser
    }

    #[track_caller]
    fn press_found(&self, function: &str, name: &str) {
        let question = format!("return {function}(arguments[0])");
        self.browser.click(&format!("the button “{name}”"), || {
            self.ask(&question, &[json!(name)])
        });
    }
}

const HELP: &str = include_str!("board.js");

fn texts(list: &Value) -> Vec<String> {
    let texts = list.as_array().map(Vec::as_slice).unwrap_or_default();
    texts
        .iter()
        .map(|it| it.as_str().unwrap_or_default().to_owned())
        .collect()
}

//! What the page asks of a board.

use std::rc::Rc;

/// The element's attributes and properties, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the goals are.
    pub source: Source,
    /// Where events are kept: absent for this browser, `memory:` for nowhere, the address of a folder on a web server,
    /// or `couchdb+` and the address of a database.
    pub store: Option<String>,
    /// Where people sign in to the store, if that is another page than the store itself.
    pub login: Option<String>,
    /// Who is looking, if the page knows.
    pub member: Option<String>,
    /// Light, dark, or as the reader's system has it.
    pub theme: Theme,
    /// BCP 47 tag of the reader's language.
    pub lang: String,
    /// The sentences of that language, packed; English is built in.
    pub words: Option<Rc<str>>,
    /// Whether the page itself says in which direction is read.
    pub has_dir: bool,
    /// What is shown first.
    pub page: Page,
    /// Nobody acts here.
    pub readonly: bool,
}

/// Where the goals are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nowhere yet.
    #[default]
    None,
    /// At an address, relative to the page's.
    Url(String),
    /// Here, as JSON text; `page` is the path of the page it stands in.
    Inline {
        /// The document.
        text: String,
        /// Keeps boards of different pages apart.
        page: String,
    },
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// Reads the attribute; what is not known is `auto`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        match text {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }
}

/// What part of the board is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Page {
    /// Objectives and initiatives.
    #[default]
    Board,
    /// The North Star, the objectives around it, and initiatives as stars.
    Map,
    /// The weekly review, and what needs attention.
    Review,
    /// Ideas and pitches.
    Ideas,
    /// Who has what.
    People,
    /// Limits, decision rights, and what was decided.
    Limits,
    /// What happened, and the board as it was.
    Activity,
    /// Every component in every state, for whoever builds and themes; no page of the navigation.
    Gallery,
}

impl Page {
    /// Those that are seldom asked for, behind "More".
    pub const MORE: [Self; 3] = [Self::People, Self::Limits, Self::Activity];
    /// The others, in the order of the navigation.
    pub const MAIN: [Self; 4] = [Self::Board, Self::Map, Self::Review, Self::Ideas];

    /// Its name in the attribute `view`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "board",
            Self::Map => "map",
            Self::Review => "review",
            Self::Ideas => "pitches",
            Self::People => "people",
            Self::Limits => "guardrails",
            Self::Activity => "activity",
            Self::Gallery => "gallery",
        }
    }

    /// Reads the attribute; what is not known is `board`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self::MAIN
            .into_iter()
            .chain(Self::MORE)
            .chain([Self::Gallery])
            .find(|page| page.name() == text)
            .unwrap_or_default()
    }
}

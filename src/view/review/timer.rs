//! How long whoever speaks has left.

use gloo_timers::callback::Interval;

use crate::view::el::{El, el};
use crate::view::part::{Link, Part, Told};
use crate::view::speech::Speech;
use crate::web::clock;

const SECOND_MS: u32 = 1_000;

#[derive(PartialEq)]
pub(super) struct Shown {
    pub(super) seconds: u32,
    pub(super) speech: Speech,
}

#[derive(Default)]
pub(super) struct Timer {
    left: Option<u32>,
    running: Option<Interval>,
}

impl Part for Timer {
    type Shown = Shown;

    fn new(_shown: &Shown) -> Self {
        Self::default()
    }

    fn told(&mut self, shown: &Shown, what: Told) -> bool {
        match what {
            Told::Started(interval) => {
                self.left = Some(shown.seconds);
                self.running = Some(interval);
            }
            Told::Over => {
                let left = self.left.unwrap_or(0).saturating_sub(1);
                self.left = Some(left);
                if left == 0 {
                    self.running = None;
                }
            }
            _ => return false,
        }
        true
    }

    fn draw(&self, shown: &Shown, link: &Link) -> El {
        let (speech, starts) = (&shown.speech, link.clone());
        let time = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
        let start = el("button type=button class=chip").on("click", move |_| {
            let link = starts.clone();
            let interval = clock::every(SECOND_MS, move || link.send_message(Told::Over));
            starts.send_message(Told::Started(interval));
        });
        let words = match self.left {
            None => speech.say("review.timer", &[("time", &time(shown.seconds))]),
            Some(0) => speech.get("review.time-is-up"),
            Some(left) => time(left),
        };
        start
            .attr("aria-label", &speech.say("review.timer.name", &[("time", &words)]))
            .words(words)
    }
}

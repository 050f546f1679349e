//! `cargo xtask test`: everything that can be tested, after setting up what the tests need.
//!
//! Every stage runs, whatever the stages before it said; the failed ones are named at the end.

pub(crate) mod end_to_end;
mod native;
mod screen;
pub(crate) mod tally;
mod unit;

use anyhow::{Result, bail};
use pico_args::Arguments;

use crate::browser::Browser;
use crate::project::Project;
use crate::run::{explain, say};
use crate::{servers, size};
use tally::Tally;

/// What was asked for.
pub(crate) struct Options {
    browsers: Vec<Browser>,
    /// Only the end-to-end tests.
    end_to_end_only: bool,
    /// Only tests with one of these words in their name; all, if there are none.
    filters: Vec<String>,
}

impl Options {
    /// Reads the rest of the command line.
    pub(crate) fn from(mut arguments: Arguments) -> Result<Self> {
        let all = arguments.contains("--all-browsers");
        let one = arguments.opt_value_from_fn("--browser", Browser::named)?;
        let filters: Vec<_> = arguments
            .finish()
            .iter()
            .map(|it| it.to_string_lossy().into_owned())
            .collect();
        if let Some(unknown) = filters.iter().find(|it| it.starts_with('-')) {
            bail!("`{unknown}` is not understood. There are --all-browsers and --browser NAME; a word filters tests.");
        }
        let browsers = match one {
            Some(browser) => vec![browser],
            None if all => Browser::ALL.to_vec(),
            None => vec![Browser::Chromium],
        };
        Ok(Self {
            browsers,
            end_to_end_only: one.is_some(),
            filters,
        })
    }
}

/// Runs all stages, prints how many tests passed and failed, and fails if a stage did.
pub(crate) fn run(project: &Project, options: Options) -> Result<()> {
    let mut tally = Tally::default();
    if !options.end_to_end_only {
        stage(&mut tally, "native tests", |tally| {
            native::run(project, &options.filters, tally)
        });
        stage(&mut tally, "unit tests in the browser", |tally| {
            unit::run(project, &options.filters, tally)
        });
        stage(&mut tally, "real servers", |tally| {
            servers::test(project, servers::FEW, &options.filters, tally)
        });
        if options.filters.is_empty() {
            stage(&mut tally, "ten thousand days of sharing", |tally| {
                native::days(project, tally)
            });
            stage(&mut tally, "size", |_| size::run(project));
        }
    }
    if end_to_end::exist(project) {
        for browser in options.browsers {
            let name = format!("end to end in {}", browser.name());
            stage(&mut tally, &name, |tally| {
                end_to_end::run(project, browser, &options.filters, tally)
            });
        }
    }
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    if !tally.stages.is_empty() {
        bail!("Failed: {}.", tally.stages.join(", "));
    }
    Ok(())
}

fn stage(tally: &mut Tally, name: &str, run: impl FnOnce(&mut Tally) -> Result<()>) {
    say(format!("Testing: {name}"));
    if let Err(error) = run(tally) {
        eprintln!("\n{}\n", explain(&error));
        tally.stages.push(name.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(words: &[&str]) -> Result<Options> {
        Options::from(Arguments::from_vec(words.iter().map(Into::into).collect()))
    }

    #[test]
    fn chromium_and_everything_are_the_default() -> Result<()> {
        let options = options(&[])?;
        assert_eq!(
            (options.browsers, options.end_to_end_only),
            (vec![Browser::Chromium], false)
        );
        Ok(())
    }

    #[test]
    fn one_browser_means_its_end_to_end_tests_only() -> Result<()> {
        let options = options(&["--browser", "webkit", "claim"])?;
        assert_eq!(
            (options.browsers, options.end_to_end_only),
            (vec![Browser::WebKit], true)
        );
        assert_eq!(options.filters, ["claim"]);
        Ok(())
    }

    #[test]
    fn a_misspelt_option_is_not_taken_for_a_filter() {
        assert!(options(&["--all-browser"]).is_err());
    }
}

//! The three browser engines, and the programs that drive them.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::run::{command, output, run, say, which};
use crate::tools;

/// Of geckodriver, which Debian does not package.
const GECKODRIVER: &str = "0.36.0";

/// An engine that the board is tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    /// Chrome and Edge, too.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK: as near to Safari as Linux comes.
    WebKit,
}

impl Browser {
    /// All of them, the one that every test runs in first.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// As it is called on the command line and in `BOARD_BROWSER`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// The browser of that name.
    pub(crate) fn named(name: &str) -> Result<Self> {
        match Self::ALL.into_iter().find(|it| it.name() == name) {
            Some(browser) => Ok(browser),
            None => bail!("There is no browser `{name}`. There are chromium, firefox and webkit."),
        }
    }

    /// Whether it can run without a screen. WebKit's test browser cannot.
    pub(crate) fn is_headless(self) -> bool {
        self != Self::WebKit
    }

    /// The path of its driver; browser and driver are installed first if they are not there.
    pub(crate) fn driver(self, project: &Project) -> Result<PathBuf> {
        if !self.missing().is_empty() {
            install(project, self.packages())?;
        }
        let missing = self.missing();
        if !missing.is_empty() {
            bail!(
                "{} cannot be tested here: {} not on the search path. On Debian: apt-get install {}. Elsewhere, \
                 install the browser and its driver from its maker.",
                self.name(),
                missing.join(" and "),
                self.packages().join(" ")
            );
        }
        match self {
            Self::Firefox if which("geckodriver").is_none() => {
                tools::crates_io(project, "geckodriver", "geckodriver", GECKODRIVER)
            }
            _ => Ok(which(self.driver_name()).unwrap_or_else(|| self.driver_name().into())),
        }
    }

    fn driver_name(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// What has to be on the search path and is not.
    fn missing(self) -> Vec<&'static str> {
        let needed: &[&[&str]] = match self {
            Self::Chromium => &[
                &["chromedriver"],
                &["chromium", "google-chrome", "chromium-browser", "chrome"],
            ],
            Self::Firefox => &[&["firefox", "firefox-esr"]],
            Self::WebKit => &[&["WebKitWebDriver"], &["Xvfb"]],
        };
        let absent = needed
            .iter()
            .filter(|names| !names.iter().any(|name| which(name).is_some()));
        absent.filter_map(|names| names.first().copied()).collect()
    }

    /// Debian's names for it.
    fn packages(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromium", "chromium-driver"],
            Self::Firefox => &["firefox-esr"],
            Self::WebKit => &["webkit2gtk-driver", "xvfb"],
        }
    }
}

/// Installs Debian packages where that can be done without asking anybody; elsewhere does nothing.
pub(crate) fn install(project: &Project, packages: &[&str]) -> Result<()> {
    let Some(apt) = which("apt-get") else {
        return Ok(());
    };
    let root = output(command("id", &project.root).arg("-u")).is_ok_and(|id| id.trim() == "0");
    let sudo = !root && output(command("sudo", &project.root).args(["-n", "true"])).is_ok();
    if !root && !sudo {
        return Ok(());
    }
    say(format!("Installing {}", packages.join(", ")));
    let apt_get = |arguments: &[&str]| {
        let mut apt_get = match sudo {
            true => command("sudo", &project.root),
            false => command("env", &project.root),
        };
        apt_get
            .arg("DEBIAN_FRONTEND=noninteractive")
            .arg(&apt)
            .arg("-qq")
            .args(arguments);
        run(&mut apt_get)
    };
    apt_get(&["update"])?;
    apt_get(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_browser_is_found_by_its_name() -> Result<()> {
        for browser in Browser::ALL {
            assert_eq!(Browser::named(browser.name())?, browser);
        }
        Ok(())
    }

    #[test]
    fn an_unknown_browser_lists_the_known() {
        let said = Browser::named("lynx")
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(said.ends_with("chromium, firefox and webkit."), "{said}");
    }
}

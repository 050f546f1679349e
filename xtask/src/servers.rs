//! `cargo xtask conformance` and `cargo xtask hammer`: the sync engine at real servers on this machine.

use std::fs;

use anyhow::{Context, Result};

use crate::browser;
use crate::project::{Project, SERVERS};
use crate::run::{cargo, command, output, run, say, which};
use crate::stamp::Stamp;
use crate::test::end_to_end;
use crate::test::tally::Tally;

/// Each with its program and its Debian packages.
const WEB: [(&str, &[&str], &[&str]); 3] = [
    ("apache", &["apache2", "httpd"], &["apache2"]),
    ("nginx", &["nginx"], &["nginx-light"]),
    ("lighttpd", &["lighttpd"], &["lighttpd", "lighttpd-mod-webdav"]),
];
const DATABASE: &str = "pouchdb";

/// All of them, as the environment variable `BOARD_SERVERS` names them.
pub(crate) const ALL: &str = "apache,nginx,lighttpd,pouchdb";

/// Those that every change is tried at.
pub(crate) const FEW: &str = "apache,pouchdb";

/// Every test, at every server.
pub(crate) fn conformance(project: &Project) -> Result<()> {
    let mut tally = Tally::default();
    test(project, ALL, &[], &mut tally)?;
    end_to_end::together(project, &mut tally)?;
    println!("\n{} passed, {} failed", tally.passed, tally.failed);
    Ok(())
}

/// Tests at some of the servers.
pub(crate) fn test(project: &Project, servers: &str, filters: &[String], tally: &mut Tally) -> Result<()> {
    install(project, servers)?;
    let mut tests = cargo(&project.root);
    tests
        .args(["test", "--package", SERVERS, "--no-fail-fast", "--"])
        .args(filters);
    tally.run(tests.env("BOARD_SERVERS", servers))
}

/// Fifty writers at every server.
pub(crate) fn hammer(project: &Project) -> Result<()> {
    install(project, ALL)?;
    let mut hammer = cargo(&project.root);
    hammer.args(["run", "--quiet", "--release", "--package", SERVERS, "--bin", "hammer"]);
    run(hammer.env("BOARD_SERVERS", ALL))
}

/// Installs what is not there, where that needs nobody's leave. What is missing then, the tests say.
pub(crate) fn install(project: &Project, servers: &str) -> Result<()> {
    let there = |programs: &[&str]| {
        let sbin = |program: &&str| {
            ["/usr/sbin", "/usr/local/sbin"]
                .iter()
                .any(|it| fs::exists(format!("{it}/{program}")).unwrap_or(false))
        };
        programs.iter().any(|program| which(program).is_some() || sbin(program))
    };
    let asked = |name: &str| servers.split(',').any(|server| server == name);
    let missing = WEB.iter().filter(|(name, programs, _)| asked(name) && !there(programs));
    let packages: Vec<&str> = missing.flat_map(|(_, _, packages)| packages.iter().copied()).collect();
    if !packages.is_empty() {
        browser::install(project, &packages)?;
    }
    if asked(DATABASE) {
        database(project)?;
    }
    Ok(())
}

/// pouchdb-server in `.tools/pouchdb`, in its pinned versions.
fn database(project: &Project) -> Result<()> {
    let folder = project.path(".tools/pouchdb");
    let manifest = include_bytes!("../../tests/servers/pouchdb/package.json");
    let lock = include_bytes!("../../tests/servers/pouchdb/package-lock.json");
    let stamp = Stamp::of(&folder, &[manifest, lock]);
    if stamp.is_fresh() {
        return Ok(());
    }
    say("Installing pouchdb-server from npm into .tools/pouchdb");
    let filled = stamp.refill(|folder| {
        fs::write(folder.join("package.json"), manifest)?;
        fs::write(folder.join("package-lock.json"), lock)?;
        let npm = which("npm").context("npm is not installed. It comes with Node.js 20 or later.")?;
        let mut ci = command(npm, folder);
        // Its versions are old, and npm says so at length.
        output(ci.args(["ci", "--loglevel=error", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
        Ok(())
    });
    filled.context("pouchdb-server could not be installed. It needs a network that reaches the npm registry.")
}

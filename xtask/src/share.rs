//! `cargo xtask share`: a board and a folder for a team on the same network to try, on Apache as the system has it.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, UdpSocket};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::run::{command, run as finish, say, which};
use crate::{browser, page};

const PORT: u16 = 8080;
const MODULES: [&str; 3] = [
    "/usr/lib/apache2/modules",
    "/usr/lib64/httpd/modules",
    "/usr/libexec/apache2",
];
const SAMPLE: &str = "samples/marketing.json";

/// Serves until it is ended. What people do stays in `target/shared` and is there the next time.
pub(crate) fn run(project: &Project, port: Option<u16>) -> Result<()> {
    let port = port.unwrap_or(PORT);
    TcpListener::bind((Ipv4Addr::UNSPECIFIED, port))
        .with_context(|| format!("Port {port} cannot be used. Choose another: cargo xtask share --port 8081"))?;
    let apache = apache(project)?;
    let modules = MODULES.iter().find(|it| Path::new(it).is_dir()).unwrap_or(&MODULES[0]);
    let page = page::build(project)?;
    let (folder, state) = (project.path("target/shared"), project.path("target/shared-run"));
    let owner = owner();
    for path in [&folder, &state] {
        fs::create_dir_all(path).with_context(|| format!("{} cannot be made", path.display()))?;
        give(path, owner)?;
    }
    let values = [
        ("{port}", port.to_string()),
        ("{run}", state.display().to_string()),
        ("{page}", page.display().to_string()),
        ("{folder}", folder.display().to_string()),
        ("{modules}", (*modules).to_owned()),
        ("{user}", owner.to_owned()),
        ("{group}", if owner == "nobody" { "nogroup" } else { owner }.to_owned()),
    ];
    let template = include_str!("../share/apache.conf").to_owned();
    let configuration = values
        .iter()
        .fold(template, |text, (name, value)| text.replace(name, value));
    let file = state.join("apache.conf");
    fs::write(&file, configuration)?;
    // What an Apache left that was ended without a word.
    let _ = fs::remove_file(state.join("apache.pid"));
    for host in hosts() {
        say(format!(
            "The board is at http://{host}:{port}/index.html?src={SAMPLE}&store=shared/"
        ));
    }
    say(format!(
        "Everybody who reaches this machine can write to {}",
        folder.display()
    ));
    say("Put a goal document of your own beside the samples, and name it with src. Ctrl+C ends it.");
    finish(command(apache, &state).args(["-D", "FOREGROUND", "-f"]).arg(&file))
}

fn apache(project: &Project) -> Result<PathBuf> {
    let find = || {
        let sbin = ["/usr/sbin/apache2", "/usr/sbin/httpd"].map(PathBuf::from);
        which("apache2")
            .or_else(|| which("httpd"))
            .or_else(|| sbin.into_iter().find(|it| it.is_file()))
    };
    if find().is_none() {
        browser::install(project, &["apache2"])?;
    }
    match find() {
        Some(apache) => Ok(apache),
        None => bail!(
            "Apache is not installed. On Debian and Ubuntu: sudo apt-get install apache2; on Fedora: sudo dnf install \
             httpd. (The package may start an Apache of its own on port 80; this one does not mind.)"
        ),
    }
}

/// As whom Apache serves when it is started by root. Otherwise it runs as who started it, and this says nothing.
fn owner() -> &'static str {
    let users = fs::read_to_string("/etc/passwd").unwrap_or_default();
    let has = |name: &str| users.lines().any(|line| line.split(':').next() == Some(name));
    ["www-data", "apache", "nobody"]
        .into_iter()
        .find(|name| has(name))
        .unwrap_or("nobody")
}

/// Lets Apache write there.
fn give(path: &Path, owner: &str) -> Result<()> {
    let is_root = fs::metadata("/proc/self").is_ok_and(|it| is_roots(&it));
    if is_root {
        finish(command("chown", path).args(["-R", owner, "."]))?;
    }
    Ok(())
}

#[cfg(unix)]
fn is_roots(file: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::uid(file) == 0
}

#[cfg(not(unix))]
fn is_roots(_file: &fs::Metadata) -> bool {
    false
}

/// This machine, as it and others call it. Nothing is sent to find that out.
fn hosts() -> Vec<String> {
    let outward = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).and_then(|socket| {
        socket.connect("192.0.2.1:9")?;
        socket.local_addr()
    });
    let outward = outward.ok().map(|address| address.ip().to_string());
    std::iter::once("localhost".to_owned()).chain(outward).collect()
}

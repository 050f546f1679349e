//! Which servers there are, how each is configured, and what has to be installed for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// A server that speaks one of the two protocols.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Apache httpd with `mod_dav`.
    Apache,
    /// nginx with its own part of WebDAV and a JSON index.
    Nginx,
    /// lighttpd with `mod_webdav`.
    Lighttpd,
    /// pouchdb-server: CouchDB's protocol.
    Pouchdb,
}

const APACHE_MODULES: [&str; 3] = [
    "/usr/lib/apache2/modules",
    "/usr/lib64/httpd/modules",
    "/usr/libexec/apache2",
];

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Apache, Self::Nginx, Self::Lighttpd, Self::Pouchdb];

    /// As it is called on the command line and in `BOARD_SERVERS`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Apache => "apache",
            Self::Nginx => "nginx",
            Self::Lighttpd => "lighttpd",
            Self::Pouchdb => "pouchdb",
        }
    }

    /// Those that `BOARD_SERVERS` names; all, if it is not set.
    ///
    /// # Errors
    /// When it names one that does not exist.
    pub fn asked_for() -> Result<Vec<Self>> {
        let Ok(names) = std::env::var("BOARD_SERVERS") else {
            return Ok(Self::ALL.to_vec());
        };
        let named = |name: &str| match Self::ALL.into_iter().find(|kind| kind.name() == name) {
            Some(kind) => Ok(kind),
            None => bail!("There is no server `{name}`. There are apache, nginx, lighttpd and pouchdb."),
        };
        names
            .split([',', ' '])
            .filter(|name| !name.is_empty())
            .map(named)
            .collect()
    }

    /// The command that runs it in this folder.
    pub(crate) fn command(self, folder: &Path, port: u16, origin: &str) -> Result<Command> {
        let configured = |template: &str, name: &str| -> Result<PathBuf> {
            let (user, group) = owner();
            let modules = APACHE_MODULES
                .iter()
                .find(|it| Path::new(it).is_dir())
                .unwrap_or(&APACHE_MODULES[0]);
            let text = template
                .replace("{folder}", &folder.to_string_lossy())
                .replace("{port}", &port.to_string())
                .replace("http://localhost:8080", origin)
                .replace("{modules}", modules)
                .replace("{user}", user)
                .replace("{group}", group);
            let path = folder.join(name);
            fs::write(&path, text).with_context(|| format!("{} cannot be written", path.display()))?;
            Ok(path)
        };
        let mut command;
        match self {
            Self::Apache => {
                fs::write(
                    folder.join("members.htpasswd"),
                    include_str!("../conf/members.htpasswd"),
                )?;
                command = Command::new(self.program(&["apache2", "httpd"])?);
                let conf = configured(include_str!("../conf/apache.conf"), "apache.conf")?;
                command.args(["-D", "FOREGROUND", "-f"]).arg(conf);
            }
            Self::Nginx => {
                command = Command::new(self.program(&["nginx"])?);
                let conf = configured(include_str!("../conf/nginx.conf"), "nginx.conf")?;
                command.arg("-e").arg(folder.join("error.log")).arg("-c").arg(conf);
            }
            Self::Lighttpd => {
                command = Command::new(self.program(&["lighttpd"])?);
                let conf = configured(include_str!("../conf/lighttpd.conf"), "lighttpd.conf")?;
                command.arg("-D").arg("-f").arg(conf);
            }
            Self::Pouchdb => {
                let script = pouchdb()?.join("node_modules/pouchdb-server/bin/pouchdb-server");
                command = Command::new(self.program(&["node"])?);
                command
                    .arg(script)
                    .args(["--in-memory", "--host", "127.0.0.1", "--port", &port.to_string()]);
                command
                    .arg("--dir")
                    .arg(folder.join("files"))
                    .arg("--config")
                    .arg(folder.join("config.json"));
            }
        }
        Ok(command)
    }

    /// A program on the search path or where servers are.
    fn program(self, names: &[&str]) -> Result<PathBuf> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let folders = std::env::split_paths(&path).chain(["/usr/sbin", "/usr/local/sbin"].map(PathBuf::from));
        let mut found = folders.flat_map(|folder| names.iter().map(move |name| folder.join(name)));
        let found = found.find(|program| program.is_file());
        found.with_context(|| match self {
            Self::Apache => "Apache is not installed. On Debian: apt-get install apache2",
            Self::Nginx => "nginx is not installed. On Debian: apt-get install nginx-light",
            Self::Lighttpd => "lighttpd is not installed. On Debian: apt-get install lighttpd lighttpd-mod-webdav",
            Self::Pouchdb => "Node.js is not installed. pouchdb-server needs version 20 or later.",
        })
    }
}

/// As whom a server runs that is started by root; others run as themselves.
fn owner() -> (&'static str, &'static str) {
    let groups = fs::read_to_string("/etc/group").unwrap_or_default();
    let has = |name: &str| groups.lines().any(|line| line.split(':').next() == Some(name));
    if has("www-data") {
        ("www-data", "www-data")
    } else {
        ("nobody", "nogroup")
    }
}

/// Where pouchdb-server is installed. `cargo xtask conformance` installs it there.
fn pouchdb() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = here.join("../../.tools/pouchdb");
    if !folder.join("node_modules/pouchdb-server").is_dir() {
        bail!(
            "pouchdb-server is not installed. `cargo xtask conformance` installs it, or by hand: copy \
             tests/servers/pouchdb/*.json to .tools/pouchdb and run `npm ci --ignore-scripts` there."
        );
    }
    Ok(folder)
}

//! A server that runs, in a folder of its own, on the loopback address.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use alignment_board::sync::design_document;
use anyhow::{Context, Result, bail, ensure};

use crate::client::Client;
use crate::kind::Kind;

/// It ends when this is dropped, and its folder goes.
#[derive(Debug)]
pub struct Running {
    kind: Kind,
    folder: PathBuf,
    port: u16,
    /// The origin of the pages that may use it, where a server can name but one.
    origin: String,
    child: Option<Child>,
}

static COUNT: AtomicU32 = AtomicU32::new(0);

impl Running {
    /// Starts one on a free port.
    ///
    /// # Errors
    /// When it is not installed, or does not start.
    pub fn start(kind: Kind) -> Result<Self> {
        Self::start_for(kind, "http://localhost:8080")
    }

    /// The same, for pages of this origin, which is one of `localhost`.
    ///
    /// # Errors
    /// When it is not installed, or does not start.
    pub fn start_for(kind: Kind, origin: &str) -> Result<Self> {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("board-{}-{}-{number}", kind.name(), std::process::id());
        let folder = std::env::temp_dir().join(name);
        let mut running = Self {
            kind,
            folder,
            port: TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port(),
            origin: origin.to_owned(),
            child: None,
        };
        for part in ["", "files", "files/team", "files/members", "files/.incoming", "upload"] {
            let path = running.folder.join(part);
            fs::create_dir_all(&path).with_context(|| format!("{} cannot be made", path.display()))?;
            // Started by root, servers run as somebody else.
            fs::set_permissions(&path, fs::Permissions::from_mode(0o777))?;
        }
        running.start_again()?;
        Ok(running)
    }

    /// Which server it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// An address on it.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// What stands in a board's `store` for it.
    #[must_use]
    pub fn store(&self) -> String {
        match self.kind {
            Kind::Pouchdb => format!("couchdb+{}", self.url("/board")),
            _ => self.url("/team/"),
        }
    }

    /// A folder or file that it serves, on the disk.
    #[must_use]
    pub fn file(&self, path: &str) -> PathBuf {
        self.folder.join("files").join(path)
    }

    /// Kills it and all its children, as if the power went, without a word. Afterwards nobody answers.
    ///
    /// # Errors
    /// When `kill` cannot be run, or one of them lives on.
    pub fn crash(&mut self) -> Result<()> {
        let Some(mut child) = self.child.take() else {
            return Ok(());
        };
        // Its own group, which it was started as the leader of: nothing else is in it.
        if let Ok(Some(_)) = child.try_wait() {
            return Ok(());
        }
        let group = format!("-{}", child.id());
        Command::new("kill")
            .args(["-9", "--", &group])
            .status()
            .context("`kill` cannot be run")?;
        child.wait()?;
        // The children die a moment after their parent, and until then one may still take a request.
        let begin = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
            if begin.elapsed() > Duration::from_secs(30) {
                bail!("{} still answers after it was killed", self.kind.name());
            }
            sleep(Duration::from_millis(1));
        }
        Ok(())
    }

    /// Starts it after a crash, on the same port and with the same files.
    ///
    /// # Errors
    /// When it does not answer within a while.
    pub fn start_again(&mut self) -> Result<()> {
        let log = self.folder.join("output.log");
        let output = fs::File::create(&log)?;
        let mut command = self.kind.command(&self.folder, self.port, &self.origin)?;
        command.stdin(Stdio::null()).stdout(output.try_clone()?).stderr(output);
        command.current_dir(&self.folder).process_group(0);
        let _ = fs::remove_file(self.folder.join("apache.pid"));
        self.child = Some(
            command
                .spawn()
                .with_context(|| format!("{} cannot be started", self.kind.name()))?,
        );
        let begin = Instant::now();
        while TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            let ended = self.child.as_mut().and_then(|child| child.try_wait().ok().flatten());
            if ended.is_some() || begin.elapsed() > Duration::from_secs(30) {
                let said = ["output.log", "error.log"].map(|name| fs::read_to_string(self.folder.join(name)));
                let said: String = said.into_iter().flatten().collect();
                bail!("{} does not answer ({ended:?}). It said:\n{said}", self.kind.name());
            }
            sleep(Duration::from_millis(20));
        }
        if self.kind == Kind::Pouchdb {
            self.create_database()?;
        }
        Ok(())
    }

    /// The board's database with its design document. This one keeps everything in memory, so after a crash it is new.
    ///
    /// # Errors
    /// When the server does not make it.
    pub fn create_database(&self) -> Result<()> {
        let admin = Client::new(None);
        // pouchdb-server also makes a database when somebody asks it for one that has just gone: then it says 412.
        let (status, said) = admin.ask("PUT", &self.url("/board"), &[], "");
        ensure!(matches!(status, 201 | 412), "{status} {said}");
        let json = [("Content-Type", "application/json")];
        let design = self.url("/board/_design/alignment-board");
        let (status, said) = admin.ask("PUT", &design, &json, &design_document());
        ensure!(matches!(status, 201 | 409), "{status} {said}");
        Ok(())
    }
}

impl Running {
    /// Lets in only who is signed in to the database, as `ana` or `ben`, with `ana-secret` or `ben-secret`.
    ///
    /// # Errors
    /// When the server does not do so.
    pub fn lock(&self) -> Result<()> {
        let admin = Client::new(None);
        let json = [("Content-Type", "application/json")];
        let put = |path: &str, body: &str| {
            let (status, said) = admin.ask("PUT", &self.url(path), &json, body);
            ensure!(matches!(status, 200..300), "{path}: {status} {said}");
            Ok(())
        };
        for name in ["ana", "ben"] {
            let user = format!("{{\"name\":\"{name}\",\"password\":\"{name}-secret\",\"roles\":[],\"type\":\"user\"}}");
            put(&format!("/_users/org.couchdb.user:{name}"), &user)?;
        }
        put(
            "/board/_security",
            "{\"admins\":{\"names\":[],\"roles\":[\"_admin\"]},\"members\":{\"names\":[\"ana\",\"ben\"],\"roles\":[]}}",
        )?;
        // From now on there is an administrator, and everybody else is none.
        put("/_config/admins/root", "\"root-secret\"")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.crash();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

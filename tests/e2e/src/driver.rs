//! The program between the tests and a browser.

use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::Setup;
use crate::wait::{PATIENCE, poll};

/// A running driver, for one browser. It ends when this is dropped.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts one on a free port and waits until it listens.
    pub(crate) fn start(setup: &Setup) -> Self {
        // One after the other: a port is only known to be taken once its driver listens.
        let turn = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        let started = (0..ATTEMPTS).find_map(|_| Self::attempt(setup));
        drop(turn);
        started.unwrap_or_else(|| panic!("{} does not listen.", setup.driver.display()))
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Nothing if it ended at once, as when something else on this machine took the port in the meantime.
    fn attempt(setup: &Setup) -> Option<Self> {
        let name = setup.driver.display();
        let port = free_port().unwrap_or_else(|error| panic!("No free port for {name}: {error}"));
        let process = Command::new(&setup.driver)
            .args(setup.engine.driver_arguments(port))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} cannot be started: {error}"));
        let mut driver = Self { process, port };
        let listens = || {
            let ended = !matches!(driver.process.try_wait(), Ok(None));
            let answers = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
            (ended || answers).then_some(!ended)
        };
        poll(PATIENCE, listens).is_ok_and(|listens| listens).then_some(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself: there is nothing left to do then.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

static STARTING: Mutex<()> = Mutex::new(());
const ATTEMPTS: usize = 3;

fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

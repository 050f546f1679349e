//! The server as a browser meets it: through a socket.

use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::time::Duration;

use site::{Plan, Reply};

type Outcome = Result<(), Box<dyn Error>>;

/// A folder with a page in it, gone when dropped.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> std::io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("site-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join("index.html"), "<p>Hello")?;
        std::fs::write(folder.join("board_bg.wasm"), b"\0asm")?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn ask(site: &site::Site, request: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", site.port()))?;
    stream.write_all(request.as_bytes())?;
    let mut reply = String::new();
    stream.read_to_string(&mut reply)?;
    Ok(reply)
}

fn get(site: &site::Site, path: &str) -> std::io::Result<String> {
    ask(
        site,
        &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
    )
}

#[test]
fn a_file_is_sent_with_its_type_and_is_not_cached() -> Outcome {
    let folder = Folder::new("type")?;
    let site = Plan::of(&folder.0).start()?;
    let reply = get(&site, "/board_bg.wasm?v=1")?;
    assert!(reply.starts_with("HTTP/1.1 200"), "{reply}");
    assert!(reply.contains("Content-Type: application/wasm"), "{reply}");
    assert!(reply.contains("Cache-Control: no-store"), "{reply}");
    assert!(get(&site, "/")?.ends_with("<p>Hello"));
    Ok(())
}

#[test]
fn what_is_not_there_is_a_404_with_a_sentence() -> Outcome {
    let folder = Folder::new("missing")?;
    let site = Plan::of(&folder.0).start()?;
    let reply = get(&site, "/goals.json")?;
    assert!(reply.starts_with("HTTP/1.1 404"), "{reply}");
    assert!(reply.ends_with("No file /goals.json in the page's folder."), "{reply}");
    assert!(get(&site, "/../serving.rs")?.starts_with("HTTP/1.1 404"));
    Ok(())
}

#[test]
fn a_route_answers_before_the_folder_and_reads_any_method() -> Outcome {
    let folder = Folder::new("route")?;
    let plan = Plan::of(&folder.0).header("X-Test", "yes").route(|request| {
        (request.method == "PROPFIND").then(|| Reply::text(207, format!("{} {}", request.path, request.text())))
    });
    let site = plan.start()?;
    let reply = ask(
        &site,
        "PROPFIND /events/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi",
    )?;
    assert!(reply.starts_with("HTTP/1.1 207"), "{reply}");
    assert!(reply.contains("X-Test: yes"), "{reply}");
    assert!(reply.ends_with("/events/ hi"), "{reply}");
    assert!(get(&site, "/index.html")?.contains("X-Test: yes"));
    Ok(())
}

#[test]
fn a_panicking_route_fails_its_request_only() -> Outcome {
    let folder = Folder::new("panic")?;
    let site = Plan::of(&folder.0)
        .route(|request| (request.path == "/boom").then(|| panic!("on purpose")))
        .start()?;
    for _ in 0..20 {
        assert!(get(&site, "/boom")?.starts_with("HTTP/1.1 500"));
    }
    assert!(get(&site, "/")?.starts_with("HTTP/1.1 200"));
    Ok(())
}

/// As browsers do: some connections are opened ahead and stay silent, others stay open after their answer.
#[test]
fn connections_that_stay_open_keep_no_other_waiting() -> Outcome {
    let folder = Folder::new("open")?;
    let site = Plan::of(&folder.0).start()?;
    let connect = || TcpStream::connect(("127.0.0.1", site.port()));
    let silent: Vec<_> = (0..20).map(|_| connect()).collect::<Result<_, _>>()?;
    let mut open: Vec<_> = (0..20).map(|_| connect()).collect::<Result<_, _>>()?;
    for stream in &mut open {
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")?;
    }
    for stream in &mut open {
        let mut status = [0; 12];
        stream.read_exact(&mut status)?;
        assert_eq!(&status, b"HTTP/1.1 200");
    }
    drop(silent);
    Ok(())
}

#[test]
fn a_port_is_taken_while_a_site_runs_and_free_soon_after() -> Outcome {
    let folder = Folder::new("drop")?;
    let site = Plan::of(&folder.0).start()?;
    let port = site.port();
    let taken = Plan::of(&folder.0).start_on(port).err().map(|error| error.kind());
    assert_eq!(taken, Some(std::io::ErrorKind::AddrInUse));
    drop(site);
    let again = || Plan::of(&folder.0).start_on(port).is_ok();
    let soon = (0..100).any(|_| {
        std::thread::sleep(Duration::from_millis(20));
        again()
    });
    assert!(soon, "port {port} is still taken after two seconds");
    Ok(())
}

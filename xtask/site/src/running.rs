//! A server that runs.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use tiny_http::{Header, Response, Server};

use crate::{Plan, Reply, Request};

/// Requests answered at the same time: a slow route must not keep the page's files waiting.
const WORKERS: usize = 8;

/// A running server. It ends when this is dropped.
pub struct Site {
    socket: SocketAddr,
    server: Arc<Server>,
    workers: Vec<JoinHandle<()>>,
}

impl Site {
    pub(crate) fn start(plan: Plan, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let socket = listener.local_addr()?;
        let server = Arc::new(Server::from_listener(listener, None).map_err(io::Error::other)?);
        let plan = Arc::new(plan);
        let workers = (0..WORKERS)
            .map(|_| {
                let (server, plan) = (Arc::clone(&server), Arc::clone(&plan));
                thread::spawn(move || work(&server, &plan))
            })
            .collect();
        Ok(Self {
            socket,
            server,
            workers,
        })
    }

    /// The full address of a path on this server: `http://127.0.0.1:8080/index.html` for `/index.html`.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.socket)
    }

    /// The port it listens on.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.socket.port()
    }

    /// Serves until the process is ended.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for _ in &self.workers {
            self.server.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn work(server: &Server, plan: &Plan) {
    while let Ok(mut sent) = server.recv() {
        let reply = match read(&mut sent) {
            // A route belongs to a test. If it panics, its request fails and the server goes on.
            Ok(request) => catch_unwind(AssertUnwindSafe(|| plan.answer(&request)))
                .unwrap_or_else(|_| Reply::text(500, "The route that answers this panicked.")),
            Err(error) => Reply::text(400, format!("The request could not be read: {error}")),
        };
        // The reader may have gone: there is nobody left to tell.
        let _ = sent.respond(response(reply));
    }
}

fn read(sent: &mut tiny_http::Request) -> io::Result<Request> {
    let mut body = Vec::new();
    sent.as_reader().read_to_end(&mut body)?;
    let (path, query) = sent.url().split_once('?').unwrap_or((sent.url(), ""));
    let headers = sent
        .headers()
        .iter()
        .map(|it| (it.field.to_string(), it.value.to_string()));
    Ok(Request {
        method: sent.method().to_string(),
        path: path.to_owned(),
        query: query.to_owned(),
        headers: headers.collect(),
        body,
    })
}

fn response(reply: Reply) -> Response<io::Cursor<Vec<u8>>> {
    let headers = reply
        .headers
        .iter()
        .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok());
    // Sent with its length, never in chunks.
    let mut response = Response::from_data(reply.body)
        .with_status_code(reply.status)
        .with_chunked_threshold(usize::MAX);
    for header in headers {
        response.add_header(header);
    }
    response
}

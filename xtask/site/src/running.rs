//! A server that runs.

use std::convert::Infallible;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::header::{HeaderName, HeaderValue};
use hyper::service::service_fn;
use hyper::{Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task;

use crate::{Plan, Reply, Request};

/// A running server. It ends when this is dropped.
pub struct Site {
    socket: SocketAddr,
    end: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Site {
    pub(crate) fn start(plan: Plan, port: u16) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        listener.set_nonblocking(true)?;
        let socket = listener.local_addr()?;
        let (end, ended) = oneshot::channel();
        let runtime = Builder::new_current_thread().enable_io().build()?;
        let serve = move || {
            runtime.block_on(accept(listener, Arc::new(plan), ended));
            // A route may still be at work for somebody who has gone; nobody waits for it.
            runtime.shutdown_background();
        };
        Ok(Self {
            socket,
            end: Some(end),
            thread: Some(thread::spawn(serve)),
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
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Every connection is a task of its own: browsers open some that they never use, and those keep nobody waiting.
async fn accept(listener: TcpListener, plan: Arc<Plan>, mut ended: oneshot::Receiver<()>) {
    let Ok(listener) = tokio::net::TcpListener::from_std(listener) else {
        return;
    };
    loop {
        let connection = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = &mut ended => return,
        };
        let Ok((stream, _)) = connection else { continue };
        let plan = Arc::clone(&plan);
        let service = service_fn(move |request| answer(Arc::clone(&plan), request));
        let mut http = hyper::server::conn::http1::Builder::new();
        let served = http
            .title_case_headers(true)
            .serve_connection(TokioIo::new(stream), service);
        // The reader may go at any time: there is nobody left to tell.
        task::spawn(async { drop(served.await) });
    }
}

async fn answer(plan: Arc<Plan>, sent: hyper::Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let reply = match read(sent).await {
        // A route may wait, so it has a thread of its own; and it belongs to a test: if it panics, its request fails
        // and the server goes on.
        Ok(request) => task::spawn_blocking(move || catch_unwind(AssertUnwindSafe(|| plan.answer(&request))))
            .await
            .ok()
            .and_then(Result::ok)
            .unwrap_or_else(|| Reply::text(500, "The route that answers this panicked.")),
        Err(error) => Reply::text(400, format!("The request could not be read: {error}")),
    };
    Ok(response(reply))
}

async fn read(sent: hyper::Request<Incoming>) -> Result<Request, hyper::Error> {
    let (parts, body) = sent.into_parts();
    let headers = parts
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
    Ok(Request {
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        headers: headers.collect(),
        body: body.collect().await?.to_bytes().to_vec(),
    })
}

fn response(reply: Reply) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(reply.body)));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    for (name, value) in &reply.headers {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

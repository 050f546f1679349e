//! Carries out an engine's requests, as a browser would: with credentials, redirects not followed.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use alignment_board::sync::{Answer, Request, Response};
use ureq::Agent;
use ureq::http;

/// One person's connections. Copies share them.
#[derive(Clone, Debug)]
pub struct Client {
    agent: Agent,
    /// For servers that ask for a name and a password each time.
    authorization: Option<String>,
    cookie: Arc<Mutex<Option<String>>>,
}

const LARGEST: u64 = 256 * 1024 * 1024;

impl Client {
    /// A client, with the name and password that a browser would have asked for.
    #[must_use]
    pub fn new(login: Option<(&str, &str)>) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(Duration::from_secs(60)));
        Self {
            agent: config.build().into(),
            authorization: login.map(|(name, password)| format!("Basic {}", base64(&format!("{name}:{password}")))),
            cookie: Arc::default(),
        }
    }

    /// Carries a request out. It waits.
    #[must_use]
    pub fn send(&self, request: &Request) -> Answer {
        let mut built = http::Request::builder().method(request.method).uri(&request.url);
        for (name, value) in &request.headers {
            built = built.header(*name, *value);
        }
        if let Some(authorization) = &self.authorization {
            built = built.header("Authorization", authorization);
        }
        if let Some(cookie) = self.cookie.lock().ok().and_then(|cookie| cookie.clone()) {
            built = built.header("Cookie", cookie);
        }
        let sent = match request.body.is_empty() {
            true => built.body(()).map(|request| self.agent.run(request)),
            false => built.body(request.body.clone()).map(|request| self.agent.run(request)),
        };
        match sent {
            Ok(Ok(response)) => self.read(response),
            Ok(Err(ureq::Error::Timeout(_))) => Answer::TimedOut,
            _ => Answer::Unreachable,
        }
    }

    fn read(&self, mut response: http::Response<ureq::Body>) -> Answer {
        let headers = response.headers().iter();
        let headers =
            headers.map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
        let headers: Vec<_> = headers.collect();
        if let Some((_, cookie)) = headers.iter().find(|(name, _)| name == "set-cookie")
            && let Ok(mut kept) = self.cookie.lock()
        {
            *kept = cookie.split(';').next().map(str::to_owned);
        }
        let status = response.status().as_u16();
        if (300..400).contains(&status) {
            return Answer::Redirected;
        }
        match response.body_mut().with_config().limit(LARGEST).read_to_vec() {
            Ok(body) => Answer::Response(Response {
                status,
                headers,
                body,
                digest: None,
            }),
            Err(_) => Answer::Cut,
        }
    }

    /// Asks for something by hand, and gives status and body.
    #[must_use]
    pub fn ask(
        &self,
        method: &'static str,
        url: &str,
        headers: &[(&'static str, &'static str)],
        body: &str,
    ) -> (u16, String) {
        let request = Request {
            id: 0,
            method,
            url: url.to_owned(),
            headers: headers.to_vec(),
            body: body.to_owned(),
            reuse: false,
        };
        match self.send(&request) {
            Answer::Response(response) => (response.status, String::from_utf8_lossy(&response.body).into_owned()),
            Answer::Redirected => (302, String::new()),
            _ => (0, String::new()),
        }
    }
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut code = String::new();
    for chunk in text.as_bytes().chunks(3) {
        let byte = |place: usize| u32::from(chunk.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            code.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    code
}

#[cfg(test)]
mod tests {
    #[test]
    fn names_and_passwords_are_written_as_http_wants_it() {
        assert_eq!(super::base64("ana:ana-secret"), "YW5hOmFuYS1zZWNyZXQ=");
        assert_eq!(super::base64("a"), "YQ==");
        assert_eq!(super::base64("abc"), "YWJj");
    }
}

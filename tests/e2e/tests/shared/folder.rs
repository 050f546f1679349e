//! A web folder that only pretends, and is as bad as a test wants: it lists like nginx.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use e2e::{Reply, Request};
use serde_json::json;

/// What it holds, and what is wrong with it. Clones share it.
#[derive(Clone, Default)]
pub(crate) struct Folder(Arc<Inner>);

#[derive(Default)]
struct Inner {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    /// Answers 500 to everything.
    broken: AtomicBool,
    /// Fails in every way now and then.
    moody: AtomicBool,
    chance: AtomicU64,
}

/// Where it is on its server.
pub(crate) const PATH: &str = "/shared/";

impl Folder {
    /// Whether it answers 500 to everything from now on.
    pub(crate) fn breaks(&self, broken: bool) {
        self.0.broken.store(broken, Ordering::Relaxed);
    }

    /// Whether it fails in every way now and then.
    pub(crate) fn is_moody(&self, moody: bool) {
        self.0.moody.store(moody, Ordering::Relaxed);
    }

    /// What it answers.
    pub(crate) fn route(&self, request: &Request) -> Option<Reply> {
        let path = request.path.strip_prefix(PATH)?;
        if self.0.broken.load(Ordering::Relaxed) {
            return Some(Reply::text(500, "Oops"));
        }
        let mood = if self.0.moody.load(Ordering::Relaxed) {
            self.chance() % 100
        } else {
            100
        };
        match mood {
            0..8 => return Some(Reply::text(500, "Oops")),
            8..10 => return Some(with(Reply::text(429, "Wait"), "Retry-After", "1")),
            10..12 => return Some(Reply::bytes(200, "text/html", "<!doctype html><p>Sign in")),
            12..22 => thread::sleep(Duration::from_millis(self.chance() % 400)),
            _ => {}
        }
        let mut reply = self.answer(&request.method, path, &request.body);
        match mood {
            // It was done, and nobody is told.
            22..28 if request.method == "PUT" => reply = Reply::text(500, "Oops"),
            28..33 if request.method == "GET" => reply.body.truncate(reply.body.len() / 2),
            _ => {}
        }
        Some(with(reply, "Cache-Control", "no-store"))
    }

    fn answer(&self, method: &str, path: &str, body: &[u8]) -> Reply {
        let mut files = self.0.files.lock().unwrap_or_else(PoisonError::into_inner);
        match method {
            "GET" if path.ends_with('/') || path.is_empty() => {
                let inside = files.iter().filter_map(|(name, body)| {
                    let rest = name.strip_prefix(path).filter(|rest| !rest.is_empty())?;
                    (!rest.trim_end_matches('/').contains('/')).then_some((rest, body.len()))
                });
                let entry = |(name, size): (&str, usize)| {
                    let kind = if name.ends_with('/') { "directory" } else { "file" };
                    json!({ "name": name.trim_end_matches('/'), "type": kind, "mtime": "", "size": size })
                };
                let there = path.is_empty() || files.contains_key(path);
                let listing: Vec<_> = inside.map(entry).collect();
                match there {
                    true => Reply::bytes(200, "application/json", json!(listing).to_string()),
                    false => Reply::text(404, "Not found"),
                }
            }
            "GET" => match files.get(path) {
                Some(body) => Reply::bytes(200, "application/json", body.clone()),
                None => Reply::text(404, "Not found"),
            },
            "PUT" | "MKCOL" => {
                files.insert(path.to_owned(), body.to_vec());
                Reply::empty(201)
            }
            "DELETE" => match files.remove(path) {
                Some(_) => Reply::empty(204),
                None => Reply::text(404, "Not found"),
            },
            _ => Reply::text(405, "Not allowed"),
        }
    }

    /// The next of a fixed row of numbers that look like chance.
    fn chance(&self) -> u64 {
        let n = self.0.chance.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
        let n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        (n ^ (n >> 27)) >> 33
    }
}

fn with(mut reply: Reply, name: &str, value: &str) -> Reply {
    reply.headers.push((name.to_owned(), value.to_owned()));
    reply
}

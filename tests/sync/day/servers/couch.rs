//! A database that speaks CouchDB's protocol.

use std::collections::BTreeSet;

use alignment_board::domain::event::EventId;
use alignment_board::sync::{Request, Response};
use alignment_board::wire::sealed::Sealed;
use serde_json::{Value, json};

use super::super::server::{Reply, Server};

#[derive(Clone)]
pub(crate) struct Couch {
    /// Whether each author must be who is signed in.
    strict: bool,
    /// In the order of their arrival; each place, counted from 1, is a place in the feed.
    docs: Vec<Value>,
    /// Waits that were begun: their address and when they end.
    waits: Vec<(String, u64)>,
}

impl Couch {
    pub(crate) fn new(strict: bool) -> Self {
        Self {
            strict,
            docs: Vec::new(),
            waits: Vec::new(),
        }
    }

    fn answer(&mut self, now: u64, who: &str, request: &Request) -> Option<(u16, Value)> {
        let path = request.url.strip_prefix("http://h")?;
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let parameter = |name: &str| {
            let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
            pairs.filter(|(key, _)| *key == name).map(|(_, value)| value).next()
        };
        let number = |name: &str| parameter(name).and_then(|it| it.parse::<usize>().ok());
        let body: Value = serde_json::from_str(&request.body).unwrap_or_default();
        Some(match (request.method, path) {
            ("GET", "/_session") => (200, json!({"ok": true, "userCtx": {"name": who, "roles": []}})),
            ("GET", "/db") => (
                200,
                json!({"doc_count": self.docs.len(), "update_seq": self.docs.len()}),
            ),
            ("GET", "/db/_all_docs") => {
                let start = parameter("startkey").map(unquoted)?;
                let end = parameter("endkey").map(unquoted)?;
                let mut docs: Vec<_> = self.docs.iter().collect();
                docs.sort_by_key(|doc| doc["_id"].as_str());
                let within = docs.into_iter().filter(|doc| {
                    let id = doc["_id"].as_str().unwrap_or_default();
                    *start <= *id && *id <= *end
                });
                let page = within.skip(number("skip").unwrap_or(0)).take(number("limit")?);
                let docs = parameter("include_docs").is_some();
                let rows = page.map(|doc| match docs {
                    true => json!({"id": doc["_id"], "doc": doc}),
                    false => json!({"id": doc["_id"]}),
                });
                (200, json!({"rows": rows.collect::<Vec<_>>()}))
            }
            ("POST", "/db/_all_docs") => {
                let keys = body["keys"].as_array().cloned().unwrap_or_default();
                let row = |key: Value| match self.docs.iter().find(|doc| doc["_id"] == key) {
                    Some(doc) => json!({"id": key, "key": key, "doc": doc}),
                    None => json!({"key": key, "error": "not_found"}),
                };
                (200, json!({"rows": keys.into_iter().map(row).collect::<Vec<_>>()}))
            }
            ("GET", "/db/_changes") => {
                let since = number("since")?;
                let news = self.docs.iter().enumerate().skip(since).take(number("limit")?);
                let rows: Vec<_> = news
                    .map(|(at, doc)| json!({"seq": at + 1, "id": doc["_id"], "doc": doc}))
                    .collect();
                if rows.is_empty() && parameter("feed") == Some("longpoll") && self.waits(now, &request.url) {
                    return None;
                }
                (200, json!({"last_seq": since + rows.len(), "results": rows}))
            }
            ("POST", "/db/_bulk_docs") => match body["docs"].as_array() {
                Some(docs) => (201, docs.clone().into_iter().map(|doc| self.keep(who, doc)).collect()),
                None => (400, json!({"error": "bad_request"})),
            },
            _ => (404, json!({"error": "not_found"})),
        })
    }

    fn waits(&mut self, now: u64, url: &str) -> bool {
        let found = self.waits.iter().position(|(other, _)| other == url);
        match found {
            Some(place) if self.waits[place].1 <= now => {
                self.waits.remove(place);
                false
            }
            Some(_) => true,
            None => {
                self.waits.push((url.to_owned(), now + 25_000));
                true
            }
        }
    }

    fn keep(&mut self, who: &str, doc: Value) -> Value {
        let id = doc["_id"].clone();
        if self.docs.iter().any(|other| other["_id"] == id) {
            return json!({"id": id, "error": "conflict", "reason": "Document update conflict."});
        }
        if self.strict && doc["by"] != who {
            return json!({"id": id, "error": "forbidden", "reason": "made by another"});
        }
        self.docs.push(doc);
        json!({"ok": true, "id": id, "rev": "1-x"})
    }
}

fn unquoted(text: &str) -> String {
    text.trim_start_matches("%22")
        .trim_end_matches("%22")
        .replace("%3A", ":")
}

impl Server for Couch {
    fn serve(&mut self, now: u64, who: &str, request: &Request) -> Reply {
        match self.answer(now, who, request) {
            Some((status, body)) => Reply::Now(Response {
                status,
                headers: Vec::new(),
                body: body.to_string().into(),
                digest: None,
            }),
            None => Reply::Later,
        }
    }

    fn copy(&self) -> Box<dyn Server> {
        Box::new(self.clone())
    }

    fn events(&self) -> BTreeSet<EventId> {
        let text = |doc: &Value, field: &str| doc[field].as_str().unwrap_or_default().to_owned();
        let event = |doc: &Value| {
            let id = text(doc, "_id").rsplit(':').next().map(str::to_owned)?;
            Sealed::checked(&id, text(doc, "board"), text(doc, "by"), text(doc, "e")).ok()
        };
        self.docs.iter().filter_map(event).map(|event| event.id).collect()
    }
}

//! A web server with folders, as Apache or nginx behave.

use std::collections::{BTreeMap, BTreeSet};

use alignment_board::domain::event::EventId;
use alignment_board::sync::{Request, Response};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::super::server::{Reply, Server};

/// What the server allows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rules {
    /// WebDAV, and everybody may do everything.
    Dav,
    /// nginx: no PROPFIND, an index in JSON.
    Index,
    /// WebDAV, writing only in a folder of one's own name, no name twice, nothing deleted.
    OwnName,
}

#[derive(Clone)]
pub(crate) struct Folder {
    pub(crate) rules: Rules,
    /// By path, each ending in `/`.
    folders: BTreeMap<String, Inside>,
}

#[derive(Clone, Default)]
struct Inside {
    /// In whole seconds, as servers tell it.
    modified: u64,
    files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    pub(crate) fn new(rules: Rules) -> Self {
        Self {
            rules,
            folders: BTreeMap::from([("/team/".to_owned(), Inside::default())]),
        }
    }

    /// How many files a folder holds.
    pub(crate) fn files(&self, folder: &str) -> usize {
        self.folders.get(folder).map_or(0, |inside| inside.files.len())
    }

    fn answer(&mut self, now: u64, who: &str, request: &Request) -> (u16, String) {
        let path = decoded(request.url.strip_prefix("http://h").unwrap_or(&request.url));
        let (folder, name) = path.split_at(path.rfind('/').map_or(0, |place| place + 1));
        let second = now / 1_000;
        let mine = folder == format!("/team/team/{who}/");
        match request.method {
            "PROPFIND" if self.rules == Rules::Index => (405, String::new()),
            "PROPFIND" => self.propfind(folder, request),
            "GET" if name.is_empty() && self.rules == Rules::Index => self.index(folder),
            "GET" if name.is_empty() => (200, "<html>Index of …".to_owned()),
            "GET" => match self.folders.get(folder).and_then(|it| it.files.get(name)) {
                Some(bytes) => (200, String::from_utf8(bytes.clone()).unwrap_or_default()),
                None => (404, String::new()),
            },
            "PUT" | "MKCOL" | "DELETE" if self.rules == Rules::OwnName && !mine && path != "/team/team/" => {
                (403, String::new())
            }
            "PUT" => {
                let once = self.rules == Rules::OwnName;
                match self.folders.get_mut(folder) {
                    None => (409, String::new()),
                    Some(inside) if once && inside.files.contains_key(name) => (403, String::new()),
                    Some(inside) => {
                        inside.modified = second;
                        inside.files.insert(name.to_owned(), request.body.clone().into_bytes());
                        (201, String::new())
                    }
                }
            }
            "MKCOL" if self.folders.contains_key(&path) => (405, String::new()),
            "MKCOL" => {
                let above = &path[..path.trim_end_matches('/').rfind('/').map_or(0, |place| place + 1)];
                match self.folders.get_mut(above) {
                    None => (409, String::new()),
                    Some(above) => {
                        above.modified = second;
                        let inside = Inside {
                            modified: second,
                            ..Inside::default()
                        };
                        self.folders.insert(path, inside);
                        (201, String::new())
                    }
                }
            }
            "DELETE" if self.rules == Rules::OwnName => (403, String::new()),
            "DELETE" => match self.folders.get_mut(folder) {
                Some(inside) => match inside.files.remove(name) {
                    Some(_) => {
                        inside.modified = second;
                        (204, String::new())
                    }
                    None => (404, String::new()),
                },
                None => (404, String::new()),
            },
            _ => (501, String::new()),
        }
    }

    /// The folders right in another one, by name.
    fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a Inside)> {
        self.folders.iter().filter_map(move |(path, inside)| {
            let name = path.strip_prefix(folder)?.strip_suffix('/')?;
            (!name.is_empty() && !name.contains('/')).then_some((name, inside))
        })
    }

    fn propfind(&self, folder: &str, request: &Request) -> (u16, String) {
        let Some(inside) = self.folders.get(folder) else {
            return (404, String::new());
        };
        let entry = |path: &str, modified: u64, size: usize| {
            format!(
                "<D:response><D:href>{}</D:href><D:propstat><D:prop><lp1:getlastmodified>{modified}\
                 </lp1:getlastmodified><lp1:getcontentlength>{size}</lp1:getcontentlength></D:prop></D:propstat></D:response>",
                encoded(path)
            )
        };
        let mut body = String::from("<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\">");
        body += &entry(folder, inside.modified, 0);
        if request.headers.contains(&("Depth", "1")) {
            for (name, bytes) in &inside.files {
                body += &entry(&format!("{folder}{name}"), 0, bytes.len());
            }
            for (name, inside) in self.below(folder) {
                body += &entry(&format!("{folder}{name}/"), inside.modified, 0);
            }
        }
        (207, body + "</D:multistatus>")
    }

    fn index(&self, folder: &str) -> (u16, String) {
        let Some(inside) = self.folders.get(folder) else {
            return (404, String::new());
        };
        let entry = |name: &str, kind: &str, modified: u64, size: usize| {
            format!("{{\"name\":\"{name}\",\"type\":\"{kind}\",\"mtime\":\"{modified}\",\"size\":{size}}}")
        };
        let files = inside
            .files
            .iter()
            .map(|(name, bytes)| entry(name, "file", 0, bytes.len()));
        let below = self
            .below(folder)
            .map(|(name, it)| entry(name, "directory", it.modified, 0));
        let all: Vec<_> = files.chain(below).collect();
        (200, format!("[{}]", all.join(",")))
    }
}

impl Server for Folder {
    fn serve(&mut self, now: u64, who: &str, request: &Request) -> Reply {
        let (status, body) = self.answer(now, who, request);
        Reply::Now(Response {
            status,
            headers: Vec::new(),
            body: body.into(),
            digest: None,
        })
    }

    fn copy(&self) -> Box<dyn Server> {
        Box::new(self.clone())
    }

    fn events(&self) -> BTreeSet<EventId> {
        let files = self.folders.values().flat_map(|inside| &inside.files);
        let whole = files.filter(|(name, bytes)| {
            let hash: String = Sha256::digest(bytes)[..16]
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            **name == hash + ".json"
        });
        let events = whole.flat_map(|(_, bytes)| {
            let json: Value = serde_json::from_slice(bytes).expect("a segment is JSON");
            json["events"].as_array().cloned().unwrap_or_default()
        });
        let ids = events.filter_map(|event| event["id"].as_str().and_then(|id| id.parse().ok()));
        ids.collect()
    }
}

fn encoded(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~/".contains(&byte);
    let part = |byte| {
        if plain(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02x}")
        }
    };
    path.bytes().map(part).collect()
}

fn decoded(path: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        match (first, after) {
            (b'%', [high, low, after @ ..]) => {
                let digits = String::from_utf8_lossy(&[*high, *low]).into_owned();
                bytes.push(u8::from_str_radix(&digits, 16).expect("hex"));
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

//! What is in a folder, as a WebDAV server or an nginx index tells it.

use super::super::address::decoded;
use super::super::http::Response;
use super::super::trouble::Trouble;
use super::xml::{self, Piece};
use crate::json::{self, Json};

/// The body of a question about folders: no more than is needed, for it is asked every few seconds.
pub(crate) const CHANGES: &str =
    "<?xml version=\"1.0\"?><propfind xmlns=\"DAV:\"><prop><getlastmodified/></prop></propfind>";

/// The body of a question about a folder and what is in it.
pub(crate) const CONTENTS: &str =
    "<?xml version=\"1.0\"?><propfind xmlns=\"DAV:\"><prop><getlastmodified/><getcontentlength/></prop></propfind>";

/// Something in a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: String,
    pub(crate) is_folder: bool,
    /// When it last changed, in the server's words; empty when it does not say.
    pub(crate) modified: String,
    /// How many bytes it has, if the server says so.
    pub(crate) size: Option<usize>,
}

/// A WebDAV answer: the folder itself, and what is in it.
pub(crate) fn dav(response: &Response) -> Result<(Entry, Vec<Entry>), Trouble> {
    let text = response.text().ok_or(Trouble::Garbled)?;
    if response.is_html() {
        return Err(Trouble::Html);
    }
    let mut found: Vec<(String, Entry)> = Vec::new();
    let mut within: Vec<&str> = Vec::new();
    let mut root = None;
    let whole = xml::read(text, &mut |piece| match piece {
        Piece::Start(name) => {
            root.get_or_insert(name);
            if name == "response" {
                found.push(<_>::default());
            }
            within.push(name);
        }
        Piece::End(_) => {
            within.pop();
        }
        Piece::Text(text) => {
            if let (Some((href, entry)), Some(place)) = (found.last_mut(), within.last()) {
                match *place {
                    // A response names itself first; what else has an address stands deeper.
                    "href" if within.len() == 3 => href.push_str(text.trim()),
                    "getlastmodified" => entry.modified.push_str(text.trim()),
                    "getcontentlength" => entry.size = text.trim().parse().ok(),
                    _ => {}
                }
            }
        }
    });
    if !whole || root != Some("multistatus") {
        return Err(if whole { Trouble::Garbled } else { Trouble::Cut });
    }
    // A proxy may have changed what precedes the folder in its address: the folder is the shortest of all.
    let all = found.iter().enumerate();
    let shortest = all.min_by_key(|(_, (href, _))| href.trim_end_matches('/').len());
    let (place, _) = shortest.ok_or(Trouble::Garbled)?;
    let (href, itself) = found.remove(place);
    let itself = entry(&href, itself);
    Ok((itself, found.into_iter().map(|(href, it)| entry(&href, it)).collect()))
}

fn entry(href: &str, told: Entry) -> Entry {
    let path = href.split(['?', '#']).next().unwrap_or_default();
    let is_folder = path.ends_with('/');
    let name = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    Entry {
        name: decoded(name).unwrap_or_default(),
        is_folder,
        ..told
    }
}

/// An index as nginx writes it with `autoindex_format json`.
pub(crate) fn index(response: &Response) -> Result<Vec<Entry>, Trouble> {
    if response.is_html() {
        return Err(Trouble::NoListing);
    }
    let json = response.text().and_then(|text| json::parse(text).ok());
    let Some(Json::List(entries)) = json else {
        return Err(Trouble::of_body(response));
    };
    let entry = |json: &Json| {
        let text = |field| json.get(field).and_then(Json::as_str).unwrap_or_default();
        Entry {
            name: text("name").to_owned(),
            is_folder: text("type") == "directory",
            modified: text("mtime").to_owned(),
            size: json
                .get("size")
                .and_then(Json::as_u64)
                .and_then(|size| size.try_into().ok()),
        }
    };
    Ok(entries.iter().map(entry).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn response(body: &str) -> Response {
        Response {
            status: 207,
            headers: Vec::new(),
            body: body.into(),
            digest: None,
        }
    }

    #[test]
    fn apache_and_lighttpd_are_understood() {
        let apache = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus xmlns:D=\"DAV:\" xmlns:ns0=\"DAV:\">\n\
            <D:response xmlns:lp1=\"DAV:\"><D:href>/t/b/</D:href><D:propstat><D:prop>\n\
            <lp1:getlastmodified>Wed, 25 Nov 2026 08:00:00 GMT</lp1:getlastmodified>\n</D:prop>\n\
            <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>\n\
            <D:response><D:href>/t/b/Zo%c3%ab/</D:href><D:propstat><D:prop>\n\
            <lp1:getlastmodified>Wed, 25 Nov 2026 08:00:01 GMT</lp1:getlastmodified></D:prop></D:propstat></D:response>\n\
            <D:response><D:href>/t/b/x.json</D:href></D:response></D:multistatus>";
        let (itself, inside) = dav(&response(apache)).expect("a listing");
        assert_eq!(
            (&*itself.name, &*itself.modified),
            ("b", "Wed, 25 Nov 2026 08:00:00 GMT")
        );
        let names: Vec<_> = inside.iter().map(|entry| (&*entry.name, entry.is_folder)).collect();
        assert_eq!(names, [("Zoë", true), ("x.json", false)]);
    }

    #[test]
    fn a_listing_that_was_cut_is_none() {
        let text = "<multistatus><response><href>/a/</href></response></multistatus>";
        assert!(dav(&response(text)).is_ok());
        for end in 0..text.len() {
            assert!(dav(&response(&text[..end])).is_err());
        }
    }

    #[test]
    fn an_index_of_nginx_is_understood_and_one_for_people_is_no_listing() {
        let json = "[\n{ \"name\":\"ana\", \"type\":\"directory\", \"mtime\":\"Wed, 25 Nov 2026 08:00:00 GMT\" },\n\
            { \"name\":\"x.json\", \"type\":\"file\", \"mtime\":\"m\", \"size\":3 }\n]";
        let entries = index(&response(json)).expect("a listing");
        assert_eq!(entries.len(), 2);
        assert!(entries[0].is_folder && !entries[1].is_folder);
        assert_eq!(index(&response("<html><body>Index of /")), Err(Trouble::NoListing));
        assert_eq!(index(&response("[{\"name\":")), Err(Trouble::Garbled));
    }
}

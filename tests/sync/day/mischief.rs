//! What can happen to a request on a bad day.

use alignment_board::sync::{Answer, Chance, Request, Response};

use super::server::{Reply, Server};
use crate::support::percent;

#[derive(Clone, Copy, Debug)]
pub(super) enum Fate {
    Served,
    /// It never arrives.
    Lost,
    /// It arrives, and the answer does not.
    Unheard,
    /// The server says no.
    Refused(u16),
    /// A page for people, or the way to one.
    Page,
    Redirected,
    /// An answer from an older state.
    Stale,
    /// Half an answer: noticed on the way, or not.
    Cut,
    Torn,
    /// The server says it has it, and has not.
    Lies,
    /// The server says it has it, and has half of it.
    Half,
}

pub(super) fn fate(chance: &mut Chance, request: &Request) -> Fate {
    const REFUSALS: [u16; 13] = [401, 403, 404, 405, 409, 412, 413, 423, 429, 500, 502, 503, 507];
    let writes = matches!(request.method, "PUT" | "MKCOL" | "DELETE") || request.url.ends_with("_bulk_docs");
    match chance.below(100) {
        0..6 => Fate::Lost,
        6..12 => Fate::Unheard,
        12..18 => Fate::Refused(REFUSALS[chance.below(13) as usize]),
        18 => Fate::Page,
        19 => Fate::Redirected,
        20..24 if writes => Fate::Lies,
        24..27 if writes => Fate::Half,
        20..24 => Fate::Stale,
        24 | 25 => Fate::Cut,
        26 => Fate::Torn,
        _ => Fate::Served,
    }
}

/// Serves a request as its fate wants it. `None`: nobody hears of it.
pub(super) fn serve(
    fate: Fate,
    chance: &mut Chance,
    now: u64,
    who: &str,
    request: &Request,
    server: &mut dyn Server,
    older: Option<Box<dyn Server>>,
) -> Option<Answer> {
    let served = |request: &Request, server: &mut dyn Server| match server.serve(now, who, request) {
        Reply::Now(response) => response,
        Reply::Later => Response::default(),
    };
    match fate {
        Fate::Lost => percent(chance, 50).then_some(Answer::Unreachable),
        Fate::Unheard => {
            served(request, server);
            percent(chance, 50).then_some(Answer::Unreachable)
        }
        Fate::Refused(status) => {
            let wait = ("Retry-After".to_owned(), chance.below(20).to_string());
            let headers = if percent(chance, 50) { vec![wait] } else { Vec::new() };
            Some(Answer::Response(Response {
                status,
                headers,
                body: Vec::new(),
                digest: None,
            }))
        }
        Fate::Page => Some(Answer::Response(Response {
            status: 200,
            headers: vec![("Content-Type".to_owned(), "text/html".to_owned())],
            body: b"<!doctype html><title>Sign in</title>".to_vec(),
            digest: None,
        })),
        Fate::Redirected => Some(Answer::Redirected),
        Fate::Stale => Some(Answer::Response(match older {
            Some(mut older) => served(request, &mut *older),
            None => served(request, server),
        })),
        Fate::Cut => {
            served(request, server);
            Some(Answer::Cut)
        }
        Fate::Torn => {
            let mut response = served(request, server);
            let length = chance.below(response.body.len() as u64);
            response.body.truncate(length as usize);
            Some(Answer::Response(response))
        }
        Fate::Lies => {
            let mut pretended = server.copy();
            Some(Answer::Response(served(request, &mut *pretended)))
        }
        Fate::Half => {
            let mut half = request.clone();
            let mut length = chance.below(half.body.len() as u64) as usize;
            while !half.body.is_char_boundary(length) {
                length -= 1;
            }
            half.body.truncate(length);
            Some(Answer::Response(served(&half, server)))
        }
        Fate::Served => Some(Answer::Response(served(request, server))),
    }
}

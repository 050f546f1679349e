//! Answers from the folder.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::mime;
use crate::{Reply, Request};

/// The file a request names, or the reason why there is none.
pub(crate) fn answer(folder: &Path, request: &Request) -> Reply {
    if request.method != "GET" && request.method != "HEAD" {
        return Reply::text(405, "Only GET and HEAD are answered here.").with("Allow", "GET, HEAD");
    }
    let Some(path) = inside(folder, &request.path) else {
        return Reply::text(404, "That address leads out of the page's folder.");
    };
    match fs::read(&path) {
        Ok(bytes) => Reply::bytes(200, mime::of(&path), bytes),
        Err(_) => Reply::text(404, format!("No file {} in the page's folder.", request.path)),
    }
}

/// Where an address points inside the folder. `None` for every address that would lead out of it, whether by `..`,
/// by its percent-encoded forms, by a drive letter or by a symbolic link.
fn inside(folder: &Path, address: &str) -> Option<PathBuf> {
    let decoded = percent_encoding::percent_decode_str(address).decode_utf8().ok()?;
    let relative = decoded.strip_prefix('/')?;
    if relative.contains(['\\', '\0', ':']) {
        return None;
    }
    let plain = Path::new(relative)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    if !plain {
        return None;
    }
    let mut path = folder.join(relative);
    if relative.is_empty() || relative.ends_with('/') {
        path.push("index.html");
    }
    match (path.canonicalize(), folder.canonicalize()) {
        (Ok(real), Ok(home)) => real.starts_with(home).then_some(path),
        _ => Some(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside_page(address: &str) -> Option<PathBuf> {
        inside(Path::new("page"), address)
    }

    #[test]
    fn an_address_names_a_file_in_the_folder() {
        assert_eq!(inside_page("/board.js"), Some("page/board.js".into()));
        assert_eq!(inside_page("/samples/a%20b.json"), Some("page/samples/a b.json".into()));
    }

    #[test]
    fn a_folder_stands_for_its_index() {
        assert_eq!(inside_page("/"), Some("page/index.html".into()));
        assert_eq!(inside_page("/team/"), Some("page/team/index.html".into()));
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for address in [
            "/../secret",
            "/a/../../secret",
            "/%2e%2e/secret",
            "/..%2fsecret",
            "//etc/passwd",
            "/c:/x",
            "/..\\x",
            "/a%00",
            "x",
        ] {
            assert_eq!(inside_page(address), None, "{address}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_does_not_lead_out_either() -> std::io::Result<()> {
        let folder = std::env::temp_dir().join(format!("site-link-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        std::os::unix::fs::symlink(std::env::temp_dir(), folder.join("out"))?;
        let found = inside(&folder, "/out/");
        let other = inside(&folder, "/out");
        fs::remove_dir_all(&folder)?;
        assert_eq!(other, None);
        assert!(found.is_none_or(|path| !path.exists()));
        Ok(())
    }
}

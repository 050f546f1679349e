//! What the guides tell people to write is what is tested here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The lines of the blocks in this language, as the configuration of the tests has them.
fn told(guide: &str, language: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../docs/servers")
        .join(guide);
    let text = fs::read_to_string(&path).expect("a guide");
    let fence = format!("```{language}\n");
    let blocks = text.split(&fence).skip(1).filter_map(|rest| rest.split("```").next());
    let lines = blocks.flat_map(str::lines).map(line);
    lines.filter(|line| !line.is_empty()).collect()
}

/// What of a line matters: neither space, quotes nor comments, nor where the folders and pages are.
fn line(text: &str) -> String {
    let text = text.trim().replace('"', "");
    if text.starts_with('#') {
        return String::new();
    }
    text.replace("/srv/boards", "{folder}/files")
        .replace("/etc/apache2/boards.htpasswd", "{folder}/members.htpasswd")
        .replace("^https://intranet\\.example\\.org$", "^https?://localhost(:[0-9]+)?$")
        .replace("~^https?://localhost(:[0-9]+)?$", "https://intranet.example.org")
        .replace("https://intranet.example.org", "http://localhost:8080")
        .replace("server.modules +=", "server.modules =")
}

fn check(guide: &str, language: &str, tested: &str) {
    let tested: BTreeSet<String> = tested.lines().map(line).collect();
    let told = told(guide, language);
    assert!(told.len() > 10, "{guide} tells nothing");
    let missing: Vec<_> = told.iter().filter(|line| !tested.contains(*line)).collect();
    assert!(missing.is_empty(), "{guide} says what is not tested: {missing:#?}");
}

#[test]
fn what_the_guides_tell_people_to_write_is_what_is_tested() {
    check("apache.md", "apache", include_str!("../conf/apache.conf"));
    check("nginx.md", "nginx", include_str!("../conf/nginx.conf"));
    check("lighttpd.md", "lighttpd", include_str!("../conf/lighttpd.conf"));
}

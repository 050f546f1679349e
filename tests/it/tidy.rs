//! What the compiler does not hold: who may know whom, what never stands in the source, and its size.

mod contrast;
mod layers;
mod sentences;
mod source;

use source::{Source, all, under};

/// Files longer than this hide more than one idea.
const LONGEST: usize = 400;

#[track_caller]
fn none(found: Vec<String>) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// Every line of code under `src` that holds one of the words.
fn lines_with(words: &[&str]) -> Vec<String> {
    let holds = |line: &str| words.iter().any(|word| line.contains(word));
    let found = |source: &Source| -> Vec<_> {
        source
            .code()
            .filter(|(_, line)| holds(line))
            .map(|(n, line)| source.at(n, line))
            .collect()
    };
    under("src").iter().flat_map(found).collect()
}

#[test]
fn text_is_never_put_into_the_page_as_markup() {
    let ways = [
        "VRaw",
        "from_html_unchecked",
        "set_inner_html",
        "set_outer_html",
        "insert_adjacent_html",
        "create_contextual_fragment",
    ];
    none(lines_with(&ways));
}

#[test]
fn no_element_has_a_style_attribute_so_that_a_strict_policy_holds() {
    none(lines_with(&["style={", "style=\"", "set_attribute(\"style\""]));
}

#[test]
fn nothing_in_the_widget_stops_it_on_purpose() {
    none(lines_with(&[
        ".unwrap()",
        ".expect(",
        "panic!(",
        "unreachable!(",
        "todo!(",
        "unimplemented!(",
    ]));
}

#[test]
fn no_file_hides_more_than_one_idea() {
    let long = |source: &Source| {
        let lines = source.text.lines().count();
        (lines > LONGEST).then(|| format!("{}: {lines} lines, more than {LONGEST}", source.path))
    };
    none(
        ["src", "tests", "xtask/src"]
            .into_iter()
            .flat_map(under)
            .filter_map(|source| long(&source))
            .collect(),
    );
}

#[test]
fn the_changelog_speaks_of_what_is_next_or_of_this_version() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/CHANGELOG.md");
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let wanted = ["Unreleased", env!("CARGO_PKG_VERSION")];
    let headings = text.lines().filter_map(|line| line.strip_prefix("## "));
    let words = headings.filter_map(|heading| heading.split_whitespace().next());
    let named = words
        .map(|word| word.trim_matches(['[', ']']))
        .any(|word| wanted.contains(&word));
    assert!(
        named,
        "CHANGELOG.md has no heading “## Unreleased” or “## {}”",
        wanted[1]
    );
}

#[test]
fn there_is_source_to_read() {
    assert!(all().len() > 50, "the tests above read nothing");
}

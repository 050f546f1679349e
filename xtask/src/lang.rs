//! The languages of the page, `lang/NAME.txt`: sentences alone, as `src/words/packed.rs` reads them.
//!
//! `lang/en.json` is inside the program, and every other language is packed in its order, so that no key travels.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use crate::project::Project;

/// What a language is, besides its sentences.
struct Language {
    /// Its BCP 47 tag, and the name of its file.
    tag: &'static str,
    is_rtl: bool,
    /// Its plural categories, as CLDR names them.
    plurals: &'static [&'static str],
    from: From,
}

enum From {
    /// `lang/TAG.json`.
    Translation,
    /// English, when it is read: `src/words/pseudo.rs`.
    English,
}

/// Every language but English. `shell/alignment-board.js` has the same list.
const LANGUAGES: [Language; 2] = [
    Language {
        tag: "de",
        is_rtl: false,
        plurals: &["one", "other"],
        from: From::Translation,
    },
    Language {
        tag: "en-x-pseudo",
        is_rtl: true,
        plurals: &["one", "other"],
        from: From::English,
    },
];

/// Their files, as the page has them.
pub(crate) fn files() -> impl Iterator<Item = String> {
    LANGUAGES.iter().map(|it| format!("lang/{}.txt", it.tag))
}

/// Writes them beside the page.
pub(crate) fn write(project: &Project, page: &Path) -> Result<()> {
    let folder = page.join("lang");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    for (name, text) in packed(project)? {
        fs::write(folder.join(&name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(())
}

/// Each language's file name and text.
fn packed(project: &Project) -> Result<Vec<(String, String)>> {
    let english = read(project, "en")?;
    let keys = keys(&english)?;
    let sentences = parse(&english)?;
    let pack = |language: &Language| {
        let direction = if language.is_rtl { "rtl" } else { "ltr" };
        let mut text = format!("{}\t{}\t{direction}", hash(english.as_bytes()), language.tag);
        for category in language.plurals {
            text.push('\t');
            text.push_str(category);
        }
        if matches!(language.from, From::Translation) {
            let own = parse(&read(project, language.tag)?)?;
            for key in &keys {
                let sentence = own.get(*key).filter(|own| Some(*own) != sentences.get(*key));
                text.push('\n');
                text.push_str(&line(language, sentence).with_context(|| (*key).to_owned())?);
            }
        }
        Ok((format!("{}.txt", language.tag), text))
    };
    LANGUAGES.iter().map(pack).collect()
}

/// A sentence, or its plural forms between tabs if they differ; nothing is said in English.
fn line(language: &Language, sentence: Option<&Value>) -> Result<String> {
    let forms: Option<Vec<_>> = match sentence {
        None => return Ok(String::new()),
        Some(Value::Object(forms)) => {
            let form = |category: &&str| forms.get(*category).and_then(Value::as_str);
            language.plurals.iter().map(form).collect()
        }
        Some(sentence) => sentence.as_str().map(|text| vec![text]),
    };
    let mut forms = forms.with_context(|| format!("{} lacks a form of this sentence", language.tag))?;
    if forms.iter().any(|form| form.contains(['\n', '\t'])) {
        bail!("{} has a line break or a tab in this sentence", language.tag);
    }
    if forms.iter().all(|form| *form == forms[0]) {
        forms.truncate(1);
    }
    Ok(forms.join("\t"))
}

fn read(project: &Project, tag: &str) -> Result<String> {
    let path = project.path(format!("lang/{tag}.json"));
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
}

fn parse(text: &str) -> Result<Map<String, Value>> {
    serde_json::from_str(text).context("a catalogue in lang/ is no flat JSON object")
}

/// The keys in the order of the text. A parsed object may have another.
fn keys(text: &str) -> Result<Vec<&str>> {
    let keys: Vec<_> = text
        .lines()
        .filter_map(|line| Some(line.strip_prefix("  \"")?.split_once("\":")?.0))
        .collect();
    if keys.len() != parse(text)?.len() {
        bail!("lang/en.json has one sentence a line, indented by two spaces; one is written in another way");
    }
    Ok(keys)
}

/// FNV-1a, as in `src/words/packed.rs`: it says for which English sentences a file was packed.
fn hash(text: &[u8]) -> u32 {
    text.iter().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compress::brotli;

    /// The most a language may weigh.
    const MOST: usize = 10 * 1024;

    #[test]
    fn each_language_is_a_file_of_at_most_ten_kilobytes() -> Result<()> {
        for (name, text) in packed(&Project::find()?)? {
            let bytes = brotli(text.as_bytes())?.len();
            assert!(bytes <= MOST, "{name} weighs {bytes} bytes of brotli, more than {MOST}");
        }
        Ok(())
    }

    #[test]
    fn the_shell_asks_for_the_languages_there_are() -> Result<()> {
        let shell = fs::read_to_string(Project::find()?.path("shell/alignment-board.js"))?;
        let tags: Vec<_> = LANGUAGES.iter().map(|it| format!("'{}'", it.tag)).collect();
        assert!(shell.contains(&format!("const LANGUAGES = [{}];", tags.join(", "))));
        Ok(())
    }

    #[test]
    fn what_is_said_where_there_is_no_board_is_said_in_every_language() -> Result<()> {
        let faults = fs::read_to_string(Project::find()?.path("shell/fault.js"))?;
        let keys = |tag: &str| -> Result<Vec<String>> {
            let (_, own) = faults
                .split_once(&format!("\n  {tag}: {{\n"))
                .with_context(|| format!("shell/fault.js does not speak {tag}"))?;
            let (own, _) = own.split_once("\n  },").context("no end of the sentences")?;
            let keys = own.lines().filter_map(|line| line.trim().split_once(": "));
            Ok(keys.map(|(key, _)| key.to_owned()).collect())
        };
        for language in LANGUAGES.iter().filter(|it| matches!(it.from, From::Translation)) {
            assert_eq!(keys(language.tag)?, keys("en")?, "{}", language.tag);
        }
        Ok(())
    }

    #[test]
    fn every_translation_in_the_folder_is_packed() -> Result<()> {
        for file in fs::read_dir(Project::find()?.path("lang"))? {
            let name = file?.file_name().to_string_lossy().into_owned();
            let tag = name.trim_end_matches(".json");
            assert!(tag == "en" || LANGUAGES.iter().any(|it| it.tag == tag), "lang/{name}");
        }
        Ok(())
    }

    #[test]
    fn plural_forms_stand_between_tabs_and_what_is_said_in_english_is_an_empty_line() -> Result<()> {
        let language = &LANGUAGES[0];
        assert_eq!(line(language, None)?, "");
        let forms = serde_json::json!({ "other": "viele", "one": "eins" });
        assert_eq!(line(language, Some(&forms))?, "eins\tviele");
        let forms = serde_json::json!({ "other": "{n} da", "one": "{n} da" });
        assert_eq!(line(language, Some(&forms))?, "{n} da");
        assert!(line(language, Some(&"a\nb".into())).is_err());
        Ok(())
    }
}

//! The languages of the page, `lang/NAME.txt`: sentences alone, as `src/words/packed.rs` reads them.
//!
//! `lang/en.json` is inside the program, and every other language is packed in its order, so that no key travels. The
//! pseudo-locale is made of English: longer, accented, from right to left. It shows what is cut off, what was never
//! translatable, and what points the wrong way, before anybody has translated a word.

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
    /// Made of English.
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
        let own = match language.from {
            From::Translation => parse(&read(project, language.tag)?)?,
            From::English => sentences
                .iter()
                .map(|(key, value)| (key.clone(), accented(value)))
                .collect(),
        };
        let direction = if language.is_rtl { "rtl" } else { "ltr" };
        let mut text = format!("{}\t{}\t{direction}", hash(english.as_bytes()), language.tag);
        for category in language.plurals {
            text.push('\t');
            text.push_str(category);
        }
        for key in &keys {
            text.push('\n');
            let (own, english) = (own.get(*key), sentences.get(*key));
            text.push_str(&line(language, own.filter(|own| Some(*own) != english)).context((*key).to_owned())?);
        }
        Ok((format!("{}.txt", language.tag), text))
    };
    LANGUAGES.iter().map(pack).collect()
}

/// A sentence, or its plural forms between tabs; nothing is said in English.
fn line(language: &Language, sentence: Option<&Value>) -> Result<String> {
    let line = match sentence {
        None => return Ok(String::new()),
        Some(Value::Object(forms)) => {
            let form = |category: &&str| forms.get(*category).and_then(Value::as_str);
            let forms: Option<Vec<_>> = language.plurals.iter().map(form).collect();
            forms
                .with_context(|| format!("{} lacks a plural form", language.tag))?
                .join("\t")
        }
        Some(sentence) => sentence.as_str().context("this is no sentence")?.to_owned(),
    };
    let tabs = sentence
        .and_then(Value::as_object)
        .map_or(0, |_| language.plurals.len() - 1);
    if line.contains('\n') || line.matches('\t').count() != tabs {
        bail!("{} has a line break or a tab in a sentence", language.tag);
    }
    Ok(line)
}

/// A sentence, or all of its plural forms, in the pseudo-locale.
fn accented(value: &Value) -> Value {
    match value {
        Value::Object(forms) => forms
            .iter()
            .map(|(form, text)| (form.clone(), accented(text)))
            .collect(),
        Value::String(text) => Value::String(accent(text)),
        other => other.clone(),
    }
}

/// Vowels are said twice, once with an accent, and some other letters twice: two fifths longer. Letter by letter, so that
/// what begins another sentence still does.
fn accent(text: &str) -> String {
    let mut accented = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while !rest.is_empty() {
        if let Some(place) = place(rest) {
            accented.push_str(place);
            rest = &rest[place.len()..];
            continue;
        }
        let mut letters = rest.chars();
        match letters.next() {
            Some(letter @ ('n' | 's' | 't')) => accented.extend([letter, letter]),
            Some(letter) => match TWICE.iter().find(|(plain, _)| *plain == letter) {
                Some((_, twice)) => accented.push_str(twice),
                None => accented.push(letter),
            },
            None => {}
        }
        rest = letters.as_str();
    }
    accented
}

const TWICE: [(char, &str); 10] = [
    ('a', "aá"),
    ('e', "eé"),
    ('i', "ií"),
    ('o', "oö"),
    ('u', "uü"),
    ('A', "Áa"),
    ('E', "Ée"),
    ('I', "Íi"),
    ('O', "Öo"),
    ('U', "Üu"),
];

/// The place that a text begins with, as `{name}`.
fn place(text: &str) -> Option<&str> {
    let (name, _) = text.strip_prefix('{')?.split_once('}')?;
    let is_place = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    is_place.then(|| &text[..name.len() + 2])
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
    fn every_translation_in_the_folder_is_packed() -> Result<()> {
        for file in fs::read_dir(Project::find()?.path("lang"))? {
            let name = file?.file_name().to_string_lossy().into_owned();
            let tag = name.trim_end_matches(".json");
            assert!(tag == "en" || LANGUAGES.iter().any(|it| it.tag == tag), "lang/{name}");
        }
        Ok(())
    }

    #[test]
    fn the_pseudo_locale_is_two_fifths_longer_and_has_the_same_places() -> Result<()> {
        let english = parse(&read(&Project::find()?, "en")?)?;
        let texts = english.values().flat_map(|value| match value {
            Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
            text => text.as_str().into_iter().collect::<Vec<_>>(),
        });
        let (mut plain, mut longer) = (0, 0);
        for text in texts {
            plain += text.chars().count();
            longer += accent(text).chars().count();
        }
        assert!(
            (1.4..1.5).contains(&(longer as f64 / plain as f64)),
            "{plain} became {longer}"
        );
        assert_eq!(accent("Take {title} over { now }"), "Taákeé {title} oöveér { nnoöw }");
        Ok(())
    }

    #[test]
    fn what_a_language_does_not_say_is_an_empty_line() -> Result<()> {
        let language = &LANGUAGES[0];
        assert_eq!(line(language, None)?, "");
        let forms = serde_json::json!({ "other": "viele", "one": "eins" });
        assert_eq!(line(language, Some(&forms))?, "eins\tviele");
        assert!(line(language, Some(&"a\nb".into())).is_err());
        Ok(())
    }
}

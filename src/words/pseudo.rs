//! A language made of English, for looking at: longer, accented. It shows what is cut off and what was never
//! translatable, before anybody has translated a word.

use crate::json::{Fields, Json};

/// Nobody but testers needs it, so it is of the second file (`xtask/src/split`).
#[inline(never)]
pub(super) fn accent(sentences: &mut Fields) {
    for sentence in sentences.values_mut() {
        match sentence {
            Json::Text(text) => *text = accented(text).into(),
            Json::Object(forms) => accent(forms),
            _ => {}
        }
    }
}

/// Each vowel is followed by itself with an accent, and some other letters by themselves: two fifths longer. Letter by
/// letter, so that what begins another sentence still does. A place keeps its name.
fn accented(text: &str) -> String {
    let mut accented = String::with_capacity(text.len() * 2);
    let mut letters = text.chars().peekable();
    let mut in_place = false;
    while let Some(letter) = letters.next() {
        accented.push(letter);
        in_place = match letter {
            '{' => letters.peek().is_some_and(char::is_ascii_alphabetic),
            '}' => false,
            _ => in_place,
        };
        let second = match letter {
            _ if in_place => None,
            'a' | 'A' => Some('á'),
            'e' | 'E' => Some('é'),
            'i' | 'I' => Some('í'),
            'o' | 'O' => Some('ö'),
            'u' | 'U' => Some('ü'),
            'n' | 's' | 't' => Some(letter),
            _ => None,
        };
        accented.extend(second);
    }
    accented
}

//! How wide a text is at most, and where it breaks into lines.

use super::space::{Point, Rect};
use crate::domain::goals::Text;

/// How far lines are apart, of their size.
const LEADING: f64 = 1.28;

/// Lines of text around a middle.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The lines.
    pub lines: Vec<Text>,
    /// The middle of the first line's base.
    pub at: Point,
    /// The size of its letters.
    pub size: f64,
}

impl Label {
    /// In lines of at most `width`, and at most so many; what does not fit ends with `…`. Its upper side is at 0.
    #[must_use]
    pub fn new(text: &str, size: f64, width: f64, most: usize) -> Self {
        Self {
            lines: lines(text, width / size, most),
            at: Point { x: 0.0, y: size },
            size,
        }
    }

    /// The same elsewhere.
    #[must_use]
    pub fn moved(mut self, by: Point) -> Self {
        self.at = self.at.plus(by);
        self
    }

    /// How far its lines are apart.
    #[must_use]
    pub fn leading(&self) -> f64 {
        self.size * LEADING
    }

    pub(super) fn width(&self) -> f64 {
        self.lines.iter().map(|line| width(line)).fold(0.0, f64::max) * self.size
    }

    pub(super) fn height(&self) -> f64 {
        self.lines.len() as f64 * self.leading()
    }

    /// The space that no other text or star takes.
    #[must_use]
    pub fn room(&self) -> Rect {
        let (width, height) = (self.width(), self.height());
        Rect {
            x: self.at.x - width / 2.0,
            y: self.at.y - self.size,
            width,
            height,
        }
    }
}

/// How wide a text is at most, of its size. No font is asked: the map is the same in each.
pub(super) fn width(text: &str) -> f64 {
    text.chars().map(wide).sum()
}

fn wide(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' | ' ' => 0.36,
        'f' | 'r' | 't' | '(' | ')' | '-' => 0.46,
        'm' | 'w' | 'M' | 'W' | '…' | '—' | '%' | '@' => 0.98,
        'A'..='Z' => 0.76,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0.0,
        '\u{0}'..='\u{10ff}' | '\u{1e00}'..='\u{218f}' => 0.64,
        _ => 1.06,
    }
}

/// Words in lines; one that is longer than a line is cut.
fn lines(text: &str, most_wide: f64, most: usize) -> Vec<Text> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let fits = |line: &String| width(line) + wide(' ') + width(word) <= most_wide;
        match lines.last_mut() {
            Some(line) if fits(line) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => cut(&mut lines, word, most_wide),
        }
        if lines.len() > most {
            break;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(last) + wide('…') > most_wide {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines.into_iter().map(Text::from).collect()
}

/// A word that begins a line, in as many lines as it needs.
fn cut(lines: &mut Vec<String>, word: &str, most_wide: f64) {
    let mut line = String::new();
    let mut so_far = 0.0;
    for c in word.chars() {
        if so_far + wide(c) > most_wide && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
            so_far = 0.0;
        }
        line.push(c);
        so_far += wide(c);
    }
    lines.push(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, width: f64, most: usize, expect: &[&str]) {
        let lines = lines(text, width, most);
        let lines: Vec<&str> = lines.iter().map(|line| &**line).collect();
        assert_eq!(lines, expect);
    }

    #[test]
    fn a_text_breaks_between_words() {
        check("Answer every comment", 9.0, 3, &["Answer every", "comment"]);
    }

    #[test]
    fn a_word_that_is_longer_than_a_line_is_cut() {
        check(
            "Zusammengehörigkeitsgefühl",
            8.0,
            3,
            &["Zusammengeh", "örigkeitsgefüh", "l"],
        );
    }

    #[test]
    fn what_does_not_fit_is_left_out_and_said_to_be() {
        check(
            "Answer every comment within a day",
            9.0,
            2,
            &["Answer every", "comment with…"],
        );
    }

    #[test]
    fn nothing_is_no_line() {
        check(" ", 9.0, 2, &[]);
    }
}

//! Colours that stand on each other can be told apart, in light and in dark: WCAG 2.2, 1.4.3 and 1.4.11.

use std::collections::BTreeMap;

use super::none;

const TOKENS: &str = include_str!("../../../styles/tokens.css");

/// What is read stands on these.
const GROUNDS: [&str; 3] = ["paper", "card", "sunk"];

/// Text, and what it stands on.
const TEXT: [(&str, &str); 15] = [
    ("ink", "accent-wash"),
    ("ink", "warn-wash"),
    ("ink", "bad-wash"),
    ("ink", "line"),
    ("accent", "accent-wash"),
    ("on-accent", "accent"),
    ("ok", "ok-wash"),
    ("warn", "warn-wash"),
    ("bad", "bad-wash"),
    ("soft", "accent-wash"),
    ("paper", "ink"),
    ("accent", "card"),
    ("accent", "sunk"),
    ("accent", "paper"),
    ("ink", "ok-wash"),
];

/// What is text on every ground.
const WORDS: [&str; 5] = ["ink", "soft", "ok", "warn", "bad"];

/// Edges of what can be used, and marks that mean something, on every ground.
const MARKS: [&str; 6] = ["edge", "accent", "star", "ok", "warn", "bad"];

type Colour = [f64; 3];

/// The light and the dark colour of each token.
fn tokens() -> BTreeMap<&'static str, [Colour; 2]> {
    let mut tokens = BTreeMap::new();
    for line in TOKENS.lines() {
        let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(':')) else {
            continue;
        };
        let pair = value
            .split_once("light-dark(")
            .and_then(|(_, pair)| pair.split_once(','));
        if let Some((light, dark)) = pair {
            tokens.insert(name, [colour(light), colour(dark.trim().trim_end_matches([';', ')']))]);
        }
    }
    tokens
}

fn colour(hex: &str) -> Colour {
    let hex = hex.trim().trim_start_matches('#');
    [0, 2, 4].map(|n| f64::from(u8::from_str_radix(&hex[n..n + 2], 16).expect("a colour")) / 255.0)
}

/// The relative luminance of WCAG 2.2.
fn luminance(colour: Colour) -> f64 {
    let [red, green, blue] = colour.map(|part| match part {
        ..=0.04045 => part / 12.92,
        _ => ((part + 0.055) / 1.055).powf(2.4),
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Pairs with less contrast than `least`.
fn faint(pairs: impl IntoIterator<Item = (&'static str, &'static str)>, least: f64) -> Vec<String> {
    let tokens = tokens();
    let mut faint = Vec::new();
    for (over, under) in pairs {
        for (n, scheme) in ["light", "dark"].into_iter().enumerate() {
            let ratio = contrast(tokens[over][n], tokens[under][n]);
            if ratio < least {
                faint.push(format!("{over} on {under}, {scheme}: {ratio:.2}, wanted {least}"));
            }
        }
    }
    faint
}

fn on_every_ground(over: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    let all = over.iter().flat_map(|over| GROUNDS.map(|under| (*over, under)));
    all.collect()
}

#[test]
fn text_can_be_read() {
    none(faint(TEXT.into_iter().chain(on_every_ground(&WORDS)), 4.5));
}

#[test]
fn edges_and_marks_can_be_seen() {
    none(faint(on_every_ground(&MARKS), 3.0));
}

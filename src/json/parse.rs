//! The parser: one pass, one value, at most one fault.

use std::rc::Rc;

use super::{Fields, Json};
use crate::figures;

/// Why a text cannot be read, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// How many bytes were fine.
    pub place: usize,
    /// Why not more.
    pub cause: Cause,
}

/// Why a text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It ends within a value.
    EndsEarly,
    /// Lists and objects stand too deep inside each other.
    TooDeep,
    /// It is not JSON.
    NotJson,
}

/// One step of the way to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into a field of an object.
    Field(Rc<str>),
    /// Into an item of a list.
    Item(usize),
}

/// How deep [`parse`] goes, as deep as `serde_json`.
const DEPTH: usize = 127;

/// Reads a text.
///
/// # Errors
/// When it is not JSON.
pub fn parse(text: &str) -> Result<Json, Fault> {
    read(text, DEPTH, &mut |_| {})
}

/// Reads a text in which at most `depth` lists and objects stand inside each other, and calls `twice` with the way to
/// each field that its object has already.
///
/// # Errors
/// When it is not JSON, or too deep.
pub fn read(text: &str, depth: usize, twice: &mut dyn FnMut(&[Step])) -> Result<Json, Fault> {
    let mut parser = Parser {
        text,
        place: 0,
        steps: Vec::new(),
        depth,
        twice,
    };
    let value = parser.value()?;
    match parser.next() {
        None => Ok(value),
        Some(_) => Err(parser.fault(Cause::NotJson)),
    }
}

struct Parser<'a> {
    text: &'a str,
    place: usize,
    steps: Vec<Step>,
    depth: usize,
    twice: &'a mut dyn FnMut(&[Step]),
}

impl<'a> Parser<'a> {
    fn value(&mut self) -> Result<Json, Fault> {
        match self.next() {
            Some(b'{') => self.object(),
            Some(b'[') => self.list(),
            Some(b'"') => self.text().map(Json::Text),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => self.number(),
        }
    }

    fn object(&mut self) -> Result<Json, Fault> {
        self.enter()?;
        let mut fields = Fields::default();
        let mut more = !self.passes(b'}');
        while more {
            if self.next() != Some(b'"') {
                return Err(self.unexpected());
            }
            let name = self.text()?;
            self.step_to(Step::Field(name.clone()));
            if fields.contains_key(&name) {
                (self.twice)(&self.steps);
            }
            self.need(b':')?;
            let value = self.value()?;
            fields.insert(name, value);
            more = self.goes_on(b'}')?;
        }
        self.steps.pop();
        Ok(Json::Object(fields))
    }

    fn list(&mut self) -> Result<Json, Fault> {
        self.enter()?;
        let mut items = Vec::new();
        let mut more = !self.passes(b']');
        while more {
            self.step_to(Step::Item(items.len()));
            items.push(self.value()?);
            more = self.goes_on(b']')?;
        }
        self.steps.pop();
        Ok(Json::List(items))
    }

    /// A text, from its opening quote on.
    fn text(&mut self) -> Result<Rc<str>, Fault> {
        self.place += 1;
        let mut start = self.place;
        let mut unescaped = String::new();
        loop {
            match self.byte() {
                Some(b'"') => break,
                Some(b'\\') => {
                    unescaped.push_str(self.since(start));
                    self.place += 1;
                    unescaped.push(self.escaped()?);
                    start = self.place;
                }
                None | Some(..b' ') => return Err(self.unexpected()),
                Some(_) => self.place += 1,
            }
        }
        let rest = self.since(start);
        self.place += 1;
        if unescaped.is_empty() {
            return Ok(rest.into());
        }
        unescaped.push_str(rest);
        Ok(unescaped.into())
    }

    /// What stands for a character, behind its backslash.
    fn escaped(&mut self) -> Result<char, Fault> {
        let c = match self.byte() {
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                self.place += 1;
                return self.unit_pair();
            }
            _ => return Err(self.unexpected()),
        };
        self.place += 1;
        Ok(c)
    }

    /// One UTF-16 unit in four hex digits, or two where one is half a character.
    fn unit_pair(&mut self) -> Result<char, Fault> {
        let mut code = self.unit()?;
        if let 0xd800..0xdc00 = code {
            for byte in [b'\\', b'u'] {
                if self.byte() != Some(byte) {
                    return Err(self.unexpected());
                }
                self.place += 1;
            }
            let low = self.unit()?;
            // A first half and what is no second one give a code that is no character.
            code = match low {
                0xdc00..0xe000 => 0x1_0000 + ((code - 0xd800) << 10) + (low - 0xdc00),
                _ => code,
            };
        }
        char::from_u32(code).ok_or(self.fault(Cause::NotJson))
    }

    fn unit(&mut self) -> Result<u32, Fault> {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = self.byte().and_then(|byte| char::from(byte).to_digit(16)) else {
                return Err(self.unexpected());
            };
            unit = unit * 16 + digit;
            self.place += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Result<Json, Fault> {
        let rest = self.text.get(self.place..).unwrap_or_default();
        match figures::begin(rest) {
            Ok((number, length)) => {
                self.place += length;
                Ok(Json::Number(number))
            }
            Err(length) => {
                self.place += length;
                Err(self.unexpected())
            }
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Result<Json, Fault> {
        for byte in word.bytes() {
            if self.byte() != Some(byte) {
                return Err(self.unexpected());
            }
            self.place += 1;
        }
        Ok(value)
    }

    /// Behind a value: true if another one follows, false if the list or object ends.
    fn goes_on(&mut self, end: u8) -> Result<bool, Fault> {
        if self.passes(end) {
            return Ok(false);
        }
        self.need(b',')?;
        Ok(true)
    }

    fn need(&mut self, byte: u8) -> Result<(), Fault> {
        if self.passes(byte) {
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    fn passes(&mut self, byte: u8) -> bool {
        let found = self.next() == Some(byte);
        self.place += usize::from(found);
        found
    }

    /// Into a list or an object, past its bracket.
    fn enter(&mut self) -> Result<(), Fault> {
        if self.steps.len() == self.depth {
            return Err(self.fault(Cause::TooDeep));
        }
        self.place += 1;
        self.steps.push(Step::Item(0));
        Ok(())
    }

    fn step_to(&mut self, step: Step) {
        if let Some(last) = self.steps.last_mut() {
            *last = step;
        }
    }

    /// The next byte that is not blank.
    fn next(&mut self) -> Option<u8> {
        while let Some(b' ' | b'\n' | b'\t' | b'\r') = self.byte() {
            self.place += 1;
        }
        self.byte()
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.place).copied()
    }

    fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.place).unwrap_or_default()
    }

    /// The fault that what should be here is not.
    fn unexpected(&self) -> Fault {
        self.fault(match self.byte() {
            None => Cause::EndsEarly,
            Some(_) => Cause::NotJson,
        })
    }

    fn fault(&self, cause: Cause) -> Fault {
        Fault {
            place: self.place,
            cause,
        }
    }
}

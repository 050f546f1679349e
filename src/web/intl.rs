//! Numbers, days and plurals in the reader's language, by the browser's `Intl`.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::prelude::*;

const DAY_MS: f64 = 86_400_000.0;

/// The formats of one language.
#[derive(Debug)]
pub struct Formats {
    locales: Array,
    number: Function,
    day: Function,
    relative: Intl::RelativeTimeFormat,
}

impl PartialEq for Formats {
    fn eq(&self, other: &Self) -> bool {
        self.locales == other.locales
    }
}

impl Formats {
    /// Formats for a BCP 47 tag; one the browser does not know falls back to its own language.
    #[must_use]
    pub fn new(lang: &str) -> Self {
        let asked = Array::of1(&lang.into());
        let known = construct("Locale", &asked).is_some();
        let locales = if known { asked } else { Array::new() };
        let number = Intl::NumberFormat::new(&locales, &options(&[("maximumFractionDigits", 2.into())]));
        let day = Intl::DateTimeFormat::new(
            &locales,
            &options(&[
                ("day", "numeric".into()),
                ("month", "short".into()),
                ("timeZone", "UTC".into()),
            ]),
        );
        let relative = Intl::RelativeTimeFormat::new(&locales, &options(&[("numeric", "auto".into())]));
        Self {
            number: number.format(),
            day: day.format(),
            relative,
            locales,
        }
    }

    /// A number, at most two decimals.
    #[must_use]
    pub fn number(&self, value: f64) -> String {
        text(&self.number, &value.into())
    }

    /// A share as percent: 0.47 is "47%".
    #[must_use]
    pub fn percent(&self, percent: i64) -> String {
        let format = Intl::NumberFormat::new(&self.locales, &options(&[("style", "percent".into())]));
        text(&format.format(), &(percent as f64 / 100.0).into())
    }

    /// An amount; a currency the browser does not know is put behind the number.
    #[must_use]
    pub fn money(&self, amount: f64, currency: &str) -> String {
        if currency.len() != 3 || !currency.bytes().all(|b| b.is_ascii_alphabetic()) {
            return format!("{} {currency}", self.number(amount));
        }
        let style = options(&[
            ("style", "currency".into()),
            ("currency", currency.into()),
            ("maximumFractionDigits", 0.into()),
        ]);
        text(&Intl::NumberFormat::new(&self.locales, &style).format(), &amount.into())
    }

    /// A calendar day without its year, given as days since 1970.
    #[must_use]
    pub fn day(&self, epoch_days: i32) -> String {
        let date = js_sys::Date::new(&(f64::from(epoch_days) * DAY_MS).into());
        text(&self.day, &date)
    }

    /// A calendar day's weekday, given as days since 1970.
    #[must_use]
    pub fn weekday(&self, epoch_days: i32) -> String {
        let style = options(&[("weekday", "long".into()), ("timeZone", "UTC".into())]);
        let format = Intl::DateTimeFormat::new(&self.locales, &style).format();
        text(&format, &js_sys::Date::new(&(f64::from(epoch_days) * DAY_MS).into()))
    }

    /// A moment's hour and minute, as the reader's clock shows it.
    #[must_use]
    pub fn clock(&self, ms: u64) -> String {
        let style = options(&[("timeStyle", "short".into())]);
        let format = Intl::DateTimeFormat::new(&self.locales, &style).format();
        text(&format, &js_sys::Date::new(&(ms as f64).into()))
    }

    /// "today", "yesterday", "3 days ago".
    #[must_use]
    pub fn days_ago(&self, days: i64) -> String {
        self.relative.format(-(days as f64), "day").into()
    }

    /// The CLDR plural category of a number in a language, by its tag.
    #[must_use]
    pub fn plural(lang: &str, n: f64) -> String {
        Intl::PluralRules::new(&Array::of1(&lang.into()), &Object::new())
            .select(n)
            .into()
    }
}

/// A number as a field holds it: digits and a point, whatever the language.
#[must_use]
pub fn plain(value: f64) -> String {
    js_sys::Number::from(value)
        .to_string_with_radix(10)
        .map(String::from)
        .unwrap_or_default()
}

/// Reads a field's number. A comma counts as the decimal point it is in half of the world.
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    let number = JsValue::from_str(&text).unchecked_into_f64();
    (!text.is_empty() && number.is_finite()).then_some(number)
}

const MINUTE_MS: u64 = 60_000;

/// How often it is looked whether the clocks of a zone changed, in minutes: a week.
const STRIDE: u64 = 7 * 24 * 60;

/// The offsets of an IANA zone from UTC in minutes, and since which moment each holds, from one moment to another. None
/// for a zone the browser does not know.
#[must_use]
pub fn clock_changes(zone: &str, from_ms: u64, until_ms: u64) -> Vec<(u64, i32)> {
    let fields = ["year", "month", "day", "hour", "minute"].map(|field| (field, "numeric".into()));
    let shown = options(&fields);
    let _ = Reflect::set(&shown, &"timeZone".into(), &zone.into());
    let _ = Reflect::set(&shown, &"hourCycle".into(), &"h23".into());
    let args = Array::of2(&"en-CA-u-ca-gregory-nu-latn".into(), &shown);
    let Some(format) = construct("DateTimeFormat", &args) else {
        return Vec::new();
    };
    let format: Intl::DateTimeFormat = format.unchecked_into();
    let offset = |minute: u64| {
        let ms = (minute * MINUTE_MS) as f64;
        clock_there(&format, ms).map_or(0, |there| ((there - ms) / MINUTE_MS as f64) as i32)
    };
    let mut at = from_ms / MINUTE_MS;
    let mut holding = offset(at);
    let mut changes = vec![(at * MINUTE_MS, holding)];
    while at * MINUTE_MS < until_ms {
        let (mut before, mut after) = (at, at + STRIDE);
        at = after;
        if offset(after) == holding {
            continue;
        }
        while after - before > 1 {
            let between = before.midpoint(after);
            if offset(between) == holding {
                before = between;
            } else {
                after = between;
            }
        }
        holding = offset(after);
        changes.push((after * MINUTE_MS, holding));
    }
    changes
}

/// What the clocks show at a moment, as if they showed UTC.
fn clock_there(format: &Intl::DateTimeFormat, ms: f64) -> Option<f64> {
    let mut parts = [0.0; 5];
    for part in format.format_to_parts(&js_sys::Date::new(&ms.into())).iter() {
        let get = |name: &str| {
            Reflect::get(&part, &name.into())
                .ok()
                .and_then(|value| value.as_string())
        };
        let place = match get("type")?.as_str() {
            "year" => 0,
            "month" => 1,
            "day" => 2,
            "hour" => 3,
            "minute" => 4,
            _ => continue,
        };
        // Whole numbers: to read others would bring 8 KB of tables along.
        parts[place] = f64::from(get("value")?.parse::<u32>().ok()?);
    }
    let minutes = (parts[2] - 1.0) * 1440.0 + parts[3] * 60.0 + parts[4];
    Some(js_sys::Date::utc(parts[0], parts[1] - 1.0) + minutes * MINUTE_MS as f64)
}

/// `new Intl.Name(…)`, or nothing where that throws, as for a zone or language the browser does not know.
fn construct(name: &str, args: &Array) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &name.into()).ok()?.dyn_into().ok()?;
    Reflect::construct(&constructor, args).ok()
}

fn options(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object
}

fn text(format: &Function, value: &JsValue) -> String {
    format
        .call1(&JsValue::NULL, value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

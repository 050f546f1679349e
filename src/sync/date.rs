//! Moments as HTTP writes them: `Wed, 25 Nov 2026 08:14:00 GMT`.

const MONTHS: &str = "JanFebMarAprMayJunJulAugSepOctNovDec";

/// Milliseconds since 1970, of the one form that servers send.
pub(crate) fn parse(text: &str) -> Option<u64> {
    let mut parts = text.trim().split([' ', ':']).skip(1);
    let day: u64 = parts.next()?.parse().ok().filter(|day| (1..=31).contains(day))?;
    let name = parts.next().filter(|name| name.len() == 3)?;
    let place = MONTHS.find(name).filter(|place| place % 3 == 0)?;
    let month = (place / 3) as u64 + 1;
    let year: u64 = parts
        .next()?
        .parse()
        .ok()
        .filter(|year| (1970..10_000).contains(year))?;
    let mut number = |end: u64| parts.next()?.parse().ok().filter(|number| *number < end);
    let (hour, minute, second): (u64, u64, u64) = (number(24)?, number(60)?, number(61)?);
    // The year begins in March, so that a leap day is its last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469;
    Some((((days * 24 + hour) * 60 + minute) * 60 + second) * 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_header_is_read() {
        assert_eq!(parse("Sun, 06 Nov 1994 08:49:37 GMT"), Some(784_111_777_000));
        assert_eq!(parse("Thu, 01 Jan 1970 00:00:00 GMT"), Some(0));
        assert_eq!(parse("Sat, 29 Feb 2020 23:59:59 GMT"), Some(1_583_020_799_000));
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "",
            "tomorrow",
            "Sun, 99 Nov 1994 08:49:37 GMT",
            "Sun, 06 ovD 1994 08:49:37 GMT",
            "120",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}

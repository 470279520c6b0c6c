//! The small forms in which CAP writes values: lists, numbers, addresses, names.

use hinan_model::Place;

/// Takes off white space as XML has it, at both ends.
pub(crate) fn trim(text: &str) -> &str {
    text.trim_matches(crate::xml::is_white)
}

/// The words of a text.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(crate::xml::is_white).filter(|word| !word.is_empty())
}

/// Reads a list whose items are parted by white space, those that hold some in double quotes. The
/// second answer is whether each quotation mark was at its place, around something.
pub(crate) fn read_list(text: &str) -> (Vec<String>, bool) {
    let mut items = Vec::new();
    let mut is_good = true;
    let mut rest = text.trim_start_matches(crate::xml::is_white);
    while !rest.is_empty() {
        let (item, after) = match rest.strip_prefix('"') {
            Some(inside) => {
                let closed = inside.split_once('"');
                let (item, after) = closed.unwrap_or((inside, ""));
                is_good &= closed.is_some() && (after.is_empty() || after.starts_with(crate::xml::is_white));
                (item, after)
            }
            None => {
                let end = rest.find(crate::xml::is_white).unwrap_or(rest.len());
                is_good &= !rest[..end].contains('"');
                rest.split_at(end)
            }
        };
        is_good &= !item.is_empty();
        items.push(item.to_owned());
        rest = after.trim_start_matches(crate::xml::is_white);
    }
    (items, is_good)
}

/// Writes a list that [`read_list`] reads. An item with a quotation mark cannot be written.
pub(crate) fn write_list(items: &[String]) -> String {
    let quoted = |item: &String| match item.is_empty() || item.contains(crate::xml::is_white) {
        true => format!("\"{item}\""),
        false => item.clone(),
    };
    items.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// Reads a decimal number without exponent as thousandths, millionths or whatever `digits` says,
/// rounded half away from zero. At most ten digits before the point.
pub(crate) fn decimal(text: &str, digits: usize) -> Option<i64> {
    let (is_negative, unsigned) = match text.as_bytes().first()? {
        b'-' => (true, &text[1..]),
        b'+' => (false, &text[1..]),
        _ => (false, text),
    };
    let (whole, part) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let is_number =
        whole.len() + part.len() > 0 && (whole.bytes().chain(part.bytes())).all(|b| b.is_ascii_digit());
    let whole = whole.trim_start_matches('0');
    if !is_number || whole.len() > 10 {
        return None;
    }
    let mut value: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    for at in 0..digits {
        value = value * 10 + i64::from(part.as_bytes().get(at).map_or(0, |digit| digit - b'0'));
    }
    value += i64::from(part.as_bytes().get(digits).is_some_and(|digit| *digit >= b'5'));
    Some(if is_negative { -value } else { value })
}

/// Writes what [`decimal`] reads, with as few digits as say it.
pub(crate) fn write_decimal(value: i64, digits: usize) -> String {
    let one = 10_u64.pow(digits as u32);
    let sign = if value < 0 { "-" } else { "" };
    let (whole, part) = (value.unsigned_abs() / one, value.unsigned_abs() % one);
    let written = format!("{sign}{whole}.{part:0digits$}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What a pair of coordinates is.
pub(crate) enum Pair {
    Place(Place),
    /// Two numbers, and not on Earth.
    OffEarth,
    /// Not two numbers.
    Unreadable,
}

/// Reads `lat,lon` in degrees, rounded to 1e-7 degree.
pub(crate) fn pair(text: &str) -> Pair {
    let read = || {
        let (lat, lon) = text.split_once(',')?;
        Some((decimal(lat, 7)?, decimal(lon, 7)?))
    };
    match read() {
        None => Pair::Unreadable,
        Some((lat, lon)) if lat.abs() > 900_000_000 || lon.abs() > 1_800_000_000 => Pair::OffEarth,
        Some((lat, lon)) => Pair::Place(Place { lat_e7: lat as i32, lon_e7: lon as i32 }),
    }
}

/// Writes `lat,lon` with as few digits as say it.
pub(crate) fn write_pair(place: Place) -> String {
    let degrees = |e7: i32| write_decimal(i64::from(e7), 7);
    format!("{},{}", degrees(place.lat_e7), degrees(place.lon_e7))
}

/// Whether a text is a language tag (RFC 3066, section 2.1; `xs:language`).
pub(crate) fn is_language(text: &str) -> bool {
    let is_part = |part: &str, is_fit: fn(&u8) -> bool| {
        (1..=8).contains(&part.len()) && part.as_bytes().iter().all(is_fit)
    };
    let mut parts = text.split('-');
    parts.next().is_some_and(|first| is_part(first, u8::is_ascii_alphabetic))
        && parts.all(|part| is_part(part, u8::is_ascii_alphanumeric))
}

/// Whether a text may be an address at all (RFC 3986, with letters of all scripts as in RFC 3987).
pub(crate) fn is_uri(text: &str) -> bool {
    let is_fit = |c: char| {
        !c.is_whitespace()
            && !c.is_control()
            && !matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`')
    };
    let escapes = text.split('%').skip(1);
    let mut hexes = escapes.map(|after| after.as_bytes().get(..2));
    !text.is_empty()
        && text.chars().all(is_fit)
        && hexes.all(|hex| hex.is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit)))
        && text.matches('#').count() <= 1
}

/// Whether an address has a scheme and something after it.
pub(crate) fn is_absolute(uri: &str) -> bool {
    uri.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'))
            && !rest.trim_start_matches('/').is_empty()
    })
}

/// Whether a text is `type/subtype`, with parameters or without (RFC 2045, section 5.1).
pub(crate) fn is_mime_type(text: &str) -> bool {
    let is_token = |token: &str| {
        !token.is_empty() && token.bytes().all(|b| b.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?=".contains(&b))
    };
    let mut parts = text.split(';');
    let is_kind = parts
        .next()
        .and_then(|kind| kind.split_once('/'))
        .is_some_and(|(kind, sub)| is_token(kind) && is_token(sub));
    is_kind
        && parts.all(|parameter| {
            let parameter = parameter.trim_matches(' ').split_once('=');
            parameter.is_some_and(|(name, value)| {
                is_token(name)
                    && (is_token(value) || value.len() > 1 && value.starts_with('"') && value.ends_with('"'))
            })
        })
}

/// What a byte is in base64: a digit, or one of the three below.
const BASE64: [u8; 256] = {
    let digits = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut table = [ODD; 256];
    let mut digit = 0;
    while digit < digits.len() {
        table[digits[digit] as usize] = digit as u8;
        digit += 1;
    }
    table[b'=' as usize] = PADDING;
    table[b' ' as usize] = WHITE;
    table[b'\t' as usize] = WHITE;
    table[b'\r' as usize] = WHITE;
    table[b'\n' as usize] = WHITE;
    table
};
const PADDING: u8 = 64;
const WHITE: u8 = 65;
const ODD: u8 = 66;

/// Whether a text is a whole base64 encoding, white space apart (RFC 2045, section 6.8).
pub(crate) fn is_base64(text: &str) -> bool {
    let (mut digits, mut padding) = (0_usize, 0_usize);
    for byte in text.bytes() {
        match BASE64[usize::from(byte)] {
            WHITE => {}
            PADDING => padding += 1,
            digit if digit < PADDING && padding == 0 => digits += 1,
            _ => return false,
        }
    }
    // Two digits are one byte, three are two; what is left of a group is padding.
    digits > 0 && digits % 4 != 1 && padding == (4 - digits % 4) % 4
}

/// Decodes base64, white space apart.
pub(crate) fn base64(text: &str) -> Option<Vec<u8>> {
    if !is_base64(text) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut buffer, mut bits) = (0_u32, 0);
    for digit in text.bytes().map(|byte| BASE64[usize::from(byte)]).filter(|&digit| digit < PADDING) {
        buffer = buffer << 6 | u32::from(digit);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((buffer >> bits) as u8);
        }
    }
    Some(bytes)
}

/// Whether a text has tags or references of HTML in it, as they are seen once XML is read.
pub(crate) fn has_html(text: &str) -> bool {
    let is_tag = |after: &str| {
        let after = after.strip_prefix('/').unwrap_or(after);
        let end = after.find(['<', '>']).map(|end| &after[end..]);
        after.starts_with(|c: char| c.is_ascii_alphabetic()) && end.is_some_and(|end| end.starts_with('>'))
    };
    let is_reference = |after: &str| {
        let name = after.split(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).next().unwrap_or_default();
        (2..=10).contains(&name.len()) && after[name.len()..].starts_with(';')
    };
    text.match_indices(['<', '&']).any(|(at, mark)| {
        let after = window(&text[at + 1..]);
        if mark == "<" { is_tag(after) } else { is_reference(after) }
    })
}

/// As much of a text as a tag of HTML is looked for in, so that many `<` cost no more than one.
fn window(text: &str) -> &str {
    &text[..text.floor_char_boundary(text.len().min(200))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_whole_or_none() {
        for (text, bytes) in [
            ("aGluYW4=", Some(&b"hinan"[..])),
            ("aGlu YW\n4=", Some(b"hinan")),
            ("aGluYWE=", Some(b"hinaa")),
            ("aGluYQ==", Some(b"hina")),
            ("aGlu", Some(b"hin")),
            ("+/+/", Some(&[0xFB, 0xFF, 0xBF])),
            ("", None),
            ("=", None),
            ("a", None),
            ("aG", None),
            ("aGluYQ=", None),
            ("aGluYQ===", None),
            ("aGlu====", None),
            ("aG=u", None),
            ("aGl*", None),
        ] {
            assert_eq!(base64(text).as_deref(), bytes, "{text}");
            assert_eq!(is_base64(text), bytes.is_some(), "{text}");
        }
    }

    #[test]
    fn decimals_are_read_to_the_digit_and_written_as_short_as_they_are() {
        for (text, value) in [
            ("0", Some(0)),
            ("-0.0", Some(0)),
            ("1.5", Some(1500)),
            ("+1.", Some(1000)),
            (".25", Some(250)),
            ("-.25", Some(-250)),
            ("0.0005", Some(1)),
            ("-0.0005", Some(-1)),
            ("0.00049999", Some(0)),
            ("0000000000000001", Some(1000)),
            ("9999999999", Some(9_999_999_999_000)),
            ("10000000000", None),
            ("", None),
            (".", None),
            ("-", None),
            ("1e3", None),
            ("1,5", None),
            ("--1", None),
            ("1.2.3", None),
            (" 1", None),
        ] {
            assert_eq!(decimal(text, 3), value, "{text}");
        }
        for text in ["0", "1", "10", "1.5", "-0.001", "1234567.89"] {
            assert_eq!(write_decimal(decimal(text, 3).unwrap(), 3), text);
        }
    }

    #[test]
    fn lists_are_read_as_they_are_written() {
        let list = |items: &[&str]| items.iter().map(|&item| item.to_owned()).collect::<Vec<_>>();
        for (text, items, is_good) in [
            ("one two", list(&["one", "two"]), true),
            ("\n one\t\"two three\" ", list(&["one", "two three"]), true),
            ("\"one\"", list(&["one"]), true),
            ("\"one two", list(&["one two"]), false),
            ("\"one\"two", list(&["one", "two"]), false),
            ("one\"two\"", list(&["one\"two\""]), false),
            ("\"\"", list(&[""]), false),
            ("", list(&[]), true),
        ] {
            assert_eq!(read_list(text), (items, is_good), "{text}");
        }
        assert_eq!(write_list(&list(&["one", "two three"])), "one \"two three\"");
    }

    #[test]
    fn html_is_told_from_signs() {
        for text in ["a <b>c</b>", "x<br/>", "</p>", "a&nbsp;b", "&#160;"] {
            assert!(has_html(text), "{text}");
        }
        for text in ["a < b > c", "1<2", "a & b; c", "&;", "x <a b", "<a<b", "AT&T"] {
            assert!(!has_html(text), "{text}");
        }
    }
}

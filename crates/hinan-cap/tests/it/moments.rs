//! Dates against another calendar.

use hinan_cap::Moment;
use jiff::Timestamp;
use jiff::tz::{Offset, TimeZone};
use proptest::prelude::*;

/// The date as `jiff` writes it.
fn by_jiff(moment: Moment) -> String {
    let offset = Offset::from_seconds(i32::from(moment.offset_minutes) * 60).unwrap();
    let zoned = Timestamp::from_second(moment.unix).unwrap().to_zoned(TimeZone::fixed(offset));
    let text = zoned.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    if moment.offset_minutes == 0 { text.replace("+00:00", "-00:00") } else { text }
}

#[test]
fn every_day_of_eight_centuries_is_the_calendars() {
    let start = Moment::parse("1800-01-01T23:59:59-00:00").unwrap().unix;
    for day in 0..292_194 {
        let moment = Moment::utc(start + day * 86_400);
        let text = moment.to_string();
        if day % 7 == 0 {
            assert_eq!(text, by_jiff(moment));
        }
        assert_eq!(Moment::parse(&text), Ok(moment), "{text}");
    }
}

proptest! {
    #[test]
    fn any_moment_is_written_as_the_calendar_does(unix in -62_135_500_000_i64..253_402_200_000, offset in -840_i16..=840) {
        let moment = Moment { unix, offset_minutes: offset };
        let text = moment.to_string();
        prop_assert_eq!(&text, &by_jiff(moment));
        prop_assert_eq!(Moment::parse(&text), Ok(moment));
    }

    #[test]
    fn no_text_is_too_odd(text in ".{0,40}", unix: i64, offset: i16) {
        _ = Moment::parse(&text);
        _ = Moment { unix, offset_minutes: offset }.to_string();
    }
}

#[test]
fn the_form_is_kept_to_the_letter() {
    let utc = Moment::parse("2031-04-02T08:00:00-00:00").unwrap();
    assert_eq!(Moment::parse("2031-04-02T08:00:00+00:00"), Ok(utc));
    assert_eq!(utc.to_string(), "2031-04-02T08:00:00-00:00");
    let elsewhere = Moment::parse("2031-04-02T10:00:00+02:00").unwrap();
    assert_ne!(utc, elsewhere);
    assert_eq!(utc.cmp_time(&elsewhere), std::cmp::Ordering::Equal);
    assert_eq!(elsewhere.wall().hour, 10);
    for text in [
        "",
        "2031-04-02T08:00:00Z",
        "2031-04-02T08:00:00.0-00:00",
        "2031-04-02 08:00:00-00:00",
        "2031-04-02T08:00:00−00:00",
        "2031-04-02T08:00:00,00:00",
        "2031-4-02T08:00:00-00:00",
        "+031-04-02T08:00:00-00:00",
        "2031-04-02T08:00:00-00:0０",
        "0000-01-01T00:00:00-00:00",
        "2031-02-29T00:00:00-00:00",
        "1900-02-29T00:00:00-00:00",
        "2031-06-31T00:00:00-00:00",
        "2031-01-01T24:00:00-00:00",
        "2031-01-01T00:00:00-14:01",
        "2031-01-01T00:00:00-13:60",
        " 2031-01-01T00:00:00-00:00",
        "12031-01-01T00:00:00-00:00",
    ] {
        assert!(Moment::parse(text).is_err(), "{text}");
    }
}

//! What we refuse to send.

use hinan_alert::Gazetteer;
use hinan_alert::issue::refusals;
use hinan_alert::outline::Limit;
use hinan_cap::message::{CapArea, Circle, Pair};
use hinan_model::Bounds;

use crate::ground::{area, at};

fn codes(areas: &[CapArea]) -> Vec<&'static str> {
    let home = Bounds { min: at(59.0, 10.0), max: at(61.0, 12.0) };
    let limit = Limit { polygons: 2, points: 12 };
    refusals(areas, &Gazetteer::new(), Some(home), Some(limit)).iter().map(|refusal| refusal.code()).collect()
}

#[test]
fn a_missing_or_invalid_area_refuses() {
    assert_eq!(codes(&[]), ["no-area"]);
    assert_eq!(codes(&[area(&[])]), ["unknown-words"]);
    assert_eq!(codes(&[area(&["60,10.5 60,11 60.5,11 60.5,10.5 60,10.5"])]), [""; 0]);
    assert_eq!(codes(&[area(&["60,10.5 60,11 60.5,11 60.5,10.5"])]), ["not-closed"]);
    assert_eq!(codes(&[area(&["60,10.5 60,11 60,10.7 60,10.5"])]), ["no-ground", "crosses"]);
    assert_eq!(codes(&[area(&["60,10.5 60.5,11 60.5,10.5 60,11 60,10.5"])]), ["crosses"]);
    assert_eq!(
        codes(&[area(&[
            "60,10.5 60,11.5 60.5,11.5 60.5,10.5 60,10.5",
            "60.1,10.6 60.1,11 60.2,11 60.1,10.6"
        ])]),
        ["hole"]
    );
    assert_eq!(codes(&[area(&["10.5,60 11,60 11,60.5 10.5,60.5 10.5,60"])]), ["swapped"]);
    assert_eq!(codes(&[area(&["40,-74 40,-73 41,-73 40,-74"])]), ["elsewhere"]);
    let square = "60,10.5 60,11 60.5,11 60.5,10.5 60,10.5";
    assert_eq!(
        codes(&[area(&[square]), area(&["60.6,10.5 60.6,11 60.7,11 60.6,10.5", square])]),
        ["too-much"]
    );
    let point = Circle { middle: at(60.0, 11.0), radius_mm: 0 };
    assert_eq!(codes(&[CapArea { circles: vec![point], ..area(&[]) }]), ["no-radius"]);
    let code = Pair { name: "zone".to_owned(), value: "9".to_owned() };
    assert_eq!(codes(&[CapArea { geocodes: vec![code], ..area(&[]) }]), ["unknown-code"]);
}

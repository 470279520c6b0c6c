//! Places of alerts: what is refused before anybody signs it.

use hinan_alert::Touch;
use hinan_desk::{Area, AreaError, gazetteer};
use hinan_model::Bounds;

use crate::town::{at, table};

fn drawn(coordinates: &str) -> Result<Area, AreaError> {
    Area::of_geojson(&format!(r#"{{"type":"Polygon","coordinates":{coordinates}}}"#), "Old Town")
}

const SQUARE: &str = "[[[30.0,50.4],[30.1,50.4],[30.1,50.5],[30.0,50.5],[30.0,50.4]]]";

#[test]
fn a_missing_or_broken_place_refuses() {
    assert_eq!(Area::of_zones(&table(), &[], true), Err(AreaError::None));
    assert_eq!(Area::of_zones(&table(), &["west".into()], true), Err(AreaError::UnknownZone("west".into())));
    for (coordinates, why) in [
        ("[]", "no ring"),
        ("[[[30.0,50.4],[30.1,50.4]]]", "fewer than three"),
        ("[[[30.0,50.4],[30.1,95.0],[30.1,50.5]]]", "no pair"),
        ("[[[30.0],[30.1,50.4],[30.1,50.5]]]", "no pair"),
        ("[[[30,50],[31,50],[31,51],[30,50]],[[30.1,50.1],[30.2,50.1],[30.2,50.2],[30.1,50.1]]]", "hole"),
    ] {
        let error = drawn(coordinates).unwrap_err().to_string();
        assert!(error.contains(why), "{coordinates}: {error}");
    }
    for text in ["", "{}", "[]", "nonsense", r#"{"type":"Point","coordinates":[30,50]}"#] {
        assert!(Area::of_geojson(text, "x").is_err(), "{text}");
    }
    assert!(Area::of_geojson(&" ".repeat(5 << 20), "x").is_err());
    assert!(matches!(Area::of_geojson("{}", " "), Err(AreaError::NoName)));
}

#[test]
fn what_crosses_itself_or_lies_elsewhere_is_not_sent() {
    let table = gazetteer(&table());
    let home = Some(Bounds { min: at(50.3, 29.9), max: at(50.7, 30.3) });
    let good = drawn(SQUARE).unwrap();
    good.check(&table, home).unwrap();
    let bow = drawn("[[[30.0,50.4],[30.1,50.5],[30.1,50.4],[30.0,50.5],[30.0,50.4]]]").unwrap();
    assert!(bow.check(&table, home).unwrap_err().to_string().contains("crosses"));
    let swapped = drawn("[[[50.4,30.0],[50.4,30.1],[50.5,30.1],[50.4,30.0]]]").unwrap();
    assert!(swapped.check(&table, home).unwrap_err().to_string().contains("swapped"));
    let far = drawn("[[[10.0,50.4],[10.1,50.4],[10.1,50.5],[10.0,50.4]]]").unwrap();
    assert!(far.check(&table, home).unwrap_err().to_string().contains("outside"));
}

/// A desk that forgets to ask is asked all the same.
#[test]
fn no_draft_is_made_for_a_broken_place() {
    use hinan_desk::{DraftError, Warning, warn};
    let setup = crate::town::Town::new().setup();
    let draft = |area| {
        let warning = Warning { area, ..crate::town::warning("fire.expect") };
        warn(&setup, crate::town::stamp(1, crate::town::START), &warning, &[])
    };
    assert!(draft(drawn(SQUARE).unwrap()).is_ok());
    let bow = drawn("[[[30.0,50.4],[30.1,50.5],[30.1,50.4],[30.0,50.5],[30.0,50.4]]]").unwrap();
    assert!(matches!(draft(bow), Err(DraftError::Area(AreaError::Refused(_)))));
    let mut lost = drawn(SQUARE).unwrap();
    lost.parts[0].polygons.clear();
    assert!(matches!(draft(lost), Err(DraftError::Area(AreaError::Refused(_)))));
    assert!(draft(Area::whole_region("Testland")).is_ok());
}

/// A drawing means its lines, not the zones around it, and not everywhere.
#[test]
fn a_drawing_concerns_whom_it_holds_and_nobody_else() {
    let table = gazetteer(&table());
    let ground = hinan_alert::Ground::of(&drawn(SQUARE).unwrap().to_cap(), &table);
    assert!(ground.doubts().is_empty());
    assert_eq!(ground.at(at(50.45, 30.05)), Touch::Inside);
    assert_eq!(ground.at(at(50.45, 30.15)), Touch::Outside);
    // A drawing that was lost on the way concerns everybody, not nobody.
    let mut lost = drawn(SQUARE).unwrap().to_cap();
    lost[0].polygons.clear();
    assert_eq!(hinan_alert::Ground::of(&lost, &table).at(at(50.45, 30.05)), Touch::MayBeYou);
}

#[test]
fn collections_are_read_and_zones_come_once() {
    let feature =
        format!(r#"{{"type":"Feature","geometry":{{"type":"MultiPolygon","coordinates":[{SQUARE}]}}}}"#);
    let text = format!(r#"{{"type":"FeatureCollection","features":[{feature},{feature}]}}"#);
    assert_eq!(Area::of_geojson(&text, "Old Town").unwrap().parts[0].polygons.len(), 2);
    let twice = Area::of_zones(&table(), &["north".into(), "north".into(), "south".into()], false).unwrap();
    assert_eq!(
        (twice.zones(), twice.names()),
        (vec!["north".into(), "south".into()], vec!["Zone north".into(), "Zone south".into()])
    );
}

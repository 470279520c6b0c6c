//! Where the sea is, at places that everybody knows.

use hinan_earth::land::is_sea;
use hinan_model::Place;

fn at(lat: f64, lon: f64) -> Place {
    Place::from_degrees(lat, lon).unwrap()
}

#[test]
fn towns_coasts_and_islands_are_no_sea() {
    for (name, lat, lon) in [
        ("Helsinki, Suomenlinna", 60.145, 24.988),
        ("Helsinki, Isosaari", 60.102, 25.053),
        ("Naha", 26.212, 127.679),
        ("Yonaguni", 24.46, 123.0),
        ("Longyearbyen", 78.22, 15.64),
        ("Tel Aviv, the beach", 32.08, 34.766),
        ("Haifa port", 32.823, 34.99),
        ("Sendai, Arahama", 38.221, 140.985),
        ("Hachijojima", 33.11, 139.79),
        ("Monaco", 43.73, 7.42),
        ("Chujado, in the list of Korea", 33.964, 126.295),
        ("Snake Island", 45.255, 30.204),
        ("Male", 4.175, 73.51),
        ("Funafuti", -8.52, 179.2),
        ("Taveuni, on the meridian", -16.8, 180.0),
        ("the South Pole", -90.0, 0.0),
        ("Porto Alegre, on the lake", -30.05, -51.25),
        ("Kyiv", 50.45, 30.52),
    ] {
        assert!(!is_sea(at(lat, lon)), "{name}");
    }
}

#[test]
fn the_open_sea_is_sea() {
    for (name, lat, lon) in [
        ("Null Island", 0.0, 0.0),
        ("20 km off Tel Aviv", 32.08, 34.55),
        ("the North Pole", 90.0, 0.0),
        ("the middle of the Baltic", 58.7, 20.2),
        ("off Sendai", 38.2, 141.5),
        ("east of Taiwan", 24.0, 122.3),
        ("the Pacific, on the meridian", 30.0, 180.0),
        ("the Pacific, west of it", 30.0, -180.0),
        // Swapped coordinates end up here.
        ("Oslo the wrong way round", 10.75, 59.91),
        ("Stockholm the wrong way round", 18.07, 59.33),
    ] {
        assert!(is_sea(at(lat, lon)), "{name}");
    }
}

//! Zones of warning: Israel's, and the general form.

use std::collections::BTreeMap;
use std::io::Cursor;

use hinan_layers::{Wanted, ZoneList, read_zones, read_zones_from};
use hinan_model::zone::{ZoneFound, Zones};
use hinan_model::{Ds, Place};

use crate::{adds_up, data};

fn israel() -> Option<(ZoneList, Oracle)> {
    let paths = [data("alerts/israel/polygons.json")?, data("alerts/israel/cities.json")?];
    let oracle = Oracle::read(&paths);
    Some((read_zones(&paths, &Wanted::default()).unwrap(), oracle))
}

/// The same files, taken in by other means: plain numbers and sums of angles.
struct Oracle {
    seconds: BTreeMap<String, u32>,
    places: BTreeMap<String, [f64; 2]>,
    /// Rings of latitude, longitude.
    rings: BTreeMap<String, Vec<[f64; 2]>>,
}

impl Oracle {
    fn read([polygons, cities]: &[std::path::PathBuf; 2]) -> Oracle {
        let text = |path| std::fs::read_to_string(path).unwrap();
        let rings: BTreeMap<String, Vec<[f64; 2]>> = serde_json::from_str(&text(polygons)).unwrap();
        let cities: Vec<serde_json::Value> = serde_json::from_str(&text(cities)).unwrap();
        let cities = || cities.iter().skip(1);
        let seconds =
            cities().map(|city| (city["id"].to_string(), city["countdown"].as_u64().unwrap() as u32));
        let place = |city: &serde_json::Value| [city["lat"].as_f64().unwrap(), city["lng"].as_f64().unwrap()];
        let places = cities().map(|city| (city["id"].to_string(), place(city)));
        Oracle { seconds: seconds.collect(), places: places.collect(), rings }
    }

    /// How often a ring winds around a point, by the sum of the angles that its corners are seen at.
    fn is_inside(ring: &[[f64; 2]], [lat, lon]: [f64; 2]) -> bool {
        let mut sum = 0.0;
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let (ay, ax, by, bx) = (a[0] - lat, a[1] - lon, b[0] - lat, b[1] - lon);
            sum += (ax * by - ay * bx).atan2(ax * bx + ay * by);
        }
        // Odd is inside.
        (sum / std::f64::consts::TAU).round() as i64 % 2 != 0
    }

    /// The middle of the widest piece of a ring along the latitude through its middle.
    fn inner(ring: &[[f64; 2]]) -> [f64; 2] {
        let ends = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::MAX, f64::MIN), |(low, high), v| (low.min(v), high.max(v)))
        };
        let (south, north) = ends(&mut ring.iter().map(|corner| corner[0]));
        // A little aside, so that no corner lies on it.
        let lat = south + (north - south) * 0.499_713;
        let mut crossings: Vec<f64> = ring
            .iter()
            .zip(ring.iter().cycle().skip(1))
            .filter(|(a, b)| (a[0] > lat) != (b[0] > lat))
            .map(|(a, b)| a[1] + (lat - a[0]) / (b[0] - a[0]) * (b[1] - a[1]))
            .collect();
        crossings.sort_by(f64::total_cmp);
        let widest =
            crossings.chunks_exact(2).max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0]))).unwrap();
        [lat, f64::midpoint(widest[0], widest[1])]
    }

    /// The zones with an outline around a point.
    fn around(&self, point: [f64; 2]) -> Vec<&String> {
        let rings = self.rings.iter().filter(|(id, _)| self.seconds.contains_key(*id));
        rings.filter(|(_, ring)| Oracle::is_inside(ring, point)).map(|(id, _)| id).collect()
    }

    /// Metres from a point to a zone, on a flat piece of the Earth.
    fn metres(&self, id: &String, [lat, lon]: [f64; 2]) -> f64 {
        let flat = |[y, x]: [f64; 2]| [(x - lon) * 111_320.0 * lat.to_radians().cos(), (y - lat) * 110_900.0];
        let Some(ring) = self.rings.get(id) else {
            let [x, y] = flat(self.places[id]);
            return x.hypot(y);
        };
        let sides = ring.iter().zip(ring.iter().cycle().skip(1));
        sides
            .map(|(a, b)| {
                let ([ax, ay], [bx, by]) = (flat(*a), flat(*b));
                let (dx, dy) = (bx - ax, by - ay);
                let length = (dx * dx + dy * dy).max(f64::MIN_POSITIVE);
                let part = (-(ax * dx + ay * dy) / length).clamp(0.0, 1.0);
                (ax + part * dx).hypot(ay + part * dy)
            })
            .fold(f64::MAX, f64::min)
    }
}

#[test]
fn israels_files_are_read_to_the_last_zone() {
    let Some((list, oracle)) = israel() else { return };
    let [polygons, cities] = list.sources.as_slice() else { unreachable!("two files") };
    for source in [polygons, cities] {
        let own: Vec<_> =
            list.complaints.iter().filter(|complaint| complaint.file == source.file).cloned().collect();
        adds_up(source, &own);
    }
    assert_eq!((polygons.rows, polygons.records), (1420, 1352));
    assert_eq!((cities.rows, cities.records), (1451, 1450));
    assert_eq!(list.zones.len(), 1450);
    assert_eq!(list.zones.iter().filter(|zone| zone.area.is_none()).count(), 98);
    for zone in &list.zones {
        assert_eq!(zone.budget, Ds(oracle.seconds[&zone.id] * 10), "{}", zone.name);
    }
    assert!(list.complaints.iter().any(|complaint| complaint.reason.contains("stands for all zones")));
}

#[test]
fn every_area_leaves_exactly_the_time_that_the_file_says() {
    let Some((list, oracle)) = israel() else { return };
    let zones = Zones::new(list.zones);
    let (mut alone, mut shared) = (0, 0);
    for (id, ring) in oracle.rings.iter().filter(|(id, _)| oracle.seconds.contains_key(*id)) {
        let point = Oracle::inner(ring);
        let around = oracle.around(point);
        assert!(around.contains(&id), "{id}: {point:?} lies outside of its own area");
        let least = around.iter().map(|id| oracle.seconds[*id]).min().unwrap();
        let place = Place::from_degrees(point[0], point[1]).unwrap();
        let found = zones.find(place).unwrap();
        assert!(matches!(found, ZoneFound::Inside(_)), "{id} {place}");
        assert_eq!(zones.budget(place), Some(Ds(least * 10)), "{id} {place}");
        if around.len() == 1 {
            assert_eq!(zones.all()[found.zone()].id, *id);
            assert_eq!(least, oracle.seconds[id]);
            alone += 1;
        } else {
            shared += 1;
        }
    }
    assert_eq!(alone + shared, 1352);
    assert!(alone > 1200, "{alone} areas have a point of their own");
}

#[test]
fn a_place_in_no_zone_takes_the_least_time_of_its_neighbours() {
    let Some((list, oracle)) = israel() else { return };
    let zones = Zones::new(list.zones);
    let mut tried = 0;
    for row in 0..39 {
        for column in 0..17 {
            let point = [29.45 + f64::from(row) * 0.1, 34.2 + f64::from(column) * 0.1];
            if !oracle.around(point).is_empty() {
                continue;
            }
            let metres: Vec<(f64, u32)> =
                oracle.seconds.iter().map(|(id, seconds)| (oracle.metres(id, point), *seconds)).collect();
            // Which side of the limit a zone lies on must be plain: the two ways to measure differ a little.
            if metres.iter().any(|(metres, _)| (4_950.0..5_050.0).contains(metres)) {
                continue;
            }
            let near =
                metres.iter().filter(|(metres, _)| *metres < 5_000.0).map(|(_, seconds)| *seconds).min();
            let least = near.unwrap_or_else(|| oracle.seconds.values().copied().min().unwrap());
            let place = Place::from_degrees(point[0], point[1]).unwrap();
            assert!(matches!(zones.find(place), Some(ZoneFound::Neighbour(_))), "{place}");
            assert_eq!(zones.budget(place), Some(Ds(least * 10)), "{place}");
            tried += 1;
        }
    }
    assert!(tried > 130, "{tried}");
}

#[test]
fn the_page_on_zones_shows_a_file_that_is_read() {
    let page = include_str!("../../../../docs/zones.md");
    let example = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let list = read_zones_from([(Cursor::new(example), "zones.geojson")], &Wanted::default()).unwrap();
    let found: Vec<_> =
        list.zones.iter().map(|zone| (zone.id.as_str(), zone.name.as_str(), zone.budget)).collect();
    assert_eq!(found, [("north", "Northern district", Ds(150)), ("south", "Southern district", Ds(6000))]);
    assert!(list.zones[0].area.is_some() && list.zones[1].area.is_none());
    let zones = Zones::new(list.zones);
    assert_eq!(zones.budget(Place::from_degrees(32.1, 35.1).unwrap()), Some(Ds(150)));
}

#[test]
fn the_time_may_be_written_with_its_unit_and_under_another_name() {
    let file = |properties: &str| {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{properties},"geometry":{{"type":"Polygon","coordinates":[[[35,32],[36,32],[36,33]]]}}}}]}}"#
        )
    };
    let read = |text: &str, column: Option<&str>| {
        let wanted = Wanted { column: column.map(str::to_owned), ..Wanted::default() };
        read_zones_from([(Cursor::new(text.to_owned()), "zones.geojson")], &wanted)
            .map(|list| list.zones[0].budget)
            .map_err(|error| error.to_string())
    };
    assert_eq!(read(&file(r#"{"budget":"10min"}"#), None), Ok(Ds(6000)));
    assert_eq!(read(&file(r#"{"Time to shelter":"90s"}"#), None), Ok(Ds(900)));
    assert_eq!(read(&file(r#"{"seconds":0}"#), None), Ok(Ds(0)));
    assert_eq!(read(&file(r#"{"seconds":1.99}"#), None), Ok(Ds(19)));
    assert_eq!(read(&file(r#"{"warn":30}"#), Some("warn")), Ok(Ds(300)));
    for (properties, words) in [
        (r#"{"seconds":-1}"#, "no time between"),
        (r#"{"seconds":1e9}"#, "no time between"),
        (r#"{"seconds":null}"#, "does not say how much time"),
        (r#"{"name":"x"}"#, "does not say how much time its zones leave"),
    ] {
        let error = read(&file(properties), None).unwrap_err();
        assert!(error.contains(words), "{error}");
    }
}

#[test]
fn points_with_seconds_are_zones_in_any_form() {
    for text in
        ["lat,lon,seconds,name\n31.8,35.1,90,a\n", r#"[{"lat":31.8,"lon":35.1,"seconds":90,"name":"a"}]"#]
    {
        let list = read_zones_from([(Cursor::new(text), "points")], &Wanted::default()).unwrap();
        assert_eq!((list.zones[0].name.as_str(), list.zones[0].budget), ("a", Ds(900)), "{text}");
        assert!(list.complaints[0].reason.contains("known by its point only"));
    }
}

#[test]
fn outlines_without_a_list_are_refused() {
    let text = r#"{"4":[[29.5,34.9],[29.6,34.9],[29.6,35.0]]}"#;
    let error = read_zones_from([(Cursor::new(text), "polygons.json")], &Wanted::default()).unwrap_err();
    assert!(error.to_string().contains("cities.json"), "{error}");
}

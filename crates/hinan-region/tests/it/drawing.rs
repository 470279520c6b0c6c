//! What a map draws besides streets comes back out of a region as it went in.

use hinan_model::drawing::{Drawn, DrawnClass, Form};
use hinan_model::{Bounds, Place};
use hinan_region::drawing::UNIT_E7;
use hinan_region::{Input, Region};
use hinan_streets::{Options, read};
use proptest::prelude::*;

use crate::town::{at, built, data, street};

fn region_with(drawing: Vec<Drawn>) -> Region {
    let mut streets = street(2);
    streets.drawing = drawing;
    Region::from_bytes(&built(Input::new("Town", streets))).unwrap()
}

/// Everything within `bounds`, in a fixed order.
fn within(region: &Region, bounds: &Bounds) -> Vec<(DrawnClass, String, Vec<Vec<Place>>)> {
    let mut found = Vec::new();
    region.drawing().visit(
        bounds,
        |_| true,
        |class, name, parts| {
            found.push((class, name.to_owned(), parts.iter().map(<[Place]>::to_vec).collect()));
        },
    );
    found.sort();
    found
}

const EARTH: Bounds = Bounds {
    min: Place { lat_e7: -900_000_000, lon_e7: -1_800_000_000 },
    max: Place { lat_e7: 900_000_000, lon_e7: 1_800_000_000 },
};

/// A place on the grid that drawings are kept to.
fn on_grid(place: Place) -> Place {
    let round = |e7: i32| (f64::from(e7) / f64::from(UNIT_E7)).round() as i32 * UNIT_E7;
    Place { lat_e7: round(place.lat_e7), lon_e7: round(place.lon_e7) }
}

fn drawn(class: DrawnClass, parts: Vec<Vec<Place>>, name: &str) -> Drawn {
    Drawn { class, parts, name: name.to_owned() }
}

/// Things of every class around a place, some with more than one part.
fn things() -> impl Strategy<Value = Vec<Drawn>> {
    let thing = (0..DrawnClass::ALL.len(), 0.0..900.0, 0.0..900.0, 1_usize..4, 3_usize..9, any::<bool>());
    let thing = thing.prop_map(|(class, north, east, parts, corners, named)| {
        let class = DrawnClass::ALL[class];
        let corner = |part: usize, corner: usize| {
            let turn = corner as f64 / corners as f64 * core::f64::consts::TAU;
            on_grid(at(north + part as f64 * 20.0 + turn.sin() * 9.0, east + turn.cos() * 9.0))
        };
        let part = |part: usize| (0..corners).map(|number| corner(part, number)).collect();
        let parts = if class.form() == Form::Point {
            vec![vec![corner(0, 0)]]
        } else {
            (0..parts).map(part).collect()
        };
        drawn(class, parts, if named { "山手" } else { "" })
    });
    proptest::collection::vec(thing, 0..300)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_drawn_comes_back_and_boxes_find_it(
        things in things(), south in 0.0..900.0, west in 0.0..900.0, side in 1.0..500.0,
    ) {
        let region = region_with(things.clone());
        let bounds = Bounds { min: at(south, west), max: at(south + side, west + side) };
        for bounds in [EARTH, bounds] {
            let meets = |thing: &&Drawn| {
                let around = thing.bounds().unwrap();
                around.min.lat_e7 <= bounds.max.lat_e7 && around.max.lat_e7 >= bounds.min.lat_e7
                    && around.min.lon_e7 <= bounds.max.lon_e7 && around.max.lon_e7 >= bounds.min.lon_e7
            };
            let mut expected: Vec<_> = things.iter().filter(meets)
                .map(|thing| (thing.class, thing.name.clone(), thing.parts.clone())).collect();
            expected.sort();
            prop_assert_eq!(within(&region, &bounds), expected);
        }
        let counted: u64 = region.drawing().counts().iter().map(|(_, count)| count).sum();
        prop_assert_eq!(counted, things.len() as u64);
        prop_assert_eq!(region.meta().counts.drawn, counted);
    }
}

#[test]
fn only_the_classes_that_are_wanted_are_handed_over() {
    let spot = |class| drawn(class, vec![vec![at(1.0, 1.0)]], "x");
    let region = region_with(vec![spot(DrawnClass::City), spot(DrawnClass::Station)]);
    let mut found = Vec::new();
    region.drawing().visit(&EARTH, |class| class == DrawnClass::City, |class, _, _| found.push(class));
    assert_eq!(found, [DrawnClass::City]);
}

#[test]
fn what_is_too_small_to_be_seen_is_left_out() {
    let dot = Place { lat_e7: 100, lon_e7: 100 };
    let ring = vec![dot, Place { lat_e7: 101, ..dot }, Place { lon_e7: 101, ..dot }];
    let region = region_with(vec![
        drawn(DrawnClass::Building, vec![ring], "kiosk"),
        drawn(DrawnClass::River, vec![vec![dot, dot]], ""),
        drawn(DrawnClass::Park, Vec::new(), "nowhere"),
    ]);
    assert!(region.drawing().is_empty());
    assert_eq!(region.meta().counts.drawn, 0);
}

#[test]
fn the_ends_of_the_earth_are_drawn() {
    let line = vec![EARTH.min, EARTH.max, EARTH.min];
    let region = region_with(vec![drawn(DrawnClass::Rail, vec![line.clone()], "")]);
    assert_eq!(within(&region, &EARTH), [(DrawnClass::Rail, String::new(), vec![line])]);
}

#[test]
fn the_buildings_of_a_city_take_some_twenty_bytes_each() {
    let Some(path) = data("osm/monaco.osm.pbf") else { return };
    let streets = read(&path, &Options { drawing: true, ..Options::default() }).unwrap();
    let things = streets.drawing.len();
    let with = built(Input::new("Monaco", streets.clone())).len();
    let without =
        built(Input::new("Monaco", hinan_model::network::Streets { drawing: Vec::new(), ..streets })).len();
    let each = (with - without) / things;
    println!("{things} things in {} bytes, {each} bytes each", with - without);
    assert!((10..30).contains(&each), "{each}");
}

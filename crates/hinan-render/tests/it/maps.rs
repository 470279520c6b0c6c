//! Maps, looked at through the eyes of a renderer.

use hinan_model::{Area, Bounds, Place};
use hinan_render::Map;
use hinan_render::map::{Class, Dot, Ground, GroundKind, Layout, Look, Mark};
use hinan_render::png::{Letters, png};
use proptest::prelude::*;
use resvg::usvg::{Tree, roxmltree};

use crate::plots::{check_texts, options};
use crate::sample::at;

const SOUTH_WEST: Place = Place { lat_e7: 598_600_000, lon_e7: 107_100_000 };
const NORTH_EAST: Place = Place { lat_e7: 599_400_000, lon_e7: 108_300_000 };

fn bounds() -> Bounds {
    Bounds { min: SOUTH_WEST, max: NORTH_EAST }
}

/// A place of a drawn town, from two parts of a thousand.
fn part(north: i32, east: i32) -> Place {
    at(SOUTH_WEST.lat_e7 + 800 * north, SOUTH_WEST.lon_e7 + 1200 * east)
}

/// Dots all over the town, streets between neighbours, 60 shelters with names.
fn town(dots: u32) -> Map {
    let mut map = Map::new("A town", bounds());
    // A stride that comes everywhere.
    let place =
        |n: u32| part((n.wrapping_mul(389) % 1000) as i32, (n.wrapping_mul(611) / 1000 % 1000) as i32);
    map.classes = (0..9).map(|band| Class { name: format!("band {band}"), look: Look::band(band) }).collect();
    map.classes.push(Class { name: "unknown".to_owned(), look: Look::UNKNOWN });
    map.classes.push(Class { name: "no way".to_owned(), look: Look::OUT_OF_REACH });
    map.dots = (0..dots).map(|n| Dot { place: place(n), class: (n % 11) as u16, people: n % 150 }).collect();
    map.streets = (0..dots).map(|n| [place(n), place(n + 1)]).collect();
    map.shelters =
        (0..60).map(|n| Mark { place: place(n * 37), name: format!("Tilfluktsrom number {n}") }).collect();
    map.areas = vec![
        Ground {
            area: Area::of_box(Bounds { min: part(100, 100), max: part(600, 600) }),
            name: "Grünerløkka".to_owned(),
            kind: GroundKind::District,
        },
        Ground {
            area: Area::of_box(Bounds { min: part(700, 700), max: part(900, 900) }),
            name: String::new(),
            kind: GroundKind::Forbidden,
        },
    ];
    map.notes = vec!["© OpenStreetMap contributors (ODbL-1.0)".to_owned()];
    map
}

#[test]
fn names_of_shelters_never_lie_on_each_other() {
    let svg = town(5_000).svg();
    check_texts(&svg).unwrap();
    let named = svg.matches(">Tilfluktsrom number").count();
    assert!((20..60).contains(&named), "{named} of 60 have room for their names");
    assert!(svg.contains("Grünerløkka"));
    assert!(svg.contains("Forbidden ground") && svg.contains("© OpenStreetMap contributors"));
}

#[test]
fn a_hundred_thousand_dots_stay_small_and_it_is_said() {
    let svg = town(100_000).svg();
    assert!(svg.len() < 4_000_000, "{} bytes", svg.len());
    assert!(svg.contains("Too many dots to tell apart"));
    assert!(!town(5_000).svg().contains("Too many dots to tell apart"));
    check_texts(&svg).unwrap();
}

#[test]
fn streets_do_not_grow_with_what_nobody_can_see() {
    let mut map = town(0);
    let one = map.svg().len();
    // A thousand ways between the same two doors, and as many far outside.
    map.streets =
        (0..1000).flat_map(|n| [[part(500, 500), part(510, 500)], [at(n, n), at(n + 1, n)]]).collect();
    assert!(map.svg().len() < one + 100);
}

/// The class of a square is that of its middle person, and of two equal halves the worse.
#[test]
fn squares_do_not_flatter() {
    let colour_of = |people: [u32; 2]| {
        let mut map = Map::new("", bounds());
        map.classes = [Look::GO, Look::LATE].map(|look| Class { name: "c".to_owned(), look }).to_vec();
        let dot = |class: u16, people| Dot { place: part(500, 500), class, people };
        // Enough dots to be joined, all at one place.
        map.dots = vec![dot(0, 0); 30_000];
        map.dots.extend([dot(0, people[0]), dot(1, people[1])]);
        let svg = map.svg();
        let count = |look: Look| svg.matches(look.colour).count();
        // Each colour stands in the legend once.
        (count(Look::GO) - 1, count(Look::LATE) - 1)
    };
    assert_eq!(colour_of([3, 2]), (1, 0));
    assert_eq!(colour_of([2, 3]), (0, 1));
    assert_eq!(colour_of([2, 2]), (0, 1));
    assert_eq!(colour_of([0, 0]), (1, 0), "without people, dots count");
}

#[test]
fn the_worst_lies_on_top() {
    let svg = town(2_000).svg();
    let first = |look: Look| svg.find(&format!("stroke=\"{}\"", look.colour)).unwrap();
    assert!(first(Look::band(0)) < first(Look::band(8)));
    assert!(first(Look::band(8)) < first(Look::OUT_OF_REACH));
}

#[test]
fn a_map_in_a_column_is_narrow_and_says_the_same() {
    let (page, column) = (town(50), Map { layout: Layout::Column, ..town(50) });
    assert!(page.svg().contains("width=\"1000\"") && column.svg().contains("width=\"480\""));
    for word in ["Forbidden ground", "Shelter", "© OpenStreetMap contributors"] {
        assert!(column.svg().contains(word), "{word}");
    }
    check_texts(&column.svg()).unwrap();
    // Fewer dots than on a page are too many there.
    let many = |layout| Map { layout, ..town(9_000) }.svg().contains("Too many dots to tell apart");
    assert!(many(Layout::Column) && !many(Layout::Page));
}

#[test]
fn what_is_numbered_lies_on_top_the_first_uppermost() {
    let mark = |name: &str| Mark { place: part(500, 500), name: name.to_owned() };
    let mut map = town(50);
    map.numbered = vec![mark("41"), mark("42")];
    map.words.numbered = "New shelter".to_owned();
    let svg = map.svg();
    let (first, second) = (svg.find(">41<").unwrap(), svg.find(">42<").unwrap());
    assert!(second < first && svg.rfind(">41<").unwrap() > first, "once on the map, once in the legend");
    assert!(svg.contains("New shelter") && !town(50).svg().contains("New shelter"));
    // What lies beyond the ground is not drawn.
    map.numbered = vec![mark("41"), Mark { place: at(0, 0), name: "42".to_owned() }];
    assert!(!map.svg().contains(">42<"));
    // No name of a shelter lies below a disc.
    map.numbered = vec![Mark { place: part(480, 520), name: "43".to_owned() }, mark("41")];
    check_texts(&map.svg()).unwrap();
}

#[test]
fn maps_of_strange_bounds_are_pictures() {
    let box_of = |min, max| Bounds { min, max };
    for bounds in [
        box_of(at(0, 0), at(0, 0)),
        box_of(at(0, 1_799_990_000), at(1000, -1_799_990_000)),
        box_of(at(-900_000_000, -1_800_000_000), at(900_000_000, 1_800_000_000)),
        box_of(at(900_000_000, 0), at(900_000_000, 1)),
        box_of(at(0, 0), at(10, 100_000_000)),
        box_of(at(5, 5), at(-5, -5)),
    ] {
        let svg = Map { bounds, ..town(50) }.svg();
        assert!(!svg.contains("NaN") && !svg.contains("inf"), "{bounds:?}");
        assert!(Tree::from_str(&svg, &options()).is_ok());
        assert!(png(&svg, 0.5, Letters::Embedded).is_ok());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_names_can_be_shown(
        name in "[<>&\"'\u{0}-\u{1f}a-zé避難\u{5d0}-\u{5ea} ]{0,60}",
        title in "\\PC{0,80}",
        places in proptest::collection::vec((any::<i32>(), any::<i32>()), 0..20),
    ) {
        let mut map = town(30);
        map.title = title;
        for mark in &mut map.shelters {
            mark.name.clone_from(&name);
        }
        map.areas[0].name.clone_from(&name);
        map.classes[0].name.clone_from(&name);
        let wild = |&(lat, lon): &(i32, i32)| at(lat, lon);
        map.dots.extend(places.iter().map(|p| Dot { place: wild(p), class: 999, people: u32::MAX }));
        map.streets.extend(places.windows(2).map(|w| [wild(&w[0]), wild(&w[1])]));
        map.areas.push(Ground {
            area: Area { rings: vec![places.iter().map(wild).collect()] },
            name: name.clone(),
            kind: GroundKind::District,
        });
        let svg = map.svg();
        prop_assert!(roxmltree::Document::parse(&svg).is_ok());
        prop_assert!(Tree::from_str(&svg, &options()).is_ok());
        if name.is_ascii() && map.title.is_ascii() {
            check_texts(&svg)?;
        }
    }
}

//! What is drawn besides the streets.

use hinan_model::drawing::{Drawn, DrawnClass, Form};
use hinan_model::{Area, Place};
use hinan_streets::{Options, read, read_xml};

use crate::places::data;

/// A map as text, with a street to walk on and nodes of a grid 0 .. 9 by 0 .. 9, node `1yx` at (y, x).
fn drawn(elements: &str) -> Vec<Drawn> {
    let mut text = String::from("<osm><bounds minlat='0' minlon='0' maxlat='0.009' maxlon='0.009'/>");
    for (y, x) in (0..10).flat_map(|y| (0..10).map(move |x| (y, x))) {
        let (lat, lon) = (f64::from(y) / 1000.0, f64::from(x) / 1000.0);
        text += &format!("<node id='1{y}{x}' lat='{lat}' lon='{lon}'/>");
    }
    text += "<way id='1'><nd ref='100'/><nd ref='101'/><tag k='highway' v='residential'/></way>";
    text += elements;
    text += "</osm>";
    let options = Options { drawing: true, ..Options::default() };
    let with = read_xml(text.as_bytes(), "map", &options).unwrap();
    let without = read_xml(text.as_bytes(), "map", &Options::default()).unwrap();
    assert!(without.drawing.is_empty(), "nobody asked");
    assert_eq!(with.segments, without.segments);
    with.drawing
}

fn way(id: u32, refs: &[u32], tags: &[(&str, &str)]) -> String {
    let refs: String = refs.iter().map(|id| format!("<nd ref='{id}'/>")).collect();
    format!("<way id='{id}'>{refs}{}</way>", tagged(tags))
}

fn tagged(tags: &[(&str, &str)]) -> String {
    tags.iter().map(|(key, value)| format!("<tag k='{key}' v='{value}'/>")).collect()
}

fn at(y: i32, x: i32) -> Place {
    Place { lat_e7: y * 10_000, lon_e7: x * 10_000 }
}

const SQUARE: &[u32] = &[122, 123, 133, 132, 122];

#[test]
fn each_thing_is_drawn_as_its_tags_say() {
    for (tags, class) in [
        (&[("building", "yes")][..], Some(DrawnClass::Building)),
        (&[("building", "no")], None),
        (&[("building", "yes"), ("location", "underground")], None),
        (&[("leisure", "park"), ("landuse", "grass")], Some(DrawnClass::Park)),
        (&[("natural", "water")], Some(DrawnClass::Water)),
        (&[("waterway", "river")], Some(DrawnClass::River)),
        (&[("waterway", "stream"), ("tunnel", "culvert")], None),
        (&[("waterway", "stream"), ("tunnel", "no")], Some(DrawnClass::Stream)),
        (&[("railway", "tram")], Some(DrawnClass::Tram)),
        (&[("railway", "abandoned")], None),
        // Walked ones are streets.
        (&[("highway", "primary")], None),
        (&[("highway", "primary"), ("foot", "no")], Some(DrawnClass::Road)),
        (&[("highway", "motorway")], Some(DrawnClass::Motorway)),
        (&[("highway", "footway"), ("foot", "no")], None),
        (&[("place", "suburb")], None),
    ] {
        let found = drawn(&way(7, SQUARE, tags));
        assert_eq!(found.first().map(|drawn| drawn.class), class, "{tags:?}");
        assert!(found.len() <= 1, "{tags:?}");
        for part in found.iter().flat_map(|drawn| &drawn.parts) {
            let closes = usize::from(class.unwrap().form() == Form::Lines);
            assert_eq!(part.len(), 4 + closes, "{tags:?}");
        }
    }
}

#[test]
fn open_outlines_are_not_drawn_and_lines_are_cut_where_nodes_are_missing() {
    assert!(drawn(&way(7, &[122, 123, 133], &[("building", "yes")])).is_empty());
    assert!(drawn(&way(7, &[122, 123, 999, 132, 122], &[("leisure", "park")])).is_empty());
    let river = drawn(&way(7, &[122, 123, 999, 132, 133, 143], &[("waterway", "river"), ("name", "淀川")]));
    assert_eq!(river[0].parts, [vec![at(2, 2), at(2, 3)], vec![at(3, 2), at(3, 3), at(4, 3)]]);
    assert_eq!(river[0].name, "淀川");
}

#[test]
fn a_multipolygon_keeps_its_holes() {
    let outer = way(7, &[111, 116, 166], &[]) + &way(8, &[166, 161, 111], &[]);
    let hole = way(9, &[133, 134, 144, 143, 133], &[("natural", "water"), ("name", "Pond")]);
    let members = "<member type='way' ref='7' role='outer'/><member type='way' ref='8' role='outer'/>\
                   <member type='way' ref='9' role='inner'/>";
    let tags = tagged(&[("type", "multipolygon"), ("landuse", "forest"), ("name", "Wood")]);
    let found = drawn(&format!("{outer}{hole}<relation id='5'>{members}{tags}</relation>"));
    let classes: Vec<_> = found.iter().map(|drawn| (drawn.class, drawn.name.as_str())).collect();
    assert_eq!(classes, [(DrawnClass::Water, "Pond"), (DrawnClass::Wood, "Wood")]);
    let wood = Area::new(found[1].parts.clone()).unwrap();
    assert_eq!(wood.rings.len(), 2);
    let middle = |y: i32, x: i32| Place { lat_e7: y * 10_000 + 5_000, lon_e7: x * 10_000 + 5_000 };
    assert!(wood.contains(middle(1, 1)) && !wood.contains(middle(3, 3)));
}

#[test]
fn places_are_drawn_by_their_names() {
    let node = |id: u32, tags: &[(&str, &str)]| {
        format!("<node id='{id}' lat='0.001' lon='0.002'>{}</node>", tagged(tags))
    };
    let found = drawn(&format!(
        "{}{}{}",
        node(502, &[("place", "suburb"), ("name", "Kallio")]),
        node(501, &[("railway", "station"), ("name", "駅")]),
        node(503, &[("place", "suburb")]),
    ));
    let spot = |class, name: &str| Drawn { class, parts: vec![vec![at(1, 2)]], name: name.to_owned() };
    assert_eq!(found, [spot(DrawnClass::Station, "駅"), spot(DrawnClass::Suburb, "Kallio")]);
}

#[test]
fn the_sea_fills_the_box_on_the_right_of_its_shore() {
    let found = drawn(&way(7, &[105, 195], &[("natural", "coastline")]));
    assert_eq!(
        found.iter().map(|drawn| drawn.class).collect::<Vec<_>>(),
        [DrawnClass::Shore, DrawnClass::Sea]
    );
    let sea = Area::new(found[1].parts.clone()).unwrap();
    assert!(sea.contains(at(4, 8)) && !sea.contains(at(4, 2)));
}

#[test]
fn real_cities_have_their_buildings_green_and_water() {
    for (file, least) in [
        (
            "osm/Helsinki.osm.pbf",
            &[(DrawnClass::Building, 400), (DrawnClass::Park, 10), (DrawnClass::Tram, 50)][..],
        ),
        (
            "osm/monaco.osm.pbf",
            &[(DrawnClass::Building, 20_000), (DrawnClass::Park, 10), (DrawnClass::Sea, 1)],
        ),
        ("osm/porto_portugal.osm.pbf", &[(DrawnClass::Motorway, 300)]),
    ] {
        let Some(path) = data(file) else { continue };
        let streets = read(&path, &Options { drawing: true, ..Options::default() }).unwrap();
        for &(class, least) in least {
            let count = streets.drawing.iter().filter(|drawn| drawn.class == class).count();
            assert!(count >= least, "{file}: {count} of {}", class.name());
        }
        for drawn in &streets.drawing {
            assert!(!drawn.parts.is_empty() && drawn.bounds().is_some());
        }
    }
}

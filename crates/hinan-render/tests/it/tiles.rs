//! Vector tiles, read back by a decoder of their own and compared with the region.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;

use hinan_model::drawing::{DrawnClass, Group};
use hinan_model::network::{DoorstepKind, RawDoorstep};
use hinan_model::people::{Cell, Shape};
use hinan_model::shelter::{Status, Visibility};
use hinan_model::{Area, Bounds, Entrance, EntranceAt, NamedArea, People, Place, Shelter, Source};
use hinan_region::build::{Layer as Records, List};
use hinan_region::{Draft, Input, Region};
use hinan_render::tiles::{LAYERS, MAX_ZOOM, NO_CLASS, STREET_CLASSES, TILE_BUFFER, TileId, Tiles, zooms};
use hinan_streets::{Options, read, read_xml};

use crate::decoder::{Feature, Layers, decode};

/// North and east of the town's corner, in thousandths of a degree.
fn at(north: f64, east: f64) -> Place {
    Place::from_degrees(35.0 + north / 1000.0, 139.0 + east / 1000.0).unwrap()
}

/// A town as a map: places in thousandths of a degree, and ways along them.
#[derive(Default)]
struct Drawer {
    nodes: String,
    rest: String,
    count: u32,
}

impl Drawer {
    fn node(&mut self, place: Place, tags: &[(&str, &str)]) -> u32 {
        self.count += 1;
        let (lat, lon, tags) = (place.lat(), place.lon(), tagged(tags));
        self.nodes += &format!("<node id='{}' lat='{lat:.7}' lon='{lon:.7}'>{tags}</node>", self.count);
        self.count
    }

    fn way(&mut self, nodes: &[u32], tags: &[(&str, &str)]) -> u32 {
        self.count += 1;
        let refs: String = nodes.iter().map(|id| format!("<nd ref='{id}'/>")).collect();
        self.rest += &format!("<way id='{}'>{refs}{}</way>", self.count, tagged(tags));
        self.count
    }

    fn line(&mut self, places: &[(f64, f64)], tags: &[(&str, &str)]) -> Vec<u32> {
        let nodes: Vec<u32> = places.iter().map(|&(north, east)| self.node(at(north, east), &[])).collect();
        self.way(&nodes, tags);
        nodes
    }

    fn square(&mut self, north: f64, east: f64, side: f64, tags: &[(&str, &str)]) -> u32 {
        let corners = [(0.0, 0.0), (0.0, side), (side, side), (side, 0.0)];
        let mut nodes: Vec<u32> =
            corners.iter().map(|&(y, x)| self.node(at(north + y, east + x), &[])).collect();
        nodes.push(nodes[0]);
        self.way(&nodes, tags)
    }

    fn read(&self, drawing: bool) -> hinan_model::network::Streets {
        let text = format!("<osm>{}{}</osm>", self.nodes, self.rest);
        read_xml(text.as_bytes(), "map", &Options { drawing, ..Options::default() }).unwrap()
    }
}

fn tagged(tags: &[(&str, &str)]) -> String {
    tags.iter().map(|(key, value)| format!("<tag k='{key}' v='{value}'/>")).collect()
}

fn shelter(id: &str, places: &[Place]) -> Shelter {
    let entrance = |&place: &Place| Entrance { at: EntranceAt::Place(place), start: None, name: None };
    Shelter::new(id, places.iter().map(entrance).collect())
}

/// Two streets, a stair, a motorway, houses, a park with a pond in it, a river, a closed yard.
fn town() -> Region {
    let mut map = Drawer::default();
    let west = map.line(&[(1.0, 0.0), (1.0, 2.0)], &[("highway", "residential"), ("name", "本町通り")]);
    let east = map.line(&[(1.0, 4.0), (1.0, 6.0)], &[("highway", "residential"), ("name", "本町通り")]);
    map.way(&[west[1], east[0]], &[("highway", "residential"), ("name", "本町通り")]);
    let top = map.line(&[(3.0, 2.0), (5.0, 2.0)], &[("highway", "primary_link")]);
    map.way(&[west[1], top[0]], &[("highway", "steps"), ("incline", "up")]);
    map.line(&[(-1.0, 0.0), (-1.0, 6.0)], &[("highway", "motorway"), ("ref", "1")]);
    map.line(&[(6.0, 0.0), (6.0, 6.0)], &[("waterway", "river"), ("name", "川")]);
    map.line(&[(6.5, 0.0), (6.5, 6.0)], &[("railway", "rail")]);
    for house in 0..5 {
        map.square(1.2, f64::from(house) * 0.5, 0.2, &[("building", "house")]);
    }
    let outer = map.square(3.0, 3.0, 2.0, &[]);
    let pond = map.square(3.5, 3.5, 0.5, &[("natural", "water"), ("name", "Pond")]);
    let members = format!(
        "<member type='way' ref='{outer}' role='outer'/><member type='way' ref='{pond}' role='inner'/>"
    );
    let tags = tagged(&[("type", "multipolygon"), ("leisure", "park"), ("name", "Park")]);
    map.rest += &format!("<relation id='1'>{members}{tags}</relation>");
    map.square(7.0, 0.0, 0.5, &[("natural", "beach")]);
    map.node(at(2.0, 2.0), &[("place", "suburb"), ("name", "下町")]);

    let full =
        Shelter { status: Status::Full, name: Some("学校".to_owned()), ..shelter("A", &[at(1.1, 1.0)]) };
    let private = Shelter { visibility: Visibility::Private, ..shelter("P", &[at(1.1, 1.5)]) };
    let list = List {
        source: Source::default(),
        shelters: vec![full, private, shelter("B", &[at(0.9, 5.0), at(0.9, 5.2)])],
        complaints: Vec::new(),
    };
    let yard = Area::of_box(Bounds { min: at(0.8, 5.5), max: at(1.2, 7.0) });
    let yard = NamedArea { id: "y".to_owned(), name: "mines".to_owned(), area: yard };
    let cell = Cell { shape: Shape::Point(at(1.3, 0.6)), milli: 70_000 };
    let input = Input {
        lists: vec![list],
        forbidden: vec![Records { records: vec![yard], ..Records::default() }],
        people: vec![People { cells: vec![cell], ..People::default() }],
        ..Input::new("Town", map.read(true))
    };
    opened(input)
}

fn opened(input: Input) -> Region {
    Region::from_bytes(&Draft::new(input).unwrap().bytes()).unwrap()
}

/// The tile of zoom `z` with `place` in it.
fn tile_at(place: Place, z: u8) -> TileId {
    TileId::covering(&Bounds { min: place, max: place }, z).next().unwrap()
}

/// Where a place lies in a tile, by the textbook's formula.
fn within(tile: TileId, place: Place) -> [f64; 2] {
    let side = f64::from(1_u32 << tile.z());
    let lat = place.lat().to_radians();
    let y = (1.0 - (lat.tan() + 1.0 / lat.cos()).ln() / core::f64::consts::PI) / 2.0;
    let x = (place.lon() + 180.0) / 360.0;
    [(x * side - f64::from(tile.x())) * 4096.0, (y * side - f64::from(tile.y())) * 4096.0]
}

fn area_of(rings: &[Vec<[i32; 2]>]) -> f64 {
    let signed = |ring: &Vec<[i32; 2]>| {
        let next = ring.iter().cycle().skip(1);
        let cross = |(a, b): (&[i32; 2], &[i32; 2])| {
            f64::from(a[0]) * f64::from(b[1]) - f64::from(b[0]) * f64::from(a[1])
        };
        ring.iter().zip(next).map(cross).sum::<f64>() / 2.0
    };
    rings.iter().map(signed).sum()
}

fn of_class<'a>(layers: &'a Layers, layer: &str, class: &str) -> Vec<&'a Feature> {
    let features = layers.get(layer).map_or(&[][..], Vec::as_slice);
    features.iter().filter(|feature| feature.text("class") == Some(class)).collect()
}

#[test]
fn a_tile_holds_what_the_region_holds_at_the_place_where_it_is() {
    let region = town();
    let tiles = Tiles::new(&region, false);
    // All of the town in one tile.
    let tile = tile_at(at(3.0, 3.0), 13);
    assert_eq!(tile_at(at(-1.0, 0.0), 13), tile);
    assert_eq!(tile_at(at(7.0, 6.0), 13), tile);
    let bytes = tiles.tile(&region, tile);
    assert_eq!(bytes, Tiles::new(&town(), false).tile(&region, tile), "the same bytes every time");
    let layers = decode(&bytes);

    let near = |found: [i32; 2], place: Place| {
        let expected = within(tile, place);
        (f64::from(found[0]) - expected[0]).abs() <= 1.0 && (f64::from(found[1]) - expected[1]).abs() <= 1.0
    };
    let street = &of_class(&layers, "street", "street");
    let open: Vec<_> = street.iter().filter(|feature| !feature.flag("closed")).collect();
    assert_eq!(open.len(), 1, "three ways of one name are one street");
    assert_eq!(open[0].text("name"), Some("本町通り"));
    assert!(open[0].parts.len() <= 2, "joined where they meet: {:?}", open[0].parts);
    assert!(near(open[0].parts[0][0], at(1.0, 0.0)) || near(*open[0].parts[0].last().unwrap(), at(1.0, 0.0)));
    assert_eq!(street.len(), 2, "and the closed part of it on forbidden ground");
    assert!(of_class(&layers, "street", "motorway")[0].flag("closed"));
    assert!(of_class(&layers, "street", "primary")[0].flag("link"));
    assert!(of_class(&layers, "street", "path").is_empty(), "stairs are for zoom 14");
    let close = decode(&tiles.tile(&region, tile_at(at(2.0, 2.0), 14)));
    assert!(of_class(&close, "street", "path")[0].flag("steps"));

    // The park without its pond, to a per cent of the ground.
    let square = |side: f64| {
        let (a, b) = (within(tile, at(3.0, 3.0)), within(tile, at(3.0 + side, 3.0 + side)));
        (b[0] - a[0]) * (a[1] - b[1])
    };
    let park = of_class(&layers, "green", "park")[0];
    assert_eq!((park.text("name"), park.parts.len()), (Some("Park"), 2));
    let expected = square(2.0) - square(0.5);
    assert!((area_of(&park.parts) - expected).abs() < expected * 0.01, "{} {expected}", area_of(&park.parts));
    let pond = of_class(&layers, "water", "water")[0];
    assert!((area_of(&pond.parts) - square(0.5)).abs() < square(0.5) * 0.05);
    let houses = &layers["building"];
    assert_eq!((houses.len(), houses[0].parts.len()), (1, 5), "houses without a name share a feature");
    assert_eq!(of_class(&layers, "place", "suburb")[0].text("name"), Some("下町"));
    assert!(of_class(&layers, "bare", "sand").len() == 1 && of_class(&layers, "rail", "rail").len() == 1);
    assert!(of_class(&layers, "waterway", "river").len() == 1);

    let yard = &layers["forbidden"][0];
    assert_eq!((yard.text("id"), yard.text("name")), (Some("y"), Some("mines")));
    let doors = &layers["shelter"];
    let told: Vec<_> = doors.iter().map(|door| (door.id, door.text("id"), door.number("entrance"))).collect();
    assert_eq!(
        told,
        [(Some(0), Some("A"), Some(0)), (Some(2), Some("B"), Some(0)), (Some(2), Some("B"), Some(1))]
    );
    assert_eq!((doors[0].text("name"), doors[0].text("status")), (Some("学校"), Some("closed")), "not full");
    assert!(near(doors[0].parts[0][0], at(1.1, 1.0)));
    assert_eq!(decode(&Tiles::new(&region, true).tile(&region, tile))["shelter"].len(), 4);
}

#[test]
fn tiles_that_are_not_there_and_tiles_of_nothing() {
    assert!(TileId::new(MAX_ZOOM + 1, 0, 0).is_none() && TileId::new(255, 0, 0).is_none());
    assert!(TileId::new(3, 8, 0).is_none() && TileId::new(3, 0, 8).is_none());
    assert!(TileId::new(0, 0, 0).is_some() && TileId::new(0, 1, 0).is_none());
    let region = town();
    let tiles = Tiles::new(&region, true);
    let desert = TileId::new(14, 5, 5).unwrap();
    assert!(tiles.tile(&region, desert).is_empty() && tiles.doorsteps(desert, &[]).is_empty());
    // The whole world in one tile, and a caller without values.
    let world = TileId::new(0, 0, 0).unwrap();
    assert!(decode(&tiles.tile(&region, world)).contains_key("shelter"));
    assert!(tiles.doorsteps(world, &[]).is_empty());
    assert!(tiles.doorsteps(world, &[NO_CLASS; 100]).is_empty());
}

#[test]
fn streets_alone_make_a_map() {
    let mut map = Drawer::default();
    map.line(&[(1.0, 0.0), (1.0, 2.0)], &[("highway", "residential")]);
    map.square(0.0, 0.0, 0.5, &[("building", "yes")]);
    let region = opened(Input::new("Town", map.read(false)));
    assert!(region.drawing().is_empty());
    let layers = decode(&Tiles::new(&region, true).tile(&region, tile_at(at(1.0, 1.0), 14)));
    assert_eq!(layers.keys().collect::<Vec<_>>(), ["street"]);
}

/// Many doorsteps around a street.
fn crowd(count: u32) -> Region {
    let mut map = Drawer::default();
    map.line(&[(0.0, 0.0), (0.0, 100.0)], &[("highway", "residential")]);
    let mut streets = map.read(false);
    let random = |seed: u32, salt: u32| {
        let mut state = u64::from(seed * 4 + salt).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        state = (state ^ state >> 29).wrapping_mul(0x94d0_49bb_1331_11eb);
        (state >> 40) as f64 / f64::from(1 << 24)
    };
    streets.doorsteps = (0..count)
        .map(|door| RawDoorstep {
            place: at(random(door, 1) * 100.0 - 50.0, random(door, 2) * 100.0),
            kind: DoorstepKind::Address,
            id: format!("node/{door}"),
            dwelling_m2: 1,
        })
        .collect();
    streets.bounds = Some(Bounds { min: at(-50.0, 0.0), max: at(50.0, 100.0) });
    let cell = |door: &RawDoorstep| Cell { shape: Shape::Point(door.place), milli: 3_000 };
    let people =
        People { cells: streets.doorsteps.iter().step_by(50).map(cell).collect(), ..People::default() };
    opened(Input { people: vec![people], ..Input::new("Crowd", streets) })
}

#[test]
fn every_doorstep_counts_once_at_every_zoom_and_tiles_stay_small() {
    let region = crowd(60_000);
    let tiles = Tiles::new(&region, false);
    let values: Vec<u8> =
        (0..60_000_u32).map(|door| if door % 7 == 0 { NO_CLASS } else { (door % 9) as u8 }).collect();
    let shown = values.iter().filter(|&&class| class != NO_CLASS).count() as u64;
    let people = region.doorstep_people().iter().zip(&values).filter(|(_, class)| **class != NO_CLASS);
    let people: u64 = people.map(|(&people, _)| u64::from(people)).sum();
    assert!(people > 1_000);
    for z in 8..=MAX_ZOOM {
        let (mut doors, mut heads, mut ids) = (0, 0, BTreeSet::new());
        for id in TileId::covering(&region.meta().bounds.unwrap(), z) {
            let bytes = tiles.doorsteps(id, &values);
            let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
            packed.write_all(&bytes).unwrap();
            let packed = packed.finish().unwrap().len();
            assert!(packed < 200_000, "{packed} bytes at zoom {z}");
            for feature in decode(&bytes).remove("doorstep").unwrap_or_default() {
                doors += feature.number("doorsteps").unwrap_or(1);
                heads += feature.number("people").unwrap();
                assert!(feature.parts[0][0].iter().all(|at| (0..=4096).contains(at)), "{feature:?}");
                if let Some(door) = feature.id {
                    assert!(ids.insert(door), "door {door} twice");
                    assert_eq!(feature.number("class"), Some(u64::from(values[door as usize])));
                    let place = within(id, region.doorsteps()[door as usize].place);
                    let found = feature.parts[0][0];
                    assert!((f64::from(found[0]) - place[0]).abs() <= 1.0);
                    assert!((f64::from(found[1]) - place[1]).abs() <= 1.0);
                }
            }
        }
        assert_eq!((doors, heads), (shown, people), "zoom {z}");
        assert_eq!(ids.len() as u64, if z >= 14 { shown } else { 0 }, "zoom {z}");
    }
}

#[test]
fn a_cell_has_the_class_of_the_median_person_rather_the_worse() {
    let mut map = Drawer::default();
    map.line(&[(0.0, 0.0), (0.0, 10.0)], &[("highway", "residential")]);
    let mut streets = map.read(false);
    let door = |number: i32| RawDoorstep {
        place: Place { lon_e7: at(0.01, 5.0).lon_e7 + number, ..at(0.01, 5.0) },
        kind: DoorstepKind::Address,
        id: format!("node/{number}"),
        dwelling_m2: 0,
    };
    streets.doorsteps = (0..4).map(door).collect();
    let region = opened(Input::new("Town", streets));
    let tiles = Tiles::new(&region, false);
    let class = |values: &[u8]| {
        let layers = decode(&tiles.doorsteps(tile_at(at(0.01, 5.0), 11), values));
        assert_eq!(layers["doorstep"].len(), 1);
        layers["doorstep"][0].number("class").unwrap()
    };
    assert_eq!(class(&[0, 1, 2, 3]), 2);
    assert_eq!(class(&[0, 0, 5, 5]), 5);
    assert_eq!(class(&[0, 0, 0, 9]), 0);
    assert_eq!(class(&[NO_CLASS, 4, 1, 4]), 4);
}

/// The rows of the tables of a page, as cells without back-quotes.
fn rows(page: &str) -> Vec<Vec<String>> {
    let lines = page.lines().filter(|line| line.starts_with('|'));
    lines
        .map(|line| line.trim_matches('|').split('|').map(|cell| cell.trim().replace('`', "")).collect())
        .collect()
}

/// The page that a style is written from.
fn page() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/tiles.md")).unwrap()
}

#[test]
fn the_page_names_every_layer_class_and_zoom() {
    let rows = rows(&page());
    let layers: Vec<&str> =
        rows.iter().filter(|row| row.len() == 4).map(|row| row[0].as_str()).skip(2).collect();
    assert_eq!(layers, LAYERS);
    let told: BTreeMap<(&str, &str), (&str, &str)> = rows
        .iter()
        .filter(|row| row.len() == 5)
        .map(|row| ((row[0].as_str(), row[1].as_str()), (row[3].as_str(), row[4].as_str())))
        .collect();
    for class in DrawnClass::ALL.into_iter().filter(|&class| class != DrawnClass::Ramp) {
        let layer = match class.group() {
            Group::Building => "building",
            Group::Water => "water",
            Group::Green => "green",
            Group::Bare => "bare",
            Group::Waterway => "waterway",
            Group::Rail => "rail",
            Group::Road => "street",
            Group::Place => "place",
        };
        let (drawn, named) = zooms(class);
        let named = if named > MAX_ZOOM { "–".to_owned() } else { named.to_string() };
        assert_eq!(
            told.get(&(layer, class.name())),
            Some(&(drawn.to_string().as_str(), named.as_str())),
            "{class:?}"
        );
    }
    for (_, class, _) in STREET_CLASSES {
        let least = STREET_CLASSES.iter().filter(|row| row.1 == *class).map(|row| row.2).min().unwrap();
        assert_eq!(told[&("street", *class)].0, least.to_string(), "{class}");
    }
}

#[test]
fn real_tiles_hold_only_what_the_page_names_and_stay_within_their_buffer() {
    let rows = rows(&page());
    let attributes: BTreeMap<&str, &str> =
        rows.iter().filter(|row| row.len() == 4).map(|row| (row[0].as_str(), row[2].as_str())).collect();
    let classes: BTreeSet<(&str, &str)> =
        rows.iter().filter(|row| row.len() == 5).map(|row| (row[0].as_str(), row[1].as_str())).collect();
    for file in ["osm/Helsinki.osm.pbf", "osm/monaco.osm.pbf", "osm/oslo-east-filtered.osm.pbf"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(file);
        if !path.exists() {
            println!("skipped: {file} is not there");
            continue;
        }
        let region = opened(Input::new(
            "City",
            read(&path, &Options { drawing: true, ..Options::default() }).unwrap(),
        ));
        let tiles = Tiles::new(&region, true);
        for z in [9, 12, 13, 14, 16] {
            for id in
                TileId::covering(&region.meta().bounds.unwrap(), z).step_by(if z == 16 { 17 } else { 1 })
            {
                for (layer, features) in decode(&tiles.tile(&region, id)) {
                    for feature in features {
                        let known = attributes[layer.as_str()];
                        for key in feature.attributes.keys() {
                            assert!(known.split(", ").any(|name| name == key), "{layer}: {key}");
                        }
                        if let Some(class) = feature.text("class") {
                            assert!(classes.contains(&(layer.as_str(), class)), "{layer}: {class}");
                        }
                        let inside = |at: &i32| (-TILE_BUFFER..=4096 + TILE_BUFFER).contains(at);
                        assert!(feature.parts.iter().flatten().flatten().all(inside), "{layer} of {id:?}");
                    }
                }
            }
        }
    }
}

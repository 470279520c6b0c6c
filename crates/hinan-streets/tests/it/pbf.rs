//! The two readers of OpenStreetMap agree, in every form that PBF allows.

use hinan_model::network::Streets;
use hinan_streets::{Options, read_pbf_bytes, read_xml};

use crate::map::Map;

/// A town with a bit of everything.
pub fn town() -> Map {
    Map::row(9)
        .node(10, 1.0, 1.0, "")
        .node(11, 2.0, 1.0, "entrance=main")
        .node(12, 3.0, 1.0, "")
        .node(13, 3.0, 2.0, "addr:housenumber=4")
        .node(14, 1.0, 2.0, "amenity=shelter shelter_type=bomb_shelter")
        .node(-5, 0.0, 0.0, "")
        .way(20, &[1, 2, 3, 4, 5], "highway=residential name=Long")
        .way(21, &[3, 10, 11, 12, 3], "highway=pedestrian area=yes")
        .way(22, &[10, 6, 7], "highway=steps incline=up")
        .way(23, &[12, 8, 404, 9], "highway=service")
        .way(24, &[10, 11, 12, 13, 10], "building=yes amenity=school")
        .way(25, &[1, 10], "")
        .way(26, &[10, 6, 1], "")
        .way(27, &[-5, 1], "highway=path")
        .relation(
            30,
            &[(1, 25, "outer"), (1, 26, "outer"), (0, 14, "label")],
            "type=multipolygon highway=pedestrian",
        )
        .tag_node(4, "barrier=gate")
        .tag_node(7, "barrier=wall")
}

fn without_source(mut streets: Streets) -> Streets {
    streets.sources.clear();
    streets
}

fn keep() -> Options<'static> {
    Options { keep_object: &|tags| tags.get("amenity").is_some(), ..Options::default() }
}

#[test]
fn every_way_to_write_the_map_gives_the_same_streets() {
    let map = town();
    let xml = without_source(map.read(&keep()).unwrap());
    assert!(xml.segments.len() == 15 && xml.doorsteps.len() == 2 && xml.objects.len() == 2, "{xml:?}");
    for (dense, packed, order) in [
        (true, true, "nwr"),
        (true, false, "nwr"),
        (false, true, "nwr"),
        (false, false, "rwn"),
        (true, true, "wnr"),
    ] {
        let bytes = map.pbf(dense, packed, order);
        let pbf = read_pbf_bytes(&bytes, "tiny.osm.pbf", &keep()).unwrap();
        assert_eq!(pbf.sources[0].date.as_deref(), Some("2015-08-24T00:00:00Z"));
        assert_eq!(without_source(pbf), xml, "dense {dense}, packed {packed}, order {order}");
    }
}

#[test]
fn the_order_of_elements_and_repeats_change_nothing() {
    let map = town();
    let streets = without_source(map.streets());
    let mut shuffled = map.clone();
    shuffled.nodes.reverse();
    shuffled.ways.reverse();
    assert_eq!(without_source(shuffled.streets()), streets);
    // Two extracts put together: everything comes twice, nothing is doubled.
    let mut twice = map.clone();
    twice.nodes.extend(map.nodes.clone());
    twice.ways.extend(map.ways.clone());
    let twice = twice.streets();
    assert_eq!(twice.segments, streets.segments);
    assert_eq!(
        twice.steps[0].dropped,
        [("nodes that came twice".to_owned(), 15), ("ways that came twice".to_owned(), 8)]
    );
}

#[test]
fn one_thread_or_four_give_the_same() {
    let bytes = town().pbf(true, true, "nwr");
    let read = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| read_pbf_bytes(&bytes, "tiny.osm.pbf", &keep()).unwrap())
    };
    assert_eq!(read(1), read(4));
}

#[test]
fn editors_mark_what_they_deleted() {
    let xml = "<osm><node id='1' lat='1' lon='1'/><node id='2' lat='1' lon='1.1'/>\
        <node id='3' lat='1' lon='1.2' action='delete'/>\
        <way id='1'><nd ref='1'/><nd ref='2'/><nd ref='3'/><tag k='highway' v='path'/></way>\
        <way id='2' action='delete'><nd ref='1'/><nd ref='2'/><tag k='highway' v='path'/></way>\
        <way id='3' visible='false'><nd ref='1'/><nd ref='2'/><tag k='highway' v='path'/></way></osm>";
    let streets = read_xml(xml.as_bytes(), "edited.osm", &Options::default()).unwrap();
    assert_eq!((streets.segments.len(), streets.ways.len()), (1, 1));
}

#[test]
fn files_are_known_by_their_content_and_packed_ones_are_the_same() {
    use std::io::Write;

    let folder = tempfile::tempdir().unwrap();
    let xml = town().xml();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        hinan_streets::read(&path, &keep())
    };
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gz.write_all(xml.as_bytes()).unwrap();
    let gz = gz.finish().unwrap();
    let mut bz2 = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::default());
    bz2.write_all(xml.as_bytes()).unwrap();
    let bz2 = bz2.finish().unwrap();
    let plain = write("town.osm", xml.as_bytes()).unwrap();
    assert_eq!(plain.sources[0].sha256.len(), 64);
    let expected = without_source(plain);
    // Names lie sometimes; the content does not.
    for (name, bytes) in [("town.osm.gz", &gz), ("town.osm.bz2", &bz2), ("town.osm", &gz)] {
        assert_eq!(without_source(write(name, bytes).unwrap()), expected, "{name}");
    }
    assert_eq!(without_source(write("town.bin", &town().pbf(true, true, "nwr")).unwrap()), expected);
    for (name, bytes) in [("town.osm.gz", &gz), ("town.osm.bz2", &bz2)] {
        let sentence = write(name, &bytes[..bytes.len() - 9]).unwrap_err().to_string();
        assert!(sentence.starts_with(name), "{sentence}");
    }
    assert!(write("notes.txt", b"hello").unwrap_err().to_string().contains("not a street input"));
    assert!(write("empty.osm.pbf", b"").unwrap_err().to_string().contains("no header block"));
}

//! Real places of the shared data: counts as its README states them. Skipped, and said so, where the
//! data is not there.

use std::path::{Path, PathBuf};

use hinan_model::network::{Measure, NodeIds, Streets};
use hinan_streets::{Options, read};

/// A file of the shared data, if it is there.
pub fn data(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.file_name().unwrap_or_default().to_string_lossy());
    None
}

fn count(streets: &Streets, step: usize, what: &str) -> u64 {
    streets.steps[step].added.iter().find(|(name, _)| name == what).map_or(0, |(_, n)| *n)
}

/// What holds of any streets.
fn check_whole(streets: &Streets) {
    let nodes = streets.node_ids.len() as u32;
    assert!(streets.segments.iter().all(|[a, b]| a != b && *a < nodes && *b < nodes));
    assert!(streets.segment_way.iter().all(|&way| way == u32::MAX || (way as usize) < streets.ways.len()));
    assert_eq!(streets.segment_way.len(), streets.segments.len());
    assert!(streets.places.is_empty() || streets.places.len() == nodes as usize);
    if let NodeIds::Numbers(ids) = &streets.node_ids {
        assert!(ids.is_sorted_by(|a, b| a < b) || !matches!(streets.measure, Measure::Physical { .. }));
    }
    if let Measure::Physical { length_mm, kind, kinds, kind_names, walkers, grade } = &streets.measure {
        assert_eq!((length_mm.len(), kind.len()), (streets.segments.len(), streets.segments.len()));
        assert_eq!(kinds.len(), kind_names.len() * walkers.len());
        assert!(kind.iter().all(|&k| usize::from(k) < kind_names.len()));
        assert!(grade.is_empty() || grade.len() == kind.len());
    }
}

#[test]
fn counts_are_those_of_the_readme() {
    // File, nodes, ways, relations, ways with a highway tag.
    let table = [
        ("oslo-east-filtered.osm.pbf", [85_249, 14_893, 76, 14_382]),
        ("tel-aviv-drive-2023-01-10.osm.gz", [6_941, 1_658, 0, 1_658]),
        ("shibuya.osm", [5_057, 1_651, 0, 1_651]),
        ("seoul-osmnx.osm.gz", [12_232, 5_042, 0, 5_042]),
        ("taichung-osm_bbox.osm.xml.gz", [6_650, 1_559, 57, 651]),
        ("suwon-map.osm", [3_288, 554, 15, 238]),
        ("moscow.osm.gz", [8_402, 1_652, 272, 588]),
        ("berlin-siegessaeule.osm.gz", [5_117, 418, 50, 146]),
        ("krems.osm.gz", [15_042, 2_402, 73, 838]),
        ("monaco.osm.pbf", [180_118, 27_377, 212, 2_927]),
        ("andorra-latest.osm.pbf", [256_677, 13_133, 289, 4_981]),
        ("Helsinki.osm.pbf", [24_260, 5_130, 620, 2_650]),
        ("porto_portugal.osm.pbf", [347_944, 51_458, 357, 51_349]),
        ("poa_osm.osm.pbf", [43_264, 16_032, 23, 15_886]),
        ("BLZ_raw_08242015.osm.pbf", [249_230, 20_538, 110, 9_616]),
    ];
    for (file, expected) in table {
        let Some(path) = data(&format!("osm/{file}")) else { continue };
        let streets = read(&path, &Options::default()).unwrap();
        let found =
            ["nodes", "ways", "relations", "ways with a highway tag"].map(|what| count(&streets, 0, what));
        assert_eq!(found, expected, "{file}");
        check_whole(&streets);
        let source = &streets.sources[0];
        assert_eq!((source.licence.as_deref(), source.sha256.len()), (Some("ODbL-1.0"), 64), "{file}");
        assert_eq!(source.attribution.as_deref(), Some("© OpenStreetMap contributors"));
        assert!(!streets.steps.is_empty() && streets.bounds.is_some());
    }
}

#[test]
fn tokyo_without_ways_is_told_in_a_sentence() {
    let Some(path) = data("osm/tokyo-center.osm.pbf") else { return };
    let sentence = read(&path, &Options::default()).unwrap_err().to_string();
    assert!(sentence.starts_with("tokyo-center.osm.pbf: holds 219780 nodes and no way at all"), "{sentence}");
}

#[test]
fn files_that_are_no_streets_are_told_what_would_be() {
    let Some(path) = data("osm/tel-aviv-overpass-2023-01-10.json") else { return };
    let sentence = read(&path, &Options::default()).unwrap_err().to_string();
    assert!(sentence.contains("give an OpenStreetMap extract"), "{sentence}");
}

#[test]
fn threads_change_nothing_in_porto() {
    let Some(path) = data("osm/porto_portugal.osm.pbf") else { return };
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| read(&path, &Options::default()).unwrap())
    };
    assert!(with(1) == with(3));
}

#[test]
fn graphs_of_the_performance_set_are_read() {
    let Some(path) = data("perf/bremen_dist.gr") else { return };
    let streets = read(&path, &Options::default()).unwrap();
    check_whole(&streets);
    assert!(streets.complaints.is_empty());
    let Some(path) = data("perf/moscow-roads.gr.bin") else { return };
    let streets = read(&path, &Options::default()).unwrap();
    check_whole(&streets);
    assert_eq!(streets.node_ids.len(), 411_992);
    assert_eq!(streets.sources[0].rows, 451_135);
}

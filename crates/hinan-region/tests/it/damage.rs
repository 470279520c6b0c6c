//! A damaged or hostile region ends in a sentence, never in a panic or a wrong answer.

use hinan_model::network::{MeasureView, NONE};
use hinan_model::people::{Cell, Shape};
use hinan_model::{
    Area, AreaIndex, Bounds, Drawn, DrawnClass, Ds, Hazard, NamedArea, People, Place, Zone, Zones,
};
use hinan_region::build::Layer;
use hinan_region::layout::{self, Header, SectionEntry};
use hinan_region::{Input, OpenError, Region, file};
use proptest::prelude::*;
use zerocopy::FromBytes;

use crate::town::{at, built, door, list, shelter, street};

fn sample() -> Vec<u8> {
    let mut streets = street(4);
    streets.doorsteps = vec![door("way/1", at(8.0, 130.0)), door("way/2", at(9_000.0, 0.0))];
    let block = |east: f64| vec![at(5.0, east), at(5.0, east + 20.0), at(15.0, east + 20.0), at(15.0, east)];
    streets.drawing = vec![
        Drawn {
            class: DrawnClass::Building,
            parts: vec![block(10.0), block(40.0)],
            name: "Town hall".to_owned(),
        },
        Drawn {
            class: DrawnClass::River,
            parts: vec![vec![at(-9.0, 0.0), at(-9.0, 400.0)]],
            name: String::new(),
        },
        Drawn { class: DrawnClass::City, parts: vec![vec![at(0.0, 0.0)]], name: "町".to_owned() },
    ];
    let yard = Area::of_box(Bounds { min: at(20.0, 95.0), max: at(40.0, 105.0) });
    let zone = Zone {
        id: "1".to_owned(),
        name: "Town".to_owned(),
        budget: Ds(900),
        place: Some(at(0.0, 0.0)),
        area: Some(Area::of_box(Bounds { min: at(-50.0, -50.0), max: at(50.0, 200.0) })),
    };
    let yard = NamedArea { id: "a".to_owned(), name: "mines".to_owned(), area: yard };
    let cell = Cell { shape: Shape::Point(at(8.0, 130.0)), milli: 12_000 };
    let shelters = vec![shelter("S", &[at(-5.0, 220.0)]), shelter("T", &[at(3.0, 10.0)])];
    built(Input {
        lists: vec![list(shelters)],
        people: vec![People { cells: vec![cell], ..People::default() }],
        zones: vec![Layer { records: vec![zone], ..Layer::default() }],
        forbidden: vec![Layer { records: vec![yard], ..Layer::default() }],
        budgets: [(Hazard::AirRaid, Ds(900))].into(),
        ..Input::new("Town", streets)
    })
}

/// Uses everything that a region lends out.
fn use_all(region: &Region) {
    let network = region.network();
    for walker in 0..region.walkers().len() {
        let times = network.segment_times(walker);
        assert_eq!(times.forward_ds.len(), network.segments());
        let _ = region.nearest_street(at(0.0, 50.0), walker, 300_000, &AreaIndex::default());
        for entrance in region.entrances() {
            let _ = region.start_time(entrance, walker);
        }
        for door in region.doorsteps().iter().filter(|door| door.segment != NONE) {
            let _ = network.part_time(walker, door.segment, door.part_mm, true);
        }
    }
    for node in 0..network.nodes() as u32 {
        let id = region.node_id(node).unwrap_or_default();
        let _ = region.find_node(&id);
        let _ = region.is_isolated(node);
    }
    for segment in 0..network.segments() as u32 {
        let _ = (region.way(segment), region.kind_name(segment), region.segment_places(segment));
    }
    for door in 0..region.doorsteps().len() {
        let _ = region.doorstep_id(door);
    }
    if let MeasureView::Physical { kinds, .. } = network.measure {
        assert!(!kinds.is_empty());
    }
    let _ = (region.meta().attribution(), region.edges_of_way(7), region.doorstep_people().len());
    let forbidden = AreaIndex::new(region.forbidden().iter().map(|named| &named.area));
    let zones = Zones::new(region.zones().to_vec());
    let _ = (region.segments_touching(&forbidden), region.entrances_touching(&forbidden));
    for &place in region.places() {
        let _ = (forbidden.contains(place), zones.budget(place));
        let _ = region.nearest_street(place, 0, 300_000, &forbidden);
    }
    for segment in 0..network.segments() as u32 {
        let _ = region.place_on_segment(segment, 1_000);
    }
    let least = Place { lat_e7: i32::MIN, lon_e7: i32::MIN };
    let everything = Bounds { min: least, max: Place { lat_e7: i32::MAX, lon_e7: i32::MAX } };
    let mut things = 0;
    region.drawing().visit(
        &everything,
        |_| true,
        |_, _, parts| things += u64::from(parts.bounds().is_some()),
    );
    assert_eq!(things, region.drawing().counts().iter().map(|(_, count)| count).sum::<u64>());
}

/// The sections of a region file.
fn sections(file: &[u8]) -> Vec<(layout::Name, Vec<u8>)> {
    let (header, rest) = Header::read_from_prefix(file).unwrap();
    let (entries, _) =
        <[SectionEntry]>::ref_from_prefix_with_elems(rest, header.sections.get() as usize).unwrap();
    entries
        .iter()
        .map(|e| (e.name, file[e.offset.get() as usize..(e.offset.get() + e.length.get()) as usize].to_vec()))
        .collect()
}

#[test]
fn a_sound_region_opens_and_is_the_same_every_time() {
    let region = Region::from_bytes(&sample()).unwrap();
    use_all(&region);
    assert_eq!(sample(), sample());
    assert_eq!(layout::assemble(&sections(&sample())), sample());
}

#[test]
fn other_files_are_refused_politely() {
    for (bytes, words) in [
        (&b""[..], "not a hinan region"),
        (b"PK\x03\x04 something else, long enough to hold a header of ours", "not a hinan region"),
    ] {
        assert!(Region::from_bytes(bytes).err().unwrap().to_string().contains(words));
    }
    let mut newer = sample();
    newer[8] = 3;
    assert!(matches!(Region::from_bytes(&newer), Err(OpenError::Version(3))));
    let mut cut = sample();
    cut.truncate(cut.len() - 1);
    assert!(Region::from_bytes(&cut).err().unwrap().to_string().contains("copied whole"));
}

#[test]
fn a_failed_build_leaves_the_old_region() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town.hinan");
    let pending = file::write(&path, &sample()).unwrap();
    assert!(!path.exists());
    pending.sync().unwrap();
    pending.publish(&path).unwrap();
    let open = Region::open(&path).unwrap();
    // Somebody builds again while the old region is in use, and gives up half-way.
    let half = file::write(&path, &sample()[..500]).unwrap();
    drop(half);
    use_all(&open);
    use_all(&Region::open(&path).unwrap());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no litter");
}

#[test]
fn what_killed_builds_left_is_swept_and_what_others_write_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    for name in [".hinan-killed.tmp", ".hinan-notes.txt", "other.tmp"] {
        std::fs::write(at(name), b"half a region").unwrap();
    }
    let one = file::write(&at("one.hinan"), &sample()).unwrap();
    let two = file::write(&at("two.hinan"), &sample()).unwrap();
    assert!(!at(".hinan-killed.tmp").exists());
    assert!(at(".hinan-notes.txt").exists() && at("other.tmp").exists());
    // Neither has swept the other away.
    one.publish(&at("one.hinan")).unwrap();
    two.publish(&at("two.hinan")).unwrap();
    use_all(&Region::open(&at("one.hinan")).unwrap());
    use_all(&Region::open(&at("two.hinan")).unwrap());
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 4);
}

#[test]
fn many_builds_at_once_do_not_disturb_each_other() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("town.hinan");
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for _ in 0..25 {
                    file::write(&path, b"whole").unwrap().publish(&path).unwrap();
                }
            });
        }
    });
    assert_eq!(std::fs::read(&path).unwrap(), b"whole");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_flipped_bit_is_noticed(at in 0_usize..1 << 20, bit in 0_u32..8) {
        let mut file = sample();
        let at = at % file.len();
        file[at] ^= 1 << bit;
        // Bytes between sections carry nothing; anywhere else the flip must be seen.
        if let Ok(region) = Region::from_bytes(&file) {
            prop_assert_eq!(sections(&file), sections(&sample()));
            use_all(&region);
        }
    }

    #[test]
    fn a_hostile_region_with_right_checksums_never_panics(
        section in 0_usize..64, at in 0_usize..1 << 16, value in any::<u32>(), cut in 0_usize..3,
    ) {
        let mut parts = sections(&sample());
        let index = section % parts.len();
        let bytes = &mut parts[index].1;
        if cut == 0 {
            bytes.truncate(at % (bytes.len() + 1));
        } else if bytes.len() >= 4 {
            let at = at % (bytes.len() - 3);
            bytes[at..at + 4].copy_from_slice(&value.to_le_bytes());
        }
        if let Ok(region) = Region::from_bytes(&layout::assemble(&parts)) {
            use_all(&region);
        }
    }
}

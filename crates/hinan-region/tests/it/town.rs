//! A small town on a slope-free plane: one long street with a yard that nothing leads to.

use std::path::{Path, PathBuf};

use hinan_model::network::{
    DoorstepKind, KindPace, MapObject, Measure, NONE, NodeIds, RawDoorstep, Streets, Way,
};
use hinan_model::{Bounds, Entrance, EntranceAt, Place, Shelter, Source, Walker};
use hinan_region::build::List;
use hinan_region::{Draft, Input, Region};

/// Metres north and east of the town's corner, near the equator where a degree is a degree.
pub fn at(north_m: f64, east_m: f64) -> Place {
    Place::from_degrees(north_m / 110_574.0, east_m / 111_320.0).unwrap()
}

/// A street of `blocks` blocks of 100 m to the east, crossed by a side street at every corner.
pub fn street(blocks: u32) -> Streets {
    let (mut places, mut segments) = (Vec::new(), Vec::new());
    for corner in 0..=blocks {
        places.push(at(0.0, f64::from(corner) * 100.0));
        places.push(at(30.0, f64::from(corner) * 100.0));
        segments.push([corner * 2, corner * 2 + 1]);
        if corner > 0 {
            segments.push([corner * 2 - 2, corner * 2]);
        }
    }
    let length_mm =
        segments.iter().map(|&[a, b]| places[a as usize].distance_mm(places[b as usize])).collect();
    let walkers = Walker::standard();
    let kinds = walkers
        .iter()
        .map(|w| KindPace {
            forward_ms_per_m: w.pace_ms_per_m,
            backward_ms_per_m: w.pace_ms_per_m,
            extra_ds: 0,
            flags: 0,
        })
        .collect();
    Streets {
        node_ids: NodeIds::Numbers((1..=places.len() as i64).map(|id| id * 10).collect()),
        people: Vec::new(),
        segment_way: vec![0; segments.len()],
        ways: vec![Way { id: 7, name: "High Street".to_owned() }],
        measure: Measure::Physical {
            kind: vec![0; segments.len()],
            length_mm,
            grade: Vec::new(),
            kinds,
            kind_names: vec!["street".to_owned()],
            walkers,
        },
        doorsteps: Vec::new(),
        objects: Vec::<MapObject>::new(),
        drawing: Vec::new(),
        bounds: Bounds::around(places.iter().copied()),
        sources: vec![Source { role: "streets".into(), file: "town.osm".into(), ..Source::default() }],
        steps: Vec::new(),
        complaints: Vec::new(),
        places,
        segments,
    }
}

pub fn door(id: &str, place: Place) -> RawDoorstep {
    RawDoorstep { place, kind: DoorstepKind::Building, id: id.to_owned(), dwelling_m2: 0 }
}

pub fn shelter(id: &str, places: &[Place]) -> Shelter {
    let entrances = places
        .iter()
        .map(|&place| Entrance { at: EntranceAt::Place(place), start: None, name: None })
        .collect();
    Shelter::new(id, entrances)
}

pub fn list(shelters: Vec<Shelter>) -> List {
    let source = Source {
        role: "shelters".into(),
        file: "list.csv".into(),
        attribution: Some("The town".into()),
        ..Source::default()
    };
    List { source, shelters, complaints: Vec::new() }
}

pub fn built(input: Input) -> Vec<u8> {
    Draft::new(input).unwrap().bytes()
}

pub fn bytes(streets: Streets, shelters: Vec<Shelter>) -> Vec<u8> {
    built(Input { lists: vec![list(shelters)], ..Input::new("Town", streets) })
}

pub fn region(streets: Streets, shelters: Vec<Shelter>) -> Region {
    Region::from_bytes(&bytes(streets, shelters)).unwrap()
}

/// A yard of four nodes 20 m north of `east_m`, joined to nothing.
pub fn with_yard(mut streets: Streets, east_m: f64) -> Streets {
    let first = streets.places.len() as u32;
    let corners = [(20.0, 0.0), (20.0, 10.0), (30.0, 10.0), (30.0, 0.0)];
    for (north, east) in corners {
        streets.places.push(at(north, east_m + east));
        if let NodeIds::Numbers(ids) = &mut streets.node_ids {
            ids.push(100_000 + ids.len() as i64);
        }
    }
    for corner in 0..4 {
        let pair = [first + corner, first + (corner + 1) % 4];
        streets.segments.push(pair);
        streets.segment_way.push(NONE);
        let Measure::Physical { length_mm, kind, .. } = &mut streets.measure else { continue };
        length_mm.push(streets.places[pair[0] as usize].distance_mm(streets.places[pair[1] as usize]));
        kind.push(0);
    }
    streets
}

/// A file of the shared data, if it is there.
pub fn data(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(path);
    if path.exists() {
        return Some(path);
    }
    println!("skipped: {} is not there", path.file_name().unwrap_or_default().display());
    None
}

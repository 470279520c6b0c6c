//! Every population file that there is, to the last head.

use hinan_layers::{Wanted, read_people};
use hinan_model::Bounds;
use hinan_model::people::{People, Shape};

use crate::{adds_up, data};

/// What one file must come to.
struct Expected {
    file: &'static str,
    format: &'static str,
    rows: u64,
    cells: usize,
    people: u64,
    /// West, south, east, north of all cells with people, in 1e-7 degree.
    bounds: [i32; 4],
    remarks: usize,
}

const FILES: &[Expected] = &[
    Expected {
        file: "population/helsinki_population_grid_2020.gpkg",
        format: "geopackage",
        rows: 92,
        cells: 92,
        people: 71_724,
        bounds: [249_054_481, 601_541_322, 249_594_860, 601_765_983],
        remarks: 0,
    },
    // The corners of the cells, not their middles, which the data's own page has.
    Expected {
        file: "population/poa_hexgrid.csv",
        format: "csv",
        rows: 1227,
        cells: 1124,
        people: 812_935,
        bounds: [-512_567_788, -301_114_521, -511_380_275, -299_964_433],
        remarks: 0,
    },
    // One remark: a column called density that holds heads.
    Expected {
        file: "population/kanagawa-population_mesh_500m.json",
        format: "mesh-json",
        rows: 6250,
        cells: 6250,
        people: 9_237_337,
        bounds: [1_389_875_000, 351_333_333, 1_397_875_000, 356_625_000],
        remarks: 1,
    },
    Expected {
        file: "population/kanagawa-population_mesh_1km.json",
        format: "mesh-json",
        rows: 1852,
        cells: 1852,
        people: 9_237_337,
        bounds: [1_389_875_000, 351_333_333, 1_397_875_000, 356_666_667],
        remarks: 1,
    },
    Expected {
        file: "population/sendai/population.gpkg",
        format: "geopackage",
        rows: 129,
        cells: 129,
        people: 132_160,
        bounds: [1_408_807_333, 382_111_261, 1_409_749_920, 382_590_134],
        remarks: 0,
    },
    // In EPSG:3857, and 8 districts with nobody.
    Expected {
        file: "population/sendai/districts.gpkg",
        format: "geopackage",
        rows: 40,
        cells: 32,
        people: 19_232,
        bounds: [1_408_797_052, 381_744_444, 1_410_108_422, 382_840_569],
        remarks: 0,
    },
];

fn bounds(people: &People) -> Bounds {
    let places = people.cells.iter().flat_map(|cell| match &cell.shape {
        Shape::Point(place) => vec![*place],
        Shape::Box(bounds) => vec![bounds.min, bounds.max],
        Shape::Area(area) => area.rings.iter().flatten().copied().collect(),
    });
    Bounds::around(places).unwrap()
}

#[test]
fn every_population_file_is_read_to_the_last_head() {
    for expected in FILES {
        let Some(path) = data(expected.file) else { continue };
        let people = read_people(&path, &Wanted::default()).unwrap();
        adds_up(&people.source, &people.complaints);
        let name = expected.file;
        assert_eq!(people.source.format, expected.format, "{name}");
        assert_eq!(people.source.sha256.len(), 64, "{name}");
        assert_eq!((people.source.rows, people.cells.len()), (expected.rows, expected.cells), "{name}");
        assert_eq!(people.total(), expected.people, "{name}");
        assert!(
            people.cells.iter().all(|cell| cell.milli.is_multiple_of(1000)),
            "{name}: a part of a person"
        );
        let Bounds { min, max } = bounds(&people);
        assert_eq!([min.lon_e7, min.lat_e7, max.lon_e7, max.lat_e7], expected.bounds, "{name}");
        assert_eq!(people.complaints.len(), expected.remarks, "{name}: {:?}", people.complaints.first());
    }
}

#[test]
fn a_wanted_box_takes_the_cells_that_touch_it() {
    let Some(path) = data("population/poa_hexgrid.csv") else { return };
    let at = |lat, lon| hinan_model::Place::from_degrees(lat, lon).unwrap();
    let bounds = Bounds { min: at(-30.05, -51.23), max: at(-30.04, -51.22) };
    let part = read_people(&path, &Wanted { bounds: Some(bounds), ..Wanted::default() }).unwrap();
    let whole = read_people(&path, &Wanted::default()).unwrap();
    assert!(part.cells.len() > 5 && part.cells.len() < 60, "{}", part.cells.len());
    assert!(part.cells.iter().all(|cell| whole.cells.contains(cell)));
    let nowhere = Bounds { min: at(60.0, 24.0), max: at(61.0, 25.0) };
    let error = read_people(&path, &Wanted { bounds: Some(nowhere), ..Wanted::default() }).unwrap_err();
    assert!(error.to_string().contains("no row in the area"), "{error}");
}

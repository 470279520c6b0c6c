//! A small city, and everything that may be asked of any.

use std::sync::LazyLock;

use hinan_model::network::{NONE, Streets};
use hinan_model::{Area, AreaIndex, Bounds, Ds, NamedArea, Place, Zone, Zones};
use hinan_reach::{Change, Field, Graph, Scratch, Snap, Start, Starts, path, plans};
use hinan_region::build::{Layer, List};
use hinan_region::people::people_guessed_from_buildings;
use hinan_region::{Draft, Input, Region};
use hinan_render::tiles::{MAX_ZOOM, TileId, Tiles};
use hinan_shelters::ShelterList;

/// How many of an unknown region's nodes, segments, doorsteps and so on are tried.
const SAMPLE: usize = 8;
const BEST: usize = 3;
/// As far as a street may be away from a person: 2 km.
const NEAR_MM: u32 = 2_000_000;

static STREETS: LazyLock<Streets> = LazyLock::new(|| {
    let town = include_bytes!("../../seeds/xml/town.osm");
    match hinan_streets::read_xml(&town[..], "town.osm", &crate::with_drawing()) {
        Ok(streets) => streets,
        Err(error) => unreachable!("the town is sound: {error}"),
    }
});

static SHELTERS: LazyLock<ShelterList> = LazyLock::new(|| {
    let list = include_bytes!("../../seeds/feed/plain.csv");
    match hinan_shelters::read_bytes(list, "plain.csv") {
        Ok(list) => list,
        Err(error) => unreachable!("the list is sound: {error}"),
    }
});

/// The bytes of the small city: what `region` begins to mutate.
pub static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| bytes_with(SHELTERS.clone()));

static CITY: LazyLock<(Region, Graph, Field)> = LazyLock::new(|| {
    let region = opened(&SMALL);
    let (graph, _, field) = engine(&region, 0).unwrap_or_else(|| unreachable!("the city is sound"));
    (region, graph, field)
});

fn bytes_with(list: ShelterList) -> Vec<u8> {
    let ShelterList { shelters, complaints, source, .. } = list;
    let lists = vec![List { source, shelters, complaints }];
    let people = vec![people_guessed_from_buildings(&STREETS, 40)];
    let corner = STREETS.bounds.map_or(Place::default(), |bounds| bounds.min);
    let yard =
        Bounds { min: corner, max: Place { lat_e7: corner.lat_e7 + 2_000, lon_e7: corner.lon_e7 + 2_000 } };
    let yard = NamedArea { id: "yard".into(), name: "yard".into(), area: Area::of_box(yard) };
    let zone = Zone {
        id: "zone".into(),
        name: "zone".into(),
        budget: Ds(900),
        place: Some(corner),
        area: Some(yard.area.clone()),
    };
    let zones = vec![Layer { records: vec![zone], ..Layer::default() }];
    let forbidden = vec![Layer { records: vec![yard], ..Layer::default() }];
    match Draft::new(Input { lists, people, zones, forbidden, ..Input::new("town", STREETS.clone()) }) {
        Ok(draft) => draft.bytes(),
        Err(error) => unreachable!("any shelters can be joined to the town: {error}"),
    }
}

fn opened(bytes: &[u8]) -> Region {
    match Region::from_bytes(bytes) {
        Ok(region) => region,
        Err(error) => unreachable!("what was just built does not open: {error}"),
    }
}

/// Builds the town with any shelters; it must open and answer.
pub(crate) fn small_with(list: ShelterList) {
    use_all(&opened(&bytes_with(list)));
}

/// Plans from what a person typed.
pub(crate) fn ask(text: &str) {
    let (region, graph, field) = &*CITY;
    if let Some(id) = text.strip_prefix("node:") {
        if let Some(node) = region.find_node(id) {
            assert_eq!(region.node_id(node).as_deref(), Some(id), "found by another id");
            check_paths(region, graph, field, node);
        }
    } else if let Ok(place) = text.parse::<Place>() {
        check_plans(region, graph, field, 0, place);
    }
}

/// Asks an opened region everything once. Its content may be any; it must not panic.
pub(crate) fn use_all(region: &Region) {
    let network = region.network();
    let nodes = network.nodes() as u32;
    for node in sample(nodes) {
        if let Some(id) = region.node_id(node) {
            let _may_be_another_of_the_same_id = region.find_node(&id);
        }
        let _ = (region.is_isolated(node), region.places().get(node as usize), network.edge_of_inner(node));
    }
    for segment in sample(network.segments() as u32) {
        let _ = (region.way(segment), region.kind_name(segment), region.segment_places(segment));
        let _ = region.way(segment).map(|(way, _)| region.edges_of_way(way));
    }
    for (number, record) in region.doorsteps().iter().enumerate().take(SAMPLE) {
        let _ = (region.doorstep_id(number), Region::doorstep_kind(record));
        assert!(record.segment == NONE || record.segment < network.segments() as u32);
    }
    let _ = (region.meta().attribution(), region.people().len(), region.doorstep_people().len());
    let forbidden = AreaIndex::new(region.forbidden().iter().map(|named| &named.area));
    let _ = (region.segments_touching(&forbidden), region.entrances_touching(&forbidden));
    let zones = Zones::new(region.zones().to_vec());
    for &place in region.places().iter().take(SAMPLE) {
        let _ = (zones.budget(place), forbidden.contains(place));
    }
    draw(region);
    // Of the standard ones the adult and the wheelchair: the two that differ the most.
    for walker in (0..region.walkers().len()).step_by(3).take(2) {
        use_engine(region, walker);
    }
}

/// The tiles around the first places, from the world to a street.
fn draw(region: &Region) {
    let tiles = Tiles::new(region, true);
    let values: Vec<u8> = (0..region.doorsteps().len()).map(|door| door as u8).collect();
    let drawn = region.drawing().first().map(|bounds| bounds.min);
    for place in region.places().iter().copied().take(2).chain(drawn) {
        for z in [0, 9, 14, MAX_ZOOM] {
            for id in TileId::covering(&Bounds { min: place, max: place }, z) {
                let _ = (tiles.tile(region, id), tiles.doorsteps(id, &values));
            }
        }
    }
}

fn use_engine(region: &Region, walker: usize) {
    let Some((mut graph, mut starts, mut field)) = engine(region, walker) else { return };
    let network = region.network();
    for node in sample(network.nodes() as u32) {
        check_paths(region, &graph, &field, node);
        if let Some(&place) = region.places().get(node as usize) {
            check_plans(region, &graph, &field, walker, place);
        }
    }
    let shelters = sample(starts.shelters()).map(Change::CloseShelter);
    let edges = sample(network.edges() as u32).map(Change::CloseEdge);
    let changes: Vec<_> = shelters.chain(edges).collect();
    let applied = field.apply(&network, &mut graph, &mut starts, &changes, &mut Scratch::default());
    assert!(applied.is_ok(), "shelters and edges that exist can be closed");
    assert_eq!(field, Field::new(&graph, &starts, BEST), "what-if differs from a rebuild");
}

/// The engine over a region, as the command sets it up; `None` where it refuses.
fn engine(region: &Region, walker: usize) -> Option<(Graph, Starts, Field)> {
    let graph = Graph::new(&region.network(), walker).ok()?;
    let entrances = region.entrances().iter();
    let starts: Vec<_> = entrances
        .map(|entrance| Start {
            shelter: entrance.shelter,
            node: entrance.node,
            time: region.start_time(entrance, walker),
        })
        .collect();
    let starts = Starts::new(&graph, region.shelters().len() as u32, &starts).ok()?;
    let field = Field::new(&graph, &starts, BEST);
    Some((graph, starts, field))
}

/// Every label of a node leads to its shelter.
fn check_paths(region: &Region, graph: &Graph, field: &Field, node: u32) {
    for label in field.labels(node) {
        let way = path(&region.network(), graph, field, node, label.shelter);
        assert!(way.is_some(), "a shelter in reach without a way");
    }
}

fn check_plans(region: &Region, graph: &Graph, field: &Field, walker: usize, place: Place) {
    let Some(snapped) = region.nearest_street(place, walker, NEAR_MM, &AreaIndex::default()) else { return };
    let network = region.network();
    let snap = Snap {
        edge: network.edge_of_segment(snapped.segment),
        segment: snapped.segment,
        part_mm: snapped.part_mm,
        off: region.off_street_time(walker, snapped.off_mm),
    };
    let found = plans(&network, graph, field, &[snap], BEST);
    assert!(found.is_sorted_by_key(|plan| (plan.total, plan.shelter)), "plans out of order");
}

/// A few numbers spread over `0..count`, the first and the last among them.
fn sample(count: u32) -> impl Iterator<Item = u32> {
    let step = (count / SAMPLE as u32).max(1) as usize;
    (0..count).step_by(step).chain(count.checked_sub(1))
}

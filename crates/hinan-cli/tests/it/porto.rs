//! What-if on a whole city: every change equals a rebuild, bit for bit.

use hinan_model::network::{MeasureView, NetworkView};
use hinan_model::{Complaint, Ds, Entrance, EntranceAt, Shelter, Source};
use hinan_reach::{Change, Field, Graph, Scratch, Start, Starts};
use hinan_region::build::List;
use hinan_region::{Draft, Input, Region};

use crate::support::real;

/// How many changes one run makes. Ten thousand, which the project asks for, take some minutes:
/// `HINAN_WHATIF_ROUNDS=10000 cargo test --release -p hinan-cli porto -- --nocapture`.
fn rounds() -> u32 {
    std::env::var("HINAN_WHATIF_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(40)
}

/// A fixed row of numbers without a pattern (splitmix64, Steele et al. 2014).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

/// Porto with invented shelters, one for 500 nodes of the map.
fn porto() -> Option<Region> {
    let streets =
        hinan_streets::read(real("osm/porto_portugal.osm.pbf")?.as_ref(), &hinan_streets::Options::default())
            .unwrap();
    let mut numbers = Numbers(1);
    let shelters: Vec<Shelter> = (0..streets.node_ids.len())
        .filter(|_| numbers.below(500) == 0)
        .filter_map(|node| streets.node_ids.get(node))
        .map(|id| {
            Shelter::new(id.clone(), vec![Entrance { at: EntranceAt::Node(id), start: None, name: None }])
        })
        .collect();
    let list = List { source: Source::default(), shelters, complaints: Vec::<Complaint>::new() };
    let draft = Draft::new(Input { lists: vec![list], ..Input::new("Porto", streets) }).unwrap();
    Some(Region::from_bytes(&draft.bytes()).unwrap())
}

/// What is closed at the moment.
struct Closed {
    shelters: Vec<bool>,
    edges: Vec<bool>,
    segments: Vec<bool>,
}

impl Closed {
    /// The next change: a shelter (half of the time), a street or a piece of a street, which is
    /// opened if it is closed. Closed ones are tried again and again, so that they open, too.
    fn change(
        &mut self,
        network: &NetworkView<'_>,
        numbers: &mut Numbers,
        recent: &mut Vec<Change>,
    ) -> Change {
        let change = if !recent.is_empty() && numbers.below(5) < 2 {
            recent.swap_remove(numbers.below(recent.len()))
        } else {
            match numbers.below(4) {
                0 | 1 => Change::CloseShelter(numbers.below(self.shelters.len()) as u32),
                2 => Change::CloseEdge(numbers.below(network.edges()) as u32),
                _ => Change::CloseSegment(numbers.below(network.segments()) as u32),
            }
        };
        let flip = |closed: &mut bool| {
            *closed = !*closed;
            *closed
        };
        // Opening a street opens its pieces: the plain rule of the engine's changes.
        let done = match change {
            Change::CloseShelter(s) => {
                if flip(&mut self.shelters[s as usize]) {
                    change
                } else {
                    Change::OpenShelter(s)
                }
            }
            Change::CloseEdge(e) => {
                let closed = flip(&mut self.edges[e as usize]);
                for segment in network.segments_of(e) {
                    self.segments[segment as usize] = closed;
                }
                if closed { change } else { Change::OpenEdge(e) }
            }
            Change::CloseSegment(s) => {
                if flip(&mut self.segments[s as usize]) {
                    change
                } else {
                    Change::OpenSegment(s)
                }
            }
            other => other,
        };
        if matches!(done, Change::CloseShelter(_) | Change::CloseEdge(_) | Change::CloseSegment(_)) {
            recent.push(done);
        }
        done
    }
}

/// A field made from nothing: other network, other graph, other starts.
fn rebuilt(region: &Region, starts: &[Start], closed: &Closed, k: usize) -> (Graph, Field) {
    let network = region.network();
    let mut times = network.segment_times(0);
    for (segment, &closed) in closed.segments.iter().enumerate() {
        if closed {
            times.forward_ds[segment] = Ds::UNREACHABLE.0;
            times.backward_ds[segment] = Ds::UNREACHABLE.0;
        }
    }
    let measure = MeasureView::Given { forward_ds: &times.forward_ds, backward_ds: &times.backward_ds };
    let graph = Graph::new(&NetworkView { measure, ..network }, 0).unwrap();
    let open: Vec<Start> =
        starts.iter().copied().filter(|start| !closed.shelters[start.shelter as usize]).collect();
    let starts = Starts::new(&graph, closed.shelters.len() as u32, &open).unwrap();
    let field = Field::new(&graph, &starts, k);
    (graph, field)
}

fn check(k: usize) {
    let Some(region) = porto() else {
        println!("skipped: no Porto here");
        return;
    };
    let network = region.network();
    let all: Vec<Start> = region
        .entrances()
        .iter()
        .map(|e| Start { shelter: e.shelter, node: e.node, time: region.start_time(e, 0) })
        .collect();
    let mut graph = Graph::new(&network, 0).unwrap();
    let mut starts = Starts::new(&graph, region.shelters().len() as u32, &all).unwrap();
    let mut field = Field::new(&graph, &starts, k);
    let mut closed = Closed {
        shelters: vec![false; region.shelters().len()],
        edges: vec![false; network.edges()],
        segments: vec![false; network.segments()],
    };
    let (mut scratch, mut numbers, mut recent) = (Scratch::default(), Numbers(k as u64), Vec::new());
    let mut relabelled = 0;
    for round in 0..rounds() {
        let change = closed.change(&network, &mut numbers, &mut recent);
        relabelled +=
            field.apply(&network, &mut graph, &mut starts, &[change], &mut scratch).unwrap().junctions;
        let (_, expected) = rebuilt(&region, &all, &closed, k);
        assert!(field.times() == expected.times(), "round {round}, {change:?}: times differ");
        assert!(field.shelters() == expected.shelters(), "round {round}, {change:?}: shelters differ");
        assert!(field.nexts() == expected.nexts(), "round {round}, {change:?}: next steps differ");
    }
    assert!(relabelled > 0, "nothing ever changed");
    println!(
        "{} changes, k = {k}, {} shelters, {} nodes: all equal to a rebuild",
        rounds(),
        region.shelters().len(),
        network.nodes()
    );
}

#[test]
fn what_if_on_porto_equals_a_rebuild_for_the_nearest_shelter() {
    check(1);
}

#[test]
fn what_if_on_porto_equals_a_rebuild_for_the_three_nearest() {
    check(3);
}

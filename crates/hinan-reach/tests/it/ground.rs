//! What the tests share: random towns made ready for the engine.

use hinan_model::Ds;
use hinan_reach::{Field, Graph, HERE, Start, Starts, Workers};
use hinan_testkit::Contracted;
use hinan_testkit::random::{RandomTown, Size};

/// Towns as small as can be, full of ties and arcs that take no time.
pub const SMALL: Size = Size::SMALL;
/// Towns of some hundred nodes where all arcs take time.
pub const MIDDLE: Size = Size::MIDDLE;

/// A town on the engine's ground.
pub struct Ground {
    pub network: Contracted,
    pub graph: Graph,
    pub starts: Starts,
}

impl Ground {
    pub fn new(town: &RandomTown) -> Ground {
        let doors: Vec<u32> = town.doors.iter().map(|door| door.1).collect();
        let network = Contracted::new(&town.streets, &doors);
        let graph = Graph::new(&network.view(), 0).unwrap();
        let starts: Vec<Start> = town
            .doors
            .iter()
            .map(|&(shelter, raw, time)| Start {
                shelter,
                node: network.raw_to_node[raw as usize],
                time: Ds(time),
            })
            .collect();
        let starts = Starts::new(&graph, town.shelters, &starts).unwrap();
        Ground { network, graph, starts }
    }

    pub fn field(&self, k: usize) -> Field {
        Field::new(&self.graph, &self.starts, k)
    }
}

/// (time, shelter) of a node's labels.
pub fn answers(field: &Field, node: u32) -> Vec<(Ds, u32)> {
    field.labels(node).map(|label| (label.time, label.shelter)).collect()
}

/// Walks every label's next steps to the end: they must add up to its time and end at an entrance
/// of its shelter.
pub fn walk_all(ground: &Ground, field: &Field) {
    let (graph, view) = (&ground.graph, ground.network.view());
    for node in 0..graph.nodes() {
        for label in field.labels(node) {
            let (legs, entrance, start) =
                hinan_reach::path(&view, graph, field, node, label.shelter).unwrap();
            let walked: u32 = legs.iter().map(|leg| leg.time.0).sum();
            assert_eq!(walked + start.0, label.time.0, "node {node} to shelter {}", label.shelter);
            let there = ground.starts.at(entrance).find(|s| s.shelter == label.shelter).unwrap();
            assert_eq!(there.time, start);
            if legs.is_empty() {
                assert_eq!(label.next, HERE);
            }
        }
    }
}

/// As many threads as asked for, really.
pub struct Threads(pub usize);

impl Workers for Threads {
    fn count(&self) -> usize {
        self.0
    }

    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        std::thread::scope(|scope| {
            for job in jobs {
                scope.spawn(|| work(job));
            }
        });
    }
}

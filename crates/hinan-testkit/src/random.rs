//! Random networks as property tests need them: small, knotty, full of ties.

use hinan_model::Ds;
use hinan_model::network::{NodeIds, Streets};
use proptest::prelude::*;

use crate::oracle::Door;
use crate::streets::given_streets;

/// Bounds of a random network.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Most nodes before chains are drawn out.
    pub nodes: u32,
    /// Most segments a node.
    pub density: f64,
    /// Most inner nodes that a segment is drawn out into.
    pub chain: u32,
    /// Most shelters.
    pub shelters: u32,
    /// Whether segments may take no time at all.
    pub zero_times: bool,
}

impl Size {
    /// A hamlet: ties and corners come often.
    pub const SMALL: Size = Size { nodes: 12, density: 2.0, chain: 4, shelters: 6, zero_times: true };
    /// A village: room for ways that compete.
    pub const MIDDLE: Size = Size { nodes: 60, density: 1.8, chain: 8, shelters: 14, zero_times: false };
}

/// Streets and shelters.
#[derive(Clone, Debug)]
pub struct RandomTown {
    /// The streets, with given times, sparse ids, loops of several segments, parallel segments,
    /// isolated nodes and long chains.
    pub streets: Streets,
    /// How many shelters there are; some may have no entrance.
    pub shelters: u32,
    /// Entrances: several a shelter, several a node.
    pub doors: Vec<Door>,
}

/// How long a segment takes in one direction: mostly from a few values, so that ties abound.
fn time(zero: bool) -> BoxedStrategy<u32> {
    let least = u32::from(!zero);
    prop_oneof![
        8 => least..=6_u32,
        4 => least..=600_u32,
        1 => Just(Ds::UNREACHABLE.0),
        1 => 90_000..=Ds::MAX_INPUT.0,
    ]
    .boxed()
}

/// A segment to be: two nodes, and the times of each of the pieces that it is drawn out into.
type Street = (u32, u32, bool, Vec<(u32, u32)>);

fn street(size: Size, nodes: u32) -> impl Strategy<Value = Street> {
    let pieces = prop_oneof![3 => Just(1_usize), 2 => 1..=size.chain as usize + 1];
    let times = pieces.prop_flat_map(move |count| {
        prop::collection::vec((time(size.zero_times), time(size.zero_times)), count..=count)
    });
    (0..nodes, 0..nodes, any::<bool>(), times)
}

/// A random network with shelters.
pub fn town(size: Size) -> impl Strategy<Value = RandomTown> {
    (1..=size.nodes, 1..=size.shelters).prop_flat_map(move |(nodes, shelters)| {
        let most = (f64::from(nodes) * size.density) as usize + 1;
        let streets = prop::collection::vec(street(size, nodes), 0..=most);
        let door = (0..shelters, 0..nodes, prop_oneof![3 => Just(0_u32), 2 => 0..50_u32, 1 => 0..5_000_u32]);
        let doors = prop::collection::vec(door, 0..=shelters as usize * 2);
        (streets, doors, any::<u16>()).prop_map(move |(streets, doors, salt)| RandomTown {
            streets: lay_out(nodes, streets, salt),
            shelters,
            doors,
        })
    })
}

/// Draws streets out into chains of new nodes and gives all nodes sparse, unsorted ids.
fn lay_out(nodes: u32, streets: Vec<Street>, salt: u16) -> Streets {
    let mut count = nodes;
    let mut segments = Vec::new();
    for (from, to, same_back, times) in streets {
        // A loop needs two nodes more, or it would be a segment from a node to itself.
        if from == to && times.len() < 3 {
            continue;
        }
        let last = times.len() - 1;
        let mut at = from;
        for (piece, (there, back)) in times.into_iter().enumerate() {
            let next = if piece == last {
                to
            } else {
                count += 1;
                count - 1
            };
            segments.push((at, next, there, if same_back { there } else { back }));
            at = next;
        }
    }
    let mut streets = given_streets(count, &segments);
    // An odd factor keeps 32-bit ids distinct.
    let id = |node: u32| i64::from(node.wrapping_mul(2_654_435_761).wrapping_add(u32::from(salt)));
    streets.node_ids = NodeIds::Numbers((0..count).map(id).collect());
    streets
}

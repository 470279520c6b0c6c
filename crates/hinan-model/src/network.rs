//! The walking network: raw streets as the readers make them, and the contracted network that
//! regions store and the engine walks on.
//!
//! # Raw streets
//! [`Streets`] is a list of nodes and of *segments*, straight pieces of street between two nodes.
//! A segment is undirected; its two directions have times of their own.
//!
//! # Contracted network
//! [`NetworkView`] keeps nodes where ways meet or end as *junctions* and strings the rest up as
//! *edges*, chains of segments between two junctions. Nodes are numbered so that nothing has to be
//! looked up:
//!
//! ```text
//! node 0 .. junctions                 the junctions, neighbours near each other
//! node junctions ..                   the inner nodes of edge 0, in order, then of edge 1, ...
//! edge e                              segments edge_segments[e] .. edge_segments[e + 1]
//! inner node i of edge e (from 0)     junctions + edge_segments[e] - e + i
//! ```
//!
//! since an edge of n segments has n - 1 inner nodes. "Forward" is from `edge_ends[e][0]` to
//! `edge_ends[e][1]`.

use serde::{Deserialize, Serialize};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout};

use crate::complaint::Complaint;
use crate::place::{Bounds, Place};
use crate::source::{Source, Step};
use crate::time::Ds;
use crate::walker::Walker;

/// "None" in arrays of u32 indices.
pub const NONE: u32 = u32::MAX;

/// The ids of nodes, as the source wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NodeIds {
    /// Every id is a whole number that prints as it was written.
    Numbers(Vec<i64>),
    /// Anything else.
    Texts(Vec<String>),
}

impl NodeIds {
    /// How many ids there are.
    pub fn len(&self) -> usize {
        match self {
            NodeIds::Numbers(ids) => ids.len(),
            NodeIds::Texts(ids) => ids.len(),
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of node `index`, verbatim.
    pub fn get(&self, index: usize) -> Option<String> {
        match self {
            NodeIds::Numbers(ids) => ids.get(index).map(|&id| print_number(id)),
            NodeIds::Texts(ids) => ids.get(index).cloned(),
        }
    }
}

/// Numbers below this stand for nodes that no source has: where a shelter's entrance was joined to
/// the middle of a street.
pub const FIRST_SOURCE_NUMBER: i64 = i64::MIN + (1 << 32);

/// The number that stands for entrance node `index` among the ids of nodes.
pub const fn entrance_number(index: u32) -> i64 {
    i64::MIN + index as i64
}

/// The id behind a number: itself, or `entrance/1` for the first entrance node.
pub fn print_number(number: i64) -> String {
    if number < FIRST_SOURCE_NUMBER {
        format!("entrance/{}", number.wrapping_sub(i64::MIN) + 1)
    } else {
        number.to_string()
    }
}

/// The number behind an id, if it is one that [`print_number`] prints.
pub fn read_number(id: &str) -> Option<i64> {
    let number = match id.strip_prefix("entrance/") {
        Some(index) => entrance_number(index.parse::<u32>().ok()?.checked_sub(1)?),
        None => id.parse().ok()?,
    };
    (print_number(number) == id).then_some(number)
}

/// A way of the source: what a person would call the street.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Way {
    /// The source's id of the way, or -1 where it has none.
    pub id: i64,
    /// Its name as a sign would show it; empty where it has none.
    pub name: String,
}

/// What one kind of segment costs one walker. Plain numbers, so that the tags of the map are read
/// once, when a region is built, and never again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, FromBytes, IntoBytes, Immutable, KnownLayout)]
#[repr(C)]
pub struct KindPace {
    /// Milliseconds per metre in the segment's direction; 0: closed to this walker.
    pub forward_ms_per_m: u16,
    /// The same against it.
    pub backward_ms_per_m: u16,
    /// Tenths of a second on top, either direction (half of a gate at each side of it).
    pub extra_ds: u16,
    /// Bits of [`KindPace::STAIRS`].
    pub flags: u16,
}

impl KindPace {
    /// Stairs: the slope of the ground does not count, the pace already has it.
    pub const STAIRS: u16 = 1;
}

/// How long segments take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// From lengths, kinds and slopes: any of several walkers.
    Physical {
        /// Length of each segment in millimetres.
        length_mm: Vec<u32>,
        /// Kind of each segment: a row of `kinds`.
        kind: Vec<u16>,
        /// Slope of each segment in its direction, in per cent; empty where no elevation was given.
        grade: Vec<i8>,
        /// Row-major: kind × walker.
        kinds: Vec<KindPace>,
        /// What each row of `kinds` is, for people: "steps", "footway, gate", ...
        kind_names: Vec<String>,
        /// The walkers.
        walkers: Vec<Walker>,
    },
    /// As the source gave them, for one walker.
    Given {
        /// Time of each segment in its direction, ds; [`Ds::UNREACHABLE`] where closed.
        forward_ds: Vec<u32>,
        /// The same against it.
        backward_ds: Vec<u32>,
    },
}

/// What a doorstep was made from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum DoorstepKind {
    /// An entrance drawn on the map.
    Entrance = 0,
    /// An address point.
    Address = 1,
    /// A building without entrance or address: its middle.
    Building = 2,
    /// A point on a street, where the map has no buildings.
    Street = 3,
}

/// Where a person starts, before it was joined to a street.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RawDoorstep {
    /// Where.
    pub place: Place,
    /// What from.
    pub kind: DoorstepKind,
    /// The source's id: `node/123`, `way/45`.
    pub id: String,
    /// Square metres of floor that people may live on behind it, guessed from the map: ground,
    /// storeys, use. 0 where nothing is known; a building that is no dwelling has a little.
    pub dwelling_m2: u32,
}

/// An object of the map that some other room may want: position and tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapObject {
    /// `node/123`, `way/45`, `relation/6`.
    pub id: String,
    /// Its point, or the middle of its outline.
    pub place: Place,
    /// Points of its outline or members that are tagged as ways in (`entrance=*`,
    /// `railway=subway_entrance`, ...), in the order of the file.
    pub entrances: Vec<Place>,
    /// Its tags, in the order of the file.
    pub tags: Vec<(String, String)>,
}

impl MapObject {
    /// The value of tag `key`.
    pub fn tag(&self, key: &str) -> Option<&str> {
        self.tags.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str())
    }
}

/// Raw streets: what `hinan-streets` makes of any input and `hinan-region` builds from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Streets {
    /// Ids of the nodes, one a node. No two are the same.
    pub node_ids: NodeIds,
    /// Places of the nodes; empty where the source has none.
    pub places: Vec<Place>,
    /// People at each node; empty where the source has none.
    pub people: Vec<u32>,
    /// The two nodes of each segment, different from each other; a pair may occur more than once.
    pub segments: Vec<[u32; 2]>,
    /// The way of each segment: a row of `ways`, or [`NONE`].
    pub segment_way: Vec<u32>,
    /// The ways.
    pub ways: Vec<Way>,
    /// How long segments take.
    pub measure: Measure,
    /// Where people start. Empty where the map has no buildings or addresses.
    pub doorsteps: Vec<RawDoorstep>,
    /// Objects that the caller asked to keep.
    pub objects: Vec<MapObject>,
    /// What a map draws besides the streets; empty where the source has none or nobody wanted it.
    pub drawing: Vec<crate::drawing::Drawn>,
    /// The box of the extract as the source states it, else that of its nodes.
    pub bounds: Option<Bounds>,
    /// The input file and what became of it; elevation files follow it.
    pub sources: Vec<Source>,
    /// What each step of the import added and dropped.
    pub steps: Vec<Step>,
    /// What was wrong with the input.
    pub complaints: Vec<Complaint>,
}

/// How long segments take, borrowed from a region.
#[derive(Clone, Copy, Debug)]
pub enum MeasureView<'a> {
    /// As [`Measure::Physical`].
    Physical {
        /// Length of each segment in millimetres.
        length_mm: &'a [u32],
        /// Kind of each segment.
        kind: &'a [u16],
        /// Slope of each segment in per cent; empty: level.
        grade: &'a [i8],
        /// Row-major: kind × walker.
        kinds: &'a [KindPace],
    },
    /// As [`Measure::Given`].
    Given {
        /// Time of each segment in its direction, ds.
        forward_ds: &'a [u32],
        /// The same against it.
        backward_ds: &'a [u32],
    },
}

/// The contracted network of a region, borrowed. See the module for how nodes are numbered.
#[derive(Clone, Copy, Debug)]
pub struct NetworkView<'a> {
    /// How many of the nodes are junctions.
    pub junctions: u32,
    /// The two junctions of each edge; equal for a loop.
    pub edge_ends: &'a [[u32; 2]],
    /// First segment of each edge, and at the end the number of segments.
    pub edge_segments: &'a [u32],
    /// How long segments take.
    pub measure: MeasureView<'a>,
    /// The walkers, in the order of the kinds' columns.
    pub walkers: &'a [Walker],
}

/// The time of every segment for one walker, in the order of the segments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentTimes {
    /// In the segment's direction, ds; [`Ds::UNREACHABLE`] where closed.
    pub forward_ds: Vec<u32>,
    /// Against it.
    pub backward_ds: Vec<u32>,
}

impl<'a> NetworkView<'a> {
    /// How many edges there are.
    pub fn edges(&self) -> usize {
        self.edge_ends.len()
    }

    /// How many segments there are.
    pub fn segments(&self) -> usize {
        self.edge_segments.last().map_or(0, |&last| last as usize)
    }

    /// How many nodes there are, inner nodes included.
    pub fn nodes(&self) -> usize {
        self.junctions as usize + self.segments() - self.edges()
    }

    /// The segments of edge `edge`.
    pub fn segments_of(&self, edge: u32) -> core::ops::Range<u32> {
        self.edge_segments[edge as usize]..self.edge_segments[edge as usize + 1]
    }

    /// The first inner node of edge `edge` (where it has any).
    pub fn first_inner(&self, edge: u32) -> u32 {
        self.junctions + self.edge_segments[edge as usize] - edge
    }

    /// The node at the start of segment `segment`, which is the `segment - first`-th of `edge`.
    pub fn node_before(&self, edge: u32, segment: u32) -> u32 {
        let first = self.edge_segments[edge as usize];
        if segment == first {
            self.edge_ends[edge as usize][0]
        } else {
            self.first_inner(edge) + (segment - first) - 1
        }
    }

    /// The node at the end of segment `segment` of `edge`.
    pub fn node_after(&self, edge: u32, segment: u32) -> u32 {
        if segment + 1 == self.edge_segments[edge as usize + 1] {
            self.edge_ends[edge as usize][1]
        } else {
            self.node_before(edge, segment + 1)
        }
    }

    /// The edge that inner node `node` lies on and its number there, or `None` for a junction.
    pub fn edge_of_inner(&self, node: u32) -> Option<(u32, u32)> {
        let inner = node.checked_sub(self.junctions)?;
        // first_inner - junctions = edge_segments[e] - e never falls; find the last edge that
        // starts at or before the node.
        let (mut low, mut high) = (0_u32, self.edges() as u32);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.edge_segments[middle as usize] - middle <= inner {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let edge = low.checked_sub(1)?;
        let number = inner - (self.edge_segments[edge as usize] - edge);
        let inside = number + 1 < self.edge_segments[edge as usize + 1] - self.edge_segments[edge as usize];
        inside.then_some((edge, number))
    }

    /// The edge of segment `segment`.
    pub fn edge_of_segment(&self, segment: u32) -> u32 {
        (self.edge_segments.partition_point(|&first| first <= segment) - 1) as u32
    }

    /// The time of every segment for walker number `walker`.
    ///
    /// Lengths are walked on along each edge and rounded to tenths of a second there, so that the
    /// rounding of short segments does not add up; a segment takes at least one tenth.
    pub fn segment_times(&self, walker: usize) -> SegmentTimes {
        let mut times = SegmentTimes {
            forward_ds: Vec::with_capacity(self.segments()),
            backward_ds: Vec::with_capacity(self.segments()),
        };
        for edge in 0..self.edges() as u32 {
            for [forward, backward] in self.edge_times(walker, edge) {
                times.forward_ds.push(forward);
                times.backward_ds.push(backward);
            }
        }
        times
    }

    /// The times of the segments of one edge, in order: in the segment's direction and against it,
    /// as in [`Self::segment_times`].
    pub fn edge_times(&self, walker: usize, edge: u32) -> impl Iterator<Item = [u32; 2]> + use<'a> {
        let network = *self;
        let (mut forward, mut backward) = (Stopwatch::default(), Stopwatch::default());
        self.segments_of(edge).map(move |segment| match network.measure {
            MeasureView::Given { forward_ds, backward_ds } => {
                [forward_ds[segment as usize], backward_ds[segment as usize]]
            }
            MeasureView::Physical { .. } => {
                let (there, back) = network.paces(walker, segment as usize);
                [forward.walk(there), backward.walk(back)]
            }
        })
    }

    /// What a segment costs a walker, there and back, before rounding.
    fn paces(&self, walker: usize, segment: usize) -> (Option<Stretch>, Option<Stretch>) {
        let MeasureView::Physical { length_mm, kind, grade, kinds } = self.measure else {
            return (None, None);
        };
        let pace = kinds[kind[segment] as usize * self.walkers.len() + walker];
        let (up, down) = match grade.get(segment) {
            Some(&grade) if grade != 0 && pace.flags & KindPace::STAIRS == 0 => {
                (self.walkers[walker].slope(grade), self.walkers[walker].slope(grade.saturating_neg()))
            }
            _ => (1000, 1000),
        };
        let stretch = |ms_per_m: u16, permille: u16| {
            (ms_per_m != 0 && permille != 0).then(|| Stretch {
                // mm x ms/m = µs; a slope is per mille of that.
                nanoseconds: u64::from(length_mm[segment]) * u64::from(ms_per_m) * u64::from(permille),
                extra_ds: u32::from(pace.extra_ds),
            })
        };
        (stretch(pace.forward_ms_per_m, up), stretch(pace.backward_ms_per_m, down))
    }

    /// The time over part of a segment: `part_mm` of its length, rounded up, in one direction.
    /// Rounding up keeps a detour over a point on a street from ever looking shorter than the street.
    pub fn part_time(&self, walker: usize, segment: u32, part_mm: u32, forward: bool) -> Ds {
        let whole_mm = self.length_mm(segment);
        let times = |whole_ds: u32| {
            if whole_ds >= Ds::UNREACHABLE.0 {
                return Ds::UNREACHABLE;
            }
            let part = u64::from(whole_ds) * u64::from(part_mm.min(whole_mm));
            Ds(part.div_ceil(u64::from(whole_mm.max(1))) as u32)
        };
        match self.measure {
            MeasureView::Given { forward_ds, backward_ds } => {
                times(if forward { forward_ds[segment as usize] } else { backward_ds[segment as usize] })
            }
            MeasureView::Physical { .. } => {
                let (there, back) = self.paces(walker, segment as usize);
                let Some(stretch) = (if forward { there } else { back }) else { return Ds::UNREACHABLE };
                let part = u128::from(stretch.nanoseconds) * u128::from(part_mm.min(whole_mm));
                let ds = part.div_ceil(u128::from(whole_mm.max(1))).div_ceil(u128::from(NS_PER_DS));
                let ds = u32::try_from(ds).unwrap_or(Ds::UNREACHABLE.0);
                Ds(ds).plus(Ds(stretch.extra_ds))
            }
        }
    }

    /// The length of a segment in millimetres. For given times, which have no length, the time
    /// itself, as if walked at 1 m/s, so that parts of a segment still mean something.
    pub fn length_mm(&self, segment: u32) -> u32 {
        match self.measure {
            MeasureView::Physical { length_mm, .. } => length_mm[segment as usize],
            MeasureView::Given { forward_ds, backward_ds } => {
                forward_ds[segment as usize].min(backward_ds[segment as usize]).saturating_mul(100)
            }
        }
    }
}

const NS_PER_DS: u64 = 100_000_000;

/// An unrounded piece of a way.
#[derive(Clone, Copy)]
struct Stretch {
    nanoseconds: u64,
    extra_ds: u32,
}

/// Rounds along a way: each call returns the tenths of a second of the next piece, such that the
/// sum stays within half a tenth of the truth (but never below one tenth a piece).
#[derive(Default)]
struct Stopwatch {
    /// What was walked but not yet told, in ns. Negative after a piece that was rounded up.
    owed_ns: i64,
}

impl Stopwatch {
    fn walk(&mut self, stretch: Option<Stretch>) -> u32 {
        let Some(stretch) = stretch else { return Ds::UNREACHABLE.0 };
        // A piece of more than a month is no street; cap it so that nothing below can wrap.
        let walked = stretch.nanoseconds.min(u64::from(Ds::MAX_INPUT.0) * NS_PER_DS) as i64 + self.owed_ns;
        let ds = ((walked + NS_PER_DS as i64 / 2).div_euclid(NS_PER_DS as i64)).max(1);
        // A way of many pieces shorter than a tenth is told longer than it is; that debt is
        // forgotten beyond half a tenth, or a later long piece would pay for it and look too fast.
        self.owed_ns = (walked - ds * NS_PER_DS as i64).max(-(NS_PER_DS as i64) / 2);
        ds as u32 + stretch.extra_ds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two edges between three junctions: 0 -(3 segments)- 1 -(1 segment)- 2.
    fn view<'a>(
        length_mm: &'a [u32],
        kind: &'a [u16],
        kinds: &'a [KindPace],
        walkers: &'a [Walker],
    ) -> NetworkView<'a> {
        NetworkView {
            junctions: 3,
            edge_ends: &[[0, 1], [1, 2]],
            edge_segments: &[0, 3, 4],
            measure: MeasureView::Physical { length_mm, kind, grade: &[], kinds },
            walkers,
        }
    }

    fn pace(ms_per_m: u16) -> KindPace {
        KindPace { forward_ms_per_m: ms_per_m, backward_ms_per_m: ms_per_m, extra_ds: 0, flags: 0 }
    }

    #[test]
    fn half_metre_segments_add_up() {
        let walkers = [Walker::given()];
        let lengths = [540, 540, 540, 100_000];
        let kinds = [pace(833)];
        let network = view(&lengths, &[0; 4], &kinds, &walkers);
        let times = network.segment_times(0);
        // 0.4498 s each: 4.5, 9.0, 13.5 tenths, rounded along the way.
        assert_eq!(times.forward_ds[..3].iter().sum::<u32>(), 13);
        assert_eq!(times.forward_ds, times.backward_ds);
        assert_eq!(times.forward_ds[3], 833);
    }

    #[test]
    fn nodes_are_where_the_module_says() {
        let walkers = [Walker::given()];
        let kinds = [pace(1000)];
        let network = view(&[1000; 4], &[0; 4], &kinds, &walkers);
        assert_eq!((network.nodes(), network.edges(), network.segments()), (5, 2, 4));
        assert_eq!([0, 1, 2, 3].map(|s| network.node_before(network.edge_of_segment(s), s)), [0, 3, 4, 1]);
        assert_eq!([0, 1, 2, 3].map(|s| network.node_after(network.edge_of_segment(s), s)), [3, 4, 1, 2]);
        assert_eq!(network.edge_of_inner(2), None);
        assert_eq!(network.edge_of_inner(3), Some((0, 0)));
        assert_eq!(network.edge_of_inner(4), Some((0, 1)));
        assert_eq!(network.edge_of_inner(5), None);
    }

    #[test]
    fn a_closed_kind_is_closed_and_parts_never_shorten() {
        let walkers = [Walker::given()];
        let kinds = [KindPace { forward_ms_per_m: 1000, backward_ms_per_m: 0, extra_ds: 50, flags: 0 }];
        let network = view(&[12_345; 4], &[0; 4], &kinds, &walkers);
        let times = network.segment_times(0);
        assert_eq!(times.forward_ds[0], 123 + 50);
        assert_eq!(times.backward_ds[0], Ds::UNREACHABLE.0);
        assert_eq!(network.part_time(0, 0, 12_345, true), Ds(124 + 50));
        assert_eq!(network.part_time(0, 0, 6_000, true), Ds(60 + 50));
        assert_eq!(network.part_time(0, 0, 6_000, false), Ds::UNREACHABLE);
    }
}

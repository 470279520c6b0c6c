//! The engine of hinan: which shelters, which way, how long, for every node of a walking network.
//!
//! This crate has no files, no clock, no randomness and no threads of its own, and builds for
//! `wasm32`. Closures, start costs and threads ([`Workers`]) come in as arguments; answers go out
//! as plain arrays.
//!
//! * [`Graph`]: the network of one walker, junctions only, with the chains between them.
//! * [`Starts`]: where the shelters' entrances meet the network, and what going in costs.
//! * [`Field`]: for every node the best `k` distinct shelters, the time, and the next step.
//! * [`Change`]: what opens and closes; [`Field::apply`] relabels only what that touches.
//! * [`plans`]: the best shelters from any point on a street, with the way.
//!
//! # What "best" means
//! Labels are ordered by (time, shelter): the smaller time, then the shelter that comes first.
//! Among ways of equal time to the same shelter the next step is: in, at an entrance of its own;
//! else the arc of the smallest slot number (with arcs of no time at all, see
//! [`Label::next`]). So the answer is a function of the network and the starts alone; it depends
//! neither on the order of the work nor on the number of threads, and what-if equals a rebuild.
//!
//! # Why that can be kept up with little work
//! The lexicographic best `k` of a node are closed under best next steps: if the shelter `s` is
//! among the best `k` of a node, it is among the best `k` of the next node on the way there. Were
//! there `k` better ones at the next node, the same arc would lead to all of them, and they would
//! be better here too. Hence inner nodes of a chain follow from the labels of its two ends, a
//! point on a street from those of its segment's ends, and closing a shelter that is not among a
//! node's labels leaves the node alone.

mod field;
mod fill;
mod graph;
mod labels;
mod plan;
mod queue;
mod repair;
mod starts;
mod sweep;
mod workers;
mod zero;

pub use field::{Field, Label, Scratch};
pub use graph::{Arc, Change, ChangeError, Graph, GraphError};
pub use labels::{HERE, MAX_K};
pub use plan::{FirstStretch, Leg, Plan, Snap, path, plans};
pub use repair::{Repair, Touched};
pub use starts::{Start, StartError, Starts};
pub use workers::{Alone, Workers};

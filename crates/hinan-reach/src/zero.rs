//! Next steps where some arcs take no time.
//!
//! Two nodes joined by arcs of no time are equally far from everything, so each may be a tight next
//! step of the other, and the smallest slot could lead round in a circle. Here a step that costs
//! time comes before one that costs none, and among nodes with no other way on, one goes to a
//! neighbour that is fewer free steps away from such a node (breadth first). Time falls along the
//! former and the count along the latter, so every walk ends; and no choice depends on the order of
//! the work.
//!
//! Only networks whose times came with them have such arcs; they pay with one more pass.

use hinan_model::network::NONE;

use crate::graph::Graph;
use crate::labels::{Columns, HERE};
use crate::starts::Starts;

/// Not yet reached by free steps.
const FAR: u32 = u32::MAX;

/// Chooses all next steps of junctions anew, given their times and shelters.
pub(crate) fn choose_steps<const K: usize>(graph: &Graph, starts: &Starts, labels: &mut Columns<'_, K>) {
    let mut levels = vec![[FAR; K]; graph.junctions() as usize];
    let mut reached = Vec::new();
    for (node, levels) in levels.iter_mut().enumerate() {
        for (rank, level) in levels.iter_mut().enumerate().take(labels.count(node)) {
            if let Some(next) = costly_step(graph, starts, labels, node, rank) {
                labels.nexts[node][rank] = next;
                *level = 0;
                reached.push((node, rank));
            } else {
                labels.nexts[node][rank] = NONE;
            }
        }
    }
    let mut level = 0;
    while !reached.is_empty() {
        level += 1;
        let mut further = Vec::new();
        for (node, rank) in reached {
            let (time, shelter) = (labels.times[node][rank], labels.shelters[node][rank]);
            for slot in graph.slots(node as u32) {
                let arc = graph.arcs()[slot];
                let tail = arc.tail as usize;
                if arc.time != 0 || !labels.holds(tail, time, shelter) {
                    continue;
                }
                let Some(at) = labels.find(tail, shelter) else { continue };
                if levels[tail][at] == FAR {
                    levels[tail][at] = level;
                    labels.nexts[tail][at] = slot as u32;
                    further.push((tail, at));
                } else if levels[tail][at] == level {
                    labels.nexts[tail][at] = labels.nexts[tail][at].min(slot as u32);
                }
            }
        }
        reached = further;
    }
}

/// The step of a label that leads in, else the first that costs time, if there is one.
fn costly_step<const K: usize>(
    graph: &Graph,
    starts: &Starts,
    labels: &Columns<'_, K>,
    node: usize,
    rank: usize,
) -> Option<u32> {
    let (time, shelter) = (labels.times[node][rank], labels.shelters[node][rank]);
    if starts.time_at(node as u32, shelter) == Some(time) {
        return Some(HERE);
    }
    graph
        .arcs_from(node as u32)
        .filter(|&(_, head, step)| {
            step != 0 && time >= step && labels.holds(head as usize, time - step, shelter)
        })
        .map(|(slot, _, _)| slot)
        .min()
}

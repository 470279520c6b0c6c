//! One exact solution over lists that are complete.

use super::options::Options;
use super::{Found, MOST, Problem, short};
use crate::transport::Placement;

/// The best answer over `options`, which are all that there are. Having no place is taken to cost more until
/// nobody without one could have one if others made room.
pub(super) fn settle(problem: &Problem<'_>, options: Options) -> Found {
    settle_from(problem, options, Vec::new())
}

/// [`settle`], from prices that may be nearly right; the answer costs the same whatever they are.
pub(super) fn settle_from(problem: &Problem<'_>, options: Options, mut prices: Vec<u32>) -> Found {
    let farthest = options.cost.iter().copied().max().unwrap_or(0);
    let mut no_place = farthest.saturating_mul(2).saturating_add(1).min(MOST);
    let mut rounds = 0;
    loop {
        rounds += 1;
        let transport = options.transport(problem.demands, problem.capacity, |_| no_place);
        let placement = transport.solve(&prices);
        let is_most = !is_room_in_reach(problem, &options, &placement);
        if is_most || no_place == MOST {
            let bound = transport.bound_of(&placement.prices);
            let Placement { flow, nowhere, prices, .. } = placement;
            return Found {
                options,
                flow,
                nowhere,
                prices,
                no_place,
                bound,
                is_most,
                rounds,
                longest: None,
                is_complete: true,
            };
        }
        no_place = no_place.saturating_mul(4).min(MOST);
        prices = placement.prices;
    }
}

/// Whether more people would have a place if others moved, however far.
fn is_room_in_reach(problem: &Problem<'_>, options: &Options, placement: &Placement) -> bool {
    let load = short::load(options, &placement.flow, problem.capacity.len());
    let guests = short::Guests::new(options, &placement.flow, problem.capacity.len());
    let mut wanted = vec![false; problem.capacity.len()];
    let mut waiting: Vec<u32> = Vec::new();
    let want = |demand: usize, wanted: &mut Vec<bool>, waiting: &mut Vec<u32>| {
        for &place in &options.place[options.of(demand)] {
            if !core::mem::replace(&mut wanted[place as usize], true) {
                waiting.push(place);
            }
        }
    };
    for (demand, _) in placement.nowhere.iter().enumerate().filter(|(_, people)| **people > 0) {
        want(demand, &mut wanted, &mut waiting);
    }
    while let Some(place) = waiting.pop() {
        if load[place as usize] < problem.capacity[place as usize] {
            return true;
        }
        for &demand in guests.of(place) {
            want(demand as usize, &mut wanted, &mut waiting);
        }
    }
    false
}

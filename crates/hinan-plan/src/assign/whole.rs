//! People who start together stay together: a good answer, and what keeping together costs.

use core::cmp::Reverse;

use hinan_model::Ds;
use hinan_reach::Workers;

use super::options::Options;
use super::{Assignment, Demand, Found, MOST, Problem, Row, pairs, short, sums};

/// Makes each split group whole, the largest first: where of its choices it costs least and there is
/// room; else in the nearest shelter that has room, if any. No more than one group a shelter is split in the best answer, so that little
/// is lost; the bound stays that of the split answer.
pub(super) fn keep_together(
    problem: &Problem<'_>,
    found: &Found,
    split: Assignment,
    workers: &impl Workers,
) -> Assignment {
    let mut load = short::load(&found.options, &found.flow, problem.capacity.len());
    let mut rows: Vec<Row> = Vec::new();
    let mut broken: Vec<u32> = Vec::new();
    for of_one in split.rows.chunk_by(|a, b| a.demand == b.demand) {
        let Row { demand, people, .. } = of_one[0];
        if people == problem.demands[demand as usize].people {
            rows.push(of_one[0]);
        } else {
            of_one.iter().for_each(|row| load[row.shelter as usize] -= u64::from(row.people));
            broken.push(demand);
        }
    }
    broken.extend(without_any(problem, found));
    broken.sort_by_key(|&demand| (Reverse(problem.demands[demand as usize].people), demand));
    broken.retain(|&demand| {
        !put(problem, demand, choices(&found.options, demand as usize), &mut load, &mut rows)
    });
    put_anywhere(problem, &broken, found.longest.unwrap_or(Ds(MOST)), &mut load, &mut rows, workers);
    rows.sort_unstable();
    let all: u64 = split.placed + split.without;
    let (placed, people_x_time) = sums(&rows);
    let without = all - placed;
    // The same bound on what everybody costs, less those without a place now.
    let bound = split.bound - i128::from(without - split.without) * i128::from(split.no_place);
    let is_optimal = split.is_optimal && without == split.without && people_x_time == split.people_x_time;
    Assignment { rows, placed, without, people_x_time, bound, is_optimal, ..split }
}

/// Groups that the split answer leaves out as a whole: there may be room for small ones now.
fn without_any<'a>(problem: &'a Problem<'_>, found: &'a Found) -> impl Iterator<Item = u32> + 'a {
    let people = |demand: usize| problem.demands[demand].people;
    let left_out = move |demand: &usize| people(*demand) > 0 && found.nowhere[*demand] == people(*demand);
    (0..problem.demands.len()).filter(left_out).map(|demand| demand as u32)
}

/// Puts a whole demand where it is nearest, of those choices that have room for it; whether there is one.
fn put(
    problem: &Problem<'_>,
    demand: u32,
    choices: impl Iterator<Item = (u32, u32)>,
    load: &mut [u64],
    rows: &mut Vec<Row>,
) -> bool {
    let people = problem.demands[demand as usize].people;
    let fits =
        |shelter: u32| load[shelter as usize] + u64::from(people) <= problem.capacity[shelter as usize];
    let nearest = choices.filter(|&(_, shelter)| fits(shelter)).min();
    if let Some((time, shelter)) = nearest {
        load[shelter as usize] += u64::from(people);
        rows.push(Row { demand, shelter, people, time: Ds(time) });
    }
    nearest.is_some()
}

/// Puts whole demands wherever there is room, the first first. Where lists of that would be too long they
/// stay without a place.
fn put_anywhere(
    problem: &Problem<'_>,
    left_out: &[u32],
    longest: Ds,
    load: &mut [u64],
    rows: &mut Vec<Row>,
    workers: &impl Workers,
) {
    let demands: Vec<Demand> = left_out.iter().map(|&demand| problem.demands[demand as usize]).collect();
    let room: Vec<u64> =
        problem.capacity.iter().zip(&*load).map(|(capacity, load)| capacity - load).collect();
    if demands.is_empty() || room.iter().all(|room| *room == 0) {
        return;
    }
    let rest = Problem { demands: &demands, capacity: &room, ..*problem };
    let Ok(options) = pairs::complete(&rest, longest, workers) else { return };
    for (number, &demand) in left_out.iter().enumerate() {
        put(problem, demand, choices(&options, number), load, rows);
    }
}

/// The choices of a demand: time and shelter.
fn choices(options: &Options, demand: usize) -> impl Iterator<Item = (u32, u32)> + '_ {
    options.of(demand).map(|at| (options.cost[at], options.place[at]))
}

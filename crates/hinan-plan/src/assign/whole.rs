//! People who start together stay together: a good answer, and what keeping together costs.

use core::cmp::Reverse;

use hinan_model::Ds;

use super::{Assignment, Found, Problem, Row, short, sums};

/// Makes each split group whole, the largest first: where of its choices it costs least and there is
/// room, or else without a place. No more than one group a shelter is split in the best answer, so that little
/// is lost; the bound stays that of the split answer.
pub(super) fn keep_together(problem: &Problem<'_>, found: &Found, split: Assignment) -> Assignment {
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
    for demand in broken {
        if let Some(row) = best_room(problem, found, demand, &load) {
            load[row.shelter as usize] += u64::from(row.people);
            rows.push(row);
        }
    }
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

/// The nearest of a demand's choices that has room for all of it.
fn best_room(problem: &Problem<'_>, found: &Found, demand: u32, load: &[u64]) -> Option<Row> {
    let Problem { capacity, demands, .. } = problem;
    let people = demands[demand as usize].people;
    let fits = |&at: &usize| {
        let shelter = found.options.place[at] as usize;
        load[shelter] + u64::from(people) <= capacity[shelter]
    };
    let choices = found.options.of(demand as usize).filter(fits);
    let row = |at: usize| Row {
        demand,
        shelter: found.options.place[at],
        people,
        time: Ds(found.options.cost[at]),
    };
    choices.map(row).min_by_key(|row| (row.time, row.shelter))
}

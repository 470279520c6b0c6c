//! The least longest time: the shortest time within which the sites cover everybody who can be covered.

mod exact;
mod rows;

use hinan_model::Ds;
use hinan_reach::Workers;

use super::lists::CostLists;
use super::search::Problem;
use super::{Costs, Lists, Pair, Site, Sites, Siting, bound};

/// Looks for the shortest time by halves: at each, sites that cover all prove that it is long enough, and a bound below all
/// proves that it is not. Between the two nothing is known, and the bound stays below the value.
pub(super) fn choose(siting: &Siting<'_>, workers: &impl Workers) -> Sites {
    let all: Vec<u32> = (0..siting.lists.candidates()).collect();
    let best = with_sites(siting, &all);
    let is_served = |demand: usize| best[demand].is_reachable() && siting.people[demand] > 0;
    let times = times(siting, &is_served);
    let decide = |at: usize| decide(siting, times[at], &is_served, workers);
    // First of the times that nothing excludes, and first that is proven long enough.
    let (mut excluded, mut enough) = (0, times.len());
    let mut sites = None;
    let mut low = 0;
    while low < enough {
        let middle = low.midpoint(enough);
        match decide(middle) {
            Within::All(found) => (sites, enough) = (Some(found), middle),
            Within::NotAll => (low, excluded) = (middle + 1, middle + 1),
            Within::Unknown => low = middle + 1,
        }
    }
    let mut high = enough;
    while excluded < high {
        let middle = excluded.midpoint(high);
        match decide(middle) {
            Within::NotAll => excluded = middle + 1,
            Within::All(_) | Within::Unknown => high = middle,
        }
    }
    // Where no so many sites are known to serve all, those that serve most.
    let chosen = sites.unwrap_or_else(|| most(siting, workers));
    let time = with_sites(siting, &chosen);
    let people = siting.people.iter().zip(&time);
    let without = people.filter(|(_, time)| !time.is_reachable()).map(|(&people, _)| u64::from(people)).sum();
    let value = longest(&time, &is_served);
    let bound = times.get(excluded).copied().unwrap_or(value).min(value);
    let is_known = enough < times.len() || times.is_empty();
    Sites {
        sites: ranked(siting, &chosen, &is_served),
        value: u128::from(value),
        bound: u128::from(bound),
        without,
        bound_without: siting.least_without(u128::from(without), workers) as u64,
        is_optimal: value == bound && is_known,
    }
}

/// The sites that serve most people at all.
fn most(siting: &Siting<'_>, workers: &impl Workers) -> Vec<u32> {
    siting.cover(workers).sites.into_iter().map(|site| site.candidate).collect()
}

/// Every time at which somebody who can be served at all may be served, ascending.
fn times(siting: &Siting<'_>, is_served: &impl Fn(usize) -> bool) -> Vec<u32> {
    let now = siting.now.iter().enumerate();
    let mut times: Vec<u32> = now
        .filter(|(demand, time)| time.is_reachable() && is_served(*demand))
        .map(|(_, time)| time.0)
        .collect();
    for candidate in 0..siting.lists.candidates() {
        let rows = siting.lists.of(candidate).iter();
        times.extend(rows.filter(|row| is_served(row.0 as usize)).map(|row| row.1));
    }
    times.sort_unstable();
    times.dedup();
    times
}

/// The time of each demand with what is there and some sites.
fn with_sites(siting: &Siting<'_>, sites: &[u32]) -> Vec<Ds> {
    let mut time = siting.now.to_vec();
    for &(demand, own) in sites.iter().flat_map(|&site| siting.lists.of(site)) {
        time[demand as usize] = time[demand as usize].min(Ds(own));
    }
    time
}

fn longest(time: &[Ds], is_served: &impl Fn(usize) -> bool) -> u32 {
    let served = (0..time.len()).filter(|&demand| is_served(demand) && time[demand].is_reachable());
    served.map(|demand| time[demand].0).max().unwrap_or(0)
}

enum Within {
    All(Vec<u32>),
    NotAll,
    Unknown,
}

/// Whether so many sites cover all within a time. Heads do not count, places do.
fn decide(
    siting: &Siting<'_>,
    time: u32,
    is_served: &impl Fn(usize) -> bool,
    workers: &impl Workers,
) -> Within {
    let waits = |demand: usize| is_served(demand) && siting.now[demand] > Ds(time);
    let Some(rows) = rows::that_matter(siting.lists, time, &waits) else { return Within::NotAll };
    if rows.is_empty() {
        // Nobody needs a site; those that are wanted are any.
        return Within::All((0..siting.lists.candidates()).take(siting.new).collect());
    }
    let costs = Costs { weight: vec![1; rows.len()], base: vec![1; rows.len()] };
    let lists = lists_of(&rows, siting.lists.candidates());
    let problem = Problem { costs: &costs, lists: &lists, new: siting.new };
    let (left, sites) = problem.search();
    if left == 0 {
        return Within::All(sites);
    }
    match exact::cover(&rows, problem.number()) {
        exact::Answer::Sites(mut sites) => {
            fill_up(&mut sites, problem.number(), siting.lists.candidates());
            return Within::All(sites);
        }
        exact::Answer::None => return Within::NotAll,
        exact::Answer::Unknown => {}
    }
    let mut best = (left, sites);
    let bound = bound::lower(&problem, &costs.base, &mut best, workers);
    match (best.0, bound) {
        (0, _) => Within::All(best.1),
        (_, 1..) => Within::NotAll,
        _ => Within::Unknown,
    }
}

fn lists_of(rows: &[Vec<u32>], candidates: u32) -> CostLists {
    let pairs = (0..)
        .zip(rows)
        .flat_map(|(demand, row)| row.iter().map(move |&candidate| Pair { demand, candidate, time: 0 }));
    Lists::new(rows.len() as u32, candidates, pairs.collect()).costing(|_, _| Some(0))
}

/// As many as were asked for: one more never makes a walk longer.
pub(super) fn fill_up(sites: &mut Vec<u32>, number: usize, candidates: u32) {
    for candidate in 0..candidates {
        if sites.len() >= number {
            break;
        }
        if !sites.contains(&candidate) {
            sites.push(candidate);
        }
    }
}

/// Each site in turn is the one that leaves the shortest longest time; whoever reaches nothing yet does not count.
fn ranked(siting: &Siting<'_>, chosen: &[u32], is_served: &impl Fn(usize) -> bool) -> Vec<Site> {
    let mut time = siting.now.to_vec();
    let longest = |time: &[Ds]| longest(time, is_served);
    let with = |time: &[Ds], site: u32| {
        let mut time = time.to_vec();
        for &(demand, own) in siting.lists.of(site) {
            time[demand as usize] = time[demand as usize].min(Ds(own));
        }
        time
    };
    let unserved = |time: &[Ds]| (0..time.len()).filter(|&d| is_served(d) && !time[d].is_reachable()).count();
    let mut rest = chosen.to_vec();
    let mut sites = Vec::new();
    while let Some((_, _, site)) = rest
        .iter()
        .map(|&site| {
            let after = with(&time, site);
            (unserved(&after), longest(&after), site)
        })
        .min()
    {
        let before = longest(&time);
        time = with(&time, site);
        sites.push(Site { candidate: site, adds: i128::from(before) - i128::from(longest(&time)) });
        rest.retain(|&other| other != site);
    }
    sites
}

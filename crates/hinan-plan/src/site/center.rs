//! The least longest time: the shortest time within which the sites cover everybody who can be covered.

use hinan_model::Ds;

use super::search::Problem;
use super::{Costs, Site, Sites, Siting};

/// Looks for the shortest time by halves: at each, sites that cover all prove that it is long enough, and a bound below all
/// proves that it is not. Between the two nothing is known, and the bound stays below the value.
pub(super) fn choose(siting: &Siting<'_>) -> Sites {
    let all: Vec<u32> = (0..siting.lists.candidates()).collect();
    let best = with_sites(siting, &all);
    let is_served = |demand: usize| best[demand].is_reachable() && siting.people[demand] > 0;
    let times = times(siting, &is_served);
    // First of the times that nothing excludes, and first that is proven long enough.
    let (mut excluded, mut enough) = (0, times.len());
    let mut sites = None;
    let (mut low, mut high) = (0, times.len());
    while low < high {
        let middle = low.midpoint(high);
        match within(siting, times[middle], &is_served) {
            Within::All(found) => {
                sites = Some(found);
                (enough, high) = (middle, middle);
            }
            Within::NotAll(_) => {
                low = middle + 1;
                excluded = excluded.max(low);
            }
            Within::Unknown(_) => low = middle + 1,
        }
    }
    // Where no so many sites are known to serve all, those that serve most.
    let chosen = sites.unwrap_or_else(|| match within(siting, Ds::UNREACHABLE.0 - 1, &is_served) {
        Within::All(found) | Within::NotAll(found) | Within::Unknown(found) => found,
    });
    let time = with_sites(siting, &chosen);
    let people = siting.people.iter().zip(&time);
    let value = longest(&time, &is_served);
    let bound = times.get(excluded).copied().unwrap_or(value).min(value);
    Sites {
        sites: ranked(siting, &chosen, &is_served),
        value: u128::from(value),
        bound: u128::from(bound),
        without: people.filter(|(_, time)| !time.is_reachable()).map(|(&people, _)| u64::from(people)).sum(),
        is_optimal: value == bound && (enough < times.len() || times.is_empty()),
    }
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
    NotAll(Vec<u32>),
    Unknown(Vec<u32>),
}

/// Whether so many sites cover all within a time. Heads do not count, places do.
fn within(siting: &Siting<'_>, time: u32, is_served: &impl Fn(usize) -> bool) -> Within {
    let weight: Vec<u64> = (0..siting.now.len()).map(|demand| u64::from(is_served(demand))).collect();
    let base: Vec<u64> = siting.now.iter().map(|&now| u64::from(now > Ds(time))).collect();
    let costs = Costs { weight, base };
    let reaches = |demand: u32, own: u32| (own <= time && costs.base[demand as usize] > 0).then_some(0);
    let lists = siting.lists.costing(reaches);
    let found = Problem { costs: &costs, lists: &lists, new: siting.new }.solve();
    let sites = found.ranked.into_iter().map(|(site, _)| site).collect();
    match (found.value, found.bound) {
        (0, _) => Within::All(sites),
        (_, 1..) => Within::NotAll(sites),
        _ => Within::Unknown(sites),
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

//! `hinan assign --mix`: walkers of several kinds who share the places.

use core::fmt;
use core::str::FromStr;

use anyhow::Result;
use hinan_city::City;
use hinan_city::everybody::Everybody;
use hinan_plan::assign::crowd::{Crowd, Kind, split};
use hinan_plan::assign::{Assignment, Demand, Goal};
use hinan_region::Region;

use super::{Args, Solved, some, starts, watched};
use crate::circumstances::Case;
use crate::city::Threads;
use hinan_server::answers::places::Places;

/// More kinds than there are walkers.
const MOST_KINDS: usize = 16;

/// Kinds of walkers and their parts of all: `adult=60,older=25,child=15`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mix(Vec<(String, u32)>);

impl FromStr for Mix {
    type Err = String;

    fn from_str(text: &str) -> Result<Mix, String> {
        let mut kinds: Vec<(String, u32)> = Vec::new();
        for part in text.split(',') {
            let (walker, share) = part.trim().split_once('=').unwrap_or((part, ""));
            let share: Option<u32> = share.trim().trim_end_matches('%').parse().ok();
            let Some(share) = share.filter(|share| (1..=1_000_000).contains(share)) else {
                return Err(format!(
                    "'{}' says no share: write adult=60,older=25,child=15, with whole numbers from 1",
                    part.trim()
                ));
            };
            if kinds.iter().any(|(known, _)| known == walker.trim()) {
                return Err(format!("{} comes twice", walker.trim()));
            }
            kinds.push((walker.trim().to_owned(), share));
        }
        match kinds.len() {
            0..=MOST_KINDS => Ok(Mix(kinds)),
            more => Err(format!("{more} kinds of walkers are more than {MOST_KINDS}")),
        }
    }
}

impl fmt::Display for Mix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(|(walker, share)| format!("{walker}={share}")).collect();
        f.write_str(&parts.join(","))
    }
}

/// Walkers of one kind, and what became of them.
#[derive(Debug, serde::Serialize)]
pub struct OfKind {
    /// Who walks.
    pub walker: String,
    /// Their part of all, as it was given.
    pub share: u32,
    /// How many they are.
    pub people: u64,
    /// How many of them have a place in time.
    pub placed: u64,
    /// How many have none.
    pub left_without_shelter: u64,
    /// The longest walk.
    pub worst_ds: Option<u32>,
    /// The mean walk.
    pub mean_ds: Option<u64>,
}

/// A place for everybody, walkers of several kinds.
///
/// # Errors
/// Where the region has no such walker, nobody starts anywhere, or there is no place at all.
pub fn solve<'r>(args: &Args, region: &'r Region, mix: &Mix) -> Result<Solved<'r>> {
    let ask = |(walker, _): &(String, u32)| {
        args.circumstances.ask(&Case { walker: Some(walker.clone()), ..args.case.clone() }, region)
    };
    let mut cities: Vec<City<'r>> = mix.0.iter().map(ask).collect::<Result<_>>()?;
    // The same people in the same order, each kind in its own time.
    let everybodies = cities.iter().map(|city| starts(args, city)).collect::<Result<Vec<Everybody>>>()?;
    let people: Vec<u32> = everybodies
        .first()
        .map_or(Vec::new(), |all| all.demands.iter().map(|demand| demand.people).collect());
    let shares: Vec<u32> = mix.0.iter().map(|(_, share)| *share).collect();
    let demands: Vec<Vec<Demand>> = split(&people, &shares)
        .into_iter()
        .zip(&everybodies)
        .map(|(part, all)| {
            all.demands.iter().zip(part).map(|(demand, people)| Demand { people, ..*demand }).collect()
        })
        .collect();
    let engines = cities.iter().map(|city| city.engine(1, &Threads)).collect::<Result<Vec<_>, _>>()?;
    let entrances: Vec<_> =
        cities.iter().zip(&engines).map(|(city, engine)| city.open_entrances(engine)).collect();
    let kinds: Vec<Kind<'_>> = engines
        .iter()
        .zip(&entrances)
        .zip(&demands)
        .map(|((engine, entrances), demands)| Kind {
            network: region.network(),
            graph: &engine.graph,
            entrances,
            demands,
        })
        .collect();
    let crowd = Crowd::new(&kinds)?;
    // What some cannot come to, others can: told is the city of those who can come to most.
    let widest = (0..cities.len()).rev().max_by_key(|&kind| cities[kind].joined_count()).unwrap_or(0);
    let mut places = Places::of(&cities[widest], args.places_each, args.reserve, |_| true);
    for city in &cities {
        let of_kind = Places::of(city, args.places_each, args.reserve, |_| true);
        for (places, own) in places.capacity.iter_mut().zip(of_kind.capacity) {
            *places = (*places).max(own);
        }
    }
    some(&places, args)?;
    let goal: Goal = args.goal.into();
    let assignment = watched(|tell| crowd.problem(&places.capacity, goal).assign(&Threads, tell))?;
    let kinds = of_kinds(mix, &demands, &assignment);
    let everybody = Everybody {
        from: everybodies.iter().flat_map(|all| all.from.iter().copied()).collect(),
        is_counted: everybodies.first().is_some_and(|all| all.is_counted),
        demands: demands.concat(),
    };
    let city = cities.swap_remove(widest);
    Ok(Solved { city, everybody, places, assignment, split: None, kinds })
}

/// What became of each kind.
fn of_kinds(mix: &Mix, demands: &[Vec<Demand>], assignment: &Assignment) -> Vec<OfKind> {
    let mut first = 0;
    let kinds = mix.0.iter().zip(demands).map(|((walker, share), demands)| {
        let own = first..first + demands.len() as u32;
        first = own.end;
        let rows = || assignment.rows.iter().filter(|row| own.contains(&row.demand));
        let people = demands.iter().map(|demand| u64::from(demand.people)).sum::<u64>();
        let placed = rows().map(|row| u64::from(row.people)).sum::<u64>();
        let walks = rows().map(|row| u64::from(row.people) * u64::from(row.time.0)).sum::<u64>();
        OfKind {
            walker: walker.clone(),
            share: *share,
            people,
            placed,
            left_without_shelter: people - placed,
            worst_ds: rows().map(|row| row.time.0).max(),
            mean_ds: walks.checked_div(placed),
        }
    });
    kinds.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_walkers_are_read() {
        let mix: Mix = "adult=60, older=25%,child=15".parse().unwrap_or(Mix(Vec::new()));
        assert_eq!(mix.to_string(), "adult=60,older=25,child=15");
        for bad in ["", "adult", "adult=0", "adult=-1", "adult=1.5", "adult=1,adult=2", "adult=60,,child=1"] {
            assert!(bad.parse::<Mix>().is_err(), "{bad}");
        }
    }
}

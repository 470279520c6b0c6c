//! What a shelter serves, or would serve.

use hinan_model::{Ds, InTime, walker};
use hinan_plan::answer::Best;
use hinan_plan::{Choice, Counted, Dependence, Ground, depend};
use hinan_reach::Workers;

use super::near::Near;
use super::{Basis, Cost, Detail, FAR_OFF_MM, Kind};
use crate::{City, Doorsteps, EngineError, place_of};

/// How a shelter meets the streets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joined {
    /// To a street of the city; the entrance farthest from its street is so many mm off.
    City(u32),
    /// To isolated streets only.
    Isolated,
    /// Forbidden ground is at every entrance.
    Forbidden,
    /// To none, though it lies in the extract.
    Not,
    /// It lies outside.
    Outside,
}

/// What every shelter serves, or would.
pub(super) struct Costs {
    pub(super) counted: Counted,
    /// People in all.
    pub(super) total: u64,
    joined: Vec<Joined>,
    of: Vec<Cost>,
}

impl Costs {
    /// Measures it. `doorsteps` are those of the city's own engine.
    pub(super) fn measure(
        city: &City<'_>,
        doorsteps: &Doorsteps,
        workers: &impl Workers,
    ) -> Result<Costs, EngineError> {
        let counted = if doorsteps.all.iter().any(|doorstep| doorstep.people > 0) {
            Counted::People
        } else {
            Counted::Doorsteps
        };
        let joined = join(city);
        let shelters = joined.len() as u32;
        let in_use = depend(shelters, choices(doorsteps, counted));
        let left_out =
            |number: usize| city.offered[number].is_err() && matches!(joined[number], Joined::City(_));
        let if_offered = if (0..joined.len()).any(left_out) {
            let engine = city.engine_with(1, workers, |_| true)?;
            let open = city.doorsteps(&engine, &hinan_model::AreaIndex::default(), workers);
            // Beside what people have now: "only" are those who have nothing in time.
            depend(shelters, with_what_there_is(&open, doorsteps, counted))
        } else {
            vec![Dependence::default(); joined.len()]
        };
        let bounds = Crow::new(city, doorsteps, counted).bounds(&joined, workers);
        let cost = |number: usize| match joined[number] {
            Joined::City(_) if city.offered[number].is_ok() => cost(in_use[number], Basis::InUse),
            Joined::City(_) => cost(if_offered[number], Basis::IfOffered),
            _ => bounds[number],
        };
        let total = doorsteps.all.iter().map(|doorstep| weight(doorstep.people, counted)).sum();
        let of = (0..joined.len()).map(cost).collect();
        Ok(Costs { counted, total, joined, of })
    }

    /// What hangs on a shelter.
    pub(super) fn of(&self, shelter: u32) -> Cost {
        self.of[shelter as usize]
    }

    /// Whether nobody can be sent to it, wherever it lies.
    pub(super) fn is_left_out(&self, shelter: u32) -> bool {
        !matches!(self.joined[shelter as usize], Joined::City(_) | Joined::Isolated)
    }

    /// What is wrong with how it meets the streets.
    pub(super) fn fault(&self, shelter: u32) -> Option<(Kind, Detail)> {
        match self.joined[shelter as usize] {
            Joined::City(off_mm) => {
                (off_mm > FAR_OFF_MM).then_some((Kind::FarFromStreet, Detail::Off(off_mm)))
            }
            Joined::Isolated => Some((Kind::IsolatedStreets, Detail::Nothing)),
            Joined::Forbidden => Some((Kind::ForbiddenGround, Detail::Nothing)),
            Joined::Not => Some((Kind::NotJoined, Detail::Nothing)),
            Joined::Outside => None,
        }
    }

    /// The shelters that this extract has to do with.
    pub(super) fn in_extract(&self) -> impl Iterator<Item = u32> + '_ {
        (0..).zip(&self.joined).filter(|(_, joined)| **joined != Joined::Outside).map(|(number, _)| number)
    }

    /// How many shelters of a source lie outside.
    pub(super) fn outside_of(&self, city: &City<'_>, source: usize) -> u64 {
        let shelters = city.region.shelters().iter().zip(&self.joined);
        shelters.filter(|(s, joined)| s.source as usize == source && **joined == Joined::Outside).count()
            as u64
    }

    /// What hangs on all shelters of a source together.
    pub(super) fn of_source(&self, city: &City<'_>, source: usize) -> Cost {
        let shelters = city.region.shelters().iter().zip(&self.of);
        let in_use = shelters.filter(|(s, cost)| s.source as usize == source && cost.basis == Basis::InUse);
        in_use.fold(Cost::default(), |sum, (_, cost)| Cost {
            only: sum.only + cost.only,
            serves: sum.serves + cost.serves,
            basis: Basis::InUse,
            places: None,
        })
    }
}

/// How every shelter meets the streets.
fn join(city: &City<'_>) -> Vec<Joined> {
    let region = city.region;
    // Of each door of each shelter the nearest of its streets, and whether one is of the city.
    let mut doors: Vec<(u32, u32, u32)> = Vec::new();
    let mut in_city = vec![false; region.shelters().len()];
    let forbidden = region.entrances_touching(&city.avoid);
    for (number, entrance) in (0..).zip(region.entrances()) {
        if forbidden.binary_search(&number).is_err() {
            doors.push((entrance.shelter, entrance.door, entrance.off_mm));
            in_city[entrance.shelter as usize] |= !region.is_isolated(entrance.node);
        }
    }
    doors.sort_unstable();
    doors.dedup_by_key(|&mut (shelter, door, _)| (shelter, door));
    let mut farthest: Vec<Option<u32>> = vec![None; in_city.len()];
    for (shelter, _, off_mm) in doors {
        let most = &mut farthest[shelter as usize];
        *most = (*most).max(Some(off_mm));
    }
    let had_door = {
        let mut had = vec![false; in_city.len()];
        region.entrances().iter().for_each(|entrance| had[entrance.shelter as usize] = true);
        had
    };
    (0..in_city.len())
        .map(|number| match farthest[number] {
            Some(off_mm) if in_city[number] => Joined::City(off_mm),
            Some(_) => Joined::Isolated,
            None if had_door[number] => Joined::Forbidden,
            None => why_not(city, number),
        })
        .collect()
}

/// Why a shelter has no entrance on any street.
fn why_not(city: &City<'_>, number: usize) -> Joined {
    let shelter = &city.region.shelters()[number];
    let places: Vec<_> =
        shelter.entrances.iter().filter_map(|entrance| place_of(city.region, &entrance.at)).collect();
    let bounds = city.region.meta().bounds;
    let is_outside = |place| bounds.is_some_and(|bounds| !bounds.contains(place));
    if !places.is_empty() && places.iter().all(|&place| is_outside(place)) {
        Joined::Outside
    } else if !places.is_empty() && places.iter().all(|&place| city.is_forbidden(place)) {
        Joined::Forbidden
    } else {
        Joined::Not
    }
}

fn weight(people: u32, counted: Counted) -> u64 {
    match counted {
        Counted::People => u64::from(people),
        Counted::Doorsteps => 1,
    }
}

fn choices(doorsteps: &Doorsteps, counted: Counted) -> impl Iterator<Item = Choice> + '_ {
    doorsteps.choices().map(move |choice| Choice { people: weight(choice.people, counted) as u32, ..choice })
}

/// The best of all shelters that a street leads to, and the best that is offered.
fn with_what_there_is<'d>(
    open: &'d Doorsteps,
    offered: &'d Doorsteps,
    counted: Counted,
) -> impl Iterator<Item = Choice> + 'd {
    choices(open, counted).zip(&offered.bests).map(|(choice, bests)| Choice { second: bests[0], ..choice })
}

fn cost(dependence: Dependence, basis: Basis) -> Cost {
    Cost { only: dependence.only, serves: dependence.serves, basis, places: None }
}

/// Bounds as the crow flies, for shelters that no street leads to.
struct Crow<'a> {
    city: &'a City<'a>,
    doorsteps: &'a Doorsteps,
    counted: Counted,
    /// The longest time that any doorstep has; nothing without a clock, for then there is no bound.
    longest: Option<Ds>,
}

/// No way over streets counts as shorter than this: their times are whole tenths of a second, and
/// points on them lie on a grid of a centimetre, which may flatter a way by so little.
fn at_least(distance_mm: u32) -> u32 {
    distance_mm.saturating_sub(distance_mm / 500 + 200)
}

/// A shelter to bound, and what came out.
struct Job {
    shelter: usize,
    cost: Cost,
}

impl<'a> Crow<'a> {
    fn new(city: &'a City<'a>, doorsteps: &'a Doorsteps, counted: Counted) -> Crow<'a> {
        let longest = doorsteps.all.iter().map(|doorstep| doorstep.budget).max();
        // Given times have nothing to do with lengths.
        let has_pace = city.walker_name() != walker::GIVEN;
        Crow { city, doorsteps, counted, longest: longest.filter(|time| time.is_reachable() && has_pace) }
    }

    /// At most so many would be served by each of the shelters that are joined to no street of the
    /// city; nothing for the others.
    fn bounds(&self, joined: &[Joined], workers: &impl Workers) -> Vec<Cost> {
        let mut costs = vec![Cost::default(); joined.len()];
        let Some(limit_mm) = self.longest.map(|time| self.reach_mm(time)) else { return costs };
        let is_bounded = |joined| matches!(joined, Joined::Isolated | Joined::Forbidden | Joined::Not);
        let mut jobs: Vec<Job> = (0..joined.len())
            .filter(|&shelter| is_bounded(joined[shelter]))
            .map(|shelter| Job { shelter, cost: Cost::default() })
            .collect();
        if jobs.is_empty() {
            return costs;
        }
        let count = self.doorsteps.all.len();
        let near = Near::new(
            (0..count).filter_map(|number| Some((number as u32, self.city.doorstep_place(number)?))),
        );
        workers.run(&mut jobs, |job| job.cost = self.bound(job.shelter, limit_mm, &near));
        for job in jobs {
            costs[job.shelter] = job.cost;
        }
        costs
    }

    /// How far anybody gets in `time`.
    fn reach_mm(&self, time: Ds) -> u32 {
        let pace = u64::from(self.city.region.walkers()[self.city.walker].pace_ms_per_m.max(1));
        // A tenth of a second is 100,000 µs, and mm x ms/m = µs; a hundredth more than `at_least` takes.
        let mm = (u64::from(time.0) + 10) * 101_000 / pace;
        u32::try_from(mm).unwrap_or(u32::MAX)
    }

    /// Of each doorstep the nearest entrance counts, so entrances are taken together first.
    fn bound(&self, shelter: usize, limit_mm: u32, near: &Near) -> Cost {
        let mut reached: Vec<(u32, u32)> = Vec::new();
        for entrance in &self.city.region.shelters()[shelter].entrances {
            let Some(place) = place_of(self.city.region, &entrance.at) else { return Cost::default() };
            near.within(place, limit_mm, |doorstep, distance| {
                reached.push((doorstep, distance));
                true
            });
        }
        reached.sort_unstable();
        reached.dedup_by_key(|&mut (doorstep, _)| doorstep);
        let choices = reached.into_iter().map(|(doorstep, distance)| {
            let number = doorstep as usize;
            let of = &self.doorsteps.all[number];
            let time = self.city.region.off_street_time(self.city.walker, at_least(distance));
            let now = self.doorsteps.bests[number][0];
            let is_better = of.ground != Ground::Forbidden
                && now.is_none_or(|now| {
                    time < now.time || !InTime::judge(of.start.plus(now.time), of.budget).may_go()
                });
            Choice {
                people: weight(of.people, self.counted) as u32,
                best: is_better.then_some(Best { time, shelter: 0 }),
                second: now,
                start: of.start,
                budget: of.budget,
            }
        });
        depend(1, choices).first().map_or_else(Cost::default, |found| cost(*found, Basis::AtMost))
    }
}

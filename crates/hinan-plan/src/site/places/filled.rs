//! Sites by greedy choice and swaps, where each choice is a flow: who goes where with the places that are open.
//!
//! The flow is kept and mended when a site opens or closes. What a site saves at most is told by the prices of the flow
//! (weak duality), and a site that saved so much once never saves more with more sites open: places together are
//! worth no more than apart (Gul and Stacchetti 1999). So few sites have to be tried.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::transport::{Kept, Transport};

use crate::site::lists::Rows;
use crate::site::lots::Lots;

/// People without a place, and what all others cost.
pub(super) type Outcome = (u64, u128);

/// A choice, and what it comes to.
pub(super) type Best = (Outcome, Vec<u32>);

/// For a site that comes in so many others are tried to go, those first that are missed least.
const LEAVING: usize = 3;

/// Candidates with their places, and the flow over those that are open.
pub(super) struct Filled<'a> {
    transport: &'a Transport,
    /// Whom each place of the transport serves, at what cost.
    by_site: &'a Rows,
    kept: Kept<'a>,
    there: usize,
    places: &'a [u64],
    people: u64,
    /// What it costs to have no place.
    nowhere: u32,
    /// Sites that are open, by the order in which they were opened.
    open: Vec<u32>,
    is_open: Vec<bool>,
    /// How often flows may still be mended.
    tries: u32,
}

impl<'a> Filled<'a> {
    /// With no site open. `transport` has what is there first, then the candidates, which have `places` and hold nobody yet.
    pub fn new(
        transport: &'a Transport,
        by_site: &'a Rows,
        places: &'a [u64],
        nowhere: u32,
        tries: u32,
    ) -> Filled<'a> {
        let there = transport.capacity.len() - places.len();
        // Nobody wants to go where it is dearer than nowhere.
        let prices: Vec<u32> =
            (0..transport.capacity.len()).map(|place| if place < there { 0 } else { nowhere + 1 }).collect();
        Filled {
            kept: transport.keep(&prices),
            there,
            places,
            people: transport.people.iter().map(|&people| u64::from(people)).sum(),
            nowhere,
            open: Vec::new(),
            is_open: vec![false; places.len()],
            tries,
            transport,
            by_site,
        }
    }

    pub fn outcome(&self) -> Outcome {
        let without = self.people - self.kept.placed();
        (without, self.kept.cost() - u128::from(without) * u128::from(self.nowhere))
    }

    pub fn best(&self) -> Best {
        (self.outcome(), self.open.clone())
    }

    /// From now on flows may be mended so often.
    pub fn allow(&mut self, tries: u32) {
        self.tries = tries;
    }

    /// How often flows may still be mended.
    pub fn tries(&self) -> u32 {
        self.tries
    }

    /// Candidates that are not open.
    fn closed(&self) -> impl Iterator<Item = u32> + '_ {
        (0..self.places.len() as u32).filter(|&site| !self.is_open[site as usize])
    }

    fn open(&mut self, site: u32) {
        self.is_open[site as usize] = true;
        self.open.push(site);
        self.mend(site, self.places[site as usize]);
    }

    fn close(&mut self, site: u32) {
        self.is_open[site as usize] = false;
        self.open.retain(|&other| other != site);
        self.mend(site, 0);
    }

    fn mend(&mut self, site: u32, places: u64) {
        self.kept.hold(self.there + site as usize, places);
        self.kept.settle();
        self.tries = self.tries.saturating_sub(1);
    }

    /// Opens these sites and no others.
    pub fn set(&mut self, sites: &[u32]) {
        for site in self.open.clone() {
            if !sites.contains(&site) {
                self.close(site);
            }
        }
        for &site in sites {
            if !self.is_open[site as usize] {
                self.open(site);
            }
        }
    }

    /// What one person of each demand pays at the prices of the flow: an optimal dual solution.
    pub fn paid(&self) -> Vec<u64> {
        let is_open = |place: usize| place.checked_sub(self.there).is_none_or(|site| self.is_open[site]);
        (0..self.transport.people.len())
            .map(|demand| {
                let options = self.transport.options(demand);
                let dear = options.filter_map(|option| {
                    let place = self.transport.place[option] as usize;
                    let cost = u64::from(self.transport.cost[option]);
                    is_open(place).then(|| cost + u64::from(self.kept.price(place)))
                });
                dear.min().unwrap_or(u64::MAX).min(u64::from(self.transport.nowhere[demand]))
            })
            .collect()
    }

    /// What a site saves at most of what people pay, or costs at least when it is closed.
    fn worth(&self, site: u32, paid: &[u64]) -> u128 {
        let rows = self.by_site.of(self.there as u32 + site).iter();
        let mut wishes: Vec<(u64, u32)> = rows
            .map(|&(demand, cost)| (paid[demand as usize].saturating_sub(u64::from(cost)), demand))
            .filter(|wish| wish.0 > 0)
            .collect();
        wishes.sort_unstable_by_key(|wish| Reverse(wish.0));
        let mut room = self.places[site as usize];
        let mut worth = 0;
        for (saves, demand) in wishes {
            let people = u64::from(self.transport.people[demand as usize]).min(room);
            room -= people;
            worth += u128::from(people) * u128::from(saves);
            if room == 0 {
                break;
            }
        }
        worth
    }

    /// Opens sites until `number` are open, each time the one that saves most; what each came to.
    pub fn greedy(&mut self, number: usize) -> Vec<Outcome> {
        let mut known = vec![u128::MAX; self.places.len()];
        let mut outcomes = Vec::new();
        while self.open.len() < number {
            let paid = self.paid();
            let mut queue: BinaryHeap<(u128, Reverse<u32>)> = self
                .closed()
                .map(|site| (known[site as usize].min(self.worth(site, &paid)), Reverse(site)))
                .collect();
            let before = self.kept.cost();
            let mut best: Option<(u128, Reverse<u32>)> = None;
            while let Some(next) = queue.pop().filter(|next| best.is_none_or(|best| *next > best)) {
                let Reverse(site) = next.1;
                self.open(site);
                let saves = (before - self.kept.cost(), Reverse(site));
                known[site as usize] = saves.0;
                self.close(site);
                best = best.max(Some(saves));
            }
            let Some((_, Reverse(site))) = best else { break };
            self.open(site);
            outcomes.push(self.outcome());
        }
        outcomes
    }

    /// Each site comes in for the one whose place it takes best, until none helps.
    pub fn swap_until_none_helps(&mut self) {
        while self.tries > 0 && self.swap() {}
    }

    /// The first swap that helps, those first that may help most.
    fn swap(&mut self) -> bool {
        let paid = self.paid();
        let Some(least) = self.open.iter().map(|&site| self.worth(site, &paid)).min() else {
            return false;
        };
        let mut rows: Vec<(u128, Reverse<u32>)> = self
            .closed()
            .map(|site| (self.worth(site, &paid), Reverse(site)))
            .filter(|(worth, _)| *worth > least)
            .collect();
        rows.sort_unstable_by(|a, b| b.cmp(a));
        for (_, Reverse(site)) in rows {
            if self.tries == 0 {
                break;
            }
            if self.swap_in(site) {
                return true;
            }
        }
        false
    }

    /// Takes a site in for another if that helps.
    fn swap_in(&mut self, site: u32) -> bool {
        let (before, cost) = (self.outcome(), self.kept.cost());
        self.open(site);
        let with = self.kept.cost();
        let paid = self.paid();
        let others = self.open.iter().filter(|&&other| other != site);
        let mut leaving: Vec<(u128, u32)> = others.map(|&other| (self.worth(other, &paid), other)).collect();
        leaving.sort_unstable();
        for (loss, other) in leaving.into_iter().take(LEAVING) {
            if with + loss >= cost {
                break;
            }
            self.close(other);
            if self.outcome() < before {
                return true;
            }
            self.open(other);
        }
        self.close(site);
        false
    }

    /// Some sites are changed for others by lot, and swaps begin again; the best of all that is kept.
    pub fn shake(&mut self, starts: u32) {
        let mut best = self.best();
        let mut lots = Lots::default();
        let few = (self.open.len() as u32 / 8).clamp(1, 12);
        for _ in 0..starts {
            let closed: Vec<u32> = self.closed().collect();
            if self.tries == 0 || best.0 == (0, 0) || closed.is_empty() || self.open.is_empty() {
                break;
            }
            for _ in 0..few {
                let new = closed[lots.below(closed.len() as u32) as usize];
                if !self.is_open[new as usize] {
                    self.close(self.open[lots.below(self.open.len() as u32) as usize]);
                    self.open(new);
                }
            }
            self.swap_until_none_helps();
            if self.outcome() <= best.0 {
                best = self.best();
            } else {
                self.set(&best.1);
            }
        }
        self.set(&best.1);
    }
}

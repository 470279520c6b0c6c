//! Prices for being served, and what they prove.

use hinan_reach::Workers;

use crate::site::lists::Rows;

/// Prices of the proof are counted in parts of the unit of cost.
const PARTS: i128 = 1 << 20;

/// People who are served by sites, of which some are chosen.
#[derive(Clone, Copy)]
pub(in crate::site) struct Market<'a> {
    /// How many people each demand has.
    pub weight: &'a [u64],
    /// What it costs a head of each demand to be served by no site.
    pub base: &'a [u64],
    /// Whom each site serves at what cost: first those that are there already, then the candidates.
    pub by_site: &'a Rows,
    /// How many sites are there already.
    pub there: u32,
    /// How many people each site serves; without them all who come.
    pub places: Option<&'a [u64]>,
    /// How many of the candidates are chosen.
    pub number: usize,
}

/// Sites that one worker judges.
struct Job {
    sites: Vec<u32>,
    worth: Vec<f64>,
}

pub(in crate::site) struct Prices<'a> {
    pub market: Market<'a>,
    pub weight: Vec<f64>,
    /// Of each demand, for one head; from nothing to what it costs to be served by no site.
    pub of_head: Vec<f64>,
    jobs: Vec<Job>,
    /// The candidates that are worth most.
    pub worthiest: Vec<u32>,
    /// One less how often the worthiest sites serve each demand.
    pub pull: Vec<f64>,
    pub bound: f64,
}

impl<'a> Prices<'a> {
    pub fn new(market: Market<'a>, of_head: Vec<f64>, workers: &impl Workers) -> Prices<'a> {
        let mut prices = Prices {
            weight: market.weight.iter().map(|&weight| weight as f64).collect(),
            of_head,
            jobs: Vec::new(),
            worthiest: Vec::new(),
            pull: vec![0.0; market.base.len()],
            bound: 0.0,
            market,
        };
        prices.take((0..prices.candidates()).collect(), workers);
        prices
    }

    pub fn candidates(&self) -> u32 {
        self.market.by_site.len() - self.market.there
    }

    /// From now on these candidates are judged, and what is there.
    pub fn take(&mut self, candidates: Vec<u32>, workers: &impl Workers) {
        let there = self.market.there;
        let sites: Vec<u32> = (0..there).chain(candidates.into_iter().map(|site| there + site)).collect();
        let share = sites.len().div_ceil(8 * workers.count().max(1)).max(1);
        let jobs =
            sites.chunks(share).map(|sites| Job { sites: sites.to_vec(), worth: vec![0.0; sites.len()] });
        self.jobs = jobs.collect();
    }

    /// The candidates that are worth most among those judged last, those that have been, and some others.
    pub fn core(&self, number: usize, share: &[f64], others: &[u32]) -> Vec<u32> {
        let (candidates, worth, _) = self.judged();
        let mut core: Vec<u32> =
            worthiest(&worth, number).into_iter().map(|at| candidates[at as usize]).collect();
        core.extend((0..share.len() as u32).filter(|&site| share[site as usize] > 0.01));
        core.extend(others);
        core.sort_unstable();
        core.dedup();
        core
    }

    /// Candidates with their worth, and the worth of all that is there.
    fn judged(&self) -> (Vec<u32>, Vec<f64>, f64) {
        let there = self.market.there;
        let rows = self.jobs.iter().flat_map(|job| job.sites.iter().zip(&job.worth));
        let known = rows.clone().take(there as usize).map(|(_, worth)| worth).sum();
        let candidates = rows.skip(there as usize);
        let (sites, worth) = candidates.map(|(&site, &worth)| (site - there, worth)).unzip();
        (sites, worth, known)
    }

    /// Finds the worthiest sites, and what the prices come to with them.
    pub fn judge(&mut self, workers: &impl Workers) {
        let mut jobs = core::mem::take(&mut self.jobs);
        workers.run(&mut jobs, |job| {
            let mut wishes = Vec::new();
            for (site, worth) in job.sites.iter().zip(&mut job.worth) {
                *worth = self.worth(*site, &mut wishes);
            }
        });
        self.jobs = jobs;
        let (candidates, worth, known) = self.judged();
        let chosen = worthiest(&worth, self.market.number);
        let together: f64 = chosen.iter().map(|&at| worth[at as usize]).sum();
        self.worthiest = chosen.into_iter().map(|at| candidates[at as usize]).collect();
        self.pull.fill(1.0);
        let there = self.market.there;
        let mut wishes = Vec::new();
        for site in (0..there).chain(self.worthiest.iter().map(|site| there + site)) {
            if self.is_crowded(site, &mut wishes) {
                fill(&wishes, self.room(site), |demand, people, _| {
                    self.pull[demand as usize] -= people / self.weight[demand as usize];
                });
            } else {
                for &(demand, cost) in self.market.by_site.of(site) {
                    if f64::from(cost) < self.of_head[demand as usize] {
                        self.pull[demand as usize] -= 1.0;
                    }
                }
            }
        }
        let paid: f64 = self.of_head.iter().zip(&self.weight).map(|(price, weight)| price * weight).sum();
        self.bound = paid - together - known;
    }

    /// What those who save most by a site save together, as many as it has places for.
    fn worth(&self, site: u32, wishes: &mut Vec<(f64, f64, u32)>) -> f64 {
        if self.is_crowded(site, wishes) {
            let mut worth = 0.0;
            fill(wishes, self.room(site), |_, people, saves| worth += people * saves);
            return worth;
        }
        let saved = self.market.by_site.of(site).iter().map(|&(demand, cost)| {
            // Without a branch, which would be guessed wrong half of the time.
            (self.of_head[demand as usize] - f64::from(cost)).max(0.0) * self.weight[demand as usize]
        });
        saved.sum()
    }

    fn room(&self, site: u32) -> f64 {
        self.market.places.map_or(f64::INFINITY, |places| places[site as usize] as f64)
    }

    /// Whether more people save by a site than it has places; they then are in `wishes`, those who save most first, as
    /// (saves a head, people, demand).
    fn is_crowded(&self, site: u32, wishes: &mut Vec<(f64, f64, u32)>) -> bool {
        if self.market.places.is_none() {
            return false;
        }
        wishes.clear();
        let rows = self.market.by_site.of(site).iter();
        wishes.extend(rows.filter_map(|&(demand, cost)| {
            let saves = self.of_head[demand as usize] - f64::from(cost);
            (saves > 0.0).then_some((saves, self.weight[demand as usize], demand))
        }));
        let is_crowded = wishes.iter().map(|wish| wish.1).sum::<f64>() > self.room(site);
        if is_crowded {
            wishes.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
        }
        is_crowded
    }

    /// What the prices prove, in whole numbers.
    pub fn proven(&self) -> u128 {
        let Market { weight, base, by_site, there, places, number } = self.market;
        let price: Vec<i128> = (self.of_head.iter().zip(base))
            .map(|(price, &base)| ((price * PARTS as f64) as i128).clamp(0, i128::from(base) * PARTS))
            .collect();
        let worth = |site: u32| {
            let rows = by_site.of(site).iter();
            let mut wishes: Vec<(i128, u64)> = rows
                .map(|&(demand, cost)| {
                    (price[demand as usize] - i128::from(cost) * PARTS, weight[demand as usize])
                })
                .filter(|wish| wish.0 > 0)
                .collect();
            wishes.sort_unstable_by(|a, b| b.cmp(a));
            let mut room = places.map_or(u64::MAX, |places| places[site as usize]);
            let saved = wishes.into_iter().map(|(saves, people)| {
                let people = people.min(room);
                room -= people;
                saves * i128::from(people)
            });
            saved.sum::<i128>()
        };
        let known: i128 = (0..there).map(worth).sum();
        let mut worths: Vec<i128> = (there..by_site.len()).map(worth).collect();
        worths.sort_unstable_by(|a, b| b.cmp(a));
        let paid: i128 = price.iter().zip(weight).map(|(price, &weight)| price * i128::from(weight)).sum();
        let bound = paid - known - worths.iter().take(number).sum::<i128>();
        // What everybody costs is a whole number.
        u128::try_from(bound).unwrap_or(0).div_ceil(PARTS as u128)
    }
}

/// Lets the first of `wishes` in while there is room.
fn fill(wishes: &[(f64, f64, u32)], mut room: f64, mut take: impl FnMut(u32, f64, f64)) {
    for &(saves, people, demand) in wishes {
        let people = people.min(room);
        if people <= 0.0 {
            break;
        }
        room -= people;
        take(demand, people, saves);
    }
}

/// The numbers of the greatest figures, ascending; of equals the first.
pub(in crate::site) fn worthiest(figures: &[f64], number: usize) -> Vec<u32> {
    let mut sites: Vec<u32> = (0..figures.len() as u32).collect();
    if number > 0 && number < sites.len() {
        sites.select_nth_unstable_by(number - 1, |&a, &b| {
            figures[b as usize].total_cmp(&figures[a as usize]).then(a.cmp(&b))
        });
    }
    sites.truncate(number);
    sites.sort_unstable();
    sites
}

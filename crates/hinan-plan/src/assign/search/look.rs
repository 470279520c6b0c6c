//! What a field shows to everybody: their best few choices, and what they would pay for the best.

use core::ops::Range;

use hinan_reach::Workers;

use super::CHOICES;
use super::parts::Parts;
use crate::answer::{Answers, Best};
use crate::assign::options::Options;
use crate::assign::{Demand, MOST};

/// How many demands a worker looks at in one go.
const CHUNK: usize = 1 << 14;

/// What a field shows to some of the demands.
pub(super) struct Look {
    demands: Range<usize>,
    /// Their best few choices, before those that they had.
    pub options: Options,
    /// Whether they are as many as fields show at most.
    pub is_wide: bool,
    /// What lies beyond the best few of each costs at least that.
    pub beyond: Vec<u32>,
    /// What all of them together would pay at the best.
    pub paid: i128,
}

impl Look {
    fn at(demands: Range<usize>, is_wide: bool) -> Look {
        let options = Options { first: vec![0], ..Options::default() };
        Look { demands, options, is_wide, beyond: Vec::new(), paid: 0 }
    }

    fn append(&mut self, other: &Look) {
        let before = self.options.place.len() as u32;
        self.options.first.extend(other.options.first[1..].iter().map(|first| before + first));
        self.options.place.extend_from_slice(&other.options.place);
        self.options.cost.extend_from_slice(&other.options.cost);
        self.beyond.extend_from_slice(&other.beyond);
        self.paid += other.paid;
    }
}

/// What there is to look at: a field, the prices that it was made with, and the choices that are known.
pub(super) struct Eyes<'a> {
    pub answers: Answers<'a>,
    pub prices: &'a [u32],
    pub parts: &'a Parts,
    pub options: &'a Options,
}

impl Eyes<'_> {
    /// Looks for everybody, on all workers.
    pub fn look(&self, demands: &[Demand], workers: &impl Workers) -> Look {
        let is_wide = self.answers.field.k() >= CHOICES;
        let chunks = (0..demands.len()).step_by(CHUNK);
        let mut looks: Vec<Look> =
            chunks.map(|first| Look::at(first..demands.len().min(first + CHUNK), is_wide)).collect();
        workers.run(&mut looks, |look| self.look_for(demands, look));
        let mut all = Look::at(0..demands.len(), is_wide);
        looks.iter().for_each(|look| all.append(look));
        all
    }

    fn look_for(&self, demands: &[Demand], look: &mut Look) {
        let mut bests: Vec<Best> = Vec::new();
        for demand in look.demands.clone() {
            let who = &demands[demand];
            self.answers.find(who.stand, None, &mut bests);
            let no_place = self.parts.no_place(demand);
            let best = bests.first().map_or(no_place, |best| best.time.0.min(no_place));
            look.paid += i128::from(who.people) * i128::from(best);
            let last = bests.get(self.answers.field.k() - 1);
            look.beyond.push(last.map_or(u32::MAX, |last| last.time.0.saturating_add(1)));
            self.put_first(&bests, demand, &mut look.options);
        }
    }

    /// The options of a demand, its best ones first.
    fn put_first(&self, bests: &[Best], demand: usize, options: &mut Options) {
        let begin = options.place.len();
        for best in bests {
            let time = best.time.0 - self.prices[best.shelter as usize];
            if time <= MOST {
                options.place.push(best.shelter);
                options.cost.push(time);
            }
        }
        for option in self.options.of(demand) {
            let place = self.options.place[option];
            if !options.place[begin..].contains(&place) {
                options.place.push(place);
                options.cost.push(self.options.cost[option]);
            }
        }
        options.first.push(options.place.len() as u32);
    }
}

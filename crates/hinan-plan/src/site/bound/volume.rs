//! The volume algorithm (Barahona and Anbil 2000): prices move from the best ones known against the mean of what the
//! worthiest sites did.

use hinan_reach::Workers;

use super::prices::{Prices, worthiest};

/// After so many steps without a better bound, steps become shorter.
const PATIENCE: u32 = 20;

/// Steps are shorter than this share of the gap only when nothing more is to be had.
const SHORTEST: f64 = 0.002;

/// The best prices, and the mean of what the worthiest sites did at prices near them.
pub(in crate::site) struct Volume {
    pub best: Vec<f64>,
    pub bound: f64,
    pull: Vec<f64>,
    /// How much each site was among the worthiest.
    pub share: Vec<f64>,
    /// The length of a step, as a share of what value and bound are apart.
    length: f64,
    idle: u32,
}

/// How much the latest worthiest sites count in the mean.
const LATEST: f64 = 0.1;

impl Volume {
    pub fn new(prices: &Prices<'_>) -> Volume {
        let mut share = vec![0.0; prices.candidates() as usize];
        prices.worthiest.iter().for_each(|&site| share[site as usize] = 1.0);
        Volume {
            best: prices.of_head.clone(),
            bound: prices.bound,
            pull: prices.pull.clone(),
            share,
            length: 1.0,
            idle: 0,
        }
    }

    /// Begins again with other sites to be judged.
    pub fn begin(&mut self, prices: &Prices<'_>) {
        self.best.clone_from(&prices.of_head);
        self.pull.clone_from(&prices.pull);
        (self.bound, self.idle, self.length) = (prices.bound, 0, self.length.max(0.05));
    }

    /// Makes some steps below `value`, which a choice is known to cost; what `improve` makes of the sites that prices like
    /// may lower it.
    pub fn run(
        &mut self,
        steps: usize,
        prices: &mut Prices<'_>,
        mut value: f64,
        improve: &mut dyn FnMut(&[u32]) -> Option<f64>,
        workers: &impl Workers,
    ) {
        for step in 1..=steps {
            // All costs are whole numbers.
            if self.bound > value - 1.0 + 1e-6 || !self.step(prices, value, workers) {
                break;
            }
            if step % 40 == 0 {
                value = improve(&worthiest(&self.share, prices.market.number)).unwrap_or(value);
            }
        }
    }

    /// Tries prices beside the best ones; false where no step is left to be made.
    fn step(&mut self, prices: &mut Prices<'_>, value: f64, workers: &impl Workers) -> bool {
        let norm = self.norm(prices);
        if norm <= 0.0 || self.length < SHORTEST {
            return false;
        }
        let step = self.length * (value - self.bound) / norm;
        for (at, price) in prices.of_head.iter_mut().enumerate() {
            *price = (self.best[at] + step * self.pull[at]).clamp(0.0, prices.market.base[at] as f64);
        }
        prices.judge(workers);
        let agreement: f64 =
            self.pull.iter().zip(&prices.pull).zip(&prices.weight).map(|((a, b), w)| a * b * w).sum();
        self.remember(prices);
        if prices.bound > self.bound {
            self.best.clone_from(&prices.of_head);
            self.bound = prices.bound;
            self.idle = 0;
            if agreement > 0.0 {
                self.length = (self.length * 1.1).min(2.0);
            }
        } else {
            self.idle += 1;
            if self.idle == PATIENCE {
                (self.idle, self.length) = (0, self.length * 0.66);
            }
        }
        true
    }

    /// Whoever is at the highest price and not served cannot pay more, and whoever pays nothing not less.
    fn norm(&self, prices: &Prices<'_>) -> f64 {
        let square = |at: usize| {
            let (price, pull) = (self.best[at], self.pull[at]);
            let is_free = if pull > 0.0 { price < prices.market.base[at] as f64 } else { price > 0.0 };
            if is_free { prices.weight[at] * pull * pull } else { 0.0 }
        };
        (0..self.best.len()).map(square).sum()
    }

    fn remember(&mut self, prices: &Prices<'_>) {
        for (mean, pull) in self.pull.iter_mut().zip(&prices.pull) {
            *mean += LATEST * (pull - *mean);
        }
        self.share.iter_mut().for_each(|share| *share *= 1.0 - LATEST);
        prices.worthiest.iter().for_each(|&site| self.share[site as usize] += LATEST);
    }
}

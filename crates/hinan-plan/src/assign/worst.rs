//! The least longest time with which as many people have a place.

use hinan_model::Ds;
use hinan_reach::Workers;

use super::options::Options;
use super::{AssignError, Found, Problem};
use crate::transport::Transport;

impl Problem<'_> {
    /// Of all answers that place as many people as `found`, those with the least longest time; of these the
    /// one with the least sum.
    pub(super) fn least_worst(&self, found: Found, workers: &impl Workers) -> Result<Found, AssignError> {
        let taken = (0..found.flow.len()).filter(|&at| found.flow[at] > 0);
        let Some(longest) = taken.map(|at| found.options.cost[at]).max() else { return Ok(found) };
        let without = found.without();
        let options = self.lists_that_suffice(longest, without, workers)?;
        let longest = self.least_longest(&options, without);
        let mut found = super::settle::settle(self, options.within(longest));
        found.longest = Some(Ds(longest));
        Ok(found)
    }

    /// Complete lists of what is near enough to place as many: short ones where they do.
    fn lists_that_suffice(
        &self,
        longest: u32,
        without: u64,
        workers: &impl Workers,
    ) -> Result<Options, AssignError> {
        for part in [16, 8, 4, 2] {
            let options = super::pairs::complete(self, Ds(longest / part), workers)?;
            if self.left_out(&options) == without {
                return Ok(options);
            }
        }
        super::pairs::complete(self, Ds(longest), workers)
    }

    /// The least limit of all times in `options` that leaves no more people out.
    fn least_longest(&self, options: &Options, without: u64) -> u32 {
        let mut times = options.cost.clone();
        times.sort_unstable();
        times.dedup();
        let enough = times.partition_point(|&time| self.left_out(&options.within(time)) > without);
        times.get(enough).copied().unwrap_or(0)
    }

    /// How many people have no place, however they walk: a flow without costs.
    fn left_out(&self, options: &Options) -> u64 {
        let free = Transport {
            cost: vec![0; options.cost.len()],
            ..options.transport(self.demands, self.capacity, |_| 1)
        };
        free.solve(&[]).nowhere.iter().map(|&people| u64::from(people)).sum()
    }
}

//! How good any choice can be: Lagrange's relaxation of "everybody is served once" (Cornuejols, Fisher and Nemhauser 1977).
//!
//! With a price for being served to each demand, sites can be judged one by one: a site is worth what those who
//! reach it for less than their price save. The prices together, less the worth of the worthiest sites, is less
//! than any choice costs. Prices move against what the worthiest sites serve too often or not at all
//! (subgradient steps, Held, Wolfe and Crowder 1974). In whole 1024ths, so that the bound is exact.

use super::search::Problem;

/// Prices are counted in parts of the unit of cost.
const PARTS: i128 = 1024;

/// Most steps.
const STEPS: usize = 600;

/// After so many steps without a better bound, steps become half as long.
const PATIENCE: usize = 12;

/// After so many halvings a step changes nothing any more.
const HALVINGS: u32 = 14;

/// A sum that no choice goes below. Better choices that are met on the way replace `best`.
pub(super) fn lower(problem: &Problem<'_>, best: &mut (u128, Vec<u32>)) -> u128 {
    let mut prices = Prices::new(problem, best);
    let (mut bound, mut halvings, mut idle) = (0_i128, 0, 0);
    for _ in 0..STEPS {
        let least = prices.judge();
        if least > bound {
            (bound, idle) = (least, 0);
            try_worthiest(problem, &prices.worthiest, best);
        } else {
            idle += 1;
        }
        let value = best.0 as i128 * PARTS;
        if bound > value - PARTS || halvings == HALVINGS {
            break;
        }
        if idle == PATIENCE {
            (halvings, idle) = (halvings + 1, 0);
        }
        if !prices.step(value - least, halvings) {
            break;
        }
    }
    // What everybody costs is a whole number.
    u128::try_from(bound).unwrap_or(0).div_ceil(PARTS as u128)
}

/// Swaps start from the worthiest sites as well as from the greedy ones, if these are good already.
fn try_worthiest(problem: &Problem<'_>, worthiest: &[u32], best: &mut (u128, Vec<u32>)) {
    let value = value(problem, worthiest);
    if value < best.0 + best.0 / 20 {
        let (value, sites) = problem.improved(worthiest);
        if value < best.0 {
            *best = (value, sites);
        }
    }
}

fn value(problem: &Problem<'_>, sites: &[u32]) -> u128 {
    let mut cost = problem.costs.base.clone();
    for &site in sites {
        for &(demand, own) in problem.lists.by_site.of(site) {
            cost[demand as usize] = cost[demand as usize].min(own);
        }
    }
    problem.costs.weight.iter().zip(cost).map(|(&w, c)| u128::from(w) * u128::from(c)).sum()
}

struct Prices<'a> {
    problem: &'a Problem<'a>,
    /// Of each demand, all its people together; never more than what it costs to be served by no new site.
    price: Vec<i128>,
    most: Vec<i128>,
    worth: Vec<(i128, u32)>,
    worthiest: Vec<u32>,
    /// How often the worthiest sites serve each demand.
    served: Vec<u32>,
}

impl<'a> Prices<'a> {
    /// Prices begin with what everybody costs in the best choice that is known: the worth of its own sites is nothing then.
    fn new(problem: &'a Problem<'a>, best: &(u128, Vec<u32>)) -> Prices<'a> {
        let weight = problem.costs.weight.iter();
        let most: Vec<i128> = weight
            .zip(&problem.costs.base)
            .map(|(&weight, &cost)| i128::from(weight) * i128::from(cost) * PARTS)
            .collect();
        let mut price = most.clone();
        let mut second = most.clone();
        for &site in &best.1 {
            for &(demand, cost) in problem.lists.by_site.of(site) {
                let at = demand as usize;
                let own = i128::from(problem.costs.weight[at]) * i128::from(cost) * PARTS;
                if own < price[at] {
                    second[at] = price[at];
                    price[at] = own;
                } else if own < second[at] {
                    second[at] = own;
                }
            }
        }
        price.iter_mut().zip(&second).for_each(|(price, second)| *price += (second - *price) / 2);
        let served = vec![0; price.len()];
        Prices { problem, price, most, worth: Vec::new(), worthiest: Vec::new(), served }
    }

    /// The bound of these prices; finds the worthiest sites.
    fn judge(&mut self) -> i128 {
        let Problem { costs, lists, .. } = self.problem;
        self.worth.clear();
        for site in 0..lists.by_site.len() {
            let list = lists.by_site.of(site).iter();
            let worth = list.map(|&(demand, cost)| {
                let own = i128::from(costs.weight[demand as usize]) * i128::from(cost) * PARTS;
                (self.price[demand as usize] - own).max(0)
            });
            self.worth.push((-worth.sum::<i128>(), site));
        }
        let number = self.problem.number();
        if number > 0 && number < self.worth.len() {
            self.worth.select_nth_unstable(number - 1);
        }
        self.worth.truncate(number);
        self.worthiest = self.worth.iter().map(|&(_, site)| site).collect();
        self.worthiest.sort_unstable();
        self.served.fill(0);
        for &site in &self.worthiest {
            for &(demand, cost) in lists.by_site.of(site) {
                let at = demand as usize;
                let own = i128::from(costs.weight[at]) * i128::from(cost) * PARTS;
                self.served[at] += u32::from(own < self.price[at]);
            }
        }
        self.price.iter().sum::<i128>() + self.worth.iter().map(|(worth, _)| worth).sum::<i128>()
    }

    /// Moves prices by a share of what value and bound are apart; says whether any moved.
    fn step(&mut self, gap: i128, halvings: u32) -> bool {
        // Whoever is at the highest price and not served cannot pay more.
        let pull = |at: usize| {
            let pull = 1 - i128::from(self.served[at]);
            if pull > 0 && self.price[at] >= self.most[at] { 0 } else { pull }
        };
        let length: i128 = (0..self.price.len()).map(|at| pull(at) * pull(at)).sum();
        if length == 0 || gap <= 0 {
            return false;
        }
        let step = (2 * gap / length) >> halvings;
        if step == 0 {
            return false;
        }
        for at in 0..self.price.len() {
            let pull = 1 - i128::from(self.served[at]);
            self.price[at] = (self.price[at] + pull * step).clamp(0, self.most[at]);
        }
        true
    }
}

//! A place for everyone: who goes to which shelter where shelters have a capacity.
//!
//! Most people get a place; of all ways to do that, the one with the least total walking counts. The answer is exact
//! over the whole network: a dual solution (a price for each shelter, in ds) proves that nobody finds a better one.
//!
//! Method: given prices, everybody's best choice comes from one field whose start costs are the prices. Each demand
//! is given its best few choices, [`Transport::solve`] finds the exact answer over these, its prices give a new field,
//! and so on (column generation; Dantzig and Wolfe 1960) until the field shows nobody a better choice than the one
//! they have. What lies beyond somebody's few choices is at least as dear as the last of them was, so it is taken to
//! cost that for the time being: prices move step by step and do not run away.

use hinan_model::Ds;
use hinan_model::network::{NONE, NetworkView};
use hinan_reach::{Field, Graph, Scratch, Start, StartError, Starts, Workers};

use crate::answer::{Answers, Best, Stand};
use crate::transport::{Placement, Transport};

/// People who start from one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// Where they stand.
    pub stand: Stand,
    /// How many they are.
    pub people: u32,
}

/// What is to be assigned.
#[derive(Clone, Copy)]
pub struct Problem<'a> {
    /// The network.
    pub network: NetworkView<'a>,
    /// The same for one walker, with what is closed.
    pub graph: &'a Graph,
    /// The entrances of shelters that are offered, with their start costs.
    pub entrances: &'a [Start],
    /// How many people each shelter holds.
    pub capacity: &'a [u64],
    /// Who wants a place.
    pub demands: &'a [Demand],
}

/// So many people of a demand go to a shelter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    /// Number of the demand.
    pub demand: u32,
    /// Number of the shelter.
    pub shelter: u32,
    /// How many people.
    pub people: u32,
    /// Walk plus entrance.
    pub time: Ds,
}

/// Everybody's place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// By demand, then time, then shelter.
    pub rows: Vec<Row>,
    /// How many people have a place.
    pub placed: u64,
    /// How many have none.
    pub without: u64,
    /// Sum of people times time of all who have a place, in ds.
    pub people_x_time: u128,
    /// What the prices prove of that: with as many people placed, no sum is smaller.
    pub bound: i128,
    /// The price of each shelter in ds; 0 where there is room left.
    pub prices: Vec<u32>,
    /// What having no place was taken to cost, in ds: the dual solution is these and the prices.
    pub no_place: u32,
    /// How many fields were made.
    pub rounds: u32,
}

/// Working memory and state from one round to the next.
struct Search<'a, W> {
    problem: Problem<'a>,
    workers: &'a W,
    k: usize,
    field: Field,
    scratch: Scratch,
    prices: Vec<u32>,
    /// Which part of the network each shelter is in.
    part_of_shelter: Vec<u32>,
    /// Which part each demand is in; [`NONE`] where it reaches no shelter.
    part_of_demand: Vec<u32>,
    /// What having no place is taken to cost, in ds, by part.
    no_place: Vec<u32>,
    /// Whether a part has more people than places.
    is_short: Vec<bool>,
    /// How much dearer than known choices others are taken to be.
    slack: u32,
    /// The choices of everybody so far.
    options: Options,
}

/// Choices, by demand.
#[derive(Default)]
struct Options {
    first: Vec<u32>,
    place: Vec<u32>,
    cost: Vec<u32>,
    /// What lies beyond them costs at least that.
    beyond: Vec<u32>,
}

impl<'a> Problem<'a> {
    /// The exact answer.
    ///
    /// # Errors
    /// Where an entrance names a junction or a shelter that does not exist.
    pub fn assign<W: Workers>(&self, k: usize, workers: &'a W) -> Result<Assignment, StartError> {
        let mut search = Search {
            problem: *self,
            workers,
            k,
            field: Field::empty(self.graph, k),
            scratch: Scratch::default(),
            prices: vec![0; self.capacity.len()],
            part_of_shelter: Vec::new(),
            part_of_demand: Vec::new(),
            no_place: Vec::new(),
            is_short: Vec::new(),
            slack: 0,
            options: Options::default(),
        };
        search.run()
    }
}

fn debug() -> bool {
    std::env::var_os("HINAN_DEBUG").is_some()
}

fn knob(name: &str, default: u32) -> u32 {
    std::env::var(name).ok().and_then(|v| v.parse().ok()).unwrap_or(default)
}

impl<W: Workers> Search<'_, W> {
    fn run(&mut self) -> Result<Assignment, StartError> {
        self.recompute()?;
        self.find_parts();
        self.options = Options { first: vec![0; self.problem.demands.len() + 1], ..Options::default() };
        let mut grain = knob("GRAIN", 64);
        let mut rounds = 0;
        let mut undecided_before = u64::MAX;
        loop {
            rounds += 1;
            let t0 = std::time::Instant::now();
            self.extend_options();
            let (transport, scaled) = self.transport(grain);
            let t1 = std::time::Instant::now();
            let placement = transport.solve(&scaled);
            let t2 = std::time::Instant::now();
            self.prices = placement.prices.iter().map(|price| price * grain).collect();
            self.recompute()?;
            let (value, undecided) = self.value(&placement);
            let bound = self.bound();
            if debug() {
                let out: u64 = placement.nowhere.iter().map(|&p| u64::from(p)).sum();
                eprintln!(
                    "round {rounds} grain {grain}: value {value} bound {bound} gap {} undecided {undecided} out {out} options {} price rounds {} max price {} slack {} | lists {:?} solve {:?} field {:?}",
                    value - bound,
                    transport.place.len(),
                    placement.rounds,
                    self.prices.iter().max().unwrap_or(&0),
                    self.slack,
                    t1 - t0,
                    t2 - t1,
                    t2.elapsed()
                );
            }
            if grain == 1 && undecided == 0 && value == bound && !self.raise_no_place(&placement) {
                return Ok(self.finish(&transport, &placement, bound, rounds));
            }
            if rounds > 100 {
                return Ok(self.finish(&transport, &placement, bound, rounds));
            }
            let _ = &mut undecided_before;
            if undecided > undecided_before / knob("DROP", 4) as u64 {
                self.slack = (self.slack * knob("GROW", 4)).max(knob("SLACK", 64));
            }
            undecided_before = undecided;
            let people: i128 = self.problem.demands.iter().map(|d| i128::from(d.people)).sum();
            if value - bound <= i128::from(grain) * people {
                grain = (grain / knob("SHRINK", 4)).max(1);
            }
        }
    }

    /// Parts of the network between which nobody walks, whatever the direction.
    fn find_parts(&mut self) {
        let graph = self.problem.graph;
        let mut parts = Parts::new(graph.junctions() as usize);
        for junction in 0..graph.junctions() {
            for arc in graph.arcs_into(junction) {
                if Ds(arc.time).is_reachable() {
                    parts.join(arc.tail, junction);
                }
            }
        }
        let mut first_of = vec![NONE; self.problem.capacity.len()];
        for start in self.problem.entrances {
            let first = &mut first_of[start.shelter as usize];
            if *first == NONE {
                *first = start.node;
            }
            parts.join(*first, start.node);
        }
        let mut number = std::collections::BTreeMap::new();
        self.part_of_shelter = first_of
            .iter()
            .map(|&node| {
                let root = if node == NONE { NONE } else { parts.root(node) };
                let next = number.len() as u32;
                *number.entry(root).or_insert(next)
            })
            .collect();
        self.no_place = vec![1; number.len()];
        let answers = Answers { network: self.problem.network, graph, field: &self.field };
        let mut bests: Vec<Best> = Vec::new();
        for demand in self.problem.demands {
            answers.find(demand.stand, None, &mut bests);
            self.part_of_demand.push(bests.first().map_or(NONE, |best| self.part_of_shelter[best.shelter as usize]));
            if let Some(best) = bests.last() {
                let part = self.part_of_shelter[best.shelter as usize] as usize;
                self.no_place[part] = self.no_place[part].max(best.time.0 * 2 + 1);
            }
        }
        let mut people = vec![0_u64; self.no_place.len()];
        for (demand, part) in self.problem.demands.iter().zip(&self.part_of_demand) {
            if *part != NONE {
                people[*part as usize] += u64::from(demand.people);
            }
        }
        let mut places = vec![0_u64; self.no_place.len()];
        for (shelter, part) in self.part_of_shelter.iter().enumerate() {
            places[*part as usize] += self.problem.capacity[shelter];
        }
        self.is_short = people.iter().zip(&places).map(|(people, places)| people > places).collect();
    }

    /// Where people have no place and places have room in one part, no place was taken too lightly.
    fn raise_no_place(&mut self, placement: &Placement) -> bool {
        let mut load = vec![0_u64; self.problem.capacity.len()];
        for (place, people) in self.options.place.iter().zip(&placement.flow) {
            load[*place as usize] += u64::from(*people);
        }
        let mut has_room = vec![false; self.no_place.len()];
        for (shelter, part) in self.part_of_shelter.iter().enumerate() {
            has_room[*part as usize] |= load[shelter] < self.problem.capacity[shelter];
        }
        let mut is_short = vec![false; self.no_place.len()];
        for (people, part) in placement.nowhere.iter().zip(&self.part_of_demand) {
            if *people > 0 && *part != NONE {
                is_short[*part as usize] = true;
            }
        }
        let mut is_raised = false;
        for part in 0..self.no_place.len() {
            if has_room[part] && is_short[part] && self.no_place[part] < 1 << 28 {
                if debug() {
                    eprintln!("part {part}: no place costs more than {}", self.no_place[part]);
                }
                self.no_place[part] *= 2;
                is_raised = true;
            }
        }
        is_raised
    }

    fn recompute(&mut self) -> Result<(), StartError> {
        let Problem { graph, entrances, capacity, .. } = self.problem;
        let priced: Vec<Start> = entrances
            .iter()
            .map(|start| Start { time: start.time.plus(Ds(self.prices[start.shelter as usize])), ..*start })
            .collect();
        let starts = Starts::new(graph, capacity.len() as u32, &priced)?;
        self.field.recompute(graph, &starts, &mut self.scratch, self.workers);
        Ok(())
    }

    /// Adds everybody's best few choices at the present prices.
    fn extend_options(&mut self) {
        let answers = Answers { network: self.problem.network, graph: self.problem.graph, field: &self.field };
        let old = core::mem::take(&mut self.options);
        let mut new = Options { first: vec![0], ..Options::default() };
        let mut bests: Vec<Best> = Vec::new();
        for (index, demand) in self.problem.demands.iter().enumerate() {
            answers.find(demand.stand, None, &mut bests);
            let begin = new.place.len();
            for best in &bests {
                new.place.push(best.shelter);
                new.cost.push(best.time.0 - self.prices[best.shelter as usize]);
            }
            for option in old.first[index] as usize..old.first[index + 1] as usize {
                if !new.place[begin..].contains(&old.place[option]) {
                    new.place.push(old.place[option]);
                    new.cost.push(old.cost[option]);
                }
            }
            new.first.push(new.place.len() as u32);
            new.beyond.push(bests.get(self.k - 1).map_or(u32::MAX, |last| {
                last.time.0.saturating_add(1 + self.slack)
            }));
        }
        self.options = new;
    }

    /// The choices so far as a transport problem, in units of `grain` ds, and the prices in these.
    fn transport(&self, grain: u32) -> (Transport, Vec<u32>) {
        let options = &self.options;
        let nowhere = (0..self.problem.demands.len()).map(|demand| {
            let is_short = self.is_short.get(self.part_of_demand[demand] as usize).copied().unwrap_or(true);
            let limit = self.limit(demand);
            (if is_short { limit } else { options.beyond[demand].min(limit) }) / grain
        });
        let transport = Transport {
            people: self.problem.demands.iter().map(|demand| demand.people).collect(),
            first: options.first.clone(),
            place: options.place.clone(),
            cost: options.cost.iter().map(|cost| cost / grain).collect(),
            nowhere: nowhere.collect(),
            capacity: self.problem.capacity.to_vec(),
        };
        (transport, self.prices.iter().map(|price| price / grain).collect())
    }

    fn limit(&self, demand: usize) -> u32 {
        match self.part_of_demand[demand] {
            NONE => 0,
            part => self.no_place[part as usize],
        }
    }

    /// What a placement costs, and how many people may be somewhere beyond their choices.
    fn value(&self, placement: &Placement) -> (i128, u64) {
        let placed: i128 =
            placement.flow.iter().zip(&self.options.cost).map(|(&p, &c)| i128::from(p) * i128::from(c)).sum();
        let mut undecided = 0;
        let mut out = 0;
        for (demand, &people) in placement.nowhere.iter().enumerate() {
            if people > 0 {
                out += i128::from(people) * i128::from(self.limit(demand));
                let is_short = self.is_short.get(self.part_of_demand[demand] as usize).copied().unwrap_or(true);
                if !is_short && self.options.beyond[demand] < self.limit(demand) {
                    undecided += u64::from(people);
                }
            }
        }
        (placed + out, undecided)
    }

    /// What the present prices prove.
    fn bound(&self) -> i128 {
        let answers = Answers { network: self.problem.network, graph: self.problem.graph, field: &self.field };
        let mut bests: Vec<Best> = Vec::new();
        let mut paid = 0_i128;
        for (index, demand) in self.problem.demands.iter().enumerate() {
            answers.find(demand.stand, None, &mut bests);
            let limit = self.limit(index);
            let best = bests.first().map_or(limit, |best| best.time.0.min(limit));
            paid += i128::from(demand.people) * i128::from(best);
        }
        let rent = self.problem.capacity.iter().zip(&self.prices);
        paid - rent.map(|(&capacity, &price)| i128::from(capacity) * i128::from(price)).sum::<i128>()
    }

    fn finish(&self, transport: &Transport, placement: &Placement, bound: i128, rounds: u32) -> Assignment {
        let mut rows = Vec::new();
        for demand in 0..self.problem.demands.len() {
            let begin = rows.len();
            for option in transport.options(demand) {
                if placement.flow[option] > 0 {
                    rows.push(Row {
                        demand: demand as u32,
                        shelter: transport.place[option],
                        people: placement.flow[option],
                        time: Ds(self.options.cost[option]),
                    });
                }
            }
            rows[begin..].sort_by_key(|row| (row.time, row.shelter));
        }
        let placed = rows.iter().map(|row| u64::from(row.people)).sum();
        let without = placement.nowhere.iter().map(|&people| u64::from(people)).sum::<u64>();
        let unpaid: i128 = placement
            .nowhere
            .iter()
            .enumerate()
            .map(|(demand, &people)| i128::from(people) * i128::from(self.limit(demand)))
            .sum();
        Assignment {
            people_x_time: rows.iter().map(|row| u128::from(row.people) * u128::from(row.time.0)).sum(),
            rows,
            placed,
            without,
            bound: bound - unpaid,
            prices: self.prices.clone(),
            no_place: self.no_place.iter().copied().max().unwrap_or(0),
            rounds,
        }
    }
}

/// Sets that grow together.
struct Parts(Vec<u32>);

impl Parts {
    fn new(count: usize) -> Parts {
        Parts((0..count as u32).collect())
    }

    fn root(&mut self, mut node: u32) -> u32 {
        while self.0[node as usize] != node {
            let above = self.0[node as usize];
            self.0[node as usize] = self.0[above as usize];
            node = above;
        }
        node
    }

    fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b) as usize] = a.min(b);
    }
}

//! The primal-dual method on the graph of places.

use core::cmp::Reverse;
use std::collections::BinaryHeap;

use hinan_model::network::NONE;

use super::{Placement, Transport};

/// Somebody who may move along an arc: from an option to another, [`NONE`] for nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Move {
    /// Cost there less cost here.
    more: i32,
    from: u32,
    to: u32,
}

/// Arcs out of a vertex, by the vertex that they lead to.
#[derive(Debug, Default)]
struct Arcs {
    /// Whether they are known, see [`Solver::open`].
    is_open: bool,
    to: Vec<u32>,
    /// No move of the arc costs less than this; beside the others, so that most arcs are passed over at a glance.
    least: Vec<i32>,
    moves: Vec<Moves>,
}

impl Arcs {
    fn add(&mut self, vertex: u32) {
        self.to.push(vertex);
        self.least.push(i32::MAX);
        self.moves.push(Moves::default());
    }

    fn push(&mut self, at: usize, step: Move) {
        self.least[at] = self.least[at].min(step.more);
        self.moves[at].new.push(Reverse(step));
    }
}

/// The moves along an arc.
#[derive(Debug, Default)]
struct Moves {
    heap: BinaryHeap<Reverse<Move>>,
    /// Those that are not in the heap yet: along most arcs, nobody ever asks for the cheapest.
    new: Vec<Reverse<Move>>,
}

/// Where paths of a round may begin and end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aim {
    /// From overfull places and nowhere to places that have a price and room.
    Fill,
    /// From overfull places to room, or nowhere.
    Empty,
}

/// Prices and flows on their way to an answer.
pub(super) struct Solver<'a> {
    problem: &'a Transport,
    /// Costs and prices are counted in units of 2 to the power of this.
    coarse: u32,
    demand_of: Vec<u32>,
    /// Prices; the last is that of nowhere, 0.
    pub(super) price: Vec<i64>,
    /// How many people each place holds now.
    pub(super) capacity: Vec<u64>,
    pub(super) load: Vec<u64>,
    /// What everybody costs.
    pub(super) spent: i128,
    flow: Vec<u32>,
    nowhere: Vec<u32>,
    /// The arcs out of each vertex.
    arcs: Vec<Arcs>,
    /// Who is at a vertex whose arcs are not known: options, and at nowhere demands.
    seated: Vec<Vec<u32>>,
    // Working memory of a round.
    distance: Vec<i64>,
    level: Vec<u32>,
    current: Vec<u32>,
    rounds: u32,
    /// How many moves arcs took, since they were made: what has been swept out counts, too.
    offers: usize,
}

/// One of so many people in the wrong place is few.
const FEW_WRONG: u64 = 16;
const FEW_WRONG_COARSELY: u64 = 4;
const FAR: i64 = i64::MAX;

impl<'a> Solver<'a> {
    /// Everybody where cost and price are least for them, both counted in units of 2 to the power of `coarse`.
    pub(super) fn new(problem: &'a Transport, prices: &[u32], coarse: u32) -> Solver<'a> {
        let places = problem.capacity.len();
        let mut demand_of = vec![0; problem.place.len()];
        for demand in 0..problem.people.len() {
            demand_of[problem.options(demand)].fill(demand as u32);
        }
        let mut price: Vec<i64> = prices.iter().map(|&price| i64::from(price >> coarse)).collect();
        price.resize(places, 0);
        price.push(0);
        let mut solver = Solver {
            problem,
            coarse,
            demand_of,
            price,
            capacity: problem.capacity.clone(),
            load: vec![0; places],
            spent: 0,
            flow: vec![0; problem.place.len()],
            nowhere: vec![0; problem.people.len()],
            arcs: Vec::new(),
            seated: Vec::new(),
            distance: vec![FAR; places + 1],
            level: vec![NONE; places + 1],
            current: vec![0; places + 1],
            rounds: 0,
            offers: 0,
        };
        solver.seat_all();
        solver
    }

    fn cost_of_all(&self) -> i128 {
        let times = |people: u32, cost: u32| i128::from(people) * i128::from(cost);
        let placed = (0..).zip(&self.flow).map(|(option, &people)| times(people, self.cost(0, option)));
        let nowhere =
            (0..).zip(&self.nowhere).map(|(demand, &people)| times(people, self.cost(demand, NONE)));
        placed.chain(nowhere).sum()
    }

    /// Whether so many people are in the wrong place that better prices are to be found first. In coarse units many
    /// choices are equal, so that more are even at the right prices.
    pub(super) fn is_far(&self) -> bool {
        let unsold = |place: usize| if self.price[place] > 0 { self.room(place) } else { 0 };
        let wrong: u64 = (0..self.load.len()).map(|place| self.excess(place) + unsold(place)).sum();
        let people: u64 = self.problem.people.iter().map(|&people| u64::from(people)).sum();
        wrong > people / if self.coarse == 0 { FEW_WRONG } else { FEW_WRONG_COARSELY }
    }

    /// Until no place holds more than it can, and none with room has a price.
    pub(super) fn settle(&mut self) {
        // Not before, as whoever only asks whether it is far needs no arcs.
        if self.arcs.is_empty() {
            self.close_all();
            self.spent = self.cost_of_all();
        }
        self.fill_what_has_a_price();
        self.empty_what_is_overfull();
    }

    /// Makes the arcs anew once they have taken in many times what there is.
    pub(super) fn tidy(&mut self) {
        if self.offers / 4 > self.flow.len().max(1 << 20) {
            self.close_all();
        }
    }

    /// Forgets all arcs; who is where stays.
    fn close_all(&mut self) {
        let places = self.load.len();
        self.offers = 0;
        self.arcs = (0..=places).map(|_| Arcs::default()).collect();
        self.seated = vec![Vec::new(); places + 1];
        for (option, _) in (0..).zip(&self.flow).filter(|(_, people)| **people > 0) {
            self.seated[self.problem.place[option as usize] as usize].push(option);
        }
        let nowhere = (0..).zip(&self.nowhere).filter(|(_, people)| **people > 0);
        self.seated[places] = nowhere.map(|(demand, _)| demand).collect();
    }

    /// Finds out how whoever is at a vertex can move, once paths get there: most never get to most vertices where
    /// prices were good. The first arc of a place is that to nowhere; those of nowhere are to all places in their
    /// order.
    fn open(&mut self, vertex: usize) {
        let arcs = &mut self.arcs[vertex];
        if core::mem::replace(&mut arcs.is_open, true) {
            return;
        }
        let nowhere = self.load.len();
        let is_nowhere = vertex == nowhere;
        let first = if is_nowhere { 0..nowhere } else { nowhere..nowhere + 1 };
        first.for_each(|there| arcs.add(there as u32));
        for one in core::mem::take(&mut self.seated[vertex]) {
            let (demand, from) = if is_nowhere { (one, NONE) } else { (self.demand_of[one as usize], one) };
            self.offer(demand, from);
        }
    }

    fn nowhere_vertex(&self) -> usize {
        self.problem.capacity.len()
    }

    fn vertex(&self, option: u32) -> usize {
        if option == NONE { self.nowhere_vertex() } else { self.problem.place[option as usize] as usize }
    }

    fn cost(&self, demand: u32, option: u32) -> u32 {
        let cost = match option {
            NONE => self.problem.nowhere[demand as usize],
            option => self.problem.cost[option as usize],
        };
        cost >> self.coarse
    }

    /// Seats everybody where it costs least; whoever has the choice comes last, and goes where there is room.
    fn seat_all(&mut self) {
        let mut torn = Vec::new();
        for demand in 0..self.nowhere.len() {
            let problem = self.problem;
            let mut best = (i64::from(problem.nowhere[demand] >> self.coarse), None);
            let mut is_torn = false;
            for option in problem.options(demand) {
                let dear = self.dear(option);
                if dear < best.0 || (dear == best.0 && best.1.is_none()) {
                    (best, is_torn) = ((dear, Some(option)), false);
                } else if dear == best.0 {
                    is_torn = true;
                }
            }
            match best.1 {
                None => self.nowhere[demand] = problem.people[demand],
                Some(_) if is_torn => torn.push((demand, best.0)),
                Some(option) => self.put(option, problem.people[demand]),
            }
        }
        for (demand, least) in torn {
            self.seat(demand, least);
        }
    }

    /// Seats a demand at the options that cost the least, first where there is room.
    fn seat(&mut self, demand: usize, least: i64) {
        let problem = self.problem;
        let mut rest = problem.people[demand];
        let mut last = None;
        for option in problem.options(demand) {
            if self.dear(option) != least {
                continue;
            }
            let room = self.room(problem.place[option] as usize).min(u64::from(rest)) as u32;
            self.put(option, room);
            rest -= room;
            last.get_or_insert(option);
        }
        if let Some(option) = last {
            self.put(option, rest);
        }
    }

    /// What an option costs, and the price of its place.
    fn dear(&self, option: usize) -> i64 {
        i64::from(self.problem.cost[option] >> self.coarse) + self.price[self.problem.place[option] as usize]
    }

    fn put(&mut self, option: usize, people: u32) {
        self.flow[option] += people;
        self.load[self.problem.place[option] as usize] += u64::from(people);
    }

    /// Notes how whoever takes an option can move.
    fn offer(&mut self, demand: u32, from: u32) {
        let here = self.vertex(from);
        if !self.arcs[here].is_open {
            self.seated[here].push(if from == NONE { demand } else { from });
            return;
        }
        let cost = self.cost(demand, from);
        let options = self.problem.options(demand as usize);
        self.offers += options.len();
        let to = (options.start as u32..options.end as u32).chain([NONE]).filter(|to| *to != from);
        for to in to {
            let more = (i64::from(self.cost(demand, to)) - i64::from(cost)) as i32;
            let at = self.arc_between(here, to);
            self.arcs[here].push(at, Move { more, from, to });
        }
    }

    /// The arc to where an option leads.
    fn arc_between(&mut self, here: usize, to: u32) -> usize {
        if to == NONE {
            return 0;
        }
        let there = self.problem.place[to as usize];
        if here == self.nowhere_vertex() {
            return there as usize;
        }
        let arcs = &mut self.arcs[here];
        arcs.to.iter().position(|other| *other == there).unwrap_or_else(|| {
            arcs.add(there);
            arcs.to.len() - 1
        })
    }

    fn available(&self, step: Move) -> u32 {
        match step.from {
            NONE => self.nowhere[self.demand_of[step.to as usize] as usize],
            from => self.flow[from as usize],
        }
    }

    /// The cheapest move along an arc. Those who have left are swept out on the way.
    fn cheapest(&mut self, vertex: usize, at: usize) -> Option<Move> {
        let Moves { heap, new } = &mut self.arcs[vertex].moves[at];
        heap.extend(new.drain(..));
        loop {
            let Some(&Reverse(step)) = self.arcs[vertex].moves[at].heap.peek() else {
                self.arcs[vertex].least[at] = i32::MAX;
                return None;
            };
            if self.available(step) > 0 {
                self.arcs[vertex].least[at] = step.more;
                return Some(step);
            }
            self.arcs[vertex].moves[at].heap.pop();
        }
    }

    /// What a move along an arc costs beyond prices, at least.
    fn at_least(&self, vertex: usize, at: usize) -> i64 {
        let arcs = &self.arcs[vertex];
        i64::from(arcs.least[at]) + self.price[arcs.to[at] as usize] - self.price[vertex]
    }

    fn excess(&self, place: usize) -> u64 {
        self.load[place].saturating_sub(self.capacity[place])
    }

    fn room(&self, place: usize) -> u64 {
        self.capacity[place].saturating_sub(self.load[place])
    }

    /// Until no place with a price has room.
    fn fill_what_has_a_price(&mut self) {
        while (0..self.load.len()).any(|place| self.price[place] > 0 && self.room(place) > 0) {
            self.round(Aim::Fill);
        }
    }

    /// Until no place holds more than it can.
    fn empty_what_is_overfull(&mut self) {
        while (0..self.load.len()).any(|place| self.excess(place) > 0) {
            self.round(Aim::Empty);
        }
    }

    /// Prices change until a path opens; people move along all such paths.
    fn round(&mut self, aim: Aim) {
        self.rounds += 1;
        let reached = self.search(aim);
        for vertex in 0..self.price.len() {
            let step = self.distance[vertex].min(reached);
            self.price[vertex] += match aim {
                Aim::Fill => -step,
                Aim::Empty => reached - step,
            };
        }
        while self.find_levels(aim) {
            self.current.fill(0);
            for source in 0..self.price.len() {
                while self.is_source(source, aim) && self.send(source, aim) {}
            }
        }
    }

    fn is_source(&self, vertex: usize, aim: Aim) -> bool {
        match self.load.get(vertex) {
            None => aim == Aim::Fill,
            Some(_) => self.excess(vertex) > 0,
        }
    }

    /// Whether a path may end at a vertex.
    fn is_target(&self, vertex: usize, aim: Aim) -> bool {
        match (self.load.get(vertex), aim) {
            (None, Aim::Empty) => true,
            (None, Aim::Fill) => false,
            (Some(_), Aim::Fill) => self.price[vertex] > 0 && self.room(vertex) > 0,
            // Room has no price by then.
            (Some(_), Aim::Empty) => self.room(vertex) > 0,
        }
    }

    /// Distances from all sources by what a move costs beyond its prices, up to the first target.
    fn search(&mut self, aim: Aim) -> i64 {
        self.distance.fill(FAR);
        let mut queue = BinaryHeap::new();
        for vertex in 0..self.price.len() {
            if self.is_source(vertex, aim) {
                self.distance[vertex] = 0;
                queue.push(Reverse((0_i64, vertex as u32)));
            }
        }
        while let Some(Reverse((distance, vertex))) = queue.pop() {
            let vertex = vertex as usize;
            if distance > self.distance[vertex] {
                continue;
            }
            if self.is_target(vertex, aim) {
                return distance;
            }
            self.open(vertex);
            for at in 0..self.arcs[vertex].to.len() {
                let there = self.arcs[vertex].to[at] as usize;
                if distance + self.at_least(vertex, at) >= self.distance[there] {
                    continue;
                }
                let Some(step) = self.cheapest(vertex, at) else { continue };
                let ahead = distance + i64::from(step.more) + self.price[there] - self.price[vertex];
                if ahead < self.distance[there] {
                    self.distance[there] = ahead;
                    queue.push(Reverse((ahead, there as u32)));
                }
            }
            if vertex == self.nowhere_vertex() {
                // Nobody has to move for a price to fall: an empty place comes from nowhere.
                for place in 0..self.load.len() {
                    let ahead = distance + self.price[place];
                    if ahead < self.distance[place] {
                        self.distance[place] = ahead;
                        queue.push(Reverse((ahead, place as u32)));
                    }
                }
            }
        }
        // Every place falls to 0 in the end, and everybody can be nowhere: a target is always found.
        0
    }

    /// Levels by the number of moves that cost nothing beyond prices; whether a target has one.
    fn find_levels(&mut self, aim: Aim) -> bool {
        self.level.fill(NONE);
        let mut queue: std::collections::VecDeque<usize> =
            (0..self.price.len()).filter(|vertex| self.is_source(*vertex, aim)).collect();
        for vertex in &queue {
            self.level[*vertex] = 0;
        }
        let mut is_found = false;
        while let Some(vertex) = queue.pop_front() {
            if self.is_target(vertex, aim) {
                is_found = true;
                continue;
            }
            self.open(vertex);
            for at in 0..self.arcs[vertex].to.len() {
                let there = self.arcs[vertex].to[at] as usize;
                if self.level[there] == NONE && self.tight(vertex, at).is_some() {
                    self.level[there] = self.level[vertex] + 1;
                    queue.push_back(there);
                }
            }
            if vertex == self.nowhere_vertex() {
                for place in 0..self.load.len() {
                    if self.level[place] == NONE && self.price[place] == 0 {
                        self.level[place] = self.level[vertex] + 1;
                        queue.push_back(place);
                    }
                }
            }
        }
        is_found
    }

    /// The cheapest move of an arc, if it costs nothing beyond prices.
    fn tight(&mut self, vertex: usize, at: usize) -> Option<Move> {
        if self.at_least(vertex, at) > 0 {
            return None;
        }
        let there = self.arcs[vertex].to[at] as usize;
        let step = self.cheapest(vertex, at)?;
        (i64::from(step.more) + self.price[there] == self.price[vertex]).then_some(step)
    }

    /// Sends people along one path of levels, as many as fit; whether there was one.
    fn send(&mut self, source: usize, aim: Aim) -> bool {
        // Moves of the path; `None`: an empty place that comes from nowhere.
        let mut path: Vec<(usize, Option<Move>)> = Vec::new();
        let mut vertex = source;
        loop {
            if !path.is_empty() && self.is_target(vertex, aim) {
                break;
            }
            match self.next_step(vertex) {
                Some((there, step)) => {
                    path.push((vertex, step));
                    vertex = there;
                }
                None => {
                    self.level[vertex] = NONE;
                    let Some((before, _)) = path.pop() else { return false };
                    self.current[before] += 1;
                    vertex = before;
                }
            }
        }
        let mut amount = if source == self.nowhere_vertex() { u64::MAX } else { self.excess(source) };
        if vertex != self.nowhere_vertex() {
            amount = amount.min(self.room(vertex));
        }
        for step in path.iter().filter_map(|(_, step)| *step) {
            amount = amount.min(u64::from(self.available(step)));
        }
        for step in path.iter().filter_map(|(_, step)| *step) {
            self.make(step, amount as u32);
        }
        true
    }

    /// The next vertex on a path of levels.
    fn next_step(&mut self, vertex: usize) -> Option<(usize, Option<Move>)> {
        let ahead = self.level[vertex].checked_add(1)?;
        while (self.current[vertex] as usize) < self.arcs[vertex].to.len() {
            let at = self.current[vertex] as usize;
            let there = self.arcs[vertex].to[at] as usize;
            if self.level[there] == ahead
                && let Some(step) = self.tight(vertex, at)
            {
                return Some((there, Some(step)));
            }
            self.current[vertex] += 1;
        }
        if vertex == self.nowhere_vertex() {
            while (self.current[vertex] as usize) < self.arcs[vertex].to.len() + self.load.len() {
                let place = self.current[vertex] as usize - self.arcs[vertex].to.len();
                if self.level[place] == ahead && self.price[place] == 0 {
                    return Some((place, None));
                }
                self.current[vertex] += 1;
            }
        }
        None
    }

    fn make(&mut self, step: Move, people: u32) {
        self.spent += i128::from(step.more) * i128::from(people);
        let demand = match step.from {
            NONE => self.demand_of[step.to as usize],
            from => self.demand_of[from as usize],
        };
        match step.from {
            NONE => self.nowhere[demand as usize] -= people,
            from => {
                self.flow[from as usize] -= people;
                self.load[self.problem.place[from as usize] as usize] -= u64::from(people);
            }
        }
        let before = match step.to {
            NONE => core::mem::replace(&mut self.nowhere[demand as usize], 0),
            to => {
                self.load[self.problem.place[to as usize] as usize] += u64::from(people);
                core::mem::replace(&mut self.flow[to as usize], 0)
            }
        };
        match step.to {
            NONE => self.nowhere[demand as usize] = before + people,
            to => self.flow[to as usize] = before + people,
        }
        if before == 0 && people > 0 {
            self.offer(demand, step.to);
        }
    }

    /// The answer that was come to.
    pub(super) fn finish(mut self) -> Placement {
        self.price.pop();
        let prices =
            self.price.iter().map(|&price| u32::try_from(price << self.coarse).unwrap_or(0)).collect();
        Placement { flow: self.flow, nowhere: self.nowhere, prices, rounds: self.rounds }
    }
}

//! Everybody's place against a min-cost flow by others (`ac-library-rs`) on the whole graph of streets, with
//! times by the slow oracle.

use core::ops::ControlFlow;

use ac_library::MinCostFlowGraph;
use hinan_model::Ds;
use hinan_model::network::Measure;
use hinan_plan::answer::Stand;
use hinan_plan::assign::{Assignment, Demand, Goal, Problem};
use hinan_reach::{Graph, Start, Workers};
use hinan_testkit::Contracted;
use hinan_testkit::oracle::{Arcs, Door};
use hinan_testkit::random::{self, RandomTown, Size};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

type Outcome = Result<(), TestCaseError>;

/// Threads, so that answers are seen not to depend on them.
struct Threads(usize);

impl Workers for Threads {
    fn count(&self) -> usize {
        self.0
    }

    fn run<J: Send>(&self, jobs: &mut [J], work: impl Fn(&mut J) + Sync) {
        std::thread::scope(|scope| jobs.iter_mut().for_each(|job| drop(scope.spawn(|| work(job)))));
    }
}

/// A town with people and places.
#[derive(Clone, Debug)]
struct Case {
    town: RandomTown,
    /// By node; nodes beyond have none.
    people: Vec<u32>,
    capacity: Vec<u64>,
    within: Option<u32>,
    goal: Goal,
}

/// A case laid out for the engine and for the oracle.
struct Laid {
    contracted: Contracted,
    graph: Graph,
    starts: Vec<Start>,
    demands: Vec<Demand>,
    /// Time of each demand to each shelter, by the oracle.
    times: Vec<Vec<Ds>>,
    arcs: Arcs,
}

fn case(size: Size) -> impl Strategy<Value = Case> {
    let within =
        prop_oneof![2 => Just(None), 1 => (0..40_u32).prop_map(Some), 1 => (0..2_000_u32).prop_map(Some)];
    let people = prop::collection::vec(prop_oneof![1 => Just(0_u32), 3 => 0..6_u32], 0..200);
    let goal = prop_oneof![2 => Just(Goal::Total), 1 => Just(Goal::Worst)];
    let capacity = prop::collection::vec(prop_oneof![1 => Just(0_u64), 5 => 0..25_u64], 16);
    (random::town(size), people, capacity, within, goal).prop_map(
        |(mut town, people, mut capacity, within, goal)| {
            shorten(&mut town);
            capacity.truncate(town.shelters as usize);
            Case { town, people, capacity, within, goal }
        },
    )
}

/// So many people a shelter that a sample of them is asked first. In some, streets that take no time make many equal.
fn crowd() -> impl Strategy<Value = Case> {
    let town = (1..5_u32, any::<bool>()).prop_map(|(shelters, zero_times)| Size {
        nodes: 300,
        density: 1.6,
        chain: 6,
        shelters,
        zero_times,
    });
    let people = prop::collection::vec(prop_oneof![1 => Just(0_u32), 3 => 0..4_u32], 400..2_000);
    let capacity = prop::collection::vec(prop_oneof![1 => Just(0_u64), 5 => 0..600_u64], 4);
    (town.prop_flat_map(random::town), people, capacity).prop_map(|(mut town, people, mut capacity)| {
        shorten(&mut town);
        capacity.truncate(town.shelters as usize);
        Case { town, people, capacity, within: None, goal: Goal::Total }
    })
}

/// Nobody walks for months.
fn shorten(town: &mut RandomTown) {
    if let Measure::Given { forward_ds, backward_ds } = &mut town.streets.measure {
        let long = |time: &&mut u32| **time > 5_000 && Ds(**time).is_reachable();
        forward_ds.iter_mut().chain(backward_ds).filter(long).for_each(|time| *time %= 5_000);
    }
}

impl Case {
    fn lay(&self) -> Laid {
        let doors: Vec<u32> = self.town.doors.iter().map(|door| door.1).collect();
        let contracted = Contracted::new(&self.town.streets, &doors);
        let node = |raw: u32| contracted.raw_to_node[raw as usize];
        let starts: Vec<Start> = self
            .town
            .doors
            .iter()
            .map(|&(shelter, raw, time)| Start { shelter, node: node(raw), time: Ds(time) })
            .collect();
        let within = self.within.map_or(Ds::UNREACHABLE, Ds);
        let people =
            (0..self.town.streets.node_ids.len()).map(|raw| self.people.get(raw).copied().unwrap_or(0));
        let demands =
            (0..).zip(people).map(|(raw, people)| Demand { stand: Stand::Node(node(raw)), people, within });
        let demands: Vec<Demand> = demands.collect();
        let arcs = Arcs::of_streets(&self.town.streets);
        let to = |shelter: u32| {
            let doors: Vec<Door> = self.town.doors.iter().copied().filter(|door| door.0 == shelter).collect();
            arcs.times_to(&doors)
        };
        let columns: Vec<Vec<Ds>> = (0..self.town.shelters).map(to).collect();
        let times =
            (0..demands.len()).map(|demand| columns.iter().map(|column| column[demand]).collect()).collect();
        Laid { graph: Graph::new(&contracted.view(), 0).unwrap(), contracted, starts, demands, times, arcs }
    }

    fn assign(&self, laid: &Laid, keep_together: bool) -> Assignment {
        let Laid { contracted, graph, starts, demands, .. } = laid;
        let (capacity, goal) = (&self.capacity[..], self.goal);
        let network = contracted.view();
        let problem = Problem { network, graph, entrances: starts, capacity, demands, goal, keep_together };
        let answer = problem.assign(&Threads(3), &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(answer, problem.assign(&Threads(1), &mut |_| ControlFlow::Continue(())).unwrap());
        answer
    }

    /// The best by others: (placed, people times time) over pairs that take no longer than `limit`.
    fn others(&self, laid: &Laid, limit: Option<u32>) -> (u64, u128) {
        let (demands, shelters) = (laid.demands.len(), self.capacity.len());
        let mut graph = MinCostFlowGraph::<i64>::new(demands + shelters + 2);
        let (source, sink) = (demands + shelters, demands + shelters + 1);
        for (demand, who) in laid.demands.iter().enumerate() {
            graph.add_edge(source, demand, i64::from(who.people), 0);
        }
        let all = laid.demands.iter().map(|who| i64::from(who.people)).sum();
        match limit {
            None => {
                for &(from, to, time) in laid.arcs.arcs.iter().filter(|arc| Ds(arc.2).is_reachable()) {
                    graph.add_edge(from as usize, to as usize, all, i64::from(time));
                }
                for &(shelter, node, time) in &self.town.doors {
                    graph.add_edge(node as usize, demands + shelter as usize, all, i64::from(time));
                }
            }
            Some(limit) => {
                for (demand, times) in laid.times.iter().enumerate() {
                    for (shelter, time) in times.iter().enumerate().filter(|(_, time)| time.0 <= limit) {
                        graph.add_edge(demand, demands + shelter, all, i64::from(time.0));
                    }
                }
            }
        }
        for (shelter, capacity) in self.capacity.iter().enumerate() {
            graph.add_edge(demands + shelter, sink, *capacity as i64, 0);
        }
        let (flow, cost) = graph.flow(source, sink, all);
        (flow as u64, cost as u128)
    }

    /// The best by others for the goal.
    fn best(&self, laid: &Laid) -> (u64, u128, Option<u32>) {
        let (placed, sum) = self.others(laid, self.within);
        if self.goal == Goal::Total || placed == 0 {
            return (placed, sum, None);
        }
        let limit = self.within.unwrap_or(Ds::UNREACHABLE.0 - 1);
        let mut times: Vec<u32> =
            laid.times.iter().flatten().map(|time| time.0).filter(|&t| t <= limit).collect();
        times.sort_unstable();
        times.dedup();
        let enough = times.partition_point(|&time| self.others(laid, Some(time)).0 < placed);
        let (placed, sum) = self.others(laid, Some(times[enough]));
        (placed, sum, Some(times[enough]))
    }

    /// That the answer is what it says, and what its prices prove, by the oracle's times.
    fn check(&self, laid: &Laid, answer: &Assignment) {
        let mut load = vec![0; self.capacity.len()];
        let mut placed = vec![0; laid.demands.len()];
        let mut sum = 0_u128;
        let limit = answer.longest.map_or(self.within.unwrap_or(u32::MAX), |longest| longest.0);
        for row in &answer.rows {
            load[row.shelter as usize] += u64::from(row.people);
            placed[row.demand as usize] += row.people;
            sum += u128::from(row.people) * u128::from(row.time.0);
            assert_eq!(row.time, laid.times[row.demand as usize][row.shelter as usize]);
            assert!(row.people > 0 && row.time.0 <= limit);
        }
        assert!(load.iter().zip(&self.capacity).all(|(load, capacity)| load <= capacity));
        assert!(placed.iter().zip(&laid.demands).all(|(placed, who)| *placed <= who.people));
        assert_eq!(answer.placed, load.iter().sum::<u64>());
        assert_eq!(sum, answer.people_x_time);
        assert_eq!(
            answer.placed + answer.without,
            laid.demands.iter().map(|who| u64::from(who.people)).sum::<u64>()
        );
        let mut bound = -i128::from(answer.without) * i128::from(answer.no_place);
        for (demand, who) in laid.demands.iter().enumerate() {
            let times = laid.times[demand].iter().zip(&answer.prices);
            let costs =
                times.filter(|(time, _)| time.is_reachable() && time.0 <= limit).map(|(time, p)| time.0 + p);
            bound += i128::from(who.people) * i128::from(costs.fold(answer.no_place, u32::min));
        }
        let rent = self.capacity.iter().zip(&answer.prices).map(|(c, p)| i128::from(*c) * i128::from(*p));
        assert_eq!(bound - rent.sum::<i128>(), answer.bound, "the bound is what the prices prove");
    }

    fn check_best(&self) -> Outcome {
        let laid = self.lay();
        let answer = self.assign(&laid, false);
        self.check(&laid, &answer);
        prop_assert!(answer.is_optimal);
        prop_assert_eq!(answer.people_x_time as i128, answer.bound);
        let longest = answer.longest.map(|longest| longest.0);
        prop_assert_eq!((answer.placed, answer.people_x_time, longest), self.best(&laid));
        Ok(())
    }
}

/// What is worse comes later.
fn badness(answer: &Assignment) -> (u64, u128) {
    (answer.without, answer.people_x_time)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn crowds_are_assigned_as_others_do(case in crowd()) {
        case.check_best()?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn hamlets_are_assigned_as_others_do(case in case(Size::SMALL)) {
        case.check_best()?;
    }

    #[test]
    fn villages_are_assigned_as_others_do(case in case(Size::MIDDLE)) {
        case.check_best()?;
    }

    #[test]
    fn more_places_are_never_worse(case in case(Size::MIDDLE), chosen in 0..14_usize, more in 1..30_u64) {
        let mut case = Case { goal: Goal::Total, ..case };
        let laid = case.lay();
        let before = case.assign(&laid, false);
        let chosen = chosen % case.capacity.len();
        case.capacity[chosen] += more;
        prop_assert!(badness(&case.assign(&laid, false)) <= badness(&before));
        // One more shelter is one that had no places.
        case.capacity[chosen] = 0;
        prop_assert!(case.assign(&laid, false).placed <= before.placed);
    }

    #[test]
    fn a_shelter_that_nobody_uses_may_close(case in case(Size::MIDDLE)) {
        let mut case = case;
        let laid = case.lay();
        let before = case.assign(&laid, false);
        for shelter in 0..case.capacity.len() {
            if before.rows.iter().all(|row| row.shelter as usize != shelter) {
                case.capacity[shelter] = 0;
            }
        }
        let after = case.assign(&laid, false);
        prop_assert_eq!((badness(&after), after.longest), (badness(&before), before.longest));
    }

    #[test]
    fn a_locked_door_costs_what_others_say(case in case(Size::MIDDLE)) {
        let mut case = Case { goal: Goal::Total, ..case };
        let laid = case.lay();
        let capacity = case.capacity.clone();
        let problem = Problem {
            network: laid.contracted.view(),
            graph: &laid.graph,
            entrances: &laid.starts,
            capacity: &capacity,
            demands: &laid.demands,
            goal: Goal::Worst,
            keep_together: true,
        };
        let locking = problem.locking(&Threads(2), &mut |_| ControlFlow::Continue(())).unwrap();
        let (placed, sum) = case.others(&laid, case.within);
        prop_assert_eq!((locking.answer().placed, locking.answer().people_x_time), (placed, sum));
        let doors: Vec<u32> = (0..capacity.len() as u32).collect();
        let losses = locking.doors(&doors, &Threads(2), &|| ()).unwrap();
        for (door, places) in capacity.iter().enumerate() {
            case.capacity[door] = 0;
            let (left, walked) = case.others(&laid, case.within);
            case.capacity[door] = *places;
            prop_assert_eq!(losses[door].more_without, placed - left);
            prop_assert_eq!(losses[door].more_people_x_time_ds, walked as i128 - sum as i128);
        }
    }

    #[test]
    fn who_stays_together_is_no_better_off(case in case(Size::MIDDLE)) {
        let laid = case.lay();
        let (split, whole) = (case.assign(&laid, false), case.assign(&laid, true));
        case.check(&laid, &whole);
        prop_assert!(badness(&split) <= badness(&whole));
        prop_assert!(whole.rows.iter().all(|row| row.people == laid.demands[row.demand as usize].people));
        prop_assert!(whole.bound <= whole.people_x_time as i128);
    }
}

//! Whom a shelter serves, against closing each in turn.

use hinan_model::{Ds, InTime};
use hinan_plan::answer::{Answers, Best, Stand};
use hinan_plan::{Choice, Dependence, depend};
use hinan_reach::{Field, Graph, Start, Starts};
use hinan_testkit::oracle::{Arcs, Door};
use hinan_testkit::{Contracted, random};
use proptest::prelude::*;

/// How somebody at a node fares: people, start, budget.
type Somebody = (u32, u32, u32);

fn bests_to(found: &[(Ds, u32)]) -> [Option<Best>; 2] {
    [0, 1].map(|rank| found.get(rank).map(|&(time, shelter)| Best { time, shelter }))
}

/// What it costs to close each shelter, by closing it.
fn by_closing(arcs: &Arcs, doors: &[Door], shelters: u32, people: &[Somebody]) -> Vec<Dependence> {
    let in_time = |time: Ds, (_, start, budget): Somebody| {
        InTime::judge(Ds(start).plus(time), Ds(budget)).may_go().then_some(time)
    };
    let before = arcs.nearest(doors, 1);
    (0..shelters)
        .map(|closed| {
            let others: Vec<Door> = doors.iter().copied().filter(|door| door.0 != closed).collect();
            let after = arcs.nearest(&others, 1);
            let mut sum = Dependence::default();
            for (node, &somebody) in people.iter().enumerate() {
                let Some(&(time, shelter)) = before[node].first() else { continue };
                let Some(time) = in_time(time, somebody).filter(|_| shelter == closed) else { continue };
                let people = u64::from(somebody.0);
                sum.serves += people;
                match after[node].first().and_then(|&(time, _)| in_time(time, somebody)) {
                    None => sum.only += people,
                    Some(later) if later > time => {
                        sum.longer += people;
                        sum.longer_people_x_ds += people * u64::from(later.0 - time.0);
                    }
                    Some(_) => {}
                }
            }
            sum
        })
        .collect()
}

/// Closes every shelter of a town, and compares with one pass over the oracle's two best.
fn check(town: &random::RandomTown, people: &[Somebody]) -> Result<(), TestCaseError> {
    let arcs = Arcs::of_streets(&town.streets);
    let people: Vec<Somebody> = people.iter().copied().cycle().take(arcs.nodes as usize).collect();
    let two = arcs.nearest(&town.doors, 2);
    let choices = two.iter().zip(&people).map(|(found, &(people, start, budget))| {
        let [best, second] = bests_to(found);
        Choice { people, best, second, start: Ds(start), budget: Ds(budget) }
    });
    let expected = by_closing(&arcs, &town.doors, town.shelters, &people);
    prop_assert_eq!(depend(town.shelters, choices), expected);
    Ok(())
}

/// The same two best shelters, out of a field.
fn check_field(town: &random::RandomTown) -> Result<(), TestCaseError> {
    let contracted =
        Contracted::new(&town.streets, &town.doors.iter().map(|door| door.1).collect::<Vec<_>>());
    let network = contracted.view();
    let graph = Graph::new(&network, 0).unwrap();
    let starts: Vec<Start> = town
        .doors
        .iter()
        .map(|&(shelter, node, time)| Start {
            shelter,
            node: contracted.raw_to_node[node as usize],
            time: Ds(time),
        })
        .collect();
    let starts = Starts::new(&graph, town.shelters, &starts).unwrap();
    let field = Field::new(&graph, &starts, 2);
    let answers = Answers { network, graph: &graph, field: &field };
    let two = Arcs::of_streets(&town.streets).nearest(&town.doors, 2);
    let mut found = Vec::new();
    for (raw, expected) in two.iter().enumerate() {
        answers.find(Stand::Node(contracted.raw_to_node[raw]), None, &mut found);
        let expected: Vec<Best> = expected.iter().map(|&(time, shelter)| Best { time, shelter }).collect();
        prop_assert_eq!(&found, &expected);
    }
    Ok(())
}

fn somebody() -> impl Strategy<Value = Vec<Somebody>> {
    proptest::collection::vec((0_u32..9, 0_u32..20, prop_oneof![0_u32..60, 0_u32..3_000]), 1..20)
}

proptest! {
    #[test]
    fn one_pass_equals_closing_every_door(town in random::town(random::Size::SMALL), people in somebody()) {
        check(&town, &people)?;
        check_field(&town)?;
    }

    #[test]
    fn one_pass_equals_closing_every_door_of_a_village(
        town in random::town(random::Size::MIDDLE),
        people in somebody(),
    ) {
        check(&town, &people)?;
    }
}

#[test]
fn a_shelter_that_nobody_needs_costs_nothing() {
    let best = |time, shelter| Some(Best { time: Ds(time), shelter });
    let choice = |people, best, second| Choice { people, best, second, start: Ds(0), budget: Ds(1000) };
    let found = depend(
        3,
        [
            choice(5, best(100, 0), best(300, 1)),
            choice(2, best(100, 0), best(950, 1)),
            choice(7, best(100, 0), None),
            choice(1, best(200, 1), best(200, 2)),
            choice(9, best(950, 1), None),
            choice(9, best(1, 77), None),
        ],
    );
    assert_eq!(found[0], Dependence { serves: 14, only: 9, longer: 5, longer_people_x_ds: 1000 });
    assert_eq!(found[1], Dependence { serves: 1, ..Dependence::default() });
    assert_eq!(found[2], Dependence::default());
}

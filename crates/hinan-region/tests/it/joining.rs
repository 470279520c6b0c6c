//! Shelters and doorsteps meet the streets where a person would.

use hinan_model::network::{KindPace, Measure, NONE, NodeIds};
use hinan_model::{AreaIndex, Ds, Entrance, EntranceAt, Shelter};

use crate::town::{at, door, list, region, shelter, street, with_yard};
use hinan_region::build::BuildError;
use hinan_region::{Draft, Input};

#[test]
fn an_entrance_beside_a_street_becomes_a_node_in_it() {
    let region = region(street(3), vec![shelter("S", &[at(-12.0, 140.0)])]);
    let [entrance] = region.entrances() else { panic!("one entrance") };
    assert_eq!(region.node_id(entrance.node).as_deref(), Some("entrance/1"));
    assert_eq!(region.find_node("entrance/1"), Some(entrance.node));
    assert!((11_900..12_100).contains(&entrance.off_mm), "{}", entrance.off_mm);
    // An adult walks 833 ms a metre: 12 m are 10 s.
    assert_eq!(region.start_time(entrance, 0), Ds(100));
    let network = region.network();
    assert!(entrance.node < network.junctions);
    let total: u32 = (0..network.segments() as u32).map(|s| network.length_mm(s)).sum();
    let whole: u32 = match street(3).measure {
        Measure::Physical { length_mm, .. } => length_mm.iter().sum(),
        _ => 0,
    };
    assert_eq!(total, whole, "cutting a street loses no length");
}

#[test]
fn every_node_keeps_its_id_and_place() {
    let streets = street(5);
    let region =
        region(streets.clone(), vec![shelter("S", &[at(5.0, 250.0)]), shelter("T", &[at(5.0, 260.0)])]);
    let NodeIds::Numbers(ids) = &streets.node_ids else { unreachable!() };
    for (raw, id) in ids.iter().enumerate() {
        let node = region.find_node(&id.to_string()).expect("every id is found");
        assert_eq!(region.node_id(node), Some(id.to_string()));
        assert_eq!(region.places()[node as usize], streets.places[raw]);
    }
    assert_eq!(region.find_node("11"), None);
    assert_eq!(region.find_node("entrance/3"), None);
    assert_eq!(region.network().nodes(), ids.len() + 2);
}

#[test]
fn a_gate_is_paid_once_when_its_segment_is_cut() {
    let mut streets = street(1);
    let Measure::Physical { kinds, kind, kind_names, .. } = &mut streets.measure else { unreachable!() };
    kinds.extend(kinds.clone().iter().map(|pace| KindPace { extra_ds: 50, ..*pace }));
    kind_names.push("street, gate".to_owned());
    kind[1] = 1;
    let time = |region: &hinan_region::Region| -> u32 {
        let times = region.network().segment_times(0).forward_ds;
        times.iter().sum()
    };
    let plain = time(&region(streets.clone(), vec![]));
    let cut = time(&region(streets, vec![shelter("S", &[at(0.0, 50.0)])]));
    assert!(cut.abs_diff(plain) <= 1, "{plain} {cut}");
}

#[test]
fn an_isolated_yard_is_kept_but_nobody_is_joined_to_it() {
    let mut streets = with_yard(street(60), 200.0);
    streets.doorsteps = vec![door("way/1", at(25.0, 205.0))];
    let region = region(streets, vec![shelter("S", &[at(21.0, 205.0)])]);
    assert_eq!(region.meta().counts.isolated_nodes, 4);
    let yard = region.find_node("100122").expect("the yard is kept");
    assert!(region.is_isolated(yard));
    assert!(!region.is_isolated(region.entrances()[0].node));
    let doorstep = region.doorsteps()[0];
    assert_eq!(region.way(doorstep.segment), Some((7, "High Street")));
    let start = region.nearest_street(at(25.0, 205.0), 0, 300_000, &AreaIndex::default()).unwrap();
    assert_eq!(start.segment, doorstep.segment);
    // The new node of the entrance lies on a grid of 1 cm.
    assert!(start.part_mm.abs_diff(doorstep.part_mm) < 20 && start.off_mm.abs_diff(doorstep.off_mm) < 20);
}

#[test]
fn a_shelter_far_from_streets_is_kept_and_complained_of() {
    let by_node =
        Shelter::new("N", vec![Entrance { at: EntranceAt::Node("999".into()), start: None, name: None }]);
    let region = region(street(2), vec![shelter("far", &[at(5_000.0, 0.0)]), by_node]);
    assert_eq!(region.meta().counts.unjoined_shelters, 2);
    assert_eq!(region.shelters().len(), 2);
    let complaints: Vec<String> = region.meta().complaints.iter().map(ToString::to_string).collect();
    assert!(complaints[0].contains("node 999 is not in the streets"), "{complaints:?}");
    assert!(complaints[1].contains("1 entrance lies outside of the streets"), "{complaints:?}");
    assert_eq!(region.meta().sources[1].complaints, 2);
}

#[test]
fn the_same_id_in_two_lists_stays_two_shelters() {
    let lists = vec![list(vec![shelter("1", &[at(0.0, 0.0)])]), list(vec![shelter("1", &[at(0.0, 90.0)])])];
    let draft = Draft::new(Input { lists, ..Input::new("Town", street(1)) }).unwrap();
    let region = hinan_region::Region::from_bytes(&draft.bytes()).unwrap();
    let ids: Vec<&str> = region.shelters().iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["1", "1@list.csv"]);
    assert_eq!(region.meta().attribution(), ["The town"]);
}

#[test]
fn stairs_at_the_door_send_wheels_to_the_street_beside() {
    let mut streets = street(60);
    // The side street at corner 2 becomes stairs.
    let Measure::Physical { kinds, kind, kind_names, walkers, .. } = &mut streets.measure else {
        unreachable!()
    };
    kinds.extend(walkers.iter().map(|w| KindPace {
        forward_ms_per_m: w.stairs_up_ms_per_m,
        backward_ms_per_m: w.stairs_up_ms_per_m,
        extra_ds: 0,
        flags: KindPace::STAIRS,
    }));
    kind_names.push("steps".to_owned());
    let stairs = streets.segments.iter().position(|&s| s == [4, 5]).unwrap();
    kind[stairs] = 1;
    let region = region(streets, vec![shelter("S", &[at(20.0, 205.0)])]);
    assert_eq!(region.entrances().len(), 2, "one on the stairs, one on the street");
    assert!(region.entrances()[0].off_mm < region.entrances()[1].off_mm);
    let start = region.nearest_street(at(25.0, 201.0), 3, 300_000, &AreaIndex::default()).unwrap();
    assert_eq!(region.kind_name(start.segment), Some("street"));
}

#[test]
fn without_buildings_doorsteps_stand_on_the_streets() {
    let region = region(street(5), vec![]);
    // 5 blocks of 100 m and 6 side streets of 30 m: 680 m, a doorstep every 100 m.
    assert_eq!(region.doorsteps().len(), 7);
    assert!(region.doorsteps().iter().all(|door| door.off_mm == 0 && door.segment != NONE));
}

#[test]
fn no_streets_is_an_error() {
    let mut streets = street(1);
    streets.segments.clear();
    assert!(matches!(Draft::new(Input::new("Town", streets)), Err(BuildError::NoStreets(_))));
}

#[test]
fn given_times_are_shared_out_when_a_street_is_cut() {
    let mut streets = street(1);
    streets.measure = Measure::Given { forward_ds: vec![101; 3], backward_ds: vec![Ds::UNREACHABLE.0; 3] };
    let region = region(streets, vec![shelter("S", &[at(0.0, 33.0)])]);
    let times = region.network().segment_times(0);
    let mut open: Vec<u32> = times
        .forward_ds
        .iter()
        .chain(&times.backward_ds)
        .copied()
        .filter(|&t| t < Ds::UNREACHABLE.0)
        .collect();
    open.sort_unstable();
    assert_eq!(open.len(), 4);
    assert_eq!(open[0] + open[1], 101, "{open:?}");
}

//! Random networks of given times, where ids stay.

use hinan_model::{Ds, Entrance, EntranceAt, Shelter, Source};
use hinan_pack::{CutOptions, Limits, cut, decode, decode_parts, encode};
use hinan_region::build::List;
use hinan_region::{Draft, Input, Region};
use hinan_testkit::random::{RandomTown, Size, town};
use proptest::prelude::*;

fn region(town: RandomTown) -> Option<Region> {
    let ids = town.streets.node_ids.clone();
    let shelters = (0..town.shelters).map(|number| {
        let doors = town.doors.iter().filter(|door| door.0 == number);
        let entrance = |door: &(u32, u32, u32)| Entrance {
            at: EntranceAt::Node(ids.get(door.1 as usize).unwrap()),
            start: Some(Ds(door.2)),
            name: None,
        };
        Shelter::new(format!("s{number}"), doors.map(entrance).collect())
    });
    let mut input = Input::new("town", town.streets.clone());
    input.lists = vec![List {
        source: Source { role: "shelters".to_owned(), ..Source::default() },
        shelters: shelters.collect(),
        complaints: Vec::new(),
    }];
    Some(Region::from_bytes(&Draft::new(input).ok()?.bytes()).unwrap())
}

proptest! {
    #[test]
    fn what_goes_in_comes_back(town in town(Size::MIDDLE)) {
        if let Some(region) = region(town) {
            let cut = cut(&region, &CutOptions::default()).unwrap();
            let files = encode(&cut).unwrap();
            prop_assert_eq!(&files, &encode(&cut).unwrap());
            let all = decode_parts(&files.parts(), &Limits::default()).unwrap();
            prop_assert!(all == cut.bytes());
            let opened = Region::from_bytes(&all).unwrap();
            // One without a way in is nowhere.
            let somewhere: Vec<&Shelter> =
                region.shelters().iter().filter(|shelter| !shelter.entrances.is_empty()).collect();
            prop_assert_eq!(opened.shelters().iter().collect::<Vec<_>>(), somewhere);
            prop_assert_eq!(opened.node_id(0), region.node_id(0));
            Region::from_bytes(&decode(&files.city).unwrap()).unwrap();
            // A cut of a cut is that cut.
            prop_assert!(hinan_pack::cut(&opened, &CutOptions::default()).unwrap().bytes() == all);
        }
    }
}

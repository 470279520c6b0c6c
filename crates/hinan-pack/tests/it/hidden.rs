//! What is not public leaves no trace.

use hinan_model::shelter::Visibility;
use hinan_model::{Place, Shelter};

use crate::cities::{Alike, city, compare, packed};

const STREETS: &str = "osm/oslo-east-filtered.osm.pbf";
const LIST: &str = "shelters/norway-tilfluktsrom.json";

fn hide(shelters: &mut [Shelter]) {
    for (number, shelter) in shelters.iter_mut().enumerate() {
        if number % 3 != 0 {
            shelter.visibility = Visibility::Private;
            shelter.name = Some(format!("SECRET{number}"));
            shelter.id = format!("HIDDEN{number}");
        }
    }
}

#[test]
fn a_pack_of_public_and_hidden_shelters_is_that_of_the_public_ones() {
    let Some(all) = city(STREETS, Some(LIST), |shelters| hide(shelters)) else { return };
    let public = city(STREETS, Some(LIST), |shelters| {
        hide(shelters);
        shelters.retain(|shelter| shelter.visibility == Visibility::Public);
    });
    let public = public.unwrap();
    let hidden = all.shelters().iter().filter(|shelter| shelter.visibility == Visibility::Private).count();
    let joined = all
        .entrances()
        .iter()
        .filter(|entrance| all.shelters()[entrance.shelter as usize].visibility == Visibility::Private);
    assert!(hidden > 10 && joined.count() > 10, "there is something to hide");
    let (_, of_all) = packed(&all);
    let (_, of_public) = packed(&public);
    for (mark, bytes) in [("SECRET", of_all.bytes()), ("HIDDEN", of_all.bytes())] {
        assert!(!bytes.windows(mark.len()).any(|window| window == mark.as_bytes()), "{mark}");
    }
    assert_eq!(of_all.shelters(), of_public.shelters());
    let (one, other) = (of_all.network(), of_public.network());
    same(
        "junctions",
        &of_all.places()[..one.junctions as usize],
        &of_public.places()[..other.junctions as usize],
    );
    let sorted = |places: &[Place]| {
        let mut places = places.to_vec();
        places.sort();
        places
    };
    same("places", &sorted(of_all.places()), &sorted(of_public.places()));
    assert_eq!(one.edges(), other.edges());
    same("entrances", of_all.entrances(), of_public.entrances());
    same("clusters", of_all.clusters(), of_public.clusters());
    compare(&of_all, &public, None, Alike::Times);
}

#[test]
fn nobody_can_tell_which_shelters_are_hidden() {
    let Some(all) = city(STREETS, Some(LIST), |shelters| hide(shelters)) else { return };
    let fewer = city(STREETS, Some(LIST), |shelters| {
        hide(shelters);
        let mut number = 0;
        shelters.retain(|shelter| {
            number += 1;
            shelter.visibility == Visibility::Public || number % 2 == 0
        });
    });
    let fewer = fewer.unwrap();
    assert!(fewer.shelters().len() < all.shelters().len());
    let (one, other) = (packed(&all).0, packed(&fewer).0);
    assert!(one == other, "packs differ by what is hidden");
}

/// Says the first difference, not all of a city.
fn same<T: PartialEq + std::fmt::Debug>(what: &str, one: &[T], other: &[T]) {
    let first = one.iter().zip(other).position(|(a, b)| a != b);
    if let Some(at) = first {
        assert_eq!(
            one[at..].iter().take(4).collect::<Vec<_>>(),
            other[at..].iter().take(4).collect::<Vec<_>>(),
            "{what}, {at}"
        );
    }
    assert_eq!(one.len(), other.len(), "{what}");
}

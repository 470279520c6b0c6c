//! The ranking of doors is what locking every door, and every two, comes to.

use hinan_model::Ds;
use hinan_plan::answer::Best;
use hinan_plan::doors::{BESTS, Choices, Loss, losses, pairs, ranking};
use proptest::collection::vec;
use proptest::prelude::*;

const SHELTERS: u32 = 6;

/// People, their limit, and the time to each shelter (none beyond 90).
type Place = (u32, u32, Vec<u32>);

fn bests(place: &Place, locked: &[u32]) -> Vec<Best> {
    let times = (0..).zip(&place.2).filter(|(shelter, time)| **time < 90 && !locked.contains(shelter));
    let mut bests: Vec<Best> = times.map(|(shelter, &time)| Best { time: Ds(time), shelter }).collect();
    bests.sort_unstable();
    bests
}

fn choices(place: &Place) -> Choices {
    let bests = bests(place, &[]);
    let mut few = [None; BESTS];
    for (one, best) in few.iter_mut().zip(bests) {
        *one = Some(best);
    }
    Choices { people: place.0, within: Ds(place.1), bests: few }
}

/// By locking the doors and asking again.
fn brute(places: &[Place], locked: &[u32]) -> Loss {
    let mut loss = Loss::default();
    for place in places {
        let first =
            |locked: &[u32]| bests(place, locked).first().copied().filter(|best| best.time <= Ds(place.1));
        let people = u64::from(place.0);
        match (first(&[]), first(locked)) {
            (Some(_), None) => loss.lose += people,
            (Some(before), Some(after)) if after.time > before.time => {
                loss.longer += people;
                loss.longer_people_x_ds += people * u64::from(after.time.0 - before.time.0);
            }
            _ => {}
        }
    }
    loss
}

fn key(loss: &Loss) -> (std::cmp::Reverse<u64>, std::cmp::Reverse<u64>) {
    (std::cmp::Reverse(loss.lose), std::cmp::Reverse(loss.longer_people_x_ds))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_door_and_every_pair_cost_what_locking_them_costs(
        places in vec((0u32..9, 1u32..100, vec(0u32..120, SHELTERS as usize)), 0..30),
        most in 1usize..8,
    ) {
        let all: Vec<Choices> = places.iter().map(choices).collect();
        let losses = losses(SHELTERS, &all);
        for shelter in 0..SHELTERS {
            prop_assert_eq!(losses[shelter as usize], brute(&places, &[shelter]));
        }
        let ranked = ranking(&losses);
        for two in ranked.windows(2) {
            let [a, b] = [two[0], two[1]].map(|shelter| (key(&losses[shelter as usize]), shelter));
            prop_assert!(a < b);
        }
        let mut expected = Vec::new();
        for a in 0..SHELTERS {
            for b in a + 1..SHELTERS {
                expected.push((brute(&places, &[a, b]), [a, b]));
            }
        }
        expected.sort_by_key(|(loss, pair)| (key(loss), *pair));
        let found = pairs(&losses, &all, most);
        prop_assert_eq!(found.len(), most.min(expected.len()));
        for (pair, (loss, _)) in found.iter().zip(&expected) {
            prop_assert_eq!(key(&pair.together), key(loss), "the worst pairs, in order");
            prop_assert_eq!(pair.together, brute(&places, &pair.shelters));
            let apart: u64 = pair.shelters.iter().map(|&shelter| losses[shelter as usize].lose).sum();
            prop_assert_eq!(pair.lose_more, pair.together.lose - apart);
        }
    }
}

//! What a place in a shelter costs besides the walk there: where more people live near a shelter than it
//! holds, an assignment asks a price of time for it, so that those who lose least by it go elsewhere (the dual
//! price of the shelter's capacity in the transport problem).
//!
//! Packs carry prices as one parameter of the region, `NUMBER:DS` for each shelter that has one, with blanks
//! between: its number in the region's order and the price in tenths of a second.

use std::collections::BTreeMap;

use crate::{Ds, Shelter};

/// The parameter's name.
pub const PARAMETER: &str = "prices";
/// No price counts for more: an hour.
pub const MOST: Ds = Ds(36_000);

/// Prices by a shelter's id, as the parameter's value. Ids that are not there and prices of nothing are left
/// out.
pub fn write(shelters: &[Shelter], prices: &BTreeMap<String, Ds>) -> String {
    let asked = shelters.iter().enumerate().filter_map(|(number, shelter)| {
        let price = prices.get(&shelter.id)?.min(&MOST);
        (*price > Ds::ZERO).then(|| format!("{number}:{}", price.0))
    });
    asked.collect::<Vec<_>>().join(" ")
}

/// The price of each of `shelters` shelters; empty where there are none. What cannot be read costs nothing:
/// then the nearest is plan A, as without prices.
pub fn read(value: &str, shelters: usize) -> Vec<Ds> {
    let mut prices = vec![Ds::ZERO; shelters];
    for item in value.split(' ') {
        let Some((number, price)) = item.split_once(':') else { continue };
        let place = number.parse::<usize>().ok().and_then(|number| prices.get_mut(number));
        if let (Some(place), Ok(price)) = (place, price.parse::<u32>()) {
            *place = Ds(price).min(MOST);
        }
    }
    if prices.iter().all(|price| *price == Ds::ZERO) { Vec::new() } else { prices }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_read_costs_nothing() {
        assert_eq!(read("1:350 3:99999999", 4), [Ds(0), Ds(350), Ds(0), MOST]);
        assert_eq!(read("7:5 x:1 1: 2:-3 :", 3), []);
        assert_eq!(read("", 3), []);
    }
}

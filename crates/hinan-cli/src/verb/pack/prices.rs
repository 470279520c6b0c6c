//! Prices of an assignment, from the file that `hinan assign --json` writes.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, Result, anyhow};
use hinan_model::Ds;
use hinan_region::Region;
use serde::Deserialize;

use crate::output::remark;
use crate::tell::many;
use crate::verb::alert::file::read_bounded;

/// The largest file, in bytes.
const MOST_BYTES: usize = 64 << 20;

/// What is read of the file; the rest of it is for others.
#[derive(Deserialize)]
struct Assigned {
    prices: BTreeMap<String, u32>,
}

/// The prices by shelter, in tenths of a second.
///
/// # Errors
/// A file that cannot be read, or has no `prices`.
pub fn read(path: &Path) -> Result<BTreeMap<String, Ds>> {
    let at = || path.display().to_string();
    let bytes = read_bounded(path, MOST_BYTES).with_context(at)?;
    let assigned: Assigned = serde_json::from_slice(&bytes)
        .map_err(|error| anyhow!("{error}; it must have \"prices\": {{\"SHELTER\": tenths of a second}}"))
        .with_context(at)?;
    Ok(assigned.prices.into_iter().map(|(shelter, price)| (shelter, Ds(price))).collect())
}

/// Says which prices are of no shelter of the region.
pub fn tell(prices: &BTreeMap<String, Ds>, region: &Region) {
    let known: std::collections::BTreeSet<&str> =
        region.shelters().iter().map(|shelter| shelter.id.as_str()).collect();
    let unknown = prices.keys().filter(|id| !known.contains(id.as_str())).count();
    if unknown > 0 {
        let what = many(unknown as u64, "price is", "prices are");
        remark(&format!("{what} of no shelter of this region, and left out."));
    }
}

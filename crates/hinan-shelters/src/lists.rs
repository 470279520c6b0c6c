//! The lists that are known. One more list is one more table in the files of `lists/`, and its name
//! here.
//!
//! What the tables say of a list (what it is good for, who may go in, its licence) is what its
//! publisher says of it. Where the publisher is silent, so is the table.

mod europe;
mod israel;
mod japan;
mod own;
mod pacific;
mod studies;

use crate::mapping::Mapping;

/// Every known list. The first that fits is taken, and no two fit the same file: tested over real
/// lists of many countries.
pub(crate) const LISTS: &[&Mapping] = &[
    &own::FEED_CSV,
    &own::FEED_GEOJSON,
    &own::SHELTER_CSV,
    &europe::NORWAY,
    &europe::SWEDEN,
    &europe::OKHTYRKA,
    &europe::BULGARIA,
    &israel::TEL_AVIV,
    &israel::AKARIV,
    &israel::KFAR_SABA,
    &pacific::TAIWAN,
    &pacific::TAIWAN_COUNTY,
    &pacific::KOREA_EARTHQUAKE,
    &japan::GSI_EMERGENCY,
    &japan::GSI_EMERGENCY_GEOJSON,
    &japan::GSI_STAY,
    &japan::GSI_STAY_GEOJSON,
    &japan::MUNICIPAL,
    &japan::NANAO_OPENED,
    &japan::HAMAMATSU_TSUNAMI,
    &japan::KANAGAWA,
    &studies::SENDAI,
    &studies::PORTO_ALEGRE,
];

/// The known lists, for people.
pub(crate) fn described() -> String {
    let official = LISTS.iter().filter(|list| !list.title.is_empty());
    let titles: Vec<&str> = official.map(|list| list.title).collect();
    format!(
        "hinan-feed (hinan's own feed, CSV with the columns hinan_feed, id and node or lat, lon, or GeoJSON \
         with the member or property hinan_feed); shelter-csv (CSV with the columns shelter, capacity and node \
         or lat, lon); and as their publishers write them, the lists of {}",
        titles.join("; ")
    )
}

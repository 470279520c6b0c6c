//! Tables of studies that stand in for a list where a city has published none. No authority speaks in
//! them.

use hinan_model::shelter::Standing;

use crate::mapping::{Container, Field, ForAll, Ids, Mapping, Says};

/// Schools, parks and hills of refuge in the east of Sendai, as a study of tsunami evacuation wrote
/// them down: two tables in one file, the second with latitude and longitude in each other's columns,
/// cells ending at whatever was at hand. The file says of no place what it is good for, and a park by
/// the sea is no refuge from the sea: nothing is claimed. Somebody marked these places: that is all.
pub(crate) const SENDAI: Mapping = Mapping {
    format: "sendai-study",
    title: "a study of Sendai",
    container: Container::Loose,
    needs: &["Name", "Lat", "Lon", "Area", "Accomodation"],
    columns: &[
        ("Name", Field::Name),
        ("Lat", Field::Lat),
        ("Lon", Field::Lon),
        ("Area", Field::AreaFloor),
        ("Accomodation", Field::Capacity),
        ("OSM_wayId", Field::Remark),
        ("Type", Field::Remark),
    ],
    ids: Ids::Made,
    all: ForAll {
        says: &[Says::Standing(Standing::Mapped)],
        licence: Some("MIT"),
        bounds: Some([38.0, 140.6, 38.5, 141.2]),
        ..ForAll::NOTHING
    },
    ..Mapping::PLAIN
};

/// Cells of Porto Alegre with what stands in them. Where there are schools, they might do: one
/// candidate a cell, at its middle.
pub(crate) const PORTO_ALEGRE: Mapping = Mapping {
    format: "porto-alegre-schools",
    title: "the cells of Porto Alegre (schools as candidates)",
    needs: &["id", "population", "schools", "jobs", "healthcare"],
    columns: &[("id", Field::Id), ("lon", Field::Lon), ("lat", Field::Lat), ("schools", Field::HowMany)],
    all: ForAll {
        kind: Some("school"),
        says: &[Says::Standing(Standing::Candidate)],
        licence: Some("IBGE / IPEA open data"),
        attribution: Some("IBGE, IPEA"),
        bounds: Some([-30.4, -51.5, -29.8, -50.9]),
    },
    ..Mapping::PLAIN
};

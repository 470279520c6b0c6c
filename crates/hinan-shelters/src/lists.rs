//! The lists that are known. One more list is one more table here.

use hinan_model::shelter::Access;
use hinan_model::{Hazard, HazardSet};

use crate::mapping::{Container, Field, ForAll, Mapping, RowIs};

/// Every known list. The first that fits is taken, and no two fit the same file: tested over real
/// lists of many countries.
pub(crate) const LISTS: &[Mapping] = &[FEED_CSV, FEED_GEOJSON, SHELTER_CSV, NORWAY];

/// The columns of hinan's own feed, as `docs/shelter-feed.md` specifies them.
const FEED_COLUMNS: &[(&str, Field)] = &[
    ("hinan_feed", Field::Feed),
    ("id", Field::Id),
    ("name", Field::Name),
    ("address", Field::Address),
    ("kind", Field::Kind),
    ("standing", Field::Standing),
    ("lat", Field::Lat),
    ("lon", Field::Lon),
    ("node", Field::Node),
    ("entrance", Field::Entrance),
    ("start_ds", Field::StartDs),
    ("entrances", Field::Entrances),
    ("capacity", Field::Capacity),
    ("area_m2", Field::AreaM2),
    ("good_for", Field::GoodFor),
    ("bad_for", Field::BadFor),
    ("access", Field::Access),
    ("wheelchair", Field::Wheelchair),
    ("pets", Field::Pets),
    ("hours", Field::Hours),
    ("status", Field::Status),
    ("checked", Field::Checked),
    ("visibility", Field::Visibility),
    ("note", Field::Note),
];

const FEED_CSV: Mapping = Mapping {
    format: "hinan-feed-csv",
    container: Container::Csv,
    needs: &["hinan_feed", "id"],
    columns: FEED_COLUMNS,
    row_is: RowIs::Entrance,
    feed: true,
    all: ForAll::NOTHING,
};

const FEED_GEOJSON: Mapping = Mapping {
    format: "hinan-feed-geojson",
    container: Container::GeoJson,
    needs: &["hinan_feed"],
    row_is: RowIs::Shelter,
    ..FEED_CSV
};

/// The table that `hinan export --network` writes and anyone can write. `capacity` must be there:
/// without it, the answers of `reach` and `assign` would pass for shelter lists.
const SHELTER_CSV: Mapping = Mapping {
    format: "shelter-csv",
    container: Container::Csv,
    needs: &["shelter", "capacity"],
    columns: &[
        ("shelter", Field::Id),
        ("node", Field::Node),
        ("lat", Field::Lat),
        ("lon", Field::Lon),
        ("capacity", Field::Capacity),
        ("start_ds", Field::StartDs),
    ],
    row_is: RowIs::Entrance,
    feed: false,
    all: ForAll::NOTHING,
};

/// Public shelters (offentlige tilfluktsrom) of the Norwegian Directorate for Civil Protection.
/// They are built against acts of war; of other hazards the list says nothing. `adresse` is a note
/// on the place rather than an address.
const NORWAY: Mapping = Mapping {
    format: "norway-tilfluktsrom",
    container: Container::Json,
    needs: &["lokalId", "romnr", "plasser"],
    columns: &[
        ("lokalId", Field::Id),
        ("romnr", Field::Remark),
        ("plasser", Field::Capacity),
        ("adresse", Field::Address),
        ("latitude", Field::Lat),
        ("longitude", Field::Lon),
    ],
    row_is: RowIs::Shelter,
    feed: false,
    all: ForAll {
        kind: Some("tilfluktsrom"),
        good_for: HazardSet::EMPTY.with(Hazard::AirRaid),
        access: Access::Public,
        licence: Some("NLOD"),
        attribution: Some(
            "Contains data under the Norwegian licence for Open Government data (NLOD) distributed by DSB via Geonorge",
        ),
        // The mainland, Svalbard and Jan Mayen.
        bounds: Some([57.0, -10.0, 81.5, 34.0]),
    },
};

/// The known lists and what each is known by, for people.
pub(crate) fn described() -> String {
    let mut out = String::new();
    for list in LISTS {
        if !out.is_empty() {
            out.push_str("; ");
        }
        let (what, unit) = match list.container {
            Container::Csv => ("CSV", "columns"),
            Container::Json => ("JSON array", "members"),
            Container::GeoJson => ("GeoJSON", "member or property"),
        };
        out.push_str(&format!("{} ({what} with {unit} {}", list.format, list.needs.join(", ")));
        let place = match (list.container, list.column(Field::Lat), list.column(Field::Lon)) {
            (Container::GeoJson, ..) => " and points",
            (_, Some("lat"), _) => " and node or lat, lon",
            _ => " and latitude, longitude",
        };
        out.push_str(place);
        out.push(')');
    }
    out
}

//! The forms that anyone can write.

use crate::mapping::{Container, Field, Mapping, RowIs};

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
    ("underground", Field::Underground),
    ("pets", Field::Pets),
    ("hours", Field::Hours),
    ("status", Field::Status),
    ("checked", Field::Checked),
    ("visibility", Field::Visibility),
    ("note", Field::Note),
];

pub(crate) const FEED_CSV: Mapping = Mapping {
    format: "hinan-feed-csv",
    needs: &["hinan_feed", "id"],
    columns: FEED_COLUMNS,
    row_is: RowIs::Entrance,
    feed: true,
    ..Mapping::PLAIN
};

pub(crate) const FEED_GEOJSON: Mapping = Mapping {
    format: "hinan-feed-geojson",
    container: Container::GeoJson,
    needs: &["hinan_feed"],
    row_is: RowIs::Shelter,
    ..FEED_CSV
};

/// The table that `hinan export --network` writes and anyone can write. `capacity` must be there:
/// without it, the answers of `reach` and `assign` would pass for shelter lists.
pub(crate) const SHELTER_CSV: Mapping = Mapping {
    format: "shelter-csv",
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
    ..Mapping::PLAIN
};

//! Lists of Japan.
//!
//! Two kinds of places must not be mixed up. A 指定緊急避難場所 is where people flee, and is designated
//! hazard by hazard; a 指定避難所 is where they stay afterwards, and nothing is said of what it
//! withstands.
//!
//! A flag of `1` says that the place is designated for that hazard. A blank says that it is not
//! designated: because the hazard does not reach the town, because nobody has judged it, or because
//! the place is unfit. Which of them, the list does not tell, so a blank is read as unknown. That is
//! the safe reading: for floods, tsunamis and fires nobody is ever sent to a place of unknown
//! suitability, and nobody is told that a place is bad that is not.
//!
//! 洪水 are floods of rivers, 内水氾濫 is rain water that finds no way out. hinan has one word for
//! both, so a place is good for floods only where both are flagged; where one is, the note says which.

use hinan_model::Hazard;
use hinan_model::shelter::{Answer, Status};

use crate::mapping::{Container, Field, ForAll, Ids, Look, Mapping, Otherwise, Says, Words};

/// From Yonaguni to Etorofu and Minamitorishima.
const BOUNDS: Option<[f64; 4]> = Some([20.0, 122.0, 46.0, 154.5]);

/// The columns of the GSI's files, of the form that towns publish (推奨データセット, 自治体標準) in its
/// versions, and of what was made of them.
const COLUMNS: &[(&str, Field)] = &[
    ("共通ID", Field::Id),
    ("ID", Field::Id),
    ("施設・場所名", Field::Name),
    ("名称", Field::Name),
    ("住所", Field::Address),
    ("所在地_連結表記", Field::Address),
    ("緯度", Field::Lat),
    ("経度", Field::Lon),
    ("洪水", Field::Flag(Says::RiverFlood)),
    ("崖崩れ、土石流及び地滑り", Field::Flag(Says::Good(Hazard::Landslide))),
    ("崖崩れ,土石流及び地滑り", Field::Flag(Says::Good(Hazard::Landslide))),
    ("高潮", Field::Flag(Says::Good(Hazard::StormSurge))),
    ("地震", Field::Flag(Says::Good(Hazard::Earthquake))),
    ("津波", Field::Flag(Says::Good(Hazard::Tsunami))),
    ("大規模な火事", Field::Flag(Says::Good(Hazard::Fire))),
    ("内水氾濫", Field::Flag(Says::InlandFlood)),
    ("火山現象", Field::Flag(Says::Good(Hazard::Volcano))),
    ("災害種別_洪水", Field::Flag(Says::RiverFlood)),
    ("災害種別_崖崩れ、土石流及び地滑り", Field::Flag(Says::Good(Hazard::Landslide))),
    ("災害種別_崖崩れ,土石流及び地滑り", Field::Flag(Says::Good(Hazard::Landslide))),
    ("災害種別_高潮", Field::Flag(Says::Good(Hazard::StormSurge))),
    ("災害種別_地震", Field::Flag(Says::Good(Hazard::Earthquake))),
    ("災害種別_津波", Field::Flag(Says::Good(Hazard::Tsunami))),
    ("災害種別_大規模な火事", Field::Flag(Says::Good(Hazard::Fire))),
    ("災害種別_内水氾濫", Field::Flag(Says::InlandFlood)),
    ("災害種別_火山現象", Field::Flag(Says::Good(Hazard::Volcano))),
    ("想定収容人数", Field::CapacityAfter(PEOPLE)),
    ("人数*", Field::Remark),
    ("時点", Field::CheckedReiwa),
    ("人数_令和*", Field::CheckedReiwa),
    ("受入対象者", Field::Remark),
    ("その他市町村長が必要と認める事項", Field::Note),
    ("対象となる町会・自治会", Field::Remark),
    ("備考", Field::Note),
];

/// `191`, `100人（2㎡/人）`, `屋内191人／屋外0人(面積の1/2)`. Those indoors count; where there is no
/// indoors, those outdoors do.
const PEOPLE: &[&str] = &["屋内", "屋外", ""];

const GSI: ForAll = ForAll {
    kind: Some("指定緊急避難場所"),
    says: &[],
    licence: Some("GSI terms of use"),
    attribution: Some("Geospatial Information Authority of Japan (国土地理院)"),
    bounds: BOUNDS,
};

/// Places to flee to of the Geospatial Information Authority, a file a town (`_2`) or the country. The
/// older file of the country has no ids.
pub(crate) const GSI_EMERGENCY: Mapping = Mapping {
    format: "gsi-emergency",
    title: "Japan (GSI 指定緊急避難場所 and 指定避難所)",
    needs: &["施設・場所名", "洪水", "津波", "内水氾濫"],
    columns: COLUMNS,
    ids: Ids::Made,
    all: GSI,
    ..Mapping::PLAIN
};

pub(crate) const GSI_EMERGENCY_GEOJSON: Mapping =
    Mapping { format: "gsi-emergency-geojson", title: "", container: Container::GeoJson, ..GSI_EMERGENCY };

/// Places to stay at of the same (`_1`). Nothing is said of hazards, so nothing is claimed.
pub(crate) const GSI_STAY: Mapping = Mapping {
    format: "gsi-stay",
    title: "",
    needs: &["施設・場所名", "受入対象者"],
    lacks: &["洪水", "津波"],
    columns: COLUMNS,
    ids: Ids::Made,
    all: ForAll { kind: Some("指定避難所"), ..GSI },
    ..Mapping::PLAIN
};

pub(crate) const GSI_STAY_GEOJSON: Mapping =
    Mapping { format: "gsi-stay-geojson", container: Container::GeoJson, ..GSI_STAY };

/// Places to flee to as towns and prefectures publish them, in the form that the state recommends.
/// Each publisher has a licence of its own. The older version has no ids.
pub(crate) const MUNICIPAL: Mapping = Mapping {
    format: "japan-municipal",
    title: "Japan's towns and prefectures (推奨データセット, 自治体標準)",
    needs: &["名称", "災害種別_洪水", "災害種別_津波", "災害種別_内水氾濫", "想定収容人数"],
    lacks: &["地区"],
    columns: COLUMNS,
    ids: Ids::Made,
    all: ForAll { kind: Some("指定緊急避難場所"), bounds: BOUNDS, ..ForAll::NOTHING },
    ..Mapping::PLAIN
};

/// Shelters of Nanao that were open at some hour after the earthquake of 2024-01-01, with the heads
/// that were counted there. Open is what they were then: `checked` tells the day, by a column of its
/// own (`時点`) or by the name of that of the heads (`人数_令和6年1月9日午後6時時点`).
pub(crate) const NANAO_OPENED: Mapping = Mapping {
    format: "nanao-opened",
    title: "Nanao (opened shelters)",
    needs: &["ID", "地区", "名称", "人数*", "災害種別_洪水", "想定収容人数"],
    lacks: &[],
    columns: COLUMNS,
    all: ForAll {
        kind: Some("避難所"),
        says: &[Says::Status(Status::Open)],
        licence: Some("CC-BY-4.0"),
        attribution: Some("Nanao City (七尾市)"),
        bounds: BOUNDS,
    },
    ..Mapping::PLAIN
};

/// Buildings, towers and mounds of Hamamatsu to climb when a tsunami comes: `16人`, `3階`, `9ｍ`.
pub(crate) const HAMAMATSU_TSUNAMI: Mapping = Mapping {
    format: "hamamatsu-tsunami",
    title: "Hamamatsu (tsunami evacuation buildings)",
    needs: &["USER_施設名称", "USER_建物用途", "階数", "収容人数(0.7*0.7)指数o.8"],
    columns: &[
        ("NO", Field::Id),
        ("USER_施設名称", Field::Name),
        ("USER_棟名", Field::Name),
        ("USER_静岡県浜松市", Field::Address),
        ("USER_建物用途", Field::Kind),
        ("経度", Field::Lon),
        ("緯度", Field::Lat),
        ("階数", Field::Remark),
        ("3階×ｍ", Field::Remark),
        ("収容人数(0.7*0.7)指数o.8", Field::CapacityAfter(PEOPLE)),
        ("USER_避難場所", Field::Remark),
        ("USER_面積___", Field::AreaFloor),
        ("USER_公共民間", Field::Remark),
        ("USER_建物の構造", Field::Remark),
        ("USER_x", Field::East),
        ("USER_y", Field::North),
    ],
    grids: &[3857],
    all: ForAll {
        kind: None,
        says: &[Says::Good(Hazard::Tsunami), Says::Underground(Answer::No)],
        licence: Some("CC BY (not verified)"),
        attribution: Some("Hamamatsu City (浜松市)"),
        bounds: Some([34.5, 137.3, 35.4, 138.1]),
    },
    ..Mapping::PLAIN
};

/// The GSI's places of Kanagawa, both kinds merged, with hazards in English.
pub(crate) const KANAGAWA: Mapping = Mapping {
    format: "kanagawa-evacuation",
    title: "Kanagawa",
    container: Container::Json,
    needs: &["isEmergencySite", "isEvacuationCenter", "disasterTypes", "location.lat", "location.lng"],
    columns: &[
        ("id", Field::Id),
        ("name", Field::Name),
        ("address", Field::Address),
        ("location.lat", Field::Lat),
        ("location.lng", Field::Lon),
        ("isEmergencySite", Field::Flag(Says::Kind("指定緊急避難場所"))),
        ("isEvacuationCenter", Field::Flag(Says::Kind("指定避難所"))),
        ("isWelfareShelter", Field::Flag(Says::Kind("福祉避難所"))),
        ("disasterTypes", Field::Words(&KANAGAWA_HAZARDS)),
        ("targetOccupants", Field::Remark),
    ],
    all: ForAll { bounds: Some([35.0, 138.8, 35.75, 139.9]), kind: None, ..GSI },
    ..Mapping::PLAIN
};

const KANAGAWA_HAZARDS: Words = Words {
    look: Look::Whole,
    table: &[
        ("flood", &[Says::RiverFlood]),
        ("inlandFlood", &[Says::InlandFlood]),
        ("landslide", &[Says::Good(Hazard::Landslide)]),
        ("stormSurge", &[Says::Good(Hazard::StormSurge)]),
        ("earthquake", &[Says::Good(Hazard::Earthquake)]),
        ("tsunami", &[Says::Good(Hazard::Tsunami)]),
        ("fire", &[Says::Good(Hazard::Fire)]),
        ("volcano", &[Says::Good(Hazard::Volcano)]),
    ],
    otherwise: Otherwise::Say,
};

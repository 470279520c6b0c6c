//! Lists of Taiwan and Korea.

use hinan_model::Hazard;

use crate::mapping::{Container, Field, ForAll, Ids, Mapping, Says};

const TAIWAN_SAYS: ForAll = ForAll {
    kind: Some("防空疏散避難設施"),
    says: &[Says::Good(Hazard::AirRaid)],
    licence: Some("public data"),
    attribution: Some("National Police Agency, Taiwan (內政部警政署)"),
    // With Kinmen, Matsu, Penghu and Lanyu.
    bounds: Some([21.5, 118.0, 26.6, 122.3]),
};

/// Air-raid shelters of Taiwan's National Police Agency, a file a county: a table with a place and an
/// object of whatever the police stations wrote. Numbers count up within a station. The floors below
/// the ground that are the shelter come as `1.0`, `B01`, `B01B02`.
pub(crate) const TAIWAN: Mapping = Mapping {
    format: "taiwan-air-raid",
    title: "Taiwan (防空疏散避難設施)",
    needs: &["latitude", "longitude", "properties.可容納人數", "properties.地址"],
    columns: &[
        ("latitude", Field::Lat),
        ("longitude", Field::Lon),
        ("properties.緯經度", Field::LatLon),
        ("properties.轄管分局", Field::Id),
        ("properties.轄區分局", Field::Id),
        ("properties.編號", Field::Id),
        ("properties.電腦編號", Field::Id),
        ("properties.地址", Field::Address),
        ("properties.可容納人數", Field::CapacityAfter(&[""])),
        ("properties.避難所在之地下樓層數", Field::FloorsBelow),
        ("properties.地下樓層數", Field::FloorsBelow),
        ("properties.里別", Field::Remark),
        ("properties.村里別", Field::Remark),
        ("properties.備註", Field::Note),
    ],
    grids: &[3826, 3825],
    all: TAIWAN_SAYS,
    ..Mapping::PLAIN
};

/// The same as the counties publish it: one table, the place as `latitude,longitude` in one cell, no
/// ids.
pub(crate) const TAIWAN_COUNTY: Mapping = Mapping {
    format: "taiwan-air-raid-county",
    title: "Taiwan's counties",
    needs: &["村里別", "地址", "可容納人數", "緯經度"],
    columns: &[
        ("電腦編號", Field::Id),
        ("類別", Field::Remark),
        ("村里別", Field::Remark),
        ("地址", Field::Address),
        ("地下樓層", Field::FloorsBelow),
        ("地下樓層數", Field::FloorsBelow),
        ("可容納人數", Field::CapacityAfter(&[""])),
        ("緯經度", Field::LatLon),
        ("備註", Field::Note),
    ],
    ids: Ids::Made,
    grids: &[3826, 3825],
    all: TAIWAN_SAYS,
    ..Mapping::PLAIN
};

/// Korea's indoor shelters for people whose homes an earthquake has made unsafe.
pub(crate) const KOREA_EARTHQUAKE: Mapping = Mapping {
    format: "korea-earthquake-indoor",
    title: "Korea (indoor shelters for earthquakes)",
    container: Container::Json,
    needs: &["시설일련번호", "시설명", "최대수용인원수"],
    columns: &[
        ("시설일련번호", Field::Id),
        ("시설명", Field::Name),
        ("도로명주소", Field::Address),
        ("상세주소", Field::AddressElse),
        ("최대수용인원수", Field::Capacity),
        ("위도", Field::Lat),
        ("경도", Field::Lon),
    ],
    grids: &[5186, 5181, 5179],
    all: ForAll {
        kind: Some("지진 실내구호소"),
        says: &[Says::Good(Hazard::Earthquake)],
        licence: Some("public data"),
        attribution: None,
        bounds: Some([33.0, 124.5, 38.7, 132.0]),
    },
    ..Mapping::PLAIN
};

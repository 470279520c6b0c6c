//! Points that PROJ computed, there and back, to 1 cm.

use std::collections::BTreeMap;

use hinan_earth::{Crs, CrsError};
use hinan_model::Place;

/// What the second line of the head of the file names, a line a point.
const POINTS: &str = include_str!("points.csv");
const CM: f64 = 0.01;

struct Point {
    code: u32,
    lat: f64,
    lon: f64,
    x: f64,
    y: f64,
}

fn points() -> Vec<Point> {
    POINTS
        .lines()
        .skip(2)
        .map(|line| {
            let mut fields = line.split(',').map(|field| field.parse::<f64>().unwrap());
            let mut next = || fields.next().unwrap();
            Point { code: next() as u32, lat: next(), lon: next(), x: next(), y: next() }
        })
        .collect()
}

fn metres(lat: f64, lon: f64, other_lat: f64, other_lon: f64) -> f64 {
    let turn = (other_lon - lon + 540.0).rem_euclid(360.0) - 180.0;
    ((other_lat - lat) * 111_320.0).hypot(turn * lat.to_radians().cos() * 111_320.0)
}

#[test]
fn every_point_agrees_with_proj_to_a_centimetre() {
    let mut systems: BTreeMap<u32, Crs> = BTreeMap::new();
    let points = points();
    assert!(points.len() > 900);
    for Point { code, lat, lon, x, y } in points {
        let authority = if code >= 53_000 { "ESRI" } else { "EPSG" };
        let crs = systems.entry(code).or_insert_with(|| Crs::read(&format!("{authority}:{code}")).unwrap());
        let (our_x, our_y) = crs.from_degrees(lat, lon).unwrap();
        let unit = if crs.is_degrees() { 111_320.0 } else { 1.0 };
        let off = (our_x - x).hypot(our_y - y) * unit;
        assert!(off < CM, "{code}: {lat},{lon} is {x},{y} and not {our_x},{our_y}: off by {off} m");
        let (our_lat, our_lon) = crs.to_degrees(x, y).unwrap();
        let off = metres(lat, lon, our_lat, our_lon);
        assert!(off < CM, "{code}: {x},{y} is {lat},{lon} and not {our_lat},{our_lon}: off by {off} m");
        // Rounding to a place adds 8 mm at most.
        let place = crs.to_place(x, y).unwrap();
        assert!(metres(lat, lon, place.lat(), place.lon()) < CM + 0.008, "{code} {place}");
    }
}

#[test]
fn the_systems_of_the_lists_that_hinan_reads_are_known() {
    let japan = 6668..=6687;
    let codes = [
        2039, 25832, 25833, 3006, 3067, 3857, 4326, 4258, 5179, 5186, 3826, 3825, 31985, 31982, 27700, 2154,
        3035, 5070, 3395, 5243, 28992, 2056, 32633, 32723,
    ];
    for code in codes.into_iter().chain(japan) {
        assert!(Crs::epsg(code).is_ok(), "{code}");
    }
    assert!(Crs::read("ESRI:54009").is_ok());
    assert_eq!(Crs::epsg(27700).unwrap().accuracy_m(), Some(2.0));
}

#[test]
fn a_system_that_would_be_off_is_refused_with_a_way_out() {
    // Krovak: one shift in the Czech Republic and another in Slovakia. 4301: needs a grid of Japan.
    for code in [5514, 4301, 0, 999_999, u32::MAX] {
        let error = Crs::epsg(code).unwrap_err();
        assert_eq!(error, CrsError::Unknown(format!("EPSG:{code}")));
        assert!(error.to_string().contains("ogr2ogr"), "{error}");
    }
}

#[test]
fn a_system_is_known_by_any_of_its_names() {
    let names = [
        "EPSG:2039",
        "epsg:2039",
        " 2039 ",
        "urn:ogc:def:crs:EPSG::2039",
        "http://www.opengis.net/def/crs/EPSG/0/2039",
        "+init=epsg:2039",
        r#"PROJCS["Israel 1993 / Israeli TM Grid",GEOGCS["Israel 1993"],AUTHORITY["EPSG","2039"]]"#,
        r#"PROJCRS["Israel 1993 / Israeli TM Grid",BASEGEOGCRS["Israel 1993"],ID["EPSG",2039]]"#,
    ];
    for name in names {
        assert_eq!(Crs::read(name).unwrap().name(), "EPSG:2039", "{name}");
    }
    for name in ["CRS84", "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326", "4979"] {
        assert_eq!(Crs::read(name).unwrap().name(), "EPSG:4326", "{name}");
    }
}

#[test]
fn definitions_without_a_code_say_the_same_as_the_code() {
    let pairs = [
        (
            54009,
            r#"PROJCS["World_Mollweide",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mollweide"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],UNIT["Meter",1.0]]"#,
        ),
        (25832, "+proj=utm +zone=32 +ellps=GRS80 +units=m +no_defs +type=crs"),
        (
            3857,
            "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs",
        ),
        (
            5070,
            r#"PROJCRS["NAD83 / Conus Albers",BASEGEOGCRS["NAD83",DATUM["North American Datum 1983",ELLIPSOID["GRS 1980",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["Conus Albers",METHOD["Albers Equal Area",ID["EPSG",9822]],PARAMETER["Latitude of false origin",23,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of false origin",-96],PARAMETER["Latitude of 1st standard parallel",29.5],PARAMETER["Latitude of 2nd standard parallel",45.5],PARAMETER["Easting at false origin",0,LENGTHUNIT["metre",1]],PARAMETER["Northing at false origin",0]],CS[Cartesian,2],AXIS["easting (X)",east],LENGTHUNIT["metre",1]]"#,
        ),
        (
            3035,
            r#"PROJCS["ETRS89_LAEA",GEOGCS["ETRS89",DATUM["x",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Azimuthal_Equal_Area"],PARAMETER["latitude_of_center",52],PARAMETER["longitude_of_center",10],PARAMETER["false_easting",4321000],PARAMETER["false_northing",3210000],UNIT["metre",1]]"#,
        ),
        (
            2154,
            r#"PROJCS["RGF93_Lambert_93",GEOGCS["GCS_RGF_1993",DATUM["D_RGF_1993",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",700000.0],PARAMETER["False_Northing",6600000.0],PARAMETER["Central_Meridian",3.0],PARAMETER["Standard_Parallel_1",49.0],PARAMETER["Standard_Parallel_2",44.0],PARAMETER["Latitude_Of_Origin",46.5],UNIT["Meter",1.0]]"#,
        ),
    ];
    for (code, text) in pairs {
        let (known, spelled) = (Crs::epsg(code).unwrap(), Crs::read(text).unwrap());
        for point in points().iter().filter(|point| point.code == code) {
            let (x, y) = spelled.from_degrees(point.lat, point.lon).unwrap();
            let (known_x, known_y) = known.from_degrees(point.lat, point.lon).unwrap();
            assert!((x - known_x).hypot(y - known_y) < 1e-3, "{code}");
        }
    }
}

#[test]
fn a_definition_whose_datum_is_not_known_is_refused() {
    for text in [
        "+proj=tmerc +lat_0=38 +lon_0=127 +k=1 +x_0=200000 +y_0=500000 +ellps=bessel +units=m",
        "+proj=longlat +datum=NAD27",
        "+proj=utm +zone=10 +ellps=clrk66 +nadgrids=conus",
        "+proj=sinu +R=6371007.181",
        "+proj=geocent +ellps=WGS84",
        r#"GEOGCS["Tokyo",DATUM["Tokyo",SPHEROID["Bessel 1841",6377397.155,299.1528128]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]"#,
    ] {
        let error = Crs::read(text).unwrap_err();
        assert!(matches!(error, CrsError::Unusable { .. }), "{text}: {error}");
    }
    let known = "+proj=longlat +ellps=bessel +towgs84=-146.414,507.337,680.507";
    assert!(Crs::read(known).unwrap().is_degrees());
}

#[test]
fn numbers_that_are_no_point_of_the_system_are_no_place() {
    let utm = Crs::epsg(25832).unwrap();
    for (x, y) in [(f64::NAN, 0.0), (f64::INFINITY, 1.0), (1e12, 1e12), (-4e7, 5e6), (1e300, -1e300)] {
        assert_eq!(utm.to_place(x, y), None, "{x},{y}");
        assert_eq!(Crs::WGS84.to_place(x, y), None, "{x},{y}");
    }
    assert_eq!(Crs::WGS84.to_place(24.94, 60.17), Place::from_degrees(60.17, 24.94));
    assert_eq!(utm.from_degrees(91.0, 9.0), None);
}

#[test]
fn a_system_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&Crs::WGS84);
}

//! People out of text of many kinds.

use hinan_earth::Crs;
use hinan_layers::Wanted;
use hinan_model::people::Shape;
use hinan_model::{Bounds, Place};

use crate::{adds_up, people_of};

fn wanted(column: &str) -> Wanted {
    Wanted { column: Some(column.to_owned()), ..Wanted::default() }
}

/// What is said of text that is no source of people.
fn refused(text: &str, wanted: &Wanted) -> String {
    people_of(text, wanted).unwrap_err().to_string()
}

#[test]
fn points_come_with_any_delimiter_and_name() {
    for text in [
        "lat,lon,population\n60.1,24.9,12\n60.2,24.8,30.5\n",
        "\u{feff}Latitude;Longitude;Väestö\r\n60,1;24,9;12\r\n60,2;24,8;30,5\r\n",
        "経度\t緯度\t人口\n24.9\t60.1\t12\n24.8\t60.2\t30.5\n",
        "name,LNG,LAT,Total Population\nx,24.9,60.1,\"12\"\ny,24.8,60.2,30.5\n",
        "POP_2020|lat|lon\n12|60.1|24.9\n30.5|60.2|24.8\n",
        r#"[{"lat":60.1,"lon":24.9,"people":12},{"lat":"60.2","lon":24.8,"people":30.5}]"#,
    ] {
        let people = people_of(text, &Wanted::default()).unwrap();
        adds_up(&people.source, &people.complaints);
        assert_eq!((people.source.rows, people.total()), (2, 43), "{text}");
        assert_eq!(people.cells[1].milli, 30_500, "{text}");
        assert_eq!(people.cells[0].shape, Shape::Point(Place::from_degrees(60.1, 24.9).unwrap()), "{text}");
    }
}

#[test]
fn japans_census_in_its_own_encoding_is_read() {
    let text = "メッシュコード,人口\n53393520,9437\n53393521,12\n";
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    let people =
        hinan_layers::read_people_from(std::io::Cursor::new(bytes), "census.csv", &Wanted::default())
            .unwrap();
    assert_eq!(people.total(), 9449);
    assert!(people.complaints[0].reason.contains("Shift_JIS"), "{}", people.complaints[0]);
    assert!(matches!(people.cells[0].shape, Shape::Box(_)));
}

#[test]
fn rows_that_cannot_be_are_complaints_and_the_others_stay() {
    let text = "lat,lon,population\n60.1,24.9,12\n60.1,24.9,\n60.1,24.9,*\n60.1,24.9,-4\n60.1,24.9,1000000000\n\
                24.9,160.1,3\n91,24.9,3\n0,0,3\n385000,6671000,7\n60.1,24.9\n60.1,24.9,5,6\n60.1,24.9,0\n60.1,24.9,NaN\n";
    let people = people_of(text, &Wanted::default()).unwrap();
    adds_up(&people.source, &people.complaints);
    assert_eq!(
        (people.source.rows, people.source.records, people.cells.len(), people.total()),
        (13, 3, 2, 15)
    );
    let said: Vec<String> = people.complaints.iter().map(ToString::to_string).collect();
    for (row, words) in [
        (3, "row 3, column population: '' is no number"),
        (4, "'*' is no number"),
        (5, "-4 people cannot be"),
        (6, "more than any city has"),
        (8, "not on Earth"),
        (9, "left blank"),
        (10, "metres of a national grid"),
        (11, "2 cells where the header has 3"),
        (12, "4 cells"),
        (14, "'NaN' is no number"),
    ] {
        assert!(
            said.iter().any(|said| said.contains(words) && said.contains(&format!("row {row}"))),
            "{row} {words}: {said:#?}"
        );
    }
}

#[test]
fn metres_need_a_system_and_are_converted() {
    let text = "x,y,people\n385000,6671000,10\n";
    assert!(refused(text, &Wanted::default()).contains("does not say its coordinate system"));
    let helsinki = Wanted { crs: Some(Crs::epsg(3067).unwrap()), ..Wanted::default() };
    let people = people_of(text, &helsinki).unwrap();
    let Shape::Point(place) = people.cells[0].shape else { unreachable!("a point") };
    assert!(place.distance_mm(Place::from_degrees(60.159_692_8, 24.928_022_9).unwrap()) < 20, "{place}");
}

#[test]
fn the_column_can_be_named_and_must_be_there() {
    let text = "lat,lon,T000876001,jobs\n60.1,24.9,12,7\n";
    let error = refused(text, &Wanted::default());
    assert!(error.contains("name it") && error.contains("'T000876001'"), "{error}");
    assert_eq!(people_of(text, &wanted("t000876001")).unwrap().total(), 12);
    assert_eq!(people_of(text, &wanted("jobs")).unwrap().total(), 7);
    assert!(refused(text, &wanted("people")).contains("has no column 'people'"));
}

#[test]
fn geojson_gives_outlines_points_and_complaints() {
    let text = r#"{"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"pop":10},"geometry":{"type":"Polygon","coordinates":[[[24,60],[25,60],[25,61],[24,61],[24,60]]]}},
        {"type":"Feature","properties":{"pop":"1,500"},"geometry":{"type":"Point","coordinates":[24.5,60.5,12]}},
        {"type":"Feature","properties":{"pop":null},"geometry":{"type":"Point","coordinates":[24.5,60.5]}},
        {"type":"Feature","properties":{"pop":1},"geometry":null},
        {"type":"Feature","properties":{"pop":1},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
        {"type":"Feature","properties":{"pop":1},"geometry":{"type":"Polygon","coordinates":[[[24,60],[24,60]]]}},
        7]}"#;
    let people = people_of(text, &Wanted::default()).unwrap();
    adds_up(&people.source, &people.complaints);
    assert_eq!((people.source.rows, people.source.records, people.total()), (7, 2, 1510));
    assert!(matches!(people.cells[0].shape, Shape::Area(_)));
}

#[test]
fn geojson_in_metres_says_so_or_is_refused() {
    let feature = r#""features":[{"type":"Feature","properties":{"pop":10},"geometry":{"type":"Point","coordinates":[15690000,4610000]}}]"#;
    let stated = format!(
        r#"{{"type":"FeatureCollection","crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::3857"}}}},{feature}}}"#
    );
    let people = people_of(&stated, &Wanted::default()).unwrap();
    let Shape::Point(place) = people.cells[0].shape else { unreachable!("a point") };
    assert!(place.distance_mm(Place::from_degrees(38.2, 140.95).unwrap()) < 10_000_000, "{place}");
    let silent = format!(r#"{{"type":"FeatureCollection",{feature}}}"#);
    assert!(refused(&silent, &Wanted::default()).contains("metres of a national grid"));
    let unknown = stated.replace("3857", "5514");
    assert!(refused(&unknown, &Wanted::default()).contains("EPSG:5514 is not a coordinate system"));
}

#[test]
fn fractions_of_people_keep_their_sum() {
    let mut text = "lat,lon,pop\n".to_owned();
    for row in 0..3000 {
        text += &format!("60.{row:04},24.9,0.0003\n");
    }
    let people = people_of(&text, &Wanted::default()).unwrap();
    assert_eq!(people.cells.iter().map(|cell| cell.milli).sum::<u64>(), 900);
    assert_eq!(people.total(), 1);
}

#[test]
fn a_code_and_an_outline_that_disagree_get_a_remark() {
    let text = r#"[{"meshId":"53393520","coordinates":[[139.0,35.0],[139.1,35.0],[139.1,35.1],[139.0,35.1]],"population":5}]"#;
    let people = people_of(text, &Wanted::default()).unwrap();
    assert!(people.complaints[0].reason.contains("not that of its mesh code"), "{}", people.complaints[0]);
    let at = |lat, lon| Place::from_degrees(lat, lon).unwrap();
    assert_eq!(
        people.cells[0].shape,
        Shape::Box(Bounds { min: at(35.6, 139.625), max: at(35.608_333_3, 139.637_5) })
    );
    let text = "id,lat,lon,population\n89a901291abffff,-30.2,-51.1,4\n";
    let people = people_of(text, &Wanted::default()).unwrap();
    assert!(people.complaints[0].reason.contains("outside of the cell"), "{}", people.complaints[0]);
}

#[test]
fn people_in_the_sea_are_told() {
    let people = people_of("lat,lon,pop\n30,-40,5\n60.17,24.94,5\n", &Wanted::default()).unwrap();
    assert_eq!(people.total(), 10);
    assert!(
        people.complaints[0].reason.contains("1 cells with people lie in the sea"),
        "{}",
        people.complaints[0]
    );
}

#[test]
fn what_is_no_source_of_people_is_refused_with_a_sentence() {
    for (text, words) in [
        ("", "is empty"),
        ("lat,lon,population\n", "none at all"),
        ("a,b\n1,2\n", "does not say where its rows are"),
        ("{}", "no GeoJSON"),
        ("[]", "not of objects"),
        ("[1,2]", "not of objects"),
        ("{\"type\":\"FeatureCollection\",\"features\":[", "broken JSON at line 1"),
        ("<html>", "error page"),
        ("PK\u{3}\u{4}", "workbook"),
        ("SQLite format 3\0", "cannot be read"),
        ("II*\0", "cannot be read"),
        ("lat,lon,population\n91,0,1\n", "not one of them can be used"),
    ] {
        let error = refused(text, &Wanted::default());
        assert!(error.starts_with("test") && error.contains(words), "{text:?}: {error}");
    }
}

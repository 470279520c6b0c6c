//! Tables and JSON lists, row by row.

use hinan_model::Ds;
use hinan_model::shelter::{EntranceAt, Standing, Status, Visibility};
use hinan_shelters::{MAX_CELL, NotAList, read_bytes};

use crate::{list, read_text, said};

#[test]
fn rows_of_one_shelter_may_stand_apart() {
    let list = list(
        "shelter,node,capacity,colour,start_ds\r\n7,12,300,red,\r\n b,0012,40,blue,50\r\n7,13,300,red,20\r\n",
    );
    assert_eq!(list.complaints, []);
    assert_eq!(list.source.format, "shelter-csv");
    assert_eq!((list.source.rows, list.source.records), (3, 2));
    let ids: Vec<_> = list.shelters.iter().map(|s| s.id.as_str()).collect();
    // Ids are the source's own, blanks and leading zeros included.
    assert_eq!(ids, ["7", " b"]);
    let entrances: Vec<_> = list.shelters[0].entrances.iter().map(|e| (e.at.clone(), e.start)).collect();
    assert_eq!(
        entrances,
        [(EntranceAt::Node("12".into()), None), (EntranceAt::Node("13".into()), Some(Ds(20)))]
    );
    assert_eq!(list.shelters[1].entrances[0].at, EntranceAt::Node("0012".into()));
    assert_eq!(list.shelters[0].capacity, Some(300));
}

#[test]
fn a_table_may_give_places_and_leave_capacity_blank() {
    let list = list("shelter,lat,lon,capacity\nA,60.1,24.9,\nB,60.2,24.8,1 200\n");
    assert_eq!(said(&list), "");
    assert_eq!(list.shelters[0].capacity, None);
    assert_eq!(list.shelters[1].capacity, Some(1200));
}

#[test]
fn what_is_wrong_is_said_by_row_and_column() {
    let list = list(
        "shelter,node,capacity,start_ds\n\
         a,1,10,\n\
         a,2,20,\n\
         ,3,5,\n\
         c,,5,\n\
         d,4,many,\n\
         e,5,5,-3\n\
         f,6\n\
         g,7,7,0,extra\n\
         a,1,10,\n\
         h,8,8,0\n",
    );
    let expected = [
        "list, row 3, column capacity: says otherwise than row 2 of the same shelter; what row 2 says is kept",
        "list, row 4, column shelter: there is no id; row left out",
        "list, row 5: there is no position; row left out",
        "list, row 6, column capacity: 'many' is not a whole number from 0 to 4294967295; taken as unknown",
        "list, row 7, column start_ds: '-3' is not a whole number from 0 to 4294967295; row left out",
        "list, row 8: 2 cells where the header has 4 (a comma without quotation marks?); row left out",
        "list, row 9: 5 cells where the header has 4 (a comma without quotation marks?); row left out",
        "list, row 10: the same entrance of the same shelter once more; left out",
    ];
    assert_eq!(said(&list).lines().collect::<Vec<_>>(), expected);
    assert_eq!(list.source.complaints, 8);
    let ids: Vec<_> = list.shelters.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(ids, ["a", "d", "h"]);
    assert_eq!(list.shelters[0].capacity, Some(10));
}

#[test]
fn marks_line_ends_and_encodings_do_not_matter() {
    let text = "shelter,node,capacity\nÅ,1,5\n";
    let plain = list(text).shelters;
    let utf16 = |little: bool| {
        let units = std::iter::once('\u{feff}').chain(text.chars()).map(|c| c as u16);
        units.flat_map(|u| if little { u.to_le_bytes() } else { u.to_be_bytes() }).collect::<Vec<u8>>()
    };
    for bytes in [
        format!("\u{feff}{text}").into_bytes(),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace(',', ";").into_bytes(),
        text.replace(',', "\t").into_bytes(),
        utf16(true),
        utf16(false),
    ] {
        assert_eq!(read_bytes(&bytes, "list").unwrap().shelters, plain);
    }
    for little in [true, false] {
        let list = read_bytes(&utf16(little)[2..], "list").unwrap();
        assert_eq!(list.shelters, plain);
        assert!(said(&list).contains("without a byte order mark"), "{}", said(&list));
    }
    let error = read_bytes(b"shelter\0\0\0", "list").unwrap_err();
    assert!(error.to_string().contains("not text"), "{error}");
}

#[test]
fn one_byte_that_is_no_text_costs_one_row_at_most() {
    let list = read_bytes(b"shelter,node,capacity\n\xE9t\xC3\xA9\xC3\xA8,1,5\nb,2,5\n", "list").unwrap();
    assert_eq!(list.shelters.len(), 1);
    assert!(said(&list).contains("row 2, column shelter"), "{}", said(&list));
    assert!(said(&list).contains("first at byte 23"), "{}", said(&list));
}

#[test]
fn old_encodings_are_guessed_and_said() {
    let list = read_bytes(b"shelter,node,capacity\n\xE9t\xE9,1,5\nb,2,5\n", "list").unwrap();
    assert_eq!(list.shelters[0].id, "été");
    assert!(said(&list).contains("taken as windows-1252, which is a guess"), "{}", said(&list));
}

#[test]
fn cells_beyond_all_measure_are_a_sentence() {
    let mut text = String::from("shelter,node,capacity,note\na,1,5,");
    text.push_str(&"x".repeat(10 << 20));
    text.push_str("\nb,2,5,");
    text.push_str(&"y".repeat(MAX_CELL + 1));
    text.push_str("\nc,3,5,short\n");
    let list = list(&text);
    assert_eq!(list.shelters.len(), 1);
    assert_eq!(
        said(&list),
        "list, row 2: longer than 1048576 bytes or 4096 cells; row left out\n\
         list, row 3: the cell in column 'note' has 65537 bytes, 65536 at most; row left out\n"
    );
    let commas = format!("shelter,node,capacity\na,1,5\n{}\n", ",".repeat(1 << 20));
    assert!(said(&crate::list(&commas)).contains("row 3: longer than"));
}

#[test]
fn an_open_quotation_mark_does_not_swallow_the_rest_in_silence() {
    let list = list("shelter,node,capacity,note\na,1,5,\nb,2,5,\"oops\nc,3,5,\nd,4,5,\n");
    assert_eq!(list.shelters.len(), 1);
    assert!(said(&list).contains("row 3: a quotation mark is opened and never closed"), "{}", said(&list));
}

#[test]
fn swapped_and_impossible_places_are_left_out() {
    let mut text = String::from("shelter,lat,lon,capacity\n");
    for i in 0..20 {
        text.push_str(&format!("{i},60.{i},24.{i},5\n"));
    }
    text.push_str("swapped,24.95,60.17,5\nnull,0,0.0,5\noff,91,24,5\ntokyo,139.7,35.6,5\n");
    let list = list(&text);
    assert_eq!(list.shelters.len(), 20);
    let said = said(&list);
    let of = |row: &str| said.lines().find(|line| line.contains(row)).unwrap_or_default().to_owned();
    assert!(of("row 22").contains("swapped"), "{said}");
    assert!(of("row 23").contains("left blank"), "{said}");
    assert!(of("row 24").contains("not on Earth"), "{said}");
    assert!(of("row 25").contains("swapped"), "{said}");
}

#[test]
fn answers_of_other_verbs_do_not_pass_for_lists() {
    for text in [
        "node,rank,shelter,time_ds\n1,1,A,50\n",
        "node,shelter,people,time_ds\n1,A,5,50\n",
        "node,lat,lon,people\n1,60,24,3\n",
        "id,lat,lon,capacity\n1,60,24,3\n",
        "shelter,capacity\nA,3\n",
    ] {
        assert!(matches!(read_text(text), Err(NotAList::Unknown { .. })), "{text}");
    }
}

#[test]
fn what_is_no_list_says_so() {
    for (text, expected) in [
        ("", "empty"),
        (" \n\t\r\n", "empty"),
        ("\u{feff}", "empty"),
        ("[]", "empty"),
        ("{}", "one object with none"),
        ("<!DOCTYPE html>", "error page"),
        ("PK\u{3}\u{4}xyz", "workbook"),
        ("{\"error\":{\"code\":400,\"message\":\"Invalid query\"}}", "\"Invalid query\""),
        ("{\"type\":\"unavailable\"}", "no list"),
        ("[1,2,3]", "no element that is an object"),
        ("[{\"a\":1}]", "elements with 'a'"),
        ("{\"features\":7}", "broken JSON"),
        ("{\"type\":\"FeatureCollection\",\"features\":[]}", "empty"),
        ("shelter,node,capacity\n", "a shelter-csv list of 0 rows that yields no shelter"),
        ("shelter,node,capacity\n,1,2\n", "first: list, row 2, column shelter: there is no id"),
        ("# hinan_feed: 2\nid,lat,lon\n", "version '2'"),
        ("hello", "the columns 'hello'"),
    ] {
        let error = read_text(text).unwrap_err().to_string();
        assert!(error.starts_with("list: "), "{error}");
        assert!(error.contains(expected), "{text:?}: {error}");
    }
}

#[test]
fn broken_json_is_refused_whole_with_the_place() {
    let row = r#"{"lokalId":"a","romnr":1,"plasser":9,"adresse":"x","latitude":59.9,"longitude":10.7}"#;
    let whole = format!("[{row},\n{row}]");
    let error = read_text(&whole[..whole.len() - 5]).unwrap_err();
    assert!(matches!(error, NotAList::BrokenJson { line: 2, .. }), "{error}");
    assert!(matches!(read_text(&format!("{whole} x")), Err(NotAList::BrokenJson { .. })));
}

#[test]
fn deep_and_wide_json_is_a_sentence() {
    let row = r#"{"lokalId":"a","romnr":1,"plasser":9,"adresse":"x","latitude":59.9,"longitude":10.7}"#;
    let deep = format!("[{row},{}1{}]", "[".repeat(1 << 20), "]".repeat(1 << 20));
    let list = list(&deep);
    assert_eq!(list.shelters.len(), 1);
    assert!(said(&list).contains("row 2: an element of"), "{}", said(&list));
    let deep = format!("[{row},{{\"lokalId\":{}1{}}}]", "[".repeat(5000), "]".repeat(5000));
    assert!(said(&crate::list(&deep)).contains("row 2: the value of lokalId is not a text"));
}

#[test]
fn norwegian_rows_are_checked() {
    let row = |id: &str, plasser: &str, lat: &str, lon: &str| {
        format!(
            r#"{{"lokalId":{id},"romnr":1,"plasser":{plasser},"adresse":" ","latitude":{lat},"longitude":{lon}}}"#
        )
    };
    let text = [
        row("\"a\"", "\"1 200\"", "\"59.9\"", "10.7"),
        row("\"a\"", "5", "59.9", "10.7"),
        row("\"b\"", "-5", "59.9", "10.7"),
        row("\"c\"", "5", "10.7", "59.9"),
        row("\"d\"", "5", "48.1", "11.5"),
        row("null", "5", "59.9", "10.7"),
        row("12345678901234567890123", "5", "59.9", "10.7"),
        row("\"e\"", "null", "null", "10.7"),
    ]
    .join(",");
    let list = list(&format!("[{text}]"));
    let ids: Vec<_> = list.shelters.iter().map(|s| (s.id.as_str(), s.capacity)).collect();
    // Numbers are taken as they are written, not as a float would have them.
    assert_eq!(ids, [("a", Some(1200)), ("b", None), ("12345678901234567890123", Some(5))]);
    let expected = [
        "list, row 2, column lokalId: the id 'a' is that of row 1 already; row left out",
        "list, row 3, column plasser: '-5' is not a whole number from 0 to 4294967295; taken as unknown",
        "list, row 4, column latitude: latitude 10.7, longitude 59.9 is outside of what this list covers; latitude and longitude look swapped; row left out",
        "list, row 5, column latitude: latitude 48.1, longitude 11.5 is outside of what this list covers; row left out",
        "list, row 6, column lokalId: there is no id; row left out",
        "list, row 8, column latitude: there is no latitude; row left out",
    ];
    assert_eq!(said(&list).lines().collect::<Vec<_>>(), expected);
    assert_eq!((list.source.rows, list.source.records), (8, 3));
    assert_eq!(list.shelters[0].address, None);
}

#[test]
fn a_private_feed_stays_private_and_doubt_goes_the_careful_way() {
    let private = list("# hinan_feed: 1\n# visibility: private\nid,lat,lon,visibility\na,60,24,public\n");
    assert_eq!(private.shelters[0].visibility, Visibility::Private);
    let unclear = list("# hinan_feed: 1\n# visibility: secret\nid,lat,lon\na,60,24\n");
    assert_eq!(unclear.shelters[0].visibility, Visibility::Private);
    let rows = list(
        "hinan_feed,id,lat,lon,visibility,standing,status\n\
         1,a,60,24,,,\n1,a,60.001,24,private,candidate,shut\n1,b,60,24,secret,semi,\n1,c,60,24,,,\n",
    );
    let seen: Vec<_> = rows.shelters.iter().map(|s| (s.visibility, s.standing, s.status)).collect();
    assert_eq!(
        seen,
        [
            (Visibility::Private, Standing::Candidate, Status::Unknown),
            (Visibility::Private, Standing::Candidate, Status::Unknown),
            (Visibility::Public, Standing::Official, Status::Unknown),
        ]
    );
    assert!(said(&rows).contains("'shut' is none of open, closed, defunct, full; taken as unknown"));
}

#[test]
fn complaints_are_listed_up_to_a_limit_and_counted_beyond() {
    let mut text = String::from("shelter,node,capacity\na,1,5\n");
    text.push_str(&",1,5\n".repeat(12_000));
    let list = list(&text);
    assert_eq!(list.source.complaints, 12_000);
    assert_eq!(list.complaints.len(), hinan_shelters::MAX_COMPLAINTS + 1);
    assert!(list.complaints.last().unwrap().reason.starts_with("2000 more"));
}

#[test]
fn one_shelter_with_the_entrances_of_a_country_does_not_hang() {
    let mut text = String::from("shelter,node,capacity\n");
    for node in 0..300_000 {
        text.push_str(&format!("a,{node},5\n"));
    }
    let list = list(&text);
    assert_eq!(list.shelters[0].entrances.len(), hinan_shelters::MAX_ENTRANCES);
    assert_eq!(list.source.complaints, 299_000);
}

#[test]
fn what_every_feature_has_and_no_feed_knows_is_said_once() {
    let feature = |id: u32| {
        format!(
            r#"{{"geometry":{{"type":"Point","coordinates":[24.{id},60]}},"properties":{{"id":{id},"fid":7,"hinan_feed":1}}}}"#
        )
    };
    let features = (0..50).map(feature).collect::<Vec<_>>().join(",");
    let list = list(&format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#));
    assert_eq!(list.shelters.len(), 50);
    assert_eq!(said(&list).matches("'fid' is not a property of the feed; ignored").count(), 1);
}

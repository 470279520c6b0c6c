//! `docs/shelter-feed.md` is true: its examples are read without complaint, its tables say what is
//! said, and its field names are the reader's.

use hinan_model::shelter::{Access, Answer, EntranceAt, Status, Visibility};
use hinan_model::{Ds, Hazard, Shelter};
use hinan_shelters::ShelterList;

use crate::{list, read_text, said};

const DOC: &str = include_str!("../../../../docs/shelter-feed.md");

/// The fenced blocks in `language`, in order.
fn blocks(language: &str) -> Vec<&'static str> {
    let open = format!("\n```{language}\n");
    DOC.split(open.as_str()).skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// The rows of the table whose header begins with `first`, cells without backticks.
fn table(first: &str) -> Vec<Vec<String>> {
    let start = DOC.find(&format!("\n| {first} |")).expect("the table is there");
    let lines = DOC[start + 1..].lines().take_while(|line| line.starts_with('|')).skip(2);
    let cell = |cell: &str| {
        let cell = cell.trim();
        cell.strip_prefix('`').and_then(|c| c.strip_suffix('`')).unwrap_or(cell).to_owned()
    };
    lines.map(|line| line.trim_matches('|').split(" | ").map(cell).collect()).collect()
}

/// What is said of `text`, whether it is a list or not.
fn anything_said(text: &str) -> String {
    match read_text(text) {
        Ok(list) => said(&list),
        Err(error) => error.to_string(),
    }
}

#[test]
fn examples_are_read_without_complaint() {
    let (tables, collections) = (blocks("csv"), blocks("json"));
    assert_eq!((tables.len(), collections.len()), (2, 2));
    for text in [tables[0], collections[0], collections[1]] {
        assert_eq!(said(&list(text)), "", "{text}");
    }
    // A feed without a head does not say its licence and its date, and is told so.
    let headless = list(tables[1]);
    assert!(headless.complaints.iter().all(|c| !c.dropped && c.reason.contains("does not say")));
    assert_eq!(headless.shelters[0].note.as_deref(), Some("Ring the bell, wait"));
}

#[test]
fn both_forms_say_the_same() {
    let (table, collection) = (list(blocks("csv")[0]), list(blocks("json")[0]));
    let without_rows = |list: &ShelterList| {
        let shelters = list.shelters.iter().cloned();
        shelters.map(|shelter| Shelter { row: 0, ..shelter }).collect::<Vec<_>>()
    };
    assert_eq!(without_rows(&table), without_rows(&collection));
    let source = &table.source;
    assert_eq!(source.format, "hinan-feed-csv");
    assert_eq!(collection.source.format, "hinan-feed-geojson");
    assert_eq!(source.attribution.as_deref(), Some("© City of Exampleton"));
    assert_eq!(source.licence.as_deref(), Some("CC-BY-4.0"));
    assert_eq!(source.date.as_deref(), Some("2031-04-02"));
    assert_eq!((source.rows, source.records), (3, 2));
    let hall = &table.shelters[0];
    assert_eq!(hall.entrances.len(), 2);
    assert_eq!(hall.entrances[1].start, Some(Ds(500)));
    assert_eq!(hall.entrances[1].name.as_deref(), Some("back stairs"));
    assert_eq!(hall.good_for.iter().collect::<Vec<_>>(), [Hazard::AirRaid, Hazard::Radiological]);
    assert_eq!(hall.suits(Hazard::Flood), Answer::No);
    assert_eq!((hall.access, hall.wheelchair, hall.status), (Access::Public, Answer::No, Status::Open));
    assert_eq!((hall.hours.as_deref(), hall.checked.as_deref()), (Some("24/7"), Some("2031-03-28")));
    let metro = &table.shelters[1];
    assert_eq!((metro.access, metro.status, metro.pets), (Access::Key, Status::Unknown, Answer::Unknown));
    assert_eq!((hall.underground, metro.underground), (Answer::Yes, Answer::Yes));
}

#[test]
fn geometries_of_every_kind_are_entrances() {
    let list = list(blocks("json")[1]);
    let ids: Vec<_> = list.shelters.iter().map(|s| (s.id.as_str(), s.entrances.len())).collect();
    assert_eq!(ids, [("17", 1), ("by-node", 1), ("three doors", 3), ("outline", 1)]);
    assert_eq!(list.shelters[1].entrances[0].at, EntranceAt::Node("4711".into()));
    assert!(list.shelters[2].entrances.iter().all(|e| e.start == Some(Ds(200))));
    assert_eq!(list.shelters[2].visibility, Visibility::Private);
    assert_eq!(list.shelters[3].area_m2, Some(400));
}

#[test]
fn every_field_of_the_table_is_read() {
    for row in table("field") {
        for field in row[0].split(", ").map(|field| field.trim_matches('`')) {
            let text = format!("# hinan_feed: 1\nid,lat,lon,x,{field}\na,60,24,,\nb,60,24,,1\n");
            let said = anything_said(&text);
            assert!(!said.contains(&format!("'{field}' is not a column")), "{said}");
            assert!(said.contains("'x' is not a column"), "{said}");
        }
    }
    let keys: String = table("key").iter().map(|row| format!("# {}: 1\n", row[0])).collect();
    let said = anything_said(&format!("{keys}id,lat,lon\na,60,24\n"));
    assert!(!said.contains("not a member"), "{said}");
}

#[test]
fn cells_are_complained_about_as_the_table_says() {
    let rows = table("column");
    assert!(rows.len() > 20);
    for row in rows {
        let [column, cell, expected, fate] = row.as_slice() else { panic!("{row:?}") };
        let mut cells = vec![("id", "A"), ("lat", "60.17"), ("lon", "24.94")];
        match cells.iter_mut().find(|(name, _)| name == column) {
            Some(known) => known.1 = cell,
            None => cells.push((column, cell)),
        }
        let line = |pick: fn(&(&str, &str)) -> String| cells.iter().map(pick).collect::<Vec<_>>().join(",");
        let good = cells.iter().map(|(name, _)| match *name {
            "id" => "Z",
            "lat" => "60",
            "lon" => "24",
            _ => "",
        });
        let text = format!(
            "# hinan_feed: 1\n# licence: CC0-1.0\n# date: 2031-01-01\n{}\n{}\n{}\n",
            line(|(name, _)| (*name).to_owned()),
            line(|(_, cell)| (*cell).to_owned()),
            good.collect::<Vec<_>>().join(","),
        );
        let list = list(&text);
        assert_eq!(list.complaints.len(), 1, "{text}{}", said(&list));
        let complaint = &list.complaints[0];
        assert!(complaint.reason.contains(expected.as_str()), "{expected}: {complaint}");
        assert_eq!(complaint.column.as_deref(), Some(column.as_str()), "{complaint}");
        assert_eq!((complaint.dropped, list.shelters.len() == 1), (fate == "left out", fate == "left out"));
    }
}

#[test]
fn files_are_complained_about_as_the_table_says() {
    for row in table("file") {
        let text = row[0].replace("\\n", "\n");
        let said = anything_said(&text);
        assert!(said.contains(&row[1]), "{text}: {said}");
    }
}

#[test]
fn features_are_complained_about_as_the_table_says() {
    for row in table("feature") {
        let first = r#"{"id":"first","geometry":{"type":"Point","coordinates":[24,60]},"properties":{}}"#;
        let text = format!(r#"{{"hinan_feed":1,"features":[{first},{}]}}"#, row[0]);
        let said = said(&list(&text));
        assert!(said.contains("row 2"), "{text}: {said}");
        assert!(said.contains(&row[1]), "{text}: {said}");
    }
}

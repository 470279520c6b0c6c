//! Real lists of many countries: counts, fields, and that none passes for another.

use std::fs;
use std::path::{Path, PathBuf};

use hinan_model::shelter::{Access, EntranceAt, Standing, Status};
use hinan_model::{Hazard, Place};
use hinan_shelters::{NotAList, read};

use crate::real_data;

/// Every file below `folder`, sorted.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

#[test]
fn norway_is_read_whole() {
    let Some(data) = real_data() else { return };
    let list = read(&data.join("shelters/norway-tilfluktsrom.json")).unwrap();
    assert_eq!((list.source.rows, list.source.records), (556, 556));
    assert_eq!(list.complaints, []);
    assert_eq!(list.source.format, "norway-tilfluktsrom");
    assert_eq!(list.source.licence.as_deref(), Some("NLOD"));
    assert!(list.source.attribution.as_deref().unwrap().contains("DSB via Geonorge"));
    assert_eq!(list.source.sha256.len(), 64);
    assert_eq!(list.shelters.iter().filter_map(|s| s.capacity).map(u64::from).sum::<u64>(), PLACES);
    let first = &list.shelters[0];
    assert_eq!(first.id, "58e696d9-dafd-4b58-baff-5af27e3c08a8");
    assert_eq!(first.capacity, Some(400));
    assert_eq!(first.title(), "Trimv. 09 - Borre Idrettspark (off)");
    assert_eq!(first.note.as_deref(), Some("romnr 776"));
    assert_eq!(
        (first.standing, first.access, first.status),
        (Standing::Official, Access::Public, Status::Unknown)
    );
    assert_eq!(first.good_for.iter().collect::<Vec<_>>(), [Hazard::AirRaid]);
    assert_eq!(first.row, 1);
    let place = Place::from_degrees(59.404915, 10.462107).unwrap();
    assert_eq!(first.entrances[0].at, EntranceAt::Place(place));
}

/// The sum of `plasser` over the file, counted apart from this crate.
const PLACES: u64 = 297187;

#[test]
fn no_list_passes_for_another() {
    let Some(data) = real_data() else { return };
    for folder in ["shelters", "population", "alerts", "osm", "elevation"] {
        for path in files_below(&data.join(folder)) {
            if path.ends_with("norway-tilfluktsrom.json") {
                continue;
            }
            let error = match read(&path) {
                Ok(list) => panic!("{} passed for {}", path.display(), list.source.format),
                Err(error) => error,
            };
            if folder == "shelters" && !path.ends_with("gsi-emergency-131130-shibuya.json") {
                assert!(matches!(error, NotAList::Unknown { .. }), "{error}");
                assert!(error.to_string().contains("shelter-csv"), "{error}");
            }
        }
    }
}

#[test]
fn an_answer_that_there_is_no_list_is_quoted() {
    let Some(data) = real_data() else { return };
    let error = read(&data.join("shelters/japan/gsi-emergency-131130-shibuya.json")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "gsi-emergency-131130-shibuya.json: an answer that there is no list, not a list: \
         \"この自治体の緊急避難所データは公開されていません。\""
    );
}

//! Real lists of many countries: counts, fields, and that none passes for another.

use std::fs;
use std::path::{Path, PathBuf};

use hinan_model::shelter::{Access, Answer, EntranceAt, Standing, Status};
use hinan_model::{Hazard, Place, Shelter};
use hinan_shelters::{NotAList, ShelterList, Tally, read};

use crate::{real_data, said};

/// Every file below `folder`, sorted.
pub(crate) fn files_below(folder: &Path) -> Vec<PathBuf> {
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

/// What a list has to come to: rows as the data's README counts them, and how many shelters have what.
struct Expected {
    file: &'static str,
    format: &'static str,
    rows: u64,
    dropped: u64,
    passed_over: u64,
    name: usize,
    address: usize,
    /// How many have a capacity, and all places together.
    capacity: (usize, u64),
    area: usize,
    good_for: &'static [(Hazard, usize)],
    /// Wheelchair yes and no, underground yes and no.
    answers: [usize; 4],
    /// Public, private, key.
    access: [usize; 3],
    /// Open, closed, defunct.
    status: [usize; 3],
    hours: usize,
    checked: usize,
    standing: Standing,
    complaints: usize,
    /// Complaints of points that three or more addresses share.
    shared_points: usize,
}

const BLANK: Expected = Expected {
    file: "",
    format: "",
    rows: 0,
    dropped: 0,
    passed_over: 0,
    name: 0,
    address: 0,
    capacity: (0, 0),
    area: 0,
    good_for: &[],
    answers: [0; 4],
    access: [0; 3],
    status: [0; 3],
    hours: 0,
    checked: 0,
    standing: Standing::Official,
    complaints: 0,
    shared_points: 0,
};

/// Counts and sums were made with a script that shares nothing with this crate.
const TABLE: &[Expected] = &[
    Expected {
        file: "shelters/norway-tilfluktsrom.json",
        format: "norway-tilfluktsrom",
        rows: 556,
        address: 556,
        capacity: (556, 297_187),
        good_for: &[(Hazard::AirRaid, 556)],
        access: [556, 0, 0],
        ..BLANK
    },
    Expected {
        file: "shelters/sweden-skyddsrum.csv",
        format: "sweden-skyddsrum",
        rows: 8000,
        address: 8000,
        capacity: (8000, 766_078),
        good_for: &[(Hazard::AirRaid, 8000)],
        complaints: 1,
        ..BLANK
    },
    Expected {
        file: "shelters/tel-aviv-shelters-2026-03-06.csv",
        format: "tel-aviv-miklat",
        rows: 501,
        name: 326,
        address: 501,
        area: 494,
        good_for: &[(Hazard::AirRaid, 501), (Hazard::Radiological, 72), (Hazard::Chemical, 72)],
        answers: [17, 1, 0, 0],
        access: [320, 89, 8],
        status: [501, 0, 0],
        hours: 48,
        ..BLANK
    },
    Expected {
        file: "shelters/israel-akariv-shelters.csv",
        format: "israel-public-shelters",
        rows: 10_661,
        name: 10_661,
        address: 10_661,
        good_for: &[(Hazard::AirRaid, 10_661)],
        access: [10_661, 0, 0],
        ..BLANK
    },
    Expected {
        file: "shelters/kfar-saba-shelters.json",
        format: "kfar-saba-shelters",
        rows: 267,
        dropped: 5,
        name: 262,
        address: 262,
        // Without the 37 parks.
        good_for: &[(Hazard::AirRaid, 225)],
        answers: [15, 47, 45, 15],
        complaints: 7,
        ..BLANK
    },
    Expected {
        file: "shelters/okhtyrka-shelters.json",
        format: "okhtyrka-shelters",
        rows: 87,
        address: 87,
        capacity: (48, 4720),
        good_for: &[(Hazard::AirRaid, 87)],
        access: [0, 10, 12],
        status: [18, 15, 1],
        hours: 1,
        ..BLANK
    },
    Expected {
        file: "shelters/sofia-shelters.json",
        format: "bulgaria-shelters",
        rows: 292,
        name: 292,
        address: 292,
        good_for: &[(Hazard::AirRaid, 188), (Hazard::Radiological, 104)],
        complaints: 20,
        shared_points: 10,
        ..BLANK
    },
    Expected {
        file: "shelters/taiwan/臺中市.csv",
        format: "taiwan-air-raid",
        rows: 10_227,
        dropped: 2,
        address: 10_225,
        capacity: (10_225, 6_225_126),
        good_for: &[(Hazard::AirRaid, 10_225)],
        answers: [0, 0, 10_225, 0],
        complaints: 68,
        shared_points: 66,
        ..BLANK
    },
    Expected {
        file: "shelters/korea-earthquake-indoor.json",
        format: "korea-earthquake-indoor",
        rows: 5865,
        dropped: 3,
        name: 5862,
        address: 5862,
        capacity: (5862, 2_572_234),
        good_for: &[(Hazard::Earthquake, 5862)],
        complaints: 18,
        shared_points: 2,
        ..BLANK
    },
    Expected {
        file: "shelters/japan/gsi-evacuation-131130-shibuya.json",
        format: "gsi-stay-geojson",
        rows: 51,
        name: 51,
        address: 51,
        ..BLANK
    },
    Expected {
        file: "shelters/japan/42391_1.csv",
        format: "gsi-stay",
        rows: 13,
        name: 13,
        address: 13,
        ..BLANK
    },
    Expected {
        file: "shelters/japan/42391_2.csv",
        format: "gsi-emergency",
        rows: 7,
        name: 7,
        address: 7,
        good_for: &[
            (Hazard::Earthquake, 7),
            (Hazard::Tsunami, 7),
            (Hazard::Flood, 4),
            (Hazard::Landslide, 2),
            (Hazard::StormSurge, 7),
            (Hazard::Fire, 7),
        ],
        ..BLANK
    },
    Expected {
        file: "shelters/japan/170003_evacuation_space.csv",
        format: "japan-municipal",
        rows: 1528,
        dropped: 3,
        name: 1525,
        address: 1524,
        capacity: (870, 2_993_919),
        good_for: &[
            (Hazard::Earthquake, 1098),
            (Hazard::Tsunami, 1212),
            (Hazard::Flood, 263),
            (Hazard::Landslide, 1039),
            (Hazard::StormSurge, 511),
            (Hazard::Fire, 376),
            (Hazard::Volcano, 143),
        ],
        complaints: 10,
        shared_points: 1,
        ..BLANK
    },
    Expected {
        file: "shelters/japan/nanao/reference_data.csv",
        format: "japan-municipal",
        rows: 112,
        name: 112,
        address: 112,
        capacity: (109, 446_429),
        good_for: &[
            (Hazard::Earthquake, 93),
            (Hazard::Tsunami, 88),
            (Hazard::Flood, 87),
            (Hazard::Landslide, 90),
            (Hazard::StormSurge, 88),
            (Hazard::Fire, 85),
        ],
        ..BLANK
    },
    Expected {
        file: "shelters/japan/nanao/history/open_shelter_Nanao-shi_2024-01-09-1800.csv",
        rows: 29,
        name: 29,
        address: 29,
        capacity: (28, 13_051),
        good_for: &[
            (Hazard::Earthquake, 28),
            (Hazard::Tsunami, 22),
            (Hazard::Flood, 27),
            (Hazard::Landslide, 28),
            (Hazard::StormSurge, 22),
            (Hazard::Fire, 24),
        ],
        status: [29, 0, 0],
        checked: 29,
        ..NANAO
    },
    Expected { file: "shelters/japan/nanao/history/open_shelter_Nanao-shi_2024-01-11-1800.csv", ..NANAO },
    Expected { file: "shelters/japan/nanao/history/open_shelter_Nanao-shi_2024-01-13-0600.csv", ..NANAO },
    Expected { file: "shelters/japan/nanao/history/open_shelter_Nanao-shi_2024-01-13-1800.csv", ..NANAO },
    Expected { file: "shelters/japan/nanao/history/open_shelter_Nanao-shi_2024-01-14-1800.csv", ..NANAO },
    Expected { file: "shelters/japan/nanao/history/open_shelter_Nanao-shi_2024-01-15-0600.csv", ..NANAO },
    Expected {
        file: "shelters/japan/221309_hamamatsu_tsunami_hinan.csv",
        format: "hamamatsu-tsunami",
        rows: 225,
        name: 225,
        address: 225,
        capacity: (225, 141_829),
        area: 223,
        good_for: &[(Hazard::Tsunami, 225)],
        answers: [0, 0, 0, 225],
        ..BLANK
    },
    Expected {
        file: "shelters/japan/kanagawa-evacuation_sites.json",
        format: "kanagawa-evacuation",
        rows: 4265,
        name: 4265,
        address: 4265,
        good_for: &[
            (Hazard::Earthquake, 2833),
            (Hazard::Tsunami, 350),
            (Hazard::Flood, 405),
            (Hazard::Landslide, 2380),
            (Hazard::StormSurge, 993),
            (Hazard::Fire, 708),
            (Hazard::Volcano, 284),
        ],
        ..BLANK
    },
    // 24 lines by the README: a header, 11 places, two blank lines, a header, 10 places, of which the
    // last line has no end.
    Expected {
        file: "population/sendai/shelters.csv",
        format: "sendai-study",
        rows: 22,
        passed_over: 1,
        name: 21,
        capacity: (11, 73_500),
        area: 11,
        standing: Standing::Mapped,
        complaints: 2,
        ..BLANK
    },
    Expected {
        file: "population/poa_hexgrid.csv",
        format: "porto-alegre-schools",
        rows: 1227,
        passed_over: 1050,
        standing: Standing::Candidate,
        complaints: 1,
        ..BLANK
    },
];

const NANAO: Expected = Expected {
    format: "nanao-opened",
    rows: 28,
    name: 28,
    address: 28,
    capacity: (27, 13_485),
    good_for: &[
        (Hazard::Earthquake, 27),
        (Hazard::Tsunami, 22),
        (Hazard::Flood, 26),
        (Hazard::Landslide, 27),
        (Hazard::StormSurge, 22),
        (Hazard::Fire, 23),
    ],
    status: [28, 0, 0],
    checked: 28,
    ..BLANK
};

fn many(list: &ShelterList, is: impl Fn(&Shelter) -> bool) -> usize {
    list.shelters.iter().filter(|shelter| is(shelter)).count()
}

fn compare(expected: &Expected, list: &ShelterList) {
    let file = expected.file;
    let (rows, dropped, passed_over) = (expected.rows, expected.dropped, expected.passed_over);
    let shelters = rows - dropped - passed_over;
    assert_eq!(list.tally, Tally { rows, shelters, dropped, merged: 0, passed_over }, "{file}");
    assert_eq!((list.source.rows, list.source.records), (rows, shelters), "{file}");
    assert_eq!(list.source.format, expected.format, "{file}");
    assert_eq!(list.complaints.len(), expected.complaints, "{file}: {}", said(list));
    assert_eq!(list.complaints.iter().filter(|c| c.dropped).count() as u64, dropped, "{file}");
    let shared = list.complaints.iter().filter(|c| c.reason.contains("at this one point")).count();
    assert_eq!(shared, expected.shared_points, "{file}: {}", said(list));
    assert_eq!(many(list, |s| s.name.is_some()), expected.name, "{file}: names");
    assert_eq!(many(list, |s| s.address.is_some()), expected.address, "{file}: addresses");
    let places = list.shelters.iter().filter_map(|s| s.capacity).map(u64::from).sum();
    assert_eq!((many(list, |s| s.capacity.is_some()), places), expected.capacity, "{file}: capacities");
    assert_eq!(many(list, |s| s.area_m2.is_some()), expected.area, "{file}: areas");
    let good = Hazard::ALL.map(|hazard| (hazard, many(list, |s| s.good_for.contains(hazard))));
    let good: Vec<_> = good.into_iter().filter(|(_, count)| *count > 0).collect();
    let mut wanted = expected.good_for.to_vec();
    wanted.sort();
    assert_eq!(good, wanted, "{file}: hazards");
    let answers = [
        many(list, |s| s.wheelchair == Answer::Yes),
        many(list, |s| s.wheelchair == Answer::No),
        many(list, |s| s.underground == Answer::Yes),
        many(list, |s| s.underground == Answer::No),
    ];
    assert_eq!(answers, expected.answers, "{file}: answers");
    let access = [Access::Public, Access::Private, Access::Key].map(|a| many(list, |s| s.access == a));
    assert_eq!(access, expected.access, "{file}: access");
    let status = [Status::Open, Status::Closed, Status::Defunct].map(|x| many(list, |s| s.status == x));
    assert_eq!(status, expected.status, "{file}: status");
    assert_eq!(many(list, |s| s.hours.is_some()), expected.hours, "{file}: hours");
    assert_eq!(many(list, |s| s.checked.is_some()), expected.checked, "{file}: checked");
    let parks = if file.contains("kfar-saba") { 37 } else { 0 };
    assert_eq!(many(list, |s| s.standing != expected.standing), parks, "{file}: standing");
}

#[test]
fn every_list_comes_to_its_counts() {
    let Some(data) = real_data() else { return };
    for expected in TABLE {
        let list = read(&data.join(expected.file)).unwrap_or_else(|error| panic!("{error}"));
        compare(expected, &list);
    }
}

#[test]
fn no_list_passes_for_another() {
    let Some(data) = real_data() else { return };
    for path in files_below(&data) {
        let name = path.strip_prefix(&data).unwrap().to_string_lossy().into_owned();
        let expected = TABLE.iter().find(|expected| expected.file == name);
        match (expected, read(&path)) {
            (Some(expected), Ok(list)) => assert_eq!(list.source.format, expected.format, "{name}"),
            (Some(_), Err(error)) => panic!("{error}"),
            (None, Ok(list)) => panic!("{name} passed for {}", list.source.format),
            (None, Err(error)) => {
                let text = error.to_string();
                assert!(text.len() < 3000, "{text}");
                assert!(!matches!(error, NotAList::NoRecord { .. }), "{name} passed for a list: {text}");
            }
        }
    }
}

#[test]
fn norway_is_read_whole() {
    let Some(data) = real_data() else { return };
    let list = read(&data.join("shelters/norway-tilfluktsrom.json")).unwrap();
    assert_eq!(list.source.licence.as_deref(), Some("NLOD"));
    assert!(list.source.attribution.as_deref().unwrap().contains("DSB via Geonorge"));
    assert_eq!(list.source.sha256.len(), 64);
    let first = &list.shelters[0];
    assert_eq!(first.id, "58e696d9-dafd-4b58-baff-5af27e3c08a8");
    assert_eq!(first.capacity, Some(400));
    assert_eq!(first.title(), "Trimv. 09 - Borre Idrettspark (off)");
    assert_eq!(first.note.as_deref(), Some("romnr 776"));
    assert_eq!(
        (first.standing, first.access, first.status),
        (Standing::Official, Access::Public, Status::Unknown)
    );
    assert_eq!(first.row, 1);
    let place = Place::from_degrees(59.404915, 10.462107).unwrap();
    assert_eq!(first.entrances[0].at, EntranceAt::Place(place));
}

#[test]
fn sweden_is_turned_around_and_sendai_half() {
    let Some(data) = real_data() else { return };
    let sweden = read(&data.join("shelters/sweden-skyddsrum.csv")).unwrap();
    assert_eq!(
        said(&sweden),
        "sweden-skyddsrum.csv, column latitude: latitude and longitude stand in each other's columns, as is \
         seen by where the points fall (8000 of 8000 rows); exchanged in the whole list\n"
    );
    let place = Place::from_degrees(59.35295978618884, 17.979599793697034).unwrap();
    assert_eq!(sweden.shelters[0].entrances[0].at, EntranceAt::Place(place));
    let sendai = read(&data.join("population/sendai/shelters.csv")).unwrap();
    assert!(said(&sendai).contains("exchanged in the rows below row 13"), "{}", said(&sendai));
    let hill = &sendai.shelters[11];
    assert_eq!(hill.name.as_deref(), Some("避難の丘"));
    let place = Place::from_degrees(38.22123739562448, 140.9781846691318).unwrap();
    assert_eq!(hill.entrances[0].at, EntranceAt::Place(place));
    assert!(sendai.shelters.iter().all(|s| s.suits(Hazard::Tsunami) == Answer::Unknown));
}

#[test]
fn what_a_list_says_in_words_is_kept() {
    let Some(data) = real_data() else { return };
    let list = |file: &str| read(&data.join(file)).unwrap();
    let by_id = |list: &ShelterList, id: &str| list.shelters.iter().find(|s| s.id == id).unwrap().clone();
    let tel_aviv = list("shelters/tel-aviv-shelters-2026-03-06.csv");
    assert_eq!(tel_aviv.source.date.as_deref(), Some("2026-03-06"));
    let first = by_id(&tel_aviv, "906");
    assert_eq!((first.area_m2, first.capacity, first.access), (Some(100), None, Access::Public));
    assert!(first.note.unwrap().contains("פתיחה אוטומטית בשעת חירום"));
    let taichung = list("shelters/taiwan/臺中市.csv");
    assert_eq!(by_id(&taichung, "第一分局-227.0").capacity, Some(250));
    let okhtyrka = list("shelters/okhtyrka-shelters.json");
    let note = "Ключі у мешканців. Місткість 50. Позначка+; balans ПП Житлокомсервіс";
    assert_eq!(okhtyrka.shelters[0].note.as_deref(), Some(note));
    assert_eq!((okhtyrka.shelters[0].access, okhtyrka.shelters[0].capacity), (Access::Key, Some(50)));
    let noted = |words| move |s: &&Shelter| s.note.as_deref().is_some_and(|note| note.contains(words));
    let [hours, typo, ..] = ["Відкрите в робочі години", "коючи у мешканців"]
        .map(|words| okhtyrka.shelters.iter().find(noted(words)).unwrap());
    assert_eq!((hours.status, hours.hours.as_deref(), hours.capacity), (Status::Unknown, None, Some(50)));
    assert_eq!((typo.status, typo.access), (Status::Unknown, Access::Key));
    let repairs: Vec<_> = okhtyrka.shelters.iter().filter(noted("Ведуться ремонтні роботи")).collect();
    assert_eq!(repairs.iter().map(|s| s.status).collect::<Vec<_>>(), [Status::Closed; 2]);
    let nanao = list("shelters/japan/nanao/history/open_shelter_Nanao-shi_2024-01-11-1800.csv");
    let first = &nanao.shelters[0];
    assert_eq!((first.capacity, first.checked.as_deref()), (Some(191), Some("2024-01-11")));
    assert!(first.note.as_deref().unwrap().contains("人数 123; 想定収容人数 屋内191人／屋外0人(面積の1/2)"));
    let early = list("shelters/japan/nanao/history/open_shelter_Nanao-shi_2024-01-09-1800.csv");
    assert!(early.shelters.iter().all(|s| s.checked.as_deref() == Some("2024-01-09")));
    assert!(early.shelters[0].note.as_deref().unwrap().contains("人数_令和6年1月9日午後6時時点 180"));
    let kfar_saba = list("shelters/kfar-saba-shelters.json");
    let park = by_id(&kfar_saba, "park-1");
    assert_eq!((park.standing, park.underground), (Standing::Candidate, Answer::Unknown));
    assert!(park.good_for.is_empty());
    assert!(park.note.unwrap().contains("nearbyShelterAddress גורדון/ששת הימים"));
}

#[test]
fn a_point_of_many_addresses_is_told_once() {
    let Some(data) = real_data() else { return };
    let bulgaria = read(&data.join("shelters/sofia-shelters.json")).unwrap();
    let vidin = Place::from_degrees(43.9857242, 22.8772194).unwrap();
    let there = |s: &&Shelter| s.entrances[0].at == EntranceAt::Place(vidin);
    let rows: Vec<u64> = bulgaria.shelters.iter().filter(there).map(|s| s.row).collect();
    let told: Vec<_> = bulgaria.complaints.iter().filter(|c| c.row == Some(rows[0])).collect();
    assert_eq!((rows.len(), told.len()), (7, 1));
    assert!(told[0].reason.starts_with("7 rows with 7 different addresses stand at this one point"));
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

//! Small made-up files of every known form: what is read of them, and that no form passes for
//! another, whatever is put together.

use hinan_model::shelter::{Access, Answer, EntranceAt, Standing, Status};
use hinan_model::{Hazard, Place, Shelter};
use hinan_shelters::{NotAList, ShelterList, read_bytes};

use crate::{list, read_text, said};

macro_rules! samples {
    ($($name:literal is $format:literal,)*) => {
        /// File, format, content.
        pub(crate) const SAMPLES: &[(&str, &str, &str)] =
            &[$(($name, $format, include_str!(concat!("../../../../fuzz/seeds/feed/", $name)))),*];
    };
}

samples! {
    "plain.csv" is "shelter-csv",
    "places.csv" is "shelter-csv",
    "feed.csv" is "hinan-feed-csv",
    "norway.json" is "norway-tilfluktsrom",
    "sweden-swapped.csv" is "sweden-skyddsrum",
    "tel-aviv.csv" is "tel-aviv-miklat",
    "israel.csv" is "israel-public-shelters",
    "kfar-saba.json" is "kfar-saba-shelters",
    "okhtyrka.json" is "okhtyrka-shelters",
    "bulgaria.json" is "bulgaria-shelters",
    "taiwan.csv" is "taiwan-air-raid",
    "taiwan-county.csv" is "taiwan-air-raid-county",
    "korea.json" is "korea-earthquake-indoor",
    "gsi-emergency.csv" is "gsi-emergency",
    "gsi-stay.geojson" is "gsi-stay-geojson",
    "municipal.csv" is "japan-municipal",
    "nanao-opened.csv" is "nanao-opened",
    "hamamatsu.csv" is "hamamatsu-tsunami",
    "kanagawa.json" is "kanagawa-evacuation",
    "sendai.csv" is "sendai-study",
    "porto-alegre.csv" is "porto-alegre-schools",
}

fn sample(name: &str) -> &'static str {
    SAMPLES.iter().find(|(file, ..)| *file == name).map(|(.., text)| *text).unwrap()
}

/// Every row is accounted for, and each one that was left out has a complaint.
#[track_caller]
pub(crate) fn balanced(list: &ShelterList) {
    let tally = list.tally;
    let sum = tally.shelters + tally.dropped + tally.merged + tally.passed_over;
    assert_eq!(tally.rows, sum, "{tally:?}\n{}", said(list));
    assert_eq!(tally.rows, list.source.rows);
    assert_eq!(tally.shelters, list.shelters.len() as u64);
    // Objects of the map are complained about together, by what they are.
    let told = list.complaints.iter().filter(|c| c.dropped && c.row.is_some()).count() as u64;
    let told = if list.source.format == "osm" { tally.dropped } else { told };
    assert!(told >= tally.dropped.min(hinan_shelters::MAX_COMPLAINTS as u64), "{tally:?}\n{}", said(list));
}

fn good(shelter: &Shelter) -> Vec<Hazard> {
    shelter.good_for.iter().collect()
}

#[test]
fn every_sample_is_what_it_is() {
    for (name, format, text) in SAMPLES {
        let list = read_text(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(list.source.format, *format, "{name}");
        balanced(&list);
    }
}

#[test]
fn tel_aviv_says_what_its_words_say() {
    let list = list(sample("tel-aviv.csv"));
    let [public, school, car_park] = list.shelters.as_slice() else { panic!() };
    assert_eq!(list.source.date.as_deref(), Some("2026-03-07"));
    assert_eq!(good(public), [Hazard::AirRaid, Hazard::Radiological, Hazard::Chemical]);
    assert_eq!(
        (public.access, public.wheelchair, public.status),
        (Access::Public, Answer::Yes, Status::Open)
    );
    assert_eq!((public.hours.as_deref(), public.area_m2, public.capacity), (Some("24/7"), Some(100), None));
    // The careful word stands: private before key, out of use before closed.
    assert_eq!((school.access, school.status, school.area_m2), (Access::Private, Status::Defunct, Some(62)));
    assert_eq!(car_park.note.as_deref().map(|note| note.contains("שורה אחת ועוד אחת")), Some(true));
    assert!(car_park.note.as_deref().unwrap().contains("שעות פתיחה א-ה 06:00"));
    assert_eq!(
        said(&list),
        "list, row 4, column x: 179383.78, 664163.18 is 1105 m away from latitude and longitude; latitude and \
         longitude are used\n"
    );
}

#[test]
fn a_list_without_ids_gets_them_from_what_it_says() {
    let text = sample("israel.csv");
    let first = list(text);
    // A row that says the same is the same; a row with a grid alone has its place from there.
    assert_eq!(first.shelters.len(), 3);
    assert!(
        said(&first).contains("row 4: row 3 once more: the same name, address and place"),
        "{}",
        said(&first)
    );
    let EntranceAt::Place(haifa) = first.shelters[2].entrances[0].at else { panic!() };
    assert!(haifa.distance_mm(Place::from_degrees(32.8, 35.0).unwrap()) < 1000);
    let mut rows: Vec<&str> = text.lines().skip(1).collect();
    rows.reverse();
    let again = list(&format!("{}\n{}\n", text.lines().next().unwrap(), rows.join("\n")));
    let ids = |list: &ShelterList| {
        let mut ids: Vec<_> = list.shelters.iter().map(|s| s.id.clone()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&first), ids(&again));
}

#[test]
fn words_of_other_lists_are_read() {
    let kfar_saba = list(sample("kfar-saba.json")).shelters;
    let of = |s: &Shelter| (s.wheelchair, s.underground, s.standing);
    assert_eq!(of(&kfar_saba[0]), (Answer::Yes, Answer::Yes, Standing::Official));
    assert_eq!(of(&kfar_saba[1]), (Answer::Unknown, Answer::Unknown, Standing::Official));
    // What is said of the shelter near the park is not said of the park.
    assert_eq!(of(&kfar_saba[2]), (Answer::Unknown, Answer::Unknown, Standing::Candidate));
    assert_eq!(kfar_saba[2].note.as_deref(), Some("subtype above_ground; nearbyShelterAddress רחוב א 1"));
    let air_raid = vec![Hazard::AirRaid];
    assert_eq!([0, 1, 2].map(|i| good(&kfar_saba[i])), [air_raid.clone(), air_raid, vec![]]);
    let okhtyrka = list(sample("okhtyrka.json")).shelters;
    let of = |s: &Shelter| (s.capacity, s.status, s.access, s.hours.clone());
    assert_eq!(of(&okhtyrka[0]), (Some(50), Status::Closed, Access::Key, None));
    assert_eq!(of(&okhtyrka[1]), (None, Status::Open, Access::Unknown, Some("24/7".to_owned())));
    assert_eq!(of(&okhtyrka[2]), (None, Status::Unknown, Access::Unknown, None));
    let bulgaria = list(sample("bulgaria.json")).shelters;
    assert_eq!((bulgaria[0].id.as_str(), good(&bulgaria[0])), ("София град-1", vec![Hazard::AirRaid]));
    assert_eq!((bulgaria[1].id.as_str(), good(&bulgaria[1])), ("Пловдив-1", vec![Hazard::Radiological]));
    for (name, ids) in [
        ("taiwan.csv", ["第一分局-1.0", "第二分局-1.0", "第三分局-D1"].as_slice()),
        ("korea.json", &["1"]),
        ("hamamatsu.csv", &["1", "2"]),
    ] {
        let list = list(sample(name));
        assert_eq!(list.shelters.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ids, "{name}");
    }
    let taiwan = list(sample("taiwan.csv")).shelters;
    let of = |s: &Shelter| (s.capacity, s.underground);
    assert_eq!(of(&taiwan[0]), (Some(66), Answer::Yes));
    assert_eq!(of(&taiwan[1]), (Some(1250), Answer::No));
    let cell = Place::from_degrees(24.216063, 120.61849).unwrap();
    assert_eq!(taiwan[2].entrances[0].at, EntranceAt::Place(cell));
    let county = list(sample("taiwan-county.csv")).shelters;
    assert_eq!(county[1].entrances[0].at, taiwan[1].entrances[0].at);
    let hamamatsu = list(sample("hamamatsu.csv"));
    assert_eq!(hamamatsu.shelters[0].name.as_deref(), Some("第一ビル 南棟"));
    assert_eq!((hamamatsu.shelters[0].capacity, hamamatsu.shelters[1].capacity), (Some(16), Some(1016)));
    assert_eq!(hamamatsu.complaints.len(), 1, "{}", said(&hamamatsu));
}

#[test]
fn a_longer_word_takes_its_letters_from_a_shorter_one() {
    let of = |info: &str| {
        let text = sample("okhtyrka.json").replace("Відкрите цілодобово", info);
        let shelter = list(&text).shelters.swap_remove(1);
        assert!(shelter.note.as_deref().unwrap().starts_with(info), "{info}");
        (shelter.status, shelter.access, shelter.hours)
    };
    let unknown = (Status::Unknown, Access::Unknown, None);
    assert_eq!(of("Вода. ВІДКРИТЕ в робочі години . Позначка +"), unknown);
    assert_eq!(of("Відкрито. Меблі"), (Status::Open, Access::Unknown, None));
    assert_eq!(of("Відкрите в робочі години. Двері відкриті"), (Status::Open, Access::Unknown, None));
    assert_eq!(of("Світла немає, коючи у мешканців"), (Status::Unknown, Access::Key, None));
    assert_eq!(of("Ведуться ремонтні роботи"), (Status::Closed, Access::Unknown, None));
    assert_eq!(of("Відкрите. Ведуться ремонтні роботи"), (Status::Closed, Access::Unknown, None));
}

#[test]
fn the_name_of_a_column_may_be_a_date() {
    let text = sample("nanao-opened.csv").replace(",時点,", ",町,");
    let early = text.replace(",人数,", ",人数_令和6年1月9日午後6時時点,");
    assert_eq!(list(&early).shelters[0].checked.as_deref(), Some("2024-01-09"));
    // Where nobody was counted, that is not the day of anything; a name that is no date is not one.
    assert_eq!(list(&early.replace(",123,", ",,")).shelters[0].checked, None);
    assert_eq!(list(&text).shelters[0].checked, None);
    let broken = list(&text.replace(",人数,", ",人数_令和6年13月9日,"));
    assert_eq!(broken.shelters[0].checked, None);
    assert!(said(&broken).contains("is not a date of the Reiwa era; taken as unknown"), "{}", said(&broken));
}

#[test]
fn three_addresses_at_one_point_are_told_and_kept() {
    let row = |name: u32, address: &str, lat: &str| format!("N {name},{address},Haifa,{lat},35.0,,\n");
    let of = |addresses: &[&str]| {
        let rows = addresses.iter().enumerate().map(|(i, address)| row(i as u32, address, "32.8"));
        let header = "Location Name,Full Address,City,Lat,Lon,X,Y\n".to_owned();
        list(&(header + &row(9, "Elsewhere 1", "32.9") + &rows.collect::<String>()))
    };
    let told = of(&["Herzl 1", "Hillel 2", "", "Herzl 1", "Yafo 3"]);
    assert_eq!(told.shelters.len(), 6);
    assert_eq!(
        said(&told),
        "list, row 3, column Lat: 4 rows with 3 different addresses stand at this one point, this row first: perhaps \
         one building, perhaps the middle of a town where a geocoder gave up; kept, please check\n"
    );
    // Two are neighbours in one house; marks and blanks make no other address.
    assert_eq!(said(&of(&["Herzl 1", "Herzl-1", "Hillel 2", "Herzl  1."])), "");
}

#[test]
fn floods_are_of_rivers_and_of_rain() {
    let [both, river] = list(sample("gsi-emergency.csv")).shelters.try_into().unwrap();
    assert!(both.good_for.contains(Hazard::Flood) && both.note.is_none());
    // Blank is not "no": of what is not flagged, nothing is said.
    assert!(
        [Hazard::Flood, Hazard::Tsunami, Hazard::Fire].iter().all(|&h| river.suits(h) == Answer::Unknown)
    );
    assert_eq!(river.note.as_deref(), Some("good for floods of rivers; of rain water nothing is said"));
    let stay = list(sample("gsi-stay.geojson")).shelters;
    assert_eq!((good(&stay[0]), stay[0].note.as_deref()), (vec![], Some("受入対象者 高齢者")));
    let kanagawa = list(sample("kanagawa.json")).shelters;
    assert_eq!(good(&kanagawa[0]), [Hazard::Flood, Hazard::Fire]);
    assert_eq!(kanagawa[1].kind.as_deref(), Some("指定避難所, 福祉避難所"));
    let nanao = list(sample("nanao-opened.csv")).shelters;
    assert_eq!((nanao[0].capacity, nanao[0].status), (Some(5470), Status::Open));
    assert_eq!(nanao[0].checked.as_deref(), Some("2024-01-11"));
    let municipal = list(sample("municipal.csv")).shelters;
    assert_eq!((municipal[0].capacity, municipal[1].capacity), (Some(191), Some(100)));
    assert_eq!(municipal[1].id.len(), 16);
}

#[test]
fn the_older_file_of_the_country_is_read_too() {
    let header = "市町村コード,都道府県名及び市町村名,NO,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,\
                  大規模な火事,内水氾濫,火山現象,指定避難所との住所同一,緯度,経度,備考";
    let row = "01100,某市,1,第一公園,一丁目1,1,1,,1,,,1,,,43.06,141.35,";
    let all = [Hazard::Earthquake, Hazard::Flood, Hazard::Landslide];
    // A comma in a header name, with quotation marks and without.
    for header in [
        header.to_owned(),
        header.replace('、', ","),
        header.replace("崖崩れ、土石流及び地滑り", "\"崖崩れ,土石流及び地滑り\""),
    ] {
        let list = list(&format!("{header}\n{row}\n"));
        assert_eq!((list.source.format.as_str(), said(&list)), ("gsi-emergency", String::new()));
        assert_eq!((good(&list.shelters[0]), list.shelters[0].id.len()), (all.to_vec(), 16));
    }
}

#[test]
fn studies_are_no_authorities() {
    let sendai = list(sample("sendai.csv"));
    assert_eq!((sendai.tally.rows, sendai.tally.passed_over, sendai.shelters.len()), (5, 1, 4));
    assert!(sendai.shelters.iter().all(|s| s.standing == Standing::Mapped && s.good_for.is_empty()));
    assert_eq!((sendai.shelters[0].capacity, sendai.shelters[1].capacity), (Some(12_700), Some(4600)));
    let schools = list(sample("porto-alegre.csv"));
    assert_eq!((schools.tally.passed_over, schools.shelters[0].standing), (1, Standing::Candidate));
    assert_eq!(schools.shelters[0].note.as_deref(), Some("schools 2"));
    assert_eq!(said(&schools), "list, column schools: 1 rows without any; passed over\n");
}

#[test]
fn one_row_the_other_way_around_is_left_out_and_a_list_is_turned() {
    let header = "id,skyddsrumsnr,gatuadress,kommunnamn,antalplatser,latitude,longitude\n";
    let row =
        |id: u32, lat: &str, lon: &str| format!("{id},n{id},Gatan {id},Stockholm,5,{lat}{id},{lon}{id}\n");
    let good: String = (0..5).map(|id| row(id, "59.33", "18.05")).collect();
    let odd = list(&format!("{header}{good}{}", row(9, "18.05", "59.33")));
    assert_eq!(odd.shelters.len(), 5);
    assert!(said(&odd).contains("row 7, column latitude: latitude 18.059, longitude 59.339 is outside"));
    assert!(said(&odd).contains("look swapped; row left out"), "{}", said(&odd));
    balanced(&odd);
    let swapped: String = (0..5).map(|id| row(id, "18.05", "59.33")).collect();
    let turned = list(&format!("{header}{swapped}{}", row(9, "59.33", "18.05")));
    assert_eq!(turned.shelters.len(), 5);
    assert_eq!(turned.complaints.len(), 2, "{}", said(&turned));
    assert!(said(&turned).contains("(5 of 6 rows); exchanged in the whole list"), "{}", said(&turned));
    assert!(
        said(&turned).contains("row 7, column latitude: stands the other way around"),
        "{}",
        said(&turned)
    );
    balanced(&turned);
}

#[test]
fn metres_are_converted_where_one_grid_fits_and_refused_elsewhere() {
    let header = "id,skyddsrumsnr,gatuadress,kommunnamn,antalplatser,latitude,longitude\n";
    for rows in [
        "1,a,G 1,Stockholm,5,6580772.28,673510.63\n2,b,G 2,Stockholm,5,6581911.19,674028.09\n",
        "1,a,G 1,Stockholm,5,673510.63,6580772.28\n2,b,G 2,Stockholm,5,674028.09,6581911.19\n",
    ] {
        let list = list(&format!("{header}{rows}"));
        let EntranceAt::Place(place) = list.shelters[0].entrances[0].at else { panic!() };
        assert!(place.distance_mm(Place::from_degrees(59.33, 18.05).unwrap()) < 20, "{place}");
        assert!(said(&list).contains("metres in EPSG:3006 (2 of 2 rows); converted"), "{}", said(&list));
    }
    let nowhere = format!("{header}1,a,G 1,Stockholm,5,12345.6,9876543\n");
    let Err(NotAList::NoRecord { complaints, .. }) = read_text(&nowhere) else { panic!() };
    assert!(complaints[0].reason.contains("in none of EPSG:3006 would the list be"), "{}", complaints[0]);
    let korea = r#"[{"시설일련번호":1,"시설명":"가","최대수용인원수":2,"위도":"551000","경도":"200500"}]"#;
    let Err(NotAList::NoRecord { complaints, .. }) = read_text(korea) else { panic!() };
    assert!(complaints[0].reason.contains("in more than one of EPSG:5186"), "{}", complaints[0]);
}

#[test]
fn decimals_and_delimiters_and_encodings_are_those_of_the_country() {
    let plain = list(sample("sweden-swapped.csv")).shelters;
    let semicolons = sample("sweden-swapped.csv").replace(',', ";").replace('.', ",");
    assert_eq!(list(&semicolons).shelters, plain);
    assert_eq!(list(&sample("sweden-swapped.csv").replace(',', "|")).shelters, plain);
    for (name, encoding) in [
        ("taiwan.csv", encoding_rs::BIG5),
        ("taiwan-county.csv", encoding_rs::BIG5),
        ("korea.json", encoding_rs::EUC_KR),
        ("municipal.csv", encoding_rs::SHIFT_JIS),
        ("gsi-stay.geojson", encoding_rs::EUC_JP),
        ("okhtyrka.json", encoding_rs::WINDOWS_1251),
        ("bulgaria.json", encoding_rs::WINDOWS_1251),
        ("israel.csv", encoding_rs::WINDOWS_1255),
        ("tel-aviv.csv", encoding_rs::WINDOWS_1255),
        ("sweden-swapped.csv", encoding_rs::WINDOWS_1252),
    ] {
        let text = sample(name).replace('－', "-").replace('○', "1");
        let (bytes, _, lossy) = encoding.encode(&text);
        assert!(!lossy, "{name}");
        let old = read_bytes(&bytes, "list").unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(old.shelters, list(&text).shelters, "{name}");
        let said = said(&old);
        assert!(said.starts_with("list: not UTF-8; taken as ") && said.contains("a guess"), "{name}: {said}");
    }
}

#[test]
fn two_numbers_in_one_cell_are_a_place() {
    let list = list("shelter,lat,lon,capacity\na,\"59.91, 10.75\",,5\nb,59.91;10.75,,5\nc,59.91,,5\n");
    assert_eq!(list.shelters.len(), 2);
    assert_eq!(list.shelters[0].entrances, list.shelters[1].entrances);
    assert_eq!(said(&list), "list, row 4, column lon: there is no longitude; row left out\n");
}

#[test]
fn rows_that_look_like_headers_do_not_cost_the_world() {
    let mut text = String::from("shelter,node,capacity\na,1,5\n");
    let row = format!("{}node\n", "x,".repeat(200));
    for _ in 0..20_000 {
        text.push_str(&row);
    }
    let list = list(&text);
    assert_eq!((list.shelters.len(), list.tally.dropped), (1, 20_000));
}

#[test]
fn files_one_after_the_other_never_pass_for_one_list() {
    for (first, format, text) in SAMPLES {
        for (second, other, more) in SAMPLES {
            let both = format!("{}\n{}", text.trim_end(), more.trim_start_matches('\u{feff}'));
            let Ok(list) = read_text(&both) else { continue };
            balanced(&list);
            assert_eq!(list.source.format, *format, "{first} + {second}");
            let alone = crate::list(text);
            if format != other {
                let places = |list: &ShelterList| -> Vec<_> {
                    list.shelters
                        .iter()
                        .flat_map(|s| s.entrances.clone())
                        .map(|e| format!("{:?}", e.at))
                        .collect()
                };
                assert_eq!(places(&list), places(&alone), "{first} + {second}");
                assert!(list.complaints.len() > alone.complaints.len(), "{first} + {second}");
            } else {
                assert!(said(&list).contains("a header row once more"), "{first}: {}", said(&list));
            }
        }
    }
}

#[test]
fn a_header_over_the_rows_of_another_list_yields_nothing_in_silence() {
    let tables = || SAMPLES.iter().filter(|(name, ..)| name.ends_with(".csv"));
    for (first, _, text) in tables() {
        for (second, _, more) in tables().filter(|(second, ..)| second != first) {
            let header = text.lines().find(|line| !line.starts_with('#')).unwrap();
            let rows: Vec<&str> = more.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
            let mixed = format!("{header}\n{}\n", rows.join("\n"));
            if let Ok(list) = read_text(&mixed) {
                balanced(&list);
                assert!(!list.complaints.is_empty(), "{first} over {second}: {:?}", list.shelters);
            }
        }
    }
}

#[test]
fn the_start_of_a_file_is_that_list_or_none() {
    for (name, format, text) in SAMPLES {
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            if let Ok(list) = read_text(&text[..end]) {
                assert_eq!(list.source.format, *format, "{name}, {end} bytes");
                balanced(&list);
            }
        }
    }
}

#[test]
fn elements_of_two_lists_in_one_array_are_not_mixed() {
    let arrays = || SAMPLES.iter().filter(|(.., text)| text.trim_start().starts_with('['));
    for (first, format, text) in arrays() {
        for (second, other, more) in arrays().filter(|(second, ..)| second != first) {
            let open = text.trim_end().strip_suffix(']').unwrap();
            let rest = more.trim_start().strip_prefix('[').unwrap();
            let list = list(&format!("{open},{rest}"));
            balanced(&list);
            assert!(list.source.format == *format || list.source.format == *other);
            let alone = crate::list(text).shelters.len().max(crate::list(more).shelters.len());
            assert!(list.shelters.len() <= alone && list.tally.dropped > 0, "{first} + {second}");
        }
    }
}

#[test]
fn a_place_in_the_sea_is_kept_and_said() {
    let list = list("shelter,lat,lon,capacity\na,56.5,3.5,5\nb,59.91,10.75,5\n");
    assert_eq!(list.shelters.len(), 2);
    let expected = "list, row 2, column lat: 56.5000000,3.5000000 lies in the sea as far as a coarse map of the world knows; \
         kept, please check\n";
    assert_eq!(said(&list), expected);
}

#[test]
fn the_page_of_lists_names_every_format() {
    let page = include_str!("../../../../docs/shelter-lists.md");
    for (_, format, _) in SAMPLES {
        assert!(page.contains(&format!("`{format}`")), "{format}");
    }
}

#[test]
fn what_is_known_is_told_in_few_words() {
    let error = read_text("a,b\n1,2\n").unwrap_err().to_string();
    assert!(error.len() < 1200, "{} bytes: {error}", error.len());
    for word in ["shelter-csv", "hinan_feed", "Norway", "Tel Aviv", "Taiwan", "推奨データセット"] {
        assert!(error.contains(word), "{word}: {error}");
    }
}

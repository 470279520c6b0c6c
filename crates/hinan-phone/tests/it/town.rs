//! A town that is drawn, built and opened on a phone.

use hinan_phone::Phone;
use hinan_region::build::List;
use hinan_region::{Draft, Input, Region};
use hinan_testkit::Town;
use serde_json::{Value, json};

/// The town, drawn: ten metres a character.
pub fn drawn() -> Town {
    Town::draw(
        "
        a----b----c----d----e
        |    |    |    |    |
        f----g----h----i----j
        |    |    |    |    |
        k----l----m----n----o
        |                   |
        p-------------------q
        ",
    )
    .way("abcde", "highway=residential name=Grønlandsleiret")
    .way("fghij", "highway=residential name=Storgata")
    .way("klmno", "highway=footway")
    .way("afkp", "highway=residential name=Vestgata")
    .way("bgl", "highway=residential name=Kirkeveien")
    .way("chm", "highway=residential name=ばすどおり")
    .way("din", "highway=residential name=Skolegata")
    .way("ejoq", "highway=residential name=Østgata")
    .way("pq", "highway=residential name=Sørgata")
}

/// The list of its shelters: at `a`, `e`, `m` and `q`.
fn shelters(town: &Town) -> String {
    let mut csv = "hinan_feed,id,name,lat,lon,capacity,hours\n".to_owned();
    for (id, name, node, hours) in [
        ("sa", "Vest skole", 'a', ""),
        ("se", "Øst kirke", 'e', "Mo-Fr 08:00-16:00"),
        ("sm", "Midt hall", 'm', ""),
        ("sq", "Sør garasje", 'q', ""),
    ] {
        let place = town.place(node);
        csv += &format!("1,{id},{name},{},{},100,{hours}\n", place.lat(), place.lon());
    }
    csv
}

/// Its region file.
pub fn bytes() -> Vec<u8> {
    let town = drawn();
    let xml = town.osm_xml();
    let streets = hinan_streets::read_xml(xml.as_bytes(), "town.osm", &hinan_streets::Options::default());
    let list = hinan_shelters::read_bytes(shelters(&town).as_bytes(), "shelters.csv").unwrap();
    let lists = vec![List { source: list.source, shelters: list.shelters, complaints: list.complaints }];
    Draft::new(Input { lists, ..Input::new("Drawn", streets.unwrap()) }).unwrap().bytes()
}

/// Its region.
pub fn region() -> Region {
    Region::from_bytes(&bytes()).unwrap()
}

/// A phone with the town open.
pub fn phone() -> Phone {
    let mut phone = Phone::new();
    let opened: Value = serde_json::from_slice(&phone.open(bytes())).unwrap();
    assert_eq!(opened["name"], "Drawn", "{opened}");
    phone
}

/// Where a node is, for a question.
pub fn place(node: char) -> Value {
    let place = drawn().place(node);
    json!({"lat": place.lat(), "lon": place.lon()})
}

/// What a phone answers.
pub fn ask(phone: &mut Phone, question: &Value) -> Value {
    serde_json::from_slice(&phone.ask(question.to_string().as_bytes())).unwrap()
}

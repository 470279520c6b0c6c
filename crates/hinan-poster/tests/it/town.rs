//! A drawn town, and posters of it.

use hinan_city::{City, Engine, Question};
use hinan_model::shelter::Visibility;
use hinan_model::{Ds, Entrance, EntranceAt, Hazard, HazardSet, Place, Shelter, Source, Threat};
use hinan_poster::{Case, Door, Press};
use hinan_reach::Alone;
use hinan_region::build::List;
use hinan_region::{Draft, Input, Region};
use hinan_testkit::Town;

fn drawn() -> Town {
    Town::draw(
        "
        a---b-------c---d
        |   |       |   |
        |   |       |   |
        e---f---g---h---i
            |       |
            j-------k
        ",
    )
    .way("abcd", "highway=residential name=Nordstrasse")
    .way("efghi", "highway=residential name=Rue&lt;&amp;&gt;\u{5d0}\u{5d1}")
    .way("ae", "highway=footway")
    .way("bf", "highway=footway")
    .way("ch", "highway=residential name=Hauptstrasse")
    .way("di", "highway=footway")
    .way("fjkh", "highway=residential name=Suedring")
}

pub fn place(name: char) -> Place {
    drawn().place(name)
}

fn shelter(id: &str, name: &str, at: char, good_for: &[Hazard]) -> Shelter {
    let entrance = Entrance { at: EntranceAt::Place(place(at)), start: Some(Ds(50)), name: None };
    Shelter {
        name: Some(name.to_owned()),
        good_for: good_for.iter().copied().collect::<HazardSet>(),
        visibility: Visibility::Public,
        ..Shelter::new(id, vec![entrance])
    }
}

/// The town with two shelters; its streets are of `date`.
pub fn region(date: Option<&str>) -> Region {
    let xml = drawn().osm_xml();
    let options = hinan_streets::Options::default();
    let mut streets = hinan_streets::read_xml(xml.as_bytes(), "town.osm", &options).unwrap();
    streets.sources.iter_mut().for_each(|source| source.date = date.map(str::to_owned));
    let source = Source {
        role: "shelters".into(),
        file: "list.csv".into(),
        date: date.map(str::to_owned),
        ..Source::default()
    };
    let shelters = vec![
        shelter("1", "Keller der Schule", 'd', &[Hazard::AirRaid]),
        shelter("2", "\u{5e9}\u{5d3}\u{5e8}\u{5d5}\u{5ea} 6 & <more>", 'j', &[Hazard::AirRaid]),
    ];
    let list = List { source, shelters, complaints: Vec::new() };
    let input = Input { lists: vec![list], ..Input::new("Town", streets) };
    Region::from_bytes(&Draft::new(input).unwrap().bytes()).unwrap()
}

/// A city that is asked about a hazard, and its engine.
pub fn ask(region: &Region, hazard: Option<Hazard>, within: Option<u32>) -> (City<'_>, Engine) {
    let question = Question { threat: hazard.map(Threat::of), within: within.map(Ds), ..Question::default() };
    let city = City::ask(region, question).unwrap();
    let engine = city.engine(2, &Alone).unwrap();
    (city, engine)
}

pub fn press(languages: &str) -> Press {
    Press {
        languages: languages.split(',').map(|code| code.parse().unwrap()).collect(),
        paper: hinan_poster::Paper::A4,
        base: Some("https://example.org/town/".parse().unwrap()),
        today: None,
    }
}

/// The poster at node `at`.
pub fn poster(press: &Press, asked: &(City<'_>, Engine), at: char) -> String {
    let door = Door { place: place(at), id: None, name: None };
    press.poster(Case { city: &asked.0, engine: &asked.1 }, &door).unwrap()
}

/// The texts of a document, one a line.
pub fn texts(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1).filter_map(|text| text.split_once('>')?.1.split_once("</text>"));
    texts.map(|(text, _)| text.to_owned() + "\n").collect()
}

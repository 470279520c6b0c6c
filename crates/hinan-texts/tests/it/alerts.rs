//! Every alert that there is, in every language and form.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use hinan_model::late::Where;
use hinan_model::{Hazard, Stage, WhenLate};
use hinan_texts::alert::{At, Channel, Kind, Rendering, Saying, alphabet, fits, pair, pairs, units};
use hinan_texts::{Language, Texts};

use crate::calm;
use crate::files::messages;

const ISSUED: At = At { unix: 1_709_553_720, offset_minutes: 120 };

/// The longest names that places have, in the scripts that they are written in.
const LONGEST: &[&str] = &[
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu",
    "Verwaltungsgemeinschaft Südliche Weinstraße und Oberes Dreisamtal, Ortsteil Niederrimsingen",
    "宮城県仙台市青葉区一番町三丁目七番地一号電力ビル周辺および勾当台公園一帯",
    "Новоолександрівський старостинський округ Павлоградського району Дніпропетровської області",
    "Муниципальное образование Красногвардейское сельское поселение, район имени Лазо",
    "Podil",
    "Київ",
];

struct Case {
    language: Language,
    kind: Kind,
    hazard: Hazard,
    stage: Stage,
    drill: bool,
    rendering: Rendering,
    places: Vec<String>,
}

impl Case {
    fn forms(&self) -> [(&'static str, &str, Channel); 7] {
        let all = &self.rendering;
        [
            ("headline", &all.headline, Channel::Headline),
            ("description", &all.description, Channel::Whole),
            ("instruction", &all.instruction, Channel::Whole),
            ("90", &all.short90, Channel::Short90),
            ("360", &all.short360, Channel::Short360),
            ("long", &all.long, Channel::Long),
            ("speech", &all.speech, Channel::Whole),
        ]
    }

    fn name(&self) -> String {
        format!("{} {:?} {} {} drill {}", self.language, self.kind, self.hazard, self.stage, self.drill)
    }
}

/// The kinds with the pairs that they go with; what does not warn says the same at every stage.
fn templates() -> Vec<(Kind, Hazard, Stage)> {
    let goes = |kind: Kind, stage| kind.warns() || stage == Stage::TakeCover;
    Kind::ALL
        .into_iter()
        .flat_map(|kind| pairs().map(move |(hazard, stage)| (kind, hazard, stage)))
        .filter(|&(kind, _, stage)| goes(kind, stage))
        .collect()
}

fn render(
    language: Language,
    (kind, hazard, stage): (Kind, Hazard, Stage),
    drill: bool,
    places: Vec<String>,
) -> Case {
    let after = |seconds| Some(At { unix: ISSUED.unix + seconds, ..ISSUED });
    let warns = kind.warns();
    let saying = Saying {
        kind,
        hazard,
        stage,
        drill,
        places: &places,
        issued: ISSUED,
        impact: after(480).filter(|_| warns && stage != Stage::Prepare),
        // Another day, as tsunamis have: the longest way to say it.
        until: after(86_400).filter(|_| warns),
        about: after(-1200).filter(|_| kind != Kind::Alert),
    };
    let rendering = Texts::of(language).alert(&saying).unwrap();
    Case { language, kind, hazard, stage, drill, rendering, places }
}

fn all(languages: &[Language], places: &[Vec<String>]) -> Vec<Case> {
    let mut cases = Vec::new();
    for &language in languages {
        for template in templates() {
            for drill in [false, true] {
                cases.extend(places.iter().map(|names| render(language, template, drill, names.clone())));
            }
        }
    }
    cases
}

/// Every template in every language, with one short name.
static PLAIN: LazyLock<Vec<Case>> = LazyLock::new(|| all(&Language::ALL, &[vec!["Podil".to_owned()]]));
/// The same with names that are hard to fit in.
static HARD: LazyLock<Vec<Case>> = LazyLock::new(|| all(&Language::ALL, &hard_places()));

/// Every name alone, all together, none.
fn hard_places() -> Vec<Vec<String>> {
    let names: Vec<String> = LONGEST.iter().map(|name| (*name).to_owned()).collect();
    let mut places: Vec<Vec<String>> = names.iter().map(|name| vec![name.clone()]).collect();
    places.push(names.clone());
    places.push(names.iter().cycle().take(300).cloned().collect());
    places.push(Vec::new());
    places
}

#[test]
fn every_alert_fits_every_channel_with_its_order() {
    for case in HARD.iter() {
        let texts = Texts::of(case.language);
        let order = texts.alert_order(case.kind, case.hazard, case.stage);
        for (form, text, channel) in case.forms() {
            assert!(fits(text, channel), "{} {form}: {} {text}", case.name(), units(text, alphabet(text)));
            if !matches!(form, "description" | "speech") {
                assert!(text.contains(&order), "{} {form}: {text}", case.name());
            }
        }
        // The order comes first, but for the word of the drill.
        let before = if case.drill { texts.alert_drill() } else { String::new() };
        for text in [&case.rendering.headline, &case.rendering.short90, &case.rendering.long] {
            let rest = text.strip_prefix(&before).unwrap().trim_start_matches(['.', ' ', '。']);
            assert!(rest.starts_with(&order), "{}: {text}", case.name());
        }
    }
}

#[test]
fn names_are_never_cut_inside_of_a_word() {
    for case in HARD.iter() {
        let known: String = case.places.join(" ");
        let words: BTreeSet<&str> = known.split([' ', ',']).filter(|word| !word.is_empty()).collect();
        for (form, text, _) in case.forms() {
            assert!(!text.contains('…') || form == "description", "{} {form}: {text}", case.name());
            for word in text.split([' ', ',', '.', ')', '、', '。', '：', '（', 'ほ']) {
                // What begins as a long name does must be a whole word of it.
                let starts: String = word.chars().take(6).collect();
                let is_name =
                    ["Llanfa", "Taumat", "Verwal", "Südlic", "Новоол", "Павлог", "Муници", "Красно"]
                        .contains(&starts.as_str());
                assert!(!is_name || words.contains(word), "{} {form}: '{word}' in {text}", case.name());
            }
        }
    }
}

#[test]
fn the_shortest_form_says_what_where_and_when() {
    for case in PLAIN.iter() {
        let text = &case.rendering.short90;
        let texts = Texts::of(case.language);
        assert!(text.contains(&texts.hazard(case.hazard)), "{}: {text}", case.name());
        if case.kind.warns() {
            let clock = if case.language == Language::Japanese { "14時02分" } else { "14:02" };
            assert!(text.contains(clock), "{}: {text}", case.name());
            assert!(text.contains("Podil") || case.drill, "{}: {text}", case.name());
        }
    }
}

#[test]
fn a_live_alert_says_what_to_do_where_no_shelter_is_in_time() {
    use hinan_model::Wording as _;
    for case in PLAIN.iter() {
        let late = Texts::of(case.language).late(WhenLate::to(case.hazard, Where::Indoors));
        let says = |text: &str| text.contains(&late);
        assert_eq!(says(&case.rendering.instruction), case.kind.warns(), "{}", case.name());
        if case.kind.warns() && !case.drill {
            assert!(says(&case.rendering.long), "{}: {}", case.name(), case.rendering.long);
        }
        let listen = Texts::of(case.language).word("alert-listen");
        assert!(case.rendering.instruction.contains(&listen), "{}", case.name());
        assert!(case.rendering.long.contains(&listen), "{}: {}", case.name(), case.rendering.long);
    }
}

/// Rule 10, in both directions.
#[test]
fn drill_and_live_can_never_be_confused() {
    for case in HARD.iter() {
        let texts = Texts::of(case.language);
        let word = texts.alert_drill().to_lowercase();
        for (form, text, _) in case.forms() {
            let bare = text.to_lowercase();
            let bare = bare.trim_end_matches(['.', '。', ' ']);
            let (begins, ends) = (bare.starts_with(&word), bare.ends_with(&word));
            assert_eq!((begins, ends), (case.drill, case.drill), "{} {form}: {text}", case.name());
            assert!(case.drill || !bare.contains(&word), "{} {form}: {text}", case.name());
        }
    }
}

/// Rule 7, over what comes out, not only over the files.
#[test]
fn no_alert_gives_false_calm() {
    for case in PLAIN.iter() {
        for (form, text, _) in case.forms() {
            let words = text.to_lowercase();
            for calm in calm::banned(calm::CALM, case.language) {
                let is_clear = case.kind == Kind::Clear && calm::ALL_CLEAR.contains(calm);
                assert!(is_clear || !words.contains(calm), "{} {form}: '{calm}' in {text}", case.name());
            }
        }
    }
}

/// Rule 1: whatever the kind, nobody is told to stay in front of water or fire.
#[test]
fn no_alert_tells_anybody_to_sit_out_water_or_fire() {
    for case in PLAIN.iter() {
        let moves = |place| !WhenLate::to(case.hazard, place).stays();
        if moves(Where::Indoors) && moves(Where::Outdoors) {
            for (form, text, _) in case.forms() {
                let words = text.to_lowercase();
                for stay in calm::banned(calm::STAY, case.language) {
                    assert!(!words.contains(stay), "{} {form}: '{stay}' in {text}", case.name());
                }
            }
        }
    }
}

#[test]
fn a_voice_meets_no_symbol_and_no_digit() {
    for case in HARD.iter() {
        let text = &case.rendering.speech;
        let wrong = text.chars().find(|c| !c.is_alphabetic() && !" .,!?'’-。、".contains(*c));
        assert_eq!(wrong, None, "{}: {text}", case.name());
        assert!(
            !text.contains("  ") && !text.contains(",,") && !text.contains(" ,"),
            "{}: {text}",
            case.name()
        );
    }
}

#[test]
fn nothing_in_an_alert_escapes_the_texts() {
    let digits = vec![vec!["7".to_owned()], Vec::new()];
    for case in all(&[Language::Pseudo, Language::Ukrainian], &digits) {
        for (form, text, _) in case.forms() {
            assert!(!text.contains(['{', '}', '$', '\n']), "{} {form}: {text}", case.name());
            let plain = text.contains(|c: char| c.is_ascii_alphabetic());
            assert!(case.language != Language::Pseudo || !plain, "{} {form}: {text}", case.name());
        }
    }
}

/// The file has a text for each pair that makes sense, and none for one that does not.
#[test]
fn texts_and_pairs_agree() {
    let ids = |prefix: &str| -> BTreeSet<String> {
        let english = messages(Language::English);
        english.keys().filter_map(|id| id.strip_prefix(prefix)).map(str::to_owned).collect()
    };
    let mut expected: BTreeSet<String> = pairs().map(|(hazard, stage)| format!("{hazard}-{stage}")).collect();
    assert_eq!(ids("alert-do-"), expected);
    expected.insert("end".to_owned());
    assert_eq!(ids("alert-order-"), expected);
    let hazards: BTreeSet<String> = Hazard::ALL.map(|hazard| hazard.name().to_owned()).into();
    assert_eq!(ids("alert-clear-do-"), hazards);
    assert_eq!(pairs().count(), 28);
    assert!(pair(Hazard::Earthquake, Stage::Expect).unwrap_err().to_string().contains("minutes ahead"));
    assert!(pair(Hazard::Flood, Stage::Clear).is_err());
}

/// What an officer and a reader see, in full, once.
#[test]
fn an_alert_reads_as_a_person_would_say_it() {
    let case = render(
        Language::English,
        (Kind::Alert, Hazard::AirRaid, Stage::TakeCover),
        false,
        vec!["Podil".to_owned(), "Obolon".to_owned()],
    );
    assert_eq!(case.rendering.headline, "Take cover now: air raid, Podil, Obolon.");
    assert_eq!(case.rendering.short90, "Take cover now: air raid, Podil, Obolon. 14:02.");
    assert_eq!(
        case.rendering.description,
        "Danger: air raid (act now). Where: Podil, Obolon. Issued 14:02. Expected at 14:10. \
         Confirmed until 5 March, 14:02."
    );
    assert!(
        case.rendering.speech.starts_with("Take cover now, air raid, Podil, Obolon. Issued fourteen oh two.")
    );
    let hold =
        render(Language::Ukrainian, (Kind::Hold, Hazard::Tsunami, Stage::TakeCover), false, Vec::new());
    assert_eq!(hold.rendering.headline, "Не спускайтеся (можлива помилка): цунамі, цей район.");
    let drill =
        render(Language::Japanese, (Kind::Alert, Hazard::Tsunami, Stage::TakeCover), true, Vec::new());
    assert_eq!(
        drill.rendering.short90,
        "訓練。すぐに高い所へ逃げてください：津波、この地域。14時02分。訓練。"
    );
}

//! Sentences as people read them.

use hinan_model::clock::BudgetFrom;
use hinan_model::threat::NotOffered;
use hinan_model::trip::{Along, Ground, Step, Turn};
use hinan_model::wording::{Warning, WhyNone};
use hinan_model::{Ds, Hazard, HazardSet, InTime, Shelter, Source, Threat, Walker, Wording as _, Zone};
use hinan_texts::{Language, Texts};

fn along(turn: Option<Turn>, street: Option<&str>, ground: Ground) -> Step {
    let street = street.map(str::to_owned);
    Step::Along(Along { turn, street, ground, length_mm: 118_000, lift: false, private: false })
}

/// One of every sentence that code can say, with digits for names.
fn all_sentences(texts: &Texts) -> Vec<String> {
    let mut said = Vec::new();
    for turn in Turn::ALL {
        said.push(texts.step(&along(Some(turn), None, Ground::Street)));
    }
    for ground in Ground::ALL {
        said.push(texts.step(&along(None, None, ground)));
        said.push(texts.step(&along(None, Some("7"), ground)));
    }
    let nodes = vec!["1".to_owned(), "2".to_owned()];
    for step in [
        Step::ToStreet { length_mm: 1_234_000 },
        Step::Through { nodes: nodes.clone(), more: 0 },
        Step::Through { nodes, more: 5 },
        Step::ToEntrance { length_mm: 20_000, time_ds: Ds(2411) },
        Step::In { time_ds: Ds::ZERO },
        Step::In { time_ds: Ds(100) },
        Step::Along(Along {
            turn: None,
            street: None,
            ground: Ground::Street,
            length_mm: 1,
            lift: true,
            private: true,
        }),
    ] {
        said.push(texts.step(&step));
    }
    for threat in Hazard::ALL.into_iter().map(Threat::of).chain([Threat::Untold]) {
        said.push(texts.threat(threat));
        for reason in threat.hazards().flat_map(|h| {
            [
                NotOffered::BadFor(h),
                NotOffered::Underground(h),
                NotOffered::NotStated(h),
                NotOffered::ListedForOthers(h),
            ]
        }) {
            said.push(texts.not_offered(reason));
        }
    }
    for walker in Walker::standard() {
        said.push(texts.pace(&walker));
    }
    for total in [100, 800, 1000, 2000, Ds::UNREACHABLE.0].map(Ds) {
        said.push(texts.in_time(InTime::judge(total, Ds(1000)), total, Ds(1000)));
    }
    let zone = Zone { id: "1".to_owned(), name: "1".to_owned(), budget: Ds(900), place: None, area: None };
    for from in
        [BudgetFrom::Asked, BudgetFrom::Zone, BudgetFrom::Neighbour, BudgetFrom::City, BudgetFrom::Assumed]
    {
        for start in [Ds::ZERO, Ds(300), Ds::UNREACHABLE] {
            said.push(texts.clock(Some(Threat::Untold), Ds(600), from, Some(&zone), start));
            said.push(texts.clock(None, Ds(600), from, None, start));
        }
    }
    let mut shelter = Shelter::new("1", Vec::new());
    said.push(texts.facts(&shelter));
    shelter.good_for = Hazard::ALL.into_iter().collect::<HazardSet>();
    shelter.capacity = Some(1_200);
    said.push(texts.facts(&shelter));
    said.push(texts.source(None, None));
    let source = Source { file: "1".to_owned(), format: "1".to_owned(), ..Source::default() };
    said.push(texts.source(Some(&source), Some("1")));
    for why in [
        WhyNone::Forbidden,
        WhyNone::Edge,
        WhyNone::OutOfReach,
        WhyNone::NoneOffered(vec![(NotOffered::Unusable, 3), (NotOffered::Forbidden, 1)]),
    ] {
        said.push(texts.why_none(&why));
    }
    for warning in [
        Warning::Emergency,
        Warning::NoShelters,
        Warning::PrivateRecords,
        Warning::Candidates { candidates: 3, places: 5 },
    ] {
        said.push(texts.warning(&warning));
    }
    said
}

#[test]
fn no_sentence_shows_its_bones() {
    for language in Language::ALL {
        for said in all_sentences(Texts::of(language)) {
            assert!(!said.contains(['{', '}', '$', '\u{2068}']), "{language}: {said}");
            assert!(!said.is_empty() && !said.contains("  "), "{language}: '{said}'");
            assert!(!said.contains('\n'), "{language}: {said}");
        }
    }
}

#[test]
fn nothing_that_code_says_escapes_the_texts() {
    for said in all_sentences(Texts::of(Language::Pseudo)) {
        assert!(!said.contains(|c: char| c.is_ascii_alphabetic()), "{said}");
    }
}

#[test]
fn ways_read_as_a_person_would_say_them() {
    let step = |language, step: &Step| Texts::of(language).step(step);
    let first = along(Some(Turn::NorthEast), Some("青葉通"), Ground::Street);
    assert_eq!(step(Language::English, &first), "north-east, along 青葉通 120 m");
    assert_eq!(step(Language::Japanese, &first), "北東へ、青葉通を120 m");
    assert_eq!(step(Language::Ukrainian, &first), "на північний схід: 青葉通, 120 м");
    assert_eq!(step(Language::Russian, &first), "на северо-восток: 青葉通, 120 м");
    let steps = along(Some(Turn::Left), None, Ground::StepsUp);
    assert_eq!(step(Language::English, &steps), "left up the steps 120 m");
    assert_eq!(step(Language::Japanese, &steps), "左へ、階段を上って120 m");
    let inside = Step::ToEntrance { length_mm: 20_000, time_ds: Ds(300) };
    assert_eq!(
        step(Language::English, &inside),
        "20 m off the street to the entrance: 30 s from the street to inside"
    );
    assert_eq!(step(Language::Russian, &inside), "20 м от улицы до входа: 30 с от улицы внутрь");
}

#[test]
fn the_clock_reads_the_same_in_every_language() {
    let clock = |language| {
        Texts::of(language).clock(
            Some(Threat::of(Hazard::AirRaid)),
            Ds(1200),
            BudgetFrom::Assumed,
            None,
            Ds(300),
        )
    };
    assert_eq!(
        clock(Language::English),
        "air raid: 2 min from the alert (assumed; set your own), 30 s of it until the first step on the street."
    );
    assert_eq!(
        clock(Language::Japanese),
        "空襲・ミサイル：警報から2分（仮定の時間。自分で設定してください）。うち30秒は道路に出るまでの時間です。"
    );
}

//! No false calm (safety rule 7), and nobody told to sit out water or fire (rule 1), in any language.

use hinan_model::late::Where;
use hinan_model::{Hazard, Threat, WhenLate, Wording as _};
use hinan_texts::{Language, Texts};

use crate::files::messages;

/// Words that promise what nobody can promise. Stems, in lower case: every form of them is banned,
/// the opposite included, as a hurried eye reads over a "not".
pub const CALM: &[(Language, &[&str])] = &[
    (
        Language::English,
        &[
            "safe",
            "no danger",
            "not dangerous",
            "harmless",
            "do not worry",
            "don't worry",
            "calm",
            "no risk",
            "relax",
            "all clear",
            "nothing to fear",
            "secure",
        ],
    ),
    (
        Language::Japanese,
        &[
            "安全です",
            "安全な",
            "安全に",
            "安心",
            "大丈夫",
            "危険はありません",
            "危険なし",
            "心配",
            "問題ありません",
            "落ち着",
        ],
    ),
    (
        Language::Ukrainian,
        &[
            "безпечн",
            "безпеч",
            "небезпеки немає",
            "немає небезпеки",
            "загрози немає",
            "немає загрози",
            "не хвилюй",
            "спокій",
            "спокійн",
            "ризику немає",
            "захищен",
            "відбій",
        ],
    ),
    (
        Language::Russian,
        &[
            "безопасн",
            "опасности нет",
            "нет опасности",
            "угрозы нет",
            "нет угрозы",
            "не волнуй",
            "не беспоко",
            "спокойн",
            "риска нет",
            "защищен",
            "защищён",
            "отбой",
        ],
    ),
];

/// The words of the all clear itself: it is said by two officers who signed it, and by nothing else
/// (law 7), so that only its own texts have them.
pub const ALL_CLEAR: &[&str] = &["all clear", "відбій", "отбой"];

/// The texts of the all clear: the alert, its name, the button that drafts it.
const OF_ALL_CLEAR: &[&str] = &["alert-clear-", "alert-kind-clear", "alert-stage-clear", "desk-clear"];

/// Words that keep people where they are.
pub const STAY: &[(Language, &[&str])] = &[
    (Language::English, &["stay", "wait", "remain", "do not leave", "shelter in place"]),
    (Language::Japanese, &["とどま", "留ま", "待", "動かない", "その場", "離れない", "残っ"]),
    (Language::Ukrainian, &["залиш", "чека", "зачекай", "не виход", "перебувай", "сидіт"]),
    (
        Language::Russian,
        &["остав", "остан", "жди", "ждат", "ожида", "подожд", "не выход", "находит", "сидит"],
    ),
];

pub fn banned(
    table: &'static [(Language, &'static [&'static str])],
    language: Language,
) -> &'static [&'static str] {
    table.iter().find(|(of, _)| *of == language).unwrap().1
}

/// Every late answer that there is, with what it is against.
fn late_answers() -> Vec<(Threat, WhenLate)> {
    let pair = "air-raid+chemical".parse().unwrap();
    let threats = Hazard::ALL.into_iter().map(Threat::of).chain([pair, Threat::Untold]);
    threats
        .flat_map(|threat| [Where::Indoors, Where::Outdoors].map(|place| (threat, threat.when_late(place))))
        .collect()
}

#[test]
fn no_text_gives_false_calm() {
    for language in Language::ALL {
        for (id, message) in messages(language) {
            for piece in message.pieces {
                let words = piece.to_lowercase();
                let is_clear = OF_ALL_CLEAR.iter().any(|start| id.starts_with(start));
                for calm in banned(CALM, language).iter().filter(|c| !is_clear || !ALL_CLEAR.contains(c)) {
                    assert!(!words.contains(calm), "{language} {id}: '{calm}' in '{piece}'");
                }
            }
        }
    }
}

#[test]
fn nobody_stays_for_water_and_fire() {
    for language in Language::ALL {
        for (threat, late) in late_answers() {
            let words = Texts::of(language).late(late).to_lowercase();
            let moves = |h: Hazard| h.fills_cellars() || matches!(h, Hazard::Fire | Hazard::Volcano);
            if threat.hazards().any(moves) {
                assert!(!late.stays());
                for stay in banned(STAY, language) {
                    assert!(!words.contains(stay), "{language} {threat}: '{stay}' in '{words}'");
                }
            }
        }
    }
}

/// The words that carry the order, by language: up for water, away for fire, not the cellar for gas.
#[test]
fn late_answers_keep_their_order_in_every_language() {
    let tsunami: [(Language, &[&str]); 4] = [
        (Language::English, &["up now", "never"]),
        (Language::Japanese, &["すぐに", "逃げて", "海や川に近づかない"]),
        (Language::Ukrainian, &["негайно підніміться", "ніколи не"]),
        (Language::Russian, &["немедленно поднимайтесь", "ни в коем случае не"]),
    ];
    let gas: [(Language, &[&str]); 4] = [
        (Language::English, &["not to the cellar"]),
        (Language::Japanese, &["地下には行かない"]),
        (Language::Ukrainian, &["не в підвал"]),
        (Language::Russian, &["не в подвал"]),
    ];
    for (threat, place, table) in [
        ("tsunami", Where::Indoors, &tsunami),
        ("tsunami", Where::Outdoors, &tsunami),
        ("chemical", Where::Indoors, &gas),
        ("air-raid+chemical", Where::Indoors, &gas),
        ("air-raid+chemical", Where::Outdoors, &gas),
    ] {
        let threat: Threat = threat.parse().unwrap();
        for (language, orders) in table {
            let words = Texts::of(*language).late(threat.when_late(place)).to_lowercase();
            for order in *orders {
                assert!(words.contains(order), "{language} {threat}: no '{order}' in '{words}'");
            }
        }
    }
}

#[test]
fn late_answers_are_short_enough_to_be_read_in_haste() {
    for language in Language::ALL {
        let mut seen = Vec::new();
        for (threat, late) in late_answers() {
            let words = Texts::of(language).late(late);
            assert!(words.chars().count() <= 240, "{language} {threat}: {words}");
            for sentence in words.split_inclusive(['.', '。']) {
                assert!(sentence.chars().count() <= 160, "{language} {threat}: {sentence}");
            }
            assert!(words.ends_with(['.', '。']), "{language} {threat}: {words}");
            seen.push(words);
        }
        // Indoors and outdoors differ, but for fire and eruptions.
        seen.sort();
        seen.dedup();
        assert!(seen.len() >= 18, "{language}: {} answers", seen.len());
    }
}

#[test]
fn headlines_are_bounded() {
    for language in Language::ALL {
        for (id, message) in messages(language) {
            let longest = match id.as_str() {
                id if id.starts_with("late-") => 240,
                // Read at a desk, before anything happens.
                id if id.starts_with("report-") => 360,
                _ => 160,
            };
            for piece in &message.pieces {
                assert!(piece.chars().count() <= longest, "{language} {id}: {piece}");
            }
        }
    }
}

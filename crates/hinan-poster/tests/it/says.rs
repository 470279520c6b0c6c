//! What a poster says.

use hinan_model::Hazard;

use crate::town::{ask, poster, press, region, texts};

#[test]
fn a_poster_says_which_shelter_which_way_and_how_many_minutes() {
    let region = region(Some("2026-10-01"));
    let asked = ask(&region, Some(Hazard::AirRaid), Some(6_000));
    let said = texts(&poster(&press("en"), &asked, 'h'));
    for words in [
        "AIR RAID",
        "Keller der Schule",
        " min\n",
        "in time",
        "If your time is too short: Go inside",
        "The way to A",
        "The way to B",
        "You are here",
        "Out of date after 2026-12-30",
        "when it was last checked: unknown",
        "&amp; &lt;more&gt;",
    ] {
        assert!(said.contains(words), "no '{words}' in\n{said}");
    }
}

#[test]
fn nobody_is_sent_to_a_shelter_that_is_too_far() {
    let region = region(None);
    let asked = ask(&region, Some(Hazard::AirRaid), Some(400));
    let svg = poster(&press("en"), &asked, 'e');
    let said = texts(&svg);
    let late = said.find("NO SHELTER IS IN TIME FROM HERE").unwrap();
    assert!(late < said.find("Keller der Schule").unwrap(), "the order comes first:\n{said}");
    assert!(said.contains("LATE") && !said.contains("The way to"), "{said}");
    assert!(said.contains("HOW OLD THIS DATA IS, IS NOT KNOWN"), "{said}");
    // Nor is a way drawn as one to go.
    assert!(!svg.contains("stroke-width=\"4.6\""), "a late way is drawn in full");
}

#[test]
fn water_is_fled_upwards_in_every_language() {
    let region = region(None);
    let asked = ask(&region, Some(Hazard::Tsunami), None);
    let said = texts(&poster(&press("en,ja,uk,ru"), &asked, 'g'));
    for words in ["Go up now", "上", "NO SHELTER IS IN TIME", "no list says that it is good for tsunami"] {
        assert!(said.contains(words), "no '{words}' in\n{said}");
    }
    let lower = said.to_lowercase();
    for banned in ["stay", "safe", "wait", "ground floor", "залиш", "остав", "待"] {
        assert!(!lower.contains(banned), "'{banned}' in\n{said}");
    }
    assert!(!said.contains("Keller"), "a cellar is offered:\n{said}");
}

#[test]
fn without_a_hazard_nothing_is_promised() {
    let region = region(None);
    let asked = ask(&region, None, None);
    let said = texts(&poster(&press("en"), &asked, 'g'));
    assert!(said.contains("Made for no particular danger") && !said.contains("in time"), "{said}");
}

#[test]
fn data_older_than_ninety_days_is_told() {
    let region = region(Some("2026-01-01T10:00:00Z"));
    let asked = ask(&region, Some(Hazard::AirRaid), None);
    for (today, is_old) in [("2026-04-01", false), ("2026-04-02", true), ("2027-04-02", true)] {
        let press = hinan_poster::Press { today: Some(today.parse().unwrap()), ..press("en") };
        let said = texts(&poster(&press, &asked, 'g'));
        assert!(said.contains(&format!("Made on {today}")), "{said}");
        assert_eq!(said.contains("DAYS OLD"), is_old, "{today}:\n{said}");
    }
}

#[test]
fn numbers_stay_behind_names_that_are_read_from_the_right() {
    let region = region(None);
    let asked = ask(&region, Some(Hazard::AirRaid), Some(6_000));
    let said = texts(&poster(&press("en"), &asked, 'g'));
    assert!(said.contains("\u{2068}Rue&lt;&amp;&gt;\u{5d0}\u{5d1}\u{2069}"), "{said}");
}

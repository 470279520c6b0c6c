//! Plans: the very answer of command and server, and what a phone adds.

use hinan_city::lines::WithLines;
use hinan_city::{City, Question, Route, Spot};
use hinan_model::{Ds, Origin, Place};
use hinan_phone::Phone;
use hinan_reach::Alone;
use hinan_region::Region;
use hinan_texts::{Language, Texts};
use serde_json::{Value, json};

use crate::town::{ask, drawn, phone, place, region};

/// The answer by the way that command and server take.
fn by_hand(region: &Region, from: Place, question: Question, k: usize, language: Language) -> Value {
    let city = City::ask(region, question).unwrap();
    let spot = Spot::at(&city, from).unwrap();
    let engine = city.engine(k, &Alone).unwrap();
    let route = Route::of(&city, &engine, spot, k, None, Texts::of(language));
    serde_json::to_value(WithLines::of(&route)).unwrap()
}

#[test]
fn a_phone_gives_the_very_answer_of_the_command() {
    let (region, mut phone) = (region(), phone());
    for node in drawn().osm_xml().matches("<node").enumerate().map(|(at, _)| char::from(b'a' + at as u8)) {
        for (hazard, walker, within, k, language) in [
            (None, None, None, 3, Language::English),
            (Some("air-raid"), None, None, 3, Language::Ukrainian),
            (Some("air-raid"), Some("wheelchair"), Some(60), 5, Language::Japanese),
            (Some("tsunami"), None, None, 1, Language::Russian),
            (Some("untold"), Some("adult"), Some(600), 2, Language::English),
        ] {
            let from = drawn().place(node);
            let question = Question {
                threat: hazard.map(|hazard| hazard.parse().unwrap()),
                walker: walker.map(str::to_owned),
                within: within.map(|seconds| Ds(seconds * 10)),
                at: Some("2026-11-23T07:30".parse().unwrap()),
                origin: Origin { floor: 2, delay: Ds(200) },
                ..Question::default()
            };
            let answer = ask(
                &mut phone,
                &json!({
                    "verb": "plans", "from": place(node), "hazard": hazard, "walker": walker, "within_s": within,
                    "at": "2026-11-23T07:30", "floor": 2, "delay_s": 20, "k": k, "lang": language.code(),
                }),
            );
            assert_eq!(answer["route"], by_hand(&region, from, question, k, language), "{node} {hazard:?}");
        }
    }
}

fn letters(answer: &Value) -> Vec<&str> {
    answer["alternatives"].as_array().unwrap().iter().map(|letter| letter.as_str().unwrap()).collect()
}

#[test]
fn alternatives_are_spread_and_those_in_time_come_first() {
    let mut phone = phone();
    let mut firsts = std::collections::BTreeSet::new();
    for node in 'a'..='q' {
        let question = json!({"verb": "plans", "from": place(node), "k": 8, "within_s": 3600});
        let answer = ask(&mut phone, &question);
        let mut all = letters(&answer);
        firsts.insert(all.first().unwrap().to_string());
        all.sort_unstable();
        assert_eq!(all, ["B", "C", "D"]);
        assert_eq!(letters(&answer), letters(&ask(&mut phone, &question)));
        let tight = ask(&mut phone, &json!({"verb": "plans", "from": place(node), "k": 8, "within_s": 90}));
        let late = |letter: &&str| {
            let plans = tight["route"]["plans"].as_array().unwrap();
            plans.iter().find(|plan| plan["plan"] == **letter).unwrap()["answer"] == "late"
        };
        let are_late: Vec<bool> = letters(&tight).iter().map(late).collect();
        assert!(are_late.is_sorted(), "{are_late:?}");
    }
    assert!(firsts.len() > 1, "everybody is sent to {firsts:?}");
}

#[test]
fn the_clock_of_an_alert_only_runs_out() {
    let mut phone = phone();
    let mut plans = |alert: Value| {
        ask(&mut phone, &json!({"verb": "plans", "from": place('g'), "hazard": "air-raid", "alert": alert}))
    };
    let now = 1_700_000_000;
    let fresh = plans(json!({"issued": now, "now": now}));
    assert_eq!(fresh["time"]["left_ds"], 1200);
    let later = plans(json!({"issued": now, "now": now + 90}));
    assert_eq!(later["time"]["left_ds"], 300);
    assert_eq!(later["route"]["budget"]["time_ds"], 300);
    let over = plans(json!({"issued": now, "impact_at": now + 10, "now": now + 90}));
    assert_eq!((&over["time"]["left_ds"], &over["time"]["ran_out"]), (&json!(0), &json!(true)));
    assert_eq!(over["first"]["kind"], "late");
    assert!(!over["route"]["late"]["words"].as_str().unwrap().is_empty());
    // A clock that runs behind gives no more than the whole budget.
    assert_eq!(plans(json!({"issued": now + 500, "now": now}))["time"]["left_ds"], 1200);
}

#[test]
fn what_is_closed_is_not_offered() {
    let mut phone = phone();
    let plans = |phone: &mut Phone, closed: Value| {
        let answer = ask(phone, &json!({"verb": "plans", "from": place('b'), "k": 8, "closed": closed}));
        let plans = answer["route"]["plans"].as_array().unwrap().clone();
        plans.iter().map(|plan| plan["shelter"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(plans(&mut phone, json!([])).len(), 4);
    assert!(!plans(&mut phone, json!(["sa", "none"])).contains(&"sa".to_owned()));
}

#[test]
fn a_price_makes_another_shelter_plan_a_and_no_walk_longer() {
    let prices = [("sa".to_owned(), Ds(30_000)), ("nowhere".to_owned(), Ds(5))].into();
    let cut = hinan_pack::cut(&region(), &hinan_pack::CutOptions { prices }).unwrap();
    let mut priced = Phone::new();
    let opened: Value = serde_json::from_slice(&priced.open(hinan_pack::encode(&cut).unwrap().city)).unwrap();
    assert_eq!(opened["name"], "Drawn");
    let plans = |phone: &mut Phone, within: Value| {
        let answer = ask(phone, &json!({"verb": "plans", "from": place('a'), "k": 4, "within_s": within}));
        let plans = answer["route"]["plans"].as_array().unwrap().clone();
        plans.iter().map(|p| (p["shelter"].clone(), p["time_ds"].as_u64().unwrap())).collect::<Vec<_>>()
    };
    let nearest = plans(&mut phone(), json!(null));
    let asked = plans(&mut priced, json!(null));
    assert_eq!(nearest[0].0, "sa");
    // The next nearest is asked for; the nearest follows; all walks are what they were.
    assert_eq!((&asked[0], &asked[1]), (&nearest[1], &nearest[0]));
    assert_eq!(asked[2..], nearest[2..]);
    // Nobody is made late by a price.
    assert_eq!(plans(&mut priced, json!(60)), plans(&mut phone(), json!(60)));
    // Nor called back on the way.
    let walking = json!({"shelter": asked[0].0, "total_ds": 9000, "walked_ds": 0});
    let question = json!({"verb": "switch", "walking": walking, "at": place('a'), "question": {}});
    assert_eq!(ask(&mut priced, &question)["do"], "keep");
}

#[test]
fn who_walks_turns_only_for_reasons() {
    let mut phone = phone();
    let mut switch = |walking: Value, at: char, closed: Value| {
        let question = json!({"within_s": 3600, "closed": closed});
        let asked = json!({"verb": "switch", "walking": walking, "at": place(at), "question": question});
        ask(&mut phone, &asked)
    };
    let far = json!({"shelter": "sq", "total_ds": 3000, "walked_ds": 0});
    let better = switch(far.clone(), 'a', json!([]));
    assert_eq!(
        (&better["do"], &better["because"], &better["to"]),
        (&json!("switch"), &json!("better"), &json!("sa"))
    );
    assert_eq!(better["plans"]["route"]["plans"][0]["shelter"], "sa");
    let closed = switch(json!({"shelter": "sq", "total_ds": 3000, "share": 0.95}), 'o', json!(["sq"]));
    assert_eq!((&closed["do"], &closed["because"]), (&json!("switch"), &json!("closed")));
    let near = switch(json!({"shelter": "sq", "total_ds": 3000, "share": 0.95}), 'q', json!([]));
    assert_eq!((&near["do"], &near["because"]), (&json!("keep"), &json!("last-90-seconds")));
    let all = switch(far, 'a', json!(["sa", "se", "sm", "sq"]));
    assert_eq!((&all["do"], &all["because"]), (&json!("late"), &json!("closed")));
}

#[test]
fn what_cannot_be_asked_gets_a_sentence() {
    let mut phone = phone();
    for (question, code) in [
        (json!({}), "question"),
        (json!({"verb": "plan"}), "question"),
        (json!({"verb": "plans"}), "question"),
        (json!({"verb": "plans", "from": {"lat": 91, "lon": 0}}), "question"),
        (json!({"verb": "plans", "from": {"lat": 40, "lon": 9}}), "place"),
        (json!({"verb": "plans", "from": place('a'), "walker": "runner"}), "walker"),
        (json!({"verb": "plans", "from": place('a'), "hazard": "rain"}), "question"),
        (json!({"verb": "plans", "from": place('a'), "hazzard": "fire"}), "question"),
        (json!({"verb": "plans", "from": place('a'), "k": 9}), "question"),
        (json!({"verb": "plans", "from": {"doorstep": "none"}}), "place"),
        (json!({"verb": "alerts", "clock": {"device": 5}}), "no-trust"),
        (json!({"verb": "search", "words": "x".repeat(500)}), "too-long"),
    ] {
        assert_eq!(ask(&mut phone, &question)["error"]["code"], code, "{question}");
    }
    assert_eq!(
        ask(&mut Phone::new(), &json!({"verb": "search", "words": "a"}))["error"]["code"],
        "no-region"
    );
    // What is no city leaves the open one open.
    let told: Value = serde_json::from_slice(&phone.open(b"HINANREG".to_vec())).unwrap();
    assert_eq!(told["error"]["code"], "region");
    assert!(ask(&mut phone, &json!({"verb": "search", "words": "st"}))["found"].is_array());
}

//! The map's lines, the steps of a way, and people who walk slower than told.

use serde_json::{Value, json};

use crate::town::{ask, phone, place};

/// The whole town, and a street around it.
fn everything() -> Value {
    let (first, last) = (place('a'), place('q'));
    let lat = |place: &Value| place["lat"].as_f64().unwrap();
    let lon = |place: &Value| place["lon"].as_f64().unwrap();
    json!({
        "south": lat(&last) - 0.001, "north": lat(&first) + 0.001,
        "west": lon(&first) - 0.001, "east": lon(&last) + 0.001,
    })
}

fn kinds(drawn: &Value) -> Vec<&str> {
    drawn["streets"].as_array().unwrap().iter().map(|street| street["kind"].as_str().unwrap()).collect()
}

#[test]
fn a_map_shows_streets_and_shelters_coarse_ones_first() {
    let mut phone = phone();
    let drawn = ask(&mut phone, &json!({"verb": "draw", "bbox": everything(), "detail": 3}));
    assert_eq!(drawn["more"], false, "{drawn}");
    let kinds_of = kinds(&drawn);
    assert!(kinds_of.contains(&"street") && kinds_of.last() == Some(&"foot"), "{kinds_of:?}");
    let named: Vec<&Value> = drawn["streets"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|street| street["name"] == "Grønlandsleiret")
        .collect();
    assert_eq!(named.len(), 1, "pieces of one way are one line: {named:?}");
    let points: usize = drawn["streets"]
        .as_array()
        .unwrap()
        .iter()
        .map(|street| street["line"].as_array().unwrap().len() / 2)
        .sum();
    assert_eq!(drawn["points"], points);
    let shelters: Vec<&str> =
        drawn["shelters"].as_array().unwrap().iter().map(|door| door["id"].as_str().unwrap()).collect();
    assert_eq!(shelters, ["sa", "se", "sm", "sq"]);
    assert_eq!(drawn["shelters"][0]["offered"], true);
    let coarse = ask(&mut phone, &json!({"verb": "draw", "bbox": everything(), "detail": 1}));
    assert!(!kinds(&coarse).contains(&"foot"));
    let night = json!({"verb": "draw", "bbox": everything(), "at": "2026-11-22T03:00", "closed": ["sq"]});
    let night = ask(&mut phone, &night);
    let offered: Vec<&Value> =
        night["shelters"].as_array().unwrap().iter().map(|door| &door["offered"]).collect();
    assert_eq!(offered, [&json!(true), &json!(false), &json!(true), &json!(false)]);
}

#[test]
fn a_piece_elsewhere_is_empty_and_a_wrong_one_is_refused() {
    let mut phone = phone();
    let far = json!({"south": 1.0, "west": 1.0, "north": 1.1, "east": 1.1});
    let drawn = ask(&mut phone, &json!({"verb": "draw", "bbox": far}));
    assert_eq!((&drawn["streets"], &drawn["shelters"]), (&json!([]), &json!([])));
    for bbox in [
        json!(null),
        json!({"south": 1.0, "west": 1.0, "north": 0.9, "east": 1.1}),
        json!({"south": 1.0, "west": 1.0, "north": 1.1}),
        json!({"south": 1.0, "west": 1.0, "north": 1.1, "east": 1.1, "top": 5}),
        json!({"south": -91.0, "west": 1.0, "north": 1.1, "east": 1.1}),
    ] {
        let drawn = ask(&mut phone, &json!({"verb": "draw", "bbox": bbox}));
        assert_eq!(drawn["error"]["code"], "question", "{bbox}");
    }
    let many = json!({"verb": "draw", "bbox": everything(), "max_points": 20_001});
    assert_eq!(ask(&mut phone, &many)["error"]["code"], "question");
}

#[test]
fn each_step_tells_where_it_begins() {
    let mut phone = phone();
    let question = json!({"verb": "plans", "from": place('g'), "hazard": "air-raid", "k": 5});
    let answer = ask(&mut phone, &question);
    for plan in answer["route"]["plans"].as_array().unwrap() {
        let Some(steps) = answer["steps"][plan["plan"].as_str().unwrap()].as_array() else {
            assert!(plan["plan"].as_str() > Some("C"));
            continue;
        };
        let words: Vec<&Value> = steps.iter().map(|step| &step["words"]).collect();
        assert_eq!(words, plan["way"].as_array().unwrap().iter().collect::<Vec<_>>());
        let last = steps.last().unwrap();
        assert!(["in", "to-entrance"].contains(&last["turn"].as_str().unwrap()), "{last}");
        let line = plan["line"].as_array().unwrap();
        for step in steps {
            assert!(line.contains(&json!([step["lon"], step["lat"]])), "{step} begins on the way: {line:?}");
        }
        assert_eq!(line[0], json!([steps[0]["lon"], steps[0]["lat"]]));
    }
}

#[test]
fn a_learned_speed_only_slows_plans_down() {
    let mut phone = phone();
    let mut plans = |permille: Value| {
        let question = json!({
            "verb": "plans", "from": place('g'), "hazard": "air-raid", "floor": 3, "within_s": 200,
            "slower_permille": permille,
        });
        ask(&mut phone, &question)
    };
    let (told, same, slow) = (plans(json!(null)), plans(json!(1000)), plans(json!(1500)));
    assert_eq!(told, same);
    let time = |answer: &Value, name: &str| answer["route"]["plans"][0][name].as_u64().unwrap();
    assert_eq!(time(&slow, "time_ds"), (time(&told, "time_ds") * 3).div_ceil(2));
    assert!(
        time(&slow, "total_ds") > time(&told, "total_ds") + time(&slow, "time_ds") - time(&told, "time_ds")
    );
    assert_eq!(slow["route"]["plans"][0]["line"], told["route"]["plans"][0]["line"]);
    for wrong in [json!(999), json!(0), json!(5001), json!("fast")] {
        assert_eq!(plans(wrong)["error"]["code"], "question");
    }
}

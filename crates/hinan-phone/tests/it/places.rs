//! Search and confirmation.

use serde_json::json;

use crate::town::{ask, phone, place};

#[test]
fn names_are_found_as_people_type_them() {
    let mut phone = phone();
    let mut first = |words: &str| {
        let found = ask(&mut phone, &json!({"verb": "search", "words": words}));
        let first = &found["found"][0];
        (
            first["kind"].as_str().unwrap_or_default().to_owned(),
            first["name"].as_str().unwrap_or_default().to_owned(),
        )
    };
    let named = |kind: &str, name: &str| (kind.to_owned(), name.to_owned());
    assert_eq!(first("gronland"), named("street", "Grønlandsleiret"));
    assert_eq!(first("ﾊﾞｽﾄﾞｵﾘ"), named("street", "ばすどおり"));
    assert_eq!(first("バス"), named("street", "ばすどおり"));
    assert_eq!(first("kirke"), named("street", "Kirkeveien"));
    assert_eq!(first("ost kirke"), named("shelter", "Øst kirke"));
    assert_eq!(first("leiret"), named("street", "Grønlandsleiret"));
    assert_eq!(first("nowhere"), named("", ""));
}

#[test]
fn a_start_is_confirmed_in_words() {
    let mut phone = phone();
    let told = ask(&mut phone, &json!({"verb": "confirm", "at": place('b'), "lang": "en"}));
    assert_eq!(
        told["street"].as_str().map(|name| ["Grønlandsleiret", "Kirkeveien"].contains(&name)),
        Some(true)
    );
    assert!(told["crossing"].is_string() && told["crossing"] != told["street"], "{told}");
    assert_eq!((&told["near"]["name"], &told["near"]["direction"]), (&json!("Vest skole"), &json!("west")));
    assert!(told["words"].as_str().unwrap().contains(told["street"].as_str().unwrap()));
    let far = ask(&mut phone, &json!({"verb": "confirm", "at": {"lat": 40, "lon": 9}}));
    assert_eq!((&far["inside_region"], &far["street"]), (&json!(false), &json!(null)));
}

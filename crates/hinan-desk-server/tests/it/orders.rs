//! Orders signed ahead: drafted and signed by two, raised under by one, called back by one.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::town::{START, Town, ask, draft, sign, state, wish};

fn order() -> Value {
    json!({
        "who": ["olena"], "zones": ["north"], "templates": ["air-raid.take-cover", "fire.expect"],
        "minutes": 600, "life_minutes": 15,
    })
}

async fn key_of(answer: (StatusCode, Value)) -> String {
    assert_eq!(answer.0, StatusCode::OK, "{}", answer.1);
    answer.1["item"]["key"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn two_arm_one_raises_one_calls_back() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    let order = key_of(ask(&olena, "arm", Some(order())).await).await;
    let (_, review) = ask(&petro, &format!("messages/{order}"), None).await;
    let item = &review["item"];
    assert_eq!(
        (&item["kind"], &item["state"], &item["needed"]),
        (&json!("arming"), &json!("draft"), &json!(2))
    );
    assert_eq!(item["order"]["who"], json!(["olena"]));
    assert_eq!((&item["order"]["until"], &item["order"]["life"]), (&json!(START + 36_000), &json!(900)));
    assert!(item["area"].is_object() && item["cap"].is_null());

    // A draft, and an order that one has signed, let nobody do anything.
    let mut armed = wish("live");
    armed["arming"] = json!(order);
    armed["minutes"] = json!(15);
    for _ in 0..2 {
        let (status, problem) = ask(&olena, "draft", Some(armed.clone())).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("arming-not-now")));
        sign(&olena, &order).await;
    }
    assert_eq!(state(&petro, &order).await, "pending");
    let (_, signed) = sign(&petro, &order).await;
    assert_eq!(signed["item"]["state"], "armed", "{signed}");
    assert_eq!(signed["item"]["can"], json!(["void"]), "Petro is not named in it");
    let (_, review) = ask(&olena, &format!("messages/{order}"), None).await;
    assert_eq!(review["item"]["can"], json!(["raise", "void"]));

    // One is enough now, within what the order says.
    let alert = draft(&olena, armed.clone()).await;
    let (_, alert_signed) = sign(&olena, &alert).await;
    let item = &alert_signed["item"];
    assert_eq!((&item["state"], &item["needed"]), (&json!("in-force"), &json!(1)), "{alert_signed}");
    assert_eq!(item["arming"], json!(order));
    for (field, value) in [("minutes", json!(16)), ("template", json!("air-raid.expect"))] {
        let mut outside = armed.clone();
        outside[field] = value;
        let (_, preview) = ask(&olena, "preview", Some(outside)).await;
        assert_eq!(preview["problems"][0]["code"], "arming-outside", "{preview}");
    }
    let mut drill = armed.clone();
    drill["world"] = json!("drill");
    assert_eq!(ask(&olena, "draft", Some(drill)).await.1["code"], "armed-drill");

    // Any one officer calls the order back. What was raised before stays (here the clock stands still, so
    // that nothing is before).
    let void = key_of(ask(&petro, "void", Some(json!({ "target": order }))).await).await;
    assert_eq!(state(&olena, &order).await, "armed", "a draft changes nothing");
    let (_, signed) = sign(&petro, &void).await;
    let item = &signed["item"];
    assert_eq!(
        (&item["kind"], &item["state"], &item["needed"]),
        (&json!("void-arming"), &json!("acting"), &json!(1))
    );
    assert_eq!(state(&olena, &order).await, "void");
    assert_eq!(state(&olena, &alert).await, "unconfirmed");
    let (status, problem) = ask(&olena, "draft", Some(armed)).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("arming-not-now")));
}

#[tokio::test]
async fn an_order_that_receivers_would_refuse_is_not_drafted() {
    let town = Town::new();
    let olena = town.desk("olena");
    for (field, value, code) in [
        ("who", json!([]), "arming-nobody"),
        ("who", json!(["nobody"]), "arming-unknown"),
        ("zones", json!([]), "area-none"),
        ("zones", json!(["*"]), "area-unknown-zone"),
        ("zones", json!(["west"]), "area-unknown-zone"),
        ("templates", json!([]), "template"),
        ("templates", json!(["air-raid.clear"]), "template"),
        ("minutes", json!(721), "arming-hours"),
        ("minutes", json!(0), "arming-hours"),
        ("life_minutes", json!(16), "arming-life"),
        ("life_minutes", json!(-1), "arming-life"),
    ] {
        let mut wish = order();
        wish[field] = value;
        let (status, problem) = ask(&olena, "arm", Some(wish)).await;
        assert_eq!((status, &problem["code"]), (StatusCode::BAD_REQUEST, &json!(code)), "{field}");
    }
    let (_, setup) = ask(&olena, "setup", None).await;
    let ids: Vec<&str> =
        setup["holders"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["olena", "petro"]);
    assert_eq!(setup["holders"][0]["me"], true);
    assert_eq!(setup["arming"], json!({ "person": 720, "feed": 44_640, "alert": 15 }));
}

#[tokio::test]
async fn an_update_takes_the_place_of_an_alert() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    let mut first = wish("live");
    first["template"] = json!("air-raid.expect");
    let name = draft(&olena, first).await;
    sign(&olena, &name).await;
    sign(&petro, &name).await;
    let mut sterner = wish("live");
    sterner["target"] = json!(name);
    let update = draft(&petro, sterner).await;
    sign(&petro, &update).await;
    assert_eq!(state(&olena, &name).await, "in-force");
    let (_, signed) = sign(&olena, &update).await;
    assert_eq!((&signed["item"]["kind"], &signed["item"]["state"]), (&json!("update"), &json!("in-force")));
    assert_eq!(state(&olena, &name).await, "superseded");
}

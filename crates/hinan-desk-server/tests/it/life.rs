//! From the draft to the end, by two officers.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::town::{PASSPHRASE, Town, ask, draft, sign, state, wish};

#[tokio::test]
async fn two_sign_one_holds_two_end() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    let name = draft(&olena, wish("live")).await;
    assert_eq!(state(&petro, &name).await, "draft");
    let (_, first) = ask(&olena, &format!("messages/{name}"), None).await;
    let (_, second) = ask(&petro, &format!("messages/{name}"), None).await;
    assert_eq!(first, second, "both officers see the same");
    assert_eq!(first["item"]["place"], "Zone north");
    assert_eq!(first["item"]["texts"].as_array().unwrap().len(), 2);
    assert_eq!(first["forms"][0]["forms"].as_array().unwrap().len(), 7);

    let (status, signed) = sign(&olena, &name).await;
    assert_eq!((status, &signed["item"]["state"]), (StatusCode::OK, &json!("pending")));
    let (status, signed) = sign(&petro, &name).await;
    assert_eq!((status, &signed["item"]["state"]), (StatusCode::OK, &json!("in-force")));
    assert_eq!(signed["item"]["can"], json!(["cancel", "clear", "update"]));

    let (status, cancel) = ask(&petro, "cancel", Some(json!({ "target": name, "reason": "error" }))).await;
    assert_eq!((status, &cancel["item"]["kind"]), (StatusCode::OK, &json!("hold")), "{cancel}");
    let cancel = cancel["item"]["key"].as_str().unwrap().to_owned();
    assert_eq!(state(&olena, &name).await, "in-force", "a draft changes nothing");
    sign(&petro, &cancel).await;
    assert_eq!(state(&olena, &name).await, "on-hold");
    assert_eq!(state(&olena, &cancel).await, "pending");
    sign(&olena, &cancel).await;
    assert_eq!(state(&petro, &name).await, "cancelled");
    assert_eq!(state(&petro, &cancel).await, "acting");
}

#[tokio::test]
async fn the_all_clear_takes_two_and_ends_drills_as_well() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    let name = draft(&olena, wish("drill")).await;
    sign(&olena, &name).await;
    let (_, signed) = sign(&petro, &name).await;
    assert_eq!(signed["item"]["world"], "drill");
    let headline = signed["item"]["texts"][0]["headline"].as_str().unwrap();
    assert!(headline.starts_with("DRILL") && headline.ends_with("DRILL."), "{headline}");
    let (_, clear) = ask(&olena, "clear", Some(json!({ "target": name }))).await;
    let clear = clear["item"]["key"].as_str().unwrap().to_owned();
    sign(&olena, &clear).await;
    assert_eq!(state(&petro, &name).await, "in-force");
    sign(&petro, &clear).await;
    assert_eq!(state(&petro, &name).await, "cleared");
}

#[tokio::test]
async fn two_keys_of_one_officer_are_one_person() {
    let town = Town::new();
    let (olena, second) = (town.desk("olena"), town.desk("olena2"));
    let name = draft(&olena, wish("live")).await;
    sign(&olena, &name).await;
    let (status, problem) = sign(&second, &name).await;
    assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("already")));
    let (_, review) = ask(&second, &format!("messages/{name}"), None).await;
    assert_eq!((&review["item"]["mine"], &review["item"]["can"]), (&json!(true), &json!([])));
}

#[tokio::test]
async fn bytes_that_were_changed_are_refused_and_never_signed() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    for signs_before in [false, true] {
        let name = draft(&olena, wish("live")).await;
        if signs_before {
            sign(&olena, &name).await;
        }
        let file = town.file(&name, ".cap.xml");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text.replacen("Zone north", "Zone south", 1)).unwrap();
        let (_, review) = ask(&petro, &format!("messages/{name}"), None).await;
        assert_eq!(review["item"]["state"], "refused");
        assert_eq!(review["item"]["refusal"]["code"], "cap-digest");
        assert_eq!(sign(&petro, &name).await.0, StatusCode::CONFLICT);
        std::fs::remove_file(&file).unwrap();
        let (_, review) = ask(&petro, &format!("messages/{name}"), None).await;
        assert_eq!(review["item"]["refusal"]["code"], "cap-missing");
    }
}

#[tokio::test]
async fn files_that_are_nothing_of_ours_are_told_with_a_code() {
    let town = Town::new();
    let olena = town.desk("olena");
    std::fs::write(town.file("junk", ".dsse.json"), "{").unwrap();
    std::fs::write(town.file("lonely", ".cap.xml"), "<alert/>").unwrap();
    std::fs::write(town.file("ring9", ".dsse.json"), "[]").unwrap();
    std::fs::write(town.file("large", ".dsse.json"), " ".repeat(300 << 10)).unwrap();
    std::fs::write(town.file("notes", ".txt"), "nothing to do with us").unwrap();
    let (status, board) = ask(&olena, "board", None).await;
    assert_eq!(status, StatusCode::OK);
    let code = |file: &str| {
        let refused = board["refused"].as_array().unwrap();
        refused.iter().find(|one| one["file"] == file).map(|one| one["code"].as_str().unwrap().to_owned())
    };
    assert_eq!(code("junk.dsse.json").as_deref(), Some("bad-envelope"));
    assert_eq!(code("lonely.cap.xml").as_deref(), Some("no-envelope"));
    assert_eq!(code("ring9.dsse.json").as_deref(), Some("bad-envelope"));
    assert_eq!(code("large.dsse.json").as_deref(), Some("too-large"));
    assert_eq!(board["refused"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn what_cannot_be_drafted_says_why_and_writes_nothing() {
    let town = Town::new();
    let olena = town.desk("olena");
    let with = |key: &str, value: Value| {
        let mut wish = wish("live");
        wish[key] = value;
        wish
    };
    for (key, value, why) in [
        ("zones", json!([]), "no place was chosen"),
        ("zones", json!(["west"]), "no zone"),
        ("minutes", json!(121), "at most"),
        ("minutes", json!(0), "at most"),
        ("minutes", json!(i64::MAX), "at most"),
        ("languages", json!([]), "no language"),
        ("languages", json!(["tlh"]), "no texts"),
        ("template", json!("earthquake.expect"), "no template"),
        ("world", json!("lab"), "another world"),
        ("impact_minutes", json!(90), "arrival"),
        ("polygon", json!([[50.4, 30.0], [50.4, 30.1], [50.5, 30.1]]), "not both"),
    ] {
        let wish = with(key, value.clone());
        let (status, preview) = ask(&olena, "preview", Some(wish.clone())).await;
        assert_eq!(status, StatusCode::OK);
        let problem = preview["problems"][0]["words"].as_str().unwrap_or_default();
        assert!(problem.contains(why), "{key} {value}: {preview}");
        assert_eq!(ask(&olena, "draft", Some(wish)).await.0, StatusCode::BAD_REQUEST);
    }
    assert_eq!(std::fs::read_dir(town.folder.path()).unwrap().count(), 2);
}

#[tokio::test]
async fn ground_that_is_drawn_needs_a_name() {
    let town = Town::new();
    let olena = town.desk("olena");
    let mut wish = wish("live");
    wish["zones"] = json!([]);
    wish["polygon"] = json!([[50.4, 30.0], [50.4, 30.1], [50.5, 30.1]]);
    let (_, preview) = ask(&olena, "preview", Some(wish.clone())).await;
    assert!(preview["problems"][0]["code"] == "area-no-name", "{preview}");
    wish["place"] = json!("Old Town");
    let name = draft(&olena, wish).await;
    let (_, review) = ask(&olena, &format!("messages/{name}"), None).await;
    assert_eq!(review["item"]["place"], "Old Town");
    assert_eq!(review["item"]["area"]["coordinates"][0][0].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn drafts_are_thrown_away_and_signed_ones_are_not() {
    let town = Town::new();
    let olena = town.desk("olena");
    let name = draft(&olena, wish("live")).await;
    assert_eq!(ask(&olena, "discard", Some(json!({ "key": name }))).await.0, StatusCode::OK);
    assert!(!town.file(&name, ".cap.xml").exists() && !town.file(&name, ".dsse.json").exists());
    assert_eq!(ask(&olena, "discard", Some(json!({ "key": name }))).await.0, StatusCode::NOT_FOUND);
    let name = draft(&olena, wish("live")).await;
    sign(&olena, &name).await;
    assert_eq!(ask(&olena, "discard", Some(json!({ "key": name }))).await.0, StatusCode::CONFLICT);
    assert!(town.file(&name, ".dsse.json").exists());
}

#[tokio::test]
async fn signatures_of_the_same_moment_are_both_kept() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    for _ in 0..3 {
        let name = draft(&olena, wish("live")).await;
        let (one, two) = tokio::join!(sign(&olena, &name), sign(&petro, &name));
        assert_eq!((one.0, two.0), (StatusCode::OK, StatusCode::OK));
        assert_eq!(state(&olena, &name).await, "in-force");
    }
}

#[tokio::test]
async fn a_wrong_passphrase_delays_and_locks_nothing() {
    let town = Town::new();
    let olena = town.desk("olena");
    let name = draft(&olena, wish("live")).await;
    let begun = std::time::Instant::now();
    let wrong = json!({ "key": name, "passphrase": "something else", "people": null });
    let (status, problem) = ask(&olena, "sign", Some(wrong)).await;
    assert_eq!((status, &problem["code"]), (StatusCode::UNPROCESSABLE_ENTITY, &json!("passphrase")));
    assert!(!problem.to_string().contains("something else"));
    assert!(begun.elapsed() >= std::time::Duration::from_secs(1));
    assert_eq!(sign(&olena, &name).await.0, StatusCode::OK);
    // No part of any secret is in the folder.
    for file in std::fs::read_dir(town.folder.path()).unwrap() {
        let text = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!text.windows(PASSPHRASE.len()).any(|part| part == PASSPHRASE.as_bytes()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_waits_is_told_at_once() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    let (_, before) = ask(&petro, "board", None).await;
    let path = format!("board?since={}", before["version"].as_str().unwrap());
    let waiting = tokio::spawn(async move { (ask(&petro, &path, None).await, std::time::Instant::now()) });
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(!waiting.is_finished(), "there is no news yet");
    let name = draft(&olena, wish("live")).await;
    let begun = std::time::Instant::now();
    let ((_, after), told) = waiting.await.unwrap();
    assert_eq!(after["items"][0]["key"], name);
    assert!(told.duration_since(begun).as_millis() < 1_000);
}

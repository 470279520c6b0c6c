//! Whoever can write into the shared folder can add junk. It must not hide what is true.

use axum::http::StatusCode;
use hinan_trust::{Envelope, Kind, key_id};
use serde_json::{Value, json};

use crate::town::{Town, ask, draft, sign, state, wish};

fn envelope(town: &Town, key: &str) -> Envelope {
    Envelope::read(&std::fs::read(town.file(key, ".dsse.json")).unwrap()).unwrap()
}

fn put(town: &Town, stem: &str, envelope: &Envelope) {
    std::fs::write(town.folder.path().join(format!("{stem}.dsse.json")), envelope.to_json()).unwrap();
}

/// Sixteen signatures of nobody.
fn junk(of: &Envelope) -> Envelope {
    let empty = Envelope { signatures: Vec::new(), ..of.clone() };
    (0..16).fold(empty, |envelope, number| envelope.with_signature(key_id(&[number; 32]), vec![number; 64]))
}

async fn item(desk: &axum::Router, key: &str) -> Value {
    ask(desk, &format!("messages/{key}"), None).await.1["item"].clone()
}

#[tokio::test]
async fn a_file_of_another_type_stands_beside_and_not_in_the_place() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    let key = draft(&olena, wish("live")).await;
    sign(&olena, &key).await;
    let cap = std::fs::read(town.file(&key, ".cap.xml")).unwrap();
    // The same bytes as a drill, in a file that is read first, with and without its message.
    for (stem, with_cap) in [("0000", false), ("0001", true)] {
        let foreign = Envelope { kind: Kind::Drill, ..envelope(&town, &key) };
        put(&town, stem, &foreign);
        if with_cap {
            std::fs::write(town.folder.path().join(format!("{stem}.cap.xml")), &cap).unwrap();
        }
        assert_eq!(state(&petro, &key).await, "pending");
        assert_eq!(item(&petro, &key).await["kind"], "alert");
        let drill = key.replace("alert-", "drill-");
        assert_eq!(item(&petro, &drill).await["state"], "refused");
    }
    let (status, signed) = sign(&petro, &key).await;
    assert_eq!((status, &signed["item"]["state"]), (StatusCode::OK, &json!("in-force")));
}

#[tokio::test]
async fn sixteen_signatures_of_nobody_crowd_nobody_out() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    let key = draft(&olena, wish("live")).await;
    sign(&olena, &key).await;
    // In a file of their own, that is read first, with a message of somebody else.
    put(&town, "0000", &junk(&envelope(&town, &key)));
    std::fs::write(town.folder.path().join("0000.cap.xml"), "<alert/>").unwrap();
    let told = item(&petro, &key).await;
    assert_eq!(
        (&told["state"], &told["signers"][0]["person"]),
        (&json!("pending"), &json!("olena")),
        "{told}"
    );
    // In the place of the file itself: what Olena signed is gone, and each may still sign.
    put(&town, key.rsplit_once('-').unwrap().1, &junk(&envelope(&town, &key)));
    assert_eq!(item(&petro, &key).await["signers"], json!([]));
    assert_eq!(sign(&petro, &key).await.0, StatusCode::OK);
    let (status, signed) = sign(&olena, &key).await;
    assert_eq!((status, &signed["item"]["state"]), (StatusCode::OK, &json!("in-force")), "{signed}");
}

#[tokio::test]
async fn a_damaged_file_hides_no_other_of_the_same_statement() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    let key = draft(&olena, wish("live")).await;
    sign(&olena, &key).await;
    let whole = envelope(&town, &key);
    let cap = std::fs::read(town.file(&key, ".cap.xml")).unwrap();
    put(&town, "copy", &whole);
    std::fs::write(town.folder.path().join("copy.cap.xml"), &cap).unwrap();
    std::fs::write(town.file(&key, ".dsse.json"), "{\"payloadType\":\"text/plain\"").unwrap();
    std::fs::write(town.file(&key, ".cap.xml"), "damaged").unwrap();
    let (_, board) = ask(&petro, "board", None).await;
    assert_eq!(board["refused"][0]["code"], "bad-envelope");
    assert_eq!(state(&petro, &key).await, "pending");
    let (status, signed) = sign(&petro, &key).await;
    assert_eq!((status, &signed["item"]["state"]), (StatusCode::OK, &json!("in-force")), "{signed}");
    // Both signatures of both files count once.
    put(&town, "other", &whole);
    assert_eq!(item(&olena, &key).await["signers"].as_array().unwrap().len(), 2);
}

/// What a message says is what its template composes, or nobody signs it here.
#[tokio::test]
async fn a_message_that_is_not_the_templates_is_not_signed() {
    let town = Town::new();
    let (olena, petro) = (town.desk("olena"), town.desk("petro"));
    for (from, to, code) in [
        ("<severity>Extreme<", "<severity>Minor<", "not-composed"),
        (">Zone north<", ">Zone south<", "zone-name"),
        ("<certainty>Observed<", "<certainty>Unlikely<", "blocks-differ"),
    ] {
        let key = draft(&olena, wish("live")).await;
        let text = std::fs::read_to_string(town.file(&key, ".cap.xml")).unwrap();
        let changed =
            if code == "blocks-differ" { text.replacen(from, to, 1) } else { text.replace(from, to) };
        assert_ne!(changed, text);
        let statement = hinan_trust::Statement::read(Kind::Alert, &envelope(&town, &key).payload).unwrap();
        let hinan_trust::Statement::Alert(mut alert) = statement else { panic!("an alert") };
        alert.cap = hinan_trust::statement::CapBytes::of(changed.as_bytes());
        let bound = hinan_trust::Statement::Alert(alert).envelope().unwrap();
        let stem = bound.name().to_string();
        put(&town, &stem, &bound);
        std::fs::write(town.folder.path().join(format!("{stem}.cap.xml")), &changed).unwrap();
        let key = format!("alert-{stem}");
        let told = item(&petro, &key).await;
        let codes: Vec<&str> =
            told["notes"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
        assert!(codes.contains(&code), "{codes:?}");
        assert!(!told["can"].as_array().unwrap().contains(&json!("sign")));
        let (status, problem) = sign(&petro, &key).await;
        assert_eq!((status, &problem["code"]), (StatusCode::CONFLICT, &json!("broken")), "{problem}");
    }
}

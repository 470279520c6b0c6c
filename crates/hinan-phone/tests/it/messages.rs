//! The cases of trust, received by a phone: the same decisions, and nothing forged on its screen.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hinan_phone::Phone;
use serde_json::{Value, json};

use crate::town::{ask, phone};

struct Cases {
    documents: BTreeMap<String, String>,
    cases: Vec<Value>,
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../hinan-trust/vectors/vectors.json")
}

fn cases() -> Cases {
    let read: Value = serde_json::from_slice(&std::fs::read(path()).unwrap()).unwrap();
    let text = |document: &Value| match document["text"].as_str() {
        Some(text) => STANDARD.encode(text),
        None => document["base64"].as_str().unwrap().to_owned(),
    };
    let documents = read["documents"].as_object().unwrap().iter();
    Cases {
        documents: documents.map(|(name, document)| (name.clone(), text(document))).collect(),
        cases: read["cases"].as_array().unwrap().clone(),
    }
}

impl Cases {
    fn named(&self, name: &Value) -> Value {
        name.as_str().map_or(Value::Null, |name| self.documents[name].as_str().into())
    }

    fn all(&self, names: &Value) -> Value {
        names.as_array().map_or(json!([]), |names| names.iter().map(|name| self.named(name)).collect())
    }

    fn clock(&self, case: &Value) -> Value {
        let mut clock = case["clock"].clone();
        if let Some(relays) = clock["relays"].as_array_mut() {
            relays.iter_mut().for_each(|relay| relay["active"] = self.named(&relay["active"]));
        }
        clock
    }

    fn message(&self, carried: &Value) -> Value {
        json!({"envelope": self.named(&carried["envelope"]), "cap": self.named(&carried["cap"])})
    }

    /// Receives a case; `None` where it is about what a phone is not told from outside.
    fn receive(&self, phone: &mut Phone, case: &Value) -> Option<Value> {
        if ["near", "first_seen", "seen", "shelter_zones", "device"].iter().any(|key| !case[key].is_null()) {
            return None;
        }
        ask(phone, &json!({"verb": "forget"}));
        let clock = self.clock(case);
        let begin = json!({
            "verb": "trust_begin", "scope": case["scope"], "root": self.named(&case["first"]), "clock": clock,
        });
        let begun = ask(phone, &begin);
        if case["expect"]["first_root"].is_string() {
            assert_eq!(begun["error"]["code"], "trust", "{begun}");
            return None;
        }
        let mut receive = |roots: &Value, rings: &Value, messages: Vec<Value>| {
            let question = json!({
                "verb": "receive", "roots": self.all(roots), "rings": self.all(rings), "messages": messages,
                "clock": clock,
            });
            ask(phone, &question)
        };
        receive(&case["roots"], &case["rings"], Vec::new());
        receive(&case["later_roots"], &case["later_rings"], Vec::new());
        let earlier = case["earlier"]
            .as_array()
            .map_or(Vec::new(), |all| all.iter().map(|one| self.message(one)).collect());
        receive(&json!([]), &json!([]), earlier);
        let last = if case["envelope"].is_string() { vec![self.message(case)] } else { Vec::new() };
        Some(receive(&json!([]), &json!([]), last))
    }

    fn alerts(&self, phone: &mut Phone, case: &Value) -> Value {
        ask(phone, &json!({"verb": "alerts", "clock": self.clock(case), "lang": "en"}))
    }
}

#[test]
fn a_phone_decides_as_all_others_do_and_shows_nothing_forged() {
    let (cases, mut phone) = (cases(), Phone::new());
    let (mut received, mut shown) = (0, 0);
    let text = std::fs::read(path()).unwrap();
    let decided: Value = serde_json::from_slice(&hinan_phone::decide(&text)).unwrap();
    for (case, expect) in cases.cases.iter().zip(decided["answers"].as_array().unwrap()) {
        let Some(answer) = cases.receive(&mut phone, case) else { continue };
        let name = &case["name"];
        assert_eq!(answer["root"], expect["root"], "{name}");
        assert_eq!(answer["ring"], expect["ring"], "{name}");
        assert_eq!(answer["now"], expect["now"], "{name}");
        let alerts = cases.alerts(&mut phone, case);
        assert!(alerts["alerts"].is_array(), "{name}: {alerts}");
        let Some(decision) = answer["decisions"].get(0) else { continue };
        assert_eq!(decision["verdict"], expect["verdict"], "{name}: {decision}");
        assert_eq!(decision["code"], expect["code"], "{name}");
        received += 1;
        let on_screen = |alert: &&Value| alert["name"] == decision["name"];
        let told = alerts["alerts"].as_array().unwrap().iter().find(on_screen);
        if decision["verdict"] == "refused" {
            assert!(told.is_none() || decision["kept"] == true, "{name}: {told:?}");
        }
        if let (Some(told), true) =
            (told, decision["verdict"] == "believed" && told_state(told) == "in-force")
        {
            shown += 1;
            assert_eq!(told["shown"], expect["shown"], "{name}");
            assert_eq!(told["tone"], expect["tone"], "{name}");
            assert_eq!(told["world"], expect["world"], "{name}");
            assert!(!told["order"].as_str().unwrap().is_empty(), "{name}");
        }
    }
    assert!(received > 200 && shown > 50, "{received} received, {shown} shown");
}

fn told_state(told: Option<&Value>) -> &str {
    told.and_then(|told| told["state"].as_str()).unwrap_or_default()
}

#[test]
fn what_a_page_keeps_is_the_same_afterwards() {
    let cases = cases();
    let mut phone = phone();
    for case in cases.cases.iter().filter(|case| case["expect"]["verdict"] == "believed").take(40) {
        let Some(_) = cases.receive(&mut phone, case) else { continue };
        let before = cases.alerts(&mut phone, case);
        let state = ask(&mut phone, &json!({"verb": "state_export"}))["state"].clone();
        let mut other = Phone::new();
        let import = json!({"verb": "state_import", "state": state, "clock": cases.clock(case)});
        let imported = ask(&mut other, &import);
        assert!(imported["error"].is_null(), "{imported}");
        assert_eq!(ask(&mut other, &json!({"verb": "state_export"}))["state"], state, "{}", case["name"]);
        // The town has no zones, so that whose it is does not depend on it being open.
        let mut after = cases.alerts(&mut other, case);
        let strip = |alerts: &mut Value| {
            alerts["alerts"].as_array_mut().unwrap().iter_mut().for_each(|alert| {
                let alert = alert.as_object_mut().unwrap();
                for key in ["left_ds", "budget_ds"] {
                    alert.remove(key);
                }
            });
        };
        let mut before = before;
        strip(&mut before);
        strip(&mut after);
        assert_eq!(before, after, "{}", case["name"]);
    }
    // A text that was spoilt makes no message and loses none.
    let held = ask(&mut phone, &json!({"verb": "state_export"}));
    let spoilt = json!({"verb": "state_import", "state": "{\"v\":1}", "clock": {"device": 5}});
    assert_eq!(ask(&mut phone, &spoilt)["error"]["code"], "trust");
    assert_eq!(ask(&mut phone, &json!({"verb": "state_export"})), held);
}

#[test]
fn a_spoofed_position_hides_nothing() {
    let cases = cases();
    let mut phone = phone();
    let case = cases.cases.iter().find(|case| case["name"] == "plain").unwrap();
    cases.receive(&mut phone, case).unwrap();
    let now = case["clock"]["device"].as_i64().unwrap();
    let places = [
        json!(null),
        json!({"fix": {"lat": -30.0, "lon": 140.0, "accuracy_m": 5, "made": now}}),
        json!({"fix": {"lat": 0.0, "lon": 0.0, "accuracy_m": 5, "made": now - 900}}),
        json!({"fix": {"lat": 0.0, "lon": 0.0, "accuracy_m": 90_000_000.0, "made": now}}),
    ];
    for place in places {
        let asked = json!({"verb": "alerts", "clock": {"device": now}, "where": place, "lang": "en"});
        let told = ask(&mut phone, &asked);
        assert_eq!(told["ruling"], 0, "{told}");
        assert_eq!(
            (&told["alerts"][0]["concerns"], &told["alerts"][0]["tone"]),
            (&json!(true), &json!("alarm"))
        );
    }
}

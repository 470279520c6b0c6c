//! Cases of what nobody may do: alone, with a lost key, with a date of their own, with junk.

use curve25519_dalek::scalar::Scalar;
use hinan_model::Stage;
use hinan_trust::statement::{Arming, CapBytes, Ring, ShelterState, SirenTone, Statement, WorldName};
use hinan_trust::{Digest, Envelope, Kind, key_id};
use serde_json::{Map, Value, json};

use crate::cases::{
    TWO, Town, aged, armed_alert, armed_warn, challenge, order, ring_by, scalar, signature_over,
};
use crate::maker::{
    DAY, HOUR, Message, NOW, Warn, active, arming, cancel, clear, danger, enveloped, pack, public, ring,
    signed, siren, status, void,
};

pub(crate) fn add(town: &mut Town) {
    signatures(town);
    called_back(town);
    lost_keys(town);
    fewer_rights(town);
    alone(town);
    one_feed(town);
    tones(town);
    other_types(town);
    each_target(town);
    instalments(town);
    old_rings(town);
    relays(town);
    sirens(town);
}

/// Another signature of the same key over the same bytes: whoever has the key can make many.
fn other_signature(name: &str, message: &[u8]) -> Vec<u8> {
    let r = Scalar::from(7_u64);
    let point = curve25519_dalek::EdwardsPoint::mul_base(&r).compress().to_bytes();
    let s = r + challenge(&point, &public(name), message) * scalar(name);
    [point, s.to_bytes()].concat()
}

fn signatures(town: &mut Town) {
    let plain = Warn::new("plain").message();
    let draft = plain.statement.envelope().unwrap();
    let noise = |from: u8| {
        let draft = draft.clone();
        (from..from + 16)
            .fold(draft, |it, at| it.with_signature(format!("{at:02}").repeat(32), vec![at; 64]))
            .to_json()
    };
    town.case(
        "kept-16-of-nobody",
        "signatures by nobody: sixteen are kept, and none in the place of one that counts",
    )
    .after_envelope("noise-1", &noise(0))
    .after("plain-by-boris", &plain, &["boris"])
    .after_envelope("noise-2", &noise(20))
    .after_envelope("noise-3", &noise(40))
    .message(&plain, &["chie"])
    .is(json!({ "verdict": "believed", "standing": "full", "tone": "alarm" }));
    let two = draft.clone().with_signature(key_id(&public("anna")), other_signature("anna", &draft.pae()));
    let mut counting: Vec<_> =
        TWO.iter().map(|name| format!("{} counts", &key_id(&public(name))[..8])).collect();
    counting.sort();
    town.case("kept-one-of-each-key", "two signatures of one key: one is kept, and counts once")
        .after_envelope("plain-by-anna-twice", &two.to_json())
        .after("plain-by-anna", &plain, &["anna"])
        .message(&plain, &["boris"])
        .is(json!({ "verdict": "believed", "standing": "full", "signatures": counting }));
    let mut long = Warn::new("cap-1-mib").message();
    let Statement::Alert(alert) = &mut long.statement else { unreachable!("it is an alert") };
    alert.cap = CapBytes { len: (1 << 20) + 1, ..alert.cap };
    town.case("cap-above-1-mib", "a message longer than any may be")
        .envelope(&long.envelope(TWO))
        .refused("cap-length");
}

fn called_back(town: &mut Town) {
    let alert = armed_alert("armed-officer", NOW - 20);
    let night = Statement::Arming(arming());
    let told = json!({ "verdict": "held", "code": "arming-void", "standing": "unconfirmed", "shown": "unconfirmed", "tone": "none" });
    town.case(
        "void-dated-back",
        "a call back dated to 1970 counts from the order's own second: told in words",
    )
    .after_statement("night-order", &night, TWO)
    .after_statement("void-1970", &void("void-1970", 1, order()), &["chie"])
    .message(&alert, &["anna"])
    .is(told.clone());
    town.case("void-by-two", "two persons called the order back: what it armed is not told")
        .after_statement("night-order", &night, TWO)
        .after_statement("void-by-two", &void("void", NOW - 30, order()), &["chie", "eri"])
        .message(&alert, &["anna"])
        .held("arming-void");
    town.case("void-by-two-apart", "nor where each of them did so by themselves")
        .after_statement("night-order", &night, TWO)
        .after_statement("void-by-chie", &void("void", NOW - 30, order()), &["chie"])
        .after_statement("void-by-eri", &void("void-eri", NOW - 25, order()), &["eri"])
        .message(&alert, &["anna"])
        .held("arming-void");
    town.case("void-by-one-twice", "one person twice is one person")
        .after_statement("night-order", &night, TWO)
        .after_statement("void-by-chie", &void("void", NOW - 30, order()), &["chie"])
        .after_statement("void-by-chie-too", &void("void-eri", NOW - 25, order()), &["chie"])
        .message(&alert, &["anna"])
        .is(told.clone());
    town.case(
        "void-of-no-matter",
        "who cites an order that does not arm them is not told of, called back or not",
    )
    .after_statement("night-order", &night, TWO)
    .after_statement("void-by-chie", &void("void", NOW - 30, order()), &["chie"])
    .message(&alert, &["chie"])
    .is(json!({ "verdict": "held", "code": "armed-by-other", "shown": "nothing" }));
    town.case("void-and-solo", "short enough for one officer alone, it needs no order")
        .after_statement("night-order", &night, TWO)
        .after_statement("void-by-chie", &void("void", NOW - 30, order()), &["chie"])
        .message(&Warn { life: 600, ..armed_warn("armed-short", NOW - 20) }.message(), &["anna"])
        .believed("solo", "warning", "alarm");
    town.case("void-of-order", "the order, called back by one")
        .after_statement("void-by-chie", &void("void", NOW - 30, order()), &["chie"])
        .statement(&night, TWO)
        .refused("arming-void");
    let both = Arming { zones: vec!["z-north".to_owned(), "z-south".to_owned()], ..arming() };
    let both_name = Digest::of(&Statement::Arming(both.clone()).payload_bytes().unwrap());
    let of_both = void("void-both", NOW - 30, both_name);
    town.case("void-outside-rights", "an officer of the north calls back no order for north and south")
        .after_statement("order-both", &Statement::Arming(both.clone()), TWO)
        .statement(&of_both, &["nami"])
        .refused("target-outside-rights");
    town.case("void-outside-rights-is-none", "and what it arms stands")
        .after_statement("order-both", &Statement::Arming(both), TWO)
        .after_statement("void-both-by-nami", &of_both, &["nami"])
        .message(&Warn { arming: Some(both_name), ..armed_warn("armed-both", NOW - 20) }.message(), &["anna"])
        .believed("armed", "warning", "alarm");
    let late = Arming { issued: NOW - HOUR / 2, ..arming() };
    let late_name = Digest::of(&Statement::Arming(late.clone()).payload_bytes().unwrap());
    town.case(
        "void-by-retired",
        "a key that was retired before the order was signed calls it not back, whatever date it writes",
    )
    .after_statement("order-late", &Statement::Arming(late), TWO)
    .statement(&void("void-late", NOW - 2 * HOUR, late_name), &["fumi"])
    .refused("target-outside-rights");
    town.case("void-by-retired-in-time", "an order from before: it does")
        .after_statement("night-order", &night, TWO)
        .statement(&void("void-fumi", NOW - 2 * HOUR, order()), &["fumi"])
        .document_holds();
    let with_message = cancel("order-cancelled", NOW - 5, WorldName::Live, &[]);
    let mut with_message = with_message;
    let Statement::Cancel(it) = &mut with_message.statement else { unreachable!("it is a cancel") };
    it.targets = vec![order()];
    town.case("cancel-of-order", "an order is not called back like an alert")
        .after_statement("night-order", &night, TWO)
        .message(&with_message.with_cap(|cap| cap.references = vec![("night".to_owned(), NOW - 60)]), TWO)
        .refused("target-other-world");
    let long = Arming { life: 901, ..arming() };
    let long_name = Digest::of(&Statement::Arming(long.clone()).payload_bytes().unwrap());
    town.case("armed-order-life", "an order that no receiver takes arms nobody")
        .after_statement("order-901", &Statement::Arming(long), TWO)
        .message(&Warn { arming: Some(long_name), ..armed_warn("armed-901", NOW - 20) }.message(), &["anna"])
        .held("arming-not-valid");
}

fn lost_keys(town: &mut Town) {
    // fumi's key was retired an hour ago; goro's is compromised.
    let plain = Warn::new("plain").message();
    let then = NOW - HOUR - 60;
    // CAP takes no reference to what was sent later: whoever dates back has to lie there as well, and
    // is found out where the message is known.
    let lying = |message: Message| message.with_cap(|cap| cap.references[0].1 = then - 1);
    let called = lying(cancel("retired-cancel", then, WorldName::Live, &[&plain]));
    let over = lying(clear("retired-clear", then, &[&plain]));
    let lost: &[&str] = &["anna", "fumi"];
    let alone = plain.envelope(TWO);
    town.case(
        "retired-cancel-since",
        "a lost key reaches nothing that was said since, whatever date it writes",
    )
    .after_envelope("plain-alone", &alone)
    .message(&called, lost)
    .held("solo-too-late");
    town.case("retired-cancel-does-not-block", "nor does it block")
        .after("retired-cancel", &called, lost)
        .message(&plain, TWO)
        .sounds();
    town.case("retired-cancel-alone", "nor alone")
        .after_envelope("plain-alone", &alone)
        .message(&called, &["fumi"])
        .refused("target-outside-rights");
    town.case("retired-clear-since", "nor by an all clear")
        .after_envelope("plain-alone", &alone)
        .message(&over, lost)
        .held("second-person-awaited");
    let update =
        Warn { issued: then, life: 7_200, replaces: vec![plain.clone()], ..Warn::new("retired-update") };
    town.case("retired-update-since", "nor by an update, which stands beside it")
        .after_envelope("plain-alone", &alone)
        .message(&lying(update.message()), lost)
        .is(json!({ "verdict": "believed", "standing": "full", "notes": ["target-outside-rights"] }));
    town.case("retired-update-contradicted", "a target that is lost has to be named by the message, too")
        .after("plain", &plain, TWO)
        .message(&lying(update.message()), lost)
        .refused("cap-references");
    let before = Warn { issued: then - 600, life: 7_200, ..Warn::new("before-retirement-2") }.message();
    town.case("retired-cancel-before", "what was said before it may call back")
        .after("before-retirement-2", &before, TWO)
        .message(&cancel("retired-cancel-before", then, WorldName::Live, &[&before]), &["anna", "fumi"])
        .is(json!({ "verdict": "believed", "standing": "full", "shown": "cancelled" }));
    let south = Warn { zones: vec!["z-south"], issued: NOW - 600, ..Warn::new("south-600") }.message();
    town.case("compromised-lends-no-zones", "a compromised key lends its zones to nobody")
        .after("south-600", &south, TWO)
        .message(&cancel("by-north-600", NOW - 5, WorldName::Live, &[&south]), &["nami", "nobu", "goro"])
        .refused("target-outside-rights");
    let by_lost = Warn { issued: NOW - 600, ..Warn::new("by-lost") }.message();
    town.case(
        "compromised-target",
        "what only compromised keys signed is known: who has no right over it ends it not",
    )
    .after(
        "by-lost",
        &Warn { zones: vec!["z-south"], issued: NOW - 600, ..Warn::new("by-lost") }.message(),
        &["goro"],
    )
    .message(
        &cancel(
            "by-north-lost",
            NOW - 5,
            WorldName::Live,
            &[&Warn { zones: vec!["z-south"], issued: NOW - 600, ..Warn::new("by-lost") }.message()],
        ),
        &["nami", "nobu"],
    )
    .refused("target-outside-rights");
    town.case("unconfirmed-cancelled", "what turned unconfirmed is called back, and told")
        .after("by-lost-and-anna", &by_lost, &["anna", "goro"])
        .message(&cancel("lost-over", NOW - 5, WorldName::Live, &[&by_lost]), TWO)
        .believed("full", "cancelled", "attention");
}

/// A signature more never makes a thing weaker.
fn fewer_rights(town: &mut Town) {
    let drawn = || Warn { life: 600, ..Warn::new("drawn-solo") }.message().with_cap(|cap| cap.polygon = true);
    let solo = |town: &mut Town, name: &str, about: &str, by: &[&str]| {
        town.case(name, about).message(&drawn(), by).believed("solo", "warning", "alarm");
    };
    solo(town, "drawn-solo", "one officer of all zones draws ground", &["anna"]);
    solo(
        town,
        "drawn-solo-and-zone",
        "an officer of one zone signs as well: as if they had not",
        &["anna", "nami"],
    );
    solo(town, "drawn-solo-and-lost", "a compromised key signs as well", &["anna", "goro"]);
    solo(town, "drawn-solo-and-retired", "a retired key signs as well", &["anna", "fumi"]);
    solo(town, "drawn-solo-and-feed", "a feed signs as well", &["anna", "feed-1"]);
    let drawn_before =
        Warn { issued: NOW - 600, zones: vec!["z-north"], ..Warn::new("drawn-before") }.message();
    let drawn_before = drawn_before.with_cap(|cap| cap.polygon = true);
    let by_north = cancel("by-north-over-drawn", NOW - 5, WorldName::Live, &[&drawn_before]);
    town.case("drawn-ended-by-zone", "what draws ground is ended by those who have a right to all zones")
        .after("drawn-before", &drawn_before, TWO)
        .message(&by_north, &["nami", "nobu"])
        .refused("target-outside-rights");
    town.case("drawn-ended", "and by them it is")
        .after("drawn-before", &drawn_before, TWO)
        .message(&by_north, TWO)
        .is(json!({ "verdict": "believed", "standing": "full", "shown": "cancelled" }));
    town.case("drawn-by-none", "ground by nobody who may draw it")
        .message(&drawn(), &["nami"])
        .refused("cap-area");
    town.case("drawn-one-of-two", "an hour of ground: one who may draw it is one person")
        .message(&Warn::new("smuggled").message().with_cap(|cap| cap.polygon = true), &["anna", "nami"])
        .held("solo-too-long");
    let early = Warn { life: 600, issued: NOW - 300, ..Warn::new("solo-eri") }.message();
    let later = Warn { life: 600, issued: NOW - 20, ..Warn::new("solo-both") }.message();
    town.case("solo-and-one-who-renews", "who would renew their own takes nothing from another who does not")
        .after("solo-eri", &early, &["eri"])
        .message(&later, &["eri", "boris"])
        .believed("solo", "warning", "alarm");
    town.case("solo-both-renew", "where each of them renews their own, it is held")
        .after("solo-eri", &early, &["eri"])
        .after(
            "solo-boris",
            &Warn { life: 600, issued: NOW - 290, ..Warn::new("solo-boris") }.message(),
            &["boris"],
        )
        .message(&later, &["eri", "boris"])
        .held("standalone-missing");
    let drawn_armed = Warn { life: 600, ..armed_warn("armed-drawn-short", NOW - 20) };
    town.case("armed-polygon-solo", "ground is armed by no order, and may stand solo")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .message(&drawn_armed.message().with_cap(|cap| cap.polygon = true), &["anna"])
        .believed("solo", "warning", "alarm");
}

fn alone(town: &mut Town) {
    let at = |label, ago| Warn { life: 600, issued: NOW - ago, ..Warn::new(label) };
    let again = at("solo-again", 20).message();
    let unseen = Some(Digest::of(b"an order that nobody has seen"));
    let citing = Warn { arming: unseen, ..at("solo-citing", 500) }.message();
    town.case("solo-citing-unseen", "who cites an order that nobody has seen stands solo")
        .message(&citing, &["anna"])
        .believed("solo", "warning", "alarm");
    town.case("solo-renewed-after-citing", "and renews it not")
        .after("solo-citing", &citing, &["anna"])
        .message(&again, &["anna"])
        .held("solo-renewed");
    town.case("solo-renewed-by-citing", "nor by citing another")
        .after("solo-citing", &citing, &["anna"])
        .message(&Warn { arming: unseen, ..at("solo-citing-2", 20) }.message(), &["anna"])
        .held("arming-unseen");
    let first = at("solo-first", 500).message();
    let none = |town: &mut Town, name: &str, about: &str, attempt: &Message, with_cap: bool| {
        let case = town.case(name, about);
        let case = match with_cap {
            true => case.after(&format!("{name}-before"), attempt, &["anna"]),
            false => case.after_envelope(&format!("{name}-before"), &attempt.envelope(&["anna"])),
        };
        case.message(&again, &["anna"]).believed("solo", "warning", "alarm");
    };
    none(town, "solo-after-no-message", "an attempt whose message never came is no obstacle", &first, false);
    let wrong = at("solo-wrong", 500).message().with_cap(|cap| cap.sent += 1);
    none(town, "solo-after-refused", "nor one whose message says something else", &wrong, true);
    let long = Warn { life: 601, ..at("solo-long", 500) }.message();
    none(town, "solo-after-held", "nor one that was too long", &long, true);
    town.case("solo-after-cancelled", "nor one that two persons called back")
        .after("solo-first", &first, &["anna"])
        .after(
            "solo-first-cancelled",
            &cancel("solo-first-cancelled", NOW - 400, WorldName::Live, &[&first]),
            TWO,
        )
        .message(&again, &["anna"])
        .believed("solo", "warning", "alarm");
    let third = at("solo-third", 5).message();
    town.case(
        "solo-after-renewal",
        "a renewal that was held is no obstacle; what it renewed has lapsed by then",
    )
    .after("solo-old", &at("solo-old", 604).message(), &["anna"])
    .after("solo-held", &at("solo-held", 300).message(), &["anna"])
    .message(&third, &["anna"])
    .is(json!({ "verdict": "held", "code": "solo-renewed" }));
    town.case("solo-after-renewal-lapsed", "a second later")
        .after("solo-older", &at("solo-older", 605).message(), &["anna"])
        .after("solo-held", &at("solo-held", 300).message(), &["anna"])
        .message(&third, &["anna"])
        .believed("solo", "warning", "alarm");
}

fn one_feed(town: &mut Town) {
    let before = armed_warn("armed-first", NOW - 800).message();
    let own = cancel("armed-cancel", NOW - 5, WorldName::Live, &[&before]);
    town.case("armed-withdrawn-countersigner", "who countersigns a feed's alert holds it not as their own")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .after("armed-by-feed-and-chie", &before, &["feed-1", "chie"])
        .message(&own, &["chie"])
        .held("solo-too-late");
    town.case("armed-withdrawn-by-feed", "the feed does")
        .after_statement("night-order", &Statement::Arming(arming()), TWO)
        .after("armed-by-feed-and-chie", &before, &["feed-1", "chie"])
        .message(&own, &["feed-1"])
        .believed("armed", "hold", "attention");
}

fn tones(town: &mut Town) {
    let case = |town: &mut Town, name: &str, about: &str, issued: i64, life: i64, expect: Value| {
        let armed = Warn { life, ..armed_warn("tone", issued) }.message();
        town.case(&format!("armed-{name}"), about)
            .after_statement("night-order", &Statement::Arming(arming()), TWO)
            .message(&armed, &["anna"])
            .is(expect.clone());
        let solo = Warn { issued, life: life.min(600), ..Warn::new("tone-solo") }.message();
        town.case(&format!("solo-{name}"), about).message(&solo, &["chie"]).is(expect);
    };
    let shown = |tone: &str| json!({ "verdict": "believed", "shown": "warning", "tone": tone });
    case(town, "120-ahead", "dated two minutes ahead: a tone", NOW + 120, 600, shown("alarm"));
    case(town, "121-ahead", "a second more: none", NOW + 121, 600, shown("none"));
    case(town, "120-past", "lapsed two minutes ago: a tone", NOW - 720, 600, shown("alarm"));
    case(town, "121-past", "a second more: none", NOW - 721, 600, shown("none"));
}

fn other_types(town: &mut Town) {
    let drill = Warn { drill: true, ..Warn::new("drill") }.message();
    let mut twin = Envelope::read(&drill.envelope(&[])).unwrap();
    twin.kind = Kind::Alert;
    let twin = signature_over(&twin, &["anna"]);
    let over = cancel("drill-over", NOW - 5, WorldName::Drill, &[&drill]);
    town.case("drill-signed-as-alert", "a drill's payload signed as an alert hides the drill from nobody")
        .after("drill", &drill, TWO)
        .after_envelope("drill-as-alert", &twin)
        .message(&over, TWO)
        .is(json!({ "verdict": "believed", "world": "drill", "shown": "cancelled", "tone": "none" }));
    let plain = Warn::new("plain").message();
    let update =
        Warn { issued: NOW - 5, replaces: vec![drill.clone(), plain.clone()], ..Warn::new("update-of-both") };
    town.case("update-of-drill-too", "a live update loses a target that is a drill, and stands")
        .after("drill", &drill, TWO)
        .after("plain", &plain, TWO)
        .message(&update.message(), TWO)
        .is(json!({ "verdict": "believed", "standing": "full", "tone": "alarm", "notes": ["target-other-world"] }));
    let only = Warn { issued: NOW - 5, replaces: vec![drill.clone()], ..Warn::new("update-of-drill") };
    town.case("update-of-drill", "nor does it need any other")
        .after("drill", &drill, TWO)
        .message(&only.message(), TWO)
        .is(json!({ "verdict": "believed", "tone": "alarm", "notes": ["target-other-world"] }));
    let mixed = cancel("cancel-mixed-worlds", NOW - 5, WorldName::Live, &[&drill, &plain]);
    town.case("cancel-of-drill-too", "a live cancel loses the drill and ends the alert")
        .after("drill", &drill, TWO)
        .after("plain", &plain, TWO)
        .message(&mixed, TWO)
        .is(json!({ "verdict": "believed", "shown": "cancelled", "notes": ["target-other-world"] }));
    let held = Warn::new("never-raised").message();
    town.case("clear-never-raised", "an all clear of what was never raised is not told")
        .after("never-raised", &held, &["anna"])
        .message(&clear("clear-never", NOW - 5, &[&held]), TWO)
        .believed("full", "nothing", "none");
    town.case("cancel-never-raised", "nor a cancel")
        .after("never-raised", &held, &["anna"])
        .message(&cancel("cancel-never", NOW - 5, WorldName::Live, &[&held]), TWO)
        .believed("full", "nothing", "none");
    let other_cap = called_with_other_cap(&plain);
    town.case("cancel-refused-does-not-block", "a cancel whose message says something else blocks nothing")
        .after("cancel-wrong", &other_cap, TWO)
        .message(&plain, TWO)
        .sounds();
    town.case("cancel-without-message-does-not-block", "nor one whose message has not come")
        .after_envelope(
            "called-back-alone",
            &cancel("called-back", NOW - 5, WorldName::Live, &[&plain]).envelope(TWO),
        )
        .message(&plain, TWO)
        .sounds();
    let lab = cancel("cancel-lab", NOW - 5, WorldName::Lab, &[&plain]);
    let payload = match &lab.statement {
        Statement::Cancel(cancel) => serde_json::to_vec(cancel).unwrap(),
        _ => unreachable!("it is a cancel"),
    };
    town.case("cancel-world-lab", "a cancel is for the live world or for drills")
        .envelope(&signed(Kind::Cancel, payload, TWO).to_json())
        .refused("bad-statement");
}

fn called_with_other_cap(plain: &Message) -> Message {
    cancel("cancel-wrong", NOW - 5, WorldName::Live, &[plain]).with_cap(|cap| cap.sent += 1)
}

fn each_target(town: &mut Town) {
    let plain = Warn::new("plain").message();
    let south = Warn { zones: vec!["z-south"], ..Warn::new("south") }.message();
    let both = cancel("cancel-both", NOW - 5, WorldName::Live, &[&plain, &south]);
    town.case("cancel-each-target", "two over the north, one of them over the south: final there, on hold here")
        .after("plain", &plain, TWO)
        .after("south", &south, TWO)
        .message(&both, &["anna", "nami"])
        .is(json!({ "verdict": "believed", "standing": "full", "shown": "cancelled", "notes": ["target-outside-rights"], "notices": notices(&[
            (&plain, "alert live full"), (&south, "alert live full"), (&both, "cancel live full"), (&both, "cancel live solo"),
        ]) }));
    let long_ago = Warn { zones: vec!["z-south"], issued: NOW - 600, ..Warn::new("south-600") }.message();
    let late = cancel("cancel-one-late", NOW - 5, WorldName::Live, &[&long_ago, &plain]);
    town.case("cancel-one-target-late", "of two targets one officer may hold the one that is new")
        .after("south-600", &long_ago, TWO)
        .after("plain", &plain, TWO)
        .message(&late, &["chie"])
        .is(json!({ "verdict": "believed", "standing": "solo", "shown": "hold", "notes": ["target-outside-rights"] }));
    town.case("cancel-one-target-unseen", "and the one that is known")
        .after("plain", &plain, TWO)
        .message(&late, &["chie"])
        .is(json!({ "verdict": "believed", "standing": "solo", "notes": ["target-unseen", "target-outside-rights"] }));
    let wide =
        Warn { zones: vec!["z-north", "z-south"], issued: NOW - 100, life: 500, ..Warn::new("wide-500") }
            .message();
    let same = Warn {
        zones: vec!["z-north", "z-south"],
        life: 600,
        replaces: vec![wide.clone()],
        ..Warn::new("same-as-wide")
    };
    town.case(
        "update-as-stern",
        "what one officer's update may replace, it replaces with another's signature, too",
    )
    .after("wide-500", &wide, TWO)
    .message(&same.message(), &["anna", "chie"])
    .is(json!({ "verdict": "believed", "standing": "full", "tone": "alarm" }));
    let south_500 =
        Warn { zones: vec!["z-south"], issued: NOW - 100, life: 500, ..Warn::new("south-500") }.message();
    let moved = Warn {
        zones: vec!["z-north"],
        life: 600,
        replaces: vec![south_500.clone()],
        ..Warn::new("moved-north")
    };
    town.case(
        "update-leaves-zone",
        "an officer of both zones and one of the north move nothing out of the south",
    )
    .after("south-500", &south_500, TWO)
    .message(&moved.message(), &["anna", "nami"])
    .is(json!({ "verdict": "believed", "standing": "full", "notes": ["target-outside-rights"] }));
}

/// What the life of alerts goes on from, as an answer lists it.
fn notices(list: &[(&Message, &str)]) -> Value {
    let mut lines: Vec<_> =
        list.iter().map(|(message, words)| format!("{} {words}", &message.name().to_string()[..8])).collect();
    lines.sort();
    json!(lines)
}

fn instalments(town: &mut Town) {
    use ShelterState::{Full, Hit, Locked, Open};
    let close = |label: &str, n: u64, shelter: &str| Statement::Danger(danger(label, n, &[(shelter, Hit)]));
    let held = json!({ "verdict": "held", "code": "second-person-awaited" });
    let holds = json!({ "verdict": "believed", "standing": "full", "shown": "document" });
    let case = |town: &mut Town,
                name: &str,
                about: &str,
                earlier: (u64, &[&str]),
                by: &[&str],
                expect: &Value| {
        town.case(name, about)
            .after_statement(&format!("{name}-before"), &close("danger-before", earlier.0, "s1"), earlier.1)
            .statement(&close("danger-after", 3, "s2"), by)
            .is(expect.clone());
    };
    case(
        town,
        "danger-instalments",
        "one person, one shelter after the other",
        (2, &["boris"]),
        &["boris"],
        &held,
    );
    case(
        town,
        "danger-instalments-pages",
        "two in pages are no two persons: what both sign is an instalment of both",
        (2, &["eri", "boris"]),
        &["eri", "boris"],
        &json!({ "verdict": "held", "code": "standalone-missing" }),
    );
    case(
        town,
        "danger-instalments-newer",
        "a newer word is no earlier one",
        (4, &["boris"]),
        &["boris"],
        &holds,
    );
    case(
        town,
        "danger-instalments-other",
        "another person's is no matter",
        (2, &["anna"]),
        &["boris"],
        &holds,
    );
    case(
        town,
        "danger-instalments-by-two",
        "what two have signed is nobody's instalment",
        (2, TWO),
        &["boris"],
        &holds,
    );
    case(town, "danger-instalments-and-two", "two persons may", (2, &["boris"]), TWO, &holds);
    case(
        town,
        "danger-instalments-page",
        "who has closed none may, whoever else signs",
        (2, &["boris"]),
        &["boris", "eri"],
        &holds,
    );
    town.case("danger-same-again", "the same shelter again is one shelter")
        .after_statement("danger-s2-before", &close("danger-s2-before", 2, "s2"), &["boris"])
        .statement(&close("danger-after", 3, "s2"), &["boris"])
        .is(holds.clone());
    let zones: Map<_, _> = (1..=40).map(|at| (format!("s{at}"), json!("z-north"))).collect();
    let three = |town: &mut Town, name: &str, about: &str, last: &str, expect: &Value| {
        town.case(name, about)
            .set("shelter_zones", zones.clone())
            .after_statement("danger-1", &close("danger-1", 1, "s1"), &["boris"])
            .after_statement("danger-2", &close("danger-2", 2, "s2"), &["boris"])
            .statement(&close(&format!("danger-{last}"), 3, last), &["boris"])
            .is(expect.clone());
    };
    three(town, "danger-third-of-40", "the third of forty", "s3", &held);
    three(town, "danger-third-elsewhere", "a third in no zone that is known", "x1", &holds);
    let word = |label: &str, n: u64, ago: i64, shelters: &[(&str, ShelterState)]| {
        let mut word = status(label, NOW - ago, shelters);
        word.n = n;
        Statement::Status(word)
    };
    let two = word("status-two", 1, 60, &[("s1", Full), ("s2", Locked)]);
    town.case("status-two", "one person closes not two shelters of nobody knows how many")
        .statement(&two, &["anna"])
        .is(held.clone());
    town.case("status-two-by-two", "two persons do").statement(&two, TWO).is(holds.clone());
    let open = word("status-open", 2, 60, &[("s3", Open), ("s4", Open)]);
    town.case("status-open", "to find doors open closes nothing")
        .after_statement("status-s1", &word("status-s1", 1, 90, &[("s1", Full)]), &["anna"])
        .statement(&open, &["anna"])
        .is(holds.clone());
    let later = word("status-later", 2, 60, &[("s2", Full)]);
    let after = |town: &mut Town, name: &str, about: &str, ago: i64, expect: &Value| {
        town.case(name, about)
            .after_statement(
                &format!("{name}-before"),
                &word("status-before", 1, ago, &[("s1", Full)]),
                &["anna"],
            )
            .statement(&later, &["anna"])
            .is(expect.clone());
    };
    after(town, "status-instalments", "one after the other", 60 + 12 * HOUR, &held);
    after(town, "status-instalments-lapsed", "twelve hours and a second apart", 61 + 12 * HOUR, &holds);
}

fn old_rings(town: &mut Town) {
    let expect = json!({ "verdict": "held", "code": "ring-too-old-for-one", "standing": "unconfirmed", "shown": "document", "tone": "none" });
    let case =
        |town: &mut Town, name: &str, about: &str, statement: &Statement, by: &[&str], expect: &Value| {
            town.case(name, about)
                .rings(&[("ring-out-31", aged(31))])
                .after_statement("night-order", &Statement::Arming(arming()), TWO)
                .statement(statement, by)
                .is(expect.clone());
        };
    let closed = Statement::Danger(danger("danger-old", 3, &[("s1", ShelterState::Hit)]));
    let locked = Statement::Status(status("status-old", NOW - 60, &[("s1", ShelterState::Locked)]));
    let called = void("void", NOW - 30, order());
    let delivery = Statement::Pack(pack("pack", 1, 9, 2));
    case(
        town,
        "ring-out-31-days-danger",
        "one person closes nothing under a ring that old",
        &closed,
        &["boris"],
        &expect,
    );
    case(town, "ring-out-31-days-danger-two", "two do", &closed, TWO, &json!({ "verdict": "believed" }));
    case(town, "ring-out-31-days-status", "nor by a warden's word", &locked, &["wanda"], &expect);
    case(town, "ring-out-31-days-void", "nor calls an order back", &called, &["chie"], &expect);
    case(town, "ring-out-31-days-pack", "nor reviews a pack", &delivery, &["builder", "rei"], &expect);
    case(
        town,
        "ring-out-31-days-pack-two",
        "two do",
        &delivery,
        &["builder", "rei", "ren"],
        &json!({ "verdict": "believed" }),
    );
    case(
        town,
        "ring-out-31-days-active",
        "a relay's word has no power to lose",
        &Statement::Active(active("active", NOW - 60)),
        &["relay-north"],
        &json!({ "verdict": "believed" }),
    );
}

fn relays(town: &mut Town) {
    let plain = Warn::new("plain").message();
    let year = 365 * DAY;
    let beat = |label: &str, issued, by: &str| enveloped(&Statement::Active(active(label, issued)), &[by]);
    let documents = [
        ("active-north", beat("north", NOW - 3, "relay-north")),
        ("active-south", beat("south", NOW - 30, "relay-south")),
    ];
    for (name, bytes) in &documents {
        town.document(name, bytes);
    }
    let clock = json!({ "device": NOW + year, "relays": [{ "active": "active-north", "age": 3 }, { "active": "active-south", "age": 30 }] });
    let case = |town: &mut Town, name: &str, about: &str, relay: &str, n: u64, now: i64| {
        town.case(name, about)
            .set("clock", clock.clone())
            .set("seen", json!([{ "kind": "active", "name": relay, "epoch": 1, "n": n }]))
            .message(&plain, TWO)
            .is(json!({ "now": now }));
    };
    case(
        town,
        "clock-relay-replayed",
        "a relay's word that is older than one that is known",
        "relay-north",
        78,
        NOW + year,
    );
    case(town, "clock-relay-same", "the very word that is known", "relay-north", 77, NOW);
    case(town, "clock-relay-other", "another relay's number is no matter", "relay-north-2", 78, NOW);
    town.case("active-rolled-back", "the same as a document")
        .set("seen", json!([{ "kind": "active", "name": "relay-north", "epoch": 1, "n": 78 }]))
        .statement(&Statement::Active(active("active", NOW - 60)), &["relay-north"])
        .refused("rolled-back");
    town.case("clock-below-ring", "a clock that was lost: never below the ring's first second")
        .set("clock", json!({ "device": 0 }))
        .message(&plain, TWO)
        .is(json!({ "now": ring().issued, "shown": "warning", "tone": "none", "notes": ["clock-behind"] }));
}

fn sirens(town: &mut Town) {
    let plain = Warn { issued: NOW - 60, ..Warn::new("siren-plain") }.message();
    let drill = Warn { drill: true, issued: NOW - 60, ..Warn::new("siren-the-drill") }.message();
    let order = |label: &str, tone, message: &Message, by: &[&str]| {
        Statement::Siren(siren(label, tone, &message.envelope(by)))
    };
    let alarm = order("siren-alarm", SirenTone::Alarm, &plain, TWO);
    let holds = json!({ "verdict": "believed", "shown": "document" });
    let silent = json!({ "verdict": "refused", "code": "siren-inner" });
    let case = |town: &mut Town,
                name: &str,
                about: &str,
                earlier: &[(&Message, &[&str])],
                order: &Statement,
                expect: &Value| {
        let mut case =
            town.case(name, about).set("device", json!({ "id": "siren-7", "epoch": 1, "counter": 41 }));
        for (at, (message, by)) in earlier.iter().enumerate() {
            // A siren is given no CAP messages.
            case = case.after_envelope(&format!("{name}-{at}"), &message.envelope(by));
        }
        case.statement(order, &["gateway"]).is(expect.clone());
    };
    let cleared = clear("siren-cleared", NOW - 30, &[&plain]);
    let lowered = Warn {
        stage: Stage::Prepare,
        issued: NOW - 30,
        replaces: vec![plain.clone()],
        ..Warn::new("siren-lowered")
    }
    .message();
    let replaced =
        Warn { issued: NOW - 30, replaces: vec![plain.clone()], ..Warn::new("siren-replaced") }.message();
    let again =
        Warn { issued: NOW - 20, replaces: vec![lowered.clone()], ..Warn::new("siren-again") }.message();
    let cancelled = cancel("siren-cancelled", NOW - 30, WorldName::Live, &[&plain]);
    case(town, "siren-cleared", "what is over does not sound", &[(&cleared, TWO)], &alarm, &silent);
    case(
        town,
        "siren-cleared-by-one",
        "one officer clears nothing",
        &[(&cleared, &["anna"])],
        &alarm,
        &holds,
    );
    case(town, "siren-lowered", "nor what was lowered", &[(&lowered, TWO)], &alarm, &silent);
    case(
        town,
        "siren-replaced",
        "what another to take cover replaced does",
        &[(&replaced, TWO)],
        &alarm,
        &holds,
    );
    case(
        town,
        "siren-replaced-twice",
        "by way of a third, too",
        &[(&lowered, TWO), (&again, TWO)],
        &alarm,
        &holds,
    );
    case(town, "siren-cancelled", "nor what was called back", &[(&cancelled, TWO)], &alarm, &silent);
    case(
        town,
        "siren-on-hold",
        "nor what one officer put on hold",
        &[(&cancelled, &["chie"])],
        &alarm,
        &silent,
    );
    let drilled = order("siren-drilled", SirenTone::Drill, &drill, TWO);
    let expected = Warn { stage: Stage::Expect, ..Warn::new("siren-expect") }.message();
    case(town, "siren-drill-alone", "a drill sounds", &[], &drilled, &holds);
    case(
        town,
        "siren-drill-and-alert",
        "and not while an alert is in force",
        &[(&plain, TWO)],
        &drilled,
        &silent,
    );
    case(town, "siren-drill-and-expect", "nor one to expect", &[(&expected, TWO)], &drilled, &silent);
    case(
        town,
        "siren-drill-and-held",
        "one that is held is no matter",
        &[(&plain, &["anna"])],
        &drilled,
        &holds,
    );
    let over = order("siren-clear", SirenTone::Clear, &cleared, TWO);
    let other = Warn { zones: vec!["z-south"], ..Warn::new("siren-south") }.message();
    case(town, "siren-clear", "an all clear of what was raised", &[(&plain, TWO)], &over, &holds);
    case(town, "siren-clear-unseen", "or of what is not known", &[], &over, &holds);
    case(town, "siren-clear-never-raised", "not of what never was", &[(&plain, &["anna"])], &over, &silent);
    case(
        town,
        "siren-clear-and-alert",
        "not while people are to take cover",
        &[(&plain, TWO), (&other, TWO)],
        &over,
        &silent,
    );
    let ahead = Warn { issued: NOW + 100, life: 600, ..Warn::new("siren-ahead") }.message();
    case(
        town,
        "siren-solo-ahead",
        "one officer's alert, a little ahead",
        &[],
        &order("siren-ahead", SirenTone::Alarm, &ahead, &["anna"]),
        &holds,
    );
    let far = Warn { issued: NOW + 130, life: 600, ..Warn::new("siren-far") }.message();
    case(
        town,
        "siren-solo-far-ahead",
        "too far ahead for a tone",
        &[],
        &order("siren-far", SirenTone::Alarm, &far, &["anna"]),
        &silent,
    );
    let numbered = |epoch, counter| {
        let Statement::Siren(it) = alarm.clone() else { unreachable!("it is an order") };
        Statement::Siren(hinan_trust::statement::Siren { epoch, counter, ..it })
    };
    case(
        town,
        "siren-epoch-ahead",
        "an epoch that the ring has not begun",
        &[],
        &numbered(2, 1),
        &json!({ "verdict": "refused", "code": "epoch-ahead" }),
    );
    case(
        town,
        "siren-epoch-before",
        "a higher number of an epoch before",
        &[],
        &numbered(0, 99),
        &json!({ "verdict": "refused", "code": "rolled-back" }),
    );
    let second = ring_by(&Ring { epoch: 2, n: 1, ..ring() }, &["kim", "kai"]);
    town.case("siren-counter-healed", "a counter that ran away is healed by the ring's next epoch")
        .rings(&[("ring-epoch-2-kim", second)])
        .set("device", json!({ "id": "siren-7", "epoch": 1, "counter": 9_007_199_254_740_991_u64 }))
        .statement(&numbered(2, 1), &["gateway"])
        .is(holds.clone());
}

//! Rings from a file and from short options. The file is the one that `docs/keys.md` shows.

use std::fs;
use std::path::Path;

use hinan_desk::{Passphrase, SecretKey};
use hinan_trust::statement::MachineKind;
use hinan_trust::{Envelope, Kind, Statement};

use crate::support::{Folder, Said, command};

const SECRET: &str = "four small boats upstream";

fn run(arguments: &[&str]) -> Said {
    let output = command(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

#[track_caller]
fn done(arguments: &[&str]) -> Said {
    let said = run(arguments);
    assert_eq!(said.code, Some(0), "{}{}", said.out, said.err);
    said
}

/// Keys of officers and a feed, and a root.
fn town() -> (Folder, String) {
    let folder = Folder::new();
    for name in ["olena", "petro", "jma", "siren"] {
        let key = SecretKey::generate(name).unwrap();
        key.save_with(
            Path::new(&folder.path(&format!("{name}.age"))),
            &Passphrase::new(SECRET.to_owned()),
            1,
        )
        .unwrap();
    }
    let root = folder.path("root1.dsse.json");
    let [olena, petro] =
        ["olena", "petro"].map(|name| format!("{name}={}", folder.path(&format!("{name}.pub"))));
    done(&[
        "keys",
        "root",
        "--person",
        &olena,
        &petro,
        "--threshold",
        "2",
        "--keeper",
        &olena,
        &petro,
        "-o",
        &root,
    ]);
    (folder, root)
}

fn ring(path: &str) -> hinan_trust::statement::Ring {
    let envelope = Envelope::read(&fs::read(path).unwrap()).unwrap();
    let statement = Statement::read(Kind::Ring, &envelope.payload).unwrap();
    let Statement::Ring(ring) = statement else { unreachable!("it was read as a ring") };
    ring
}

/// The file that the document shows.
fn of_the_document() -> String {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/keys.md");
    let text = fs::read_to_string(docs).unwrap();
    let (_, rest) = text.split_once("```toml\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_file_of_the_document_makes_a_ring_with_all_that_it_says() {
    let (folder, root) = town();
    let file = folder.write("ring.toml", &of_the_document());
    let output = folder.path("ring1.dsse.json");
    done(&["keys", "ring", "--root", &root, "--from", &file, "-o", &output]);
    let said = ring(&output);
    let persons: Vec<_> = said.persons.iter().map(|it| (it.id.as_str(), it.name.as_deref())).collect();
    assert_eq!(persons, [("olena", Some("Olena Koval")), ("petro", Some("Petro Bondar"))]);
    assert_eq!((said.machines[0].id.as_str(), said.machines[0].kind), ("jma", MachineKind::Feed));
    assert_eq!(said.keys.len(), 3);
    assert_eq!(said.rights.len(), 2);
    assert_eq!(
        (said.rights[1].who.clone(), said.rights[1].zones.clone()),
        (vec!["jma".to_owned()], vec!["coast".to_owned()])
    );
    assert_eq!((said.thresholds.alert, said.thresholds.clear), (2, 2));
    // What is not named stays the custom's.
    assert_eq!((said.life.take_cover, said.life.expect, said.life.tsunami), (5_400, 3_600, 86_400));
    assert_eq!((said.solo.alert, said.solo.cancel), (None, Some(180)));
    assert_eq!((said.arming.feed, said.arming.person), (604_800, 43_200));

    // The same in JSON is the same ring, but for what is drawn by lot and the second.
    let value: serde_json::Value = toml::from_str(&of_the_document()).unwrap();
    let json = folder.write("ring.json", &value.to_string());
    let other = folder.path("ring2.dsse.json");
    done(&["keys", "ring", "--root", &root, "--from", &json, "-o", &other]);
    let again = ring(&other);
    let same =
        hinan_trust::statement::Ring { id: said.id, issued: said.issued, expires: said.expires, ..again };
    assert_eq!(same, said);
}

#[test]
fn short_options_add_machines_rights_and_figures() {
    let (folder, root) = town();
    let (first, second) = (folder.path("ring1.dsse.json"), folder.path("ring2.dsse.json"));
    let [olena, petro] =
        ["olena", "petro"].map(|name| format!("{name}={}", folder.path(&format!("{name}.pub"))));
    let right = "olena:alert,cancel:take-cover:air-raid,fire:north,south";
    done(&["keys", "ring", "--root", &root, "--officer", &olena, &petro, "--right", right, "-o", &first]);
    let said = ring(&first);
    // Olena has the right that was named; Petro, who is named in none, all those of officers.
    assert_eq!(said.rights[0].who, ["olena"]);
    assert_eq!(said.rights[0].types, [Kind::Alert, Kind::Cancel]);
    assert_eq!((said.rights[0].hazards.len(), said.rights[0].zones.len()), (2, 2));
    assert_eq!(
        (said.rights[1].who.clone(), said.rights[1].zones.clone()),
        (vec!["petro".to_owned()], vec!["*".to_owned()])
    );
    let machine = format!("siren:gateway:Town={}", folder.path("siren.pub"));
    done(&[
        "keys",
        "ring",
        "--after",
        &first,
        "--machine",
        &machine,
        "--threshold",
        "clear=3",
        "--life",
        "take-cover=90min",
        "prepare=1d",
        "--arming",
        "feed=7d",
        "alert=10min",
        "--solo-hold",
        "120s",
        "-o",
        &second,
    ]);
    let said = ring(&second);
    assert_eq!(
        (said.n, said.machines[0].operator.as_str(), said.machines[0].kind),
        (2, "Town", MachineKind::Gateway)
    );
    assert_eq!((said.thresholds.clear, said.life.take_cover, said.life.prepare), (3, 5_400, 86_400));
    assert_eq!((said.arming.feed, said.arming.alert, said.solo.cancel), (604_800, 600, Some(120)));
    assert_eq!(said.rights.len(), 2);
}

#[test]
fn what_no_ring_has_is_told_and_nothing_is_written() {
    let (folder, root) = town();
    let output = folder.path("ring1.dsse.json");
    let from = |text: &str, word: &str| {
        let file = folder.write("wrong.toml", text);
        let said = run(&["keys", "ring", "--root", &root, "--from", &file, "-o", &output]);
        assert_eq!(said.code, Some(1), "{text}: {}", said.err);
        assert!(said.err.contains(word) && said.err.contains("wrong.toml"), "{text}: {}", said.err);
        assert!(!Path::new(&output).exists());
    };
    from("[life]\ntake-cover = \"long\"", "life");
    from("[life]\ntakecover = 5", "takecover");
    from("[thresholds]\nalerts = 1", "alerts");
    from("title = \"ring\"", "title");
    from("[[persons]]\nid = \"anna\"", "no keys");
    from("[[persons]]\nid = \"anna\"\nkeys = [\"anna.pub\"]", "anna.pub");
    from("[[machines]]\nid = \"x\"\nkind = \"robot\"\noperator = \"y\"\nkeys = []", "robot");
    from("[[rights]]\nwho = [\"olena\"]\ntypes = [\"shout\"]", "shout");
    from("not toml", "wrong.toml");
    for (option, value) in [
        ("--machine", "x:robot:y=z.pub"),
        ("--machine", "feed"),
        ("--right", "olena:alert"),
        ("--right", "olena:shout:*:*:*"),
        ("--life", "take-cover"),
        ("--life", "take-cover=long"),
        ("--arming", "feed=99999999999999999999d"),
    ] {
        let said = run(&["keys", "ring", "--root", &root, option, value, "-o", &output]);
        assert_eq!(said.code, Some(2), "{option} {value}: {}{}", said.out, said.err);
    }
    let said = run(&["keys", "ring", "--root", &root, "--life", "takecover=5min", "-o", &output]);
    assert!(said.code == Some(1) && said.err.contains("takecover"), "{}", said.err);
    let help = run(&["keys", "ring", "--help"]);
    for word in ["--from", "--machine", "--right", "--threshold", "--life", "--arming", "[[rights]]"] {
        assert!(help.out.contains(word), "{word}");
    }
}

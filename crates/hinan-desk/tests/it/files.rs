//! Keys in files: what is on the disk, who may read it, and whether age agrees.

use std::fs;
use std::path::Path;
use std::process::Command;

use hinan_desk::age::{self, AgeError};
use hinan_desk::{KeyError, Passphrase, SecretKey, keys};

const QUICK: u8 = 4;

fn passphrase(text: &str) -> Passphrase {
    Passphrase::new(text.to_owned())
}

fn good() -> Passphrase {
    passphrase("plum orbit teapot quiet")
}

#[test]
fn a_key_comes_back_from_its_file_and_is_listed_without_a_passphrase() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("anna.age");
    let key = SecretKey::generate("Anna, token 1").unwrap();
    key.save_with(&file, &good(), QUICK).unwrap();
    let opened = SecretKey::open(&file, &good()).unwrap();
    assert_eq!(opened.public(), key.public());
    let listed = keys::list(folder.path()).unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].key.as_ref().unwrap(), &key.public());
    assert_eq!(key.public().label, "Anna, token 1");
    // Two keys are two keys.
    assert_ne!(SecretKey::generate("x").unwrap().public().public, key.public().public);
    // Nothing of the work is left beside them.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
fn nothing_on_the_disk_or_in_an_error_tells_the_secret() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key.age");
    let seed = [0xa7; 32];
    let digits = "a7".repeat(32);
    let key = SecretKey::from_seed(&seed, "key").unwrap();
    key.save_with(&file, &good(), QUICK).unwrap();
    for entry in fs::read_dir(folder.path()).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        assert!(!bytes.windows(32).any(|window| window == seed));
        assert!(!bytes.windows(64).any(|window| window == digits.as_bytes()));
    }
    let wrong = SecretKey::open(&file, &passphrase("another passphrase")).unwrap_err();
    assert!(matches!(&wrong, KeyError::Locked { why: AgeError::WrongPassphrase, .. }));
    assert!(!format!("{wrong} {wrong:?} {key:?}").contains("a7a7"));
    assert!(!format!("{wrong}").contains("another"));
}

#[test]
fn keys_are_never_written_over_and_never_locked_weakly() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key.age");
    let key = SecretKey::generate("key").unwrap();
    assert!(matches!(key.save_with(&file, &passphrase("short"), QUICK), Err(KeyError::ShortPassphrase)));
    assert!(!file.exists());
    key.save_with(&file, &good(), QUICK).unwrap();
    let before = fs::read(&file).unwrap();
    let other = SecretKey::generate("other").unwrap();
    assert!(matches!(other.save_with(&file, &good(), QUICK), Err(KeyError::Exists(_))));
    assert_eq!(fs::read(&file).unwrap(), before);
    for label in ["", " ", "two\nlines", "x ", &"x".repeat(81)] {
        assert!(matches!(SecretKey::generate(label), Err(KeyError::BadLabel)), "{label:?}");
    }
}

#[test]
#[cfg(unix)]
fn a_key_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("key.age");
    SecretKey::generate("key").unwrap().save_with(&file, &good(), QUICK).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&file), 0o600);
    for shared in [0o640, 0o604, 0o660, 0o644, 0o610] {
        fs::set_permissions(&file, fs::Permissions::from_mode(shared)).unwrap();
        let refused = SecretKey::open(&file, &good()).unwrap_err();
        assert!(matches!(refused, KeyError::ReadByOthers { mode, .. } if mode == shared), "{refused}");
    }
    fs::set_permissions(&file, fs::Permissions::from_mode(0o400)).unwrap();
    assert!(SecretKey::open(&file, &good()).is_ok());
}

#[test]
fn a_swapped_public_file_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let [one, two] = ["one", "two"].map(|name| {
        let file = folder.path().join(name).with_extension("age");
        SecretKey::generate(name).unwrap().save_with(&file, &good(), QUICK).unwrap();
        file
    });
    fs::copy(keys::public_file(&two), keys::public_file(&one)).unwrap();
    assert!(matches!(SecretKey::open(&one, &good()), Err(KeyError::Mismatch(_))));
    fs::write(keys::public_file(&one), "rubbish").unwrap();
    assert!(matches!(SecretKey::open(&one, &good()), Err(KeyError::NoKey(_))));
    assert!(keys::list(folder.path()).unwrap()[0].key.is_err());
}

/// Our files are age's files. Debian's `age` asks for passphrases on a terminal only, so that
/// `script` has to give it one.
#[test]
fn age_itself_opens_what_we_lock_and_locks_what_we_open() {
    let has = |tool: &str| Command::new(tool).arg("--version").output().is_ok();
    if !has("age") || !has("script") {
        println!("skipped: age and script (Debian packages age, bsdutils) are not here");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let typed = |what: &str, phrase: &str| {
        let keyboard = folder.path().join("keyboard");
        // `script` waits for the question before it types nothing; age reads the whole line.
        fs::write(&keyboard, format!("{phrase}\n{phrase}\n")).unwrap();
        let shell = format!("(sleep 1; cat keyboard; sleep 1) | script -qec '{what}' /dev/null");
        Command::new("sh").args(["-c", &shell]).current_dir(folder.path()).output().unwrap()
    };
    let content: Vec<u8> = (0..100_000_u32).map(|at| at as u8).collect();
    fs::write(folder.path().join("ours.age"), age::lock(&content, "plum orbit teapot", 10).unwrap()).unwrap();
    let opened = typed("age -d -o theirs.txt ours.age", "plum orbit teapot");
    let theirs = fs::read(folder.path().join("theirs.txt"));
    assert_eq!(theirs.ok().as_deref(), Some(content.as_slice()), "{opened:?}");
    let locked = typed("age -p -o theirs.age theirs.txt", "plum orbit teapot");
    let theirs = fs::read(folder.path().join("theirs.age"));
    let theirs = theirs.unwrap_or_else(|error| panic!("{error}: {locked:?}"));
    assert_eq!(age::open(&theirs, "plum orbit teapot").unwrap().as_slice(), content);
    assert_eq!(age::open(&theirs, "plum orbit teapo"), Err(AgeError::WrongPassphrase));
}

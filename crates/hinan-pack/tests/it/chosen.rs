//! A bad pack never replaces a good one.

use hinan_pack::{Choice, Known, PackError, Verdict, choose, day_of, seconds_of};

fn known(n: u64, digest: &str, is_signed: bool) -> Known {
    Known { name: "Oslo".to_owned(), epoch: 1, n, sha256: digest.to_owned(), is_signed }
}

fn code(choice: &Choice) -> &'static str {
    match choice {
        Choice::Take => "take",
        Choice::Keep(why) => {
            assert!(!why.to_string().is_empty());
            why.code()
        }
    }
}

#[test]
fn only_whole_newer_believed_packs_are_taken() {
    use Verdict::{Believed, Held, Refused, Unsigned};
    let held = known(5, "five", true);
    let open = known(5, "five", false);
    let damage = || Err(PackError::Missing { path: "data/city.bin".to_owned() });
    let asked = |current: Option<&Known>, candidate: Known, verdict| {
        code(&choose(current, &candidate, Ok(()), verdict))
    };
    assert_eq!(asked(Some(&held), known(6, "six", true), Believed), "take");
    assert_eq!(asked(Some(&held), known(6, "six", false), Held), "held");
    assert_eq!(asked(Some(&held), known(6, "six", false), Refused), "refused");
    assert_eq!(asked(Some(&held), known(6, "six", false), Unsigned), "unsigned");
    assert_eq!(asked(Some(&held), known(4, "four", true), Believed), "older");
    assert_eq!(asked(Some(&held), known(5, "else", true), Believed), "contradicts");
    assert_eq!(asked(Some(&held), known(5, "five", true), Believed), "same");
    assert_eq!(
        asked(Some(&held), Known { name: "Bergen".to_owned(), ..known(6, "b", true) }, Believed),
        "other-city"
    );
    assert_eq!(asked(Some(&held), Known { epoch: 2, ..known(1, "new", true) }, Believed), "take");
    assert_eq!(asked(Some(&open), known(6, "six", false), Unsigned), "take");
    assert_eq!(asked(Some(&open), known(3, "three", true), Believed), "take");
    assert_eq!(asked(Some(&open), known(5, "five", true), Believed), "take");
    assert_eq!(asked(None, known(1, "one", false), Unsigned), "take");
    assert_eq!(asked(None, known(1, "one", false), Refused), "refused");
    assert_eq!(code(&choose(None, &known(1, "one", true), damage(), Believed)), "damaged");
    assert_eq!(code(&choose(Some(&held), &known(9, "nine", true), damage(), Believed)), "damaged");
}

#[test]
fn days_are_those_of_the_calendar() {
    for (text, seconds) in [
        ("1970-01-01", 0),
        ("2000-02-29", 951_782_400),
        ("2026-11-22", 1_795_305_600),
        ("2026-11-22T03:00:05Z", 1_795_316_405),
        ("2026-11-22T03:00:05+03:00", 1_795_305_605),
    ] {
        assert_eq!(seconds_of(text), Some(seconds), "{text}");
        assert_eq!(day_of(seconds), text[..10], "{text}");
    }
    for text in ["", "soon", "2026-13-01", "2026"] {
        assert_eq!(seconds_of(text), None, "{text}");
    }
}

//! The life of alerts, case by case: reference/alerting.md, 5.3.

use hinan_alert::notice::{Act, CapKey, Name, Notice, Reason, Standing, Target, Warning, World};
use hinan_alert::{Remark, State, active, life};
use hinan_model::{Hazard, Stage};

const NOW: i64 = 1_700_000_000;
const MINUTE: i64 = 60;

fn name(letter: char) -> Name {
    Name([letter as u8; 32])
}

/// A real alert of full standing, issued now, for an hour.
fn alert(letter: char, stage: Stage) -> Notice {
    let warning = Warning {
        stage,
        hazard: Some(Hazard::AirRaid),
        zones: vec!["north".to_owned(), "south".to_owned()],
        impact_at: None,
        expires: Some(NOW + 60 * MINUTE),
    };
    Notice {
        name: name(letter),
        cap: Some(CapKey { sender: "desk@city".to_owned(), identifier: letter.to_string() }),
        signed: false,
        world: World::Live,
        act: Act::Alert(warning),
        issued: NOW,
        targets: Vec::new(),
        standing: Standing::Full,
    }
}

/// Another message, about others.
fn about(letter: char, act: Act, targets: &str) -> Notice {
    Notice {
        act,
        targets: targets.chars().map(|letter| Target::Name(name(letter))).collect(),
        issued: NOW + 1,
        ..alert(letter, Stage::Prepare)
    }
}

fn update(letter: char, stage: Stage, targets: &str) -> Notice {
    let Act::Alert(warning) = alert(letter, stage).act else { unreachable!() };
    about(letter, Act::Update(warning), targets)
}

fn cancel(letter: char, targets: &str) -> Notice {
    about(letter, Act::Cancel(Reason::Error), targets)
}

fn by(standing: Standing, notice: Notice) -> Notice {
    Notice { standing, ..notice }
}

fn at(seconds: i64, notice: Notice) -> Notice {
    Notice { issued: NOW + seconds, ..notice }
}

fn in_world(world: World, notice: Notice) -> Notice {
    Notice { world, ..notice }
}

/// The states of messages by their letters at some seconds from now: `A force, B clear by C`.
#[track_caller]
fn check(notices: &[Notice], seconds: i64, expect: &str) {
    let mut reversed = notices.to_vec();
    reversed.reverse();
    for notices in [notices, &reversed] {
        let life = life(notices, NOW + seconds);
        let told: Vec<String> = life
            .lines()
            .iter()
            .map(|line| format!("{} {}", line.notice.name.0[0] as char, words(line.state)))
            .collect();
        assert_eq!(told.join(", "), expect);
    }
}

fn words(state: State) -> String {
    let letter = |name: Name| name.0[0] as char;
    match state {
        State::InForce { .. } => "force".to_owned(),
        State::OnHold { by, .. } => format!("held by {}", letter(by)),
        State::Unconfirmed { .. } => "unconfirmed".to_owned(),
        State::Lapsed { .. } => "lapsed".to_owned(),
        State::Superseded { by } => format!("under {}", letter(by)),
        State::Cancelled { by, reason: Reason::Error } => format!("error by {}", letter(by)),
        State::Cancelled { by, reason: Reason::Withdrawn } => format!("withdrawn by {}", letter(by)),
        State::Cleared { by } => format!("clear by {}", letter(by)),
        State::Blocked { by } => format!("blocked by {}", letter(by)),
        State::CutShort { by } => format!("cut by {}", letter(by)),
        State::Pending => "pending".to_owned(),
        State::Acting => "acts".to_owned(),
        State::Stored => "stored".to_owned(),
        State::Powerless => "powerless".to_owned(),
    }
}

fn remarks(notices: &[Notice], letter: char) -> Vec<Remark> {
    life(notices, NOW).named(name(letter))[0].remarks.clone()
}

#[test]
fn a_chain_of_ten_updates_ends_with_a_cancel_of_all() {
    let mut chain = vec![alert('a', Stage::Prepare)];
    for (before, letter) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        let targets: String = ('a'..=before).collect();
        chain.push(at(i64::from(letter as u8 - b'a'), update(letter, Stage::Expect, &targets)));
    }
    let under: Vec<String> = "abcdefghij".chars().map(|letter| format!("{letter} under k")).collect();
    check(&chain, 30, &format!("{}, k force", under.join(", ")));
    chain.push(at(20, cancel('z', "abcdefghijk")));
    let ended: Vec<String> = "abcdefghijk".chars().map(|letter| format!("{letter} error by z")).collect();
    check(&chain, 30, &format!("{}, z acts", ended.join(", ")));
}

#[test]
fn an_update_counts_though_the_one_before_it_never_came() {
    let (first, third) = (alert('a', Stage::Expect), at(2, update('c', Stage::TakeCover, "b")));
    check(&[first.clone(), third.clone()], 5, "a force, c force");
    assert!(remarks(&[first.clone(), third.clone()], 'c').contains(&Remark::UnknownTarget));
    let second = update('b', Stage::Expect, "a");
    check(&[third, second, first], 5, "a under b, b under c, c force");
}

#[test]
fn a_cancel_of_the_unseen_is_kept_and_blocks_for_ever() {
    let cancel = at(-10, cancel('c', "a"));
    check(std::slice::from_ref(&cancel), 0, "c stored");
    check(&[cancel.clone(), alert('a', Stage::TakeCover)], 5, "a blocked by c, c acts");
    // One person's cancel does not.
    check(&[by(Standing::Solo, cancel.clone()), alert('a', Stage::TakeCover)], 905, "a force, c acts");
    check(&[by(Standing::Pending, cancel), alert('a', Stage::TakeCover)], 5, "a force, c pending");
}

#[test]
fn what_was_ended_does_not_come_back() {
    let (alert, cancel) = (alert('a', Stage::TakeCover), cancel('c', "a"));
    check(&[alert.clone(), cancel.clone(), alert.clone(), alert.clone()], 5, "a error by c, c acts");
    let clear = at(3, about('d', Act::Clear, "a"));
    check(&[alert.clone(), clear.clone()], 5, "a clear by d, d acts");
    // The first end is told, whatever comes after it.
    check(&[alert, clear, cancel], 5, "a error by c, c acts, d acts");
}

#[test]
fn two_messages_with_one_identifier_both_stand_and_the_sterner_rules() {
    let (mild, stern) = (alert('a', Stage::Prepare), alert('b', Stage::TakeCover));
    let stern = Notice { cap: mild.cap.clone(), ..stern };
    let both = [mild, stern];
    check(&both, 5, "a force, b force");
    let set = active(&both, World::Live, NOW);
    assert_eq!(set.ruling().unwrap().notice.name, name('b'));
    assert_eq!(set.stage(), Some(Stage::TakeCover));
    assert_eq!(remarks(&both, 'a'), [Remark::SameIdOtherBytes]);
    // A cancel of the identifier reaches both.
    let cancel = Notice { targets: vec![Target::Cap(both[0].cap.clone().unwrap())], ..cancel('c', "") };
    check(&[both[0].clone(), both[1].clone(), cancel], 5, "a error by c, b error by c, c acts");
}

#[test]
fn an_identifier_gives_no_power_over_others_or_over_what_comes_later() {
    let theirs = alert('a', Stage::TakeCover);
    let by_cap = |cancel: Notice, sender: &str| Notice {
        targets: vec![Target::Cap(theirs.cap.clone().unwrap())],
        cap: Some(CapKey { sender: sender.to_owned(), identifier: "x".to_owned() }),
        ..cancel
    };
    let foreign = by_cap(cancel('c', ""), "stranger@elsewhere");
    check(&[theirs.clone(), foreign.clone()], 5, "a force, c stored");
    assert_eq!(remarks(&[theirs.clone(), at(-1, foreign)], 'c'), [Remark::OtherSender]);
    let old = at(-100, by_cap(cancel('d', ""), "desk@city"));
    assert_eq!(remarks(&[theirs.clone(), old.clone()], 'd'), [Remark::LaterTarget]);
    check(&[theirs.clone(), old], 5, "a force, d stored");
    check(&[theirs.clone(), by_cap(cancel('e', ""), "desk@city")], 5, "a error by e, e acts");
    // Nor over what was signed: that has a name that nobody can write down for it.
    let signed = Notice { signed: true, ..theirs.clone() };
    let same_sender = at(0, by_cap(cancel('f', ""), "desk@city"));
    assert_eq!(remarks(&[signed.clone(), same_sender.clone()], 'f'), [Remark::OtherSender]);
    check(&[signed, same_sender], 5, "a force, f stored");
}

#[test]
fn messages_in_a_circle_all_stand() {
    let circle = [
        update('a', Stage::Expect, "c"),
        update('b', Stage::TakeCover, "a"),
        update('c', Stage::Prepare, "b"),
    ];
    check(&circle, 5, "a force, b force, c force");
    assert!(remarks(&circle, 'b').contains(&Remark::Circle));
    let with_end = [circle.to_vec(), vec![at(9, update('d', Stage::Expect, "abc"))]].concat();
    check(&with_end, 10, "a under d, b under d, c under d, d force");
    // A message that names itself.
    check(&[update('a', Stage::Expect, "a")], 5, "a force");
}

#[test]
fn clocks_that_are_wrong_hide_nothing() {
    let ahead = at(3600, alert('a', Stage::TakeCover));
    check(std::slice::from_ref(&ahead), 0, "a force");
    assert_eq!(remarks(&[ahead], 'a'), [Remark::FromTheFuture]);
    // A receiver whose clock is an hour late, and a hold dated an hour ahead: no hold, then one.
    let alert = alert('a', Stage::TakeCover);
    let hold = by(Standing::Armed, at(3600 - 60, cancel('h', "a")));
    let alert = Notice { act: Act::Alert(Warning { expires: None, ..warning(&alert) }), ..alert };
    check(&[alert.clone(), hold.clone()], 0, "a force, h acts");
    check(&[alert.clone(), hold.clone()], 3600 - 170, "a held by h, h acts");
    check(&[alert, hold], 3600 - 60 + 900, "a force, h acts");
}

fn warning(notice: &Notice) -> Warning {
    notice.act.warning().unwrap().clone()
}

#[test]
fn lapsed_is_not_clear_and_does_not_sound_for_ever() {
    let old = alert('a', Stage::TakeCover);
    check(std::slice::from_ref(&old), 3599, "a force");
    check(std::slice::from_ref(&old), 3600, "a lapsed");
    check(std::slice::from_ref(&old), 10 * 86_400, "a lapsed");
    let at_hour = |seconds: i64| life(std::slice::from_ref(&old), NOW + seconds).lines()[0].state;
    assert!(at_hour(3600).may_sound(NOW + 3600));
    assert!(at_hour(7200).may_sound(NOW + 7200));
    assert!(!at_hour(7201).may_sound(NOW + 7201));
    let set = active(std::slice::from_ref(&old), World::Live, NOW + 4000);
    assert!(set.entries.is_empty());
    assert_eq!(life(std::slice::from_ref(&old), NOW + 4000).lapsed(World::Live).len(), 1);
    // Expired on arrival, and one that does not say when it lapses.
    let born_dead =
        Notice { act: Act::Alert(Warning { expires: Some(NOW - 7200), ..warning(&old) }), ..old.clone() };
    check(&[born_dead], 0, "a lapsed");
    let unsaid = Notice { act: Act::Alert(Warning { expires: None, ..warning(&old) }), ..old.clone() };
    check(std::slice::from_ref(&unsaid), 86_399, "a force");
    check(&[unsaid], 86_400, "a lapsed");
    // The official word may come after the time is over.
    check(&[old, at(5000, about('c', Act::Clear, "a"))], 6000, "a clear by c, c acts");
}

#[test]
fn one_persons_cancel_holds_for_a_quarter_of_an_hour_unless_a_second_signs() {
    let alert = alert('a', Stage::TakeCover);
    let hold = by(Standing::Solo, at(170, cancel('h', "a")));
    check(&[alert.clone(), hold.clone()], 171, "a held by h, h acts");
    check(&[alert.clone(), hold.clone()], 170 + 900 - 1, "a held by h, h acts");
    check(&[alert.clone(), hold.clone()], 170 + 900, "a force, h acts");
    let second = by(Standing::Full, hold.clone());
    check(&[alert.clone(), second.clone()], 171, "a error by h, h acts");
    // The copy with one signature changes nothing beside the one with two.
    check(&[alert.clone(), hold.clone(), second], 5000, "a error by h, h acts");
    // A second hold does not prolong the first.
    let again = by(Standing::Armed, at(600, cancel('i', "a")));
    check(&[alert.clone(), hold, again], 170 + 900, "a force, h acts, i acts");
    // Too late for one officer alone; an arming order knows no such limit.
    let late = by(Standing::Solo, at(181, cancel('l', "a")));
    check(&[alert.clone(), late.clone()], 200, "a force, l powerless");
    assert!(remarks(&[alert.clone(), late.clone()], 'l').contains(&Remark::OutOfTimeToHold));
    check(&[alert, by(Standing::Armed, late)], 200, "a held by l, l acts");
}

#[test]
fn nobody_clears_alone() {
    let alert = alert('a', Stage::TakeCover);
    for standing in [Standing::Armed, Standing::Solo, Standing::Unconfirmed] {
        let clear = by(standing, about('c', Act::Clear, "a"));
        check(&[alert.clone(), clear.clone()], 5, "a force, c powerless");
        assert!(remarks(&[alert.clone(), clear], 'c').contains(&Remark::TooFewToEnd));
    }
    // No all clear for what was not raised; when it is raised later, it is over.
    let clear = about('c', Act::Clear, "a");
    check(&[by(Standing::Pending, alert.clone()), clear.clone()], 5, "a pending, c acts");
    check(&[alert.clone(), clear], 5, "a clear by c, c acts");
    check(&[by(Standing::Pending, alert.clone()), cancel('d', "a")], 5, "a blocked by d, d acts");
    check(&[about('c', Act::Clear, "x")], 5, "c stored");
    // Nor a cancel or an all clear of a cancel.
    let undo = at(2, about('e', Act::Clear, "d"));
    check(&[alert.clone(), cancel('d', "a"), undo.clone()], 5, "a error by d, d acts, e stored");
    assert!(remarks(&[alert, cancel('d', "a"), undo], 'e').contains(&Remark::NoWarningNamed));
}

#[test]
fn one_officers_alert_lives_ten_minutes() {
    let solo = by(Standing::Solo, alert('a', Stage::TakeCover));
    check(std::slice::from_ref(&solo), 599, "a force");
    check(std::slice::from_ref(&solo), 600, "a lapsed");
    check(&[solo.clone(), by(Standing::Full, solo)], 601, "a force");
}

#[test]
fn few_persons_raise_and_never_lower() {
    let stern = alert('a', Stage::TakeCover);
    for standing in [Standing::Armed, Standing::Solo] {
        let lower = by(standing, update('b', Stage::Expect, "a"));
        check(&[stern.clone(), lower.clone()], 5, "a force, b force");
        assert!(remarks(&[stern.clone(), lower.clone()], 'b').contains(&Remark::TooFewToLower));
        assert_eq!(active(&[stern.clone(), lower], World::Live, NOW).stage(), Some(Stage::TakeCover));
    }
    check(&[stern.clone(), update('b', Stage::Expect, "a")], 5, "a under b, b force");
    // Smaller, shorter, later, of something else: not by few.
    let changes: [fn(&mut Warning); 5] = [
        |w| w.zones = vec!["north".to_owned()],
        |w| w.zones = Vec::new(),
        |w| w.expires = Some(NOW + 59 * MINUTE),
        |w| w.impact_at = Some(NOW + 30 * MINUTE),
        |w| w.hazard = Some(Hazard::Chemical),
    ];
    for change in changes {
        let mut new = warning(&stern);
        change(&mut new);
        let update = by(Standing::Armed, about('b', Act::Update(new), "a"));
        check(&[stern.clone(), update.clone()], 5, "a force, b force");
        check(&[stern.clone(), by(Standing::Full, update)], 5, "a under b, b force");
    }
    let raise = by(Standing::Armed, update('b', Stage::TakeCover, "a"));
    check(&[alert('a', Stage::Prepare), raise.clone()], 5, "a under b, b force");
    // Whoever withdraws the raise did not withdraw what two persons had said before.
    check(
        &[alert('a', Stage::Prepare), raise.clone(), at(2, cancel('c', "b"))],
        5,
        "a force, b error by c, c acts",
    );
    let hold = by(Standing::Armed, at(2, cancel('c', "b")));
    check(&[alert('a', Stage::Prepare), raise, hold], 5, "a force, b held by c, c acts");
}

#[test]
fn what_few_put_in_the_place_of_others_ends_with_them_only_where_many_say_so() {
    let chain = [
        alert('a', Stage::Prepare),
        by(Standing::Armed, update('b', Stage::TakeCover, "a")),
        at(2, update('c', Stage::Expect, "b")),
    ];
    // Two persons took over from b alone, and then cleared c alone: nobody spoke of a.
    let clear = at(3, about('d', Act::Clear, "c"));
    check(&[chain.to_vec(), vec![clear]].concat(), 5, "a force, b under c, c clear by d, d acts");
    let all = at(3, about('d', Act::Clear, "abc"));
    check(&[chain.to_vec(), vec![all]].concat(), 5, "a clear by d, b under c, c clear by d, d acts");
}

#[test]
fn an_update_sent_in_error_leaves_things_as_they_were() {
    let (stern, lower) = (alert('a', Stage::TakeCover), update('b', Stage::Prepare, "a"));
    check(&[stern.clone(), lower.clone(), at(2, cancel('c', "b"))], 5, "a force, b error by c, c acts");
    let withdrawn = at(2, about('c', Act::Cancel(Reason::Withdrawn), "b"));
    check(&[stern, lower, withdrawn], 5, "a under b, b withdrawn by c, c acts");
}

#[test]
fn a_compromised_key_hides_nothing_and_ends_nothing() {
    let unconfirmed = by(Standing::Unconfirmed, alert('a', Stage::TakeCover));
    check(std::slice::from_ref(&unconfirmed), 5, "a unconfirmed");
    check(&[unconfirmed, cancel('c', "a")], 5, "a error by c, c acts");
    let forged = by(Standing::Unconfirmed, cancel('c', "a"));
    check(&[alert('a', Stage::TakeCover), forged.clone()], 5, "a force, c powerless");
    // A copy from before the key was known to be bad does not help it.
    check(&[alert('a', Stage::TakeCover), forged, cancel('c', "a")], 5, "a force, c powerless");
    check(
        &[alert('a', Stage::TakeCover), by(Standing::Unconfirmed, update('b', Stage::Prepare, "a"))],
        5,
        "a force, b unconfirmed",
    );
}

#[test]
fn the_worlds_never_meet_but_that_a_real_alert_ends_a_drill() {
    let drill = in_world(World::Drill, alert('d', Stage::TakeCover));
    let lab = in_world(World::Lab, alert('l', Stage::TakeCover));
    let live = at(60, alert('a', Stage::Prepare));
    check(&[drill.clone(), lab.clone()], 30, "d force, l force");
    assert!(active(&[drill.clone(), lab.clone()], World::Live, NOW).entries.is_empty());
    check(&[drill.clone(), lab.clone(), live.clone()], 61, "a force, d cut by a, l force");
    // It does not begin again when the real alert is over.
    let clear = at(120, about('c', Act::Clear, "a"));
    check(&[drill.clone(), live.clone(), clear.clone()], 600, "a clear by c, c acts, d cut by a");
    let later = at(300, in_world(World::Drill, alert('e', Stage::Expect)));
    check(&[later.clone(), live.clone(), clear], 600, "a clear by c, c acts, e force");
    check(&[later, live.clone()], 600, "a force, e cut by a");
    // A drill's cancel has no say over what is real, nor the other way around.
    check(&[live.clone(), in_world(World::Drill, at(70, cancel('x', "a")))], 90, "a force, x stored");
    check(&[drill, at(70, cancel('x', "d"))], 90, "d force, x stored");
    check(&[live, in_world(World::Lab, at(70, cancel('x', "a")))], 90, "a force, x stored");
}

#[test]
fn the_digest_is_what_its_description_says() {
    use sha2::{Digest, Sha256};
    let set = [alert('b', Stage::TakeCover), by(Standing::Armed, alert('a', Stage::Expect))];
    let mut bytes = b"hinan/active/v1\0L".to_vec();
    bytes.extend([[b'a'; 32].as_slice(), b"FA", &[2, 1]].concat());
    bytes.extend([[b'b'; 32].as_slice(), b"FF", &[3, 1]].concat());
    let expected: [u8; 32] = Sha256::digest(&bytes).into();
    assert_eq!(active(&set, World::Live, NOW).digest, expected);
    let nothing: [u8; 32] = Sha256::digest(b"hinan/active/v1\0D").into();
    assert_eq!(active(&set, World::Drill, NOW).digest, nothing);
}

#[test]
fn times_at_the_end_of_the_world_do_no_harm() {
    let mut extreme = Vec::new();
    for (letter, issued) in [('a', i64::MIN), ('b', i64::MAX), ('c', 0)] {
        let mut warning = warning(&alert(letter, Stage::Expect));
        warning.expires = None;
        extreme.push(Notice { issued, act: Act::Update(warning), ..update(letter, Stage::Expect, "abc") });
        extreme.push(by(Standing::Solo, Notice { issued, ..cancel('x', "abc") }));
        extreme.push(Notice { issued, world: World::Drill, ..update('e', Stage::Expect, "a") });
    }
    for now in [i64::MIN, -1, 0, i64::MAX] {
        assert_eq!(life(&extreme, now).lines().len(), extreme.len());
    }
}

#[test]
fn which_copy_is_shown_does_not_depend_on_the_order() {
    let copies = [Standing::Pending, Standing::Solo, Standing::Full]
        .map(|standing| by(standing, alert('a', Stage::Expect)));
    let reversed: Vec<Notice> = copies.iter().rev().cloned().collect();
    assert_eq!(life(&copies, NOW), life(&reversed, NOW));
}

//! The rules of the life of alerts, written a second time: slowly, one warning at a time, with no
//! code of the crate but its types. And random histories to hold the two against each other.

use hinan_alert::notice::{Act, CapKey, Name, Notice, Reason, Standing, Target, Warning, World};
use hinan_alert::{State, active, life};
use hinan_model::{Hazard, Stage};

use crate::dice::Dice;

pub const MINUTE: i64 = 60;
pub const HOUR: i64 = 3600;

fn warning(notice: &Notice) -> Option<&Warning> {
    match &notice.act {
        Act::Alert(warning) | Act::Update(warning) => Some(warning),
        _ => None,
    }
}

/// Whether `by` names `target` and has a say over it.
fn names(by: &Notice, target: &Notice) -> bool {
    by.world == target.world
        && by.name != target.name
        && by.targets.iter().any(|reference| match reference {
            Target::Name(name) => *name == target.name,
            Target::Cap(key) => {
                target.cap.as_ref() == Some(key)
                    && !target.signed
                    && by.cap.as_ref().is_some_and(|own| own.sender == key.sender)
                    && target.issued <= by.issued
            }
        })
}

fn end_of(notice: &Notice) -> i64 {
    let said = warning(notice).unwrap().expires.unwrap_or(notice.issued + 24 * HOUR);
    if notice.standing == Standing::Solo { said.min(notice.issued + 10 * MINUTE) } else { said }
}

fn is_void(all: &[Notice], update: &Notice) -> bool {
    all.iter()
        .any(|by| by.act == Act::Cancel(Reason::Error) && by.standing == Standing::Full && names(by, update))
}

/// Whether `by` claims the place of `target`, circles aside.
fn claims(all: &[Notice], by: &Notice, target: &Notice, now: i64) -> bool {
    let (Act::Update(new), Some(old)) = (&by.act, warning(target)) else { return false };
    if !names(by, target) || is_void(all, by) || held(all, by, now).is_some() {
        return false;
    }
    let is_ended = all
        .iter()
        .any(|ender| warning(ender).is_none() && ender.standing == Standing::Full && names(ender, by));
    match by.standing {
        Standing::Full => true,
        _ if is_ended => false,
        Standing::Armed | Standing::Solo => {
            let later = match (old.impact_at, new.impact_at) {
                (None, None) => false,
                (Some(old), Some(new)) => new > old,
                _ => true,
            };
            new.stage >= old.stage
                && new.hazard == old.hazard
                && !old.zones.is_empty()
                && old.zones.iter().all(|zone| new.zones.contains(zone))
                && !later
                && end_of(by) >= end_of(target)
        }
        _ => false,
    }
}

/// The hold that is on a warning, where there is one.
fn held(all: &[Notice], notice: &Notice, now: i64) -> Option<State> {
    let mut holds: Vec<&Notice> = all
        .iter()
        .filter(|by| {
            let after = by.issued - notice.issued;
            matches!(by.act, Act::Cancel(_))
                && names(by, notice)
                && after >= -2 * MINUTE
                && (by.standing == Standing::Armed || by.standing == Standing::Solo && after <= 180)
        })
        .collect();
    holds.sort_by_key(|by| (by.issued, by.name));
    let hold = holds.first()?;
    let back = hold.issued + 15 * MINUTE;
    let is_on = hold.issued - 2 * MINUTE <= now && now < back;
    is_on.then_some(State::OnHold { until: back, by: hold.name })
}

/// Whether a chain of references of updates that somebody stands behind leads from `from` to `to`.
fn leads(all: &[Notice], from: &Notice, to: &Notice) -> bool {
    let refers = |by: &Notice, target: &Notice| {
        matches!(by.act, Act::Update(_))
            && !matches!(by.standing, Standing::Pending | Standing::Unconfirmed)
            && warning(target).is_some()
            && names(by, target)
    };
    let mut seen: Vec<&Notice> = vec![from];
    let mut at = 0;
    while at < seen.len() {
        let from = seen[at];
        for next in all.iter().filter(|next| refers(from, next)) {
            if next == to {
                return true;
            }
            if !seen.contains(&next) {
                seen.push(next);
            }
        }
        at += 1;
    }
    false
}

/// Whether `by` stands in the place of `target`.
fn replaces(all: &[Notice], by: &Notice, target: &Notice, now: i64) -> bool {
    claims(all, by, target, now)
        && !leads(all, target, by)
        && (by.standing == Standing::Full || !all.iter().any(|other| replaces(all, other, by, now)))
}

/// What a warning is worth, by the book.
pub fn by_the_book(all: &[Notice], notice: &Notice, now: i64) -> State {
    let full = |act: fn(&Act) -> bool| {
        let mut found: Vec<&Notice> = all
            .iter()
            .filter(|by| act(&by.act) && by.standing == Standing::Full && names(by, notice))
            .collect();
        found.sort_by_key(|by| (by.issued, by.act == Act::Clear, by.name));
        found
    };
    if notice.standing == Standing::Pending {
        return match full(|act| matches!(act, Act::Cancel(_))).first() {
            Some(cancel) => State::Blocked { by: cancel.name },
            None => State::Pending,
        };
    }
    let takes_over = all.iter().filter(|by| replaces(all, by, notice, now));
    if let Some(by) = takes_over.max_by_key(|by| (by.issued, by.name)) {
        return State::Superseded { by: by.name };
    }
    if let Some(ender) = full(|act| matches!(act, Act::Cancel(_) | Act::Clear)).first() {
        let by = ender.name;
        return match ender.act {
            Act::Cancel(_) if ender.issued < notice.issued => State::Blocked { by },
            Act::Cancel(reason) => State::Cancelled { by, reason },
            _ => State::Cleared { by },
        };
    }
    if notice.world == World::Drill {
        // The real alert that was in force the longest.
        let mut spans: Vec<(i64, Name)> = Vec::new();
        for live in all.iter().filter(|live| live.world == World::Live && warning(live).is_some()) {
            if live.standing == Standing::Pending {
                continue;
            }
            let mut until = end_of(live);
            for by in all.iter().filter(|by| names(by, live) || claims(all, by, live, now)) {
                let ends = by.standing == Standing::Full && warning(by).is_none();
                if ends || replaces(all, by, live, now) {
                    until = until.min(by.issued);
                }
            }
            let goes_on = by_the_book(all, live, now).is_active();
            if goes_on || until > live.issued {
                spans.push((until, live.name));
            }
        }
        let longest = spans.iter().map(|span| span.0).max();
        if let Some(until) = longest.filter(|until| *until > notice.issued.min(now)) {
            let by = spans.iter().filter(|span| span.0 == until).map(|span| span.1).min().unwrap();
            return State::CutShort { by };
        }
    }
    let until = end_of(notice);
    if until <= now {
        let by_one = matches!(notice.standing, Standing::Armed | Standing::Solo);
        return State::Lapsed { since: until, tone_until: until + if by_one { 2 * MINUTE } else { HOUR } };
    }
    if let Some(hold) = held(all, notice, now) {
        return hold;
    }
    if notice.standing == Standing::Unconfirmed {
        State::Unconfirmed { until }
    } else {
        State::InForce { until }
    }
}

pub fn name(number: u8) -> Name {
    let mut bytes = [0; 32];
    bytes[0] = number.wrapping_mul(151);
    bytes[31] = number;
    Name(bytes)
}

const STANDINGS: [Standing; 8] = [
    Standing::Full,
    Standing::Full,
    Standing::Full,
    Standing::Armed,
    Standing::Armed,
    Standing::Solo,
    Standing::Pending,
    Standing::Unconfirmed,
];

/// A message that may be about any of those before it, or about nothing.
pub fn any_notice(dice: &mut Dice, number: u8, now: i64) -> Notice {
    let key = |dice: &mut Dice| CapKey {
        sender: dice.pick(&["a@city", "b@city"]).to_string(),
        identifier: dice.pick(&["1", "2", "3"]).to_string(),
    };
    let mut targets = Vec::new();
    while !dice.once_in(3) && targets.len() < 3 {
        targets.push(match dice.below(4) {
            // Sometimes the message itself, or one that nobody has.
            0..3 => Target::Name(name(dice.below(number as usize + 3) as u8)),
            _ => Target::Cap(key(dice)),
        });
    }
    let act = match dice.below(9) {
        0..3 => Act::Alert(any_warning(dice, now)),
        3..6 => Act::Update(any_warning(dice, now)),
        6 => Act::Cancel(Reason::Error),
        7 => Act::Cancel(Reason::Withdrawn),
        _ => Act::Clear,
    };
    Notice {
        name: name(number),
        cap: if dice.once_in(4) { None } else { Some(key(dice)) },
        signed: dice.once_in(4),
        world: *dice.pick(&[World::Live, World::Live, World::Live, World::Drill, World::Lab]),
        act,
        issued: now - dice.between(-3, 10) * MINUTE,
        targets,
        standing: *dice.pick(&STANDINGS),
    }
}

fn any_warning(dice: &mut Dice, now: i64) -> Warning {
    let zones: Vec<String> =
        ["north", "south"].iter().filter(|_| !dice.once_in(3)).map(|zone| zone.to_string()).collect();
    let impact = *dice.pick(&[5, 10, 20]);
    Warning {
        stage: *dice.pick(&[Stage::Prepare, Stage::Expect, Stage::TakeCover]),
        hazard: *dice.pick(&[Some(Hazard::AirRaid), Some(Hazard::AirRaid), Some(Hazard::Tsunami), None]),
        zones,
        impact_at: if dice.once_in(4) { Some(now + impact * MINUTE) } else { None },
        expires: if dice.once_in(6) { None } else { Some(now + dice.between(-5, 40) * MINUTE) },
    }
}

/// A set of messages of about one hour.
pub fn any_history(dice: &mut Dice, count: u8, start: i64) -> Vec<Notice> {
    (0..count)
        .map(|number| {
            let now = start + dice.between(0, 60) * MINUTE;
            any_notice(dice, number, now)
        })
        .collect()
}

/// How many times a property is tried; `HINAN_LIFE_STEPS` asks for more.
pub fn steps(usual: u64) -> u64 {
    std::env::var("HINAN_LIFE_STEPS").ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
fn the_states_are_those_of_the_book() {
    for seed in 0..steps(20_000) {
        let mut dice = Dice::new(seed);
        let count = 1 + dice.below(12) as u8;
        let history = any_history(&mut dice, count, 1_000_000);
        let now = 1_000_000 + dice.between(-20, 120) * MINUTE;
        let life = life(&history, now);
        assert_eq!(life.lines().len(), history.len());
        for line in life.lines().iter().filter(|line| line.warning().is_some()) {
            let expected = by_the_book(&history, line.notice, now);
            assert_eq!(line.state, expected, "seed {seed}, {:?}\nin {history:#?}", line.notice);
        }
    }
}

#[test]
fn whoever_has_the_same_messages_agrees() {
    for seed in 0..steps(20_000) {
        let mut dice = Dice::new(seed ^ 0xA11CE);
        let count = 1 + dice.below(16) as u8;
        let history = any_history(&mut dice, count, 2_000_000);
        let now = 2_000_000 + dice.between(0, 90) * MINUTE;
        let mut other = history.clone();
        // Delivered in another order, some of it again and again.
        for _ in 0..dice.below(6) {
            let again = dice.pick(&history).clone();
            other.push(again);
        }
        dice.shuffle(&mut other);
        let mut digests = Vec::new();
        for world in [World::Live, World::Drill, World::Lab] {
            let (mine, theirs) = (active(&history, world, now), active(&other, world, now));
            assert_eq!(mine, theirs, "seed {seed}");
            digests.push(mine.digest);
        }
        assert_eq!(life(&history, now), life(&other, now), "seed {seed}");
        // The worlds are in the digest, so that two empty ones differ.
        digests.dedup();
        assert_eq!(digests.len(), 3);
    }
}

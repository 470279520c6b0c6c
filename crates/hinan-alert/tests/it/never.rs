//! What must never happen, step by step through random histories. The ordinary run takes seconds;
//! `HINAN_LIFE_STEPS=5000000` takes as many steps as it says.

use hinan_alert::notice::{Act, Notice, Standing, World};
use hinan_alert::{Life, Line, State, life};
use hinan_model::Stage;

use crate::dice::Dice;
use crate::model::{MINUTE, any_notice, steps};

/// One receiver: what it has, and the time.
struct Receiver {
    notices: Vec<Notice>,
    now: i64,
}

/// What happens in a step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Event {
    /// A message arrives, by its place in the list.
    Arrives(usize),
    /// Time passes.
    Waits,
    /// A second signature arrives, or a key is found to be compromised.
    Standing,
    /// A copy arrives.
    Copy,
}

fn stage(life: &Life<'_>, world: World) -> Option<Stage> {
    life.active(world).stage()
}

fn line<'a, 'b>(life: &'b Life<'a>, notice: &Notice) -> &'b Line<'a> {
    life.named(notice.name).iter().find(|line| line.notice == notice).unwrap()
}

impl Receiver {
    fn step(&mut self, dice: &mut Dice) -> Event {
        match dice.below(10) {
            0..6 if self.notices.len() < 14 => {
                let notice = any_notice(dice, self.notices.len() as u8, self.now);
                self.notices.push(notice);
                Event::Arrives(self.notices.len() - 1)
            }
            0..8 => {
                self.now += dice.between(0, 8) * MINUTE / 2;
                Event::Waits
            }
            8 if !self.notices.is_empty() => {
                let at = dice.below(self.notices.len());
                let notice = &mut self.notices[at];
                notice.standing = match notice.standing {
                    Standing::Full => Standing::Unconfirmed,
                    _ => Standing::Full,
                };
                let (name, standing) = (notice.name, notice.standing);
                self.notices
                    .iter_mut()
                    .filter(|other| other.name == name)
                    .for_each(|copy| copy.standing = standing);
                Event::Standing
            }
            _ => {
                if !self.notices.is_empty() {
                    let copy = dice.pick(&self.notices).clone();
                    self.notices.push(copy);
                }
                Event::Copy
            }
        }
    }
}

#[test]
fn the_never_rules_hold_at_every_step() {
    let total = steps(40_000);
    let mut taken = 0;
    let mut seed = 0;
    while taken < total {
        seed += 1;
        let mut dice = Dice::new(seed ^ 0x4E7E7);
        let mut receiver = Receiver { notices: Vec::new(), now: 5_000_000 };
        for _ in 0..40 {
            let before_notices = receiver.notices.clone();
            let before_now = receiver.now;
            let event = receiver.step(&mut dice);
            let before = life(&before_notices, before_now);
            let after = life(&receiver.notices, receiver.now);
            check(&before, &after, event, &receiver, seed);
            taken += 1;
        }
    }
}

fn check(before: &Life<'_>, after: &Life<'_>, event: Event, receiver: &Receiver, seed: u64) {
    nothing_ends_without_enough_persons(after, seed);
    worlds_do_not_mix(after, receiver, seed);
    match event {
        Event::Copy => assert_eq!(before, after, "seed {seed}: a copy changed something"),
        Event::Waits => waiting_ends_nothing(before, after, seed),
        Event::Arrives(at) => {
            ended_stays_ended(before, after, seed);
            few_persons_lower_nothing(before, after, &receiver.notices[at], seed);
        }
        Event::Standing => {}
    }
}

/// No all clear and no cancel but by a message of full standing that names the warning, and no all
/// clear for what was not raised.
fn nothing_ends_without_enough_persons(life: &Life<'_>, seed: u64) {
    for line in life.lines() {
        let by = match line.state {
            State::Cancelled { by, .. } | State::Cleared { by } | State::Blocked { by } => by,
            State::Superseded { by } => {
                let update = &life.named(by)[0];
                let lowers = update.warning().unwrap().stage < line.warning().unwrap().stage;
                assert!(
                    !lowers || update.standing == Standing::Full,
                    "seed {seed}: {line:?} lowered by {update:?}"
                );
                continue;
            }
            _ => continue,
        };
        let ender = &life.named(by)[0];
        assert!(ender.standing == Standing::Full && ender.warning().is_none(), "seed {seed}: {line:?}");
        if matches!(line.state, State::Cleared { .. }) {
            assert!(
                ender.notice.act == Act::Clear && line.standing != Standing::Pending,
                "seed {seed}: {line:?}"
            );
        }
    }
}

/// Nothing of a drill or a laboratory is seen in the live world, and no drill beside a live alert.
fn worlds_do_not_mix(life: &Life<'_>, receiver: &Receiver, seed: u64) {
    let live = life.active(World::Live);
    assert!(live.entries.iter().all(|line| line.notice.world == World::Live), "seed {seed}");
    let only_live: Vec<Notice> =
        receiver.notices.iter().filter(|notice| notice.world == World::Live).cloned().collect();
    assert_eq!(self::life(&only_live, receiver.now).active(World::Live).digest, live.digest, "seed {seed}");
    if !live.entries.is_empty() {
        assert!(life.active(World::Drill).entries.is_empty(), "seed {seed}: a drill beside a live alert");
    }
}

/// Time alone makes a warning lapse, and brings it back from a hold; it neither ends nor clears.
fn waiting_ends_nothing(before: &Life<'_>, after: &Life<'_>, seed: u64) {
    for old in before.lines() {
        let new = line(after, old.notice);
        // An update that one person put on hold comes back into its place.
        if matches!(old.state, State::Superseded { .. }) || matches!(new.state, State::Superseded { .. }) {
            continue;
        }
        let is_over = |state: State| {
            matches!(state, State::Cancelled { .. } | State::Cleared { .. } | State::Blocked { .. })
        };
        assert_eq!(is_over(old.state), is_over(new.state), "seed {seed}: {old:?} became {new:?} by waiting");
        if old.state.is_active() && !new.state.is_active() {
            let is_cut = matches!(new.state, State::CutShort { .. });
            assert!(
                is_cut || matches!(new.state, State::Lapsed { .. }),
                "seed {seed}: {old:?} became {new:?}"
            );
        }
    }
}

/// What was ended is not in force again, whatever arrives.
fn ended_stays_ended(before: &Life<'_>, after: &Life<'_>, seed: u64) {
    for old in before.lines() {
        let was_ended =
            matches!(old.state, State::Cancelled { .. } | State::Cleared { .. } | State::Blocked { .. });
        let new = line(after, old.notice);
        assert!(!was_ended || !new.state.is_active(), "seed {seed}: {old:?} came back as {new:?}");
    }
}

/// A message of fewer persons than the ring asks for never lowers what people are told, except for
/// one hold; and one that is pending or unconfirmed changes nothing that is in force at all.
fn few_persons_lower_nothing(before: &Life<'_>, after: &Life<'_>, arrived: &Notice, seed: u64) {
    if arrived.standing == Standing::Full {
        return;
    }
    let is_hold =
        matches!(arrived.act, Act::Cancel(_)) && matches!(arrived.standing, Standing::Armed | Standing::Solo);
    for world in [World::Live, World::Lab] {
        let (old, new) = (stage(before, world), stage(after, world));
        if is_hold {
            // What is held is still told, as stern as it was.
            let told = |life: &Life<'_>| {
                let entries = life.active(world).entries;
                entries.iter().filter_map(Line::warning).map(|warning| warning.stage).max()
            };
            assert!(told(after) >= told(before), "seed {seed}: {arrived:?}");
        } else {
            assert!(new >= old, "seed {seed}: {arrived:?} lowered {old:?} to {new:?}");
        }
        if matches!(arrived.standing, Standing::Pending) {
            assert_eq!(before.active(world).digest, after.active(world).digest, "seed {seed}: {arrived:?}");
        }
    }
}

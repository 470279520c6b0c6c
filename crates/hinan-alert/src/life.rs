//! The life of alerts: a function of a set of messages and a time.
//!
//! It does not matter in which order messages came, how often, or what was shown before: whoever
//! has the same messages, standings and time comes to the same states. Four rules stand above all
//! others (`safety.md`, reference/alerting.md 4.1):
//!
//! * Only a message of full standing ends, lowers or shrinks anything. Others may warn, warn more
//!   sternly, or put one warning on hold, once, for a short time.
//! * A clock ends nothing: what has lapsed is "no longer confirmed", and never clear.
//! * What was ended does not come back, whatever arrives later.
//! * Where messages contradict each other, all of them stand and the sternest rules.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::circles;
use crate::notice::{Act, CapKey, Name, Notice, Reason, Standing, Target, Warning, World};

/// The times that a ring may set, in seconds. Judgement, tuned by drills; the direction is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a cancel of fewer persons than the ring asks for keeps an alert on hold.
    pub hold: i64,
    /// How long one officer's alert lives.
    pub solo_life: i64,
    /// How long after an alert one officer alone may still put it on hold.
    pub solo_cancel_within: i64,
    /// How long after it has lapsed a message that is first seen may still sound; what stands armed or
    /// solo only for `skew`.
    pub tone_after_lapse: i64,
    /// How long after it was first seen a message that has lapsed stays readable without a network.
    pub readable: i64,
    /// How long a message lives that does not say when it lapses.
    pub life_unsaid: i64,
    /// How far two honest clocks are apart.
    pub skew: i64,
}

impl Default for Limits {
    /// The defaults of the trust specification, parts 6 and 7.
    fn default() -> Limits {
        Limits {
            hold: 15 * 60,
            solo_life: 10 * 60,
            solo_cancel_within: 180,
            tone_after_lapse: 3600,
            readable: 24 * 3600,
            life_unsaid: 24 * 3600,
            skew: 120,
        }
    }
}

/// What a message is worth now. Times are seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// A warning that holds.
    InForce {
        /// When it lapses.
        until: i64,
    },
    /// A warning that one person reported as an error: "stay where you are". It comes back into
    /// force by itself.
    OnHold {
        /// When it comes back.
        until: i64,
        /// The cancel.
        by: Name,
    },
    /// A warning that had enough persons behind it until a key was found to be compromised.
    Unconfirmed {
        /// When it lapses.
        until: i64,
    },
    /// A warning that holds no longer because its time is over: "no longer confirmed". Nobody said
    /// that the danger is.
    Lapsed {
        /// Since when.
        since: i64,
        /// Who first sees it after this hears no tone.
        tone_until: i64,
    },
    /// A warning in whose place another stands.
    Superseded {
        /// The update; the latest, where there are several.
        by: Name,
    },
    /// A warning that was called back.
    Cancelled {
        /// The first message that ended it.
        by: Name,
        /// Why.
        reason: Reason,
    },
    /// A warning whose danger is over.
    Cleared {
        /// The first message that ended it.
        by: Name,
    },
    /// A warning that was called back before it was issued, or before enough persons stood behind
    /// it: it was never raised and never will be; there is nothing to tell.
    Blocked {
        /// The cancel.
        by: Name,
    },
    /// A drill that a real alert ended.
    CutShort {
        /// The real alert.
        by: Name,
    },
    /// Too few persons by now: kept, neither shown nor sounded.
    Pending,
    /// A cancel or all clear that does something to a message that we have.
    Acting,
    /// A cancel or all clear of messages that we do not have: kept for them, nothing to tell.
    Stored,
    /// A cancel or all clear that may not do what it says; the remarks tell why.
    Powerless,
}

impl State {
    /// Whether people are to be told of the warning as something that goes on.
    pub const fn is_active(self) -> bool {
        matches!(self, State::InForce { .. } | State::OnHold { .. } | State::Unconfirmed { .. })
    }

    /// Whether a receiver that first has the message now may sound. On hold and unconfirmed are
    /// told without a tone.
    pub const fn may_sound(self, now: i64) -> bool {
        match self {
            State::InForce { .. } => true,
            State::Lapsed { tone_until, .. } => now <= tone_until,
            _ => false,
        }
    }
}

/// What an operator should know of a message besides its state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// It was issued later than now: a clock is wrong, theirs or ours.
    FromTheFuture,
    /// Another message has its sender and identifier and other bytes: an attack or a mistake. Both
    /// stand.
    SameIdOtherBytes,
    /// It names a message that we do not have.
    UnknownTarget,
    /// It names, by CAP's words, a message of another sender or a signed statement, over which it has no
    /// power.
    OtherSender,
    /// It names, by CAP's words, a message that was sent later than itself: an identifier that was
    /// used again. It has no power over that one.
    LaterTarget,
    /// Updates name each other in a circle; none of the circle replaces another.
    Circle,
    /// It has too few persons to replace what it names by something milder, smaller or shorter;
    /// both stand.
    TooFewToLower,
    /// It has too few persons to end what it names.
    TooFewToEnd,
    /// One officer's cancel that came too late, or was dated before what it names.
    OutOfTimeToHold,
    /// A cancel or all clear of something that is no warning: a mistaken cancel is put right by a
    /// new alert.
    NoWarningNamed,
}

impl Remark {
    /// The code in files and logs.
    pub const fn code(self) -> &'static str {
        match self {
            Remark::FromTheFuture => "from-the-future",
            Remark::SameIdOtherBytes => "same-id-other-bytes",
            Remark::UnknownTarget => "unknown-target",
            Remark::OtherSender => "other-sender",
            Remark::LaterTarget => "later-target",
            Remark::Circle => "circle",
            Remark::TooFewToLower => "too-few-to-lower",
            Remark::TooFewToEnd => "too-few-to-end",
            Remark::OutOfTimeToHold => "out-of-time-to-hold",
            Remark::NoWarningNamed => "no-warning-named",
        }
    }
}

/// One message and what it is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The message.
    pub notice: &'a Notice,
    /// Who stands behind it, all its copies together.
    pub standing: Standing,
    /// What it is worth.
    pub state: State,
    /// What an operator should know, in the order of their declaration.
    pub remarks: Vec<Remark>,
}

impl<'a> Line<'a> {
    /// What it warns of; `None` for a cancel or an all clear.
    pub fn warning(&self) -> Option<&'a Warning> {
        self.notice.act.warning()
    }
}

/// The states of a set of messages at one time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Life<'a> {
    lines: Vec<Line<'a>>,
    now: i64,
}

impl<'a> Life<'a> {
    /// Every message once, by name; copies of one message are one line.
    pub fn lines(&self) -> &[Line<'a>] {
        &self.lines
    }

    /// The lines of the message with this name. One message may be several notices, where it
    /// warns of several dangers.
    pub fn named(&self, name: Name) -> &[Line<'a>] {
        let first = self.lines.partition_point(|line| line.notice.name < name);
        let count = self.lines[first..].partition_point(|line| line.notice.name == name);
        &self.lines[first..first + count]
    }

    /// The time that the states hold for.
    pub fn now(&self) -> i64 {
        self.now
    }
}

/// What every message is worth at `now`, with the default limits.
pub fn life(notices: &[Notice], now: i64) -> Life<'_> {
    life_within(&Limits::default(), notices, now)
}

/// What every message is worth at `now`.
///
/// Notices that are equal but for their standing are copies of one message. Where the standings
/// differ (which one ring never gives), a warning has the most that any copy has, and a cancel or
/// all clear is unconfirmed as soon as one copy is: the sterner reading of both.
pub fn life_within<'a>(limits: &Limits, notices: &'a [Notice], now: i64) -> Life<'a> {
    let copies = without_copies(notices);
    let mut lines = Vec::with_capacity(copies.len());
    for world in [World::Live, World::Drill, World::Lab] {
        let members = copies.iter().filter(|(notice, _)| notice.world == world).copied().collect();
        let scene = Scene::new(limits, now, members);
        // Only the real thing ends a drill, and nothing else passes from one world to another.
        let live = if world == World::Drill { longest_live(limits, now, &copies) } else { None };
        lines.extend(scene.lines(live));
    }
    lines.sort_by(|a, b| a.notice.full_order(b.notice));
    Life { lines, now }
}

/// Every message once, with the standing of its copies together.
fn without_copies(notices: &[Notice]) -> Vec<(&Notice, Standing)> {
    let mut sorted: Vec<&Notice> = notices.iter().collect();
    // The standing only decides which of several copies is shown, so that it is always the same one.
    sorted.sort_by(|a, b| a.full_order(b).then(a.standing.cmp(&b.standing)));
    let mut once: Vec<(&Notice, Standing)> = Vec::with_capacity(sorted.len());
    for notice in sorted {
        match once.last_mut() {
            Some((last, standing)) if last.full_order(notice).is_eq() => {
                *standing = together(notice.act.warning().is_some(), *standing, notice.standing);
            }
            _ => once.push((notice, notice.standing)),
        }
    }
    once
}

/// What two copies of one message are worth together.
fn together(warns: bool, a: Standing, b: Standing) -> Standing {
    let rank = |standing| match standing {
        Standing::Unconfirmed if !warns => 5,
        Standing::Full => 4,
        Standing::Armed => 3,
        Standing::Solo => 2,
        Standing::Unconfirmed => 1,
        Standing::Pending => 0,
    };
    if rank(a) >= rank(b) { a } else { b }
}

impl Act {
    /// What it warns of; `None` for a cancel or an all clear.
    pub const fn warning(&self) -> Option<&Warning> {
        match self {
            Act::Alert(warning) | Act::Update(warning) => Some(warning),
            Act::Cancel(_) | Act::Clear => None,
        }
    }
}

impl Notice {
    /// An order of all notices by everything but their standing, the name first.
    fn full_order(&self, other: &Notice) -> std::cmp::Ordering {
        let key = |notice: &'_ Notice| {
            let (act, reason) = match &notice.act {
                Act::Alert(_) => (0, None),
                Act::Update(_) => (1, None),
                Act::Cancel(reason) => (2, Some(*reason)),
                Act::Clear => (3, None),
            };
            (notice.name, act, reason, notice.world, notice.issued, notice.signed)
        };
        let warns = |notice: &'_ Notice| {
            notice.act.warning().map(|w| (Reverse(w.stage), w.hazard, w.impact_at, w.expires))
        };
        key(self)
            .cmp(&key(other))
            .then_with(|| warns(self).cmp(&warns(other)))
            .then_with(|| self.act.warning().map(|w| &w.zones).cmp(&other.act.warning().map(|w| &w.zones)))
            .then_with(|| self.cap.cmp(&other.cap))
            .then_with(|| self.targets.cmp(&other.targets))
    }
}

/// When a warning lapses.
fn lapses(limits: &Limits, notice: &Notice, standing: Standing, warning: &Warning) -> i64 {
    let said = warning.expires.unwrap_or(notice.issued.saturating_add(limits.life_unsaid));
    if standing == Standing::Solo { said.min(notice.issued.saturating_add(limits.solo_life)) } else { said }
}

/// The real alert that was in force the longest, and until when: it ends every drill that began
/// before that.
fn longest_live(limits: &Limits, now: i64, copies: &[(&Notice, Standing)]) -> Option<(i64, Name)> {
    let members = copies.iter().filter(|(notice, _)| notice.world == World::Live).copied().collect();
    let scene = Scene::new(limits, now, members);
    let spans = (0..scene.members.len()).filter_map(|index| scene.span(index));
    spans.max_by_key(|&(until, name)| (until, Reverse(name)))
}

/// The messages of one world and what they do to each other.
struct Scene<'a, 'l> {
    limits: &'l Limits,
    now: i64,
    members: Vec<(&'a Notice, Standing)>,
    /// For each: the cancels and all clears of full standing that reach it.
    enders: Vec<Vec<usize>>,
    /// For each: the cancels of fewer persons that may put it on hold.
    holders: Vec<Vec<usize>>,
    /// For each: the updates that stand in its place.
    replacers: Vec<Vec<usize>>,
    /// For each: what it does to at least one message that we have.
    acts: Vec<bool>,
    remarks: Vec<BTreeSet<Remark>>,
}

impl<'a, 'l> Scene<'a, 'l> {
    fn new(limits: &'l Limits, now: i64, members: Vec<(&'a Notice, Standing)>) -> Scene<'a, 'l> {
        let count = members.len();
        let none = || vec![Vec::new(); count];
        let mut scene = Scene {
            limits,
            now,
            members,
            enders: none(),
            holders: none(),
            replacers: none(),
            acts: vec![false; count],
            remarks: vec![BTreeSet::new(); count],
        };
        let reached = scene.reached();
        for (by, targets) in reached.iter().enumerate() {
            for &target in targets {
                scene.end_or_hold(by, target);
            }
        }
        scene.replace(&reached);
        scene.remark_on_identifiers();
        scene
    }

    /// For each message the messages that it names and has a say over, in order.
    fn reached(&mut self) -> Vec<Vec<usize>> {
        let mut by_name: BTreeMap<Name, Vec<usize>> = BTreeMap::new();
        let mut by_cap: BTreeMap<&CapKey, Vec<usize>> = BTreeMap::new();
        for (index, (notice, _)) in self.members.iter().enumerate() {
            by_name.entry(notice.name).or_default().push(index);
            if let Some(cap) = &notice.cap {
                by_cap.entry(cap).or_default().push(index);
            }
        }
        let mut reached = Vec::with_capacity(self.members.len());
        for (by, (notice, _)) in self.members.iter().enumerate() {
            let mut targets = BTreeSet::new();
            let remarks = &mut self.remarks[by];
            for target in &notice.targets {
                let others = |found: Option<&Vec<usize>>| -> Vec<usize> {
                    let found = found.into_iter().flatten().copied();
                    found.filter(|&other| self.members[other].0.name != notice.name).collect()
                };
                let found = match target {
                    Target::Name(name) => others(by_name.get(name)),
                    Target::Cap(key) => others(by_cap.get(key)),
                };
                if found.is_empty() {
                    remarks.insert(Remark::UnknownTarget);
                }
                for other in found {
                    match no_say(notice, target, self.members[other].0) {
                        Some(remark) => _ = remarks.insert(remark),
                        None => _ = targets.insert(other),
                    }
                }
            }
            reached.push(targets.into_iter().collect());
        }
        reached
    }

    /// What a cancel or all clear does to one message that it names.
    fn end_or_hold(&mut self, by: usize, target: usize) {
        let (notice, standing) = self.members[by];
        let ends = match notice.act {
            Act::Cancel(_) => false,
            Act::Clear => true,
            Act::Alert(_) | Act::Update(_) => return,
        };
        if self.members[target].0.act.warning().is_none() {
            self.remarks[by].insert(Remark::NoWarningNamed);
            return;
        }
        match standing {
            Standing::Full => {
                self.enders[target].push(by);
                self.acts[by] = true;
            }
            Standing::Armed | Standing::Solo if !ends && self.is_in_time_to_hold(by, target) => {
                self.holders[target].push(by);
                self.acts[by] = true;
            }
            Standing::Armed | Standing::Solo if !ends => {
                self.remarks[by].insert(Remark::OutOfTimeToHold);
            }
            Standing::Armed | Standing::Solo | Standing::Unconfirmed | Standing::Pending => {
                self.remarks[by].insert(Remark::TooFewToEnd);
            }
        }
    }

    /// Whether a cancel of few persons is dated so that it may hold the warning that it names.
    fn is_in_time_to_hold(&self, by: usize, target: usize) -> bool {
        let (notice, standing) = self.members[by];
        let after = notice.issued.saturating_sub(self.members[target].0.issued);
        let soon = standing != Standing::Solo || after <= self.limits.solo_cancel_within;
        soon && after >= -self.limits.skew
    }

    /// Finds the updates that stand in the place of what they name.
    fn replace(&mut self, reached: &[Vec<usize>]) {
        let named: Vec<Vec<usize>> =
            (0..).zip(reached).map(|(by, targets)| self.named_by(by, targets)).collect();
        // Updates that replace each other would leave nobody warned. What is a circle depends on the
        // references alone, so that nobody can break one open and bring down what stands in it.
        let (circle, order) = circles::components(&named);
        for by in order {
            // Few persons stand in the place of others only as long as nothing stands in theirs: it
            // may have been ended since, by persons who did not speak of what came before.
            let is_outdated = self.members[by].1 != Standing::Full && !self.replacers[by].is_empty();
            for &target in &named[by] {
                if circle[by] == circle[target] {
                    self.remarks[by].insert(Remark::Circle);
                    continue;
                }
                match self.may_replace(by, target) {
                    Some(true) if !is_outdated => self.replacers[target].push(by),
                    Some(false) => _ = self.remarks[by].insert(Remark::TooFewToLower),
                    Some(true) | None => {}
                }
            }
        }
    }

    /// The warnings that an update names, where anybody stands behind it.
    fn named_by(&self, by: usize, targets: &[usize]) -> Vec<usize> {
        let (notice, standing) = self.members[by];
        let is_update = matches!(notice.act, Act::Update(_));
        if !is_update || matches!(standing, Standing::Pending | Standing::Unconfirmed) {
            return Vec::new();
        }
        let is_warning = |target: &usize| self.members[*target].0.act.warning().is_some();
        targets.iter().copied().filter(is_warning).collect()
    }

    /// Whether an update stands in the place of a warning that it names; `None` where it does not
    /// even claim so, or has been called an error and leaves things as they were: by one person for
    /// the time of the hold, by enough persons for ever.
    fn may_replace(&self, by: usize, target: usize) -> Option<bool> {
        let (update, standing) = self.members[by];
        let Act::Update(new) = &update.act else { return None };
        if self.is_void(by) || self.hold(by).is_some() {
            return None;
        }
        match standing {
            Standing::Full => Some(true),
            // Whoever ended it did not end what few persons had put it in the place of.
            Standing::Armed | Standing::Solo if !self.enders[by].is_empty() => None,
            Standing::Armed | Standing::Solo => {
                let (notice, old_standing) = self.members[target];
                let old = notice.act.warning()?;
                let new_end = lapses(self.limits, update, standing, new);
                let old_end = lapses(self.limits, notice, old_standing, old);
                Some(new_end >= old_end && new.is_no_milder_than(old))
            }
            Standing::Pending | Standing::Unconfirmed => None,
        }
    }

    /// Whether enough persons said that it was sent in error.
    fn is_void(&self, index: usize) -> bool {
        self.enders[index].iter().any(|&by| self.members[by].0.act == Act::Cancel(Reason::Error))
    }

    /// The hold that a warning is on now. One a warning, counted from the first: holds in a row would
    /// be an end by one person.
    fn hold(&self, index: usize) -> Option<State> {
        let hold = self.first(&self.holders[index])?;
        let until = hold.issued.saturating_add(self.limits.hold);
        let has_begun = hold.issued.saturating_sub(self.limits.skew) <= self.now;
        (has_begun && self.now < until).then_some(State::OnHold { until, by: hold.name })
    }

    fn remark_on_identifiers(&mut self) {
        let mut names: BTreeMap<&CapKey, BTreeSet<Name>> = BTreeMap::new();
        for (notice, _) in &self.members {
            if let Some(cap) = &notice.cap {
                names.entry(cap).or_default().insert(notice.name);
            }
        }
        for (index, (notice, _)) in self.members.iter().enumerate() {
            if notice.cap.as_ref().and_then(|cap| names.get(cap)).is_some_and(|names| names.len() > 1) {
                self.remarks[index].insert(Remark::SameIdOtherBytes);
            }
            if notice.issued > self.now {
                self.remarks[index].insert(Remark::FromTheFuture);
            }
        }
    }

    /// The first of `indices` by the time of issue.
    fn first(&self, indices: &[usize]) -> Option<&'a Notice> {
        let notices = indices.iter().map(|&index| self.members[index].0);
        notices.min_by_key(|notice| (notice.issued, notice.act == Act::Clear, notice.name))
    }

    /// The first cancel of full standing.
    fn first_cancel(&self, index: usize) -> Option<&'a Notice> {
        let cancels: Vec<usize> =
            self.enders[index].iter().copied().filter(|&by| self.members[by].0.act != Act::Clear).collect();
        self.first(&cancels)
    }

    /// Until when a warning was in force, whatever ended it; `None` where it never was.
    fn span(&self, index: usize) -> Option<(i64, Name)> {
        let (notice, standing) = self.members[index];
        let warning = notice.act.warning()?;
        if standing == Standing::Pending {
            return None;
        }
        let after = self.enders[index].iter().chain(&self.replacers[index]);
        let ended = after.map(|&by| self.members[by].0.issued).min().unwrap_or(i64::MAX);
        let until = ended.min(lapses(self.limits, notice, standing, warning));
        // One that is dated ahead and that nobody ended is shown now.
        let is_shown = ended == i64::MAX && until > self.now;
        (is_shown || until > notice.issued).then_some((until, notice.name))
    }

    fn lines(self, live: Option<(i64, Name)>) -> Vec<Line<'a>> {
        let states: Vec<State> = (0..self.members.len()).map(|index| self.state(index, live)).collect();
        let with_states = self.members.into_iter().zip(states).zip(self.remarks);
        with_states
            .map(|(((notice, standing), state), remarks)| Line {
                notice,
                standing,
                state,
                remarks: remarks.into_iter().collect(),
            })
            .collect()
    }

    fn state(&self, index: usize, live: Option<(i64, Name)>) -> State {
        let (notice, standing) = self.members[index];
        match notice.act.warning() {
            None => self.state_of_ender(index),
            Some(_) if standing == Standing::Pending => match self.first_cancel(index) {
                Some(cancel) => State::Blocked { by: cancel.name },
                None => State::Pending,
            },
            Some(warning) => self
                .over(index)
                .or_else(|| cut_short(notice, self.now, live))
                .unwrap_or_else(|| self.running(index, warning)),
        }
    }

    fn state_of_ender(&self, index: usize) -> State {
        let (notice, standing) = self.members[index];
        match standing {
            Standing::Pending => State::Pending,
            _ if self.acts[index] => State::Acting,
            Standing::Unconfirmed => State::Powerless,
            Standing::Armed | Standing::Solo if notice.act == Act::Clear => State::Powerless,
            Standing::Armed | Standing::Solo if self.remarks[index].contains(&Remark::OutOfTimeToHold) => {
                State::Powerless
            }
            Standing::Full | Standing::Armed | Standing::Solo => State::Stored,
        }
    }

    /// How a warning came to its end, where other messages ended it.
    fn over(&self, index: usize) -> Option<State> {
        let replacers = self.replacers[index].iter().map(|&by| self.members[by].0);
        // First of all: whoever reads "cancelled" or "clear" must not miss that another took over.
        if let Some(update) = replacers.max_by_key(|update| (update.issued, update.name)) {
            return Some(State::Superseded { by: update.name });
        }
        let ender = self.first(&self.enders[index])?;
        let by = ender.name;
        Some(match ender.act {
            Act::Cancel(_) if ender.issued < self.members[index].0.issued => State::Blocked { by },
            Act::Cancel(reason) => State::Cancelled { by, reason },
            Act::Clear | Act::Alert(_) | Act::Update(_) => State::Cleared { by },
        })
    }

    /// What a warning that nobody ended is worth.
    fn running(&self, index: usize, warning: &Warning) -> State {
        let (notice, standing) = self.members[index];
        let until = lapses(self.limits, notice, standing, warning);
        if until <= self.now {
            // What one person dated is bounded by its life, with no more than two clocks may differ.
            let after = match standing {
                Standing::Armed | Standing::Solo => self.limits.skew,
                Standing::Full | Standing::Pending | Standing::Unconfirmed => self.limits.tone_after_lapse,
            };
            let tone_until = until.saturating_add(after);
            return State::Lapsed { since: until, tone_until };
        }
        if let Some(hold) = self.hold(index) {
            return hold;
        }
        if standing == Standing::Unconfirmed {
            State::Unconfirmed { until }
        } else {
            State::InForce { until }
        }
    }
}

/// Why `notice` has no say over a message that it names; `None` where it has.
///
/// A digest proves that the target was there. CAP's identifiers prove nothing: they are used again,
/// in spite of the standard, and anybody can write them down. So by CAP's words a sender has a say
/// over its own messages only, and only over those that were sent by then; over signed statements none.
fn no_say(notice: &Notice, target: &Target, other: &Notice) -> Option<Remark> {
    match target {
        Target::Name(_) => None,
        Target::Cap(_) if other.signed => Some(Remark::OtherSender),
        Target::Cap(key) if notice.cap.as_ref().is_none_or(|own| own.sender != key.sender) => {
            Some(Remark::OtherSender)
        }
        Target::Cap(_) if other.issued > notice.issued => Some(Remark::LaterTarget),
        Target::Cap(_) => None,
    }
}

/// Whether a drill was ended by a real alert.
fn cut_short(drill: &Notice, now: i64, live: Option<(i64, Name)>) -> Option<State> {
    let (until, by) = live?;
    (drill.world == World::Drill && until > drill.issued.min(now)).then_some(State::CutShort { by })
}

//! The alerts in force: what a receiver shows, in one order, and a digest by which two parties can
//! tell whether they agree.

use std::cmp::Reverse;

use hinan_model::Stage;
use sha2::{Digest, Sha256};

use crate::life::{Life, Limits, Line, State, life_within};
use crate::notice::{Notice, Standing, World};

/// What a digest begins with: another form would have another number.
const DIGEST_LABEL: &[u8] = b"hinan/active/v1\0";

/// The warnings of one world that go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActiveSet<'a> {
    /// Which world.
    pub world: World,
    /// In force first, then unconfirmed, then on hold; the sternest first, then the one that
    /// arrives first, then the latest issued, then by name.
    pub entries: Vec<Line<'a>>,
    /// See [`digest_of`].
    pub digest: [u8; 32],
}

impl ActiveSet<'_> {
    /// The warning that rules: the sternest that is in force; where none is, the first that is
    /// unconfirmed or on hold.
    pub fn ruling(&self) -> Option<&Line<'_>> {
        self.entries.first()
    }

    /// The sternest stage that is in force; on hold and unconfirmed do not count.
    pub fn stage(&self) -> Option<Stage> {
        let in_force = self.entries.iter().filter(|line| matches!(line.state, State::InForce { .. }));
        in_force.filter_map(Line::warning).map(|warning| warning.stage).max()
    }
}

/// The warnings of `world` that go on at `now`, with the default limits. Messages of other worlds
/// never come in, except that a real alert ends a drill.
pub fn active(notices: &[Notice], world: World, now: i64) -> ActiveSet<'_> {
    life_within(&Limits::default(), notices, now).active(world)
}

impl<'a> Life<'a> {
    /// The warnings of `world` that go on.
    pub fn active(&self, world: World) -> ActiveSet<'a> {
        let goes_on = |line: &&Line<'a>| line.notice.world == world && line.state.is_active();
        let mut entries: Vec<Line<'a>> = self.lines().iter().filter(goes_on).cloned().collect();
        // Stable, on lines that are sorted by name and then by everything else.
        entries.sort_by_key(|line| {
            let warning = line.warning();
            let stage = warning.map(|warning| warning.stage);
            let impact = warning.and_then(|warning| warning.impact_at).unwrap_or(i64::MAX);
            (rank(line.state), Reverse(stage), impact, Reverse(line.notice.issued))
        });
        let digest = digest_of(world, &entries);
        ActiveSet { world, entries, digest }
    }

    /// The warnings of `world` that have lapsed and that nobody ended, the last first. They are told
    /// as "no longer confirmed": for [`Limits::readable`] after a receiver first saw them.
    pub fn lapsed(&self, world: World) -> Vec<Line<'a>> {
        let mut lapsed: Vec<(i64, Line<'a>)> = self
            .lines()
            .iter()
            .filter(|line| line.notice.world == world)
            .filter_map(|line| match line.state {
                State::Lapsed { since, .. } => Some((since, line.clone())),
                _ => None,
            })
            .collect();
        lapsed.sort_by_key(|(since, _)| Reverse(*since));
        lapsed.into_iter().map(|(_, line)| line).collect()
    }
}

/// The digest of a set of lines that go on. SHA-256 over:
///
/// 1. the 16 bytes `hinan/active/v1` and a zero;
/// 2. one byte for the world: `L` live, `D` drill, `X` lab;
/// 3. for each line a record of 36 bytes, the records sorted as bytes: the 32 bytes of the
///    message's name; `F` in force, `U` unconfirmed or `H` on hold; the standing, `F` full,
///    `A` armed, `S` solo or `U` unconfirmed; the stage, 1 prepare, 2 expect, 3 take cover; the
///    hazard, its place in [`hinan_model::Hazard::ALL`] counted from 1, or 0 where it is not known.
///
/// Times are not part of it: they follow from the messages.
pub fn digest_of(world: World, lines: &[Line<'_>]) -> [u8; 32] {
    let mut records: Vec<[u8; 36]> = lines.iter().map(record).collect();
    records.sort_unstable();
    let mut hasher = Sha256::new();
    hasher.update(DIGEST_LABEL);
    hasher.update(match world {
        World::Live => b"L",
        World::Drill => b"D",
        World::Lab => b"X",
    });
    records.iter().for_each(|record| hasher.update(record));
    hasher.finalize().into()
}

fn record(line: &Line<'_>) -> [u8; 36] {
    let mut record = [0; 36];
    record[..32].copy_from_slice(&line.notice.name.0);
    record[32] = match line.state {
        State::OnHold { .. } => b'H',
        State::Unconfirmed { .. } => b'U',
        _ => b'F',
    };
    record[33] = match line.standing {
        Standing::Full => b'F',
        Standing::Armed => b'A',
        Standing::Solo => b'S',
        Standing::Unconfirmed => b'U',
        Standing::Pending => b'P',
    };
    if let Some(warning) = line.warning() {
        record[34] = match warning.stage {
            Stage::Clear => 0,
            Stage::Prepare => 1,
            Stage::Expect => 2,
            Stage::TakeCover => 3,
        };
        record[35] = warning.hazard.map_or(0, |hazard| hazard as u8 + 1);
    }
    record
}

const fn rank(state: State) -> u8 {
    match state {
        State::InForce { .. } => 0,
        State::Unconfirmed { .. } => 1,
        _ => 2,
    }
}

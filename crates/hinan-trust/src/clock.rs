//! What time it is, for a receiver that trusts no clock alone.

/// How long a relay's word on the time stays fresh, in seconds.
pub const RELAY_FRESH: i64 = 60;
/// How far two relays may differ and still agree, in seconds.
pub const RELAYS_AGREE: i64 = 120;

/// What a receiver knows of the time; all in seconds, since 1970 where not said otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// What the device shows.
    pub device: i64,
    /// When its own pack was built: it cannot be earlier than that.
    pub built: i64,
    /// When its ring was drafted ([`crate::Trust::ring_issued`]): nor earlier than that.
    pub ring_issued: i64,
    /// What relays said, checked by [`crate::Trust::relay_time`].
    pub relays: Vec<RelayTime>,
}

/// A relay's word on the time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelayTime {
    /// Who runs the relay.
    pub operator: String,
    /// The `issued` of its statement.
    pub issued: i64,
    /// Seconds since that very statement first arrived, by a clock that nobody sets.
    pub age: i64,
}

impl Clock {
    /// A device without relays and pack.
    pub fn of_device(device: i64) -> Clock {
        Clock { device, ..Clock::default() }
    }

    /// What two relays of different operators agree on, else what the device shows; never below the
    /// own pack's build, nor the ring's draft. Of several pairs that agree the one nearest to the device's clock counts (a
    /// tie: the later one), and of a pair the later, so that what has lapsed for one has lapsed.
    pub fn now(&self) -> i64 {
        let fresh: Vec<_> =
            self.relays.iter().filter(|relay| (0..=RELAY_FRESH).contains(&relay.age)).collect();
        let at = |relay: &RelayTime| relay.issued.saturating_add(relay.age);
        let pairs = fresh.iter().enumerate().flat_map(|(i, a)| fresh[..i].iter().map(move |b| (*a, *b)));
        let agreed = pairs
            .filter(|(a, b)| a.operator != b.operator && at(a).abs_diff(at(b)) <= RELAYS_AGREE as u64)
            .map(|(a, b)| at(a).max(at(b)))
            .min_by_key(|time| (time.abs_diff(self.device), std::cmp::Reverse(*time)));
        agreed.unwrap_or(self.device).max(self.built).max(self.ring_issued)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now(device: i64, built: i64, relays: &[(&str, i64, i64)]) -> i64 {
        let relays = relays.iter().map(|(operator, issued, age)| RelayTime {
            operator: (*operator).to_owned(),
            issued: *issued,
            age: *age,
        });
        Clock { device, built, ring_issued: 0, relays: relays.collect() }.now()
    }

    #[test]
    fn two_operators_outweigh_the_device_and_one_does_not() {
        assert_eq!(now(5_000, 0, &[]), 5_000);
        assert_eq!(now(5_000, 6_000, &[]), 6_000);
        assert_eq!(now(5_000, 0, &[("a", 9_000, 0)]), 5_000);
        assert_eq!(now(5_000, 0, &[("a", 9_000, 0), ("a", 9_000, 0)]), 5_000);
        assert_eq!(now(5_000, 0, &[("a", 9_000, 10), ("b", 9_100, 0)]), 9_100);
        assert_eq!(now(5_000, 0, &[("a", 9_000, 0), ("b", 9_121, 0)]), 5_000);
        assert_eq!(now(5_000, 0, &[("a", 9_000, 61), ("b", 9_061, 0)]), 5_000);
        // Of two pairs the one nearer to the device.
        let relays = [("a", 4_000, 0), ("b", 4_000, 0), ("c", 9_000, 0), ("d", 9_000, 0)];
        assert_eq!(now(5_000, 0, &relays), 4_000);
        assert_eq!(now(6_500, 0, &relays), 9_000);
    }
}

//! A point of time as CAP writes it.

/// A second of time and the offset it was written with. Two moments are the same where the bytes
/// would be; ask [`Moment::unix`] for which is earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    /// Seconds since 1970-01-01 in UTC.
    pub unix: i64,
    /// Minutes that the written clock is ahead of UTC, -14 to 14 hours.
    pub offset_minutes: i16,
}

//! The table of systems that agree with PROJ, made by `tools/make_epsg.py`.

use std::sync::LazyLock;

/// Lines `CODE|ACCURACY|DEFINITION`, by code.
const TABLE: &str = include_str!("epsg.txt");

/// One system.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) code: u32,
    /// EPSG's accuracy of the datum shift in metres.
    pub(crate) accuracy_m: Option<f64>,
    /// A PROJ string with the datum shift spelled out.
    pub(crate) definition: &'static str,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| {
    TABLE
        .lines()
        .filter_map(|line| {
            let mut fields = line.splitn(3, '|');
            let code = fields.next()?.parse().ok()?;
            let accuracy_m = fields.next()?.parse().ok();
            Some(Entry { code, accuracy_m, definition: fields.next()? })
        })
        .collect()
});

/// Codes that files use for a system that has another one: Web Mercator as it was called before it
/// had a code, and WGS 84 and ETRS89 with heights.
const SAME: &[(u32, u32)] =
    &[(900_913, 3857), (3785, 3857), (102_100, 3857), (102_113, 3857), (4979, 4326), (4937, 4258)];

/// The codes from which on ESRI's are, and not EPSG's.
const ESRI_FROM: u32 = 53_000;

/// Finds a system. Where a file calls one of ESRI's codes EPSG's, as many do, it is found too: the two
/// authorities share no number.
pub(crate) fn find(authority: &str, code: u32) -> Option<Entry> {
    let code = SAME.iter().find(|(from, _)| *from == code).map_or(code, |(_, to)| *to);
    let known = match authority {
        "EPSG" => true,
        "ESRI" => code >= ESRI_FROM || code == 3857,
        _ => false,
    };
    let at = ENTRIES.binary_search_by_key(&code, |entry| entry.code).ok().filter(|_| known)?;
    ENTRIES.get(at).copied()
}

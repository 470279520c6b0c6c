//! The demands that matter where all are to be covered: whoever is covered as soon as another is, is not asked.

use std::collections::BTreeMap;

use super::super::Lists;

/// So many comparisons are worth fewer rows.
const LOOKS: usize = 300_000_000;

/// For each demand that waits, the candidates within `time`; without those that have all candidates of another one. `None`
/// where somebody has no candidate.
pub(super) fn that_matter(lists: &Lists, time: u32, waits: &impl Fn(usize) -> bool) -> Option<Vec<Vec<u32>>> {
    let mut rows: BTreeMap<usize, Vec<u32>> =
        (0..lists.demands() as usize).filter(|&demand| waits(demand)).map(|d| (d, Vec::new())).collect();
    for candidate in 0..lists.candidates() {
        for (demand, _) in lists.of(candidate).iter().filter(|(_, own)| *own <= time) {
            if let Some(row) = rows.get_mut(&(*demand as usize)) {
                row.push(candidate);
            }
        }
    }
    let mut rows: Vec<Vec<u32>> = rows.into_values().collect();
    if rows.iter().any(Vec::is_empty) {
        return None;
    }
    // A row is looked for at its rarest candidate, and the shortest rows come first.
    let mut often = vec![0_u32; lists.candidates() as usize];
    rows.iter().flatten().for_each(|&candidate| often[candidate as usize] += 1);
    rows.sort_unstable_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.cmp(b)));
    rows.dedup();
    let mut kept: Vec<Vec<u32>> = Vec::new();
    let mut at: Vec<Vec<u32>> = vec![Vec::new(); often.len()];
    let mut looks = 0;
    for row in rows {
        let mut others = row.iter().flat_map(|&candidate| &at[candidate as usize]);
        let is_needless = looks < LOOKS
            && others.any(|&other| {
                let other = &kept[other as usize];
                looks += other.len() + row.len();
                is_part(other, &row)
            });
        if let Some(&rarest) = row.iter().min_by_key(|&&candidate| often[candidate as usize])
            && !is_needless
        {
            at[rarest as usize].push(kept.len() as u32);
            kept.push(row);
        }
    }
    Some(kept)
}

/// Whether all of `part` are in `row`, both ascending.
fn is_part(part: &[u32], row: &[u32]) -> bool {
    let mut row = row.iter();
    part.iter().all(|wanted| row.find(|candidate| *candidate >= wanted) == Some(wanted))
}

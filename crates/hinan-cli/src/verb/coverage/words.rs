//! Counts as tables, JSON and plots.

use hinan_model::NamedArea;
use hinan_plan::{Coverage, Fate, Tally};
use hinan_region::Region;
use serde_json::{Value, json};

use super::{Run, unit};
use crate::notice::Notices;
use crate::plans::WIDTH;
use crate::tell::{count, many, plain, wrap};

/// Bands in words; the last is for those of whom no time is known.
pub const BANDS: [&str; 10] =
    ["to 3 min", "3-6", "6-9", "9-12", "12-15", "15-18", "18-21", "21-24", "over 24", "no time known"];

/// A tally as JSON, with its sums.
pub fn tally(tally: &Tally) -> Value {
    json!({
        "total": tally.total(), "in_time": tally.in_time(), "by_fate": tally.people,
        "doorsteps_by_fate": tally.doorsteps, "bands_3min": tally.bands,
        "median_ds": tally.median_ds, "worst_ds": tally.worst_ds,
    })
}

/// Where the people of a region come from and where they are.
pub fn people(region: &Region) -> Value {
    let counts = region.meta().counts;
    json!({
        "at_doorsteps": counts.people, "outside_of_extract": counts.people_outside,
        "far_from_any_doorstep": counts.people_far, "is_guess": is_guess(region),
    })
}

/// Whether the people of a region are a guess.
pub fn is_guess(region: &Region) -> bool {
    region.meta().sources.iter().any(|source| source.role == "people" && source.format == "osm-buildings")
}

/// The share of `part` in `all`, never rounded up to the whole nor down to nothing.
pub fn share(part: u64, all: u64) -> String {
    match (part, all) {
        (_, 0) => "-".to_owned(),
        (0, _) => "0 %".to_owned(),
        (part, all) if part == all => "100 %".to_owned(),
        (part, all) => {
            let tenths = (part * 1000 + all / 2) / all;
            let tenths = tenths.clamp(1, 999);
            format!("{}.{} %", tenths / 10, tenths % 10)
        }
    }
}

/// The answer as text.
pub fn told(region: &Region, runs: &[Run<'_>], districts: &[NamedArea], notices: &Notices) -> String {
    let Some(first) = runs.first() else { return String::new() };
    let what = unit(first.coverage.counted);
    let mut text = format!("{}: {} {what}\n\n", region.meta().name, count(first.coverage.all.total()));
    text += &cases(runs);
    for run in runs {
        if run.city.offered_count() < run.city.joined_count() {
            text += &paragraph(&not_offered(run));
        }
    }
    text += &format!("\n{what} by minutes needed, {}:\n", first.name());
    text += &bands_table(&first.coverage);
    if !districts.is_empty() {
        text += &format!("\nDistricts, {}:\n", first.name());
        text += &district_table(first, districts);
    }
    text.push('\n');
    text += &where_people_come_from(region, what);
    for line in notices.lines() {
        text += &paragraph(&line);
    }
    text
}

/// One line a case.
fn cases(runs: &[Run<'_>]) -> String {
    let width = runs.iter().map(|run| run.name().chars().count()).max().unwrap_or(0).max(4);
    let mut text = format!(
        "{:<width$}  {:>11}  {:>10}  {:>7}  {:>10}  {:>10}  {:>10}  {:>10}  {:>10}\n",
        "case", "there is", "in time", "", "outside*", "late", "no way", "unknown", "elsewhere"
    );
    for run in runs {
        let people = &run.coverage.all.people;
        let elsewhere = people[Fate::NoStreet] + people[Fate::Forbidden];
        let there_is = match run.budgets() {
            None => "no limit".to_owned(),
            Some((least, most)) if least == most => least.to_string(),
            Some((least, most)) => format!("{least}-{most}"),
        };
        let in_time = run.coverage.all.in_time();
        text += &format!(
            "{:<width$}  {there_is:>11}  {:>10}  {:>7}  {:>10}  {:>10}  {:>10}  {:>10}  {:>10}\n",
            run.name(),
            count(in_time),
            share(in_time, run.coverage.all.total()),
            count(people[Fate::OnlyIfAlreadyOutside]),
            count(people[Fate::Late]),
            count(people[Fate::OutOfReach]),
            count(people[Fate::Unknown]),
            count(elsewhere),
        );
    }
    text + "* in time only for those who are already outside; elsewhere: near no street, or on forbidden ground\n"
}

fn not_offered(run: &Run<'_>) -> String {
    let told: Vec<String> = run
        .city
        .not_offered()
        .iter()
        .map(|(reason, number)| format!("{}: {}", count(*number), reason.in_words()))
        .collect();
    format!(
        "{}: {} of {} offered; not offered {}.",
        run.name(),
        count(run.city.offered_count() as u64),
        many(run.city.joined_count() as u64, "shelter", "shelters"),
        told.join("; ")
    )
}

fn bands_table(coverage: &Coverage) -> String {
    let most = coverage.all.bands.iter().copied().max().unwrap_or(0).max(1);
    let mut text = String::new();
    for (name, people) in BANDS.iter().zip(coverage.all.bands) {
        let bar = "#".repeat((people * 40).div_ceil(most) as usize);
        let line =
            format!("  {name:<14} {:>12}  {:>7}  {bar}", count(people), share(people, coverage.all.total()));
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn district_table(run: &Run<'_>, districts: &[NamedArea]) -> String {
    let coverage = &run.coverage;
    let names = districts.iter().map(|district| district.name.as_str());
    let mut rows: Vec<(&str, &Tally)> = names.zip(&coverage.districts).collect();
    // Those who most people are left out in come first.
    rows.sort_by_key(|(_, tally)| core::cmp::Reverse(tally.total() - tally.in_time()));
    let mut text = format!(
        "  {:<28} {:>10}  {:>10}  {:>7}  {:>10}  {:>10}\n",
        "district", "all", "in time", "", "left out", "unknown"
    );
    let mut line = |name: &str, tally: &Tally| {
        text += &format!(
            "  {:<28} {:>10}  {:>10}  {:>7}  {:>10}  {:>10}\n",
            plain(name, 28),
            count(tally.total()),
            count(tally.in_time()),
            share(tally.in_time(), tally.total()),
            count(tally.total() - tally.in_time() - tally.people[Fate::Unknown]),
            count(tally.people[Fate::Unknown]),
        );
    };
    for (name, tally) in rows {
        line(name, tally);
    }
    if coverage.outside.total() > 0 {
        line("in no district", &coverage.outside);
    }
    text
}

fn where_people_come_from(region: &Region, what: &str) -> String {
    let counts = region.meta().counts;
    if what != "people" {
        return paragraph(
            "This region has no people: each doorstep counts as one. Build it with --people to count heads.",
        );
    }
    let mut text = String::new();
    if counts.people_outside > 0 {
        text += &paragraph(&format!(
            "{} of the source live outside of this extract and are not counted here.",
            many(counts.people_outside, "person", "people")
        ));
    }
    if counts.people_far > 0 {
        text += &paragraph(&format!(
            "{} of the source live far from any doorstep of this extract and are not counted here.",
            many(counts.people_far, "person", "people")
        ));
    }
    if is_guess(region) {
        text += &paragraph(
            "People are a GUESS from the sizes of the map's buildings: nobody counted them. Shares say more than heads.",
        );
    }
    text
}

fn paragraph(text: &str) -> String {
    wrap("", text, WIDTH) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_never_flattered_to_the_whole() {
        assert_eq!(share(0, 0), "-");
        assert_eq!(share(0, 5), "0 %");
        assert_eq!(share(5, 5), "100 %");
        assert_eq!(share(99_999, 100_000), "99.9 %");
        assert_eq!(share(1, 100_000), "0.1 %");
        assert_eq!(share(1, 3), "33.3 %");
    }
}

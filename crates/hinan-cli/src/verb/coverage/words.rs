//! Counts as tables, JSON and plots.

use hinan_model::NamedArea;
use hinan_plan::{Counted, Coverage, Fate, Tally};
use hinan_region::Region;
use hinan_server::answers::coverage::is_guess;
use hinan_texts::Texts;

use super::{Run, unit};
use crate::notice::Notices;
use crate::plans::WIDTH;
use crate::tell::{left, plain, right, width, wrap};

/// How many bands of three minutes have both ends.
const BOUNDED: u32 = 8;

/// Bands in words; the last is for those of whom no time is known.
pub fn bands(texts: &Texts) -> Vec<String> {
    let minutes = |name, minutes: u32| (name, minutes.into());
    let first = texts.get("band-first", &[minutes("minutes", 3)]);
    let between = (1..BOUNDED)
        .map(|band| texts.get("band-between", &[minutes("from", band * 3), minutes("to", band * 3 + 3)]));
    let over = texts.get("band-over", &[minutes("minutes", BOUNDED * 3)]);
    [first].into_iter().chain(between).chain([over, texts.word("band-no-time")]).collect()
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
    let texts = notices.texts;
    let (what, case) = (unit(first.coverage.counted, texts), first.told(texts));
    let arguments = [
        ("place", plain(&region.meta().name, 60).into()),
        ("number", first.coverage.all.total().into()),
        ("unit", what.as_str().into()),
    ];
    let mut text = texts.get("coverage-title", &arguments) + "\n\n";
    text += &cases(runs, texts);
    for run in runs.iter().filter(|run| run.city.offered_count() < run.city.joined_count()) {
        text += &paragraph(&not_offered(run, texts));
    }
    let heading =
        texts.get("coverage-by-minutes", &[("unit", what.as_str().into()), ("case", case.as_str().into())]);
    text += &format!("\n{heading}\n{}", bands_table(&first.coverage, texts));
    if !districts.is_empty() {
        text += &format!("\n{}\n", texts.get("coverage-districts", &[("case", case.into())]));
        text += &district_table(first, districts, texts);
    }
    text.push('\n');
    text += &where_people_come_from(region, first.coverage.counted, texts);
    for line in notices.lines() {
        text += &paragraph(&line);
    }
    text
}

/// The columns of the table of cases behind its first: a heading and a width.
const CASES: [(&str, usize); 8] = [
    ("coverage-there-is", 11),
    ("coverage-in-time", 10),
    ("", 7),
    ("coverage-outside", 10),
    ("coverage-late", 10),
    ("coverage-no-way", 10),
    ("coverage-unknown", 10),
    ("coverage-elsewhere", 10),
];

/// The columns of the table of districts behind its first.
const DISTRICTS: [(&str, usize); 5] = [
    ("coverage-all", 10),
    ("coverage-in-time", 10),
    ("", 7),
    ("coverage-left-out", 10),
    ("coverage-unknown", 10),
];

/// One line of a table: the first cell at the left, the others at the right of their columns.
fn row(first: &str, columns: usize, cells: impl IntoIterator<Item = (String, usize)>) -> String {
    let mut text = left(first, columns);
    for (cell, columns) in cells {
        text += "  ";
        text += &right(&cell, columns);
    }
    text + "\n"
}

fn heads<'t>(
    columns: &'static [(&'static str, usize)],
    texts: &'t Texts,
) -> impl Iterator<Item = (String, usize)> + 't {
    let word = |id: &str| if id.is_empty() { String::new() } else { texts.word(id) };
    columns.iter().map(move |&(id, columns)| (word(id), columns))
}

/// One line a case.
fn cases(runs: &[Run<'_>], texts: &Texts) -> String {
    let first = texts.word("coverage-case");
    let names: Vec<String> = runs.iter().map(|run| run.told(texts)).collect();
    let width = names.iter().chain([&first]).map(|name| width(name)).max().unwrap_or(0);
    let mut text = row(&first, width, heads(&CASES, texts));
    for (run, name) in runs.iter().zip(&names) {
        let all = &run.coverage.all;
        let there_is = match run.budgets() {
            None => texts.word("coverage-no-limit"),
            Some((least, most)) if least == most => texts.time(least),
            Some((least, most)) => format!("{}-{}", texts.time(least), texts.time(most)),
        };
        let numbers = [
            all.people[Fate::OnlyIfAlreadyOutside],
            all.people[Fate::Late],
            all.people[Fate::OutOfReach],
            all.people[Fate::Unknown],
            all.people[Fate::NoStreet] + all.people[Fate::Forbidden],
        ];
        let cells = [there_is, texts.number(all.in_time()), share(all.in_time(), all.total())]
            .into_iter()
            .chain(numbers.map(|number| texts.number(number)));
        text += &row(name, width, cells.zip(CASES.map(|(_, columns)| columns)));
    }
    text + &texts.word("coverage-key") + "\n"
}

fn not_offered(run: &Run<'_>, texts: &Texts) -> String {
    let arguments = [
        ("case", run.told(texts).into()),
        ("offered", run.city.offered_count().into()),
        ("shelters", run.city.joined_count().into()),
        ("reasons", texts.reasons(&run.city.not_offered()).into()),
    ];
    texts.get("coverage-offered", &arguments)
}

fn bands_table(coverage: &Coverage, texts: &Texts) -> String {
    let most = coverage.all.bands.iter().copied().max().unwrap_or(0).max(1);
    let mut text = String::new();
    for (name, people) in bands(texts).iter().zip(coverage.all.bands) {
        let bar = "#".repeat((people * 40).div_ceil(most) as usize);
        let (number, share) = (texts.number(people), share(people, coverage.all.total()));
        let line = format!("  {} {}  {}  {bar}", left(name, 14), right(&number, 12), right(&share, 7));
        text += line.trim_end();
        text.push('\n');
    }
    text
}

fn district_table(run: &Run<'_>, districts: &[NamedArea], texts: &Texts) -> String {
    let coverage = &run.coverage;
    let names = districts.iter().map(|district| district.name.as_str());
    let mut rows: Vec<(&str, &Tally)> = names.zip(&coverage.districts).collect();
    // Those who most people are left out in come first.
    rows.sort_by_key(|(_, tally)| core::cmp::Reverse(tally.total() - tally.in_time()));
    let line = |name: &str, tally: &Tally| {
        let unknown = tally.people[Fate::Unknown];
        let cells = [
            texts.number(tally.total()),
            texts.number(tally.in_time()),
            share(tally.in_time(), tally.total()),
            texts.number(tally.total() - tally.in_time() - unknown),
            texts.number(unknown),
        ];
        row(&format!("  {}", plain(name, 28)), 30, cells.into_iter().zip(DISTRICTS.map(|(_, c)| c)))
    };
    let mut text = row(&format!("  {}", texts.word("coverage-district")), 30, heads(&DISTRICTS, texts));
    for (name, tally) in rows {
        text += &line(name, tally);
    }
    if coverage.outside.total() > 0 {
        text += &line(&texts.word("coverage-in-no-district"), &coverage.outside);
    }
    text
}

fn where_people_come_from(region: &Region, counted: Counted, texts: &Texts) -> String {
    let counts = region.meta().counts;
    if counted != Counted::People {
        return paragraph(&texts.word("coverage-no-people"));
    }
    let mut text = String::new();
    for (id, people) in
        [("coverage-people-outside", counts.people_outside), ("coverage-people-far", counts.people_far)]
    {
        if people > 0 {
            text += &paragraph(&texts.get(id, &[("people", people.into())]));
        }
    }
    if is_guess(region) {
        text += &paragraph(&texts.word("coverage-guess"));
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

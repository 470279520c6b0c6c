//! What is told of new sites in words.

use hinan_model::Ds;
use hinan_server::answers::sites::Report;

use crate::notice::lines_of;
use crate::plans::WIDTH;
use crate::tell::{count, many, plain, right, wrap};

/// How many sites the table in words shows.
const SHOWN: usize = 20;

/// The answer in words.
pub fn in_words(report: &Report<'_>) -> String {
    let who = if report.people_are_counted { "people" } else { "starts (nobody knows how many people)" };
    let mut text = String::new();
    let mut line = |words: &str| {
        text += &wrap("", words, WIDTH);
        text.push('\n');
    };
    line(&format!(
        "{}, walker {}: {} of {}, for {} {who}.",
        report.place,
        report.walker,
        many(report.new as u64, "new site", "new sites"),
        many(report.candidates as u64, "candidate", "candidates"),
        count(report.people)
    ));
    line(&value(report));
    line(&proof(report));
    report.remarks.iter().for_each(|remark| line(remark));
    text += &format!("\n{} {}  site\n", right("rank", 6), right("adds", 16));
    for row in report.sites.iter().take(SHOWN) {
        let adds = number(report, row.adds);
        let name = if row.name.is_empty() { String::new() } else { format!("  {}", plain(row.name, 40)) };
        text += &format!(
            "{} {}  {}{name}\n",
            right(&row.rank.to_string(), 6),
            right(&adds, 16),
            plain(row.node, 40)
        );
    }
    if report.sites.len() > SHOWN {
        text += &format!(
            "... and {} (--json or -o has all)\n",
            many((report.sites.len() - SHOWN) as u64, "other", "others")
        );
    }
    for notice in lines_of(&report.notices) {
        text += &wrap("", &notice, WIDTH);
        text.push('\n');
    }
    text
}

fn value(report: &Report<'_>) -> String {
    let time = |value: u128| Ds(u32::try_from(value).unwrap_or(Ds::UNREACHABLE.0));
    let without = if report.capacitated { "have no place" } else { "reach nothing" };
    match report.objective {
        "cover" => {
            let now = large(report.value_now, "person", "people");
            match report.capacitated {
                true => format!(
                    "With a place in time: {}, before {now}.",
                    large(report.value, "person", "people")
                ),
                false => {
                    format!("In time are {}, before it was {now}.", large(report.value, "person", "people"))
                }
            }
        }
        "median" => format!(
            "All walks together are {} people x ds, before {}; {} {without}, before {}.",
            report.value,
            report.value_now,
            many(report.without, "person", "people"),
            count(report.without_now)
        ),
        _ => format!(
            "The longest walk is {}, before {}; {} reach nothing, before {}.",
            time(report.value),
            time(report.value_now),
            many(report.without, "person", "people"),
            count(report.without_now)
        ),
    }
}

fn proof(report: &Report<'_>) -> String {
    if report.optimal {
        let by = report.exact_by.map_or(String::new(), |by| format!(" by {by}"));
        return format!("Proven{by}: no choice of as many candidates is better (value = bound).");
    }
    match report.objective {
        "cover" => format!(
            "Proven: no choice of as many candidates serves more than {}.",
            large(report.bound, "person", "people")
        ),
        "median" => {
            format!("Proven: no choice of as many candidates comes below {} people x ds.", report.bound)
        }
        _ => format!(
            "Proven: no choice of as many candidates has a longest walk below {}.",
            Ds(u32::try_from(report.bound).unwrap_or(Ds::UNREACHABLE.0))
        ),
    }
}

fn large(number: u128, one: &str, several: &str) -> String {
    many(u64::try_from(number).unwrap_or(u64::MAX), one, several)
}

/// What a site adds, as its objective counts.
fn number(report: &Report<'_>, adds: i128) -> String {
    match report.objective {
        "cover" => count(u64::try_from(adds).unwrap_or(0)),
        "center" => Ds(u32::try_from(adds).unwrap_or(0)).to_string(),
        _ => adds.to_string(),
    }
}

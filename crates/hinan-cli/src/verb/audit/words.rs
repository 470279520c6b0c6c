//! Findings as sentences.

use hinan_city::City;
use hinan_city::audit::{Audit, Basis, Cost, FAR_OFF_MM, Finding, Kind, Summary};
use hinan_plan::Counted;
use hinan_server::answers::audit::{name, what};
use hinan_server::answers::coverage::unit;

use crate::notice::Notices;
use crate::plans::WIDTH;
use crate::tell::{count, many, plain, wrap};

/// How many findings of each kind the text tells.
const WORST: usize = 10;
/// The longest name of a file's that is told whole.
const NAME: usize = 60;

/// The audit as text: what was found of each kind, then the worst of each.
pub fn told(city: &City<'_>, audit: &Audit, notices: &Notices) -> String {
    let unit = unit(audit.counted);
    let mut text = paragraph(&heading(city, audit));
    text.push('\n');
    if audit.findings.is_empty() {
        text +=
            &paragraph("Nothing of what was looked for was found. That says nothing of what no list tells.");
    } else {
        text += &format!(
            "{:<25} {:>8} {:>12} {:>12} {:>10}\n",
            "kind", "findings", "no other*", "served", "places"
        );
        for of in audit.summary() {
            text += &summary_line(&of);
        }
        text += &paragraph(&format!(
            "* {unit} who have no other shelter in time; served: {unit} whom the shelters serve in time, or would \
             if they were offered (~) or joined (<: at most, as the crow flies); of what is said of doorsteps: \
             those there."
        ));
    }
    for of in audit.summary() {
        text += &section(city, audit, &of);
    }
    text.push('\n');
    for line in notices.lines() {
        text += &paragraph(&line);
    }
    text
}

/// So many of them.
fn heads(number: u64, counted: Counted) -> String {
    match counted {
        Counted::People => many(number, "person", "people"),
        Counted::Doorsteps => many(number, "doorstep", "doorsteps"),
    }
}

fn paragraph(words: &str) -> String {
    wrap("", words, WIDTH) + "\n"
}

fn heading(city: &City<'_>, audit: &Audit) -> String {
    let question = &city.question;
    let mut asked: Vec<String> = question.threat.iter().map(ToString::to_string).collect();
    asked.push(city.walker_name().to_owned());
    asked.extend(question.within.map(|within| format!("within {within}")));
    asked.extend(question.at.map(|at| at.to_string()));
    let clock = if question.threat.is_none() && question.within.is_none() {
        "; without a hazard or a time whoever reaches a shelter is in time"
    } else {
        ""
    };
    let total = heads(audit.total, audit.counted);
    format!("{}: {total}; {}{clock}", city.region.meta().name, asked.join(", "))
}

fn summary_line(of: &Summary) -> String {
    let mark = match of.cost.basis {
        Basis::Unknown | Basis::Counted | Basis::InUse => "",
        Basis::IfOffered => "~",
        Basis::AtMost => "<",
    };
    let people = |number: u64| match of.cost.basis {
        Basis::Unknown => "-".to_owned(),
        _ => format!("{mark}{}", count(number)),
    };
    format!(
        "{:<25} {:>8} {:>12} {:>12} {:>10}\n",
        of.kind.name(),
        count(of.count),
        people(of.cost.only),
        people(of.cost.serves),
        of.cost.places.map_or_else(|| "-".to_owned(), count)
    )
}

fn section(city: &City<'_>, audit: &Audit, of: &Summary) -> String {
    let mut text = format!("\n{} ({})\n", of.kind.name(), count(of.count));
    text += &(wrap("  ", todo(of.kind), WIDTH) + "\n");
    for found in audit.findings.iter().filter(|found| found.kind == of.kind).take(WORST) {
        let mut words = at(found);
        let name = name(city, found);
        for part in [plain(&name, NAME), plain(&what(city, found), 300), cost(found.cost, audit.counted)] {
            if !part.is_empty() {
                words += if words.is_empty() { "" } else { ": " };
                words += &part;
            }
        }
        text += &(wrap("  - ", &words, WIDTH) + "\n");
    }
    if of.count > WORST as u64 {
        text += &format!("  and {} more (all with --json or -o F.csv)\n", count(of.count - WORST as u64));
    }
    text
}

/// File, row and column.
fn at(found: &Finding) -> String {
    let mut words = plain(found.file.as_deref().unwrap_or_default(), NAME);
    if let Some(row) = found.row {
        words += &format!(", row {row}");
    }
    if let Some(column) = &found.column {
        words += &format!(", column {}", plain(column, NAME));
    }
    words
}

/// Who hangs on a finding.
fn cost(cost: Cost, counted: Counted) -> String {
    let (serves, only) = (heads(cost.serves, counted), count(cost.only));
    let places = cost.places.map(|places| many(places, "place", "places"));
    let people = match cost.basis {
        Basis::Unknown => None,
        Basis::Counted => Some(serves),
        Basis::InUse => Some(format!("serves {serves} ({only} with no other in time)")),
        Basis::IfOffered => Some(format!("would serve {serves} ({only} with no other in time)")),
        Basis::AtMost => {
            Some(format!("would serve at most {serves} as the crow flies ({only} with no other in time)"))
        }
    };
    [places, people].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// What to do about findings of a kind.
fn todo(kind: Kind) -> &'static str {
    match kind {
        Kind::RowDropped => "Rows that were left out. Correct them in the file and build again.",
        Kind::RowRemarked => "Rows that were kept, with a remark. Look whether hinan understood them.",
        Kind::ComplaintsCut => "The sources count all complaints; build from fewer files to see them all.",
        Kind::OutsideOfExtract => {
            "As it should be for a national list; else take a larger extract of the map."
        }
        Kind::NotJoined => "Look at the place: wrong coordinates, or a street that the map lacks.",
        Kind::ForbiddenGround => "Nobody is sent there. Take the shelter off the list, or check the outline.",
        Kind::FarFromStreet => {
            const { assert!(FAR_OFF_MM == 50_000) }
            "More than 50 m from a street: place the entrance where people go in, or draw the street."
        }
        Kind::IsolatedStreets => {
            "The map lacks a link, or a fence has no gate. Draw the way that people take."
        }
        Kind::DuplicateAcrossLists | Kind::DuplicateWithinList => {
            "Their places may be counted twice. Keep one of the two, or make sure that both are there."
        }
        Kind::CapacityUnknown => "Ask the owner: nobody can be given a place there.",
        Kind::CapacityInNote => "Move the number from the note to a column for places.",
        Kind::AreaOnly => "Ask for places: how many square metres a head count differs between countries.",
        Kind::CapacityZero | Kind::CapacityAbsurd | Kind::CapacityAgainstArea => {
            "Correct the number of places or the area."
        }
        Kind::OutOfUse => "Not offered. If it can be used again, correct its state.",
        Kind::NotPublic => "Offered, but not open to everybody: find out who opens it, and when.",
        Kind::HoursUnreadable => "Counted as not known. Write hours as Mo-Fr 08:00-16:00 or 24/7.",
        Kind::HoursUnknown => "Counted as open at any hour. Find out who has the key at night.",
        Kind::NotOfficial => "Have an authority declare it fit, or do not show it as a shelter.",
        Kind::SuitabilityUnstated => "Have the owner of the list say for which hazards it is good.",
        Kind::ListedForOthers => "Not offered for this hazard. Have its list say more, if it is good for it.",
        Kind::SuitabilityContradicted => "Never offered where it may kill. Correct the list.",
        Kind::CheckedLongAgo => "Have somebody look at the door: listed shelters are often locked or gone.",
        Kind::WheelchairUnknown => "Have somebody look for steps and the width of the door.",
        Kind::SourceUndated => "Nobody can tell how old this is. Ask for a dated copy.",
        Kind::SourceUnlicensed => "Find out whether this may be published.",
        Kind::DoorstepOffStreet => {
            "Nothing can be said of their way. Draw the path to their door on the map."
        }
        Kind::PeopleOutside => "They are in no count. Take a larger extract of the map.",
        Kind::PeopleFar => "They are in no count. The map may lack their houses.",
        Kind::PeopleGuessed => "Give a census: --people with a grid or points.",
        Kind::DoorstepsAtEdge => "A better shelter may lie beyond the edge: take a larger extract.",
        Kind::ZoneOfNeighbour => "Ask the authority for the zone of these places.",
        Kind::ZoneWithoutOutline => "Ask the authority for its outline.",
    }
}

//! Findings as sentences.

use hinan_city::City;
use hinan_city::audit::{Audit, Basis, Cost, Detail, FAR_OFF_MM, Finding, Kind, Summary};
use hinan_model::HazardSet;
use hinan_model::shelter::{Access, Shelter, Standing, Status};
use hinan_plan::Counted;

use crate::notice::Notices;
use crate::plans::WIDTH;
use crate::tell::{count, many, metres, plain, wrap};

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

/// What costs are counted in.
fn unit(counted: Counted) -> &'static str {
    match counted {
        Counted::People => "people",
        Counted::Doorsteps => "doorsteps",
    }
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

/// What the thing is called that a finding is about.
pub fn name(city: &City<'_>, found: &Finding) -> String {
    let shelter = found.shelter.and_then(|shelter| city.shelter(shelter)).map(|s| s.title().to_owned());
    let doorstep = || found.doorstep.and_then(|doorstep| city.doorstep_id(doorstep));
    let zone = || Some(city.region.zones().get(found.zone?)?.name.clone());
    shelter.or_else(doorstep).or_else(zone).unwrap_or_default()
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

/// What is wrong, in words, with the numbers of the finding.
pub fn what(city: &City<'_>, found: &Finding) -> String {
    let shelter = found.shelter.and_then(|shelter| city.shelter(shelter));
    match &found.detail {
        Detail::Said(reason) => reason.clone(),
        Detail::Count(number) => counted(found.kind, *number),
        Detail::Off(mm) => {
            format!("an entrance lies {} from the street it is joined to", metres(u64::from(*mm)))
        }
        Detail::Twin { shelter, apart_mm } => {
            let other = city.shelter(*shelter);
            let source = other.and_then(|other| city.region.meta().sources.get(other.source as usize));
            format!(
                "looks like {} ({}, row {}), {} away",
                plain(other.map_or("", Shelter::title), NAME),
                source.map_or("", |source| &source.file),
                other.map_or(0, |other| other.row),
                metres(u64::from(*apart_mm))
            )
        }
        Detail::Room { places, area_m2 } => room(found.kind, *places, *area_m2),
        Detail::Hazards(hazards) => about_hazards(found.kind, *hazards),
        Detail::Days(days) => {
            let checked = shelter.and_then(|shelter| shelter.checked.as_deref()).unwrap_or_default();
            format!(
                "last checked on {}, {} before",
                plain(checked, 20),
                many(u64::from(*days), "day", "days")
            )
        }
        Detail::Nothing => plainly(found.kind, shelter),
    }
}

fn counted(kind: Kind, number: u64) -> String {
    match kind {
        Kind::OutsideOfExtract => {
            format!("{} outside of the streets' extract", many(number, "shelter lies", "shelters lie"))
        }
        Kind::ComplaintsCut => {
            format!("{} more than the region has room for", many(number, "complaint", "complaints"))
        }
        Kind::DoorstepsAtEdge => {
            format!(
                "{} nearer to the edge of the extract than to any shelter",
                many(number, "doorstep", "doorsteps")
            )
        }
        Kind::ZoneOfNeighbour => {
            format!(
                "{} in no zone: this neighbour's time, the least, is taken",
                many(number, "doorstep", "doorsteps")
            )
        }
        Kind::PeopleGuessed => "nobody counted these people: they are guessed from buildings".to_owned(),
        Kind::PeopleOutside => "people of the source live outside of the extract".to_owned(),
        Kind::PeopleFar => "people of the source live too far from any doorstep".to_owned(),
        _ => many(number, "thing", "things"),
    }
}

fn room(kind: Kind, places: Option<u32>, area_m2: Option<u32>) -> String {
    let places = places.map_or_else(String::new, |places| many(u64::from(places), "place", "places"));
    let area = area_m2.map_or_else(String::new, |area| format!("{} m²", count(u64::from(area))));
    match kind {
        Kind::CapacityZero => "places for nobody".to_owned(),
        Kind::CapacityAbsurd => format!("{places}: no shelter holds so many"),
        Kind::CapacityAgainstArea => format!("{places} on {area}: less than 0.4 or more than 20 m² a head"),
        Kind::AreaOnly => format!("{area}, but no number of places"),
        Kind::CapacityInNote => "no number of places, but the note has a number in it".to_owned(),
        _ => "nothing tells how many people it holds".to_owned(),
    }
}

fn about_hazards(kind: Kind, hazards: HazardSet) -> String {
    let names = hazards.iter().map(|hazard| hazard.name()).collect::<Vec<_>>().join(", ");
    match kind {
        Kind::ListedForOthers => format!("its list names other hazards only: {names}"),
        Kind::SuitabilityContradicted => {
            format!("called good for {names}, but also bad for it or below the ground")
        }
        _ => format!("no list says whether it is good for {names}"),
    }
}

fn plainly(kind: Kind, shelter: Option<&Shelter>) -> String {
    let words = match kind {
        Kind::NotJoined => "no street within 300 m, or none that leads there",
        Kind::ForbiddenGround => "every entrance stands on forbidden ground or behind it",
        Kind::IsolatedStreets => "joined only to streets that hang together with no others",
        Kind::OutOfUse => match shelter.map(|shelter| shelter.status) {
            Some(Status::Closed) => "its list calls it closed",
            Some(Status::Full) => "its list calls it full",
            _ => "its list calls it out of use",
        },
        Kind::NotPublic => match shelter.map(|shelter| shelter.access) {
            Some(Access::Key) => "locked: somebody has to bring the key",
            _ => "only for those who live, learn or work there",
        },
        Kind::HoursUnreadable => {
            let hours = shelter.and_then(|shelter| shelter.hours.as_deref()).unwrap_or_default();
            return format!("hours that cannot be read: {}", plain(hours, NAME));
        }
        Kind::HoursUnknown => "nothing tells when it is open",
        Kind::NotOfficial => match shelter.map(|shelter| shelter.standing) {
            Some(Standing::Candidate) => "a candidate: nobody has declared it fit",
            _ => "drawn on a map, on no official list",
        },
        Kind::WheelchairUnknown => "nothing tells whether a wheelchair can get in",
        Kind::SourceUndated => "the source states no date",
        Kind::SourceUnlicensed => "the source's licence is not known",
        Kind::DoorstepOffStreet => "no street within 300 m",
        Kind::ZoneWithoutOutline => "the zone has no outline: nobody lies in it",
        _ => kind.name(),
    };
    words.to_owned()
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

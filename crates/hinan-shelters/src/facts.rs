//! What a row says of a shelter, apart from its id and where it is.

use hinan_model::shelter::{Access, Answer, Standing, Status, Visibility};
use hinan_model::{Hazard, HazardSet, Shelter};

use crate::cell;
use crate::collect::{Collector, Row};
use crate::mapping::{Field, Look, Otherwise, Says, Words};
use crate::report::quoted;

impl Collector {
    /// All that a row says but its id and its entrances.
    pub fn facts(&mut self, row: &Row, id: String) -> Shelter {
        let mut shelter = Shelter::new(id, Vec::new());
        shelter.row = row.number;
        shelter.name = self.text(row, Field::Name, " ");
        shelter.address = self.text(row, Field::Address, ", ");
        if shelter.address.is_none() {
            shelter.address = self.text(row, Field::AddressElse, ", ");
        }
        shelter.kind = self.text(row, Field::Kind, ", ");
        shelter.hours = self.text(row, Field::Hours, "; ");
        shelter.capacity = self.value(row, Field::Capacity, cell::whole);
        shelter.area_m2 = self.value(row, Field::AreaM2, cell::whole);
        if shelter.area_m2.is_none() {
            shelter.area_m2 = self.value(row, Field::AreaFloor, cell::area);
        }
        shelter.access = self.value(row, Field::Access, cell::access).unwrap_or_default();
        shelter.wheelchair = self.value(row, Field::Wheelchair, cell::answer).unwrap_or_default();
        shelter.underground = self.value(row, Field::Underground, cell::answer).unwrap_or_default();
        shelter.pets = self.value(row, Field::Pets, cell::answer).unwrap_or_default();
        shelter.status = self.value(row, Field::Status, cell::status).unwrap_or_default();
        shelter.checked = self.value(row, Field::Checked, cell::day);
        if shelter.checked.is_none() {
            shelter.checked = self.value(row, Field::CheckedReiwa, cell::day_reiwa);
        }
        let careful = (Standing::Candidate, "candidate");
        let standing = self.strict(row, Field::Standing, cell::standing, careful);
        shelter.standing = standing.unwrap_or(Standing::Official);
        let careful = (Visibility::Private, "private");
        let visibility = self.strict(row, Field::Visibility, cell::visibility, careful);
        shelter.visibility = visibility.unwrap_or_default();
        if self.private {
            shelter.visibility = Visibility::Private;
        }
        if let Some(made) = self.value(row, Field::Made, cell::day_first) {
            self.made = self.made.take().max(Some(made));
        }
        self.hazards(row, &mut shelter);
        let mut notes = Vec::new();
        self.told(row, &mut shelter, &mut notes);
        shelter.note = Some(notes.join("; ")).filter(|note| !note.is_empty());
        shelter
    }

    /// Text that people read, with a remark where bytes of it were lost.
    fn text(&mut self, row: &Row, field: Field, between: &str) -> Option<String> {
        let parts = row.all(self.mapping, field).into_iter().map(|text| cell::line(text));
        let text = parts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between);
        if text.contains('\u{FFFD}') {
            let reason = format!("{} holds bytes that could not be read; kept as shown", quoted(&text));
            self.report.remark(Some(row.number), self.mapping.column(field), reason);
        }
        Some(text).filter(|text| !text.is_empty())
    }

    /// A value, unknown where the cell is blank or cannot be read.
    fn value<T>(&mut self, row: &Row, field: Field, read: fn(&str) -> Result<T, String>) -> Option<T> {
        match read(row.verbatim(field)?.trim()) {
            Ok(value) => Some(value),
            Err(reason) => {
                let reason = format!("{reason}; taken as unknown");
                self.report.remark(Some(row.number), self.mapping.column(field), reason);
                None
            }
        }
    }

    /// A value that takes its careful side where the cell cannot be read.
    fn strict<T>(
        &mut self,
        row: &Row,
        field: Field,
        read: fn(&str) -> Result<T, String>,
        (careful, name): (T, &str),
    ) -> Option<T> {
        match read(row.verbatim(field)?.trim()) {
            Ok(value) => Some(value),
            Err(reason) => {
                let reason = format!("{reason}; taken as {name}");
                self.report.remark(Some(row.number), self.mapping.column(field), reason);
                Some(careful)
            }
        }
    }

    fn hazards(&mut self, row: &Row, shelter: &mut Shelter) {
        for (field, list) in [(Field::GoodFor, true), (Field::BadFor, false)] {
            let Some(text) = row.verbatim(field) else { continue };
            let (set, unknown) = cell::hazards(text);
            *(if list { &mut shelter.good_for } else { &mut shelter.bad_for }) = set;
            if !unknown.is_empty() {
                let reason = format!("{} names no hazard; ignored", unknown.join(", "));
                self.report.remark(Some(row.number), self.mapping.column(field), reason);
            }
        }
        let both = shelter.good_for.iter().find(|&hazard| shelter.bad_for.contains(hazard));
        if let Some(hazard) = both {
            let bad = shelter.bad_for;
            shelter.good_for = shelter.good_for.iter().filter(|&hazard| !bad.contains(hazard)).collect();
            let reason = format!("{hazard} stands in good_for and in bad_for; taken as bad");
            self.report.remark(Some(row.number), self.mapping.column(Field::BadFor), reason);
        }
    }

    /// What words, flags and remarks say, and what the list says of all its shelters.
    fn told(&mut self, row: &Row, shelter: &mut Shelter, notes: &mut Vec<String>) {
        let mut told = Told::default();
        for (column, field, text) in &row.cells {
            let text = text.trim();
            match field {
                Field::Note => notes.push(cell::line(text)),
                Field::Remark => notes.push(labelled(column, text)),
                Field::HowMany => notes.push(labelled(column, text)),
                Field::Words(words) => self.words(row.number, (column, words, text), &mut told, notes),
                Field::Flag(says) => match cell::flag(text) {
                    Ok(true) => told.hear(*says),
                    Ok(false) => {}
                    Err(reason) => {
                        let reason = format!("{reason}; taken as unknown");
                        self.report.remark(Some(row.number), Some(column), reason);
                    }
                },
                Field::FloorsBelow => match cell::floors_below(text) {
                    Ok(answer) => told.hear(Says::Underground(answer)),
                    Err(reason) => {
                        let reason = format!("{reason}; taken as unknown");
                        self.report.remark(Some(row.number), Some(column), reason);
                    }
                },
                Field::CapacityAfter(words) if shelter.capacity.is_none() && !cell::is_dash(text) => {
                    let told = self.count(row.number, (column, words, text), shelter);
                    notes.extend(told.then(|| labelled(column, text)));
                }
                _ => {}
            }
        }
        for says in self.mapping.all.says {
            told.hear_of_all(*says);
        }
        let kind = self.mapping.all.kind;
        told.write(shelter, kind, notes);
    }

    /// Takes a head count out of text; whether the text says more than it.
    fn count(
        &mut self,
        row: u64,
        (column, words, text): (&str, &[&str], &str),
        shelter: &mut Shelter,
    ) -> bool {
        match cell::count_after(text, words) {
            Ok((count, says_more)) => {
                shelter.capacity = Some(count);
                // A sentence in which a word leads to the number is told by another field.
                says_more && words.contains(&"")
            }
            // Where a word leads to the number, a text without that word says nothing of it.
            Err(_) if !words.contains(&"") && !words.iter().any(|word| text.contains(word)) => false,
            Err(reason) => {
                self.report.remark(Some(row), Some(column), format!("{reason}; taken as unknown"));
                words.contains(&"")
            }
        }
    }

    /// What the words of a cell say.
    fn words(
        &mut self,
        row: u64,
        (column, words, text): (&str, &Words, &str),
        told: &mut Told,
        notes: &mut Vec<String>,
    ) {
        let mut known = true;
        match words.look {
            Look::Whole => {
                for word in text.split(';').map(str::trim).filter(|word| !word.is_empty()) {
                    let found =
                        words.table.iter().find(|(name, _)| name.to_lowercase() == word.to_lowercase());
                    known &= found.is_some();
                    found.iter().flat_map(|(_, says)| says.iter()).for_each(|says| told.hear(*says));
                }
            }
            Look::Within => {
                let mut rest = text.to_lowercase();
                known = false;
                for (name, says) in words.table {
                    let name = name.to_lowercase();
                    if rest.contains(&name) {
                        known = true;
                        // No word goes over the end of a line: what is left does not grow together.
                        rest = rest.replace(&name, "\n");
                        says.iter().for_each(|says| told.hear(*says));
                    }
                }
            }
        }
        match words.otherwise {
            Otherwise::NoteAll => notes.push(cell::line(text)),
            Otherwise::Note if !known => notes.push(labelled(column, text)),
            Otherwise::Say if !known => {
                let reason = format!("{} is a word that is not known here; taken as unknown", quoted(text));
                self.report.remark(Some(row), Some(column), reason);
            }
            _ => {}
        }
    }
}

/// A remark with the name of its column before it.
fn labelled(column: &str, text: &str) -> String {
    let name = column.rsplit('.').next().unwrap_or(column);
    format!("{name} {}", cell::line(text))
}

/// What was said of one shelter, in any column. Where two contradict each other, the careful one holds.
#[derive(Default)]
struct Told {
    kinds: Vec<&'static str>,
    good: HazardSet,
    bad: HazardSet,
    river: bool,
    inland: bool,
    access: Access,
    status: Status,
    wheelchair: Option<Answer>,
    underground: Option<Answer>,
    hours: Option<&'static str>,
    standing: Option<Standing>,
    near_one: bool,
}

impl Told {
    fn hear(&mut self, says: Says) {
        match says {
            Says::Kind(kind) => self.kinds.push(kind),
            Says::Good(hazard) => self.good = self.good.with(hazard),
            Says::Bad(hazard) => self.bad = self.bad.with(hazard),
            Says::RiverFlood => self.river = true,
            Says::InlandFlood => self.inland = true,
            Says::Access(access) if strictness(access) > strictness(self.access) => self.access = access,
            Says::Status(status) if severity(status) > severity(self.status) => self.status = status,
            Says::Access(_) | Says::Status(_) => {}
            Says::Wheelchair(answer) => self.wheelchair = agreed(self.wheelchair, answer),
            Says::Underground(answer) => self.underground = agreed(self.underground, answer),
            Says::Hours(hours) => self.hours = Some(hours),
            Says::Standing(standing) => self.standing = self.standing.max(Some(standing)),
            Says::NearOne => self.near_one = true,
        }
    }

    /// What holds for the list holds for the shelters of which a row says nothing else; hazards are
    /// added to the row's.
    fn hear_of_all(&mut self, says: Says) {
        let known = match says {
            Says::Access(_) => self.access != Access::Unknown,
            Says::Status(_) => self.status != Status::Unknown,
            Says::Wheelchair(_) => self.wheelchair.is_some(),
            Says::Underground(_) => self.underground.is_some(),
            Says::Hours(_) => self.hours.is_some(),
            _ => false,
        };
        if !known {
            self.hear(says);
        }
    }

    /// Writes it into a shelter, where the columns of plain values have said nothing.
    fn write(mut self, shelter: &mut Shelter, kind: Option<&str>, notes: &mut Vec<String>) {
        if self.near_one {
            let standing = Some(Standing::Candidate);
            self = Told { kinds: self.kinds, standing, ..Told::default() };
        }
        let kinds = Some(self.kinds.join(", ")).filter(|kinds| !kinds.is_empty());
        shelter.kind = shelter.kind.take().or(kinds).or_else(|| kind.map(str::to_owned));
        if shelter.access == Access::Unknown {
            shelter.access = self.access;
        }
        if shelter.status == Status::Unknown {
            shelter.status = self.status;
        }
        if shelter.wheelchair == Answer::Unknown {
            shelter.wheelchair = self.wheelchair.unwrap_or_default();
        }
        if shelter.underground == Answer::Unknown {
            shelter.underground = self.underground.unwrap_or_default();
        }
        shelter.hours = shelter.hours.take().or_else(|| self.hours.map(str::to_owned));
        shelter.standing = shelter.standing.max(self.standing.unwrap_or(Standing::Official));
        shelter.bad_for = shelter.bad_for.iter().chain(self.bad.iter()).collect();
        let floods = (self.river && self.inland).then_some(Hazard::Flood);
        let good = shelter.good_for.iter().chain(self.good.iter()).chain(floods);
        shelter.good_for = good.filter(|&hazard| !shelter.bad_for.contains(hazard)).collect();
        match (self.river, self.inland) {
            (true, false) => {
                notes.push("good for floods of rivers; of rain water nothing is said".to_owned())
            }
            (false, true) => {
                notes.push("good for floods of rain water; of rivers nothing is said".to_owned())
            }
            _ => {}
        }
    }
}

/// Two answers that contradict each other are none.
fn agreed(known: Option<Answer>, new: Answer) -> Option<Answer> {
    Some(if known.is_none_or(|known| known == new) { new } else { Answer::Unknown })
}

fn strictness(access: Access) -> u8 {
    match access {
        Access::Unknown => 0,
        Access::Public => 1,
        Access::Key => 2,
        Access::Private => 3,
    }
}

fn severity(status: Status) -> u8 {
    match status {
        Status::Unknown => 0,
        Status::Open => 1,
        Status::Full => 2,
        Status::Closed => 3,
        Status::Defunct => 4,
    }
}

//! What is said of a message that is not as it should be.

use core::fmt;

use serde::Serialize;

use crate::code::Code;
use crate::xml::{Document, NodeId};

/// How a message is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// What we issue: CAP 1.2 to the letter, in UTF-8, and an area in every real alert.
    Strict,
    /// What the world sends: refused only where nobody can tell what was meant, or where it is an
    /// attack.
    Tolerant,
}

/// What became of the message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Nothing: the message conforms.
    Remark,
    /// It was read in spite of it; the reason says as what.
    Tolerated,
    /// It was not read.
    Refused,
}

/// One thing that is wrong with a message: what, where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Complaint {
    /// The rule.
    pub code: Code,
    /// The element, as in `alert/info[2]/area/polygon`; a first one has no number. Empty for the
    /// document as a whole.
    pub path: String,
    /// The line where the element begins, counted from 1.
    pub line: u32,
    /// The character in the line, counted from 1.
    pub column: u32,
    /// What is wrong, and in tolerant reading what was made of it.
    pub reason: String,
    /// What to do about it, for whoever wrote the message.
    pub remedy: &'static str,
    /// What became of the message.
    pub severity: Severity,
}

/// The most complaints that are listed; the rest is counted.
pub const MAX_COMPLAINTS: usize = 200;
/// The longest piece of a message that a reason quotes, in characters.
const MAX_QUOTE: usize = 60;

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Complaint { code, path, line, column, reason, .. } = self;
        write!(f, "line {line}, column {column}")?;
        if !path.is_empty() {
            write!(f, ", {path}")?;
        }
        write!(f, ": {reason} ({code})")
    }
}

/// A piece of a message for a reason: in quotes, cut where it is long, control characters escaped.
pub(crate) fn quote(text: &str) -> String {
    let mut quoted: String = text.chars().take(MAX_QUOTE).flat_map(char::escape_debug).collect();
    // What people write stays as it is; only `"` and `'` need no escape between these marks.
    quoted = quoted.replace("\\'", "'").replace("\\\"", "\"");
    if text.chars().nth(MAX_QUOTE).is_some() {
        quoted.push('…');
    }
    format!("'{quoted}'")
}

/// Complaints as they are found; places are told at the end, in one pass.
#[derive(Debug)]
pub(crate) struct Complaints {
    mode: Mode,
    found: Vec<(u32, Complaint)>,
    omitted: u64,
    worst_omitted: Severity,
}

impl Complaints {
    pub(crate) fn new(mode: Mode) -> Complaints {
        Complaints { mode, found: Vec::new(), omitted: 0, worst_omitted: Severity::Remark }
    }

    /// Complains of an element, as the mode of reading has it.
    pub(crate) fn add(&mut self, document: &Document<'_>, code: Code, node: NodeId, reason: String) {
        self.add_as(document, code, node, reason, code.severity(self.mode));
    }

    /// Complains of an element that nothing can be made of.
    pub(crate) fn refuse(&mut self, document: &Document<'_>, code: Code, node: NodeId, reason: String) {
        self.add_as(document, code, node, reason, Severity::Refused);
    }

    fn add_as(
        &mut self,
        document: &Document<'_>,
        code: Code,
        node: NodeId,
        reason: String,
        severity: Severity,
    ) {
        if self.has_room(severity) {
            self.push(code, document.path(node), document.node(node).start, reason, severity);
        }
    }

    /// Complains of a place that is no element; `offset` in bytes of the decoded text.
    pub(crate) fn add_at(&mut self, code: Code, path: &str, offset: u32, reason: String) {
        let severity = code.severity(self.mode);
        if self.has_room(severity) {
            self.push(code, path.to_owned(), offset, reason, severity);
        }
    }

    fn has_room(&mut self, severity: Severity) -> bool {
        let has_room = self.found.len() < MAX_COMPLAINTS;
        if !has_room {
            self.omitted += 1;
            self.worst_omitted = self.worst_omitted.max(severity);
        }
        has_room
    }

    fn push(&mut self, code: Code, path: String, offset: u32, reason: String, severity: Severity) {
        let remedy = code.remedy();
        self.found.push((offset, Complaint { code, path, line: 1, column: 1, reason, remedy, severity }));
    }

    pub(crate) fn worst(&self) -> Severity {
        let listed = self.found.iter().map(|(_, complaint)| complaint.severity).max();
        listed.unwrap_or(Severity::Remark).max(self.worst_omitted)
    }

    /// The complaints in the order of the text, with lines and columns.
    pub(crate) fn finish(mut self, text: &str) -> Vec<Complaint> {
        self.found.sort_by_key(|&(offset, _)| offset);
        let (mut line, mut column, mut at) = (1_u32, 1_u32, 0_usize);
        let mut complaints = Vec::with_capacity(self.found.len() + 1);
        for (offset, mut complaint) in self.found {
            let offset = text.floor_char_boundary((offset as usize).min(text.len()));
            for character in text.get(at..offset).unwrap_or_default().chars() {
                (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
            at = offset;
            (complaint.line, complaint.column) = (line, column);
            complaints.push(complaint);
        }
        if self.omitted > 0 {
            complaints.push(Complaint {
                code: Code::AndMore,
                path: String::new(),
                line,
                column,
                reason: format!("and {} more that are not listed", self.omitted),
                remedy: Code::AndMore.remedy(),
                severity: self.worst_omitted,
            });
        }
        complaints
    }
}

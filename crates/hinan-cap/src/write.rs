//! A message to bytes.

use std::fmt::Write as _;

use crate::code::Code;
use crate::complaint::{Complaint, Mode, Severity};
use crate::message::{Alert, CapArea, Info, Pair, Reference, Resource};
use crate::read::{CAP12, read};
use crate::scalar;
use crate::xml::escape;

/// Writes a message in CAP 1.2 and UTF-8: elements in the order of the standard, one a line, texts
/// to the letter. The same message gives the same bytes. What is written is read again before it is
/// handed out, so that nothing goes out that [`read`] in [`Mode::Strict`] would refuse or take as
/// another message.
///
/// # Errors
/// The complaints of that reading, with the lines of the text that would have been written, where
/// one of them refuses.
pub fn write(alert: &Alert) -> Result<Vec<u8>, Vec<Complaint>> {
    let mut writer = Writer { xml: String::with_capacity(4096), depth: 0 };
    writer.alert(alert);
    let reading = read(writer.xml.as_bytes(), Mode::Strict);
    match &reading.alert {
        Some(again) if again == alert => Ok(writer.xml.into_bytes()),
        None => Err(reading.complaints),
        Some(again) => {
            let reason = format!("{} would be read as something else", difference(alert, again));
            let (code, path) = (Code::NotWritable, "alert".to_owned());
            let (remedy, severity) = (code.remedy(), Severity::Refused);
            Err(vec![Complaint { code, path, line: 1, column: 1, reason, remedy, severity }])
        }
    }
}

/// Where two messages differ, for a reason.
fn difference(one: &Alert, other: &Alert) -> &'static str {
    match () {
        () if one.infos != other.infos => "an info",
        () if one.references != other.references => "references",
        () if one.extensions != other.extensions => "an extension",
        () if (&one.addresses, &one.incidents) != (&other.addresses, &other.incidents) => "a list",
        () => "the header",
    }
}

struct Writer {
    xml: String,
    depth: usize,
}

impl Writer {
    fn alert(&mut self, alert: &Alert) {
        self.xml.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        _ = writeln!(self.xml, "<alert xmlns=\"{CAP12}\">");
        self.depth = 1;
        self.element("identifier", &alert.identifier);
        self.element("sender", &alert.sender);
        self.element("sent", &alert.sent.to_string());
        self.element("status", alert.status.word());
        self.element("msgType", alert.msg_type.word());
        self.maybe("source", alert.source.as_deref());
        self.element("scope", alert.scope.word());
        self.maybe("restriction", alert.restriction.as_deref());
        self.list("addresses", &alert.addresses);
        alert.codes.iter().for_each(|code| self.element("code", code));
        self.maybe("note", alert.note.as_deref());
        self.references(&alert.references);
        self.list("incidents", &alert.incidents);
        alert.infos.iter().for_each(|info| self.inside("info", |writer| writer.info(info)));
        for extension in &alert.extensions {
            self.xml.push_str("  ");
            self.xml.push_str(&extension.xml);
            self.xml.push('\n');
        }
        self.xml.push_str("</alert>\n");
    }

    fn indent(&mut self) {
        self.xml.extend(std::iter::repeat_n("  ", self.depth));
    }

    fn element(&mut self, name: &str, text: &str) {
        self.indent();
        _ = writeln!(self.xml, "<{name}>{}</{name}>", escape(text, false));
    }

    fn maybe(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.element(name, text);
        }
    }

    fn list(&mut self, name: &str, items: &[String]) {
        if !items.is_empty() {
            self.element(name, &scalar::write_list(items));
        }
    }

    fn inside(&mut self, name: &str, content: impl FnOnce(&mut Writer)) {
        self.indent();
        _ = writeln!(self.xml, "<{name}>");
        self.depth += 1;
        content(self);
        self.depth -= 1;
        self.indent();
        _ = writeln!(self.xml, "</{name}>");
    }

    fn references(&mut self, references: &[Reference]) {
        let triplet = |reference: &Reference| {
            let Reference { sender, identifier, sent } = reference;
            format!("{sender},{identifier},{sent}")
        };
        if !references.is_empty() {
            let triplets: Vec<String> = references.iter().map(triplet).collect();
            self.element("references", &triplets.join(" "));
        }
    }

    fn pairs(&mut self, name: &str, pairs: &[Pair]) {
        for pair in pairs {
            self.inside(name, |writer| {
                writer.element("valueName", &pair.name);
                writer.element("value", &pair.value);
            });
        }
    }

    fn info(&mut self, info: &Info) {
        self.maybe("language", info.language.as_deref());
        info.categories.iter().for_each(|category| self.element("category", category.word()));
        self.element("event", &info.event);
        info.responses.iter().for_each(|response| self.element("responseType", response.word()));
        self.element("urgency", info.urgency.word());
        self.element("severity", info.severity.word());
        self.element("certainty", info.certainty.word());
        self.maybe("audience", info.audience.as_deref());
        self.pairs("eventCode", &info.event_codes);
        let dates = [("effective", info.effective), ("onset", info.onset), ("expires", info.expires)];
        for (name, moment) in dates {
            self.maybe(name, moment.map(|moment| moment.to_string()).as_deref());
        }
        self.maybe("senderName", info.sender_name.as_deref());
        self.maybe("headline", info.headline.as_deref());
        self.maybe("description", info.description.as_deref());
        self.maybe("instruction", info.instruction.as_deref());
        self.maybe("web", info.web.as_deref());
        self.maybe("contact", info.contact.as_deref());
        self.pairs("parameter", &info.parameters);
        info.resources
            .iter()
            .for_each(|resource| self.inside("resource", |writer| writer.resource(resource)));
        info.areas.iter().for_each(|area| self.inside("area", |writer| writer.area(area)));
    }

    fn resource(&mut self, resource: &Resource) {
        self.element("resourceDesc", &resource.description);
        self.maybe("mimeType", resource.mime_type.as_deref());
        self.maybe("size", resource.size.map(|size| size.to_string()).as_deref());
        self.maybe("uri", resource.uri.as_deref());
        self.maybe("derefUri", resource.deref_uri.as_deref());
        self.maybe("digest", resource.digest.as_deref());
    }

    fn area(&mut self, area: &CapArea) {
        self.element("areaDesc", &area.description);
        for ring in &area.polygons {
            let pairs: Vec<String> = ring.iter().map(|&place| scalar::write_pair(place)).collect();
            self.element("polygon", &pairs.join(" "));
        }
        for circle in &area.circles {
            let radius = scalar::write_decimal(circle.radius_mm.min(i64::MAX as u64) as i64, 6);
            self.element("circle", &format!("{} {radius}", scalar::write_pair(circle.middle)));
        }
        self.pairs("geocode", &area.geocodes);
        let feet = |milli: Option<i64>| milli.map(|milli| scalar::write_decimal(milli, 3));
        self.maybe("altitude", feet(area.altitude_milli_ft).as_deref());
        self.maybe("ceiling", feet(area.ceiling_milli_ft).as_deref());
    }
}

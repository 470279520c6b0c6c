//! What can be sent, as a list to choose from: no officer writes a sentence at night.

use hinan_cap::message::{Category, Certainty, ResponseType, Severity, Urgency};
use hinan_model::{Hazard, Stage};
use hinan_texts::alert::{Kind, pair};

/// A template: its texts are `hinan-texts`', its codes for CAP this table's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Template {
    /// The danger.
    pub hazard: Hazard,
    /// How near; of what calls back or ends, the stage of the alert that it is about.
    pub stage: Stage,
    /// What it does.
    pub kind: Kind,
}

impl Template {
    /// The template of a first alert.
    ///
    /// # Errors
    /// There is none for that hazard and stage, and why.
    pub fn alert(hazard: Hazard, stage: Stage) -> Result<Template, hinan_texts::alert::NoSuchPair> {
        pair(hazard, stage).map(|()| Template { hazard, stage, kind: Kind::Alert })
    }

    /// The same hazard and stage with another kind.
    #[must_use]
    pub fn with_kind(self, kind: Kind) -> Template {
        Template { kind, ..self }
    }

    /// The name in statements, arming orders and on the command line: `air-raid.take-cover`;
    /// `air-raid.take-cover.cancel-error` for other kinds. First alerts and updates share one, so that
    /// an arming order need not name both.
    pub fn id(self) -> String {
        match self.kind {
            Kind::Alert | Kind::Update => format!("{}.{}", self.hazard, self.stage),
            kind => format!("{}.{}.{}", self.hazard, self.stage, kind.name()),
        }
    }

    /// The template of an id. That of an alert and of its update is one: it comes back as an alert.
    pub fn find(id: &str) -> Option<Template> {
        let mut parts = id.split('.');
        let hazard = parts.next()?.parse().ok()?;
        let stage = parts.next()?.parse().ok()?;
        let kind = match parts.next() {
            None => Kind::Alert,
            Some(name) => Kind::ALL.into_iter().find(|kind| kind.name() == name && !kind.warns())?,
        };
        let template = Template { hazard, stage, kind };
        (pair(hazard, stage).is_ok() && template.id() == id).then_some(template)
    }

    /// Every template of a first alert, in the order of the design.
    pub fn all() -> impl Iterator<Item = Template> {
        hinan_texts::alert::pairs().map(|(hazard, stage)| Template { hazard, stage, kind: Kind::Alert })
    }

    /// The category of CAP.
    pub const fn category(self) -> Category {
        match self.hazard {
            Hazard::AirRaid => Category::Security,
            Hazard::Earthquake | Hazard::Tsunami | Hazard::Landslide | Hazard::Volcano => Category::Geo,
            Hazard::Flood | Hazard::StormSurge => Category::Met,
            Hazard::Fire => Category::Fire,
            Hazard::Radiological | Hazard::Chemical => Category::Cbrne,
        }
    }

    /// What people are to do, in the words of CAP.
    pub const fn response(self) -> ResponseType {
        match self.kind {
            Kind::Clear => ResponseType::AllClear,
            Kind::CancelError | Kind::CancelWithdrawn | Kind::Hold | Kind::Lapsed => ResponseType::Monitor,
            Kind::Alert | Kind::Update => match (self.hazard, self.stage) {
                // Aftershocks: out of cracked buildings and away from walls.
                (Hazard::Earthquake, Stage::Prepare) => ResponseType::Avoid,
                (_, Stage::Prepare | Stage::Clear) => ResponseType::Prepare,
                (Hazard::AirRaid | Hazard::Earthquake | Hazard::Radiological | Hazard::Chemical, _) => {
                    ResponseType::Shelter
                }
                _ => ResponseType::Evacuate,
            },
        }
    }

    /// How soon, how grave, how sure.
    pub const fn grade(self) -> (Urgency, Severity, Certainty) {
        match (self.kind, self.stage) {
            (Kind::Alert | Kind::Update, Stage::TakeCover) => {
                (Urgency::Immediate, Severity::Extreme, Certainty::Observed)
            }
            (Kind::Alert | Kind::Update, Stage::Expect) => {
                (Urgency::Expected, Severity::Extreme, Certainty::Likely)
            }
            (Kind::Alert | Kind::Update, Stage::Prepare | Stage::Clear) => {
                (Urgency::Future, Severity::Severe, Certainty::Possible)
            }
            // Nobody knows any longer: said as such, never as little.
            (Kind::Hold | Kind::Lapsed, _) => (Urgency::Unknown, Severity::Unknown, Certainty::Unknown),
            (Kind::CancelError | Kind::CancelWithdrawn | Kind::Clear, _) => {
                (Urgency::Past, Severity::Minor, Certainty::Unlikely)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_read_back_from_their_ids() {
        assert_eq!(Template::all().count(), 28);
        for alert in Template::all() {
            for kind in Kind::ALL {
                let template = alert.with_kind(kind);
                let found = Template::find(&template.id()).unwrap();
                let read_as = if kind == Kind::Update { Kind::Alert } else { kind };
                assert_eq!(found, template.with_kind(read_as));
            }
        }
        for wrong in [
            "",
            "air-raid",
            "air-raid.clear",
            "earthquake.expect",
            "air-raid.take-cover.alert",
            "Fire.prepare",
        ] {
            assert_eq!(Template::find(wrong), None, "{wrong}");
        }
    }
}

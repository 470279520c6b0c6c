//! The answer of `route` as a person reads it.

use hinan_city::Route;
use hinan_city::route::{Plan, PlanZero, Start};
use hinan_model::shelter::{Access, Standing};
use hinan_model::{Ds, Inside, Place};
use hinan_texts::Texts;

use crate::tell::{plain, right, wrap};

/// Lines are no longer than this.
pub const WIDTH: usize = 96;

/// A route and the language in which it is told.
pub struct Told<'a> {
    /// The route.
    pub route: &'a Route<'a>,
    /// The language.
    pub texts: &'static Texts,
}

impl Told<'_> {
    /// Plan 0, as a line before the other plans; empty where nothing is to be said of it.
    pub fn zero(&self) -> String {
        let zero = &self.route.plan_0;
        let Some(mut words) = self.zero_in_words(zero) else { return String::new() };
        if let (Some(answer), Some(total), Some(budget)) = (zero.answer, zero.total_ds, &self.route.budget) {
            words = self.answer_of(words, &self.texts.in_time(answer, total, budget.time_ds));
        }
        wrap("  0  ", &words, WIDTH) + "\n"
    }

    fn zero_in_words(&self, zero: &PlanZero<'_>) -> Option<String> {
        let texts = self.texts;
        match (zero.inside, zero.record) {
            (Inside::Known, Some(shelter)) => {
                let mut name = plain(shelter.title(), 60);
                if let Some(remark) = &zero.remark {
                    name = self.with_remark(name, remark);
                }
                if shelter.access == Access::Private {
                    name = self.with_remark(name, &texts.word("not-offered-private"));
                }
                Some(texts.get("zero-shelter", &[("name", name.into())]))
            }
            (Inside::Known, None) => Some(texts.word("zero-building")),
            (Inside::Unknown, _) if self.route.budget.is_some() && zero.may_be_unstated => {
                Some(texts.word("zero-unknown"))
            }
            _ => None,
        }
    }

    /// One line a plan.
    pub fn short(&self) -> String {
        let mut text = String::new();
        for plan in &self.route.plans {
            let minutes = right(&self.texts.minutes(plan.facts.time_ds), 7);
            let length = right(&plan.length_mm.map_or_else(String::new, |mm| self.texts.length(mm)), 7);
            let mut words = self.texts.title(plan.record);
            if let Some(remark) = &plan.facts.remark {
                words = self.with_remark(words, remark);
            }
            words = match plan.facts.access {
                Access::Private => self.with_remark(words, &self.texts.word("not-offered-private")),
                Access::Key => self.with_remark(words, &self.texts.word("access-key")),
                Access::Public | Access::Unknown => words,
            };
            if let Some((_, answer)) = self.judged(plan) {
                words = self.answer_of(words, &answer);
            }
            text += &wrap(&format!("  {}  {minutes}  {length}  ", plan.facts.plan), &words, WIDTH);
            text.push('\n');
        }
        text
    }

    /// One plan with everything that is known of the shelter, and the way.
    pub fn full(&self, plan: &Plan<'_>) -> String {
        let mut text = self.heading(plan) + "\n";
        let mut line = |lead: &str, words: &str| {
            text += &wrap(lead, words, WIDTH);
            text.push('\n');
        };
        if let Some(remark) = &plan.facts.remark {
            let id = if plan.facts.standing == Standing::Candidate { "plan-note-unfit" } else { "plan-note" };
            line("  ", &self.texts.get(id, &[("remark", remark.as_str().into())]));
        }
        if let (Some((needed, answer)), Some(budget)) = (self.judged(plan), &self.route.budget) {
            let arguments = [
                ("needed", self.texts.time(needed).into()),
                ("left", self.texts.time(whole_seconds(budget.time_ds)).into()),
                ("answer", answer.into()),
            ];
            line("  ", &self.texts.get("answer-needed", &arguments));
        }
        line("  ", &self.texts.facts(plan.record));
        for (number, step) in (1..).zip(&plan.facts.way) {
            line(&format!("  {number:>2}. "), step);
        }
        let source = self.texts.source(plan.list, plan.facts.checked);
        line("  ", &self.texts.get("plan-source", &[("source", source.into())]));
        text
    }

    fn heading(&self, plan: &Plan<'_>) -> String {
        let mut arguments = vec![
            ("letter", plan.facts.plan.to_string().into()),
            ("title", self.texts.title(plan.record).into()),
            ("minutes", self.texts.minutes(plan.facts.time_ds).into()),
        ];
        match plan.length_mm {
            Some(mm) => {
                arguments.push(("length", self.texts.length(mm).into()));
                self.texts.get("plan-title-length", &arguments)
            }
            None => self.texts.get("plan-title", &arguments),
        }
    }

    /// All the time that a plan needs, and what that comes to.
    fn judged(&self, plan: &Plan<'_>) -> Option<(Ds, String)> {
        let (total, left) = (plan.facts.total_ds?, self.route.budget?.time_ds);
        Some((total, self.texts.in_time(plan.facts.answer?, total, left)))
    }

    fn with_remark(&self, title: String, remark: &str) -> String {
        self.texts.get("plan-remark", &[("title", title.into()), ("remark", remark.into())])
    }

    fn answer_of(&self, what: String, answer: &str) -> String {
        self.texts.get("answer-of", &[("what", what.into()), ("answer", answer.into())])
    }

    /// `60.17033,24.94101, 12 m from Kaivokatu`.
    pub fn start(&self) -> String {
        start_in_words(&self.route.from, self.texts)
    }
}

fn start_in_words(start: &Start, texts: &Texts) -> String {
    let place =
        start.place.map_or_else(|| texts.get("start-node", &[("node", plain(&start.node, 60).into())]), at);
    let street = start.street.as_deref().map(|name| plain(name, 60));
    match (start.place, street) {
        (Some(_), street) if start.off_mm > 0 => {
            let street = street.unwrap_or_else(|| texts.word("start-unnamed"));
            let length = texts.length(u64::from(start.off_mm));
            let arguments = [("place", place.into()), ("length", length.into()), ("street", street.into())];
            texts.get("start-off", &arguments)
        }
        (Some(_), Some(street)) => {
            texts.get("start-on", &[("place", place.into()), ("street", street.into())])
        }
        _ => place,
    }
}

/// Rounded down: nobody must think that there is more.
fn whole_seconds(time: Ds) -> Ds {
    Ds(time.0 / 10 * 10)
}

/// A place as `lat,lon` with five decimals: about a metre, what a person would copy.
pub fn at(place: Place) -> String {
    format!("{:.5},{:.5}", place.lat(), place.lon())
}

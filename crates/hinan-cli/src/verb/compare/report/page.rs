//! The report as a page: one file that asks for nothing else.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hinan_plan::Fate;
use hinan_server::answers::coverage::is_guess;
use hinan_texts::Texts;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::cited::{Cited, step};
use super::{Asked, Candidates, Part, ReportArgs, Side, pictures};
use crate::tell::plain;
use crate::verb::coverage::pictures::curve;
use hinan_server::answers::places::Each;

/// Rows of the table of the dearest shelters.
const DEAREST: usize = 10;
const STYLE: &str = include_str!("style.css");
/// The page may show what it carries, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Everything that the page is made from.
pub struct Page<'a> {
    pub args: &'a ReportArgs,
    pub asked: &'a Asked<'a>,
    pub sides: &'a [Side<'a>; 2],
    pub texts: &'static Texts,
}

impl Page<'_> {
    /// The page.
    pub fn html(&self) -> Markup {
        let title = self.texts.get("report-title", &[("a", self.name(0).into()), ("b", self.name(1).into())]);
        let case = self.sides[0].runs.first().map(|run| run.told(self.texts)).unwrap_or_default();
        html! {
            (DOCTYPE)
            html lang=(self.texts.language().code()) dir="ltr" {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    title { (title) }
                    style { (PreEscaped(STYLE)) }
                }
                body {
                    header {
                        h1 { (title) }
                        p { (self.texts.get("report-case", &[("case", case.into())])) }
                    }
                    main {
                        (self.read_first())
                        (self.brief())
                        (self.reach())
                        (self.places())
                        (self.doors())
                        (self.sites())
                        (self.check())
                    }
                }
            }
        }
    }

    fn word(&self, id: &str) -> String {
        self.texts.word(id)
    }

    fn name(&self, side: usize) -> &str {
        self.sides[side].name
    }

    /// What must be known before any number is believed.
    fn read_first(&self) -> Markup {
        let mut said: Vec<String> = Vec::new();
        for side in self.sides {
            let place = || ("place", side.name.into());
            let warnings = side.notices.warnings.iter();
            said.extend(warnings.map(|warning| format!("{}: {warning}", side.name)));
            let counts = side.region.meta().counts;
            if counts.people_outside + counts.people_far > counts.people / 10 {
                said.push(self.texts.get("report-many-elsewhere", &[place()]));
            }
            if is_guess(side.region) {
                said.push(self.texts.get("report-guess", &[place()]));
            } else if counts.people == 0 {
                said.push(self.texts.get("report-nobody", &[place()]));
            }
        }
        said.push(match self.args.places_each {
            None => self.word("report-unknown-places"),
            Some(Each::Hash) => self.word("report-invented"),
            Some(Each::Number(places)) => {
                self.texts.get("report-assumed", &[("places", u64::from(places).into())])
            }
        });
        html! {
            section .warning aria-labelledby="first" {
                h2 #first { (self.word("report-read-first")) }
                ul { @for line in &said { li { (line) } } }
            }
        }
    }

    fn brief(&self) -> Markup {
        let share = |cited: Option<&Cited>, part: &str| match cited {
            Some(cited) => cited.share(part, "/people"),
            None => html! { "–" },
        };
        html! {
            section aria-labelledby="brief" {
                h2 #brief { (self.word("report-brief")) }
                div .sides {
                    @for side in self.sides {
                        div .brief {
                            h3 { bdi { (side.name) } }
                            dl {
                                div { dt { (self.word("report-brief-reach")) } dd { (side.coverage.share(IN_TIME, TOTAL)) } }
                                div { dt { (self.word("report-brief-placed")) } dd { (share(answer(&side.places), "/placed")) } }
                                div { dt { (self.word("report-brief-sites")) } dd { (share(answer(&side.sites), "/value")) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn reach(&self) -> Markup {
        let of = |field: &'static str| move |cited: &Cited| cited.count(field);
        let time = |field: &'static str| move |cited: &Cited| cited.time(field);
        let fate = |fate: Fate| {
            let field = format!("/cases/0/all/by_fate/{}", fate.name());
            move |cited: &Cited| cited.count(&field)
        };
        let unknown = |cited: &Cited| {
            html! {
                (cited.count("/cases/0/all/by_fate/unknown")) " + " (cited.count("/cases/0/all/by_fate/no-street"))
            }
        };
        let cited = self.sides.each_ref().map(|side| Some(&side.coverage));
        let rows = [
            self.row("report-people", cited, of(TOTAL)),
            self.row("report-beyond", cited, of("/people/outside_of_extract")),
            self.row("report-far", cited, of("/people/far_from_any_doorstep")),
            self.row("report-there-is", cited, |cited| {
                let [least, most] = ["/cases/0/least_budget_ds", "/cases/0/most_budget_ds"];
                let same = cited.json.pointer(least) == cited.json.pointer(most);
                html! { (cited.time(least)) @if !same { "–" (cited.time(most)) } }
            }),
            self.row("report-start", cited, time("/cases/0/start_ds")),
            self.row("report-in-time", cited, |cited| {
                html! { strong { (cited.count(IN_TIME)) } " (" (cited.share(IN_TIME, TOTAL)) ")" }
            }),
            self.row("report-inside", cited, fate(Fate::Inside)),
            self.row("report-outside", cited, fate(Fate::OnlyIfAlreadyOutside)),
            self.row("report-late", cited, fate(Fate::Late)),
            self.row("report-no-way", cited, fate(Fate::OutOfReach)),
            self.row("report-unknown", cited, unknown),
            self.row("report-median", cited, time("/cases/0/all/median_ds")),
            self.row("report-worst", cited, time("/cases/0/all/worst_ds")),
            self.row("report-shelters", cited, of("/cases/0/shelters")),
            self.row("report-offered", cited, of("/cases/0/shelters_offered")),
        ];
        let both: Vec<_> = self.sides.iter().filter_map(|side| side.runs.first()).collect();
        let plot = curve(&both, &format!("{} | {}", self.name(0), self.name(1)), &self.sides[0].notices);
        html! {
            section aria-labelledby="reach" {
                h2 #reach { (self.word("report-reach")) }
                p { (self.word("report-reach-what")) }
                (self.table(&rows, cited))
                (self.figure(Some(plot), &self.word("report-reach"), "plot"))
                div .sides {
                    @for side in self.sides {
                        @let drawn = side.runs.first().and_then(|run| pictures::reach(run, self.asked.districts.0, &side.notices));
                        (self.figure(drawn, &format!("{}: {}", side.name, self.word("report-reach")), "map"))
                    }
                }
                (self.cases())
                (self.districts())
            }
        }
    }

    /// Who is in time in all other cases.
    fn cases(&self) -> Markup {
        let names: Vec<String> = self.sides[0].runs.iter().map(|run| run.told(self.texts)).collect();
        let cell = |side: &Side<'_>, case: usize| {
            let field = |field: &str| format!("/cases/{case}/all/{field}");
            html! {
                td { (side.coverage.count(&field("in_time"))) }
                td { (side.coverage.share(&field("in_time"), &field("total"))) }
            }
        };
        html! {
            @if names.len() > 1 {
                h3 { (self.word("report-cases")) }
                table {
                    thead {
                        tr {
                            th scope="col" {}
                            @for side in self.sides { th scope="col" colspan="2" { bdi { (side.name) } } }
                        }
                    }
                    tbody {
                        @for (case, name) in names.iter().enumerate() {
                            tr { th scope="row" { (name) } @for side in self.sides { (cell(side, case)) } }
                        }
                    }
                }
                (self.from(self.sides.iter().map(|side| &side.coverage)))
            }
        }
    }

    fn districts(&self) -> Markup {
        let cell = |side: &Side<'_>, at: usize| {
            let field = |field: &str| format!("/cases/0/districts/{at}/tally/{field}");
            let (in_time, total) = (field("in_time"), field("total"));
            html! {
                td { (side.coverage.count(&in_time)) " / " (side.coverage.count(&total)) }
                td { (side.coverage.share(&in_time, &total)) }
            }
        };
        html! {
            @if !self.asked.districts.0.is_empty() {
                h3 { (self.word("report-districts")) }
                table {
                    thead {
                        tr {
                            th scope="col" { (self.word("coverage-district")) }
                            @for side in self.sides { th scope="col" colspan="2" { bdi { (side.name) } } }
                        }
                    }
                    tbody {
                        @for (at, district) in self.asked.districts.0.iter().enumerate() {
                            tr {
                                th scope="row" { bdi { (plain(&district.name, 80)) } }
                                @for side in self.sides { (cell(side, at)) }
                            }
                        }
                    }
                }
                (self.from(self.sides.iter().map(|side| &side.coverage)))
            }
        }
    }

    fn places(&self) -> Markup {
        let cited = self.sides.each_ref().map(|side| answer(&side.places));
        let count = |field: &'static str| move |cited: &Cited| cited.count(field);
        let time = |field: &'static str| move |cited: &Cited| cited.time(field);
        let rows = [
            self.row("report-people", cited, count("/people")),
            self.row("report-walk", cited, time("/within_ds")),
            self.row("report-places-all", cited, count("/places")),
            self.row("report-placed", cited, |cited| {
                html! { strong { (cited.count("/placed")) } " (" (cited.share("/placed", "/people")) ")" }
            }),
            self.row("report-left", cited, count("/left_without_shelter")),
            self.row("report-mean", cited, time("/mean_ds")),
            self.row("report-longest", cited, time("/worst_ds")),
            self.row("report-proven", cited, |cited| cited.is_so("/optimal")),
        ];
        html! {
            section aria-labelledby="places" {
                h2 #places { (self.word("report-places")) }
                p { (self.word("report-places-what")) }
                (self.missing(|side| side.places.as_ref().err()))
                (self.table(&rows, cited))
                div .sides {
                    @for side in self.sides {
                        div {
                            @let drawn = pictures::of(&side.places, |_, solved| pictures::places(solved, &side.notices));
                            (self.figure(drawn, &format!("{}: {}", side.name, self.word("report-places")), "map"))
                            @if let Some(cited) = answer(&side.places) { (self.dearest(side, cited)) }
                        }
                    }
                }
            }
        }
    }

    /// The shelters with the highest prices.
    fn dearest(&self, side: &Side<'_>, cited: &Cited) -> Markup {
        let prices = cited.json.pointer("/prices").and_then(|prices| prices.as_object());
        let mut prices: Vec<(u64, &str)> = prices
            .into_iter()
            .flatten()
            .filter_map(|(id, price)| Some((price.as_u64().filter(|price| *price > 0)?, id.as_str())))
            .collect();
        prices.sort_by_key(|&(price, id)| (core::cmp::Reverse(price), id));
        html! {
            @if !prices.is_empty() {
                h3 { bdi { (side.name) } ": " (self.word("report-dear")) }
                table {
                    thead { (self.head(&["report-shelter", "report-load", "report-price"])) }
                    tbody {
                        @for (_, id) in prices.iter().take(DEAREST) {
                            tr {
                                th scope="row" { bdi { (side.title(id)) } }
                                td { (cited.count(&format!("/loads/{}", step(id)))) }
                                td { (cited.price(&format!("/prices/{}", step(id)))) }
                            }
                        }
                    }
                }
                (self.from([cited]))
            }
        }
    }

    fn doors(&self) -> Markup {
        let shown = self.args.top as usize;
        html! {
            section aria-labelledby="doors" {
                h2 #doors { (self.word("report-doors")) }
                p { (self.word("report-doors-what")) }
                (self.missing(|side| side.doors.as_ref().err()))
                div .sides {
                    @for side in self.sides {
                        div {
                            @let draw = |cited: &Cited, city: &_| pictures::doors(cited, city, &side.notices, shown);
                            (self.figure(
                                pictures::of(&side.doors, draw),
                                &format!("{}: {}", side.name, self.word("report-doors")),
                                "map",
                            ))
                            @if let Some(cited) = answer(&side.doors) { (self.ranking(side, cited)) }
                        }
                    }
                }
            }
        }
    }

    /// The worst doors, pairs and streets of a city.
    fn ranking(&self, side: &Side<'_>, cited: &Cited) -> Markup {
        let doors = cited.length("/doors").min(self.args.top as usize);
        let name = |at: usize, field: &str| plain(cited.text(&format!("/doors/{at}/{field}")), 60);
        html! {
            h3 { bdi { (side.name) } ": " (self.word("report-doors")) }
            table {
                thead {
                    (self.head(&["report-number", "report-shelter", "report-lose", "report-longer", "report-more-left"]))
                }
                tbody {
                    @for at in 0..doors {
                        tr {
                            td { (at + 1) }
                            th scope="row" { bdi { (name(at, "name")) } }
                            td { (cited.count(&format!("/doors/{at}/lose"))) }
                            td { (cited.count(&format!("/doors/{at}/longer"))) }
                            td { (cited.count(&format!("/doors/{at}/with_places/more_without"))) }
                        }
                    }
                }
            }
            @if cited.length("/pairs") > 0 {
                h3 { bdi { (side.name) } ": " (self.word("report-pairs")) }
                table {
                    thead { (self.head(&["report-shelter", "report-together", "report-more-than-apart"])) }
                    tbody {
                        @for at in 0..cited.length("/pairs") {
                            tr {
                                th scope="row" {
                                    bdi { (side.title(cited.text(&format!("/pairs/{at}/shelters/0")))) } " + "
                                    bdi { (side.title(cited.text(&format!("/pairs/{at}/shelters/1")))) }
                                }
                                td { (cited.count(&format!("/pairs/{at}/lose"))) }
                                td { (cited.count(&format!("/pairs/{at}/lose_more_than_apart"))) }
                            }
                        }
                    }
                }
            }
            @let streets = "/closed_streets/streets";
            @if cited.length(streets) > 0 {
                h3 { bdi { (side.name) } ": " (self.word("report-streets")) }
                table {
                    thead { (self.head(&["report-street", "report-walk-here", "report-lose", "report-longer"])) }
                    tbody {
                        @for at in 0..cited.length(streets) {
                            @let way = cited.json.pointer(&format!("{streets}/{at}/way")).map(ToString::to_string);
                            tr {
                                th scope="row" {
                                    bdi { (plain(cited.text(&format!("{streets}/{at}/name")), 50)) }
                                    " " small dir="ltr" { "way/" (way.unwrap_or_default()) }
                                }
                                td { (cited.count(&format!("{streets}/{at}/walk_here"))) }
                                td { (cited.count(&format!("{streets}/{at}/lose"))) }
                                td { (cited.count(&format!("{streets}/{at}/longer"))) }
                            }
                        }
                    }
                }
            }
            (self.from([cited]))
        }
    }

    fn sites(&self) -> Markup {
        let cited = self.sides.each_ref().map(|side| answer(&side.sites));
        let count = |field: &'static str| move |cited: &Cited| cited.count(field);
        let with_share = |field: &'static str| move |cited: &Cited| html! { (cited.count(field)) " (" (cited.share(field, "/people")) ")" };
        let rows = [
            self.row("report-now", cited, with_share("/value_now")),
            self.row("report-new", cited, with_share("/value")),
            self.row("report-bound", cited, with_share("/bound")),
            self.row("report-proven", cited, |cited| cited.is_so("/optimal")),
            self.row("report-candidates", cited, count("/candidates")),
        ];
        let what = match self.args.candidates {
            Candidates::Nodes => "report-sites-what",
            Candidates::Osm => "report-sites-what-osm",
        };
        html! {
            section aria-labelledby="sites" {
                h2 #sites { (self.word("report-sites")) }
                p { (self.word(what)) }
                (self.missing(|side| side.sites.as_ref().err()))
                (self.table(&rows, cited))
                (self.figure(pictures::site_curves(self.sides), &self.word("report-sites-curve"), "plot"))
                div .sides {
                    @for side in self.sides {
                        div {
                            @let drawn = pictures::of(&side.sites, |_, sites| pictures::sites(sites, &side.notices));
                            (self.figure(drawn, &format!("{}: {}", side.name, self.word("report-sites")), "map"))
                            @if let Some(cited) = answer(&side.sites) { (self.chosen(side, cited)) }
                        }
                    }
                }
            }
        }
    }

    fn chosen(&self, side: &Side<'_>, cited: &Cited) -> Markup {
        let degrees = |at: usize, field: &str| {
            cited.json.pointer(&format!("/sites/{at}/{field}")).and_then(|value| value.as_f64())
        };
        html! {
            h3 { bdi { (side.name) } ": " (self.word("report-sites")) }
            table {
                thead { (self.head(&["report-number", "report-site", "report-adds"])) }
                tbody {
                    @for at in 0..cited.length("/sites") {
                        tr {
                            td { (at + 1) }
                            th scope="row" {
                                bdi { (plain(cited.text(&format!("/sites/{at}/name")), 50)) } " "
                                @if let Some((lat, lon)) = degrees(at, "lat").zip(degrees(at, "lon")) {
                                    small dir="ltr" { (format!("{lat:.5}, {lon:.5}")) }
                                } @else {
                                    small { (plain(cited.text(&format!("/sites/{at}/node")), 40)) }
                                }
                            }
                            td { (cited.count(&format!("/sites/{at}/adds"))) }
                        }
                    }
                }
            }
            (self.from([cited]))
        }
    }

    fn check(&self) -> Markup {
        let commands = || self.sides.iter().flat_map(Side::cited);
        let remarks: Vec<(&Side<'_>, &str)> = self
            .sides
            .iter()
            .flat_map(|side| {
                let fields = ["/remarks", "/with_places/remarks"];
                let of = |cited: &'static str| side.cited().flat_map(move |answer| answer.texts_of(cited));
                let mut said: Vec<&str> = fields.into_iter().flat_map(of).collect();
                said.sort_unstable();
                said.dedup();
                said.into_iter().map(move |remark| (side, remark))
            })
            .collect();
        let mut sources: Vec<&String> =
            self.sides.iter().flat_map(|side| &side.notices.attribution).collect();
        sources.sort_unstable();
        sources.dedup();
        html! {
            section aria-labelledby="check" {
                h2 #check { (self.word("report-check")) }
                p { (self.word("report-check-what")) }
                dl .commands {
                    @for cited in commands() {
                        div {
                            dt id=(cited.label()) { (cited.label()) }
                            dd { code dir="ltr" data-command=(cited.label()) { (cited.typed()) } }
                        }
                    }
                }
                @if !remarks.is_empty() {
                    h3 { (self.word("report-remarks")) }
                    ul lang="en" { @for (side, remark) in &remarks { li { bdi { (side.name) } ": " (remark) } } }
                }
                h3 { (self.word("report-sources")) }
                ul .credits { @for source in &sources { li { (source) } } }
            }
        }
    }

    /// A row of a table of both cities: what it is, and a number of each that has an answer.
    fn row(&self, id: &str, cited: [Option<&Cited>; 2], cell: impl Fn(&Cited) -> Markup) -> Markup {
        html! {
            tr {
                th scope="row" { (self.word(id)) }
                @for cited in cited { td { @if let Some(cited) = cited { (cell(cited)) } @else { "–" } } }
            }
        }
    }

    /// A table of both cities, and where its numbers come from.
    fn table(&self, rows: &[Markup], cited: [Option<&Cited>; 2]) -> Markup {
        html! {
            table {
                thead {
                    tr { th scope="col" {} @for side in self.sides { th scope="col" { bdi { (side.name) } } } }
                }
                tbody { @for row in rows { (row) } }
            }
            (self.from(cited.into_iter().flatten()))
        }
    }

    fn head(&self, ids: &[&str]) -> Markup {
        const NAMES: [&str; 3] = ["report-shelter", "report-street", "report-site"];
        html! { tr { @for id in ids { th .name[NAMES.contains(id)] scope="col" { (self.word(id)) } } } }
    }

    /// Which commands the numbers above come from.
    fn from<'c>(&self, cited: impl IntoIterator<Item = &'c Cited>) -> Markup {
        let commands = self.texts.list(cited.into_iter().map(|cited| cited.label().to_owned()));
        html! {
            p .from {
                a href="#check" { (self.texts.get("report-from", &[("commands", commands.into())])) }
            }
        }
    }

    /// Why a city has no answer.
    fn missing<'s>(&'s self, why: impl Fn(&'s Side<'s>) -> Option<&'s String>) -> Markup {
        html! {
            @for side in self.sides {
                @if let Some(why) = why(side) {
                    p .missing {
                        (self.texts.get("report-no-answer", &[("place", side.name.into()), ("why", why.as_str().into())]))
                    }
                }
            }
        }
    }

    /// A picture that the page carries within itself.
    fn figure(&self, svg: Option<String>, what: &str, kind: &str) -> Markup {
        html! {
            @if let Some(svg) = svg {
                figure .(kind) {
                    img src=(format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))) alt=(what);
                }
            }
        }
    }
}

const IN_TIME: &str = "/cases/0/all/in_time";
const TOTAL: &str = "/cases/0/all/total";

fn answer<T>(part: &Part<T>) -> Option<&Cited> {
    part.as_ref().ok().map(|(cited, _)| cited)
}

impl Side<'_> {
    /// What people call a shelter.
    fn title(&self, id: &str) -> String {
        let found = self.region.shelters().iter().find(|shelter| shelter.id == id);
        plain(found.map_or(id, |shelter| shelter.title()), 60)
    }

    /// All its answers, in the order of their labels.
    fn cited(&self) -> impl Iterator<Item = &Cited> {
        let rest = [answer(&self.places), answer(&self.doors), answer(&self.sites)];
        core::iter::once(&self.coverage).chain(rest.into_iter().flatten())
    }
}

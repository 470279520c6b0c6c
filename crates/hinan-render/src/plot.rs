//! Plots as SVG: curves and bars, 800 by 500.
//!
//! Colours are those of Okabe and Ito (*Color Universal Design*, 2008), which people with any kind
//! of colour vision tell apart; lines differ in their dashes too and bars in their hatching, so that
//! a plot survives a black-and-white printer. A plot grows beyond 500 where titles, legends or notes
//! need room: nothing is ever drawn over something else.

use crate::svg::{Anchor, INK, Short, Style, Svg, grouped, polyline, text_width, wrap};

const WIDTH: f64 = 800.0;
const HEIGHT: f64 = 500.0;
/// Free space at the edges.
const MARGIN: f64 = 20.0;
/// The plot itself is never lower than this.
const LEAST_PLOT: f64 = 240.0;

const TITLE: Style = Style::of(18.0).bold();
const SUBTITLE: Style = Style::of(13.0).grey();
const LABEL: Style = Style::of(12.0);
const TICK: Style = Style::of(11.5);
const NUMBER: Style = Style::of(10.5);
const NOTE: Style = Style::of(10.5).grey();

/// Colours by Okabe and Ito, those that show on white, and dashes.
const LINES: [(&str, &str); 6] = [
    ("#0072b2", ""),
    ("#d55e00", "9 4"),
    ("#009e73", "2 3"),
    ("#000000", "12 3 2 3"),
    ("#cc79a7", "5 2"),
    ("#e69f00", "14 5"),
];

/// People by the minutes that they need: one curve a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CurvePlot {
    /// What it shows.
    pub title: String,
    /// A second, smaller line; may be empty.
    pub subtitle: String,
    /// What the numbers across are: "minutes from the alert to the shelter".
    pub across: String,
    /// What the numbers up are: "people".
    pub up: String,
    /// The curves, first the most important.
    pub curves: Vec<Curve>,
    /// The time that there is, as a line from top to bottom.
    pub budget: Option<Budget>,
    /// Everybody, where all curves share that number: the axis goes up to it, and the share is told
    /// on the right.
    pub total: Option<f64>,
    /// Where the numbers come from, warnings: one line each, below.
    pub notes: Vec<String>,
}

/// One curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// Its name in the legend.
    pub name: String,
    /// (across, up), with growing numbers across. Behind its last point a curve stays level: nobody
    /// is added any more.
    pub points: Vec<(f64, f64)>,
}

/// A time limit in a plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Budget {
    /// Where it is across.
    pub at: f64,
    /// What it is: "2 min (air raid, assumed)".
    pub name: String,
}

/// Numbers by band: one bar a band, or several side by side where there are several series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarPlot {
    /// What it shows.
    pub title: String,
    /// A second, smaller line; may be empty.
    pub subtitle: String,
    /// What the bands are.
    pub across: String,
    /// What the numbers are.
    pub up: String,
    /// The names of the bands.
    pub bands: Vec<String>,
    /// The series.
    pub series: Vec<Series>,
    /// Where the numbers come from, warnings: one line each, below.
    pub notes: Vec<String>,
}

/// One number a band.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Its name in the legend.
    pub name: String,
    /// The numbers, in the order of the bands; a missing one counts as nothing.
    pub values: Vec<f64>,
}

impl Curve {
    /// A curve of numbers at 0, 1, 2, ... steps of `step` each: `Curve::of_steps("older", 1.0 / 6.0,
    /// &coverage.curve)` is in minutes.
    pub fn of_steps(name: &str, step: f64, numbers: &[u64]) -> Curve {
        let points = numbers.iter().enumerate().map(|(index, &up)| (index as f64 * step, up as f64));
        Curve { name: name.to_owned(), points: points.collect() }
    }
}

impl CurvePlot {
    /// The plot as an SVG document.
    pub fn svg(&self) -> String {
        let across = self.range_across();
        let most_up = self.points().map(|(_, up)| up).chain(self.total).fold(0.0, f64::max);
        let up = Scale::up(most_up);
        let legend: Vec<Key<'_>> = (0..)
            .zip(&self.curves)
            .map(|(index, curve)| Key { name: &curve.name, sample: Sample::Line(line_style(index)) })
            .collect();
        let texts = Texts {
            title: &self.title,
            subtitle: &self.subtitle,
            across: &self.across,
            up: &self.up,
            notes: &self.notes,
        };
        let right = if self.total.is_some() { 52.0 } else { MARGIN };
        let above = if self.budget.is_some() { 22.0 } else { 6.0 };
        let mut sheet = Sheet::new(&texts, &legend, &up, Room { above, right, below: 42.0 });
        let frame = sheet.frame;
        sheet.axis_up(&up);
        sheet.axis_across(&across);
        if let Some(total) = self.total.filter(|total| *total > 0.0) {
            sheet.axis_of_shares(&up, total);
        }
        for (index, curve) in self.curves.iter().enumerate() {
            let points: Vec<(f64, f64)> = cut(&curve.points, across.end)
                .into_iter()
                .map(|(a, b)| (frame.x(&across, a), frame.y(&up, b)))
                .collect();
            let (colour, dashes) = line_style(index);
            sheet.svg.add(&format!(
                "<path d=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2.4\" \
                 stroke-linejoin=\"round\"{}/>\n",
                polyline(&points),
                dash_array(dashes)
            ));
        }
        if let Some(budget) = self.budget.as_ref().filter(|budget| (0.0..=across.end).contains(&budget.at)) {
            sheet.limit(frame.x(&across, budget.at), &budget.name);
        }
        sheet.finish()
    }

    fn points(&self) -> impl Iterator<Item = (f64, f64)> + '_ {
        let finite = |point: &(f64, f64)| point.0.is_finite() && point.1.is_finite();
        self.curves.iter().flat_map(|curve| curve.points.iter().copied()).filter(finite)
    }

    /// How far the axis goes. A tail of the last hundredth of the people is cut off where it would
    /// squeeze the rest into a corner; the axis then tells how far the curves go on.
    fn range_across(&self) -> Across {
        let longest = self.points().map(|(across, _)| across).fold(0.0, f64::max);
        let most_of = |curve: &Curve| {
            let last = curve.points.last().map_or(0.0, |point| point.1);
            curve.points.iter().find(|point| point.1 >= last * 0.99).map_or(0.0, |point| point.0)
        };
        let budget = self.budget.as_ref().map_or(0.0, |budget| budget.at * 1.25);
        let wanted = self.curves.iter().map(most_of).fold(budget, f64::max);
        let is_cut = wanted < longest * 0.7;
        let end = if is_cut { wanted } else { longest.max(budget) };
        // Half a shelter is nothing.
        let is_whole = self.points().all(|(across, _)| across.fract() == 0.0);
        let step = step_of_minutes(end).max(if is_whole { 1.0 } else { 0.0 });
        let end = (end / step).ceil().max(1.0) * step;
        Across { end, step, longest: (is_cut && end < longest).then_some(longest) }
    }
}

impl BarPlot {
    /// The plot as an SVG document.
    pub fn svg(&self) -> String {
        let values = self.series.iter().flat_map(|series| series.values.iter().copied());
        let up = Scale::up(values.filter(|value| value.is_finite()).fold(0.0, f64::max));
        let keys = (0..).zip(&self.series);
        let legend: Vec<Key<'_>> = keys
            .map(|(index, series)| Key { name: &series.name, sample: Sample::Bar(index % BAR_FILLS) })
            .collect();
        // One series needs no legend: the title says what it is.
        let legend = if legend.len() > 1 { legend } else { Vec::new() };
        let texts = Texts {
            title: &self.title,
            subtitle: &self.subtitle,
            across: &self.across,
            up: &self.up,
            notes: &self.notes,
        };
        let slot = (WIDTH - 2.0 * MARGIN - 80.0) / self.bands.len().max(1) as f64;
        let names: Vec<Vec<String>> = self.bands.iter().map(|band| wrap(band, slot - 4.0, TICK, 3)).collect();
        let lines = names.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let numbers = self.numbers(slot * 0.8 / self.series.len().max(1) as f64);
        let room = Room { above: 10.0 + numbers.height(), right: MARGIN, below: 28.0 + 14.0 * lines };
        let mut sheet = Sheet::new(&texts, &legend, &up, room);
        sheet.svg.add(BAR_PATTERNS);
        sheet.axis_up(&up);
        let frame = sheet.frame;
        let slot = (frame.right - frame.left) / self.bands.len().max(1) as f64;
        for (band, name) in names.iter().enumerate() {
            let left = frame.left + slot * band as f64;
            self.draw_band(&mut sheet, &up, &numbers, band, left, slot);
            for (line, text) in name.iter().enumerate() {
                let y = frame.bottom + 16.0 + 14.0 * line as f64;
                sheet.svg.text(left + slot / 2.0, y, TICK.at(Anchor::Middle), text);
            }
        }
        sheet.finish()
    }

    /// How the numbers of bars `bar` wide are told: all in the same way.
    fn numbers(&self, bar: f64) -> Numbers {
        let values = self.series.iter().flat_map(|series| &series.values);
        let widest = values.map(|value| text_width(&grouped(*value), NUMBER)).fold(0.0, f64::max);
        match bar {
            _ if widest + 2.0 <= bar => Numbers::Level,
            _ if bar >= 14.0 && widest <= 90.0 => Numbers::Upright(widest),
            _ => Numbers::Left,
        }
    }

    fn draw_band(&self, sheet: &mut Sheet, up: &Scale, numbers: &Numbers, band: usize, left: f64, slot: f64) {
        let bar = slot * 0.8 / self.series.len().max(1) as f64;
        for (index, series) in self.series.iter().enumerate() {
            let value = series.values.get(band).copied().filter(|value| value.is_finite()).unwrap_or(0.0);
            let x = left + slot * 0.1 + bar * index as f64;
            let top = sheet.frame.y(up, value.max(0.0));
            sheet.svg.add(&format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {} stroke=\"{INK}\" stroke-width=\"0.8\"/>\n",
                Short(x + 1.0),
                Short(top),
                Short((bar - 2.0).max(0.5)),
                Short(sheet.frame.bottom - top),
                bar_fill(index % BAR_FILLS)
            ));
            let (middle, number) = (x + bar / 2.0, grouped(value));
            match numbers {
                Numbers::Level => sheet.svg.text(middle, top - 5.0, NUMBER.at(Anchor::Middle), &number),
                Numbers::Upright(_) => sheet.svg.upright_text(middle + 4.0, top - 5.0, NUMBER, &number),
                Numbers::Left => {}
            }
        }
    }
}

/// How the numbers over bars are written.
enum Numbers {
    /// From left to right.
    Level,
    /// Upwards, the longest so long.
    Upright(f64),
    /// Not at all: there is no room, and the axis tells them.
    Left,
}

impl Numbers {
    fn height(&self) -> f64 {
        match self {
            Numbers::Level => 16.0,
            Numbers::Upright(widest) => widest + 8.0,
            Numbers::Left => 0.0,
        }
    }
}

/// The axis from left to right.
struct Across {
    end: f64,
    step: f64,
    /// How far the curves go on beyond the end, where they do.
    longest: Option<f64>,
}

/// The axis from below to above.
struct Scale {
    end: f64,
    step: f64,
}

impl Scale {
    fn up(most: f64) -> Scale {
        let most = if most > 0.0 { most } else { 1.0 };
        let rough = most / 7.0;
        let power = libm::pow(10.0, libm::floor(libm::log10(rough)));
        // A quarter of a ten is no whole person.
        let quarter = if power >= 10.0 { 2.5 } else { 5.0 };
        let steps = [1.0, 2.0, quarter, 5.0].map(|factor| factor * power);
        let step = steps.into_iter().find(|step| *step >= rough * 0.999).unwrap_or(power * 10.0);
        Scale { end: (most / step * 0.9999).ceil() * step, step }
    }

    fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let (step, count) = (self.step, libm::round(self.end / self.step) as u32);
        (0..=count).map(move |number| f64::from(number) * step)
    }

    fn name(&self, value: f64) -> String {
        if self.step >= 1.0 { grouped(value) } else { format!("{}", Short(value)) }
    }
}

/// Steps that clocks have.
fn step_of_minutes(end: f64) -> f64 {
    const STEPS: [f64; 12] = [0.25, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 360.0];
    STEPS.into_iter().find(|step| end / step <= 12.0).unwrap_or(end / 10.0).max(0.25)
}

/// How a curve is drawn: colour and dashes.
fn line_style(index: usize) -> (&'static str, &'static str) {
    // The second round of colours goes with other dashes.
    let round = index / LINES.len();
    let (colour, _) = LINES[index % LINES.len()];
    let (_, dashes) = LINES[(index + round) % LINES.len()];
    (colour, dashes)
}

fn dash_array(dashes: &str) -> String {
    if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") }
}

/// A curve up to `end`, where it is cut between two points, or to which it stays level.
fn cut(points: &[(f64, f64)], end: f64) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    for &(across, up) in points.iter().filter(|point| point.0.is_finite() && point.1.is_finite()) {
        if across <= end {
            kept.push((across, up));
            continue;
        }
        if let Some(&(before, from)) = kept.last() {
            kept.push((end, from + (up - from) * (end - before) / (across - before)));
        }
        return kept;
    }
    if let Some(&(_, up)) = kept.last() {
        kept.push((end, up));
    }
    kept
}

/// How many ways to fill a bar there are.
const BAR_FILLS: usize = 4;

/// Patterns that differ without colour too.
const BAR_PATTERNS: &str = "<defs>\
    <pattern id=\"b1\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
    <rect width=\"6\" height=\"6\" fill=\"#ffffff\"/><rect width=\"2.6\" height=\"6\" fill=\"#d55e00\"/></pattern>\
    <pattern id=\"b3\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\">\
    <rect width=\"6\" height=\"6\" fill=\"#ffffff\"/><circle cx=\"3\" cy=\"3\" r=\"1.5\" fill=\"#000000\"/></pattern>\
    </defs>\n";

fn bar_fill(number: usize) -> &'static str {
    ["fill=\"#0072b2\"", "fill=\"url(#b1)\"", "fill=\"#bfe3d6\"", "fill=\"url(#b3)\""][number % BAR_FILLS]
}

/// The words around a plot.
struct Texts<'a> {
    title: &'a str,
    subtitle: &'a str,
    across: &'a str,
    up: &'a str,
    notes: &'a [String],
}

/// One entry of a legend.
struct Key<'a> {
    name: &'a str,
    sample: Sample,
}

/// What is drawn beside the name.
enum Sample {
    Line((&'static str, &'static str)),
    Bar(usize),
}

/// Space that a plot needs around itself.
struct Room {
    above: f64,
    right: f64,
    below: f64,
}

/// Where the plot itself is.
#[derive(Clone, Copy)]
struct Frame {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Frame {
    fn x(self, axis: &Across, value: f64) -> f64 {
        self.left + (self.right - self.left) * (value / axis.end)
    }

    fn y(self, axis: &Scale, value: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * (value / axis.end)
    }
}

/// The page of a plot, with everything around it.
struct Sheet {
    svg: Svg,
    frame: Frame,
}

impl Sheet {
    fn new(texts: &Texts<'_>, legend: &[Key<'_>], up: &Scale, room: Room) -> Sheet {
        let width = WIDTH - 2.0 * MARGIN;
        let title = wrap(texts.title, width, TITLE, 3);
        let subtitle =
            if texts.subtitle.is_empty() { Vec::new() } else { wrap(texts.subtitle, width, SUBTITLE, 3) };
        let notes: Vec<String> = texts.notes.iter().flat_map(|note| wrap(note, width, NOTE, 4)).collect();
        let keys = legend_rows(legend, width);

        let title_end = 10.0 + 23.0 * title.len() as f64;
        let subtitle_end = title_end + 18.0 * subtitle.len() as f64;
        let legend_end = subtitle_end + 20.0 * keys.len() as f64 + 10.0;
        let top = legend_end + room.above;
        let notes_height = 14.0 * notes.len() as f64 + 12.0;
        let height = HEIGHT.max(top + LEAST_PLOT + room.below + notes_height);
        let bottom = height - notes_height - room.below;
        let widest = up.ticks().map(|tick| text_width(&up.name(tick), TICK)).fold(0.0, f64::max);
        let left = MARGIN + 20.0 + widest + 8.0;

        let frame = Frame { left, right: WIDTH - room.right, top, bottom };
        let mut sheet = Sheet { svg: Svg::new(WIDTH, height, texts.title), frame };
        sheet.block(&title, 10.0, 23.0, TITLE);
        sheet.block(&subtitle, title_end, 18.0, SUBTITLE);
        sheet.legend(&keys, subtitle_end + 4.0);
        sheet.block(&notes, height - notes_height, 14.0, NOTE);
        let (across, up) = ((left + frame.right) / 2.0, (top + bottom) / 2.0);
        let style = LABEL.at(Anchor::Middle);
        sheet.svg.upright_text(MARGIN + 8.0, up, style, &in_one_line(texts.up, bottom - top));
        let words = in_one_line(texts.across, (frame.right - left) * 0.8);
        sheet.svg.text(across, bottom + room.below - 6.0, style, &words);
        sheet
    }

    /// Lines of text below each other from `top`.
    fn block(&mut self, lines: &[String], top: f64, height: f64, style: Style) {
        for (number, line) in (1..).zip(lines) {
            self.svg.text(MARGIN, top + height * f64::from(number) - height * 0.25, style, line);
        }
    }

    fn legend(&mut self, rows: &[Vec<(f64, &Key<'_>)>], top: f64) {
        for (number, row) in rows.iter().enumerate() {
            let middle = top + 20.0 * number as f64 + 10.0;
            for (offset, key) in row {
                let x = MARGIN + offset;
                match &key.sample {
                    Sample::Line((colour, dashes)) => {
                        let extra = dash_array(dashes);
                        self.svg.line((x, middle), (x + SAMPLE - 8.0, middle), colour, 2.4, &extra);
                    }
                    Sample::Bar(fill) => self.svg.add(&format!(
                        "<rect x=\"{}\" y=\"{}\" width=\"22\" height=\"12\" {} stroke=\"{INK}\" stroke-width=\"0.8\"/>\n",
                        Short(x + 8.0),
                        Short(middle - 6.0),
                        bar_fill(*fill)
                    )),
                }
                let name = in_one_line(key.name, WIDTH - 2.0 * MARGIN - SAMPLE);
                self.svg.text(x + SAMPLE, middle + 4.0, LABEL, &name);
            }
        }
    }

    /// The axis from below to above, with a thin line across at every number.
    fn axis_up(&mut self, axis: &Scale) {
        let Frame { left, right, .. } = self.frame;
        for tick in axis.ticks() {
            let y = self.frame.y(axis, tick);
            let (colour, width) = if tick > 0.0 { ("#d9d9d9", 0.8) } else { (INK, 1.2) };
            self.svg.line((left, y), (right, y), colour, width, "");
            self.svg.text(left - 8.0, y + 4.0, TICK.at(Anchor::End), &axis.name(tick));
        }
    }

    fn axis_across(&mut self, axis: &Across) {
        let Frame { right, bottom, .. } = self.frame;
        let count = libm::round(axis.end / axis.step) as u32;
        for number in 0..=count {
            let value = f64::from(number) * axis.step;
            let x = self.frame.x(axis, value);
            self.svg.line((x, bottom), (x, bottom + 5.0), INK, 1.0, "");
            self.svg.text(x, bottom + 18.0, TICK.at(Anchor::Middle), &Short(value).to_string());
        }
        if let Some(longest) = axis.longest {
            let name = format!("… {}", grouped(longest.ceil()));
            self.svg.text(right, bottom + 36.0, TICK.at(Anchor::End), &name);
        }
    }

    /// The axis on the right: parts of everybody.
    fn axis_of_shares(&mut self, axis: &Scale, total: f64) {
        let right = self.frame.right;
        for percent in [0, 25, 50, 75, 100] {
            let y = self.frame.y(axis, total * f64::from(percent) / 100.0);
            self.svg.line((right, y), (right + 5.0, y), INK, 1.0, "");
            self.svg.text(right + 8.0, y + 4.0, TICK, &format!("{percent} %"));
        }
    }

    /// A limit, and its name above the plot, where no curve is.
    fn limit(&mut self, x: f64, name: &str) {
        let Frame { left, right, top, bottom } = self.frame;
        self.svg.line((x, top - 5.0), (x, bottom), INK, 1.6, " stroke-dasharray=\"6 3\"");
        let style = LABEL.bold().at(Anchor::Middle);
        let name = in_one_line(name, (right - left) * 0.9);
        let half = text_width(&name, style) / 2.0;
        let middle = x.min(right - half).max(left + half);
        self.svg.text(middle, top - 9.0, style, &name);
    }

    fn finish(self) -> String {
        self.svg.finish()
    }
}

/// A name in at most so much room.
fn in_one_line(name: &str, width: f64) -> String {
    wrap(name, width, LABEL.bold(), 1).pop().unwrap_or_default()
}

/// Space for the sample beside a name.
const SAMPLE: f64 = 38.0;

/// Puts the entries of a legend in rows: each with its offset from the left.
fn legend_rows<'k>(keys: &'k [Key<'k>], width: f64) -> Vec<Vec<(f64, &'k Key<'k>)>> {
    let mut rows: Vec<Vec<(f64, &Key<'_>)>> = Vec::new();
    let mut end = f64::INFINITY;
    for key in keys {
        let needs = SAMPLE + text_width(key.name, LABEL) + 22.0;
        if end + needs > width {
            rows.push(Vec::new());
            end = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((end, key));
        }
        end += needs;
    }
    rows
}

//! Plots as SVG: curves and bars, 800 by 500.
//!
//! Colours are those of Okabe and Ito (*Color Universal Design*, 2008), which people with any kind
//! of colour vision tell apart; lines differ in their dashes too and bars in their hatching, so that
//! a plot survives a black-and-white printer.

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
    /// (across, up), with growing numbers across.
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
        String::new()
    }
}

impl BarPlot {
    /// The plot as an SVG document.
    pub fn svg(&self) -> String {
        String::new()
    }
}

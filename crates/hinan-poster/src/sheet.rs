//! How a poster is laid out: one sheet of 595 by 842 units, drawn on A4 or A3.
//!
//! From above: what it is against; the door and its code; plan 0, A, B with minutes; what to do without
//! time; the map; the way in words; lines and signs of the map; dates and sources. The map takes what is
//! left; where that is too little, steps of the way are left to the map's line, from the last on.

use core::str::FromStr;

use hinan_city::Route;
use hinan_render::svg::{Anchor, INK, Short, Style, Svg, text_width};

use crate::code;
use crate::lines::wrap;
use crate::map::{self, Rect};
use crate::press::{Case, Door, Press};
use crate::words::{PlanWords, Words};

/// The paper of a poster, upright.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 mm.
    #[default]
    A4,
    /// 297 by 420 mm: the same, larger by 1.41.
    A3,
}

/// There is no such paper.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is no size of a poster: use a4 or a3")]
pub struct PaperError(String);

impl FromStr for Paper {
    type Err = PaperError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.trim().to_ascii_lowercase().as_str() {
            "a4" => Ok(Paper::A4),
            "a3" => Ok(Paper::A3),
            _ => Err(PaperError(text.chars().take(40).collect())),
        }
    }
}

impl Paper {
    const fn millimetres(self) -> (u32, u32) {
        match self {
            Paper::A4 => (210, 297),
            Paper::A3 => (297, 420),
        }
    }

    /// Across and up, in the points of PDF.
    pub(crate) fn points(self) -> (f32, f32) {
        let (across, up) = self.millimetres();
        (across as f32 * 72.0 / 25.4, up as f32 * 72.0 / 25.4)
    }
}

const WIDTH: f64 = 595.0;
const HEIGHT: f64 = 842.0;
const MARGIN: f64 = 26.0;
const INNER: f64 = WIDTH - 2.0 * MARGIN;
/// The code with its light edge.
const CODE: f64 = 100.0;
/// The map is at least this high, as long as steps can be left out for it.
const LEAST_MAP: f64 = 235.0;
/// So many steps of the ways to A and B are written out, from the most on: A matters more.
const STEPS: [(usize, usize); 9] = [(9, 9), (8, 6), (7, 5), (7, 3), (7, 0), (6, 0), (5, 0), (4, 0), (3, 0)];

const DOOR: Style = Style::of(19.0).bold();
const ABOUT: Style = Style::of(7.4).grey();
const SCAN: Style = Style::of(7.0).at(Anchor::Middle);
const PLAN: Style = Style::of(14.0).bold();
const MINUTES: Style = Style::of(24.0).bold().at(Anchor::End);
const ASIDE: Style = Style::of(9.0).at(Anchor::End);
const REMARK: Style = Style::of(8.4).bold();
const FACTS: Style = Style::of(6.8).grey();
const STEP: Style = Style::of(8.2);
const FOOT: Style = Style::of(5.8).grey();

/// Draws a poster.
pub fn draw(press: &Press, case: Case<'_>, door: &Door, route: &Route<'_>, words: &Words) -> String {
    let title = format!("{}: {}", words.title.join(", "), words.door);
    let mut sheet = Sheet { svg: Svg::on_paper(press.paper.millimetres(), WIDTH, HEIGHT, &title), y: MARGIN };
    sheet.head(words);
    sheet.door(press, door, words);
    let late = words.late.as_ref();
    if let Some(late) = late.filter(|late| late.is_now) {
        sheet.order(&late.heading, &late.order, true);
    }
    sheet.plans(words);
    if let Some(late) = late.filter(|late| !late.is_now) {
        sheet.order(&late.heading, &late.order, false);
    }
    let foot = foot_lines(words);
    let key = map::key_height(words);
    let foot_height = foot.len() as f64 * 7.1 + key + 6.0;
    let room = HEIGHT - MARGIN - foot_height - sheet.y;
    let ways = Ways::fitting(words, room - LEAST_MAP);
    let rect = Rect { left: MARGIN, top: sheet.y, width: INNER, height: (room - ways.height()).max(80.0) };
    map::draw(&mut sheet.svg, rect, case, route, words);
    sheet.y += rect.height;
    map::draw_key(&mut sheet.svg, MARGIN, sheet.y + 4.0, INNER, case, words);
    sheet.y += key;
    ways.draw(&mut sheet);
    sheet.y = HEIGHT - MARGIN - foot.len() as f64 * 7.1;
    for line in &foot {
        sheet.y += 7.1;
        sheet.svg.text(MARGIN, sheet.y, FOOT, line);
    }
    sheet.svg.finish()
}

fn foot_lines(words: &Words) -> Vec<String> {
    words.foot.iter().flat_map(|text| wrap(text, INNER, FOOT, 5)).collect()
}

/// The document and how far down it is full.
struct Sheet {
    svg: Svg,
    y: f64,
}

impl Sheet {
    fn rect(&mut self, left: f64, top: f64, width: f64, height: f64, look: &str) {
        let (x, y, width, height) = (Short(left), Short(top), Short(width), Short(height));
        self.svg.add(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {look}/>\n"));
    }

    /// Lines of text from `top` down, and where they end.
    fn lines(&mut self, x: f64, top: f64, style: Style, lines: &[String]) -> f64 {
        let step = style.size * 1.24;
        for (number, line) in (1..).zip(lines) {
            self.svg.text(x, top + step * f64::from(number) - step * 0.27, style, line);
        }
        top + step * lines.len() as f64
    }

    /// What the poster is against, white on black.
    fn head(&mut self, words: &Words) {
        let title = words.title.join(" · ");
        let mut style = Style { colour: "#ffffff", ..Style::of(27.0).bold() };
        let wide = |style: Style| text_width(&title, style) > INNER - 20.0;
        while wide(style) && style.size > 13.0 {
            style.size -= 1.0;
        }
        let title = wrap(&title, INNER - 20.0, style, 2);
        let height = style.size * 1.24 * title.len() as f64 + 8.0;
        self.rect(MARGIN, self.y, INNER, height, "fill=\"#000000\"");
        self.lines(MARGIN + 10.0, self.y + 4.0, style, &title);
        self.y += height + 8.0;
    }

    /// The door, whom the times are for, and the code.
    fn door(&mut self, press: &Press, door: &Door, words: &Words) {
        let link = press.base.as_ref().map(|base| base.link(door.place));
        let squares = link.as_deref().and_then(code::squares);
        let width = if squares.is_some() { INNER - CODE - 12.0 } else { INNER };
        let top = self.y;
        let mut y = self.lines(MARGIN, top, DOOR, &wrap(&words.door, width, DOOR, 2)) + 2.0;
        for about in &words.about {
            y = self.lines(MARGIN, y, ABOUT, &wrap(about, width, ABOUT, 3)) + 1.5;
        }
        let style = Style::of(if words.old.len() > 2 { 7.6 } else { 9.5 }).bold();
        let old = words.old.join(" · ");
        y = self.lines(MARGIN, y, style, &wrap(&old, width, style, 4));
        let mut end = top;
        if let Some(squares) = squares {
            self.code(WIDTH - MARGIN - CODE, top, &squares);
            end += CODE + 1.0;
            for scan in &words.scan {
                let lines = wrap(scan, CODE, SCAN, 3);
                end = self.lines(WIDTH - MARGIN - CODE / 2.0, end, SCAN, &lines);
            }
        }
        self.y = y;
        // What stands beside the code is narrower.
        if !words.zero.is_empty() {
            let badge = self.y + 2.0;
            let mut zero = badge;
            for (number, text) in words.zero.iter().enumerate() {
                let style = if number == 0 { Style::of(10.0).bold() } else { Style::of(8.6) };
                zero = self.lines(MARGIN + 36.0, zero, style, &wrap(text, width - 36.0, style, 4)) + 1.0;
            }
            self.badge('0', badge);
            self.y = zero.max(badge + 28.0) + 3.0;
        }
        self.y = self.y.max(end) + 4.0;
    }

    fn code(&mut self, left: f64, top: f64, squares: &[Vec<bool>]) {
        // Four squares of light all around are part of a code.
        let size = CODE / (squares.len() as f64 + 4.0);
        let mut path = String::new();
        for (row, squares) in squares.iter().enumerate() {
            let mut column = 0;
            while column < squares.len() {
                let length = squares[column..].iter().take_while(|dark| **dark).count();
                if length > 0 {
                    path.push_str(&format!("M{} {}h{length}v1h-{length}z", column + 2, row + 2));
                }
                column += length.max(1);
            }
        }
        self.svg.add(&format!(
            "<path transform=\"translate({} {}) scale({size:.4})\" d=\"{path}\" fill=\"#000000\"/>\n",
            Short(left),
            Short(top)
        ));
    }

    fn badge(&mut self, letter: char, top: f64) {
        let look = if letter == 'A' {
            "fill=\"#000000\""
        } else {
            "fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"2\""
        };
        self.rect(MARGIN + 1.0, top + 1.0, 26.0, 26.0, look);
        let colour = if letter == 'A' { "#ffffff" } else { INK };
        let style = Style { colour, ..Style::of(20.0).bold().at(Anchor::Middle) };
        self.svg.text(MARGIN + 14.0, top + 21.0, style, &letter.to_string());
    }

    fn plans(&mut self, words: &Words) {
        for plan in &words.plans {
            self.svg.line((MARGIN, self.y), (WIDTH - MARGIN, self.y), "#000000", 0.8, "");
            self.plan(plan);
        }
        for none in &words.none {
            let style = Style::of(11.0).bold();
            self.y = self.lines(MARGIN, self.y, style, &wrap(none, INNER, style, 4));
        }
        for note in &words.notes {
            let style = Style::of(8.6).bold();
            self.y = self.lines(MARGIN, self.y, style, &wrap(note, INNER, style, 3)) + 1.0;
        }
        self.y += 3.0;
    }

    fn plan(&mut self, plan: &PlanWords) {
        let top = self.y + 3.0;
        self.badge(plan.letter, top);
        let style = Style { size: if plan.is_late { 15.0 } else { MINUTES.size }, ..MINUTES };
        let right = WIDTH - MARGIN;
        let mut minutes = plan.minutes.iter();
        let mut aside = top;
        if let Some(first) = minutes.next() {
            aside = self.lines(right, aside - 2.0, style, core::slice::from_ref(first));
        }
        // The same minutes in letters of another kind, then the length.
        let mut others: Vec<String> = minutes.filter(|m| plan.minutes.first() != Some(m)).cloned().collect();
        others.dedup();
        others.push(plan.length.clone());
        let others = others.join(" · ");
        aside = self.lines(right, aside, ASIDE, &[others]);
        let (x, width) = (MARGIN + 36.0, INNER - 36.0 - 118.0);
        let mut y = self.lines(x, top - 1.0, PLAN, &wrap(&plan.title, width, PLAN, 2));
        for remark in &plan.remark {
            y = self.lines(x, y, REMARK, &wrap(remark, width, REMARK, 2));
        }
        for (number, answer) in plan.answer.iter().enumerate() {
            let style = match (number, plan.answer.len()) {
                (0, _) => Style::of(9.6),
                (_, 0..=2) => Style::of(8.4),
                _ => Style::of(7.4),
            };
            y = self.lines(x, y, style, &wrap(answer, width, style, 2));
        }
        y = y.max(aside);
        let most = if plan.way.len() > 2 { 1 } else { 2 };
        let facts = wrap(&plan.facts, INNER - 36.0, FACTS, most);
        self.y = self.lines(x, y, FACTS, &facts).max(top + 30.0) + 2.0;
    }

    /// What to do where the time is too short: in a frame, or white on black where it comes before all.
    fn order(&mut self, heading: &[String], order: &[String], is_first: bool) {
        let (big, small) = match (is_first, heading.len()) {
            (true, 0..=2) => (15.0, 11.0),
            (true, _) => (11.0, 9.0),
            (false, 0..=2) => (10.0, 9.2),
            (false, _) => (8.6, 8.0),
        };
        let colour = if is_first { "#ffffff" } else { INK };
        let width = INNER - 16.0;
        let mut lines = Vec::new();
        for (number, (heading, order)) in heading.iter().zip(order).enumerate() {
            let scale = if number == 0 { 1.0 } else { 0.86 };
            let heading_style = Style { colour, ..Style::of(big * scale).bold() };
            let style = Style { colour, ..Style::of(small * scale) };
            if is_first {
                lines.push((heading_style, wrap(heading, width, heading_style, 2)));
                lines.push((style, wrap(order, width, style, 4)));
            } else {
                // In one flow: heading and order.
                let style = Style { is_bold: number == 0, ..style };
                lines.push((style, wrap(&format!("{heading}: {order}"), width, style, 4)));
            }
        }
        let height: f64 =
            lines.iter().map(|(style, lines)| style.size * 1.24 * lines.len() as f64).sum::<f64>() + 8.0;
        let look = match is_first {
            true => "fill=\"#000000\"",
            false => "fill=\"#ffffff\" stroke=\"#000000\" stroke-width=\"2\"",
        };
        self.rect(MARGIN, self.y, INNER, height, look);
        let mut y = self.y + 4.0;
        for (style, lines) in &lines {
            y = self.lines(MARGIN + 8.0, y, *style, lines);
        }
        self.y += height + 5.0;
    }
}

/// The ways in words, in columns: languages side by side, or A and B where there is one language.
struct Ways {
    /// Rows of columns of lines.
    rows: Vec<Vec<Vec<(Style, String)>>>,
    column: f64,
}

impl Ways {
    /// As many steps as fit into `room`.
    fn fitting(words: &Words, room: f64) -> Ways {
        let fits = |ways: &Ways| ways.height() <= room;
        let none = Ways { rows: Vec::new(), column: INNER };
        STEPS.iter().map(|&most| Ways::of(words, most)).find(fits).unwrap_or(none)
    }

    /// Late plans have no way in words: nobody is sent there.
    fn of(words: &Words, most: (usize, usize)) -> Ways {
        let most_of = |plan: &PlanWords| if plan.letter == 'A' { most.0 } else { most.1 };
        let plans: Vec<&PlanWords> =
            words.plans.iter().filter(|plan| !plan.is_late && most_of(plan) > 0).collect();
        let languages = plans.first().map_or(0, |plan| plan.way.len());
        let columns = if languages > 1 { languages } else { plans.len().max(1) };
        let gap = 12.0;
        let column = (INNER - gap * (columns as f64 - 1.0)) / columns as f64;
        let cells = |plan: &&PlanWords| -> Vec<Vec<(Style, String)>> {
            let most = most_of(plan);
            plan.way.iter().map(|(heading, steps)| cell(heading, steps, column, most)).collect()
        };
        let rows = if languages > 1 {
            plans.iter().map(cells).collect()
        } else {
            vec![plans.iter().flat_map(cells).collect()]
        };
        Ways { rows, column: column + gap }
    }

    fn height(&self) -> f64 {
        let cell = |cell: &Vec<(Style, String)>| cell.len() as f64 * STEP.size * 1.24;
        let row = |row: &Vec<Vec<(Style, String)>>| row.iter().map(cell).fold(0.0, f64::max) + 4.0;
        self.rows.iter().map(row).sum()
    }

    fn draw(&self, sheet: &mut Sheet) {
        let step = STEP.size * 1.24;
        let mut top = sheet.y;
        for row in &self.rows {
            let mut end = top;
            for (number, cell) in row.iter().enumerate() {
                let mut y = top;
                for (style, line) in cell {
                    y += step;
                    sheet.svg.text(MARGIN + self.column * number as f64, y - 2.2, *style, line);
                }
                end = end.max(y);
            }
            top = end + 4.0;
        }
        sheet.y = top;
    }
}

/// One way in one language: its heading and at most so many steps.
fn cell(heading: &str, steps: &[String], width: f64, most: usize) -> Vec<(Style, String)> {
    let bold = Style::of(9.0).bold();
    let mut lines: Vec<(Style, String)> =
        wrap(heading, width, bold, 1).into_iter().map(|line| (bold, line)).collect();
    for (number, step) in (1..).zip(steps.iter().take(most)) {
        let text = format!("{number}. {step}");
        lines.extend(wrap(&text, width, STEP, 2).into_iter().map(|line| (STEP, line)));
    }
    if steps.len() > most {
        lines.push((STEP, "…".to_owned()));
    }
    lines
}

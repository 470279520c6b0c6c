//! Plots, looked at through the eyes of a renderer.

use hinan_render::plot::{Budget, Curve, Series};
use hinan_render::png::{Letters, lacking, png};
use hinan_render::{BarPlot, CurvePlot, PngError};
use proptest::prelude::*;
use resvg::usvg::{self, Node, Options, Tree, fontdb, roxmltree};

/// Letters of this crate, to measure with.
pub fn options() -> Options<'static> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("letters");
    let mut fonts = fontdb::Database::new();
    for name in ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"] {
        fonts.load_font_data(std::fs::read(folder.join(name)).unwrap());
    }
    Options { fontdb: fonts.into(), font_family: "Noto Sans".to_owned(), ..Options::default() }
}

/// The boxes of all texts of a picture, as they are drawn.
pub fn text_boxes(svg: &str) -> (usvg::Size, Vec<(String, usvg::Rect)>) {
    let tree = Tree::from_str(svg, &options()).unwrap();
    let mut found = Vec::new();
    let mut groups = vec![tree.root()];
    while let Some(group) = groups.pop() {
        for child in group.children() {
            match child {
                Node::Group(group) => groups.push(group),
                Node::Text(text) => {
                    let words: String = text.chunks().iter().map(|chunk| chunk.text()).collect();
                    if !words.trim().is_empty() {
                        found.push((words, text.abs_bounding_box()));
                    }
                }
                Node::Path(_) | Node::Image(_) => {}
            }
        }
    }
    (tree.size(), found)
}

/// No text is cut at the edge of the page, and no two lie on each other.
pub fn check_texts(svg: &str) -> Result<(), TestCaseError> {
    let (size, boxes) = text_boxes(svg);
    for (index, (words, b)) in boxes.iter().enumerate() {
        let inside =
            b.left() >= 0.0 && b.top() >= 0.0 && b.right() <= size.width() && b.bottom() <= size.height();
        prop_assert!(inside, "'{words}' leaves the page: {b:?} of {size:?}");
        for (other, c) in &boxes[..index] {
            // Boxes hold the room above and below small letters too: a little may be shared.
            let across = b.right().min(c.right()) - b.left().max(c.left());
            let up = b.bottom().min(c.bottom()) - b.top().max(c.top());
            prop_assert!(across <= 1.0 || up <= 5.0, "'{words}' lies on '{other}': {b:?} {c:?}");
        }
    }
    Ok(())
}

fn plot() -> CurvePlot {
    let steps: Vec<u64> = (0..200_u64).map(|step| 812_935 * step / 199).collect();
    CurvePlot {
        title: "Porto Alegre".to_owned(),
        subtitle: "air raid".to_owned(),
        across: "minutes".to_owned(),
        up: "people".to_owned(),
        curves: ["older", "adult", "child", "wheelchair", "older by night", "adult by night", "seventh"]
            .map(|name| Curve::of_steps(name, 1.0 / 6.0, &steps))
            .to_vec(),
        budget: Some(Budget { at: 10.0, name: "10 min".to_owned() }),
        total: Some(812_935.0),
        notes: vec!["© OpenStreetMap contributors".to_owned()],
    }
}

fn bars(series: usize, most: f64) -> BarPlot {
    let mut bands: Vec<String> = (0..8).map(|band| format!("{}–{} min", band * 3, band * 3 + 3)).collect();
    bands.extend(["longer".to_owned(), "no way known".to_owned()]);
    let values = |shift: usize| (0..10).map(|band| most / (1 + (band + shift) % 10) as f64).collect();
    BarPlot {
        title: "Bands".to_owned(),
        up: "people".to_owned(),
        across: "minutes".to_owned(),
        bands,
        series: (0..series).map(|n| Series { name: format!("run {n}"), values: values(n) }).collect(),
        ..BarPlot::default()
    }
}

/// The attribute of every path that has it.
fn attributes(svg: &str, tag: &str, name: &str) -> Vec<Option<String>> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let nodes = document.descendants().filter(|node| node.has_tag_name(tag));
    nodes.map(|node| node.attribute(name).map(str::to_owned)).collect()
}

#[test]
fn curves_differ_without_colour() {
    let svg = plot().svg();
    let mut dashes = attributes(&svg, "path", "stroke-dasharray");
    assert_eq!(dashes.len(), 7);
    dashes.truncate(6);
    dashes.sort();
    dashes.dedup();
    assert_eq!(dashes.len(), 6);
    // The seventh has the colour of the first, and other dashes.
    let colours = attributes(&svg, "path", "stroke");
    assert_eq!(colours[6], colours[0]);
    let dashes = attributes(&svg, "path", "stroke-dasharray");
    assert_ne!(dashes[6], dashes[0]);
}

#[test]
fn a_plot_is_800_by_500_where_that_is_enough() {
    let (size, _) = text_boxes(&plot().svg());
    assert_eq!((size.width(), size.height()), (800.0, 500.0));
}

#[test]
fn nothing_lies_on_anything() {
    check_texts(&plot().svg()).unwrap();
    for series in 1..=6 {
        for most in [0.0, 3.0, 999.0, 812_935.0, 9e9] {
            check_texts(&bars(series, most).svg()).unwrap();
        }
    }
}

#[test]
fn a_long_tail_is_cut_and_told() {
    let mut plot = plot();
    // Everybody within 10 minutes but the last hundredth, which takes four hours.
    let mut points: Vec<(f64, f64)> =
        (0..=60).map(|step| (f64::from(step) / 6.0, 16.6 * f64::from(step))).collect();
    points.push((240.0, 1000.0));
    plot.curves = vec![Curve { name: "a".to_owned(), points }];
    plot.total = None;
    let (_, texts) = text_boxes(&plot.svg());
    assert!(texts.iter().any(|(words, _)| words == "… 240"), "{texts:?}");
    assert!(!texts.iter().any(|(words, _)| words == "240"));
}

#[test]
fn empty_plots_are_pictures_too() {
    for svg in [CurvePlot::default().svg(), BarPlot::default().svg(), bars(1, 0.0).svg()] {
        assert!(Tree::from_str(&svg, &options()).is_ok());
    }
    let unsound = vec![(f64::NAN, 1.0), (1.0, f64::INFINITY), (2.0, 3.0)];
    let plot = CurvePlot { curves: vec![Curve { name: "?".to_owned(), points: unsound }], ..plot() };
    assert!(!plot.svg().contains("NaN") && !plot.svg().contains("inf"));
}

#[test]
fn pixels_are_the_same_twice_and_bounded() {
    let svg = plot().svg();
    let first = png(&svg, 2.0, Letters::Embedded).unwrap();
    assert_eq!(first, png(&svg, 2.0, Letters::Embedded).unwrap());
    assert_eq!(first[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(first[16..24], [0, 0, 6, 64, 0, 0, 3, 232], "1600 by 1000");
    assert!(png(&svg, 2.0, Letters::WithSystem).is_ok());
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1000.0] {
        assert!(matches!(png(&svg, scale, Letters::Embedded), Err(PngError::Size { .. })), "{scale}");
    }
    assert!(matches!(png("<svg", 1.0, Letters::Embedded), Err(PngError::Svg(_))));
}

#[test]
fn signs_without_letters_are_named() {
    let with = |title: &str| CurvePlot { title: title.to_owned(), ..plot() }.svg();
    let embedded = |title| lacking(&with(title), Letters::Embedded).unwrap();
    assert_eq!(embedded("Łódź, Київ, Αθήνα, Đà Nẵng, Tromsø"), []);
    assert_eq!(embedded("避難 א"), ['א', '避', '難']);
    assert!(lacking(&with("א"), Letters::WithSystem).unwrap().len() <= 1);
    assert!(lacking("<svg", Letters::Embedded).is_err());
}

#[test]
fn an_axis_of_whole_things_has_no_halves() {
    let curve = |step| CurvePlot {
        curves: vec![Curve::of_steps("c", step, &[1, 2, 3, 4, 5, 6])],
        budget: None,
        ..plot()
    };
    assert!(curve(0.5).svg().contains(">0.5<") && !curve(1.0).svg().contains(">0.5<"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever words come: well-formed, every word in its place.
    #[test]
    fn any_words_can_be_shown(
        title in "\\PC{0,120}",
        name in "[<>&\"'\u{0}-\u{1f}a-zé避難\u{5d0}-\u{5ea} ]{0,40}",
        note in "([a-zA-Z]{1,12} ){0,60}",
        curves in 1_usize..9,
        budget in 0.0_f64..60.0,
        worst in 1_u32..2_000,
    ) {
        let steps: Vec<u64> = (0..=u64::from(worst)).collect();
        let plot = CurvePlot {
            title,
            subtitle: name.clone(),
            up: name.repeat(3),
            across: name.repeat(5),
            curves: (0..curves).map(|_| Curve::of_steps(&name, 1.0 / 6.0, &steps)).collect(),
            budget: Some(Budget { at: budget, name: name.repeat(4) }),
            notes: vec![note; 2],
            ..plot()
        };
        let svg = plot.svg();
        prop_assert!(roxmltree::Document::parse(&svg).is_ok());
        prop_assert!(Tree::from_str(&svg, &options()).is_ok());
        let latin = plot.title.is_ascii() && name.is_ascii();
        if latin {
            check_texts(&svg)?;
        }
    }
}

//! Posters as files.

use hinan_model::Hazard;
use hinan_poster::{Letters, Paper, pdf};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use crate::town::{ask, place, poster, press, region};

/// Reads the code on a poster as a telephone would: from pixels.
fn code(svg: &str) -> String {
    const SCALE: f32 = 2.0;
    let tree = Tree::from_str(svg, &Options::default()).unwrap();
    let size = tree.size();
    let mut pixels = Pixmap::new((size.width() * SCALE) as u32, (size.height() * SCALE) as u32).unwrap();
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    let (width, height) = (pixels.width() as usize, pixels.height() as usize);
    let mut grey = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        pixels.pixel(x as u32, y as u32).unwrap().green()
    });
    let grids = grey.detect_grids();
    assert_eq!(grids.len(), 1, "one code on a poster");
    grids[0].decode().unwrap().1
}

#[test]
fn the_code_is_the_address_of_the_door() {
    let region = region(None);
    let asked = ask(&region, Some(Hazard::AirRaid), None);
    for (at, paper) in [('e', Paper::A4), ('k', Paper::A3)] {
        let press = hinan_poster::Press { paper, ..press("en,ja") };
        let svg = poster(&press, &asked, at);
        assert_eq!(code(&svg), format!("https://example.org/town/#at={}", place(at)));
    }
    let none = hinan_poster::Press { base: None, ..press("en") };
    assert!(!poster(&none, &asked, 'e').contains("example.org"));
}

#[test]
fn the_same_poster_has_the_same_bytes() {
    let region = region(Some("2026-10-01"));
    let made = || {
        let asked = ask(&region, Some(Hazard::AirRaid), Some(6_000));
        let pages: Vec<String> = "aeg".chars().map(|at| poster(&press("en,uk"), &asked, at)).collect();
        let letters = Letters::new(Vec::new(), false).unwrap();
        let case = letters.case_for(pages.iter().map(String::as_str));
        pdf(&pages, "Town", "en", Paper::A4, &case).unwrap()
    };
    let first = made();
    assert!(first.starts_with(b"%PDF-") && first.len() > 10_000);
    assert!(first == made(), "two runs differ");
    let count = |wanted: &[u8]| first.windows(wanted.len()).filter(|bytes| *bytes == wanted).count();
    assert_eq!(count(b"/Type/Page/") + count(b"/Type /Page\n"), 3, "three pages");
}

#[test]
fn signs_that_no_font_has_are_told() {
    let letters = Letters::new(Vec::new(), false).unwrap();
    let case = letters.case_for(["<svg>Storgata Подол \u{2068}x\u{2069}</svg>"]);
    assert!(case.lacking.is_empty(), "{:?}", case.lacking);
    let case = letters.case_for(["<svg>避難</svg>"]);
    assert_eq!(case.lacking.iter().collect::<String>(), "避難");
    let wrong = Letters::new(vec![("a.ttf".to_owned(), b"no font".to_vec())], false).unwrap_err();
    assert!(wrong.to_string().starts_with("a.ttf: no font"), "{wrong}");
}

/// The whole page, so that a change of the layout is looked at. To take a new one over, run with
/// `HINAN_UPDATE=1`.
#[test]
fn the_page_is_drawn_as_it_was() {
    let region = region(Some("2026-10-01"));
    let asked = ask(&region, Some(Hazard::AirRaid), Some(6_000));
    let svg = poster(&press("en,ja"), &asked, 'g');
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/town.svg");
    if std::env::var_os("HINAN_UPDATE").is_some() {
        std::fs::write(&path, &svg).unwrap();
    }
    assert!(std::fs::read_to_string(&path).unwrap() == svg, "not as in {}", path.display());
}

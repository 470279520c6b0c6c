//! Which fonts a poster is written with: those that hinan brings (Latin, Cyrillic, Greek), and for signs
//! that they lack, fonts that are named or that this machine has.
//!
//! Each sign is looked up by itself in one order of fonts, so that a poster looks the same whichever others
//! are made with it, and on however many threads.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use hinan_render::png::{FAMILY, embedded_letters};
use resvg::usvg::fontdb::{Database, FaceInfo, ID, Language, Source, Style};

/// Fonts to choose from.
#[derive(Debug)]
pub struct Letters {
    /// Fonts that were named, each as its bytes.
    files: Vec<Arc<Vec<u8>>>,
    with_system: bool,
    /// Looked for only where a sign is met that hinan's own letters lack: a machine has hundreds.
    shelf: OnceLock<Shelf>,
    /// Which face has a sign, in which weight: looked up once.
    found: Mutex<BTreeMap<(char, bool), Option<usize>>>,
}

/// All faces that there are.
#[derive(Debug)]
struct Shelf {
    faces: Vec<Face>,
    /// Numbers of faces in the order in which they are asked for letters that are not bold, and bold.
    orders: [Vec<usize>; 2],
}

/// One face of a font file.
#[derive(Debug)]
struct Face {
    source: Source,
    index: u32,
    /// What is behind the source, once it was asked for.
    data: OnceLock<Arc<Vec<u8>>>,
    /// The signs that it has, in order.
    signs: OnceLock<Vec<u32>>,
}

/// Why fonts cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LettersError {
    /// Not a font.
    #[error("{0}: no font (TrueType, OpenType or a collection of them) that can be read")]
    NotAFont(String),
}

/// The fonts for some posters.
#[derive(Clone, Debug)]
pub struct LetterCase {
    pub(crate) fonts: Arc<Database>,
    pub(crate) chosen: BTreeMap<(char, bool), ID>,
    /// Signs that no font has: they would be boxes.
    pub lacking: BTreeSet<char>,
}

impl Letters {
    /// The letters that hinan brings, then `files` (name and content) in their order, then, where
    /// `with_system`, the fonts of this machine.
    ///
    /// # Errors
    /// Where a file is no font.
    pub fn new(files: Vec<(String, Vec<u8>)>, with_system: bool) -> Result<Letters, LettersError> {
        let mut kept = Vec::new();
        for (name, content) in files {
            let content = Arc::new(content);
            let mut fonts = Database::new();
            fonts.load_font_source(Source::Binary(Arc::<Vec<u8>>::clone(&content)));
            if fonts.is_empty() {
                return Err(LettersError::NotAFont(name));
            }
            kept.push(content);
        }
        Ok(Letters { files: kept, with_system, shelf: OnceLock::new(), found: Mutex::default() })
    }

    fn shelf(&self) -> &Shelf {
        self.shelf.get_or_init(|| {
            let (mut faces, mut ranks) = (Vec::new(), Vec::new());
            for content in &self.files {
                let mut fonts = Database::new();
                fonts.load_font_source(Source::Binary(Arc::<Vec<u8>>::clone(content)));
                add_faces(&fonts, 0, &mut faces, &mut ranks);
            }
            if self.with_system {
                let mut fonts = Database::new();
                fonts.load_system_fonts();
                add_faces(&fonts, 1, &mut faces, &mut ranks);
            }
            let order = |is_bold: bool| {
                let mut order: Vec<usize> = (0..faces.len()).collect();
                order.sort_by_cached_key(|&face| ranks[face].unlike(is_bold));
                order
            };
            let orders = [order(false), order(true)];
            Shelf { faces, orders }
        })
    }

    /// The fonts for these documents.
    pub fn case_for<'s>(&self, documents: impl IntoIterator<Item = &'s str>) -> LetterCase {
        let mut signs = BTreeSet::new();
        for document in documents {
            signs.extend(document.chars().filter(|sign| !sign.is_ascii()));
        }
        signs.retain(|&sign| !is_invisible(sign) && !is_brought(sign));
        let mut fonts = Database::new();
        embedded_letters().into_iter().for_each(|letters| fonts.load_font_data(letters.to_vec()));
        fonts.set_sans_serif_family(FAMILY);
        let (mut case, mut loaded) = (BTreeMap::new(), BTreeMap::new());
        let mut lacking = BTreeSet::new();
        for (sign, is_bold) in signs.into_iter().flat_map(|sign| [(sign, false), (sign, true)]) {
            let Some(face) = self.find(sign, is_bold) else {
                lacking.insert(sign);
                continue;
            };
            let id = *loaded.entry(face).or_insert_with(|| self.shelf().faces[face].load(&mut fonts));
            if let Some(id) = id {
                case.insert((sign, is_bold), id);
            }
        }
        LetterCase { fonts: Arc::new(fonts), chosen: case, lacking }
    }

    fn find(&self, sign: char, is_bold: bool) -> Option<usize> {
        let mut found = self.found.lock().unwrap_or_else(PoisonError::into_inner);
        *found.entry((sign, is_bold)).or_insert_with(|| {
            let shelf = self.shelf();
            let mut order = shelf.orders[usize::from(is_bold)].iter().copied();
            order.find(|&face| shelf.faces[face].signs().binary_search(&u32::from(sign)).is_ok())
        })
    }
}

/// What decides which font is asked first.
struct Rank {
    group: u8,
    number: usize,
    style: Style,
    is_normal_width: bool,
    is_monospaced: bool,
    weight: u16,
    family: String,
    post_script_name: String,
}

impl Rank {
    /// Named fonts first and in their order; of the machine's, rather those that look like ours.
    fn unlike(&self, is_bold: bool) -> impl Ord + use<> {
        let wanted = if is_bold { 700 } else { 400 };
        let weight = self.weight.abs_diff(wanted);
        let number = if self.group == 0 { self.number } else { 0 };
        (
            (self.group, if self.group == 0 { weight } else { 0 }, number),
            (self.style != Style::Normal, !self.is_normal_width, self.is_monospaced),
            (!self.family.starts_with(FAMILY), !self.family.contains("Sans"), weight),
            (self.family.clone(), self.post_script_name.clone(), self.number),
        )
    }
}

fn add_faces(fonts: &Database, group: u8, faces: &mut Vec<Face>, ranks: &mut Vec<Rank>) {
    for info in fonts.faces() {
        ranks.push(Rank {
            group,
            number: faces.len(),
            style: info.style,
            is_normal_width: info.stretch == resvg::usvg::fontdb::Stretch::Normal,
            is_monospaced: info.monospaced,
            weight: info.weight.0,
            family: english_family(info),
            post_script_name: info.post_script_name.clone(),
        });
        let (source, index) = (info.source.clone(), info.index);
        faces.push(Face { source, index, data: OnceLock::new(), signs: OnceLock::new() });
    }
}

fn english_family(info: &FaceInfo) -> String {
    let english = info.families.iter().find(|(_, language)| *language == Language::English_UnitedStates);
    english.or(info.families.first()).map(|(name, _)| name.clone()).unwrap_or_default()
}

impl Face {
    /// The whole file. Nothing where it has gone since it was listed.
    fn read(&self) -> Arc<Vec<u8>> {
        match &self.source {
            Source::Binary(data) => Arc::new((**data).as_ref().to_vec()),
            Source::File(path) => Arc::new(std::fs::read(path).unwrap_or_default()),
            #[allow(unreachable_patterns, reason = "a further kind where fonts may be mapped into memory")]
            _ => Arc::default(),
        }
    }

    fn signs(&self) -> &[u32] {
        self.signs.get_or_init(|| {
            // Not kept: of hundreds of fonts two or three are used.
            let data = self.read();
            let mut signs = Vec::new();
            if let Ok(face) = ttf_parser::Face::parse(&data, self.index) {
                let tables = face.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables);
                tables
                    .filter(ttf_parser::cmap::Subtable::is_unicode)
                    .for_each(|table| table.codepoints(|sign| signs.push(sign)));
                signs.retain(|&sign| char::from_u32(sign).is_some_and(|c| face.glyph_index(c).is_some()));
            }
            signs.sort_unstable();
            signs.dedup();
            signs
        })
    }

    /// Puts the face, and of its file no other, into `fonts`.
    fn load(&self, fonts: &mut Database) -> Option<ID> {
        let data = Arc::clone(self.data.get_or_init(|| self.read()));
        let ids = fonts.load_font_source(Source::Binary(data));
        let is_ours = |id: &ID| fonts.face(*id).is_some_and(|info| info.index == self.index);
        let ours = ids.iter().copied().find(is_ours);
        ids.iter().copied().filter(|id| Some(*id) != ours).for_each(|id| fonts.remove_face(id));
        ours
    }
}

/// Whether the letters that hinan brings have a sign.
fn is_brought(sign: char) -> bool {
    static BROUGHT: OnceLock<Vec<ttf_parser::Face<'static>>> = OnceLock::new();
    let faces = BROUGHT.get_or_init(|| {
        embedded_letters().iter().filter_map(|data| ttf_parser::Face::parse(data, 0).ok()).collect()
    });
    !faces.is_empty() && faces.iter().all(|face| face.glyph_index(sign).is_some())
}

/// Whether a sign has no shape: spaces, and what only directs the signs around it.
fn is_invisible(sign: char) -> bool {
    sign.is_whitespace()
        || sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

//! The messages of the shared data: each is read or refused as its README says, with these codes.

use std::path::{Path, PathBuf};

use hinan_cap::Verdict::{self, Refused, Tolerated, Valid};
use hinan_cap::{Mode, feed, read, sniff, write};

pub(crate) fn folder() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/alerts/cap");
    if !folder.exists() {
        println!("skipped: shared/data/alerts/cap is not beside the checkout");
        return None;
    }
    Some(folder)
}

/// File, format, verdict as received, the codes of that; verdict as issued.
type Row = (&'static str, &'static str, Verdict, &'static [&'static str], Verdict);

const MESSAGES: &[Row] = &[
    ("dwd/Z_CAP_C_EDZW_20170223134450_PVW_4.xml", "cap-1.2", Valid, &["empty-text"], Refused),
    ("google/australia.cap", "cap-1.2", Valid, &["html"], Valid),
    ("google/earthquake.cap", "cap-1.1", Tolerated, &["cap-1-1"], Refused),
    ("google/earthquake_signed.cap", "cap-1.1", Tolerated, &["cap-1-1", "encoding"], Refused),
    ("google/invalid.cap", "cap-1.2", Refused, &["missing-element"], Refused),
    ("google/no_optional_fields.cap", "cap-1.1", Tolerated, &["cap-1-1", "missing-area"], Refused),
    ("google/weather.cap", "cap-1.1", Tolerated, &["cap-1-1"], Refused),
    ("google/xee.cap", "cap-1.2", Refused, &["doctype"], Refused),
    (
        "nws-2012/cap.GA124CA04A0C28.SpecialWeatherStatement.xml",
        "cap-1.1",
        Tolerated,
        &["cap-1-1", "empty-element", "empty-text"],
        Refused,
    ),
    ("oasiscap/google-PAAQ-4-mg5a94.xml", "cap-1.2", Valid, &["headline-long"], Valid),
    ("oasiscap/ipaws-5e6dd9de023f1930ef6548d9.xml", "cap-1.2", Valid, &[], Valid),
    ("oasiscap/ipaws-5e7e0fc5023f1930efcf3deb.xml", "cap-1.2", Valid, &[], Valid),
    ("oasiscap/ipaws-5ea321f39fc226a7b44b6874.xml", "cap-1.2", Valid, &[], Valid),
    (
        "oasiscap/v1dot0_appendix_adot1.xml",
        "cap-1.0",
        Tolerated,
        &["area-shape", "cap-1-0", "missing-element", "pair-form"],
        Refused,
    ),
    ("oasiscap/v1dot0_appendix_adot2.xml", "cap-1.0", Tolerated, &["cap-1-0", "pair-form"], Refused),
    (
        "oasiscap/v1dot0_appendix_adot3.xml",
        "cap-1.0",
        Tolerated,
        &["cap-1-0", "pair-form", "very-likely"],
        Refused,
    ),
    ("oasiscap/v1dot0_appendix_adot4.xml", "cap-1.0", Tolerated, &["cap-1-0", "pair-form"], Refused),
    (
        "oasiscap/v1dot1_appendix_adot1.xml",
        "cap-1.1",
        Tolerated,
        &["area-shape", "cap-1-1", "missing-element"],
        Refused,
    ),
    ("oasiscap/v1dot1_appendix_adot2.xml", "cap-1.1", Tolerated, &["cap-1-1"], Refused),
    ("oasiscap/v1dot1_appendix_adot3.xml", "cap-1.1", Tolerated, &["cap-1-1"], Refused),
    ("oasiscap/v1dot1_appendix_adot4.xml", "cap-1.1", Tolerated, &["cap-1-1"], Refused),
    ("oasiscap/v1dot2_appendix_adot1.xml", "cap-1.2", Valid, &["area-shape"], Refused),
    ("oasiscap/v1dot2_appendix_adot2.xml", "cap-1.2", Valid, &[], Valid),
    ("oasiscap/v1dot2_appendix_adot3.xml", "cap-1.2", Valid, &[], Valid),
    ("oasiscap/v1dot2_appendix_adot4.xml", "cap-1.2", Valid, &[], Valid),
];

#[test]
fn every_message_is_read_or_refused_as_the_table_says() {
    let Some(folder) = folder() else { return };
    for &(file, format, received, codes, issued) in MESSAGES {
        let bytes = std::fs::read(folder.join(file)).unwrap();
        assert_eq!(sniff(&bytes).to_string(), format, "{file}");
        let reading = read(&bytes, Mode::Tolerant);
        let mut found: Vec<&str> = reading.complaints.iter().map(|complaint| complaint.code.word()).collect();
        found.sort_unstable();
        found.dedup();
        assert_eq!((reading.verdict(), &found[..]), (received, codes), "{file}");
        assert_eq!(read(&bytes, Mode::Strict).verdict(), issued, "{file}");
        let Some(alert) = reading.alert else { continue };
        if let Ok(written) = write(&alert) {
            assert_eq!(read(&written, Mode::Strict).alert, Some(alert), "{file}");
        }
    }
}

#[test]
fn the_tables_name_every_file() {
    let Some(folder) = folder() else { return };
    for part in ["dwd", "google", "nws-2012", "oasiscap"] {
        for file in std::fs::read_dir(folder.join(part)).unwrap() {
            let name = format!("{part}/{}", file.unwrap().file_name().into_string().unwrap());
            let is_message = MESSAGES.iter().any(|row| row.0 == name);
            assert!(is_message || crate::feeds::FEEDS.iter().any(|row| row.0 == name), "{name}");
        }
    }
}

#[test]
fn what_the_world_says_arrives() {
    let Some(folder) = folder() else { return };
    let alert = |file: &str| read(&std::fs::read(folder.join(file)).unwrap(), Mode::Tolerant).alert.unwrap();

    let tsunami = alert("oasiscap/google-PAAQ-4-mg5a94.xml");
    assert_eq!(tsunami.references.len(), 3);
    assert_eq!(tsunami.references[2].identifier, "PAAQ-3-mg5a94");
    assert_eq!(tsunami.references[2].sent.to_string(), "2013-01-05T10:17:31-00:00");

    let wind = alert("dwd/Z_CAP_C_EDZW_20170223134450_PVW_4.xml");
    assert_eq!(wind.infos[0].event, "WINDBÖEN");

    let scene = alert("oasiscap/v1dot0_appendix_adot3.xml");
    assert_eq!(scene.infos[0].certainty, hinan_cap::message::Certainty::Likely);
    assert_eq!(scene.infos[0].areas[0].circles[0].radius_mm, 0);
    assert_eq!(scene.infos[0].parameters[2].value, "3.4 Ml");

    let signed = alert("google/earthquake_signed.cap");
    assert_eq!(signed.extensions.len(), 1);
    assert_eq!(signed.extensions[0].namespace, "http://www.w3.org/2000/09/xmldsig#");
    assert!(signed.extensions[0].xml.starts_with("<Signature"));
}

/// An attack on whoever follows what a document names. There is nothing here that could: no file is
/// opened, no address asked, since the crate has neither; and the document type is the verdict.
#[test]
fn an_attack_by_entities_is_refused_unread() {
    let Some(folder) = folder() else { return };
    let bytes = std::fs::read(folder.join("google/xee.cap")).unwrap();
    for mode in [Mode::Strict, Mode::Tolerant] {
        let reading = read(&bytes, mode);
        assert_eq!(reading.alert, None);
        assert_eq!(reading.complaints.len(), 1);
        assert_eq!(reading.complaints[0].code, hinan_cap::Code::Doctype);
        assert_eq!((reading.complaints[0].line, reading.complaints[0].column), (3, 1));
    }
    assert!(feed::read(&bytes).is_refused());
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in std::fs::read_dir(sources).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        for word in ["std::fs", "std::net", "std::process", "std::env", "File::"] {
            assert!(!text.contains(word), "{word} in a room without input and output");
        }
    }
}

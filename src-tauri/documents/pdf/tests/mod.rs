//! What is on the pages, and what kind of file they are in.

use couloir_core::Contents;
use couloir_core::workshop::Language;
use lopdf::{Dictionary, Document as Pdf, Object};
use serde_json::json;

pub(crate) use any_text::with_text_everywhere;

use crate::fixture;
use crate::{Document, Error, Request, pages, pdf};

mod any_text;
mod documents;
mod guide;
mod look;
mod measure;
mod pictures;

fn request(document: Document, language: Language) -> Request {
    Request::new(document, language, chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
}

fn open(bytes: &[u8]) -> Pdf {
    Pdf::load_mem(bytes).unwrap()
}

/// Text of all pages, spaces and line ends as single spaces.
fn text(pdf: &Pdf) -> String {
    let numbers: Vec<u32> = pdf.get_pages().into_keys().collect();
    pdf.extract_text(&numbers).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn assert_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let at = rest.find(part).unwrap_or_else(|| panic!("{part:?} is missing or out of order in: {text}"));
        rest = &rest[at + part.len()..];
    }
}

fn catalog(pdf: &Pdf) -> &Dictionary {
    pdf.catalog().unwrap()
}

/// The promises every PDF keeps: tagged, titled, in its language, with an outline and subset fonts inside.
fn assert_well_made(bytes: &[u8], language: Language) {
    let pdf = open(bytes);
    let catalog = catalog(&pdf);
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), language.tag().as_bytes());
    let marked = catalog.get_deref(b"MarkInfo", &pdf).unwrap().as_dict().unwrap();
    assert_eq!(marked.get(b"Marked").unwrap(), &Object::Boolean(true));
    assert!(catalog.has(b"StructTreeRoot"));
    assert!(catalog.has(b"Outlines"), "no outline");
    let shown = catalog.get_deref(b"ViewerPreferences", &pdf).unwrap().as_dict().unwrap();
    assert_eq!(shown.get(b"DisplayDocTitle").unwrap(), &Object::Boolean(true));
    let metadata = catalog.get_deref(b"Metadata", &pdf).unwrap().as_stream().unwrap();
    let metadata = String::from_utf8_lossy(&metadata.content);
    assert!(metadata.contains("pdfuaid:part"), "{metadata}");
    assert!(metadata.contains("dc:title"));
    let mut fonts = 0;
    for object in pdf.objects.values() {
        let Ok(font) = object.as_dict() else { continue };
        if font.get(b"Type").and_then(Object::as_name).is_ok_and(|name| name == b"FontDescriptor") {
            let name = font.get(b"FontName").unwrap().as_name().unwrap();
            assert_eq!(name[6], b'+', "{} is no subset", String::from_utf8_lossy(name));
            assert!(font.has(b"FontFile3") || font.has(b"FontFile2"), "not embedded");
            fonts += 1;
        }
    }
    assert!(fonts >= 1);
}

#[test]
fn the_agenda_says_when_and_what() {
    let bytes = pdf(&fixture::workshop(Language::Fr), &request(Document::Agenda, Language::Fr)).unwrap();
    assert_well_made(&bytes, Language::Fr);
    let pdf = open(&bytes);
    assert_eq!(pdf.get_pages().len(), 1);
    let text = text(&pdf);
    assert_in_order(
        &text,
        &[
            "ORDRE DU JOUR",
            "Qui porte quoi, et que nous devons-nous ?",
            "lundi 23 novembre 2026, 9 h – 12 h 50",
            "salle Atlas · 3 personnes · 230 min",
            "But",
            "À apporter",
            "Heure",
            "Conduit par",
            "9:00",
            "Accueil et cadre",
            "facilitation",
            "10",
            "9:10",
            "Notre cas d’usage",
            "9:20",
            "9:30",
            "9:50",
            "10:25",
            "Pause",
            "10:40",
            "11:15",
            "11:35",
            "12:15",
            "Constats et décisions",
            "12:35",
            "Zoé Lefèvre",
            "fin",
            "12:50",
            "total",
            "230 min",
            "Administrateur ou administratrice",
            "Déploiement omnicanal",
        ],
    );
    assert!(!text.contains("PRIVÉE") && !text.contains("Privé"), "{text}");
    assert!(bytes.len() <= 25_000, "{} bytes", bytes.len());
}

#[test]
fn the_agenda_shows_sections_markers_tracks_spare_and_overlap() {
    let bytes = pdf(&fixture::workshop(Language::En), &request(Document::Agenda, Language::En)).unwrap();
    assert_well_made(&bytes, Language::En);
    let text = text(&open(&bytes));
    assert_in_order(
        &text,
        &[
            "AGENDA",
            "Monday 23 November 2026, 9:00 – 10:14",
            "Atlas room · 1 person · 74 min",
            "Opening",
            "9:10",
            "Doors close",
            "Contracts",
            "9:10",
            "9:10",
            "C with D",
            "5 min to spare",
            "9:30",
            "1 min overlap",
            "9:34",
            "optional",
            "9:54",
        ],
    );
}

#[test]
fn a_workshop_without_a_meeting_says_so_on_one_page() {
    for language in [Language::Fr, Language::En] {
        let mut archive = fixture::archive(language);
        for list in ["meetings", "attendees", "agenda_items"] {
            archive.remove(list);
        }
        let contents = fixture::contents(language, archive);
        let bytes = pdf(&contents, &request(Document::Agenda, language)).unwrap();
        assert_well_made(&bytes, language);
        assert_eq!(open(&bytes).get_pages().len(), 1);
        let said = if language == Language::Fr { "pas encore de réunion" } else { "no meeting yet" };
        assert!(text(&open(&bytes)).contains(said));
    }
}

#[test]
fn an_unknown_meeting_is_refused() {
    let contents = fixture::workshop(Language::Fr);
    let request = Request { meeting_id: Some("nowhere".into()), ..request(Document::Agenda, Language::Fr) };
    assert!(matches!(pdf(&contents, &request), Err(Error::UnknownMeeting(_))));
}

#[test]
fn the_same_data_gives_the_same_bytes() {
    let contents = fixture::workshop(Language::Fr);
    let request = request(Document::Agenda, Language::Fr);
    let first = pdf(&contents, &request).unwrap();
    typst::comemo::evict(0);
    assert!(first == pdf(&contents, &request).unwrap());
}

#[test]
fn the_preview_has_the_pages_of_the_pdf() {
    let contents = fixture::workshop(Language::Fr);
    let request = request(Document::Agenda, Language::Fr);
    let preview = pages(&contents, &request).unwrap();
    assert_eq!(preview.svg.len(), open(&pdf(&contents, &request).unwrap()).get_pages().len());
    assert!(preview.svg[0].starts_with("<svg"));
    assert!(crate::picture(&contents, None, &request, 0, 1.0).unwrap().bytes.starts_with(b"\x89PNG"));
    assert!(matches!(crate::picture(&contents, None, &request, 9, 1.0), Err(Error::UnknownPage(10))));
}

#[test]
fn a_long_agenda_repeats_its_header_and_numbers_its_pages() {
    let mut archive = fixture::archive(Language::Fr);
    let items = (1..=70).map(|n| fixture::item(&format!("Point {n}"), "détail", 5, json!({}))).collect::<Vec<_>>();
    archive.insert("agenda_items".to_owned(), items.into());
    let bytes = pdf(&fixture::contents(Language::Fr, archive), &request(Document::Agenda, Language::Fr)).unwrap();
    let pdf = open(&bytes);
    let count = pdf.get_pages().len();
    assert!(count >= 3);
    for number in 1..=count {
        let page = pdf.extract_text(&[u32::try_from(number).unwrap()]).unwrap();
        assert!(page.contains("Conduit par"), "page {number}: {page}");
        assert!(page.replace('\n', " ").contains(&format!("{number} / {count}")), "page {number}: {page}");
    }
}

#[test]
fn a_file_name_holds_nothing_a_file_system_refuses() {
    let contents = any_text::with_text_everywhere(Language::Fr, "a/b\\c:d*e?f\"g<h>i|j .");
    let name = crate::file_name(&contents, &request(Document::Agenda, Language::Fr)).unwrap();
    assert_eq!(name, "Ordre du jour - a b c d e f g h i j");
}

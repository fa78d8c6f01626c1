//! What is in the Word files, and that another program opens them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use couloir_core::Contents;
use couloir_core::workshop::Language;

use crate::{Document, Format, Request, fixture, make};

fn request(contents: &Contents, document: Document, language: Language) -> Request {
    let meeting_id = contents.meetings.first().map(|meeting| meeting.id.clone());
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
    Request { meeting_id, ..Request::new(document, language, today) }
}

fn made(contents: &Contents, document: Document, language: Language) -> Vec<u8> {
    make(contents, None, &request(contents, document, language), Format::Docx, 0).unwrap().bytes
}

/// The parts of the file by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(name, text);
    }
    parts
}

/// The texts of a part, as they are read.
fn said(xml: &str) -> String {
    let mut said = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        if tag.starts_with("w:t ") || tag == "w:t" {
            said.push_str(text);
        } else if tag == "/w:p" || tag.starts_with("w:br") {
            said.push('\n');
        }
    }
    said.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
}

fn editable() -> impl Iterator<Item = Document> {
    Document::ALL.iter().copied().filter(|document| document.is_editable())
}

#[test]
fn every_file_has_headings_heads_that_repeat_styles_and_a_language() {
    for language in [Language::Fr, Language::En] {
        let contents = fixture::lived(language);
        for document in editable() {
            let parts = parts(&made(&contents, document, language));
            let (text, styles, core) =
                (&parts["word/document.xml"], &parts["word/styles.xml"], &parts["docProps/core.xml"]);
            let tag = if language == Language::Fr { "fr-FR" } else { "en-GB" };
            assert!(styles.contains(&format!("<w:lang w:val=\"{tag}\"")), "{styles}");
            assert!(styles.contains(r#"<w:name w:val="heading 1" />"#), "{styles}");
            assert!(core.contains("<dc:title>") && core.contains(&format!("<dc:language>{tag}<")), "{core}");
            assert!(text.contains(r#"<w:pStyle w:val="Title" />"#));
            let code = document.code();
            if !matches!(document, Document::Agenda | Document::Raci | Document::Grid) {
                assert!(text.contains(r#"<w:pStyle w:val="Heading1" />"#), "{code}");
            }
            // Every table has one head, and that is its first row.
            let tables = text.matches("<w:tbl>").count();
            assert_eq!(text.matches("<w:tblHeader />").count(), tables, "{code}");
            for table in text.split("<w:tbl>").skip(1) {
                let first = table.split("</w:tr>").next().unwrap();
                assert!(first.contains("<w:tblHeader />"), "{code}: {first}");
            }
            assert!(parts.keys().any(|name| name.starts_with("word/footer")), "{code}");
            let said = said(text);
            assert!(!said.contains("document-") && !said.contains("SECRET"), "{code}: {said}");
        }
    }
}

#[test]
fn the_files_say_what_the_pages_say() {
    let contents = fixture::lived(Language::Fr);
    let text = |document| {
        let said = said(&parts(&made(&contents, document, Language::Fr))["word/document.xml"]);
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let minutes = text(Document::Minutes);
    for part in [
        "COMPTE RENDU",
        "Brouillon",
        "Zoé Lefèvre, Karim Benali",
        "D1",
        "e-mail haché",
        "A3",
        "personne",
        "sans date",
        "en retard",
        "sans rôle",
        "Reporté",
    ] {
        assert!(minutes.contains(part), "{part} in {minutes}");
    }
    let contracts = text(Document::Contracts);
    assert!(contracts.contains("9 lignes convenues sur 36, soit 25 %"), "{contracts}");
    for contract in &contents.contracts {
        assert!(contracts.contains(contract.offer.as_ref().or(contract.need.as_ref()).unwrap()));
    }
    assert_eq!(contracts.matches("Signature").count(), 12);
    let record = text(Document::Record);
    for task in &contents.tasks {
        assert!(record.contains(&task.title), "{}", task.title);
    }
    for duty in &contents.responsibilities {
        assert!(record.contains(&duty.title) && text(Document::Roles).contains(&duty.title), "{}", duty.title);
    }
}

#[test]
fn any_text_makes_a_sound_file() {
    for hostile in ["<w:p>&amp; ]]> \u{0}\u{1}\u{b}\u{fffe}", "👩‍🚀 会議 العربية", "a\tb\nc\r\n", ""] {
        let contents = crate::pdf::hostile_texts(Language::Fr, hostile);
        for document in editable() {
            for (name, part) in parts(&made(&contents, document, Language::Fr)) {
                let mut faults = faults(&part);
                assert!(faults.is_empty(), "{} {name} of {hostile:?}: {:?}", document.code(), faults.pop());
            }
        }
    }
}

/// What is wrong with a part as XML: tags that do not match, characters that XML has not.
fn faults(xml: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    if let Some(c) =
        xml.chars().find(|c| (c.is_control() && !"\n\r\t".contains(*c)) || matches!(c, '\u{fffe}' | '\u{ffff}'))
    {
        wrong.push(format!("{c:?}"));
    }
    for piece in xml.split('<').skip(1) {
        let Some((tag, _)) = piece.split_once('>') else {
            wrong.push(format!("open tag {piece}"));
            continue;
        };
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                wrong.push(format!("</{name}>"));
            }
        } else if !tag.starts_with('?') && !tag.ends_with('/') {
            open.push(name);
        }
    }
    wrong.extend(open.into_iter().map(str::to_owned));
    wrong
}

#[test]
fn wide_tables_lie_on_turned_sheets() {
    for (count, is_turned) in [(4, false), (18, true)] {
        let contents = fixture::many_roles(Language::Fr, count);
        for document in [Document::Record, Document::Raci, Document::Grid, Document::Contracts] {
            let mut contents = contents.clone();
            contents.contracts.truncate(40);
            let text = &parts(&made(&contents, document, Language::Fr))["word/document.xml"];
            assert_eq!(text.contains(r#"w:orient="landscape""#), is_turned, "{} {count}", document.code());
        }
    }
}

/// The Writer of LibreOffice, where there is one.
fn writer() -> Option<&'static Path> {
    ["/usr/bin/soffice", "/usr/bin/libreoffice"].map(Path::new).into_iter().find(|path| path.exists())
}

#[test]
fn libreoffice_opens_every_file_and_finds_its_words() {
    let Some(writer) = writer() else {
        println!("skipped: no LibreOffice here");
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let contents = fixture::lived(Language::Fr);
    let mut names = Vec::new();
    for document in editable() {
        let path = folder.path().join(format!("{}.docx", document.code()));
        crate::save(&path, &made(&contents, document, Language::Fr)).unwrap();
        names.push(path);
    }
    let convert = |to: &str| {
        let home = format!("-env:UserInstallation=file://{}", folder.path().join("home").display());
        let done = Command::new(writer)
            .args([&home, "--headless", "--convert-to", to, "--outdir"])
            .arg(folder.path())
            .args(&names)
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    // A desktop without Writer converts nothing; then there is nothing to compare with.
    convert("txt:Text (encoded):UTF8");
    convert("pdf");
    let mut opened = 0;
    for document in editable() {
        let Ok(text) = std::fs::read_to_string(folder.path().join(format!("{}.txt", document.code()))) else {
            continue;
        };
        opened += 1;
        let ours = said(&parts(&made(&contents, document, Language::Fr))["word/document.xml"]);
        let words = |text: &str| -> BTreeMap<String, usize> {
            let mut words = BTreeMap::new();
            for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3) {
                *words.entry(word.to_owned()).or_default() += 1;
            }
            words
        };
        let (mine, theirs) = (words(&ours), words(&text));
        for (word, count) in mine {
            assert!(theirs.get(&word).copied().unwrap_or(0) >= count, "{}: {word}", document.code());
        }
        assert!(folder.path().join(format!("{}.pdf", document.code())).exists());
    }
    println!("{opened} files opened by LibreOffice");
    if let Some(looked_at) = std::env::var_os("COULOIR_WORD_PAGES") {
        for name in names {
            let target = Path::new(&looked_at).join(name.file_name().unwrap());
            std::fs::copy(&name, &target).unwrap();
            let _ = std::fs::copy(name.with_extension("pdf"), target.with_extension("docx.pdf"));
        }
    }
}

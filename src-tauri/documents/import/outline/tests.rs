//! Documents of every format as blocks, and files that mean harm as an error.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::io::{Cursor, Write};

use crate::Error;
use crate::import::{Entry, EntryKind, Foreign, Import, read};

fn zip_of(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn word(body: &str) -> Vec<u8> {
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style></w:styles>"#;
    let numbering = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num></w:numbering>"#;
    zip_of(&[
        ("word/document.xml", &format!(r#"<w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#)),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
    ])
}

fn text_document(content: &str) -> Vec<u8> {
    let content = format!("<office:document-content><office:body>{content}</office:body></office:document-content>");
    zip_of(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn entries(bytes: &[u8], name: &str) -> Vec<Entry> {
    let Import::Read(_, plan) = read(bytes, name, None).unwrap() else { panic!("a plan") };
    plan.entries
}

fn texts(entries: &[Entry], kind: EntryKind) -> Vec<&str> {
    entries.iter().filter(|entry| entry.kind == kind).map(|entry| entry.text.as_str()).collect()
}

#[test]
fn a_word_document_is_read_by_its_styles_in_any_language() {
    let heading = |text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="berschrift2"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let item = |text: &str| {
        format!(r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr>{text}</w:p>"#)
    };
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = [
        r#"<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Rollen</w:t></w:r></w:p>"#.to_owned(),
        heading("Kassenwart"),
        item(
            &(run("Zahlt ")
                + "<w:del><w:r><w:delText>nie</w:delText></w:r></w:del>"
                + "<w:ins>"
                + &run("Rechnungen")
                + "</w:ins>"),
        ),
        heading("Schriftführerin"),
        item(&run("Schreibt")),
        format!(
            "<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>{}</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p>{}</w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            run("Im Kasten"),
            run("Doppelt")
        ),
    ];
    let found = entries(&word(&body.concat()), "rollen.docx");
    assert_eq!(texts(&found, EntryKind::Role), ["Kassenwart", "Schriftführerin"]);
    assert_eq!(texts(&found, EntryKind::Responsibility), ["Zahlt Rechnungen", "Schreibt"]);
    assert!(found.iter().any(|entry| entry.text == "Im Kasten" || entry.detail == "Im Kasten"));
    assert!(!found.iter().any(|entry| entry.text == "Doppelt"));
}

#[test]
fn merged_cells_and_lines_in_cells_are_read_as_the_eye_does() {
    let cell =
        |more: &str, text: &str| format!("<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = [
        row(&[cell("", "Role"), cell("", "Task")]),
        row(&[cell(r#"<w:vMerge w:val="restart"/>"#, "Kitchen"), cell("", "Buy")]),
        row(&["<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>".to_owned(), cell("", "Cook")]),
    ];
    let found = entries(&word(&format!("<w:tbl>{}</w:tbl>", table.concat())), "feast.docx");
    assert_eq!(texts(&found, EntryKind::Role), ["Kitchen"]);
    let tasks: Vec<_> = found.iter().filter(|entry| entry.kind == EntryKind::Task).collect();
    assert!(tasks.len() == 2 && tasks.iter().all(|task| task.role.is_some()));
    let page =
        "<table><tr><th>Role<th>Mission<th>Skills<tr><td>Host<td>Welcomes<td><ul><li>Calm<li>Humour</ul></table>";
    assert_eq!(texts(&entries(page.as_bytes(), "x.html"), EntryKind::Skill), ["Calm", "Humour"]);
}

#[test]
fn an_opendocument_text_and_its_sheets_are_read() {
    let found = entries(
        &text_document(
            r#"<office:text><text:h text:outline-level="1">Rôles</text:h><text:h text:outline-level="2">Trésorier</text:h><text:list><text:list-item><text:p>Paie <text:s/>les <text:span>factures</text:span></text:p></text:list-item></text:list><text:h text:outline-level="2">Secrétaire</text:h><text:p>Écrit.</text:p></office:text>"#,
        ),
        "x.odt",
    );
    assert_eq!(texts(&found, EntryKind::Role), ["Trésorier", "Secrétaire"]);
    assert_eq!(texts(&found, EntryKind::Responsibility).len(), 1);
    let sheet = |rows: &str| {
        let content = format!(
            r#"<office:document-content><office:automatic-styles><style:style style:name="h"><style:table-properties table:display="false"/></style:style></office:automatic-styles><table:table table:name="A">{rows}</table:table><table:table table:name="Old" table:style-name="h"><table:table-row><table:table-cell><text:p>Task</text:p></table:table-cell></table:table-row></table:table></office:document-content>"#
        );
        zip_of(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
    };
    let row = |cells: &[&str]| {
        let cells: String =
            cells.iter().map(|text| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>")).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let found = entries(&sheet(&(row(&["Task", "Owner"]) + &row(&["Order chairs", "Host"]))), "x.ods");
    assert_eq!((texts(&found, EntryKind::Task), texts(&found, EntryKind::Role)), (vec!["Order chairs"], vec!["Host"]));
    // A small file that stands for a million rows.
    let many = r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>"#;
    let refused = read(&sheet(many), "x.ods", None);
    assert!(matches!(refused, Err(Error::TooManyRows(_) | Error::UnpacksTooLarge(_))), "{:?}", refused.map(|_| ()));
}

#[test]
fn pages_of_every_program_are_read() {
    let clip = "Version:1.0\r\nStartHTML:0000000105\r\n<html><body><p class=MsoNormal><b>Treasurer</b></p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Pays</p><p class=MsoNormal><b>Secretary</b></p><p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Writes</p></body></html>";
    let Import::Read(_, plan) = crate::import::pasted(clip, "", None).unwrap() else { panic!("a plan") };
    assert_eq!(texts(&plan.entries, EntryKind::Role), ["Treasurer", "Secretary"]);
    assert_eq!(texts(&plan.entries, EntryKind::Responsibility), ["Pays", "Writes"]);
    let page = "<html><head><title>Roles</title><style>p{}</style></head><body><nav><ul><li>Home</ul></nav><main><h1>Roles</h1><dl><dt>Host<dd>Welcomes<dt>Cook<dd>Cooks</dl></main><footer>Imprint</footer></body></html>";
    let found = entries(page.as_bytes(), "x.html");
    assert_eq!(texts(&found, EntryKind::Role), ["Host", "Cook"]);
    assert!(!found.iter().any(|entry| entry.text.contains("Home") || entry.text.contains("Imprint")));
}

#[test]
fn hostile_documents_are_refused_or_read_within_bounds() {
    let error = |bytes: &[u8], name: &str| read(bytes, name, None).unwrap_err();
    let manifest = r#"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"#;
    let locked = zip_of(&[
        ("mimetype", "application/vnd.oasis.opendocument.text"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", "x"),
    ]);
    assert!(matches!(error(&locked, "x.odt"), Error::Protected));
    assert!(matches!(error(&word("<w:p>"), "x.docx"), Error::Damaged(_)));
    let whole = word("<w:p><w:r><w:t>Roles</w:t></w:r></w:p>");
    assert!(matches!(error(&whole[..whole.len() / 2], "x.docx"), Error::Damaged(_)));
    let bomb = zip_of(&[("word/document.xml", &" ".repeat(40 << 20))]);
    assert!(matches!(error(&bomb, "x.docx"), Error::UnpacksTooLarge(_)));
    assert!(matches!(error(&word(&"<w:sdt>".repeat(5_000)), "x.docx"), Error::Damaged(_)));
    for (deep, name) in [
        ("<div>".repeat(200_000), "x.html"),
        ("<table><tr><td>".repeat(20_000), "x.html"),
        ("<ul><li>x".repeat(20_000), "x.html"),
        (format!("# Roles\n\n{}", "<b><table>".repeat(20_000)), "x.md"),
    ] {
        let _ = read(deep.as_bytes(), name, None);
    }
    let foreign = |bytes: &[u8], name: &str, wanted: Foreign| {
        assert!(matches!(error(bytes, name), Error::Foreign(found) if found == wanted), "{name}");
    };
    let old = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0];
    foreign(&old, "x.doc", Foreign::OldWord);
    foreign(&old, "x.xls", Foreign::OldExcel);
    foreign(b"%PDF-1.7", "x.pdf", Foreign::Pdf);
    foreign(b"{\\rtf1}", "x.rtf", Foreign::Rtf);
    foreign(&zip_of(&[("Index/Document.iwa", "x")]), "x.pages", Foreign::Apple);
    foreign(&zip_of(&[("ppt/presentation.xml", "x")]), "x.pptx", Foreign::Slides);
    assert!(matches!(error(&old, "x.docx"), Error::Protected));
}

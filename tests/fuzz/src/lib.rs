//! What each fuzz target does with its bytes: read them as a user's file would be, and take over what was found.
//!
//! A refusal is a good answer, a panic is not. What was read is put into a library in memory, which may refuse it
//! too, but then must be as it was.

use std::cell::RefCell;
use std::io::{Cursor, Write};

use couloir_core::task::wall_moves;
use couloir_core::workshop::{Language, NewWorkshop, Template};
use couloir_core::{Contents, Library, Millis};
use couloir_documents::import::{self, Import};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Workshops a library takes before it is made anew, so that memory stays flat.
const WORKSHOPS_MAX: u32 = 100;

/// CSV or TSV: the first byte chooses.
pub fn table(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    read(rest, if first % 2 == 0 { "x.csv" } else { "x.tsv" }, first % 4 > 1);
}

/// A workbook: its bytes as they are, or one of its parts in an otherwise good one. Without the latter every
/// mutation would end at a checksum.
pub fn xlsx(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let at = match first % 8 {
        0 => return read(rest, "x.xlsx", false),
        1..=4 => "xl/worksheets/sheet1.xml",
        5 => "xl/sharedStrings.xml",
        6 => "xl/workbook.xml",
        _ => "xl/styles.xml",
    };
    let parts = WORKBOOK.iter().map(|(name, text)| (*name, if *name == at { rest } else { text.as_bytes() }));
    if let Some(file) = zipped(parts) {
        read(&file, "x.xlsx", first % 16 > 7);
    }
}

/// A Markdown document.
pub fn markdown(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    read(rest, "x.md", first % 2 == 1);
}

/// A page, as a file or from the clipboard.
pub fn html(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    read(rest, "x.html", first % 2 == 1);
}

/// A Word document: its bytes as they are, or one of its parts in an otherwise good one.
pub fn docx(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let at = match first % 8 {
        0 => return read(rest, "x.docx", false),
        1..=4 => "word/document.xml",
        5 => "word/styles.xml",
        6 => "word/numbering.xml",
        _ => "word/_rels/document.xml.rels",
    };
    packed(DOCUMENT, at, rest, "x.docx", first % 16 > 7);
}

/// An OpenDocument text or spreadsheet: its bytes, or one of its parts in an otherwise good one.
pub fn odf(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let parts = if first % 16 > 7 { TEXT } else { SPREADSHEET };
    match first % 8 {
        0 => read(rest, "x.odt", false),
        7 => packed(parts, "styles.xml", rest, "x.odt", false),
        _ => packed(parts, "content.xml", rest, "x.odt", first % 32 > 15),
    }
}

/// A calendar.
pub fn calendar(bytes: &[u8]) {
    read(bytes, "x.ics", false);
}

/// A packed document with one of its parts from the fuzzer.
fn packed(parts: &[(&str, &str)], at: &str, bytes: &[u8], name: &str, joins: bool) {
    let parts = parts.iter().map(|(name, text)| (*name, if *name == at { bytes } else { text.as_bytes() }));
    if let Some(file) = zipped(parts) {
        read(&file, name, joins);
    }
}

/// A `.couloir` archive: its bytes as they are, or its workshop or manifest in a good zip.
pub fn archive(bytes: &[u8]) {
    let Some((first, rest)) = bytes.split_first() else { return };
    let (manifest, workshop) = match first % 8 {
        0 => return read(rest, "x.couloir", false),
        1 => (rest, &b"{\"format\":\"couloir\",\"version\":1,\"workshop\":{}}"[..]),
        _ => (&b"{\"format\":\"couloir\",\"version\":1}"[..], rest),
    };
    if let Some(file) = zipped([("manifest.json", manifest), ("workshop.json", workshop)].into_iter()) {
        read(&file, "x.couloir", first % 16 > 7);
    }
}

/// A text from the clipboard.
pub fn pasted(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(found) = import::pasted(&text, "", None) {
        take_over(&found, false);
    }
}

/// Moves typed in from the paper wall.
pub fn wall(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    EXAMPLE.with(|example| {
        let moves = wall_moves(&example.roles, &example.tasks, &text);
        // Every move names what it moves, or says why not.
        assert!(moves.iter().all(|one| one.problem.is_some() || one.task_id.is_some()));
    });
}

thread_local! {
    static LIBRARY: RefCell<Option<(Library, u32)>> = const { RefCell::new(None) };
    static EXAMPLE: Contents = {
        let mut library = library();
        let archive = Template::Ajo.archive(Language::Fr).expect("the example");
        let id = library.workshop_from_archive(archive, &new(), |_, _| Ok(())).expect("the example").value;
        library.contents(&id).expect("the example")
    };
}

fn library() -> Library {
    Library::in_memory(Box::new(|| Millis(1_800_000_000_000))).expect("a library in memory")
}

fn new() -> NewWorkshop {
    NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() }
}

fn read(bytes: &[u8], name: &str, joins: bool) {
    let found = if joins {
        EXAMPLE.with(|example| import::read(bytes, name, Some(example)))
    } else {
        import::read(bytes, name, None)
    };
    match found {
        Ok(found) => take_over(&found, joins),
        Err(error) => assert!(!error.code().is_empty()),
    }
}

/// Puts what was read into a library; tables and documents must fit, an archive may be refused.
fn take_over(found: &Import, joins: bool) {
    let rows = found.archive();
    // What joins refers to the rows of the example, which this library does not have.
    if joins {
        return;
    }
    LIBRARY.with_borrow_mut(|kept| {
        let (library, count) = kept.get_or_insert_with(|| (library(), 0));
        let before = library.revision();
        let taken = library.workshop_from_archive(rows, &new(), |_, _| Ok(()));
        assert_eq!(library.revision(), before + u32::from(taken.is_ok()));
        if let Err(error) = taken {
            assert!(matches!(found, Import::Archive(..)), "what was planned is refused: {error}");
        }
        *count += 1;
        if *count >= WORKSHOPS_MAX {
            *kept = None;
        }
    });
}

fn zipped<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> Option<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(name, options).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// The least that a Word document is.
const DOCUMENT: &[(&str, &str)] = &[
    (
        "word/document.xml",
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr><w:r><w:t>Treasurer</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Pays</w:t></w:r></w:p></w:body></w:document>"#,
    ),
    (
        "word/styles.xml",
        r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style></w:styles>"#,
    ),
    (
        "word/numbering.xml",
        r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#,
    ),
    ("word/_rels/document.xml.rels", r#"<Relationships/>"#),
];

/// The least that an OpenDocument text is.
const TEXT: &[(&str, &str)] = &[
    ("mimetype", "application/vnd.oasis.opendocument.text"),
    (
        "content.xml",
        r#"<office:document-content><office:body><office:text><text:h text:outline-level="1">Treasurer</text:h><text:list><text:list-item><text:p>Pays</text:p></text:list-item></text:list></office:text></office:body></office:document-content>"#,
    ),
    ("styles.xml", r#"<office:document-styles/>"#),
];

/// The least that an OpenDocument spreadsheet is.
const SPREADSHEET: &[(&str, &str)] = &[
    ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
    (
        "content.xml",
        r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row><table:table-cell><text:p>Task</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#,
    ),
    ("styles.xml", r#"<office:document-styles/>"#),
];

/// The least that a workbook is.
const WORKBOOK: &[(&str, &str)] = &[
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Tasks" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/sharedStrings.xml",
        r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>Task</t></si><si><t>Role</t></si><si><t>Open</t></si><si><t>Ops</t></si></sst>"#,
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>"#,
    ),
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" t="s"><v>3</v></c></row></sheetData></worksheet>"#,
    ),
];

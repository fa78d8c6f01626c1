//! Forms written, filled as a spreadsheet fills them, and read back.

use std::io::{Cursor, Read, Write};

use couloir_core::workshop::{Language, NewWorkshop, Template};
use couloir_core::{Contents, Library, Millis};

use super::*;
use crate::Error;

fn library() -> (Library, Contents) {
    let mut library = Library::in_memory(Box::new(|| Millis(1_795_000_000_000))).unwrap();
    let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
    let archive = Template::Ajo.archive(Language::Fr).unwrap();
    let id = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value;
    let contents = library.contents(&id).unwrap();
    (library, contents)
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The same workbook with another text of one part.
fn with_part(bytes: &[u8], name: &str, text: &str) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..zip.len() {
        let mut file = zip.by_index(index).unwrap();
        let own = file.name().unwrap().into_owned();
        let mut body = Vec::new();
        file.read_to_end(&mut body).unwrap();
        out.start_file(&own, zip::write::SimpleFileOptions::default()).unwrap();
        out.write_all(if own == name { text.as_bytes() } else { &body }).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// Fills cells of the first sheet: their names, *B8*, with a text each.
fn filled(bytes: &[u8], answers: &[(u32, &str)]) -> Vec<u8> {
    const SHEET: &str = "xl/worksheets/sheet1.xml";
    let mut sheet = part(bytes, SHEET);
    for (row, text) in answers {
        let at = sheet.find(&format!("<c r=\"B{row}\"")).unwrap_or_else(|| panic!("no cell B{row}"));
        let end = at + sheet[at..].find("/>").unwrap() + 2;
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        let cell = format!("<c r=\"B{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
        sheet.replace_range(at..end, &cell);
    }
    with_part(bytes, SHEET, &sheet)
}

/// The rows, from 1, in which a question is answered.
fn rows(contents: &Contents, role: &Role, ask: &Ask) -> Vec<u32> {
    let bytes = write(contents, role, Language::Fr).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let is_blank = |row: &u32| {
        let cell = sheet.split_once(&format!("<c r=\"B{row}\" ")).map(|(_, rest)| rest.split('>').next().unwrap());
        cell.is_some_and(|cell| cell.ends_with('/'))
    };
    let texts: Vec<(u32, String)> = (1..400).filter(is_blank).map(|row| (row, format!("ligne {row}"))).collect();
    let answers: Vec<(u32, &str)> = texts.iter().map(|(row, text)| (*row, text.as_str())).collect();
    let form = read(&filled(&bytes, &answers)).unwrap();
    form.answers.iter().filter(|answer| answer.ask == *ask).map(|answer| answer.row).collect()
}

fn told(error: &Error) -> String {
    error.message(couloir_messages::Language::French)
}

#[test]
fn a_form_is_locked_but_for_its_answers_and_says_what_it_is_to_the_program_alone() {
    let (_, contents) = library();
    let role = &contents.roles[0];
    let bytes = write(&contents, role, Language::Fr).unwrap();
    assert_eq!(bytes, write(&contents, role, Language::Fr).unwrap());
    assert!(is_form(&bytes) && !is_form(b"PK") && !is_form(&crate::xlsx::write(&contents, false).unwrap()));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<sheetProtection") && sheet.contains("hidden=\"1\"") && sheet.contains("textLength"));
    assert!(part(&bytes, "xl/styles.xml").contains("locked=\"0\""));
    assert!(part(&bytes, "xl/workbook.xml").contains("veryHidden"));
    let strings = part(&bytes, "xl/sharedStrings.xml");
    for other in &contents.roles[1..] {
        assert!(strings.contains(&format!("need:{}", other.id)) && strings.contains(&other.name), "{strings}");
    }
    assert!(!strings.contains("form-"), "a word is missing: {strings}");
    assert!(part(&write(&contents, role, Language::En).unwrap(), "xl/sharedStrings.xml").contains("What I answer for"));
}

#[test]
fn filled_forms_become_blind_entries_as_one_step() {
    let (mut library, contents) = library();
    let (me, other) = (&contents.roles[0], &contents.roles[1]);
    let at = |ask: Ask| rows(&contents, me, &ask);
    let (mine, of, nobody, need, offer) = (
        at(Ask::Mine),
        at(Ask::Of(other.id.clone())),
        at(Ask::Nobody),
        at(Ask::Need(other.id.clone())),
        at(Ask::Offer(other.id.clone())),
    );
    assert_eq!((mine.len(), of.len(), need.len(), offer.len()), (6, 3, 3, 3));
    let empty = write(&contents, me, Language::Fr).unwrap();
    let bytes = filled(
        &empty,
        &[
            (mine[0], "Les droits d’accès"),
            (mine[2], " les droits   d’accès. "),
            (of[0], "Le schéma <commun>"),
            (nobody[0], "La veille"),
            (need[1], "Prévenir d’un changement"),
            (offer[0], "Un bac à sable"),
        ],
    );
    let before = contents.clone();
    let gathered = gather(&contents, &[("a.xlsx".to_owned(), read(&bytes))], told).unwrap();
    let report = &gathered.reports[0];
    assert_eq!(report.state, FormState::Taken);
    assert_eq!((report.slips, report.needs, report.offers, report.same), (3, 1, 1, 1));
    assert_eq!(gathered.count(), 5);
    let id = contents.workshop.id.clone();
    library.workshop_import(&id, gathered.archive).unwrap();
    let after = library.contents(&id).unwrap();
    assert!(after.slips.iter().all(|slip| slip.author_id == me.id && !slip.is_revealed));
    assert_eq!(after.slips.iter().filter(|slip| slip.role_id.is_none()).count(), 1);
    let new: Vec<_> = after.contracts.iter().filter(|line| !line.is_revealed).collect();
    assert_eq!(new.len(), 2);
    assert!(
        new.iter().any(|line| line.need.as_deref() == Some("Prévenir d’un changement") && line.receiver_id == me.id)
    );
    assert!(new.iter().any(|line| line.offer.as_deref() == Some("Un bac à sable") && line.giver_id == me.id));

    // The same form again brings nothing; filled on, it brings what is new.
    let again = gather(&after, &[("a.xlsx".to_owned(), read(&bytes))], told).unwrap();
    assert_eq!((again.count(), again.reports[0].state, again.reports[0].same), (0, FormState::Known, 6));
    let more = filled(&empty, &[(mine[0], "Les droits d’accès"), (mine[1], "Le support")]);
    let both =
        [("a.xlsx".to_owned(), read(&more)), ("b.xlsx".to_owned(), read(&more)), ("c.xlsx".to_owned(), read(&empty))];
    let twice = gather(&after, &both, told).unwrap();
    assert_eq!(twice.count(), 1);
    assert!(!twice.reports[0].is_second && twice.reports[1].is_second);
    assert_eq!(twice.reports[1].state, FormState::Known);
    assert_eq!(twice.reports[2].state, FormState::Blank);

    library.undo(Some(&id)).unwrap();
    assert_eq!(library.contents(&id).unwrap(), before);
}

#[test]
fn what_does_not_fit_is_left_and_named() {
    let (mut library, contents) = library();
    let (me, other) = (&contents.roles[0], &contents.roles[1]);
    let empty = write(&contents, me, Language::Fr).unwrap();
    let need = rows(&contents, me, &Ask::Need(other.id.clone()));
    let mine = rows(&contents, me, &Ask::Mine);
    let long = "x".repeat(301);
    let bytes = filled(&empty, &[(need[0], "Des accès"), (mine[0], long.as_str()), (mine[1], "=1+1")]);
    // A row is pushed in between, as a spreadsheet does it when the sheet was unlocked.
    const SHEET: &str = "xl/worksheets/sheet1.xml";
    let last = need[2] + 200;
    let extra = format!(
        "<row r=\"{last}\"><c r=\"B{last}\" t=\"inlineStr\"><is><t>Encore une</t></is></c><c r=\"E{last}\" t=\"inlineStr\"><is><t>note</t></is></c></row></sheetData>"
    );
    let bytes = with_part(&bytes, SHEET, &part(&bytes, SHEET).replace("</sheetData>", &extra));
    let form = read(&bytes).unwrap();
    assert_eq!((form.added.as_slice(), form.left.as_slice()), (&[last][..], &[format!("E{last}")][..]));
    let gathered = gather(&contents, &[("a.xlsx".to_owned(), Ok(form))], told).unwrap();
    let report = &gathered.reports[0];
    assert_eq!(report.too_long, [mine[0]]);
    // The row added at the end answers the last question.
    assert_eq!((report.slips, report.needs, report.offers), (1, 1, 1));

    // A role that is gone: its questions are left, its own form is refused.
    library.role_delete(&contents.workshop.id, &other.id).unwrap();
    let without = library.contents(&contents.workshop.id).unwrap();
    let gone = gather(&without, &[("a.xlsx".to_owned(), read(&bytes))], told).unwrap();
    assert_eq!(gone.reports[0].gone.len(), 1);
    assert!(gone.reports[0].gone[0].contains(&other.name));
    assert_eq!(gone.reports[0].needs, 0);
    let theirs = read(&write(&contents, other, Language::Fr).unwrap());
    let refused = gather(&without, &[("b.xlsx".to_owned(), theirs)], told).unwrap();
    assert_eq!(
        (refused.reports[0].state, refused.reports[0].role.as_str()),
        (FormState::RoleGone, other.name.as_str())
    );

    // Of another workshop, of a later version, not a form, not whole.
    let (_, elsewhere) = self::library();
    let foreign = gather(&elsewhere, &[("a.xlsx".to_owned(), read(&bytes))], told).unwrap();
    assert_eq!(foreign.reports[0].state, FormState::OtherWorkshop);
    let strings = part(&empty, "xl/sharedStrings.xml").replace("<t>1</t>", "<t>9</t>");
    let newer = with_part(&empty, "xl/sharedStrings.xml", &strings);
    assert!(matches!(read(&newer), Err(Error::TooNew { found: 9, known: 1 })));
    let plain = crate::xlsx::write(&contents, false).unwrap();
    assert!(matches!(read(&plain), Err(Error::NoForm)));
    assert!(matches!(read(&empty[..empty.len() / 2]), Err(Error::Damaged(_))));
    let unreadable = gather(&contents, &[("x.xlsx".to_owned(), read(&plain))], told).unwrap();
    assert_eq!(unreadable.reports[0].state, FormState::Unreadable);
    assert!(!unreadable.reports[0].reason.is_empty());
}

#[test]
fn any_key_is_read_as_it_was_written() {
    let role = RoleId::from("r:1");
    for ask in [Ask::Mine, Ask::Nobody, Ask::Of(role.clone()), Ask::Need(role.clone()), Ask::Offer(role)] {
        assert_eq!(Ask::from_key(&ask.key()), Some(ask));
    }
    for key in ["", "-", "need", "need:", "mine:x", "other:x"] {
        assert_eq!(Ask::from_key(key), None, "{key}");
    }
}

#[test]
fn a_form_that_libreoffice_saved_is_still_a_form() {
    let writer = ["/usr/bin/soffice", "/usr/bin/libreoffice"].map(std::path::Path::new);
    let Some(writer) = writer.into_iter().find(|path| path.exists()) else {
        println!("skipped: no LibreOffice here");
        return;
    };
    let (_, contents) = library();
    let me = &contents.roles[0];
    let mine = rows(&contents, me, &Ask::Mine);
    let bytes = filled(&write(&contents, me, Language::Fr).unwrap(), &[(mine[0], "Les droits d’accès")]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.xlsx");
    std::fs::write(&path, bytes).unwrap();
    let mut read_back = 0;
    for (to, name) in [("ods", "form.ods"), ("xlsx:Calc MS Excel 2007 XML", "again/form.xlsx")] {
        let home = format!("-env:UserInstallation=file://{}", folder.path().join("home").display());
        let out = folder.path().join(name);
        let done = std::process::Command::new(writer)
            .args([&home, "--headless", "--convert-to", to, "--outdir"])
            .args([out.parent().unwrap(), &path])
            .output()
            .unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        // A desktop without Calc converts nothing.
        let Ok(saved) = std::fs::read(&out) else { continue };
        assert!(is_form(&saved), "{name}");
        let form = read(&saved).unwrap();
        assert_eq!((form.role_id, form.answers.len()), (me.id.clone(), 1), "{name}");
        assert_eq!(form.answers[0].ask, Ask::Mine);
        read_back += 1;
    }
    println!("{read_back} files read back from LibreOffice");
}

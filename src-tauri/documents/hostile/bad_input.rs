//! Every kind of bad file: the exact reason, and the workshop as it was.

use encoding_rs::WINDOWS_1252;

use super::*;
use crate::import::{EntryKind, load};
use crate::{archive, xlsx};

const EMPTY: &str = "Le fichier est vide. Rien n’a été modifié.";
const DAMAGED: &str = "Le fichier est endommagé ou incomplet. Rien n’a été modifié ; demandez-en une nouvelle copie.";
const UNKNOWN: &str = "Ce fichier n’est d’aucun genre lu : archive de Couloir, tableau (XLSX, ODS, CSV, TSV), document \
                       (DOCX, ODT, Markdown, HTML, texte) ou agenda (ICS). Rien n’a été modifié.";
const NO_HEADERS: &str = "Aucune ligne ne nomme les colonnes. Rien n’a été modifié ; ajoutez une ligne de titres.";
const NOTHING: &str = "Rien dans ce fichier ne ressemble à un rôle, une tâche ou un contrat. Rien n’a été modifié.";
const TOO_MANY: &str = "Le tableau dépasse 20000 lignes. Rien n’a été modifié ; divisez-le.";
const MANIFEST: &[u8] = br#"{"format":"couloir","version":1}"#;

fn bomb(limit: u64) -> String {
    format!("Une fois déplié, le fichier dépasse {limit} Mo ou est trop compressé pour être sûr. Rien n’a été modifié.")
}

fn line(number: u32) -> String {
    format!(
        "Ligne {number} : le contenu n’y est pas lisible ou s’y interrompt. Rien n’a été modifié ; demandez une \
         nouvelle copie du fichier."
    )
}

/// A workbook with this text as its first sheet.
fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    fill(book.add_worksheet());
    book.save_to_buffer().unwrap()
}

#[test]
fn a_file_cut_at_every_twentieth_is_refused_or_read_as_far_as_it_goes() {
    let mut bench = Bench::new();
    let packed =
        [(archive::write(&bench.before).unwrap(), "a.couloir"), (xlsx::write(&bench.before, true).unwrap(), "a.xlsx")];
    for (whole, name) in &packed {
        for twentieth in 0..20 {
            let cut = whole.len() * twentieth / 20;
            bench.refuses(&whole[..cut], name, if cut == 0 { EMPTY } else { DAMAGED });
        }
    }
    // Text that ends early is text still: what is whole is taken, as one step, and no accent is garbled.
    let csv = "N°;Tâche;Rôle\n".to_owned() + &"41;Vérifier les accès;Équipe été\n".repeat(3);
    let markdown = crate::markdown::workshop(&bench.before, false);
    for (whole, name) in [(csv.as_bytes(), "a.csv"), (markdown.as_bytes(), "a.md")] {
        let mut taken = 0;
        for twentieth in 0..20 {
            match bench.take(&whole[..whole.len() * twentieth / 20], name) {
                Ok(found) => {
                    taken += 1;
                    let texts = found.plan().unwrap().entries.iter();
                    assert!(texts.clone().all(|entry| !entry.text.contains('Ã') && !entry.text.contains('\u{fffd}')));
                    bench.undo();
                }
                Err(sentence) => {
                    assert!(
                        [EMPTY, NO_HEADERS, NOTHING]
                            .iter()
                            .any(|known| { known.replace(" ;", "\u{202f};").replace(" :", "\u{a0}:") == sentence }),
                        "{name} at {twentieth}: {sentence}"
                    );
                    bench.is_unchanged();
                }
            }
        }
        assert!(taken > 5, "{name}: {taken}");
    }
}

#[test]
fn archives_that_mean_harm_are_refused() {
    let mut bench = Bench::new();
    let spaces = vec![b' '; usize::try_from((archive::MAX_PART_MB << 20) + 10).unwrap()];
    bench.refuses(&zip_of(&[("manifest.json", MANIFEST), ("workshop.json", &spaces)]), "a.couloir", &bomb(64));
    // Below the limit of size, but packed a thousand times.
    let ratio = vec![b' '; 20 << 20];
    bench.refuses(&zip_of(&[("manifest.json", MANIFEST), ("workshop.json", &ratio)]), "a.couloir", &bomb(64));
    bench.refuses(&zip_of(&[("manifest.json", &ratio)]), "a.couloir", &bomb(64));
    for deep in ["[", "{\"a\":"] {
        let text = format!("{{\"workshop\":\n{}", deep.repeat(100_000));
        let hostile = zip_of(&[("manifest.json", MANIFEST), ("workshop.json", text.as_bytes())]);
        bench.refuses(&hostile, "a.couloir", &line(2));
    }
    for name in ["../../evil", "/etc/passwd", "a/../../evil", "..\\evil"] {
        let hostile = zip_of(&[("manifest.json", MANIFEST), (name, b"x"), ("workshop.json", b"{}")]);
        let sentence = format!("L’archive contient un nom de fichier dangereux : {name}. Rien n’a été modifié.");
        bench.refuses(&hostile, "a.couloir", &sentence);
    }
    let newer = zip_of(&[("manifest.json", br#"{"format":"couloir","version":7}"#), ("workshop.json", b"{}")]);
    bench.refuses(
        &newer,
        "a.couloir",
        "Cette archive vient d’une version plus récente de Couloir (format 7). Rien n’a été modifié ; mettez \
         Couloir à jour.",
    );
    bench.refuses(
        &zip_of(&[("manifest.json", MANIFEST)]),
        "a.couloir",
        "Il manque une partie du fichier : workshop.json. Rien n’a été modifié.",
    );
    bench.refuses(&zip_of(&[("manifest.json", br#"{"format":"x","version":1}"#)]), "a.couloir", UNKNOWN);
    bench.refuses(&zip_of(&[("manifest.json", MANIFEST), ("workshop.json", b"{\n\"a\": oops")]), "a.couloir", &line(2));
}

#[test]
fn workbooks_that_mean_harm_are_refused() {
    let mut bench = Bench::new();
    let ratio = vec![b' '; 20 << 20];
    let parts: [(&str, &[u8]); 2] = [("[Content_Types].xml", b"x"), ("xl/workbook.xml", &ratio)];
    bench.refuses(&zip_of(&parts), "a.xlsx", &bomb(256));
    bench.refuses(b"PK\x03\x04rubbish", "a.xlsx", DAMAGED);
    bench.refuses(&zip_of(&[("[Content_Types].xml", b"x")]), "a.xlsx", DAMAGED);
    // One long text, shared by all cells: a small file that would fill the memory.
    let long = "x".repeat(32_000);
    let shared = workbook(|sheet| {
        sheet.write(0, 0, "Task").unwrap();
        for row in 1..10_000 {
            sheet.write(row, 0, &long).unwrap();
        }
    });
    assert!(shared.len() < 1 << 20);
    bench.refuses(&shared, "a.xlsx", &bomb(128));
    let rows = workbook(|sheet| {
        sheet.write(0, 0, "Task").unwrap();
        for row in 1..100_000 {
            sheet.write(row, 0, "x").unwrap();
        }
    });
    bench.refuses(&rows, "a.xlsx", TOO_MANY);
    bench.refuses(
        &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0, 0],
        "a.xlsx",
        "Le fichier est protégé par un mot de passe. Rien n’a été modifié ; enregistrez-le sans protection.",
    );
    bench.refuses(&workbook(|_| ()), "a.xlsx", EMPTY);
}

#[test]
fn texts_that_are_none_or_too_much_are_refused() {
    let mut bench = Bench::new();
    for (bytes, name, sentence) in [
        (&b""[..], "a.csv", EMPTY),
        (b" \n\t\n", "a.md", EMPTY),
        (b"\xef\xbb\xbf", "a.csv", EMPTY),
        (b"Task\0;Role\0\nx;y\n", "a.csv", UNKNOWN),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a.png", UNKNOWN),
        (b"\0\0\0\0\0\0\0\0", "a.md", UNKNOWN),
        (b"Just a text.\n\nAnd more.", "a.md", NOTHING),
        (b"rubbish", "a.couloir", DAMAGED),
    ] {
        bench.refuses(bytes, name, sentence);
    }
    let rows = "Tâche;Rôle\n".to_owned() + &"x;y\n".repeat(100_000);
    bench.refuses(rows.as_bytes(), "a.csv", TOO_MANY);
    bench.refuses(rows.replace(';', "\t").as_bytes(), "a.tsv", TOO_MANY);
    let large = vec![b'x'; 17 << 20];
    bench.refuses(&large, "a.md", "Le fichier dépasse 16 Mo. Rien n’a été modifié ; divisez-le.");
}

#[test]
fn every_usual_encoding_gives_the_same_tasks() {
    let mut bench = Bench::new();
    let text = "Tâche;Rôle\nVérifier l’été à Noël;Équipe œuvre\n";
    let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let windows = WINDOWS_1252.encode(text).0.into_owned();
    let mixed = [text.as_bytes(), &WINDOWS_1252.encode("Même hébergé;Équipe œuvre\n").0].concat();
    let files = [
        text.as_bytes().to_vec(),
        [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        [&[0xff, 0xfe][..], &wide(u16::to_le_bytes)].concat(),
        [&[0xfe, 0xff][..], &wide(u16::to_be_bytes)].concat(),
        windows,
        mixed,
    ];
    for (at, bytes) in files.iter().enumerate() {
        let found = bench.take(bytes, "a.csv").unwrap();
        let of = |kind| found.plan().unwrap().entries.iter().find(|entry| entry.kind == kind).unwrap().text.clone();
        assert_eq!(
            (of(EntryKind::Task).as_str(), of(EntryKind::Role).as_str()),
            ("Vérifier l’été à Noël", "Équipe œuvre"),
            "{at}"
        );
        bench.undo();
    }
}

#[test]
fn odd_headers_and_merged_cells_are_read_as_the_eye_does() {
    let mut bench = Bench::new();
    let titles = |found: &Import| {
        let entries = found.plan().unwrap().entries.iter().filter(|entry| entry.kind == EntryKind::Task);
        entries.map(|entry| entry.text.clone()).collect::<Vec<_>>()
    };
    for (csv, tasks) in [
        ("Tâche;Tâche;;Rôle\nUn;Deux;Trois;Paie\n", vec!["Un"]),
        ("Notre liste;;\n\n;Tâche;Rôle\n;Un;Paie\n", vec!["Un"]),
        ("Tâche;Rôle\nUn;Paie;de trop;encore\nDeux\n", vec!["Un", "Deux"]),
    ] {
        let found = bench.take(csv.as_bytes(), "a.csv").unwrap();
        assert_eq!(titles(&found), tasks, "{csv}");
        bench.undo();
    }
    let merged = workbook(|sheet| {
        sheet.merge_range(0, 0, 0, 1, "Notre liste", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.write(1, 0, "Rôle").unwrap();
        sheet.write(1, 1, "Tâche").unwrap();
        sheet.merge_range(2, 0, 3, 0, "Paie", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.write(2, 1, "Un").unwrap();
        sheet.write(3, 1, "Deux").unwrap();
    });
    let found = bench.take(&merged, "a.xlsx").unwrap();
    assert_eq!(titles(&found), ["Un", "Deux"]);
    let tasks = found.plan().unwrap().entries.iter().filter(|entry| entry.kind == EntryKind::Task);
    assert!(tasks.clone().all(|entry| entry.role.is_some()));
    bench.undo();
}

#[test]
fn what_is_no_file_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let said = |name: &str| load(&folder.path().join(name)).unwrap_err().message(Spoken::French);
    std::fs::create_dir(folder.path().join("dossier.csv")).unwrap();
    assert_eq!(
        said("dossier.csv"),
        "C’est un dossier, pas un fichier. Rien n’a été modifié\u{202f}; choisissez un fichier."
    );
    let missing = "Ce fichier n’existe pas. Rien n’a été modifié\u{202f}; vérifiez son nom et son emplacement.";
    assert_eq!(said("absent.csv"), missing);
    std::fs::write(folder.path().join("a.csv"), "Task\nx\n").unwrap();
    assert_eq!(said("a.csv/b.csv"), missing);
    assert_eq!(load(&folder.path().join("a.csv")).unwrap(), b"Task\nx\n");
    let huge = std::fs::File::create(folder.path().join("huge.csv")).unwrap();
    huge.set_len((archive::MAX_MB << 20) + 1).unwrap();
    assert_eq!(said("huge.csv"), "Le fichier dépasse 64 Mo. Rien n’a été modifié\u{202f}; divisez-le.");
    #[cfg(target_os = "linux")]
    assert_eq!(load(std::path::Path::new("/dev/zero")).unwrap_err().message(Spoken::French), UNKNOWN);
}

#[cfg(unix)]
#[test]
fn a_file_without_the_right_to_read_it_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, "Task\nx\n").unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&path).is_ok() {
        println!("skipped: this user may read every file");
        return;
    }
    let said = load(&path).unwrap_err().message(Spoken::French);
    assert_eq!(said, "Vous n’avez pas le droit de lire ce fichier. Rien n’a été modifié\u{202f}; vérifiez les droits.");
}

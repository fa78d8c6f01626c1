//! Good files with a few bytes changed, and bytes without sense: always an answer, never a panic, and whatever is
//! taken over goes again in one step. `cargo xtask fuzz` does the same for hours.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::import::{EntryKind, pasted};
use crate::table::fixture::example;

/// A good file of each kind, with its ending.
static FILES: LazyLock<Vec<(Vec<u8>, &str)>> = LazyLock::new(|| {
    let contents = example(Language::Fr);
    let json = {
        let mut shape = couloir_core::workshop::archive(&contents).unwrap();
        shape.remove("snapshots");
        serde_json::to_vec(&shape).unwrap()
    };
    vec![
        (crate::archive::write(&contents).unwrap(), "couloir"),
        (crate::xlsx::write(&contents, true).unwrap(), "xlsx"),
        (crate::csv::write(&contents, crate::table::Noun::Tasks, true).unwrap(), "csv"),
        (b"Task\tOps\tLegal\tStep\nSign\tR\tA\tOne\nShip\tA/R\tC\tTwo\n".to_vec(), "tsv"),
        (include_bytes!("../import/fixtures/bakery.md").to_vec(), "md"),
        (json, "json in an archive"),
    ]
});

/// A change of some bytes: where (as a share of the file), what, and how many are replaced.
fn change() -> impl Strategy<Value = (f64, Vec<u8>, usize)> {
    let odd = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..8),
        Just(b"\0".to_vec()),
        Just("\u{feff}é😀\u{202e}".as_bytes().to_vec()),
        Just(b"\"".to_vec()),
        Just(b"null".to_vec()),
        Just(b"-1e999".to_vec()),
        Just(b"9223372036854775807".to_vec()),
        Just(b"[{".repeat(40)),
        Just(b"\n\n|||\n|---|\n".to_vec()),
    ];
    (0.0..1.0, odd, 0_usize..12)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_changed_file_is_answered(which in 0_usize..6, changes in proptest::collection::vec(change(), 1..5)) {
        let (whole, ending) = &FILES[which];
        let mut bytes = whole.clone();
        for (place, new, replaced) in changes {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
            let at = ((bytes.len() as f64) * place) as usize;
            let end = (at + replaced).min(bytes.len());
            bytes.splice(at..end, new);
        }
        let name = if *ending == "json in an archive" {
            bytes = zip_of(&[("manifest.json", br#"{"format":"couloir","version":1}"#), ("workshop.json", &bytes)]);
            "x.couloir".to_owned()
        } else {
            format!("x.{ending}")
        };
        let mut bench = Bench::new();
        match bench.take(&bytes, &name) {
            Ok(_) => bench.undo(),
            Err(sentence) => {
                prop_assert!(!sentence.is_empty());
                bench.is_unchanged();
            }
        }
    }

    #[test]
    fn bytes_without_sense_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..600), start in 0_usize..4) {
        let start: &[u8] = [&b""[..], b"PK\x03\x04", b"\xff\xfe", b"Task;Role\n"][start];
        let bytes = [start, &bytes].concat();
        for ending in ["csv", "tsv", "md", "xlsx", "couloir", "txt", ""] {
            let _ = read(&bytes, &format!("x.{ending}"), None);
        }
        let _ = pasted(&String::from_utf8_lossy(&bytes), "", None);
    }
}

#[test]
fn a_task_of_a_step_without_a_name_stands_alone() {
    let text = "1. **Baker**: makes the bread\n   * Feed the starter\n2. * the bread\n   * Bake\n";
    let mut bench = Bench::new();
    bench.take(text.as_bytes(), "a.md").unwrap();
    bench.undo();
}

#[test]
fn what_refers_to_an_entry_of_another_kind_stands_without_it() {
    let mut bench = Bench::new();
    let csv = "Tâche;Rôle;Étape;Attend\nUn;Paie;Début;\nDeux;Paie;Début;Un\n";
    let Ok(Import::Read(_, mut plan)) = read(csv.as_bytes(), "a.csv", Some(&bench.before)) else { panic!("a table") };
    for entry in &mut plan.entries {
        if entry.kind != EntryKind::Task || entry.text == "Un" {
            entry.kind = EntryKind::Note;
        }
    }
    bench.library.workshop_import(&bench.id, plan.archive()).unwrap();
    bench.undo();
}

#[test]
fn corners_in_the_wrong_order_are_no_fault() {
    let good = crate::xlsx::write(&example(Language::Fr), true).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(good.as_slice())).unwrap();
    let parts: Vec<(String, Vec<u8>)> = (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).unwrap();
            let name = file.name().unwrap().into_owned();
            let merged = "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"C9:A2\"/><mergeCell ref=\"A2:C2\"/>\
                          <mergeCell ref=\"B2:B1048576\"/></mergeCells>";
            if name.contains("worksheets/sheet") {
                text =
                    text.replace("</sheetData>", merged).replace("<dimension ref=\"A1:", "<dimension ref=\"ZZ99999:");
            }
            (name, text.into_bytes())
        })
        .collect();
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (name.as_str(), text.as_slice())).collect();
    assert!(matches!(read(&zip_of(&parts), "a.xlsx", None), Ok(Import::Read(..))));
}

//! The documents: first, after an edit, and how large.

use couloir_core::Library;
use couloir_core::workshop::{Language, Size};
use couloir_core::{Contents, Millis};
use couloir_documents::{Document, Request, pages, pdf};

use super::Done;
use super::row::{Row, Times};

const PART: &str = "Documents";

/// Every figure of the documents.
pub fn rows(seed: u64) -> Done<Vec<Row>> {
    let now = Millis(1_799_049_600_000);
    let mut library = Library::in_memory(Box::new(move || now))?;
    let ids = library.generate(Size { tasks: 200, roles: 12, workshops: 1, seed })?;
    let mut contents = library.contents(&ids[0])?;
    let today = now.day_in("Europe/Paris");
    let agenda = Request::new(Document::Agenda, Language::Fr, today);
    let record = Request::new(Document::Record, Language::Fr, today);
    let mut rows = Vec::new();
    for (name, request, first, edited, kilobytes) in
        [("agenda", &agenda, 40.0, 5.0, 25.0), ("record", &record, 300.0, 45.0, 140.0)]
    {
        let mut count = 0;
        let shown = Times::take(1, |_| {
            count = pages(&contents, request)?.svg.len();
            Ok(())
        })?;
        let name = format!("{name}, {count} pages");
        rows.push(shown.row(PART, format!("{name}: first preview"), Some(first)));
        let again = Times::take(15, |at| {
            edit(&mut contents, at);
            Ok(pages(&contents, request)?)
        })?;
        rows.push(again.row(PART, format!("{name}: preview after an edited word"), Some(edited)));
        let bytes = pdf(&contents, request)?.len();
        #[allow(clippy::cast_precision_loss)]
        let size = bytes as f64 / 1_000.0;
        let goal = Some(kilobytes);
        rows.push(Row {
            part: PART,
            name: format!("{name}: PDF"),
            unit: "kB",
            value: size,
            low: size,
            high: size,
            floor: None,
            goal,
        });
    }
    Ok(rows)
}

fn edit(contents: &mut Contents, at: usize) {
    if let Some(item) = contents.agenda_items.first_mut() {
        item.title = format!("Accueil {at}");
    }
}

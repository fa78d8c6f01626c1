//! What sharing costs: making the document, an edit with and without it, merging a day's work of somebody else.

use couloir_core::Library;
use couloir_core::replica::LaptopName;
use couloir_core::role::RoleColor;
use couloir_core::task::TaskEdit;
use couloir_core::workshop::{WorkshopId, archive};

use super::Done;
use super::row::{Row, Times, ratio};
use super::store::{made, open};

const PART: &str = "Two laptops";
/// Changes of a day.
const CHANGES: usize = 1_000;

/// Every figure of sharing.
pub fn rows(seed: u64) -> Done<Vec<Row>> {
    let mut rows = Vec::new();
    let folder = tempfile::tempdir()?;
    let id = made(folder.path(), 10_000, 12, 1, seed)?.swap_remove(0);
    let mut one = open(folder.path())?;
    let alone = edits(&mut one, &id, "alone")?;
    let shared = Times::take(1, |_| Ok(one.workshop_share(&id, &called("Anne"))?))?;
    rows.push(shared.row(PART, "share, 10000 tasks", None));
    let together = edits(&mut one, &id, "together")?;
    let mut row =
        together.row(PART, "edit a title in a shared workshop, durable, 10000 tasks", Some(alone.median * 1.5));
    row.floor = Some((alone.median, "the same in one that is not shared"));
    rows.push(row);
    let document = one.workshop_document(&id, &called("Anne"))?;
    let json = serde_json::to_vec(&archive(&one.contents(&id)?)?)?.len();
    rows.push(ratio(PART, "document against its JSON, 10000 tasks", size(document.len()), size(json), 0.3));
    let away = tempfile::tempdir()?;
    let mut other = open(away.path())?;
    let joined = Times::take(1, |_| Ok(other.workshop_receive(&document, &called("Bruno"))?))?;
    rows.push(joined.row(PART, "take part, 10000 tasks", None));
    // Each does a day's work that the other does not see.
    for (library, word) in [(&mut one, "Anne"), (&mut other, "Bruno")] {
        let tasks = library.contents(&id)?.tasks;
        for at in 0..CHANGES {
            let task = &tasks[at * 7_919 % tasks.len()];
            let title = format!("{word} writes chapter {at}");
            library.task_edit(
                &id,
                &task.id,
                if at % 3 == 0 { TaskEdit::Title(title) } else { TaskEdit::Detail(title) },
            )?;
        }
    }
    let sent = other.workshop_document(&id, &called("Bruno"))?;
    let merged = Times::take(1, |_| Ok(one.workshop_receive(&sent, &called("Anne"))?))?;
    rows.push(merged.row(PART, "merge 1000 changes into 10000 tasks, durable", Some(500.0)));
    let listed = Times::take(3, |_| Ok(one.conflicts(&id)?))?;
    rows.push(listed.row(PART, "list what does not go together, 10000 tasks", None));
    let large = tempfile::tempdir()?;
    let id = made(large.path(), 20_000, 150, 1, seed)?.swap_remove(0);
    open(large.path())?.workshop_share(&id, &called("Anne"))?;
    let opened = Times::take(3, |_| {
        let library = open(large.path())?;
        let contents = library.contents(&id)?;
        library.conflicts(&id)?;
        Ok(contents)
    })?;
    rows.push(opened.row(PART, "open a shared workshop with its conflicts, 20000 tasks", Some(1_000.0)));
    Ok(rows)
}

fn called(name: &str) -> LaptopName {
    LaptopName { name: name.to_owned(), color: RoleColor::Teal }
}

fn edits(library: &mut Library, id: &WorkshopId, word: &str) -> Done<Times> {
    let tasks = library.contents(id)?.tasks;
    let mut edit = |at: usize| -> Done<()> {
        let task = &tasks[at * 7_919 % tasks.len()];
        library.task_edit(id, &task.id, TaskEdit::Title(format!("{word} {at}")))?;
        Ok(())
    };
    // The first one reads the document.
    edit(0)?;
    Times::take(80, |at| edit(at + 1))
}

fn size(bytes: usize) -> f64 {
    f64::from(u32::try_from(bytes).unwrap_or(u32::MAX))
}

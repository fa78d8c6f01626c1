//! Tables that Couloir itself writes, known by all their titles: they come back without loss.

use std::sync::LazyLock;

use couloir_messages::{Language, text};

use super::columns::{Meaning, OWN};
use super::guess::{Mapping, is_part_column};
use super::sheet::Sheet;
use crate::table::Noun;

struct Known {
    noun: Noun,
    titles: Vec<String>,
    columns: Vec<Meaning>,
}

/// The titles of every table, in both languages.
static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let known = |noun: &Noun, language| Known {
        noun: *noun,
        titles: noun.columns().iter().map(|key| text(language, &format!("table-column-{key}"), &[])).collect(),
        columns: noun.columns().iter().map(|key| column(*noun, key)).collect(),
    };
    Noun::ALL.iter().flat_map(|noun| Language::ALL.map(|language| known(noun, language))).chain(earlier()).collect()
});

/// Tables of tasks as they were written before cards had a person and a due day.
fn earlier() -> impl Iterator<Item = Known> {
    Language::ALL.into_iter().map(|language| {
        let keys = || Noun::Tasks.columns().iter().filter(|key| !["assignee", "task-due"].contains(key));
        Known {
            noun: Noun::Tasks,
            titles: keys().map(|key| text(language, &format!("table-column-{key}"), &[])).collect(),
            columns: keys().map(|key| column(Noun::Tasks, key)).collect(),
        }
    })
}

/// What a column of a table of Couloir means when the table is read again.
fn column(noun: Noun, key: &str) -> Meaning {
    match (noun, key) {
        // Meetings, minutes and the grid of contracts are made anew from what they are about, never read from cells.
        (Noun::Meetings | Noun::Agenda | Noun::Outcomes | Noun::Backlog | Noun::Grid, _) => Meaning::Left,
        (Noun::People, "roles") => Meaning::Role,
        (_, "tags") => Meaning::Tags,
        (_, "due" | "task-due") => Meaning::Due,
        (Noun::Tasks, "assignee") => Meaning::Assignee,
        _ => OWN.iter().find(|(own, _)| *own == key).map_or(Meaning::Left, |(_, meaning)| meaning.clone()),
    }
}

/// Whether a table is one that Couloir wrote, read as it was written.
pub(super) fn is_own(sheet: &Sheet, mapping: &Mapping) -> bool {
    self::mapping(sheet).is_some_and(|own| own.columns == mapping.columns)
}

/// Whether a column has nothing but its title.
fn is_bare(sheet: &Sheet, column: usize) -> bool {
    sheet.rows.iter().skip(1).all(|row| row.cells.get(column).is_none_or(|cell| cell.trim().is_empty()))
}

/// The mapping of a table that Couloir wrote; `None` for any other.
pub(super) fn mapping(sheet: &Sheet) -> Option<Mapping> {
    let head = sheet.rows.first()?;
    let known = KNOWN.iter().find(|known| {
        let is_matrix = matches!(known.noun, Noun::Raci | Noun::Grid);
        let fits = head.cells.len() == known.titles.len() || is_matrix && head.cells.len() > known.titles.len();
        // Three titles at least, or a list of two columns of somebody else would do.
        let are_parts = known.noun != Noun::Raci
            || (known.titles.len()..head.cells.len())
                .all(|column| is_part_column(sheet, 0, column) || is_bare(sheet, column));
        fits && are_parts
            && (known.titles.len() > 2 || is_matrix)
            && known.titles.iter().zip(&head.cells).all(|(own, cell)| own == cell)
    })?;
    let titles = head.cells.clone();
    let part = |title: &String| match known.noun {
        Noun::Raci => Meaning::Part(title.clone()),
        _ => Meaning::Left,
    };
    let more = titles.iter().skip(known.columns.len()).map(part);
    let columns = known.columns.iter().cloned().chain(more).collect();
    Some(Mapping { header: head.line, columns, titles, is_chosen: false })
}

//! What a document says about roles: told by its form first, and by a table of words in seven languages.
//!
//! A heading a role with its list, one role a document, "**Role**: duty", roles under a heading that says so, sections
//! such as "Missions" and "Skills", an ordered list whose items begin with a role: these become roles, steps with
//! tasks, responsibilities, skills, holders, first steps and contract lines. Every table goes to the one reader of
//! tables. Lists of links are resources. The rest is kept as notes.

mod agenda;
mod find;
mod items;
mod list;
mod own;
mod people;
mod phrases;
mod settle;
mod titles;
mod walk;
mod words;

use couloir_core::Contents;

use super::Source;
use super::columns::Meaning;
use super::outline::Block;
use super::plan::ImportPlan;
use super::sheet::SheetRow;
use super::table;

/// What a heading or a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Section {
    /// Roles follow.
    Roles,
    Duties,
    Tasks,
    Typical,
    Skills,
    Purpose,
    FirstStep,
    Holders,
    /// What a role does with others, needs from them, gives them.
    Together,
    Needs,
    Offers,
    /// What somebody has to do.
    Actions,
    Agenda,
    Links,
    /// Known, and nothing that a workshop holds of its own.
    Other,
}

impl Section {
    /// Whether it is a part of what is said of one role.
    fn is_of_role(self) -> bool {
        use Section::{Duties, FirstStep, Holders, Purpose, Skills, Tasks, Typical};
        matches!(self, Duties | Tasks | Typical | Skills | Purpose | FirstStep | Holders)
    }
}

/// Whether a document names roles by its headings or lists.
pub(super) fn names_roles(source: &Source) -> bool {
    !find::find(&settle::settled(&source.blocks), false, "").is_empty()
}

/// Whether a document has a list that is an agenda.
pub(super) fn has_agenda(source: &Source) -> bool {
    !agenda::lists(&settle::settled(&source.blocks)).is_empty()
}

/// Most things that a table turned on its side says of each of its columns.
const SIDEWAYS_ROWS: usize = 20;

/// Whether the titles of a table stand in its first column: "Role | Treasurer", "Purpose | …", "Skills | …".
pub(super) fn is_sideways(rows: &[SheetRow]) -> bool {
    let is_title = |cell: &String| {
        super::columns::meaning_of(cell) != Meaning::Left || titles::section_of(cell).is_some_and(|s| s.is_of_role())
    };
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let titled = rows.iter().filter(|row| row.cells.first().is_some_and(is_title)).count();
    let across = rows.first().map_or(0, |row| row.cells.iter().skip(1).filter(|cell| is_title(cell)).count());
    (3..=SIDEWAYS_ROWS).contains(&rows.len()) && width > 1 && titled * 3 > rows.len() * 2 && across * 2 < width
}

/// Reads a document under the conditions of a plan that is then flagged and checked by the caller.
pub(super) fn plan(source: &Source, into: Option<&Contents>) -> ImportPlan {
    let (frame, blocks) = agenda::framed(source, settle::settled(&source.blocks));
    let names_roles = |block: &Block| match block {
        Block::Table(at) => source.sheets.get(*at).is_some_and(|(_, mapping)| {
            let has = |meaning| mapping.columns.contains(&meaning);
            mapping.columns.iter().any(|column| matches!(column, Meaning::Part(_)))
                || (has(Meaning::Role) && !has(Meaning::Task))
        }),
        _ => false,
    };
    let has_table = blocks.iter().any(names_roles);
    let found = find::find(&blocks, has_table, &source.name);
    let mut tables = table::Reader::new(&source.name, None);
    tables.frame = frame;
    walk::Walk::new(tables, source, found).plan(&blocks, into)
}

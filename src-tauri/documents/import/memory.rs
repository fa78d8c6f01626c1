//! Columns once set by hand, offered again for a file with the same titles.

use serde::{Deserialize, Serialize};

use super::columns::Meaning;
use super::guess::Mapping;
use super::words::folded;
use super::{Import, Source, plan_source};
use crate::Result;
use couloir_core::Contents;

/// Files of this many kinds are remembered; the one used longest ago goes.
const MAX_KNOWN: usize = 50;
/// The titles stand in one of the first rows.
const TITLES_WITHIN: usize = 25;

/// What was set by hand, the latest first. It is kept as text among the preferences of this laptop.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    known: Vec<Known>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Known {
    titles: Vec<String>,
    columns: Vec<Meaning>,
}

/// Name of the preference.
pub const MEMORY: &str = "import-columns";

impl Memory {
    /// What a preference holds; one that cannot be read is none.
    pub fn of(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// As a preference.
    pub fn text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Keeps a mapping that was set by hand. A table without titles has nothing to be known by.
    pub fn keep(&mut self, mapping: &Mapping) {
        let titles = folded_all(&mapping.titles);
        if !mapping.is_chosen || mapping.header == 0 || titles.iter().all(String::is_empty) {
            return;
        }
        self.known.retain(|known| known.titles != titles);
        self.known.insert(0, Known { titles, columns: mapping.columns.clone() });
        self.known.truncate(MAX_KNOWN);
    }

    /// Forgets what was set for these titles.
    pub fn forget(&mut self, titles: &[String]) {
        let titles = folded_all(titles);
        self.known.retain(|known| known.titles != titles);
    }

    /// What was set by hand for the titles that a source has now takes the place of what was guessed; true when any
    /// did.
    pub fn offer(&self, source: &mut Source) -> bool {
        let mut is_any = false;
        for (sheet, mapping) in &mut source.sheets {
            let found = self.known.iter().find_map(|known| {
                let same = |titles: &[String]| folded_all(titles) == known.titles;
                if same(&mapping.titles) {
                    return Some((mapping.header, mapping.titles.clone(), known));
                }
                let row = sheet.rows.iter().take(TITLES_WITHIN).find(|row| {
                    let mut titles = row.cells.clone();
                    titles.resize(sheet.width(), String::new());
                    same(&titles)
                })?;
                let mut titles = row.cells.clone();
                titles.resize(sheet.width(), String::new());
                Some((row.line, titles, known))
            });
            if let Some((header, titles, known)) = found {
                *mapping = Mapping { header, titles, columns: known.columns.clone(), is_chosen: true };
                is_any = true;
            }
        }
        is_any
    }
}

fn folded_all(titles: &[String]) -> Vec<String> {
    titles.iter().map(|title| folded(title)).collect()
}

impl Import {
    /// The same import with the columns that were set by hand for a file with these titles, and whether there were
    /// any.
    ///
    /// # Errors
    /// As [`plan_source`].
    pub fn remembered(self, memory: &Memory, into: Option<&Contents>) -> Result<(Self, bool)> {
        let Import::Read(mut source, plan) = self else { return Ok((self, false)) };
        if !memory.offer(&mut source) {
            return Ok((Import::Read(source, plan), false));
        }
        let plan = plan_source(&source, into)?;
        Ok((Import::Read(source, plan), true))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]

    use super::super::{EntryKind, read};
    use super::*;

    const FIRST: &[u8] = "Thème;Missions (détail);Remarques\nFinances;Tenir les comptes;chaque mois\n".as_bytes();
    const NEXT: &[u8] = "Notre club;;\nThème;Missions (détail);Remarques\nLettres;Écrire;\n".as_bytes();

    #[test]
    fn columns_set_once_are_offered_again_for_the_same_titles() {
        let Ok(Import::Read(mut source, plan)) = read(FIRST, "a.csv", None) else { panic!("tables") };
        assert!(plan.entries.is_empty() && plan.left.len() > 2);
        let mapping = &mut source.sheets[0].1;
        mapping.columns = vec![Meaning::Step, Meaning::Task, Meaning::Notes];
        mapping.is_chosen = true;
        let mut memory = Memory::default();
        memory.keep(mapping);
        let memory = Memory::of(Some(&memory.text()));
        let (next, is_any) = read(NEXT, "b.csv", None).unwrap().remembered(&memory, None).unwrap();
        assert!(is_any);
        let entries = &next.plan().unwrap().entries;
        assert!(entries.iter().any(|entry| entry.kind == EntryKind::Task && entry.text == "Écrire"));
        let (other, is_any) = read(b"Task;Role\nA b c;X\n", "c.csv", None).unwrap().remembered(&memory, None).unwrap();
        assert!(!is_any && other.plan().unwrap().entries.len() == 2);
        assert_eq!(Memory::of(Some("{")), Memory::default());
    }
}

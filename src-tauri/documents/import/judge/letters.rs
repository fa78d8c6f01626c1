//! Columns of letters, columns of names under letters, and what only stands beside a table.

use super::super::columns::Meaning;
use super::super::words::{Cell, Title, cell, definition, folded};
use super::{Column, Found};

impl Found<'_> {
    /// What stands beside the table, behind a column that is empty from top to bottom: a legend, remarks.
    pub(super) fn beside(&mut self) {
        let is_blank = |column: &Column<'_>| column.title.is_empty() && column.is_empty();
        let mut starts: Vec<usize> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            if !is_blank(column) && (at == 0 || is_blank(&self.columns[at - 1])) {
                starts.push(at);
            }
        }
        let ends = |start: usize| {
            (start..self.columns.len()).find(|at| is_blank(&self.columns[*at])).unwrap_or(self.columns.len())
        };
        let weight = |start: usize| -> usize {
            self.columns[start..ends(start)]
                .iter()
                .map(|column| {
                    usize::from(column.is_part) * 3
                        + usize::from(column.is_sure()) * 2
                        + usize::from(!column.is_empty())
                })
                .sum()
        };
        let Some(main) = starts.iter().copied().max_by_key(|start| (weight(*start), usize::MAX - start)) else {
            return;
        };
        let mut left = Vec::new();
        for start in starts.into_iter().filter(|start| *start != main) {
            let block = &self.columns[start..ends(start)];
            let defines = block.iter().any(|column| {
                column.letter.is_some() && column.title.chars().count() == 1
                    || column.cells.iter().any(|cell| definition(cell).is_some())
                    || definition(column.title).is_some()
            });
            let is_short = block.iter().map(|column| column.cells.len()).max().unwrap_or(0) * 3 < self.rows;
            let belongs =
                block.iter().any(|column| column.is_part && column.title.chars().count() > 1 || column.is_sure());
            if defines || is_short || !belongs {
                left.extend(start..start + block.len());
            }
        }
        for at in left {
            self.taken[at] = Some(Meaning::Left);
        }
    }

    /// Columns of letters, one a role, and those of roles without any letter among them.
    pub(super) fn parts(&mut self) {
        if self.is_crossed() {
            return;
        }
        let mut parts: Vec<usize> = self
            .free()
            .into_iter()
            .filter(|at| self.columns[*at].is_part && !self.columns[*at].has_own_letters())
            .collect();
        // Sizes (S, M, L) and classes (A, B, C) are letters too: some column must have those of RACI, and a single one
        // more than A and C.
        let letters = |at: usize| -> Vec<char> {
            let found = self.columns[at].cells.iter().flat_map(|text| match cell(text) {
                Cell::Letters(letters) => letters,
                _ => Vec::new(),
            });
            found.map(|letter| letter.0).collect()
        };
        // "P" for primary and "S" for support, over several people.
        let is_primary = parts.len() > 2
            && parts.iter().all(|at| letters(*at).iter().all(|letter| "PS".contains(*letter)))
            && parts.iter().any(|at| letters(*at).contains(&'P'));
        let is_known = is_primary || parts.iter().any(|at| letters(*at).iter().any(|letter| "RACI".contains(*letter)));
        if let [only] = parts.as_slice()
            && (!self.columns[*only].mostly(|text| text.chars().count() <= 5)
                || !letters(*only).iter().any(|c| "RI".contains(*c)))
        {
            return;
        }
        if !is_known {
            return;
        }
        let (Some(first), Some(last)) = (parts.first().copied(), parts.last().copied()) else { return };
        let bare =
            |column: &Column<'_>| !column.title.is_empty() && column.cells.iter().all(|text| cell(text) == Cell::None);
        for at in first..last {
            if self.taken[at].is_none() && bare(&self.columns[at]) && !parts.contains(&at) {
                parts.push(at);
            }
        }
        // Beyond the last one, and before the first, only where the title is no other column's.
        for at in last + 1..self.columns.len() {
            if self.taken[at].is_some() || !bare(&self.columns[at]) || self.columns[at].is_exact() {
                break;
            }
            parts.push(at);
        }
        for at in (0..first).rev() {
            if self.taken[at].is_some() || !bare(&self.columns[at]) || self.columns[at].is_exact() {
                break;
            }
            parts.push(at);
        }
        // Roles down, tasks across: the first column names roles.
        let before = || self.columns[..first].iter().filter(|column| column.names_tasks(self.rows));
        let is_turned =
            before().count() == 1 && before().all(|column| column.means(&Meaning::Role) && column.is_sure());
        for at in parts {
            let title = self.columns[at].title.to_owned();
            self.taken[at] = Some(if is_turned { Meaning::PartOfTask(title) } else { Meaning::Part(title) });
        }
    }

    /// "Role | Task | R | A | C | I", each letter only under itself.
    pub(super) fn is_crossed(&self) -> bool {
        let crossed = self.columns.iter().filter(|column| column.is_crossed && column.is_part);
        let letters: std::collections::BTreeSet<char> = crossed.filter_map(|column| column.letter).collect();
        let others = self.columns.iter().any(|column| column.is_part && !column.is_crossed);
        letters.len() > 2 && !others
    }

    /// "Responsible, Accountable, Consulted, Informed" with names below.
    pub(super) fn names_by_letter(&mut self) {
        let free = self.free();
        let is_crossed = self.is_crossed();
        let by_letter = |at: &usize| {
            self.columns[*at].letter.filter(|_| is_crossed || !self.columns[*at].is_part).map(|c| (*at, c))
        };
        let lettered: Vec<(usize, char)> = free.iter().filter_map(by_letter).collect();
        let has = |letter: char| lettered.iter().any(|(_, found)| *found == letter);
        let is_information = |at: usize| folded(self.columns[at].title).starts_with("information");
        let told = lettered.iter().any(|(at, letter)| *letter == 'I' && !is_information(*at));
        let asked = lettered.iter().any(|(at, letter)| {
            let words = folded(self.columns[*at].title);
            *letter == 'C'
                && (words.len() == 1 || ["consult", "konsult", "raadpl"].iter().any(|part| words.contains(part)))
        });
        let is_owned = self.columns.iter().any(|column| column.is(&Title::Owner) && column.is_sure());
        let explicit = |at: usize| {
            let words = folded(self.columns[at].title);
            ["account", "approb", "redevab", "rechenschaft", "eindverantw", "aprob"]
                .iter()
                .any(|b| words.starts_with(b))
        };
        let answers = has('A') && has('R') && lettered.iter().any(|(at, letter)| *letter == 'A' && explicit(*at));
        let single = lettered.iter().filter(|(at, _)| self.columns[*at].title.chars().count() == 1).count() > 2;
        if !(single || is_crossed || answers || (asked || told) && (has('A') || has('R') || is_owned)) {
            return;
        }
        // Of two columns that could answer, the one whose title says it does: "Approver" before "Validation".
        let answering = lettered.iter().find(|(at, letter)| *letter == 'A' && explicit(*at)).map(|(at, _)| *at);
        for (at, letter) in lettered {
            if letter == 'A' && answering.is_some_and(|answering| answering != at) {
                self.taken[at] = Some(Meaning::Kept);
                continue;
            }
            self.taken[at] = Some(match letter {
                'A' => Meaning::Accountable,
                'C' | 'Q' | 'V' => Meaning::Consulted,
                'I' => Meaning::Informed,
                'R' | 'S' | 'D' | 'P' | 'L' => Meaning::Responsible,
                _ => continue,
            });
        }
    }
}

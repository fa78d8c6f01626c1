//! Whose a cell says something is: names, several in a cell, addresses.

use std::collections::BTreeSet;

use super::super::columns::Meaning;
use super::super::guess::Mapping;
use super::super::roles::Roles;
use super::super::sheet::Sheet;
use super::super::words::folded;

/// Somebody named in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Named {
    pub name: String,
    pub email: String,
}

/// A name without what only decorates it: `@treasury`, `Anna (50%)`, `**Anna**`, `Bob[50%]`.
pub(super) fn bare(name: &str) -> String {
    let name = name.trim().trim_matches(['*', '_', '`', '"', '“', '”', '«', '»', ' ', '\u{a0}', ',', ';']);
    let name = name.trim_start_matches(['@', '•', '-', '–', '→']).trim();
    let cut = name.find(['(', '[']).filter(|at| name[*at..].contains('%'));
    let name = cut.map_or(name, |at| &name[..at]).trim();
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Names that stand alone in some cell of the columns of names: so "Finance and Host" can be told from one name.
pub(super) fn alone(sheet: &Sheet, mapping: &Mapping) -> BTreeSet<String> {
    let is_named = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Role
                | Meaning::Accountable
                | Meaning::Responsible
                | Meaning::Consulted
                | Meaning::Informed
                | Meaning::Assignee
                | Meaning::Holders
        )
    };
    let mut alone = BTreeSet::new();
    for (at, _) in mapping.columns.iter().enumerate().filter(|(_, meaning)| is_named(meaning)) {
        for row in sheet.rows.iter().filter(|row| row.line > mapping.header) {
            for part in row.cells.get(at).into_iter().flat_map(|cell| listed(cell)) {
                alone.insert(folded(&part));
            }
        }
    }
    // "Ann and Bo", "Cy and Bo": who comes again with another is somebody.
    let mut sides: std::collections::BTreeMap<String, BTreeSet<String>> = std::collections::BTreeMap::new();
    for whole in alone.iter() {
        for join in ["and", "et", "und", "y", "e", "en"] {
            if let Some((one, other)) = whole.split_once(&format!(" {join} ")) {
                sides.entry(one.to_owned()).or_default().insert(other.to_owned());
                sides.entry(other.to_owned()).or_default().insert(one.to_owned());
            }
        }
    }
    alone.extend(sides.into_iter().filter(|(_, with)| with.len() > 1).map(|(name, _)| name));
    for column in &mapping.columns {
        if let Meaning::Part(name) = column {
            alone.insert(folded(name));
        }
    }
    alone
}

/// Everybody named in a cell. Commas, semicolons, lines, `+` and ` / ` always stand between names; "and", "&" and "/"
/// only where one side is somebody known.
pub(super) fn of(cell: &str, roles: &Roles, alone: &BTreeSet<String>) -> Vec<Named> {
    let is_known = |part: &str| {
        let part = bare(part);
        !part.is_empty() && (alone.contains(&folded(&part)) || roles.of_cell(&part).is_some())
    };
    let mut names: Vec<Named> = Vec::new();
    for part in listed(cell) {
        if is_known(&part) && !JOINS.iter().any(|join| part.contains(join) && split_known(&part, join, &is_known)) {
            add(&mut names, &part);
            continue;
        }
        let join = JOINS.iter().find(|join| part.contains(**join) && split_known(&part, join, &is_known));
        match join {
            Some(join) => part.split(join).for_each(|one| add(&mut names, one)),
            None => add(&mut names, &part),
        }
    }
    names
}

/// What may stand between two names, or within one.
const JOINS: [&str; 9] = [" and ", " et ", " und ", " y ", " e ", " en ", " & ", "&", "/"];

fn split_known(part: &str, join: &str, is_known: &impl Fn(&str) -> bool) -> bool {
    let sides: Vec<&str> = part.split(join).collect();
    sides.len() > 1 && sides.iter().all(|side| !side.trim().is_empty()) && sides.iter().any(|side| is_known(side))
}

/// The parts of a cell that lists several. A comma within "Doe, John; Roe, Ann" belongs to the name.
fn listed(cell: &str) -> Vec<String> {
    let cell = cell.trim().trim_matches(['[', ']']);
    let strong = [";", "\n", " / ", " + ", "|"];
    let mut parts: Vec<&str> = vec![cell];
    let has_strong = cell.contains([';', '\n']);
    for separator in strong {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    if !has_strong {
        parts = parts.into_iter().flat_map(|part| super::super::statements::between_commas(part)).collect();
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn add(names: &mut Vec<Named>, part: &str) {
    let named = named(part);
    if named.name.chars().any(char::is_alphanumeric) && !is_nobody(&named.name) && !names.contains(&named) {
        names.push(named);
    }
}

/// Words that say that nobody is named yet.
fn is_nobody(name: &str) -> bool {
    let none = [
        "tbd",
        "tbc",
        "tba",
        "n a",
        "na",
        "none",
        "unassigned",
        "not assigned",
        "nobody",
        "open",
        "non attribue",
        "a definir",
        "non affecte",
        "aucun",
        "aucune",
        "personne",
        "nicht zugewiesen",
        "niemand",
        "offen",
        "por definir",
        "sin asignar",
        "da definire",
        "non assegnato",
        "nessuno",
        "a definir",
        "nao atribuido",
        "niet toegewezen",
        "nog te bepalen",
        "no owner",
        "no assignee",
    ];
    none.contains(&folded(name).as_str())
}

/// A name, with its address where one is given: "anna@example.org", "Anna <anna@example.org>", "Anna (anna@…)".
fn named(part: &str) -> Named {
    let is_in_address = |c: char| c.is_alphanumeric() || ".@_+-".contains(c);
    let address = part
        .split(|c: char| !is_in_address(c))
        .find(|word| word.split_once('@').is_some_and(|(local, host)| !local.is_empty() && host.contains('.')));
    let Some(email) = address else { return Named { name: bare(part), email: String::new() } };
    let rest = part.replace(email, "");
    let rest = bare(rest.trim_matches(['<', '>', '(', ')', '[', ']', ' ']).trim_end_matches(['<', '(', '[']));
    let name = if rest.chars().any(char::is_alphabetic) && rest != "mailto:" {
        rest
    } else {
        let local = email.split('@').next().unwrap_or_default();
        let words = local.split(['.', '_', '-']).filter(|word| !word.is_empty());
        words.map(super::super::outline::capitalised).collect::<Vec<_>>().join(" ")
    };
    Named { name, email: email.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_owners_in_a_cell_are_several() {
        let alone: BTreeSet<String> = ["host", "kitchen"].map(str::to_owned).into();
        let names = |cell: &str| {
            of(cell, &Roles::default(), &alone).into_iter().map(|named| named.name).collect::<Vec<_>>().join("|")
        };
        assert_eq!(names("Host, Kitchen"), "Host|Kitchen");
        assert_eq!(names("Kitchen / Host"), "Kitchen|Host");
        assert_eq!(names("Finance and Host"), "Finance|Host");
        assert_eq!(names("Sales and marketing"), "Sales and marketing");
        assert_eq!(names("Host/Kitchen"), "Host|Kitchen");
        assert_eq!(names("Dev/Ops"), "Dev/Ops");
        assert_eq!(names("Doe, John; Roe, Ann"), "Doe, John|Roe, Ann");
        assert_eq!(names("@treasury"), "treasury");
        assert_eq!(names("Anna[50%]"), "Anna");
        assert_eq!(names("TBD"), "");
        assert_eq!(
            named("marie.dupont@example.org"),
            Named { name: "Marie Dupont".into(), email: "marie.dupont@example.org".into() }
        );
        assert_eq!(
            named("Anna Doe <anna@example.org>"),
            Named { name: "Anna Doe".into(), email: "anna@example.org".into() }
        );
    }
}

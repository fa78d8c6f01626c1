//! The language a file is written in.

use couloir_core::workshop::Language;
use whatlang::Lang;

use super::plan::ImportPlan;

/// Fewer letters say nothing sure.
const ENOUGH: usize = 60;
/// More letters than this change nothing any more.
const PLENTY: usize = 5_000;

/// The language of the texts; `None` when there are too few of them, or when it is none that workshops have.
pub(super) fn of(plan: &ImportPlan) -> Option<Language> {
    let mut text = String::new();
    for entry in &plan.entries {
        for part in [&entry.text, &entry.detail] {
            text.push_str(part);
            text.push_str(". ");
        }
        if text.len() > PLENTY {
            break;
        }
    }
    if text.chars().filter(|c| c.is_alphabetic()).count() < ENOUGH {
        return None;
    }
    let found = whatlang::detect(&text).filter(whatlang::Info::is_reliable)?;
    match found.lang() {
        Lang::Fra => Some(Language::Fr),
        Lang::Eng => Some(Language::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::{Entry, EntryKind};
    use super::*;

    #[test]
    fn only_enough_text_tells_a_language() {
        let of = |texts: &[&str]| {
            let mut plan = ImportPlan::new("");
            for text in texts {
                plan.push(Entry::new(1, EntryKind::Task, text));
            }
            super::of(&plan)
        };
        assert_eq!(of(&["Harvest apples", "Press juice"]), None);
        assert_eq!(
            of(&[
                "Préparer la salle pour la réunion de demain",
                "Envoyer le compte rendu à toute l’équipe",
                "Payer les factures du mois"
            ]),
            Some(Language::Fr)
        );
        assert_eq!(
            of(&[
                "Prepare the room for the meeting of tomorrow",
                "Send the minutes to everybody in the team",
                "Pay the bills of the month"
            ]),
            Some(Language::En)
        );
        assert_eq!(
            of(&[
                "Den Raum für die Sitzung am Morgen vorbereiten",
                "Das Protokoll an alle im Team schicken und ablegen",
                "Die Rechnungen bezahlen"
            ]),
            None
        );
    }
}

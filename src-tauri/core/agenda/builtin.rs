//! Built-in agendas, with facilitation texts in both languages.

use serde::Deserialize;

use super::ItemKind;
use crate::Result;
use crate::workshop::Language;

/// An agenda that a meeting can start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum BuiltinAgenda {
    /// Half a day, 230 minutes.
    HalfDay,
    /// 90 minutes.
    Short,
    /// Two meetings of an hour with homework between them.
    TwoSessions,
    /// The recurring meeting of all roles, 45 minutes.
    CrossFunctional,
    /// The contracts after three months, 60 minutes.
    Review,
}

/// One built-in agenda in one language.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaPlan {
    pub id: String,
    pub title: String,
    /// Mostly one; several for an agenda in sessions.
    pub meetings: Vec<MeetingPlan>,
}

/// A meeting of a built-in agenda.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingPlan {
    pub title: String,
    pub planned_minutes: i32,
    pub goal: String,
    /// What participants bring.
    pub bring: String,
    pub items: Vec<ItemPlan>,
}

/// A block of a built-in agenda; the texts mean what they mean in [`super::AgendaItem`].
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemPlan {
    pub title: String,
    pub kind: ItemKind,
    pub section: String,
    pub detail: String,
    pub goal: String,
    pub instruction: String,
    pub method: String,
    pub materials: String,
    pub private_notes: String,
    pub presenter: String,
    pub minutes: i32,
    pub least_minutes: i32,
    pub is_optional: bool,
    /// Whether its start is kept when blocks before it change.
    #[serde(default)]
    pub locked: bool,
}

impl BuiltinAgenda {
    /// Every built-in agenda, the usual one first.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The name used on the command line and across the border.
    pub fn id(self) -> &'static str {
        match self {
            BuiltinAgenda::HalfDay => "half-day",
            BuiltinAgenda::Short => "short",
            BuiltinAgenda::TwoSessions => "two-sessions",
            BuiltinAgenda::CrossFunctional => "cross-functional",
            BuiltinAgenda::Review => "review",
        }
    }

    /// The agenda of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|agenda| agenda.id() == id)
    }

    /// Its JSON text.
    pub(crate) fn source(self, language: Language) -> &'static str {
        match (self, language) {
            (BuiltinAgenda::HalfDay, Language::Fr) => include_str!("builtin/half-day.fr.json"),
            (BuiltinAgenda::HalfDay, Language::En) => include_str!("builtin/half-day.en.json"),
            (BuiltinAgenda::Short, Language::Fr) => include_str!("builtin/short.fr.json"),
            (BuiltinAgenda::Short, Language::En) => include_str!("builtin/short.en.json"),
            (BuiltinAgenda::TwoSessions, Language::Fr) => include_str!("builtin/two-sessions.fr.json"),
            (BuiltinAgenda::TwoSessions, Language::En) => include_str!("builtin/two-sessions.en.json"),
            (BuiltinAgenda::CrossFunctional, Language::Fr) => include_str!("builtin/cross-functional.fr.json"),
            (BuiltinAgenda::CrossFunctional, Language::En) => include_str!("builtin/cross-functional.en.json"),
            (BuiltinAgenda::Review, Language::Fr) => include_str!("builtin/review.fr.json"),
            (BuiltinAgenda::Review, Language::En) => include_str!("builtin/review.en.json"),
        }
    }

    /// The agenda in one language.
    ///
    /// # Errors
    /// Only if the built-in text does not read as an agenda, which a test excludes.
    pub fn load(self, language: Language) -> Result<AgendaPlan> {
        Ok(serde_json::from_str(self.source(language))?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minutes(agenda: BuiltinAgenda) -> Vec<Vec<i32>> {
        let plan = agenda.load(Language::Fr).unwrap();
        plan.meetings.iter().map(|meeting| meeting.items.iter().map(|item| item.minutes).collect()).collect()
    }

    #[test]
    fn the_blocks_are_as_promised() {
        assert_eq!(minutes(BuiltinAgenda::HalfDay), [[10, 10, 10, 20, 35, 15, 35, 20, 40, 20, 15]]);
        assert_eq!(minutes(BuiltinAgenda::Short), [[5, 5, 10, 30, 15, 15, 10]]);
        assert_eq!(minutes(BuiltinAgenda::TwoSessions), [vec![5, 5, 10, 20, 15, 5], vec![5, 30, 15, 10]]);
        assert_eq!(minutes(BuiltinAgenda::CrossFunctional), [[3, 5, 8, 5, 19, 3, 2]]);
        assert_eq!(minutes(BuiltinAgenda::Review), [[10, 15, 25, 10]]);
    }

    #[test]
    fn blocks_fill_the_planned_minutes_and_both_languages_agree() {
        for agenda in BuiltinAgenda::ALL {
            let [fr, en] = [Language::Fr, Language::En].map(|language| agenda.load(language).unwrap());
            assert_eq!((fr.id.as_str(), en.id.as_str()), (agenda.id(), agenda.id()));
            assert_eq!(BuiltinAgenda::from_id(&fr.id), Some(*agenda));
            for (fr, en) in fr.meetings.iter().zip(&en.meetings) {
                assert_eq!(fr.items.iter().map(|item| item.minutes).sum::<i32>(), fr.planned_minutes);
                let form = |meeting: &MeetingPlan| -> Vec<_> {
                    let form = |i: &ItemPlan| (i.kind, i.minutes, i.least_minutes, i.is_optional, i.locked);
                    meeting.items.iter().map(form).collect()
                };
                assert_eq!(form(fr), form(en));
                assert!(fr.items.iter().chain(&en.items).all(|item| {
                    let texts = [&item.title, &item.goal, &item.instruction, &item.method, &item.materials];
                    texts.iter().all(|text| !text.is_empty()) && item.least_minutes <= item.minutes
                }));
            }
            assert_eq!(fr.meetings.len(), en.meetings.len());
        }
    }

    #[test]
    fn the_break_and_the_decisions_of_the_half_day_keep_their_start() {
        let plan = BuiltinAgenda::HalfDay.load(Language::En).unwrap();
        let locked: Vec<_> = plan.meetings[0].items.iter().filter(|item| item.locked).map(|item| item.kind).collect();
        assert_eq!(locked, [ItemKind::Break, ItemKind::Decide]);
        assert_eq!(plan.meetings[0].planned_minutes, 230);
    }
}

//! How this laptop looks at the board of a workshop: a preference, never a step of the journal.

use serde::{Deserialize, Serialize};
use specta::Type;

use crate::task::TaskStatus;
use crate::workshop::{BoardColumns, Workshop, WorkshopId};
use crate::{Contents, Error, Library, Result, clean_line, clean_title, store};

/// The most filters kept for a workshop.
pub const KEPT_MAX: usize = 50;

/// The most values of one kind in a filter, and of folded lanes.
const VALUES_MAX: usize = 1_000;

/// What the board is divided by, beside its lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type, strum::VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum BoardBy {
    /// Nothing: the cards of a lane flow.
    #[default]
    Role,
    Status,
    Step,
}

/// Which cards show: those that fit one value of every kind that has any. An empty id stands for *none*.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BoardFilter {
    pub roles: Vec<String>,
    pub people: Vec<String>,
    pub statuses: Vec<TaskStatus>,
    pub steps: Vec<String>,
    pub tags: Vec<String>,
    pub text: String,
}

/// A filter under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct KeptFilter {
    pub name: String,
    pub filter: BoardFilter,
}

/// How the board of a workshop is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct BoardView {
    pub by: BoardBy,
    /// Small cards; `None`: when there are many.
    pub is_compact: Option<bool>,
    /// Lanes folded away; an empty id is the lane of tasks without role.
    pub folded: Vec<String>,
    pub filter: BoardFilter,
    pub kept: Vec<KeptFilter>,
}

impl Library {
    /// How the board of a workshop is looked at. One that was switched to steps by an older program still shows them.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn board_view(&self, workshop_id: &WorkshopId) -> Result<BoardView> {
        let workshop: Workshop = store::get(&self.conn, workshop_id.as_str())?;
        let kept = self.setting(&name(workshop_id))?;
        // What a newer program wrote and this one cannot read is only a preference.
        Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_else(|| BoardView {
            by: match workshop.board_columns {
                BoardColumns::Status => BoardBy::Role,
                BoardColumns::Step => BoardBy::Step,
            },
            ..BoardView::default()
        }))
    }

    /// Keeps how the board of a workshop is looked at.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Invalid`] and [`Error::TooLong`] for the name or text of a filter, and beyond
    /// [`KEPT_MAX`].
    pub fn set_board_view(&mut self, workshop_id: &WorkshopId, mut view: BoardView) -> Result<()> {
        store::get::<Workshop>(&self.conn, workshop_id.as_str())?;
        if view.kept.len() > KEPT_MAX {
            return Err(Error::too_many("filter", KEPT_MAX));
        }
        if view.folded.len() > VALUES_MAX {
            return Err(Error::too_many("role", VALUES_MAX));
        }
        check(&mut view.filter)?;
        for kept in &mut view.kept {
            kept.name = clean_title("name", &kept.name)?;
            check(&mut kept.filter)?;
        }
        self.set_settings(&[(name(workshop_id).as_str(), serde_json::to_string(&view)?.as_str())])
    }

    /// A whole workshop whose board has the columns that this laptop shows: what is printed of it.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn contents_as_shown(&self, workshop_id: &WorkshopId) -> Result<Contents> {
        let mut contents = self.contents(workshop_id)?;
        contents.workshop.board_columns = match self.board_view(workshop_id)?.by {
            BoardBy::Role => contents.workshop.board_columns,
            BoardBy::Status => BoardColumns::Status,
            BoardBy::Step => BoardColumns::Step,
        };
        Ok(contents)
    }
}

fn name(workshop_id: &WorkshopId) -> String {
    format!("board:{workshop_id}")
}

fn check(filter: &mut BoardFilter) -> Result<()> {
    filter.text = clean_line("text", &filter.text)?;
    for values in [&filter.roles, &filter.people, &filter.steps, &filter.tags] {
        if values.len() > VALUES_MAX {
            return Err(Error::too_many("filter", VALUES_MAX));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;

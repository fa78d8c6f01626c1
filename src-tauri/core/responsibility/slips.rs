//! The silent round: every role writes what it, another role or nobody answers for; all hidden until revealed.

use super::{Responsibility, ResponsibilityId, Slip, SlipId, edit};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, clean_title, position};

/// The most slips a workshop holds: twelve roles with some eighty each.
pub const SLIPS_MAX: usize = 1_000;

impl Library {
    /// A slip of `author`: *mine* when `role` is the author, *theirs* for another role, *nobody does* for `None`.
    /// It stays hidden until [`Library::slips_reveal`].
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::Invalid`] and [`Error::TooLong`] for the title, or beyond [`SLIPS_MAX`].
    pub fn slip_add(
        &mut self,
        workshop_id: &WorkshopId,
        author: &RoleId,
        role: Option<&RoleId>,
        title: &str,
    ) -> Result<Committed<SlipId>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "slip-add"), |tx| {
            let author: Role = tx.get(author)?;
            tx.name("letter", &author.letter);
            tx.ensure::<Role>(role)?;
            let slips: Vec<Slip> = tx.list(workshop_id)?;
            if slips.len() >= SLIPS_MAX {
                return Err(Error::too_many("slip", SLIPS_MAX));
            }
            let slip = Slip {
                id: SlipId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                author_id: author.id,
                role_id: role.cloned(),
                position: position::between(slips.last().map(|slip| slip.position.as_str()), None),
                title,
                is_revealed: false,
                responsibility_id: None,
            };
            tx.insert(&slip)?;
            Ok(slip.id)
        })
    }

    /// Changes the words of a slip; typing on is one step.
    ///
    /// # Errors
    /// [`Error::NotFound`]; as for the title.
    pub fn slip_edit(&mut self, workshop_id: &WorkshopId, id: &SlipId, title: &str) -> Result<Committed<()>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "slip-edit").coalescing(format!("slip-edit:{id}")), |tx| {
            let mut slip: Slip = tx.get(id)?;
            tx.name("letter", tx.get::<Role>(&slip.author_id)?.letter);
            slip.title = title;
            tx.update(&slip)
        })
    }

    /// Removes a slip.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn slip_delete(&mut self, workshop_id: &WorkshopId, id: &SlipId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "slip-delete"), |tx| {
            let slip: Slip = tx.get(id)?;
            tx.name("letter", tx.get::<Role>(&slip.author_id)?.letter);
            tx.delete::<Slip>(id)
        })
    }

    /// Shows every hidden slip.
    ///
    /// # Errors
    /// As the store says.
    pub fn slips_reveal(&mut self, workshop_id: &WorkshopId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "slip-reveal"), |tx| {
            for mut slip in tx.list::<Slip>(workshop_id)?.into_iter().filter(|slip| !slip.is_revealed) {
                slip.is_revealed = true;
                tx.update(&slip)?;
            }
            Ok(())
        })
    }

    /// Makes one responsibility of `role` (`None`: nobody yet) of slips that say the same, under the wording agreed
    /// on. A responsibility that one of them was merged into before, or `existing`, takes them in. One step.
    ///
    /// # Errors
    /// [`Error::Invalid`] without slips and for a slip still hidden; as for the title.
    pub fn slips_merge(
        &mut self,
        workshop_id: &WorkshopId,
        slips: &[SlipId],
        role: Option<&RoleId>,
        title: &str,
        existing: Option<&ResponsibilityId>,
    ) -> Result<Committed<ResponsibilityId>> {
        let title = clean_title("title", title)?;
        self.commit(Operation::new(workshop_id, "slip-merge"), |tx| {
            let slips = slips.iter().map(|id| tx.get::<Slip>(id)).collect::<Result<Vec<_>>>()?;
            if slips.is_empty() {
                return Err(Error::invalid("slip", Rule::Empty));
            }
            if slips.iter().any(|slip| !slip.is_revealed) {
                return Err(Error::invalid("slip", Rule::NotInThisState));
            }
            let existing = existing.or_else(|| slips.iter().find_map(|slip| slip.responsibility_id.as_ref()));
            let id = match existing {
                None => edit::insert(tx, workshop_id, role, title)?,
                Some(id) => {
                    let mut row: Responsibility = tx.get(id)?;
                    tx.name("title", &title);
                    row.title = title;
                    row.role_id = role.map(|role| tx.get::<Role>(role)).transpose()?.map(|role| role.id);
                    tx.update(&row)?;
                    row.id
                }
            };
            for mut slip in slips {
                slip.responsibility_id = Some(id.clone());
                tx.update(&slip)?;
            }
            Ok(id)
        })
    }
}

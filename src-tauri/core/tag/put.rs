//! Tagging things, and the tags themselves.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Tag, TagId, Tagging, TaggingId};
use crate::analysis::wording::Wording;
use crate::contract::{Contract, ContractId};
use crate::responsibility::{Responsibility, ResponsibilityId};
use crate::task::{Task, TaskId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, Tx, clean_line, clean_title, position};

/// The most tags a workshop knows.
pub const TAGS_MAX: usize = 200;

/// What a tag is put on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum TagTarget {
    Task(TaskId),
    Responsibility(ResponsibilityId),
    Contract(ContractId),
}

/// One text of a tag with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum TagEdit {
    Name(String),
    Detail(String),
}

impl Library {
    /// Puts a tag on something, by its name; a name not known yet becomes a tag in the same step. Putting a tag
    /// where it is already changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`] for the thing; [`Error::Invalid`] and [`Error::TooLong`] for the name, or beyond
    /// [`TAGS_MAX`].
    pub fn tag_put(&mut self, workshop_id: &WorkshopId, name: &str, target: &TagTarget) -> Result<Committed<TagId>> {
        self.tag_put_on(workshop_id, name, std::slice::from_ref(target))
    }

    /// Puts a tag on several things in one step.
    ///
    /// # Errors
    /// As for [`Library::tag_put`]; nothing is tagged then.
    pub fn tag_put_on(
        &mut self,
        workshop_id: &WorkshopId,
        name: &str,
        targets: &[TagTarget],
    ) -> Result<Committed<TagId>> {
        let name = clean_title("name", name)?;
        self.commit(Operation::new(workshop_id, "tag-put"), |tx| {
            let tags: Vec<Tag> = tx.list(workshop_id)?;
            let tag = match tags.iter().find(|tag| is_same(&tag.name, &name)) {
                Some(tag) => tag.clone(),
                None => insert(tx, workshop_id, &tags, name)?,
            };
            tx.name("name", &tag.name);
            let taggings: Vec<Tagging> = tx.list(workshop_id)?;
            for target in targets {
                put(tx, &tag, &taggings, target)?;
            }
            Ok(tag.id)
        })
    }

    /// Takes a tag off something.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn tagging_delete(&mut self, workshop_id: &WorkshopId, id: &TaggingId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "tag-take-off"), |tx| {
            let tagging: Tagging = tx.get(id)?;
            tx.name("name", tx.get::<Tag>(&tagging.tag_id)?.name);
            tx.delete::<Tagging>(id)
        })
    }

    /// A tag that is on nothing yet.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a name that exists, accents and case aside, or beyond [`TAGS_MAX`].
    pub fn tag_add(&mut self, workshop_id: &WorkshopId, name: &str) -> Result<Committed<TagId>> {
        let name = clean_title("name", name)?;
        self.commit(Operation::new(workshop_id, "tag-add"), |tx| {
            tx.name("name", &name);
            let tags: Vec<Tag> = tx.list(workshop_id)?;
            if tags.iter().any(|tag| is_same(&tag.name, &name)) {
                return Err(Error::invalid("tag", Rule::Duplicate));
            }
            Ok(insert(tx, workshop_id, &tags, name)?.id)
        })
    }

    /// Changes one text of a tag; typing on is one step.
    ///
    /// # Errors
    /// As for [`Library::tag_add`].
    pub fn tag_edit(&mut self, workshop_id: &WorkshopId, id: &TagId, edit: TagEdit) -> Result<Committed<()>> {
        let field = match edit {
            TagEdit::Name(_) => "name",
            TagEdit::Detail(_) => "detail",
        };
        self.commit(Operation::new(workshop_id, "tag-edit").coalescing(format!("tag-edit:{id}:{field}")), |tx| {
            let mut tag: Tag = tx.get(id)?;
            tx.name("name", &tag.name);
            match edit {
                TagEdit::Name(text) => {
                    tag.name = clean_title("name", &text)?;
                    let others: Vec<Tag> = tx.list(workshop_id)?;
                    if others.iter().any(|other| other.id != tag.id && is_same(&other.name, &tag.name)) {
                        return Err(Error::invalid("tag", Rule::Duplicate));
                    }
                }
                TagEdit::Detail(text) => tag.detail = clean_line("detail", &text)?,
            }
            tx.update(&tag)
        })
    }

    /// Deletes a tag, wherever it is.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn tag_delete(&mut self, workshop_id: &WorkshopId, id: &TagId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "tag-delete"), |tx| {
            let tag: Tag = tx.get(id)?;
            tx.name("name", &tag.name);
            tx.delete::<Tag>(id)
        })
    }
}

/// Two names of one tag: equal but for case, accents and small words.
fn is_same(one: &str, other: &str) -> bool {
    one == other || (!Wording::of(one).is_empty() && Wording::of(one) == Wording::of(other))
}

/// Puts a tag on one thing, unless it is there already.
fn put(tx: &Tx<'_>, tag: &Tag, taggings: &[Tagging], target: &TagTarget) -> Result<()> {
    let workshop_id = &tag.workshop_id;
    let mut tagging = Tagging {
        id: TaggingId(tx.new_id()),
        workshop_id: workshop_id.clone(),
        tag_id: tag.id.clone(),
        task_id: None,
        responsibility_id: None,
        contract_id: None,
    };
    match target {
        TagTarget::Task(id) => tagging.task_id = Some(tx.get::<Task>(id)?.id),
        TagTarget::Responsibility(id) => {
            tagging.responsibility_id = Some(tx.get::<Responsibility>(id)?.id);
        }
        TagTarget::Contract(id) => tagging.contract_id = Some(tx.get::<Contract>(id)?.id),
    }
    let is_there = taggings.iter().any(|row| Tagging { id: tagging.id.clone(), ..row.clone() } == tagging);
    if is_there { Ok(()) } else { tx.insert(&tagging) }
}

fn insert(tx: &Tx<'_>, workshop_id: &WorkshopId, tags: &[Tag], name: String) -> Result<Tag> {
    if tags.len() >= TAGS_MAX {
        return Err(Error::too_many("tag", TAGS_MAX));
    }
    let tag = Tag {
        id: TagId(tx.new_id()),
        workshop_id: workshop_id.clone(),
        position: position::between(tags.last().map(|tag| tag.position.as_str()), None),
        name,
        detail: String::new(),
    };
    tx.insert(&tag)?;
    Ok(tag)
}

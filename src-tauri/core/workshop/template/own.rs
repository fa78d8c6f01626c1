//! Templates that somebody made of a workshop: kept beside the workshops, marked as what they are.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

use super::bare::bare;
use super::{LeftOut, OutlineRole, calendar};
use crate::workshop::archive::{self, archive, remap};
use crate::workshop::{Language, NewWorkshop, Workshop, WorkshopId};
use crate::{Committed, Contents, Day, Error, Library, Operation, Result, Rule, clean_text, clean_title};

/// One of the user's templates, and what it holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct OwnTemplate {
    pub id: WorkshopId,
    pub title: String,
    pub purpose: String,
    pub language: Language,
    pub roles: Vec<OutlineRole>,
    /// Titles of the steps.
    pub steps: Vec<String>,
    pub tasks: u32,
    pub contracts: u32,
    /// Needs that nobody offers to meet, and offers that nobody asked for.
    pub open_lines: u32,
    /// Titles of the meetings.
    pub meetings: Vec<String>,
}

impl OwnTemplate {
    fn of(contents: &Contents) -> Self {
        let workshop = &contents.workshop;
        let count = |rows: usize| u32::try_from(rows).unwrap_or(u32::MAX);
        let half = contents.contracts.iter().filter(|line| line.need.is_none() || line.offer.is_none());
        let roles = contents.roles.iter().map(|role| OutlineRole {
            letter: role.letter.clone(),
            name: role.name.clone(),
            color: role.color,
            mandate: role.mandate.clone(),
        });
        Self {
            id: workshop.id.clone(),
            title: workshop.title.clone(),
            purpose: workshop.purpose.clone(),
            language: workshop.language,
            roles: roles.collect(),
            steps: contents.steps.iter().map(|step| step.title.clone()).collect(),
            tasks: count(contents.tasks.len()),
            contracts: count(contents.contracts.len()),
            open_lines: count(half.count()),
            meetings: contents.meetings.iter().map(|meeting| meeting.title.clone()).collect(),
        }
    }
}

impl Library {
    /// The user's own templates, by title.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn own_templates(&self) -> Result<Vec<OwnTemplate>> {
        let mut own = Vec::new();
        for summary in self.summaries(true)? {
            own.push(OwnTemplate::of(&self.contents(&summary.id)?));
        }
        own.sort_by_cached_key(|template| (template.title.to_lowercase(), template.id.0.clone()));
        Ok(own)
    }

    /// What a template of this workshop would leave out.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn template_leaves_out(&self, id: &WorkshopId) -> Result<Vec<LeftOut>> {
        Ok(bare(self.contents(id)?).1)
    }

    /// A template of a workshop, under a title; undone from Home. The workshop stays as it is.
    ///
    /// # Errors
    /// [`Error::NotFound`]; for the title and the description.
    pub fn template_make(
        &mut self,
        id: &WorkshopId,
        title: &str,
        purpose: Option<&str>,
    ) -> Result<Committed<WorkshopId>> {
        let purpose = purpose.map(|purpose| clean_text("purpose", purpose)).transpose()?;
        let mut contents = bare(self.contents(id)?).0;
        contents.workshop.title = clean_title("title", title)?;
        if let Some(purpose) = purpose {
            contents.workshop.purpose = purpose;
        }
        self.insert_template("template-make", template_archive(contents)?)
    }

    /// Takes over a template from a file. Whatever it says beside a template's texts is left out.
    ///
    /// # Errors
    /// [`Rule::NotATemplate`] for a workshop; as for reading an archive.
    pub fn template_take(&mut self, archive: Map<String, Value>) -> Result<Committed<WorkshopId>> {
        if !is_template(&archive) {
            return Err(Error::invalid("template", Rule::NotATemplate));
        }
        self.insert_template("template-take", read_bare(archive)?)
    }

    /// The archive of one of the user's templates. The same template gives the same archive, whatever its ids.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::NotATemplate`] for a workshop.
    pub fn template_archive(&self, id: &WorkshopId) -> Result<Map<String, Value>> {
        let contents = self.contents(id)?;
        if !contents.workshop.is_template {
            return Err(Error::invalid("template", Rule::NotATemplate));
        }
        template_archive(contents)
    }

    /// A workshop from one of the user's templates.
    ///
    /// # Errors
    /// As for the title and [`Self::template_archive`].
    pub fn workshop_from_own_template(&mut self, id: &WorkshopId, new: &NewWorkshop) -> Result<Committed<WorkshopId>> {
        self.workshop_from_archive(self.template_archive(id)?, new, |_, _| Ok(()))
    }

    /// Deletes one of the user's templates; workshops made of it stay. Undone from Home.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Rule::NotATemplate`] for a workshop.
    pub fn template_delete(&mut self, id: &WorkshopId) -> Result<Committed<()>> {
        self.commit(Operation::on_library("template-delete"), |tx| {
            let template: Workshop = tx.get(id)?;
            if !template.is_template {
                return Err(Error::invalid("template", Rule::NotATemplate));
            }
            tx.name("title", &template.title);
            tx.delete::<Workshop>(id)
        })
    }

    fn insert_template(&mut self, operation: &'static str, rows: Map<String, Value>) -> Result<Committed<WorkshopId>> {
        self.commit(Operation::on_library(operation), |tx| {
            let id = archive::insert(tx, rows, |_| {})?;
            let template: Workshop = tx.get(&id)?;
            tx.name("title", &template.title);
            Ok(id)
        })
    }
}

/// Whether an archive is a template's.
pub fn is_template(archive: &Map<String, Value>) -> bool {
    let mark = archive.get("workshop").map(|workshop| &workshop["is_template"]);
    mark.is_some_and(|mark| mark.as_bool().unwrap_or_else(|| mark.as_i64() == Some(1)))
}

/// The archive with which a workshop begins that is made of a template: its first meeting is on the next such day of the
/// week from `tomorrow` on.
///
/// # Errors
/// As for reading an archive.
pub fn begun(rows: Map<String, Value>, tomorrow: Day, zone: &str) -> Result<Map<String, Value>> {
    let mut contents = bare(apart(rows)?).0;
    calendar::from_day(&mut contents, tomorrow, zone);
    plain(contents)
}

/// The archive of a template read from a file, with nothing in it that a template leaves out.
fn read_bare(rows: Map<String, Value>) -> Result<Map<String, Value>> {
    template_archive(apart(rows)?)
}

/// What an archive holds, read apart from everything else.
fn apart(rows: Map<String, Value>) -> Result<Contents> {
    let mut apart = Library::in_memory(Box::new(|| crate::Millis(0)))?;
    let id = apart.commit(Operation::on_library("template-take"), |tx| archive::insert(tx, rows, |_| {}))?.value;
    apart.contents(&id)
}

fn template_archive(contents: Contents) -> Result<Map<String, Value>> {
    plain(bare(contents).0)
}

/// An archive with short ids that tell nothing, neither whose nor when.
fn plain(contents: Contents) -> Result<Map<String, Value>> {
    let mut archive = archive(&contents)?;
    let mut new_ids = HashMap::from([(contents.workshop.id.0.clone(), "w".to_owned())]);
    for (list, _) in Contents::LISTS {
        let Some(Value::Array(rows)) = archive.get(*list) else { continue };
        for (row, at) in rows.iter().zip(1_usize..) {
            if let Some(id) = row["id"].as_str() {
                new_ids.insert(id.to_owned(), format!("{list}-{at}"));
            }
        }
    }
    let lists = Contents::LISTS.iter().map(|(list, _)| *list).collect::<Vec<_>>();
    for (list, value) in &mut archive {
        match value {
            Value::Object(workshop) if list == "workshop" => {
                remap(workshop, &new_ids)?;
                workshop.remove("created_at");
            }
            Value::Array(rows) if lists.contains(&list.as_str()) => {
                for row in rows.iter_mut().filter_map(Value::as_object_mut) {
                    remap(row, &new_ids)?;
                    row.remove("workshop_id");
                    row.remove("created_at");
                }
            }
            _ => {}
        }
    }
    archive.retain(|_, value| value.as_array().is_none_or(|rows| !rows.is_empty()));
    Ok(archive)
}

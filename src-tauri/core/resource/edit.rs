//! Adding, changing and removing links.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Resource, ResourceId};
use crate::role::{Role, RoleId};
use crate::task::{Task, TaskId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Operation, Result, Rule, clean_line, clean_title, position};

/// The most links a workshop holds.
pub const RESOURCES_MAX: usize = 1_000;

/// One field of a link with its new value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "field", content = "value", rename_all = "snake_case")]
pub enum ResourceEdit {
    Title(String),
    Url(String),
    Detail(String),
    Heading(String),
    /// Whose it is; `None`: everyone's.
    Role(Option<RoleId>),
}

impl Library {
    /// A new link, last of its role (`None`: for everyone). An empty title is the address itself.
    ///
    /// # Errors
    /// [`Error::Invalid`] for an address that is not http, https or mailto; [`Error::TooLong`]; beyond
    /// [`RESOURCES_MAX`].
    pub fn resource_add(
        &mut self,
        workshop_id: &WorkshopId,
        role: Option<&RoleId>,
        title: &str,
        url: &str,
    ) -> Result<Committed<ResourceId>> {
        self.add_link(workshop_id, role, None, title, url)
    }

    /// A new link that helps with one task.
    ///
    /// # Errors
    /// As for [`Library::resource_add`].
    pub fn resource_add_to_task(
        &mut self,
        workshop_id: &WorkshopId,
        task: &TaskId,
        title: &str,
        url: &str,
    ) -> Result<Committed<ResourceId>> {
        self.add_link(workshop_id, None, Some(task), title, url)
    }

    fn add_link(
        &mut self,
        workshop_id: &WorkshopId,
        role: Option<&RoleId>,
        task: Option<&TaskId>,
        title: &str,
        url: &str,
    ) -> Result<Committed<ResourceId>> {
        let url = clean_url(url)?;
        let title = clean_title("title", if title.trim().is_empty() { &url } else { title })?;
        self.commit(Operation::new(workshop_id, "resource-add"), |tx| {
            tx.get::<Workshop>(workshop_id)?;
            tx.name("title", &title);
            tx.ensure::<Role>(role)?;
            tx.ensure::<Task>(task)?;
            let all: Vec<Resource> = tx.list(workshop_id)?;
            if all.len() >= RESOURCES_MAX {
                return Err(Error::too_many("resource", RESOURCES_MAX));
            }
            let resource = Resource {
                id: ResourceId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                role_id: role.cloned(),
                position: position::between(all.last().map(|row| row.position.as_str()), None),
                title,
                url,
                detail: String::new(),
                heading: String::new(),
                task_id: task.cloned(),
            };
            tx.insert(&resource)?;
            Ok(resource.id)
        })
    }

    /// Changes one field of a link; typing on is one step.
    ///
    /// # Errors
    /// As for [`Library::resource_add`].
    pub fn resource_edit(
        &mut self,
        workshop_id: &WorkshopId,
        id: &ResourceId,
        edit: ResourceEdit,
    ) -> Result<Committed<()>> {
        let field = match edit {
            ResourceEdit::Title(_) => "title",
            ResourceEdit::Url(_) => "url",
            ResourceEdit::Detail(_) => "detail",
            ResourceEdit::Heading(_) => "heading",
            ResourceEdit::Role(_) => "role",
        };
        let operation = Operation::new(workshop_id, "resource-edit").coalescing(format!("resource-edit:{id}:{field}"));
        self.commit(operation, |tx| {
            let mut resource: Resource = tx.get(id)?;
            tx.name("title", &resource.title);
            match edit {
                ResourceEdit::Title(text) => resource.title = clean_title("title", &text)?,
                ResourceEdit::Url(text) => resource.url = clean_url(&text)?,
                ResourceEdit::Detail(text) => resource.detail = clean_line("detail", &text)?,
                ResourceEdit::Heading(text) => resource.heading = clean_line("heading", &text)?,
                ResourceEdit::Role(role) => {
                    if let Some(role) = &role {
                        tx.get::<Role>(role)?;
                    }
                    resource.role_id = role;
                }
            }
            tx.update(&resource)
        })
    }

    /// Removes a link.
    ///
    /// # Errors
    /// [`Error::NotFound`].
    pub fn resource_delete(&mut self, workshop_id: &WorkshopId, id: &ResourceId) -> Result<Committed<()>> {
        self.commit(Operation::new(workshop_id, "resource-delete"), |tx| {
            let resource: Resource = tx.get(id)?;
            tx.name("title", &resource.title);
            tx.delete::<Resource>(id)
        })
    }
}

/// A web or mail address, or nothing (a paper document). Other schemes could run something when clicked.
fn clean_url(text: &str) -> Result<String> {
    let url = clean_line("url", text)?;
    let lower = url.to_ascii_lowercase();
    let rest = ["https://", "http://", "mailto:"].iter().find_map(|scheme| lower.strip_prefix(scheme));
    let is_link = url.is_empty() || rest.is_some_and(|rest| !rest.is_empty()) && !url.contains(char::is_whitespace);
    if is_link { Ok(url) } else { Err(Error::invalid("url", Rule::NotALink)) }
}

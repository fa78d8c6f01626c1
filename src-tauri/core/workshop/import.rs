//! Adding what an import holds to an open workshop, as one step.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::archive::{self, Taken};
use super::template::{begun, is_template};
use super::{Workshop, WorkshopId};
use crate::person::Person;
use crate::record::Record;
use crate::resource::Resource;
use crate::responsibility::Responsibility;
use crate::role::{ROLES_MAX, Role, RoleId};
use crate::step::Step;
use crate::task::{Involvement, InvolvementId, Part, Task, TaskId};
use crate::{Committed, Contents, Error, Library, Operation, Result, Rule, Tx};

/// A row of the open workshop that an import changes, as the next version of the same file says it.
#[derive(Clone, Debug, PartialEq)]
pub struct RowUpdate {
    /// The list of the row: `tasks`, `roles`, `people`, `responsibilities`, `steps` or `resources`.
    pub list: &'static str,
    pub id: String,
    /// New values of some of its columns. References may name rows of the archive or of the workshop.
    pub columns: Map<String, Value>,
    /// For a task: the parts of other roles that it has from now on.
    pub parts: Vec<(String, Part)>,
}

impl Library {
    /// Adds the rows of an archive to a workshop that exists; its own row stays as it is. Rows may refer to rows of
    /// the workshop by their ids. They come after those that are there, in their order; a task number or a lane
    /// letter that is in use is given anew. The value is how many rows were added.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::FileTooNew`] and [`Error::Invalid`] as for a new workshop. Nothing is added then.
    pub fn workshop_import(&mut self, id: &WorkshopId, archive: Map<String, Value>) -> Result<Committed<u32>> {
        self.workshop_import_next(id, archive, Vec::new())
    }

    /// As [`Library::workshop_import`], and changes rows that are there, in the same step. The value is how many rows
    /// were added or changed.
    ///
    /// # Errors
    /// As [`Library::workshop_import`]; [`Error::NotFound`] for a row that is not there any more.
    pub fn workshop_import_next(
        &mut self,
        id: &WorkshopId,
        archive: Map<String, Value>,
        updates: Vec<RowUpdate>,
    ) -> Result<Committed<u32>> {
        let archive = if is_template(&archive) {
            let zone = self.contents(id)?.workshop.time_zone;
            begun(archive, self.now().day_in(&zone).succ_opt().unwrap_or_default(), &zone)?
        } else {
            archive
        };
        let committed = self.commit(Operation::new(id, "workshop-import"), |tx| {
            let contents = tx.contents(id)?;
            let (_, mut lists) = archive::unpack(archive)?;
            // A moment of another library's journal means nothing here.
            lists.retain(|(table, _)| *table != "snapshot");
            let roles = lists.iter().find(|(table, _)| *table == "role").map_or(0, |(_, rows)| rows.len());
            if contents.roles.len() + roles > ROLES_MAX {
                return Err(Error::too_many("role", ROLES_MAX));
            }
            let taken = Taken {
                letters: contents.roles.iter().map(|role| role.letter.clone()).collect(),
                numbers: contents.tasks.iter().map(|task| task.number.into()).collect(),
            };
            let last = archive::complete(&mut lists, &taken, contents.workshop.last_task_number.into());
            let mut new_ids = HashMap::new();
            let mut last_positions: HashMap<&str, String> = HashMap::new();
            if let Value::Object(lists) = serde_json::to_value(&contents)? {
                for (list, table) in Contents::LISTS {
                    for row in lists.get(*list).and_then(Value::as_array).into_iter().flatten() {
                        if let Some(id) = row.get("id").and_then(Value::as_str) {
                            new_ids.insert(id.to_owned(), id.to_owned());
                        }
                        if let Some(position) = row.get("position").and_then(Value::as_str) {
                            last_positions.insert(table, position.to_owned());
                        }
                    }
                }
            }
            archive::add_new_ids(tx, &lists, &mut new_ids);
            let count = lists.iter().map(|(_, rows)| rows.len()).sum::<usize>() + updates.len();
            tx.name("count", count);
            archive::insert_lists(tx, id, lists, &new_ids, |table| last_positions.get(table).cloned())?;
            for update in updates {
                change(tx, id, update, &new_ids)?;
            }
            let mut workshop: Workshop = tx.get(id)?;
            workshop.last_task_number = i32::try_from(last).unwrap_or(i32::MAX);
            tx.update(&workshop)?;
            Ok(u32::try_from(count).unwrap_or(u32::MAX))
        });
        // A reference to a row of the wrong kind shows only when all rows are there.
        committed.map_err(|error| archive::refused(error, "workshop"))
    }
}

/// Changes a row as an update says.
fn change(tx: &Tx<'_>, id: &WorkshopId, mut update: RowUpdate, new_ids: &HashMap<String, String>) -> Result<()> {
    archive::remap(&mut update.columns, new_ids)?;
    archive::check_texts(&update.columns)?;
    match update.list {
        "roles" => changed::<Role>(tx, &update)?,
        "people" => changed::<Person>(tx, &update)?,
        "responsibilities" => changed::<Responsibility>(tx, &update)?,
        "steps" => changed::<Step>(tx, &update)?,
        "resources" => changed::<Resource>(tx, &update)?,
        "tasks" => {
            changed::<Task>(tx, &update)?;
            parts(tx, id, &update, new_ids)?;
        }
        other => return Err(Error::Invalid { field: "archive", rule: Rule::Unknown, detail: other.to_owned() }),
    }
    Ok(())
}

fn changed<R: Record>(tx: &Tx<'_>, update: &RowUpdate) -> Result<()> {
    let Value::Object(mut row) = serde_json::to_value(tx.get::<R>(&update.id)?)? else { return Ok(()) };
    for (column, value) in &update.columns {
        if !["id", "workshop_id", "position"].contains(&column.as_str()) {
            row.insert(column.clone(), value.clone());
        }
    }
    let invalid =
        |error: serde_json::Error| Error::Invalid { field: "archive", rule: Rule::Unknown, detail: error.to_string() };
    tx.update(&serde_json::from_value::<R>(Value::Object(row)).map_err(invalid)?)
}

/// Gives the other roles the parts of the update; the owner of a task takes none.
fn parts(tx: &Tx<'_>, id: &WorkshopId, update: &RowUpdate, new_ids: &HashMap<String, String>) -> Result<()> {
    let task: Task = tx.get(&update.id)?;
    let there: Vec<Involvement> =
        tx.list::<Involvement>(id)?.into_iter().filter(|involvement| involvement.task_id == task.id).collect();
    for involvement in there.iter().filter(|involvement| Some(&involvement.role_id) == task.role_id.as_ref()) {
        tx.delete::<Involvement>(&involvement.id)?;
    }
    for (role, part) in &update.parts {
        let role = RoleId(new_ids.get(role).cloned().unwrap_or_else(|| role.clone()));
        if Some(&role) == task.role_id.as_ref() {
            continue;
        }
        match there.iter().find(|involvement| involvement.role_id == role) {
            Some(same) if same.part == *part => {}
            Some(other) => tx.update(&Involvement { part: *part, ..other.clone() })?,
            None => tx.insert(&Involvement {
                id: InvolvementId(tx.new_id()),
                workshop_id: id.clone(),
                task_id: TaskId(update.id.clone()),
                role_id: role,
                part: *part,
            })?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use serde_json::json;

    use super::*;
    use crate::Millis;
    use crate::workshop::{Language, NewWorkshop, Template};

    fn open() -> (Library, WorkshopId) {
        let mut library = Library::in_memory(Box::new(|| Millis(1_795_000_000_000))).unwrap();
        let new = NewWorkshop { title: None, language: Language::Fr, time_zone: "Europe/Paris".to_owned() };
        let archive = Template::Ajo.archive(Language::Fr).unwrap();
        let id = library.workshop_from_archive(archive, &new, |_, _| Ok(())).unwrap().value;
        (library, id)
    }

    fn rows(more: Value) -> Map<String, Value> {
        let mut archive = json!({"format": "couloir", "version": 1, "workshop": {"id": "x"}});
        archive.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        archive.as_object().unwrap().clone()
    }

    #[test]
    fn rows_join_the_workshop_as_one_step() {
        let (mut library, id) = open();
        let before = library.contents(&id).unwrap();
        let admin = before.roles[0].id.as_str();
        let archive = rows(json!({
            "roles": [{"id": "qa", "name": "Qualité", "letter": "A"}],
            "tasks": [
                {"title": "Essayer", "role_id": "qa", "number": 3},
                {"title": "Ouvrir", "role_id": admin},
                {"title": "Plus tard", "number": 40, "position": "a0"}
            ],
            "contracts": [{"giver_id": admin, "receiver_id": "qa", "need": "Des accès"}]
        }));
        assert_eq!(library.workshop_import(&id, archive).unwrap().value, 5);
        let after = library.contents(&id).unwrap();
        let role = after.roles.last().unwrap();
        assert_eq!((role.name.as_str(), role.letter.as_str()), ("Qualité", "E"));
        let added: Vec<_> = after.tasks[21..].iter().map(|task| (task.title.as_str(), task.number)).collect();
        assert_eq!(added, [("Essayer", 41), ("Ouvrir", 42), ("Plus tard", 40)]);
        assert_eq!(after.tasks[22].role_id.as_ref().unwrap().as_str(), admin);
        assert_eq!(after.workshop.last_task_number, 42);
        library.undo(Some(&id)).unwrap();
        assert_eq!(library.contents(&id).unwrap(), before);
    }

    #[test]
    fn the_next_version_changes_rows_and_goes_back_in_one_step() {
        let (mut library, id) = open();
        let before = library.contents(&id).unwrap();
        let (task, owner) = (&before.tasks[0], &before.roles[2]);
        let archive = rows(json!({"roles": [{"id": "qa", "name": "Qualité"}]}));
        let columns = json!({"status": "done", "role_id": owner.id, "detail": "v2"});
        let update = RowUpdate {
            list: "tasks",
            id: task.id.0.clone(),
            columns: columns.as_object().unwrap().clone(),
            parts: vec![("qa".to_owned(), Part::Consulted), (owner.id.0.clone(), Part::Responsible)],
        };
        assert_eq!(library.workshop_import_next(&id, archive, vec![update.clone()]).unwrap().value, 2);
        let after = library.contents(&id).unwrap();
        let changed = after.tasks.iter().find(|one| one.id == task.id).unwrap();
        assert_eq!((changed.detail.as_str(), changed.role_id.as_ref()), ("v2", Some(&owner.id)));
        let added = after.roles.last().unwrap();
        assert!(after.involvements.iter().any(|one| one.task_id == task.id && one.role_id == added.id));
        assert!(!after.involvements.iter().any(|one| one.task_id == task.id && one.role_id == owner.id));
        library.undo(Some(&id)).unwrap();
        assert_eq!(library.contents(&id).unwrap(), before);
        for (list, columns) in [("contracts", json!({})), ("tasks", json!({"status": "x"}))] {
            let columns = columns.as_object().unwrap().clone();
            let wrong = RowUpdate { list, columns, parts: Vec::new(), ..update.clone() };
            assert!(library.workshop_import_next(&id, rows(json!({})), vec![wrong]).is_err());
        }
        assert_eq!(library.contents(&id).unwrap(), before);
    }

    #[test]
    fn what_the_schema_refuses_changes_nothing() {
        let (mut library, id) = open();
        let before = library.contents(&id).unwrap();
        let step = before.steps[0].id.as_str();
        for hostile in [
            json!({"tasks": [{"title": "x", "status": "unheard-of"}]}),
            json!({"tasks": [{"title": "x", "role_id": step}]}),
            json!({"tasks": [{"title": "x", "due_on": "demain"}]}),
            json!({"tasks": [{"title": "x", "due_on": 20261201}]}),
            json!({"tasks": [{"title": "x", "due_on": "2026-02-30"}]}),
            json!({"tasks": [{"title": "x", "person_id": step}]}),
            json!({"servings": [{"task_id": "nobody", "responsibility_id": "nothing"}]}),
            json!({"tasks": [{"title": "x", "role_id": "nobody"}]}),
            json!({"tasks": [{"title": "x", "step_id": "y"}], "wishes": []}),
            json!({"tasks": [{"id": "t", "title": "x"}, {"id": "t", "title": "y"}]}),
            json!({"tasks": "x"}),
            json!({"tasks": [1]}),
            json!({"contracts": [{"giver_id": before.roles[0].id, "receiver_id": before.roles[0].id, "need": "x"}]}),
        ] {
            let error = library.workshop_import(&id, rows(hostile.clone())).unwrap_err();
            assert!(matches!(error, Error::Invalid { .. }), "{hostile}: {error:?}");
        }
        let long = library.workshop_import(&id, rows(json!({"tasks": [{"title": "x".repeat(301)}]})));
        assert!(matches!(long, Err(Error::TooLong { limit: 300, .. })));
        let newer = json!({"version": 9, "tasks": []});
        assert!(matches!(library.workshop_import(&id, rows(newer)), Err(Error::FileTooNew { found: 9, known: 1 })));
        let many: Vec<_> = (0..300).map(|n| json!({"name": format!("r{n}")})).collect();
        assert!(library.workshop_import(&id, rows(json!({"roles": many}))).is_err());
        assert_eq!(library.contents(&id).unwrap(), before);
    }
}

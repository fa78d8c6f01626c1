//! Adding what an import holds to an open workshop, as one step.

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::archive::{self, Taken};
use super::{Workshop, WorkshopId};
use crate::role::ROLES_MAX;
use crate::{Committed, Contents, Error, Library, Operation, Result};

impl Library {
    /// Adds the rows of an archive to a workshop that exists; its own row stays as it is. Rows may refer to rows of
    /// the workshop by their ids. They come after those that are there, in their order; a task number or a lane
    /// letter that is in use is given anew. The value is how many rows were added.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::FileTooNew`] and [`Error::Invalid`] as for a new workshop. Nothing is added then.
    pub fn workshop_import(&mut self, id: &WorkshopId, archive: Map<String, Value>) -> Result<Committed<u32>> {
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
            let count = lists.iter().map(|(_, rows)| rows.len()).sum::<usize>();
            tx.name("count", count);
            archive::insert_lists(tx, id, lists, &new_ids, |table| last_positions.get(table).cloned())?;
            let mut workshop: Workshop = tx.get(id)?;
            workshop.last_task_number = i32::try_from(last).unwrap_or(i32::MAX);
            tx.update(&workshop)?;
            Ok(u32::try_from(count).unwrap_or(u32::MAX))
        });
        // A reference to a row of the wrong kind shows only when all rows are there.
        committed.map_err(|error| archive::refused(error, "workshop"))
    }
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

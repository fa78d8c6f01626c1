//! Workshops of any size, made from a seed: for measuring and for tests, never for a user.
//!
//! The same seed gives the same texts on every laptop; two seeds share only the words.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Language, NewWorkshop, WorkshopId};
use crate::role::ROLES_MAX;
use crate::task::{Column, TaskEdit};
use crate::{Error, Library, Result};

/// Most tasks of a generated workshop.
pub const TASKS_MAX: usize = 50_000;
/// Most workshops that are generated at once.
pub const WORKSHOPS_MAX: usize = 2_000;
/// 4 January 2027, 8:00 UTC: the first meeting of every generated workshop.
const START: i64 = 1_799_049_600_000;
const DAY: i64 = 86_400_000;
/// Half of the tasks are still to do.
const STATUSES: [&str; 6] = ["todo", "todo", "todo", "doing", "blocked", "done"];
/// Steps of history that are made by hand in every workshop, beside its making.
const EDITS: usize = 12;

/// How much is generated, and from which seed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Tasks of each workshop, up to [`TASKS_MAX`].
    pub tasks: usize,
    /// Roles of each workshop, from 1 to [`ROLES_MAX`].
    pub roles: usize,
    /// Workshops, up to [`WORKSHOPS_MAX`].
    pub workshops: usize,
    pub seed: u64,
}

#[derive(Deserialize)]
struct Words {
    verbs: Vec<String>,
    objects: Vec<String>,
    ends: Vec<String>,
    roles: Vec<String>,
    people: Vec<String>,
    note: String,
}

static WORDS: LazyLock<HashMap<String, Words>> =
    LazyLock::new(|| serde_json::from_str(include_str!("words.json")).unwrap_or_default());

impl Library {
    /// Makes workshops through the same door as everything else; a workshop in two is French. Returns their ids.
    ///
    /// # Errors
    /// [`Error::Invalid`] beyond the bounds of [`Size`], before anything is made.
    pub fn generate(&mut self, size: Size) -> Result<Vec<WorkshopId>> {
        for (field, count, most) in [
            ("task", size.tasks, TASKS_MAX),
            ("role", size.roles, ROLES_MAX),
            ("workshop", size.workshops, WORKSHOPS_MAX),
        ] {
            if count > most || field == "role" && count == 0 {
                return Err(Error::too_many(field, most));
            }
        }
        (0..size.workshops).map(|number| self.generate_one(size, number)).collect()
    }

    fn generate_one(&mut self, size: Size, number: usize) -> Result<WorkshopId> {
        let mut dice = Dice::new(size.seed, number);
        let language = if number.is_multiple_of(2) { Language::Fr } else { Language::En };
        let archive = archive(size, number, language, &mut dice)?;
        let new = NewWorkshop { title: None, language, time_zone: "Europe/Paris".to_owned() };
        let id = self.workshop_from_archive(archive, &new, |_, _| Ok(()))?.value;
        let contents = self.contents(&id)?;
        for _ in 0..EDITS.min(contents.tasks.len()) {
            let task = &contents.tasks[dice.below(contents.tasks.len())];
            let role = &contents.roles[dice.below(contents.roles.len())];
            if dice.below(2) == 0 {
                let ids = [task.id.clone()];
                self.task_move(&id, &ids, Some(&role.id), &Column::Status(task.status), None)?;
            } else {
                self.task_edit(&id, &task.id, TaskEdit::Title(dice.sentence(language)?))?;
            }
        }
        Ok(id)
    }
}

/// A whole workshop as an archive.
fn archive(size: Size, number: usize, language: Language, dice: &mut Dice) -> Result<Map<String, Value>> {
    let words = words(language)?;
    let roles = size.roles;
    let people = (roles * 3 / 2).max(1);
    let steps = (size.tasks / 25).clamp(1, 40);
    let role = |at: usize| format!("r{at}");
    let mut lists: Map<String, Value> = Map::new();
    let mut put = |list: &str, rows: Vec<Value>| lists.insert(list.to_owned(), rows.into());
    put(
        "roles",
        (0..roles)
            .map(|at| {
                let name = &words.roles[at % words.roles.len()];
                let name = if at < words.roles.len() {
                    name.clone()
                } else {
                    format!("{name} {}", at / words.roles.len() + 1)
                };
                json!({"id": role(at), "name": name, "mandate": dice.said(words)})
            })
            .collect(),
    );
    put("skills", (0..roles * 2).map(|at| json!({"role_id": role(at / 2), "name": dice.of(&words.objects)})).collect());
    put(
        "people",
        (0..people)
            .map(|at| {
                let name = format!("{} {}", words.people[at % words.people.len()], at + 1);
                json!({"id": format!("p{at}"), "name": name})
            })
            .collect(),
    );
    put(
        "role_holders",
        (0..people).map(|at| json!({"role_id": role(at % roles), "person_id": format!("p{at}")})).collect(),
    );
    put(
        "responsibilities",
        (0..roles * 5).map(|at| json!({"role_id": role(at / 5), "title": dice.said(words)})).collect(),
    );
    put(
        "steps",
        (0..steps)
            .map(|at| json!({"id": format!("s{at}"), "title": dice.said(words), "role_id": role(dice.below(roles))}))
            .collect(),
    );
    put(
        "step_dependencies",
        (1..steps).map(|at| json!({"step_id": format!("s{at}"), "needs_id": format!("s{}", at - 1)})).collect(),
    );
    put("tasks", (0..size.tasks).map(|at| {
        let mut task = json!({
            "id": format!("t{at}"), "number": at + 1, "title": dice.said(words), "step_id": format!("s{}", at * steps / size.tasks),
            "status": STATUSES[dice.below(STATUSES.len())],
        });
        // One in twelve is nobody's yet, one in five has a note.
        if dice.below(12) > 0 {
            task["role_id"] = role(dice.below(roles)).into();
        }
        if dice.below(5) == 0 {
            task["notes"] = words.note.as_str().into();
        }
        task
    }).collect());
    put(
        "task_dependencies",
        (1..size.tasks)
            .filter(|at| at % 4 == 0)
            .map(|at| json!({"task_id": format!("t{at}"), "needs_id": format!("t{}", at - 1 - dice.below(at.min(9)))}))
            .collect(),
    );
    if roles > 1 {
        // The owner's part is its lane: the others are of the two roles that follow, told apart at import.
        put(
            "contracts",
            (0..roles * 3)
                .map(|at| {
                    let giver = at % roles;
                    let receiver = (giver + 1 + dice.below(roles - 1)) % roles;
                    let (need, offer) = match dice.below(3) {
                        0 => (dice.said(words), String::new()),
                        1 => (String::new(), dice.said(words)),
                        _ => (dice.said(words), dice.said(words)),
                    };
                    json!({"giver_id": role(giver), "receiver_id": role(receiver), "need": need, "offer": offer})
                })
                .collect(),
        );
    }
    let meetings = 3;
    put("meetings", (0..meetings).map(|at: i64| {
        json!({
            "id": format!("m{at}"), "title": dice.said(words), "starts_at": START + at * 7 * DAY, "time_zone": "Europe/Paris",
            "planned_minutes": 120, "goal": dice.said(words),
        })
    }).collect());
    put("agenda_items", (0..meetings * 8).map(|at| {
        json!({"id": format!("i{at}"), "meeting_id": format!("m{}", at / 8), "title": dice.said(words), "seconds": 900})
    }).collect());
    put("outcomes", (0..meetings * 10).map(|at| {
        let kind = ["note", "decision", "action"][dice.below(3)];
        json!({"meeting_id": format!("m{}", at / 10), "item_id": format!("i{}", at / 10 * 8), "kind": kind, "body": dice.said(words)})
    }).collect());
    let title = format!("{} {}", dice.said(words), number + 1);
    let workshop = json!({"id": "w", "title": title, "language": language.tag(), "last_task_number": size.tasks});
    lists.insert("format".to_owned(), "couloir".into());
    lists.insert("version".to_owned(), super::ARCHIVE_VERSION.into());
    lists.insert("workshop".to_owned(), workshop);
    Ok(lists)
}

fn words(language: Language) -> Result<&'static Words> {
    // They are a part of the program; a test reads them.
    WORDS.get(language.tag()).ok_or_else(|| Error::Damaged("words".to_owned()))
}

/// Numbers from a seed (SplitMix64, Steele, Lea and Flood 2014).
struct Dice(u64);

impl Dice {
    fn new(seed: u64, number: usize) -> Self {
        Self(seed.wrapping_mul(0xD6E8_FEB8_6659_FD93).wrapping_add(number as u64))
    }

    /// A number below another.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % limit.max(1) as u64).unwrap_or(0)
    }

    fn of<'a>(&mut self, all: &'a [String]) -> &'a str {
        let at = self.below(all.len());
        all.get(at).map_or("", String::as_str)
    }

    /// Something that somebody does.
    fn said(&mut self, words: &Words) -> String {
        let (verb, object, end) = (self.of(&words.verbs), self.of(&words.objects), self.of(&words.ends));
        format!("{verb} {object} {end}").trim_end().to_owned()
    }

    fn sentence(&mut self, language: Language) -> Result<String> {
        Ok(self.said(words(language)?))
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::testing::library;

    fn made(seed: u64) -> (Library, Vec<WorkshopId>) {
        let mut library = library();
        let ids = library.generate(Size { tasks: 60, roles: 5, workshops: 2, seed }).unwrap();
        (library, ids)
    }

    /// Everything that is read, without what tells one laptop from another.
    fn texts(library: &Library, id: &WorkshopId) -> Vec<String> {
        let contents = library.contents(id).unwrap();
        let lane =
            |task: &crate::task::Task| contents.roles.iter().position(|role| Some(&role.id) == task.role_id.as_ref());
        let tasks = contents.tasks.iter().map(|task| format!("{} {:?} {:?}", task.title, lane(task), task.status));
        let lines = contents.contracts.iter().map(|line| format!("{:?} {:?}", line.need, line.offer));
        tasks.chain(lines).collect()
    }

    #[test]
    fn a_seed_gives_the_same_and_another_something_else() {
        let ((one, ids), (same, again), (other, others)) = (made(7), made(7), made(8));
        for (id, again) in ids.iter().zip(&again) {
            assert_eq!(texts(&one, id), texts(&same, again));
        }
        assert_ne!(texts(&one, &ids[0]), texts(&other, &others[0]));
        assert_ne!(texts(&one, &ids[0]), texts(&one, &ids[1]), "one workshop is not another");
    }

    #[test]
    fn it_holds_what_was_asked_for_and_a_history() {
        let (mut library, ids) = made(1);
        let contents = library.contents(&ids[1]).unwrap();
        assert_eq!((contents.tasks.len(), contents.roles.len()), (60, 5));
        assert!(!contents.contracts.is_empty() && !contents.agenda_items.is_empty() && !contents.outcomes.is_empty());
        assert!(library.findings(&ids[1]).unwrap().len() > 5);
        for _ in 0..5 {
            library.undo(Some(&ids[1])).unwrap();
        }
        assert!(library.check_deep().unwrap().is_empty());
        // The smallest and one that is too large.
        let mut size = Size { tasks: 0, roles: 1, workshops: 1, seed: 1 };
        library.generate(size).unwrap();
        size.roles = ROLES_MAX + 1;
        assert!(matches!(library.generate(size), Err(Error::Invalid { .. })));
        assert_eq!(library.workshops().unwrap().len(), 3);
    }
}

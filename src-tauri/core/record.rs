//! Rows: one struct a data table, one list of all of them.
//!
//! A struct's fields are its table's columns (checked by a test), so that the same struct reads a row, a row
//! image of the journal and an archive, and is what the window receives.

use std::collections::{HashMap, HashSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Result;
use crate::agenda::Method;
use crate::journal::Change;
use crate::workshop::{Workshop, WorkshopId};

/// Row images by table and id; `None` is no row.
pub(crate) type Images = HashMap<String, HashMap<String, Option<String>>>;

/// Applies the images of one table to its list and sorts it as the store does: by position, then by id.
fn apply<R: Listed>(
    rows: &mut Vec<R>,
    images: &HashMap<String, Option<String>>,
    workshop_id: &WorkshopId,
) -> Result<()> {
    rows.retain(|row| !images.contains_key(row.id()));
    for image in images.values().flatten() {
        let row: R = serde_json::from_str(image)?;
        // Programs before version 5 could write to another workshop than the operation's.
        if row.workshop_id() == Some(workshop_id) {
            rows.push(row);
        }
    }
    sort(rows);
    Ok(())
}

/// The order of the store: by position where rows have one, then by id.
fn sort<R: Listed>(rows: &mut [R]) {
    rows.sort_by(|one, other| one.place().cmp(&other.place()));
}

/// Makes the rows of one table like those that changed, and puts them back into order.
fn follow<R: Listed>(rows: &mut Vec<R>, gone: &HashSet<&str>, changed: Vec<&R>) {
    rows.retain(|row| !gone.contains(row.id()));
    rows.extend(changed.into_iter().cloned());
    sort(rows);
}

/// Defines the id of a record: a UUIDv7 as text.
macro_rules! record_id {
    ($name:ident) => {
        #[doc = concat!("Names one row; see [`", stringify!($name), "`]'s record.")]
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, specta::Type,
        )]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The id as stored.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}
pub(crate) use record_id;

/// A row of a data table.
pub trait Record: Serialize + DeserializeOwned + Clone {
    /// The table it lives in, which is also its kind in messages.
    const TABLE: &'static str;
    /// Its id.
    fn id(&self) -> &str;
    /// The workshop it belongs to (a workshop to itself); `None` for what belongs to the library.
    fn workshop_id(&self) -> Option<&WorkshopId>;
}

/// A row that stands in a list of its workshop.
trait Listed: Record {
    /// Its position, or its id where rows have no position, and its id.
    fn place(&self) -> (&str, &str);
}

macro_rules! records {
    ($($module:ident $(:: $sub:ident)* ::< $type:ident >, $table:ident, $plural:ident, by $by:ident;)*) => {
        /// Data tables in the order in which rows can be inserted one table after the other.
        pub const TABLES: &[&str] = &["workshop", $(stringify!($table),)* "method"];

        $(impl Record for crate::$module $(:: $sub)* ::$type {
            const TABLE: &'static str = stringify!($table);
            fn id(&self) -> &str {
                self.id.as_str()
            }
            fn workshop_id(&self) -> Option<&WorkshopId> {
                Some(&self.workshop_id)
            }
        }

        impl Listed for crate::$module $(:: $sub)* ::$type {
            fn place(&self) -> (&str, &str) {
                (self.$by.as_str(), self.id.as_str())
            }
        })*

        /// One row of any data table.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
        #[serde(tag = "table", content = "row", rename_all = "snake_case")]
        pub enum Row {
            Workshop(Workshop),
            $($type(crate::$module $(:: $sub)* ::$type),)*
            Method(Method),
        }

        impl Row {
            /// The row that an image of `table` shows; `None` for a table that holds no data.
            pub(crate) fn from_image(table: &str, image: &str) -> Result<Option<Row>> {
                Ok(Some(match table {
                    "workshop" => Row::Workshop(serde_json::from_str(image)?),
                    $(stringify!($table) => Row::$type(serde_json::from_str(image)?),)*
                    "method" => Row::Method(serde_json::from_str(image)?),
                    _ => return Ok(None),
                }))
            }
        }

        /// A whole workshop: what a window opens, a document prints and an archive keeps.
        /// Lists are in the order of their positions (ids where rows have none).
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
        pub struct Contents {
            pub workshop: Workshop,
            $(pub $plural: Vec<crate::$module $(:: $sub)* ::$type>,)*
        }

        impl Contents {
            /// Names of the lists with the table each comes from.
            pub const LISTS: &[(&str, &str)] = &[$((stringify!($plural), stringify!($table)),)*];

            /// Makes rows like their images, or removes them (`None`), and puts every list touched back into order.
            pub(crate) fn apply(&mut self, images: &Images) -> Result<()> {
                if let Some(image) = images.get("workshop").and_then(|rows| rows.get(self.workshop.id.as_str())) {
                    match image {
                        Some(image) => self.workshop = serde_json::from_str(image)?,
                        None => {
                            let id = self.workshop.id.as_str().to_owned();
                            return Err(crate::Error::NotFound { kind: "workshop", id });
                        }
                    }
                }
                $(if let Some(rows) = images.get(stringify!($table)) {
                    apply(&mut self.$plural, rows, &self.workshop.id)?;
                })*
                Ok(())
            }

            /// Follows what a commit changed. False: the workshop itself is gone.
            pub(crate) fn follow(&mut self, changes: &[Change]) -> bool {
                let id = self.workshop.id.clone();
                for change in changes {
                    match change {
                        Change::Put { row: Row::Workshop(workshop) } if workshop.id == id => {
                            self.workshop = workshop.clone();
                        }
                        Change::Remove { table, id: gone } if table == "workshop" && *gone == id.0 => return false,
                        _ => {}
                    }
                }
                $({
                    let (mut gone, mut changed) = (HashSet::new(), Vec::new());
                    for change in changes {
                        match change {
                            Change::Put { row: Row::$type(row) } if row.workshop_id == id => {
                                gone.insert(row.id.as_str());
                                changed.push(row);
                            }
                            Change::Remove { table, id } if table == stringify!($table) => {
                                gone.insert(id.as_str());
                            }
                            _ => {}
                        }
                    }
                    if !gone.is_empty() {
                        follow(&mut self.$plural, &gone, changed);
                    }
                })*
                true
            }

            /// Reads all lists of one workshop with `read`, which returns the rows of a table.
            pub(crate) fn read(workshop: Workshop, read: &crate::store::WorkshopReader<'_>) -> Result<Self> {
                Ok(Self {
                    workshop,
                    $($plural: read.list()?,)*
                })
            }
        }
    };
}

impl Record for Workshop {
    const TABLE: &'static str = "workshop";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn workshop_id(&self) -> Option<&WorkshopId> {
        Some(&self.id)
    }
}

impl Record for Method {
    const TABLE: &'static str = "method";
    fn id(&self) -> &str {
        self.id.as_str()
    }
    fn workshop_id(&self) -> Option<&WorkshopId> {
        None
    }
}

records! {
role::<Role>, role, roles, by position;
role::<Skill>, skill, skills, by position;
role::<TypicalTask>, typical_task, typical_tasks, by position;
person::<Person>, person, people, by position;
person::<RoleHolder>, role_holder, role_holders, by id;
responsibility::<Responsibility>, responsibility, responsibilities, by position;
responsibility::<Slip>, slip, slips, by position;
step::<Step>, step, steps, by position;
step::<StepDependency>, step_dependency, step_dependencies, by id;
task::<Task>, task, tasks, by position;
task::<TaskDependency>, task_dependency, task_dependencies, by id;
task::<Involvement>, involvement, involvements, by id;
contract::<Contract>, contract, contracts, by position;
task::<Serving>, serving, servings, by id;
series::<Series>, series, series, by position;
meeting::<Meeting>, meeting, meetings, by position;
meeting::<Attendee>, attendee, attendees, by id;
meeting::<Airtime>, airtime, airtimes, by id;
agenda::<AgendaItem>, agenda_item, agenda_items, by position;
agenda::<Deferral>, deferral, deferrals, by id;
outcome::<Outcome>, outcome, outcomes, by position;
backlog::<BacklogItem>, backlog_item, backlog_items, by position;
outcome::<Reference>, reference, references, by id;
contract::<Pulse>, pulse, pulses, by id;
finding::<Acceptance>, acceptance, acceptances, by id;
resource::<Resource>, resource, resources, by position;
tag::<Tag>, tag, tags, by position;
tag::<Tagging>, tagging, taggings, by id;
journal::snapshot::<Snapshot>, snapshot, snapshots, by id;}

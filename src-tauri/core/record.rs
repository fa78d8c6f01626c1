//! Rows: one struct a data table, one list of all of them.
//!
//! A struct's fields are its table's columns (checked by a test), so that the same struct reads a row, a row
//! image of the journal and an archive, and is what the window receives.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Result;
use crate::agenda::Method;
use crate::workshop::{Workshop, WorkshopId};

/// Row images by table and id; `None` is no row.
pub(crate) type Images = HashMap<String, HashMap<String, Option<String>>>;

/// Applies the images of one table to its list and sorts it as the store does: by position, then by id.
fn apply<R: Record>(
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
    let mut keyed: Vec<(String, R)> = Vec::with_capacity(rows.len());
    for row in rows.drain(..) {
        let value = serde_json::to_value(&row)?;
        let position = value.get("position").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned();
        keyed.push((position, row));
    }
    keyed.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| one.id().cmp(other.id())));
    rows.extend(keyed.into_iter().map(|(_, row)| row));
    Ok(())
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

macro_rules! records {
    ($($module:ident $(:: $sub:ident)* ::< $type:ident >, $table:ident, $plural:ident;)*) => {
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
role::<Role>, role, roles;
role::<Skill>, skill, skills;
role::<TypicalTask>, typical_task, typical_tasks;
person::<Person>, person, people;
person::<RoleHolder>, role_holder, role_holders;
responsibility::<Responsibility>, responsibility, responsibilities;
responsibility::<Slip>, slip, slips;
step::<Step>, step, steps;
step::<StepDependency>, step_dependency, step_dependencies;
task::<Task>, task, tasks;
task::<TaskDependency>, task_dependency, task_dependencies;
task::<Involvement>, involvement, involvements;
contract::<Contract>, contract, contracts;
task::<Serving>, serving, servings;
series::<Series>, series, series;
meeting::<Meeting>, meeting, meetings;
meeting::<Attendee>, attendee, attendees;
meeting::<Airtime>, airtime, airtimes;
agenda::<AgendaItem>, agenda_item, agenda_items;
agenda::<Deferral>, deferral, deferrals;
outcome::<Outcome>, outcome, outcomes;
backlog::<BacklogItem>, backlog_item, backlog_items;
outcome::<Reference>, reference, references;
contract::<Pulse>, pulse, pulses;
finding::<Acceptance>, acceptance, acceptances;
resource::<Resource>, resource, resources;
tag::<Tag>, tag, tags;
tag::<Tagging>, tagging, taggings;
journal::snapshot::<Snapshot>, snapshot, snapshots;}

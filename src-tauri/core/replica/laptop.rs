//! Who works on a shared workshop: each laptop by the name and colour that its owner gave it, and the numbers that it
//! gives to new tasks.

use rusqlite::{Connection, OptionalExtension};
use serde::{Deserialize, Serialize};
use specta::Type;
use strum::VariantArray;

use super::document::Document;
use crate::role::RoleColor;
use crate::workshop::WorkshopId;
use crate::{Error, Library, Result, clean_title};

/// How many numbers a laptop gives to tasks before it takes further ones: cards on paper never bear the same number.
const BLOCK: i64 = 200;
/// Where a laptop stands in the document.
const PREFIX: &str = "laptop/";
/// The preference that holds the id of this laptop.
pub(super) const ID: &str = "laptop_id";
const NAME: &str = "laptop_name";
const COLOR: &str = "laptop_color";

/// A laptop that a workshop is shared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Laptop {
    pub id: String,
    /// As its owner calls it ("Zoé").
    pub name: String,
    pub color: RoleColor,
    /// The last number that it gives to a task.
    pub numbers_to: i32,
}

/// The name and colour under which this laptop writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LaptopName {
    pub name: String,
    pub color: RoleColor,
}

impl Library {
    /// The name and colour of this laptop, if its owner gave it one.
    pub fn laptop_name(&self) -> Result<Option<LaptopName>> {
        let Some(name) = self.setting(NAME)? else { return Ok(None) };
        let color = self.setting(COLOR)?.and_then(|color| serde_json::from_value(color.into()).ok());
        Ok(Some(LaptopName { name, color: color.unwrap_or(RoleColor::Blue) }))
    }

    /// The name and colour under which this laptop writes in a workshop.
    ///
    /// # Errors
    /// [`Error::Damaged`] when its document cannot be read.
    pub fn laptop_in(&self, id: &WorkshopId, fallback: &LaptopName) -> Result<LaptopName> {
        if let Some(chosen) = self.laptop_name()? {
            return Ok(chosen);
        }
        let own_id = self.setting(ID)?.unwrap_or_default();
        let known =
            if self.is_shared(id)? { self.reading_replica(id, |document, _| Ok(all(document)))? } else { Vec::new() };
        let own = known.into_iter().find(|laptop| laptop.id == own_id);
        Ok(own.map_or_else(|| fallback.clone(), |own| LaptopName { name: own.name, color: own.color }))
    }

    /// Names this laptop, for every workshop that is shared from now on or changed next.
    ///
    /// # Errors
    /// As for a title.
    pub fn set_laptop_name(&mut self, name: &LaptopName) -> Result<()> {
        let title = clean_title("laptop", &name.name)?;
        let color = serde_json::to_value(name.color)?;
        self.set_settings(&[(NAME, &title), (COLOR, color.as_str().unwrap_or_default())])
    }

    /// The names of this laptop.
    pub(super) fn laptop_names(&self, fallback: &LaptopName) -> Result<Names> {
        Ok(Names { chosen: self.laptop_name()?, fallback: fallback.clone() })
    }

    /// The id of this laptop, made when it is first asked for.
    pub(super) fn laptop_id(&mut self) -> Result<uuid::Uuid> {
        if let Some(id) = id(&self.conn)? {
            return Ok(id);
        }
        let id = uuid::Uuid::new_v4();
        self.set_settings(&[(ID, &id.to_string())])?;
        Ok(id)
    }
}

/// How a laptop is called: as its owner chose, or as it would be without.
pub(super) struct Names {
    pub chosen: Option<LaptopName>,
    pub fallback: LaptopName,
}

/// A name nobody chose, in a colour that no other laptop has.
fn unlike(name: &LaptopName, known: &[Laptop]) -> LaptopName {
    let is_free = |color: &RoleColor| known.iter().all(|other| other.color != *color);
    let next = RoleColor::VARIANTS.iter().copied().find(is_free);
    let color = if is_free(&name.color) { name.color } else { next.unwrap_or(name.color) };
    LaptopName { name: name.name.clone(), color }
}

/// The id of this laptop, once it shares something.
pub(super) fn id(conn: &Connection) -> Result<Option<uuid::Uuid>> {
    let mut statement = conn.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    let id: Option<String> = statement.query_row([ID], |row| row.get(0)).optional()?;
    Ok(id.and_then(|id| uuid::Uuid::parse_str(&id).ok()))
}

/// The laptops of a document.
pub(super) fn all(document: &Document) -> Vec<Laptop> {
    document.notes(PREFIX).values().filter_map(|text| serde_json::from_str(text).ok()).collect()
}

/// Writes a laptop into a document. `last`: the last number that it gave, or would give, to a task. Answers after which
/// number it goes on.
///
/// # Errors
/// [`Error::Damaged`].
pub(super) fn register(document: &mut Document, id: &str, names: &Names, last: i64) -> Result<i64> {
    let known = all(document);
    let before = known.iter().find(|laptop| laptop.id == id);
    let own = before.map(|laptop| i64::from(laptop.numbers_to));
    // Two laptops that joined apart took the same numbers: the one whose id comes later goes on elsewhere.
    let is_mine = |to: i64| !known.iter().any(|other| i64::from(other.numbers_to) == to && other.id.as_str() < id);
    let (to, after) = match own.filter(|to| last < *to && is_mine(*to)) {
        Some(to) => (to, last),
        None => {
            let taken = known.iter().map(|laptop| i64::from(laptop.numbers_to)).max();
            let start = taken.unwrap_or_default().max(if taken.is_some() { 0 } else { last / BLOCK * BLOCK });
            let is_first = taken.is_none();
            (start + BLOCK, if is_first { last } else { start })
        }
    };
    let numbers_to = i32::try_from(to).map_err(|_| Error::Damaged("numbers".to_owned()))?;
    let LaptopName { name, color } = match (&names.chosen, before) {
        (Some(chosen), _) => chosen.clone(),
        (None, Some(before)) => LaptopName { name: before.name.clone(), color: before.color },
        (None, None) => unlike(&names.fallback, &known),
    };
    let laptop = Laptop { id: id.to_owned(), name, color, numbers_to };
    document.set_note(&format!("{PREFIX}{id}"), &serde_json::to_string(&laptop)?)?;
    Ok(after)
}

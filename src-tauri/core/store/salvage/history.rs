//! Rows that only the history still has.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::read::Harvest;
use super::shape::Shape;
use crate::Result;

/// Adds the rows whose last image the history holds and that were not found whole.
pub(super) fn fill(conn: &Connection, harvest: &Harvest, shapes: &[Shape]) -> Result<i32> {
    let mut last: BTreeMap<(String, String), Option<String>> = BTreeMap::new();
    // A change whose operation is lost counts as done.
    let mut changes = conn.prepare(include_str!("../journal/last_images.sql"))?;
    let mut changes = changes.query([])?;
    while let Some(row) = changes.next()? {
        let image: Option<String> = row.get(2).unwrap_or_default();
        last.insert((row.get(0)?, row.get(1)?), image);
    }
    let mut filled = 0;
    for ((table, id), image) in last {
        let Some(image) = image else { continue };
        let Some((shape, rows)) = shapes.iter().zip(&harvest.tables).find(|(shape, _)| shape.table == table) else {
            continue;
        };
        if rows.has(&id) || !shape.has_id() {
            continue;
        }
        let Ok(serde_json::Value::Object(fields)) = serde_json::from_str(&image) else { continue };
        let names: Vec<&str> = fields.keys().map(String::as_str).filter(|name| shape.column(name).is_some()).collect();
        let values: Vec<String> = names.iter().map(|name| format!("json_extract(?1, '$.{name}')")).collect();
        // A torn row gives way to its image.
        let sql = format!("INSERT OR REPLACE INTO {table} ({}) VALUES ({})", names.join(", "), values.join(", "));
        if conn.prepare_cached(&sql)?.execute([&image]).is_ok() {
            filled += 1;
        }
    }
    Ok(filled)
}

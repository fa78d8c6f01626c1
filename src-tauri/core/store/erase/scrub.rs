//! A person's name and address taken out of every text, in the rows and in the images of the history alike, so that
//! undo still finds what it left.

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, params};

use crate::{Result, TABLES};

/// Stands where a name stood.
const INSTEAD: &str = "—";

/// Texts to take out.
#[derive(Clone)]
pub(super) struct Names(Vec<String>);

impl Names {
    /// The longest first, so that a name within another does not tear it; what is too short to name anybody is left.
    pub fn new(texts: impl Iterator<Item = String>) -> Self {
        let mut names: Vec<String> =
            texts.map(|text| text.trim().to_owned()).filter(|text| text.chars().count() > 1).collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        names.dedup();
        Self(names)
    }

    /// Whether this is one of them.
    pub fn has(&self, text: &str) -> bool {
        self.0.iter().any(|name| name == text.trim())
    }

    /// A text without them, where they stand as whole words.
    pub fn out_of(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for name in &self.0 {
            let mut from = 0;
            while let Some(at) = text.get(from..).and_then(|rest| rest.find(name.as_str())).map(|at| at + from) {
                let end = at + name.len();
                let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                if is_letter(text[..at].chars().next_back()) || is_letter(text[end..].chars().next()) {
                    from = end;
                } else {
                    text.replace_range(at..end, INSTEAD);
                    from = at + INSTEAD.len();
                }
            }
        }
        text
    }

    /// An image (JSON) without them: string by string, the rest stays letter by letter.
    pub fn out_of_json(&self, json: &str) -> String {
        let mut done = String::with_capacity(json.len());
        let mut rest = json;
        while let Some(start) = rest.find('"') {
            done.push_str(&rest[..start]);
            let end = end_of_string(&rest[start..]).map_or(rest.len(), |length| start + length);
            let literal = &rest[start..end];
            match serde_json::from_str::<String>(literal) {
                Ok(text) => {
                    // An image within an image, as parked blocks are.
                    let nested =
                        text.starts_with(['{', '[']) && serde_json::from_str::<serde_json::Value>(&text).is_ok();
                    let changed = if nested { self.out_of_json(&text) } else { self.out_of(&text) };
                    if changed == text {
                        done.push_str(literal);
                    } else {
                        done.push_str(&serde_json::to_string(&changed).unwrap_or_default());
                    }
                }
                Err(_) => done.push_str(literal),
            }
            rest = &rest[end..];
        }
        done.push_str(rest);
        done
    }
}

/// The length of a JSON string that begins here, with its quotes.
fn end_of_string(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().skip(1).find_map(|(at, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(at + 1)
    })
}

/// Takes names out of every text of a database.
pub(super) fn everywhere(conn: &Connection, names: &Names) -> Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DETERMINISTIC;
    let of_text = names.clone();
    conn.create_scalar_function("without_names", 1, flags, move |call| {
        let text: String = call.get(0)?;
        let is_image = text.starts_with(['{', '[']) && serde_json::from_str::<serde_json::Value>(&text).is_ok();
        Ok(if is_image { of_text.out_of_json(&text) } else { of_text.out_of(&text) })
    })?;
    for table in TABLES.iter().chain(&["operation", "change", "exchange"]) {
        let mut columns =
            conn.prepare("SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0 AND type = 'TEXT' AND pk = 0")?;
        let columns: Vec<String> = columns.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        for column in columns {
            let sql = format!(
                "UPDATE {table} SET {column} = without_names({column})
                 WHERE {column} IS NOT NULL AND without_names({column}) <> {column}"
            );
            // A closed set and a reference hold no name; what the schema refuses is one of those.
            let _ = conn.execute(&sql, params![]);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_go_and_nothing_else() {
        let names = Names::new(
            ["Al".to_owned(), "Al Pacino".to_owned(), "al@example.org".to_owned(), "x".to_owned()].into_iter(),
        );
        assert_eq!(names.out_of("Al, Alors, Al Pacino (al@example.org) et royAl"), "—, Alors, — (—) et royAl");
        let image = r#"{"a":"Note\nAl \"fin\"","n":1.50,"b":"{\"who\":\"Al Pacino\"}"}"#;
        assert_eq!(names.out_of_json(image), r#"{"a":"Note\n— \"fin\"","n":1.50,"b":"{\"who\":\"—\"}"}"#);
    }
}

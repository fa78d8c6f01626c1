//! Finding words in every text of every workshop.
//!
//! The index is SQLite's FTS5 in the connection's own memory: made at the first question, kept right by temp triggers
//! on the data tables within the very transactions that change them, gone with the process. So nothing that was erased
//! is left in it, copies and salvage need not know it, and it can never disagree with the file at the next start.

mod index;
mod question;

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::workshop::WorkshopId;
use crate::{Library, Result};

/// How many hits are ranked by how well they match; beyond, the newest come first, which needs no score for each.
const RANKED: u32 = 5_000;
/// Words around a match that an excerpt shows.
const EXCERPT_WORDS: u32 = 18;
/// What marks a match within an excerpt: characters that no text field takes.
const MARKS: [char; 2] = ['\u{2}', '\u{3}'];

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Found {
    pub hits: Vec<Hit>,
    /// How many there are in all, counted up to a limit.
    pub total: u32,
    /// Whether there are more than `total`.
    pub is_more: bool,
}

/// One text that answers a question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Hit {
    pub workshop_id: WorkshopId,
    /// Title of the workshop.
    pub workshop: String,
    /// Table and id of the row that holds the text.
    pub table: String,
    pub id: String,
    /// The row on whose card it is shown, where it has none of its own.
    pub holder: Option<Holder>,
    /// First line of the row: its title, name or wording.
    pub title: String,
    /// Where it belongs: a lane, a meeting, two roles; empty where there is nothing to name.
    pub place: String,
    /// The words around what was found.
    pub excerpt: Vec<Piece>,
    /// Whether the text is for the facilitator only.
    pub is_private: bool,
}

/// A row that shows another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Holder {
    pub table: String,
    pub id: String,
}

/// A piece of an excerpt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Piece {
    pub text: String,
    /// Whether it is what was asked for.
    pub is_match: bool,
}

impl Library {
    /// Texts that hold every word of a question, in any of its forms of accent and case; a word finds all that begin
    /// with it, words between quotes are a phrase. In all workshops or in one; nothing for a question without a word.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn search(&self, words: &str, within: Option<&WorkshopId>, limit: u32) -> Result<Found> {
        let Some(question) = question::expression(words) else {
            return Ok(Found { hits: Vec::new(), total: 0, is_more: false });
        };
        index::ensure(&self.conn)?;
        let within = within.map(WorkshopId::as_str);
        let counted: u32 = self
            .conn
            .prepare_cached(
                "SELECT count(*) FROM (SELECT 1 FROM search_text JOIN search_doc ON search_doc.id = search_text.rowid
                 WHERE search_text MATCH ?1 AND (?2 IS NULL OR workshop_id = ?2) LIMIT ?3)",
            )?
            .query_row(params![question, within, RANKED + 1], |row| row.get(0))?;
        let order = if counted <= RANKED { "search_text.rank, d.id DESC" } else { "search_text.rowid DESC" };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT d.table_name, d.row_id, d.workshop_id, d.is_private, w.title,
                    snippet(search_text, 0, ?4, ?5, '…', {EXCERPT_WORDS})
             FROM search_text JOIN search_doc AS d ON d.id = search_text.rowid JOIN main.workshop AS w ON w.id = d.workshop_id
             WHERE search_text MATCH ?1 AND (?2 IS NULL OR d.workshop_id = ?2) ORDER BY {order} LIMIT ?3"
        ))?;
        let marks = MARKS.map(String::from);
        let mut rows = statement.query(params![question, within, limit, marks[0], marks[1]])?;
        let mut hits = Vec::new();
        while let Some(row) = rows.next()? {
            let (table, id): (String, String) = (row.get(0)?, row.get(1)?);
            let excerpt: String = row.get(5)?;
            let (place, holder) = index::place(&self.conn, &table, &id)?;
            hits.push(Hit {
                title: self.title_of(&table, &id)?,
                place,
                holder,
                workshop_id: WorkshopId(row.get(2)?),
                is_private: row.get(3)?,
                workshop: row.get(4)?,
                excerpt: pieces(&excerpt),
                table,
                id,
            });
        }
        Ok(Found { hits, total: counted.min(RANKED), is_more: counted > RANKED })
    }

    /// The first line of what a row says to everyone, else of its private text.
    fn title_of(&self, table: &str, id: &str) -> Result<String> {
        let text: Option<String> = self
            .conn
            .prepare_cached(
                "SELECT text FROM search_doc WHERE table_name = ?1 AND row_id = ?2 ORDER BY is_private LIMIT 1",
            )?
            .query_row(params![table, id], |row| row.get(0))
            .optional()?;
        Ok(text.unwrap_or_default().lines().next().unwrap_or_default().to_owned())
    }
}

/// An excerpt cut at the marks; one line of a text is told from the next by a dot.
fn pieces(marked: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut is_match = false;
    for part in marked.split_inclusive(MARKS) {
        let text = part.trim_end_matches(MARKS).replace('\r', "").replace('\n', " · ");
        if !text.is_empty() {
            pieces.push(Piece { text, is_match });
        }
        if let Some(mark) = part.chars().next_back().filter(|last| MARKS.contains(last)) {
            is_match = mark == MARKS[0];
        }
    }
    pieces
}

#[cfg(test)]
mod tests;

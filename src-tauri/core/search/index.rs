//! The index: which columns it holds, how it is made and what keeps it right.

use rusqlite::{Connection, OptionalExtension, params};

use super::Holder;
use crate::Result;

/// The texts of a table.
pub(super) struct Texts {
    pub table: &'static str,
    /// What everyone may read; the first names the row.
    pub open: &'static [&'static str],
    /// What only the facilitator reads.
    pub private: &'static [&'static str],
    /// When all of a row is for the facilitator only, as SQL.
    private_when: Option<&'static str>,
    /// When a row may be found at all, as SQL: blind entries keep their secret.
    shown_when: Option<&'static str>,
    /// Where a row belongs, in words: SQL over the row `t`.
    place: &'static str,
    /// The row on whose card it is shown: its table, and the column that names it.
    holder: Option<(&'static str, &'static str)>,
}

const fn texts(table: &'static str, open: &'static [&'static str], place: &'static str) -> Texts {
    Texts { table, open, private: &[], private_when: None, shown_when: None, place, holder: None }
}

const fn held(texts: Texts, table: &'static str, column: &'static str) -> Texts {
    Texts { holder: Some((table, column)), ..texts }
}

const ROLE: &str = "(SELECT letter || ' ' || name FROM role WHERE id = t.role_id)";
const MEETING: &str = "(SELECT title FROM meeting WHERE id = t.meeting_id)";
const PAIR: &str = "(SELECT g.letter || ' → ' || r.letter FROM role AS g, role AS r
  WHERE g.id = t.giver_id AND r.id = t.receiver_id)";

/// Every text of a workshop. A test asks for each column of text that is missing here.
pub(super) const TEXTS: &[Texts] = &[
    texts("workshop", &["title", "organisation", "purpose", "place"], "NULL"),
    texts("role", &["name", "mandate", "first_step"], "t.letter"),
    held(texts("skill", &["name"], ROLE), "role", "role_id"),
    held(texts("typical_task", &["title"], ROLE), "role", "role_id"),
    Texts { private_when: Some("is_private"), ..texts("person", &["name", "organisation", "email"], "t.organisation") },
    held(texts("responsibility", &["title", "detail"], ROLE), "role", "role_id"),
    Texts { shown_when: Some("is_revealed"), ..held(texts("slip", &["title"], ROLE), "role", "author_id") },
    texts("step", &["title", "detail"], ROLE),
    texts("task", &["title", "detail", "notes", "number"], ROLE),
    Texts {
        shown_when: Some("is_revealed"),
        ..texts("contract", &["need", "offer", "cadence", "fulfilment", "dispute"], PAIR)
    },
    texts("series", &["title"], "NULL"),
    Texts { private: &["private_notes"], ..texts("meeting", &["title", "goal", "place", "bring"], "NULL") },
    Texts {
        private: &["private_notes"],
        ..held(
            texts(
                "agenda_item",
                &["title", "section", "detail", "goal", "instruction", "method", "materials", "presenter"],
                MEETING,
            ),
            "meeting",
            "meeting_id",
        )
    },
    Texts {
        private_when: Some("is_private"),
        ..held(texts("outcome", &["body", "proposer", "objections"], MEETING), "meeting", "meeting_id")
    },
    texts("backlog_item", &["title", "detail", "reason"], "NULL"),
    held(texts("pulse", &["note"], "NULL"), "contract", "contract_id"),
    texts("acceptance", &["reason"], "NULL"),
    held(texts("resource", &["title", "url", "detail", "heading"], ROLE), "role", "role_id"),
    texts("tag", &["name", "detail"], "NULL"),
    texts("snapshot", &["name"], "NULL"),
];

/// Makes the index of this connection if it has none.
pub(super) fn ensure(conn: &Connection) -> Result<()> {
    let made =
        conn.query_row("SELECT 1 FROM temp.sqlite_master WHERE name = 'search_doc'", [], |_| Ok(())).optional()?;
    if made.is_some() {
        return Ok(());
    }
    // A reader of the file refuses to write anywhere, its own memory included.
    let reads_only: bool = conn.pragma_query_value(None, "query_only", |row| row.get(0))?;
    conn.pragma_update(None, "query_only", false)?;
    let made = within_savepoint(conn, make);
    conn.pragma_update(None, "query_only", reads_only)?;
    made
}

/// All of `work` or nothing; each statement on its own would be a transaction.
fn within_savepoint(conn: &Connection, work: impl FnOnce(&Connection) -> Result<()>) -> Result<()> {
    conn.execute_batch("SAVEPOINT search_index")?;
    let done = work(conn);
    conn.execute_batch(if done.is_ok() {
        "RELEASE search_index"
    } else {
        "ROLLBACK TO search_index; RELEASE search_index"
    })?;
    done
}

fn make(conn: &Connection) -> Result<()> {
    // Prefixes of two and three letters are what somebody has typed when the first hits appear.
    conn.execute_batch(
        "CREATE TEMP TABLE search_doc (
           id INTEGER PRIMARY KEY, table_name TEXT NOT NULL, row_id TEXT NOT NULL, workshop_id TEXT NOT NULL,
           is_private INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (table_name, row_id, is_private)
         ) STRICT;
         CREATE VIRTUAL TABLE temp.search_text USING fts5 (
           text, content = 'search_doc', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
         );
         CREATE TEMP TRIGGER search_doc_insert AFTER INSERT ON search_doc BEGIN
           INSERT INTO search_text (rowid, text) VALUES (NEW.id, NEW.text); END;
         CREATE TEMP TRIGGER search_doc_delete AFTER DELETE ON search_doc BEGIN
           INSERT INTO search_text (search_text, rowid, text) VALUES ('delete', OLD.id, OLD.text); END;",
    )?;
    for texts in TEXTS {
        let Texts { table, .. } = texts;
        let columns: Vec<&str> = texts.columns().collect();
        let forget = format!("DELETE FROM search_doc WHERE table_name = '{table}' AND row_id = OLD.id");
        let learn: Vec<String> = texts.entries("NEW", "").collect();
        let learn = learn.join("; ");
        conn.execute_batch(&format!(
            "CREATE TEMP TRIGGER search_{table}_insert AFTER INSERT ON main.{table} BEGIN {learn}; END;
             CREATE TEMP TRIGGER search_{table}_update AFTER UPDATE OF {} ON main.{table} BEGIN {forget}; {learn}; END;
             CREATE TEMP TRIGGER search_{table}_delete AFTER DELETE ON main.{table} BEGIN {forget}; END;",
            columns.join(", ")
        ))?;
        for entry in texts.entries("t", &format!("FROM main.{table} AS t")) {
            conn.execute(&entry, [])?;
        }
    }
    Ok(())
}

/// Where a row belongs, in words, and the row on whose card it is shown.
pub(super) fn place(conn: &Connection, table: &str, id: &str) -> Result<(String, Option<Holder>)> {
    let Some(texts) = TEXTS.iter().find(|texts| texts.table == table) else { return Ok((String::new(), None)) };
    let column = texts.holder.map_or("NULL", |(_, column)| column);
    let sql = format!("SELECT {}, {column} FROM main.{table} AS t WHERE t.id = ?1", texts.place);
    let found: Option<(Option<String>, Option<String>)> =
        conn.prepare_cached(&sql)?.query_row(params![id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    let (place, holder) = found.unwrap_or_default();
    let holder = texts.holder.zip(holder).map(|((table, _), id)| Holder { table: table.to_owned(), id });
    Ok((place.unwrap_or_default(), holder))
}

impl Texts {
    /// The columns that change what is found.
    fn columns(&self) -> impl Iterator<Item = &'static str> {
        let flags = self.private_when.into_iter().chain(self.shown_when);
        self.open.iter().chain(self.private).copied().chain(flags)
    }

    /// Statements that enter a row, `row` as it is called in `from`; what says nothing is left out.
    fn entries(&self, row: &str, from: &str) -> impl Iterator<Item = String> {
        let Texts { table, .. } = *self;
        let owner = if table == "workshop" { "id" } else { "workshop_id" };
        let shown = self.shown_when.map_or_else(|| "TRUE".to_owned(), |flag| format!("{row}.{flag}"));
        let entry = |columns: &[&str], is_private: String| {
            let texts: Vec<String> = columns.iter().map(|column| format!("nullif({row}.{column}, '')")).collect();
            format!(
                "INSERT INTO search_doc (table_name, row_id, workshop_id, is_private, text)
                 SELECT '{table}', id, owner, is_private, text FROM (
                   SELECT {row}.id AS id, {row}.{owner} AS owner, {is_private} AS is_private,
                     concat_ws(char(10), {}) AS text {from} WHERE {shown}) WHERE text <> ''",
                texts.join(", ")
            )
        };
        let open = self.private_when.map_or_else(|| "0".to_owned(), |flag| format!("{row}.{flag}"));
        let private = (!self.private.is_empty()).then(|| entry(self.private, "1".to_owned()));
        [entry(self.open, open)].into_iter().chain(private).collect::<Vec<_>>().into_iter()
    }
}

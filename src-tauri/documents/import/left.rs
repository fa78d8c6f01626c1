//! What an import leaves: named and counted, so that nothing goes without a word.

use couloir_messages::{Language, text};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Something in the source that no entry took over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Left {
    pub kind: LeftKind,
    /// Where it stands: the name of its sheet, or the heading above it; empty where there is none.
    pub place: String,
    /// Line or row of the source, from 1.
    pub line: u32,
    /// The column's title, the sheet's name, or the beginning of the text.
    pub name: String,
    /// How many cells, rows or items it has.
    pub count: u32,
}

/// What kind of thing is left; the message `import-left-<code>` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum LeftKind {
    /// A column of a table.
    Column,
    /// A whole sheet or table.
    Sheet,
    /// A sheet that the workbook does not show.
    HiddenSheet,
    /// A row of a table, such as a total or a line without a title.
    Row,
    /// A cell whose value means nothing known.
    Cell,
    /// A paragraph, a list or a section of a document.
    Block,
}

impl Left {
    /// The sentence for the user.
    pub fn message(&self, language: Language) -> String {
        let place = if self.place.trim().is_empty() { "none" } else { self.place.as_str() };
        let args = [
            ("name", self.name.as_str().into()),
            ("place", place.into()),
            ("line", self.line.into()),
            ("count", self.count.into()),
        ];
        text(language, &format!("import-left-{}", self.kind.code()), &args)
    }
}

impl LeftKind {
    /// Its name on the wire and in messages.
    pub fn code(self) -> &'static str {
        match self {
            LeftKind::Column => "column",
            LeftKind::Sheet => "sheet",
            LeftKind::HiddenSheet => "hidden-sheet",
            LeftKind::Row => "row",
            LeftKind::Cell => "cell",
            LeftKind::Block => "block",
        }
    }
}

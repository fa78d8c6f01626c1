//! Conflicts of a shared workshop in words, the same in the window and on the command line.

use chrono::DateTime;
use couloir_core::replica::{ClashKind, Conflict, ConflictValue};
use couloir_messages::{Language, text};

/// What does not go together.
pub fn sentence(language: Language, conflict: &Conflict) -> String {
    let column = conflict.column.as_deref().map(|column| column_word(language, column)).unwrap_or_default();
    let value = conflict.values.first().map_or("", |value| value.text.as_str());
    let kind = text(language, &format!("kind-{}", conflict.table.replace('_', "-")), &[]);
    let args = [
        ("title", conflict.title.as_str().into()),
        ("kind", kind.as_str().into()),
        ("column", column.as_str().into()),
        ("value", value.into()),
        ("other", conflict.other.as_deref().unwrap_or_default().into()),
    ];
    // A number or a letter is given twice; a pair is set twice.
    let key = match (conflict.kind, &conflict.column) {
        (ClashKind::Twice, None) => "conflict-twice-pair".to_owned(),
        (kind, _) => format!("conflict-{}", kind.code()),
    };
    text(language, &key, &args)
}

/// The conflict with values that read as the screens show them.
pub fn in_words(language: Language, mut conflict: Conflict) -> Conflict {
    let column = conflict.column.clone().unwrap_or_else(|| "part".to_owned());
    for value in &mut conflict.values {
        value.text = in_word(language, &conflict.table, &column, value);
    }
    conflict
}

fn in_word(language: Language, table: &str, column: &str, value: &ConflictValue) -> String {
    let code = value.text.replace('_', "-");
    let say = |key: String| text(language, &key, &[]);
    match (table, column, value.text.as_str()) {
        (_, _, "") => say("conflict-empty".to_owned()),
        ("task", "status", _) => say(format!("status-{code}")),
        ("meeting", "status", code) => say(format!("meeting-status-{code}")),
        (_, "part", _) => say(format!("card-part-{code}")),
        (_, "color", _) => say(format!("color-{code}")),
        (_, "mode", _) => say(format!("contract-mode-{code}")),
        (_, "verdict", _) => say(format!("verdict-{code}")),
        ("agenda_item", "kind", _) => say(format!("agenda-kind-{code}")),
        ("outcome", "kind", _) => say(format!("outcome-{code}")),
        (_, flag, is) if flag.starts_with("is_") => say(format!("conflict-flag-{is}")),
        (_, "seconds" | "least_seconds", seconds) => {
            let minutes = seconds.parse::<i64>().unwrap_or_default() / 60;
            text(language, "conflict-minutes", &[("minutes", minutes.into())])
        }
        (_, "starts_at" | "done_at" | "dropped_at", millis) => {
            let at = millis.parse().ok().and_then(DateTime::from_timestamp_millis);
            at.map(|at| at.format("%Y-%m-%d %H:%M UTC").to_string()).unwrap_or_default()
        }
        (_, _, text) => text.to_owned(),
    }
}

/// What a column is called.
fn column_word(language: Language, column: &str) -> String {
    let name = column.strip_suffix("_id").unwrap_or(column).replace('_', "-");
    text(language, &format!("field-{name}"), &[])
}

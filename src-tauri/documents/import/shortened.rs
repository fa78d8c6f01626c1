//! Texts that must fit.

/// A text of at most `limit` characters; a longer one ends in an ellipsis.
pub(super) fn shortened(text: &str, limit: u32) -> String {
    let text = text.trim();
    if text.chars().count() <= limit as usize {
        return text.to_owned();
    }
    text.chars().take(limit as usize - 1).chain(['…']).collect()
}

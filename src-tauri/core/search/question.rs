//! What somebody types, as an expression of FTS5.

/// The expression that finds every word of a question as a beginning, and what stands between quotes as a phrase;
/// `None` without a letter or digit. Nothing that is typed is taken for an operator.
pub(super) fn expression(words: &str) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    let typed = words.replace(['«', '»', '“', '”', '„'], "\"");
    for (at, part) in typed.split('"').enumerate() {
        // Every other part stands between quotes; a quote that is not closed yet is still being typed.
        let is_phrase = at % 2 == 1 && typed.matches('"').count() > at;
        if is_phrase {
            terms.extend(has_word(part).then(|| format!("\"{}\"", part.trim())));
        } else {
            terms.extend(part.split_whitespace().filter(|word| has_word(word)).map(|word| format!("\"{word}\"*")));
        }
    }
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn words_are_beginnings_and_quotes_make_phrases() {
        assert_eq!(expression("plan  de").as_deref(), Some("\"plan\"* AND \"de\"*"));
        assert_eq!(expression("« plan de » test").as_deref(), Some("\"plan de\" AND \"test\"*"));
        assert_eq!(expression("\"plan de").as_deref(), Some("\"plan\"* AND \"de\"*"));
        assert_eq!(expression("l’audit OR").as_deref(), Some("\"l’audit\"* AND \"OR\"*"));
        assert_eq!(expression(" - \" \" * "), None);
    }
}

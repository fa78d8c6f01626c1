//! What one role says it does with another, statement by statement.

use couloir_core::analysis::wording::Wording;

/// Beginnings of verbs with which a role asks; everything else it does is an offer.
const ASKING: &[&str] = &[
    "demand", "obtien", "recoi", "recev", "attend", "sollicit", "requier", "reclam", "besoin", "request", "ask",
    "obtain", "receiv", "need", "requir", "expect", "get", "solicit", "pide", "erhalt", "benotig", "brauch", "richied",
];
const TOGETHER: &[&str] =
    &["coordon", "coordin", "align", "collabor", "convien", "conven", "agree", "ensemble", "jointly"];
const APPROVING: &[&str] = &["approuv", "approv", "valid"];
const HELPING: &[&str] = &["assist", "accompagn", "support", "help"];
/// Words that join the last statement to those before it.
const JOINING: &[&str] = &["et", "and", "und", "y", "e", "ou", "or"];
/// English verbs that may follow "and" without a comma; French ones are known by their ending.
const VERBS: &[&str] = &[
    "align",
    "approve",
    "ask",
    "assign",
    "assist",
    "configure",
    "confirm",
    "coordinate",
    "create",
    "define",
    "deliver",
    "ensure",
    "get",
    "give",
    "grant",
    "help",
    "identify",
    "implement",
    "monitor",
    "obtain",
    "provide",
    "receive",
    "report",
    "request",
    "resolve",
    "review",
    "set",
    "share",
    "solve",
    "support",
    "test",
    "troubleshoot",
    "validate",
    "verify",
];

/// A statement with what it is.
pub(super) struct Statement {
    pub text: String,
    pub is_asking: bool,
    /// Interaction mode, where a verb tells it.
    pub mode: Option<&'static str>,
}

/// The statements of a sentence: parts between commas, and the last one after "and" where a verb follows it.
pub(super) fn of(sentence: &str) -> Vec<Statement> {
    let mut parts = Vec::new();
    for part in between_commas(sentence) {
        let mut part = part.trim().trim_end_matches('.').trim();
        if let Some((first, rest)) = part.split_once(' ')
            && JOINING.contains(&first.to_lowercase().as_str())
        {
            part = rest.trim();
        }
        match at_joining_verb(part) {
            Some((before, after)) => parts.extend([before, after]),
            None => parts.push(part),
        }
    }
    parts.into_iter().filter(|part| !part.is_empty()).map(statement).collect()
}

fn statement(text: &str) -> Statement {
    let mut first = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(3);
    let words: Vec<String> = first.by_ref().map(folded).collect();
    let begins = |verbs: &[&str], count: usize| {
        words.iter().take(count).any(|word| verbs.iter().any(|verb| word.starts_with(verb)))
    };
    let mode = if begins(TOGETHER, 2) {
        Some("collaboration")
    } else if begins(APPROVING, 1) {
        Some("approval")
    } else if begins(HELPING, 1) {
        Some("facilitation")
    } else {
        None
    };
    // "ont besoin de", "have a need": the verb is within the first words.
    let is_asking = begins(ASKING, 1) || words.iter().skip(1).any(|word| word.starts_with("besoin") || word == "need");
    Statement { text: super::outline::capitalised(text), is_asking, mode }
}

/// Parts between commas and semicolons, those in brackets apart.
pub(super) fn between_commas(text: &str) -> Vec<&str> {
    let (mut parts, mut from, mut depth) = (Vec::new(), 0, 0usize);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
}

/// "fournissent des accès et configurent les essais": what stands before and after the joining word.
fn at_joining_verb(part: &str) -> Option<(&str, &str)> {
    for joining in ["et", "and"] {
        for (at, found) in part.match_indices(&format!(" {joining} ")) {
            let after = part[at + found.len()..].trim();
            let word = folded(after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default());
            let is_verb = if joining == "et" {
                word.ends_with("ent") && !word.ends_with("ment") && word.len() > 4
            } else {
                VERBS.contains(&word.as_str())
            };
            if is_verb {
                return Some((part[..at].trim(), after));
            }
        }
    }
    None
}

fn folded(word: &str) -> String {
    Wording::of(word).words().join("")
}

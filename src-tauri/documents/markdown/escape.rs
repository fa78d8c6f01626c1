//! Plain text as Markdown that reads as that text.

/// A text within a line: everything that means something to Markdown is escaped, line breaks become spaces.
pub(super) fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.trim().char_indices() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' => {
                escaped.push('\\');
                escaped.push(c);
            }
            // At the start of a line these open a heading, a list or a rule.
            '#' | '-' | '+' | '=' if at == 0 => {
                escaped.push('\\');
                escaped.push(c);
            }
            _ => escaped.push(c),
        }
    }
    // "1." and "1)" open a list.
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && matches!(escaped.as_bytes().get(digits), Some(b'.' | b')')) {
        escaped.insert(digits, '\\');
    }
    escaped
}

/// A text in a table cell; its lines are kept.
pub(super) fn cell(text: &str) -> String {
    text.trim().lines().map(inline).collect::<Vec<_>>().join("<br>")
}

/// Plain text of several lines, each of which stays a line.
pub(super) fn block(text: &str) -> String {
    let mut lines = Vec::new();
    for line in text.trim().lines() {
        let line = inline(line);
        // Two spaces at the end keep a line break.
        lines.push(if line.is_empty() { line } else { format!("{line}  ") });
    }
    lines.join("\n").trim_end().to_owned() + "\n"
}

/// CommonMark that somebody wrote, quoted, so that its headings stay inside; raw HTML becomes text.
pub(super) fn quote(markdown: &str) -> String {
    let mut quoted = String::new();
    for line in markdown.trim().lines() {
        let mut text = String::with_capacity(line.len());
        let mut rest = line.chars().peekable();
        while let Some(c) = rest.next() {
            if c == '<' && rest.peek().is_some_and(|next| next.is_ascii_alphabetic() || "/!?".contains(*next)) {
                text.push('\\');
            }
            text.push(c);
        }
        quoted.push_str(if text.is_empty() { ">" } else { "> " });
        quoted.push_str(&text);
        quoted.push('\n');
    }
    quoted
}

/// A link where the address can be one, else its text alone.
pub(super) fn link(title: &str, url: &str) -> String {
    let is_address =
        !url.is_empty() && !url.contains(|c: char| c.is_whitespace() || c.is_control() || "<>()\\".contains(c));
    let scheme = url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_harmless = scheme.is_none_or(|scheme| ["http", "https", "mailto"].contains(&scheme.as_str()));
    if is_address && is_harmless { format!("[{}]({url})", inline(title)) } else { inline(title) }
}

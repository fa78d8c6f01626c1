//! A workshop, or the minutes of a meeting, as a Markdown document (CommonMark with tables).

mod escape;
mod minutes;
mod workshop;

pub use minutes::minutes;
pub use workshop::workshop;

/// A document that grows block by block.
#[derive(Default)]
struct Page(String);

impl Page {
    /// A heading, with an empty line around it.
    fn heading(&mut self, level: usize, text: &str) {
        self.gap();
        self.0.push_str(&"#".repeat(level));
        self.0.push(' ');
        self.0.push_str(&escape::inline(text));
        self.0.push_str("\n\n");
    }

    /// Paragraphs of plain text; nothing for an empty one.
    fn paragraphs(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.gap();
            self.0.push_str(&escape::block(text));
            self.0.push('\n');
        }
    }

    /// A line of a list; `text` is Markdown already.
    fn item(&mut self, marker: &str, text: &str) {
        self.0.push_str(marker);
        self.0.push(' ');
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// A paragraph of one line that is Markdown already.
    fn line(&mut self, text: &str) {
        self.gap();
        self.0.push_str(text);
        self.0.push('\n');
    }

    /// A table of plain texts.
    fn table(&mut self, headers: &[String], rows: &[Vec<String>]) {
        self.gap();
        let line = |cells: &[String]| {
            format!("| {} |\n", cells.iter().map(|c| escape::cell(c)).collect::<Vec<_>>().join(" | "))
        };
        self.0.push_str(&line(headers));
        self.0.push_str(&format!("|{}\n", "---|".repeat(headers.len())));
        for row in rows {
            self.0.push_str(&line(row));
        }
    }

    /// An empty line, unless there is one.
    fn gap(&mut self) {
        if !self.0.is_empty() && !self.0.ends_with("\n\n") {
            self.0.push('\n');
        }
    }
}

#[cfg(test)]
mod tests;

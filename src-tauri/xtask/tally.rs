//! Counting what the test runners say at their ends.

/// Tests over all runners.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub passed: u32,
    pub failed: u32,
    pub skipped: u32,
}

impl Tally {
    /// Adds one check that is not a test runner.
    pub fn check(&mut self, passed: bool) {
        if passed { self.passed += 1 } else { self.failed += 1 }
    }

    /// Adds what a runner printed: cargo's `test result: …` lines, or vitest's `Tests  3 passed (3)`.
    pub fn add(&mut self, output: &str) {
        for line in output.lines() {
            let plain = without_colors(line);
            let line = plain.trim();
            if line.starts_with("test result:") {
                self.passed += number_before(line, " passed");
                self.failed += number_before(line, " failed");
                self.skipped += number_before(line, " ignored");
            } else if line.starts_with("Tests ") {
                self.passed += number_before(line, " passed");
                self.failed += number_before(line, " failed");
                self.skipped += number_before(line, " skipped");
            } else if line.starts_with("skipped:") {
                // A test that cannot run here says so and why, and counts as skipped.
                self.skipped += 1;
            }
        }
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

fn number_before(line: &str, word: &str) -> u32 {
    let Some(end) = line.find(word) else { return 0 };
    let digits: String = line[..end].chars().rev().take_while(char::is_ascii_digit).collect();
    digits.chars().rev().collect::<String>().parse().unwrap_or(0)
}

fn without_colors(line: &str) -> String {
    let mut plain = String::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            for c in chars.by_ref() {
                if c.is_ascii_alphabetic() {
                    break;
                }
            }
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runners_are_counted() {
        let mut tally = Tally::default();
        tally.add("test result: ok. 12 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out\n");
        tally.add("\u{1b}[2m      Tests \u{1b}[22m \u{1b}[1m\u{1b}[32m30 passed\u{1b}[39m (30)\n");
        tally.add("skipped: no Java on this machine\n");
        assert_eq!(tally, Tally { passed: 42, failed: 1, skipped: 3 });
    }
}

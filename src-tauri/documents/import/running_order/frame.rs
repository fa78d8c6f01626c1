//! What stands beside an agenda: when and where the meeting is, what it is for.

use chrono::NaiveDate;

use super::clock::span;
use crate::import::columns::Meaning;
use crate::import::outline::is_colon;
use crate::import::words::{Order, agenda_meanings, day, is_place};

/// Longest label, in words.
const LABEL_WORDS: usize = 4;
/// A longer line says more than when.
const LINE_WORDS: usize = 14;

/// What is said of a meeting beside its agenda.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in super::super) struct Frame {
    pub title: String,
    pub day: Option<NaiveDate>,
    /// Minutes after midnight.
    pub start: Option<u32>,
    pub place: String,
    pub goal: String,
}

impl Frame {
    /// Takes what a line says of the meeting; false when it says something else too.
    pub fn say(&mut self, line: &str) -> bool {
        let label = label(line);
        if let Some((title, value)) = label {
            if is_place(title) && self.place.is_empty() {
                value.clone_into(&mut self.place);
                return true;
            }
            if agenda_meanings(title).contains(&Meaning::Goal) && self.goal.is_empty() {
                value.clone_into(&mut self.goal);
                return true;
            }
        }
        let date = date_in(line);
        let is_dated = date.is_some() && self.day.is_none();
        if is_dated {
            self.day = date;
        }
        let is_time = label.is_some_and(|(title, _)| agenda_meanings(title).contains(&Meaning::Start));
        let start = if (is_dated || is_time) && self.start.is_none() { starts_at(line) } else { None };
        self.start = self.start.or(start);
        // A date within a sentence stays where it is written, too.
        (is_dated || start.is_some()) && line.split_whitespace().count() <= LINE_WORDS
    }
}

/// The label of a line such as "Place: …", with what follows it.
fn label(line: &str) -> Option<(&str, &str)> {
    let at = line.find(is_colon)?;
    let (label, value) = (line[..at].trim(), line[at..].trim_start_matches(is_colon).trim());
    let is_label = label.split_whitespace().count() <= LABEL_WORDS && label.chars().all(|c| !c.is_numeric());
    (is_label && !label.is_empty() && !value.is_empty()).then_some((label, value))
}

/// The first day that a text names anywhere: "Retreat 2026-12-04", "Date: Friday 4 December 2026".
pub(in super::super) fn date_in(text: &str) -> Option<NaiveDate> {
    let begins = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric());
    let digits = text.char_indices().filter(|(at, c)| c.is_ascii_digit() && begins(*at));
    day(text, Order::Unsure).or_else(|| digits.filter_map(|(at, _)| day(&text[at..], Order::Unsure)).next())
}

/// The first time of day in a line.
fn starts_at(line: &str) -> Option<u32> {
    let begins = |at: usize| !line[..at].ends_with(|c: char| c.is_alphanumeric() || ".,:/-".contains(c));
    let digits = line.char_indices().filter(|(at, c)| c.is_ascii_digit() && begins(*at));
    digits.filter_map(|(at, _)| span(&line[at..])).map(|(start, ..)| start).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_when_where_and_what_for() {
        let mut frame = Frame::default();
        assert!(frame.say("Date : vendredi 4 décembre 2026, 9 h 30 – 12 h"));
        assert!(frame.say("Lieu : salle Ampère") && frame.say("Objectif : se mettre d’accord"));
        assert!(!frame.say("Chacune et chacun apporte une tâche."));
        assert_eq!(frame.day.map(|day| day.to_string()).as_deref(), Some("2026-12-04"));
        assert_eq!((frame.place.as_str(), frame.goal.as_str()), ("salle Ampère", "se mettre d’accord"));
        // "9 h 30" with spaces is nine hours and thirty minutes too.
        assert_eq!(frame.start, Some(570));
    }
}

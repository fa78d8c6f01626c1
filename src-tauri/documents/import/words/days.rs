//! Days as people write them.

use chrono::NaiveDate;

use super::folded;

/// In which order a column writes day and month with numbers only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Order {
    DayFirst,
    MonthFirst,
    /// Both are possible: such a day is not guessed.
    Unsure,
}

/// Titles of days in English, where the month may stand first.
const ENGLISH: [&str; 9] = ["due", "deadline", "finish", "end", "target", "date", "until", "by", "when"];
/// Beginnings of the names of months in seven languages.
const MONTHS: [(&str, u32); 35] = [
    ("jan", 1),
    ("gen", 1),
    ("ene", 1),
    ("feb", 2),
    ("fev", 2),
    ("mar", 3),
    ("mrz", 3),
    ("maa", 3),
    ("maer", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("mag", 5),
    ("mei", 5),
    ("jun", 6),
    ("juin", 6),
    ("giu", 6),
    ("jul", 7),
    ("juil", 7),
    ("lug", 7),
    ("aug", 8),
    ("aou", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("okt", 10),
    ("ott", 10),
    ("out", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
    ("dic", 12),
];

/// How a column of days is written, by all its cells and its title.
pub(in super::super) fn order<'a>(title: &str, cells: impl Iterator<Item = &'a str>) -> Order {
    let mut found = Order::Unsure;
    for cell in cells {
        let parts: Vec<&str> = cell.split(['/', '-', ' ', 'T']).collect();
        let number = |at: usize| parts.get(at).and_then(|part| part.parse::<u32>().ok());
        match (number(0), number(1)) {
            (Some(first), Some(_)) if (13..=31).contains(&first) => return Order::DayFirst,
            (Some(_), Some(second)) if (13..=31).contains(&second) => found = Order::MonthFirst,
            _ => {}
        }
    }
    let is_english = folded(title).split(' ').any(|word| ENGLISH.contains(&word)) || title.trim().is_empty();
    if found == Order::Unsure && !is_english { Order::DayFirst } else { found }
}

/// The day that a cell says, its time aside; `None` when it says none, or may say two.
pub(in super::super) fn day(cell: &str, order: Order) -> Option<NaiveDate> {
    let cell = cell.trim();
    let bare = cell.split(['T', ' ']).next().unwrap_or_default();
    if let Ok(day) =
        NaiveDate::parse_from_str(bare, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(bare, "%Y/%m/%d"))
    {
        return Some(day);
    }
    let words = folded(cell);
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    let year = |word: &str| {
        let year = word.parse::<i32>().ok()?;
        match word.len() {
            4 if (1990..2200).contains(&year) => Some(year),
            2 => Some(2000 + year),
            _ => None,
        }
    };
    let number = |word: &str| {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse::<u32>().ok().filter(|day| (1..=31).contains(day))
    };
    let month = |word: &str| {
        word.chars().next().filter(|c| c.is_alphabetic())?;
        MONTHS.iter().filter(|(begin, _)| word.starts_with(begin)).max_by_key(|(begin, _)| begin.len()).map(|(_, m)| *m)
    };
    // "Tue 1 Dec 2026", "le 1er décembre 2026", "15/Dec/26", "December 1, 2026".
    for three in words.windows(3) {
        if let (Some(day), Some(month), Some(year)) = (number(three[0]), month(three[1]), year(three[2])) {
            return NaiveDate::from_ymd_opt(year, month, day);
        }
        if let (Some(month), Some(day), Some(year)) = (month(three[0]), number(three[1]), year(three[2])) {
            return NaiveDate::from_ymd_opt(year, month, day);
        }
    }
    let three: Vec<&str> = words.iter().copied().take(3).collect();
    let [one, two, three] = three.as_slice() else { return None };
    let (one, two, year) = (one.parse::<u32>().ok()?, two.parse::<u32>().ok()?, year(three)?);
    let is_dotted = bare.contains('.');
    match order {
        _ if is_dotted || one > 12 => NaiveDate::from_ymd_opt(year, two, one),
        _ if two > 12 => NaiveDate::from_ymd_opt(year, one, two),
        Order::DayFirst => NaiveDate::from_ymd_opt(year, two, one),
        Order::MonthFirst => NaiveDate::from_ymd_opt(year, one, two),
        Order::Unsure if one == two => NaiveDate::from_ymd_opt(year, one, two),
        Order::Unsure => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_written_and_never_guessed() {
        let read = |cell: &str, order| day(cell, order).map(|day| day.to_string());
        for cell in [
            "2026-12-01",
            "2026-12-01T10:00:00Z",
            "2026/12/01",
            "01.12.2026",
            "1.12.26",
            "01/Dec/26",
            "1 December 2026",
            "December 1, 2026",
            "Dec 1, 2026",
            "1er décembre 2026",
            "Di 1. Dezember 2026",
            "1 dic 2026",
            "01/12/2026",
        ] {
            assert_eq!(read(cell, Order::DayFirst).as_deref(), Some("2026-12-01"), "{cell}");
        }
        assert_eq!(read("12/01/2026", Order::MonthFirst).as_deref(), Some("2026-12-01"));
        assert_eq!(read("01/12/2026", Order::Unsure), None);
        for cell in ["soon", "", "Q1 2027", "1-5 Dec", "32/13/2026", "week 12"] {
            assert_eq!(read(cell, Order::DayFirst), None, "{cell}");
        }
        assert_eq!(order("Due date", ["12/15/2026", "01/02/2027"].into_iter()), Order::MonthFirst);
        assert_eq!(order("Échéance", ["01/02/2027"].into_iter()), Order::DayFirst);
        assert_eq!(order("Due date", ["01/02/2027"].into_iter()), Order::Unsure);
    }
}

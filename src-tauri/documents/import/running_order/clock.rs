//! Times of day and lengths as people write them in agendas.

/// Most minutes of an item.
const MINUTES_MAX: u32 = 7 * 24 * 60;
/// Minutes of half a day, which "pm" adds.
const NOON: u32 = 12 * 60;
/// What stands between the start and the end of an item.
const UNTIL: &[&str] =
    &["-", "–", "—", "→", "->", ">", "à", "to", "bis", "until", "till", "tot", "hasta", "fino", "até", "a"];
/// Words of minutes behind a number.
const MINUTES: &[&str] =
    &["min", "mins", "minutes", "minute", "mn", "minuten", "minutos", "minuti", "minuut", "'", "’", "′"];
const HOURS: &[&str] = &[
    "h", "hr", "hrs", "hour", "hours", "heure", "heures", "stunde", "stunden", "hora", "horas", "ora", "ore", "uur",
    "std",
];

fn is_space(c: char) -> bool {
    c.is_whitespace() || ['\u{a0}', '\u{202f}', '\u{2009}'].contains(&c)
}

/// A time of day as it is written, before what stands around it tells morning from afternoon.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Written {
    minute: u32,
    /// "am" or "pm" stands behind it.
    is_told: bool,
    /// A number alone: a time only beside another.
    is_bare: bool,
}

/// A time of day at the start, in minutes after midnight, and what follows: "9:00", "09h30", "9.30", "2 pm", "14 Uhr".
pub(in super::super) fn clock(text: &str) -> Option<(u32, &str)> {
    let (written, rest) = written(text)?;
    (!written.is_bare).then_some((written.minute, rest))
}

fn written(text: &str) -> Option<(Written, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) {
        return None;
    }
    let hours: u32 = text[..digits].parse().ok()?;
    let mut rest = &text[digits..];
    let mut minutes = 0;
    let mut is_bare = true;
    if let Some(after) = rest.strip_prefix([':', 'h', 'H', '.', '：']) {
        let more = after.bytes().take_while(u8::is_ascii_digit).count();
        if more == 2 {
            minutes = after[..2].parse().ok()?;
            (rest, is_bare) = (&after[2..], false);
            // "09:00:00", as a spreadsheet writes a time.
            if let Some(seconds) = rest.strip_prefix(':').filter(|s| s.len() >= 2 && s.is_char_boundary(2)) {
                rest = if seconds.bytes().take(2).all(|c| c.is_ascii_digit()) { &seconds[2..] } else { rest };
            }
        } else if more == 0 && rest.starts_with(['h', 'H']) && !after.starts_with(char::is_alphabetic) {
            (rest, is_bare) = (after, false);
        } else if more != 0 {
            return None;
        }
    }
    if rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((more, after)) = spaced(rest).filter(|_| is_bare) {
        (minutes, rest, is_bare) = (more, after, false);
    }
    let behind = rest.trim_start_matches(is_space);
    let lower: String = behind.chars().take(4).collect::<String>().to_lowercase();
    let mut is_told = false;
    let mut hours = hours;
    for (word, half) in [("a.m.", 0), ("p.m.", NOON), ("am", 0), ("pm", NOON), ("uhr", u32::MAX)] {
        let ends = |text: &str| !text.starts_with(char::is_alphanumeric);
        if lower.starts_with(word) && behind.get(word.len()..).is_some_and(ends) {
            rest = &behind[word.len()..];
            is_bare = false;
            if half != u32::MAX {
                is_told = true;
                hours = hours % 12 + half / 60;
            }
            break;
        }
    }
    (hours < 25 && minutes < 60).then_some((Written { minute: hours * 60 + minutes, is_told, is_bare }, rest))
}

/// " h 30" and " h" behind the hours: the minutes, and what follows.
fn spaced(text: &str) -> Option<(u32, &str)> {
    let after = text.trim_start_matches(is_space).strip_prefix(['h', 'H'])?;
    if after.starts_with(char::is_alphanumeric) {
        return None;
    }
    let digits = after.trim_start_matches(is_space);
    match digits.bytes().take_while(u8::is_ascii_digit).count() {
        2 => Some((digits[..2].parse().ok()?, &digits[2..])),
        _ => Some((0, after)),
    }
}

/// A time, or two with the end after the start, at the start of a text, and what follows.
pub(super) fn span(text: &str) -> Option<(u32, Option<u32>, &str)> {
    let (mut from, rest) = written(text)?;
    let between = rest.trim_start_matches(is_space);
    let until = UNTIL.iter().filter(|word| between.to_lowercase().starts_with(**word));
    let after = until.max_by_key(|word| word.len()).and_then(|word| between.get(word.len()..));
    if let Some((to, left)) = after.map(|after| after.trim_start_matches(is_space)).and_then(written)
        && !(to.is_bare && from.is_bare)
    {
        // "2–3 pm": the start is of the same half of the day, where that is before the end.
        if to.is_told && !from.is_told && from.minute < NOON && from.minute + NOON < to.minute && to.minute >= NOON {
            from.minute += NOON;
        }
        let mut end = to.minute;
        if !to.is_told && end < from.minute && end + NOON > from.minute && end < NOON {
            end += NOON;
        }
        if end > from.minute {
            return Some((from.minute, Some(end), left));
        }
    }
    (!from.is_bare).then_some((from.minute, None, rest))
}

/// A cell that is a time, or a start and an end, and nothing else.
pub(in super::super) fn time(cell: &str) -> Option<(u32, Option<u32>)> {
    let cell = cell.trim_matches(is_space).trim_start_matches(['~', '≈']).trim_start_matches("vers ");
    let (from, to, rest) = span(cell)?;
    rest.trim_matches(|c: char| is_space(c) || "-–—:.".contains(c)).is_empty().then_some((from, to))
}

/// A cell that counts minutes from the beginning: "0–5 min", "20-35".
pub(in super::super) fn offset(cell: &str) -> Option<(u32, u32)> {
    let cell = cell.trim_matches(|c: char| is_space(c) || "'’′".contains(c)).to_lowercase();
    let bare = MINUTES.iter().find_map(|word| cell.strip_suffix(word)).unwrap_or(&cell);
    let (from, to) = bare.split_once(['-', '–', '—'])?;
    let whole = |text: &str| text.trim_matches(is_space).parse::<u32>().ok().filter(|minutes| *minutes <= 24 * 60);
    let (from, to) = (whole(from)?, whole(to)?);
    (from < to).then_some((from, to))
}

/// A cell that is a length in minutes and nothing else: "15 min", "1h30", "1 h 30", "1:30", "20'"; a number alone only
/// where the title of its column says that it is one.
pub(in super::super) fn length(cell: &str, is_titled: bool) -> Option<u32> {
    let cell = cell.trim_matches(|c: char| is_space(c) || "~≈()[]".contains(c));
    if let Some((before, minutes)) = minutes_in(cell)
        && before.trim_matches(|c: char| is_space(c) || ".~≈".contains(c)).is_empty()
    {
        return Some(minutes);
    }
    if !is_titled {
        return None;
    }
    let whole = |minutes: u32| (minutes <= MINUTES_MAX).then_some(minutes);
    if let Ok(minutes) = cell.parse::<u32>() {
        return whole(minutes);
    }
    let (hours, rest) = cell.split_once(':')?;
    let minutes = rest.split(':').next()?;
    let (hours, minutes): (u32, u32) = (hours.trim().parse().ok()?, minutes.trim().parse().ok()?);
    (minutes < 60 && hours < 100).then(|| hours * 60 + minutes).and_then(whole)
}

/// A text with its minutes at the end or in brackets, without them.
pub(super) fn minutes_in(text: &str) -> Option<(String, u32)> {
    for (at, c) in text.char_indices() {
        let is_start = c.is_ascii_digit()
            && !text[..at].ends_with(|before: char| before.is_alphanumeric() || ".,:".contains(before));
        if !is_start {
            continue;
        }
        let Some((minutes, rest)) = length_at(&text[at..]) else { continue };
        let after = rest.trim_start_matches(['.', ')', ']']).trim();
        let before = text[..at].trim_end_matches(['(', '[', ' ', '\u{a0}', '~', '≈']);
        let is_alone = before.is_empty() || after.is_empty();
        return Some((format!("{before}{}{after}", if is_alone { "" } else { " " }), minutes));
    }
    None
}

/// A length at the start of a text, in minutes, and what follows: "20 min", "1h30", "1 h 30 min", "1,5 h", "2 hours".
fn length_at(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let mut number: u32 = text[..digits].parse().ok()?;
    let mut rest = &text[digits..];
    let mut half = 0;
    // "15–20 min" takes twenty at most.
    if let Some(after) = rest.trim_start_matches(is_space).strip_prefix(['-', '–', '—']) {
        let after = after.trim_start_matches(is_space);
        let more = after.bytes().take_while(u8::is_ascii_digit).count();
        if let Some(most) = (1..=3).contains(&more).then(|| after[..more].parse().ok()).flatten() {
            (number, rest) = (most, &after[more..]);
        }
    }
    if let Some(after) = rest.strip_prefix([',', '.']).and_then(|rest| rest.strip_prefix('5')) {
        (rest, half) = (after, 30);
    }
    let (word, after) = word_of(rest)?;
    // "10m"; three metres stand apart.
    let is_short = word == "m" && rest.starts_with(['m', 'M']);
    if (is_short || MINUTES.contains(&word.as_str())) && half == 0 {
        return (number <= MINUTES_MAX).then_some((number, after));
    }
    if !HOURS.contains(&word.as_str()) || number >= 24 {
        return None;
    }
    let hours = number * 60 + half;
    let more = after.trim_start_matches(is_space);
    let digits = more.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=2).contains(&digits) || half > 0 {
        return Some((hours, after));
    }
    let minutes: u32 = more[..digits].parse().ok()?;
    let behind = &more[digits..];
    match word_of(behind) {
        _ if minutes >= 60 => Some((hours, after)),
        Some((word, end)) if MINUTES.contains(&word.as_str()) => Some((hours + minutes, end)),
        // "1h30", "1 h 30"; "1 h 30 people" goes on with something else.
        _ if more.len() == after.len() || behind.trim_matches(is_space).is_empty() => Some((hours + minutes, behind)),
        _ => Some((hours, after)),
    }
}

/// The word behind a number, in lower case, and what follows it.
fn word_of(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches(|c: char| is_space(c) || c == '-');
    let word: String = if let Some(mark) = text.chars().next().filter(|c| "'’′".contains(*c)) {
        mark.to_string()
    } else {
        text.chars().take_while(|c| c.is_alphabetic()).collect()
    };
    (!word.is_empty()).then(|| (word.to_lowercase(), &text[word.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_people_write_them() {
        for (cell, wanted) in [
            ("9:00", (540, None)),
            ("09h30", (570, None)),
            ("9h", (540, None)),
            ("9 h 30 – 12 h", (570, Some(720))),
            ("9.30", (570, None)),
            ("14 Uhr", (840, None)),
            ("2 pm", (840, None)),
            ("12:15 p.m.", (735, None)),
            ("12 am", (0, None)),
            ("09:00:00", (540, None)),
            ("9:00–9:20", (540, Some(560))),
            ("9h00 à 9h20", (540, Some(560))),
            ("9 – 10 am", (540, Some(600))),
            ("2-3 pm", (840, Some(900))),
            ("11:30 - 1 pm", (690, Some(780))),
            ("11:30–1:00", (690, Some(780))),
            ("08.30 bis 09.00 Uhr", (510, Some(540))),
        ] {
            assert_eq!(time(cell), Some(wanted), "{cell}");
        }
        for cell in
            ["9", "25:00", "9:75", "1.234", "2026-12-01", "9:00 Welcome", "3.5.2026", "", "A", "v1.20 beta", "12"]
        {
            assert_eq!(time(cell), None, "{cell}");
        }
    }

    #[test]
    fn minutes_from_the_beginning_are_no_times() {
        assert_eq!(
            (offset("0–5 min"), offset("20-35"), offset("00–05 min")),
            (Some((0, 5)), Some((20, 35)), Some((0, 5)))
        );
        for cell in ["5", "9:00–9:30", "35-20", "5 min", "2026-12"] {
            assert_eq!(offset(cell), None, "{cell}");
        }
    }

    #[test]
    fn lengths_are_read_as_people_write_them() {
        for (cell, wanted) in [
            ("15 min", 15),
            ("20'", 20),
            ("20 ’", 20),
            ("1h30", 90),
            ("1 h 30", 90),
            ("10m", 10),
            ("15–20 min", 20),
            ("1 h 30 min", 90),
            ("1,5 h", 90),
            ("2 hours", 120),
            ("~10 mn", 10),
            ("(5 minutes)", 5),
        ] {
            assert_eq!(length(cell, false), Some(wanted), "{cell}");
        }
        assert_eq!((length("15", false), length("15", true)), (None, Some(15)));
        assert_eq!((length("0:45", true), length("01:30:00", true)), (Some(45), Some(90)));
        for cell in ["5 days", "3", "R", "12 months", "5 people"] {
            assert_eq!(length(cell, false), None, "{cell}");
        }
    }
}

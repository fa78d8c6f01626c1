//! Arguments for a command, chosen by a seed among what a workshop holds.

use couloir_core::Contents;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use super::types::{Border, Command, Ty};

/// What can be named in a workshop.
pub struct Choice {
    rows: Value,
    methods: Vec<String>,
    findings: Vec<String>,
    topics: Vec<String>,
}

impl Choice {
    /// Everything of a workshop.
    pub fn of(library: &couloir_core::Library, w: &couloir_core::workshop::WorkshopId) -> Self {
        let contents = library.contents(w).unwrap();
        let draft = contents.meetings.iter().find(|meeting| meeting.title == super::stage::DRAFT);
        let topics = draft.and_then(|draft| library.agenda_prepare(w, &draft.id).ok());
        Self {
            methods: library.methods().unwrap().into_iter().map(|method| method.id.0).collect(),
            findings: library.findings(w).unwrap().into_iter().map(|finding| finding.key).collect(),
            topics: topics.map(|topics| topics.proposed.into_iter().map(|one| one.key).collect()).unwrap_or_default(),
            rows: serde_json::to_value(&contents).unwrap(),
        }
    }

    /// Ids of the rows that `TaskId`, `MeetingId` … can name.
    fn ids(&self, kind: &str) -> Vec<String> {
        if kind == "Method" {
            return self.methods.clone();
        }
        let list = Contents::LISTS.iter().find(|(_, table)| table.replace('_', "") == kind.to_lowercase());
        let rows = list.and_then(|(list, _)| self.rows[*list].as_array());
        rows.into_iter().flatten().filter_map(|row| row["id"].as_str().map(str::to_owned)).collect()
    }

    fn some(&self, list: &str, column: &str) -> Vec<String> {
        let rows = self.rows[list].as_array().into_iter().flatten();
        rows.map(|row| row[column].as_str().map_or(row[column].to_string(), str::to_owned)).collect()
    }
}

/// Chooses the arguments of one call.
pub struct Hand<'a> {
    border: &'a Border,
    own: &'a Choice,
    /// A workshop with the same rows, and which of the ids is taken from there.
    other: Option<(&'a Choice, usize)>,
    dice: u64,
    /// How many ids were chosen so far.
    pub picks: usize,
    /// Something was to be named of which there is none.
    pub is_empty: bool,
}

/// The arguments of one call.
pub struct Arguments(Map<String, Value>);

impl Arguments {
    /// An argument, as its type.
    pub fn get<T: DeserializeOwned>(&self, name: &str) -> T {
        let value = self.0.get(name).cloned().unwrap_or_default();
        serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{name} {value}: {error}"))
    }

    /// A text.
    pub fn text(&self, name: &str) -> String {
        self.get(name)
    }
}

impl<'a> Hand<'a> {
    pub fn new(border: &'a Border, own: &'a Choice, other: Option<(&'a Choice, usize)>, seed: u64) -> Self {
        let dice = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
        let mut hand = Self { border, own, other, dice, picks: 0, is_empty: false };
        for _ in 0..3 {
            hand.below(2);
        }
        hand
    }

    /// The arguments of a command.
    pub fn arguments(&mut self, command: &Command) -> Arguments {
        let all = command.arguments.iter();
        Arguments(all.map(|(name, ty)| (name.clone(), self.value(ty, name, &command.name))).collect())
    }

    /// A number below another (xorshift).
    pub fn below(&mut self, limit: usize) -> usize {
        self.dice ^= self.dice << 13;
        self.dice ^= self.dice >> 7;
        self.dice ^= self.dice << 17;
        usize::try_from(self.dice % limit.max(1) as u64).unwrap()
    }

    /// One of the texts that a workshop gives, or the other workshop in its place.
    fn pick(&mut self, from: impl Fn(&Choice) -> Vec<String>) -> Value {
        let own = from(self.own);
        if own.is_empty() {
            self.is_empty = true;
            return Value::Null;
        }
        let at = self.below(own.len());
        let found = match self.other {
            Some((other, pick)) if pick == self.picks => from(other).get(at).cloned(),
            _ => Some(own[at].clone()),
        };
        self.picks += 1;
        self.is_empty |= found.is_none();
        found.into()
    }

    fn value(&mut self, ty: &Ty, name: &str, of: &str) -> Value {
        match ty {
            Ty::Null => Value::Null,
            Ty::Flag => (self.below(2) == 0).into(),
            Ty::Number => self.number(name),
            Ty::Text => self.text(name, of),
            Ty::Literal(text) => text.as_str().into(),
            Ty::Named(kind) if kind == "WorkshopId" => Value::Null,
            Ty::Named(kind) if kind.ends_with("Id") => {
                let kind = kind.trim_end_matches("Id").to_owned();
                // A method belongs to every workshop.
                if kind == "Method" {
                    let methods = self.own.ids(&kind);
                    self.is_empty |= methods.is_empty();
                    let at = self.below(methods.len());
                    return methods.get(at).cloned().into();
                }
                self.pick(|choice| choice.ids(&kind))
            }
            Ty::Named(kind) => {
                let border = self.border;
                let ty = border.types.get(kind).unwrap_or_else(|| panic!("no type {kind} in the bindings"));
                self.value(ty, name, of)
            }
            Ty::List(ty) => (0..1 + self.below(2)).map(|_| self.value(ty, name, of)).collect::<Vec<_>>().into(),
            Ty::Either(all) => {
                // Rather something than nothing.
                let all: Vec<&Ty> = match self.below(4) {
                    0 => all.iter().collect(),
                    _ => all.iter().filter(|ty| !matches!(ty, Ty::Null)).collect(),
                };
                let at = self.below(all.len());
                self.value(all[at], name, of)
            }
            Ty::Object(fields) => {
                // `{ field: "title"; value: … }`: the value is what the tag says.
                let tag = fields.iter().find_map(|(_, ty)| match ty {
                    Ty::Literal(tag) if fields.len() > 1 => Some(tag.as_str()),
                    _ => None,
                });
                let mut object = Map::new();
                for (field, ty) in fields {
                    let said = match tag {
                        Some(tag) if field == "value" => tag.to_owned(),
                        Some("finding") if field == "id" => "key".to_owned(),
                        _ => field.clone(),
                    };
                    object.insert(field.clone(), self.value(ty, &said, of));
                }
                object.into()
            }
        }
    }

    fn number(&mut self, name: &str) -> Value {
        let (least, most) = match name {
            "seconds" | "least_seconds" => (120, 3_600),
            "minute" | "locked_minute" => (8 * 60, 16 * 60),
            "plannedMinutes" | "planned_minutes" => (15, 240),
            "startsAt" | "starts_at" => {
                let day = 86_400_000;
                return json!(super::stage::NOW.0 + day * (1 + i64::try_from(self.below(30)).unwrap()));
            }
            _ => (1, 9),
        };
        (least + self.below(most - least)).into()
    }

    fn text(&mut self, name: &str, of: &str) -> Value {
        let one = |all: &[&str], at: usize| Value::from(all[at % all.len()]);
        let at = self.below(1_000);
        match name {
            // A proposal that is none is passed over.
            "key" if of.starts_with("agenda_prepare") => {
                let topics = &self.own.topics;
                self.is_empty |= topics.is_empty();
                topics.get(at % topics.len().max(1)).cloned().into()
            }
            "key" | "keys" => self.pick(|choice| choice.findings.clone()),
            "day" | "due_on" | "review_on" | "held_on" => {
                one(&["2026-11-20", "2026-11-23", "2026-12-03", "2027-01-31"], at)
            }
            "agenda" => one(&["half-day", "short", "two-sessions", "cross-functional", "review"], at),
            "recurrence" => one(&["RRULE:FREQ=WEEKLY", "RRULE:FREQ=MONTHLY;BYDAY=1MO", "RRULE:FREQ=DAILY;COUNT=9"], at),
            "time_zone" => one(&["Europe/Paris", "UTC", "America/Montreal"], at),
            "tally" => one(&["0 0 1 3 2 1", "0 0 0 2 2 4", "1 1 1 1 1 1"], at),
            "email" => format!("p{at}@exemple.fr").into(),
            "url" => format!("https://exemple.fr/{at}").into(),
            "text" => {
                // Moves of the paper wall.
                let (numbers, letters) = (self.own.some("tasks", "number"), self.own.some("roles", "letter"));
                let (number, letter) = (self.below(numbers.len()), self.below(letters.len()));
                let (Some(number), Some(letter)) = (numbers.get(number), letters.get(letter)) else {
                    self.is_empty = true;
                    return Value::Null;
                };
                format!("{number} {letter}, {number} ?, {number} {letter}").into()
            }
            _ => one(&["Écrire", "Ouvrir les accès", "Q", "Zoë & l’équipe", "Plan B"], at),
        }
    }
}

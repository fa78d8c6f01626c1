//! Filled forms as blind entries of their workshop: slips of the silent round, needs and offers of the contract
//! round, all hidden until they are revealed.

use std::collections::{BTreeMap, BTreeSet};

use couloir_core::contract::ContractState;
use couloir_core::responsibility::SLIPS_MAX;
use couloir_core::role::RoleId;
use couloir_core::{Contents, TITLE_MAX};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use specta::Type;

use super::{Ask, FilledForm};
use crate::{Error, Result};

/// What became of one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FormState {
    /// Its answers are taken.
    Taken,
    /// All its answers are there already.
    Known,
    /// It holds no answer.
    Blank,
    /// It is of another workshop.
    OtherWorkshop,
    /// Its role is gone.
    RoleGone,
    /// The file cannot be read as a form.
    Unreadable,
}

/// What a form brings and what is left of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct FormReport {
    /// The file's name.
    pub file: String,
    pub state: FormState,
    /// The role that answers, as it is called now, or as it was called.
    pub role: String,
    pub slips: u32,
    pub needs: u32,
    pub offers: u32,
    /// Answers that are there already, from another form or from before.
    pub same: u32,
    /// Another form of this role was read before this one.
    pub is_second: bool,
    /// Rows added by hand, from 1; they count for the question above.
    pub added_rows: Vec<u32>,
    /// Questions about roles that are gone, with their answers left.
    pub gone: Vec<String>,
    /// Rows whose answer is longer than an entry may be; left.
    pub too_long: Vec<u32>,
    /// Cells with a text that answers nothing; left.
    pub left: Vec<String>,
    /// Why the file cannot be read, in the user's words.
    pub reason: String,
}

/// Blind entries of several forms, ready to join their workshop as one step.
#[derive(Clone, Debug, PartialEq)]
pub struct Gathered {
    /// For [`couloir_core::Library::workshop_import`].
    pub archive: Map<String, Value>,
    pub reports: Vec<FormReport>,
}

impl Gathered {
    /// Entries that would be new.
    pub fn count(&self) -> u32 {
        self.reports.iter().map(|one| one.slips + one.needs + one.offers).sum()
    }
}

/// What counts as the same answer: capitals, spaces and a full stop make no difference.
fn folded(text: &str) -> String {
    text.trim_end_matches(['.', ' ']).split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Reads what `forms` (names with what was read) say for a workshop.
///
/// # Errors
/// [`Error::TooManyRows`] when they hold more slips than a workshop.
pub fn gather(
    contents: &Contents,
    forms: &[(String, Result<FilledForm>)],
    sentence: impl Fn(&Error) -> String,
) -> Result<Gathered> {
    let mut known = known(contents);
    let mut slips = Vec::new();
    let mut contracts = Vec::new();
    let mut reports = Vec::new();
    let mut read: BTreeSet<RoleId> = BTreeSet::new();
    for (file, form) in forms {
        let mut report = FormReport {
            file: file.clone(),
            state: FormState::Unreadable,
            role: String::new(),
            slips: 0,
            needs: 0,
            offers: 0,
            same: 0,
            is_second: false,
            added_rows: Vec::new(),
            gone: Vec::new(),
            too_long: Vec::new(),
            left: Vec::new(),
            reason: String::new(),
        };
        match form {
            Err(error) => report.reason = sentence(error),
            Ok(form) => {
                report.role.clone_from(&form.role_name);
                report.state = match contents.roles.iter().find(|role| role.id == form.role_id) {
                    _ if form.workshop_id != contents.workshop.id => FormState::OtherWorkshop,
                    None => FormState::RoleGone,
                    Some(role) => {
                        report.role = format!("{} {}", role.letter, role.name);
                        report.is_second = !read.insert(role.id.clone());
                        take(contents, form, &mut report, &mut known, &mut slips, &mut contracts)
                    }
                };
            }
        }
        reports.push(report);
    }
    if contents.slips.len() + slips.len() > SLIPS_MAX {
        return Err(Error::TooManyRows(u32::try_from(SLIPS_MAX).unwrap_or(u32::MAX)));
    }
    let mut archive = Map::new();
    archive.insert("format".to_owned(), "couloir".into());
    archive.insert("version".to_owned(), 1.into());
    archive.insert("workshop".to_owned(), json!({ "id": contents.workshop.id }));
    archive.insert("slips".to_owned(), slips.into());
    archive.insert("contracts".to_owned(), contracts.into());
    Ok(Gathered { archive, reports })
}

/// Who said what already, in slips and on lines that were not dropped.
type Known = BTreeMap<(RoleId, Ask), BTreeSet<String>>;

fn known(contents: &Contents) -> Known {
    let mut known = Known::new();
    let mut add = |author: &RoleId, ask: Ask, text: &str| {
        known.entry((author.clone(), ask)).or_default().insert(folded(text));
    };
    for slip in &contents.slips {
        add(&slip.author_id, ask_of(&slip.author_id, slip.role_id.as_ref()), &slip.title);
    }
    for line in contents.contracts.iter().filter(|line| line.state != ContractState::Dropped) {
        if let Some(need) = &line.need {
            add(&line.receiver_id, Ask::Need(line.giver_id.clone()), need);
        }
        if let Some(offer) = &line.offer {
            add(&line.giver_id, Ask::Offer(line.receiver_id.clone()), offer);
        }
    }
    known
}

fn ask_of(author: &RoleId, role: Option<&RoleId>) -> Ask {
    match role {
        None => Ask::Nobody,
        Some(role) if role == author => Ask::Mine,
        Some(role) => Ask::Of(role.clone()),
    }
}

fn take(
    contents: &Contents,
    form: &FilledForm,
    report: &mut FormReport,
    known: &mut Known,
    slips: &mut Vec<Value>,
    contracts: &mut Vec<Value>,
) -> FormState {
    report.left.clone_from(&form.left);
    report.added_rows.clone_from(&form.added);
    let me = &form.role_id;
    for answer in &form.answers {
        // A long answer in several lines is one entry.
        let text = answer.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if answer.ask.role().is_some_and(|id| !contents.roles.iter().any(|role| role.id == *id)) {
            if !report.gone.contains(&answer.question) {
                report.gone.push(answer.question.clone());
            }
            continue;
        }
        if text.chars().count() > TITLE_MAX as usize {
            report.too_long.push(answer.row);
            continue;
        }
        // A form whose own role stands among the others, after roles were merged.
        if answer.ask.role() == Some(me) && !matches!(answer.ask, Ask::Of(_)) {
            report.left.push(format!("B{}", answer.row));
            continue;
        }
        let ask = if answer.ask.role() == Some(me) { Ask::Mine } else { answer.ask.clone() };
        if !known.entry((me.clone(), ask.clone())).or_default().insert(folded(&text)) {
            report.same += 1;
            continue;
        }
        let slip = |role: Option<&RoleId>| json!({ "author_id": me, "role_id": role, "title": text, "is_revealed": 0 });
        match &ask {
            Ask::Mine => slips.push(slip(Some(me))),
            Ask::Of(role) => slips.push(slip(Some(role))),
            Ask::Nobody => slips.push(slip(None)),
            Ask::Need(giver) => {
                contracts.push(json!({ "giver_id": giver, "receiver_id": me, "need": text, "is_revealed": 0 }))
            }
            Ask::Offer(receiver) => {
                contracts.push(json!({ "giver_id": me, "receiver_id": receiver, "offer": text, "is_revealed": 0 }))
            }
        }
        match ask {
            Ask::Need(_) => report.needs += 1,
            Ask::Offer(_) => report.offers += 1,
            _ => report.slips += 1,
        }
    }
    if report.slips + report.needs + report.offers > 0 {
        FormState::Taken
    } else if report.same > 0 {
        FormState::Known
    } else {
        FormState::Blank
    }
}

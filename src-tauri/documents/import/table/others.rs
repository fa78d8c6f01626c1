//! Rows as steps, responsibilities, lines of contracts and links.

use couloir_messages::{Language, text};

use super::super::columns::Meaning;
use super::super::plan::{Entry, EntryKind};
use super::super::warning::WarningKind;
use super::people::lines;
use super::{Cells, Reader};

impl Reader {
    /// The role of a row: by its name, by its letter where it has no name, else that of the section.
    fn owner(&mut self, cells: &Cells<'_>) -> Option<String> {
        let name = cells.get(&Meaning::Role);
        if !name.is_empty() {
            return self.role_of(cells.line(), name);
        }
        self.roles.of_cell(cells.get(&Meaning::Letter)).or_else(|| self.section.clone())
    }

    pub(super) fn step(&mut self, cells: &Cells<'_>) -> bool {
        let title = cells.get(&Meaning::Step);
        if title.is_empty() {
            return false;
        }
        let role = self.owner(cells);
        let entry = Entry::new(cells.line(), EntryKind::Step, title).detail(&cells.detail()).of_role(role);
        let key = self.plan.push(entry);
        self.steps.entry(title.to_owned()).or_insert_with(|| key.clone());
        self.remember(EntryKind::Step, cells.get(&Meaning::Number), &key, cells);
        true
    }

    pub(super) fn responsibility(&mut self, cells: &Cells<'_>) -> bool {
        let role = self.owner(cells);
        let texts: Vec<&str> = cells.all(&Meaning::Responsibility).map(|(_, text)| text).collect();
        let mut titles: Vec<String> = texts.into_iter().flat_map(lines).collect();
        if titles.is_empty() {
            return false;
        }
        let detail = cells.detail();
        let first = titles.remove(0);
        let mut tags = Vec::new();
        for (_, cell) in cells.all(&Meaning::Tags) {
            tags.extend(cell.split([',', ';', '\n']).map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()));
        }
        let mut entry =
            Entry::new(cells.line(), EntryKind::Responsibility, &first).detail(&detail).of_role(role.clone());
        entry.tags = tags;
        self.plan.push(entry);
        for title in titles {
            self.plan.push(Entry::new(cells.line(), EntryKind::Responsibility, &title).of_role(role.clone()));
        }
        true
    }

    pub(super) fn contract(&mut self, cells: &Cells<'_>) -> bool {
        let line = cells.line();
        let giver = self.role_of(line, cells.get(&Meaning::Giver));
        let receiver = self.role_of(line, cells.get(&Meaning::Receiver));
        let (offer, need) = (cells.get(&Meaning::Offer), cells.get(&Meaning::Need));
        if giver.is_none() || receiver.is_none() || giver == receiver || (offer.is_empty() && need.is_empty()) {
            let subject = [offer, need].concat();
            self.plan.warn(line, WarningKind::ValueLeft, &subject);
            return false;
        }
        // A row with both is one line, matched already.
        let (kind, wording) = if offer.is_empty() { (EntryKind::Need, need) } else { (EntryKind::Offer, offer) };
        let mut entry = Entry::new(line, kind, wording).of_role(giver);
        entry.receiver = receiver;
        if !offer.is_empty() {
            entry = entry.with("need", need);
        }
        entry = entry.with("mode", mode_of(cells.get(&Meaning::Mode)).unwrap_or_default());
        entry = entry.with("cadence", cells.get(&Meaning::Cadence)).with("fulfilment", cells.get(&Meaning::Fulfilment));
        self.plan.push(entry);
        true
    }

    pub(super) fn resource(&mut self, cells: &Cells<'_>) -> bool {
        let url = cells.get(&Meaning::Url);
        let title = [cells.get(&Meaning::Resource), url].into_iter().find(|text| !text.is_empty());
        let Some(title) = title else { return false };
        let role = self.owner(cells);
        let entry = Entry::new(cells.line(), EntryKind::Resource, title).detail(&cells.detail()).of_role(role);
        self.plan.push(entry.with("url", url).with("heading", cells.get(&Meaning::Heading)));
        true
    }
}

fn mode_of(cell: &str) -> Option<&'static str> {
    // Beside the words of today those of earlier versions, whose tables are still about.
    let modes: [(&str, &str, &[&str]); 4] = [
        ("collaboration", "contract-mode-collaboration", &["ensemble", "together"]),
        ("as_a_service", "contract-mode-as-a-service", &[]),
        ("facilitation", "contract-mode-facilitation", &[]),
        ("approval", "contract-mode-approval", &["approbation"]),
    ];
    let cell = cell.trim().to_lowercase();
    let is = |key: &str| Language::ALL.iter().any(|language| text(*language, key, &[]).to_lowercase() == cell);
    modes.into_iter().find(|(mode, key, old)| *mode == cell || is(key) || old.contains(&&*cell)).map(|(mode, ..)| mode)
}

//! The block that a parked item was: kept whole, and a block again when it goes back into a meeting.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::BacklogItem;
use crate::agenda::{AgendaItem, AgendaItemId, keep, restore};
use crate::contract::Contract;
use crate::meeting::Meeting;
use crate::outcome::{Reference, ReferenceId};
use crate::person::Person;
use crate::responsibility::Responsibility;
use crate::role::Role;
use crate::task::Task;
use crate::{Record, Result, Tx};

/// What is kept of a block: its fields, and what it was linked to besides findings.
#[derive(Serialize, Deserialize)]
struct Block {
    item: Map<String, Value>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Link {
    Task(String),
    Contract(String),
    Responsibility(String),
}

/// A block and its links as they are kept.
pub(super) fn kept(item: &AgendaItem, references: &[Reference]) -> Result<String> {
    let links = references.iter().filter_map(|reference| {
        let task = reference.task_id.as_ref().map(|id| Link::Task(id.0.clone()));
        let contract = || reference.contract_id.as_ref().map(|id| Link::Contract(id.0.clone()));
        let responsibility = || reference.responsibility_id.as_ref().map(|id| Link::Responsibility(id.0.clone()));
        task.or_else(contract).or_else(responsibility)
    });
    Ok(serde_json::to_string(&Block { item: keep(item)?, links: links.collect() })?)
}

/// Takes a parked item into a meeting: inserts the block it was, or a plain one, with the words it has now and its
/// links as far as they still lead anywhere, and takes it off the parking lot. `shape` says where and how it stands.
pub(crate) fn scheduled(
    tx: &Tx<'_>,
    parked: BacklogItem,
    meeting: &Meeting,
    shape: impl FnOnce(AgendaItem) -> AgendaItem,
) -> Result<AgendaItemId> {
    let findings: Vec<String> = parked.findings().map(str::to_owned).collect();
    let id = AgendaItemId(tx.new_id());
    let mut item = AgendaItem::planned(id.clone(), meeting, String::new(), parked.seconds, tx.now());
    let mut links = Vec::new();
    if let Some(block) = &parked.block {
        let block: Block = serde_json::from_str(block)?;
        item = restore(&item, block.item)?;
        links = block.links;
    }
    // Whoever was to lead may have left since.
    let role = item.presenter_role_id.take();
    item.presenter_role_id = role.filter(|id| is_there::<Role>(tx, id.as_str()));
    let person = item.presenter_person_id.take();
    item.presenter_person_id = person.filter(|id| is_there::<Person>(tx, id.as_str()));
    let item = shape(AgendaItem {
        title: parked.title,
        detail: parked.detail,
        seconds: parked.seconds,
        least_seconds: item.least_seconds.min(parked.seconds),
        created_at: parked.created_at,
        ..item
    });
    tx.insert(&item)?;
    let blank = || Reference::of_item(ReferenceId(tx.new_id()), meeting.workshop_id.clone(), id.clone());
    for finding in findings {
        tx.insert(&Reference { finding: Some(finding), ..blank() })?;
    }
    for link in links {
        match link {
            Link::Task(to) if is_there::<Task>(tx, &to) => {
                tx.insert(&Reference { task_id: Some(to.as_str().into()), ..blank() })?;
            }
            Link::Contract(to) if is_there::<Contract>(tx, &to) => {
                tx.insert(&Reference { contract_id: Some(to.as_str().into()), ..blank() })?;
            }
            Link::Responsibility(to) if is_there::<Responsibility>(tx, &to) => {
                tx.insert(&Reference { responsibility_id: Some(to.as_str().into()), ..blank() })?;
            }
            _ => {}
        }
    }
    tx.delete::<BacklogItem>(&parked.id)?;
    Ok(id)
}

fn is_there<R: Record>(tx: &Tx<'_>, id: &str) -> bool {
    tx.get::<R>(id).is_ok()
}

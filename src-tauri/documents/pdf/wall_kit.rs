//! The wall kit: lane headers, a card a task, blank cards, slips for needs and offers.

use couloir_core::Contents;
use serde::Serialize;
use serde_json::Value;

use super::role::holders;
use super::task::{self, TaskView};
use super::view::{RoleView, View, Words, envelope};
use crate::{Request, Result};

/// Cards on a sheet: 2 × 4, whatever the paper.
const CARDS: usize = 8;

#[derive(Serialize)]
struct Body {
    words: Value,
    lanes: Vec<Lane>,
    /// Sheets of cards.
    sheets: Vec<Vec<TaskView>>,
    blanks: usize,
}

#[derive(Serialize)]
struct Lane {
    role: Option<RoleView>,
    name: String,
    holders: String,
    mandate: String,
}

pub(super) fn data(contents: &Contents, request: &Request) -> Result<View> {
    let words = Words::of(request);
    let mut lanes = vec![Lane {
        role: None,
        name: words.get("unassigned"),
        holders: words.get("to-assign"),
        mandate: String::new(),
    }];
    lanes.extend(contents.roles.iter().map(|role| {
        let holders = holders(contents, request, words, role);
        Lane {
            role: Some(role.into()),
            name: role.name.clone(),
            holders: if holders.is_empty() { words.get("role-vacant") } else { shorten(&holders.join(", "), 150) },
            mandate: shorten(&role.mandate, 500),
        }
    }));
    let mut tasks: Vec<_> = contents.tasks.iter().collect();
    tasks.sort_by_key(|task| task.number);
    let cards: Vec<TaskView> = tasks
        .into_iter()
        .map(|task| {
            let view = task::view(contents, words, task);
            TaskView { detail: shorten(&view.detail, 160), step: shorten(&view.step, 50), ..view }
        })
        .collect();
    let body = Body {
        words: words.all(&[
            "kit-lanes",
            "kit-cards",
            "kit-blanks",
            "kit-needs",
            "kit-offers",
            "kit-need",
            "kit-offer",
            "kit-by-role",
            "kit-of-role",
            "kit-sign",
            "kit-role",
        ]),
        lanes,
        sheets: cards.chunks(CARDS).map(<[TaskView]>::to_vec).collect(),
        blanks: CARDS,
    };
    Ok(View { template: "wall-kit.typ", data: envelope(contents, request, &contents.workshop.title, body)? })
}

/// A card has only so much room below its title; what does not fit ends with an ellipsis.
fn shorten(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let kept: String = text.chars().take(most).collect();
    let end = kept.rfind(' ').filter(|end| *end > most / 2).unwrap_or(kept.len());
    format!("{}…", kept[..end].trim_end())
}

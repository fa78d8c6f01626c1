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
    poster: Poster,
}

/// The pair matrix for the wall, on sheets that are taped together edge to edge.
#[derive(Serialize)]
struct Poster {
    /// Sheets in a row and in a column.
    across: usize,
    down: usize,
    tiles: Vec<Tile>,
}

#[derive(Serialize)]
struct Tile {
    /// Where the sheet hangs, as *B2*: column letter, row number.
    place: String,
    /// Rows of cells; the last sheets have fewer.
    cells: Vec<Vec<Square>>,
}

/// A cell of the poster.
#[derive(Clone, Serialize)]
struct Square {
    /// `corner`, `giver`, `receiver`, `pair` or `self`.
    kind: &'static str,
    giver: Option<RoleView>,
    receiver: Option<RoleView>,
    /// *2 of 4 agreed*, where there are lines.
    score: String,
}

/// Most cells of the poster on a sheet: across and down.
const TILE: (usize, usize) = (3, 4);

fn poster(contents: &Contents, words: Words) -> Poster {
    let roles = &contents.roles;
    let square = |row: usize, column: usize| {
        let (giver, receiver) = (row.checked_sub(1).map(|at| &roles[at]), column.checked_sub(1).map(|at| &roles[at]));
        let lines = super::contract::live(contents)
            .filter(|line| Some(&line.giver_id) == giver.map(|role| &role.id))
            .filter(|line| Some(&line.receiver_id) == receiver.map(|role| &role.id));
        let (mut all, mut agreed) = (0_u32, 0_u32);
        for line in lines {
            all += 1;
            agreed += u32::from(line.state == couloir_core::contract::ContractState::Agreed);
        }
        let kind = match (giver, receiver) {
            (None, None) => "corner",
            (Some(_), None) => "giver",
            (None, Some(_)) => "receiver",
            (Some(a), Some(b)) if a.id == b.id => "self",
            _ => "pair",
        };
        let score = if kind == "pair" && all > 0 {
            words.with("kit-poster-score", &[("agreed", agreed.into()), ("lines", all.into())])
        } else {
            String::new()
        };
        Square { kind, giver: giver.map(Into::into), receiver: receiver.map(Into::into), score }
    };
    let side = roles.len() + 1;
    let (across, down) = (side.div_ceil(TILE.0), side.div_ceil(TILE.1));
    // The sheets share the cells out, so that none is nearly empty.
    let (wide, high) = (side.div_ceil(across), side.div_ceil(down));
    let tiles = (0..down * across)
        .map(|at| {
            let (tile_row, tile_column) = (at / across, at % across);
            let letter = char::from(b'A' + u8::try_from(tile_column % 26).unwrap_or(0));
            let rows = (tile_row * high)..((tile_row + 1) * high).min(side);
            let columns = (tile_column * wide)..((tile_column + 1) * wide).min(side);
            Tile {
                place: format!("{letter}{}", tile_row + 1),
                cells: rows.map(|row| columns.clone().map(|column| square(row, column)).collect()).collect(),
            }
        })
        .collect();
    Poster { across, down, tiles }
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
            "kit-number",
            "kit-poster",
            "kit-poster-plan",
            "kit-poster-how",
            "kit-poster-gives",
            "kit-poster-gets",
        ]),
        lanes,
        sheets: cards.chunks(CARDS).map(<[TaskView]>::to_vec).collect(),
        blanks: CARDS,
        poster: poster(contents, words),
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

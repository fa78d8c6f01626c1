//! Wide tables on paper: how many roles stand side by side, when the sheet is turned, and where the table is split.

use couloir_core::role::Role;
use serde::Serialize;

use super::view::Words;

/// How a table with a column a role is laid out.
#[derive(Serialize)]
pub(super) struct Spread {
    /// On a turned sheet.
    is_wide: bool,
    /// In figures and marks, where words would leave their cells.
    is_compact: bool,
    /// Runs of roles that stand side by side, each a table of its own.
    blocks: Vec<Block>,
}

#[derive(Serialize)]
struct Block {
    start: usize,
    end: usize,
    /// *Rôles A à N*; shown when there are several.
    label: String,
}

/// Columns that a table has room for. The pages are set in em, so that the counts hold on every paper.
pub(super) struct Room {
    /// On an upright sheet, with words.
    pub(super) upright: usize,
    /// On a turned sheet, with words.
    pub(super) turned: usize,
    /// On a turned sheet, in figures and marks.
    pub(super) compact: usize,
}

/// The table of parts, whose cells are always letters.
pub(super) const RACI: Room = Room { upright: 11, turned: 19, compact: 19 };
/// The matrix of contracts.
pub(super) const MATRIX: Room = Room { upright: 5, turned: 8, compact: 14 };

impl Spread {
    pub(super) fn of(roles: &[Role], room: &Room, words: Words) -> Self {
        let count = roles.len();
        let is_wide = count > room.upright;
        let is_compact = count > room.turned;
        let most = if is_compact { room.compact } else { room.turned };
        // Blocks of about the same width, so that the last one is no stub.
        let width = count.div_ceil(count.div_ceil(most).max(1)).max(1);
        let blocks = (0..count)
            .step_by(width)
            .map(|start| {
                let end = count.min(start + width);
                let args =
                    [("first", roles[start].letter.as_str().into()), ("last", roles[end - 1].letter.as_str().into())];
                Block { start, end, label: words.with("roles-range", &args) }
            })
            .collect();
        Self { is_wide, is_compact, blocks }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use couloir_core::workshop::Language;

    #[test]
    fn blocks_hold_every_role_once_and_are_of_about_the_same_width() {
        let contents = crate::fixture::many_roles(Language::En, 40);
        let words = Words::in_language(Language::En);
        for count in 0..=40 {
            for room in [RACI, MATRIX] {
                let spread = Spread::of(&contents.roles[..count], &room, words);
                let ends: Vec<usize> = spread.blocks.iter().map(|block| block.end).collect();
                let starts: Vec<usize> = spread.blocks.iter().map(|block| block.start).collect();
                let from_zero = std::iter::once(0).chain(ends.iter().copied()).take(ends.len()).collect::<Vec<_>>();
                assert_eq!(starts, from_zero);
                assert_eq!(ends.last().copied().unwrap_or(0), count);
                let widths = spread.blocks.iter().map(|block| block.end - block.start);
                assert!(widths.clone().all(|width| width <= room.compact.max(room.turned)));
                assert!(count == 0 || widths.clone().max().unwrap() - widths.min().unwrap() <= 3, "{count}");
            }
        }
        let spread = Spread::of(&contents.roles, &RACI, words);
        assert_eq!(spread.blocks[1].label, "Roles O to AB");
    }
}

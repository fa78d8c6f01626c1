//! Moves that were made on the paper wall, typed in: `12 d`, `13 a`, `14 ?`.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{Task, TaskId};
use crate::role::{Role, RoleId};
use crate::workshop::WorkshopId;
use crate::{Committed, Error, Library, Operation, Result, Rule, position};

/// Longest text of moves, in characters: a wall of a thousand cards.
pub const WALL_MAX: u32 = 20_000;

/// One move as it was typed, and what it means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct WallMove {
    /// As typed.
    pub said: String,
    /// The card, once its number is known.
    pub task_id: Option<TaskId>,
    /// The lane's role; `None` is *unassigned*, or a lane that is not known.
    pub role_id: Option<RoleId>,
    /// Why it cannot be made.
    pub problem: Option<WallProblem>,
    /// Whether the card stands in that lane already.
    pub is_there: bool,
}

/// Why a typed move cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum WallProblem {
    /// Not a number followed by a letter or `?`.
    Unreadable,
    /// No card has this number.
    UnknownTask,
    /// No lane has this letter.
    UnknownLane,
    /// The same card was sent to another lane further on.
    Repeated,
}

/// What a typed text means on a board. Moves are separated by commas, semicolons, new lines or spaces; a number may
/// have a `#` before it and a sign such as `→`, `=` or `:` after it; case does not matter. Of two moves of one card
/// the later counts, because that is where it hangs now.
pub fn wall_moves(roles: &[Role], tasks: &[Task], text: &str) -> Vec<WallMove> {
    let mut moves: Vec<WallMove> = said(text).into_iter().map(|said| meant(roles, tasks, said)).collect();
    for at in 0..moves.len() {
        let is_repeated = moves[at].problem.is_none()
            && moves[at + 1..].iter().any(|later| later.problem.is_none() && later.task_id == moves[at].task_id);
        if is_repeated {
            moves[at].problem = Some(WallProblem::Repeated);
        }
    }
    moves
}

/// A typed move, cut into number and letters where that could be done.
struct Said {
    text: String,
    parts: Option<(i32, String)>,
}

fn said(text: &str) -> Vec<Said> {
    let mut found = Vec::new();
    for part in text.split([',', ';', '\n', '\r']) {
        let mut words = part
            .split(|c: char| c.is_whitespace() || "#→=:>-".contains(c))
            .flat_map(split_number)
            .filter(|word| !word.is_empty())
            .peekable();
        while let Some(word) = words.next() {
            let number = word.parse::<i32>().ok();
            let letters = words.next_if(|next| number.is_some() && next.parse::<i32>().is_err());
            let text = letters.map_or_else(|| word.to_owned(), |letters| format!("{word} {letters}"));
            found.push(Said { text, parts: number.zip(letters.map(str::to_owned)) });
        }
    }
    found
}

/// `12d` as `12` and `d`.
fn split_number(word: &str) -> [&str; 2] {
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (number, rest) = word.split_at(end);
    [number, rest]
}

fn meant(roles: &[Role], tasks: &[Task], said: Said) -> WallMove {
    let unknown = |problem, task_id| WallMove {
        said: said.text.clone(),
        task_id,
        role_id: None,
        problem: Some(problem),
        is_there: false,
    };
    let Some((number, letters)) = &said.parts else { return unknown(WallProblem::Unreadable, None) };
    let Some(task) = tasks.iter().find(|task| task.number == *number) else {
        return unknown(WallProblem::UnknownTask, None);
    };
    let role = roles.iter().find(|role| role.letter.to_lowercase() == letters.to_lowercase());
    if role.is_none() && letters != "?" {
        return unknown(WallProblem::UnknownLane, Some(task.id.clone()));
    }
    let role_id = role.map(|role| role.id.clone());
    let is_there = task.role_id == role_id;
    WallMove { said: said.text, task_id: Some(task.id.clone()), role_id, problem: None, is_there }
}

impl Library {
    /// What a typed text would move; changes nothing.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TooLong`] beyond [`WALL_MAX`].
    pub fn wall_read(&self, workshop_id: &WorkshopId, text: &str) -> Result<Vec<WallMove>> {
        ensure_short(text)?;
        let contents = self.contents(workshop_id)?;
        Ok(wall_moves(&contents.roles, &contents.tasks, text))
    }

    /// Makes the moves of a typed text that can be made, as one step; each card goes to the end of its lane and
    /// keeps its column. The value is every move with what became of it.
    ///
    /// # Errors
    /// [`Error::NotFound`]; [`Error::TooLong`]; [`Rule::Empty`] when no card would move.
    pub fn wall_move(&mut self, workshop_id: &WorkshopId, text: &str) -> Result<Committed<Vec<WallMove>>> {
        ensure_short(text)?;
        self.commit(Operation::new(workshop_id, "wall-move"), |tx| {
            let (roles, tasks) = (tx.list::<Role>(workshop_id)?, tx.list::<Task>(workshop_id)?);
            let moves = wall_moves(&roles, &tasks, text);
            let mut last = tasks.iter().map(|task| task.position.clone()).max();
            let mut count = 0;
            for one in moves.iter().filter(|one| one.problem.is_none() && !one.is_there) {
                let Some(mut task) = tasks.iter().find(|task| Some(&task.id) == one.task_id.as_ref()).cloned() else {
                    continue;
                };
                task.role_id.clone_from(&one.role_id);
                task.position = position::between(last.as_deref(), None);
                last = Some(task.position.clone());
                tx.update(&task)?;
                count += 1;
            }
            if count == 0 {
                return Err(Error::invalid("moves", Rule::Empty));
            }
            tx.name("count", count);
            Ok(moves)
        })
    }
}

fn ensure_short(text: &str) -> Result<()> {
    if text.chars().count() > WALL_MAX as usize {
        return Err(Error::TooLong { field: "moves", limit: WALL_MAX });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;
    use crate::testing::{contents, workshop};

    /// `number lane problem` of each move, for short tables.
    fn read(text: &str) -> Vec<String> {
        let (library, w) = workshop();
        let now = contents(&library, &w);
        let moves = library.wall_read(&w, text).unwrap();
        let lane = |one: &WallMove| {
            let role = now.roles.iter().find(|role| Some(&role.id) == one.role_id.as_ref());
            role.map_or("?".to_owned(), |role| role.letter.clone())
        };
        let number = |one: &WallMove| {
            now.tasks.iter().find(|task| Some(&task.id) == one.task_id.as_ref()).map_or(0, |task| task.number)
        };
        moves
            .iter()
            .map(|one| match one.problem {
                None if one.is_there => format!("{} {} there", number(one), lane(one)),
                None => format!("{} {}", number(one), lane(one)),
                Some(problem) => format!("{problem:?}: {}", one.said),
            })
            .collect()
    }

    #[test]
    fn moves_are_read_as_people_type_them() {
        assert_eq!(read("1 b, 4 a, 2 ?"), ["1 B", "4 A", "2 ?"]);
        assert_eq!(read("1b;4A\n#2 → ?"), ["1 B", "4 A", "2 ?"]);
        assert_eq!(read("  1   b   4 a "), ["1 B", "4 A"]);
        assert_eq!(read("1=b , , 2:a"), ["1 B", "2 A there"]);
        assert_eq!(read(""), Vec::<String>::new());
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert_eq!(read("99 a"), ["UnknownTask: 99 a"]);
        assert_eq!(read("1 z"), ["UnknownLane: 1 z"]);
        assert_eq!(read("1 b, 1 ?"), ["Repeated: 1 b", "1 ?"]);
        assert_eq!(read("b 1, 12"), ["Unreadable: b", "Unreadable: 1", "Unreadable: 12"]);
        assert_eq!(read("99999999999 a"), ["Unreadable: 99999999999", "Unreadable: a"]);
    }

    #[test]
    fn good_moves_are_one_step_and_wrong_ones_stay_out() {
        let (mut library, w) = workshop();
        let before = contents(&library, &w);
        let done = library.wall_move(&w, "1 b, 4 b, 77 a, 2 a").unwrap();
        assert_eq!(done.value.iter().filter(|one| one.problem.is_none() && !one.is_there).count(), 2);
        let after = contents(&library, &w);
        let lane: Vec<i32> =
            after.tasks.iter().filter(|t| t.role_id == Some(after.roles[1].id.clone())).map(|t| t.number).collect();
        assert_eq!(lane, [1, 4]);
        library.undo(Some(&w)).unwrap();
        assert_eq!(contents(&library, &w).tasks, before.tasks);
        assert!(matches!(library.wall_move(&w, "1 a, 99 b").unwrap_err(), Error::Invalid { rule: Rule::Empty, .. }));
        assert!(matches!(library.wall_read(&w, &"1 a,".repeat(9_000)).unwrap_err(), Error::TooLong { .. }));
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_each_card_moves_once(text in "[0-9a-bA-B?,; \n#é→]{0,60}") {
            let (library, w) = workshop();
            let moves = library.wall_read(&w, &text).unwrap();
            let good: Vec<_> = moves.iter().filter(|one| one.problem.is_none()).map(|one| one.task_id.clone()).collect();
            let mut once = good.clone();
            once.dedup();
            once.sort_by(|a, b| a.as_ref().map(|id| &id.0).cmp(&b.as_ref().map(|id| &id.0)));
            once.dedup();
            prop_assert_eq!(once.len(), good.len());
        }
    }
}

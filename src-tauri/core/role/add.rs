//! Adding a role.

use super::{Role, RoleColor, RoleId};
use crate::workshop::{Workshop, WorkshopId};
use crate::{Committed, Error, Library, Operation, Result, clean_title, position};

/// The most roles a workshop holds: beyond that no lane, grid or page is readable.
pub const ROLES_MAX: usize = 200;

impl Library {
    /// A new role in the last lane, with the next free letter and the next colour.
    ///
    /// # Errors
    /// [`Error::Invalid`] and [`Error::TooLong`] for the name, or beyond [`ROLES_MAX`] roles.
    pub fn role_add(&mut self, workshop_id: &WorkshopId, name: &str) -> Result<Committed<RoleId>> {
        let name = clean_title("name", name)?;
        self.commit(Operation::new(workshop_id, "role-add"), |tx| {
            tx.get::<Workshop>(workshop_id)?;
            let roles: Vec<Role> = tx.list(workshop_id)?;
            if roles.len() >= ROLES_MAX {
                return Err(Error::too_many("role", ROLES_MAX));
            }
            tx.name("name", &name);
            let role = Role {
                id: RoleId(tx.new_id()),
                workshop_id: workshop_id.clone(),
                position: position::between(roles.last().map(|role| role.position.as_str()), None),
                letter: free_letter(&roles),
                name,
                mandate: String::new(),
                color: RoleColor::ALL[roles.len() % RoleColor::ALL.len()],
                first_step: String::new(),
            };
            tx.insert(&role)?;
            Ok(role.id)
        })
    }
}

/// The first of A, B, … Z, AA, AB, … that no role has.
fn free_letter(roles: &[Role]) -> String {
    first_free(|letter| roles.iter().all(|role| role.letter != letter))
}

/// The first of A, B, … Z, AA, AB, … that `is_free`.
pub(crate) fn first_free(is_free: impl Fn(&str) -> bool) -> String {
    (0..).map(letter).find(|letter| is_free(letter)).unwrap_or_default()
}

/// The n-th lane letter: A is 0, Z is 25, AA is 26.
fn letter(n: u32) -> String {
    let last = char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    if n < 26 { last.to_string() } else { format!("{}{last}", letter(n / 26 - 1)) }
}

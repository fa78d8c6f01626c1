//! Hands from zero to five fingers, typed as six counts.

use crate::{Error, Result, Rule};

/// Most hands of one kind in a room.
const HANDS_MAX: u32 = 1_000;
/// Fewer fingers than this are an objection.
const OBJECTION_BELOW: usize = 3;

/// Hands showing 0, 1, 2, 3, 4 and 5 fingers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hands(pub [u32; 6]);

impl Hands {
    /// Reads `0 0 1 3 2 1` (spaces, commas, semicolons or slashes between); `None` for an empty text: no vote.
    ///
    /// # Errors
    /// [`Rule::NotATally`].
    pub fn parse(text: &str) -> Result<Option<Self>> {
        let refused = || Error::invalid("tally", Rule::NotATally);
        let parts: Vec<&str> =
            text.split(|c: char| c.is_whitespace() || ",;/".contains(c)).filter(|part| !part.is_empty()).collect();
        if parts.is_empty() {
            return Ok(None);
        }
        let counts: Vec<u32> = parts.iter().map(|part| part.parse().map_err(|_| refused())).collect::<Result<_>>()?;
        let counts: [u32; 6] = counts.try_into().map_err(|_| refused())?;
        if counts.iter().any(|count| *count > HANDS_MAX) {
            return Err(refused());
        }
        Ok(Some(Self(counts)))
    }

    /// Whether anybody showed fewer than three fingers.
    pub fn has_objection(self) -> bool {
        self.0[..OBJECTION_BELOW].iter().any(|count| *count > 0)
    }
}

impl std::fmt::Display for Hands {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.map(|count| count.to_string()).join(" "))
    }
}

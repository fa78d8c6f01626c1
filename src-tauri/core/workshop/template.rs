//! Built-in examples: whole workshops in archive shape, written by hand in both languages.

use serde_json::{Map, Value};

use super::Language;
use crate::Result;

/// A built-in example that a workshop can start from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Template {
    /// The four roles of an Adobe Journey Optimizer implementation.
    Ajo,
}

impl Template {
    /// Every built-in example.
    pub const ALL: &[Template] = &[Template::Ajo];

    /// The name used on the command line and across the border.
    pub fn id(self) -> &'static str {
        match self {
            Template::Ajo => "ajo",
        }
    }

    /// The example of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|template| template.id() == id)
    }

    /// Its archive as JSON text. Both languages have the same rows under the same ids.
    pub fn source(self, language: Language) -> &'static str {
        match (self, language) {
            (Template::Ajo, Language::Fr) => include_str!("templates/ajo.fr.json"),
            (Template::Ajo, Language::En) => include_str!("templates/ajo.en.json"),
        }
    }

    /// Its archive, ready for [`crate::Library::workshop_from_archive`].
    ///
    /// # Errors
    /// Only if the built-in text is not JSON, which a test excludes.
    pub fn archive(self, language: Language) -> Result<Map<String, Value>> {
        Ok(serde_json::from_str(self.source(language))?)
    }
}

#[cfg(test)]
mod tests;

//! Built-in starts: whole workshops written by hand in both languages.

mod bare;
mod bilingual;
mod calendar;
mod outline;
mod own;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

pub use bare::{LeftOut, LeftOutKind};
pub use outline::{OutlineRole, TemplateOutline};
pub(super) use own::begun;
pub use own::{OwnTemplate, is_template};

use super::Language;
use crate::Result;

/// A built-in workshop that a new one can start from, in the order of the gallery.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type, strum::VariantArray, strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Template {
    /// The four roles of an Adobe Journey Optimizer implementation: the example of the documentation.
    Ajo,
    ProductTeam,
    SoftwareDelivery,
    ProjectKickOff,
    DataPlatform,
    AssociationBoard,
    Event,
    WardOpening,
    MarketingCampaign,
}

impl Template {
    /// Every built-in start.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;

    /// The name used on the command line and across the border.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The start of this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|template| template.id() == id)
    }

    /// Its archive, ready for [`crate::Library::workshop_from_archive`]. Both languages have the same rows under the
    /// same ids.
    ///
    /// # Errors
    /// Only if the built-in text does not read, which a test excludes.
    pub fn archive(self, language: Language) -> Result<Map<String, Value>> {
        let source = match self {
            Template::Ajo => {
                return Ok(serde_json::from_str(match language {
                    Language::Fr => include_str!("templates/ajo.fr.json"),
                    Language::En => include_str!("templates/ajo.en.json"),
                })?);
            }
            Template::ProductTeam => include_str!("templates/product-team.json"),
            Template::SoftwareDelivery => include_str!("templates/software-delivery.json"),
            Template::ProjectKickOff => include_str!("templates/project-kick-off.json"),
            Template::DataPlatform => include_str!("templates/data-platform.json"),
            Template::AssociationBoard => include_str!("templates/association-board.json"),
            Template::Event => include_str!("templates/event.json"),
            Template::WardOpening => include_str!("templates/ward-opening.json"),
            Template::MarketingCampaign => include_str!("templates/marketing-campaign.json"),
        };
        bilingual::archive(source, language)
    }

    /// What it holds, for the gallery.
    ///
    /// # Errors
    /// As [`Self::archive`].
    pub fn outline(self, language: Language) -> Result<TemplateOutline> {
        outline::of(self, &self.archive(language)?)
    }
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod own_tests;

//! Preferences of this laptop: language, theme, and how the console runs.

use couloir_core::Library;
use couloir_core::store::Access;
use couloir_core::workshop::Language;
use serde::{Deserialize, Serialize};
use specta::Type;
use strum::VariantArray;
use tauri::{AppHandle, Manager};
use tauri_specta::Event;

use super::Store;
use crate::shell::MAIN;
use crate::shell::language::of_system;
use crate::worker::language;
use crate::worker::{IpcError, internal};

/// What the facilitator chose, completed by what the system says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
pub struct Settings {
    /// The language of the interface.
    pub language: Language,
    pub theme: Theme,
    /// The console goes on to the next item by itself when the time is up.
    pub advances: bool,
    /// A tone at the end of a block.
    pub sounds: bool,
    /// Columns of the agenda that are not shown, separated by spaces.
    pub hidden_columns: String,
    /// How Home puts the workshops in order.
    pub home_by: HomeBy,
    /// How large the console is drawn, in percent, one of [`ZOOMS`].
    pub zoom: u16,
}

/// How large the console can be drawn, in percent.
pub const ZOOMS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// How Home puts the workshops in order.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type, strum::VariantArray, strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum HomeBy {
    /// The one opened or changed last first.
    #[default]
    Recent,
    Title,
    /// By client, under its name.
    Client,
    /// By the day of the next meeting.
    Day,
}

/// Light, dark, or as the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// Preferences changed; every window follows at once.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct SettingsChanged(pub Settings);

/// The preferences now.
#[tauri::command]
#[specta::specta]
pub async fn settings_read(app: AppHandle, store: Store<'_>) -> Result<Settings, IpcError> {
    let settings = store.read(read).await?;
    draw_at(&app, settings.zoom);
    Ok(settings)
}

/// Changes the preferences.
#[tauri::command]
#[specta::specta]
pub async fn settings_write(app: AppHandle, store: Store<'_>, settings: Settings) -> Result<(), IpcError> {
    let zoom = nearest_zoom(settings.zoom);
    let settings = Settings { zoom, ..settings };
    draw_at(&app, zoom);
    let changed = SettingsChanged(settings.clone());
    store
        .note(move |library| {
            // Where nothing can be saved, the language and the theme still follow, as long as the window is open.
            if library.access() != Access::Full {
                return Ok(());
            }
            library.set_settings(&[
                ("language", settings.language.tag()),
                ("theme", settings.theme.tag()),
                ("advances", if settings.advances { "yes" } else { "no" }),
                ("sounds", if settings.sounds { "yes" } else { "no" }),
                ("hidden-columns", &settings.hidden_columns),
                ("home-by", settings.home_by.into()),
                ("zoom", &settings.zoom.to_string()),
            ])
        })
        .await?;
    changed.emit(&app).map_err(|error| internal(&error))
}

/// The language of the interface.
pub(super) fn language(library: &Library) -> couloir_core::Result<Language> {
    Ok(match library.setting("language")?.as_deref() {
        Some("fr") => Language::Fr,
        Some("en") => Language::En,
        _ => language::to_workshop(of_system()),
    })
}

fn read(library: &Library) -> couloir_core::Result<Settings> {
    let language = language(library)?;
    let theme = match library.setting("theme")?.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    };
    let advances = library.setting("advances")?.as_deref() == Some("yes");
    let sounds = library.setting("sounds")?.as_deref() == Some("yes");
    let hidden_columns = library.setting("hidden-columns")?.unwrap_or_default();
    let home_by = library.setting("home-by")?.unwrap_or_default();
    // What a later version wrote and this one does not know counts as nothing chosen.
    let home_by = HomeBy::VARIANTS.iter().copied().find(|by| <&str>::from(by) == home_by).unwrap_or_default();
    let zoom = library.setting("zoom")?.and_then(|zoom| zoom.parse().ok()).map_or(100, nearest_zoom);
    Ok(Settings { language, theme, advances, sounds, hidden_columns, home_by, zoom })
}

/// Draws the console larger or smaller. The projector's picture fills its wall whatever the console prefers.
fn draw_at(app: &AppHandle, zoom: u16) {
    if let Some(Err(error)) = app.get_webview_window(MAIN).map(|window| window.set_zoom(f64::from(zoom) / 100.0)) {
        tracing::warn!("the console keeps its size: {error}");
    }
}

/// The known size next to one that a later version, or a hand, may have written.
fn nearest_zoom(zoom: u16) -> u16 {
    ZOOMS.into_iter().min_by_key(|known| known.abs_diff(zoom)).unwrap_or(100)
}

impl Theme {
    fn tag(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_always_one_that_the_window_offers() {
        for (given, drawn) in [(0, 80), (100, 100), (113, 110), (160, 150), (u16::MAX, 200)] {
            assert_eq!(nearest_zoom(given), drawn);
        }
    }
}

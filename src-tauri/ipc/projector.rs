//! What the room sees: the projector's window asks for a projection of public fields, and can call nothing else.

use std::sync::{Mutex, PoisonError};

use couloir_core::analysis::clock::Clock;
use couloir_core::analysis::projection::{Projection, projection};
use couloir_core::workshop::WorkshopId;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, State};
use tauri_specta::Event;

use super::Store;
use crate::shell::PROJECTOR;
use crate::shell::projector;
use crate::worker::{IpcError, internal};

/// The commands that the projector's window may call; none of them writes.
const PROJECTED: &[&str] = &["projector_state", "projector_view", "projector_clock", "settings_read"];

/// Whether a window may call a command: the one place where the projector is kept from everything else.
pub fn may_call(window: &str, command: &str) -> bool {
    window != PROJECTOR || PROJECTED.contains(&command)
}

/// Which picture the room is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type, strum::VariantArray)]
#[serde(rename_all = "snake_case")]
pub enum Scene {
    /// The block under way, the clock and what comes.
    #[default]
    Agenda,
    /// The clock alone.
    Timer,
    /// What is to be done now, as large as it can be.
    Instruction,
    Board,
    /// The grid of roles.
    Contracts,
    /// What two roles owe each other.
    Pair,
    Radar,
    Decision,
    /// Who is writing, and how much, never what.
    Silent,
    /// Who has not had the floor.
    Unheard,
}

/// What the console has set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Type)]
pub struct ProjectorState {
    pub workshop_id: Option<WorkshopId>,
    pub scene: Scene,
    /// Letters of the two roles of the scene of a pair.
    pub pair: Option<(String, String)>,
    /// The page of a scene that does not fit on one, from 0; `None`: the pages take turns.
    pub page: Option<u32>,
    /// The picture changes with the console's screen.
    pub follows: bool,
    /// The picture stays as it is.
    pub is_frozen: bool,
    /// Nothing is shown.
    pub is_blank: bool,
}

/// Kept as long as the program runs.
#[derive(Default)]
pub struct Projector(Mutex<ProjectorState>);

impl Projector {
    fn get(&self) -> ProjectorState {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The data of the projection may have changed: look again.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct ProjectionChanged;

/// The console chose another picture.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct ProjectorChanged(pub ProjectorState);

/// Opens the projector's window.
#[tauri::command]
#[specta::specta]
pub async fn projector_open(app: AppHandle) -> Result<(), IpcError> {
    projector::open(&app).map_err(|error| internal(&error))
}

/// Closes the projector's window.
#[tauri::command]
#[specta::specta]
pub async fn projector_close(app: AppHandle) -> Result<(), IpcError> {
    projector::close(&app).map_err(|error| internal(&error))
}

/// Draws the eye to the console when it is hidden, as the system does it; nothing while it is in front.
#[tauri::command]
#[specta::specta]
pub async fn attention_ask(app: AppHandle) -> Result<(), IpcError> {
    projector::ask_attention(&app).map_err(|error| internal(&error))
}

/// What the console has set; the window itself may be closed.
#[tauri::command]
#[specta::specta]
pub async fn projector_state(state: State<'_, Projector>) -> Result<ProjectorState, IpcError> {
    Ok(state.get())
}

/// Sets what the room is shown; answers whether the window is open.
#[tauri::command]
#[specta::specta]
pub async fn projector_set(
    app: AppHandle,
    state: State<'_, Projector>,
    next: ProjectorState,
) -> Result<bool, IpcError> {
    *state.0.lock().unwrap_or_else(PoisonError::into_inner) = next.clone();
    ProjectorChanged(next).emit(&app).map_err(|error| internal(&error))?;
    Ok(projector::is_open(&app))
}

/// The public projection of the workshop shown; none when no workshop is.
#[tauri::command]
#[specta::specta]
pub async fn projector_view(store: Store<'_>, state: State<'_, Projector>) -> Result<Option<Projection>, IpcError> {
    let Some(id) = state.get().workshop_id else { return Ok(None) };
    store.analyse(id, |contents, at| Ok(Some(projection(contents, at)))).await
}

/// The clock of the meeting in progress.
#[tauri::command]
#[specta::specta]
pub async fn projector_clock(store: Store<'_>, state: State<'_, Projector>) -> Result<Option<Clock>, IpcError> {
    let Some(id) = state.get().workshop_id else { return Ok(None) };
    store.read(move |library| library.running_clock(&id)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_projector_may_only_look() {
        for command in ["task_move", "outcome_add", "workshop_open", "undo", "projector_set", "meeting_clock"] {
            assert!(!may_call(PROJECTOR, command), "{command}");
            assert!(may_call("main", command));
        }
        assert!(may_call(PROJECTOR, "projector_view"));
    }
}

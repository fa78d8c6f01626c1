//! What the operating system sees of Couloir: windows, native dialogs, paths, clock, language and log.

pub mod clock;
pub mod closing;
pub mod language;
pub mod log;
pub mod paths;
pub mod picker;
pub mod projector;
pub mod viewer;

/// Label of the facilitator's window.
pub const MAIN: &str = "main";
/// Label of the room's window, which may look and never write.
pub const PROJECTOR: &str = "projector";

//! What the operating system sees of Couloir: windows, native dialogs, paths, clock, language and log.

pub mod clock;
pub mod closing;
pub mod language;
pub mod laptop;
pub mod log;
pub mod paths;
pub mod picker;
pub mod place;
pub mod projector;
pub mod proving;
pub mod viewer;

/// What a test put into the environment to stand for the world outside; the shipped program does not look.
pub fn hook(name: &str) -> Option<std::ffi::OsString> {
    if cfg!(debug_assertions) { std::env::var_os(name) } else { None }
}

/// Label of the facilitator's window.
pub const MAIN: &str = "main";
/// Label of the room's window, which may look and never write.
pub const PROJECTOR: &str = "projector";

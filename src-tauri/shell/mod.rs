//! What the operating system sees of Couloir: windows, native dialogs, paths, clock, log and command line.

pub mod clock;
pub mod command_line;
pub mod language;
pub mod log;
pub mod moments;
pub mod paths;
pub mod picker;
pub mod projector;
pub mod sentence;
pub mod store_thread;
pub mod viewer;
pub mod window;

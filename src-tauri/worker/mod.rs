//! What both borders (the window's commands and the command line) stand on: the store thread with its events, the
//! border's error, and words for what the core says in codes. It knows no window and no operating system.

pub mod conflict;
mod error;
mod event;
pub mod keeper;
pub mod language;
pub mod moments;
pub mod offer;
pub mod sentence;
pub mod store_thread;

pub use error::{IpcError, LAST_INCIDENT, internal};
pub use event::WorkshopChanged;
pub use store_thread::{Receipt, StoreThread};

//! Couloir: start-up and wiring.
//!
//! With a command the program answers it and ends, without a display; with none it opens the window.

mod command_line;
pub mod ipc;
mod shell;
mod start;
pub mod worker;

use std::process::ExitCode;

use command_line::Invocation;

/// Starts the program with the arguments of the process. `context` is made only when a window opens.
pub fn start(context: impl FnOnce() -> tauri::Context) -> ExitCode {
    match command_line::parse(std::env::args_os()) {
        Invocation::Answered(code) => code,
        Invocation::Command(command, data) => command_line::run(command, &data),
        Invocation::Window(opening) => start::run(context(), opening),
    }
}

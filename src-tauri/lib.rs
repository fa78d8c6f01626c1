//! The desktop shell: start-up and wiring.
//!
//! With a command the program answers it and ends, without a display; with none it opens the window.

pub mod ipc;
pub mod shell;

use std::process::ExitCode;

use shell::command_line::{self, Invocation};

/// Starts the program with the arguments of the process. `context` is made only when a window opens.
pub fn start(context: impl FnOnce() -> tauri::Context) -> ExitCode {
    match command_line::parse(std::env::args_os()) {
        Invocation::Answered(code) => code,
        Invocation::Command(command, data) => command_line::run(command, &data),
        Invocation::Window(data, file) => shell::window::run(context(), data, file),
    }
}

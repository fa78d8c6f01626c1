//! The program `couloir`: the window, or one command of the command line.
#![cfg_attr(all(not(debug_assertions), target_os = "windows"), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    couloir::start(|| tauri::generate_context!())
}

//! Lets Tauri read `tauri.conf.json` and prepare the platform's resources.

fn main() {
    tauri_build::build();
}

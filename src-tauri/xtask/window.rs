//! A display for the window: the real one, or a virtual one of our own.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::process::{Done, run};

/// A virtual display that ends with this value.
pub struct VirtualDisplay {
    server: Child,
    /// As in `DISPLAY`.
    pub name: String,
}

/// Whether a window can open on a display that is already there.
pub fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

impl VirtualDisplay {
    /// Starts a server on the first free number.
    pub fn start(size: &str) -> Done<Self> {
        let number = (90..200)
            .find(|n| {
                !Path::new(&format!("/tmp/.X11-unix/X{n}")).exists() && !Path::new(&format!("/tmp/.X{n}-lock")).exists()
            })
            .ok_or("no free display number")?;
        let name = format!(":{number}");
        let server = Command::new("Xvfb")
            .args([&name, "-screen", "0", &format!("{size}x24"), "-nolisten", "tcp"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let display = Self { server, name };
        let socket = format!("/tmp/.X11-unix/X{number}");
        let start = Instant::now();
        while !Path::new(&socket).exists() {
            if start.elapsed() > Duration::from_secs(10) {
                return Err("the virtual display did not start".into());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(display)
    }

    /// Takes a picture of the whole display.
    pub fn picture(&self, path: &Path) -> Done {
        run(Command::new("import").args(["-display", &self.name, "-window", "root"]).arg(path))
    }
}

impl Drop for VirtualDisplay {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing else to do about it then.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

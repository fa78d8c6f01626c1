//! The real window, driven through WebKitWebDriver: one program, one data folder and one driver per test.

use std::fs::File;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use thirtyfour::prelude::*;

/// Anything that stops a test.
pub type Problem = Box<dyn std::error::Error + Send + Sync>;
/// Result of a step of a test.
pub type Done<T = ()> = Result<T, Problem>;

/// How long a test waits for what should appear at once.
const PATIENCE: Duration = Duration::from_secs(15);

/// The checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap_or(Path::new(".")).to_owned()
}

/// The program under test: `COULOIR_PROGRAM`, or what the last build left in `target/`.
pub fn program() -> PathBuf {
    std::env::var_os("COULOIR_PROGRAM").map_or_else(|| root().join("target/debug/couloir"), PathBuf::from)
}

/// Runs one command of the program's command line; gives what it printed.
pub fn couloir(data: &Path, args: &[&str]) -> Done<String> {
    let output = Command::new(program()).args(args).arg("--data").arg(data).env("LANG", "fr_FR.UTF-8").output()?;
    if !output.status.success() {
        return Err(format!("couloir {args:?}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// A running window with its driver; both end with this value.
pub struct App {
    /// The WebDriver session.
    pub driver: WebDriver,
    data: PathBuf,
    server: Child,
}

impl App {
    /// Opens the window on a data folder in French.
    pub async fn open(data: &Path) -> Done<Self> {
        Self::open_with(data, &[]).await
    }

    /// Opens the window on a data folder, with more in its environment, in the usual size.
    pub async fn open_with(data: &Path, environment: &[(&str, &str)]) -> Done<Self> {
        let app = Self::start(data, environment).await?;
        app.driver.set_window_rect(0, 0, 1366, 768).await?;
        Ok(app)
    }

    /// Opens the window as large and where it opens by itself.
    pub async fn open_as_it_stands(data: &Path) -> Done<Self> {
        Self::start(data, &[]).await
    }

    async fn start(data: &Path, environment: &[(&str, &str)]) -> Done<Self> {
        let mut capabilities = Capabilities::new();
        capabilities.set("tauri:options".to_owned(), json!({ "application": program(), "args": ["--data", data] }))?;
        let start = Instant::now();
        let (mut port, mut server) = serve(data, environment)?;
        loop {
            match WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities.clone()).await {
                Ok(driver) => return Ok(Self { driver, data: data.to_owned(), server }),
                Err(error) => {
                    let log = std::fs::read_to_string(data.join("driver.log")).unwrap_or_default();
                    if start.elapsed() > PATIENCE {
                        end(&mut server);
                        return Err(format!("no session: {error}\n{log}").into());
                    }
                    // Between being found free and being taken, a port may have gone to somebody else.
                    if log.contains("Unable to listen") {
                        end(&mut server);
                        (port, server) = serve(data, environment)?;
                    }
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
    }

    /// The first element that a CSS selector finds, once it is there.
    pub async fn find(&self, css: &str) -> Done<WebElement> {
        let found = self.driver.query(By::Css(css)).wait(PATIENCE, Duration::from_millis(50)).first().await;
        Ok(found.map_err(|error| format!("{css}: {error}"))?)
    }

    /// Clicks what a CSS selector finds.
    pub async fn click(&self, css: &str) -> Done {
        let element = self.find(css).await?;
        // The driver's own scrolling stops under heads that stick.
        self.driver.execute("arguments[0].scrollIntoView({ block: 'center' })", vec![element.to_json()?]).await?;
        if let Err(error) = element.click().await {
            self.picture(&root().join("target/e2e/failure.png")).await?;
            return Err(format!("{css} could not be clicked: {error}").into());
        }
        Ok(())
    }

    /// Presses keys wherever the focus is.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Done {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a key together with Control.
    pub async fn press_control(&self, key: impl Into<char>) -> Done {
        let chain = self.driver.action_chain().key_down(Key::Control).send_keys(key.into().to_string());
        Ok(chain.key_up(Key::Control).perform().await?)
    }

    /// Drags one element onto another by pointer, in small steps as a hand does.
    pub async fn drag(&self, from: &str, to: &str) -> Done {
        let (from, to) = (self.find(from).await?, self.find(to).await?);
        let chain = self.driver.action_chain().move_to_element_center(&from).click_and_hold();
        let chain = chain.move_by_offset(4, 4).move_by_offset(8, 8).move_to_element_center(&to);
        chain.move_by_offset(1, 1).perform().await?;
        // The window follows the pointer frame by frame.
        tokio::time::sleep(Duration::from_millis(120)).await;
        Ok(self.driver.action_chain().release().perform().await?)
    }

    /// Waits until a script returns true.
    pub async fn until(&self, what: &str, script: &str) -> Done {
        let start = Instant::now();
        loop {
            let answer = self.driver.execute(format!("return Boolean({script})"), vec![]).await?;
            if answer.json().as_bool() == Some(true) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                self.picture(&root().join("target/e2e/failure.png")).await?;
                return Err(format!("waited in vain: {what} ({script})").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// What a script returns.
    pub async fn ask(&self, script: &str) -> Done<serde_json::Value> {
        Ok(self.driver.execute(script, vec![]).await?.json().clone())
    }

    /// Saves a picture of the whole display: it shows what the driver's own picture hides.
    pub async fn picture(&self, path: &Path) -> Done {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        Command::new("import").args(["-window", "root"]).arg(path).status()?;
        Ok(())
    }

    /// Kills the program as a pulled plug would: no signal it could answer.
    pub async fn kill(self) -> Done {
        self.end_program("-KILL")?;
        tokio::time::sleep(Duration::from_millis(300)).await;
        Ok(())
    }

    /// Ends the program as the end of a session does: a signal that it can answer. Returns once it is gone.
    pub async fn terminate(self) -> Done {
        self.end_program("-TERM")?;
        let start = Instant::now();
        while self.is_running()? {
            if start.elapsed() > PATIENCE {
                return Err("the program did not end on the signal".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Types as a hand does: twelve keys a second, wherever the focus is.
    pub async fn type_at_speed(&self, text: &str) -> Done {
        for letter in text.chars() {
            let next = tokio::time::Instant::now() + Duration::from_millis(83);
            self.press(letter.to_string()).await?;
            tokio::time::sleep_until(next).await;
        }
        Ok(())
    }

    /// Asserts that the keyboard is somewhere.
    pub async fn has_focus(&self, after: &str) -> Done {
        self.until(
            &format!("the focus after {after}"),
            "document.activeElement && document.activeElement !== document.body",
        )
        .await
    }

    /// Closes the window.
    pub async fn close(self) -> Done {
        Ok(self.driver.clone().quit().await?)
    }

    fn end_program(&self, signal: &str) -> Done {
        for id in self.processes()? {
            Command::new("kill").arg(signal).arg(id).status()?;
        }
        Ok(())
    }

    fn is_running(&self) -> Done<bool> {
        Ok(!self.processes()?.is_empty())
    }

    /// The ids of the program on this test's own folder.
    fn processes(&self) -> Done<Vec<std::ffi::OsString>> {
        let mut ids = Vec::new();
        for entry in std::fs::read_dir("/proc")? {
            let path = entry?.path();
            let Ok(line) = std::fs::read(path.join("cmdline")) else { continue };
            let words: Vec<&[u8]> = line.split(|byte| *byte == 0).collect();
            let is_ours = words.first().is_some_and(|program| program.ends_with(b"couloir"))
                && words.contains(&self.data.as_os_str().as_encoded_bytes());
            if let Some(id) = path.file_name().filter(|_| is_ours) {
                ids.push(id.to_owned());
            }
        }
        Ok(ids)
    }
}

impl Drop for App {
    fn drop(&mut self) {
        // A test that failed leaves the program too. Nothing can be done here about what does not end.
        let _ = self.end_program("-TERM");
        // The session ends with its server; asking for it would wait in vain.
        let _ = self.driver.clone().leak();
        end(&mut self.server);
    }
}

/// Starts a driver on free ports; gives the one to ask.
fn serve(data: &Path, environment: &[(&str, &str)]) -> Done<(u16, Child)> {
    let driver = std::env::var_os("TAURI_DRIVER").unwrap_or_else(|| "tauri-driver".into());
    let (port, native) = (free_port()?, free_port()?);
    let log = File::create(data.join("driver.log"))?;
    let server = Command::new(driver)
        .args(["--port", &port.to_string(), "--native-port", &native.to_string()])
        .envs([("LANG", "fr_FR.UTF-8"), ("LC_ALL", "C.UTF-8"), ("WEBKIT_DISABLE_DMABUF_RENDERER", "1")])
        .env("LC_ALL", "")
        .env("XDG_DATA_HOME", data.join("xdg"))
        .envs(environment.iter().copied())
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log)
        .spawn()?;
    Ok((port, server))
}

/// Ends a driver. Killed outright, tauri-driver would leave WebKitWebDriver holding its port.
fn end(server: &mut Child) {
    let _ = Command::new("kill").args(["-TERM", &server.id().to_string()]).status();
    let _ = server.wait();
}

fn free_port() -> Done<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

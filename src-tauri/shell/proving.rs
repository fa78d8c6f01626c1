//! Reading a document that came from elsewhere in a process that may die: the library that merges it panics on some
//! bytes with valid checksums, and a panic of this program would take the window along.

use std::io::Write;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use couloir_core::replica;
use couloir_documents::Error;

/// The hidden command that reads a document from its input and says nothing.
pub const COMMAND: &str = "prove-document";
/// What the other process ends with for a document of a newer program.
const TOO_NEW: u8 = 3;
/// The largest honest document takes a few seconds.
const PATIENCE: Duration = Duration::from_secs(60);

/// Reads a document to the end in another process.
///
/// # Errors
/// [`Error::Damaged`] when it cannot be read, takes the process along or takes too long; [`Error::TooNew`];
/// [`Error::Unreadable`] when the process cannot be had.
pub fn prove(bytes: &[u8]) -> Result<(), Error> {
    let unavailable = |error: std::io::Error| Error::Unreadable(error.to_string());
    let program = std::env::current_exe().map_err(unavailable)?;
    let mut command = Command::new(program);
    command.arg(COMMAND).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(target_os = "windows")]
    {
        use std::os::windows::process::CommandExt;
        // CREATE_NO_WINDOW
        command.creation_flags(0x0800_0000);
    }
    let mut child = command.spawn().map_err(unavailable)?;
    let given = child.stdin.take().map(|mut input| input.write_all(bytes));
    let start = Instant::now();
    let status = loop {
        match child.try_wait().map_err(unavailable)? {
            Some(status) => break Some(status),
            None if start.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(10)),
            None => {
                let _ = child.kill();
                let _ = child.wait();
                break None;
            }
        }
    };
    match status.and_then(|status| status.code()) {
        Some(0) if given.is_some_and(|given| given.is_ok()) => Ok(()),
        // It can be read, and says that a newer program wrote it.
        Some(code) if code == i32::from(TOO_NEW) => match replica::prove(bytes) {
            Err(couloir_core::Error::FileTooNew { found, known }) => Err(Error::TooNew { found, known }),
            _ => Err(Error::Damaged("document".to_owned())),
        },
        _ => Err(Error::Damaged("document".to_owned())),
    }
}

/// What the other process does: how it ends is the answer.
pub fn answer() -> std::process::ExitCode {
    let mut bytes = Vec::new();
    let read = std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes);
    match read.map(|_| replica::prove(&bytes)) {
        Ok(Ok(())) => std::process::ExitCode::SUCCESS,
        Ok(Err(couloir_core::Error::FileTooNew { .. })) => std::process::ExitCode::from(TOO_NEW),
        _ => std::process::ExitCode::FAILURE,
    }
}

//! Copies in the background: after some minutes with changes, and when the program ends. They are made from the file
//! by a connection of their own, so that no change waits for them.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use couloir_core::Millis;
use couloir_core::store::Clock;
use couloir_core::store::FILE_NAME;
use couloir_core::store::backup::{self, BackupContents, BackupPlace, Cause};
use couloir_core::store::restore::Restorable;

/// From the first change to its copy.
const AFTER: Duration = Duration::from_secs(10 * 60);
const TICK: Duration = Duration::from_secs(20);
/// How old a rehearsed restore may grow.
const REHEARSE_AFTER: i64 = 7 * 24 * 3_600_000;

/// Makes copies while the program runs.
#[derive(Clone)]
pub struct Keeper(Arc<Mutex<State>>);

struct State {
    clock: Clock,
    folder: Option<PathBuf>,
    /// The first change that no copy has. Monotonic: a clock that is set does not matter.
    changed: Option<Instant>,
}

impl Keeper {
    /// Starts to watch; nothing is copied before a library is open.
    pub fn start(clock: Clock) -> Self {
        let keeper = Self(Arc::new(Mutex::new(State { clock, folder: None, changed: None })));
        let watching = keeper.clone();
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(TICK);
                watching.tick(AFTER);
            }
        });
        keeper
    }

    /// A library was opened, or could not be; changes of an earlier run that no copy has are due like new ones.
    pub fn opened(&self, folder: &Path, is_full: bool) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        state.folder = is_full.then(|| folder.to_owned());
        state.changed = (is_full && is_ahead(folder)).then(Instant::now);
    }

    /// Something was changed.
    pub fn changed(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).changed.get_or_insert_with(Instant::now);
    }

    /// The program ends: what no copy has yet is copied.
    pub fn finish(&self) {
        self.tick(Duration::ZERO);
    }

    /// A copy was made otherwise.
    pub fn copied(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).changed = None;
    }

    fn tick(&self, after: Duration) {
        let (folder, now) = {
            let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let Some(folder) = state.folder.clone() else { return };
            let is_due = state.changed.is_some_and(|since| since.elapsed() >= after);
            if is_due {
                state.changed = None;
            }
            (is_due.then_some(folder.clone()).ok_or(folder), (state.clock)())
        };
        let place = match &folder {
            Ok(folder) | Err(folder) => BackupPlace::of(folder),
        };
        if let Ok(folder) = folder
            && let Err(error) = backup::make_of(&folder, Cause::Automatic, now)
        {
            tracing::error!("no copy was made: {error}");
            self.changed();
        }
        place.carry_newest(now);
        if after > Duration::ZERO && is_rehearsal_due(&place, now) {
            match rehearse(&place, now) {
                Ok(_) => {}
                Err(error) => tracing::error!("a copy could not be restored on trial: {error}"),
            }
        }
    }
}

/// Whether the library was changed after its newest copy.
fn is_ahead(folder: &Path) -> bool {
    let changed = |path: &Path| BackupContents::read_live(path).ok().map(|contents| contents.changed_at);
    let Some(now) = changed(&folder.join(FILE_NAME)) else { return false };
    let copied = BackupPlace::of(folder).list().first().and_then(|newest| changed(&newest.path)).flatten();
    now > copied
}

fn is_rehearsal_due(place: &BackupPlace, now: Millis) -> bool {
    let last = place.notes().rehearsed_at;
    !place.list().is_empty() && last.is_none_or(|last| now.0.abs_diff(last.0) > REHEARSE_AFTER.unsigned_abs())
}

/// Restores the newest copy on trial: makes it ready as a restore does and reads every workshop whole.
///
/// # Errors
/// Why it could not be restored.
pub fn rehearse(place: &BackupPlace, now: Millis) -> couloir_core::Result<(Millis, usize)> {
    let newest = place.find("latest")?;
    let copy = Restorable::read(&newest.path)?;
    let workshops = copy.workshops()?;
    for id in &workshops {
        copy.contents(id)?;
    }
    place.note(|notes| {
        notes.rehearsed_at = Some(now);
        notes.rehearsed = Some(newest.name.clone());
    })?;
    Ok((newest.taken_at, workshops.len()))
}

//! The one thread that owns the database: jobs run in the order in which they came.

use std::path::{Path, PathBuf};
use std::sync::mpsc;

use couloir_core::store::restore::put_in_place;
use couloir_core::store::{Access, Clock};
use couloir_core::workshop::WorkshopId;
use couloir_core::{Committed, Contents, Error, Library, Millis};
use serde::{Deserialize, Serialize};
use specta::Type;
use tokio::sync::oneshot;

use super::keeper::Keeper;
use super::{IpcError, WorkshopChanged, internal};

type Job = Box<dyn FnOnce(&mut Worker) + Send>;

/// Is told every change, in order, before the command that made it is answered.
pub type Sink = Box<dyn Fn(WorkshopChanged) + Send>;

/// Gives each opened library its clock.
pub type Clocks = Box<dyn Fn() -> Clock + Send>;

/// Sends jobs to the store thread.
pub struct StoreThread {
    jobs: mpsc::Sender<Job>,
    keeper: Keeper,
}

/// What the thread owns.
struct Worker {
    folder: PathBuf,
    clocks: Clocks,
    /// `None` while its files are being changed.
    library: Option<Result<Library, IpcError>>,
    sink: Sink,
    keeper: Keeper,
}

impl Worker {
    fn open(&mut self) -> &mut Result<Library, IpcError> {
        // An error is no state: whatever stood in the way may be gone by now.
        if !matches!(self.library, Some(Ok(_))) {
            self.library = None;
        }
        let (folder, clocks, keeper) = (&self.folder, &self.clocks, &self.keeper);
        self.library.get_or_insert_with(|| {
            let opened = Library::open(folder, clocks()).map_err(IpcError::from);
            keeper.opened(folder, opened.as_ref().is_ok_and(|library| library.access() == Access::Full));
            opened
        })
    }
}

/// What a writing command answers: the windows have the change when they have applied this revision.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Receipt<T> {
    pub value: T,
    pub revision: u32,
}

impl StoreThread {
    /// Opens the library on its own thread; the window does not wait for it. `sink` is told what changes.
    pub fn start(folder: PathBuf, clocks: Clocks, sink: Sink) -> Self {
        let (jobs, queue) = mpsc::channel::<Job>();
        let keeper = Keeper::start(clocks());
        let mut worker = Worker { folder, clocks, library: None, sink, keeper: keeper.clone() };
        std::thread::spawn(move || {
            worker.open();
            while let Ok(job) = queue.recv() {
                job(&mut worker);
            }
        });
        Self { jobs, keeper }
    }

    /// What makes copies in the background.
    pub fn keeper(&self) -> &Keeper {
        &self.keeper
    }

    /// The data folder now.
    ///
    /// # Errors
    /// Only when the thread is gone.
    pub async fn folder(&self) -> Result<PathBuf, IpcError> {
        self.work(|worker| Ok(worker.folder.clone())).await
    }

    /// Opens the library again, in another folder if one is given; a folder that does not open is left again.
    ///
    /// # Errors
    /// Why it does not open.
    pub async fn reopen(&self, folder: Option<PathBuf>) -> Result<(), IpcError> {
        self.work(move |worker| {
            worker.library = None;
            let before = folder.map(|folder| std::mem::replace(&mut worker.folder, folder));
            let opened = worker.open().as_ref().map(|_| ()).map_err(Clone::clone);
            if let (Err(_), Some(before)) = (&opened, before) {
                worker.folder = before;
                worker.library = None;
            }
            opened
        })
        .await
    }

    /// Changes the files of the data folder while no library is open, and opens it again.
    ///
    /// # Errors
    /// What `work` says.
    pub async fn with_files<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Path, Millis) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, IpcError> {
        self.work(move |worker| {
            worker.library = None;
            let now = (worker.clocks)()();
            let done = work(&worker.folder, now).map_err(IpcError::from);
            let _ = worker.open();
            done
        })
        .await
    }

    /// What the program still has, put in the place of files that were changed under it.
    ///
    /// # Errors
    /// Why it cannot be saved.
    pub async fn keep_own(&self) -> Result<(), IpcError> {
        self.work(|worker| {
            let rescued = match worker.open() {
                Ok(library) => library.rescue()?,
                Err(error) => return Err(error.clone()),
            };
            worker.library = None;
            let now = (worker.clocks)()();
            if let Some(rescued) = rescued {
                put_in_place(&worker.folder, &rescued.path, now)?;
            }
            worker.open().as_ref().map(|_| ()).map_err(Clone::clone)
        })
        .await
    }

    /// What the program still has is kept among the copies, and what now stands in its place is opened.
    ///
    /// # Errors
    /// Why it does not open.
    pub async fn use_other(&self) -> Result<(), IpcError> {
        self.work(|worker| {
            if let Ok(library) = worker.open() {
                library.rescue()?;
            }
            worker.library = None;
            // The changes beside it may be those of the file that was here before.
            worker.open().as_ref().map(|_| ()).map_err(Clone::clone)
        })
        .await
    }

    /// Reads on the store thread.
    ///
    /// # Errors
    /// What `read` says, or why the library could not be opened.
    pub async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce(&Library) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, IpcError> {
        self.run(move |library, _| read(library).map_err(IpcError::from)).await
    }

    /// Thinks about a whole workshop as it is now. Only the reading is done on the store thread: no write waits for
    /// the thinking.
    ///
    /// # Errors
    /// As [`Self::read`], and what `analysis` says.
    pub async fn analyse<T: Send + 'static>(
        &self,
        workshop_id: WorkshopId,
        analysis: impl FnOnce(&Contents, Millis) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, IpcError> {
        let (contents, now) =
            self.read(move |library| Ok((library.shared_contents(&workshop_id)?, library.now()))).await?;
        let thought = tauri::async_runtime::spawn_blocking(move || analysis(&contents, now)).await;
        Ok(thought.map_err(|error| internal(&error))??)
    }

    /// Writes what is no part of any workshop and no step of a history: preferences, the last visit.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub async fn note<T: Send + 'static>(
        &self,
        note: impl FnOnce(&mut Library) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, IpcError> {
        self.run(move |library, _| note(library).map_err(IpcError::from)).await
    }

    /// Commits on the store thread and tells the sink what changed.
    ///
    /// # Errors
    /// What `write` says, or why the library could not be opened.
    pub async fn commit<T: Send + 'static>(
        &self,
        write: impl FnOnce(&mut Library) -> Result<Committed<T>, Error> + Send + 'static,
    ) -> Result<Receipt<T>, IpcError> {
        let keeper = self.keeper.clone();
        self.run(move |library, sink| {
            let (value, changed) = WorkshopChanged::of(write(library)?);
            let revision = changed.revision;
            keeper.changed();
            sink(changed);
            Ok(Receipt { value, revision })
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Library, &Sink) -> Result<T, IpcError> + Send + 'static,
    ) -> Result<T, IpcError> {
        self.work(move |worker| {
            worker.open();
            match &mut worker.library {
                Some(Ok(library)) => work(library, &worker.sink),
                Some(Err(error)) => Err(error.clone()),
                None => Err(IpcError::Busy),
            }
        })
        .await
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Worker) -> Result<T, IpcError> + Send + 'static,
    ) -> Result<T, IpcError> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |worker| {
            let result = work(worker);
            // The window may have gone meanwhile; then nobody waits for the answer.
            let _ = answer.send(result);
        });
        self.jobs.send(job).map_err(|error| internal(&error))?;
        answered.await.map_err(|error| internal(&error))?
    }
}

#[cfg(test)]
mod tests;

//! The one thread that owns the database: jobs run in the order in which they came.

use std::path::PathBuf;
use std::sync::mpsc;

use couloir_core::store::Clock;
use couloir_core::{Committed, Error, Library};
use serde::{Deserialize, Serialize};
use specta::Type;
use tokio::sync::oneshot;

use super::{IpcError, WorkshopChanged, internal};

type Job = Box<dyn FnOnce(&mut Worker) + Send>;

/// Is told every change, in order, before the command that made it is answered.
pub type Sink = Box<dyn Fn(WorkshopChanged) + Send>;

/// Sends jobs to the store thread.
pub struct StoreThread {
    jobs: mpsc::Sender<Job>,
}

/// What the thread owns.
struct Worker {
    library: Result<Library, IpcError>,
    sink: Sink,
}

/// What a writing command answers: the windows have the change when they have applied this revision.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Receipt<T> {
    pub value: T,
    pub revision: u32,
}

impl StoreThread {
    /// Opens the library on its own thread; the window does not wait for it. `sink` is told what changes.
    pub fn start(folder: PathBuf, clock: Clock, sink: Sink) -> Self {
        let (jobs, queue) = mpsc::channel::<Job>();
        std::thread::spawn(move || {
            let library = Library::open(&folder, clock).map_err(IpcError::from);
            let mut worker = Worker { library, sink };
            while let Ok(job) = queue.recv() {
                job(&mut worker);
            }
        });
        Self { jobs }
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
        self.run(move |library, sink| {
            let (value, changed) = WorkshopChanged::of(write(library)?);
            let revision = changed.revision;
            sink(changed);
            Ok(Receipt { value, revision })
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Library, &Sink) -> Result<T, IpcError> + Send + 'static,
    ) -> Result<T, IpcError> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |worker| {
            let result = match &mut worker.library {
                Ok(library) => work(library, &worker.sink),
                Err(error) => Err(error.clone()),
            };
            // The window may have gone meanwhile; then nobody waits for the answer.
            let _ = answer.send(result);
        });
        self.jobs.send(job).map_err(|error| internal(&error))?;
        answered.await.map_err(|error| internal(&error))?
    }
}

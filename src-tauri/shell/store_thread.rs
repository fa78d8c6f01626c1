//! The one thread that owns the database: jobs run in the order in which they came.

use std::path::PathBuf;
use std::sync::mpsc;

use couloir_core::{Committed, Error, Library};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::{AppHandle, Manager, Runtime, State, Window};
use tauri_specta::Event;
use tokio::sync::oneshot;

use crate::ipc::{IpcError, ProjectionChanged, WorkshopChanged};

/// Label of the facilitator's window.
pub const MAIN: &str = "main";
/// Label of the window that may never write.
pub const PROJECTOR: &str = "projector";

type Job = Box<dyn FnOnce(&mut Result<Library, IpcError>) + Send>;

/// Sends jobs to the store thread.
pub struct StoreThread {
    jobs: mpsc::Sender<Job>,
}

/// What a writing command answers: the windows have the change when they have applied this revision.
#[derive(Clone, Debug, Serialize, Deserialize, Type)]
pub struct Receipt<T> {
    pub value: T,
    pub revision: u32,
}

impl StoreThread {
    /// Opens the library on its own thread; the window does not wait for it.
    pub fn start(folder: PathBuf) -> Self {
        let (jobs, queue) = mpsc::channel::<Job>();
        std::thread::spawn(move || {
            let mut library = Library::open(&folder, super::clock::clock()).map_err(IpcError::from);
            while let Ok(job) = queue.recv() {
                job(&mut library);
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
        read: impl FnOnce(&mut Library) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, IpcError> {
        self.run(move |library| read(library).map_err(IpcError::from)).await
    }

    /// Commits on the store thread and tells every window what changed, in order.
    ///
    /// # Errors
    /// What `write` says; [`IpcError::ReadOnly`] when the projector's window asks.
    pub async fn commit<T: Send + 'static, R: Runtime>(
        &self,
        window: &Window<R>,
        write: impl FnOnce(&mut Library) -> Result<Committed<T>, Error> + Send + 'static,
    ) -> Result<Receipt<T>, IpcError> {
        if window.label() == PROJECTOR {
            return Err(IpcError::ReadOnly);
        }
        let app = window.app_handle().clone();
        self.run(move |library| {
            let committed = write(library)?;
            let receipt = Receipt { value: committed.value, revision: committed.revision };
            tell(
                &app,
                &WorkshopChanged {
                    revision: committed.revision,
                    workshop_id: committed.workshop_id,
                    patch: committed.patch,
                    undo: committed.undo,
                },
            );
            Ok(receipt)
        })
        .await
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Library) -> Result<T, IpcError> + Send + 'static,
    ) -> Result<T, IpcError> {
        let (answer, answered) = oneshot::channel();
        let job: Job = Box::new(move |library| {
            let result = match library {
                Ok(library) => work(library),
                Err(error) => Err(error.clone()),
            };
            // The window may have gone meanwhile; then nobody waits for the answer.
            let _ = answer.send(result);
        });
        self.jobs.send(job).map_err(|error| crate::ipc::internal(&error))?;
        answered.await.map_err(|error| crate::ipc::internal(&error))?
    }
}

/// The store as commands receive it.
pub type Store<'a> = State<'a, StoreThread>;

fn tell<R: Runtime>(app: &AppHandle<R>, changed: &WorkshopChanged) {
    // Patches carry whole rows, private notes too: the projector's window is only told to look again.
    let told = changed.emit_to(app, MAIN).and_then(|()| ProjectionChanged.emit_to(app, PROJECTOR));
    if let Err(error) = told {
        tracing::error!("a change did not reach the windows: {error}");
    }
}

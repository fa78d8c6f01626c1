//! Writes a file whole or not at all.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use crate::{Error, Result};

/// Writes `bytes` to `path`: to a temporary neighbour, synced, renamed over the old file, read back and compared.
/// Until the rename the old file stands untouched, and nothing temporary stays behind. A symbolic link stays one:
/// the file it leads to is replaced. What is no ordinary file is refused.
///
/// # Errors
/// [`Error::File`] with the reason. Once the new file has its name, a failure says that it stands and may not last:
/// "not written" is said only when it was not.
pub fn save(path: &Path, bytes: &[u8]) -> Result<()> {
    let place = &behind_links(path).map_err(|source| Error::file(path, source))?;
    put(place, bytes).map_err(|source| Error::file(path, source))?;
    confirm(place, bytes).map_err(|source| Error::unconfirmed(path, source))
}

fn put(path: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(old) if old.is_dir() => return Err(io::ErrorKind::IsADirectory.into()),
        // A device or a pipe: a rename would put a file in its place.
        Ok(old) if !old.is_file() => return Err(io::ErrorKind::Unsupported.into()),
        _ => {}
    }
    let folder = folder_of(path);
    // A rename would replace a file that the user has protected.
    if fs::metadata(path).is_ok_and(|old| old.permissions().readonly()) {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let mut draft = tempfile::Builder::new().prefix(".couloir-").suffix(".part").tempfile_in(folder)?;
    draft.write_all(bytes)?;
    draft.as_file().sync_all()?;
    // Read back before the old file goes, so that a disk that lies costs nothing.
    compare(draft.path(), bytes)?;
    share(draft.as_file(), path)?;
    draft.persist(path).map(|_| ()).map_err(|failed| failed.error)
}

/// The new name lasts, and what stands under it reads as it was written.
fn confirm(path: &Path, bytes: &[u8]) -> io::Result<()> {
    sync_folder(folder_of(path))?;
    compare(path, bytes)
}

/// Links in a row before they are taken for a circle, as the system does.
const LINKS_MAX: usize = 40;

/// The place that a symbolic link leads to, there or not; any other place is itself.
fn behind_links(path: &Path) -> io::Result<PathBuf> {
    let mut place = path.to_owned();
    for _ in 0..LINKS_MAX {
        match fs::symlink_metadata(&place) {
            Ok(found) if found.is_symlink() => {
                let target = fs::read_link(&place)?;
                place = place.parent().map_or_else(|| target.clone(), |folder| folder.join(&target));
            }
            _ => return Ok(place),
        }
    }
    Err(io::ErrorKind::Unsupported.into())
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn compare(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut found = Vec::with_capacity(bytes.len());
    fs::File::open(path)?.read_to_end(&mut found)?;
    if found == bytes { Ok(()) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// A temporary file is private; a document gets the rights of the file it replaces, or those of a new file.
#[cfg(unix)]
fn share(draft: &fs::File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let rights = fs::metadata(path).map_or(0o644, |old| old.permissions().mode() & 0o777);
    draft.set_permissions(fs::Permissions::from_mode(rights))
}

#[cfg(not(unix))]
fn share(_: &fs::File, _: &Path) -> io::Result<()> {
    Ok(())
}

/// The new name is durable only when its folder is; other systems do this with the rename.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FileProblem;

    fn problem(result: Result<()>) -> FileProblem {
        match result {
            Err(Error::File { problem, .. }) => problem,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_file_is_replaced_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ordre du jour.pdf");
        save(&path, b"first").unwrap();
        save(&path, b"second").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"second");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_missing_folder_and_a_folder_are_named() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(problem(save(&folder.path().join("none/a.pdf"), b"x")), FileProblem::NoFolder);
        assert_eq!(problem(save(folder.path(), b"x")), FileProblem::IsFolder);
    }

    #[test]
    fn a_protected_file_keeps_its_content() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept.pdf");
        fs::write(&path, b"kept").unwrap();
        let mut rights = fs::metadata(&path).unwrap().permissions();
        rights.set_readonly(true);
        fs::set_permissions(&path, rights).unwrap();
        assert_eq!(problem(save(&path, b"new")), FileProblem::ReadOnly);
        assert_eq!(fs::read(&path).unwrap(), b"kept");
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_stays_one_and_its_file_is_replaced() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let (far, near) = (folder.path().join("far"), folder.path().join("near"));
        fs::create_dir(&far).unwrap();
        fs::create_dir(&near).unwrap();
        fs::write(far.join("agenda.pdf"), b"old").unwrap();
        symlink("../far/agenda.pdf", near.join("one.pdf")).unwrap();
        symlink("one.pdf", near.join("two.pdf")).unwrap();
        save(&near.join("two.pdf"), b"new").unwrap();
        assert_eq!(fs::read(far.join("agenda.pdf")).unwrap(), b"new");
        assert!(["one.pdf", "two.pdf"].iter().all(|link| fs::symlink_metadata(near.join(link)).unwrap().is_symlink()));
        // One that leads nowhere yet makes the file it names.
        symlink("../far/later.pdf", near.join("later.pdf")).unwrap();
        save(&near.join("later.pdf"), b"x").unwrap();
        assert_eq!(fs::read(far.join("later.pdf")).unwrap(), b"x");
        // One that leads to itself, and one to a folder, are refused.
        symlink("round.pdf", near.join("round.pdf")).unwrap();
        assert_eq!(problem(save(&near.join("round.pdf"), b"x")), FileProblem::NotOrdinary);
        symlink("../far", near.join("folder.pdf")).unwrap();
        assert_eq!(problem(save(&near.join("folder.pdf"), b"x")), FileProblem::IsFolder);
        assert_eq!(fs::read_dir(&near).unwrap().count() + fs::read_dir(&far).unwrap().count(), 7);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_device_and_a_pipe_are_refused_and_stay() {
        use std::os::unix::fs::FileTypeExt;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.pdf");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        if made.is_ok_and(|status| status.success()) {
            assert_eq!(problem(save(&pipe, b"x")), FileProblem::NotOrdinary);
            assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
        }
        assert_eq!(problem(save(Path::new("/dev/null"), b"x")), FileProblem::NotOrdinary);
    }

    #[test]
    fn what_fails_after_the_rename_is_not_called_not_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.pdf");
        put(&path, b"new").unwrap();
        for error in [io::ErrorKind::StorageFull, io::ErrorKind::PermissionDenied, io::ErrorKind::Other] {
            assert_eq!(problem(Err(Error::unconfirmed(&path, error.into()))), FileProblem::Unconfirmed);
        }
        fs::write(&path, b"other").unwrap();
        let read_back = confirm(&path, b"new").map_err(|error| Error::unconfirmed(&path, error));
        assert_eq!(problem(read_back), FileProblem::Differs);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_named() {
        // /dev/full answers every write with "no space left", through the same error path.
        let error = fs::File::options().write(true).open("/dev/full").unwrap().write_all(b"x").unwrap_err();
        assert_eq!(problem(Err(Error::file(Path::new("a.pdf"), error))), FileProblem::DiskFull);
    }
}

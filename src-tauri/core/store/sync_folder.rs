//! Whether another program carries a folder elsewhere, or it lies on another machine.

use std::path::{Path, PathBuf};

/// What keeps a folder in step with another place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carrier {
    /// A program such as OneDrive, by its name.
    Program(&'static str),
    /// A share on the network.
    Network,
}

/// Names of folders that such programs make, in small letters without spaces, and what they are called.
const NAMES: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("iclouddrive", "iCloud Drive"),
    ("mobiledocuments", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"),
    ("googledrive", "Google Drive"),
    ("mydrive", "Google Drive"),
    ("monlecteur", "Google Drive"),
    ("drivefs", "Google Drive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("pcloud", "pCloud"),
    ("kdrive", "kDrive"),
    ("syncthing", "Syncthing"),
    ("seafile", "Seafile"),
    ("megasync", "MEGA"),
];

/// Files and folders by which such programs mark what is theirs.
const MARKS: &[(&str, &str)] = &[
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", "ownCloud"),
    (".sync_journal.db", "Nextcloud"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".tmp.drivedownload", "Google Drive"),
    (".seafile-data", "Seafile"),
];

/// What carries a folder elsewhere, if anything does.
pub fn of(folder: &Path) -> Option<Carrier> {
    let whole = existing(folder);
    whole.ancestors().find_map(|place| by_name(place).or_else(|| by_mark(place))).or_else(|| network(&whole))
}

/// The folder with its links followed, as far as it is there.
fn existing(folder: &Path) -> PathBuf {
    let absolute = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let mut above = absolute.ancestors();
    let found = above.find_map(|place| Some((place, place.canonicalize().ok()?)));
    found.map_or(absolute.clone(), |(place, real)| match absolute.strip_prefix(place) {
        Ok(rest) => real.join(rest),
        Err(_) => real,
    })
}

fn by_name(place: &Path) -> Option<Carrier> {
    let name = place.file_name()?.to_string_lossy().to_lowercase();
    // Accounts follow the name: "OneDrive - Contoso", "GoogleDrive-nadia@example.org", "Dropbox (Personal)".
    let name: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    NAMES.iter().find_map(|(known, called)| {
        let rest = name.strip_prefix(known)?;
        let is_it = rest.is_empty() || rest.starts_with(['-', '(', '_', '–']);
        is_it.then_some(Carrier::Program(called))
    })
}

fn by_mark(place: &Path) -> Option<Carrier> {
    // The home folder holds settings of such programs, not their data.
    let is_home = std::env::var_os("HOME").is_some_and(|home| Path::new(&home) == place);
    if is_home || place.parent().is_none() {
        return None;
    }
    MARKS.iter().find_map(|(mark, called)| place.join(mark).exists().then_some(Carrier::Program(called)))
}

/// Whether the folder is on a share: by the name of its place on Windows, by what is mounted there on Linux.
fn network(folder: &Path) -> Option<Carrier> {
    if cfg!(windows) && folder.to_string_lossy().replace("\\\\?\\UNC\\", "\\\\").starts_with("\\\\") {
        return Some(Carrier::Network);
    }
    let mounts = std::fs::read_to_string("/proc/self/mountinfo").ok()?;
    is_shared(&mounts, folder).then_some(Carrier::Network)
}

/// Kinds of file systems that lie on another machine.
const SHARED: &[&str] = &["nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "ncpfs", "davfs", "glusterfs", "9p"];

fn is_shared(mounts: &str, folder: &Path) -> bool {
    let mut deepest = (0, false);
    for line in mounts.lines() {
        let mut parts = line.splitn(2, " - ");
        let (Some(front), Some(back)) = (parts.next(), parts.next()) else { continue };
        let Some(at) = front.split(' ').nth(4) else { continue };
        let at = at.replace("\\040", " ");
        let kind = back.split(' ').next().unwrap_or_default();
        let depth = Path::new(&at).components().count();
        if folder.starts_with(&at) && depth >= deepest.0 {
            let by_fuse = ["sshfs", "davfs", "rclone", "gvfsd", "google-drive", "onedriver", "s3fs", "smbnetfs"];
            let is_fuse = kind.strip_prefix("fuse.").is_some_and(|name| by_fuse.iter().any(|it| name.starts_with(it)));
            // A whole system may lie on a share; then there is nowhere else to go.
            deepest = (depth, depth > 1 && (is_fuse || SHARED.contains(&kind)));
        }
    }
    deepest.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_sync_programs_are_known_by_name() {
        for (path, called) in [
            ("/home/n/OneDrive - Contoso/couloir", "OneDrive"),
            ("/home/n/Dropbox (Personal)/a/b", "Dropbox"),
            ("/Users/n/Library/Mobile Documents/com~apple~CloudDocs/x", "iCloud Drive"),
            ("/Users/n/Library/CloudStorage/GoogleDrive-nadia@example.org/My Drive/x", "Google Drive"),
            ("/home/n/Nextcloud/ateliers", "Nextcloud"),
            ("/home/n/Nextcloud2/ateliers", ""),
            ("/home/n/dropboxes", ""),
        ] {
            let found = of(Path::new(path));
            assert_eq!(found, (!called.is_empty()).then_some(Carrier::Program(called)), "{path}");
        }
    }

    #[test]
    fn shares_are_known_by_what_is_mounted() {
        let mounts = "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n\
                      40 22 0:50 / /mnt/share\\040one rw shared:5 - cifs //server/one rw\n\
                      41 22 0:51 / /home/n/remote rw - fuse.sshfs n@host: rw\n\
                      42 40 8:2 / /mnt/share\\040one/local rw - ext4 /dev/sdb1 rw";
        assert!(is_shared(mounts, Path::new("/mnt/share one/data")));
        assert!(is_shared(mounts, Path::new("/home/n/remote")));
        assert!(!is_shared(mounts, Path::new("/home/n/data")));
        assert!(!is_shared(mounts, Path::new("/mnt/share one/local/data")));
    }

    #[test]
    fn a_mark_of_such_a_program_tells_too() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join(".stfolder")).unwrap();
        assert_eq!(of(&folder.path().join("data")), Some(Carrier::Program("Syncthing")));
    }
}

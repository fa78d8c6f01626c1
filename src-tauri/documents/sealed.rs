//! Files that only a passphrase opens: the public format `age` around the bytes of any other file.
//!
//! Whoever has the passphrase can also open them without Couloir, with any program that knows `age`.

use std::fs::File;
use std::io::{Read, Write};
use std::iter;
use std::path::Path;

use age::secrecy::SecretString;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};
use unicode_normalization::UnicodeNormalization;

use crate::{Error, Result};

/// Shortest passphrase, in characters.
pub const PASSPHRASE_MIN: usize = 8;

/// How every such file begins.
const MARK: &[u8] = b"age-encryption.org/v1\n";
/// Work that trying one passphrase takes, as a power of two: some tenths of a second and 128 MB.
const WORK: u8 = 17;
/// No honest file asks for more: a second or two, and 512 MB.
const WORK_MAX: u8 = 19;
/// Largest content, in megabytes.
const CONTENT_MAX_MB: u64 = 512;

/// Whether a file wants a passphrase.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

/// The name of what is in a sealed file: without the ending that other programs give it.
pub fn name_within(name: &str) -> &str {
    let stem = name.len().checked_sub(4).filter(|at| name.is_char_boundary(*at)).map(|at| name.split_at(at));
    match stem {
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".age") && !stem.is_empty() => stem,
        _ => name,
    }
}

/// The bytes as a file that only this passphrase opens. The same bytes give another file each time.
///
/// # Errors
/// [`Error::ShortPassphrase`] below [`PASSPHRASE_MIN`] characters; [`Error::TooLarge`].
pub fn seal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>> {
    check(passphrase)?;
    // What could not be opened again is not made.
    if bytes.len() as u64 > CONTENT_MAX_MB << 20 {
        return Err(Error::TooLarge(CONTENT_MAX_MB));
    }
    let mut recipient = scrypt::Recipient::new(secret(passphrase));
    recipient.set_work_factor(WORK);
    let made = Encryptor::with_recipients(iter::once(&recipient as &dyn Recipient)).map_err(Error::fault)?;
    let mut sealed = Vec::with_capacity(bytes.len() + 1_024);
    let mut writer = made.wrap_output(&mut sealed).map_err(Error::fault)?;
    writer.write_all(bytes).map_err(Error::fault)?;
    writer.finish().map_err(Error::fault)?;
    Ok(sealed)
}

/// Whether a passphrase is long enough to be a new one.
///
/// # Errors
/// [`Error::ShortPassphrase`].
pub fn check(passphrase: &str) -> Result<()> {
    let is_long = passphrase.trim().chars().count() >= PASSPHRASE_MIN;
    if is_long { Ok(()) } else { Err(Error::ShortPassphrase(PASSPHRASE_MIN)) }
}

/// As [`is_sealed`], of a file that need not be read whole.
pub fn is_sealed_file(path: &Path) -> bool {
    let mut start = [0; MARK.len()];
    File::open(path).and_then(|mut file| file.read_exact(&mut start)).is_ok() && is_sealed(&start)
}

/// Opens a sealed file into a new one.
///
/// # Errors
/// As [`open`]; [`Error::Unreadable`] when the file cannot be read, [`Error::File`] when the new one cannot be written.
pub fn open_file(path: &Path, passphrase: &str, to: &Path) -> Result<()> {
    let bytes = std::fs::read(path).map_err(|error| Error::Unreadable(error.to_string()))?;
    crate::save(to, &open(&bytes, passphrase)?)
}

/// What a sealed file holds.
///
/// # Errors
/// [`Error::WrongPassphrase`]; [`Error::SealedOtherwise`] for a file sealed to keys or with more work than an honest
/// one takes; [`Error::Damaged`] for one that was cut or changed; [`Error::UnpacksTooLarge`].
pub fn open(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>> {
    let opened = Decryptor::new(bytes).map_err(of_age)?;
    if !opened.is_scrypt() {
        return Err(Error::SealedOtherwise);
    }
    let mut identity = scrypt::Identity::new(secret(passphrase));
    identity.set_max_work_factor(WORK_MAX);
    let reader = opened.decrypt(iter::once(&identity as &dyn Identity)).map_err(of_age)?;
    let mut content = Vec::new();
    let most = CONTENT_MAX_MB << 20;
    // A cut or changed file shows here: each part is authenticated.
    reader.take(most + 1).read_to_end(&mut content).map_err(|error| Error::Damaged(error.to_string()))?;
    if content.len() as u64 > most { Err(Error::UnpacksTooLarge(CONTENT_MAX_MB)) } else { Ok(content) }
}

/// The same letters give the same secret, however a keyboard composes them; spaces around it are a slip of the hand.
fn secret(passphrase: &str) -> SecretString {
    SecretString::from(passphrase.trim().nfc().collect::<String>())
}

fn of_age(error: DecryptError) -> Error {
    match error {
        DecryptError::NoMatchingKeys | DecryptError::KeyDecryptionFailed | DecryptError::DecryptionFailed => {
            Error::WrongPassphrase
        }
        DecryptError::ExcessiveWork { .. } | DecryptError::UnknownFormat => Error::SealedOtherwise,
        other => Error::Damaged(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    const WORDS: &str = "cheval juste pile agrafe";

    #[test]
    fn only_the_passphrase_opens_it_and_nothing_of_the_content_shows() {
        let content = b"{\"title\": \"Fusion des services\"}".repeat(4_000);
        let sealed = seal(&content, WORDS).unwrap();
        assert!(is_sealed(&sealed) && !is_sealed(&content));
        assert!(!sealed.windows(6).any(|part| part == b"Fusion"));
        assert_eq!(open(&sealed, WORDS).unwrap(), content);
        assert!(matches!(open(&sealed, "cheval juste pile"), Err(Error::WrongPassphrase)));
        assert!(matches!(open(&sealed, ""), Err(Error::WrongPassphrase)));
        assert_ne!(seal(&content, WORDS).unwrap(), sealed);
    }

    #[test]
    fn a_passphrase_is_its_letters() {
        let sealed = seal(b"x", "été à la mer").unwrap();
        // Accents typed apart, and a space too many at the end.
        assert_eq!(open(&sealed, "e\u{301}te\u{301} a\u{300} la mer ").unwrap(), b"x");
        for short in ["", "1234567", "       a       "] {
            assert!(matches!(seal(b"x", short), Err(Error::ShortPassphrase(PASSPHRASE_MIN))), "{short:?}");
        }
    }

    #[test]
    fn what_is_within_has_its_own_name() {
        let names = ["Atelier.couloir", "liste.csv.age", "LISTE.CSV.AGE", ".age", "é", "tâge"];
        let within = names.map(name_within);
        assert_eq!(within, ["Atelier.couloir", "liste.csv", "LISTE.CSV", ".age", "é", "tâge"]);
    }

    #[test]
    fn a_cut_or_changed_file_and_one_for_keys_are_said() {
        let sealed = seal(&[7; 200_000], WORDS).unwrap();
        for length in [MARK.len(), 60, sealed.len() / 2, sealed.len() - 1] {
            assert!(open(&sealed[..length], WORDS).is_err(), "cut at {length}");
        }
        let mut changed = sealed;
        let last = changed.len() - 5;
        changed[last] ^= 1;
        assert!(matches!(open(&changed, WORDS), Err(Error::Damaged(_))));
        let key = age::x25519::Identity::generate().to_public();
        let made = Encryptor::with_recipients(iter::once(&key as &dyn Recipient)).unwrap();
        let mut for_key = Vec::new();
        made.wrap_output(&mut for_key).unwrap().finish().unwrap();
        assert!(matches!(open(&for_key, WORDS), Err(Error::SealedOtherwise)));
        assert!(open(b"age-encryption.org/v2\n-> scrypt", WORDS).is_err());
    }
}

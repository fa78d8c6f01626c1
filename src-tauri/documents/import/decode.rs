//! Text of any usual encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

use crate::{Error, Result};

/// The text of a file: UTF-8 or UTF-16 with or without a mark, else what the bytes look like (Windows-1252 for
/// most older French and English files).
///
/// # Errors
/// [`Error::Empty`]; [`Error::UnknownFormat`] for bytes that are no text.
pub(super) fn text(bytes: &[u8]) -> Result<String> {
    if bytes.is_empty() {
        return Err(Error::Empty);
    }
    let text = if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        encoding.decode(bytes).0.into_owned()
    } else if let Some(encoding) = sixteen_bits(bytes) {
        encoding.decode_without_bom_handling(bytes).0.into_owned()
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        text.to_owned()
    } else if let Some(text) = mixed(bytes) {
        text
    } else {
        guessed(bytes)
    };
    if text.contains('\0') {
        return Err(Error::UnknownFormat);
    }
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    Ok(text)
}

/// What the bytes look like, among the encodings of one byte a letter and those of East Asia.
fn guessed(bytes: &[u8]) -> String {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"fr"), Utf8Detection::Deny).decode_without_bom_handling(bytes).0.into_owned()
}

/// UTF-8 that was cut in the middle of a letter, or whose lines come from several programs: one wrong byte must not
/// garble every accent of the file. `None` where no line with accents is UTF-8.
fn mixed(bytes: &[u8]) -> Option<String> {
    let lines = || bytes.split_inclusive(|byte| *byte == b'\n');
    let is_utf8 = |line: &&[u8]| !line.is_ascii() && std::str::from_utf8(line).is_ok();
    // Without an accent before it, the last byte says nothing about the encoding.
    let is_cut = std::str::from_utf8(bytes)
        .is_err_and(|error| error.error_len().is_none() && !bytes[..error.valid_up_to()].is_ascii());
    if is_cut {
        return Some(String::from_utf8_lossy(bytes).trim_end_matches(char::REPLACEMENT_CHARACTER).to_owned());
    }
    lines().find(is_utf8)?;
    let foreign: Vec<u8> = lines().filter(|line| std::str::from_utf8(line).is_err()).flatten().copied().collect();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&foreign, true);
    let encoding = detector.guess(Some(b"fr"), Utf8Detection::Deny);
    let decoded = lines().map(|line| match std::str::from_utf8(line) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding.decode_without_bom_handling(line).0.into_owned(),
    });
    Some(decoded.collect())
}

/// UTF-16 without a mark: Latin text has a zero in every other byte.
fn sixteen_bits(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4_096)];
    if sample.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() * 2 / 5;
    match (even >= many, odd >= many) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use encoding_rs::WINDOWS_1252;

    use super::*;

    const TEXT: &str = "Tâche;Rôle\nRégler les accès à l’été;Ingénieur ou ingénieure\n";

    #[test]
    fn french_accents_survive_every_usual_encoding() {
        let utf16 = |order: fn(u16) -> [u8; 2]| TEXT.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let windows = WINDOWS_1252.encode(TEXT).0.into_owned();
        for bytes in [
            TEXT.as_bytes().to_vec(),
            marked(&[0xef, 0xbb, 0xbf], TEXT.as_bytes().to_vec()),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
            marked(&[0xff, 0xfe], utf16(u16::to_le_bytes)),
            marked(&[0xfe, 0xff], utf16(u16::to_be_bytes)),
            windows,
        ] {
            assert_eq!(text(&bytes).unwrap(), TEXT);
        }
    }

    #[test]
    fn one_wrong_byte_does_not_garble_the_rest() {
        let windows = WINDOWS_1252.encode("Vérifier l’été;Développeuse\n").0.into_owned();
        let both = [TEXT.as_bytes(), &windows, TEXT.as_bytes()].concat();
        assert_eq!(text(&both).unwrap(), format!("{TEXT}Vérifier l’été;Développeuse\n{TEXT}"));
        let cut = "Tâche\nÉté à".as_bytes();
        assert_eq!(text(&cut[..cut.len() - 1]).unwrap(), "Tâche\nÉté ");
        assert_eq!(text(b"Tache\nOpen caf\xe9").unwrap(), "Tache\nOpen café");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(matches!(text(b""), Err(Error::Empty)));
        assert!(matches!(text(b" \n\t"), Err(Error::Empty)));
        assert!(matches!(text(b"abc\0\x01\x02\0x"), Err(Error::UnknownFormat)));
    }
}

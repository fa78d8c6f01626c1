//! Files of other programs that are not read: known by their first bytes, and refused with what to save them as.

use crate::Error;

/// A kind of file that is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Word before 2007.
    OldWord,
    /// Excel before 2007.
    OldExcel,
    /// Slides of any program.
    Slides,
    Pdf,
    Rtf,
    /// Pages, Numbers or Keynote.
    Apple,
    /// Only a link to a document that lies elsewhere.
    WebLink,
    /// A message from a mail program.
    Mail,
    /// A plan of MS Project.
    Project,
}

impl Foreign {
    /// The message that says this to the user: `error-data-foreign-<code>`.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Foreign::OldWord => "data-foreign-old-word",
            Foreign::OldExcel => "data-foreign-old-excel",
            Foreign::Slides => "data-foreign-slides",
            Foreign::Pdf => "data-foreign-pdf",
            Foreign::Rtf => "data-foreign-rtf",
            Foreign::Apple => "data-foreign-apple",
            Foreign::WebLink => "data-foreign-web-link",
            Foreign::Mail => "data-foreign-mail",
            Foreign::Project => "data-foreign-project",
        }
    }
}

/// Refuses a file that is of no kind that is read, by its first bytes and its ending.
///
/// # Errors
/// [`Error::Foreign`], [`Error::Protected`] for an encrypted document, [`Error::UnknownFormat`].
pub(super) fn refuse(bytes: &[u8], ending: &str) -> Result<(), Error> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(envelope(bytes, ending));
    }
    let foreign = if bytes.starts_with(b"%PDF") {
        Foreign::Pdf
    } else if bytes.starts_with(b"{\\rtf") {
        Foreign::Rtf
    } else if ["gdoc", "gsheet", "gslides"].contains(&ending) {
        Foreign::WebLink
    } else if ["eml", "msg"].contains(&ending) {
        Foreign::Mail
    } else {
        return Ok(());
    };
    Err(Error::Foreign(foreign))
}

/// What lies in an old envelope of Microsoft: an old document, or a new one that is encrypted.
fn envelope(bytes: &[u8], ending: &str) -> Error {
    let names = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if names("EncryptedPackage") || ["docx", "docm", "xlsx", "xlsm"].contains(&ending) {
        return Error::Protected;
    }
    let by_ending = match ending {
        "doc" | "dot" => Some(Foreign::OldWord),
        "xls" | "xlt" => Some(Foreign::OldExcel),
        "ppt" | "pps" => Some(Foreign::Slides),
        "msg" => Some(Foreign::Mail),
        "mpp" => Some(Foreign::Project),
        _ => None,
    };
    let by_name = || {
        [
            ("WordDocument", Foreign::OldWord),
            ("Workbook", Foreign::OldExcel),
            ("PowerPoint Document", Foreign::Slides),
            ("__nameid_version", Foreign::Mail),
        ]
        .into_iter()
        .find(|(name, _)| names(name))
        .map(|(_, foreign)| foreign)
    };
    by_ending.or_else(by_name).map_or(Error::UnknownFormat, Error::Foreign)
}

//! The forms of a whole workshop: for each role a workbook to fill in and a sheet to print.

use std::io::{Cursor, Write};

use couloir_core::workshop::Language;
use couloir_core::{Contents, Day};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{file_name, write};
use crate::{Error, Result, print_form};

/// A file of the set: its name and its bytes.
pub struct FormFile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// Characters that no font has, on a printed sheet.
    pub unprintable: String,
}

/// Every form, two files a role. The same workshop gives the same bytes.
///
/// # Errors
/// A fault of the program only.
pub fn set(contents: &Contents, language: Language, today: Day) -> Result<Vec<FormFile>> {
    let mut files = Vec::with_capacity(contents.roles.len() * 2);
    for role in &contents.roles {
        let name = file_name(contents, role, language);
        let bytes = write(contents, role, language).map_err(Error::fault)?;
        files.push(FormFile { name: format!("{name}.xlsx"), bytes, unprintable: String::new() });
        let printed = print_form(contents, &role.id, language, today)?;
        files.push(FormFile { name: format!("{name}.pdf"), bytes: printed.bytes, unprintable: printed.unprintable });
    }
    Ok(files)
}

/// The set as one zip.
///
/// # Errors
/// A fault of the program only.
pub fn packed(files: &[FormFile]) -> Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        zip.start_file(&file.name, options).map_err(Error::fault)?;
        zip.write_all(&file.bytes).map_err(Error::fault)?;
    }
    Ok(zip.finish().map_err(Error::fault)?.into_inner())
}

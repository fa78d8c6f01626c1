//! Packs a PDF: the structure tree of a tagged page is hundreds of small objects, which object streams shrink.

use lopdf::{Document, SaveOptions};

use crate::Result;

/// The same document with its small objects in compressed object streams.
///
/// # Errors
/// [`crate::Error::Fault`] when the PDF cannot be read or written, which does not happen to one we made.
pub(super) fn pack(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut document = Document::load_mem(bytes)?;
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(10_000)
        .compression_level(9)
        .build();
    let mut packed = Vec::with_capacity(bytes.len());
    document.save_with_options(&mut packed, options).map_err(lopdf::Error::IO)?;
    Ok(packed)
}

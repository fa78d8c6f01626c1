//! Data out: a workshop in the formats that other programs read.

use couloir_core::meeting::{MeetingId, MeetingStatus};
use couloir_core::series::SeriesId;
use couloir_core::{Contents, Millis};
use couloir_messages::text;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::Result;
use crate::document::safe_name;
use crate::invitation::invitation;
use crate::table::Noun;
use crate::{archive, csv, ics, markdown, xlsx};

/// What leaves, and in which format.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(tag = "format", rename_all = "snake_case")]
pub enum DataRequest {
    /// A workbook with a sheet a noun, the RACI and the contract grid.
    Xlsx { includes_private: bool },
    /// The tasks alone.
    Csv { includes_private: bool },
    /// Every table as CSV, in one zip.
    CsvAll { includes_private: bool },
    /// The whole workshop to read and to edit as text.
    Markdown { includes_private: bool },
    /// A meeting for a calendar.
    Meeting { meeting_id: MeetingId },
    /// A series for a calendar.
    Series { series_id: SeriesId },
    /// The words of the mail that invites to a meeting.
    Invitation { meeting_id: MeetingId },
    /// Everything, without loss; private notes too.
    Archive,
}

impl DataRequest {
    /// The ending of the file's name.
    pub fn ending(&self) -> &'static str {
        match self {
            DataRequest::Xlsx { .. } => "xlsx",
            DataRequest::Csv { .. } => "csv",
            DataRequest::CsvAll { .. } => "zip",
            DataRequest::Markdown { .. } => "md",
            DataRequest::Meeting { .. } | DataRequest::Series { .. } => "ics",
            DataRequest::Invitation { .. } => "txt",
            DataRequest::Archive => "couloir",
        }
    }
}

/// The bytes of the file; `stamp` is the moment of the export, which calendars want to know.
///
/// # Errors
/// [`crate::Error::Unknown`] for a meeting or series that is not in the workshop.
pub fn data(contents: &Contents, request: &DataRequest, stamp: Millis) -> Result<Vec<u8>> {
    match request {
        DataRequest::Xlsx { includes_private } => xlsx::write(contents, *includes_private),
        DataRequest::Csv { includes_private } => csv::write(contents, Noun::Tasks, *includes_private),
        DataRequest::CsvAll { includes_private } => csv::write_all(contents, *includes_private),
        DataRequest::Markdown { includes_private } => Ok(markdown::workshop(contents, *includes_private).into_bytes()),
        DataRequest::Meeting { meeting_id } => ics::meeting(contents, meeting_id, stamp),
        DataRequest::Series { series_id } => ics::series(contents, series_id, stamp),
        DataRequest::Invitation { meeting_id } => {
            let made = invitation(contents, meeting_id)?;
            Ok(format!("{}\n\n{}", made.subject, made.text).into_bytes())
        }
        DataRequest::Archive => archive::write(contents),
    }
}

/// A name for the file, with its ending: what it is about, with nothing in it that a file system refuses.
pub fn data_name(contents: &Contents, request: &DataRequest) -> String {
    let workshop = &contents.workshop.title;
    let title = match request {
        DataRequest::Meeting { meeting_id } | DataRequest::Invitation { meeting_id } => {
            contents.meetings.iter().find(|meeting| meeting.id == *meeting_id).map_or(workshop, |one| &one.title)
        }
        DataRequest::Series { series_id } => {
            contents.series.iter().find(|series| series.id == *series_id).map_or(workshop, |one| &one.title)
        }
        _ => workshop,
    };
    let name = match request {
        DataRequest::Csv { .. } => {
            let spoken = crate::table::language(contents);
            format!("{} - {title}", text(spoken, "import-kind-task", &[]))
        }
        _ => title.clone(),
    };
    format!("{}.{}", safe_name(&name), request.ending())
}

/// The meeting that is exported when none is named: the first that is not over, else the last.
pub fn next_meeting(contents: &Contents) -> Option<MeetingId> {
    let mut meetings: Vec<_> = contents.meetings.iter().filter(|meeting| !meeting.is_template).collect();
    meetings.sort_by_key(|meeting| meeting.starts_at);
    let next = meetings.iter().find(|meeting| meeting.status != MeetingStatus::Closed).or(meetings.last());
    next.map(|meeting| meeting.id.clone())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::fixture::lived;
    use couloir_core::workshop::Language;

    #[test]
    fn every_format_gives_a_file_of_its_kind_under_a_safe_name() {
        let mut contents = lived(Language::Fr);
        contents.workshop.title = "Qui / quoi : \"nous\"?".to_owned();
        let meeting_id = next_meeting(&contents).unwrap();
        let requests = [
            (DataRequest::Xlsx { includes_private: false }, &b"PK"[..]),
            (DataRequest::Csv { includes_private: false }, "\u{feff}".as_bytes()),
            (DataRequest::CsvAll { includes_private: false }, b"PK"),
            (DataRequest::Markdown { includes_private: false }, b"#"),
            (DataRequest::Meeting { meeting_id }, b"BEGIN:VCALENDAR"),
            (DataRequest::Archive, b"PK"),
        ];
        for (request, start) in requests {
            let name = data_name(&contents, &request);
            assert!(name.ends_with(request.ending()) && !name.contains(['/', ':', '"', '?']), "{name}");
            assert!(data(&contents, &request, Millis(0)).unwrap().starts_with(start), "{name}");
        }
        let unknown = DataRequest::Series { series_id: SeriesId("x".to_owned()) };
        assert_eq!(data(&contents, &unknown, Millis(0)).unwrap_err().code(), "data-unknown");
    }
}

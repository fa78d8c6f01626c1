//! Errors as sentences in the user's language, for the command line and native dialogs.

use couloir_core::TITLE_MAX;
use couloir_core::analysis::prepare::Candidate;
use couloir_core::analysis::radar::Finding;
use couloir_messages::{Arg, Language, text, told};

use super::IpcError;

/// What happened, what was kept and what to do.
pub fn of(language: Language, error: &IpcError) -> String {
    let (key, args): (&str, Vec<(&str, Arg<'_>)>) = match error {
        IpcError::NotFound { kind } => ("error-not-found", vec![("kind", label(language, "kind", kind).into())]),
        IpcError::Invalid { field, rule, detail } => {
            let rule = text(language, &format!("rule-{rule}"), &[("detail", detail.as_str().into())]);
            ("error-invalid", vec![("field", label(language, "field", field).into()), ("rule", rule.into())])
        }
        IpcError::TooLong { field, limit } => {
            ("error-too-long", vec![("field", label(language, "field", field).into()), ("limit", (*limit).into())])
        }
        IpcError::Conflict => ("error-conflict", vec![]),
        IpcError::NothingToUndo => ("error-nothing-to-undo", vec![]),
        IpcError::FileTooNew { found, known } => {
            ("error-file-too-new", vec![("found", (*found).into()), ("known", (*known).into())])
        }
        IpcError::Unopened { path, fault } => {
            return text(language, &format!("fault-{fault}"), &[("path", path.as_str().into())]);
        }
        IpcError::FileChanged { change } => return text(language, &format!("file-change-{change}"), &[]),
        IpcError::Disk { is_unsure: true } => ("error-disk-unsure", vec![]),
        IpcError::Disk { is_unsure: false } => ("error-disk", vec![]),
        IpcError::BadCopy => ("error-bad-copy", vec![]),
        IpcError::Damaged => ("error-damaged", vec![]),
        IpcError::ReadOnly => ("error-read-only", vec![]),
        IpcError::DiskFull => ("error-disk-full", vec![]),
        IpcError::Busy => ("error-busy", vec![]),
        IpcError::Data { reason, subject, line } => {
            let args = [("subject", subject.as_str().into()), ("line", (*line).into())];
            return text(language, &format!("error-{reason}"), &args);
        }
        IpcError::Internal { incident } => ("error-internal", vec![("incident", (*incident).into())]),
    };
    text(language, key, &args)
}

/// What findings say, as a title: one by its sentence, several by how many and the first.
pub fn of_findings(language: Language, findings: &[Finding]) -> String {
    let said = findings.first().map(|finding| of_finding(language, finding)).unwrap_or_default();
    if findings.len() < 2 {
        return as_title(said);
    }
    let args = [("count", findings.len().into()), ("first", said.as_str().into())];
    as_title(text(language, "finding-together", &args))
}

/// What a finding says.
pub fn of_finding(language: Language, finding: &Finding) -> String {
    told(language, &format!("finding-{}", finding.kind.name()), &finding.args)
}

/// Why a finding matters.
pub fn why_finding(language: Language, finding: &Finding) -> String {
    told(language, &format!("finding-{}-why", finding.kind.name()), &finding.args)
}

/// A proposal for an agenda as a title: a longer sentence ends in "…".
pub fn title_of(language: Language, proposal: &Candidate) -> String {
    as_title(told(language, &proposal.title.key, &proposal.title.args))
}

/// Why a proposal waits: how many seconds it needs, and how many were left.
pub fn no_room(language: Language, needed: i32, room: i32) -> String {
    text(language, "prepare-no-room", &[("needed", (needed / 60).into()), ("room", (room / 60).into())])
}

/// A sentence as a title: one that is too long ends in "…".
pub fn as_title(said: String) -> String {
    let most = TITLE_MAX as usize;
    if said.chars().count() <= most {
        return said;
    }
    said.chars().take(most - 1).chain(['…']).collect()
}

/// The word for a code such as a table or field name.
fn label(language: Language, family: &str, code: &str) -> String {
    text(language, &format!("{family}-{}", code.replace('_', "-")), &[])
}

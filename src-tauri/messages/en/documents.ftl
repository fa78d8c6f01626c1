# What documents say on paper. document-<code> names a document.
document-agenda = Agenda
document-full-title = { $kind }: { $title }
document-draft = Draft
document-goal = Goal
document-bring = Please bring
document-time = Time
document-item = Item
document-lead = Led by
document-minutes = min
document-end = end
document-total = total
document-length = { $minutes } min
document-people =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
document-optional = optional
document-spare = { $minutes } min to spare
document-overlap = { $minutes } min overlap
document-overrun = { $minutes } min beyond the planned end
document-no-meeting = This workshop has no meeting yet. Create one in Couloir, for example from a built-in agenda, then print this document again.
document-no-items = This meeting has no agenda items yet.
error-document-unknown = There is no document “{ $subject }”. Nothing was written.
error-document-meeting-unknown = The workshop has no such meeting: { $subject }. Nothing was written.
error-document-page-unknown = This document has no page { $subject }.
error-document-not-made = An unexpected problem kept the document from being made. Nothing was written; the technical log has the details.
error-file-no-folder = The folder of { $subject } does not exist. Nothing was written; choose another place.
error-file-is-folder = { $subject } is a folder. Nothing was written; choose a file name.
error-file-read-only = { $subject } cannot be changed. Nothing was written; choose another place or check your rights.
error-file-disk-full = The disk is full: { $subject } was not written. The old file is untouched; free some space and try again.
error-file-differs = { $subject } could not be read back as it was written. Do not trust this disk; save elsewhere.
error-file-not-written = { $subject } could not be written. The old file is untouched; choose another place.

# The command line: help texts and answers.
cli-couloir = Couloir prepares, runs and follows up roles & responsibilities workshops. With no command the window opens.
cli-usage = Usage:
cli-commands = Commands:
cli-options = Options:
cli-arguments = Arguments:
cli-argument-help = Show this help
cli-argument-version = Show the version
cli-couloir-new = Open the window on the choice of a new workshop
cli-argument-data = Data folder (default: the system’s)
cli-argument-id = Id of the workshop (see “list”)
cli-argument-json = Answer in JSON
cli-new = Make a workshop and print its id
cli-new-template = Start from a template: { $templates }
cli-new-language = Language of the workshop (default: the system’s)
cli-new-title = Title of the workshop
cli-guide = Write the guide as a PDF
cli-guide-file = PDF file to write
cli-guide-language = Language of the guide (default: the system’s)
cli-templates = List the templates, built in and your own, and what they hold
cli-templates-language = Language in which to show them (default: the system’s)
cli-template = Keep a workshop as a template (save ID NAME), write it to a file (export NAME FILE), take it over (import FILE) or delete it (delete NAME)
cli-template-action = What to do
cli-template-what = Id of the workshop, name of the template, or file to take over
cli-template-to = Name of the template, or file to write
cli-template-missing = The name of the template or the file to write is missing. Nothing was changed.
cli-template-several = Several templates are called “{ $template }”; give its id (see “templates”). Nothing was changed.
cli-template-deleted = Template deleted: { $template }
cli-template-left = Left out: { $what }
cli-list = List the workshops
cli-list-empty = No workshop yet. Make one: couloir new --template ajo
cli-show = Show a whole workshop
cli-show-role = { $letter }  { $name } ({ $tasks ->
    [0] no tasks
    [one] one task
   *[other] { $tasks } tasks
})
cli-show-unassigned = { $tasks ->
    [0] Every task has a role.
    [one] One task has no role.
   *[other] { $tasks } tasks have no role.
}
cli-findings = List the findings: what is missing between the roles
cli-findings-count = { $count ->
    [0] Nothing is missing between the roles.
    [one] One finding.
   *[other] { $count } findings.
}
cli-findings-accepted = Accepted: { $finding } Reason: { $reason }
cli-export = Write a document to a file
cli-export-document = Document: { $documents }
cli-export-file = File to write; its ending decides: .pdf, .docx, .png, .svg or .xlsx (for forms, a folder or a .zip)
cli-export-meeting = Meeting it is about (default: the next one)
cli-export-series = Series of an .ics file, by its id or its title (default: the only one there is)
cli-export-page = Page to draw, for an .svg or .png file (default: the first)
cli-export-language = Language of the document (default: the workshop’s)
cli-contracts = List what roles owe each other, with the score
cli-rounds = List the pair rounds: everyone once with everyone
cli-share = Share a workshop with other laptops, or no longer
cli-share-stop = stop sharing: the workshop stays here as it is
cli-share-anew = a fresh file that knows nothing of what was written and deleted before
cli-share-done = The workshop is shared. Send its file with: couloir send ID FILE
cli-share-stopped = The workshop is no longer shared; it stays here as it is.
cli-share-anew-done = A new start is made. Send the new file to everybody.
cli-send = Write the file of a shared workshop, for another laptop to receive
cli-send-file = where to write it (.couloir)
cli-send-passphrase = ask for a passphrase that alone opens the file
cli-receive = Merge what another laptop sent, or take part in its workshop
cli-receive-file = the file that was sent
cli-receive-nothing = This file holds no shared workshop. Nothing was changed; couloir import takes it as a workshop of its own.
cli-conflicts = List what does not go together in a shared workshop
cli-check = Check the database
cli-check-sound = The database is sound: { $workshops ->
    [0] no workshops
    [one] one workshop
   *[other] { $workshops } workshops
}.
cli-check-faults = The database has faults ({ $count }). Nothing was changed; restore a backup.
cli-unknown-command = There is no command “{ $what }”. See: couloir --help
cli-unknown-argument = The argument “{ $what }” is not known here. See: couloir --help
cli-missing-argument = Missing: { $what }. See: couloir --help
cli-bad-value = The value of { $what } is not valid. See: couloir --help
cli-bad-arguments = These arguments do not go together. See: couloir --help
cli-unknown-language = The language “{ $language }” is not known; choose fr or en. Nothing was changed.
cli-unknown-template = There is no template “{ $template }”; the built-in ones are: { $templates }. Nothing was changed.
cli-wrong-ending = A file called “.{ $ending }” would not hold what its name says: “{ $document }” is written as { $endings }. Nothing was written.
cli-unknown-document = There is no document “{ $document }”; choose one of: { $documents }. Nothing was written.
cli-exported = Written: { $path }
cli-unprintable = No font on this computer has these characters; they print as boxes: { $characters }
window-no-display = Couloir finds no display to open its window on. Commands work without one: couloir --help
window-failed = The window could not open: { $reason }
cli-import = Take in a file: .couloir archive, table (XLSX, ODS, CSV, TSV), document (DOCX, ODT, Markdown, HTML, text) or calendar (ICS)
cli-import-file = File to read; several of them if they are filled forms
cli-import-into = Workshop to add to (default: a new workshop)
cli-import-update = Also change rows of the open workshop that the file says otherwise
cli-import-dry-run = Show what would be taken, changing nothing
cli-import-dry = A trial only: nothing was changed.
cli-import-one = One file at a time, but for filled forms. Nothing was changed; import them one after the other.
cli-imported = { $rows ->
    [0] Nothing new to take.
    [one] One row taken, in one step that can be undone.
   *[other] { $rows } rows taken, in one step that can be undone.
}
cli-import-difference = { $list }: { $added } to add, { $changed } that differ, left as they are
cli-import-count = { $kind }: { $taken } taken, { $left } left out{ $twins ->
    [0] {""}
   *[other] , { $twins } of them nearly equal to others
}{ $changed ->
    [0] {""}
   *[other] , { $changed } changed in the file (taken with --update)
}
cli-no-meeting = This workshop has no meeting yet. Nothing was written.
cli-no-series = This workshop has no series of meetings. Nothing was written.
cli-which-series =
    Which one? Name it with --series. Nothing was written.
    { $series }
cli-prepare = Propose the agenda of a meeting from what is open
cli-prepare-meeting = The meeting (default: the next one)
cli-prepare-head = { $meeting }: { $taken } min proposed, { $available } min available
cli-import-left-most = Most of this file was left: { $taken } rows or blocks taken, { $left } left. The list above names them.
cli-import-nothing = Nothing was recognised, so nothing was imported. The list above names what was left; in the window, each column can be given its meaning.
cli-import-remembered = Columns read as they were set in the window for a file with the same titles.
cli-search = Find texts that hold every word, in all workshops
cli-search-words = Words, or their beginnings; a phrase between quotes
cli-search-workshop = Only in this workshop
cli-search-limit = How many texts to print (default: 50)
cli-search-count = { $count ->
    [0] Nothing found.
    [one] 1 text found.
   *[other] { $count } texts found, { $shown } shown.
}
# The manual page.
manual-title = Couloir Manual
manual-name = Name
manual-summary = prepare, run and follow up roles & responsibilities workshops
manual-synopsis = Synopsis
manual-description = Description
manual-options = Options
manual-commands = Commands
manual-files = Files
manual-files-data = The database, its copies and the program’s logs.
manual-files-portable = A folder of this name beside the program holds everything and leaves nothing elsewhere.
cli-generate = Make workshops of a size, for measuring and tests
cli-generate-tasks = Tasks of each
cli-generate-roles = Roles of each
cli-generate-workshops = How many workshops
cli-generate-seed = The same number gives the same texts
cli-export-passphrase = Seal the archive with a passphrase, asked for or piped in
cli-passphrase-ask = Passphrase: 
cli-passphrase-new = New passphrase: 
cli-passphrase-again = Once more: 
cli-passphrase-differs = The two passphrases differ. Nothing was written.
cli-passphrase-none = No passphrase was given: type it, or pipe it in as one line. Nothing was changed.
cli-passphrase-archive = Only an archive can be sealed with a passphrase. Nothing was written.
cli-backup-passphrase = Seal the file with a passphrase, asked for or piped in
cli-passphrase-file = Only a copy in a file can be sealed: name the file. Nothing was written.

# Taking data over: choose, read again, correct, accept.
import-open = Import…
import-start = Import a file or a table…
import-title = Import into a new workshop
import-into-title = Import into “{ $title }”
import-what = A Couloir archive, a table (XLSX, ODS, CSV), a document (DOCX, ODT, Markdown, HTML, text) or a calendar (ICS). You look at everything and correct it before anything changes.
import-file = Choose a file…
import-drop = or drop it anywhere on the window.
import-drop-here = Drop the file to look at it
import-paste = Or paste a table or a text
import-paste-placeholder = Cells, lists or pages copied from a spreadsheet, a document or the web, or Markdown text
import-read-text = Read this text
import-reading = Reading…
import-heading = Import “{ $name }”
import-pasted-heading = Import what was pasted
import-pasted = Pasted table
import-unchanged = nothing is changed yet
import-untitled = Imported workshop
import-accept = { $count ->
    [0] Nothing to import
    [one] Import one thing
   *[other] Import { $count } things
}
import-accept-key = Import what is ticked
shortcuts-import = Import
import-done = { $count ->
    [one] One thing imported
   *[other] { $count } things imported
}{ $left ->
    [0] .
    [one] , one left out.
   *[other] , { $left } left out.
} A single undo goes back.
import-into = Where to import
import-here = This workshop
import-new = New workshop
import-filter = What is shown
import-all = Everything
import-twins = nearly the same
import-left = left out
import-found = What was found
import-warnings = { $count ->
    [one] One remark
   *[other] { $count } remarks
}
import-nothing = Nothing is recognised yet. Say above what the columns hold.
import-take-all = Tick all
import-take-none = Untick all
import-take-one = Import: { $text }
import-line = Line { $line } of the file
import-becomes = Becomes: { $text }
import-of-role = Role of: { $text }
import-receiver = Receives: { $text }
import-no-role = no role
import-words = Text
import-twin = nearly the same as “{ $text }”
import-twin-there = in the workshop already: “{ $text }”; tick to keep both
import-rows = { $count ->
    [one] one row
   *[other] { $count } rows
}
import-header = Titles
import-header-none = no titles
import-header-line = line { $line }
import-column = Meaning of column { $title }
import-column-left = leave aside
import-column-part = RACI of { $role }
import-list = Kind
import-added = to add
import-same = the same
import-changed = different
import-archive-hint = What is different stays as it is in the open workshop. To take it as it was, import the archive into a new workshop and compare.
import-one-role = role
import-one-skill = skill
import-one-typical-task = typical task
import-one-person = person
import-one-responsibility = responsibility
import-one-step = step
import-one-task = task
import-one-need = need
import-one-offer = offer
import-one-resource = resource
import-one-meeting = meeting
import-one-agenda-item = agenda item
import-one-note = note, kept
import-list-roles = roles
import-list-skills = skills
import-list-typical-tasks = typical tasks
import-list-people = people
import-list-role-holders = holders
import-list-responsibilities = responsibilities
import-list-slips = slips
import-list-steps = steps
import-list-step-dependencies = dependencies between steps
import-list-tasks = tasks
import-list-task-dependencies = dependencies between tasks
import-list-involvements = RACI parts
import-list-contracts = contract lines
import-list-series = series
import-list-meetings = meetings
import-list-attendees = attendances
import-list-agenda-items = agenda items
import-list-deferrals = deferrals
import-list-outcomes = notes, decisions and actions
import-list-backlog-items = parked items
import-list-references = links
import-list-pulses = contract pulses
import-list-acceptances = accepted findings
import-list-resources = resources
import-list-tags = tags
import-list-taggings = tags put
import-list-snapshots = snapshots
import-list-airtimes = airtimes
import-warning-two-owners = Line { $line }: two are accountable, the first owns the task until you decide: { $subject }
import-warning-owner-by-work = Line { $line }: nobody is accountable; the one who does the work stands as owner: { $subject }
import-warning-no-owner = Line { $line }: nobody is accountable, the task has no owner: { $subject }
import-warning-dialect = Letters beyond R, A, C, I are taken so: { $subject }
import-warning-step-row = Line { $line } names the rows below it and becomes a step: { $subject }
import-warning-filled-down = Empty cells below a name are read as the same name: { $subject }
import-warning-role-by-name = This table names no role; it is read as that of “{ $subject }”
import-two-owners = The imported file has two accountable roles: { $roles }. Decide which one.
import-column-kept = keep in the detail
import-column-done = done
import-column-due = due
import-column-tags = tags
import-column-assignee = person who does it
import-column-accountable = accountable (names)
import-column-responsible = responsible (names)
import-column-consulted = consulted (names)
import-column-informed = informed (names)
import-column-letters = RACI letter of the row’s role
import-column-part-of-task = RACI of the task { $task }
import-left-title = { $count ->
    [one] One thing of the file is left
   *[other] { $count } things of the file are left
}
import-left-column = Column “{ $name }”{ $place ->
    [none] { "" }
   *[other] {" "}of { $place }
}: { $count ->
    [one] one cell
   *[other] { $count } cells
}
import-left-sheet = Whole sheet or table “{ $name }”: { $count ->
    [one] one row
   *[other] { $count } rows
}
import-left-hidden-sheet = Hidden sheet “{ $name }”: { $count ->
    [one] one row
   *[other] { $count } rows
}
import-left-row = Line { $line }: { $name }
import-left-cell = Line { $line }, cell that means nothing known: { $name }
import-left-block = Line { $line }, text: { $name }
import-remembered = Columns as you set them last time for this kind of file.
import-guess-again = As guessed
import-nothing-of-table = Nothing is taken over yet: say above what the columns hold.
import-hidden = hidden in the workbook
import-all-left = nothing of it is taken yet
import-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
import-state-new = new
import-state-changed = changed in the file
import-state-same = already the same
import-take-changes = Take over the changes too
import-change = { $field }: { $before } → { $after }
import-change-title = title
import-change-name = name
import-change-detail = detail
import-change-notes = notes
import-change-status = status
import-change-role-id = role
import-change-step-id = step
import-change-parts = RACI
import-change-roles = roles
import-change-mandate = mandate
import-change-first-step = first step
import-change-organisation = organisation
import-change-email = e-mail
import-change-url = link
import-change-heading = heading
import-change-tags = tags
import-change-due-on = due
import-change-person-id = person
import-warning-day-assumed = The agenda says no day; it is planned for { $subject }, change it in Meetings
import-warning-no-length = “{ $subject }” has no length; it stands as a mark
import-column-end = end
import-column-section = section
import-column-instruction = instruction
# The file is a template.
import-template = This file is a template. It begins a workshop, or joins your templates.
import-template-begin = Begin a workshop
import-template-keep = Keep as my template
# What an import brings, by kind; also on the command line.
import-kind-role = roles
import-kind-skill = skills
import-kind-typical-task = typical tasks
import-kind-person = people
import-kind-responsibility = responsibilities
import-kind-step = steps
import-kind-task = tasks
import-kind-need = needs
import-kind-offer = offers
import-kind-resource = resources
import-kind-meeting = meetings
import-kind-agenda-item = agenda items
import-kind-note = notes not recognised, kept

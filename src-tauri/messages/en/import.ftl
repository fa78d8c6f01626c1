# Taking data over: choose, read again, correct, accept.
import-open = Import…
import-start = Import a file or a table…
import-title = Import into a new workshop
import-into-title = Import into “{ $title }”
import-what = A Couloir archive, a table (XLSX, CSV, TSV) or a Markdown document. You look at everything and correct it before anything changes.
import-file = Choose a file…
import-drop = or drop it anywhere on the window.
import-drop-here = Drop the file to look at it
import-paste = Or paste a table or a text
import-paste-placeholder = Cells copied from a spreadsheet or a page, or Markdown text
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

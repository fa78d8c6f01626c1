# Meetings and their agendas.
nav-meetings = Meetings
meetings-title = Meetings
meetings-count = { $count ->
    [0] no meetings
    [one] one meeting
   *[other] { $count } meetings
}
meetings-new = New meeting
meetings-new-blank = Blank agenda
meetings-print = Print the agenda
meetings-empty-title = A meeting, an agenda, times that follow
meetings-empty-text = Start from a proven agenda or from a blank page. Times follow from lengths; a fixed item keeps its own.
meeting-new-title = Meeting
meeting-menu = Actions on “{ $title }”
meeting-deleted = The meeting “{ $title }” is deleted.
meeting-status-draft = draft
meeting-status-open = open
meeting-status-in_progress = in progress
meeting-status-closed = closed
agenda-builtin-half-day = Half day, 230 min
agenda-builtin-short = Short, 90 min
agenda-builtin-two-sessions = Two sessions of 60 min
agenda-builtin-cross-functional = Cross-functional meeting, 45 min
agenda-builtin-review = Review after three months, 60 min
agenda-add = Add an item
agenda-new-title = New item
agenda-empty-title = The agenda is empty
agenda-empty-text = Add a first item with its length. Every start time follows from the start of the meeting.
agenda-detail-placeholder = what people read under the title
agenda-day = Day
agenda-start = Start
agenda-planned = Planned length
agenda-end = end
agenda-total = total
agenda-minutes = { $minutes } min
agenda-over = { $minutes } min too long
agenda-left = { $minutes } min left
agenda-spare = { $minutes } spare min
agenda-overlap = { $minutes } min overlap
agenda-grip = Move “{ $title }” (Alt and arrows)
agenda-lock = Fix the start of “{ $title }”
agenda-locked = Fixed start
agenda-unlocked = The start follows
agenda-minutes-of = Length of “{ $title }”
agenda-details = Details of “{ $title }”
agenda-item-menu = Actions on “{ $title }”
agenda-moved = Item “{ $title }” moved.
agenda-no-length = “{ $text }” is not a length. Try 90, 1h30 or 1:30. Nothing was changed.
agenda-optional = optional
agenda-parallel = track { $track }
agenda-make-optional = Make optional
agenda-make-needed = Make necessary
agenda-remove = Remove from the agenda
agenda-kind = Rhythm
agenda-kind-frame = Frame
agenda-kind-work = Work
agenda-kind-silent = Silent
agenda-kind-pairs = In pairs
agenda-kind-plenary = Everyone
agenda-kind-decide = Decision
agenda-kind-break = Break
agenda-kind-close = Closing
agenda-presenter-role = Leading role
agenda-presenter-person = Leading person
agenda-no-role = no role
agenda-no-person = nobody in particular
agenda-least = Least length
agenda-group = In parallel with
agenda-group-placeholder = a name shared by simultaneous items
agenda-instruction = Projected instruction
agenda-no-time = “{ $text }” is not a time. Try 9:00 or 14:30. Nothing was changed.
agenda-split = Split in two
agenda-next-day = Start the next day
agenda-same-day = Follow the item before
agenda-park = Park
agenda-to-next = Move to the next meeting
agenda-copy-to-next = Copy to the next meeting
agenda-went-to-next = “{ $title }”: meeting of { $day }
agenda-columns = Columns
agenda-column-show = Show: { $column }
agenda-column-hide = Hide: { $column }
agenda-column-detail = detail
agenda-column-lead = who leads
agenda-column-flags = remarks
day-strip-label = { $day }, item by item
method-add = Add a method…
method-save = Save as a method
method-saved = Method saved: { $title }
method-delete = Delete the method “{ $title }”
method-none = No saved method
template-save = Save as a meeting template
template-save-short = Save
template-saved = Template saved: { $title }
template-use = Template: { $title }
meeting-announce = Announce the meeting
meeting-to-draft = Back to draft
meeting-invite = Invite…
invitation-title = Invitation to the meeting
invitation-how = Paste this text into a mail and attach the calendar file: it holds the agenda.
invitation-to = To
invitation-nobody = no address is known of those who are invited
invitation-subject = Subject
invitation-text = Text
invitation-copy = Copy the text
invitation-copied = The text of the invitation is in the clipboard.
invitation-save-ics = Save the calendar file…
invitation-save-text = Save the text…
parking-title = Parking lot
parking-empty = Nothing waits. What is off topic is noted here.
parking-add = Note a topic for later
parking-age = { $days ->
    [0] today
    [one] for a day
   *[other] for { $days } days
}
parking-schedule = Add “{ $title }” to “{ $meeting }”
parking-into = Add to “{ $meeting }”
parking-scheduled = { $title }: added to { $meeting }
parking-menu = Actions for “{ $title }”
series-menu = Actions for the series “{ $title }”
series-next = Prepare the next meeting of “{ $title }”
series-edit = Edit the series…
series-delete = Delete the series (its meetings stay)
series-repeat = Repeat…
series-new-title = Repeat the meeting
series-edit-title = Series of meetings
series-rhythm = Rhythm
series-weekly = every week
series-monthly-weekday = a weekday of the month
series-monthly-day = a day of the month
series-own = another rule
series-every = Every
series-weeks = { $count ->
    [one] week
   *[other] weeks
}
series-months = { $count ->
    [one] month
   *[other] months
}
series-on = On
series-nth = Which in the month
series-weekday = Day of the week
series-month-day = Day of the month
series-of-month = of the month
series-nth-1 = first
series-nth-2 = second
series-nth-3 = third
series-nth-4 = fourth
series-nth-last = last
series-end = End
series-end-never = never
series-end-count = after a number of times
series-end-until = on a date
series-times = { $count ->
    [one] time
   *[other] times
}
series-except = Except
series-except-add = Add a day without meeting
series-except-remove = Bring back { $day }
series-template = Agenda
series-template-none = empty
series-dates = Next dates, at { $time }
series-over = This series has no date ahead.
series-save = Save
series-rule = RFC 5545 rule
series-rule-example = RRULE:FREQ=WEEKLY;BYDAY=MO

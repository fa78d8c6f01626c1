# What a workshop starts from: the built-in starts and the user's own templates; also on the command line.
template-choose = Template
template-counts = { $tasks ->
    [one] one task
   *[other] { $tasks } tasks
} · { $contracts ->
    [one] one contract line
   *[other] { $contracts } contract lines
}, { $open } of them left for the room
template-agenda = Half-day agenda and a weekly cross-functional meeting
template-roles = Roles
template-steps = Steps
# The user's own templates.
template-own = My templates
template-built-in = Built in
template-own-meetings = { $count ->
    [0] No meeting
    [one] One meeting with its agenda
   *[other] { $count } meetings with their agendas
}
template-edit = Edit
template-export = Save as a file…
template-export-title = Save the template
template-deleted = The template “{ $title }” is deleted. Workshops made of it stay as they are.
template-keep = Keep as a template…
template-keep-title = Keep “{ $title }” as a template
template-keep-text = The roles, tasks, steps, contract lines and agendas are kept, in their words. The workshop stays as it is.
template-keep-left = This is left out
template-keep-nothing = There is nothing to leave out.
template-keep-check = Titles and texts are kept word for word: take out of them what names your client.
template-keep-yes = Keep the template
template-purpose = What it is for
template-kept = The template “{ $title }” is kept: you find it under “Start from a template”.
template-mark = Template
template-mark-tip = What you change here changes no workshop made of it before
# What a template of a workshop leaves out.
template-left-people = { $count ->
    [one] one person
   *[other] { $count } people
}
template-left-client = { $count ->
    [one] one organisation or place
   *[other] { $count } organisations or places
}
template-left-dates = { $count ->
    [one] one date
   *[other] { $count } dates
}
template-left-notes = { $count ->
    [one] one note of a card
   *[other] { $count } notes of cards
}
template-left-private-notes = { $count ->
    [one] one private note
   *[other] { $count } private notes
}
template-left-presenters = { $count ->
    [one] one name of who leads a block
   *[other] { $count } names of who leads a block
}
template-left-decisions = { $count ->
    [one] one decision
   *[other] { $count } decisions
}
template-left-actions = { $count ->
    [one] one action
   *[other] { $count } actions
}
template-left-meeting-notes = { $count ->
    [one] one note of a meeting
   *[other] { $count } notes of meetings
}
template-left-occasions = { $count ->
    [one] one meeting of a series after its first
   *[other] { $count } meetings of series after their first
}
template-left-progress = { $count ->
    [one] the status of one task
   *[other] the status of { $count } tasks
}
template-left-agreements = { $count ->
    [one] one confirmation or verdict on a contract
   *[other] { $count } confirmations or verdicts on contracts
}
template-left-given-up = { $count ->
    [one] one contract line that was given up
   *[other] { $count } contract lines that were given up
}
template-left-blind = { $count ->
    [one] one line written blind
   *[other] { $count } lines written blind
}
template-left-parked = { $count ->
    [one] one parked topic
   *[other] { $count } parked topics
}
template-left-accepted = { $count ->
    [one] one accepted finding
   *[other] { $count } accepted findings
}
template-left-moments = { $count ->
    [one] one named moment
   *[other] { $count } named moments
}
template-left-addresses = { $count ->
    [one] one link to a mail address
   *[other] { $count } links to mail addresses
}

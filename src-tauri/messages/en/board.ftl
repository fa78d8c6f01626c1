# The board: lanes are roles, cards are tasks.
board-title = Who carries what
board-lane = Lane
board-status = Status
board-step = Step
board-unassigned = Unassigned
board-no-step = No step
board-tasks = { $count ->
    [0] no tasks
    [one] one task
   *[other] { $count } tasks
}
board-roles = { $count ->
    [0] no roles
    [one] one role
   *[other] { $count } roles
}
board-without-role = { $count ->
    [one] one task without a role
   *[other] { $count } tasks without a role
}
board-filter = Filter the cards
board-columns = Columns
board-by-status = By status
board-by-step = By step
board-add = Add a task
board-add-here = Add a task, { $place }
board-new-placeholder = What is to be done
board-detail-placeholder = A detail, on one line
board-add-role = Add a role
board-role-name = Name of the new role
board-deleted = { $count ->
    [one] Task { $number } is deleted.
   *[other] Tasks { $number } are deleted.
}
board-empty-title = A lane per role, a card per task
board-empty-text = Add a first role above. Tasks that nobody carries yet wait in the lane “Unassigned”; drag them where they belong, or press N to write one.
status-todo = To do
status-doing = In progress
status-blocked = Blocked
status-done = Done
cell-label = { $lane }, { $column }
card-label = Task { $number }: { $title }. { $lane }, { $status }. { $waits }
card-menu = Actions on the card
card-move-to = Move to…
card-chain = Show its chain
card-waits = waits for { $number } from { $letter }
move-title = { $count ->
    [one] Move the card
   *[other] Move { $count } cards
}
move-confirm = Move
drag-picked-up = { $count ->
    [one] Card { $number } picked up.
   *[other] Cards { $number } picked up.
} Arrows carry it, Space drops it, Escape leaves it.
drag-where = { $lane }{ $within ->
    [0] {""}
   *[other] , { $column }
}, { $before ->
    [0] last
   *[other] before { $before }
}
drag-dropped = { $count ->
    [one] Card { $number } dropped
   *[other] Cards { $number } dropped
}: { $where }
drag-cancelled = Nothing moved.
lane-menu = Actions on { $name }
lane-rename = Rename
lane-color = Colour…
lane-up = Move up
lane-down = Move down
lane-fold = Collapse
lane-open = Expand
lane-delete = Delete the role
lane-deleted = Role { $letter } is deleted; { $tasks ->
    [0] no task changed
    [one] one task is to be assigned
   *[other] { $tasks } tasks are to be assigned
}, { $contracts ->
    [0] no contract line went with it
    [one] one contract line went with it
   *[other] { $contracts } contract lines went with it
}.
lane-moved = Lane { $letter } at position { $at }.
lane-to-assign = to be assigned
lane-vacant = vacant role
lane-also = also { $letters }
color-blue = Blue
color-orange = Orange
color-green = Green
color-purple = Purple
color-red = Red
color-teal = Teal
color-olive = Olive
color-brown = Brown
color-indigo = Indigo
color-pink = Pink
color-slate = Slate
color-gold = Gold
shortcuts-board = Board
shortcut-new-task = Write a task here
shortcut-filter = Filter
shortcut-columns = By role, by status or by step
shortcut-chain = Show the card’s chain
shortcut-pick-up = Pick up or drop the card (arrows carry it)
shortcut-edit = Edit the card
shortcut-move-to = Move to…
shortcut-delete = Delete the card
board-by-role = By role
board-selected = { $count ->
    [0] no card selected
    [one] one card selected
   *[other] { $count } cards selected
}
board-deselect = Deselect
board-small = Compact
board-large = Comfortable
board-fold-all = Fold all
board-all-folded = All lanes are folded.
board-all-open = All lanes are open.
board-filter-text = Words, number
board-filter-values = Find a value
board-filter-none = Nothing fits.
board-filter-roles = Role
board-filter-people = Person
board-filter-statuses = Status
board-filter-steps = Step
board-filter-tags = Tag
board-filter-add = Filter
board-filter-chip = { $kind }: { $values }
board-filter-many = { $count } chosen
board-filter-off = Take off the filter { $kind }
board-filter-saved = Kept filters
board-filter-keep = Keep this filter…
board-filter-name = Name of the filter
board-filter-kept = Filter “{ $name }” is kept.
board-filter-clear = Show everything
board-filter-forget = Forget “{ $name }”
board-shown = { $shown } of { $count } tasks
board-nobody = Nobody named
board-no-tag = No tag
board-status-set = { $count ->
    [one] Task { $number }: { $status }
   *[other] Tasks { $number }: { $status }
}
board-tagged = { $count ->
    [one] One card tagged “{ $name }”.
   *[other] { $count } cards tagged “{ $name }”.
}
board-duplicated = { $count ->
    [one] Copied as card { $number }.
   *[other] Copied as cards { $number }.
}
board-copied = { $count ->
    [one] Card { $number } is on the clipboard.
   *[other] Cards { $number } are on the clipboard.
}
board-paste = Paste tasks…
board-paste-hint = A task a line, its detail after a tab; into { $lane }
board-paste-confirm = { $count ->
    [0] Add
    [one] Add one task
   *[other] Add { $count } tasks
}
board-pasted = { $count ->
    [one] One task added.
   *[other] { $count } tasks added.
}
lane-count = { $count ->
    [0] no task
    [one] one task
   *[other] { $count } tasks
}
lane-load = { $count ->
    [one] One task, { $done ->
        [0] not done
       *[other] done
    }
   *[other] { $count } tasks, { $done } done
}
lane-share = { $name } { $count }
lane-unnamed = { $count } unnamed
shortcut-fold = Fold or open the lane
shortcut-density = Compact or comfortable
shortcut-open = Open the card beside the board
shortcut-all = Select all cards
shortcut-status-todo = Status: to do
shortcut-status-doing = Status: in progress
shortcut-status-blocked = Status: blocked
shortcut-status-done = Status: done
card-open = Open
card-rename = Edit in place
card-panel = Task { $number }
card-task = Task { $number }
card-copy = Copy
card-duplicate = Duplicate
card-tag = Tag
card-tag-name = Add a tag
card-tag-off = Take off tag “{ $name }”
card-person = Who
card-nobody = nobody named
card-nobody-vacant = vacant role, choose a person
card-due = Due
card-raci = RACI
card-part = { $role }: { $part }
card-part-responsible = Does it
card-part-consulted = Is consulted
card-part-informed = Is informed
card-part-none = No part
card-waits-for = Waits for
card-opens = Opens
card-add-task = Number or words
card-add-needs = Add a task it waits for
card-add-opens = Add a task that waits for it
card-other = { $number } { $title } ({ $letter })
card-unlink = Unlink { $name }
card-serves = Serves
card-add-served = Contract or responsibility
card-contract = { $giver } → { $receiver } “{ $text }”
card-duty = { $letter }: { $text }
card-tags = Tags
card-links = Links
card-link-add = Title, then https://…
card-notes = Notes
card-notes-placeholder = Notes, with *emphasis* and lists if you like
card-notes-edit = Edit the notes
board-more = More for the board

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
board-add-here = Add a task, { $lane }, { $column }
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
drag-where = { $lane }, { $column }, { $before ->
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
lane-holders = { $count ->
    [one] 1 holder
   *[other] { $count } holders
}
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
shortcut-columns = Columns by status or by step
shortcut-chain = Show the card’s chain
shortcut-pick-up = Pick up or drop the card (arrows carry it)
shortcut-edit = Edit the card
shortcut-move-to = Move to…
shortcut-delete = Delete the card

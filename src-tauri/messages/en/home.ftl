# Home: the workshops of this laptop.
home-title = Your workshops
home-count = { $count ->
    [one] one workshop
   *[other] { $count } workshops
}
home-new-template = Start from a template
home-new-blank = Blank workshop
home-empty-title = A first workshop in a minute
home-empty-text = Each of nine templates brings roles, their tasks, an order of work, collaborations that are still open and a half-day agenda. Choose the nearest, rename what needs another name, and the workshop is ready. Everything stays on this computer.
home-row = { $roles ->
    [0] no roles
    [one] one role
   *[other] { $roles } roles
} · { $tasks ->
    [0] no tasks
    [one] one task
   *[other] { $tasks } tasks
}
home-changed = { $when }
home-row-menu = Actions on “{ $title }”
home-deleted = The workshop “{ $title }” is deleted.
home-copy-title = { $title } (copy)
new-template-title = New workshop, from a template
template-choose = Template
new-blank-title = New blank workshop
new-blank-text = You start with an empty board: add the roles first, then the tasks.
new-language = Language of the workshop and its documents
new-create = Create the workshop
# What a built-in start holds; also on the command line.
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

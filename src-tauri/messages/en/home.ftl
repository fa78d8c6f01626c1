# Home: the workshops of this laptop.
home-title = Your workshops
home-count = { $count ->
    [one] one workshop
   *[other] { $count } workshops
}
home-new-template = Start from the example
home-new-blank = Blank workshop
home-empty-title = A first workshop in a minute
home-empty-text = The built-in example brings four roles, their tasks, the order of implementation, twelve collaborations and a half-day agenda. Rename what needs another name, and the workshop is ready. Everything stays on this computer.
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
new-template-title = New workshop, from the example
new-template-text = A rollout with four roles: administration, data, development, marketing. Everything can be changed afterwards.
new-template-default = Journey Optimizer rollout
new-blank-title = New blank workshop
new-blank-text = You start with an empty board: add the roles first, then the tasks.
new-language = Language of the workshop and its documents
new-create = Create the workshop

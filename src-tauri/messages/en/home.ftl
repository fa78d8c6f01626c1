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
new-blank-title = New blank workshop
new-blank-text = You start with an empty board: add the roles first, then the tasks.
new-language = Language of the workshop and its documents
new-create = Create the workshop
# In what order Home shows the workshops, and where it keeps them.
home-by = Order of the workshops
home-by-recent = Recent
home-by-title = Title
home-by-client = Organisation
home-by-day = Next meeting
home-client-none = No organisation
home-pin = Pin to the top
home-unpin = Unpin
home-pinned = pinned
home-archive = Put away
home-unarchive = Put back into the list
home-archived = { $count ->
    [one] one workshop put away
   *[other] { $count } workshops put away
}
home-put-away = The workshop “{ $title }” is put away.
home-people = { $count ->
    [one] one person
   *[other] { $count } people
}
home-agreed = { $percent }% of contracts agreed
home-next = { $day }, { $time }
home-next-title = Next meeting: { $title }
home-run = Run it
home-details = Details…
# What is said of the whole workshop.
details-title = About this workshop
details-held-on = Day of the workshop
details-open = Workshop details

# Roles: cards, holders, responsibilities, the silent round, who is missing.
nav-roles = Roles
roles-title = Who does what here
roles-view = View
roles-view-cards = Cards
roles-view-round = Silent round
roles-view-missing = Who is missing?
roles-people = People
roles-people-count = { $count ->
    [0] nobody named yet
    [one] one person
   *[other] { $count } people
}
roles-vacant = { $count ->
    [one] one vacant role
   *[other] { $count } vacant roles
}
roles-duties = { $count ->
    [0] no responsibilities
    [one] one responsibility
   *[other] { $count } responsibilities
}
roles-add = Add a role
roles-nobodys = Nobody answers for this yet
roles-empty-title = A card per role
roles-empty-text = Name the first role on the left: its mandate, what it answers for, who holds it. It becomes a lane of the board at once.
roles-color = Colour
roles-merge = Merge…
roles-merge-title = Merge role { $letter }, { $name }
roles-merge-into = Into
roles-merge-confirm = Merge
roles-merge-keeps = Role { $letter } keeps its letter, name and colour; mandates, skills and links are put together.
roles-merge-tasks = { $count ->
    [one] One task changes lane.
   *[other] { $count } tasks change lane.
}
roles-merge-duties = { $count ->
    [one] One responsibility follows.
   *[other] { $count } responsibilities follow.
}
roles-merge-steps = { $count ->
    [one] One step changes lead.
   *[other] { $count } steps change lead.
}
roles-merge-contracts = { $count ->
    [one] One contract line with another role follows.
   *[other] { $count } contract lines with other roles follow.
}
roles-merge-holders = { $count ->
    [one] One more person holds it.
   *[other] { $count } more people hold it.
}
roles-merge-self = { $count ->
    [one] One line between the two is deleted, because a role makes no contract with itself:
   *[other] { $count } lines between the two are deleted, because a role makes no contract with itself:
}
roles-merged = Role { $letter } is merged into { $into }.
roles-delete = Delete
roles-delete-title = Delete role { $letter }, { $name }
roles-delete-tasks = { $count ->
    [0] No task changes.
    [one] Its task stays and is to be assigned.
   *[other] Its { $count } tasks stay and are to be assigned.
}
roles-delete-duties = { $count ->
    [one] Its responsibility stays, and nobody answers for it.
   *[other] Its { $count } responsibilities stay, and nobody answers for them.
}
roles-delete-steps = { $count ->
    [one] One step has no lead any more.
   *[other] { $count } steps have no lead any more.
}
roles-delete-contracts = { $count ->
    [one] One contract line is deleted with it.
   *[other] { $count } contract lines are deleted with it.
}
roles-delete-holders = { $count ->
    [one] One person no longer holds it.
   *[other] { $count } people no longer hold it.
}
roles-deleted = Role { $letter } is deleted.
roles-can-be-undone = This can be undone.
roles-mandate-placeholder = What this role is there for
roles-first-step-placeholder = What this role does first, this week
roles-add-holder = Add who holds it
roles-add-person = Add “{ $name }”
roles-take-back = { $name } no longer holds it
roles-add-skill = Add a skill
roles-add-typical-task = Add a typical task
roles-links = Links
roles-links-everyone = Links for everyone
roles-link-title = Name of the link
roles-link-add = Add the link
duty-add = Add a responsibility, as an outcome
duty-menu = Actions on “{ $title }”
duty-tag = Tag…
duty-give = Give to { $letter }, { $name }
duty-nobody = Leave it to nobody
duty-deleted = The responsibility “{ $title }” is deleted.
tag-name = Tag
tag-take-off = Take off the tag “{ $name }”
people-add = Add a person
people-private = private
people-private-hint = A private name is never projected
people-empty = Nobody yet. Add people here, or type a name in a role’s “Add who holds it”.
people-removed = { $name } is removed.
missing-people = Absent
missing-nobody-known = Nobody is named yet: add people to the roles first.
missing-merged = Merged roles
missing-merge-into = { $name }, merged into
missing-stays = stays
missing-into = into { $letter }
missing-loses = What loses its owner
missing-how = Tick who is absent, or imagine two roles merged. What nobody would answer for appears here.
missing-nothing = Nothing loses its owner.
missing-changes-nothing = Nothing is changed: this is a question, not a decision.
missing-tasks = { $count ->
    [one] one open task
   *[other] { $count } open tasks
}
missing-duties = { $count ->
    [one] one responsibility
   *[other] { $count } responsibilities
}
missing-steps = { $count ->
    [one] one step
   *[other] { $count } steps
}
missing-contracts = { $count ->
    [one] one line others count on
   *[other] { $count } lines others count on
}
missing-actions = { $count ->
    [one] One action of an absent person
   *[other] { $count } actions of absent people
}
missing-self = { $count ->
    [one] One line between merged roles would go
   *[other] { $count } lines between merged roles would go
}
round-task = In silence, each role writes what it answers for, what the others answer for, and what nobody does.
round-needs-roles = Add roles first: the silent round compares how they see each other.
round-back = Back to the result
round-read = The widest gaps first. Keep what you agree on: it becomes a responsibility on the role’s card.
round-again = Write more slips
round-divergence = { $count ->
    [0] same view
    [one] one difference
   *[other] { $count } differences
}
round-own = Only { $letter } says so
round-others = Only others say so
round-both = { $letter } and others say so
slip-mine = Mine
slip-theirs = Theirs
slip-nobody = Nobody does
slip-write = Write a slip
slip-words = Slip
slip-about = Whose it is
slip-said-by = said by { $letters }
slip-count = { $count } slips
slip-also = also said of { $letters }
slip-keep = Keep…
slip-kept = kept
slip-keep-confirm = Keep
slip-keep-title = Keep as a responsibility
slip-agreed-words = In which words?
slip-owner = Who answers for it?
slip-nobody-yet = nobody yet
slip-say-the-same = Slips that say the same
slip-kept-as = Kept: “{ $title }”.
shortcuts-roles = Roles
shortcut-role-move = Move the role up or down (Alt and arrows)
shortcut-role-delete = Delete the role

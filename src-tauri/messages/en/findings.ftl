# The gap radar: what each finding says, and why it matters.
finding-unowned-task = Task { $number } “{ $task }” has no role.
finding-unowned-task-why = A task that nobody owns waits to be done by somebody else.
finding-overlap = { $what ->
    [task] Two roles own the same task: “{ $title }” ({ $roles }).
    [responsibility] Two roles answer for the same thing: “{ $title }” ({ $roles }).
   *[responsible] Several roles carry out task { $number } “{ $title }” without an agreement ({ $roles }).
}
finding-overlap-why = When two roles each believe it is theirs, it is done twice or not at all.
finding-vacant-role = Nobody holds the role “{ $role }”.
finding-vacant-role-why = What this role owns and promises does not yet bind anybody.
finding-overloaded-person = { $what ->
    [roles] { $person } holds { $count-roles } roles.
    [tasks] { $person } carries { $count-tasks } open tasks.
   *[both] { $person } holds { $count-roles } roles and carries { $count-tasks } open tasks.
}
finding-overloaded-person-why = Beyond a certain load one person becomes the bottleneck of the whole team.
finding-role-without-duty = { $what ->
    [responsibility] The role “{ $role }” answers for nothing.
    [task] The role “{ $role }” has no task.
   *[both] The role “{ $role }” answers for nothing and has no task.
}
finding-role-without-duty-why = An empty role often hides work that nobody has named.
finding-dependency-cycle = { $what ->
    [step] Steps wait for each other in a circle: { $path }.
   *[task] Tasks wait for each other in a circle: { $path }.
}
finding-dependency-cycle-why = In a circle nothing can start first.
finding-blocked = Task { $number } “{ $task }” is in progress, but what it waits for is not done: { $needs }.
finding-blocked-why = Going on without the groundwork risks doing it again.
finding-against-sequence = { $what ->
    [contract] { $giver } gives “{ $text }” to { $receiver }, whose step comes earlier.
   *[task] Task { $number } “{ $text }” waits for { $needs-number } “{ $needs }”, of a later step ({ $giver }).
}
finding-against-sequence-why = What is given comes too late in the sequence: start it early.
finding-disputed-contract = { $giver } and { $receiver } disagree about “{ $text }”.
finding-disputed-contract-why = A disputed contract does not hold when it is relied upon.
finding-need-without-offer = { $receiver } needs “{ $text }”; { $giver } has not answered.
finding-need-without-offer-why = A need without an answer is a disappointment to come.
finding-offer-without-need = { $giver } offers “{ $text }” to { $receiver }, who has not asked for it.
finding-offer-without-need-why = What nobody asked for costs work, or reveals a forgotten need.
finding-unconfirmed-contract = { $what ->
    [giver] “{ $text }”: { $giver } has not yet confirmed it to { $receiver }.
    [receiver] “{ $text }”: { $receiver } has not yet confirmed it to { $giver }.
   *[both] “{ $text }”: neither { $giver } nor { $receiver } has confirmed it.
}
finding-unconfirmed-contract-why = Need and offer meet, but a contract counts only once both have confirmed it.
finding-overdue-review = “{ $text }” between { $giver } and { $receiver } was due for review on { $day }.
finding-overdue-review-why = A contract that is never reread slowly describes another team.
finding-contract-not-kept = “{ $text }” from { $giver } to { $receiver } was not kept three times in a row.
finding-contract-not-kept-why = Three times in a row is no accident: renegotiate it.
finding-loose-end = { $what ->
    [decision] The decision “{ $text }” asks for an action and has none.
    [owner] The action “{ $text }” has no owner.
    [date] The action “{ $text }” has no date.
    [task] Task { $number } “{ $text }” was due on { $day }.
   *[overdue] The action “{ $text }” was due on { $day }.
}
finding-loose-end-why = What the meeting decided gets lost when who, what or when is missing.
finding-perception-gap = { $what ->
    [own] { $role } believes it answers for “{ $text }”; no other role says so.
   *[others] { $others } expects of { $role }: “{ $text }”; { $role } does not say so.
}
finding-perception-gap-why = What one believes and the others do not know is not shared yet.

# The radar screen.
radar-title = Radar
radar-heading = What is missing between us
radar-count = { $count ->
    [0] no findings
    [one] { $count } finding
   *[other] { $count } findings
}
radar-accepted = { $count ->
    [one] { $count } accepted
   *[other] { $count } accepted
}
radar-nothing = Nothing is missing between the roles.
radar-nothing-hint = The radar keeps watching: tasks without a role, needs without an answer, contracts to confirm, steps out of order. It speaks as soon as something is off.
radar-discuss = Discuss now
radar-discussed = On the agenda
radar-park = Park
radar-parked = Parked
radar-accept = Accept…
radar-accept-because = Accept because…
radar-accept-confirm = Accept
radar-accept-hint = The finding comes back if the facts change.
radar-reopen = Reopen
radar-cancel = Cancel
radar-accepted-heading = Accepted
radar-filter = Show
radar-filter-all = Everything
radar-why = Why?
radar-kind-unowned-task = Tasks without a role
radar-kind-overlap = Overlaps
radar-kind-vacant-role = Vacant roles
radar-kind-overloaded-person = Overloaded people
radar-kind-role-without-duty = Roles without duties
radar-kind-dependency-cycle = Circles
radar-kind-blocked = Blocked tasks
radar-kind-against-sequence = Against the sequence
radar-kind-disputed-contract = Disputed contracts
radar-kind-need-without-offer = Needs without an offer
radar-kind-offer-without-need = Offers without a need
radar-kind-unconfirmed-contract = Contracts to confirm
radar-kind-overdue-review = Overdue reviews
radar-kind-contract-not-kept = Contracts not kept
radar-kind-loose-end = Loose ends
radar-kind-perception-gap = Perception gaps
nav-radar = Radar
radar-open-task = Task { $number }: { $title }
radar-open-contract = Contract { $giver } → { $receiver }
radar-discuss-done = { $count ->
    [other] The findings are on the agenda of “{ $meeting }”.
   *[one] The finding is on the agenda of “{ $meeting }”.
}
radar-park-done = { $count ->
    [other] The findings wait in the parking lot.
   *[one] The finding waits in the parking lot.
}
radar-accepted-because = Accepted: { $reason }
finding-together = { $count } findings: { $first }
radar-by = Grouped
radar-by-who = By pair or role
radar-by-kind = By kind
radar-start = Where to begin
radar-start-why = That many is normal at the start. { $steps ->
    [one] One thing to do answers { $count } of them:
   *[other] { $steps } things to do answer { $count } of them:
}
radar-start-vacant = Name who holds { $count ->
    [one] the role { $letters }
   *[other] the roles { $letters }
}
radar-start-unowned = Give { $count ->
    [one] one task
   *[other] { $count } tasks
} to a role
radar-start-answer = Answer { $count ->
    [one] a need or an offer
   *[other] { $count } needs and offers
}, beginning with { $pair }
radar-start-confirm = Confirm { $count ->
    [one] one contract
   *[other] { $count } contracts
} that both roles have spelt out
radar-start-other = Look at { $kind } ({ $count })
radar-whole = The whole workshop
radar-select = Select: { $text }
radar-select-group = Select all of { $group }
radar-selected = { $count ->
    [0] nothing selected
    [one] one finding selected
   *[other] { $count } findings selected
}
radar-open-all = Open all
radar-fold-all = Fold all
radar-accepted-done = { $count ->
    [one] One finding accepted.
   *[other] { $count } findings accepted.
}
shortcuts-radar = Findings
shortcut-radar-select = Select the finding
shortcut-radar-discuss = Put on the agenda
shortcut-radar-park = Park
shortcut-radar-accept = Accept because…

# The sequence: steps, what waits for what, who can start.
nav-sequence = Sequence
sequence-heading = In what order
sequence-steps = { $count ->
    [one] one step
   *[other] { $count } steps
}
sequence-critical = critical path: { $count } steps, { $tasks ->
    [0] no task
    [one] one task
   *[other] { $tasks } tasks
}
sequence-lights = Who can start
sequence-add = New step
sequence-step-title = Step
sequence-step-detail = Detail
sequence-step-lead = Led by
sequence-no-lead = nobody leads it
sequence-waits-for = Waits for
sequence-tasks = Tasks
sequence-progress = { $done }/{ $all } done
sequence-on-critical = On the critical path
sequence-link-hint = Drag to the step that waits for this one
sequence-waits-number = waits for { $number }
sequence-unwait = Task { $number } no longer waits for { $needs }
sequence-wait-add = waits for no.…
sequence-wait-add-label = Number of the task that { $number } waits for
sequence-task-add = Add a task to this step
sequence-earlier = Further up
sequence-later = Further down
sequence-delete = Delete step
sequence-empty-title = Who starts, who waits?
sequence-empty-text = Add the steps of the implementation and say what each waits for: they line up from left to right, and the critical path and the roles that can start appear.
sequence-legend-critical = critical path (most tasks one after the other)
sequence-legend-plain = waits for
readiness-can-start = can start
readiness-waiting = waiting for { $what }
readiness-of = “{ $step }” from { $letter }
readiness-done = done
shortcut-new-step = New step
shortcuts-sequence = Sequence

# Names of operations, as in "Undo: move task 7". One for every Operation::new in core.
op-workshop-create = create workshop “{ $title }”
op-workshop-duplicate = copy workshop “{ $title }”
op-workshop-delete = delete workshop “{ $title }”
op-workshop-restore = restore workshop “{ $title }”
op-workshop-rename = rename workshop “{ $title }”
op-workshop-pin = pin workshop “{ $title }”
op-workshop-archive = put away workshop “{ $title }”
op-workshop-unshelve = put workshop “{ $title }” back into the list
op-workshop-edit = edit the workshop
op-workshop-receive = merge the changes of { $name }
op-workshop-settle = follow what is shared
op-conflict-settle = settle “{ $title }”
op-workshop-import = { $count ->
    [one] import { $count } item
   *[other] import { $count } items
}
op-workshop-columns = change the columns of the board
op-task-add = add task { $number }
op-task-edit = edit task { $number }
op-task-delete = { $count ->
    [one] delete task { $number }
   *[other] delete tasks { $number }
}
op-task-set-status = { $count ->
    [one] change the status of task { $number }
   *[other] change the status of { $count } tasks
}
op-task-set-step = { $count ->
    [one] change the step of task { $number }
   *[other] change the step of { $count } tasks
}
op-task-duplicate = { $count ->
    [one] duplicate task { $number }
   *[other] duplicate { $count } tasks
}
op-task-paste = { $count ->
    [one] paste a task
   *[other] paste { $count } tasks
}
op-task-set-person = { $count ->
    [one] say who does task { $number }
   *[other] say who does { $count } tasks
}
op-task-set-due = { $count ->
    [one] change the due day of task { $number }
   *[other] change the due day of { $count } tasks
}
op-serving-add = say what task { $number } serves
op-serving-delete = take back what task { $number } serves
op-task-move = { $count ->
    [one] move task { $number }
   *[other] move tasks { $number }
}
op-role-add = add role “{ $name }”
op-role-edit = edit role { $letter }
op-role-move = move lane { $letter }
op-role-delete = delete role { $letter }, { $name }
op-role-merge = merge role { $letter } into { $into }
op-skill-add = add skills of { $letter }
op-skill-edit = edit a skill of { $letter }
op-skill-delete = remove a skill of { $letter }
op-typical-task-add = add typical tasks of { $letter }
op-typical-task-edit = edit a typical task of { $letter }
op-typical-task-delete = remove a typical task of { $letter }
op-person-add = add { $name }
op-person-edit = edit { $name }
op-person-delete = remove { $name }
op-holder-add = give role { $letter } to { $name }
op-holder-remove = take role { $letter } from { $name }
op-responsibility-add = add responsibility “{ $title }”
op-responsibility-edit = edit responsibility “{ $title }”
op-responsibility-move = move responsibility “{ $title }”
op-responsibility-delete = delete responsibility “{ $title }”
op-slip-add = add a slip of { $letter }
op-slip-edit = edit a slip of { $letter }
op-slip-delete = delete a slip of { $letter }
op-slip-reveal = reveal the slips
op-slip-merge = keep “{ $title }”
op-tag-put = tag with “{ $name }”
op-tag-take-off = take off tag “{ $name }”
op-tag-add = add tag “{ $name }”
op-tag-edit = edit tag “{ $name }”
op-tag-delete = delete tag “{ $name }”
op-resource-add = add link “{ $title }”
op-resource-edit = edit link “{ $title }”
op-resource-delete = delete link “{ $title }”
op-contract-ask = add a need { $giver } → { $receiver }
op-contract-offer = add an offer { $giver } → { $receiver }
op-contract-edit = edit a line { $giver } → { $receiver }
op-contract-match = match two lines { $giver } → { $receiver }
op-contract-unmatch = separate a line { $giver } → { $receiver }
op-contract-confirm = confirm a line { $giver } → { $receiver }
op-contract-withdraw = take back a confirmation { $giver } → { $receiver }
op-contract-dispute = dispute a line { $giver } → { $receiver }
op-contract-settle = settle a dispute { $giver } → { $receiver }
op-contract-drop = drop a line { $giver } → { $receiver }
op-contract-restore = restore a line { $giver } → { $receiver }
op-contract-delete = delete a line { $giver } → { $receiver }
op-contract-reveal = reveal needs and offers
op-pulse-add = take the pulse { $giver } → { $receiver }
op-pulse-delete = remove a pulse { $giver } → { $receiver }
op-meeting-add = add meeting “{ $title }”
op-meeting-edit = edit meeting “{ $title }”
op-meeting-duplicate = duplicate meeting “{ $title }”
op-meeting-delete = delete meeting “{ $title }”
op-agenda-item-add = add item “{ $title }”
op-agenda-item-edit = edit item “{ $title }”
op-agenda-item-move = move item “{ $title }”
op-agenda-item-duplicate = duplicate item “{ $title }”
op-agenda-item-delete = remove item “{ $title }”
op-step-add = add step “{ $title }”
op-step-edit = edit step “{ $title }”
op-step-lead = change who leads “{ $title }”
op-step-move = move step “{ $title }”
op-step-delete = delete step “{ $title }”
op-step-depend = “{ $title }” waits for “{ $needs }”
op-step-undepend = “{ $title }” no longer waits for “{ $needs }”
op-task-depend = task { $number } waits for { $needs }
op-task-undepend = task { $number } no longer waits for { $needs }
op-involvement-set = change the part of { $letter } in task { $number }
op-finding-accept = { $count ->
    [other] accept { $count } findings
   *[one] accept a finding
}
op-finding-reopen = reopen a finding
op-finding-park = { $count ->
    [other] park { $count } findings
   *[one] park a finding
}
op-finding-discuss = { $count ->
    [other] put { $count } findings on the agenda of “{ $meeting }”
   *[one] put a finding on the agenda of “{ $meeting }”
}
op-snapshot-take = take snapshot “{ $name }”
op-snapshot-rename = rename snapshot “{ $name }”
op-snapshot-delete = delete snapshot “{ $name }”
op-meeting-open = open the meeting “{ $title }”
op-meeting-to-draft = take “{ $title }” back to draft
op-meeting-start = start “{ $title }”
op-meeting-close = close “{ $title }”
op-meeting-reopen = reopen “{ $title }”
op-minutes-confirm = confirm the minutes of “{ $title }”
op-attendance-set = note the presence of { $name }
op-live-step = { $where ->
    [end] end the agenda
   *[item] go to “{ $title }”
}
op-live-extend = change the length of “{ $title }”
op-live-pause = pause the clock
op-live-resume = resume the clock
op-overrun-take = make up for the delay
op-outcome-add-note = add a note
op-outcome-add-decision = add a decision
op-outcome-add-action = add an action
op-outcome-edit = edit an outcome
op-outcome-delete = delete an outcome
op-action-to-task = make an action task { $number }
op-reference-add = link an item or decision
op-reference-delete = unlink an item or decision
op-backlog-add = park “{ $title }”
op-backlog-edit = edit “{ $title }” in the parking lot
op-backlog-delete = take “{ $title }” off the parking lot
op-backlog-schedule = put “{ $title }” on the agenda
op-agenda-item-park = park “{ $title }”
op-item-move-to-next = move “{ $title }” to the next meeting
op-item-duplicate-to-next = duplicate “{ $title }” in the next meeting
op-series-add = make a series of “{ $title }”
op-series-edit = edit the series “{ $title }”
op-series-delete = delete the series “{ $title }”
op-series-next = prepare the next meeting of “{ $title }”
op-wall-move = { $count ->
    [one] move a card of the wall
   *[other] move { $count } cards of the wall
}
op-floor-give = note who has the floor
op-agenda-prepare = prepare the meeting “{ $title }”
op-method-save = save “{ $title }” as a method
op-method-insert = add the method “{ $title }”
op-method-rename = rename the method “{ $title }”
op-method-delete = delete the method “{ $title }”
op-agenda-item-split = split item “{ $title }”
op-template-save = save “{ $title }” as a meeting template
op-template-make = keep template “{ $title }”
op-template-take = take over template “{ $title }”
op-template-delete = delete template “{ $title }”
op-meeting-from-template = add meeting “{ $title }”
op-backlog-add-all = park { $count } things

# What an old or a damaged history holds. The name is the operation's own, as the program knew it.
op-unknown = step of another version of Couloir (“{ $name }”)
op-unreadable = unreadable step (“{ $name }”)

# Names of operations, as in "Undo: move task 7". One for every Operation::new in core.
op-workshop-create = create workshop “{ $title }”
op-workshop-duplicate = copy workshop “{ $title }”
op-workshop-delete = delete workshop “{ $title }”
op-workshop-rename = rename workshop “{ $title }”
op-workshop-edit = edit the workshop
op-workshop-columns = change the columns of the board
op-task-add = add task { $number }
op-task-edit = edit task { $number }
op-task-delete = { $count ->
    [one] delete task { $number }
   *[other] delete tasks { $number }
}
op-task-move = { $count ->
    [one] move task { $number }
   *[other] move tasks { $number }
}
op-role-add = add role “{ $name }”
op-role-edit = edit role { $letter }
op-role-move = move lane { $letter }
op-role-delete = delete role { $letter }, { $name }

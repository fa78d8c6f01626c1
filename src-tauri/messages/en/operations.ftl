# Names of operations, as in "Undo: move task 7". One for every Operation::new in core.
op-workshop-create = create workshop “{ $title }”
op-workshop-duplicate = copy workshop “{ $title }”
op-workshop-delete = delete workshop “{ $title }”
op-workshop-rename = rename workshop “{ $title }”
op-workshop-edit = edit the workshop
op-workshop-columns = change the columns of the board

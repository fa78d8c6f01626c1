# Names of operations, as in "Undo: move task 7". One for every Operation::new in core.
op-workshop-create = create workshop “{ $title }”

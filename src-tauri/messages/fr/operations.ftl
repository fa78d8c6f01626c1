# Names of operations, as in "Annuler : déplacer la tâche 7". One for every Operation::new in core.
op-workshop-create = créer l’atelier « { $title } »
op-workshop-duplicate = copier l’atelier « { $title } »
op-workshop-delete = supprimer l’atelier « { $title } »
op-workshop-rename = renommer l’atelier « { $title } »
op-workshop-edit = modifier l’atelier
op-workshop-columns = changer les colonnes du tableau
op-task-add = ajouter la tâche { $number }
op-task-edit = modifier la tâche { $number }
op-task-delete = { $count ->
    [one] supprimer la tâche { $number }
   *[other] supprimer les tâches { $number }
}
op-task-move = { $count ->
    [one] déplacer la tâche { $number }
   *[other] déplacer les tâches { $number }
}
op-role-add = ajouter le rôle « { $name } »
op-role-edit = modifier le rôle { $letter }
op-role-move = déplacer le couloir { $letter }
op-role-delete = supprimer le rôle { $letter }, { $name }

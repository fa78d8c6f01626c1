# Names of operations, as in "Annuler : déplacer la tâche 7". One for every Operation::new in core.
op-workshop-create = créer l’atelier « { $title } »
op-workshop-duplicate = copier l’atelier « { $title } »
op-workshop-delete = supprimer l’atelier « { $title } »
op-workshop-rename = renommer l’atelier « { $title } »
op-workshop-edit = modifier l’atelier
op-workshop-columns = changer les colonnes du tableau

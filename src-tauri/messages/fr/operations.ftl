# Names of operations, as in "Annuler : déplacer la tâche 7". One for every Operation::new in core.
op-workshop-create = créer l’atelier « { $title } »

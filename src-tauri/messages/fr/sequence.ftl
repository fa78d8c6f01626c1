# The sequence: steps, what waits for what, who can start.
nav-sequence = Enchaînement
sequence-heading = Dans quel ordre
sequence-steps = { $count ->
    [one] une étape
   *[other] { $count } étapes
}
sequence-critical = chemin critique : { $count } étapes, { $tasks ->
    [0] aucune tâche
    [one] une tâche
   *[other] { $tasks } tâches
}
sequence-lights = Qui peut commencer
sequence-add = Nouvelle étape
sequence-step-title = Étape
sequence-step-detail = Détail
sequence-step-lead = Menée par
sequence-no-lead = personne ne la mène
sequence-waits-for = Attend
sequence-tasks = Tâches
sequence-progress = { $done }/{ $all } faites
sequence-on-critical = Sur le chemin critique
sequence-link-hint = Glisser vers l’étape qui attend celle-ci
sequence-waits-number = attend { $number }
sequence-unwait = La tâche { $number } n’attend plus la { $needs }
sequence-wait-add = attend n°…
sequence-wait-add-label = Numéro de la tâche que la { $number } attend
sequence-task-add = Ajouter une tâche à cette étape
sequence-earlier = Plus haut
sequence-later = Plus bas
sequence-delete = Supprimer l’étape
sequence-empty-title = Qui commence, qui attend ?
sequence-empty-text = Ajoutez les étapes de la mise en œuvre et dites ce que chacune attend : elles se rangent de gauche à droite, le chemin critique et les rôles qui peuvent commencer apparaissent.
sequence-legend-critical = chemin critique (le plus de tâches à la suite)
sequence-legend-plain = attend
readiness-can-start = peut commencer
readiness-waiting = attend { $what }
readiness-of = « { $step } » de { $letter }
readiness-done = fait
shortcut-new-step = Nouvelle étape
shortcuts-sequence = Enchaînement

# The board: lanes are roles, cards are tasks.
board-title = Qui porte quoi
board-lane = Couloir
board-status = État
board-step = Étape
board-unassigned = Sans rôle
board-no-step = Sans étape
board-tasks = { $count ->
    [0] aucune tâche
    [one] une tâche
   *[other] { $count } tâches
}
board-roles = { $count ->
    [0] aucun rôle
    [one] un rôle
   *[other] { $count } rôles
}
board-without-role = { $count ->
    [one] une tâche sans rôle
   *[other] { $count } tâches sans rôle
}
board-filter = Filtrer les cartes
board-columns = Colonnes
board-by-status = Par état
board-by-step = Par étape
board-add = Ajouter une tâche
board-add-here = Ajouter une tâche, { $lane }, { $column }
board-new-placeholder = Ce qui est à faire
board-detail-placeholder = Précision, en une ligne
board-add-role = Ajouter un rôle
board-role-name = Nom du nouveau rôle
board-deleted = { $count ->
    [one] La tâche { $number } est supprimée.
   *[other] Les tâches { $number } sont supprimées.
}
board-empty-title = Un couloir par rôle, une carte par tâche
board-empty-text = Ajoutez un premier rôle ci-dessus. Les tâches que personne ne porte encore attendent dans le couloir « Sans rôle » ; glissez-les là où elles doivent aller, ou appuyez sur N pour en écrire une.
status-todo = À faire
status-doing = En cours
status-blocked = Bloqué
status-done = Fait
cell-label = { $lane }, { $column }
card-label = Tâche { $number } : { $title }. { $lane }, { $status }. { $waits }
card-menu = Actions sur la carte
card-move-to = Déplacer vers…
card-chain = Montrer l’enchaînement
card-waits = attend { $number } de { $letter }
move-title = { $count ->
    [one] Déplacer la carte
   *[other] Déplacer { $count } cartes
}
move-confirm = Déplacer
drag-picked-up = { $count ->
    [one] Carte { $number } prise.
   *[other] Cartes { $number } prises.
} Flèches pour la porter, Espace pour poser, Échap pour renoncer.
drag-where = { $lane }, { $column }, { $before ->
    [0] en dernier
   *[other] avant { $before }
}
drag-dropped = { $count ->
    [one] Carte { $number } posée
   *[other] Cartes { $number } posées
} : { $where }
drag-cancelled = Rien n’a bougé.
lane-menu = Actions sur { $name }
lane-rename = Renommer
lane-color = Couleur…
lane-up = Monter
lane-down = Descendre
lane-fold = Replier
lane-open = Déplier
lane-delete = Supprimer le rôle
lane-deleted = Le rôle { $letter } est supprimé ; { $tasks ->
    [0] aucune tâche n’a changé
    [one] une tâche est à attribuer
   *[other] { $tasks } tâches sont à attribuer
}, { $contracts ->
    [0] aucune ligne de contrat n’est retirée
    [one] une ligne de contrat est retirée
   *[other] { $contracts } lignes de contrat sont retirées
}.
lane-moved = Couloir { $letter } en position { $at }.
lane-to-assign = à attribuer
lane-vacant = rôle vacant
lane-holders = { $count ->
    [one] 1 titulaire
   *[other] { $count } titulaires
}
lane-also = aussi { $letters }
color-blue = Bleu
color-orange = Orange
color-green = Vert
color-purple = Violet
color-red = Rouge
color-teal = Bleu-vert
color-olive = Olive
color-brown = Brun
color-indigo = Indigo
color-pink = Rose
color-slate = Ardoise
color-gold = Or
shortcuts-board = Tableau
shortcut-new-task = Écrire une tâche ici
shortcut-filter = Filtrer
shortcut-columns = Colonnes par état ou par étape
shortcut-chain = Montrer l’enchaînement de la carte
shortcut-pick-up = Prendre ou poser la carte (flèches pour la porter)
shortcut-edit = Modifier la carte
shortcut-move-to = Déplacer vers…
shortcut-delete = Supprimer la carte

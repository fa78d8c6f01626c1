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
board-add-here = Ajouter une tâche, { $place }
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
drag-where = { $lane }{ $within ->
    [0] {""}
   *[other] , { $column }
}, { $before ->
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
shortcut-columns = Par rôle, par état ou par étape
shortcut-chain = Montrer l’enchaînement de la carte
shortcut-pick-up = Prendre ou poser la carte (flèches pour la porter)
shortcut-edit = Modifier la carte
shortcut-move-to = Déplacer vers…
shortcut-delete = Supprimer la carte
board-by-role = Par rôle
board-selected = { $count ->
    [0] aucune carte choisie
    [one] une carte choisie
   *[other] { $count } cartes choisies
}
board-deselect = Tout désélectionner
board-small = Compact
board-large = Aéré
board-fold-all = Tout replier
board-all-folded = Tous les couloirs sont repliés.
board-all-open = Tous les couloirs sont ouverts.
board-filter-text = Mots, numéro
board-filter-values = Chercher une valeur
board-filter-none = Rien ne correspond.
board-filter-roles = Rôle
board-filter-people = Personne
board-filter-statuses = État
board-filter-steps = Étape
board-filter-tags = Étiquette
board-filter-add = Filtrer
board-filter-chip = { $kind } : { $values }
board-filter-many = { $count } choix
board-filter-off = Retirer le filtre { $kind }
board-filter-saved = Filtres gardés
board-filter-keep = Garder ce filtre…
board-filter-name = Nom du filtre
board-filter-kept = Le filtre « { $name } » est gardé.
board-filter-clear = Tout montrer
board-filter-forget = Oublier « { $name } »
board-shown = { $shown } tâches sur { $count }
board-nobody = Personne de désigné
board-no-tag = Sans étiquette
board-status-set = { $count ->
    [one] Tâche { $number } : { $status }
   *[other] Tâches { $number } : { $status }
}
board-tagged = { $count ->
    [one] Une carte étiquetée « { $name } ».
   *[other] { $count } cartes étiquetées « { $name } ».
}
board-duplicated = { $count ->
    [one] Copiée en carte { $number }.
   *[other] Copiées en cartes { $number }.
}
board-copied = { $count ->
    [one] La carte { $number } est dans le presse-papiers.
   *[other] Les cartes { $number } sont dans le presse-papiers.
}
board-paste = Coller des tâches…
board-paste-hint = Une tâche par ligne, sa précision après une tabulation ; dans { $lane }
board-paste-confirm = { $count ->
    [0] Ajouter
    [one] Ajouter une tâche
   *[other] Ajouter { $count } tâches
}
board-pasted = { $count ->
    [one] Une tâche ajoutée.
   *[other] { $count } tâches ajoutées.
}
lane-count = { $count ->
    [0] aucune tâche
    [one] une tâche
   *[other] { $count } tâches
}
lane-load = { $count ->
    [one] Une tâche, { $done ->
        [0] pas encore faite
       *[other] faite
    }
   *[other] { $count } tâches, { $done ->
        [0] aucune faite
        [one] une faite
       *[other] { $done } faites
    }
}
lane-share = { $name } { $count }
lane-unnamed = { $count } sans nom
shortcut-fold = Replier ou ouvrir le couloir
shortcut-density = Compact ou aéré
shortcut-open = Ouvrir la carte à côté du tableau
shortcut-all = Choisir toutes les cartes
shortcut-status-todo = État : à faire
shortcut-status-doing = État : en cours
shortcut-status-blocked = État : bloquée
shortcut-status-done = État : faite
card-open = Ouvrir
card-rename = Modifier sur place
card-panel = Tâche { $number }
card-task = Tâche { $number }
card-copy = Copier
card-duplicate = Dupliquer
card-tag = Étiqueter
card-tag-name = Ajouter une étiquette
card-tag-off = Retirer l’étiquette « { $name } »
card-person = Qui
card-nobody = personne de désigné
card-nobody-vacant = rôle vacant, choisir une personne
card-due = Échéance
card-raci = RACI
card-part = { $role } : { $part }
card-part-responsible = Réalise
card-part-consulted = Est consulté·e
card-part-informed = Est informé·e
card-part-none = Aucune part
card-waits-for = Attend
card-opens = Ouvre
card-add-task = Numéro ou mots
card-add-needs = Ajouter une tâche qu’elle attend
card-add-opens = Ajouter une tâche qui l’attend
card-other = { $number } { $title } ({ $letter })
card-unlink = Délier { $name }
card-serves = Sert
card-add-served = Contrat ou responsabilité
card-contract = { $giver } → { $receiver } « { $text } »
card-duty = { $letter } : { $text }
card-tags = Étiquettes
card-links = Liens
card-link-add = Titre, puis https://…
card-notes = Notes
card-notes-placeholder = Notes, avec *relief* et listes au besoin
card-notes-edit = Modifier les notes
board-more = Plus pour le tableau

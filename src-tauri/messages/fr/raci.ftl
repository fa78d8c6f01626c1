# The RACI matrix: who does, answers, is asked, is told.
nav-raci = RACI
raci-heading = Qui fait quoi
raci-keys = Flèches pour se déplacer, R, C ou I pour donner une part, Espace pour faire le tour, Suppr pour retirer. A : porte la tâche (son couloir sur le tableau) ; A/R : la porte et la réalise.
raci-task = Tâche
raci-remark = Remarque
raci-remarks = { $count ->
    [0] aucune remarque
    [one] une remarque
   *[other] { $count } remarques
}
raci-none = aucune part
raci-accountable = porte la tâche
raci-accountable-responsible = porte et réalise
raci-responsible = réalise
raci-consulted = est consulté
raci-informed = est informé
raci-no-accountable = personne ne la porte
raci-no-responsible = personne ne la réalise
raci-too-many-responsible = plusieurs la réalisent
raci-too-many-consulted = beaucoup de rôles consultés
raci-in-everything = partout
raci-in-nothing = nulle part
raci-empty-title = Rien à répartir pour l’instant
raci-empty-text = La matrice croise les tâches et les rôles. Ajoutez des tâches sur le tableau et des rôles : chaque couloir y apparaît comme celui qui porte ses tâches.
raci-carries = Ce rôle porte la tâche : c’est son couloir, qui se change sur le tableau.

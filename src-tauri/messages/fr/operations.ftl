# Names of operations, as in "Annuler : déplacer la tâche 7". One for every Operation::new in core.
op-workshop-create = créer l’atelier « { $title } »
op-workshop-duplicate = copier l’atelier « { $title } »
op-workshop-delete = supprimer l’atelier « { $title } »
op-workshop-restore = restaurer l’atelier « { $title } »
op-workshop-rename = renommer l’atelier « { $title } »
op-workshop-pin = épingler l’atelier « { $title } »
op-workshop-archive = ranger l’atelier « { $title } »
op-workshop-unshelve = remettre l’atelier « { $title } » dans la liste
op-workshop-edit = modifier l’atelier
op-workshop-receive = fusionner les modifications de { $name }
op-workshop-settle = suivre ce qui est partagé
op-conflict-settle = régler « { $title } »
op-workshop-import = { $count ->
    [one] importer { $count } élément
   *[other] importer { $count } éléments
}
op-workshop-columns = changer les colonnes du tableau
op-task-add = ajouter la tâche { $number }
op-task-edit = modifier la tâche { $number }
op-task-delete = { $count ->
    [one] supprimer la tâche { $number }
   *[other] supprimer les tâches { $number }
}
op-task-set-status = { $count ->
    [one] changer l’état de la tâche { $number }
   *[other] changer l’état de { $count } tâches
}
op-task-set-step = { $count ->
    [one] changer l’étape de la tâche { $number }
   *[other] changer l’étape de { $count } tâches
}
op-task-duplicate = { $count ->
    [one] dupliquer la tâche { $number }
   *[other] dupliquer { $count } tâches
}
op-task-paste = { $count ->
    [one] coller une tâche
   *[other] coller { $count } tâches
}
op-task-set-person = { $count ->
    [one] désigner qui fait la tâche { $number }
   *[other] désigner qui fait { $count } tâches
}
op-task-set-due = { $count ->
    [one] changer l’échéance de la tâche { $number }
   *[other] changer l’échéance de { $count } tâches
}
op-serving-add = dire ce que sert la tâche { $number }
op-serving-delete = retirer ce que sert la tâche { $number }
op-task-move = { $count ->
    [one] déplacer la tâche { $number }
   *[other] déplacer les tâches { $number }
}
op-role-add = ajouter le rôle « { $name } »
op-role-edit = modifier le rôle { $letter }
op-role-move = déplacer le couloir { $letter }
op-role-delete = supprimer le rôle { $letter }, { $name }
op-role-merge = fusionner le rôle { $letter } avec { $into }
op-skill-add = ajouter des compétences à { $letter }
op-skill-edit = modifier une compétence de { $letter }
op-skill-delete = retirer une compétence de { $letter }
op-typical-task-add = ajouter des tâches courantes à { $letter }
op-typical-task-edit = modifier une tâche courante de { $letter }
op-typical-task-delete = retirer une tâche courante de { $letter }
op-person-add = ajouter { $name }
op-person-edit = modifier { $name }
op-person-delete = retirer { $name }
op-holder-add = confier le rôle { $letter } à { $name }
op-holder-remove = reprendre le rôle { $letter } à { $name }
op-responsibility-add = ajouter la responsabilité « { $title } »
op-responsibility-edit = modifier la responsabilité « { $title } »
op-responsibility-move = déplacer la responsabilité « { $title } »
op-responsibility-delete = supprimer la responsabilité « { $title } »
op-slip-add = ajouter un papillon de { $letter }
op-slip-edit = modifier un papillon de { $letter }
op-slip-delete = supprimer un papillon de { $letter }
op-slip-reveal = révéler les papillons
op-slip-merge = retenir « { $title } »
op-tag-put = étiqueter « { $name } »
op-tag-take-off = retirer l’étiquette « { $name } »
op-tag-add = ajouter l’étiquette « { $name } »
op-tag-edit = modifier l’étiquette « { $name } »
op-tag-delete = supprimer l’étiquette « { $name } »
op-resource-add = ajouter le lien « { $title } »
op-resource-edit = modifier le lien « { $title } »
op-resource-delete = supprimer le lien « { $title } »
op-contract-ask = ajouter un besoin { $giver } → { $receiver }
op-contract-offer = ajouter une offre { $giver } → { $receiver }
op-contract-edit = modifier une ligne { $giver } → { $receiver }
op-contract-match = rapprocher deux lignes { $giver } → { $receiver }
op-contract-unmatch = séparer une ligne { $giver } → { $receiver }
op-contract-confirm = confirmer une ligne { $giver } → { $receiver }
op-contract-withdraw = retirer une confirmation { $giver } → { $receiver }
op-contract-dispute = contester une ligne { $giver } → { $receiver }
op-contract-settle = clore un différend { $giver } → { $receiver }
op-contract-drop = abandonner une ligne { $giver } → { $receiver }
op-contract-restore = reprendre une ligne { $giver } → { $receiver }
op-contract-delete = supprimer une ligne { $giver } → { $receiver }
op-contract-reveal = révéler les besoins et les offres
op-pulse-add = prendre le pouls { $giver } → { $receiver }
op-pulse-delete = retirer un relevé { $giver } → { $receiver }
op-meeting-add = ajouter la réunion « { $title } »
op-meeting-edit = modifier la réunion « { $title } »
op-meeting-duplicate = dupliquer la réunion « { $title } »
op-meeting-delete = supprimer la réunion « { $title } »
op-agenda-item-add = ajouter le point « { $title } »
op-agenda-item-edit = modifier le point « { $title } »
op-agenda-item-move = déplacer le point « { $title } »
op-agenda-item-duplicate = dupliquer le point « { $title } »
op-agenda-item-delete = retirer le point « { $title } »
op-step-add = ajouter l’étape « { $title } »
op-step-edit = modifier l’étape « { $title } »
op-step-lead = changer qui mène « { $title } »
op-step-move = déplacer l’étape « { $title } »
op-step-delete = supprimer l’étape « { $title } »
op-step-depend = « { $title } » attend « { $needs } »
op-step-undepend = « { $title } » n’attend plus « { $needs } »
op-task-depend = la tâche { $number } attend la { $needs }
op-task-undepend = la tâche { $number } n’attend plus la { $needs }
op-involvement-set = changer la part de { $letter } dans la tâche { $number }
op-finding-accept = { $count ->
    [other] accepter { $count } constats
   *[one] accepter un constat
}
op-finding-reopen = rouvrir un constat
op-finding-park = { $count ->
    [other] mettre { $count } constats au parking
   *[one] mettre un constat au parking
}
op-finding-discuss = { $count ->
    [other] mettre { $count } constats à l’ordre du jour de « { $meeting } »
   *[one] mettre un constat à l’ordre du jour de « { $meeting } »
}
op-snapshot-take = prendre l’instantané « { $name } »
op-snapshot-rename = renommer l’instantané « { $name } »
op-snapshot-delete = supprimer l’instantané « { $name } »
op-meeting-open = ouvrir la réunion « { $title } »
op-meeting-to-draft = repasser « { $title } » en brouillon
op-meeting-start = commencer « { $title } »
op-meeting-close = clore « { $title } »
op-meeting-reopen = rouvrir « { $title } »
op-minutes-confirm = valider le compte rendu de « { $title } »
op-attendance-set = noter la présence de { $name }
op-live-step = { $where ->
    [end] terminer l’ordre du jour
   *[item] passer à « { $title } »
}
op-live-extend = ajuster la durée de « { $title } »
op-live-pause = mettre le chronomètre en pause
op-live-resume = relancer le chronomètre
op-overrun-take = rattraper le retard
op-outcome-add-note = ajouter une note
op-outcome-add-decision = ajouter une décision
op-outcome-add-action = ajouter une action
op-outcome-edit = modifier un résultat
op-outcome-delete = supprimer un résultat
op-action-to-task = faire d’une action la tâche { $number }
op-reference-add = lier un point ou une décision
op-reference-delete = délier un point ou une décision
op-backlog-add = mettre « { $title } » au parking
op-backlog-edit = modifier « { $title } » au parking
op-backlog-delete = retirer « { $title } » du parking
op-backlog-schedule = inscrire « { $title } » à l’ordre du jour
op-agenda-item-park = mettre « { $title } » au parking
op-item-move-to-next = reporter « { $title } »
op-item-duplicate-to-next = reprendre « { $title } » à la réunion suivante
op-series-add = faire une série de « { $title } »
op-series-edit = modifier la série « { $title } »
op-series-delete = supprimer la série « { $title } »
op-series-next = préparer la réunion suivante de « { $title } »
op-wall-move = { $count ->
    [one] déplacer une carte du mur
   *[other] déplacer { $count } cartes du mur
}
op-floor-give = noter qui a la parole
op-agenda-prepare = préparer la réunion « { $title } »
op-method-save = garder « { $title } » comme méthode
op-method-insert = ajouter la méthode « { $title } »
op-method-rename = renommer la méthode « { $title } »
op-method-delete = supprimer la méthode « { $title } »
op-agenda-item-split = diviser le point « { $title } »
op-template-save = garder « { $title } » comme modèle de réunion
op-template-make = garder le modèle « { $title } »
op-template-take = reprendre le modèle « { $title } »
op-template-delete = supprimer le modèle « { $title } »
op-meeting-from-template = ajouter la réunion « { $title } »
op-backlog-add-all = mettre { $count } sujets au parking

# Ce que contient un historique ancien ou abîmé. Le nom est celui de l’opération, tel que le programme le connaissait.
op-unknown = étape d’une autre version de Couloir (« { $name } »)
op-unreadable = étape illisible (« { $name } »)

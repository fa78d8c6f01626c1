# Rôles : fiches, titulaires, responsabilités, tour silencieux, qui manque.
nav-roles = Rôles
roles-title = Qui fait quoi ici
roles-view = Vue
roles-view-cards = Fiches
roles-view-round = Tour silencieux
roles-view-missing = Qui manque ?
roles-people = Personnes
roles-people-count = { $count ->
    [0] personne n’est encore nommé
    [one] une personne
   *[other] { $count } personnes
}
roles-vacant = { $count ->
    [one] un rôle vacant
   *[other] { $count } rôles vacants
}
roles-duties = { $count ->
    [0] aucune responsabilité
    [one] une responsabilité
   *[other] { $count } responsabilités
}
roles-add = Ajouter un rôle
roles-nobodys = Personne n’en répond encore
roles-empty-title = Une fiche par rôle
roles-empty-text = Nommez le premier rôle à gauche : sa mission, ce dont il répond, qui le tient. Il devient aussitôt un couloir du tableau.
roles-color = Couleur
roles-merge = Fusionner…
roles-merge-title = Fusionner le rôle { $letter }, { $name }
roles-merge-into = Avec
roles-merge-confirm = Fusionner
roles-merge-keeps = Le rôle { $letter } garde sa lettre, son nom et sa couleur ; missions, compétences et liens sont réunis.
roles-merge-tasks = { $count ->
    [one] Une tâche change de couloir.
   *[other] { $count } tâches changent de couloir.
}
roles-merge-duties = { $count ->
    [one] Une responsabilité suit.
   *[other] { $count } responsabilités suivent.
}
roles-merge-steps = { $count ->
    [one] Une étape change de pilote.
   *[other] { $count } étapes changent de pilote.
}
roles-merge-contracts = { $count ->
    [one] Une ligne de contrat avec un autre rôle suit.
   *[other] { $count } lignes de contrat avec d’autres rôles suivent.
}
roles-merge-holders = { $count ->
    [one] Une personne de plus le tient.
   *[other] { $count } personnes de plus le tiennent.
}
roles-merge-self = { $count ->
    [one] Une ligne entre les deux est supprimée, car un rôle ne passe pas de contrat avec lui-même :
   *[other] { $count } lignes entre les deux sont supprimées, car un rôle ne passe pas de contrat avec lui-même :
}
roles-merged = Le rôle { $letter } est fusionné avec { $into }.
roles-delete = Supprimer
roles-delete-title = Supprimer le rôle { $letter }, { $name }
roles-delete-tasks = { $count ->
    [0] Aucune tâche ne change.
    [one] Sa tâche reste et sera à attribuer.
   *[other] Ses { $count } tâches restent et seront à attribuer.
}
roles-delete-duties = { $count ->
    [one] Sa responsabilité reste, mais personne n’en répond.
   *[other] Ses { $count } responsabilités restent, mais personne n’en répond.
}
roles-delete-steps = { $count ->
    [one] Une étape n’a plus de pilote.
   *[other] { $count } étapes n’ont plus de pilote.
}
roles-delete-contracts = { $count ->
    [one] Une ligne de contrat est supprimée avec lui.
   *[other] { $count } lignes de contrat sont supprimées avec lui.
}
roles-delete-holders = { $count ->
    [one] Une personne ne le tient plus.
   *[other] { $count } personnes ne le tiennent plus.
}
roles-deleted = Le rôle { $letter } est supprimé.
roles-can-be-undone = Vous pourrez l’annuler.
roles-mandate-placeholder = Ce à quoi sert ce rôle
roles-first-step-placeholder = Ce que ce rôle fait d’abord, dès cette semaine
roles-add-holder = Ajouter qui le tient
roles-add-person = Ajouter « { $name } »
roles-take-back = { $name } ne tient plus ce rôle
roles-add-skill = Ajouter une compétence
roles-add-typical-task = Ajouter une tâche courante
roles-links = Liens
roles-links-everyone = Liens pour tout le monde
roles-link-title = Nom du lien
roles-link-add = Ajouter le lien
duty-add = Ajouter une responsabilité, comme un résultat
duty-menu = Actions sur « { $title } »
duty-tag = Étiqueter…
duty-give = Confier à { $letter }, { $name }
duty-nobody = Ne la laisser à personne
duty-deleted = La responsabilité « { $title } » est supprimée.
tag-name = Étiquette
tag-take-off = Retirer l’étiquette « { $name } »
people-add = Ajouter une personne
people-private = privé
people-private-hint = Un nom privé n’est jamais projeté
people-empty = Personne encore. Ajoutez des noms ici, ou dans le champ « Ajouter qui le tient » d’un rôle.
people-removed = { $name } est retiré de la liste.
missing-people = Absences
missing-nobody-known = Personne n’est encore nommé : ajoutez d’abord des titulaires aux rôles.
missing-merged = Rôles fusionnés
missing-merge-into = { $name }, à fusionner
missing-stays = reste
missing-into = avec { $letter }
missing-loses = Ce qui perd son responsable
missing-how = Cochez qui est absent, ou imaginez deux rôles fusionnés. Ce dont plus personne ne répondrait apparaît ici.
missing-nothing = Rien ne perd son responsable.
missing-changes-nothing = Rien n’est modifié : c’est une question, pas une décision.
missing-tasks = { $count ->
    [one] une tâche ouverte
   *[other] { $count } tâches ouvertes
}
missing-duties = { $count ->
    [one] une responsabilité
   *[other] { $count } responsabilités
}
missing-steps = { $count ->
    [one] une étape
   *[other] { $count } étapes
}
missing-contracts = { $count ->
    [one] une ligne sur laquelle d’autres comptent
   *[other] { $count } lignes sur lesquelles d’autres comptent
}
missing-actions = { $count ->
    [one] Une action d’une personne absente
   *[other] { $count } actions de personnes absentes
}
missing-self = { $count ->
    [one] Une ligne entre rôles fusionnés disparaîtrait
   *[other] { $count } lignes entre rôles fusionnés disparaîtraient
}
round-task = En silence, chaque rôle écrit ce dont il répond, ce dont les autres répondent, et ce que personne ne fait.
round-needs-roles = Ajoutez d’abord des rôles : le tour silencieux compare leurs regards.
round-back = Revenir au résultat
round-read = Les plus grands écarts d’abord. Retenez ce dont vous convenez : cela devient une responsabilité sur la fiche du rôle.
round-again = Écrire d’autres papillons
round-divergence = { $count ->
    [0] même regard
    [one] un écart
   *[other] { $count } écarts
}
round-own = { $letter } est seul à le dire
round-others = Seuls les autres le disent
round-both = { $letter } et d’autres le disent
slip-mine = À moi
slip-theirs = Aux autres
slip-nobody = Personne ne le fait
slip-write = Écrire un papillon
slip-words = Papillon
slip-about = À qui
slip-said-by = dit par { $letters }
slip-count = { $count } papillons
slip-also = dit aussi de { $letters }
slip-keep = Retenir…
slip-kept = retenu
slip-keep-confirm = Retenir
slip-keep-title = Retenir comme responsabilité
slip-agreed-words = En quels termes ?
slip-owner = Qui en répond ?
slip-nobody-yet = personne encore
slip-say-the-same = Papillons qui disent la même chose
slip-kept-as = Retenu : « { $title } ».
shortcuts-roles = Rôles
shortcut-role-move = Monter ou descendre le rôle (Alt et flèches)
shortcut-role-delete = Supprimer le rôle

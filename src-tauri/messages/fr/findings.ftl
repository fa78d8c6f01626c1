# The gap radar: what each finding says, and why it matters.
finding-unowned-task = La tâche { $number } « { $task } » n’a pas de rôle.
finding-unowned-task-why = Une tâche que personne ne porte attend d’être faite par quelqu’un d’autre.
finding-overlap = { $what ->
    [task] Deux rôles portent la même tâche : « { $title } » ({ $roles }).
    [responsibility] Deux rôles répondent de la même chose : « { $title } » ({ $roles }).
   *[responsible] Plusieurs rôles réalisent la tâche { $number } « { $title } » sans accord entre eux ({ $roles }).
}
finding-overlap-why = Quand deux rôles se croient chargés de la même chose, elle est faite deux fois ou pas du tout.
finding-vacant-role = Personne ne tient le rôle « { $role } ».
finding-vacant-role-why = Ce que ce rôle porte et promet n’engage encore personne.
finding-overloaded-person = { $what ->
    [roles] { $person } tient { $count-roles } rôles.
    [tasks] { $person } porte { $count-tasks } tâches ouvertes.
   *[both] { $person } tient { $count-roles } rôles et porte { $count-tasks } tâches ouvertes.
}
finding-overloaded-person-why = Au-delà d’une certaine charge, une personne devient le goulet de toute l’équipe.
finding-role-without-duty = { $what ->
    [responsibility] Le rôle « { $role } » ne répond de rien.
    [task] Le rôle « { $role } » n’a aucune tâche.
   *[both] Le rôle « { $role } » ne répond de rien et n’a aucune tâche.
}
finding-role-without-duty-why = Un rôle vide cache souvent du travail que personne n’a nommé.
finding-dependency-cycle = { $what ->
    [step] Des étapes s’attendent en boucle : { $path }.
   *[task] Des tâches s’attendent en boucle : { $path }.
}
finding-dependency-cycle-why = Dans une boucle, rien ne peut commencer en premier.
finding-blocked = La tâche { $number } « { $task } » est en cours, mais ce qu’elle attend n’est pas fait : { $needs }.
finding-blocked-why = Avancer sans le préalable, c’est risquer de refaire.
finding-against-sequence = { $what ->
    [contract] { $giver } donne « { $text } » à { $receiver }, dont l’étape vient pourtant plus tôt.
   *[task] La tâche { $number } « { $text } » attend la { $needs-number } « { $needs } », d’une étape plus tardive ({ $giver }).
}
finding-against-sequence-why = Ce qui est donné vient trop tard dans l’enchaînement : commencez-le plus tôt.
finding-disputed-contract = { $giver } et { $receiver } ne sont pas d’accord sur « { $text } ».
finding-disputed-contract-why = Un contrat contesté ne tient pas au moment où l’on compte sur lui.
finding-need-without-offer = { $receiver } a besoin de « { $text } » ; { $giver } n’a pas répondu.
finding-need-without-offer-why = Un besoin sans réponse est une attente déçue à venir.
finding-offer-without-need = { $giver } propose « { $text } » à { $receiver }, qui ne l’a pas demandé.
finding-offer-without-need-why = Ce que personne n’a demandé coûte du travail, ou révèle un besoin oublié.
finding-unconfirmed-contract = { $what ->
    [giver] « { $text } » : { $giver } n’a pas encore confirmé à { $receiver }.
    [receiver] « { $text } » : { $receiver } n’a pas encore confirmé à { $giver }.
   *[both] « { $text } » : ni { $giver } ni { $receiver } n’ont confirmé.
}
finding-unconfirmed-contract-why = Besoin et offre se répondent, mais un contrat ne compte qu’une fois confirmé par les deux.
finding-overdue-review = « { $text } » entre { $giver } et { $receiver } devait être revu le { $day }.
finding-overdue-review-why = Un contrat qu’on ne relit pas décrit peu à peu une autre équipe.
finding-contract-not-kept = « { $text } » de { $giver } à { $receiver } n’a pas été tenu trois fois de suite.
finding-contract-not-kept-why = Trois fois de suite, ce n’est plus un incident : renégociez-le.
finding-loose-end = { $what ->
    [decision] La décision « { $text } » demande une action et n’en a pas.
    [owner] L’action « { $text } » n’a pas de responsable.
    [date] L’action « { $text } » n’a pas d’échéance.
    [task] La tâche { $number } « { $text } » devait être faite le { $day }.
   *[overdue] L’action « { $text } » devait être faite le { $day }.
}
finding-loose-end-why = Ce que la réunion a décidé se perd s’il manque qui, quoi ou quand.
finding-perception-gap = { $what ->
    [own] { $role } pense répondre de « { $text } » ; aucun autre rôle ne le dit.
   *[others] { $others } attend de { $role } : « { $text } » ; { $role } ne le dit pas.
}
finding-perception-gap-why = Ce que l’un croit et que les autres ignorent n’est pas encore partagé.

# The radar screen.
radar-title = Constats
radar-heading = Ce qui manque entre nous
radar-count = { $count ->
    [0] aucun constat
    [one] { $count } constat
   *[other] { $count } constats
}
radar-accepted = { $count ->
    [one] { $count } accepté
   *[other] { $count } acceptés
}
radar-nothing = Rien ne manque entre les rôles.
radar-nothing-hint = Le radar regarde en continu : tâches sans rôle, besoins sans réponse, contrats à confirmer, étapes dans le désordre. Il parlera dès que quelque chose cloche.
radar-discuss = En discuter
radar-discussed = À l’ordre du jour
radar-park = Parking
radar-parked = Au parking
radar-accept = Accepter…
radar-accept-because = Accepter parce que…
radar-accept-confirm = Accepter
radar-accept-hint = Le constat revient si les faits changent.
radar-reopen = Rouvrir
radar-cancel = Annuler
radar-accepted-heading = Acceptés
radar-filter = Montrer
radar-filter-all = Tout
radar-why = Pourquoi ?
radar-kind-unowned-task = Tâches sans rôle
radar-kind-overlap = Chevauchements
radar-kind-vacant-role = Rôles vacants
radar-kind-overloaded-person = Personnes surchargées
radar-kind-role-without-duty = Rôles sans charge
radar-kind-dependency-cycle = Boucles
radar-kind-blocked = Tâches bloquées
radar-kind-against-sequence = À contre-courant de l’enchaînement
radar-kind-disputed-contract = Contrats contestés
radar-kind-need-without-offer = Besoins sans réponse
radar-kind-offer-without-need = Offres sans demande
radar-kind-unconfirmed-contract = Contrats à confirmer
radar-kind-overdue-review = Revues en retard
radar-kind-contract-not-kept = Contrats non tenus
radar-kind-loose-end = Suites manquantes
radar-kind-perception-gap = Écarts de perception
nav-radar = Constats
radar-open-task = Tâche { $number } : { $title }
radar-open-contract = Contrat { $giver } → { $receiver }
radar-discuss-done = { $count ->
    [other] Les constats sont à l’ordre du jour de « { $meeting } ».
   *[one] Le constat est à l’ordre du jour de « { $meeting } ».
}
radar-park-done = { $count ->
    [other] Les constats attendent au parking.
   *[one] Le constat attend au parking.
}
radar-accepted-because = Accepté : { $reason }
finding-together = { $count } constats : { $first }
radar-by = Regrouper
radar-by-who = Par duo ou rôle
radar-by-kind = Par sorte
radar-start = Par où commencer
radar-start-why = Il est normal d’en voir autant au début. { $steps ->
    [one] Un seul geste en règle { $count } :
   *[other] { $steps } gestes en règlent { $count } :
}
radar-start-vacant = Désigner qui tient { $count ->
    [one] le rôle { $letters }
   *[other] les rôles { $letters }
}
radar-start-unowned = Confier { $count ->
    [one] une tâche
   *[other] { $count } tâches
} à un rôle
radar-start-answer = Répondre à { $count ->
    [one] un besoin ou une offre
   *[other] { $count } besoins et offres
}, en commençant par { $pair }
radar-start-confirm = Confirmer { $count ->
    [one] un contrat que les deux rôles ont formulé
   *[other] { $count } contrats que les deux rôles ont formulés
}
radar-start-other = Regarder « { $kind } » ({ $count })
radar-whole = Tout l’atelier
radar-select = Choisir : { $text }
radar-select-group = Choisir tout de { $group }
radar-selected = { $count ->
    [0] rien de choisi
    [one] un constat choisi
   *[other] { $count } constats choisis
}
radar-open-all = Tout déplier
radar-fold-all = Tout replier
radar-accepted-done = { $count ->
    [one] Un constat accepté.
   *[other] { $count } constats acceptés.
}
shortcuts-radar = Constats
shortcut-radar-select = Choisir le constat
shortcut-radar-discuss = Mettre à l’ordre du jour
shortcut-radar-park = Mettre au parking
shortcut-radar-accept = Accepter parce que…

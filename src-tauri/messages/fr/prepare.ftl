# L’ordre du jour proposé à partir de ce qui est ouvert.
prepare-open = Préparer
prepare-title = Préparer « { $meeting } »
prepare-hint = Ce qui attend une réunion, dans l’ordre de ce que cela retient et depuis combien de temps. Rien n’est écrit avant votre accord.
prepare-own = { $title }
prepare-pulse = { $count ->
    [one] Où en est le contrat convenu ?
   *[other] Où en sont les { $count } contrats convenus ?
}
prepare-pulse-why = Depuis un mois, personne n’a demandé s’ils sont tenus.
prepare-actions = { $count ->
    [one] Une action en retard
   *[other] { $count } actions en retard
}
prepare-actions-why = Leur échéance est passée : les faire, les déplacer ou les abandonner.
prepare-blocked = La tâche { $number } « { $task } » est bloquée.
prepare-blocked-why = Quelqu’un dans la salle peut sans doute la débloquer.
prepare-unowned = { $count } tâches sans rôle
prepare-vacant = { $count } rôles sans titulaire
prepare-pair = { $one } et { $other } : { $count } contrats à régler
prepare-pair-why = Ces deux rôles comptent l’un sur l’autre sans s’être encore accordés.
prepare-backlog-why = { $what ->
    [reason] Au parking : { $reason }
   *[none] Attend au parking.
}
prepare-deferred-why = { $count ->
    [one] Reporté une fois, placé dans une autre réunion.
   *[other] Reporté { $count } fois, placé dans une autre réunion.
}
prepare-weight = { $holds ->
    [0] Rien d’autre n’attend après lui
    [one] Retient { $holds } chose
   *[other] Retient { $holds } choses
} · { $days ->
    [one] depuis { $days } jour
   *[other] depuis { $days } jours
}.
prepare-no-room = Pas de place : il faut { $needed } min, il en restait { $room }.
prepare-chosen = Retenir « { $title } »
prepare-grip = Déplacer « { $title } » (Alt et flèches)
prepare-presenter = Qui conduit « { $title } »
prepare-no-presenter = personne
prepare-total = { $taken } min sur { $available } disponibles
prepare-overflow = { $count ->
    [one] Sans place : { $count } point
   *[other] Sans place : { $count } points
}
prepare-park = Mettre au parking, avec la raison, ce qui reste sans place
prepare-accept = { $count ->
    [0] Accepter
    [one] Ajouter { $count } point
   *[other] Ajouter { $count } points
}
prepare-done = { $added ->
    [0] Aucun point ajouté
    [one] Un point ajouté à l’ordre du jour
   *[other] { $added } points ajoutés à l’ordre du jour
}, { $parked ->
    [0] rien mis au parking.
    [one] un mis au parking.
   *[other] { $parked } mis au parking.
}
prepare-empty-title = Rien n’attend cette réunion
prepare-empty-text = Ni constat, ni blocage, ni action en retard, ni contrat à revoir. Ce qui manquera apparaîtra ici.
prepare-full = L’ordre du jour remplit déjà la durée prévue. Allongez la réunion ou raccourcissez un point pour faire de la place.

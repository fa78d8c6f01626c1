# Contrats de collaboration : ce que les rôles se donnent et se demandent.
nav-contracts = Contrats
contracts-title = Ce que nous nous devons
contracts-view = Vue
contracts-view-grid = Grille
contracts-view-blind = Saisie à l’aveugle
contracts-view-rounds = Tours par paires
contracts-grid = Rôles qui donnent, en lignes ; rôles qui reçoivent, en colonnes
contracts-gives = donne
contracts-gets = reçoit
contracts-percent = { $percent } %
contracts-lines = { $count ->
    [one] une ligne
   *[other] { $count } lignes
}
contracts-no-lines = aucune ligne
contracts-agreed = { $count ->
    [0] aucune convenue
    [one] une convenue
   *[other] { $count } convenues
}
contracts-all-agreed = convenu
contracts-to-confirm = { $count } à confirmer
contracts-unanswered = { $count } sans réponse
contracts-disputed = { $count ->
    [one] 1 contestée
   *[other] { $count } contestées
}
contracts-key-good = tout convenu
contracts-key-way = en chemin
contracts-key-bad = moins de la moitié a une réponse
contracts-pair = { $giver } vers { $receiver }
contracts-gives-to = donne à
contracts-other-way = L’autre sens
contracts-hint = glissez un besoin sur une offre pour les rapprocher
contracts-offers = Offres de { $letter }
contracts-needs = Besoins de { $letter }
contracts-add-offer = Ce que { $letter } propose
contracts-add-need = Ce dont { $letter } a besoin
contracts-pair-empty = Rien n’a encore été dit entre { $giver } et { $receiver }. Notez d’un côté ce que { $giver } propose, de l’autre ce dont { $receiver } a besoin ; rapprochez ensuite ce qui va ensemble.
contracts-hidden = { $count ->
    [one] Une ligne reste cachée jusqu’à la révélation.
   *[other] { $count } lignes restent cachées jusqu’à la révélation.
}
contracts-dropped = { $count ->
    [one] Une ligne abandonnée
   *[other] { $count } lignes abandonnées
}
contracts-empty-title = Il faut être deux
contracts-empty-text = Un contrat dit ce qu’un rôle donne à un autre. Créez au moins deux rôles, puis notez ce que chacun demande à l’autre et ce qu’il lui propose.
contracts-empty-action = Aller aux rôles
contracts-blind-task = Chaque rôle écrit ce dont il a besoin de la part des autres, et ce qu’il leur propose.
contracts-i-need = Ce dont j’ai besoin de { $letter }
contracts-i-offer = Ce que je propose à { $letter }
contracts-write-need = Écrire un besoin
contracts-write-offer = Écrire une offre
contract-menu = Actions sur la ligne
contract-state-asked = sans réponse
contract-state-offered = sans réponse
contract-state-matched = à confirmer
contract-state-agreed = convenu
contract-state-disputed = contesté
contract-state-dropped = abandonné
contract-not-asked = { $letter } n’a rien demandé de tel
contract-not-offered = { $letter } n’a rien proposé de tel
contract-answer = répondre
contract-can-match = à rapprocher : Espace pour prendre
contract-no-partner = Rien n’attend de réponse en face.
contract-picked-up = En main. Les flèches choisissent en face, Espace rapproche, Échap repose. Sur :
contract-matched = Rapprochées : la ligne est à confirmer.
contract-match-with = Rapprocher de « { $words } »
contract-unmatch = Séparer
contract-particulars = Précisions
contract-drop = Abandonner
contract-dropped = La ligne est abandonnée.
contract-restore = Reprendre
contract-delete = Supprimer
contract-deleted = La ligne est supprimée.
contract-agreement = Accord
contract-confirms = confirme
contract-confirmed-on = { $day }
contract-confirm-both = Les deux, aujourd’hui
contract-dispute = Contester
contract-dispute-placeholder = Ce sur quoi nous ne sommes pas d’accord
contract-settle = Réglé
contract-mode = Mode
contract-mode-none = non précisé
contract-mode-collaboration = travail en commun
contract-mode-as-a-service = à la demande
contract-mode-facilitation = accompagnement
contract-mode-approval = validation
contract-review = Revue le
contract-cadence-placeholder = p. ex. au début de chaque sprint
contract-fulfilment-placeholder = p. ex. accès testés le jour même
contract-pulse = Pouls
contract-pulse-note = Remarque, avec le pouls
contract-pulse-history = Historique du pouls
contract-pulse-remove = Retirer ce relevé
verdict-kept = tenu
verdict-not-kept = pas tenu
verdict-not-needed = pas eu besoin
blind-pass = Passer l’ordinateur
blind-secret = Personne d’autre ne le voit avant la révélation.
blind-how = L’ordinateur passe de main en main : chaque rôle ouvre sa fiche et n’y voit que ce qu’il a écrit.
blind-written = { $count ->
    [0] rien d’écrit
    [one] une ligne
   *[other] { $count } lignes
}
blind-reveal = { $count ->
    [0] Révéler
    [one] Révéler la ligne
   *[other] Révéler les { $count } lignes
}
rounds-present = Autour de la table
rounds-minutes = Minutes par tour
rounds-total = { $rounds ->
    [one] un tour
   *[other] { $rounds } tours
}, { $minutes } min en tout
rounds-none = Il faut au moins deux rôles pour former une paire.
rounds-left = Temps restant dans ce tour
rounds-start = Lancer le tour { $round }
rounds-pause = Pause
rounds-next = Tour suivant
rounds-round = Tour { $round }
rounds-resting = { $letter } se repose
rounds-over = Le tour { $round } est terminé.
shortcuts-contracts = Contrats
shortcut-contract-pick-up = Prendre un besoin ou une offre (flèches pour choisir, Espace pour rapprocher)
shortcut-contract-edit = Modifier le texte
shortcut-contract-menu = Actions sur la ligne
shortcut-contract-drop = Abandonner la ligne
rounds-short = Temps court…
rounds-all = Revenir à tous les duos
rounds-short-title = Les duos qui comptent le plus
rounds-short-minutes = Minutes qui restent
rounds-sit = { $rounds ->
    [one] En un tour
   *[other] En { $rounds } tours
}
rounds-left-over = Au parking
rounds-pair = { $one } et { $other }
rounds-parked-title = Contrats : { $pair }
rounds-parked-reason = le temps manquait
rounds-parked = { $count ->
    [one] Un duo est au parking.
   *[other] { $count } duos sont au parking.
}
rounds-blocked = { $count ->
    [one] une tâche en attente
   *[other] { $count } tâches en attente
}
rounds-disputed = { $count ->
    [one] un contrat contesté
   *[other] { $count } contrats contestés
}
rounds-open = { $count ->
    [0] rien à convenir
    [one] un contrat à convenir
   *[other] { $count } contrats à convenir
}
rounds-nothing-open = Entre ces rôles, tout est convenu.
rounds-short-take = Prendre ces duos
contract-letter-confirms = { $letter } confirme
contract-letter-confirmed = { $letter } ✓
contract-said-yes = { $letter } confirme.
contract-said-no = { $letter } ne confirme plus.
shortcut-contract-giver = Le rôle qui donne confirme
shortcut-contract-receiver = Le rôle qui reçoit confirme
shortcut-contract-both = Les deux rôles confirment
shortcut-contract-answer = Répondre à la ligne
shortcut-contract-next = Duo suivant
shortcut-contract-previous = Duo précédent

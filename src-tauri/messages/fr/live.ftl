# Running a meeting: console, outcomes, closing, minutes, and what the room sees.
nav-live = Animer
shortcuts-live = Animer
live-meeting = Réunion affichée
live-empty-title = Aucune réunion à animer
live-empty-text = Préparez d’abord une réunion et son ordre du jour.
live-too-long = L’ordre du jour dure { $minutes } min de plus que la réunion. Raccourcissez-le, ou commencez ainsi : le retard se comptera d’après cet ordre du jour.
live-ready = Prête à commencer, premier point
live-start = Commencer
live-start-as-planned = Commencer comme prévu, à { $time }
live-now = En cours
live-next = Suivant
live-previous = Précédent
live-skip = Passer ce point
live-go-to = Aller à ce point
live-pause = Pause
live-resume = Reprendre
live-longer = Cinq minutes de plus
live-shorter = Cinq minutes de moins
live-plus-five = +5 min
live-minus-five = −5 min
live-then = Ensuite : { $title }
live-paused = en pause
live-projected-end = fin prévue à { $time }
live-on-time = à l’heure
live-ahead = en avance de { $minutes } min
live-behind = en retard de { $minutes } min
live-agenda-over = L’ordre du jour est terminé
live-close = Clore la réunion…
live-project = Projeter
live-note = Note
live-decision = Décision
live-action = Action
live-park = Parking
live-private-notes = Notes privées
live-private-notes-hint = Pour vous seulement, jamais projetées
outcome-note = Note
outcome-decision = Décision
outcome-action = Action
outcome-proposer = Proposée par
outcome-tally = Mains (0 à 5)
outcome-objections = Objection à noter
outcome-owner = Qui
outcome-nobody = personne encore
outcome-due = Pour le
outcome-done = faite
outcome-to-task = En faire une tâche
outcome-is-task = tâche { $number }
outcome-private = privée
outcome-delete = Supprimer ce résultat
overrun-title = Rattraper le retard
overrun-shorten = Raccourcir la suite en proportion
overrun-eat-buffer = Prendre sur la réserve
overrun-drop = Laisser de côté « { $title } » (facultatif)
overrun-move = Reporter « { $title } » à la prochaine réunion
overrun-end-later = Finir plus tard
overrun-end = fin à { $time }
overrun-take = Choisir
close-title = Clore la réunion
close-nothing-open = Tous les points ont été traités.
close-open = { $count ->
    [one] Un point n’a pas été traité.
   *[other] { $count } points n’ont pas été traités.
}
close-times = { $count ->
    [one] reporté une fois
   *[other] reporté { $count } fois
}
close-choose = choisissez…
close-defer = à la prochaine réunion
close-drop = laisser de côté
close-decide = décider maintenant
close-decision = La décision prise
close-delegate = déléguer
close-cancel = Pas encore
close-confirm = Clore et préparer la suite
close-done = Réunion close ; le compte rendu est prêt.
close-done-next = { $count ->
    [one] Réunion close ; un point passe à la réunion du { $day }.
   *[other] Réunion close ; { $count } points passent à la réunion du { $day }.
}
minutes-draft = Compte rendu en brouillon
minutes-confirm = Valider le compte rendu
minutes-unconfirm = Retirer la validation
minutes-reopen = Rouvrir la réunion
minutes-decisions-actions = Décisions et actions
minutes-none = Aucune décision ni action.
minutes-deferred = Reportés à la réunion suivante
minutes-present = Présence
projector-title = Projection
projector-scene = Image projetée
projector-scene-agenda = Ordre du jour
projector-scene-board = Tableau
projector-scene-contracts = Contrats
projector-scene-radar = Constats
projector-scene-decision = Décision
projector-follows = suit l’écran
projector-freeze = Figer l’image
projector-blank = Écran noir
projector-unassigned = À attribuer
projector-contracts = Qui donne (lignes) à qui (colonnes)
projector-findings = { $count ->
    [one] constat ouvert
   *[other] constats ouverts
}
live-advances = Enchaîner automatiquement
attendance-title = Présences
attendance-count = { $present } sur { $invited }
attendance-person = Personne
attendance-invited = invitée
attendance-present = présente
attendance-invited-one = { $name } : invitation
attendance-present-one = { $name } : présence
attendance-add = Ajouter une personne
attendance-all = Tout le monde est là
airtime-title = Temps de parole
airtime-private = pour vous seulement
airtime-key = Donner la parole à un rôle
airtime-give = { $role } : { $count ->
    [one] une prise de parole
   *[other] { $count } prises de parole
}, { $time }
airtime-turns = { $count } fois
outcome-owner-roles = Rôles
outcome-owner-people = Personnes
minutes-print = Imprimer le compte rendu
minutes-print-record = Imprimer le dossier
live-time-up = Temps écoulé : { $title }
live-sounds = Son à la fin d’un point
live-looked = Vous relisez
live-looked-hint = En cours : « { $title } », { $left }. Ce que vous saisissez va là.
live-looked-back = Y revenir
strip-label = Réunion en cours : { $title }
strip-left = Temps restant
strip-at = { $at } sur { $count }
strip-open = Ouvrir Animer
strip-catch-up = Rattraper…
strip-more = Autres actions de la réunion
shortcuts-meeting = Réunion en cours
entry-label = { $kind ->
    [decision] Décision, dans « { $place } »
    [action] Action, dans « { $place } »
    [parking] Pour le parking
   *[note] Note, dans « { $place } »
}
entry-kind = { $kind ->
    [decision] Décision : changer de nature
    [action] Action : changer de nature
    [parking] Parking : changer de nature
   *[note] Note : changer de nature
}
entry-kind-hint = Tab change : note, décision, action, parking
entry-hint = Noter… d: décision, a: action
entry-note = Note
entry-decision = Décision
entry-action = Action
entry-parking = Parking
entry-place = Va dans
entry-here = mettre au point en cours
entry-keys = Tab : nature · Entrée : garder
entry-again = reprendre
entry-focus = Écrire dans la réunion en cours
entry-kept = { $kind ->
    [decision] Décision gardée
    [action] Action gardée
    [parking] Mis au parking
   *[note] Note gardée
}
home-running = { $meeting } · { $workshop }
home-running-open = Rejoindre la réunion
projector-scene-timer = Minuteur
projector-scene-instruction = Consigne
projector-scene-pair = Un duo
projector-scene-silent = Tour silencieux
projector-scene-unheard = Qui n’a pas parlé
projector-page-back = Page précédente
projector-page-on = Page suivante
projector-page-turns = Défiler seul
projector-page = { $page } sur { $count }
projector-board = Qui porte quoi
projector-unowned = { $count ->
    [0] chaque tâche a son rôle
    [one] 1 tâche à attribuer
   *[other] { $count } tâches à attribuer
}
projector-silent = Chacun·e écrit, en silence
projector-slips = { $count ->
    [0] rien encore
    [one] 1 billet
   *[other] { $count } billets
}
projector-unheard = Qui n’a pas encore parlé ?
projector-heard-all = Tous les rôles ont parlé
projector-no-pair = Choisissez un duo dans Contrats
projector-no-decision = Aucune décision encore
projector-no-instruction = Pas de consigne pour ce point
projector-gives = { $giver } donne à { $receiver }
projector-need = Besoin
projector-offer = Offre
projector-no-findings = Plus aucun constat ouvert
projector-more-findings = { $count ->
    [one] et un autre
   *[other] et { $count } autres
}
projector-agreed = { $agreed } sur { $lines }

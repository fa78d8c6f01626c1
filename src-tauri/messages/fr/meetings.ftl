# Meetings and their agendas.
nav-meetings = Réunions
meetings-title = Réunions
meetings-count = { $count ->
    [0] aucune réunion
    [one] une réunion
   *[other] { $count } réunions
}
meetings-new = Nouvelle réunion
meetings-new-blank = Ordre du jour vierge
meetings-print = Imprimer l’ordre du jour
meetings-empty-title = Une réunion, un ordre du jour, des heures qui se calculent
meetings-empty-text = Partez d’un ordre du jour éprouvé ou d’une page vierge. Les heures suivent les durées ; un point fixé garde la sienne.
meeting-new-title = Réunion
meeting-menu = Actions sur « { $title } »
meeting-deleted = La réunion « { $title } » est supprimée.
meeting-status-draft = brouillon
meeting-status-open = ouverte
meeting-status-in_progress = en cours
meeting-status-closed = close
agenda-builtin-half-day = Demi-journée, 230 min
agenda-builtin-short = Format court, 90 min
agenda-builtin-two-sessions = Deux séances de 60 min
agenda-builtin-cross-functional = Réunion transverse, 45 min
agenda-builtin-review = Revue après trois mois, 60 min
agenda-add = Ajouter un point
agenda-new-title = Nouveau point
agenda-empty-title = L’ordre du jour est vide
agenda-empty-text = Ajoutez un premier point, avec sa durée. L’heure de chacun se calcule à partir du début de la réunion.
agenda-detail-placeholder = ce que les personnes lisent sous le titre
agenda-day = Jour
agenda-start = Début
agenda-planned = Durée prévue
agenda-end = fin
agenda-total = total
agenda-minutes = { $minutes } min
agenda-over = { $minutes } min de trop
agenda-left = reste { $minutes } min
agenda-spare = { $minutes } min libres
agenda-overlap = { $minutes } min de chevauchement
agenda-grip = Déplacer « { $title } » (Alt et flèches)
agenda-lock = Fixer l’heure de « { $title } »
agenda-locked = Heure fixée
agenda-unlocked = L’heure suit
agenda-minutes-of = Durée de « { $title } »
agenda-details = Détails de « { $title } »
agenda-item-menu = Actions sur « { $title } »
agenda-moved = Point « { $title } » déplacé.
agenda-no-length = « { $text } » n’est pas une durée. Essayez 90, 1h30 ou 1:30. Rien n’a été modifié.
agenda-optional = facultatif
agenda-parallel = piste { $track }
agenda-make-optional = Rendre facultatif
agenda-make-needed = Rendre indispensable
agenda-remove = Retirer de l’ordre du jour
agenda-kind = Rythme
agenda-kind-frame = Cadre
agenda-kind-work = Travail
agenda-kind-silent = En silence
agenda-kind-pairs = Deux par deux
agenda-kind-plenary = Tout le groupe
agenda-kind-decide = Décision
agenda-kind-break = Pause
agenda-kind-close = Clôture
agenda-presenter-role = Rôle qui conduit
agenda-presenter-person = Personne qui conduit
agenda-no-role = aucun rôle
agenda-no-person = personne en particulier
agenda-least = Durée minimale
agenda-group = En parallèle avec
agenda-group-placeholder = nom commun aux points simultanés
agenda-instruction = Consigne projetée
agenda-no-time = « { $text } » n’est pas une heure. Essayez 9:00 ou 14:30. Rien n’a été modifié.
agenda-split = Diviser en deux
agenda-next-day = Commencer le jour suivant
agenda-same-day = Suivre le point précédent
agenda-park = Mettre au parking
agenda-to-next = Déplacer à la prochaine réunion
agenda-copy-to-next = Copier dans la prochaine réunion
agenda-went-to-next = « { $title } » : réunion du { $day }
agenda-columns = Colonnes
agenda-column-show = Afficher : { $column }
agenda-column-hide = Masquer : { $column }
agenda-column-detail = détail
agenda-column-lead = qui conduit
agenda-column-flags = mentions
day-strip-label = { $day }, point par point
method-add = Ajouter une méthode…
method-save = Garder comme méthode
method-saved = Méthode gardée : { $title }
method-delete = Supprimer la méthode « { $title } »
method-none = Aucune méthode gardée
template-save = Garder comme modèle de réunion
template-save-short = Garder
template-saved = Modèle gardé : { $title }
template-use = Modèle : { $title }
meeting-announce = Annoncer la réunion
meeting-to-draft = Revenir au brouillon
meeting-invite = Inviter…
invitation-title = Invitation à la réunion
invitation-how = Collez ce texte dans un message et joignez le fichier calendrier : il contient l’ordre du jour.
invitation-to = À
invitation-nobody = aucune adresse connue parmi les personnes invitées
invitation-subject = Objet
invitation-text = Texte
invitation-copy = Copier le texte
invitation-copied = Le texte de l’invitation est dans le presse-papiers.
invitation-save-ics = Enregistrer le fichier calendrier…
invitation-save-text = Enregistrer le texte…
parking-title = Parking
parking-empty = Rien n’attend. Ce qui sort du sujet se note ici.
parking-add = Noter un sujet pour plus tard
parking-age = { $days ->
    [0] aujourd’hui
    [one] depuis un jour
   *[other] depuis { $days } jours
}
parking-schedule = Ajouter « { $title } » à « { $meeting } »
parking-into = Ajouter à « { $meeting } »
parking-scheduled = { $title } : ajouté à { $meeting }
parking-menu = Actions pour « { $title } »
series-menu = Actions pour la série « { $title } »
series-next = Préparer la prochaine réunion de « { $title } »
series-edit = Modifier la série…
series-delete = Supprimer la série (les réunions restent)
series-repeat = Répéter…
series-new-title = Répéter la réunion
series-edit-title = Série de réunions
series-rhythm = Rythme
series-weekly = chaque semaine
series-monthly-weekday = un jour de semaine du mois
series-monthly-day = un jour du mois
series-own = autre règle
series-every = Intervalle
series-weeks = { $count ->
    [one] semaine
   *[other] semaines
}
series-months = { $count ->
    [one] mois
   *[other] mois
}
series-on = Le
series-nth = Rang dans le mois
series-weekday = Jour de la semaine
series-month-day = Jour du mois
series-of-month = du mois
series-nth-1 = premier
series-nth-2 = deuxième
series-nth-3 = troisième
series-nth-4 = quatrième
series-nth-last = dernier
series-end = Fin
series-end-never = sans fin
series-end-count = après un nombre de fois
series-end-until = à une date
series-times = { $count ->
    [one] fois
   *[other] fois
}
series-except = Sauf
series-except-add = Ajouter un jour sans réunion
series-except-remove = Rétablir le { $day }
series-template = Ordre du jour
series-template-none = vide
series-dates = Prochaines dates, à { $time }
series-over = Cette série n’a plus de date à venir.
series-save = Enregistrer
series-rule = Règle RFC 5545
series-rule-example = RRULE:FREQ=WEEKLY;BYDAY=MO

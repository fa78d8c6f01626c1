# What a workshop starts from: the built-in starts and the user's own templates; also on the command line.
template-choose = Modèle
template-counts = { $tasks ->
    [one] une tâche
   *[other] { $tasks } tâches
} · { $contracts ->
    [one] une ligne de contrat
   *[other] { $contracts } lignes de contrat
}, dont { $open } à régler en salle
template-agenda = Ordre du jour d’une demi-journée et réunion transverse chaque semaine
template-roles = Rôles
template-steps = Étapes
# The user's own templates.
template-own = Mes modèles
template-built-in = Fournis
template-own-meetings = { $count ->
    [0] Aucune réunion
    [one] Une réunion avec son ordre du jour
   *[other] { $count } réunions avec leurs ordres du jour
}
template-edit = Modifier
template-export = Enregistrer en fichier…
template-export-title = Enregistrer le modèle
template-deleted = Le modèle « { $title } » est supprimé. Les ateliers qui en sont issus restent tels quels.
template-keep = Garder comme modèle…
template-keep-title = Garder « { $title } » comme modèle
template-keep-text = Les rôles, les tâches, les étapes, les lignes de contrat et les ordres du jour sont gardés, avec leurs textes. L’atelier reste tel quel.
template-keep-left = Ce qui est laissé de côté
template-keep-nothing = Il n’y a rien à laisser de côté.
template-keep-check = Les titres et les textes sont gardés mot pour mot : retirez-en ce qui nomme votre client.
template-keep-yes = Garder le modèle
template-purpose = À quoi il sert
template-kept = Le modèle « { $title } » est gardé : vous le retrouvez dans « Partir d’un modèle ».
template-mark = Modèle
template-mark-tip = Ce que vous changez ici ne change aucun atelier qui en est déjà issu
# What a template of a workshop leaves out.
template-left-people = { $count ->
    [one] une personne
   *[other] { $count } personnes
}
template-left-client = { $count ->
    [one] un nom d’organisation ou de lieu
   *[other] { $count } noms d’organisation ou de lieu
}
template-left-dates = { $count ->
    [one] une date
   *[other] { $count } dates
}
template-left-notes = { $count ->
    [one] une note de carte
   *[other] { $count } notes de cartes
}
template-left-private-notes = { $count ->
    [one] une note privée
   *[other] { $count } notes privées
}
template-left-presenters = { $count ->
    [one] un nom d’intervenant ou d’intervenante
   *[other] { $count } noms d’intervenants ou d’intervenantes
}
template-left-decisions = { $count ->
    [one] une décision
   *[other] { $count } décisions
}
template-left-actions = { $count ->
    [one] une action
   *[other] { $count } actions
}
template-left-meeting-notes = { $count ->
    [one] une note de réunion
   *[other] { $count } notes de réunion
}
template-left-occasions = { $count ->
    [one] une réunion de série, après la première
   *[other] { $count } réunions de série, après la première
}
template-left-progress = { $count ->
    [one] un statut de tâche
   *[other] { $count } statuts de tâches
}
template-left-agreements = { $count ->
    [one] une confirmation ou un avis sur un contrat
   *[other] { $count } confirmations ou avis sur des contrats
}
template-left-given-up = { $count ->
    [one] une ligne de contrat abandonnée
   *[other] { $count } lignes de contrat abandonnées
}
template-left-blind = { $count ->
    [one] une ligne écrite à l’aveugle
   *[other] { $count } lignes écrites à l’aveugle
}
template-left-parked = { $count ->
    [one] un sujet mis de côté
   *[other] { $count } sujets mis de côté
}
template-left-accepted = { $count ->
    [one] un constat accepté
   *[other] { $count } constats acceptés
}
template-left-moments = { $count ->
    [one] un moment nommé
   *[other] { $count } moments nommés
}
template-left-addresses = { $count ->
    [one] un lien vers une adresse de messagerie
   *[other] { $count } liens vers une adresse de messagerie
}

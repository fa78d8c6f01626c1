# Home: the workshops of this laptop.
home-title = Vos ateliers
home-count = { $count ->
    [one] un atelier
   *[other] { $count } ateliers
}
home-new-template = Partir d’un modèle
home-new-blank = Atelier vierge
home-empty-title = Un premier atelier en une minute
home-empty-text = Neuf modèles apportent chacun des rôles, leurs tâches, un ordre de travail, des collaborations encore ouvertes et un ordre du jour d’une demi-journée. Choisissez le plus proche, renommez ce qui doit l’être, et l’atelier est prêt. Tout reste sur cet ordinateur.
home-row = { $roles ->
    [0] aucun rôle
    [one] un rôle
   *[other] { $roles } rôles
} · { $tasks ->
    [0] aucune tâche
    [one] une tâche
   *[other] { $tasks } tâches
}
home-changed = { $when }
home-row-menu = Actions sur « { $title } »
home-deleted = L’atelier « { $title } » est supprimé.
home-copy-title = { $title } (copie)
new-template-title = Nouvel atelier, d’après un modèle
new-blank-title = Nouvel atelier vierge
new-blank-text = Vous partez d’un tableau vide : ajoutez d’abord les rôles, puis les tâches.
new-language = Langue de l’atelier et de ses documents
new-create = Créer l’atelier
# In what order Home shows the workshops, and where it keeps them.
home-by = Ordre des ateliers
home-by-recent = Récents
home-by-title = Titre
home-by-client = Organisation
home-by-day = Prochaine réunion
home-client-none = Sans organisation
home-pin = Épingler en haut
home-unpin = Détacher
home-pinned = épinglé
home-archive = Ranger
home-unarchive = Remettre dans la liste
home-archived = { $count ->
    [one] un atelier rangé
   *[other] { $count } ateliers rangés
}
home-put-away = L’atelier « { $title } » est rangé.
home-people = { $count ->
    [one] une personne
   *[other] { $count } personnes
}
home-agreed = contrats convenus à { $percent } %
home-next = { $day }, { $time }
home-next-title = Prochaine réunion : { $title }
home-run = Animer
home-details = Informations…
# What is said of the whole workshop.
details-title = À propos de cet atelier
details-held-on = Jour de l’atelier
details-open = Informations sur l’atelier

# Home: the workshops of this laptop.
home-title = Vos ateliers
home-count = { $count ->
    [one] un atelier
   *[other] { $count } ateliers
}
home-new-template = Partir de l’exemple
home-new-blank = Atelier vierge
home-empty-title = Un premier atelier en une minute
home-empty-text = L’exemple intégré apporte quatre rôles, leurs tâches, l’ordre de mise en œuvre, douze collaborations et un ordre du jour d’une demi-journée. Renommez ce qui doit l’être, et l’atelier est prêt. Tout reste sur cet ordinateur.
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
new-template-title = Nouvel atelier, depuis l’exemple
new-template-text = Déploiement à quatre rôles : administration, données, développement, marketing. Tout peut être changé ensuite.
new-template-default = Déploiement de Journey Optimizer
new-blank-title = Nouvel atelier vierge
new-blank-text = Vous partez d’un tableau vide : ajoutez d’abord les rôles, puis les tâches.
new-language = Langue de l’atelier et de ses documents
new-create = Créer l’atelier

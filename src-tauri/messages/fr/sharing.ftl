# Un atelier sur plusieurs portables.
nav-sharing = Partage
sharing-title = Plusieurs portables
sharing-line = On s’échange un fichier, Couloir réunit le tout. Sans réseau.
sharing-none-title = Préparer à plusieurs
sharing-none-text = Chaque personne travaille sur son portable, même en même temps. On s’échange un fichier (par courriel, sur une clé, dans un dossier commun) ; Couloir le fusionne et montre ce qui ne va pas ensemble. Rien de ce qui a été tapé ne se perd.
sharing-private = Les notes privées partent avec l’atelier : elles sont pour qui coanime, jamais pour la salle.
sharing-share = Partager cet atelier
sharing-shared = « { $title } » est partagé. Envoyez le fichier à votre collègue.
sharing-preparing = Préparation…
sharing-laptop = Ce portable
sharing-laptop-hint = Ce que vos collègues lisent à côté de vos modifications.
sharing-laptop-color = Couleur
sharing-laptops = Qui y travaille
sharing-own = ce portable
sharing-numbers = donne aux nouvelles cartes les numéros jusqu’à { $last }
sharing-send = Envoyer…
sharing-send-title = Enregistrer le fichier pour votre collègue
sharing-send-sealed = Envoyer avec une phrase secrète…
sharing-receive = Recevoir…
sharing-receive-hint = Ou déposez le fichier de votre collègue sur la fenêtre.
sharing-exchanges = Échanges
sharing-exchanges-none = Rien pour l’instant.
sharing-sent = Envoyé
sharing-received = { $changes ->
    [one] Reçu de { $name } : une modification
   *[other] Reçu de { $name } : { $changes } modifications
}
sharing-more = Cesser ou recommencer
sharing-stop = Cesser de partager
sharing-stop-text = L’atelier reste ici tel quel. Ce que vos collègues ont reste chez eux ; leurs fichiers ne se fusionnent plus avec le vôtre.
sharing-stopped = « { $title } » n’est plus partagé.
sharing-anew = Nouveau départ
sharing-anew-text = Un fichier neuf, qui ne sait rien de ce qui a été écrit puis supprimé, par exemple quand une personne demande l’effacement de ses données. Tout le monde supprime sa copie et prend le nouveau fichier ; ce qui est déjà chez les autres ne peut pas être repris.
sharing-anew-done = Le nouveau départ est fait. Envoyez le nouveau fichier à tout le monde.
# Le fichier d’un atelier partagé.
receive-title = « { $title } », de { $names }
receive-title-alone = « { $title } », partagé
receive-known = Cet atelier est partagé avec vous. Ce que le fichier apporte de nouveau s’ajoute au vôtre ; rien de ce qui est ici ne se perd, et ce qui ne va pas ensemble est montré.
receive-new = Vous prenez part à cet atelier : il s’ajoute aux vôtres, et vos modifications pourront être renvoyées.
receive-private = Il contient aussi les notes privées de vos collègues. Elles ne sont jamais pour la salle.
receive-merge = Fusionner
receive-join = Prendre part
receive-copy = Importer comme atelier à part
receive-made = L’atelier est là. Il est partagé avec { $name }.
receive-merged = { $changes ->
    [one] Une modification de { $name } est fusionnée.
   *[other] { $changes } modifications de { $name } sont fusionnées.
} { $conflicts ->
    [0] Tout va ensemble.
    [one] Un point ne va pas ensemble.
   *[other] { $conflicts } points ne vont pas ensemble.
}
receive-look = Avant, après
receive-before = avant les modifications de { $name }
receive-nothing-new = Le fichier n’apporte rien de nouveau.
# Ce qui ne va pas ensemble.
conflicts-title = Ce qui ne va pas ensemble
conflicts-count = { $count ->
    [one] Un point à regarder
   *[other] { $count } points à regarder
}
conflicts-text = Rien n’attend : ce qui est affiché sert partout. Ce que vous choisissez vaut pour tout le monde au prochain échange.
conflicts-none = Tout va ensemble.
conflict-cell = « { $title } » ({ $kind }) : { $column } en deux versions
conflict-deleted-and-edited = « { $title } » ({ $kind }) a été supprimé ici et modifié là. L’élément reste.
conflict-orphan = « { $title } » ({ $kind }) dépend de « { $other } », qui a été supprimé. L’élément attend, hors de vue.
conflict-dangling = « { $title } » ({ $kind }) : { $column } était « { $other } », qui a été supprimé.
conflict-twice = « { $title } » ({ $kind }) : { $column } en double (comme « { $other } »). C’est maintenant { $value } ; réimprimez si c’est déjà sur papier.
conflict-twice-pair = « { $title } » ({ $kind }) a été posé deux fois, de deux façons.
conflict-emptied = « { $title } » ({ $kind }) : chaque portable a retiré une partie, et il ne reste rien.
conflict-unagreed = « { $title } » : le texte a changé pendant que quelqu’un donnait son accord ({ $column }). À confirmer de nouveau.
conflict-empty = rien
conflict-flag-true = oui
conflict-flag-false = non
conflict-minutes = { $minutes } min
conflict-shown = affiché
conflict-by = { $name }, { $moment }
conflict-keep = Garder
conflict-take = Prendre celle-ci
conflict-both = Garder les deux, l’autre dans les notes
conflict-stay = Garder
conflict-delete = Supprimer
conflict-back = Rétablir « { $other } »
conflict-drop = Laisser de côté
conflict-seen = Vu
conflict-settled = C’est réglé, pour tout le monde au prochain échange.
conflict-on-card = Deux versions
card-last-change = Dernière modification : { $name }, { $moment }

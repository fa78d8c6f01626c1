# Les cartes déplacées au mur, saisies au clavier.
wall-open = Saisir les déplacements du mur
wall-open-short = Du mur…
wall-title = Déplacements du mur
wall-hint = Le numéro de la carte, puis la lettre du couloir ; « ? » pour une carte que personne ne porte. Plusieurs à la suite, séparés par des virgules.
wall-placeholder = 12 d, 13 a, 14 ?
wall-there = y est déjà : { $lane }
wall-unreadable = un numéro, puis une lettre
wall-unknown-task = aucune carte ne porte ce numéro
wall-unknown-lane = aucun couloir n’a cette lettre : { $said }
wall-repeated = remplacé plus loin
wall-none = Aucune carte à déplacer
wall-wrong = { $count ->
    [one] Une saisie à corriger
   *[other] { $count } saisies à corriger
}
wall-accept = { $count ->
    [0] Déplacer
    [one] Déplacer une carte
   *[other] Déplacer { $count } cartes
}
wall-done = { $count ->
    [one] Une carte déplacée.
   *[other] { $count } cartes déplacées.
}

# L’histoire d’un sujet, de réunion en réunion.
topic-open = Histoire du sujet
topic-title = Histoire de « { $title } »
topic-sum = { $minutes } min passées en tout · { $deferrals ->
    [one] reporté { $deferrals } fois
   *[other] reporté { $deferrals } fois
} · noté il y a { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
topic-minutes = { $minutes ->
    [one] { $minutes } min passée
   *[other] { $minutes } min passées
}
topic-no-outcome = Rien n’en est sorti.
topic-here = C’est là qu’il se trouve maintenant.
topic-deferred = Reporté le { $day }.
topic-note = Note :
topic-decision = Décision :
topic-action = Action :

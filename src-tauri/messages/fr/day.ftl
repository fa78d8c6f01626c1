# La saisie d’un jour.
day-placeholder = jj/mm/aaaa
day-unread = Ce texte n’est pas un jour : « { $text } ». Le jour précédent est gardé ; écrivez par exemple 24/11, demain ou dans deux semaines.
day-open = Choisir un jour : { $label }
day-month-before = Mois précédent
day-month-after = Mois suivant
day-today = Aujourd’hui
day-none = Sans date
